import type { Backend } from './backend';
import { tauri } from './tauri';

export * from './backend';
export type * from './types.gen';
export { reportFormats } from './types.gen';

/**
 * The backend of this window. In a plain browser under `vite dev` there is no program behind the
 * page, so a pretended one in memory stands in; production builds do not contain it.
 */
export async function connect(): Promise<Backend> {
  if (import.meta.env.DEV && !('__TAURI_INTERNALS__' in window)) {
    const { createFake } = await import('./fake');
    const { pretended } = await import('./fake-pretended');
    return createFake(pretended(location.search));
  }
  return tauri;
}
