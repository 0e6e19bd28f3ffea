// The ruled coverage strip: one line for the whole article, a pattern a tag. With more sentences
// than there is room for, a cell stands for several and shows the most troubling of them.

import type { Standing } from '../../lib/backend/types.gen';

export type Ink = 'verified' | 'disputed' | 'attributed' | 'none' | 'open';

/** Path data for each ink; drawn as strokes and fills of one SVG. */
export type StripPaths = Record<Ink, string>;

export const STRIP_HEIGHT = 14;
/** Narrowest cell in pixels that still shows its pattern. */
const NARROWEST = 7;

const ink: Record<Standing, Ink> = {
  verified: 'verified',
  disputed: 'disputed',
  'attributed-only': 'attributed',
  'no-claim': 'none',
  untagged: 'open',
  disagreement: 'open',
};
/** The order in which a cell's ink is chosen: trouble shows however rare, calm by number. */
const order: Ink[] = ['disputed', 'open', 'attributed', 'verified', 'none'];

/** One cell's ink from the sentences in it: any disputed, else any open, else what most of them are. */
export function binInk(standings: readonly Standing[], from: number, to: number): Ink {
  const counts: Record<Ink, number> = { verified: 0, disputed: 0, attributed: 0, none: 0, open: 0 };
  for (let at = from; at < to; at += 1) counts[ink[standings[at]!]] += 1;
  if (counts.disputed > 0) return 'disputed';
  if (counts.open > 0) return 'open';
  let best: Ink = 'none';
  for (const one of order) if (counts[one] > counts[best]) best = one;
  return best;
}

/** The cells of a strip so wide: one a sentence while there is room. */
export function cells(standings: readonly Standing[], width: number): Ink[] {
  const room = Math.max(1, Math.floor(width / NARROWEST));
  const count = Math.min(standings.length, room);
  const out: Ink[] = [];
  for (let cell = 0; cell < count; cell += 1) {
    const from = Math.floor((cell * standings.length) / count);
    const to = Math.floor(((cell + 1) * standings.length) / count);
    out.push(to - from === 1 ? ink[standings[from]!] : binInk(standings, from, to));
  }
  return out;
}

/** Path data of a strip so many pixels wide. */
export function stripPaths(standings: readonly Standing[], width: number): StripPaths {
  const paths: StripPaths = { verified: '', disputed: '', attributed: '', none: '', open: '' };
  const row = cells(standings, width);
  const step = width / Math.max(1, row.length);
  const gap = Math.min(1, step / 6);
  const round = (value: number): number => Math.round(value * 10) / 10;
  for (let at = 0; at < row.length;) {
    const kind = row[at]!;
    // Dots run on through neighbours; everything else stays countable, while a cell is a sentence.
    let to = at + 1;
    if (kind === 'verified' || row.length < standings.length) while (row[to] === kind) to += 1;
    const [left, right] = [round(at * step + gap), round(to * step - gap)];
    switch (kind) {
      case 'verified': {
        for (let x = left + 2; x <= right - 1.4; x += 5.4) paths.verified += `M${round(x)} 7h0`;
        break;
      }
      case 'disputed':
        paths.disputed += `M${left} 0H${right}V14H${left}Z`;
        break;
      case 'attributed':
        paths.attributed += `M${left} 4.6H${right}M${left} 9.4H${right}`;
        break;
      default:
        paths[kind] += `M${left} 7H${right}`;
    }
    at = to;
  }
  return paths;
}
