// A second reading as it is asked for: of whom, how much, whether blind; and those that there are.
import type { App } from '../app/state.svelte';
import { failure, type Failure, type PersonRow, type ReadingView } from '../lib/backend';
import { anybody, shareOf } from './readingWords';

/** Somebody whose key is not here yet, asked by name; and anybody at all. */
export const NEW = 'new';
export const ANYBODY = 'anybody';

export class SecondReader {
  people = $state.raw<readonly PersonRow[]>([]);
  /** The readings of the article; null until they are read. */
  readings = $state.raw<readonly ReadingView[] | null>(null);
  sentences = $state(0);
  sample = $state(false);
  /** Whether somebody else has tagged: else there is nothing to be blind to. */
  others = $state(false);

  /** A person's id, {@link NEW} or {@link ANYBODY}. */
  who = $state<string>(NEW);
  name = $state('');
  all = $state(true);
  share = $state('20');
  blind = $state(true);

  busy = $state(false);
  refused = $state.raw<Failure | null>(null);
  /** Who was asked just now, as people say it; empty while nobody was. */
  asked = $state('');

  readonly #app: App;
  readonly #article: string;

  constructor(app: App, article: string) {
    this.#app = app;
    this.#article = article;
  }

  async read(): Promise<void> {
    try {
      const { view } = await this.#app.backend.call('open_article', { article: this.#article });
      this.readings = view.readings ?? [];
      this.sentences = view.sentences.length;
      this.sample = view.sample;
      this.others = view.sentences.some(({ tags }) => tags.some((tag) => !tag.mine && tag.tag));
      const people = await this.#app.backend.call('people', {});
      // A key that was succeeded by another reads nothing any more; of the sample's nobody has one.
      this.people = people.filter(({ own, now }) => !own && now === null);
      const [first] = this.people;
      if (this.who === NEW && !this.name && first) this.who = first.id;
    } catch (thrown) {
      this.refused = failure(thrown);
      this.readings ??= [];
    }
  }

  get person(): PersonRow | null {
    return this.people.find(({ id }) => id === this.who) ?? null;
  }

  /** How many sentences are asked for; null where that is not said yet. */
  get count(): number | null {
    return this.all ? this.sentences : shareOf(this.share, this.sentences);
  }

  /** Why nobody can be asked yet; empty where somebody can. */
  get missing(): string {
    if (this.sample) return 'The sample stays on this machine.';
    if (this.who === NEW && !this.name.trim()) return 'Say who is to read.';
    if (this.count === null) return 'Say how many sentences.';
    return '';
  }

  async ask(): Promise<void> {
    const { person, count } = this;
    if (this.busy || this.missing || count === null) return;
    const reader = this.who === NEW ? this.name.trim() : '';
    await this.#step(async () => {
      await this.#app.change('assign', {
        article: this.#article,
        reader,
        person: person?.id ?? '',
        blind: this.blind,
        count: count < this.sentences ? count : null,
      });
      this.asked = person?.shown ?? (reader || anybody);
    });
  }

  /** Begins what is asked of the person, or a blind reading that nobody asked for. */
  async begin(id = ''): Promise<boolean> {
    return this.#step(() => this.#app.change('begin_reading', { article: this.#article, id }));
  }

  async #step(act: () => Promise<unknown>): Promise<boolean> {
    this.busy = true;
    this.refused = null;
    try {
      await act();
      // The desk shows the article as it may be seen now.
      this.#app.changedElsewhere += 1;
      await this.read();
      return true;
    } catch (thrown) {
      this.refused = failure(thrown);
      return false;
    } finally {
      this.busy = false;
    }
  }
}
