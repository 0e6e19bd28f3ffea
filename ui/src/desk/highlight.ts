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
  const inks = new Map<number, Element>();
  for (const one of root.querySelectorAll<HTMLElement>('[data-at]')) {
    const ink = one.querySelector('.ink');
    if (ink) inks.set(Number(one.dataset['at']), ink);
  }
  hits.forEach((hit, at) => {
    const ink = inks.get(hit.sentence);
    const from = ink && place(ink, hit.from);
    const to = ink && place(ink, hit.to);
    if (!from || !to) return;
    const range = new Range();
    range.setStart(...from);
    range.setEnd(...to);
    (at === chosen ? here : all).add(range);
  });
  CSS.highlights.set('hit', all);
  CSS.highlights.set('hit-here', here);
}

/** Where an offset of a sentence's text lies: in its one text node, unless marks divide it. */
function place(ink: Element, offset: number): [Text, number] | null {
  const texts = document.createTreeWalker(ink, NodeFilter.SHOW_TEXT);
  let before = 0;
  for (let text = texts.nextNode(); text instanceof Text; text = texts.nextNode()) {
    if (offset <= before + text.data.length) return [text, offset - before];
    before += text.data.length;
  }
  return null;
}
