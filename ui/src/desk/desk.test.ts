import { cleanup, render, waitFor } from '@testing-library/svelte';
import userEvent from '@testing-library/user-event';
import { tick } from 'svelte';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
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

const named = { me: { name: 'Kim Lee', initials: 'kl', named: true } };

async function desk(
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
async function long(
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

const option = (label: string): HTMLElement =>
  document.querySelector<HTMLElement>(`[role="option"][data-label="${label}"]`)!;
const options = (): HTMLElement[] => [...document.querySelectorAll<HTMLElement>('[role="option"]')];
const status = (): string =>
  document.querySelector('#status')!.textContent.replace(/\s+/gu, ' ').trim();
const here = (): string =>
  document.activeElement!.getAttribute('data-label') ?? document.activeElement!.id;
const field = (name: string): HTMLTextAreaElement =>
  document.querySelector<HTMLTextAreaElement>(`#field-${name}`)!;
const first = (app: App): string[] => {
  void app;
  return options()
    .filter((one) => one.classList.contains('untagged'))
    .map((one) => one.dataset['label']!);
};
async function goTo(user: ReturnType<typeof userEvent.setup>, label: string): Promise<void> {
  await user.keyboard('{Control>}g{/Control}');
  await waitFor(() => expect(here()).toBe('find-field'));
  await user.keyboard(`${label}{Enter}`);
  await waitFor(() => expect(here()).toBe(label));
}

describe('tagging', () => {
  it('tags, moves on, and names what is owed; the comma leads back', async () => {
    const { app, user } = await desk();
    const open = first(app)[0]!;
    await user.keyboard('u');
    expect(here()).toBe(open);
    const after = options()[options().indexOf(option(open)) + 1]!.dataset['label']!;
    await user.keyboard('v');
    expect(option(open).className, 'shown at once').toContain('verified');
    expect(here()).toBe(after);
    await waitFor(() => expect(status()).toBe(`${open} verified · no source · , back`));
    expect(app.status, 'said once, in full').toMatch(/^Verified\. \d+ of 31\./);
    await user.keyboard(',');
    expect(here()).toBe(open);
  });

  it('stays with Shift', async () => {
    const { user } = await desk();
    await user.keyboard('u');
    const open = here();
    await user.keyboard('{Shift>}D{/Shift}');
    expect(here()).toBe(open);
    expect(option(open).className).toContain('disputed');
  });

  it('stays at the end of the view, and says what is left above', async () => {
    const { app, user } = await desk();
    await user.keyboard('{End}');
    const last = here();
    const left = first(app).filter((label) => label !== last).length;
    await user.keyboard('v');
    expect(here()).toBe(last);
    await waitFor(() => expect(status()).toContain(`${left} untagged above`));
  });

  it('tags several in one step, and undoes them in one', async () => {
    const { user } = await desk();
    await user.keyboard('u');
    const from = options().findIndex((one) => one.classList.contains('current'));
    const three = options()
      .slice(from, from + 3)
      .map((one) => one.dataset['label']!);
    const before = three.map((label) => option(label).className.includes('disputed'));
    await user.keyboard('{Shift>}JJ{/Shift}');
    expect(three.map((label) => option(label).getAttribute('aria-selected'))).toEqual([
      'true',
      'true',
      'true',
    ]);
    await user.keyboard('d');
    expect(three.every((label) => /disputed|disagreement/.test(option(label).className))).toBe(
      true,
    );
    await waitFor(() => expect(document.querySelector('.undo')?.textContent).toContain('3'));
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() =>
      expect(three.map((label) => option(label).className.includes('disputed'))).toEqual(before),
    );
    expect(status()).toMatch(/^Undo/);
  });

  it('visits only what the filter shows', async () => {
    const { app, user } = await desk();
    app.run('show-disputed');
    await waitFor(() => expect(option(here()).className).toContain('disputed'));
    const one = here();
    await user.keyboard('j');
    expect(option(here()).className).toContain('disputed');
    expect(here()).not.toBe(one);
    expect(document.querySelectorAll('.sentence.aside').length, 'the rest recedes').toBeGreaterThan(
      20,
    );
  });

  it('clears one’s own tag and says so when there is none', async () => {
    const { user } = await desk();
    await user.keyboard('u');
    const open = here();
    await user.keyboard('{Backspace}');
    expect(status()).toBe('No tag of yours to clear');
    await user.keyboard('{Shift>}V{/Shift}{Backspace}');
    expect(option(open).className).toContain('untagged');
  });

  it('takes a refused tag back, and says why', async () => {
    const { app, fake, user } = await desk();
    await user.keyboard('u');
    const open = here();
    fake.refuse('tag', 'value-refused');
    await user.keyboard('v');
    await waitFor(() => expect(option(open).className).toContain('untagged'));
    expect(app.problem?.message).toBe('The pretended program refuses this.');
    expect(document.querySelector('[role="alert"]')).toBeTruthy();
  });
});

describe('when the disk is slow or refuses', () => {
  it('says saved only once the step is on the disk', async () => {
    const { app, user } = await desk();
    const call = app.backend.call.bind(app.backend);
    let durable: () => void = () => undefined;
    const gate = new Promise<void>((open) => (durable = open));
    app.backend.call = async (name, takes) => {
      if (name === 'tag') await gate;
      return call(name, takes);
    };
    await user.keyboard('uv');
    expect(document.querySelector('#saved')!.textContent.trim()).toBe('saving…');
    durable();
    await waitFor(() => expect(document.querySelector('#saved')!.textContent).toContain('saved '));
  });

  it('keeps every step in the window, in order, and saves them once it may', async () => {
    const { app, fake, user } = await desk();
    await user.keyboard('u');
    const open = here();
    fake.refuse('tag', 'disk-full');
    await user.keyboard('v');
    await waitFor(() => expect(app.saver.trouble?.code).toBe('disk-full'));
    await user.keyboard('ud');
    expect(option(open).className, 'still shown').toContain('verified');
    expect(document.querySelector('#saved')!.textContent).toContain('not saved');
    expect(app.saver.waiting).toBe(2);
    fake.refuse('tag', null);
    await app.saver.retry();
    await waitFor(() => expect(app.saver.waiting).toBe(0));
    expect(document.querySelector('#saved')!.textContent).toContain('saved ');
    const now = (await fake.call('open_article', { article: app.library[0]!.article })).view;
    expect(now.sentences.find((one) => one.label === open)!.standing).toBe('verified');
  });
});

describe('the first run', () => {
  it('has a note that goes when it is obeyed, and comes back when asked for', async () => {
    const { app, user } = await desk();
    const note = (): string =>
      [...document.querySelectorAll('.note.first')].map((one) => one.textContent).join(' ');
    await goTo(user, '3');
    expect(note()).toContain('Is it so, and can you show it? V.');
    expect(option('3').textContent, 'spoken too').toContain('Is it so, and can you show it?');
    await user.keyboard('v');
    await waitFor(() => expect(note()).not.toContain('Is it so'));
    app.run('notes');
    await waitFor(() => expect(note()).toContain('Is it so'));
  });
});

describe('writing', () => {
  it('keeps what was typed when saving is refused, and saves it once it may', async () => {
    const { app, fake, user } = await desk();
    await user.keyboard('u');
    const open = here();
    await user.keyboard('m');
    await waitFor(() => expect(here()).toBe('field-finding'));
    await user.keyboard('Ledger, page 12');
    fake.refuse('set_finding', 'value-refused');
    await user.keyboard('{Escape}');
    await waitFor(() => expect(app.problem).not.toBe(null));
    expect(here()).toBe(open);
    expect(field('finding').value).toBe('Ledger, page 12');
    expect([...app.unsaved.values()]).toContain('Ledger, page 12');
    fake.refuse('set_finding', null);
    await user.keyboard('m');
    await waitFor(() => expect(here()).toBe('field-finding'));
    await user.keyboard('{Escape}');
    await waitFor(() => expect(app.unsaved.size).toBe(0));
    expect(document.querySelector('.margin .note:not(.first)')?.textContent).toBeTruthy();
  });

  it('brings back words that were not saved when the window closed', async () => {
    const { app } = await desk();
    const view = (await app.backend.call('open_article', { article: app.library[0]!.article })).view
      .sentences[0]!;
    cleanup();
    app.unsaved.set(
      `${app.library[0]!.article}/${view.start}-${view.end}/finding`,
      'half a thought',
    );
    render(Window, { app });
    await waitFor(() => expect(field('finding').value).toBe('half a thought'));
    expect(status()).toBe('1 field with words not saved yet');
  });

  it('makes a field anew only where it was typed in, so that its own undo stays its own', async () => {
    const { user } = await desk();
    const untouched = field('finding');
    await user.keyboard('j');
    expect(field('finding'), 'nothing was typed: the same one').toBe(untouched);
    await user.keyboard('m');
    await waitFor(() => expect(here()).toBe('field-finding'));
    await user.keyboard('Seen.{Control>}{Enter}{/Control}');
    await waitFor(() => expect(here()).toBe('1'));
    expect(field('finding'), 'typed in: another one').not.toBe(untouched);
    expect(field('finding').value).toBe('');
  });

  it('saves and moves on with Ctrl+Enter', async () => {
    const { user } = await desk();
    await user.keyboard('u');
    const open = here();
    await user.keyboard('w');
    await waitFor(() => expect(here()).toBe('field-correction'));
    await user.keyboard('Better words{Control>}{Enter}{/Control}');
    await waitFor(() => expect(here()).not.toBe('field-correction'));
    expect(here()).not.toBe(open);
    await waitFor(() =>
      expect(document.querySelector('.margin')?.ownerDocument.body.textContent).toContain(
        'Better words',
      ),
    );
  });

  it('adds a source, and repeats it on the next sentence', async () => {
    const { user } = await desk();
    await user.keyboard('u');
    const open = here();
    await user.keyboard('s');
    await waitFor(() => expect(document.activeElement?.getAttribute('name')).toBe('title'));
    await user.keyboard('Parish register{Enter}');
    await waitFor(() => expect(here()).toBe(open));
    await waitFor(() =>
      expect(document.querySelector('.side')!.textContent).toContain('Parish register'),
    );
    await user.keyboard('u');
    expect(here()).not.toBe(open);
    expect(document.querySelector('.side')!.textContent).not.toContain('Parish register');
    await user.keyboard('r');
    await waitFor(() =>
      expect(document.querySelector('.side')!.textContent).toContain('Parish register'),
    );
  });

  it('asks for a title or an address, and does not lose the passage', async () => {
    const { user } = await desk();
    await user.keyboard('s');
    await waitFor(() => expect(document.activeElement?.getAttribute('name')).toBe('title'));
    await user.click(document.querySelector<HTMLElement>('[name="quotation"]')!);
    await user.keyboard('three hundred');
    await user.click([...document.querySelectorAll<HTMLElement>('#source-form button')][0]!);
    expect(document.querySelector('#source-form [role="alert"]')?.textContent).toBe(
      'A source needs a title or an address.',
    );
    expect(document.querySelector<HTMLTextAreaElement>('[name="quotation"]')!.value).toBe(
      'three hundred',
    );
  });

  it('takes a pasted address for a source, and other words for its passage', async () => {
    const { user } = await desk();
    await user.keyboard('u');
    const paste = async (text: string): Promise<void> => {
      const event = new Event('paste', { bubbles: true, cancelable: true });
      Object.assign(event, { clipboardData: { getData: () => text } });
      document.getElementById('paste-here')!.dispatchEvent(event);
      await tick();
    };
    await paste('some words first');
    expect(status()).toContain('Paste an address first');
    await paste('https://archive.example/ledger');
    await waitFor(() =>
      expect(document.querySelector('.side .address')?.textContent).toBe(
        'https://archive.example/ledger',
      ),
    );
    await waitFor(() => expect(document.querySelector('.side .saving')).toBe(null));
    await paste('three hundred and forty-one families');
    await waitFor(() =>
      expect(document.querySelector('.side .quotation')?.textContent).toContain(
        'forty-one families',
      ),
    );
  });
});

describe('the sentence in hand', () => {
  it('splits at the caret, counted in code points, and joins again', async () => {
    const { user } = await desk();
    await user.keyboard('u');
    const open = here();
    const words = option(open).querySelector('.ink')!.textContent;
    await user.keyboard('{Enter}');
    await waitFor(() => expect(here()).toBe('field-hand'));
    const cut = words.indexOf(' ', 8) + 1;
    field('hand').setSelectionRange(cut, cut);
    await user.keyboard('/');
    await waitFor(() => expect(option(`${open}b`)).toBeTruthy());
    expect(option(`${open}a`).querySelector('.ink')!.textContent.trim()).toBe(
      words.slice(0, cut).trim(),
    );
    await waitFor(() => expect(here()).toBe(`${open}a`));
    await user.keyboard('{Control>}{Shift>}J{/Shift}{/Control}');
    await waitFor(() => expect(option(open)).toBeTruthy());
    expect(option(open).querySelector('.ink')!.textContent).toBe(words);
  });

  it('cannot be typed into', async () => {
    const { user } = await desk();
    await user.keyboard('{Enter}');
    await waitFor(() => expect(here()).toBe('field-hand'));
    const words = field('hand').value;
    await user.keyboard('xyz');
    expect(field('hand').value).toBe(words);
    await user.keyboard('{Escape}');
    expect(here()).toBe('H1');
  });
});

describe('for those who listen', () => {
  it('tells place and total of every sentence, its tag and its debts', async () => {
    await desk();
    const all = options();
    expect(all.map((one) => one.getAttribute('aria-posinset'))).toEqual(
      all.map((_, at) => `${at + 1}`),
    );
    expect(new Set(all.map((one) => one.getAttribute('aria-setsize')))).toEqual(new Set(['31']));
    expect(all.filter((one) => one.tabIndex === 0)).toEqual([option('H1')]);
    expect(option('H1').textContent).toMatch(/^H1, verified\. /);
    expect(document.querySelectorAll('[role="status"]')).toHaveLength(1);
  });

  it('reads plainly, with the disputed said first', async () => {
    const { app } = await desk();
    app.run('read-mode');
    await waitFor(() => expect(document.querySelector('article.plain')).toBeTruthy());
    expect(document.querySelector('article.plain .disputed')!.textContent).toMatch(/^Disputed:/);
    expect(document.querySelector('[role="listbox"]')).toBe(null);
  });
});

describe('finding the way', () => {
  it('goes to a label, and says when there is none', async () => {
    const { user } = await desk();
    await goTo(user, '9');
    await user.keyboard('{Control>}g{/Control}');
    await waitFor(() => expect(here()).toBe('find-field'));
    await user.keyboard('99z{Enter}');
    expect(document.querySelector('.finder')!.textContent).toContain('No sentence “99z”');
    await user.keyboard('{Escape}');
    expect(here()).toBe('9');
  });

  it('finds words and stands on their sentence', async () => {
    const { user } = await desk();
    await user.keyboard('{Control>}f{/Control}');
    await waitFor(() => expect(here()).toBe('find-field'));
    await user.keyboard('concrete');
    expect(document.querySelector('.finder .count')!.textContent).toContain('1 of');
    await user.keyboard('{Escape}');
    expect(option(here()).textContent.toLowerCase()).toContain('concrete');
  });
});

describe('long articles', () => {
  it('has a window of paragraphs in the page, the true totals, and the cursor wherever it goes', async () => {
    const { user } = await long(600);
    await waitFor(() => expect(document.activeElement?.getAttribute('role')).toBe('option'));
    expect(options().length).toBeLessThanOrEqual(240);
    expect(option('1').getAttribute('aria-setsize')).toBe('2400');
    await user.keyboard('{End}');
    expect(document.activeElement?.getAttribute('aria-posinset')).toBe('2400');
    await waitFor(() => expect(options().length).toBe(240));
    await user.keyboard('v{Home}');
    expect(document.activeElement?.getAttribute('aria-posinset')).toBe('1');
    expect(document.querySelector('.counts')!.textContent).toContain('1 of 2400 closed');
  });
});
