import { screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { openWindow } from './window';

describe('import', () => {
  it('shows what was read and takes title, date, provenance and kinds along', async () => {
    const { user, app, fake } = await openWindow();
    await user.keyboard('{Control>}o{/Control}');
    const title = await screen.findByLabelText('Title');
    await waitFor(() => expect(title, 'the title has the focus').toHaveFocus());
    expect(screen.getByText('Read as UTF-8.'), 'notes are told').toBeVisible();
    await user.clear(title);
    await user.type(title, 'The harbour');
    await user.type(screen.getByLabelText(/Published/), '2026-11-05');
    await user.click(screen.getByLabelText('Somebody else’s, published'));
    await user.selectOptions(screen.getByLabelText('Kind of block 4'), 'caption');
    await user.click(screen.getByRole('button', { name: 'Import' }));
    await waitFor(() => expect(app.route.name).toBe('article'));
    const [row] = await fake.call('library', {});
    expect(row).toMatchObject({
      title: 'The harbour',
      published: '2026-11-05',
      provenance: 'theirs',
    });
    const { view } = await fake.call('open_article', { article: row?.article ?? '' });
    expect(view.blocks.at(-1)?.kind, 'the chosen kind').toBe('caption');
  });

  it.each([
    ['2026-02-30', 'a day the calendar does not have'],
    ['5 Nov', 'no ISO date'],
  ])('refuses the date %s', async (date, reason) => {
    const { user } = await openWindow();
    await user.keyboard('{Control>}o{/Control}');
    await user.type(await screen.findByLabelText(/Published/), date);
    expect(screen.getByRole('button', { name: 'Import' }), reason).toBeDisabled();
  });

  it('says that a text is already here and opens it', async () => {
    const { user, app, fake } = await openWindow();
    const staged = await fake.call('stage_file', { id: 'file-0' });
    const opened = await fake.call('import_staged', {
      id: staged.id,
      title: 'Harbour',
      lang: 'en',
      published: '',
      authors: [],
      publisher: '',
      url: '',
      provenance: 'ours',
      kinds: [],
      put_back: [],
      leave_out: [],
    });
    await user.keyboard('{Control>}o{/Control}');
    await user.click(await screen.findByRole('button', { name: 'Open it' }));
    expect(app.route).toMatchObject({ article: opened.view.article });
  });

  it('tells why a file cannot be read', async () => {
    const { app } = await openWindow({ files: [{ name: 'empty.txt', text: '  ' }] });
    app.dialog = { name: 'import', handles: ['file-0'] };
    expect(await screen.findByRole('alert')).toHaveTextContent('The file is empty.');
  });

  it('makes an article of pasted text', async () => {
    const { user, app } = await openWindow();
    await user.keyboard('{Control>}{Shift>}V{/Shift}{/Control}');
    const field = await screen.findByLabelText('The text of the article');
    await waitFor(() => expect(field).toHaveFocus());
    await user.paste('Storm warning\n\nThe storm comes on Friday.');
    expect(await screen.findByText('Pasted text')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Import' }));
    await waitFor(() => expect(app.status).toContain('Imported “Storm warning”, 2 sentences.'));
  });

  it('shows markup in a text as the text it is', async () => {
    const text = '<img src=x onerror=alert(1)>\n\n<b>Bold</b> words.';
    const { app } = await openWindow();
    app.dialog = { name: 'paste', text };
    expect(await screen.findByText('<b>Bold</b> words.')).toBeVisible();
    expect(document.querySelector('dialog img, dialog b')).toBeNull();
  });

  it('goes through several files, one after the other', async () => {
    const files = [
      { name: 'one.txt', text: 'One\n\nIt is one.' },
      { name: 'two.txt', text: 'Two\n\nIt is two.' },
    ];
    const { user, fake } = await openWindow({ files });
    await user.keyboard('{Control>}o{/Control}');
    expect(await screen.findByText(/file 1 of 2/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Import' }));
    expect(await screen.findByText(/file 2 of 2/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Import' }));
    await waitFor(async () => expect(await fake.call('library', {})).toHaveLength(3));
  });
});
