import { screen, waitFor } from '@testing-library/svelte';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { openWindow, sample, type Opened } from './window';

async function sharing(articles: string[] = []): Promise<Opened> {
  const opened = await openWindow();
  opened.app.dialog = { name: 'share', articles };
  await screen.findByText(/It will hold/);
  return opened;
}
const save = () => screen.getByRole('button', { name: 'Save…' });

describe('share', () => {
  it('is opened from the library for all of it, from an article for that', async () => {
    const { user, app } = await openWindow();
    await user.click(screen.getByRole('button', { name: /Share/ }));
    expect(await screen.findByRole('radio', { name: /whole database/ })).toBeChecked();
    app.go({ name: 'article', article: sample });
    await screen.findByRole('listbox');
    app.run('share');
    expect(await screen.findByRole('radio', { name: 'Chosen articles' })).toBeChecked();
    expect(screen.getByRole('checkbox', { name: /The dam/ })).toBeChecked();
  });

  it('tells what it will hold and what is left out', async () => {
    const { user } = await sharing([sample]);
    const told = screen.getByText(/It will hold/).closest('[role=status]');
    expect(told).toHaveTextContent('1 article, 31 steps of 1 checker.');
    expect(told).toHaveTextContent('Left out: 1 kept file, 2 names of protected sources.');
    await user.click(screen.getByRole('checkbox', { name: /Kept files/ }));
    await user.click(screen.getByRole('checkbox', { name: /protected sources/ }));
    await waitFor(() => expect(told).toHaveTextContent(/checker, 1 kept file, 2 names/));
    expect(told).not.toHaveTextContent('Left out');
  });

  it('saves what was chosen, encrypted, with its note', async () => {
    const { user, app, fake } = await sharing([sample]);
    await user.click(screen.getByRole('checkbox', { name: /Kept files/ }));
    await user.type(screen.getByLabelText('A note to who gets it'), 'For Ole');
    await user.type(screen.getByLabelText('Passphrase'), 'salt');
    expect(save(), 'not before it is said twice').toBeDisabled();
    expect(screen.getByText('The two passphrases are not the same.')).toBeVisible();
    await user.type(screen.getByLabelText('The passphrase again'), 'salt');
    await user.click(save());
    expect(
      await screen.findByText('Saved: ~/Documents/share-2026-11-23.stet', { selector: 'p' }),
    ).toBeVisible();
    expect(fake.asked).toContain(`saveShare ${sample} captures encrypted For Ole`);
    expect(app.status).toMatch(/^Saved/);
    await user.click(screen.getByRole('button', { name: 'Show in folder' }));
    expect(fake.asked).toContain('showSaved');
  });

  it.each([
    [
      'no article',
      async ({ user }: Opened) => {
        await user.click(screen.getByRole('checkbox', { name: /The dam/ }));
      },
      'Choose an article.',
    ],
    [
      'a note that is too long',
      async ({ user }: Opened) => {
        await user.click(screen.getByLabelText('A note to who gets it'));
        await user.paste('ü'.repeat(2049));
      },
      'The note is too long.',
    ],
  ])('is not saved with %s', async (_, act, why) => {
    await act(await sharing([sample]));
    expect(await screen.findByText(why)).toBeVisible();
    expect(save()).toBeDisabled();
  });

  it('says why it cannot be weighed', async () => {
    const { user, fake } = await sharing([sample]);
    fake.refuse('share_preview', 'database-busy');
    await user.click(screen.getByRole('checkbox', { name: /Kept files/ }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The annotation database is busy');
  });

  it('is accessible', async () => {
    const { user } = await sharing([sample]);
    await user.type(screen.getByLabelText('Passphrase'), 'salt');
    expect((await axe.run(document.body)).violations).toEqual([]);
  });
});
