// How far checkers agree, in words. They say what was counted and never how good that is.
import type { AgreementView, Figure, PairView, ReaderView, Tag } from '../lib/backend';
import { dateWords } from '../parts/dates';
import { many } from './mergeWords';

/** The order of tables. */
export const tags: readonly Tag[] = ['verified', 'disputed', 'attributed-only', 'no-claim'];

/** Two checkers, with what they have in common. */
export interface Two {
  readonly pair: PairView;
  readonly first: string;
  readonly second: string;
  /** Their places among the readers. */
  readonly at: readonly [number, number];
}

/** Every two of the readers; the person at work is "You". */
export function twos({ readers, pairs }: AgreementView, me: string): Two[] {
  const name = ({ checker, checker_id }: ReaderView): string =>
    checker_id === me ? 'You' : checker;
  const places = readers.flatMap((_, i) =>
    readers.slice(i + 1).map((_, j): readonly [number, number] => [i, i + 1 + j]),
  );
  return pairs.flatMap((pair, n) => {
    const at = places[n];
    const [first, second] = [readers[at?.[0] ?? -1], readers[at?.[1] ?? -1]];
    return at && first && second ? [{ pair, first: name(first), second: name(second), at }] : [];
  });
}

/** "You and Anna", "Anna and Ben". */
export function both({ first, second }: Two): string {
  return second === 'You' ? `You and ${first}` : `${first} and ${second}`;
}

/** "You and Anna agree on 31 of 40 sentences." */
export function leadWords(two: Two): string {
  const { agreed, both: tagged } = two.pair;
  if (tagged === 0) return `${both(two)} have tagged no sentence in common.`;
  const every = tagged === 1 ? 'the one sentence that both tagged' : `all ${tagged} sentences`;
  const all = agreed === tagged ? every : '';
  return `${both(two)} agree on ${all || `${agreed} of ${many(tagged, 'sentence')}`}.`;
}

/** When it was, what was read, and who could see what. */
export function whenRead({ reading, at, blind, whole, sentences }: AgreementView): string {
  if (reading === null) return 'The tags as they stand now, whoever had seen whose.';
  const day = dateWords(at.slice(0, 10));
  const what = whole
    ? `all ${many(sentences, 'sentence')}`
    : `${many(sentences, 'sentence')} drawn at random`;
  const how = blind
    ? 'Read blind: others’ work was hidden meanwhile.'
    : 'Not blind: others’ work was in sight.';
  return `Tags of ${day}, on ${what}. ${how}`;
}

/** Who had left out how many: "Ben had tagged 38 of 40". Empty where all had tagged all. */
export function leftOut({ readers, sentences }: AgreementView, me: string): string {
  const some = readers.filter(({ tagged }) => tagged < sentences);
  return some
    .map(({ checker, checker_id, tagged }) => {
      const who = checker_id === me ? 'You' : checker;
      return `${who} had tagged ${tagged} of ${sentences}.`;
    })
    .join(' ');
}

const two = new Intl.NumberFormat('en-GB', {
  minimumFractionDigits: 2,
  maximumFractionDigits: 2,
  signDisplay: 'negative',
});

/** "0.67". */
export const figureWords = (value: number): string => two.format(value).replace('-', '−');

/** "0.48 to 0.86". */
export function rangeWords({ low, high }: Figure): string {
  return `${figureWords(low)} to ${figureWords(high)}`;
}

/** "86 %", or a dash where neither gave the tag. */
export function shareWords(share: number | null): string {
  return share === null ? '–' : `${Math.round(share * 100)} %`;
}

/** Which of several readings it is: "24 Nov 2026, blind". */
export function nameOfReading({ reading, at, blind }: AgreementView): string {
  if (reading === null) return 'As it stands now';
  return `${dateWords(at.slice(0, 10))}${blind ? ', blind' : ''}`;
}
