// The blocks of a file as rows of the preview: those left out side by side fold into one row.
import type { StagedBlock } from '../lib/backend';
import { leftOutWords } from './importWords';

/** Blocks side by side that were left out: from, to (exclusive). */
export interface Fold {
  from: number;
  to: number;
}

/** A block by its index, or a fold. */
export type Row = { block: number; fold: null } | { block: null; fold: Fold };

/** Where blocks were left out. */
export function foldsOf(blocks: readonly StagedBlock[]): Fold[] {
  const found: Fold[] = [];
  blocks.forEach((block, index) => {
    if (block.left_out === null) return;
    const last = found.at(-1);
    if (last?.to === index) last.to = index + 1;
    else found.push({ from: index, to: index + 1 });
  });
  return found;
}

/** Every block in order, but for those in folds that are not open. */
export function rowsOf(
  count: number,
  folds: readonly Fold[],
  isOpen: (fold: Fold) => boolean,
): Row[] {
  const found: Row[] = [];
  let next = 0;
  const blocks = (to: number): void => {
    for (; next < to; next += 1) found.push({ block: next, fold: null });
  };
  for (const fold of folds) {
    blocks(fold.from);
    found.push({ block: null, fold });
    if (isOpen(fold)) blocks(fold.to);
    next = fold.to;
  }
  blocks(count);
  return found;
}

/** ", around the article" where all of a fold is left out for one reason; else empty. */
export function reasonOf(blocks: readonly StagedBlock[], { from, to }: Fold): string {
  const [only, ...others] = new Set(blocks.slice(from, to).map(({ left_out }) => left_out));
  return only && others.length === 0 ? `, ${leftOutWords[only]}` : '';
}
