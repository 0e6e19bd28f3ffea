/* eslint-disable svelte/prefer-svelte-reactivity -- the map is replaced as a whole, and watched as one */
// Words being written: kept while they are typed, saved when the field is left. They belong to a
// sentence of an article, so that leaving by mistake, or a crash, costs nothing.

import type { SentenceView } from '../../lib/backend';
import type { Article } from './article.svelte';
import { own, withOwn } from './tags';

export type FieldName = 'finding' | 'correction' | 'speaker';

const calls = {
  finding: 'set_finding',
  correction: 'set_correction',
  speaker: 'set_speaker',
} as const;

/** How long nothing is typed before the words are kept, in milliseconds. */
export const KEEP_AFTER = 400;

/** Where unsaved words are kept. */
export interface Keeper {
  readonly unsaved: ReadonlyMap<string, string>;
  keep(key: string, value: string): Promise<void>;
}

/** The key under which a field's unsaved words are kept. */
export function keyOf(article: string, view: SentenceView, field: FieldName): string {
  return `${article}/${view.start}-${view.end}/${field}`;
}

function placeOf(key: string, article: string): { start: number; field: FieldName } | null {
  const found = /^([^/]+)\/(\d+)-\d+\/(finding|correction|speaker)$/.exec(key);
  return found && found[1] === article
    ? { start: Number(found[2]), field: found[3] as FieldName }
    : null;
}

export class Fields {
  /** Where the first unsaved words stand, when the article was opened with some. */
  readonly first: number | null = null;
  private drafts = $state.raw<ReadonlyMap<string, string>>(new Map());
  private readonly timers = new Map<string, ReturnType<typeof setTimeout>>();

  constructor(
    private readonly article: Article,
    private readonly keeper: Keeper,
  ) {
    const found = new Map<string, string>();
    for (const [key, words] of keeper.unsaved) {
      const place = placeOf(key, article.id);
      if (place === null) continue;
      // A boundary may have moved since: the words then go to the sentence that stands there now.
      const view = article.views[article.indexAt(place.start)];
      if (!view) continue;
      this.first ??= view.start;
      const here = keyOf(article.id, view, place.field);
      found.set(here, words);
      if (here !== key) {
        void keeper.keep(here, words);
        void keeper.keep(key, '');
      }
    }
    this.drafts = found;
  }

  /** Number of fields with words that are not saved. */
  get unsaved(): number {
    return this.drafts.size;
  }

  /** What the field shows: the words being written, else the saved ones. */
  read(view: SentenceView, field: FieldName): string {
    return this.drafts.get(keyOf(this.article.id, view, field)) ?? own(view)?.[field] ?? '';
  }

  isDraft(view: SentenceView, field: FieldName): boolean {
    return this.drafts.has(keyOf(this.article.id, view, field));
  }

  /** Words were typed. */
  write(view: SentenceView, field: FieldName, words: string): void {
    const key = keyOf(this.article.id, view, field);
    this.set(key, words);
    clearTimeout(this.timers.get(key));
    this.timers.set(
      key,
      setTimeout(() => void this.keeper.keep(key, words), KEEP_AFTER),
    );
  }

  /** Saves what was written, if it differs. False if it was refused: then the words stay as they are. */
  async save(view: SentenceView, field: FieldName): Promise<boolean> {
    const key = keyOf(this.article.id, view, field);
    const words = this.drafts.get(key);
    if (words === undefined) return true;
    clearTimeout(this.timers.get(key));
    const text = words.trim();
    const saved = own(view)?.[field] ?? '';
    this.set(key, undefined);
    if (text === saved) {
      void this.keeper.keep(key, '');
      return true;
    }
    void this.keeper.keep(key, words);
    const at = this.article.indexAt(view.start);
    const { me } = this.article.port;
    const span = { start: view.start, end: view.end };
    const done = await this.article.step(
      calls[field],
      { article: this.article.id, span, text },
      [at],
      (now) => withOwn(now, me, { [field]: text }),
    );
    if (done === null) {
      // What was typed meanwhile is newer than what was refused.
      if (!this.drafts.has(key)) this.set(key, words);
      return false;
    }
    if (!this.drafts.has(key)) void this.keeper.keep(key, '');
    return true;
  }

  private set(key: string, words: string | undefined): void {
    const next = new Map(this.drafts);
    if (words === undefined) next.delete(key);
    else next.set(key, words);
    this.drafts = next;
  }
}
