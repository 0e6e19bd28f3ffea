import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { openWindow } from './window';

const route = { name: 'settings' } as const;

const list = (name: string) => within(screen.getByRole('list', { name }));

describe('people', () => {
  it('are shown by name and number, and confirmed once', async () => {
    const { user } = await openWindow({}, route);
    const confirm = await screen.findByRole('button', { name: /^It is the same number: / });
    expect(list('People').getByText('new')).toBeInTheDocument();
    expect(list('People').getAllByText(/^[0-9a-f]{4}( [0-9a-f]{4}){3}$/).length).toBeGreaterThan(1);
    await user.click(confirm);
    const forget = await screen.findByRole('button', { name: /^forget that .* is known$/ });
    expect(list('People').queryByText('new')).toBeNull();
    await user.click(forget);
    await waitFor(() => expect(list('People').getByText('new')).toBeInTheDocument());
  });

  it('are reached by their own command', async () => {
    const { user } = await openWindow();
    await user.keyboard('{Control>}k{/Control}');
    await user.keyboard('signing keys{Enter}');
    const heading = await screen.findByRole('heading', { name: 'People' });
    await waitFor(() => expect(heading).toHaveFocus());
  });
});

describe('the keys of this machine', () => {
  it('are kept in a file when the passphrase was typed twice alike', async () => {
    const { user, fake } = await openWindow({}, route);
    await user.click(await screen.findByRole('button', { name: /^Keep in a file… the key of / }));
    const save = screen.getByRole('button', { name: 'Save…' });
    await user.keyboard('a long sentence');
    expect(save).toBeDisabled();
    await user.type(screen.getByLabelText('Again'), 'a long sentenc');
    expect(save).toBeDisabled();
    await user.keyboard('e{Enter}');
    await waitFor(() => expect(fake.asked.some((one) => one.startsWith('saveKey '))).toBe(true));
    await waitFor(() => expect(screen.queryByLabelText('Again')).toBeNull());
  });

  it('are brought from a file, refused in words, and tied to the one at work', async () => {
    const { user, fake } = await openWindow({ files: [{ name: 'ada.stetkey', text: '' }] }, route);
    await user.click(await screen.findByRole('button', { name: 'Bring a key from a file…' }));
    await screen.findByLabelText('Passphrase of the file');
    await user.keyboard('wrong{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('does not open');
    await user.clear(screen.getByLabelText('Passphrase of the file'));
    await user.type(screen.getByLabelText('Passphrase of the file'), 'right{Enter}');
    await user.click(await screen.findByRole('button', { name: 'This was me' }));
    await waitFor(() => expect(list('People').getByText(/goes on with another key/)).toBeVisible());
    expect(fake.asked).toContain('pickFiles keys');
  });
});
