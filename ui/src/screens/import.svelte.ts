// An import as it goes: asked for, read, looked at, brought in; several files one after the other.
import { tick } from 'svelte';
import type { App } from '../app/state.svelte';
import { storageCodes } from '../app/words';
import {
  failure,
  type Failure,
  type Opened,
  type Provenance,
  type Staged,
  type Staging,
  type TrackedChanges,
} from '../lib/backend';
import { Review } from './review.svelte';

/** Where an article comes from. */
export type Source =
  | { from: 'file'; handle: string }
  /** `html` is what the clipboard holds beside the plain text; it is read unless `plain`. */
  | { from: 'text'; text: string; html: string; plain: boolean }
  | { from: 'address'; url: string; allow: boolean };

export type Phase =
  /** For text or an address. */
  | 'asking'
  | 'reading'
  /** A file could not be read. */
  | 'refused'
  /** What was read is looked at. */
  | 'review'
  /** All the rest comes in as it is read. */
  | 'rest'
  | 'summary';

/** What became of one of several files. */
export interface Outcome {
  what: 'imported' | 'here' | 'refused';
  /** Title, or why it could not be read. */
  words: string;
  lang: string;
  /** The article, where there is one. */
  article: string | null;
}

/** A wait shorter than this is not worth a word, in milliseconds. */
export const soon = 300;
const lookAgain = 150;

const nothing: Staging = { stage: null, bytes: 0, of: null };

export class Import {
  phase = $state<Phase>('asking');
  source = $state.raw<Source | null>(null);
  review = $state.raw<Review | null>(null);
  refused = $state.raw<Failure | null>(null);
  /** Whether what is under way takes long enough to say so. */
  slow = $state(false);
  progress = $state.raw<Staging>(nothing);
  /** Whether the article on show is being read again or brought in. */
  busy = $state(false);
  outcomes = $state.raw<readonly Outcome[]>([]);
  at = $state(0);

  /** Grows with each thing asked for: an answer to an older one is not wanted any more. */
  #turn = 0;
  readonly #app: App;
  readonly #handles: () => readonly string[];

  constructor(app: App, handles: () => readonly string[]) {
    this.#app = app;
    this.#handles = handles;
  }

  get count(): number {
    return this.#handles().length;
  }

  /** Files after this one. */
  get toCome(): number {
    return Math.max(this.count - this.at - 1, 0);
  }

  /** Reads the file whose turn it is. */
  async readFile(): Promise<void> {
    const handle = this.#handles()[this.at];
    if (handle !== undefined) await this.read({ from: 'file', handle });
  }

  async read(source: Source): Promise<void> {
    const mine = ++this.#turn;
    this.source = source;
    this.review = null;
    this.refused = null;
    this.phase = 'reading';
    const done = this.#watch(mine);
    try {
      const staged = await this.#stage(source);
      if (mine !== this.#turn) return;
      this.review = new Review(staged, this.#whose(), source.from === 'address');
      this.phase = 'review';
    } catch (thrown) {
      if (mine !== this.#turn) return;
      this.refused = failure(thrown);
      this.phase = source.from === 'file' ? 'refused' : 'asking';
    } finally {
      done();
    }
  }

  async #stage(source: Source): Promise<Staged> {
    const { backend } = this.#app;
    if (source.from === 'file') return backend.call('stage_file', { id: source.handle });
    if (source.from === 'address') {
      return backend.call('stage_address', { url: source.url, allow_private: source.allow });
    }
    const plain = { text: source.text, html: false };
    if (!source.html || source.plain) return backend.call('stage_text', plain);
    try {
      return await backend.call('stage_text', { text: source.html, html: true });
    } catch (thrown) {
      // The same words lie beside the markup; where that cannot be read, they can.
      if (failure(thrown).code === 'cancelled' || !source.text.trim()) throw thrown;
      if (this.source === source) this.source = { ...source, html: '' };
      return backend.call('stage_text', plain);
    }
  }

  /** Reads what is on show in another way. */
  async again(how: { encoding?: string | null; changes?: TrackedChanges }): Promise<void> {
    const { review } = this;
    if (!review || this.busy) return;
    const mine = ++this.#turn;
    const encoding = how.encoding === undefined ? review.encoding : how.encoding;
    const changes = how.changes ?? review.staged.changes;
    this.busy = true;
    this.refused = null;
    const done = this.#watch(mine);
    try {
      const { id } = review.staged;
      const staged = await this.#app.backend.call('restage', { id, encoding, changes });
      if (mine !== this.#turn) return;
      review.encoding = encoding;
      review.follow(staged);
    } catch (thrown) {
      if (mine === this.#turn) this.refused = failure(thrown);
    } finally {
      done();
      this.busy = false;
    }
  }

  /** After a while, says how far it has come. Gives the way to end that. */
  #watch(mine: number): () => void {
    this.progress = nothing;
    const late = setTimeout(() => (this.slow = mine === this.#turn), soon);
    const look = setInterval(() => {
      this.#app.backend.call('staging', {}).then(
        (progress) => {
          if (mine === this.#turn) this.progress = progress;
        },
        () => undefined, // how far it is matters less than that it goes on
      );
    }, lookAgain);
    return () => {
      clearTimeout(late);
      clearInterval(look);
      if (mine === this.#turn) this.slow = false;
    };
  }

  #whose(): Provenance {
    return this.#app.settings['import-whose'] === 'theirs' ? 'theirs' : 'ours';
  }

  /** Brings in what is on show. */
  async save(): Promise<void> {
    const { review } = this;
    if (!review?.ready || this.busy) return;
    if (this.#whose() !== review.provenance) {
      void this.#app.remember('import-whose', review.provenance);
    }
    this.busy = true;
    this.refused = null;
    try {
      const opened = await this.#put(review);
      const { title, sentences } = opened.view;
      this.#app.say(`Imported “${title}”, ${sentences.length} sentences.`);
      if (this.count > 1) await this.next();
      else this.#app.open(opened);
    } catch (thrown) {
      this.refused = failure(thrown);
    } finally {
      this.busy = false;
    }
  }

  async #put(review: Review): Promise<Opened> {
    const opened = await this.#app.backend.call('import_staged', review.choices);
    const { title, lang, article } = opened.view;
    this.#note({ what: 'imported', words: title, lang, article });
    return opened;
  }

  #note(outcome: Outcome): void {
    this.outcomes = [...this.outcomes, outcome];
    void this.#app.readLibrary();
  }

  /** Notes what became of the file on show where it was not brought in. */
  #noteOther(): void {
    const staged = this.review?.staged;
    if (staged?.already_here) {
      const { title: words, lang, already_here: article } = staged;
      this.#note({ what: 'here', words, lang, article });
    } else if (this.refused && !this.review) {
      this.#refusal(this.refused);
    }
  }

  #refusal({ message, hint }: Failure): void {
    const words = [message, hint].filter(Boolean).join(' ');
    this.#note({ what: 'refused', words, lang: 'en', article: null });
  }

  /** The next file, or the summary after the last. */
  async next(): Promise<void> {
    if (this.toCome > 0) {
      this.at += 1;
      await this.readFile();
    } else this.#end();
  }

  /** Leaves the file on show aside, for whatever reason. */
  async skip(): Promise<void> {
    this.#noteOther();
    await this.next();
  }

  #end(): void {
    this.#turn += 1;
    this.at = Math.max(this.count - 1, 0);
    this.review = null;
    this.refused = null;
    this.slow = false;
    this.phase = 'summary';
  }

  /** Brings in the file on show and all that come, as they are read. */
  async saveRest(): Promise<void> {
    const { review } = this;
    if (this.busy || (review && !review.staged.already_here && !review.ready)) return;
    const whose = review?.provenance ?? this.#whose();
    if (this.#whose() !== whose) void this.#app.remember('import-whose', whose);
    const mine = ++this.#turn;
    this.phase = 'rest';
    this.#noteOther();
    try {
      if (review && !review.staged.already_here) await this.#put(review);
      this.refused = null;
      while (this.toCome > 0 && mine === this.#turn) {
        this.at += 1;
        await this.#readAndPut(whose, mine);
        await tick();
      }
    } catch (thrown) {
      // The disk is full, or the like: no other file would fare better.
      if (mine === this.#turn) this.#refusal(failure(thrown));
    }
    if (mine === this.#turn) this.#end();
  }

  async #readAndPut(whose: Provenance, mine: number): Promise<void> {
    const id = this.#handles()[this.at];
    if (id === undefined) return;
    try {
      const staged = await this.#app.backend.call('stage_file', { id });
      if (mine !== this.#turn) return;
      this.review = new Review(staged, whose, false);
      if (staged.already_here) this.#noteOther();
      else await this.#put(this.review);
    } catch (thrown) {
      const why = failure(thrown);
      if (storageCodes.has(why.code) && this.review) throw thrown;
      if (mine === this.#turn) this.#refusal(why);
    } finally {
      this.review = null;
    }
  }

  /** Stops what is under way. False where there is nothing left to show then. */
  cancel(): boolean {
    this.#turn += 1;
    this.slow = false;
    // Files that wait are forgotten with it, so that a series ends here.
    void this.#app.backend.call('cancel_staging', {});
    if (this.phase === 'reading' && this.source?.from !== 'file') {
      this.phase = 'asking';
      return true;
    }
    this.#end();
    return this.outcomes.length > 0;
  }

  /** Back to the fields for text and address. */
  ask(): void {
    this.#turn += 1;
    this.review = null;
    this.refused = null;
    this.phase = 'asking';
  }
}
