// Sources of a sentence: added, changed, repeated, pasted. Evidence serves every checker.

import type { EvidenceView, Sensitivity, SentenceView } from '../../lib/backend';
import type { Article } from './article.svelte';
import { address, hostOf } from './clip';
import type { Desk } from './desk.svelte';
import { nameOf } from './tags';

/** What the form for a source holds. */
export interface Draft {
  /** The evidence that is being changed; empty for a new one. */
  readonly id: string;
  title: string;
  url: string;
  quotation: string;
  locator: string;
  /** Who may read the source's name. */
  sensitivity: Sensitivity;
}

export const blank: Draft = {
  id: '',
  title: '',
  url: '',
  quotation: '',
  locator: '',
  sensitivity: 'public',
};

export function isBlank(draft: Draft): boolean {
  return [draft.title, draft.url, draft.quotation, draft.locator].every(
    (words) => words.trim() === '',
  );
}

/** A source that can be named again. */
interface Known {
  readonly id: string;
  readonly title: string;
  readonly url: string;
  readonly sensitivity: Sensitivity;
}

const text = (draft: Draft): Omit<Draft, 'id'> => ({
  title: draft.title.trim(),
  url: draft.url.trim(),
  quotation: draft.quotation.trim(),
  locator: draft.locator.trim(),
  sensitivity: draft.sensitivity,
});

export class Sources {
  /** The source used last; R names it again. */
  private last: Known | null = null;

  constructor(
    private readonly article: Article,
    private readonly desk: Desk,
    /** The sources of the database, last used first. */
    readonly known: () => Promise<readonly Known[]>,
  ) {}

  /** Adds evidence to what is meant. True when it is durable. */
  async add(draft: Draft, known = ''): Promise<boolean> {
    const { article } = this;
    const indices = this.desk.targets;
    if (indices.length === 0) return false;
    const words = text(draft);
    const spans = indices.map((at) => article.spanOf(at));
    const labels = indices.map((at) => article.views[at]!.label);
    const shown: EvidenceView = {
      id: '',
      source: known,
      checker: article.port.me.name,
      ...words,
      title: words.title || words.url,
    };
    this.desk.tell(`Source added to ${nameOf(labels)}: ${words.title || hostOf(words.url)}`);
    const done = await article.step(
      'add_evidence',
      { article: article.id, spans, source: known, ...words },
      indices,
      (view) => ({ ...view, evidence: [...view.evidence, shown] }),
    );
    if (done === null) return false;
    const newest = newestOf(done.changed.find((view) => view.start === spans[0]!.start));
    if (newest) this.last = { ...newest, id: newest.source };
    return true;
  }

  /** Changes evidence and its source. */
  async edit(view: SentenceView, draft: Draft): Promise<boolean> {
    const words = text(draft);
    const done = await this.article.step(
      'edit_evidence',
      { article: this.article.id, id: draft.id, ...words },
      [this.article.indexAt(view.start)],
      (now) => ({
        ...now,
        evidence: now.evidence.map((one) => (one.id === draft.id ? { ...one, ...words } : one)),
      }),
    );
    return done !== null;
  }

  async remove(view: SentenceView, id: string): Promise<void> {
    this.desk.tell('Source taken away');
    await this.article.step(
      'remove_evidence',
      { article: this.article.id, id },
      [this.article.indexAt(view.start)],
      (now) => ({
        ...now,
        evidence: now.evidence.filter((one) => one.id !== id),
      }),
    );
  }

  /** R: the last source again, here. Answers the new evidence, for its locator. */
  async again(): Promise<EvidenceView | null> {
    const start = this.desk.view?.start;
    this.last ??= (await this.known())[0] ?? null;
    const { last } = this;
    if (last === null || start === undefined) {
      this.desk.tell('No source yet', 'S adds one');
      return null;
    }
    const added = await this.add({ ...blank, ...last, id: '' }, last.id);
    return added ? newestOf(this.article.views[this.article.indexAt(start)]) : null;
  }

  /** Ctrl+V: an address becomes a source here, other words the passage of the newest one. */
  async paste(clip: string): Promise<void> {
    const url = address(clip);
    if (url !== null) {
      await this.add({ ...blank, url });
      return;
    }
    const words = clip.trim();
    if (words === '') return;
    const { view } = this.desk;
    const newest = view ? newestOf(view) : null;
    if (!view || !newest) {
      this.desk.tell('Paste an address first', 'then words become the passage quoted from it');
      return;
    }
    this.desk.tell(`Passage kept with ${newest.title || hostOf(newest.url)}`);
    await this.edit(view, { ...newest, quotation: words });
  }
}

function newestOf(view: SentenceView | undefined): EvidenceView | null {
  return view?.evidence.findLast((one) => one.id !== '') ?? null;
}
