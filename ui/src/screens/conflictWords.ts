// What a difference is called.
import type { Conflict } from '../lib/backend';

/** "Kari Lind and Ole Berg differ on 9b". */
export function conflictTitle({ kind, field, label, sides }: Conflict): string {
  const people = [...new Set(sides.map(({ checker }) => checker))];
  const where = label ? ` on ${label}` : '';
  switch (kind) {
    case 'disagreement':
      return `${listed(people)} differ${where}`;
    case 'fork':
      return `${listed(people)} said two things${label ? ` of ${label}` : ''}, on two machines`;
    case 'shared':
      return `Two values of the ${fieldWords(field)}${label ? ` at ${label}` : ''}`;
    case 'fit':
      return `The boundaries of ${label} have moved under a tag`;
  }
}

/** What choosing a side does, and for whom. */
export function conflictAbout({ kind, settling, sides }: Conflict): string {
  const [first] = sides;
  if (settling === 'theirs') {
    return `Both are ${first?.checker ?? 'the author'}’s own words: nobody else can choose between them. Ask for a new share once it is settled there.`;
  }
  if (settling === 'assign') return 'The value that you choose takes the place of the other.';
  if (kind === 'fit') {
    return 'It was given when the sentence had other boundaries. Decide what these words show now; every tag is kept.';
  }
  return 'Every tag is kept. What you decide is what the sentence shows, until somebody tags it anew.';
}

/** Names in a row: "Kari Lind, Ole Berg and Ida Krog". */
export function listed(names: readonly string[]): string {
  return names.length < 2
    ? (names[0] ?? '')
    : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;
}

/** The schema's name of a field as people say it. */
export const fieldWords = (field: string): string => field.replace(/[-_.]/gu, ' ');
