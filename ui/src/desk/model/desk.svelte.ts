// The person's side of the desk: where the cursor is, what is selected, which sentences are
// visited, and what the status line has to say. Text and tags are the Article's.

import type { Done, SentenceView, Tag } from '../../lib/backend';
import type { Article } from './article.svelte';
import { byLabel } from './search';
import { marks, nameOf, own, withOwn, withTag } from './tags';
import { above, ending, filters, inView, nearest, type Filter } from './walk';

/** The status line: what was done, what is owed, and whether `,` leads back. */
export interface Said {
  readonly what: string;
  readonly owed: string;
  readonly more: string;
  readonly back: boolean;
}

const nothing: Said = { what: '', owed: '', more: '', back: false };

export class Desk {
  cursor = $state(0);
  filter = $state<Filter>('all');
  struck = $state(false);
  reading = $state(false);
  said = $state.raw<Said>(nothing);
  /** Selected sentences, by index; empty while only the current one counts. */
  selection = $state.raw<readonly number[]>([]);
  /** The choice made last, whose meaning the sample shows. */
  chosen = $state.raw<{ label: string; tag: Tag } | null>(null);

  private anchor: number | null = null;
  private trail: number[] = [];

  constructor(
    readonly article: Article,
    /** Speaks to whoever listens instead of looking. */
    private readonly speak: (words: string) => void,
  ) {
    this.put(0);
    article.keepPlace = (load) => {
      const start = this.view?.start ?? 0;
      load();
      this.reseat(start);
    };
  }

  /** The sentence under the cursor. An article without sentences has none. */
  get view(): SentenceView | null {
    void this.article.shape;
    return this.article.cells[this.cursor]?.view ?? null;
  }

  /** What a step is about: the selection, else the current sentence. */
  get targets(): readonly number[] {
    if (this.selection.length > 0) return this.selection;
    return this.article.cells.length > 0 ? [this.cursor] : [];
  }

  /** Whether nobody has to conclude on it any more; of a second reading: whether one has oneself. */
  private fits(filter: Filter): (view: SentenceView) => boolean {
    const { task } = this.article;
    return task && filter === 'open' ? (view) => task.owes(view) : inView[filter];
  }

  /** Whether a sentence is in the view. */
  shows(view: SentenceView): boolean {
    return this.fits(this.filter)(view);
  }

  /** Where a tag leads on to: never past what a reading asks for. */
  private onward(view: SentenceView): boolean {
    return this.shows(view) && (this.article.task?.asksFor(view) ?? true);
  }

  /** What stands when nothing is left to tag. */
  private ending(): string {
    const { article } = this;
    const { task } = article;
    if (!task) return ending(article.views, article.counts.sentences);
    return `All ${task.of} ${task.of === 1 ? 'sentence' : 'sentences'} of the reading tagged.`;
  }

  /** Puts the cursor on a sentence. */
  put(at: number): void {
    const { cells } = this.article;
    const next = Math.min(Math.max(0, at), cells.length - 1);
    const before = cells[this.cursor];
    if (before) before.current = false;
    this.cursor = Math.max(0, next);
    const now = cells[this.cursor];
    if (now) now.current = true;
  }

  /** After the article was made anew: the cursor stays on its words. */
  reseat(start: number): void {
    this.select([]);
    this.put(this.article.indexAt(start));
  }

  /** To the next (previous) sentence of the view; stays where there is none. */
  go(step: 1 | -1): boolean {
    this.select([]);
    const to = nearest(this.article.views, this.cursor, step, this.fits(this.filter));
    if (to >= 0) this.put(to);
    return to >= 0;
  }

  /** To a sentence named by index, as a click or the outline does. */
  goTo(at: number): void {
    this.select([]);
    this.put(at);
  }

  /** To the first sentence of the next paragraph, or of this one, or of the one before. */
  goParagraph(step: 1 | -1): void {
    const { paragraphOf, paragraphs } = this.article;
    const here = paragraphOf[this.cursor] ?? 0;
    const top = paragraphs[here]?.cells[0]?.at ?? 0;
    if (step < 0 && this.cursor > top) this.goTo(top);
    else {
      const there = paragraphs[here + step]?.cells[0];
      if (there) this.goTo(there.at);
    }
  }

  goLabel(label: string): boolean {
    const at = byLabel(this.article.views, label);
    if (at >= 0) this.goTo(at);
    return at >= 0;
  }

  /** U and X: to the nearest one that is open, or disputed. Says so where there is none. */
  seek(which: 'open' | 'disputed', step: 1 | -1): void {
    const fits = this.fits(which);
    const to = nearest(this.article.views, this.cursor, step, fits);
    if (to >= 0) {
      this.goTo(to);
      return;
    }
    const others = nearest(this.article.views, this.cursor, step === 1 ? -1 : 1, fits) >= 0;
    const word = which === 'open' ? 'untagged' : 'disputed';
    const side = step === 1 ? 'below' : 'above';
    const { views } = this.article;
    if (others) {
      const up = above(views, this.cursor, fits);
      this.tell(`Nothing ${word} ${side}`, step === 1 ? `${up} ${word} above` : '');
    } else if (which === 'open' && !views.some(fits)) {
      this.tell(this.ending());
    } else this.tell(`Nothing else is ${word}`);
  }

  /** Space: takes the sentence into the selection, or out of it. */
  toggle(): void {
    this.anchor = this.cursor;
    const now = this.selection;
    this.select(
      now.includes(this.cursor) ? now.filter((at) => at !== this.cursor) : [...now, this.cursor],
    );
    this.speakSelection();
  }

  /** Shift and arrow: everything from where it began to the cursor. */
  extend(step: 1 | -1): void {
    const from = this.anchor !== null && this.selection.length > 0 ? this.anchor : this.cursor;
    const to = Math.min(Math.max(0, this.cursor + step), this.article.cells.length - 1);
    this.put(to);
    this.selectRange(from, to);
    this.speakSelection();
  }

  selectRange(from: number, to: number): void {
    const all: number[] = [];
    for (let at = Math.min(from, to); at <= Math.max(from, to); at += 1) all.push(at);
    this.select(all);
    this.anchor = from;
  }

  select(indices: readonly number[]): void {
    const { cells } = this.article;
    for (const at of this.selection) {
      const cell = cells[at];
      if (cell) cell.selected = false;
    }
    this.selection = [...indices].sort((a, b) => a - b);
    for (const at of this.selection) {
      const cell = cells[at];
      if (cell) cell.selected = true;
    }
    if (indices.length === 0) this.anchor = null;
  }

  show(filter: Filter): void {
    if (!filters.includes(filter)) return;
    this.filter = filter;
    this.select([]);
    const { views } = this.article;
    const here = views[this.cursor];
    const fits = this.fits(filter);
    if (!here || fits(here)) return;
    const down = nearest(views, this.cursor, 1, fits);
    const up = nearest(views, this.cursor, -1, fits);
    if (down >= 0) this.put(down);
    else if (up >= 0) this.put(up);
  }

  /**
   * Tags what is meant, and goes on to the next of the view unless it is to stay. `speaker` is
   * said in the same step; empty leaves what is there.
   */
  async tag(tag: Tag | null, stay: boolean, speaker = ''): Promise<void> {
    const indices = this.targets;
    if (indices.length === 0) return;
    const { article } = this;
    const labels = indices.map((at) => article.views[at]!.label);
    const starts = indices.map((at) => article.views[at]!.start);
    const spans = indices.map((at) => article.spanOf(at));
    if (tag === null && indices.every((at) => own(article.views[at]!)?.tag == null)) {
      this.tell('No tag of yours to clear');
      return;
    }
    const takes = { article: article.id, spans, tag, speaker: speaker || null };
    const under = article.step('tag', takes, indices, (view) => {
      const tagged = withTag(view, article.port.me, tag);
      return speaker ? withOwn(tagged, article.port.me, { speaker }) : tagged;
    });
    if (tag !== null) {
      this.trail.push(starts[starts.length - 1]!);
      this.chosen = { label: labels[labels.length - 1]!, tag };
    }
    const last = indices[indices.length - 1]!;
    this.select([]);
    let end = '';
    if (tag !== null && !stay) {
      const to = nearest(article.views, last, 1, (view) => this.onward(view));
      if (to >= 0) this.put(to);
      else {
        this.put(last);
        const open = above(article.views, last, this.fits('open'));
        end = open > 0 ? `${open} untagged above` : '';
      }
    }
    const { closed, of } = article.progress;
    if (closed === of) end = this.ending();
    const word = tag === null ? 'tag cleared' : marks[tag].word;
    const what = `${nameOf(labels)} ${word}${speaker && `, speaker: ${speaker}`}`;
    const said: Said = { what, owed: '', more: end, back: tag !== null && !stay };
    this.said = said;
    this.speak(
      `${tag === null ? 'Tag cleared' : marks[tag].name}.${speaker && ` Speaker: ${speaker}.`} ${closed} of ${of}.${end ? ` ${end}` : ''}`,
    );
    const done = await under;
    if (this.said !== said) return;
    if (done === null) this.said = nothing;
    else
      this.said = {
        ...said,
        owed: owedOf(done, starts),
        more: said.more && closed === of ? this.ending() : said.more,
      };
  }

  async flag(): Promise<void> {
    const indices = this.targets;
    if (indices.length === 0) return;
    const { article } = this;
    const on = !indices.every((at) => article.views[at]!.flagged);
    const labels = indices.map((at) => article.views[at]!.label);
    const spans = indices.map((at) => article.spanOf(at));
    this.tell(`${nameOf(labels)} ${on ? 'flagged' : 'no longer flagged'}`);
    await article.step('flag', { article: article.id, spans, on }, indices, (view) => ({
      ...view,
      flagged: on,
    }));
  }

  /** Lets the checks of what is meant be published for search engines, or not. */
  async publish(on: boolean): Promise<void> {
    const indices = this.targets;
    if (indices.length === 0) return;
    const { article } = this;
    const labels = indices.map((at) => article.views[at]!.label);
    const spans = indices.map((at) => article.spanOf(at));
    this.tell(
      `${nameOf(labels)} ${on ? 'will be published as a ClaimReview' : 'stays unpublished'}`,
    );
    await article.step('publish', { article: article.id, spans, on }, indices, (view) => ({
      ...view,
      publish: on,
    }));
  }

  /** `,`: to the sentence just tagged; pressed again, to the one before it. */
  back(): void {
    const start = this.trail.pop();
    if (start === undefined) this.tell('Nothing tagged yet to go back to');
    else this.goTo(this.article.indexAt(start));
  }

  /** After undo or redo: to where something changed. */
  follow(done: Done): void {
    const first = done.changed[0];
    if (first && done.article === this.article.id) this.goTo(this.article.indexAt(first.start));
  }

  /** Says something in the status line and to whoever listens. */
  tell(what: string, more = ''): void {
    this.said = { what, owed: '', more, back: false };
    this.speak(more ? `${what}. ${more}.` : `${what}.`);
  }

  private speakSelection(): void {
    const count = this.selection.length;
    this.tell(count === 0 ? 'Nothing selected' : count === 1 ? '1 selected' : `${count} selected`);
  }
}

function owedOf(done: Done, starts: readonly number[]): string {
  const views = [...done.changed, ...(done.whole?.sentences ?? [])].filter((view) =>
    starts.includes(view.start),
  );
  if (views.length === 1) return views[0]!.debts.join(', ');
  const owing = views.map((view) => view.debts.join(', ')).filter((debts) => debts !== '');
  if (owing.length === views.length && new Set(owing).size === 1) return owing[0]!;
  return owing.length > 0 ? `${owing.length} of them owe something` : '';
}
