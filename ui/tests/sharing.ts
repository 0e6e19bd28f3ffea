// What the tests of merging and settling have in common.
import { screen } from '@testing-library/svelte';
import type { FakeFile } from '../src/lib/backend/fake-import';
import type { FakeShare } from '../src/lib/backend/fake-sharing';
import type { FakeOptions } from '../src/lib/backend/fake';
import { openWindow, type Opened } from './window';

/** A colleague's file: one new tag, one that agrees, three that differ from the sample's. */
export function sent(share: Partial<FakeShare> = {}, name = 'ole.stet'): FakeFile {
  return {
    name,
    text: '',
    share: {
      from: { name: 'Ole Berg', id: '91c03f2a77de0412' },
      note: 'My second read.',
      tags: [
        { label: '1', tag: 'disputed', finding: 'The diary says autumn.' },
        { label: '3', tag: 'disputed', finding: 'One did.' },
        { label: '4', tag: 'verified', finding: 'On the tape.' },
        { label: '2', tag: 'disputed', finding: 'Not a fifth.' },
      ],
      ...share,
    },
  };
}

/** A window that was started with a colleague's file: its dialog stands. */
export async function received(
  files: FakeFile[] = [sent()],
  options: FakeOptions = {},
): Promise<Opened> {
  return openWindow({ files, waiting: files.map((_, at) => `file-${at}`), ...options });
}

/** The same, merged. */
export async function merged(files: FakeFile[] = [sent()]): Promise<Opened> {
  const opened = await received(files);
  await opened.user.click(await screen.findByRole('button', { name: 'Merge' }));
  await screen.findByRole('heading', { name: 'Merged' });
  return opened;
}
