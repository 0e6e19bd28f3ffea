// Where labels and notes hang beside the text. The lines of a paragraph are the browser's; this
// only reads where sentences begin, and keeps labels and notes from standing on one another.

export interface Line {
  /** Middle of the line on which the sentence begins, in pixels from the top of the text. */
  readonly begins: number;
  /** Top and bottom of all its lines. */
  readonly top: number;
  readonly bottom: number;
}

export interface Hung {
  /** Middle of the label, in pixels from the top of the text. */
  readonly middle: number;
  /** How many labels stand between it and the text, on the same line. */
  readonly slot: number;
}

/**
 * Labels in order: each where its sentence begins; where two begin on one line, the later takes
 * the next line, if its sentence still runs there, else it stands further out.
 */
export function hang(lines: readonly Line[], lineHeight: number): Hung[] {
  const out: Hung[] = [];
  for (const line of lines) {
    const before = out.at(-1);
    const near = lineHeight / 2;
    if (!before || line.begins - before.middle > near) {
      out.push({ middle: line.begins, slot: 0 });
    } else if (before.middle + lineHeight < line.bottom) {
      out.push({ middle: before.middle + lineHeight, slot: 0 });
    } else {
      out.push({ middle: before.middle, slot: before.slot + 1 });
    }
  }
  return out;
}

/**
 * Space above each note so that it stands beside its line, or below the note before it; and where
 * the last one ends. `carry` is how far notes of the paragraph before reach into this one.
 */
export function stack(
  tops: readonly number[],
  heights: readonly number[],
  gap: number,
  carry = 0,
): { spaces: number[]; bottom: number } {
  let bottom = carry;
  let flow = 0;
  const spaces = tops.map((top, at) => {
    const place = Math.max(top, bottom === 0 ? 0 : bottom + gap);
    const space = place - flow;
    flow = bottom = place + (heights[at] ?? 0);
    return space;
  });
  return { spaces, bottom };
}

interface Job {
  read(): () => void;
}

/** Reads all, then writes all: one layout for any number of paragraphs. */
export class Galley {
  private jobs = new Set<Job>();
  private planned = false;

  ask(job: Job): void {
    this.jobs.add(job);
    if (this.planned) return;
    this.planned = true;
    queueMicrotask(() => this.run());
  }

  private run(): void {
    this.planned = false;
    const jobs = [...this.jobs];
    this.jobs.clear();
    const writes = jobs.map((job) => job.read());
    for (const write of writes) write();
  }
}
