// A share as it is put together: what goes along, what it will hold, and the file.
import type { App } from '../app/state.svelte';
import { failure, type Failure, type ShareAsk, type SharePreview } from '../lib/backend';

/** Choices made faster than this, in milliseconds, are not each weighed. */
const RESTS = 120;
/** What a note may hold, in bytes. */
const MOST_NOTE = 4096;

export class Sharing {
  /** The whole database, or the chosen articles. */
  all = $state(true);
  chosen = $state.raw<readonly string[]>([]);
  captures = $state(false);
  names = $state(false);
  note = $state('');
  passphrase = $state('');
  again = $state('');
  /** What it will hold; null until that is known. */
  preview = $state.raw<SharePreview | null>(null);
  refused = $state.raw<Failure | null>(null);
  saving = $state(false);
  /** Where the file is; empty until there is one. */
  saved = $state('');

  readonly #app: App;
  #asked = 0;

  constructor(app: App, articles: readonly string[]) {
    this.#app = app;
    this.chosen = articles;
    this.all = articles.length === 0;
  }

  get noteTooLong(): boolean {
    return new TextEncoder().encode(this.note).length > MOST_NOTE;
  }

  get differ(): boolean {
    return this.passphrase !== this.again;
  }

  /** Why it cannot be saved yet; empty where it can. */
  get missing(): string {
    if (!this.all && this.chosen.length === 0) return 'Choose an article.';
    if (this.preview?.articles === 0) return 'There is nothing to share yet.';
    if (this.noteTooLong) return 'The note is too long.';
    if (this.differ) return 'The two passphrases are not the same.';
    return '';
  }

  get #ask(): ShareAsk {
    return {
      articles: this.all ? [] : [...this.chosen],
      captures: this.captures,
      protected: this.names,
      note: this.note.trim(),
      passphrase: this.passphrase,
    };
  }

  choose(article: string, on: boolean): void {
    const others = this.chosen.filter((one) => one !== article);
    this.chosen = on ? [...others, article] : others;
  }

  /** Weighs what is chosen now, unless something else is chosen at once. */
  async weigh(): Promise<void> {
    const mine = (this.#asked += 1);
    this.saved = '';
    if (!this.all && this.chosen.length === 0) {
      this.preview = null;
      return;
    }
    if (this.preview) await new Promise((rested) => setTimeout(rested, RESTS));
    if (mine !== this.#asked) return;
    try {
      // What it is encrypted with changes nothing of what it holds.
      const ask = { ...this.#ask, note: '', passphrase: '' };
      const preview = await this.#app.backend.call('share_preview', ask);
      if (mine !== this.#asked) return;
      this.preview = preview;
      this.refused = null;
    } catch (thrown) {
      if (mine === this.#asked) this.refused = failure(thrown);
    }
  }

  /** Lets the person choose a place and writes the file there, whole or not at all. */
  async save(): Promise<void> {
    if (this.saving || this.missing) return;
    this.saving = true;
    this.saved = '';
    this.refused = null;
    try {
      const { path } = await this.#app.backend.saveShare(this.#ask);
      this.saved = path;
      if (path) {
        this.passphrase = '';
        this.again = '';
        this.#app.say(`Saved: ${path}`);
      }
    } catch (thrown) {
      this.refused = failure(thrown);
    } finally {
      this.saving = false;
    }
  }
}
