import { mount } from 'svelte';
import Window from './app/App.svelte';
import { App } from './app/state.svelte';
import { connect } from './lib/backend';
import './style/fonts.css';
import './style/tokens.css';
import './style/base.css';

// Asked for at once: a first layout without them would look for the system's and be done again.
const faces = Promise.allSettled(
  ['1em Inter', '1em Literata'].map((face) => document.fonts.load(face)),
);
const backend = await connect();
const app = new App(backend);
// The shell asks for the sample in the address.
await app.start(location.hash === '#sample');
await faces;
const target = document.getElementById('app');
if (target) mount(Window, { target, props: { app } });
new PerformanceObserver((list) => {
  const first = list.getEntriesByName('first-contentful-paint')[0];
  if (first) void backend.painted(performance.now() - first.startTime);
}).observe({ type: 'paint', buffered: true });
