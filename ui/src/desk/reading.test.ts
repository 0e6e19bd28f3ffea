import { waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { desk, long, option, options, here, goTo } from './testing';

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
