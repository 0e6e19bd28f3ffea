/* eslint-disable svelte/prefer-svelte-reactivity -- the map is made anew as a whole, and only looked into */
// What the language rules point out: who is said to have said it, and which facts can be checked.
// It comes after the article is on the screen; until then, and if it never comes, the desk works
// without. Nothing here is ever applied by itself.

import type { AtomView, Backend, Span, SuggestionView } from '../../lib/backend';

interface Stretch {
  readonly start: number;
  readonly end: number;
}

const none = { suggestions: [], atoms: [] } as const;

export class Annotated {
  suggestions = $state.raw<readonly SuggestionView[]>(none.suggestions);
  atoms = $state.raw<readonly AtomView[]>(none.atoms);
  private readonly alike = $derived(byNumber(this.atoms));

  constructor(private readonly article: string) {}

  /** Asks for them. They are an offer: where they cannot be had, nobody is interrupted. */
  async load(backend: Pick<Backend, 'call'>): Promise<void> {
    try {
      const found = await backend.call('annotations', { article: this.article });
      this.suggestions = found.suggestions;
      this.atoms = found.atoms;
    } catch {
      this.suggestions = none.suggestions;
      this.atoms = none.atoms;
    }
  }

  /** The surest suggestion about a sentence or part: the part that its content touches. */
  suggestion(part: Stretch, weak: boolean): SuggestionView | null {
    let best: SuggestionView | null = null;
    for (let at = firstAfter(this.suggestions, part.start); at < this.suggestions.length; at += 1) {
      const one = this.suggestions[at]!;
      if (one.start >= part.end) break;
      const fits =
        one.content.length === 0
          ? overlaps(one, part)
          : one.content.some((stretch) => overlaps(stretch, part));
      if (fits && (weak || !one.weak) && one.confidence > (best?.confidence ?? -1)) best = one;
    }
    return best;
  }

  /** The facts that begin in a sentence or part. */
  facts(part: Stretch): AtomView[] {
    const found: AtomView[] = [];
    for (let at = firstFrom(this.atoms, part.start); at < this.atoms.length; at += 1) {
      const one = this.atoms[at]!;
      if (one.start >= part.end) break;
      found.push(one);
    }
    return found;
  }

  /** Where else the article says the same, in the order of the text. */
  elsewhere(atom: AtomView): readonly Span[] {
    if (atom.same === null) return [];
    return (this.alike.get(atom.same) ?? []).filter((place) => place.start !== atom.start);
  }
}

function overlaps(a: Stretch, b: Stretch): boolean {
  return a.start < b.end && b.start < a.end;
}

function byNumber(atoms: readonly AtomView[]): ReadonlyMap<number, readonly Span[]> {
  const found = new Map<number, Span[]>();
  for (const { same, start, end } of atoms) {
    if (same === null) continue;
    const there = found.get(same);
    if (there) there.push({ start, end });
    else found.set(same, [{ start, end }]);
  }
  return found;
}

/** Index of the first of ascending stretches that ends after a place. */
function firstAfter(list: readonly Stretch[], place: number): number {
  return halve(list, (one) => one.end <= place);
}

/** Index of the first of ascending stretches that begins at or after a place. */
function firstFrom(list: readonly Stretch[], place: number): number {
  return halve(list, (one) => one.start < place);
}

function halve(list: readonly Stretch[], before: (one: Stretch) => boolean): number {
  let [low, high] = [0, list.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (before(list[middle]!)) low = middle + 1;
    else high = middle;
  }
  return low;
}
