// The parts of an article a person finds the way by: headline, opening, each heading, captions.

import type { ArticleView, BlockKind } from '../../lib/backend/types.gen';

export interface Section {
  readonly title: string;
  /** Index of its first sentence. */
  readonly first: number;
  readonly kind: 'headline' | 'text' | 'captions';
}

export interface Outline {
  readonly sections: readonly Section[];
  /** Section of each sentence, by its index. */
  readonly sectionOf: readonly number[];
}

const inCaptions: readonly BlockKind[] = ['caption', 'credit'];
const inHeadline: readonly BlockKind[] = ['headline', 'deck'];

/** Sections in the order of the text; captions together, last, wherever they stand. */
export function outline(view: Pick<ArticleView, 'blocks' | 'sentences'>): Outline {
  const kinds = new Map(view.blocks.map((block) => [block.n, block.kind]));
  const sections: Section[] = [];
  const sectionOf: number[] = [];
  const captions: number[] = [];
  let heading = 0;
  let open = -1;
  view.sentences.forEach((sentence, at) => {
    const kind = kinds.get(sentence.block) ?? 'paragraph';
    if (inCaptions.includes(kind)) {
      captions.push(at);
      sectionOf.push(-1);
      return;
    }
    const top = inHeadline.includes(kind);
    const begins =
      open < 0 ||
      (kind === 'heading' && sentence.block !== heading) ||
      (sections[open]!.kind === 'headline') !== top;
    if (kind === 'heading') heading = sentence.block;
    if (begins) {
      const title = top
        ? 'Headline'
        : kind === 'heading'
          ? sentence.text
          : sections.some((one) => one.kind === 'text')
            ? 'Text'
            : 'Opening';
      sections.push({ title, first: at, kind: top ? 'headline' : 'text' });
      open = sections.length - 1;
    }
    sectionOf.push(open);
  });
  if (captions.length > 0) {
    sections.push({ title: 'Captions', first: captions[0]!, kind: 'captions' });
    for (const at of captions) sectionOf[at] = sections.length - 1;
  }
  return { sections, sectionOf };
}
