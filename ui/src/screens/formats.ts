// What people read for each format, audience, sheet and kind of notes. The records are complete by
// type: a new format of the registry does not compile here until it has its words.
import {
  reportFormats,
  type Notes,
  type Paper,
  type Profile,
  type ReportFormat,
} from '../lib/backend';

interface Words {
  readonly title: string;
  readonly about: string;
}

const described = {
  html: { title: 'Web page', about: 'Opens in any browser, prints with margin notes.' },
  pdf: { title: 'PDF', about: 'Pages to print, to sign and to keep; readable aloud.' },
  docx: {
    title: 'Word',
    about:
      'For an editor at work: comments, tracked changes, and a choice to make on each decision.',
  },
  md: { title: 'Markdown', about: 'Plain text with footnotes, for notes and wikis.' },
  txt: { title: 'Plain text', about: 'With marks in brackets, for mail.' },
  csv: { title: 'CSV', about: 'One row a sentence, for any spreadsheet.' },
  xlsx: { title: 'Excel', about: 'Four sheets, to sort, filter and decide in.' },
  json: {
    title: 'JSON',
    about: 'Everything, for programs. For the lawyer it can be imported again without loss.',
  },
  claimreview: {
    title: 'ClaimReview',
    about: 'For search engines: only the checks that you chose to publish.',
  },
  annotations: {
    title: 'Web annotations',
    about: 'The tags as annotations of the text, for other annotation tools.',
  },
  qdpx: { title: 'REFI-QDA', about: 'The tags as codings, for software of qualitative research.' },
};

/** The formats of a report. */
export const formats: Record<ReportFormat, Words> = described;

/** Whom a report is for: what is in it, and what is withheld. */
export const profiles: Record<Profile, Words & { readonly withheld: string }> = {
  public: {
    title: 'Readers',
    about: 'What was found, and the public sources.',
    withheld:
      'Withheld: checkers’ names, proposed wording, what is still open, internal and protected sources; of somebody else’s article only sentences are quoted.',
  },
  editor: {
    title: 'The editor',
    about: 'Findings, decisions, names, public and internal sources.',
    withheld: 'Withheld: the names of protected sources.',
  },
  legal: {
    title: 'The lawyer',
    about: 'Everything, protected sources by name.',
    withheld: 'Withheld: nothing. Hand it over with care.',
  },
};

export const papers: Record<Paper, string> = { a4: 'A4', letter: 'US Letter' };

export const notes: Record<Notes, string> = {
  comments: 'Comments where somebody must act',
  'all-comments': 'Comments on every tagged sentence',
  endnotes: 'Endnotes; no comments, no changes',
};

/** Formats whose documents have sheets, and those that leave a choice of notes. */
export const onPaper: ReadonlySet<string> = new Set(['pdf', 'docx']);
export const withNotes: ReadonlySet<string> = new Set(['docx']);

/** What is remembered under a setting, if it is one of these; else the one to begin with. */
function known<T extends string>(all: readonly T[], name: string | undefined, usual: T): T {
  return all.find((one) => one === name) ?? usual;
}

const keys = <T extends string>(record: Record<T, unknown>): T[] => Object.keys(record) as T[];

/** The choices that are remembered. */
export function remembered(settings: Readonly<Record<string, string>>) {
  return {
    format: known(reportFormats, settings['export-format'], 'html'),
    profile: known(keys(profiles), settings['export-profile'], 'editor'),
    paper: known(keys(papers), settings['export-paper'], 'a4'),
    notes: known(keys(notes), settings['export-notes'], 'comments'),
  };
}
