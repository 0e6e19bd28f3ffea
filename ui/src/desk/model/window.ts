// Which paragraphs are in the page, and how much empty space stands for the others. Measured:
// 50,000 sentences at once take seconds to lay out, and every paragraph in the page costs a little
// at every key; with 40 a key is drawn a frame sooner than with 150. So there are as many as the
// tallest screen shows, and a few more on both sides.

/** Below this number of sentences everything is in the page. */
export const ALL_BELOW = 2000;
/** Paragraphs in the page otherwise. */
export const WINDOW = 60;
/** Paragraphs in the first picture, about a screen of them; the rest follows two frames later. */
export const FIRST = 12;
/** When fewer than this many paragraphs are left beyond what is seen, the window moves. */
export const MARGIN = 12;

export interface Range {
  /** First block. */
  readonly from: number;
  /** The one after the last. */
  readonly to: number;
}

/** Heights of blocks in pixels: measured where seen, estimated from their length else. */
export class Heights {
  private readonly known: (number | undefined)[];
  private perCharacter = 0.55;
  private characters = 0;
  private pixels = 0;

  /** @param lengths characters of each block. */
  constructor(private readonly lengths: readonly number[]) {
    this.known = new Array<number | undefined>(lengths.length).fill(undefined);
  }

  /** Notes a measured height, margin included. Answers whether it differs from what was reckoned with. */
  note(block: number, height: number): boolean {
    const before = this.known[block];
    if (before === height) return false;
    const length = Math.max(this.lengths[block] ?? 0, 40);
    if (before === undefined) this.characters += length;
    this.pixels += height - (before ?? 0);
    this.known[block] = height;
    if (this.characters > 2000) this.perCharacter = this.pixels / this.characters;
    return true;
  }

  of(block: number): number {
    return this.known[block] ?? Math.max(this.lengths[block] ?? 0, 40) * this.perCharacter;
  }

  /** Height of the blocks from `from` up to, not with, `to`. */
  sum(from: number, to: number): number {
    let sum = 0;
    for (let block = from; block < to; block += 1) sum += this.of(block);
    return sum;
  }

  /** The block at a distance from the top. */
  at(offset: number): number {
    let sum = 0;
    for (let block = 0; block < this.lengths.length; block += 1) {
      sum += this.of(block);
      if (sum > offset) return block;
    }
    return Math.max(0, this.lengths.length - 1);
  }

  /** After a change of width or type size nothing measured holds. */
  forget(): void {
    this.known.fill(undefined);
    this.characters = 0;
    this.pixels = 0;
  }
}

/** A window around a block, kept whole at both ends of the text. */
export function around(block: number, blocks: number, size = WINDOW): Range {
  if (blocks <= size) return { from: 0, to: blocks };
  const from = Math.min(Math.max(0, block - Math.floor(size / 2)), blocks - size);
  return { from, to: from + size };
}

/** The window for what is seen now; the same one while enough is left on both sides. */
export function follow(
  now: Range,
  seen: Range,
  blocks: number,
  size = WINDOW,
  margin = MARGIN,
): Range {
  const short =
    (now.from > 0 && seen.from - now.from < margin) ||
    (now.to < blocks && now.to - seen.to < margin);
  return short || now.to > blocks
    ? around(Math.floor((seen.from + seen.to) / 2), blocks, size)
    : now;
}
