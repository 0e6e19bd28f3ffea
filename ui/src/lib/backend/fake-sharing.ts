// Sharing in the pretended backend: files from colleagues, what merging them does, what differs.
import { Failure, type Name } from './backend';
import type { FakeArticle } from './fake-article';
import type { FakeFile } from './fake-import';
import { blank } from './fake-shapes';
import type {
  Code,
  Commands,
  Conflict,
  Done,
  FileLook,
  KeyRow,
  LeftAside,
  Merging,
  MergeView,
  Person,
  PersonRow,
  SentenceView,
  Side,
  Span,
  Tag,
  TagView,
} from './types.gen';

/** A colleague's tag in a pretended share, on the article that the world holds. */
export interface FakeTag {
  label: string;
  tag: Tag;
  finding?: string;
}

/** What a colleague sent. */
export interface FakeShare {
  from: { name: string; id: string };
  tags: FakeTag[];
  note?: string;
  missing?: string;
  passphrase?: string;
  /** A file of ours that cannot be read. */
  refused?: Code;
  setAside?: LeftAside[];
  at?: string;
}

/** What the sharing needs of the pretended world. */
export interface World {
  files: readonly FakeFile[];
  waiting: readonly string[];
  articles: readonly FakeArticle[];
  me: () => Person;
  now: () => string;
  find: (id: string) => FakeArticle;
  step: (id: string, act: (article: FakeArticle) => string) => Done;
  stop: () => void;
}

type Ours =
  | 'share_preview'
  | 'waiting_files'
  | 'look_at_file'
  | 'unlock_file'
  | 'people'
  | 'confirm_person'
  | 'keys'
  | 'import_key'
  | 'link_keys'
  | 'merge_preview'
  | 'merge_files'
  | 'merging'
  | 'cancel_merge'
  | 'read_share'
  | 'conflicts'
  | 'adjudicate'
  | 'settle'
  | 'same';

export type Table<K extends Name> = {
  [N in K]: (takes: Commands[N]['takes']) => Commands[N]['gives'];
};

export class FakeSharing {
  /** How far the pretended merge has come. */
  progress: Merging = { phase: null, done: 0, of: null };
  readonly #world: World;
  readonly #unlocked = new Set<string>();
  readonly #known = new Set<string>();
  readonly #brought: KeyRow[] = [];
  readonly #tied = new Map<string, string>();
  #waiting: readonly string[];

  constructor(world: World) {
    this.#world = world;
    this.#waiting = world.waiting;
  }

  commands(): Table<Ours> {
    const { find, step } = this.#world;
    return {
      share_preview: ({ articles, captures, note }) => this.#weigh(articles, captures, note),
      waiting_files: () => {
        const looks = this.#waiting.map((id) => this.#look(id));
        this.#waiting = [];
        return looks;
      },
      look_at_file: ({ id }) => this.#look(id),
      unlock_file: ({ id, passphrase }) => {
        if (this.#file(id).share?.passphrase !== passphrase) {
          throw refusal('passphrase-wrong', 'The file does not open with it.', 'Try again.');
        }
        this.#unlocked.add(id);
        return this.#look(id);
      },
      people: () => this.#people(),
      confirm_person: ({ id, known }) => {
        if (known) this.#known.add(id);
        else this.#known.delete(id);
        const row = this.#people().find((one) => one.id === id);
        if (!row) throw refusal('person-unknown', 'Nobody here has this id.', '');
        return row;
      },
      keys: () => {
        const { id, name, initials } = this.#world.me();
        return [{ id, fingerprint: spelled(id), name, initials, me: true }, ...this.#brought];
      },
      import_key: ({ passphrase }) => {
        if (passphrase === 'wrong') {
          throw refusal('passphrase-wrong', 'The file does not open with it.', 'Try again.');
        }
        const id = '0badc0de00000001';
        const key = { id, fingerprint: spelled(id), name: 'Ada Lind', initials: 'AL', me: false };
        this.#brought.push(key);
        return key;
      },
      link_keys: ({ earlier, later }) => {
        this.#tied.set(earlier, later);
        return this.#people();
      },
      merge_preview: ({ ids }) => this.#merge(ids, true),
      merge_files: ({ ids }) => this.#merge(ids, false),
      merging: () => this.progress,
      cancel_merge: () => {
        this.#world.stop();
        return {};
      },
      read_share: ({ id }) => {
        const article = this.#article();
        const view = article.copy();
        for (const one of view.sentences) one.tags = [];
        for (const { label, tag } of this.#tags(id)) {
          view.sentences.find((one) => one.label === label)?.tags.push(tag);
        }
        for (const one of view.sentences) one.standing = one.tags[0]?.tag ?? 'untagged';
        return [view];
      },
      conflicts: ({ article }) =>
        (article ? [find(article)] : this.#world.articles).flatMap((one) => this.#conflicts(one)),
      adjudicate: ({ article, span, tag, reason }) =>
        step(article, (one) => this.#decide(one, span, tag, reason)),
      settle: ({ article, id, event, reason }) => {
        const found = this.#conflicts(find(article)).find((one) => one.id === id);
        const tag = found?.sides.find((side) => side.event === event)?.tag;
        if (!found || !tag) {
          throw refusal('conflict-unknown', 'This is settled already.', 'Look again.');
        }
        return step(article, (one) => this.#decide(one, found, tag, reason));
      },
      same: ({ article }) => step(article, () => 'said that two articles are the same'),
    };
  }

  #decide(article: FakeArticle, { start, end }: Span, tag: Tag | null, reason: string): string {
    const { me, now } = this.#world;
    return article.adjudicate({ start, end }, tag, reason, me(), now());
  }

  #file(id: string): FakeFile {
    const file = this.#world.files[Number(id.replace('file-', ''))];
    if (file) return file;
    throw refusal('file-missing', `The file “${id}” is not there.`, 'Choose it again.');
  }

  #look(id: string): FileLook {
    const { name, share } = this.#file(id);
    const look: FileLook = { id, name, kind: 'article', note: '', missing: '', error: null };
    if (!share) return look;
    if (share.refused) {
      const { code, message, hint } = refusal(share.refused, `${name} is damaged.`, 'Ask again.');
      return { ...look, kind: 'refused', error: { code, message, hint } };
    }
    if (share.passphrase && !this.#unlocked.has(id)) return { ...look, kind: 'locked-share' };
    return { ...look, kind: 'share', note: share.note ?? '', missing: share.missing ?? '' };
  }

  #article(): FakeArticle {
    const { articles } = this.#world;
    const article = articles.find(({ view }) => view.sample) ?? articles[0];
    if (article) return article;
    throw refusal('share-refused', 'There is no article in the pretended world.', '');
  }

  #tags(id: string): { label: string; tag: TagView }[] {
    const { share } = this.#file(id);
    if (!share) return [];
    const at = share.at ?? '2026-11-20T09:00:00.000Z';
    return share.tags.map(({ label, tag, finding = '' }) => ({
      label,
      tag: { ...blank(share.from.name, at), checker_id: share.from.id, tag, finding },
    }));
  }

  #merge(ids: readonly string[], dry: boolean): MergeView {
    const article = this.#article();
    const before = JSON.stringify(article.view);
    const brought = ids.flatMap((id) => this.#tags(id));
    let added = 0;
    const bring = (): string => {
      for (const { label, tag } of brought) added += article.bring(label, tag) ? 1 : 0;
      return `merged ${ids.map((id) => this.#file(id).name).join(', ')}`;
    };
    let done: Done | null = null;
    if (dry) {
      bring();
      article.count();
    } else done = this.#world.step(article.view.article, bring);
    const labels = new Set(brought.map(({ label }) => label));
    const touched = this.#conflicts(article).filter(({ label }) => labels.has(label));
    if (dry) article.restore(before);
    const aside = ids.flatMap((id) => this.#file(id).share?.setAside ?? []);
    const lost = aside.reduce((sum, { count }) => sum + count, 0);
    return {
      seen: brought.length + lost,
      new: added,
      already_here: brought.length - added,
      disagreements: touched.length,
      set_aside: aside,
      have: brought.length,
      of: brought.length + lost,
      articles: [article.view.article],
      new_articles: 0,
      summary: `${added} new`,
      undo: done?.undo ?? null,
      redo: done?.redo ?? null,
    };
  }

  #weigh(
    articles: readonly string[],
    captures: boolean,
    note: string,
  ): Commands['share_preview']['gives'] {
    const { find, articles: all } = this.#world;
    const chosen =
      articles.length > 0 ? articles.map(find) : all.filter(({ view }) => !view.sample);
    const people = new Set(
      chosen.flatMap(({ view }) =>
        view.sentences.flatMap((one) => one.tags.map((tag) => tag.checker)),
      ),
    );
    const steps = chosen.reduce((sum, { view }) => sum + view.sentences.length, 0);
    return {
      articles: chosen.length,
      steps,
      people: people.size,
      captures: chosen.length,
      capture_bytes: chosen.length * 84_000,
      protected: 2,
      unsealed: 0,
      bytes: 12_000 + steps * 450 + note.length + (captures ? chosen.length * 84_000 : 0),
      file_name: 'share-2026-11-23.stet',
    };
  }

  #people(): PersonRow[] {
    const me = this.#world.me();
    const rows = new Map<string, PersonRow>();
    const add = (id: string, name: string, initials: string): void => {
      const row = rows.get(id) ?? this.#person(id, name, initials, id === me.id);
      rows.set(id, { ...row, steps: row.steps + 1 });
    };
    add(me.id, me.name, me.initials);
    for (const { id, name, initials } of this.#brought) {
      const now = this.#tied.get(id) ?? null;
      rows.set(id, { ...this.#person(id, name, initials, false), own: true, known: true, now });
    }
    for (const { view } of this.#world.articles) {
      for (const { tags } of view.sentences) {
        for (const { checker, checker_id } of tags) add(checker_id, checker, '');
      }
    }
    return [...rows.values()].sort((one, other) => one.shown.localeCompare(other.shown));
  }

  #person(id: string, name: string, initials: string, me: boolean): PersonRow {
    return {
      id,
      fingerprint: spelled(id),
      name,
      shown: name,
      initials,
      me,
      own: me,
      known: me || this.#known.has(id),
      confirmed_as: null,
      now: null,
      claims: null,
      steps: 0,
      last_at: '',
      clock_ahead: false,
    };
  }

  #conflicts({ view }: FakeArticle): Conflict[] {
    return view.sentences
      .filter(({ standing }) => standing === 'disagreement')
      .map((one) => ({
        id: `${view.article}/${one.start}#judgement`,
        article: view.article,
        kind: 'disagreement',
        field: 'judgement',
        settling: 'adjudicate',
        label: one.label,
        start: one.start,
        end: one.end,
        text: one.text,
        reopened: (one.adjudications ?? []).some(({ holds }) => !holds),
        sides: sides(one),
      }));
  }
}

function sides({ tags, start }: SentenceView): Side[] {
  return tags
    .filter(({ tag }) => tag !== null)
    .map(({ checker, checker_id, mine, at, tag, finding, fit }) => ({
      event: `${checker_id}-${start}-${at}`,
      checker,
      checker_id,
      mine,
      at,
      tag,
      finding,
      value: tag ?? '',
      decision: false,
      fit,
      words: '',
      history: [{ at, checker, what: finding ? `${tag}: ${finding}` : `${tag}` }],
    }));
}

const spelled = (id: string): string => id.replace(/(.{4})(?=.)/gu, '$1 ');

function refusal(code: Code, message: string, hint: string): Failure {
  return new Failure({ code, message, hint });
}
