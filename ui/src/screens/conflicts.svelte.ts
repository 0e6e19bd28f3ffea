// What truly differs, one thing at a time: chosen, with a reason, settled. Nothing settles several.
import { SvelteMap } from 'svelte/reactivity';
import type { App } from '../app/state.svelte';
import { failure, type Conflict, type Done, type Side, type Tag } from '../lib/backend';
import { tags } from '../desk/model/tags';

/** A side by its event, or a tag that no side has. */
export type Choice = { event: string } | { tag: Tag };

export class Conflicts {
  /** All that differ; null until they are read. */
  all = $state.raw<readonly Conflict[] | null>(null);
  at = $state(0);
  /** How many were settled here. */
  settled = $state(0);
  busy = $state(false);
  /** What was done last, or what stands in the way, for the line at the bottom. */
  said = $state('');

  readonly choices = new SvelteMap<string, Choice>();
  readonly reasons = new SvelteMap<string, string>();
  readonly #app: App;
  readonly #article: string;

  constructor(app: App, article: string) {
    this.#app = app;
    this.#article = article;
  }

  get now(): Conflict | null {
    return this.all?.[this.at] ?? null;
  }

  get choice(): Choice | null {
    return (this.now && this.choices.get(this.now.id)) ?? null;
  }

  /** The chosen side, where one is chosen. */
  get side(): Side | null {
    const { choice } = this;
    if (!choice || !('event' in choice)) return null;
    return this.now?.sides.find(({ event }) => event === choice.event) ?? null;
  }

  get reason(): string {
    return (this.now && this.reasons.get(this.now.id)) ?? '';
  }

  set reason(words: string) {
    if (this.now) this.reasons.set(this.now.id, words);
  }

  /** Tags that nobody gave: whoever decides may see it otherwise than all. */
  get others(): Tag[] {
    const { now } = this;
    if (now?.settling !== 'adjudicate') return [];
    return tags.filter((tag) => !now.sides.some((side) => side.tag === tag));
  }

  /** Reads what differs now; stays on the same difference, or takes the one that is new. */
  async read(label = ''): Promise<void> {
    try {
      const before = this.all;
      const id = this.now?.id;
      const all = await this.#app.backend.call('conflicts', { article: this.#article });
      this.all = all;
      const back = before && all.findIndex((one) => !before.some((old) => old.id === one.id));
      const same = all.findIndex((one) => one.id === id);
      const named = label ? all.findIndex((one) => one.label === label) : -1;
      const to = [named, back ?? -1, same].find((at) => at >= 0) ?? this.at;
      this.at = Math.max(0, Math.min(to, all.length - 1));
    } catch (thrown) {
      this.#app.fail(thrown);
      this.all ??= [];
    }
  }

  move(by: 1 | -1): void {
    const to = this.at + by;
    if (!this.all || to < 0 || to >= this.all.length) {
      this.tell(by > 0 ? 'This is the last one.' : 'This is the first one.');
      return;
    }
    this.said = '';
    this.at = to;
  }

  /** Chooses a side by its place. */
  pick(at: number): void {
    const { now } = this;
    const side = now?.sides[at];
    if (!now || !side || now.settling === 'theirs') return;
    this.choose({ event: side.event });
  }

  choose(choice: Choice): void {
    if (this.now) this.choices.set(this.now.id, choice);
    this.said = '';
  }

  /** The side beside the chosen one; the first, or the last, where none is. */
  step(by: 1 | -1): void {
    const count = this.now?.sides.length ?? 0;
    const here = this.now?.sides.findIndex((side) => side === this.side) ?? -1;
    const to = here < 0 ? (by > 0 ? 0 : count - 1) : (here + by + count) % count;
    this.pick(to);
  }

  tell(words: string): void {
    this.said = words;
    this.#app.say(words);
  }

  /** Settles the difference on show by what is chosen, and goes on to the next. */
  async settle(): Promise<void> {
    const { now, choice } = this;
    if (!now || this.busy) return;
    if (now.settling === 'theirs') {
      this.tell('Only whose words they are can say which of them holds.');
      return;
    }
    if (!choice) {
      this.tell('Choose a side first.');
      return;
    }
    const { article, id, start, end } = now;
    const reason = this.reason.trim();
    await this.#step(() =>
      'event' in choice
        ? this.#app.change('settle', { article, id, event: choice.event, reason })
        : this.#app.change('adjudicate', {
            article,
            span: { start, end },
            tag: choice.tag,
            reason,
          }),
    );
  }

  async turn(which: 'undo' | 'redo'): Promise<void> {
    if (!this.busy) await this.#step(() => this.#app.change(which, {}), which === 'undo' ? -1 : 1);
  }

  async #step(act: () => Promise<Done>, by: 1 | -1 = 1): Promise<void> {
    this.busy = true;
    try {
      const done = await act();
      const before = this.all?.length ?? 0;
      await this.read();
      const now = this.all?.length ?? 0;
      if (now !== before) this.settled = Math.max(0, this.settled + by);
      const left = now === 0 ? 'Nothing is left to settle.' : `${now} left.`;
      this.tell(`${upper(done.label)}. ${left}`);
    } catch (thrown) {
      const why = failure(thrown);
      this.#app.fail(why);
      // Somebody else has settled it, or said something new.
      if (why.code === 'conflict-unknown') await this.read();
    } finally {
      this.busy = false;
    }
  }
}

function upper(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
