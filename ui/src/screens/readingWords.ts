// Second readings in words: who, how much, how far.
import type { ReadingState, ReadingView } from '../lib/backend';
import { many } from './mergeWords';

export const anybody = 'whoever takes it';

const states: Record<ReadingState, string> = {
  asked: 'asked of you',
  begun: 'under way',
  done: 'done by you',
  'asked-of-others': 'not done yet',
  'done-by-others': 'done',
};

/** "Ben: 20 sentences, blind". */
export function readingWords({ reader, whole, sentences, blind }: ReadingView): string {
  const what = whole ? `all ${many(sentences, 'sentence')}` : many(sentences, 'sentence');
  return `${what}${blind ? ', blind' : ''}, by ${reader || anybody}`;
}

/** "under way, 12 of 20 tagged". */
export function stateWords({ state, tagged, sentences }: ReadingView): string {
  const far = state === 'begun' ? `, ${tagged} of ${sentences} tagged` : '';
  return `${states[state]}${far}`;
}

export const isDone = ({ state }: ReadingView): boolean =>
  state === 'done' || state === 'done-by-others';

/**
 * How many sentences "20" or "25 %" of so many are; a share is one at least. Null where the words
 * are no number, or none that there are sentences for.
 */
export function shareOf(words: string, all: number): number | null {
  const found = /^\s*(\d{1,9})\s*(%?)\s*$/u.exec(words);
  if (!found) return null;
  const number = Number(found[1]);
  const count = found[2] ? (number > 100 ? 0 : Math.ceil((number * all) / 100)) : number;
  return count > 0 && count <= all ? count : null;
}
