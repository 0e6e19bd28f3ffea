import { cleanup, render, waitFor } from '@testing-library/svelte';
import { tick } from 'svelte';
import { describe, expect, it } from 'vitest';
import Window from '../app/App.svelte';
import { desk, option, status, here, field } from './testing';

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
