// What stands in the margin beside a sentence: short findings, proposed wording, and on the
// sample the first notes.

import { notes as firstNotes, done as allObeyed } from './firstRun';
import type { Cell } from './model/article.svelte';
import { marks } from './model/tags';
import type { Screen } from './screen.svelte';
import type { Tag } from '../lib/backend';

export interface Marginal {
  readonly key: string;
  readonly cell: Cell;
  readonly kind: Tag | 'none' | 'first';
  /** The finding, or the note. */
  readonly words: string;
  /** Proposed wording; empty if none. */
  readonly wording: string;
  /** Initials of the checker; empty for notes. */
  readonly by: string;
}

/** Initials of a name: "Kim Lee" is kl. */
export function initials(name: string): string {
  return name
    .split(/[\s-]+/u)
    .map((part) => [...part][0] ?? '')
    .join('')
    .toLocaleLowerCase()
    .slice(0, 3);
}

export function marginOf(screen: Screen, cell: Cell): Marginal[] {
  const { view } = cell;
  const { me } = screen.article.port;
  const out: Marginal[] = [];
  if (screen.article.sample) out.push(...first(screen, cell));
  view.tags.forEach((tag, at) => {
    if (tag.finding === '' && tag.correction === '') return;
    const by = tag.mine && me.initials !== '' ? me.initials : initials(tag.checker);
    out.push({
      key: `${view.start}/${at}`,
      cell,
      kind: tag.tag ?? 'none',
      words: tag.finding,
      wording: tag.correction,
      by,
    });
  });
  return out;
}

function first(screen: Screen, cell: Cell): Marginal[] {
  const { view } = cell;
  const note = firstNotes.find((one) => one.label === view.label);
  const make = (words: string): Marginal[] => [
    { key: `${view.start}/first`, cell, kind: 'first', words, wording: '', by: '' },
  ];
  if (!note) return [];
  if (screen.notes === 'all' || !note.obeyed(view)) return make(note.text);
  const chosen = screen.desk.chosen;
  const meaning =
    note.explains && chosen?.label === view.label
      ? `${marks[chosen.tag].name}: ${marks[chosen.tag].meaning}`
      : '';
  void screen.article.version;
  const all = firstNotes.every((one) => {
    const there = screen.article.views.find((other) => other.label === one.label);
    return there === undefined || one.obeyed(there);
  });
  if (all && chosen?.label === view.label)
    return make(meaning ? `${meaning} ${allObeyed}` : allObeyed);
  return meaning ? make(meaning) : [];
}
