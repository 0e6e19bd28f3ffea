// What a merge does, in the words of a person.
import type { Fit, MergePhase, Merging, MergeView } from '../lib/backend';

const figures = new Intl.NumberFormat('en-GB');

/** "4,812". */
export const grouped = (count: number): string => figures.format(count);

/** "1 article", "4,812 steps". */
export function many(count: number, one: string, more = `${one}s`): string {
  return `${grouped(count)} ${count === 1 ? one : more}`;
}

/** "412 new, 88 already here, 3 disagree with yours, 2 set aside". */
export function inWords(view: MergeView, when: 'would' | 'did'): string {
  const aside = view.set_aside.reduce((sum, { count }) => sum + count, 0);
  const differ = view.disagreements;
  return [
    `${grouped(view.new)} new`,
    `${grouped(view.already_here)} already here`,
    differ === 0
      ? 'nobody disagrees'
      : `${grouped(differ)} ${differ === 1 ? 'disagrees' : 'disagree'} with yours`,
    ...(aside > 0 ? [`${grouped(aside)} ${when === 'would' ? 'to be ' : ''}set aside`] : []),
  ].join(', ');
}

/** How much of what the sender has is here then: what was lost on the way shows in it. */
export function whole({ have, of }: MergeView, when: 'would' | 'did'): string {
  if (of === 0) return '';
  const all = have === of ? `all of the sender’s ${grouped(of)}` : '';
  const some = `${grouped(have)} of the sender’s ${grouped(of)}`;
  return `You ${when === 'would' ? 'would then have' : 'have'} ${all || some}.`;
}

const doing: Record<MergePhase, string> = {
  reading: 'Reading what was sent',
  taking: 'Taking it in',
  settling: 'Working out what it touches',
};

/** "Taking it in: 1,200 of 4,900". */
export function progressWords({ phase, done, of }: Merging): string {
  const what = phase ? doing[phase] : 'Reading what was sent';
  if (of === null || phase === null) return `${what}…`;
  return `${what}: ${grouped(done)} of ${grouped(of)}`;
}

/** On which words a tag was given, where they are not those of the sentence. */
export const fitWords: Record<Fit, string> = {
  exact: '',
  wider: 'given to more than these words',
  narrower: 'given to a part of these words',
  partial: 'given to words that overlap these',
};

const mega = 1_000_000;

/** "84 kB", "3.4 MB". */
export function sizeWords(bytes: number): string {
  return bytes >= mega
    ? `${(bytes / mega).toFixed(1)} MB`
    : `${grouped(Math.ceil(bytes / 1000))} kB`;
}
