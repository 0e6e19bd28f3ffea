import { screen, waitFor } from '@testing-library/svelte';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { merged, received, sent } from './sharing';
import { openWindow, sample } from './window';

// jsdom's dialog knows no Escape of its own.
const closeIt = (): HTMLElement => screen.getByRole('button', { name: 'Close Esc' });
const figures = '4 new, 0 already here, 3 disagree with yours.';

describe('a file from a colleague', () => {
  it.each([
    ['that the program was started with', 'start'],
    ['that is dropped', 'drop'],
    ['that is chosen by its command', 'merge'],
    ['that is chosen in the import', 'import'],
  ] as const)('%s asks what to do with it', async (_, way) => {
    const files = [sent()];
    const waiting = way === 'start' ? ['file-0'] : [];
    const { app, fake } = await openWindow({ files, waiting });
    if (way === 'drop') fake.drop(['file-0']);
    else if (way !== 'start') app.run(way);
    expect(await screen.findByText(figures), 'what merging would do').toBeVisible();
    expect(screen.getByText('My second read.'), 'the note').toBeVisible();
    expect(screen.getByText('ole.stet')).toBeVisible();
    expect(screen.getByText('You would then have all of the sender’s 4.')).toBeVisible();
    expect(screen.getByRole('button', { name: 'Merge' }), 'the thing to do').toHaveFocus();
    expect(app.undo, 'nothing was done yet').toBeNull();
  });

  it('asks for files of that kind', async () => {
    const { app, fake } = await openWindow({ files: [sent()] });
    app.run('merge');
    await screen.findByText(figures);
    expect(fake.asked).toContain('pickFiles shares');
  });

  it('that is an article goes to the import', async () => {
    const { app } = await openWindow();
    app.run('merge');
    expect(await screen.findByDisplayValue('Harbour to reopen in May')).toBeVisible();
  });

  it('waits for the import that is under way, and comes then', async () => {
    const { user, app, fake } = await openWindow({
      files: [{ name: 'quay.txt', text: 'The quay\n\nIt is closed.' }, sent()],
    });
    fake.drop(['file-0']);
    await screen.findByDisplayValue('The quay');
    fake.drop(['file-1']);
    await waitFor(() => expect(app.arrived.looks).toHaveLength(1));
    expect(app.dialog, 'the import is not torn away').toMatchObject({ name: 'import' });
    await user.keyboard('{Control>}{Enter}{/Control}');
    expect(await screen.findByText(figures)).toBeVisible();
  });

  it('tells what is set aside and what is lacking', async () => {
    const setAside = [
      { reason: 'altered rows', count: 2 },
      { reason: 'no seal of their author', count: 1 },
    ];
    await received([sent({ setAside, missing: 'Its newest steps may be missing.' })]);
    expect(await screen.findByText(/3 to be set aside/)).toBeVisible();
    expect(screen.getByRole('list', { name: 'Set aside' })).toHaveTextContent(/2 altered rows/);
    expect(screen.getByText(/You would then have 4 of the sender’s 7/)).toBeVisible();
    expect(screen.getByText('Its newest steps may be missing.')).toBeVisible();
  });

  it('is read as it was sent, and nothing of it is taken', async () => {
    const { user, app } = await received();
    await user.click(await screen.findByRole('button', { name: 'Read' }));
    expect(await screen.findByText(/The diary says autumn/)).toBeVisible();
    await user.keyboard('{Escape}');
    expect(
      await screen.findByRole('button', { name: 'Merge' }),
      'back at the choice',
    ).toBeVisible();
    expect(app.undo).toBeNull();
  });

  it('is opened with its passphrase', async () => {
    const { user } = await received([sent({ passphrase: 'salt and snow' })]);
    const field = await screen.findByLabelText('Passphrase');
    expect(field).toHaveFocus();
    await user.keyboard('guess{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('That is not the passphrase');
    expect(field, 'to be typed again').toHaveFocus();
    await user.clear(field);
    await user.type(field, 'salt and snow{Enter}');
    expect(await screen.findByText(figures)).toBeVisible();
  });

  it('whose passphrase nobody knows is left out of several', async () => {
    const { user } = await received([
      sent({ passphrase: 'unknown' }, 'locked.stet'),
      sent({}, 'open.stet'),
    ]);
    await user.click(await screen.findByRole('button', { name: 'Go on without it' }));
    expect(await screen.findByText('open.stet')).toBeVisible();
    expect(screen.queryByText('locked.stet')).toBeNull();
  });

  it('that is damaged says why, and offers nothing', async () => {
    const { user, app } = await received([sent({ refused: 'share-refused' })]);
    expect(await screen.findByRole('alert')).toHaveTextContent('ole.stet is damaged. Ask again.');
    expect(screen.queryByRole('button', { name: 'Merge' })).toBeNull();
    await user.click(closeIt());
    expect(app.dialog).toBeNull();
  });
});

describe('a merge', () => {
  it('tells what it did and leads to what differs', async () => {
    const { user, app } = await merged();
    expect(screen.getByText(figures)).toBeVisible();
    expect(app.status).toBe('Merged: 4 new, 0 already here, 3 disagree with yours.');
    expect(app.library[0]?.counts.disagreement, 'the library knows').toBe(3);
    const settle = screen.getByRole('button', { name: 'Settle 3 disagreements' });
    expect(settle).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(app.route).toMatchObject({ name: 'conflicts', article: sample });
  });

  it('is one step: undone and done again by the usual keys', async () => {
    const { user, app } = await merged();
    await user.keyboard('{Control>}z{/Control}');
    expect(await screen.findByRole('heading', { name: 'The merge is taken back' })).toBeVisible();
    expect(screen.getByText('undo “merged ole.stet”.')).toBeVisible();
    await waitFor(() => expect(app.library[0]?.counts.disagreement).toBe(0));
    await user.keyboard('{Control>}y{/Control}');
    expect(await screen.findByRole('button', { name: 'Settle 3 disagreements' })).toBeVisible();
  });

  it('is undone from the library, too', async () => {
    const { user, app } = await merged();
    await user.click(closeIt());
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(app.library[0]?.counts.disagreement).toBe(0));
    expect(app.status).toBe('Undo “merged ole.stet”');
  });

  it('of what is here already changes nothing and says so', async () => {
    const { user, fake } = await merged();
    await user.click(closeIt());
    fake.drop(['file-0']);
    expect(await screen.findByText('Everything in it is here already.')).toBeVisible();
    expect(screen.queryByRole('button', { name: 'Merge' })).toBeNull();
  });

  it('tells how far it is and is stopped: everything is as it was', async () => {
    const { user, app, fake } = await received();
    const merge = await screen.findByRole('button', { name: 'Merge' });
    fake.hold('merge_files', { phase: 'taking', done: 1200, of: 4900 });
    await user.click(merge);
    expect(await screen.findByText('Taking it in: 1,200 of 4,900')).toHaveAttribute(
      'role',
      'status',
    );
    expect(screen.getByRole('progressbar')).toHaveAttribute('value', '1200');
    await user.keyboard('{Escape}');
    expect(await screen.findByRole('button', { name: 'Merge' }), 'the choice again').toHaveFocus();
    expect(app.status).toBe('Stopped. Everything is as it was.');
    expect(app.undo).toBeNull();
  });

  it('that was stopped too late is told as done', async () => {
    const { user, fake } = await received();
    const merge = await screen.findByRole('button', { name: 'Merge' });
    fake.hold('merge_files', { phase: 'settling', done: 0, of: null });
    await user.click(merge);
    const cancel = await screen.findByRole('button', { name: /Cancel/ });
    fake.letGo();
    await user.click(cancel);
    expect(await screen.findByRole('heading', { name: 'Merged' })).toBeVisible();
  });

  it('that fails says why and can be tried again', async () => {
    const { user, fake } = await received();
    fake.refuse('merge_files', 'disk-full');
    await user.click(await screen.findByRole('button', { name: 'Merge' }));
    expect(await screen.findByRole('alert')).toHaveTextContent('The disk is full');
    fake.refuse('merge_files', null);
    await user.click(screen.getByRole('button', { name: 'Merge' }));
    expect(await screen.findByRole('heading', { name: 'Merged' })).toBeVisible();
  });

  it('is accessible at every step', async () => {
    const { user } = await received([sent({ setAside: [{ reason: 'altered rows', count: 2 }] })]);
    await screen.findByRole('button', { name: 'Merge' });
    const clean = async (what: string) =>
      expect((await axe.run(document.body)).violations, what).toEqual([]);
    await clean('the choice');
    await user.click(screen.getByRole('button', { name: 'Read' }));
    await screen.findByText(/The diary says autumn/);
    await clean('as it was sent');
    await user.keyboard('{Escape}');
    await user.click(await screen.findByRole('button', { name: 'Merge' }));
    await screen.findByRole('heading', { name: 'Merged' });
    await clean('the result');
  });
});
