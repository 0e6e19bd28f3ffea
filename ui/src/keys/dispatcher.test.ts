import { describe, expect, it } from 'vitest';
import {
  chordsOf,
  commandOf,
  isSingleLetter,
  keyLabel,
  keymap,
  readOverrides,
  rebind,
  type Press,
} from './dispatcher';
import { commands, overlap, type Command, type CommandId, type Place } from './registry';

function press(over: Partial<Press>): Press {
  return {
    key: '',
    code: '',
    shiftKey: false,
    ctrlKey: false,
    altKey: false,
    metaKey: false,
    isComposing: false,
    ...over,
  };
}

const shift = { shiftKey: true };
const ctrl = { ctrlKey: true };

describe('a key press on many layouts', () => {
  const table: [why: string, press: Partial<Press>, place: Place, means: CommandId | null][] = [
    ['QWERTY letter', { key: 'v', code: 'KeyV' }, 'text', 'verified'],
    [
      'Dvorak writes v where QWERTY has a full stop',
      { key: 'v', code: 'Period' },
      'text',
      'verified',
    ],
    ['AZERTY writes a where QWERTY has q', { key: 'a', code: 'KeyQ' }, 'text', 'attributed'],
    ['AZERTY: q is not a', { key: 'q', code: 'KeyA' }, 'text', null],
    ['Russian м lies on V', { key: 'м', code: 'KeyV' }, 'text', 'verified'],
    ['Russian, shifted', { key: 'М', code: 'KeyV', ...shift }, 'text', 'verified-stay'],
    ['Russian б lies on the comma', { key: 'б', code: 'Comma' }, 'text', 'back'],
    [
      'Russian х lies on the bracket',
      { key: 'х', code: 'BracketLeft' },
      'text',
      'previous-paragraph',
    ],
    ['Greek ω lies on V', { key: 'ω', code: 'KeyV' }, 'text', 'verified'],
    ['Korean ㅍ lies on V', { key: 'ㅍ', code: 'KeyV' }, 'text', 'verified'],
    ['Hebrew ה lies on V', { key: 'ה', code: 'KeyV' }, 'text', 'verified'],
    ['undo on a Russian layout', { key: 'я', code: 'KeyZ', ...ctrl }, 'text', 'undo'],
    ['redo with Shift', { key: 'Z', code: 'KeyZ', ...ctrl, ...shift }, 'text', 'redo'],
    ['Caps Lock is not Shift', { key: 'V', code: 'KeyV' }, 'text', 'verified'],
    [
      'Caps Lock and Shift together are Shift',
      { key: 'v', code: 'KeyV', ...shift },
      'text',
      'verified-stay',
    ],
    ['digit', { key: '1', code: 'Digit1' }, 'text', 'verified'],
    ['AZERTY digit row unshifted writes &', { key: '&', code: 'Digit1' }, 'text', 'verified'],
    ['Czech digit row unshifted writes ě', { key: 'ě', code: 'Digit2' }, 'text', 'disputed'],
    ['shifted digit writes !', { key: '!', code: 'Digit1', ...shift }, 'text', 'verified-stay'],
    ['number pad', { key: '3', code: 'Numpad3' }, 'text', 'attributed'],
    [
      'number pad without Num Lock is an arrow',
      { key: 'ArrowDown', code: 'Numpad2' },
      'text',
      'next',
    ],
    ['question mark, American', { key: '?', code: 'Slash', ...shift }, 'text', 'help'],
    ['question mark, German: Shift and ß', { key: '?', code: 'Minus', ...shift }, 'text', 'help'],
    ['slash, German: Shift and 7', { key: '/', code: 'Digit7', ...shift }, 'hand', 'split'],
    ['larger, American: Ctrl and =', { key: '=', code: 'Equal', ...ctrl }, 'text', 'larger'],
    [
      'larger, German: a + of its own',
      { key: '+', code: 'BracketRight', ...ctrl },
      'field',
      'larger',
    ],
    [
      'usual size, AZERTY: the key of 0 writes à',
      { key: 'à', code: 'Digit0', ...ctrl },
      'text',
      'usual-size',
    ],
    [
      'AltGr is never a command',
      { key: '[', code: 'Digit8', getModifierState: (name) => name === 'AltGraph' },
      'text',
      null,
    ],
    [
      'AltGr as Windows sends it',
      { key: '[', code: 'Digit8', ctrlKey: true, altKey: true },
      'text',
      null,
    ],
    ['composing', { key: 'v', code: 'KeyV', isComposing: true }, 'text', null],
    ['composing, as old engines say it', { key: 'v', code: 'KeyV', keyCode: 229 }, 'text', null],
    ['a dead key', { key: 'Dead', code: 'BracketLeft' }, 'text', null],
    ['the system key is the system’s', { key: 'v', code: 'KeyV', metaKey: true }, 'text', null],
    ['a letter in a field is a letter', { key: 'v', code: 'KeyV' }, 'field', null],
    ['a letter on a button is nothing', { key: 'v', code: 'KeyV' }, 'elsewhere', null],
    ['a letter in the hand is nothing', { key: 'v', code: 'KeyV' }, 'hand', null],
    ['undo in a field is the field’s own', { key: 'z', code: 'KeyZ', ...ctrl }, 'field', null],
    ['undo on a button is ours', { key: 'z', code: 'KeyZ', ...ctrl }, 'elsewhere', 'undo'],
    ['palette from a field', { key: 'k', code: 'KeyK', ...ctrl }, 'field', 'palette'],
    ['help from a field', { key: 'F1', code: 'F1' }, 'field', 'help'],
    ['question mark in a field is written', { key: '?', code: 'Slash', ...shift }, 'field', null],
    ['save and on', { key: 'Enter', code: 'Enter', ...ctrl }, 'field', 'save-and-on'],
    ['Enter in a field is a new line', { key: 'Enter', code: 'Enter' }, 'field', null],
    ['Escape leaves a field', { key: 'Escape', code: 'Escape' }, 'field', 'leave-field'],
    ['Escape puts the sentence down', { key: 'Escape', code: 'Escape' }, 'hand', 'put-down'],
    ['space selects', { key: ' ', code: 'Space' }, 'text', 'select'],
    ['Tab moves the focus and is never a tag', { key: 'Tab', code: 'Tab' }, 'text', null],
    ['Ctrl+V in the text', { key: 'v', code: 'KeyV', ...ctrl }, 'text', 'paste-source'],
    ['Ctrl+V in a field is a paste', { key: 'v', code: 'KeyV', ...ctrl }, 'field', null],
  ];
  it.each(table)('%s', (why, over, place, means) => {
    expect(commandOf(press(over), keymap(), place), why).toBe(means);
  });

  it('takes Cmd for Ctrl on a Mac', () => {
    expect(
      commandOf(press({ key: 'z', code: 'KeyZ', metaKey: true }), keymap(), 'text', true),
    ).toBe('undo');
  });
});

describe('the registry', () => {
  it('has no two commands for one chord in one place', () => {
    const all = commands as readonly Command[];
    const clashes = all.flatMap((one, at) =>
      all
        .slice(at + 1)
        .flatMap((other) =>
          one.keys
            .filter((chord) => overlap(one.scope, other.scope) && other.keys.includes(chord))
            .map((chord) => `${chord}: ${one.id}, ${other.id}`),
        ),
    );
    expect(clashes).toEqual([]);
  });

  it('names every command once', () => {
    expect(new Set(commands.map((one) => one.id)).size).toBe(commands.length);
  });

  it('has no single letter where people write', () => {
    const wrong = (commands as readonly Command[]).filter(
      (one) => one.scope === 'field' && one.keys.some(isSingleLetter),
    );
    expect(wrong).toEqual([]);
  });
});

describe('remapping', () => {
  it('moves a command to another key, and the old one means nothing', () => {
    const done = rebind(keymap(), 'verified', ['g']);
    expect(done.ok).toBe(true);
    const map = keymap(done.ok ? done.overrides : {});
    expect(commandOf(press({ key: 'g', code: 'KeyG' }), map, 'text')).toBe('verified');
    expect(commandOf(press({ key: 'v', code: 'KeyV' }), map, 'text')).toBe(null);
  });

  it('refuses a key that is another command’s in the same place, and names it', () => {
    const tried = rebind(keymap(), 'verified', ['d']);
    expect(tried).toMatchObject({
      ok: false,
      clash: 'disputed',
      reason: 'D is already “Disputed, and on”.',
    });
  });

  it('allows one key for two commands that never meet', () => {
    expect(rebind(keymap(), 'split', ['v']).ok).toBe(true);
  });

  it('refuses Tab and letters where people write', () => {
    expect(rebind(keymap(), 'verified', ['Tab']).ok).toBe(false);
    expect(rebind(keymap(), 'save-and-on', ['s']).ok).toBe(false);
  });

  it('turns single letters off, keeping arrows and Ctrl', () => {
    const map = keymap({}, false);
    expect(map.find('v', 'text')).toBe(null);
    expect(map.find('Shift+v', 'text')).toBe(null);
    expect(map.find('ArrowDown', 'text')).toBe('next');
    expect(map.find('Ctrl+z', 'text')).toBe('undo');
    expect(map.find('F1', 'text')).toBe('help');
  });

  const remembered: [why: string, json: string, overrides: object][] = [
    ['nothing', '', {}],
    ['no object', '7', {}],
    ['an unknown command', '{"fly":["g"]}', {}],
    ['keys that are no list', '{"verified":"g"}', {}],
    ['a good one', '{"verified":["g"]}', { verified: ['g'] }],
    ['a clash is left out, the rest holds', '{"verified":["d"],"flag":["g"]}', { flag: ['g'] }],
  ];
  it.each(remembered)('reads remembered keys: %s', (_why, json, overrides) => {
    expect(readOverrides(json)).toEqual(overrides);
  });
});

describe('how keys are written', () => {
  it.each([
    ['Ctrl+Shift+j', 'Ctrl ⇧ J'],
    ['ArrowDown', '↓'],
    ['v', 'V'],
    ['Ctrl++', 'Ctrl +'],
    [',', ','],
  ])('%s', (chord, label) => expect(keyLabel(chord)).toBe(label));

  it('a press gives no chord twice', () => {
    expect(chordsOf(press({ key: '7', code: 'Digit7' }))).toEqual(['7']);
  });
});
