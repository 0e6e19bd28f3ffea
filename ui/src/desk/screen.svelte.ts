// What the parts of the desk share: the article, the person's place in it, the words being
// written, and which of the small things (find, history, a source's form) are open.

import { createContext } from 'svelte';
import type { App } from '../app/state.svelte';
import type { Opened, SentenceView, SuggestionView } from '../lib/backend';
import { Annotated } from './model/annotations.svelte';
import { Article } from './model/article.svelte';
import { Desk } from './model/desk.svelte';
import { Fields, type FieldName } from './model/fields.svelte';
import type { Hit } from './model/search';
import { Sources, type Draft } from './model/sources.svelte';

/** What the article pane can be asked for. */
export interface PaneHandle {
  /** Puts the focus on the current sentence, and brings it into sight. */
  focus(): void;
  /** Brings the current sentence into sight. */
  reveal(): void;
  /** The sentence a screen further down or up. */
  aScreenAway(step: 1 | -1): number;
}

export class Screen {
  readonly article: Article;
  readonly desk: Desk;
  readonly fields: Fields;
  readonly sources: Sources;
  readonly annotated: Annotated;

  finder = $state<'find' | 'label' | null>(null);
  hits = $state.raw<readonly Hit[]>([]);
  hit = $state(-1);
  history = $state(false);
  /** The form for a source, while it is open: of which sentence, and where its caret starts. */
  form = $state.raw<{ start: number; draft: Draft; focus: 'title' | 'locator' } | null>(null);
  outline = $state(true);
  side = $state(true);
  /** Notes of the first run: those not yet obeyed, or all of them again. */
  notes = $state<'due' | 'all'>('due');
  pane: PaneHandle | null = null;

  constructor(
    readonly app: App,
    opened: Opened,
  ) {
    const { backend } = app;
    this.article = new Article(opened.view, {
      get me() {
        return app.me;
      },
      change: (name, takes) => app.change(name, takes),
      fail: (thrown) => app.fail(thrown),
      stuck: () => app.saver.trouble !== null,
    });
    this.desk = new Desk(this.article, (words) => app.say(words));
    this.fields = new Fields(this.article, app);
    this.annotated = new Annotated(this.article.id);
    this.sources = new Sources(this.article, this.desk, () => backend.call('sources', {}));
  }

  /** Whether facts are marked in the text. */
  get lens(): boolean {
    return this.app.settings['lens'] === 'on';
  }

  /** What a sentence's words suggest: the surest, and unsure ones only for who wants them. */
  hint(view: SentenceView): SuggestionView | null {
    return this.annotated.suggestion(view, this.app.settings['weak-hints'] === 'on');
  }

  focusText(): void {
    this.pane?.focus();
  }

  /** Puts the caret into a field of the side pane, opening the pane if need be. */
  focusField(name: FieldName | 'hand'): void {
    this.side = true;
    focusLater(`field-${name}`);
  }

  openForm(draft: Draft, focus: 'title' | 'locator' = 'title'): void {
    const start = this.desk.view?.start;
    if (start === undefined) return;
    this.side = true;
    this.form = { start, draft, focus };
  }

  /** Takes the article as the store has it now; the cursor stays on its words. */
  reload(opened: Opened): void {
    const start = this.desk.view?.start ?? 0;
    this.article.load(opened.view);
    this.desk.reseat(start);
  }
}

/** Focuses an element by id once it is there. */
export function focusLater(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}

export const [getScreen, setScreen] = createContext<Screen>();
