// What the pretended backend points out: enough of the real rules' shape to build screens on.
import type { Annotations, AtomKind, AtomView, ArticleView, SuggestionView } from './types.gen';

const patterns: readonly (readonly [AtomKind, RegExp])[] = [
  ['date', /\b(?:Monday|Tuesday|Wednesday|Thursday|Friday|in (?:1[89]|20)\d\d)\b/g],
  ['number', /\b\d[\d,.]*\d?(?: (?:million|per cent|metres))?\b/g],
  ['superlative', /\b(?:largest|most|highest|first)\b/g],
  ['name', /(?<=[a-z,] )[A-Z][a-z]+(?: [A-Z][a-z]+)*/g],
  ['quotation', /(?<=“)[^”]+(?=”)/g],
];

export function annotate(view: ArticleView): Annotations {
  const suggestions: SuggestionView[] = [];
  const atoms: AtomView[] = [];
  const numbers = new Map<string, number>();
  for (const sentence of view.sentences) {
    const { start, end, text } = sentence;
    const cue = /\b(said|confirmed)\b/.exec(text);
    if (cue) {
      const named =
        /(?:said|confirmed) ((?:[A-Z][\w’]+ ?)+)|^((?:[A-Z][\w’]+ )+)(?:said|confirmed)/.exec(text);
      suggestions.push({
        start,
        end,
        cue: { start: start + cue.index, end: start + cue.index + cue[0].length },
        source: null,
        speaker: (named?.[1] ?? named?.[2] ?? '').trim(),
        content: [{ start, end }],
        cites: null,
        confidence: 92,
        weak: false,
        rule: 'says_that',
        reason: 'a verb of saying with a clause',
        denied: false,
        stance: cue[1] === 'confirmed' ? 'vouching' : 'neutral',
      });
    }
    const taken: AtomView[] = [];
    for (const [kind, pattern] of patterns) {
      for (const match of text.matchAll(pattern)) {
        const from = start + match.index;
        const to = from + match[0].length;
        if (kind !== 'quotation' && taken.some((one) => one.start < to && from < one.end)) continue;
        const same = numbers.get(match[0]) ?? numbers.size;
        numbers.set(match[0], same);
        taken.push({ start: from, end: to, kind, same, resolved: '', near: [] });
      }
    }
    atoms.push(...taken.sort((a, b) => a.start - b.start));
  }
  return { suggestions, atoms };
}
