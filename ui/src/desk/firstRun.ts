// The notes in the margin of the sample: six sentences are left to the reader, each with one
// line that goes when it is obeyed. Keyed by the sample's labels.

import type { SentenceView } from '../lib/backend';
import { own } from './model/tags';

export interface Note {
  readonly label: string;
  readonly text: string;
  /** The note goes when this holds. */
  readonly obeyed: (view: SentenceView) => boolean;
  /** After the choice the meaning of the chosen tag shows here; never a score. */
  readonly explains: boolean;
}

const tagged = (view: SentenceView): boolean => own(view)?.tag != null;

export const notes: readonly Note[] = [
  { label: '3', text: 'Is it so, and can you show it? V.', obeyed: tagged, explains: false },
  { label: '4', text: 'Only that she said it? A.', obeyed: tagged, explains: false },
  {
    label: '6',
    text: 'D, then W for better wording.',
    obeyed: (view) => tagged(view) && (own(view)?.correction ?? '') !== '',
    explains: false,
  },
  {
    label: '15',
    text: 'Part is told, part was said. Which tag holds for the whole?',
    obeyed: tagged,
    explains: true,
  },
  {
    label: '19',
    text: '“Confirmed” makes us vouch for it. Your tag?',
    obeyed: tagged,
    explains: true,
  },
  {
    label: '23',
    text: 'An opinion, with a figure in it. Your tag?',
    obeyed: tagged,
    explains: true,
  },
];

/** Shown when all are obeyed. */
export const done = 'Done. Ctrl+E shows what your editor gets.';
