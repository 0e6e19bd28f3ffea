// Counts of sentences, kept up as single sentences change: O(parts of one sentence) a change.
// Parts (9a, 9b) count as one sentence, rolled up as in the field's rules.

import type { Counts, SentenceView, Standing } from '../../lib/backend/types.gen';
import { isClosed } from './tags';

/** The sentence a part belongs to: 9b belongs to 9, H1 to itself. */
export function wholeLabel(label: string): string {
  return /^([A-Z]*[0-9]+)[a-z]+$/.exec(label)?.[1] ?? label;
}

/** Any disputed, else any open, else attributed-only, else verified, else no claim. */
export function rollUp(parts: readonly Standing[]): Standing {
  const order: Standing[] = [
    'disputed',
    'disagreement',
    'untagged',
    'attributed-only',
    'verified',
    'no-claim',
  ];
  return order.find((standing) => parts.includes(standing)) ?? 'untagged';
}

const fields: Record<Standing, keyof Counts> = {
  verified: 'verified',
  disputed: 'disputed',
  'attributed-only': 'attributed_only',
  'no-claim': 'no_claim',
  untagged: 'untagged',
  disagreement: 'disagreement',
};

const words = (text: string): number =>
  text.split(/\s+/u).filter((word) => /[\p{L}\p{N}]/u.test(word)).length;

export const noCounts: Counts = {
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

function add(into: Counts, parts: readonly SentenceView[], sign: 1 | -1): void {
  const standing = rollUp(parts.map((part) => part.standing));
  into.sentences += sign;
  into[fields[standing]] += sign;
  if (parts.some((part) => part.flagged)) into.flagged += sign;
  if (parts.some((part) => part.debts.length > 0)) into.owed += sign;
  const all = parts.reduce((sum, part) => sum + words(part.text), 0);
  into.words += sign * all;
  if (isClosed(standing)) into.words_closed += sign * all;
}

/** Counts of an article and of each of its sections. */
export class Tally {
  readonly total: Counts = { ...noCounts };
  readonly sections: Counts[] = [];
  /** First sentence of the group that each sentence is part of, and the one after its last. */
  private readonly groups: { from: number; to: number }[] = [];
  private readonly sectionOf: readonly number[];

  /** @param sectionOf section of each sentence, by its index. */
  constructor(views: readonly SentenceView[], sectionOf: readonly number[]) {
    this.sectionOf = sectionOf;
    for (let from = 0; from < views.length;) {
      const whole = wholeLabel(views[from]!.label);
      let to = from + 1;
      while (to < views.length && wholeLabel(views[to]!.label) === whole) to += 1;
      const group = { from, to };
      for (let at = from; at < to; at += 1) this.groups.push(group);
      this.count(views, from, to, 1);
      from = to;
    }
  }

  /** Counts again after one sentence changed. `views` still holds the old one. */
  change(views: readonly SentenceView[], at: number, next: SentenceView): void {
    const group = this.groups[at];
    if (!group) return;
    this.count(views, group.from, group.to, -1);
    const parts = views.slice(group.from, group.to);
    parts[at - group.from] = next;
    this.count(parts, 0, parts.length, 1, group.from);
  }

  private count(
    views: readonly SentenceView[],
    from: number,
    to: number,
    sign: 1 | -1,
    at = from,
  ): void {
    const parts = views.slice(from, to);
    add(this.total, parts, sign);
    const section = this.sectionOf[at] ?? 0;
    while (this.sections.length <= section) this.sections.push({ ...noCounts });
    add(this.sections[section]!, parts, sign);
  }
}
