import { screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { openWindow } from './window';

const route = { name: 'settings' } as const;

describe('appearance', () => {
  it.each([
    ['Dark', 'theme', 'dark'],
    ['High', 'contrast', 'high'],
    ['Atkinson Hyperlegible Next', 'font', 'atkinson'],
  ])('%s holds at once', async (words, key, value) => {
    const { user } = await openWindow({}, route);
    await user.click(screen.getByLabelText(words));
    expect(document.documentElement.dataset[key]).toBe(value);
  });

  it('changes the size of everything by one factor', async () => {
    const { user, fake } = await openWindow({}, route);
    await user.keyboard('{Control>}={/Control}');
    expect(document.documentElement.style.getPropertyValue('--text-scale')).toBe('1.1');
    await user.click(screen.getByRole('button', { name: 'Smaller' }));
    await user.click(screen.getByRole('button', { name: 'Smaller' }));
    expect(document.documentElement.style.getPropertyValue('--text-scale')).toBe('0.9');
    const { settings } = await fake.call('start', {});
    expect(settings, 'remembered').toContainEqual({ key: 'text-size', value: '0.9' });
  });
});

describe('keys', () => {
  it('gives a command another key', async () => {
    const { user, app } = await openWindow({}, route);
    await user.click(screen.getByRole('button', { name: 'Change the key of Next untagged' }));
    await user.keyboard('o');
    expect(app.keymap.keys('next-untagged')).toEqual(['o']);
    await user.click(screen.getByRole('button', { name: 'Usual keys for Next untagged' }));
    expect(app.keymap.keys('next-untagged')).toEqual(['u']);
  });

  it('refuses a key that another command has there, and names it', async () => {
    const { user, app } = await openWindow({}, route);
    await user.click(screen.getByRole('button', { name: 'Change the key of Next untagged' }));
    await user.keyboard('v');
    expect(screen.getAllByText('V is already “Verified, and on”.'), 'shown and said').toHaveLength(
      2,
    );
    expect(app.keymap.keys('next-untagged'), 'nothing changed').toEqual(['u']);
  });

  it('gives up on Escape without leaving the settings', async () => {
    const { user, app } = await openWindow({}, route);
    await user.click(screen.getByRole('button', { name: 'Change the key of Next untagged' }));
    await user.keyboard('{Escape}');
    expect(app.route.name).toBe('settings');
    expect(app.keymap.keys('next-untagged')).toEqual(['u']);
    await user.keyboard('{Escape}');
    expect(app.route.name, 'and the second Escape leaves').toBe('library');
  });

  it('turns single letters off', async () => {
    const { user, app } = await openWindow({}, route);
    await user.click(screen.getByLabelText(/Single letters act in the text/));
    expect(app.keymap.find('v', 'text')).toBeNull();
    expect(app.keymap.find('Ctrl+z', 'text')).toBe('undo');
  });

  it('shows a changed key wherever keys are shown', async () => {
    const { app, user } = await openWindow();
    await app.remember('keys', JSON.stringify({ settings: ['F2'] }));
    await waitFor(() =>
      expect(screen.getByRole('button', { name: /Settings/ })).toHaveTextContent('F2'),
    );
    await user.keyboard('{F2}');
    expect(app.route.name).toBe('settings');
  });
});
