import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import { pretendedPage } from '../src/lib/backend/fake-import';
import { choose, page, asked, importIt, plain } from './imports';
import { openWindow } from './window';

describe('the form', () => {
  it('takes everything that is said of an article along', async () => {
    const opened = await openWindow();
    const { user, app, fake } = opened;
    const title = await choose(opened);
    await waitFor(() => expect(title, 'the title has the focus').toHaveFocus());
    await user.clear(title);
    await user.type(title, 'The harbour');
    await user.type(screen.getByLabelText('Authors'), 'Ida Krog, Bo Chen');
    expect(screen.getByText('2 authors: Ida Krog · Bo Chen'), 'shown as a list').toBeVisible();
    await user.type(screen.getByLabelText('Publisher'), 'The Coast');
    await user.type(screen.getByLabelText('Published'), '2026-11-05');
    await user.type(screen.getByLabelText('Address'), 'https://example.org/harbour');
    const lang = screen.getByLabelText('Language');
    await user.clear(lang);
    await user.type(lang, 'de');
    expect(screen.getByText('German'), 'the language has its name').toBeVisible();
    await user.click(screen.getByLabelText('Somebody else’s, published'));
    await user.click(importIt());
    await waitFor(() => expect(app.route.name).toBe('article'));
    const [row] = await fake.call('library', {});
    const { view } = await fake.call('open_article', { article: row?.article ?? '' });
    expect(view).toMatchObject({
      title: 'The harbour',
      authors: ['Ida Krog', 'Bo Chen'],
      publisher: 'The Coast',
      published: '2026-11-05',
      url: 'https://example.org/harbour',
      lang: 'de',
      provenance: 'theirs',
    });
  });

  it.each([
    ['Published', '2026-02-30', 'a day the calendar does not have'],
    ['Published', '5 Nov', 'no ISO date'],
    ['Address', 'ftp://example.org', 'neither http nor https'],
    ['Address', 'example', 'no address'],
    ['Language', 'en-', 'no language tag'],
  ])('refuses in %s: %s', async (label, words, reason) => {
    const opened = await openWindow();
    await choose(opened);
    const field = screen.getByLabelText(label);
    await opened.user.clear(field);
    await opened.user.type(field, words);
    expect(importIt(), reason).toBeDisabled();
    expect(field, 'the field says so').toBeInvalid();
    expect(field, 'and why').toHaveAccessibleDescription(/\S/u);
  });

  it.each([
    ['{Enter}', 'in the title'],
    ['{Tab}{Control>}{Enter}{/Control}', 'anywhere'],
  ])('imports by %s %s', async (keys) => {
    const opened = await openWindow();
    const title = await choose(opened);
    await waitFor(() => expect(title).toHaveFocus());
    await opened.user.keyboard(keys);
    await waitFor(() => expect(opened.app.route.name).toBe('article'));
  });

  it('keeps a found name whole that has a comma in it', async () => {
    const found = { authors: ['Ann Lee, Jr.'] };
    const opened = await openWindow({ files: [{ ...plain('a.txt', 'A\n\nIt is.'), found }] });
    await choose(opened);
    const takes = asked(opened);
    await opened.user.click(importIt());
    expect((await takes).authors).toEqual(['Ann Lee, Jr.']);
  });

  it('remembers whose it was', async () => {
    const opened = await openWindow({
      settings: { 'first-run': 'done', 'import-whose': 'theirs' },
    });
    await choose(opened);
    expect(screen.getByLabelText('Somebody else’s, published')).toBeChecked();
    await opened.user.click(screen.getByLabelText('Ours, unpublished'));
    await opened.user.click(importIt());
    await waitFor(() => expect(opened.app.settings['import-whose']).toBe('ours'));
  });

  it('says what it was read as, what comes along, and what to know', async () => {
    const opened = await page();
    await choose(opened);
    expect(screen.getByText(/, Web page/)).toBeVisible();
    expect(screen.getByText(/5 comments, notes and links come along/)).toBeVisible();
    expect(screen.getByText(/3 control characters/)).toBeVisible();
  });
});

describe('text', () => {
  it('is pasted and becomes an article', async () => {
    const { user, app } = await openWindow();
    await user.keyboard('{Control>}{Shift>}V{/Shift}{/Control}');
    const field = await screen.findByLabelText('The text of the article');
    await waitFor(() => expect(field).toHaveFocus());
    await user.paste('Storm warning\n\nThe storm comes on Friday.');
    expect(await screen.findByText('Pasted text')).toBeVisible();
    await user.click(importIt());
    await waitFor(() => expect(app.status).toContain('Imported “Storm warning”, 2 sentences.'));
  });

  it('from a page comes with its headings, or plain', async () => {
    await openWindow();
    const html = '<h1>Storm</h1><p>It comes <b>on Friday</b>.</p>';
    const kinds: Record<string, string> = { 'text/plain': 'Storm It comes.', 'text/html': html };
    const clipboardData = { getData: (kind: string) => kinds[kind] ?? '' };
    await fireEvent.paste(document.body, { clipboardData });
    expect(await screen.findByText('It comes on Friday.'), 'its blocks').toBeVisible();
    await fireEvent.click(screen.getByLabelText('As plain text'));
    expect(
      await screen.findByRole('row', { name: /Storm It comes/ }),
      'the other flavour',
    ).toBeVisible();
  });

  it('stands in where the markup beside it cannot be read', async () => {
    const { app, fake } = await openWindow();
    const call = fake.call.bind(fake);
    fake.call = (name, takes) =>
      'html' in takes && takes.html
        ? Promise.reject(new Error('no such format yet'))
        : call(name, takes);
    app.dialog = { name: 'paste', text: 'Plain words stand here.', html: '<p>x</p>' };
    expect(await screen.findByRole('row', { name: /Plain words/ })).toBeVisible();
    expect(screen.queryByLabelText('As plain text'), 'there is no choice').toBeNull();
  });

  it('is asked for before it is read', async () => {
    const { user } = await openWindow();
    await user.keyboard('{Control>}{Shift>}V{/Shift}{/Control}');
    await user.click(await screen.findByRole('button', { name: 'Go on' }));
    expect(screen.getByRole('alert')).toHaveTextContent('There is no text yet.');
    expect(screen.getByLabelText('The text of the article')).toBeInvalid();
  });
});

describe('an address', () => {
  it('is fetched from the empty library', async () => {
    const { user } = await openWindow({ empty: true });
    await user.type(screen.getByLabelText('Or the address of a page'), 'example.org/a{Enter}');
    expect(await screen.findByLabelText('Address')).toHaveValue('https://example.org/a');
  });

  it('that was pasted waits until somebody says so', async () => {
    const { user } = await openWindow();
    await user.paste('https://example.org/a');
    const field = await screen.findByLabelText('Address of a page');
    expect(field).toHaveValue('https://example.org/a');
    expect(field).toHaveFocus();
    await user.keyboard('{Enter}');
    expect(await screen.findByLabelText('Title')).toHaveValue('Harbour to reopen in May');
  });

  it('of the own network is fetched only when that is allowed, which is offered only then', async () => {
    const { user, fake } = await openWindow();
    const call = fake.call.bind(fake);
    const asked: unknown[] = [];
    fake.call = (name, takes) => {
      if (name === 'stage_address') asked.push(takes);
      return call(name, takes);
    };
    fake.refuse('stage_address', 'address-private');
    await user.keyboard('{Control>}{Shift>}O{/Shift}{/Control}');
    const field = await screen.findByLabelText('Address of a page');
    await waitFor(() => expect(field).toHaveFocus());
    expect(screen.queryByRole('checkbox'), 'not before').toBeNull();
    await user.keyboard('http://10.0.0.7/draft{Enter}');
    expect(await screen.findByRole('alert')).toHaveTextContent('private network');
    const again = screen.getByLabelText('Address of a page');
    expect(again).toHaveFocus();
    expect(again).toHaveAccessibleDescription(/private network/);
    fake.refuse('stage_address', null);
    await user.click(screen.getByRole('checkbox', { name: /Allow addresses of my own network/ }));
    await user.click(screen.getByRole('button', { name: 'Fetch' }));
    expect(await screen.findByLabelText('Title')).toBeVisible();
    expect(asked).toEqual([
      { url: 'http://10.0.0.7/draft', allow_private: false },
      { url: 'http://10.0.0.7/draft', allow_private: true },
    ]);
  });

  it('that takes long says how far it is, and Escape stops it', async () => {
    const { user, app, fake } = await openWindow();
    fake.hold('stage_address', { stage: 'fetching', bytes: 1_200_000, of: 3_400_000 });
    app.dialog = { name: 'paste', text: '', address: 'https://example.org/a', fetch: true };
    expect(await screen.findByText('Fetching… 1.2 of 3.4 MB')).toBeVisible();
    expect(screen.getByRole('progressbar')).toHaveAttribute('value', '1200000');
    expect(screen.getByRole('button', { name: /Cancel/ })).toHaveFocus();
    await user.keyboard('{Escape}');
    expect(await screen.findByLabelText('Address of a page'), 'to change it').toHaveValue(
      'https://example.org/a',
    );
    expect(screen.queryByRole('alert'), 'no complaint').toBeNull();
  });
});

describe('a file', () => {
  it('that is read at once shows no progress, a slow one does and can be stopped', async () => {
    const { user, app, fake } = await openWindow();
    fake.hold('stage_file', { stage: 'reading', bytes: 0, of: null });
    app.dialog = { name: 'import', handles: ['file-0'] };
    await waitFor(() => expect(document.querySelector('dialog')).toBeNull());
    expect(await screen.findByText('Reading…')).toBeVisible();
    await user.keyboard('{Escape}');
    await waitFor(() => expect(app.dialog, 'nothing is left to show').toBeNull());
  });

  it('that is already here is opened', async () => {
    const opened = await openWindow();
    const { user, app, fake } = opened;
    await choose(opened);
    await user.click(importIt());
    await waitFor(() => expect(app.route.name).toBe('article'));
    const [first] = await fake.call('library', {});
    app.go({ name: 'library' });
    await user.keyboard('{Control>}o{/Control}');
    expect(await screen.findByText(/already in your library/)).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'Open it' }));
    expect(app.route).toMatchObject({ article: first?.article });
  });

  it('that cannot be read tells why', async () => {
    const { app } = await openWindow({ files: [plain('empty.txt', '  ')] });
    app.dialog = { name: 'import', handles: ['file-0'] };
    expect(await screen.findByRole('alert')).toHaveTextContent('There are no words in it.');
  });

  it('that cannot be saved stays on the screen', async () => {
    const opened = await openWindow({ full: 'import_staged' });
    await choose(opened);
    await opened.user.click(importIt());
    expect(await screen.findByRole('alert')).toHaveTextContent('The disk is full');
    expect(screen.getByLabelText('Title')).toBeVisible();
  });
});

describe('several files', () => {
  const files = [
    plain('one.txt', 'One\n\nIt is one.'),
    plain('two.txt', 'Two\n\nIt is two.'),
    plain('empty.txt', ' '),
    plain('two again.txt', 'Two\n\nIt is two.'),
    plain('three.txt', 'Three\n\nIt is three.'),
  ];

  it('come one after the other, and the end says what became of them', async () => {
    const opened = await openWindow({ files: files.slice(0, 2) });
    const { user, app } = opened;
    await choose(opened);
    expect(screen.getByText('1 of 2')).toBeVisible();
    await user.click(importIt());
    expect(await screen.findByText('2 of 2')).toBeVisible();
    expect(screen.getByLabelText('Title')).toHaveFocus();
    await user.click(screen.getByRole('button', { name: 'Leave this file' }));
    expect(await screen.findByText('2 files: 1 imported, 1 left.')).toBeVisible();
    await user.click(within(screen.getByRole('dialog')).getByRole('button', { name: 'One' }));
    expect(app.route.name).toBe('article');
  });

  it('come in as they are read, all at once', async () => {
    const opened = await openWindow({ files, empty: true });
    const { user, fake } = opened;
    await choose(opened);
    await user.click(screen.getByRole('button', { name: 'Import all the rest as read' }));
    expect(
      await screen.findByText('5 files: 3 imported, 1 already here, 1 not imported.'),
    ).toBeVisible();
    expect(screen.getByText(/There are no words in it/), 'the reason').toBeVisible();
    expect(await fake.call('library', {})).toHaveLength(3);
    await user.click(screen.getByRole('button', { name: 'To the library' }));
    expect(screen.queryByRole('dialog')).toBeNull();
  });

  it('are stopped with Escape; what is in stays in', async () => {
    const opened = await openWindow({ files, empty: true });
    const { user, fake } = opened;
    await choose(opened);
    fake.hold('stage_file', { stage: 'reading', bytes: 0, of: null });
    await user.click(screen.getByRole('button', { name: 'Import all the rest as read' }));
    expect(await screen.findByText('Importing 2 of 5…')).toBeVisible();
    await user.keyboard('{Escape}');
    expect(await screen.findByText('5 files: 1 imported, 4 left.')).toBeVisible();
    expect(await fake.call('library', {})).toHaveLength(1);
  });

  it('stop coming when nothing can be saved', async () => {
    const opened = await openWindow({ files, full: 'import_staged' });
    await choose(opened);
    await opened.user.click(screen.getByRole('button', { name: 'Import all the rest as read' }));
    expect(await screen.findByText('5 files: 1 not imported, 4 left.')).toBeVisible();
  });

  it('that are dropped meanwhile join them', async () => {
    const opened = await openWindow({ files: files.slice(0, 2) });
    opened.fake.drop(['file-0']);
    await screen.findByLabelText('Title');
    opened.fake.drop(['file-1']);
    expect(await screen.findByText('1 of 2')).toBeVisible();
  });
});

describe('for everybody', () => {
  it.each(['ask', 'review', 'summary'] as const)('%s passes axe', async (what) => {
    const files = [pretendedPage, plain('empty.txt', ' ')];
    const opened = await openWindow({ files });
    const { user } = opened;
    if (what === 'ask') {
      await user.keyboard('{Control>}{Shift>}V{/Shift}{/Control}');
      await screen.findByLabelText('The text of the article');
    } else {
      await choose(opened);
      await user.click(screen.getByRole('button', { name: 'Show what is left out' }));
    }
    if (what === 'summary') {
      await user.click(screen.getByRole('button', { name: 'Import all the rest as read' }));
      await screen.findByText(/2 files/);
    }
    const { violations } = await axe.run(screen.getByRole('dialog'), {
      // jsdom lays nothing out; colours are measured elsewhere.
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});
