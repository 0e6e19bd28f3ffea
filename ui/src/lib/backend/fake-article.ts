// One article of the pretended backend: what tagging, splitting and noting do to its view.
import { Failure } from './backend';
import {
  blank,
  countOf,
  debts,
  fresh,
  labelled,
  nothing,
  pick,
  sampleChecker,
  standing,
} from './fake-shapes';
import type { SampleBlock } from './sample';
import type {
  AddEvidence,
  ArticleRow,
  ArticleView,
  EditEvidence,
  EvidenceView,
  HistoryLine,
  Person,
  Provenance,
  SentenceView,
  SourceRow,
  Span,
  Tag,
  TagView,
} from './types.gen';

interface About {
  article: string;
  title: string;
  at: string;
  lang?: string;
  published?: string;
  provenance?: Provenance;
  sample?: boolean;
  authors?: string[];
  publisher?: string;
  url?: string;
}

export class FakeArticle {
  view: ArticleView;
  importedAt: string;
  workedAt: string;
  #lines: { start: number; line: HistoryLine }[] = [];

  constructor(about: About, blocks: SampleBlock[], checker: string) {
    this.importedAt = about.at;
    this.workedAt = about.at;
    this.view = {
      article: about.article,
      title: about.title,
      text: '',
      lang: about.lang ?? 'en',
      authors: about.authors ?? [],
      publisher: about.publisher ?? '',
      published: about.published ?? '',
      url: about.url ?? '',
      provenance: about.provenance ?? 'ours',
      sample: about.sample ?? false,
      blocks: [],
      sentences: [],
      counts: nothing(),
    };
    const counters = new Map<string, number>();
    let at = 0;
    for (const [index, { kind, sentences }] of blocks.entries()) {
      const start = at;
      for (const [place, sentence] of sentences.entries()) {
        if (place > 0) this.view.text += ' ';
        at += place > 0 ? 1 : 0;
        const length = [...sentence.text].length;
        this.view.sentences.push(
          fresh(sentence, {
            label: labelled(kind, counters),
            start: at,
            end: at + length,
            block: index + 1,
            checker,
            at: about.at,
          }),
        );
        this.view.text += sentence.text;
        at += length;
      }
      this.view.blocks.push({ n: index + 1, kind, start, end: at });
      this.view.text += '\n';
      at += 1;
    }
    this.view.text = this.view.text.trimEnd();
    this.count();
  }

  copy(): ArticleView {
    return structuredClone(this.view);
  }

  restore(view: string): void {
    this.view = JSON.parse(view) as ArticleView;
  }

  differences(before: string): SentenceView[] {
    const old = JSON.parse(before) as ArticleView;
    return this.view.sentences.filter(
      (one, index) => JSON.stringify(one) !== JSON.stringify(old.sentences[index]),
    );
  }

  row(): ArticleRow {
    const { article, title, lang, published, provenance, sample, counts } = this.view;
    return {
      article,
      title,
      lang,
      published,
      provenance,
      sample,
      imported_at: this.importedAt,
      worked_at: this.workedAt,
      counts,
    };
  }

  count(): void {
    const counts = nothing();
    for (const [index, one] of this.view.sentences.entries()) {
      one.n = index + 1;
      one.standing = standing(one);
      one.debts = debts(one);
      const words = one.text.split(/\s+/u).length;
      counts.sentences += 1;
      counts.words += words;
      counts[countOf[one.standing]] += 1;
      counts.flagged += one.flagged ? 1 : 0;
      counts.owed += one.debts.length > 0 ? 1 : 0;
      if (one.standing !== 'untagged' && one.standing !== 'disagreement') {
        counts.words_closed += words;
      }
    }
    this.view.counts = counts;
  }

  #at(span: Span): SentenceView {
    const found = this.view.sentences.find((one) => one.start === span.start);
    if (found) return found;
    throw new Failure({
      code: 'sentence-unknown',
      message: `No sentence begins at ${span.start}.`,
      hint: 'Read the article again.',
    });
  }

  #mine(sentence: SentenceView, me: Person, at: string): TagView {
    let mine = sentence.tags.find((one) => one.mine);
    if (!mine) {
      mine = { ...blank(me.name, at), checker_id: me.id, mine: true };
      // In the pretended world the checker takes over what the sample's checker began.
      const known = sentence.tags.find((one) => one.checker_id === sampleChecker);
      if (known) Object.assign(mine, { ...known, ...pick(mine) });
      sentence.tags = [...sentence.tags.filter((one) => one !== known), mine];
    }
    mine.at = at;
    return mine;
  }

  tag(spans: Span[], tag: Tag | null, me: Person, at: string): string {
    for (const span of spans) {
      const mine = this.#mine(this.#at(span), me, at);
      if (mine.tag !== tag) mine.finding = '';
      mine.tag = tag;
      // A tag that a decision did not judge reopens it.
      for (const ruling of this.#at(span).adjudications ?? []) ruling.holds = false;
      this.#line(span, me, at, tag ?? 'cleared');
    }
    const what = spans.length === 1 ? this.#at(spans[0] as Span).label : `${spans.length}`;
    return tag ? `tagged ${what} ${tag}` : `cleared ${what}`;
  }

  note(
    span: Span,
    field: 'finding' | 'correction' | 'speaker',
    text: string,
    me: Person,
    at: string,
  ): string {
    this.#mine(this.#at(span), me, at)[field] = text;
    const words = { finding: 'finding', correction: 'proposed wording', speaker: 'speaker' }[field];
    this.#line(span, me, at, `${words}: ${text}`);
    return `${words} of ${this.#at(span).label}`;
  }

  /** Somebody else's tag, as a share brings it; false where it is here already. */
  bring(label: string, tag: TagView): boolean {
    const one = this.view.sentences.find((sentence) => sentence.label === label);
    const same = ({ checker_id, at }: TagView): boolean =>
      checker_id === tag.checker_id && at === tag.at;
    if (!one || one.tags.some(same)) return false;
    one.tags.push({ ...tag });
    for (const ruling of one.adjudications ?? []) ruling.holds = false;
    return true;
  }

  adjudicate(span: Span, tag: Tag | null, reason: string, me: Person, at: string): string {
    const one = this.#at(span);
    const own = one.tags.some((said) => said.mine && said.tag !== null);
    const said = { event: `ruling-${at}`, checker: me.name, checker_id: me.id, at, mine: true };
    one.adjudications = tag ? [{ ...said, tag, reason, own, holds: true, fit: 'exact' }] : [];
    const words = tag ? `decided on ${one.label}: ${tag}` : `took back on ${one.label}`;
    this.#line(span, me, at, words);
    return words;
  }

  flag(spans: Span[], on: boolean): string {
    for (const span of spans) this.#at(span).flagged = on;
    return on ? 'flagged' : 'unflagged';
  }

  publish(spans: Span[], on: boolean): string {
    for (const span of spans) this.#at(span).publish = on;
    return on ? 'published' : 'unpublished';
  }

  split(at: number): string {
    const index = this.view.sentences.findIndex((one) => one.start < at && at < one.end);
    const whole = this.view.sentences[index];
    if (!whole) {
      throw new Failure({
        code: 'boundary-refused',
        message: 'There is no sentence to divide there.',
        hint: 'Put the caret between two words.',
      });
    }
    const points = [...this.view.text];
    const [first, last] = [points.slice(whole.start, at), points.slice(at, whole.end)];
    const bare = whole.label.replace(/[a-z]$/u, '');
    const spare = first.length - first.join('').trimEnd().length;
    const part = (start: number, end: number, label: string): SentenceView => ({
      ...structuredClone(whole),
      ...{ start, end, label, text: points.slice(start, end).join('') },
      tags: whole.tags.map((tag) => ({ ...tag, fit: 'wider', state: 'suspended' })),
    });
    const lead = last.findIndex((point) => point.trim() !== '');
    this.view.sentences.splice(
      index,
      1,
      part(whole.start, at - spare, `${bare}a`),
      part(at + Math.max(lead, 0), whole.end, `${bare}b`),
    );
    return `split ${whole.label}`;
  }

  join(span: Span): string {
    const first = this.#at(span);
    const index = this.view.sentences.indexOf(first);
    const next = this.view.sentences[index + 1];
    if (!next || next.block !== first.block) {
      throw new Failure({
        code: 'boundary-refused',
        message: 'This is the last sentence of its block.',
        hint: 'Only sentences of one block can be joined.',
      });
    }
    first.end = next.end;
    first.text = [...this.view.text].slice(first.start, first.end).join('');
    first.tags = first.tags.map((tag) => ({ ...tag, fit: 'narrower', state: 'suspended' }));
    first.label = first.label.replace(/[a-z]$/u, '');
    this.view.sentences.splice(index + 1, 1);
    return `joined ${first.label}`;
  }

  addEvidence(takes: AddEvidence, id: string, checker: string): string {
    for (const span of takes.spans) {
      this.#at(span).evidence.push({
        id,
        source: takes.source || `s-${id}`,
        title: takes.title || takes.url,
        url: takes.url,
        quotation: takes.quotation,
        locator: takes.locator,
        sensitivity: takes.sensitivity ?? 'public',
        checker,
      });
    }
    return `source for ${takes.spans.map((span) => this.#at(span).label).join(', ')}`;
  }

  editEvidence(takes: EditEvidence): string {
    const { title, url, quotation, locator, sensitivity } = takes;
    for (const one of this.#evidence(takes.id)) {
      Object.assign(one, { title, url, quotation, locator });
      if (sensitivity) one.sensitivity = sensitivity;
    }
    return 'changed a source';
  }

  removeEvidence(id: string): string {
    this.#evidence(id);
    for (const one of this.view.sentences) {
      one.evidence = one.evidence.filter((evidence) => evidence.id !== id);
    }
    return 'removed a source';
  }

  #evidence(id: string): EvidenceView[] {
    const found = this.view.sentences.flatMap((one) => one.evidence.filter((it) => it.id === id));
    if (found.length > 0) return found;
    throw new Failure({ code: 'source-unknown', message: 'No such source.', hint: '' });
  }

  sources(): SourceRow[] {
    const rows = new Map<string, SourceRow>();
    const cited = this.view.sentences.flatMap((one) => one.evidence);
    for (const { source, title, url, sensitivity } of cited) {
      const uses = (rows.get(source)?.uses ?? 0) + 1;
      rows.set(source, { id: source, title, url, uses, sensitivity });
    }
    return [...rows.values()];
  }

  #line(span: Span, me: Person, at: string, what: string): void {
    this.#lines.unshift({ start: span.start, line: { at, checker: me.name, what } });
  }

  history(span: Span): HistoryLine[] {
    return this.#lines.filter(({ start }) => start === span.start).map(({ line }) => line);
  }
}
