// The backend inside the desktop window.
import { invoke } from '@tauri-apps/api/core';
import { listen } from '@tauri-apps/api/event';
import { failure, type Backend } from './backend';

async function ask<T>(command: string, takes?: Record<string, unknown>): Promise<T> {
  try {
    return await invoke<T>(command, takes);
  } catch (thrown) {
    throw failure(thrown);
  }
}

export const tauri: Backend = {
  call: (name, takes) => ask('call', { name, takes }),
  pickFiles: (what) => ask('pick_files', { what }),
  saveReport: (report) => ask('save_report', { ask: report }),
  saveShare: (share) => ask('save_share', { ask: share }),
  saveKey: (key) => ask('save_key', { ask: key }),
  openSaved: () => ask('open_saved'),
  showSaved: () => ask('show_saved'),
  saveCopy: () => ask('save_copy'),
  openLink: ({ url }) => ask('open_link', { url }),
  onDropped: (heard) => listen<string[]>('dropped', ({ payload }) => heard(payload)),
  onChanged: (heard) => listen('changed', () => heard()),
  quit: () => ask('quit'),
  painted: (agoMs) => ask('painted', { agoMs }),
};
