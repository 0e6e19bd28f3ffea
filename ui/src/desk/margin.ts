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
  /** Whether it shows even where there is little room. */
  readonly must: boolean;
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
  const words = firstNote(screen, cell);
  if (words)
    out.push({
      key: `${view.start}/first`,
      cell,
      kind: 'first',
      words,
      wording: '',
      must: true,
      by: '',
    });
  view.tags.forEach((tag, at) => {
    if (tag.finding === '' && tag.correction === '') return;
    const by = tag.mine && me.initials !== '' ? me.initials : initials(tag.checker);
    out.push({
      key: `${view.start}/${at}`,
      cell,
      kind: tag.tag ?? 'none',
      words: tag.finding,
      wording: tag.correction,
      must: tag.tag === 'disputed' || tag.correction !== '',
      by,
    });
  });
  return out;
}

/** The first run's note on a sentence of the sample; empty when there is none, or it was obeyed. */
export function firstNote(screen: Screen, cell: Cell): string {
  if (!screen.article.sample) return '';
  const { view } = cell;
  const note = firstNotes.find((one) => one.label === view.label);
  if (!note) return '';
  if (screen.notes === 'all' || !note.obeyed(view)) return note.text;
  const chosen = screen.desk.chosen;
  if (chosen?.label !== view.label) return '';
  const { name, meaning } = marks[chosen.tag];
  void screen.article.version;
  const all = firstNotes.every((one) => {
    const there = screen.article.views.find((other) => other.label === one.label);
    return there === undefined || one.obeyed(there);
  });
  return [note.explains ? `${name}: ${meaning}` : '', all ? allObeyed : '']
    .filter(Boolean)
    .join(' ');
}
