// A sentence seen through the lens: its words in stretches, each with the facts that lie on it.

import type { AtomKind, AtomView, SuggestionView } from '../../lib/backend';

/** A stretch of a sentence; together the stretches are its text. */
export interface Stretch {
  readonly text: string;
  /** The fact it belongs to, if any: the innermost, since a quotation holds others. */
  readonly kind: Exclude<AtomKind, 'quotation'> | null;
  readonly quoted: boolean;
  /** Whether these are the words that attribute: "said". */
  readonly cue: boolean;
}

interface Part {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** Cuts a sentence at the ends of its facts and of the cue. */
export function stretches(
  part: Part,
  facts: readonly AtomView[],
  hint: SuggestionView | null,
): Stretch[] {
  const cue = hint?.cue ?? null;
  const spans = [...facts, ...(cue ? [cue] : [])];
  const ends = new Set([part.start, part.end]);
  for (const { start, end } of spans) {
    if (start > part.start && start < part.end) ends.add(start);
    if (end > part.start && end < part.end) ends.add(end);
  }
  const cut = cutter(part);
  const places = [...ends].sort((a, b) => a - b);
  return places.slice(1).map((end, at): Stretch => {
    const start = places[at]!;
    const on = facts.filter((fact) => fact.start <= start && fact.end >= end);
    const inner = on.filter((fact) => fact.kind !== 'quotation').at(-1);
    return {
      text: cut(start, end),
      kind: (inner?.kind ?? null) as Stretch['kind'],
      quoted: on.some((fact) => fact.kind === 'quotation'),
      cue: cue !== null && cue.start <= start && cue.end >= end,
    };
  });
}

/** The words of a span of the article that lies in a part of it. */
export function words(part: Part, span: { readonly start: number; readonly end: number }): string {
  return cutter(part)(Math.max(span.start, part.start), Math.min(span.end, part.end));
}

/** Cuts by code points of the article, which the page counts in UTF-16. */
function cutter(part: Part): (start: number, end: number) => string {
  const { text, start: from } = part;
  // Text of one unit a character, as nearly all is, is cut where it stands.
  if (text.length === part.end - from) return (start, end) => text.slice(start - from, end - from);
  const characters = [...text];
  return (start, end) => characters.slice(start - from, end - from).join('');
}
