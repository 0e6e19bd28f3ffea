import { screen, waitFor } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import { problemTitles, storageCodes } from '../src/app/words';
import { readAppearance, stepScale } from '../src/app/theme';
import { matches } from '../src/screens/matches';
import { whenWords } from '../src/parts/dates';
import { languageName } from '../src/screens/language';
import { initialsOf } from '../src/screens/initials';
import types from '../src/lib/backend/types.gen.ts?raw';
import type { Code, Trouble } from '../src/lib/backend';
import { openWindow, sample } from './window';

describe('errors', () => {
  it('has a title of its own for every code', () => {
    const line = /export type Code = (.*);/.exec(types)?.[1] ?? '';
    const codes = [...line.matchAll(/"([^"]+)"/g)].map(([, code]) => code as Code);
    expect(codes.length, 'the registry was found').toBeGreaterThan(20);
    expect(Object.keys(problemTitles).sort()).toEqual([...codes].sort());
    expect(new Set(Object.values(problemTitles)).size, 'no two alike').toBe(codes.length);
  });

  it('shows title, message and hint until closed', async () => {
    const { user, app, fake } = await openWindow();
    fake.refuse('open_sample', 'file-denied');
    await app.openSample();
    const line = await screen.findByRole('alert');
    expect(line).toHaveTextContent(
      'The file may not be opened. The pretended program refuses this.',
    );
    await user.click(screen.getByRole('button', { name: 'Close' }));
    expect(screen.queryByRole('alert')).toBeNull();
  });

  it('keeps steps in memory while storage refuses, and saves them in order', async () => {
    const { user, app, fake } = await openWindow();
    const { view } = await fake.call('open_article', { article: sample });
    const [first, second] = view.sentences;
    const spans = (one: typeof first) => [{ start: one?.start ?? 0, end: one?.end ?? 0 }];
    fake.refuse('tag', 'disk-full');
    const steps = [first, second].map((one) =>
      app.change('tag', { article: sample, spans: spans(one), tag: 'disputed', speaker: null }),
    );
    expect(await screen.findByText(/Not saved. The disk is full/)).toBeVisible();
    await waitFor(() => expect(screen.getByRole('alert')).toHaveTextContent('2 steps are kept'));
    fake.refuse('tag', null);
    await user.click(screen.getByRole('button', { name: 'Try again' }));
    expect((await Promise.all(steps)).map(({ label }) => label)).toEqual([
      'tagged H1 disputed',
      'tagged H2 disputed',
    ]);
    await waitFor(() => expect(screen.queryByRole('alert'), 'the banner goes').toBeNull());
  });

  it('hands a refusal that is the step’s own back, and goes on', async () => {
    const { app } = await openWindow();
    await expect(app.change('undo', {})).rejects.toMatchObject({ code: 'undo-nothing' });
    expect([...storageCodes]).not.toContain('undo-nothing');
    expect(app.saver.waiting).toBe(0);
  });
});

describe('another process', () => {
  it('is noticed when it is told, and when the window is come back to', async () => {
    const { app, fake } = await openWindow();
    fake.changeElsewhere();
    expect(app.changedElsewhere).toBe(1);
    fake.changeElsewhere(false);
    window.dispatchEvent(new Event('focus'));
    await waitFor(() => expect(app.changedElsewhere).toBe(2));
    window.dispatchEvent(new Event('focus'));
    await fake.call('poll', {});
    expect(app.changedElsewhere, 'nothing new').toBe(2);
  });
});

describe('start-up trouble', () => {
  const trouble: Trouble = {
    error: {
      code: 'database-damaged',
      message: 'Page 14 cannot be read.',
      hint: 'The file was not changed.',
    },
    path: '~/library.stet',
    backups: [{ id: 'b1', at: '2026-11-22T10:00:00Z', bytes: 2_000_000, steps: 12 }],
  };

  it('names the file and the reason, says it was not changed, and restores a backup', async () => {
    const { user, app } = await openWindow({ trouble });
    expect(screen.getByText('~/library.stet')).toBeVisible();
    expect(screen.getByText('Page 14 cannot be read.')).toBeVisible();
    expect(screen.getByText('The file was not changed.')).toBeVisible();
    await user.click(screen.getByRole('button', { name: /Restore/ }));
    await waitFor(() => expect(app.phase).toBe('ready'));
  });

  it('asks before it starts anew', async () => {
    const { user, app } = await openWindow({ trouble });
    await user.click(screen.getByRole('button', { name: 'Start anew…' }));
    expect(app.phase, 'not yet').toBe('trouble');
    await user.click(screen.getByRole('button', { name: 'Yes, start with an empty library' }));
    await waitFor(() => expect(app.phase).toBe('ready'));
  });
});

describe('help and palette', () => {
  it('lists every key of the registry', async () => {
    const { user } = await openWindow();
    await user.keyboard('{F1}');
    expect(await screen.findByText('Attributed-only, and stay')).toBeInTheDocument();
    expect(screen.getByText('Join with the next sentence')).toBeInTheDocument();
  });

  it('finds a command by the beginnings of its words and runs it', async () => {
    const { user, app } = await openWindow();
    await user.keyboard('{Control>}k{/Control}');
    await user.type(await screen.findByRole('combobox'), 'sett');
    expect(screen.getAllByRole('option')).toHaveLength(1);
    await user.keyboard('{Enter}');
    await waitFor(() => expect(app.route.name).toBe('settings'));
    expect(app.dialog).toBeNull();
  });

  it.each([
    ['te la', 'Larger text', true],
    ['argo', 'Larger text', false],
    ['', 'Larger text', true],
    ['ecole', 'École', true],
  ])('%j against %j', (asked, text, found) => {
    expect(matches(asked, text)).toBe(found);
  });
});

describe('times', () => {
  const now = new Date(2026, 10, 23, 15, 0);
  it.each([
    [new Date(2026, 10, 23, 0, 4), 'today 00:04'],
    [new Date(2026, 10, 22, 23, 59), 'yesterday 23:59'],
    [new Date(2026, 10, 2, 9, 0), '2 Nov'],
    [new Date(2025, 10, 2, 9, 0), '2 Nov 2025'],
  ])('%s is %s', (at, words) => expect(whenWords(at.toISOString(), now)).toBe(words));

  it('says nothing of what is no time', () => expect(whenWords('soon', now)).toBe(''));
});

describe('small rules', () => {
  it.each([
    { name: 'library' },
    { name: 'settings' },
    { name: 'article', article: sample },
    { name: 'export', article: sample },
  ] as const)('one region speaks on $name', async (route) => {
    await openWindow({}, route);
    expect(screen.getAllByRole('status')).toHaveLength(1);
  });

  it.each([
    ['Kari Lind', 'kl'],
    ['Jean-Luc Picard', 'jlp'],
    ['  ', ''],
    ['Łukasz Żak 3', 'łż'],
  ])('initials of %j', (name, initials) => expect(initialsOf(name)).toBe(initials));

  it.each([
    ['de', 'German'],
    ['pt-br', 'Brazilian Portuguese'],
    ['und', 'not known'],
    ['qaa', 'a language without a name here'],
    ['not a tag', null],
  ])('the language %j is %j', (tag, name) => expect(languageName(tag)).toBe(name));

  it('reads wrong settings as the usual ones', () => {
    expect(readAppearance({ theme: 'pink', 'text-size': 'huge', contrast: '' })).toEqual({
      theme: 'system',
      contrast: 'system',
      font: 'literata',
      scale: 1,
    });
    expect(stepScale(2, 1), 'the largest stays').toBe(2);
  });
});
