// A window over the pretended backend, as every component test starts it.
import { render } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import Window from '../src/app/App.svelte';
import { App, type Route } from '../src/app/state.svelte';
import * as rest from '../src/screens/rest';
import { createFake, type Fake, type FakeOptions } from '../src/lib/backend/fake';

export interface Opened {
  app: App;
  fake: Fake;
  user: ReturnType<typeof userEvent.setup>;
}

const known: FakeOptions = {
  me: { name: 'Kari Lind', initials: 'kl', named: true },
  settings: { 'first-run': 'done' },
  now: () => '2026-11-23T10:04:00.000Z',
};

export async function openWindow(options: FakeOptions = {}, route?: Route): Promise<Opened> {
  const fake = createFake({ ...known, ...options });
  const app = new App(fake);
  await app.start();
  if (route) app.go(route);
  render(Window, { app, rest });
  return { app, fake, user: userEvent.setup() };
}

/** The sample's id in the pretended library. */
export const sample = '4f1c09ae77d2b630';
