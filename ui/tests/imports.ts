// What the tests of the import screen have in common.
import { screen, within } from '@testing-library/svelte';
import { pretendedPage, type FakeFile } from '../src/lib/backend/fake-import';
import type { ImportStaged, StagedBlock } from '../src/lib/backend';
import { openWindow } from './window';

export type Window = Awaited<ReturnType<typeof openWindow>>;

/** Imports by Ctrl+O and waits for the form. */
export async function choose({ user }: Window): Promise<HTMLElement> {
  await user.keyboard('{Control>}o{/Control}');
  return screen.findByLabelText('Title');
}

export const page = (): Promise<Window> => openWindow({ files: [pretendedPage] });

/** What the next import is asked for. */
export function asked({ fake }: Window): Promise<ImportStaged> {
  const call = fake.call.bind(fake);
  return new Promise((told) => {
    fake.call = (name, takes) => {
      if (name === 'import_staged') told(takes as unknown as ImportStaged);
      return call(name, takes);
    };
  });
}

export const rows = (): HTMLElement[] => within(screen.getByRole('grid')).getAllByRole('row');
export const row = (words: RegExp): HTMLElement => screen.getByRole('row', { name: words });
export const importIt = (): HTMLElement => screen.getByRole('button', { name: /^Import Ctrl/ });
export const counts = (): string =>
  screen
    .getAllByRole('status')
    .map((one) => one.textContent.replace(/\s+/gu, ' ').trim())
    .find((words) => /sentences? in|Every block/u.test(words)) ?? '';

export const plain = (name: string, text: string): FakeFile => ({ name, text });
export const block = (text: string, left_out: StagedBlock['left_out'] = null): StagedBlock => ({
  kind: 'paragraph',
  text,
  left_out,
  sentences: 1,
});
