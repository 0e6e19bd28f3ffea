// The report that is being looked at, and the file that is being written.
import type { App } from '../app/state.svelte';
import { failure, type Failure, type ReportAsk, type ReportText } from '../lib/backend';

/** After this many milliseconds it is said that something is under way, and can be stopped. */
const SAID_AFTER = 1000;
/** Choices made faster than this are not each made into a report. */
const RESTS = 120;

export class Exporting {
  /** What was made last, and what it was asked for. */
  made = $state.raw<{ ask: ReportAsk; report: ReportText } | null>(null);
  refused = $state.raw<Failure | null>(null);
  /** Something takes its time. */
  slow = $state<'preview' | 'file' | null>(null);
  /** The person stopped the preview. */
  stopped = $state(false);
  saving = $state(false);
  /** Where the file is; empty until there is one. */
  saved = $state('');

  readonly #app: App;
  #asked = 0;
  #files = 0;

  constructor(app: App) {
    this.#app = app;
  }

  /** Makes the report, unless another is asked for at once. */
  async show(ask: ReportAsk): Promise<void> {
    const mine = (this.#asked += 1);
    this.stopped = false;
    if (this.made) await new Promise((rested) => setTimeout(rested, RESTS));
    if (mine !== this.#asked) return;
    const later = setTimeout(() => {
      if (mine === this.#asked) this.slow ??= 'preview';
    }, SAID_AFTER);
    try {
      const report = await this.#app.backend.call('report', ask);
      if (mine !== this.#asked) return;
      this.made = { ask, report };
      this.refused = null;
    } catch (thrown) {
      if (mine === this.#asked) this.#refuse(failure(thrown));
    } finally {
      clearTimeout(later);
      if (mine === this.#asked && this.slow === 'preview') this.slow = null;
    }
  }

  #refuse(why: Failure): void {
    if (why.code === 'cancelled') this.stopped = true;
    else this.refused = why;
  }

  /** Lets the person choose a place and writes the file there, whole or not at all. */
  async save(ask: ReportAsk): Promise<void> {
    if (this.saving) return;
    const mine = (this.#files += 1);
    this.saving = true;
    this.saved = '';
    const later = setTimeout(() => {
      if (mine === this.#files && this.saving) this.slow = 'file';
    }, SAID_AFTER);
    try {
      const { path } = await this.#app.backend.saveReport(ask);
      // What was stopped too late is there all the same, and that is said.
      this.saved = path;
      if (path) this.#app.say(`Saved: ${path}`);
    } catch (thrown) {
      this.#app.fail(thrown);
    } finally {
      clearTimeout(later);
      if (mine === this.#files) this.#rest();
    }
  }

  #rest(): void {
    this.saving = false;
    if (this.slow === 'file') this.slow = null;
  }

  /** Stops what is under way: nothing is written. */
  async stop(): Promise<void> {
    if (this.slow === 'preview') {
      this.#asked += 1;
      this.stopped = true;
    } else {
      this.#files += 1;
      this.#rest();
    }
    this.slow = null;
    this.#app.say('Stopped. Nothing was written.');
    try {
      await this.#app.backend.call('cancel_report', {});
    } catch (thrown) {
      this.#app.fail(thrown);
    }
  }
}

/** Puts words on the clipboard. */
export async function copy(words: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(words);
  } catch {
    // Web views that keep the clipboard to themselves still copy what is selected.
    const field = document.createElement('textarea');
    field.value = words;
    document.body.append(field);
    field.select();
    const done = document.execCommand('copy');
    field.remove();
    if (!done) throw new Error('The system would not take the words.');
  }
}
