// An agreement of two, as the tests of its words and of its dialog have it.
import type { AgreementView } from '../src/lib/backend';

/** Anna, who tagged first, and the person with this id. */
export function agreement(
  { agreed = 3, both = 4 }: { agreed?: number; both?: number },
  me = 'me',
): AgreementView {
  return {
    article: 'a',
    title: 'The dam',
    reading: 'r1',
    at: '2026-11-20T09:00:00.000Z',
    blind: true,
    sentences: 5,
    whole: true,
    readers: [
      { checker: 'Anna Roe', checker_id: 'anna', tagged: 5 },
      { checker: 'Kim Lee', checker_id: me, tagged: 4 },
    ],
    pairs: [
      { first: 'Anna Roe', second: 'Kim Lee', both, agreed, kappa: null, table: [], tags: [] },
    ],
    alpha: null,
    disagreements: [],
  };
}
