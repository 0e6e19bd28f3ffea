// A second reading that is under way: which sentences it asks for, and how many of them the person
// has tagged. Which of them are left is what U looks for then.

import type { ReadingView, SentenceView } from '../../lib/backend';

/** The reading that the person has begun: a blind one before any other, then the oldest. */
export function underWay(readings: readonly ReadingView[]): ReadingView | null {
  const begun = readings.filter(({ state }) => state === 'begun');
  return begun.find(({ blind }) => blind) ?? begun[0] ?? null;
}

/** The oldest reading that is asked of the person. */
export function askedOf(readings: readonly ReadingView[]): ReadingView | null {
  return readings.find(({ state }) => state === 'asked') ?? null;
}

/** Whether the person has tagged exactly these words. */
export function isTagged(view: SentenceView): boolean {
  return view.tags.some((tag) => tag.mine && tag.tag !== null && tag.fit === 'exact');
}

/** A reading over the sentences as they are cut now. */
export class Task {
  readonly #starts: ReadonlySet<number>;

  constructor(
    readonly reading: ReadingView,
    views: readonly SentenceView[],
  ) {
    this.#starts = new Set(asked(reading, views));
  }

  /** How many sentences it asks for. */
  get of(): number {
    return this.#starts.size;
  }

  asksFor(view: SentenceView): boolean {
    return this.#starts.has(view.start);
  }

  /** Whether the person still has to tag it. */
  owes(view: SentenceView): boolean {
    return this.asksFor(view) && !isTagged(view);
  }

  /** How many of them are tagged. */
  tagged(views: readonly SentenceView[]): number {
    return views.filter((view) => this.asksFor(view) && isTagged(view)).length;
  }
}

/** Where the sentences begin that it asks for: those that its spans touch, both in text order. */
function asked({ whole, spans }: ReadingView, views: readonly SentenceView[]): number[] {
  if (whole) return views.map(({ start }) => start);
  const rest = [...spans].sort((one, other) => one.start - other.start);
  let at = 0;
  const found: number[] = [];
  for (const { start, end } of views) {
    while (at < rest.length && rest[at]!.end <= start) at += 1;
    if (at < rest.length && rest[at]!.start < end) found.push(start);
  }
  return found;
}
