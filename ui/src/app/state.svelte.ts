// What the whole window knows: who is at work, the library, the remembered choices, where we are,
// and what is being said. Screens get it from the context; article state belongs to the desk.
import { createContext, untrack } from 'svelte';
import { SvelteMap } from 'svelte/reactivity';
import {
  failure,
  type ArticleRow,
  type Backend,
  type Failure,
  type FileLook,
  type Notice,
  type Opened,
  type Person,
  type Setting,
  type Startup,
  type Trouble,
} from '../lib/backend';
import { isCommandId, type CommandId } from '../keys/registry';
import { keymap, readOverrides } from '../keys/dispatcher';
import { Saver, type Change } from './saver.svelte';
import { readAppearance, stepScale } from './theme';
import type { Gives, Takes } from '../lib/backend';

export type Route =
  | { name: 'library' }
  /** `label` is the sentence to stand on. */
  | { name: 'article'; article: string; label?: string }
  /** `print`: on to the printer. */
  | { name: 'export'; article: string; print?: boolean }
  /** What truly differs: in an article, from the sentence `label` on; in all where both are empty. */
  | { name: 'conflicts'; article: string; label: string }
  | { name: 'settings'; at?: 'people' };

export type Dialog =
  | { name: 'import'; handles: string[] }
  /** Text that was pasted, with the HTML that came beside it; an address to fetch, at once or not. */
  | { name: 'paste'; text: string; html?: string; address?: string; fetch?: boolean }
  /** What colleagues sent. */
  | { name: 'received'; looks: FileLook[] }
  /** What is to be shared: these articles, or the whole database where there are none. */
  | { name: 'share'; articles: string[] }
  /** Who is to read an article a second time, and who has. */
  | { name: 'second-reader'; article: string }
  /** The reading under way is to end; `left`: how many of its sentences are not tagged. */
  | { name: 'finish-reading'; article: string; left: number }
  /** How far checkers agree: by this reading, or by the newest. */
  | { name: 'agreement'; article: string; reading?: string }
  | { name: 'help' }
  | { name: 'palette' };

const nobody: Person = { name: '', initials: '', id: '', named: false };

export class App {
  readonly backend: Backend;
  readonly saver: Saver;

  phase = $state<'starting' | 'ready' | 'trouble'>('starting');
  trouble = $state.raw<Trouble | null>(null);
  me = $state.raw<Person>(nobody);
  library = $state.raw<ArticleRow[]>([]);
  settings = $state.raw<Readonly<Record<string, string>>>({});
  notices = $state.raw<Notice[]>([]);
  /** The step that Ctrl+Z (Ctrl+Y) would undo (redo), in words. */
  undo = $state<string | null>(null);
  redo = $state<string | null>(null);
  version = $state('');
  path = $state('');

  route = $state.raw<Route>({ name: 'library' });
  dialog = $state.raw<Dialog | null>(null);
  /** Files that came and wait for their dialog: from colleagues, and to be imported. */
  arrived = $state.raw<{ looks: FileLook[]; articles: string[] }>({ looks: [], articles: [] });
  /** The one thing said through role="status". */
  status = $state('');
  /** The error on show, until it is closed or the next one comes. */
  problem = $state.raw<Failure | null>(null);
  /** Whether the line that asks for the person's name is on show. */
  asksName = $state(false);
  /** Grows whenever another process wrote: whoever shows data reads it again. */
  changedElsewhere = $state(0);

  readonly appearance = $derived(readAppearance(this.settings));
  /** The keys in force. */
  readonly keymap = $derived(
    keymap(readOverrides(this.settings['keys'] ?? '{}'), this.settings['single-letters'] !== 'off'),
  );

  /** Text fields that were not saved when the window last closed, by key. */
  readonly unsaved = new SvelteMap<string, string>();
  readonly #runs = new SvelteMap<CommandId, () => void>();
  #handed: Opened | null = null;
  #before: Route = { name: 'library' };

  constructor(backend: Backend) {
    this.backend = backend;
    this.saver = new Saver(backend);
  }

  /** Reads what the window needs first. The very first run opens the sample, and so does `sample`. */
  async start(sample = false): Promise<void> {
    try {
      const startup = this.backend.call('start', {});
      // Asked for in the same breath: the answer is on its way while the first one is read.
      const asked = sample ? this.backend.call('open_sample', {}) : null;
      asked?.catch(() => undefined); // awaited below, where the database opens at all
      this.#take(await startup);
      const first = this.library.length === 0 && this.settings['first-run'] === undefined;
      if (this.phase === 'ready' && (asked || first)) await this.openSample(asked);
    } catch (thrown) {
      const refusal = failure(thrown);
      const { code, message, hint } = refusal;
      this.trouble = { error: { code, message, hint }, path: '', backups: [] };
      this.phase = 'trouble';
    }
  }

  #take(startup: Startup): void {
    this.me = startup.me;
    this.library = startup.library;
    this.settings = record(startup.settings);
    this.unsaved.clear();
    for (const { key, value } of startup.unsaved) this.unsaved.set(key, value);
    this.notices = startup.notices;
    this.undo = startup.undo;
    this.redo = startup.redo;
    this.version = startup.version;
    this.path = startup.path;
    this.trouble = startup.trouble;
    this.phase = startup.trouble ? 'trouble' : 'ready';
    this.asksName = !startup.me.named && this.settings['first-run'] === undefined;
  }

  /** Goes to a screen. Nothing is lost by going: fields keep their unsaved words. */
  go(route: Route): void {
    if (this.route.name !== 'settings' && this.route.name !== 'conflicts')
      this.#before = this.route;
    this.route = route;
    this.dialog = null;
    if (route.name === 'library') void this.readLibrary();
  }

  /** Leaves the export, the differences or the settings for where one came from; there, for the
   * sentence `label`. */
  leave(label = ''): void {
    if (this.route.name === 'export') this.go({ name: 'article', article: this.route.article });
    else if (this.route.name === 'conflicts' && this.#before.name === 'article' && label) {
      this.go({ ...this.#before, label });
    } else if (this.route.name === 'conflicts' || this.route.name === 'settings') {
      this.go(this.#before);
    }
  }

  async readLibrary(): Promise<void> {
    try {
      this.library = await this.backend.call('library', {});
    } catch (thrown) {
      this.fail(thrown);
    }
  }

  /** Opens the sample; `asked` is the answer where somebody has asked for it already. */
  async openSample(asked: Promise<Opened> | null = null): Promise<void> {
    try {
      this.open(await (asked ?? this.backend.call('open_sample', {})));
    } catch (thrown) {
      this.fail(thrown);
    }
  }

  /** Goes to an article that a command has just handed over, so that it is not read twice. */
  open(opened: Opened): void {
    this.#handed = opened;
    void this.readLibrary();
    this.go({ name: 'article', article: opened.view.article });
  }

  /** The article, freshly handed over or read now. */
  async article(id: string): Promise<Opened> {
    const handed = this.#handed;
    this.#handed = null;
    const opened =
      handed?.view.article === id
        ? handed
        : await this.backend.call('open_article', { article: id });
    this.undo = opened.undo;
    this.redo = opened.redo;
    return opened;
  }

  /** A step: resolves when durable. See {@link Saver}. */
  async change<K extends Change>(name: K, takes: Takes<K>): Promise<Gives<K>> {
    const done = await this.saver.change(name, takes);
    this.undo = done.undo;
    this.redo = done.redo;
    return done;
  }

  /** Says one thing to whoever listens instead of looking. */
  say(words: string): void {
    this.status = words;
  }

  /** Shows what went wrong, until closed. */
  fail(thrown: unknown): void {
    const refusal = failure(thrown);
    if (refusal.code !== 'cancelled') this.problem = refusal;
  }

  /** Remembers a choice; it holds at once, whatever the disk says. */
  async remember(key: string, value: string): Promise<void> {
    this.settings = { ...this.settings, [key]: value };
    try {
      await this.backend.call('save_setting', { key, value });
    } catch (thrown) {
      this.fail(thrown);
    }
  }

  /** Keeps a text field's unsaved words across a crash; empty forgets them. */
  async keep(key: string, value: string): Promise<void> {
    if (value) this.unsaved.set(key, value);
    else this.unsaved.delete(key);
    try {
      await this.backend.call('keep_unsaved', { key, value });
    } catch (thrown) {
      this.fail(thrown);
    }
  }

  async identify(name: string, initials: string): Promise<boolean> {
    try {
      this.me = await this.backend.call('identify', { name, initials });
      this.asksName = false;
      void this.remember('first-run', 'done');
      return true;
    } catch (thrown) {
      this.fail(thrown);
      return false;
    }
  }

  /** "Later": asked once more at the first tag. */
  skipName(): void {
    this.asksName = false;
    void this.remember('first-run', this.settings['first-run'] === 'skipped' ? 'done' : 'skipped');
  }

  /** The desk calls this at a tag: whoever put the name off is asked again, once. */
  tagged(): void {
    if (!this.me.named && this.settings['first-run'] === 'skipped') this.asksName = true;
  }

  resize(by: 1 | -1 | 0): void {
    const scale = by === 0 ? 1 : stepScale(this.appearance.scale, by);
    void this.remember('text-size', String(scale));
    this.say(`Text size ${Math.round(scale * 100)} %`);
  }

  /** What a command of the key registry does, while its screen is there. Gives the way back. */
  on(runs: Readonly<Partial<Record<CommandId, () => void>>>): () => void {
    const entries = Object.entries(runs).filter((entry): entry is [CommandId, () => void] =>
      isCommandId(entry[0]),
    );
    // Untracked: whoever registers in an effect must not be run again by others registering.
    untrack(() => entries.forEach(([id, run]) => this.#runs.set(id, run)));
    return () => {
      for (const [id, run] of entries) {
        if (this.#runs.get(id) === run) this.#runs.delete(id);
      }
    };
  }

  /** Whether a command can be run where we are. */
  can(id: CommandId): boolean {
    return this.#runs.has(id);
  }

  /** Runs a command of the key registry; false if nobody here knows it. */
  run(id: CommandId): boolean {
    const run = this.#runs.get(id);
    run?.();
    return run !== undefined;
  }
}

function record(settings: readonly Setting[]): Record<string, string> {
  return Object.fromEntries(settings.map(({ key, value }) => [key, value]));
}

export const [getApp, setApp] = createContext<App>();
