// Steps on their way to the disk, one after the other. The screen never waits: it shows a step at
// once and the promise here resolves when the step is durable. When storage fails, the step and all
// later ones stay in memory, in order, until a new attempt goes through.
import {
  failure,
  type Backend,
  type Commands,
  type Failure,
  type Gives,
  type Takes,
} from '../lib/backend';
import { storageCodes } from './words';

/** The commands that write and answer with what changed. */
export type Change = {
  [K in keyof Commands]: Commands[K]['gives'] extends { changed: unknown } ? K : never;
}[keyof Commands];

interface Waiting {
  attempt: () => Promise<'through' | Failure>;
}

export class Saver {
  /** Steps not yet on disk. */
  waiting = $state(0);
  /** When the newest step became durable, ISO 8601 UTC; empty before the first. */
  savedAt = $state('');
  /** Why storage refuses, while it does. */
  trouble = $state<Failure | null>(null);

  readonly #backend: Backend;
  readonly #queue: Waiting[] = [];
  #running = false;

  constructor(backend: Backend) {
    this.#backend = backend;
  }

  /** Resolves when durable; rejects with a Failure if the step was refused for its own sake. */
  change<K extends Change>(name: K, takes: Takes<K>): Promise<Gives<K>> {
    return new Promise((resolve, reject) => {
      this.#queue.push({
        attempt: async () => {
          try {
            const gives = await this.#backend.call(name, takes);
            this.savedAt = gives.saved_at;
            resolve(gives);
            return 'through';
          } catch (thrown) {
            const refusal = failure(thrown);
            if (storageCodes.has(refusal.code)) return refusal;
            reject(refusal);
            return 'through';
          }
        },
      });
      this.waiting = this.#queue.length;
      void this.retry();
    });
  }

  /** Tries what is waiting, oldest first, until done or refused again. */
  async retry(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    try {
      for (let next = this.#queue[0]; next; next = this.#queue[0]) {
        const outcome = await next.attempt();
        if (outcome !== 'through') {
          this.trouble = outcome;
          return;
        }
        this.trouble = null;
        this.#queue.shift();
        this.waiting = this.#queue.length;
      }
    } finally {
      this.#running = false;
    }
  }
}
