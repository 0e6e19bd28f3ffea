// Finding words in the article: in sentences, so that a hit is a place one can tag.

import type { SentenceView } from '../../lib/backend/types.gen';

/** One hit: the sentence, and where in its words (UTF-16 units, as the page counts). */
export interface Hit {
  readonly sentence: number;
  readonly from: number;
  readonly to: number;
}

/** Case is ignored where folding keeps lengths, so that places stay true. */
function fold(text: string): string {
  const small = text.toLocaleLowerCase();
  return small.length === text.length ? small : text;
}

/** All hits in order; none for an empty search. */
export function search(views: readonly SentenceView[], wanted: string): Hit[] {
  const needle = fold(wanted.replace(/\s+/gu, ' '));
  const hits: Hit[] = [];
  if (needle.trim() === '') return hits;
  views.forEach((view, sentence) => {
    const hay = fold(view.text);
    for (
      let from = hay.indexOf(needle);
      from >= 0;
      from = hay.indexOf(needle, from + needle.length)
    ) {
      hits.push({ sentence, from, to: from + needle.length });
    }
  });
  return hits;
}

/** The sentence with this label; `h1` finds H1, ` 9b ` finds 9b. */
export function byLabel(views: readonly SentenceView[], label: string): number {
  const wanted = label.trim().toLowerCase();
  return views.findIndex((view) => view.label.toLowerCase() === wanted);
}
