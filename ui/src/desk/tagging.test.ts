import { waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { desk, option, options, status, here, first, goTo } from './testing';

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
