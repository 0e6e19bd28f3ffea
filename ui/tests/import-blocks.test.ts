import { screen, waitFor, within } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import type { FakeFile } from '../src/lib/backend/fake-import';
import { choose, page, asked, rows, row, importIt, counts, plain, block } from './imports';
import { openWindow } from './window';

describe('the blocks', () => {
  it('change their kind', async () => {
    const opened = await openWindow();
    const { user } = opened;
    await choose(opened);
    row(/old quay/).focus();
    await user.keyboard('{Enter}');
    const kind = screen.getByLabelText('Kind of block 4');
    await waitFor(() => expect(kind, 'Enter leads to the kind').toHaveFocus());
    await user.selectOptions(kind, 'caption');
    await user.keyboard('{Escape}');
    expect(row(/old quay/), 'Escape leads back, and closes nothing').toHaveFocus();
    const takes = asked(opened);
    await user.click(importIt());
    expect((await takes).kinds).toEqual([[3, 'caption']]);
  });

  it('that are left out are folded where they stood, with the reason', async () => {
    const opened = await page();
    await choose(opened);
    expect(screen.queryByText('Share this article')).toBeNull();
    const fold = row(/3 blocks left out, around the article/);
    expect(rows()[0], 'in their place').toBe(fold);
    const button = within(fold).getByRole('button');
    expect(button).toHaveAttribute('aria-expanded', 'false');
    button.focus();
    await opened.user.keyboard('{Enter}');
    expect(row(/around the article Share this article Put back/), 'shown, with why').toBeVisible();
    expect(button).toHaveAttribute('aria-expanded', 'true');
    await opened.user.click(button);
    expect(screen.queryByText('Share this article')).toBeNull();
    await opened.user.click(screen.getByRole('button', { name: 'Show what is left out' }));
    expect(screen.getByText('Subscribe to our newsletter'), 'all at once').toBeVisible();
  });

  it('are put back and left out by button and by key, and the counts follow', async () => {
    const opened = await page();
    const { user } = opened;
    await choose(opened);
    expect(counts()).toBe('16 sentences in 10 blocks · 8 left out');
    await user.click(screen.getByRole('button', { name: 'Show what is left out' }));
    await user.click(within(row(/News · Sport/)).getByRole('button', { name: 'Put back' }));
    expect(counts(), 'one more').toBe('17 sentences in 11 blocks · 7 left out');
    row(/Eleven months/).focus();
    await user.keyboard('{Delete}');
    expect(row(/left out by you Eleven months/), 'it stays in sight').toBeVisible();
    await user.keyboard('{ArrowDown}{Backspace}{Backspace}');
    expect(counts(), 'there and back').toBe('16 sentences in 10 blocks · 8 left out');
    const takes = asked(opened);
    await user.click(importIt());
    expect(await takes).toMatchObject({ put_back: [1], leave_out: [4] });
    const [made] = await opened.fake.call('library', {});
    expect(made?.counts.sentences, 'as was said').toBe(16);
  });

  it('are walked through with the arrows, one stop for Tab', async () => {
    const opened = await page();
    await choose(opened);
    const stops = (): Element[] => [...document.querySelectorAll('[data-row][tabindex="0"]')];
    expect(stops()).toHaveLength(1);
    within(rows()[0]!).getByRole('button').focus();
    await opened.user.keyboard('{End}{ArrowUp}');
    expect(rows().at(-2)).toHaveFocus();
    await opened.user.keyboard('{Home}{ArrowDown}');
    expect(rows()[1]).toHaveFocus();
    expect(stops()).toEqual([rows()[1]]);
  });

  it('of a book come as one comes to them', async () => {
    const text = Array.from({ length: 450 }, (_, n) => `Block ${n} stands here.`).join('\n\n');
    const opened = await openWindow({ files: [plain('book.txt', text)] });
    await choose(opened);
    expect(rows().length, 'not all at once').toBeLessThan(450);
    expect(screen.getByText(/more blocks further down/)).toBeVisible();
    rows()[0]?.focus();
    await opened.user.keyboard('{End}');
    expect(document.activeElement, 'but all can be reached').toHaveTextContent('Block 449');
    expect(counts(), 'and all are counted').toBe('450 sentences in 450 blocks');
  });

  it('must not all be left out', async () => {
    const opened = await openWindow({ files: [plain('one.txt', 'Only this block is here.')] });
    await choose(opened);
    rows()[0]?.focus();
    await opened.user.keyboard('{Delete}');
    expect(counts()).toBe('Every block is left out.');
    expect(importIt()).toBeDisabled();
  });

  it('show hidden characters, and markup as the text it is', async () => {
    const text = '<img src=x onerror=alert(1)>\n\n<b>Bold</b> \u202Ewords.';
    const { app } = await openWindow();
    app.dialog = { name: 'paste', text };
    expect(await screen.findByText('<b>Bold</b>', { exact: false })).toBeVisible();
    expect(document.querySelector('dialog :is(img, b)')).toBeNull();
    expect(screen.getByRole('img', { name: 'right-to-left override' })).toBeVisible();
  });

  it('beyond those shown are counted', async () => {
    const found = { beyond: 812, blocks: 814 };
    const opened = await openWindow({ files: [{ ...plain('a.txt', 'A\n\nIt is.'), found }] });
    await choose(opened);
    expect(screen.getByText(/and 812 more blocks/)).toBeVisible();
    expect(counts()).toContain('in 814 blocks');
  });

  it('that are too few for a page can be all of it', async () => {
    const preview = [
      block('Menu', 'around-article'),
      block('A short text.'),
      block('The rest of it.', 'around-article'),
    ];
    const opened = await openWindow({ files: [{ ...plain('a.html', ''), found: { preview } }] });
    await choose(opened);
    expect(screen.getByText(/Only 1 short block found/)).toBeVisible();
    await opened.user.click(screen.getByRole('button', { name: 'Show the whole page' }));
    expect(counts()).toBe('3 sentences in 3 blocks');
    await opened.user.click(screen.getByRole('button', { name: 'Paste the text' }));
    expect(await screen.findByLabelText('The text of the article')).toHaveFocus();
  });
});

describe('reading in another way', () => {
  it('by another encoding keeps what was written', async () => {
    const file: FakeFile = {
      ...plain('old.txt', 'Caf\u00c3\u00a9\n\nIt is open.'),
      found: { encoding: { name: 'windows-1252', guessed: true } },
      again: ({ encoding }) =>
        encoding === 'UTF-8' ? { title: 'Café', preview: [block('Café'), block('It is.')] } : {},
    };
    const opened = await openWindow({ files: [file] });
    const { user } = opened;
    await choose(opened);
    await user.type(screen.getByLabelText('Publisher'), 'The Coast');
    expect(screen.getByText(/windows-1252/).parentElement).toHaveTextContent(
      'As windows-1252, a guess. Looks wrong? Change',
    );
    await user.click(screen.getByRole('button', { name: 'Change the encoding' }));
    const select = screen.getByLabelText('Encoding');
    expect(select).toHaveFocus();
    await user.selectOptions(select, 'UTF-8');
    await waitFor(() => expect(screen.getByLabelText('Title'), 'found anew').toHaveValue('Café'));
    expect(screen.getByLabelText('Publisher'), 'written').toHaveValue('The Coast');
    expect(screen.getByText('UTF-8').parentElement).toHaveTextContent('as you chose');
  });

  it('by the other side of tracked changes', async () => {
    const file: FakeFile = {
      ...plain('draft.docx', 'New\n\nIt is new.'),
      found: { tracked_changes: true },
      again: ({ changes }) => (changes === 'original' ? { preview: [block('It was old.')] } : {}),
    };
    const opened = await openWindow({ files: [file] });
    await choose(opened);
    expect(screen.getByLabelText('as changed')).toBeChecked();
    await opened.user.click(screen.getByLabelText('as it was before'));
    expect(await screen.findByRole('row', { name: /It was old/ })).toBeVisible();
    expect(screen.getByLabelText('as it was before')).toBeChecked();
  });
});
