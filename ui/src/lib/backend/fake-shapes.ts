// The shapes that the pretended backend fills: sentences, tags, counts, and what follows from them.
import type { SampleSentence } from './sample';
import type { ArticleView, BlockKind, Counts, SentenceView, Standing, TagView } from './types.gen';

/** The fingerprint under which the sample was tagged. */
export const sampleChecker = '5a3b1e0000000001';

const prefixes: Partial<Record<BlockKind, string>> = {
  headline: 'H',
  deck: 'H',
  heading: 'S',
  caption: 'C',
  credit: 'C',
};

/** Numbers labels as people say them: 1, 2 in the text, H1 and C2 outside it. */
export function labelled(kind: BlockKind, counters: Map<string, number>): string {
  const prefix = prefixes[kind] ?? '';
  const next = (counters.get(prefix) ?? 0) + 1;
  counters.set(prefix, next);
  return `${prefix}${next}`;
}

export const countOf: Record<Standing, keyof Counts> = {
  untagged: 'untagged',
  verified: 'verified',
  disputed: 'disputed',
  'attributed-only': 'attributed_only',
  'no-claim': 'no_claim',
  disagreement: 'disagreement',
};

export function nothing(): Counts {
  return {
    sentences: 0,
    verified: 0,
    disputed: 0,
    attributed_only: 0,
    no_claim: 0,
    untagged: 0,
    disagreement: 0,
    flagged: 0,
    owed: 0,
    words_closed: 0,
    words: 0,
  };
}

export function blank(checker: string, at: string): TagView {
  return {
    checker,
    checker_id: sampleChecker,
    tag: null,
    finding: '',
    correction: '',
    speaker: '',
    at,
    state: 'current',
    fit: 'exact',
    mine: false,
  };
}

export function pick({ checker, checker_id, mine }: TagView): Partial<TagView> {
  return { checker, checker_id, mine, state: 'current', fit: 'exact' };
}

interface Place {
  label: string;
  start: number;
  end: number;
  block: number;
  checker: string;
  at: string;
}

export function fresh(sentence: SampleSentence, place: Place): SentenceView {
  const { label, start, end, block, checker, at } = place;
  const { text, tag, finding = '', correction = '', speaker = '' } = sentence;
  return {
    n: 0,
    label,
    start,
    end,
    text,
    block,
    standing: 'untagged',
    tags: tag ? [{ ...blank(checker, at), tag, finding, correction, speaker }] : [],
    evidence: [],
    remarks: [],
    queries: [],
    flagged: false,
    publish: false,
    conflicts: [],
    debts: [],
  };
}

/** What was decided; else the tag on which all agree. */
export function standing({ tags, adjudications = [] }: SentenceView): Standing {
  const ruling = adjudications.findLast(({ holds }) => holds);
  if (ruling) return ruling.tag;
  const given = new Set(
    tags.flatMap((one) => (one.tag && one.state === 'current' ? [one.tag] : [])),
  );
  const [only] = given;
  if (given.size > 1) return 'disagreement';
  return only ?? 'untagged';
}

export function debts(one: SentenceView): string[] {
  const owed: string[] = [];
  const finding = one.tags.some((tag) => tag.finding);
  if (one.standing === 'verified' && one.evidence.length === 0 && !finding) owed.push('no source');
  if (one.standing === 'disputed' && !finding) owed.push('no finding');
  if (one.standing === 'attributed-only' && !one.tags.some((tag) => tag.speaker)) {
    owed.push('no speaker');
  }
  return owed;
}

/** What makes everything to be shown anew: boundaries, and who reads a second time. */
export function shape(view: string): string {
  const { sentences, readings = [] } = JSON.parse(view) as ArticleView;
  return JSON.stringify([sentences.map(({ start, end }) => [start, end]), readings]);
}
