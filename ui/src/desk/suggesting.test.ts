import { waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { desk, field, goTo, here, option, status } from './testing';

const suggestion = (): HTMLElement | null => document.querySelector('.suggestion');

/** The desk on a sentence, once what is pointed out has come. */
async function on(label: string): ReturnType<typeof desk> {
  const opened = await desk();
  await goTo(opened.user, label);
  return opened;
}

describe('suggested attributions', () => {
  it('offers the speaker with its reason, and applies nothing by itself', async () => {
    await on('4');
    await waitFor(() => expect(suggestion()?.textContent).toContain('Agnes Tolland'));
    expect(suggestion()!.textContent).toContain('Why:');
    expect(field('speaker').value).toBe('');
  });

  it('is taken with Y: tag and speaker in one step, undone in one', async () => {
    const { user, fake } = await on('4');
    await waitFor(() => expect(suggestion()).not.toBeNull());
    await user.keyboard('y');
    await waitFor(() => expect(status()).toContain('speaker: Agnes Tolland'));
    await goTo(user, '4');
    expect(field('speaker').value).toBe('Agnes Tolland');
    expect(suggestion()).toBeNull();
    await user.keyboard('{Control>}z{/Control}');
    await waitFor(() => expect(field('speaker').value).toBe(''));
    expect(fake).toBeTruthy();
  });

  it('is taken by A as well', async () => {
    const { user } = await on('4');
    await waitFor(() => expect(suggestion()).not.toBeNull());
    await user.keyboard('a');
    await waitFor(() => expect(status()).toContain('speaker: Agnes Tolland'));
  });

  it('leaves a speaker that was said already', async () => {
    const { user } = await on('4');
    await waitFor(() => expect(suggestion()).not.toBeNull());
    await user.keyboard('p');
    await waitFor(() => expect(here()).toBe('field-speaker'));
    await user.keyboard('Her son{Escape}');
    await waitFor(() => expect(here()).toBe('4'));
    await user.keyboard('{Shift>}A{/Shift}');
    await waitFor(() => expect(status()).toContain('4 attributed-only'));
    expect(status(), 'no speaker is said anew').not.toContain('speaker');
    expect(field('speaker').value).toBe('Her son');
  });

  it('says so where nothing is suggested', async () => {
    const { user } = await on('7');
    await user.keyboard('y');
    await waitFor(() => expect(status()).toContain('Nothing is suggested for 7'));
    expect(here()).toBe('7');
  });
});

describe('the lens', () => {
  it('marks the facts of the text and lists those of the sentence', async () => {
    const { user } = await on('1');
    const plain = option('1').querySelector('.ink')!.textContent;
    expect(option('1').querySelector('.fact')).toBeNull();
    await user.keyboard('l');
    await waitFor(() => expect(option('1').querySelector('.fact.number')).not.toBeNull());
    expect(option('1').querySelector('.ink')!.textContent, 'the text stays as it is').toBe(plain);
    expect(option('1').textContent).toContain('to check.');
    expect(document.querySelector('#facts-title')!.textContent).toContain('to check');
    await user.keyboard('l');
    await waitFor(() => expect(option('1').querySelector('.fact')).toBeNull());
    const texts = [...option('1').querySelector('.ink')!.childNodes].filter(
      (node) => node instanceof Text && node.data !== '',
    );
    expect(texts.length, 'one text node again').toBe(1);
  });
});
