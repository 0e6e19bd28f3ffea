// The desk as its tests open it: the whole window over the pretended backend, by role, name and key.

import { cleanup, render, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeAll, expect } from 'vitest';
import Window from '../app/App.svelte';
import { App } from '../app/state.svelte';
import { createFake, type Fake, type FakeOptions } from '../lib/backend/fake';

beforeAll(() => {
  // jsdom lays nothing out; the galley then hangs everything at the top, which no test minds.
  globalThis.ResizeObserver ??= class {
    observe(): void {}
    unobserve(): void {}
    disconnect(): void {}
  };
});
afterEach(cleanup);

export const named = { me: { name: 'Kim Lee', initials: 'kl', named: true } };

export async function desk(
  options: FakeOptions = named,
): Promise<{ app: App; fake: Fake; user: ReturnType<typeof userEvent.setup> }> {
  const fake = createFake(options);
  const app = new App(fake);
  await app.start();
  await app.openSample();
  render(Window, { app });
  await waitFor(() => expect(option('H1')).toBeTruthy());
  await waitFor(() => expect(document.activeElement).toBe(option('H1')));
  return { app, fake, user: userEvent.setup() };
}

/** A long article of its own, of paragraphs of four sentences. */
export async function long(
  paragraphs: number,
): Promise<{ app: App; user: ReturnType<typeof userEvent.setup> }> {
  const fake = createFake({ ...named, empty: true, settings: { 'first-run': 'done' } });
  const app = new App(fake);
  await app.start();
  const block = (at: number): string =>
    [1, 2, 3, 4].map((n) => `The gauge read ${at * 4 + n} metres.`).join(' ');
  const staged = await fake.call('stage_text', {
    text: Array.from({ length: paragraphs }, (_, at) => block(at)).join('\n\n'),
    html: false,
  });
  app.open(
    await fake.call('import_staged', {
      id: staged.id,
      title: 'Long',
      authors: [],
      publisher: '',
      published: '',
      url: '',
      lang: 'en',
      provenance: 'ours',
      kinds: [],
      put_back: [],
      leave_out: [],
    }),
  );
  render(Window, { app });
  await waitFor(() => expect(document.querySelectorAll('[data-at]').length).toBeGreaterThan(0));
  return { app, user: userEvent.setup() };
}

export const option = (label: string): HTMLElement =>
  document.querySelector<HTMLElement>(`[role="option"][data-label="${label}"]`)!;
export const options = (): HTMLElement[] => [
  ...document.querySelectorAll<HTMLElement>('[role="option"]'),
];
export const status = (): string =>
  document.querySelector('#status')!.textContent.replace(/\s+/gu, ' ').trim();
export const here = (): string =>
  document.activeElement!.getAttribute('data-label') ?? document.activeElement!.id;
export const field = (name: string): HTMLTextAreaElement =>
  document.querySelector<HTMLTextAreaElement>(`#field-${name}`)!;
export const first = (app: App): string[] => {
  void app;
  return options()
    .filter((one) => one.classList.contains('untagged'))
    .map((one) => one.dataset['label']!);
};
export async function goTo(user: ReturnType<typeof userEvent.setup>, label: string): Promise<void> {
  await user.keyboard('{Control>}g{/Control}');
  await waitFor(() => expect(here()).toBe('find-field'));
  await user.keyboard(`${label}{Enter}`);
  await waitFor(() => expect(here()).toBe(label));
}
