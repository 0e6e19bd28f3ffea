// Hits of a search, painted by the browser over the text. They are for the eye only: a screen
// reader hears the sentence the search stands on.

import type { Hit } from './model/search';

/** Paints the hits that are in the page; the chosen one stronger. */
export function paintHits(root: HTMLElement, hits: readonly Hit[], chosen: number): void {
  if (typeof Highlight === 'undefined' || !('highlights' in CSS)) return;
  CSS.highlights.delete('hit');
  CSS.highlights.delete('hit-here');
  if (hits.length === 0) return;
  const all = new Highlight();
  const here = new Highlight();
  const texts = new Map<number, Text>();
  for (const one of root.querySelectorAll<HTMLElement>('[data-at]')) {
    const text = one.querySelector('.ink')?.firstChild;
    if (text instanceof Text) texts.set(Number(one.dataset['at']), text);
  }
  hits.forEach((hit, at) => {
    const text = texts.get(hit.sentence);
    if (!text || hit.to > text.data.length) return;
    const range = new Range();
    range.setStart(text, hit.from);
    range.setEnd(text, hit.to);
    (at === chosen ? here : all).add(range);
  });
  CSS.highlights.set('hit', all);
  CSS.highlights.set('hit-here', here);
}
