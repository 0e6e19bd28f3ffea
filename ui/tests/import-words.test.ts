import { describe, expect, it } from 'vitest';
import { foldsOf, reasonOf, rowsOf } from '../src/screens/blocks';
import { addressOf, isAddress, isPage, namesOf, progressWords } from '../src/screens/importWords';
import type { LeftOut, StagedBlock, Staging } from '../src/lib/backend';

describe('the words of the import screen', () => {
  it.each<[Staging, string, string]>([
    [{ stage: null, bytes: 0, of: null }, 'Reading…', 'before anything is known'],
    [{ stage: 'reading', bytes: 9_000_000, of: null }, 'Reading…', 'bytes are of no interest then'],
    [{ stage: 'fetching', bytes: 0, of: null }, 'Fetching…', 'no answer yet'],
    [{ stage: 'fetching', bytes: 52_300, of: null }, 'Fetching… 53 kB', 'no length is told'],
    [{ stage: 'fetching', bytes: 1_200_000, of: 3_400_000 }, 'Fetching… 1.2 of 3.4 MB', 'large'],
    [{ stage: 'fetching', bytes: 900_000, of: 3_400_000 }, 'Fetching… 0.9 of 3.4 MB', 'one unit'],
    [{ stage: 'fetching', bytes: 900, of: 52_000 }, 'Fetching… 1 of 52 kB', 'small'],
  ])('%j is “%s”', (progress, words, reason) => {
    expect(progressWords(progress), reason).toBe(words);
  });

  it.each([
    ['example.org/a', 'https://example.org/a', 'as people write it'],
    [' http://example.org ', 'http://example.org', 'as it is'],
    ['localhost:8000/a', 'https://localhost:8000/a', 'a port is no scheme'],
    ['ftp://example.org', 'ftp://example.org', 'refused by whoever fetches, with its reason'],
  ])('“%s” means %s', (written, address, reason) => {
    expect(addressOf(written), reason).toBe(address);
  });

  it.each([
    ['https://example.org/a?b=c', true, 'an address'],
    ['See https://example.org', false, 'words around it'],
    ['https://example.org and more', false, 'words after it'],
    ['javascript:alert(1)', false, 'another scheme'],
  ])('“%s”: an address? %s', (words, expected, reason) => {
    expect(isAddress(words), reason).toBe(expected);
  });

  it.each([
    ['Ida Krog, Bo Chen', ['Ida Krog', 'Bo Chen'], 'commas'],
    ['Krog, Ida\nChen, Bo', ['Krog, Ida', 'Chen, Bo'], 'commas within lines'],
    ['Krog, I.; Chen, B.', ['Krog, I.', 'Chen, B.'], 'commas between semicolons'],
    [' \n Ida   Krog \n\n', ['Ida Krog'], 'white space'],
    ['', [], 'nobody'],
  ])('%j are %j', (words, names, reason) => {
    expect(namesOf(words), reason).toEqual(names);
  });

  it.each([
    ['<p>A paragraph.</p>', true, 'a page'],
    ['<meta charset="utf-8"><h2 class="x">Head</h2>', true, 'a heading'],
    ['<span style="color: red">let</span> x', false, 'coloured words, as editors put them there'],
    ['<pre>x</pre>', false, 'no paragraph'],
  ])('%s: a page? %s', (html, expected, reason) => {
    expect(isPage(html), reason).toBe(expected);
  });
});

describe('rows of the preview', () => {
  const block = (left_out: LeftOut | null): StagedBlock => ({
    kind: 'paragraph',
    text: 'Words.',
    left_out,
    sentences: 1,
  });
  const blocks = [
    block('page-number'),
    block('running-head'),
    block(null),
    block('signature'),
    block(null),
  ];

  it('fold what is left out, where it stands, with one reason if it is one', () => {
    const folds = foldsOf(blocks);
    expect(folds).toEqual([
      { from: 0, to: 2 },
      { from: 3, to: 4 },
    ]);
    expect(folds.map((fold) => reasonOf(blocks, fold))).toEqual(['', ', signature']);
    const rows = (open: number[]): (number | string)[] =>
      rowsOf(blocks.length, folds, ({ from }) => open.includes(from)).map(
        ({ block, fold }) => block ?? `fold ${fold?.from}`,
      );
    expect(rows([]), 'closed').toEqual(['fold 0', 2, 'fold 3', 4]);
    expect(rows([0]), 'one open').toEqual(['fold 0', 0, 1, 2, 'fold 3', 4]);
  });
});
