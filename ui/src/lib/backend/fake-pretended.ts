// What the pretended program holds when nobody says otherwise, and what `vite dev` can ask for.
import type { Name } from './backend';
import type { FakeOptions } from './fake';
import { pretendedPage, type FakeFile } from './fake-import';
import type { Trouble } from './types.gen';

/** What `vite dev` pretends, told in the address: `?empty`, `?new`, `?trouble`,
 * `?full=tag`; files to import: `?page`, `?several`; a file from a colleague: `?share`. */
export function pretended(search: string): FakeOptions {
  const asked = new URLSearchParams(search);
  const options: FakeOptions = { empty: asked.has('empty') };
  if (!asked.has('new')) {
    options.me = { name: 'Kari Lind', initials: 'kl', named: true };
    options.settings = { 'first-run': 'done' };
  }
  if (asked.has('share')) {
    options.files = [sent];
    options.waiting = ['file-0'];
  }
  if (asked.has('page')) options.files = [pretendedPage];
  if (asked.has('several')) options.files = several;
  const full = asked.get('full');
  if (full) options.full = full as Name;
  if (asked.has('trouble')) options.trouble = damaged;
  return options;
}

const damaged: Trouble = {
  error: {
    code: 'database-damaged',
    message: 'Page 14 of the file cannot be read: it does not hold what its checksum says.',
    hint: 'The file was not changed. Restore a backup, or copy the file and ask for help before going on.',
  },
  path: '~/.local/share/stet/library.stet',
  backups: [
    { id: 'b2', at: '2026-11-22T18:02:11Z', bytes: 1_482_752, steps: 2214 },
    { id: 'b1', at: '2026-11-21T17:40:09Z', bytes: 1_449_984, steps: 2170 },
  ],
};

/** A colleague's file that disagrees on three sentences. */
export const sent: FakeFile = {
  name: 'dam-2026-11-20.stet',
  text: '',
  share: {
    from: { name: 'Ole Berg', id: '91c03f2a77de0412' },
    note: 'My second read. I do not follow you on the cost of the bridges.',
    setAside: [{ reason: 'an altered row', count: 2 }],
    tags: [
      { label: '1', tag: 'verified', finding: 'Site diary.' },
      { label: '3', tag: 'disputed', finding: 'The bridge at Lower Corran cost 27 million.' },
      { label: '4', tag: 'verified', finding: 'Heard on the tape.' },
      { label: '2', tag: 'attributed-only', finding: 'Only the minutes say so.' },
    ],
  },
};

const several: FakeFile[] = [
  pretendedPage,
  { name: 'storm.txt', text: 'Storm warning\n\nThe storm comes on Friday.' },
  { name: 'empty.txt', text: ' ' },
  { name: 'storm again.txt', text: 'Storm warning\n\nThe storm comes on Friday.' },
  { name: 'quay.txt', text: 'The quay\n\nThe old quay stays closed.' },
];

export const harbour = `Harbour to reopen in May

The harbour will reopen on 3 May after eleven months of dredging, the port said on Monday. It will take ships of up to 230 metres. The work cost 18 million euros, a third more than planned.

“We lost one summer; we will not lose another,” said the harbour master, Ida Krog. Fishing boats return first. Ferries follow in June.

The old quay stays closed.`;
