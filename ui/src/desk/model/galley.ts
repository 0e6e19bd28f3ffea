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

/** A note beside the text, in pixels. */
export interface Block {
  /** Where its line begins. */
  readonly top: number;
  readonly height: number;
  /** Trouble, and what is asked of the reader, always shows; the rest where there is room. */
  readonly must: boolean;
}

/**
 * Where notes stand: beside their line, or below the note before; never over one another. One that
 * need not show, and would have to stand far from its line or outside its paragraph, is left out
 * (null), for the next paragraph may begin with one that must. `carry` is how far notes of the
 * paragraph before reach below the top of this one's text, `room` how far it is from there to the
 * next paragraph; the answer tells how far its own notes reach beyond that.
 */
export function place(
  notes: readonly Block[],
  gap: number,
  carry: number,
  room: number,
): { places: (number | null)[]; over: number } {
  const taken: { from: number; to: number }[] = carry > 0 ? [{ from: 0, to: carry }] : [];
  const clear = (top: number, height: number): number => {
    let from = top;
    for (const one of taken) {
      if (from < one.to + gap && from + height + gap > one.from) from = one.to + gap;
    }
    return from;
  };
  const places: (number | null)[] = notes.map(() => null);
  const put = (at: number, from: number): void => {
    places[at] = from;
    taken.push({ from, to: from + notes[at]!.height });
    taken.sort((one, other) => one.from - other.from);
  };
  let bottom = carry;
  notes.forEach((note, at) => {
    if (!note.must) return;
    const from = Math.max(note.top, bottom > 0 ? bottom + gap : 0);
    put(at, from);
    bottom = from + note.height;
  });
  notes.forEach((note, at) => {
    if (note.must) return;
    const from = clear(note.top, note.height);
    if (from - note.top <= note.height && from + note.height + gap <= room) put(at, from);
  });
  return { places, over: Math.max(0, Math.round(bottom - room)) };
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
