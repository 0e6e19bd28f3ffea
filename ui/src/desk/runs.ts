// What each command of the registry does on this screen. The record is complete by type: a new
// command does not compile until it stands here, or among those that every screen has.

import { tick } from 'svelte';
import type { CommandId } from '../keys/registry';
import type { Tag } from '../lib/backend';
import { codePoints } from './model/clip';
import { blank } from './model/sources.svelte';
import { own } from './model/tags';
import { askedOf } from './model/task';
import { nearest } from './model/walk';
import type { Screen } from './screen.svelte';

/** What is done where people differ, on a screen of its own. */
type Settling =
  | 'conflict-next'
  | 'conflict-previous'
  | 'side-next'
  | 'side-previous'
  | 'side-1'
  | 'side-2'
  | 'side-3'
  | 'side-4'
  | 'reason'
  | 'leave-conflicts'
  | 'settle';

/** Commands that every screen has, which the window runs; a paste arrives at the pane as an event. */
export type Everywhere =
  | 'paste-source'
  | 'palette'
  | 'help'
  | 'library'
  | 'import'
  | 'import-address'
  | 'paste-article'
  | 'merge'
  | 'people'
  | 'settings'
  | Settling
  | 'larger'
  | 'smaller'
  | 'usual-size';

export type DeskCommand = Exclude<CommandId, Everywhere>;

export function runs(screen: Screen): Record<DeskCommand, () => void> {
  const { app, article, desk, fields, sources } = screen;

  /** Keys pressed while a boundary moves act when it stands. */
  const still = (act: () => void) => (): void => article.whenStill(act);
  const walk = (act: () => void) =>
    still(() => {
      act();
      screen.focusText();
    });
  const tag = (which: Tag | null, stay: boolean) =>
    walk(() => {
      if (which !== null) app.tagged();
      void desk.tag(which, stay);
    });
  /** A takes the speaker that the words suggest, where none was said yet; it says so. */
  const attributed = (stay: boolean) =>
    walk(() => {
      app.tagged();
      const view = desk.selection.length === 0 ? desk.view : null;
      const hint = view && !own(view)?.speaker ? screen.hint(view) : null;
      void desk.tag('attributed-only', stay, hint && !hint.weak ? hint.speaker : '');
    });
  const accept = walk(() => {
    const { view } = desk;
    const hint = view && screen.hint(view);
    if (!view) return;
    if (!hint) {
      desk.tell(`Nothing is suggested for ${view.label}`);
      return;
    }
    app.tagged();
    desk.select([]);
    void desk.tag('attributed-only', false, hint.speaker);
  });
  const show = (filter: 'all' | 'open' | 'disputed' | 'owed' | 'flagged') =>
    walk(() => desk.show(filter));

  const moved = async (name: 'undo' | 'redo'): Promise<void> => {
    const done = await article.move(name, {});
    if (done === null) return;
    desk.reseat(desk.view?.start ?? 0);
    desk.follow(done);
    // A merge reaches further than the one article that it is told of.
    if (done.article !== article.id) app.changedElsewhere += 1;
    desk.tell(
      done.article === '' || done.article === article.id
        ? sentence(done.label)
        : `${sentence(done.label)} (in another article)`,
    );
    screen.pane?.reveal();
  };

  const join = async (): Promise<void> => {
    const view = desk.view;
    if (!view) return;
    if (desk.cursor >= article.cells.length - 1) {
      desk.tell(`${view.label} is the last sentence`);
      return;
    }
    const done = await article.move('join', {
      article: article.id,
      span: article.spanOf(desk.cursor),
    });
    if (done === null) return;
    desk.reseat(view.start);
    desk.tell(sentence(done.label));
    screen.focusText();
  };

  const split = async (): Promise<void> => {
    const view = desk.view;
    const field = document.getElementById('field-hand');
    if (!view || !(field instanceof HTMLTextAreaElement)) return;
    const at = codePoints(view.text, field.selectionStart);
    if (at <= 0 || view.start + at >= view.end) {
      desk.tell('Put the caret inside the sentence', 'then / splits there');
      return;
    }
    const done = await article.move('split', { article: article.id, at: view.start + at });
    if (done === null) return;
    desk.reseat(view.start);
    desk.tell(sentence(done.label));
    await tick();
    screen.focusText();
  };

  const saveAndOn = async (): Promise<void> => {
    const view = desk.view;
    const form = document.getElementById('source-form');
    if (form instanceof HTMLFormElement && form.contains(document.activeElement)) {
      form.requestSubmit();
    } else if (view) {
      for (const field of ['finding', 'correction', 'speaker'] as const)
        void fields.save(view, field);
    }
    const to = nearest(article.views, desk.cursor, 1, (view) => desk.shows(view));
    if (to >= 0) desk.goTo(to);
    await tick();
    screen.focusText();
  };

  const leaveField = (): void => {
    screen.finder = null;
    screen.form = null;
    screen.focusText();
  };

  /** What is asked of the person; else a blind reading of the whole, which nobody has to ask for. */
  const begin = async (): Promise<void> => {
    if (article.task) {
      desk.tell('You are reading it already');
      return;
    }
    screen.history = false;
    const asked = askedOf(article.readings);
    const done = await article.move('begin_reading', {
      article: article.id,
      id: asked?.id ?? '',
    });
    if (done === null) return;
    const first = article.views.findIndex((view) => article.task?.owes(view));
    if (first >= 0) desk.goTo(first);
    desk.tell(sentence(done.label));
    screen.focusText();
  };

  const finish = (): void => {
    const { task } = article;
    if (!task) {
      desk.tell('You are in the middle of no second reading');
      return;
    }
    // Whoever goes on tagging after all stands where something is left.
    const first = article.views.findIndex((view) => task.owes(view));
    if (first >= 0 && desk.view && !task.owes(desk.view)) desk.goTo(first);
    screen.focusText();
    const left = task.of - article.tagged;
    app.dialog = { name: 'finish-reading', article: article.id, left };
  };

  return {
    next: walk(() => desk.go(1)),
    previous: walk(() => desk.go(-1)),
    'next-paragraph': walk(() => desk.goParagraph(1)),
    'previous-paragraph': walk(() => desk.goParagraph(-1)),
    'screen-down': walk(() => desk.goTo(screen.pane?.aScreenAway(1) ?? desk.cursor)),
    'screen-up': walk(() => desk.goTo(screen.pane?.aScreenAway(-1) ?? desk.cursor)),
    first: walk(() => desk.goTo(0)),
    last: walk(() => desk.goTo(article.cells.length - 1)),
    'next-untagged': walk(() => desk.seek('open', 1)),
    'previous-untagged': walk(() => desk.seek('open', -1)),
    'next-disputed': walk(() => desk.seek('disputed', 1)),
    'previous-disputed': walk(() => desk.seek('disputed', -1)),
    back: walk(() => desk.back()),

    verified: tag('verified', false),
    disputed: tag('disputed', false),
    attributed: attributed(false),
    accept,
    'no-claim': tag('no-claim', false),
    'verified-stay': tag('verified', true),
    'disputed-stay': tag('disputed', true),
    'attributed-stay': attributed(true),
    'no-claim-stay': tag('no-claim', true),
    clear: tag(null, true),
    flag: walk(() => void desk.flag()),
    publish: walk(() => void desk.publish(true)),
    unpublish: walk(() => void desk.publish(false)),
    undo: still(() => void moved('undo')),
    redo: still(() => void moved('redo')),

    select: walk(() => desk.toggle()),
    'extend-down': walk(() => desk.extend(1)),
    'extend-up': walk(() => desk.extend(-1)),
    unselect: walk(() => desk.select([])),
    hand: still(() => screen.focusField('hand')),
    split: still(() => void split()),
    'put-down': () => screen.focusText(),
    join: still(() => void join()),

    finding: still(() => screen.focusField('finding')),
    wording: still(() => screen.focusField('correction')),
    speaker: still(() => screen.focusField('speaker')),
    source: still(() => screen.openForm(blank)),
    'source-again': still(() => void sources.again()),
    'source-again-locate': still(() => {
      void sources.again().then((added) => {
        if (added) screen.openForm({ ...added }, 'locator');
      });
    }),
    'save-and-on': () => void saveAndOn(),
    'leave-field': leaveField,
    history: () => {
      screen.history = !screen.history;
      screen.side = true;
    },

    find: () => (screen.finder = 'find'),
    'go-to': () => (screen.finder = 'label'),
    strike: () => {
      desk.struck = !desk.struck;
      const { words, words_closed } = article.counts;
      const share = words > 0 ? Math.floor((words_closed / words) * 100) : 0;
      if (desk.struck) desk.tell('What is closed is struck through', `${share} % of the words`);
      else desk.tell('Nothing is struck through');
    },
    lens: () => {
      void app.remember('lens', screen.lens ? 'off' : 'on');
      desk.tell(screen.lens ? 'Facts to check are marked' : 'Facts are no longer marked');
    },
    'show-all': show('all'),
    'show-open': show('open'),
    'show-disputed': show('disputed'),
    'show-owed': show('owed'),
    'show-flagged': show('flagged'),
    panels: () => {
      const both = screen.outline || screen.side;
      screen.outline = !both;
      screen.side = !both;
      screen.focusText();
    },
    'next-region': () => region(1),
    'previous-region': () => region(-1),
    'read-mode': () => {
      desk.reading = !desk.reading;
      desk.tell(desk.reading ? 'Plain reading' : 'Checking');
      screen.focusText();
    },
    notes: () => {
      screen.notes = 'all';
      desk.tell(
        article.sample ? 'The first notes are back' : 'The first notes stand beside the sample',
      );
    },
    'second-reader': () => (app.dialog = { name: 'second-reader', article: article.id }),
    'begin-reading': still(() => void begin()),
    'finish-reading': still(finish),
    agreement: () => (app.dialog = { name: 'agreement', article: article.id }),
    conflicts: () => {
      if (article.task?.reading.blind) {
        desk.tell('Where people differ shows once your blind reading is finished');
        return;
      }
      app.go({ name: 'conflicts', article: article.id, label: desk.view?.label ?? '' });
    },
    share: () => (app.dialog = { name: 'share', articles: [article.id] }),
    export: () => app.go({ name: 'export', article: article.id }),
    print: () => app.go({ name: 'export', article: article.id, print: true }),
  };
}

/** F6: the focus goes round the parts of the window. */
function region(step: 1 | -1): void {
  const parts = [...document.querySelectorAll<HTMLElement>('[data-region]')].filter(
    (part) => part.offsetParent !== null || part.getClientRects().length > 0,
  );
  const here = parts.findIndex((part) => part.contains(document.activeElement));
  const next = parts[(here + step + parts.length) % parts.length];
  const first = next?.querySelector<HTMLElement>(
    '[tabindex="0"], button:not(:disabled), textarea, input, a[href]',
  );
  first?.focus();
}

function sentence(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
