import { screen, waitFor, within } from '@testing-library/svelte';
import axe from 'axe-core';
import { describe, expect, it } from 'vitest';
import type { Conflict } from '../src/lib/backend';
import { conflictAbout, conflictTitle } from '../src/screens/conflictWords';
import { merged } from './sharing';
import { sample } from './window';

/** The first of three disagreements is on show. */
async function desk() {
  const opened = await merged();
  await opened.user.click(screen.getByRole('button', { name: 'Settle 3 disagreements' }));
  await screen.findByRole('heading', { name: 'Sample checker and Ole Berg differ on 1' });
  return opened;
}

const title = (words: string | RegExp) => screen.findByRole('heading', { level: 2, name: words });
const standing = (app: Awaited<ReturnType<typeof desk>>['app']) =>
  app.library[0]?.counts.disagreement;

describe('the conflict desk', () => {
  it('shows one difference, its sides and what led to each', async () => {
    await desk();
    expect(screen.getByText('1 of 3')).toBeVisible();
    expect(screen.getByText(/finished in the spring of 1936/)).toBeVisible();
    const [first, second] = screen.getAllByRole('radio');
    expect(first).toHaveAccessibleName(/Sample checker verified/);
    expect(second).toHaveAccessibleName(/Ole Berg disputed/);
    expect(second, 'the finding goes with it').toHaveAccessibleDescription(/diary says autumn/);
    const side = screen.getByRole('region', { name: /Ole Berg/ });
    expect(within(side).getByText('What led to it')).toBeVisible();
    expect(within(side).getByText('disputed: The diary says autumn.')).toBeVisible();
    expect(within(side).getByText('91c0 3f2a 77de 0412'), 'whose key').toBeVisible();
    expect(first, 'nothing is chosen beforehand').not.toBeChecked();
  });

  it.each([
    ['j', '{j}', '2'],
    ['the arrow', '{ArrowDown}', '2'],
    ['k, back again', 'jk', '1'],
    ['to the end and no further', 'jjj', '3'],
  ])('is walked by %s', async (_, keys, place) => {
    const { user } = await desk();
    await user.keyboard(keys);
    expect(await screen.findByText(`${place} of 3`)).toBeVisible();
    expect(document.activeElement?.tagName, 'the new heading is read').toMatch(/^H[12]$/);
  });

  it.each([
    ['2', 'Ole Berg'],
    ['1', 'Sample checker'],
    ['{ArrowRight}', 'Sample checker'],
    ['{ArrowRight}{ArrowRight}', 'Ole Berg'],
    ['{ArrowLeft}', 'Ole Berg'],
  ])('%s chooses %s', async (keys, who) => {
    const { user } = await desk();
    await user.keyboard(keys);
    expect(screen.getByRole('radio', { name: new RegExp(who) })).toBeChecked();
  });

  it('settles by keyboard alone, with a reason, one after the other', async () => {
    const { user, app, fake } = await desk();
    await user.keyboard('2r');
    expect(screen.getByLabelText(/^Why/)).toHaveFocus();
    await user.keyboard('The diary is plain.{Enter}');
    await title('Sample checker and Ole Berg differ on 3');
    expect(app.status).toBe('Decided on 1: disputed. 2 left.');
    expect(screen.getByText('1 of 2')).toBeVisible();
    await user.keyboard('1{Enter}');
    await title(/differ on 4/);
    await user.keyboard('2{Enter}');
    expect(await screen.findByText('Nothing is left to settle.')).toBeVisible();
    expect(await fake.call('conflicts', { article: '' })).toEqual([]);
    const { view } = await fake.call('open_article', { article: sample });
    const first = view.sentences.find(({ label }) => label === '1');
    expect(first?.standing).toBe('disputed');
    expect(first?.adjudications?.[0]?.reason).toBe('The diary is plain.');
    await app.readLibrary();
    expect(standing(app)).toBe(0);
  });

  it('decides nothing before a side is chosen, and has nothing that agrees to all', async () => {
    const { user, app } = await desk();
    await user.keyboard('{Enter}');
    expect(app.status).toBe('Choose a side first.');
    expect(screen.getByText('1 of 3')).toBeVisible();
    expect(screen.getByRole('button', { name: /^Decide/ })).toBeDisabled();
    expect(screen.queryByRole('button', { name: /all/i })).toBeNull();
  });

  it('takes a tag that nobody gave', async () => {
    const { user, app } = await desk();
    await user.click(screen.getByRole('radio', { name: 'attributed-only' }));
    await user.click(screen.getByRole('button', { name: /Decide: attributed-only/ }));
    await waitFor(() => expect(app.status).toBe('Decided on 1: attributed-only. 2 left.'));
  });

  it('says when one decides on one’s own tag', async () => {
    const { user, app, fake } = await desk();
    const { view } = await fake.call('open_article', { article: sample });
    const [one] = view.sentences.filter(({ label }) => label === '1');
    if (!one) throw new Error('the sample has a sentence 1');
    const span = { start: one.start, end: one.end };
    await fake.call('tag', { article: sample, spans: [span], tag: 'no-claim', speaker: null });
    fake.changeElsewhere();
    const mine = await screen.findByRole('radio', { name: /Kari Lind.*you/ });
    expect(screen.queryByText(/your own tag/)).toBeNull();
    await user.click(mine);
    expect(screen.getByText(/You would decide on your own tag/)).toBeVisible();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(app.status).toMatch(/Decided on 1: no-claim/));
  });

  it('undoes by Ctrl+Z and stands on what came back', async () => {
    const { user, app } = await desk();
    await user.keyboard('j2{Enter}');
    await title(/differ on 4/);
    await user.keyboard('{Control>}z{/Control}');
    await title(/differ on 3/);
    expect(screen.getByText('2 of 3')).toBeVisible();
    expect(app.status).toBe('Undo “decided on 3: disputed”. 3 left.');
    await user.keyboard('{Control>}y{/Control}');
    await waitFor(() => expect(app.status).toMatch(/^Redo .* 2 left\.$/));
  });

  it('keeps the words of a reason while one looks at another', async () => {
    const { user } = await desk();
    await user.keyboard('rBecause.{Escape}jk');
    expect(await screen.findByLabelText(/^Why/)).toHaveValue('Because.');
  });

  it('says when it was settled elsewhere meanwhile', async () => {
    const { user, app, fake } = await desk();
    fake.refuse('settle', 'conflict-unknown');
    await user.keyboard('2{Enter}');
    await waitFor(() => expect(app.problem?.code).toBe('conflict-unknown'));
  });

  it('is left for the sentence one stood on', async () => {
    const { user, app } = await desk();
    app.go({ name: 'article', article: sample });
    app.go({ name: 'conflicts', article: sample, label: '3' });
    await title(/differ on 3/);
    await user.keyboard('{Escape}');
    expect(app.route).toEqual({ name: 'article', article: sample, label: '3' });
  });

  it('is opened from the library', async () => {
    const { user, app } = await desk();
    app.go({ name: 'library' });
    await user.click(await screen.findByRole('button', { name: /3 disagreements in The dam/ }));
    expect(app.route).toMatchObject({ name: 'conflicts', article: sample });
    await user.keyboard('{Escape}');
    expect(app.route).toEqual({ name: 'library' });
  });

  it('is opened from the sentence that people differ on', async () => {
    const { user, app } = await desk();
    app.go({ name: 'article', article: sample, label: '3' });
    await user.click(await screen.findByRole('button', { name: /Settle it/ }));
    expect(app.route).toEqual({ name: 'conflicts', article: sample, label: '3' });
  });

  it('is opened from the palette, where nobody may differ', async () => {
    const { user, app } = await desk();
    await user.keyboard('2{Enter}');
    await title(/on 3/);
    await user.keyboard('2{Enter}');
    await title(/on 4/);
    await user.keyboard('2{Enter}');
    app.go({ name: 'library' });
    await user.keyboard('{Control>}k{/Control}where people{Enter}');
    expect(await screen.findByText('Nobody differs here.')).toBeVisible();
  });

  it('is accessible', async () => {
    const { user } = await desk();
    await user.keyboard('2');
    expect((await axe.run(document.body)).violations).toEqual([]);
  });
});

describe('a difference', () => {
  const side = { checker: 'Ole Berg' };
  const other = { checker: 'Kari Lind' };
  const make = (what: object) => ({ label: '9b', field: 'judgement', ...what }) as Conflict;
  it.each([
    ['disagreement', 'adjudicate', [side, other], 'Ole Berg and Kari Lind differ on 9b', /until/],
    [
      'fork',
      'theirs',
      [side, side],
      'Ole Berg said two things of 9b, on two machines',
      /Ole Berg’s own/,
    ],
    ['shared', 'assign', [side, other], 'Two values of the judgement at 9b', /takes the place/],
    ['fit', 'adjudicate', [side], 'The boundaries of 9b have moved under a tag', /kept/],
  ])('of kind %s is told in words', (kind, settling, sides, words, about) => {
    const conflict = make({ kind, settling, sides });
    expect(conflictTitle(conflict)).toBe(words);
    expect(conflictAbout(conflict)).toMatch(about);
  });
});
