import { fireEvent, screen, waitFor, within } from '@testing-library/svelte';
import axe from 'axe-core';
import { describe, expect, it, vi } from 'vitest';
import { openWindow, sample } from './window';

const route = { name: 'export', article: sample } as const;
const title = 'The dam that came in under budget';

/** The library with a second article in it, and the export screen of the first. */
async function withTwo() {
  const opened = await openWindow();
  const { app, fake } = opened;
  const staged = await fake.call('stage_text', { text: 'The quay\n\nIt is closed.', html: false });
  await fake.call('import_staged', {
    id: staged.id,
    title: 'The quay',
    authors: [],
    publisher: '',
    published: '',
    url: '',
    lang: 'en',
    provenance: 'ours',
    kinds: [],
    put_back: [],
    leave_out: [],
  });
  await app.readLibrary();
  app.go(route);
  return opened;
}

describe('export', () => {
  it('names the article of the very first run, too', async () => {
    const { user } = await openWindow({ empty: true, settings: {} });
    await user.keyboard('{Control>}e{/Control}');
    expect(await screen.findByRole('heading', { name: title })).toBeVisible();
    await screen.findByTitle('The report');
  });

  it('shows the real page in a frame where no script runs', async () => {
    await openWindow({}, route);
    const frame = await screen.findByTitle('The report');
    expect(frame.getAttribute('sandbox'), 'no allow-scripts').toBe(
      'allow-same-origin allow-modals',
    );
    expect(frame.getAttribute('srcdoc')).toContain(title);
  });

  it.each([
    ['Markdown', 'md', `# ${title}`, 'as text'],
    ['Excel', 'xlsx', 'Sentences', 'as its tables'],
    ['CSV', 'csv', 'Label', 'as a table'],
    ['Word', 'docx', 'In the document: 12 comments, 3 tracked changes.', 'as a document'],
    ['JSON', 'json', '1,200 more characters in the file', 'and says what is not shown'],
  ])('remembers %s and shows it', async (name, format, words, why) => {
    const { user, app } = await openWindow({}, route);
    await user.click(await screen.findByRole('radio', { name }));
    expect(await screen.findByRole('region', { name: 'The report' }), why).toHaveTextContent(words);
    expect(app.settings['export-format']).toBe(format);
  });

  it.each([
    [/^Readers/, 'export-profile', 'public'],
    [/^The lawyer/, 'export-profile', 'legal'],
  ])('remembers that it is for %s', async (name, key, value) => {
    const { user, app, fake } = await openWindow({}, route);
    const choice = await screen.findByRole('radio', { name });
    expect(choice.closest('label'), 'says what is withheld').toHaveTextContent('Withheld:');
    await user.click(choice);
    expect(app.settings[key]).toBe(value);
    await waitFor(() =>
      expect(screen.getByTitle('The report').getAttribute('srcdoc')).toContain(`For the ${value}`),
    );
    await user.click(screen.getByRole('button', { name: 'Save…' }));
    expect(fake.asked).toContain(`saveReport ${sample} html ${value}`);
  });

  it('offers paper and notes only where there are any', async () => {
    const { user, app } = await openWindow({ settings: { 'first-run': 'done' } }, route);
    expect(screen.queryByRole('radio', { name: 'US Letter' }), 'a web page has none').toBeNull();
    await user.click(await screen.findByRole('radio', { name: 'Word' }));
    await user.click(await screen.findByRole('radio', { name: 'US Letter' }));
    await user.click(screen.getByRole('radio', { name: /^Endnotes/ }));
    expect(app.settings['export-paper']).toBe('letter');
    expect(app.settings['export-notes']).toBe('endnotes');
  });

  it('leads from a check to its sentence', async () => {
    const { user, app } = await openWindow({}, route);
    await user.click(await screen.findByRole('button', { name: 'Go to sentence 21' }));
    expect(app.route).toEqual({ name: 'article', article: sample, label: '21' });
  });

  it('says beside the button what the report will say', async () => {
    await openWindow({}, route);
    expect(await screen.findByText(/The report will say: “Handed over although/)).toBeVisible();
  });

  it('binds several articles in the order that the keys give them', async () => {
    const { user, fake } = await withTwo();
    await user.click(await screen.findByRole('button', { name: 'Bind it with other articles' }));
    await user.click(screen.getByRole('button', { name: 'Add The quay' }));
    expect(await screen.findByRole('heading', { name: 'Dossier of 2 articles' })).toBeVisible();
    const list = () =>
      within(screen.getByRole('region', { name: 'Articles' }))
        .getAllByRole('listitem')
        .map((one) => one.querySelector('span')?.textContent);
    expect(list()).toEqual([title, 'The quay']);
    screen.getByRole('button', { name: 'Leave out: The quay' }).focus();
    await user.keyboard('{ArrowUp}');
    expect(list(), 'moved up').toEqual(['The quay', title]);
    expect(document.activeElement?.getAttribute('aria-label')).toContain('The quay');
    const save = screen.getByRole('button', { name: 'Save…' });
    await user.click(save);
    expect(fake.asked.at(-1)).toMatch(new RegExp(`^saveReport \\w+\\+${sample} html editor$`, 'u'));
  });

  it('saves through the shell, says where, and hands it to the system', async () => {
    const { user, fake, app } = await openWindow({}, route);
    const save = await screen.findByRole('button', { name: 'Save…' });
    await waitFor(() => expect(save).toBeEnabled());
    await user.click(save);
    expect(fake.asked).toContain(`saveReport ${sample} html editor`);
    expect(await screen.findByText(/^~\/Documents\/the-dam/)).toBeVisible();
    expect(app.status).toContain('Saved: ~/Documents/');
    await user.click(screen.getByRole('button', { name: 'Open' }));
    await user.click(screen.getByRole('button', { name: 'Show in folder' }));
    expect(fake.asked.slice(-2)).toEqual(['openSaved', 'showSaved']);
  });

  it('says that it takes long, and stops', async () => {
    const { user, fake, app } = await openWindow();
    fake.hold('report', { stage: null, bytes: 0, of: null });
    app.go(route);
    const stop = await screen.findByRole('button', { name: 'Stop' }, { timeout: 2500 });
    await user.click(stop);
    expect(app.status).toBe('Stopped. Nothing was written.');
    await user.click(await screen.findByRole('button', { name: 'Make the preview' }));
    expect(await screen.findByTitle('The report')).toBeVisible();
  });

  it('copies the summary as plain text', async () => {
    const { user, app } = await openWindow({}, route);
    const wrote = vi.spyOn(navigator.clipboard, 'writeText');
    const button = await screen.findByRole('button', { name: 'Copy summary' });
    await waitFor(() => expect(button).toBeEnabled());
    await user.click(button);
    expect(wrote).toHaveBeenCalledWith(expect.stringContaining('decisions before this runs.'));
    expect(app.status).toBe('Summary copied.');
  });

  it.each(['html', 'docx'])('prints the page, whatever is shown: %s', async (format) => {
    const { user, app } = await openWindow({
      settings: { 'first-run': 'done', 'export-format': format },
    });
    const printed = vi.fn();
    const get = vi
      .spyOn(HTMLIFrameElement.prototype, 'contentWindow', 'get')
      .mockReturnValue({ print: printed, CSSStyleSheet } as unknown as Window);
    app.go(route);
    if (format === 'html') await screen.findByTitle('The report');
    else await screen.findByRole('region', { name: 'The report' });
    await user.keyboard('{Control>}p{/Control}');
    const frame = await waitFor(() => {
      const found = document.querySelector('iframe');
      if (!found) throw new Error('no page to print yet');
      return found;
    });
    await fireEvent.load(frame);
    expect(printed).toHaveBeenCalled();
    get.mockRestore();
  });

  it('says what failed instead of showing an old page', async () => {
    const { fake, app } = await openWindow();
    fake.refuse('report', 'internal');
    app.go(route);
    expect(await screen.findByRole('alert')).toHaveTextContent('Something went wrong inside Stet');
  });

  it.each(['html', 'docx', 'xlsx', 'md'])('has nothing for axe to find: %s', async (format) => {
    await openWindow({ settings: { 'first-run': 'done', 'export-format': format } }, route);
    await screen.findByText(/The report will say/);
    const { violations } = await axe.run(document.body, {
      iframes: false,
      // Without layout there are no colours to measure; the real window is looked at elsewhere.
      rules: { 'color-contrast': { enabled: false } },
    });
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html}`)).toEqual([]);
  });
});
