// What the marks are called and how they look, in one table; and what a sentence stands at
// before the store has answered.

import type { SentenceView, Standing, Tag, TagView } from '../../lib/backend/types.gen';

export interface Mark {
  readonly glyph: string;
  /** As a heading or button says it. */
  readonly name: string;
  /** As the status line says it. */
  readonly word: string;
  /** What it means, for the person who has just chosen it. */
  readonly meaning: string;
}

export const marks: Record<Standing | 'suspended', Mark> = {
  verified: {
    glyph: '✓',
    name: 'Verified',
    word: 'verified',
    meaning:
      'Everything the words assert is supported: names, figures, dates, and what they imply.',
  },
  disputed: {
    glyph: '✗',
    name: 'Disputed',
    word: 'disputed',
    meaning: 'Credible evidence contradicts some of the words. Say which, and propose better ones.',
  },
  'attributed-only': {
    glyph: '❝',
    name: 'Attributed',
    word: 'attributed-only',
    meaning:
      'It is sure that this speaker said this; not that it is so. All words outside are verified.',
  },
  'no-claim': {
    glyph: '–',
    name: 'No claim',
    word: 'no claim',
    meaning: 'Nothing in it could be wrong. With a name, number or date in it, say why.',
  },
  untagged: {
    glyph: '○',
    name: 'Not tagged',
    word: 'not tagged',
    meaning: 'Nobody has concluded.',
  },
  disagreement: {
    glyph: '≠',
    name: 'Disagreement',
    word: 'disagreement',
    meaning: 'The checkers differ; it counts as open.',
  },
  suspended: {
    glyph: '↻',
    name: 'Suspended',
    word: 'suspended',
    meaning: 'The words changed since it was tagged; it counts as not tagged.',
  },
};

export const tags: readonly Tag[] = ['verified', 'disputed', 'attributed-only', 'no-claim'];

/** Whether nobody needs to conclude any more. */
export function isClosed(standing: Standing): boolean {
  return standing !== 'untagged' && standing !== 'disagreement';
}

/** What the sentence looks like: its standing tag, or the old one it lost when its words changed. */
export function look(view: SentenceView): { kind: Standing | 'suspended'; was: Tag | null } {
  if (view.standing === 'untagged') {
    const old = view.tags.find((tag) => tag.tag !== null && tag.state !== 'current');
    if (old) return { kind: 'suspended', was: old.tag };
  }
  return { kind: view.standing, was: null };
}

/** The reader's own tag on exactly these words, if any. */
export function own(view: SentenceView): TagView | null {
  return (
    view.tags.find((tag) => tag.mine && tag.fit === 'exact') ??
    view.tags.find((tag) => tag.mine) ??
    null
  );
}

/** The tag on which all who concluded agree: a guess until the store answers, which knows adjudications too. */
export function agreed(list: readonly TagView[]): Standing {
  const said = new Set(
    list
      .filter((tag) => tag.tag !== null && tag.state === 'current' && tag.fit === 'exact')
      .map((tag) => tag.tag!),
  );
  if (said.size === 0) return 'untagged';
  if (said.size > 1) return 'disagreement';
  return [...said][0]!;
}

/** The sentence as it will be once `change` on one's own tag is durable. */
export function withOwn(
  view: SentenceView,
  me: { id: string; name: string },
  change: Partial<TagView>,
): SentenceView {
  const mine = view.tags.find((tag) => tag.mine && tag.fit === 'exact');
  const blank: TagView = {
    checker: me.name,
    checker_id: me.id,
    tag: null,
    finding: '',
    correction: '',
    speaker: '',
    at: '',
    state: 'current',
    fit: 'exact',
    mine: true,
  };
  const next = { ...(mine ?? blank), ...change };
  const list = mine ? view.tags.map((tag) => (tag === mine ? next : tag)) : [...view.tags, next];
  return { ...view, tags: list, standing: agreed(list) };
}

/** A changed tag starts with an empty finding, the same tag keeps it; clearing leaves what was written. */
export function withTag(
  view: SentenceView,
  me: { id: string; name: string },
  tag: Tag | null,
): SentenceView {
  const before = own(view);
  const keeps = tag === null || before === null || before.tag === null || before.tag === tag;
  return withOwn(view, me, { tag, state: 'current', ...(keeps ? {} : { finding: '' }) });
}

/** How a list of sentences is spoken of: "9b", "9b and 10", "4 sentences". */
export function nameOf(labels: readonly string[]): string {
  if (labels.length === 1) return labels[0]!;
  if (labels.length === 2) return `${labels[0]} and ${labels[1]}`;
  return `${labels.length} sentences`;
}
