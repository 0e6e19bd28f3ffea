/* eslint-disable svelte/prefer-svelte-reactivity -- what is watched are cells and counts; the indexes are only looked into */
// The article under check, as the screen has it: what the store said, and on top of it the steps
// that are still on their way to the disk. A key press changes single cells; nothing here is
// proportional to the length of the article but opening it and moving a boundary.

import type {
  ArticleView,
  BlockView,
  Counts,
  Done,
  Gives,
  Person,
  ReadingView,
  SentenceView,
  Span,
  Takes,
} from '../../lib/backend';
import type { Change } from '../../app/saver.svelte';
import { words } from './lens';
import { outline, type Outline } from './outline';
import { Tally } from './tally';
import { Task, isTagged, underWay } from './task';

/** What the model needs of the program. */
export interface Port {
  readonly me: Person;
  /** Resolves when the step is durable, rejects if it was refused. */
  change<K extends Change>(name: K, takes: Takes<K>): Promise<Gives<K>>;
  /** Shows what went wrong, until closed. */
  fail(thrown: unknown): void;
  /** Whether the disk refuses, so that waiting for it would freeze the screen. */
  stuck(): boolean;
}

/** One sentence on the screen. */
export class Cell {
  view = $state.raw() as SentenceView;
  current = $state(false);
  selected = $state(false);

  constructor(
    view: SentenceView,
    /** Its index among the sentences. */
    readonly at: number,
  ) {
    this.view = view;
  }
}

/** A block with its sentences. */
export interface Paragraph {
  readonly block: BlockView;
  readonly cells: readonly Cell[];
}

/** Whether white space stands between a sentence and the next; parts that were split may touch. */
export function apart(cells: readonly Cell[], at: number): boolean {
  const next = cells[at + 1];
  return next !== undefined && next.view.start > cells[at]!.view.end;
}

interface Patch {
  readonly starts: ReadonlySet<number>;
  apply(view: SentenceView): SentenceView;
}

export class Article {
  readonly id: string;
  title = $state('');
  lang = $state('');
  sample = $state(false);
  /** ISO 8601 date, or empty. */
  published = $state('');
  paragraphs = $state.raw<readonly Paragraph[]>([]);
  outline = $state.raw<Outline>({ sections: [], sectionOf: [] });
  counts = $state.raw() as Counts;
  sectionCounts = $state.raw<readonly Counts[]>([]);
  /** Second readings of it, oldest first. */
  readings = $state.raw<readonly ReadingView[]>([]);
  /** The one that the person is in the middle of. */
  task = $state.raw<Task | null>(null);
  /** How many of its sentences the person has tagged. */
  tagged = $state(0);
  /** Grows with every change of any sentence; for what looks at all of them at once. */
  version = $state(0);
  /** Grows when boundaries moved and everything was made anew. */
  shape = $state(0);

  /** Set by whoever has a cursor: a step may be answered with the whole article made anew. */
  keepPlace: (load: () => void) => void = (load) => load();

  cells: readonly Cell[] = [];
  /** What the screen shows, readable without watching each sentence. */
  views: SentenceView[] = [];
  /** Index of the paragraph that each sentence is in. */
  paragraphOf: number[] = [];

  private text = '';
  private base: SentenceView[] = [];
  private byStart = new Map<number, number>();
  private tally = new Tally([], []);
  private patches: Patch[] = [];
  private moving = 0;
  private afterwards: (() => void)[] = [];

  constructor(
    view: ArticleView,
    readonly port: Port,
  ) {
    this.id = view.article;
    this.load(view);
  }

  /** Takes the article as the store has it now; steps under way stay on top of it. */
  load(view: ArticleView): void {
    this.title = view.title;
    this.lang = view.lang;
    this.sample = view.sample;
    this.published = view.published;
    this.text = view.text;
    this.base = [...view.sentences];
    this.byStart = new Map(view.sentences.map((sentence, at) => [sentence.start, at]));
    this.views = this.base.map((sentence) => this.patched(sentence));
    this.cells = this.views.map((sentence, at) => new Cell(sentence, at));
    const found = outline(view);
    this.outline = found;
    this.tally = new Tally(this.views, found.sectionOf);
    this.readings = view.readings ?? [];
    const reading = underWay(this.readings);
    this.task = reading && new Task(reading, this.views);
    this.tagged = this.task?.tagged(this.views) ?? 0;
    const paragraphs: { block: BlockView; cells: Cell[] }[] = [];
    const index = new Map<number, number>();
    this.paragraphOf = this.cells.map((cell) => {
      let at = index.get(cell.view.block);
      if (at === undefined) {
        at = paragraphs.length;
        index.set(cell.view.block, at);
        paragraphs.push({
          block: view.blocks.find((one) => one.n === cell.view.block)!,
          cells: [],
        });
      }
      paragraphs[at]!.cells.push(cell);
      return at;
    });
    this.paragraphs = paragraphs;
    this.counts = this.patches.length === 0 ? view.counts : { ...this.tally.total };
    this.sectionCounts = this.tally.sections.map((one) => ({ ...one }));
    this.shape += 1;
    this.version += 1;
  }

  /** The sentence that begins at, or holds, a place of the text; the last if it is past the end. */
  indexAt(start: number): number {
    const exact = this.byStart.get(start);
    if (exact !== undefined) return exact;
    const after = this.views.findIndex((view) => view.end > start);
    return after < 0 ? this.views.length - 1 : after;
  }

  /** The words of a stretch of the text. */
  slice(span: Span): string {
    return words({ text: this.text, start: 0, end: this.views.at(-1)?.end ?? 0 }, span);
  }

  spanOf(at: number): Span {
    const view = this.views[at]!;
    return { start: view.start, end: view.end };
  }

  /**
   * Shows a step at once and sends it on. Resolves with what the store made of it; with null if
   * it was refused, and then the screen is as before and the reason on show.
   */
  async step<K extends Change>(
    name: K,
    takes: Takes<K>,
    indices: readonly number[],
    apply: (view: SentenceView) => SentenceView,
  ): Promise<Done | null> {
    const patch: Patch = { starts: new Set(indices.map((at) => this.views[at]!.start)), apply };
    this.patches.push(patch);
    for (const at of indices) this.show(at);
    this.settle();
    try {
      const done: Done = await this.port.change(name, takes);
      this.drop(patch);
      this.accept(done, patch.starts);
      return done;
    } catch (thrown) {
      this.drop(patch);
      for (const start of patch.starts) this.showStart(start);
      this.settle();
      this.port.fail(thrown);
      return null;
    }
  }

  /** A step whose outcome only the store knows (boundaries, undo): keys pressed meanwhile wait for it. */
  async move<K extends Change>(name: K, takes: Takes<K>): Promise<Done | null> {
    this.moving += 1;
    try {
      const done: Done = await this.port.change(name, takes);
      this.accept(done, []);
      return done;
    } catch (thrown) {
      this.port.fail(thrown);
      return null;
    } finally {
      this.moving -= 1;
      if (this.moving === 0) for (const then of this.afterwards.splice(0)) then();
    }
  }

  /** Runs `then` when no boundary is moving: at once, nearly always. */
  whenStill(then: () => void): void {
    if (this.moving === 0 || this.port.stuck()) then();
    else this.afterwards.push(then);
  }

  private drop(patch: Patch): void {
    this.patches = this.patches.filter((one) => one !== patch);
  }

  private accept(done: Done, touched: Iterable<number>): void {
    if (done.article !== '' && done.article !== this.id) return;
    const { whole } = done;
    if (whole) {
      this.keepPlace(() => this.load(whole));
      return;
    }
    const starts = new Set(touched);
    for (const view of done.changed) {
      const at = this.byStart.get(view.start);
      if (at === undefined) continue;
      this.base[at] = view;
      starts.add(view.start);
    }
    for (const start of starts) this.showStart(start);
    this.settle(done.counts);
  }

  private patched(view: SentenceView): SentenceView {
    let shown = view;
    for (const patch of this.patches) if (patch.starts.has(view.start)) shown = patch.apply(shown);
    return shown;
  }

  /** How far it has come: of what the reading under way asks for, else of the whole. */
  get progress(): { closed: number; of: number } {
    if (this.task) return { closed: this.tagged, of: this.task.of };
    const { sentences, untagged, disagreement } = this.counts;
    return { closed: sentences - untagged - disagreement, of: sentences };
  }

  private showStart(start: number): void {
    const at = this.byStart.get(start);
    if (at !== undefined) this.show(at);
  }

  private show(at: number): void {
    const next = this.patched(this.base[at]!);
    this.tally.change(this.views, at, next);
    if (this.task?.asksFor(next)) {
      this.tagged += Number(isTagged(next)) - Number(isTagged(this.views[at]!));
    }
    this.views[at] = next;
    this.cells[at]!.view = next;
  }

  /** The store's counts, once nothing is under way; our own until then. */
  private settle(counts?: Counts): void {
    this.counts = counts && this.patches.length === 0 ? counts : { ...this.tally.total };
    this.sectionCounts = this.tally.sections.map((one) => ({ ...one }));
    this.version += 1;
  }
}
