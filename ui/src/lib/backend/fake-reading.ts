// Second readings in the pretended backend: asked for, read blind, compared.
import { Failure } from './backend';
import type { FakeArticle } from './fake-article';
import type { Table, World } from './fake-sharing';
import type {
  AgreementView,
  EvidenceView,
  Figure,
  PairView,
  ReadingView,
  SentenceView,
  Tag,
  TagView,
} from './types.gen';

const order: readonly Tag[] = ['verified', 'disputed', 'attributed-only', 'no-claim'];

/** What a blind reader does not see, by where its sentence begins. */
type Hidden = Map<number, { tags: TagView[]; evidence: EvidenceView[]; flagged: boolean }>;

export class FakeReading {
  readonly #world: World;
  readonly #hidden = new Map<string, Hidden>();
  readonly #found = new Map<string, AgreementView[]>();
  #ids = 0;

  readonly #merge: Table<'merge_files'>['merge_files'];

  constructor(world: World, merge: Table<'merge_files'>['merge_files']) {
    this.#world = world;
    this.#merge = merge;
  }

  commands(): Table<'assign' | 'begin_reading' | 'finish_reading' | 'agreement' | 'merge_files'> {
    const { find, step, me, now, articles } = this.#world;
    return {
      assign: ({ article, reader, person, blind, count }) =>
        step(article, (one) => {
          const all = one.view.sentences;
          const chosen = count === null || count >= all.length ? null : all.slice(0, count);
          const { name, id } = me();
          (one.view.readings ??= []).push({
            id: `reading-${++this.#ids}`,
            reader,
            reader_id: person || null,
            asked_by: name,
            asked_by_id: id,
            at: now(),
            blind,
            state: 'asked-of-others',
            whole: chosen === null,
            spans: (chosen ?? []).map(({ start, end }) => ({ start, end })),
            sentences: (chosen ?? all).length,
            tagged: 0,
          });
          return `asked ${reader || 'anybody'} to read`;
        }),
      merge_files: (ask) => {
        const merged = this.#merge(ask);
        const begin = (article: string) => step(article, (one) => this.#begin(one, ''));
        if (ask.blind) merged.articles.forEach(begin);
        return merged;
      },
      begin_reading: ({ article, id }) => step(article, (one) => this.#begin(one, id)),
      finish_reading: ({ article }) => step(article, (one) => this.#finish(one)),
      agreement: ({ article }) => {
        const asked = article ? [find(article)] : articles;
        if (article && this.#hidden.has(find(article).view.article)) {
          throw refusal('You are reading this article blind.', 'Finish your reading first.');
        }
        return asked.flatMap(({ view }) => this.#found.get(view.article) ?? []);
      },
    };
  }

  #begin(one: FakeArticle, id: string): string {
    const { name, id: mine } = this.#world.me();
    const readings = (one.view.readings ??= []);
    let reading = readings.find(({ id: known, state }) => (id ? known === id : state === 'asked'));
    if (!reading) {
      reading = {
        id: `reading-${++this.#ids}`,
        reader: name,
        reader_id: mine,
        asked_by: name,
        asked_by_id: mine,
        at: this.#world.now(),
        blind: true,
        state: 'begun',
        whole: true,
        spans: [],
        sentences: one.view.sentences.length,
        tagged: 0,
      } satisfies ReadingView;
      readings.push(reading);
    }
    reading.state = 'begun';
    if (!reading.blind) return 'began to read';
    const hidden: Hidden = new Map();
    for (const sentence of one.view.sentences) {
      const { tags, evidence, flagged } = sentence;
      hidden.set(sentence.start, {
        tags: tags.filter((tag) => !tag.mine),
        evidence: evidence.filter(({ checker }) => checker !== name),
        flagged,
      });
      sentence.tags = tags.filter((tag) => tag.mine);
      sentence.evidence = evidence.filter(({ checker }) => checker === name);
      sentence.flagged = false;
      show(sentence);
    }
    this.#hidden.set(one.view.article, hidden);
    return 'began to read blind';
  }

  #finish(one: FakeArticle): string {
    const reading = one.view.readings?.find(({ state }) => state === 'begun');
    if (!reading) throw refusal('No such reading is open here.', 'Look again.');
    reading.state = 'done';
    const hidden = this.#hidden.get(one.view.article);
    this.#hidden.delete(one.view.article);
    for (const sentence of one.view.sentences) {
      const kept = hidden?.get(sentence.start);
      if (!kept) continue;
      sentence.tags = [...sentence.tags, ...kept.tags];
      sentence.evidence = [...sentence.evidence, ...kept.evidence];
      sentence.flagged ||= kept.flagged;
      show(sentence);
    }
    const found = compared(one, reading, this.#world.me().name, this.#world.now());
    this.#found.set(one.view.article, [...(this.#found.get(one.view.article) ?? []), found]);
    return 'finished reading';
  }
}

function show(sentence: SentenceView): void {
  const said = new Set(sentence.tags.flatMap(({ tag }) => (tag ? [tag] : [])));
  const [only] = said;
  sentence.standing = said.size > 1 ? 'disagreement' : (only ?? 'untagged');
}

function compared(one: FakeArticle, reading: ReadingView, me: string, at: string): AgreementView {
  const { article, title, sentences } = one.view;
  const asked = sentences.filter(
    ({ start }) => reading.whole || reading.spans.some((span) => span.start === start),
  );
  const others = asked.flatMap(({ tags }) => tags.filter(({ mine }) => !mine));
  const other = others[0];
  const given = (sentence: SentenceView, mine: boolean): Tag | null =>
    sentence.tags.find((tag) => tag.mine === mine)?.tag ?? null;
  const table = order.map(() => order.map(() => 0));
  for (const sentence of asked) {
    const [theirs, mine] = [given(sentence, false), given(sentence, true)];
    const row = theirs && table[order.indexOf(theirs)];
    if (row && mine) row[order.indexOf(mine)] = (row[order.indexOf(mine)] ?? 0) + 1;
  }
  const both = table.flat().reduce((sum, n) => sum + n, 0);
  const agreed = order.reduce((sum, _, n) => sum + (table[n]?.[n] ?? 0), 0);
  const share = both === 0 ? 0 : agreed / both;
  const figure: Figure | null =
    both === 0 ? null : { value: share, low: Math.max(-1, share - 0.2), high: 1 };
  const pair: PairView = {
    first: other?.checker ?? '',
    second: me,
    both,
    agreed,
    kappa: figure,
    table,
    tags: order.map((tag, n) => {
      const first = table[n]?.reduce((sum, count) => sum + count, 0) ?? 0;
      const second = table.reduce((sum, row) => sum + (row[n] ?? 0), 0);
      const alike = table[n]?.[n] ?? 0;
      const either = first + second;
      return { tag, first, second, both: alike, agreement: either ? (2 * alike) / either : null };
    }),
  };
  const tagged = (mine: boolean): number =>
    asked.filter((sentence) => given(sentence, mine) !== null).length;
  return {
    article,
    title,
    reading: reading.id,
    at,
    blind: reading.blind,
    sentences: asked.length,
    whole: reading.whole,
    readers: [
      { checker: pair.first, checker_id: other?.checker_id ?? '', tagged: tagged(false) },
      { checker: me, checker_id: reading.reader_id ?? '', tagged: tagged(true) },
    ],
    pairs: other ? [pair] : [],
    alpha: figure,
    disagreements: asked
      .filter((sentence) => {
        const [theirs, mine] = [given(sentence, false), given(sentence, true)];
        return theirs !== null && mine !== null && theirs !== mine;
      })
      .map((sentence) => ({
        label: sentence.label,
        start: sentence.start,
        end: sentence.end,
        text: sentence.text,
        tags: [given(sentence, false), given(sentence, true)],
      })),
  };
}

function refusal(message: string, hint: string): Failure {
  return new Failure({ code: 'reading-blind', message, hint });
}
