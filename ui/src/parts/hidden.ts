// Characters that nobody sees and that change what is read: direction controls, zero widths, soft
// hyphens, tags. They stay in the text; this tells where they stand, so that they can be shown.

/** A stretch of a text: as it is, or hidden characters with a short mark and their name. */
export interface Piece {
  readonly text: string;
  /** "RLO"; empty where nothing is hidden. */
  readonly mark: string;
  /** "right-to-left override"; empty where nothing is hidden. */
  readonly name: string;
}

// First, last, mark, name. A table is read by its columns.
// prettier-ignore
const table: readonly (readonly [number, number, string, string])[] = [
  [0x00ad, 0x00ad, 'SHY', 'soft hyphen'],
  [0x034f, 0x034f, 'CGJ', 'combining grapheme joiner'],
  [0x061c, 0x061c, 'ALM', 'Arabic letter mark'],
  [0x115f, 0x1160, 'HF', 'Hangul filler'],
  [0x17b4, 0x17b5, 'KIV', 'Khmer inherent vowel'],
  [0x180b, 0x180f, 'MVS', 'Mongolian variation or vowel separator'],
  [0x200b, 0x200b, 'ZWSP', 'zero width space'],
  [0x200c, 0x200c, 'ZWNJ', 'zero width non-joiner'],
  [0x200d, 0x200d, 'ZWJ', 'zero width joiner'],
  [0x200e, 0x200e, 'LRM', 'left-to-right mark'],
  [0x200f, 0x200f, 'RLM', 'right-to-left mark'],
  [0x202a, 0x202a, 'LRE', 'left-to-right embedding'],
  [0x202b, 0x202b, 'RLE', 'right-to-left embedding'],
  [0x202c, 0x202c, 'PDF', 'end of direction change'],
  [0x202d, 0x202d, 'LRO', 'left-to-right override'],
  [0x202e, 0x202e, 'RLO', 'right-to-left override'],
  [0x2060, 0x2060, 'WJ', 'word joiner'],
  [0x2061, 0x2065, 'INV', 'invisible operator'],
  [0x2066, 0x2066, 'LRI', 'left-to-right isolate'],
  [0x2067, 0x2067, 'RLI', 'right-to-left isolate'],
  [0x2068, 0x2068, 'FSI', 'first strong isolate'],
  [0x2069, 0x2069, 'PDI', 'end of isolate'],
  [0x206a, 0x206f, 'DEP', 'deprecated format character'],
  [0x2800, 0x2800, 'BLANK', 'blank Braille pattern'],
  [0x3164, 0x3164, 'HF', 'Hangul filler'],
  [0xfe00, 0xfe0f, 'VS', 'variation selector'],
  [0xfeff, 0xfeff, 'BOM', 'zero width no-break space'],
  [0xffa0, 0xffa0, 'HF', 'Hangul filler'],
  [0xfff9, 0xfffb, 'IA', 'interlinear annotation character'],
  [0x1d173, 0x1d17a, 'MUS', 'musical format character'],
  [0xe0000, 0xe007f, 'TAG', 'tag characters'],
  [0xe0080, 0xe00ff, 'DI', 'ignorable character'],
  [0xe0100, 0xe01ef, 'VS', 'variation selector'],
  [0xe01f0, 0xe0fff, 'DI', 'ignorable character'],
];

const codePoint = (at: number): string => `\\u{${at.toString(16)}}`;
const hidden = `[${table.map(([first, last]) => `${codePoint(first)}-${codePoint(last)}`).join('')}]`;

// Where such characters do what they are for, they are part of what one sees: a joiner in scripts
// that join, in an emoji of several; a variation of a sign that has some; the flag of a region.
const joining = [
  ...['Arab', 'Syrc', 'Mand', 'Nkoo', 'Mong', 'Deva', 'Beng', 'Guru', 'Gujr', 'Orya', 'Taml'],
  ...['Telu', 'Knda', 'Mlym', 'Sinh', 'Mymr', 'Khmr', 'Tibt'],
].map((script) => `\\p{scx=${script}}`);
const inUse = [
  `(?<=[${joining.join('')}])[\\u200c\\u200d]`,
  '(?<=[\\p{Extended_Pictographic}\\p{Emoji_Modifier}\\ufe0f])\\u200d(?=\\p{Extended_Pictographic})',
  '(?<=[\\p{Extended_Pictographic}\\d#*])[\\ufe0e\\ufe0f]',
  '(?<=[\\p{S}\\p{sc=Han}\\p{sc=Mymr}])[\\ufe00-\\ufe0d]',
  '(?<=\\p{sc=Han})[\\u{e0100}-\\u{e01ef}]',
  '(?<=\\p{sc=Mong})[\\u180b-\\u180f]',
  '\\u{1f3f4}[\\u{e0030}-\\u{e0039}\\u{e0061}-\\u{e007a}]{3,6}\\u{e007f}',
].join('|');

const any = new RegExp(hidden, 'u');
const runs = new RegExp(`${inUse}|(${hidden}+)`, 'gu');

/** A text in pieces, its hidden characters apart; null, and quickly, where it has none. Together
 * the pieces are the text. */
export function pieces(text: string): Piece[] | null {
  if (!any.test(text)) return null;
  const found: Piece[] = [];
  let from = 0;
  for (const match of text.matchAll(runs)) {
    const run = match[1];
    if (run === undefined) continue;
    if (match.index > from) found.push({ text: text.slice(from, match.index), mark: '', name: '' });
    found.push(...told(run));
    from = match.index + run.length;
  }
  if (found.length === 0) return null;
  if (from < text.length) found.push({ text: text.slice(from), mark: '', name: '' });
  return found;
}

/** A run of hidden characters, the same ones together. */
function told(run: string): Piece[] {
  const groups: string[][] = [];
  for (const one of run) {
    const last = groups.at(-1);
    if (last && mark(last[0]) === mark(one)) last.push(one);
    else groups.push([one]);
  }
  return groups.map((group) => {
    const short = mark(group[0]);
    const name = entry(group[0])?.[3] ?? '';
    const text = group.join('');
    if (short === 'TAG') {
      // Letters in disguise: what they spell is what matters.
      const spelt = group.map((one) => String.fromCodePoint(at(one) & 0x7f)).join('');
      const shown = spelt.replace(/[^ -~]/gu, '·');
      return { text, mark: `TAG ${shown}`, name: `tag characters that spell ${shown}` };
    }
    const count = group.length;
    return count === 1
      ? { text, mark: short, name }
      : { text, mark: `${short}×${count}`, name: `${name}, ${count} times` };
  });
}

const at = (one: string): number => one.codePointAt(0) ?? 0;
const entry = (one = ''): (typeof table)[number] | undefined =>
  table.find(([first, last]) => at(one) >= first && at(one) <= last);
const mark = (one = ''): string => entry(one)?.[2] ?? '';
