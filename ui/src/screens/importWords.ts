// What people read on the import screen: reasons, encodings, how far a reading has come.
import type { LeftOut, Staging } from '../lib/backend';

/** Why a block is left out, as it stands beside it. Complete by type. */
export const leftOutWords: Record<LeftOut, string> = {
  'around-article': 'around the article',
  'running-head': 'running head',
  'page-number': 'page number',
  'quoted-mail': 'earlier mail',
  signature: 'signature',
};

/** Encodings that are offered, by their name in the Encoding Standard. */
export const encodings: readonly (readonly [string, string])[] = [
  ['UTF-8', 'Unicode, UTF-8'],
  ['UTF-16LE', 'Unicode, UTF-16'],
  ['UTF-16BE', 'Unicode, UTF-16, big-endian'],
  ['windows-1252', 'Western European, Windows'],
  ['ISO-8859-15', 'Western European, ISO'],
  ['macintosh', 'Western European, old Mac'],
  ['windows-1250', 'Central European, Windows'],
  ['ISO-8859-2', 'Central European, ISO'],
  ['windows-1257', 'Baltic'],
  ['windows-1251', 'Cyrillic, Windows'],
  ['KOI8-R', 'Cyrillic, KOI8-R'],
  ['KOI8-U', 'Cyrillic, KOI8-U'],
  ['windows-1253', 'Greek'],
  ['windows-1254', 'Turkish'],
  ['windows-1255', 'Hebrew'],
  ['windows-1256', 'Arabic'],
  ['windows-874', 'Thai'],
  ['windows-1258', 'Vietnamese'],
  ['gb18030', 'Chinese, simplified'],
  ['Big5', 'Chinese, traditional'],
  ['Shift_JIS', 'Japanese, Shift JIS'],
  ['EUC-JP', 'Japanese, EUC'],
  ['EUC-KR', 'Korean'],
];

/** "1 block", "2 blocks". */
export function counted(count: number, one: string, more = `${one}s`): string {
  return `${count} ${count === 1 ? one : more}`;
}

/** "Fetching… 1.2 of 3.4 MB", "Reading…". */
export function progressWords({ stage, bytes, of }: Staging): string {
  if (stage !== 'fetching') return 'Reading…';
  if (bytes === 0) return 'Fetching…';
  if (of === null) return `Fetching… ${size(bytes)}`;
  const unit = of >= mega ? mega : kilo;
  return `Fetching… ${inUnits(bytes, unit)} of ${size(of)}`;
}

const kilo = 1000;
const mega = 1_000_000;

function size(bytes: number): string {
  return bytes >= mega ? `${inUnits(bytes, mega)} MB` : `${inUnits(bytes, kilo)} kB`;
}

function inUnits(bytes: number, unit: number): string {
  return unit === mega ? (bytes / mega).toFixed(1) : String(Math.ceil(bytes / kilo));
}

/** Whether the words are one http or https address and nothing else. */
export function isAddress(words: string): boolean {
  const trimmed = words.trim();
  return /^https?:\/\/\S+$/iu.test(trimmed) && URL.canParse(trimmed);
}

/** An address as it is written by hand: the scheme may be missing. */
export function addressOf(words: string): string {
  const trimmed = words.trim();
  return /^[a-z][a-z\d+.-]*:/iu.test(trimmed) && !/^[^/]*:\d+/u.test(trimmed)
    ? trimmed
    : `https://${trimmed}`;
}

/** Names written one a line, or between commas or semicolons where there are no lines. */
export function namesOf(words: string): string[] {
  const between = /[\n;]/u.test(words) ? /[\n;]/u : /,/u;
  return words
    .split(between)
    .map((name) => name.replace(/\s+/gu, ' ').trim())
    .filter(Boolean);
}

/** Whether HTML from a clipboard holds more than coloured words: paragraphs, headings, lists. */
export function isPage(html: string): boolean {
  return /<(?:p|h[1-6]|li|article|blockquote|table|br)[\s>]/iu.test(html);
}
