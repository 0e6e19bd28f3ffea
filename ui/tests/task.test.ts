import { describe, expect, it } from 'vitest';
import { askedOf, Task, underWay } from '../src/desk/model/task';
import { agreement } from './agreements';
import {
  figureWords,
  leadWords,
  leftOut,
  shareWords,
  twos,
  whenRead,
} from '../src/screens/agreementWords';
import { shareOf } from '../src/screens/readingWords';
import { blank, fresh } from '../src/lib/backend/fake-shapes';
import type { ReadingView, SentenceView, Span, Tag } from '../src/lib/backend';

/** Sentences of ten places each, tagged by the person or by somebody else. */
function sentences(...tags: ({ mine: boolean; tag: Tag } | null)[]): SentenceView[] {
  return tags.map((said, n) => ({
    ...fresh(
      { text: `Sentence ${n}.` },
      { label: `${n + 1}`, start: n * 10, end: n * 10 + 9, block: 1, checker: '', at: '' },
    ),
    tags: said ? [{ ...blank('somebody', ''), ...said }] : [],
  }));
}

const reading = (state: ReadingView['state'], blind = true, spans?: Span[]): ReadingView => ({
  id: `${state}-${blind}`,
  reader: 'Kim',
  reader_id: null,
  asked_by: 'Anna',
  asked_by_id: 'a',
  at: '',
  blind,
  state,
  whole: !spans,
  spans: spans ?? [],
  sentences: spans?.length ?? 4,
  tagged: 0,
});

describe('the reading under way', () => {
  it.each([
    ['none', [reading('asked'), reading('done')], undefined],
    ['the one that is begun', [reading('done'), reading('begun', false)], 'begun-false'],
    ['a blind one first', [reading('begun', false), reading('begun')], 'begun-true'],
  ])('is %s', (_, all, id) => {
    expect(underWay(all)?.id).toBe(id);
  });

  it('is not what is asked of others', () => {
    expect(askedOf([reading('asked-of-others'), reading('done-by-others')])).toBeNull();
  });
});

describe('what a reading asks for', () => {
  const all = sentences(
    null,
    { mine: true, tag: 'verified' },
    { mine: false, tag: 'disputed' },
    null,
  );
  it.each<[string, Span[] | undefined, number[], number]>([
    ['is all of it', undefined, [0, 10, 20, 30], 1],
    [
      'is what its spans name',
      [
        { start: 10, end: 19 },
        { start: 30, end: 39 },
      ],
      [10, 30],
      1,
    ],
    ['is every part of a sentence split since', [{ start: 0, end: 19 }], [0, 10], 1],
    ['is what was joined since', [{ start: 22, end: 24 }], [20], 0],
    [
      'does not hang on the order',
      [
        { start: 30, end: 39 },
        { start: 0, end: 9 },
      ],
      [0, 30],
      0,
    ],
  ])('%s', (_, spans, starts, tagged) => {
    const task = new Task(reading('begun', true, spans), all);
    expect(all.filter((one) => task.asksFor(one)).map(({ start }) => start)).toEqual(starts);
    expect(task.tagged(all), 'only one’s own tags count').toBe(tagged);
    expect(task.of).toBe(starts.length);
  });
});

describe('a share of the sentences', () => {
  it.each([
    ['20', 96, 20],
    ['25 %', 96, 24],
    ['1%', 30, 1],
    ['100%', 30, 30],
    ['101 %', 30, null],
    ['31', 30, null],
    ['0', 30, null],
    ['-3', 30, null],
    ['2.5', 30, null],
    ['', 30, null],
  ])('“%s” of %i is %s', (words, all, count) => {
    expect(shareOf(words, all)).toBe(count);
  });
});

describe('agreement in words', () => {
  it('calls the person at work “You”, first', () => {
    const [two] = twos(agreement({ agreed: 3, both: 4 }), 'me');
    expect(leadWords(two!)).toBe('You and Anna Roe agree on 3 of 4 sentences.');
  });
  it.each([
    [{ agreed: 4, both: 4 }, 'You and Anna Roe agree on all 4 sentences.'],
    [{ agreed: 1, both: 1 }, 'You and Anna Roe agree on the one sentence that both tagged.'],
    [{ agreed: 0, both: 0 }, 'You and Anna Roe have tagged no sentence in common.'],
  ])('of %o', (counts, words) => {
    expect(leadWords(twos(agreement(counts), 'me')[0]!)).toBe(words);
  });
  it('says what was read, when, and who could see what', () => {
    expect(whenRead(agreement({}))).toMatch(
      /^Tags of 20 Nov 2026, on all 5 sentences\. Read blind/,
    );
    expect(whenRead({ ...agreement({}), blind: false, whole: false })).toMatch(
      /on 5 sentences drawn at random\. Not blind/,
    );
    expect(whenRead({ ...agreement({}), reading: null })).toMatch(/^The tags as they stand now/);
  });
  it('names who left something out', () => {
    expect(leftOut(agreement({}), 'me')).toBe('You had tagged 4 of 5.');
  });
  it.each([
    [0.666, '0.67'],
    [1, '1.00'],
    [-0.125, '−0.13'],
    [-0.001, '0.00'],
  ])('%f is %s', (value, words) => {
    expect(figureWords(value)).toBe(words);
  });
  it('has a dash for what nobody gave', () => {
    expect([shareWords(null), shareWords(0), shareWords(0.666)]).toEqual(['–', '0 %', '67 %']);
  });
});
