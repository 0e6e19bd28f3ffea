// Files as they come: by menu, by drop, with the start of the program. What colleagues sent asks what
// to do with it; everything else is for the import.
import type { FileLook } from '../lib/backend';
import type { App } from './state.svelte';

/** Looks at files by their handles; null: at those that the program was started with. */
export async function receive(app: App, handles: readonly string[] | null): Promise<void> {
  if (handles?.length === 0) return;
  try {
    const looks = handles
      ? await Promise.all(handles.map((id) => look(app, id)))
      : await app.backend.call('waiting_files', {});
    const ours = looks.filter(({ kind }) => kind !== 'article');
    const articles = looks.filter(({ kind }) => kind === 'article').map(({ id }) => id);
    if (looks.length === 0) return;
    app.arrived = {
      looks: [...app.arrived.looks, ...ours],
      articles: [...app.arrived.articles, ...articles],
    };
  } catch (thrown) {
    app.fail(thrown);
  }
}

/** What cannot even be looked at is the import's to refuse, with its reasons. */
async function look(app: App, id: string): Promise<FileLook> {
  try {
    return await app.backend.call('look_at_file', { id });
  } catch {
    return { id, name: '', kind: 'article', note: '', missing: '', error: null };
  }
}

/** Opens the dialog for what came, as soon as none is open that is in the middle of something. */
export function showArrived(app: App): void {
  const { dialog, arrived } = app;
  const free = dialog === null || dialog.name === 'help' || dialog.name === 'palette';
  if (arrived.looks.length > 0 && free) {
    app.arrived = { ...arrived, looks: [] };
    app.dialog = { name: 'received', looks: arrived.looks };
  } else if (arrived.articles.length > 0 && (free || dialog.name === 'import')) {
    // Files that come while others are looked at join them.
    const before = dialog?.name === 'import' ? dialog.handles : [];
    app.arrived = { ...arrived, articles: [] };
    app.dialog = { name: 'import', handles: [...before, ...arrived.articles] };
  }
}
