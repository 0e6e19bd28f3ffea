// What colleagues sent, as it goes: unlocked, looked through, then read or merged as one step.
import type { App } from '../app/state.svelte';
import {
  failure,
  type ArticleView,
  type Failure,
  type FileLook,
  type Merging,
  type MergeView,
} from '../lib/backend';
import { inWords } from './mergeWords';

export type Phase =
  /** A file needs its passphrase first. */
  | 'locked'
  /** What merging would do is worked out. */
  | 'looking'
  /** Nothing of it can be taken. */
  | 'refused'
  /** Read, check blind, or merge? */
  | 'ask'
  | 'merging'
  | 'done'
  /** The articles are read as they were sent. */
  | 'reading';

const nothing: Merging = { phase: null, done: 0, of: null };
/** A wait shorter than this is not worth a word, in milliseconds. */
const soon = 300;
const lookAgain = 150;

export class Received {
  phase = $state<Phase>('looking');
  looks = $state.raw<readonly FileLook[]>([]);
  /** What merging would do; once merged, what it did. */
  view = $state.raw<MergeView | null>(null);
  articles = $state.raw<readonly ArticleView[]>([]);
  /** Why the newest thing asked for did not come about; everything is as it was. */
  refused = $state.raw<Failure | null>(null);
  progress = $state.raw<Merging>(nothing);
  /** Whether what is under way takes long enough to say so. */
  slow = $state(false);
  busy = $state(false);
  /** The merge was taken back, or brought back: in words. */
  turned = $state('');
  taken = $state(true);

  readonly #app: App;
  #turn = 0;

  constructor(app: App, looks: readonly FileLook[]) {
    this.#app = app;
    this.looks = looks;
  }

  /** Files that can be read and merged. */
  get usable(): FileLook[] {
    return this.looks.filter(({ kind }) => kind === 'share' || kind === 'database');
  }

  /** The file whose passphrase is asked for. */
  get locked(): FileLook | null {
    return this.looks.find(({ kind }) => kind === 'locked-share') ?? null;
  }

  /** Files that are no share, or none that can be read. */
  get others(): FileLook[] {
    return this.looks.filter(({ kind }) => kind === 'refused' || kind === 'key');
  }

  /** On to what comes next: the next passphrase, or what merging would do. */
  async go(): Promise<void> {
    this.refused = null;
    if (this.locked) this.phase = 'locked';
    else if (this.usable.length === 0) this.phase = 'refused';
    else await this.#preview();
  }

  async unlock(passphrase: string): Promise<boolean> {
    const { locked } = this;
    if (!locked || this.busy) return false;
    this.busy = true;
    this.refused = null;
    try {
      const look = await this.#app.backend.call('unlock_file', { id: locked.id, passphrase });
      this.looks = this.looks.map((one) => (one === locked ? look : one));
    } catch (thrown) {
      this.refused = failure(thrown);
      return false;
    } finally {
      this.busy = false;
    }
    await this.go();
    return true;
  }

  /** Goes on without the file whose passphrase is asked for. */
  async leaveOut(): Promise<void> {
    const { locked } = this;
    this.looks = this.looks.filter((one) => one !== locked);
    await this.go();
  }

  get #ids(): string[] {
    return this.usable.map(({ id }) => id);
  }

  async #preview(): Promise<void> {
    this.phase = 'looking';
    const view = await this.#await(() =>
      this.#app.backend.call('merge_preview', { ids: this.#ids }),
    );
    if (view === null) return;
    if (view) this.view = view;
    this.phase = view ? 'ask' : 'refused';
  }

  /** `blind`: a blind reading of each of its articles begins in the same breath. */
  async merge(blind = false): Promise<void> {
    if (this.phase !== 'ask') return;
    this.phase = 'merging';
    const view = await this.#await(() =>
      this.#app.backend.call('merge_files', { ids: this.#ids, blind }),
    );
    this.phase = view ? 'done' : 'ask';
    if (view === null) this.#app.say('Stopped. Everything is as it was.');
    if (!view) return;
    this.view = view;
    this.#renew(view);
    const [only, ...others] = view.articles;
    if (blind && only !== undefined) {
      this.#app.say('Merged. You read it blind from now on.');
      this.#app.go(others.length === 0 ? { name: 'article', article: only } : { name: 'library' });
      return;
    }
    this.#app.say(`Merged: ${inWords(view, 'did')}.`);
  }

  #renew({ undo, redo }: { undo: string | null; redo: string | null }): void {
    this.#app.undo = undo;
    this.#app.redo = redo;
    this.#app.changedElsewhere += 1;
    void this.#app.readLibrary();
  }

  /** Takes the merge back, or brings it back. */
  async turn(): Promise<void> {
    if (this.busy) return;
    this.busy = true;
    this.refused = null;
    try {
      const done = await this.#app.change(this.taken ? 'undo' : 'redo', {});
      this.taken = !this.taken;
      this.turned = done.label;
      this.#renew(done);
      this.#app.say(done.label);
    } catch (thrown) {
      this.refused = failure(thrown);
    } finally {
      this.busy = false;
    }
  }

  /** Shows the articles of the file as they were sent; nothing of them is taken. */
  async read(): Promise<void> {
    this.phase = 'looking';
    const read = await this.#await(async () => {
      const views: ArticleView[] = [];
      for (const id of this.#ids)
        views.push(...(await this.#app.backend.call('read_share', { id })));
      return views;
    });
    if (read === null) return;
    if (read) this.articles = read;
    this.phase = read ? 'reading' : 'ask';
  }

  back(): void {
    this.phase = 'ask';
  }

  /** The answer; undefined where it was refused; null where nobody wants it any more. */
  async #await<T>(ask: () => Promise<T>): Promise<T | undefined | null> {
    const mine = ++this.#turn;
    this.refused = null;
    this.progress = nothing;
    const late = setTimeout(() => (this.slow = mine === this.#turn), soon);
    const look = setInterval(() => {
      this.#app.backend.call('merging', {}).then(
        (progress) => {
          if (mine === this.#turn) this.progress = progress;
        },
        () => undefined, // how far it is matters less than that it goes on
      );
    }, lookAgain);
    try {
      const answer = await ask();
      return mine === this.#turn ? answer : null;
    } catch (thrown) {
      if (mine !== this.#turn) return null;
      const why = failure(thrown);
      if (why.code === 'cancelled') return null;
      this.refused = why;
      return undefined;
    } finally {
      clearTimeout(late);
      clearInterval(look);
      if (mine === this.#turn) this.slow = false;
    }
  }

  /** Stops what is under way. False where there is nothing left to show then. */
  async cancel(): Promise<boolean> {
    // A merge answers for itself whether it was stopped in time; nobody waits for the rest.
    const merging = this.phase === 'merging';
    if (!merging) {
      this.#turn += 1;
      this.slow = false;
      if (this.view) this.phase = 'ask';
    }
    try {
      await this.#app.backend.call('cancel_merge', {});
    } catch (thrown) {
      this.#app.fail(thrown);
    }
    return merging || this.view !== null;
  }
}
