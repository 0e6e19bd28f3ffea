// Where the cursor goes. The text stays whole on screen; a filter says which sentences the
// cursor visits ("the current view").

import type { SentenceView } from '../../lib/backend';
import { isClosed } from './tags';

export const filters = ['all', 'open', 'disputed', 'owed', 'flagged'] as const;
export type Filter = (typeof filters)[number];

export const filterWords: Record<Filter, string> = {
  all: 'All',
  open: 'To do',
  disputed: 'Disputed',
  owed: 'Owed',
  flagged: 'Flagged',
};

/** Whether a sentence is in the view. */
export const inView: Record<Filter, (view: SentenceView) => boolean> = {
  all: () => true,
  open: (view) => !isClosed(view.standing),
  disputed: (view) => view.standing === 'disputed',
  owed: (view) => view.debts.length > 0,
  flagged: (view) => view.flagged,
};

/** The nearest sentence on that side that fits; -1 if there is none. */
export function nearest(
  views: readonly SentenceView[],
  from: number,
  step: 1 | -1,
  fits: (view: SentenceView) => boolean,
): number {
  for (let at = from + step; at >= 0 && at < views.length; at += step) {
    if (fits(views[at]!)) return at;
  }
  return -1;
}

/** How many fit before a place. */
export function above(
  views: readonly SentenceView[],
  before: number,
  fits: (view: SentenceView) => boolean,
): number {
  let count = 0;
  for (let at = 0; at < before; at += 1) if (fits(views[at]!)) count += 1;
  return count;
}

/** What stands when nothing is open: "All 96 sentences tagged. 2 verified have no source." */
export function ending(views: readonly SentenceView[], sentences: number): string {
  const bare = views.filter(
    (view) => view.standing === 'verified' && view.debts.includes('no source'),
  );
  const owing = views.filter((view) => view.debts.length > 0).length;
  const all = `All ${sentences} ${sentences === 1 ? 'sentence' : 'sentences'} tagged.`;
  if (bare.length > 0)
    return `${all} ${bare.length} verified ${bare.length === 1 ? 'has' : 'have'} no source.`;
  return owing > 0 ? `${all} ${owing} still ${owing === 1 ? 'owes' : 'owe'} something.` : all;
}
