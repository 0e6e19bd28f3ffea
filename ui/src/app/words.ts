// What people read for each code, tag and kind. The records are complete by type: a new code in
// Rust does not compile here until it has its words.
import type { BlockKind, Code, Standing, Tag } from '../lib/backend';

/** The heading of an error; its message and hint come with it. */
export const problemTitles: Record<Code, string> = {
  'file-missing': 'The file is not there',
  'file-denied': 'The file may not be opened',
  'file-empty': 'The file is empty',
  'file-binary': 'The file is not text',
  'file-too-large': 'The file is too large',
  'file-damaged': 'The file is damaged',
  'file-locked': 'The file is locked with a password',
  'format-unknown': 'Stet does not read this format',
  'reader-memory': 'Reading it needs too much memory',
  'reader-time': 'Reading it takes too long',
  'reader-stopped': 'The file could not be read',
  'fetch-failed': 'The page could not be fetched',
  'address-private': 'The address is in a private network',
  'file-failed': 'Reading or writing failed',
  'disk-full': 'The disk is full',
  'database-none': 'Not an annotation database',
  'database-foreign': 'Another program’s database',
  'database-newer': 'Written by a newer Stet',
  'database-share': 'This is a shared copy',
  'database-damaged': 'The annotation database is damaged',
  'database-busy': 'The annotation database is busy',
  'database-read-only': 'The annotation database can only be read',
  'share-refused': 'Part of the received file was refused',
  'record-missing': 'This report carries no work to take in',
  'report-leak': 'The report would tell what is withheld',
  'article-unknown': 'No such article',
  'article-ambiguous': 'More than one article fits',
  'sentence-unknown': 'No such sentence',
  'boundary-refused': 'The sentence cannot be divided there',
  'source-unknown': 'No such source',
  'value-refused': 'That was not accepted',
  'undo-nothing': 'Nothing to undo',
  'conflict-unknown': 'This is settled already',
  'undo-declined': 'This cannot be undone',
  'passphrase-wrong': 'That is not the passphrase',
  'person-unknown': 'Nobody here is called so',
  'reading-blind': 'You are reading blind',
  'identity-refused': 'Your key cannot be used',
  'link-refused': 'The address was not opened',
  cancelled: 'Stopped',
  usage: 'Stet asked its own program wrongly',
  internal: 'Something went wrong inside Stet',
};

/** Failures of storage: the step is kept in memory and tried again. */
export const storageCodes: ReadonlySet<Code> = new Set<Code>([
  'file-denied',
  'file-failed',
  'disk-full',
  'database-damaged',
  'database-busy',
  'database-read-only',
]);

export const standingWords: Record<Standing, string> = {
  untagged: 'not tagged',
  verified: 'verified',
  disputed: 'disputed',
  'attributed-only': 'attributed-only',
  'no-claim': 'no claim',
  disagreement: 'disagreement',
};

export const standingGlyphs: Record<Standing, string> = {
  untagged: '○',
  verified: '✓',
  disputed: '✗',
  'attributed-only': '❝',
  'no-claim': '–',
  disagreement: '≠',
};

export const tagMeanings: Record<Tag, string> = {
  verified: 'Everything the words assert is supported.',
  disputed: 'Credible evidence contradicts it, or sources conflict.',
  'attributed-only': 'It is sure that the named speaker said it, not that it is so.',
  'no-claim': 'Nothing in it could be true or false.',
};

export const blockWords: Record<BlockKind, string> = {
  headline: 'Headline',
  deck: 'Deck',
  heading: 'Heading',
  paragraph: 'Paragraph',
  'list-item': 'List item',
  quotation: 'Quotation',
  caption: 'Caption',
  credit: 'Credit',
  'table-cell': 'Table cell',
};
