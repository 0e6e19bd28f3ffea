import { describe, expect, it } from 'vitest';
import type { BlockKind, SentenceView, Standing, TagView } from '../../lib/backend';
import { address, codePoints } from './clip';
import { hang, place, type Block } from './galley';
import { outline } from './outline';
import { byLabel, search } from './search';
import { binInk, cells, stripPaths } from './strip';
import { agreed, look, withTag } from './tags';
import { rollUp, Tally, wholeLabel } from './tally';
import { above, ending, inView, nearest } from './walk';
import { around, follow, Heights } from './window';

const me = { id: 'me', name: 'Me' };
const tagOf = (over: Partial<TagView>): TagView => ({
  checker: 'Ana',
  checker_id: 'ana',
  tag: null,
  finding: '',
  correction: '',
  speaker: '',
  at: '',
  state: 'current',
  fit: 'exact',
  mine: false,
  ...over,
});
function sentence(over: Partial<SentenceView> = {}): SentenceView {
  return {
    n: 1,
    label: '1',
    start: 0,
    end: 4,
    text: 'Four words stand here.',
    block: 1,
    standing: 'untagged',
    tags: [],
    evidence: [],
    remarks: [],
    queries: [],
    flagged: false,
    publish: false,
    conflicts: [],
    debts: [],
    ...over,
  };
}
const row = (standings: Standing[]): SentenceView[] =>
  standings.map((standing, at) =>
    sentence({ n: at + 1, label: `${at + 1}`, standing, start: at * 10, end: at * 10 + 9 }),
  );

describe('what a sentence stands at', () => {
  const table: [why: string, tags: Partial<TagView>[], standing: Standing][] = [
    ['nobody', [], 'untagged'],
    ['one', [{ tag: 'verified' }], 'verified'],
    ['two agree', [{ tag: 'verified' }, { tag: 'verified' }], 'verified'],
    ['two differ', [{ tag: 'verified' }, { tag: 'disputed' }], 'disagreement'],
    ['only a finding', [{ finding: 'hm' }], 'untagged'],
    ['a tag that lies wider closes nothing', [{ tag: 'verified', fit: 'wider' }], 'untagged'],
    ['a suspended tag closes nothing', [{ tag: 'verified', state: 'suspended' }], 'untagged'],
  ];
  it.each(table)('%s', (why, list, standing) =>
    expect(agreed(list.map(tagOf)), why).toBe(standing),
  );

  it('shows a suspended tag in its old line', () => {
    const view = sentence({ tags: [tagOf({ tag: 'disputed', state: 'suspended' })] });
    expect(look(view)).toEqual({ kind: 'suspended', was: 'disputed' });
  });

  it('starts a changed tag with an empty finding, keeps it for the same, and for a cleared one', () => {
    const view = sentence({
      standing: 'verified',
      tags: [tagOf({ tag: 'verified', finding: 'seen', mine: true })],
    });
    expect(withTag(view, me, 'verified').tags[0]!.finding).toBe('seen');
    expect(withTag(view, me, 'disputed').tags[0]!.finding).toBe('');
    expect(withTag(view, me, null)).toMatchObject({
      standing: 'untagged',
      tags: [{ finding: 'seen', tag: null }],
    });
  });
});

describe('counts', () => {
  it.each([
    ['9b', '9'],
    ['9', '9'],
    ['H1', 'H1'],
    ['C2a', 'C2'],
  ])('%s belongs to %s', (label, whole) => expect(wholeLabel(label)).toBe(whole));

  it.each([
    [['verified', 'disputed'], 'disputed'],
    [['verified', 'untagged'], 'untagged'],
    [['verified', 'attributed-only'], 'attributed-only'],
    [['no-claim', 'verified'], 'verified'],
    [['no-claim', 'no-claim'], 'no-claim'],
  ] as [Standing[], Standing][])('parts %s roll up to %s', (parts, whole) =>
    expect(rollUp(parts)).toBe(whole),
  );

  it('keeps up with single changes, parts counted once', () => {
    const views = [sentence({ label: '1' }), sentence({ label: '2a' }), sentence({ label: '2b' })];
    const tally = new Tally(views, [0, 1, 1]);
    expect(tally.total).toMatchObject({ sentences: 2, untagged: 2, words: 12 });
    const next = { ...views[1]!, standing: 'verified' as const, flagged: true };
    tally.change(views, 1, next);
    views[1] = next;
    expect(tally.total, 'the other part is still open').toMatchObject({
      untagged: 2,
      verified: 0,
      flagged: 1,
    });
    const last = { ...views[2]!, standing: 'verified' as const };
    tally.change(views, 2, last);
    views[2] = last;
    expect(tally.total).toMatchObject({ untagged: 1, verified: 1, words_closed: 8 });
    expect(tally.sections.map((one) => one.verified)).toEqual([0, 1]);
    expect(new Tally(views, [0, 1, 1]).total, 'the same as counting anew').toEqual(tally.total);
  });
});

describe('walking', () => {
  const views = row(['untagged', 'verified', 'untagged', 'disputed']);
  it('goes to the next that fits, and stays where none does', () => {
    expect(nearest(views, 0, 1, inView.open)).toBe(2);
    expect(nearest(views, 2, 1, inView.open)).toBe(-1);
    expect(nearest(views, 3, -1, inView.open)).toBe(2);
    expect(above(views, 3, inView.open)).toBe(2);
  });

  it.each([
    [
      'sources are owed',
      row(['verified', 'verified']).map((view) => ({ ...view, debts: ['no source'] })),
      'All 2 sentences tagged. 2 verified have no source.',
    ],
    [
      'one',
      row(['verified']).map((view) => ({ ...view, debts: ['no source'] })),
      'All 1 sentence tagged. 1 verified has no source.',
    ],
    [
      'something else',
      row(['attributed-only']).map((view) => ({ ...view, debts: ['no speaker'] })),
      'All 1 sentence tagged. 1 still owes something.',
    ],
    ['nothing', row(['verified']), 'All 1 sentence tagged.'],
  ])('ends well: %s', (_why, all, words) => expect(ending(all, all.length)).toBe(words));
});

describe('the outline', () => {
  it('has headline, opening, each heading, and captions last', () => {
    const kinds: BlockKind[] = ['headline', 'deck', 'paragraph', 'caption', 'heading', 'paragraph'];
    const blocks = kinds.map((kind, at) => ({ n: at + 1, kind, start: 0, end: 0 }));
    const sentences = kinds.map((kind, at) => sentence({ block: at + 1, text: kind }));
    const found = outline({ blocks, sentences });
    expect(found.sections.map((section) => section.title)).toEqual([
      'Headline',
      'Opening',
      'heading',
      'Captions',
    ]);
    expect(found.sectionOf).toEqual([0, 0, 1, 3, 2, 2]);
  });
});

describe('the strip', () => {
  it.each([
    ['any disputed wins', ['verified', 'untagged', 'disputed'], 'disputed'],
    ['then any open', ['verified', 'verified', 'disagreement'], 'open'],
    ['else most', ['verified', 'attributed-only', 'attributed-only'], 'attributed'],
  ] as [string, Standing[], string][])('%s', (_why, standings, ink) =>
    expect(binInk(standings, 0, 3)).toBe(ink),
  );

  it('never has more cells than room, and loses no dispute', () => {
    const many = row(
      Array.from({ length: 10_000 }, (_, at) => (at === 7777 ? 'disputed' : 'verified')),
    ).map((view) => view.standing);
    const inks = cells(many, 700);
    expect(inks.length).toBeLessThanOrEqual(100);
    expect(inks.filter((ink) => ink === 'disputed')).toHaveLength(1);
    expect(stripPaths(many, 700).disputed).toMatch(/^M[\d.]+ 0H/);
  });
});

describe('the window over a long article', () => {
  it('keeps the height of the whole, whatever is in the page', () => {
    const heights = new Heights(new Array<number>(1000).fill(400));
    for (let block = 100; block < 250; block += 1) heights.note(block, 180);
    const whole = heights.sum(0, 1000);
    for (const from of [0, 300, 850])
      expect(
        heights.sum(0, from) + heights.sum(from, from + 150) + heights.sum(from + 150, 1000),
      ).toBeCloseTo(whole, 3);
    expect(heights.of(999), 'the rest is reckoned from what was measured').toBeCloseTo(180, 6);
    expect(heights.at(heights.sum(0, 500) + 1)).toBe(500);
  });

  it.each([
    ['the middle', 500, { from: 470, to: 530 }],
    ['the start', 3, { from: 0, to: 60 }],
    ['the end', 998, { from: 940, to: 1000 }],
  ])('stands around %s', (_why, block, range) => expect(around(block, 1000)).toEqual(range));

  it('stays until what is seen comes near its edge', () => {
    const now = { from: 470, to: 530 };
    expect(follow(now, { from: 490, to: 500 }, 1000)).toBe(now);
    expect(follow(now, { from: 475, to: 485 }, 1000)).toEqual({ from: 450, to: 510 });
    expect(
      follow({ from: 0, to: 60 }, { from: 0, to: 9 }, 1000),
      'nothing lies before the first',
    ).toEqual({ from: 0, to: 60 });
  });
});

describe('the galley', () => {
  it('hangs labels where sentences begin, and gives way', () => {
    const lines = [
      { begins: 15, top: 0, bottom: 60 },
      { begins: 45, top: 30, bottom: 60 },
      { begins: 45, top: 30, bottom: 90 },
      { begins: 75, top: 60, bottom: 90 },
    ];
    expect(hang(lines, 30)).toEqual([
      { middle: 15, slot: 0 },
      { middle: 45, slot: 0 },
      { middle: 75, slot: 0 },
      { middle: 75, slot: 1 },
    ]);
  });

  const note = (top: number, height: number, must = true): Block => ({ top, height, must });
  const table: [
    why: string,
    notes: Block[],
    carry: number,
    places: (number | null)[],
    over: number,
  ][] = [
    ['beside their lines, never over one another', [note(0, 50), note(20, 30)], 0, [0, 60], 0],
    ['below what the paragraph before left', [note(0, 20)], 40, [50], 0],
    ['what does not fit reaches into the next', [note(80, 50)], 0, [80], 30],
    ['and is handed on through an empty one', [], 140, [], 40],
    ['trouble has its place first', [note(0, 40, false), note(20, 40)], 0, [null, 20], 0],
    [
      'what need not show stands where there is room',
      [note(0, 20, false), note(60, 40)],
      0,
      [0, 60],
      0,
    ],
    ['and gives way a little', [note(0, 30), note(20, 30, false)], 0, [0, 40], 0],
    ['but never far', [note(0, 70), note(10, 20, false)], 0, [0, null], 0],
    ['nor out of its paragraph', [note(90, 20, false)], 0, [null], 0],
    ['where there is just the gap below it', [note(0, 90, false)], 0, [0], 0],
    ['not where it would touch a first note below', [note(0, 91, false)], 0, [null], 0],
    ['clear of what does not reach this far', [note(0, 20, false)], -12, [0], 0],
  ];
  it.each(table)('puts notes %s', (why, notes, carry, places, over) =>
    expect(place(notes, 10, carry, 100), why).toEqual({ places, over }),
  );
});

describe('pasted and searched text', () => {
  it.each([
    ['https://example.org/a?b=c', 'https://example.org/a?b=c'],
    ['  http://example.org \n', 'http://example.org'],
    ['see https://example.org', null],
    ['javascript:alert(1)', null],
    ['file:///etc/passwd', null],
    ['https://', null],
    ['', null],
  ])('%s is %s', (text, found) => expect(address(text)).toBe(found));

  it.each([
    ['ASCII', 'The dam', 4, 4],
    ['an emoji is two units, one code point', 'a😀b', 3, 2],
    ['right to left', 'אבג', 2, 2],
  ])('counts code points: %s', (_why, text, units, points) =>
    expect(codePoints(text, units)).toBe(points),
  );

  it('finds words whatever their case, and labels whatever theirs', () => {
    const views = [
      sentence({ label: 'H1', text: 'The dam and the DAM' }),
      sentence({ label: '9b', text: 'nothing' }),
    ];
    expect(search(views, 'dam').map(({ sentence: at, from }) => [at, from])).toEqual([
      [0, 4],
      [0, 16],
    ]);
    expect(search(views, '  ')).toEqual([]);
    expect([byLabel(views, 'h1'), byLabel(views, ' 9B '), byLabel(views, '7')]).toEqual([0, 1, -1]);
  });
});
