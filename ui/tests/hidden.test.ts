import { render, screen } from '@testing-library/svelte';
import { describe, expect, it } from 'vitest';
import Marked from '../src/parts/Marked.svelte';
import { pieces } from '../src/parts/hidden';
import { openWindow } from './window';

const marks = (text: string): string[] =>
  (pieces(text) ?? []).map(({ mark }) => mark).filter(Boolean);

describe('hidden characters', () => {
  it.each([
    ['pay \u202E0021\u202C now', ['RLO', 'PDF'], 'a reversed number'],
    ['the\u200B mi\u00ADnister', ['ZWSP', 'SHY'], 'invisible breaks'],
    ['a\u2066b\u2069c\u200Fd\u061C', ['LRI', 'PDI', 'RLM', 'ALM'], 'isolates and marks'],
    ['\uFEFFstart\u2060end', ['BOM', 'WJ'], 'at the very beginning'],
    ['x\u200B\u200B\u200By', ['ZWSP×3'], 'a run of one kind is one mark'],
    ['x\u200B\u200Cy', ['ZWSP', 'ZWNJ'], 'a run of two kinds is two'],
    ['hi\u{E0068}\u{E0069}', ['TAG hi'], 'what tag characters spell is told'],
    ['no\u200Dn-j\u200Coiner', ['ZWJ', 'ZWNJ'], 'joiners in a script that does not join'],
    ['a\uFE00\uFE01b', ['VS×2'], 'variations of a letter that has none'],
    ['☝\uFE0F\uFE0F', ['VS'], 'a second variation selector'],
    ['blank\u3164\u2800', ['HF', 'BLANK'], 'letters that look like a space'],
  ])('%j shows %j', (text, expected, reason) => {
    expect(marks(text), reason).toEqual(expected);
    expect((pieces(text) ?? []).map((one) => one.text).join(''), 'nothing is lost').toBe(text);
  });

  it.each([
    ['The dam was finished in 1936.', 'plain words'],
    ['« Oui », dit-il à Žižkov — “so”…', 'usual typography'],
    ['می\u200Cخواهم', 'Persian needs its non-joiner'],
    ['क\u094D\u200Dष', 'so does Devanagari its joiner'],
    ['👩\u200D🚒 and ✈\uFE0F and 1\uFE0F\u20E3', 'emoji of several parts'],
    ['🏴\u{E0067}\u{E0062}\u{E0073}\u{E0063}\u{E0074}\u{E007F}', 'the flag of Scotland'],
    ['葛\u{E0100}城市', 'a variant of a Chinese character'],
  ])('%j shows no mark', (text, reason) => {
    expect(pieces(text), reason).toBeNull();
  });

  it('leaves the text as it is and says the name of each mark', () => {
    const text = 'pay \u202E0021 now';
    const { container, getByRole } = render(Marked, { text });
    expect(container.textContent, 'every offset stays').toBe(text);
    expect(getByRole('img')).toHaveAccessibleName('right-to-left override');
    expect(getByRole('img')).toHaveAttribute('data-mark', 'RLO');
  });

  it('marks them on the desk, and renders other sentences as one text node', async () => {
    const { app, fake, user } = await openWindow();
    const text = 'Plain words stand here. It cost \u202E0021 crowns.';
    const staged = await fake.call('stage_text', { text, html: false });
    app.open(
      await fake.call('import_staged', {
        id: staged.id,
        title: 'Marks',
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
    const inks = await new Promise<HTMLElement[]>((found) => {
      setTimeout(() => found([...document.querySelectorAll<HTMLElement>('.ink')]), 100);
    });
    expect(inks.map((ink) => ink.textContent)).toEqual([
      'Plain words stand here.',
      'It cost \u202E0021 crowns.',
    ]);
    const texts = (ink?: HTMLElement): number =>
      [...(ink?.childNodes ?? [])].filter((one) => one instanceof Text).length;
    expect(texts(inks[0]), 'as cheap as can be').toBe(1);
    expect(inks[1]?.querySelector('[data-mark=RLO]'), 'the mark').not.toBeNull();
    await user.keyboard('{ArrowDown}');
    expect(
      screen.getByLabelText('In hand'),
      'a field cannot show them; it names them',
    ).toHaveAccessibleDescription('Hidden in it: right-to-left override');
  });
});
