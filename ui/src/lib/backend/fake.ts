// A program pretended in memory, for component tests and for `vite dev` in a plain browser. It keeps
// to the contract as far as a screen can see: steps, undo, counts, offsets in code points. It is not
// in production builds.
import { Failure, type Backend, type Name } from './backend';
import { annotate } from './fake-annotations';
import { FakeArticle } from './fake-article';
import { FakeImport, pretendedPage, wordsOf, type FakeFile } from './fake-import';
import { harbour } from './fake-pretended';
import { FakeReading } from './fake-reading';
import { proposedName, reportText } from './fake-report';
import { shape } from './fake-shapes';
import { FakeSharing } from './fake-sharing';
import { sampleBlocks, sampleTitle } from './sample';
import type {
  Code,
  Commands,
  Done,
  Merging,
  Opened,
  Person,
  Setting,
  Staging,
  Startup,
  StepView,
  Trouble,
} from './types.gen';

interface Step extends StepView {
  article: FakeArticle;
  before: string;
  after: string;
}

export interface FakeOptions {
  /** Leaves the library empty instead of holding the sample. */
  empty?: boolean;
  own?: boolean; // the sample is an article of one's own
  me?: Partial<Person>;
  settings?: Record<string, string>;
  trouble?: Trouble;
  /** Files that the pretended dialog gives. */
  files?: FakeFile[];
  /** Handles of files that the program was started with. */
  waiting?: string[];
  /** What is at every address. */
  page?: FakeFile;
  /** A command that fails for want of disk space. */
  full?: Name;
  /** Stands in for the clock. */
  now?: () => string;
}

/** The fake, with the handles that tests pull: drops, foreign changes, failures to come. */
export interface Fake extends Backend {
  drop(handles: string[]): void;
  /** Another process writes: told as an event, or found only by polling. */
  changeElsewhere(told?: boolean): void;
  /** The next calls of the command fail like this, until cleared with null. */
  refuse(name: Name, code: Code | null): void;
  /** The command waits, and tells this of how far it is, until let go or cancelled. */
  hold(name: Name, progress: Staging | Merging): void;
  letGo(): void;
  /** Everything asked of the shell, in order. */
  readonly asked: string[];
}

export function createFake(options: FakeOptions = {}): Fake {
  const now = options.now ?? (() => new Date().toISOString());
  let me: Person = { name: 'analyst', initials: 'an', id: '0f3c9a2277d2b630', named: false };
  me = { ...me, ...options.me };
  const settings = new Map(Object.entries(options.settings ?? {}));
  const unsaved = new Map<string, string>();
  const articles: FakeArticle[] = [];
  const imports = new FakeImport();
  const done: Step[] = [];
  const undone: Step[] = [];
  const refusals = new Map<Name, Code>();
  if (options.full) refusals.set(options.full, 'disk-full');
  const asked: string[] = [];
  const dropped = new Set<(handles: string[]) => void>();
  const changed = new Set<() => void>();
  const files = options.files ?? [{ name: 'harbour.txt', text: harbour }];
  let ids = 0;
  let foreign = false;
  let held: { name: Name; wait: Promise<void>; letGo: () => void; stop: () => void } | null = null;
  let trouble = options.trouble ?? null;

  const sample = () =>
    new FakeArticle(
      { article: '4f1c09ae77d2b630', title: sampleTitle, sample: !options.own, at: now() },
      sampleBlocks,
      'Sample checker',
    );
  if (!options.empty && !trouble) articles.push(sample());

  function find(id: string): FakeArticle {
    const found = articles.find((one) => one.view.article.startsWith(id));
    if (found) return found;
    throw refusal('article-unknown', `No article “${id}”.`, 'Go back to the library.');
  }

  function opened(article: FakeArticle): Opened {
    return {
      view: article.copy(),
      undo: done.at(-1)?.label ?? null,
      redo: undone.at(-1)?.label ?? null,
    };
  }

  function reply(article: FakeArticle, label: string, before: string): Done {
    const whole = shape(before) !== shape(JSON.stringify(article.view));
    return {
      label,
      article: article.view.article,
      changed: whole ? [] : article.differences(before),
      whole: whole ? article.copy() : null,
      counts: { ...article.view.counts },
      undo: done.at(-1)?.label ?? null,
      redo: undone.at(-1)?.label ?? null,
      saved_at: now(),
    };
  }

  function step(id: string, act: (article: FakeArticle) => string): Done {
    const article = find(id);
    const before = JSON.stringify(article.view);
    const label = act(article);
    article.count();
    article.workedAt = now();
    const after = JSON.stringify(article.view);
    done.push({
      step: `step-${++ids}`,
      label,
      at: now(),
      checker: me.name,
      article,
      before,
      after,
    });
    undone.length = 0;
    return reply(article, label, before);
  }

  function move(from: Step[], to: Step[], which: 'before' | 'after', verb: string): Done {
    const last = from.pop();
    if (!last) throw refusal('undo-nothing', `There is nothing to ${verb}.`, '');
    to.push(last);
    const before = JSON.stringify(last.article.view);
    last.article.restore(last[which]);
    return reply(last.article, `${verb} “${last.label}”`, before);
  }

  const here = (text: string): string | null =>
    articles.find((one) => one.view.text === text)?.view.article ?? null;

  const list = (map: Map<string, string>): Setting[] =>
    [...map].map(([key, value]) => ({ key, value }));

  const stop = (): void => {
    held?.stop();
    held = null;
  };
  const world = {
    files,
    waiting: options.waiting ?? [],
    articles,
    me: () => me,
    now,
    find,
    step,
    stop,
  };
  const sharing = new FakeSharing(world);
  const reading = new FakeReading(world, sharing.commands().merge_files);

  const commands: { [K in Name]: (takes: Commands[K]['takes']) => Commands[K]['gives'] } = {
    start: (): Startup => ({
      me,
      library: trouble ? [] : articles.map((one) => one.row()),
      settings: list(settings),
      unsaved: list(unsaved),
      notices: [],
      trouble,
      undo: done.at(-1)?.label ?? null,
      redo: undone.at(-1)?.label ?? null,
      version: '0.1.0',
      path: '~/.local/share/stet/library.stet',
    }),
    identify: ({ name, initials }) => (me = { ...me, name, initials, named: true }),
    library: () =>
      articles
        .map((one) => one.row())
        .sort((one, other) => other.worked_at.localeCompare(one.worked_at)),
    open_article: ({ article }) => opened(find(article)),
    about_language: () => ({
      texts: '12 English news articles',
      precision: 99,
      recall: 98,
      elsewhere: '43 English texts of other kinds',
      precision_elsewhere: 88,
      recall_elsewhere: 51,
    }),
    annotations: ({ article }) => annotate(find(article).view),
    stage_text: ({ text, html }) =>
      imports.read({ name: '', text: html ? wordsOf(text) : text }, here),
    stage_file: ({ id }) => {
      const file = files[Number(id.replace('file-', ''))];
      if (!file)
        throw refusal('file-missing', `The file “${id}” is not there.`, 'Choose it again.');
      return imports.read(file, here);
    },
    stage_address: ({ url }) => {
      const page = options.page ?? pretendedPage;
      return imports.read({ ...page, name: url, found: { ...page.found, url } }, here);
    },
    restage: (takes) => imports.again(takes, here),
    staging: () => imports.progress,
    cancel_staging: () => {
      imports.forget();
      stop();
      return {};
    },
    import_staged: (takes) => {
      const { title, lang, published, provenance, authors, publisher, url } = takes;
      const article = new FakeArticle(
        {
          article: hex(++ids),
          title,
          lang,
          published,
          provenance,
          authors,
          publisher,
          url,
          at: now(),
        },
        imports.take(takes),
        me.name,
      );
      articles.unshift(article);
      return opened(article);
    },
    open_sample: () => {
      let article = articles.find((one) => one.view.sample);
      if (!article) articles.push((article = sample()));
      return opened(article);
    },
    tag: ({ article, spans, tag }) => step(article, (one) => one.tag(spans, tag, me, now())),
    set_finding: ({ article, span, text }) =>
      step(article, (one) => one.note(span, 'finding', text, me, now())),
    set_correction: ({ article, span, text }) =>
      step(article, (one) => one.note(span, 'correction', text, me, now())),
    set_speaker: ({ article, span, text }) =>
      step(article, (one) => one.note(span, 'speaker', text, me, now())),
    flag: ({ article, spans, on }) => step(article, (one) => one.flag(spans, on)),
    publish: ({ article, spans, on }) => step(article, (one) => one.publish(spans, on)),
    split: ({ article, at }) => step(article, (one) => one.split(at)),
    join: ({ article, span }) => step(article, (one) => one.join(span)),
    add_evidence: (takes) =>
      step(takes.article, (one) => one.addEvidence(takes, `ev-${++ids}`, me.name)),
    edit_evidence: (takes) => step(takes.article, (one) => one.editEvidence(takes)),
    remove_evidence: ({ article, id }) => step(article, (one) => one.removeEvidence(id)),
    sources: () => articles.flatMap((one) => one.sources()),
    undo: () => move(done, undone, 'before', 'undo'),
    redo: () => move(undone, done, 'after', 'redo'),
    log: ({ article }) =>
      done
        .filter((one) => one.article === find(article))
        .map(({ step: id, label, at, checker }) => ({ step: id, label, at, checker }))
        .reverse(),
    history: ({ article, span }) => find(article).history(span),
    report: (ask) =>
      reportText(
        ask.articles.map((article) => find(article).view),
        ask,
      ),
    ...sharing.commands(),
    ...reading.commands(),
    cancel_report: () => {
      stop();
      return {};
    },
    save_setting: ({ key, value }) => {
      settings.set(key, value);
      return {};
    },
    keep_unsaved: ({ key, value }) => {
      if (value) unsaved.set(key, value);
      else unsaved.delete(key);
      return {};
    },
    poll: () => {
      const elsewhere = foreign;
      foreign = false;
      return { elsewhere };
    },
    restore_backup: () => {
      trouble = null;
      articles.push(sample());
      return {};
    },
    start_anew: () => {
      trouble = null;
      return {};
    },
  };

  return {
    asked,
    call<K extends Name>(name: K, takes: Commands[K]['takes']) {
      // Answers come later and as copies, as they do over IPC.
      return (held?.name === name ? held.wait : Promise.resolve()).then(() => {
        const code = refusals.get(name);
        if (code) throw refusal(code, 'The pretended program refuses this.', 'Try again.');
        return structuredClone(commands[name](structuredClone(takes)));
      });
    },
    pickFiles: (what) => {
      asked.push(`pickFiles ${what}`);
      return Promise.resolve(files.map((_, index) => `file-${index}`));
    },
    saveReport: (ask) => {
      asked.push(`saveReport ${ask.articles.join('+')} ${ask.format} ${ask.profile}`);
      const views = ask.articles.map((article) => find(article).view);
      const wait = held?.name === 'report' ? held.wait : Promise.resolve();
      return wait.then(() => ({ path: `~/Documents/${proposedName(views, ask)}` }));
    },
    saveShare: (ask) => {
      const { articles: chosen, captures, protected: names, note, passphrase } = ask;
      const along = [captures && 'captures', names && 'names', passphrase && 'encrypted'];
      asked.push(
        ['saveShare', chosen.join('+') || 'all', ...along, note].filter(Boolean).join(' '),
      );
      return Promise.resolve({ path: '~/Documents/share-2026-11-23.stet' });
    },
    saveKey: ({ id }) => {
      asked.push(`saveKey ${id}`);
      return Promise.resolve({ path: '~/Documents/ada-lind.stetkey' });
    },
    openSaved: () => {
      asked.push('openSaved');
      return Promise.resolve();
    },
    showSaved: () => {
      asked.push('showSaved');
      return Promise.resolve();
    },
    saveCopy: () => {
      asked.push('saveCopy');
      return Promise.resolve({ path: '~/Documents/copy.stet' });
    },
    openLink: ({ url }) => {
      asked.push(`openLink ${url}`);
      return Promise.resolve();
    },
    onDropped: (heard) => {
      dropped.add(heard);
      return Promise.resolve(() => dropped.delete(heard));
    },
    onChanged: (heard) => {
      changed.add(heard);
      return Promise.resolve(() => changed.delete(heard));
    },
    quit: () => {
      asked.push('quit');
      return Promise.resolve();
    },
    painted: () => Promise.resolve(),
    drop: (handles) => dropped.forEach((heard) => heard(handles)),
    changeElsewhere: (told = true) => {
      if (told) changed.forEach((heard) => heard());
      else foreign = true;
    },
    hold: (name, progress) => {
      if ('phase' in progress) sharing.progress = progress;
      else imports.progress = progress;
      let [letGo, stop] = [() => {}, () => {}];
      const wait = new Promise<void>((go, refuse) => {
        letGo = go;
        stop = () => refuse(refusal('cancelled', 'It was stopped.', ''));
      });
      wait.catch(() => undefined); // nobody need be waiting when it is stopped
      held = { name, wait, letGo, stop };
    },
    letGo: () => {
      held?.letGo();
      held = null;
      imports.progress = { stage: null, bytes: 0, of: null };
      sharing.progress = { phase: null, done: 0, of: null };
    },
    refuse: (name, code) => {
      if (code) refusals.set(name, code);
      else refusals.delete(name);
    },
  };
}

function refusal(code: Code, message: string, hint: string): Failure {
  return new Failure({ code, message, hint });
}

function hex(n: number): string {
  return n.toString(16).padStart(4, '0').repeat(4);
}
