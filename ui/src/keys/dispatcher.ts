// From a key press to a command. Letters match by `event.key`, so that AZERTY and Dvorak work;
// where the layout writes another script (Cyrillic, Greek, Korean, Hebrew…) by the key's place.
// Shift counts from `shiftKey`, never from the case of a letter (Caps Lock); digits by place
// (AZERTY has them under Shift); nothing needs AltGr, and nothing acts while composing.

import {
  acts,
  commands,
  isCommandId,
  overlap,
  type Command,
  type CommandId,
  type Place,
} from './registry';

/** What the dispatcher reads of a `KeyboardEvent`. */
export interface Press {
  key: string;
  code: string;
  shiftKey: boolean;
  ctrlKey: boolean;
  altKey: boolean;
  metaKey: boolean;
  isComposing: boolean;
  keyCode?: number;
  getModifierState?(name: string): boolean;
}

/** A chord as it is written down: modifiers in the order Ctrl, Alt, Shift, then the key; letters small. */
export type Chord = string;

/** Chords that differ from the registry's, by command. */
export type Overrides = Partial<Record<CommandId, readonly Chord[]>>;

export interface Keymap {
  readonly overrides: Overrides;
  /** Chords of a command, the one to show first. */
  keys(id: CommandId): readonly Chord[];
  /** The command that a chord means there. */
  find(chord: Chord, place: Place): CommandId | null;
}

const places: Record<string, string> = {
  Comma: ',',
  Period: '.',
  Slash: '/',
  BracketLeft: '[',
  BracketRight: ']',
  Minus: '-',
  Equal: '=',
  Semicolon: ';',
  Quote: "'",
  Backquote: '`',
  Backslash: '\\',
};

/** Letters without modifiers or with Shift: what may be turned off. */
export function isSingleLetter(chord: Chord): boolean {
  const bare = chord.replace(/^Shift\+/, '');
  return [...bare].length === 1;
}

function placeKey(code: string): string | null {
  const letter = /^Key([A-Z])$/.exec(code);
  return letter ? letter[1]!.toLowerCase() : (places[code] ?? null);
}

/**
 * The chords a press may mean, the likelier first; none for one that means nothing to us.
 * A digit key is tried as its digit, then as the symbol it wrote (German writes `/` with Shift and 7).
 */
export function chordsOf(press: Press, mac = false): Chord[] {
  if (press.isComposing || press.keyCode === 229) return [];
  const { key } = press;
  if (key === 'Dead' || key === 'Process' || key === 'Unidentified' || key === 'AltGraph')
    return [];
  const altGraph = press.getModifierState?.('AltGraph') ?? false;
  // On Windows AltGr arrives as Ctrl and Alt together.
  if (altGraph || (press.ctrlKey && press.altKey)) return [];
  const ctrl = mac ? press.metaKey : press.ctrlKey;
  const foreign = mac ? press.ctrlKey : press.metaKey;
  if (foreign) return [];
  const write = (name: string, shift: boolean): Chord =>
    `${ctrl ? 'Ctrl+' : ''}${press.altKey ? 'Alt+' : ''}${shift ? 'Shift+' : ''}${name}`;

  const digit = /^(?:Digit|Numpad)([0-9])$/.exec(press.code);
  const symbols = [...key].length === 1 ? key : null;
  if (symbols === null) return [write(key, press.shiftKey)];
  if (key === ' ') return [write('Space', press.shiftKey)];
  const out: Chord[] = [];
  if (digit && !(press.code.startsWith('Numpad') && !/[0-9]/.test(key)))
    out.push(write(digit[1]!, press.shiftKey));
  if (/\p{L}/u.test(key)) {
    if (/\p{Script=Latin}/u.test(key)) {
      if (!digit) out.push(write(key.toLowerCase(), press.shiftKey));
    } else {
      const there = placeKey(press.code);
      if (there !== null) out.push(write(there, /[a-z]/.test(there) && press.shiftKey));
    }
  } else if (!/[0-9]/.test(key)) {
    // A symbol already tells whether Shift was needed for it; which layout, is not our concern.
    out.push(write(key, false));
  }
  return [...new Set(out)];
}

/** The keys in force: the registry's with the person's changes. */
export function keymap(overrides: Overrides = {}, letters = true): Keymap {
  const table = new Map<Chord, Command[]>();
  const keys = (id: CommandId): readonly Chord[] =>
    overrides[id] ?? commands.find((entry) => entry.id === id)!.keys;
  for (const entry of commands as readonly Command[]) {
    for (const chord of keys(entry.id)) {
      if (!letters && isSingleLetter(chord)) continue;
      table.set(chord, [...(table.get(chord) ?? []), entry]);
    }
  }
  return {
    overrides,
    keys,
    find: (chord, place) => table.get(chord)?.find((entry) => acts(entry.scope, place))?.id ?? null,
  };
}

/** The command a press means there, if any. Typing into a field is never taken for a command. */
export function commandOf(press: Press, map: Keymap, place: Place, mac = false): CommandId | null {
  for (const chord of chordsOf(press, mac)) {
    if ((place === 'field' || place === 'elsewhere') && isSingleLetter(chord)) continue;
    const id = map.find(chord, place);
    if (id !== null) return id;
  }
  return null;
}

export type Rebound =
  { ok: true; overrides: Overrides } | { ok: false; reason: string; clash: CommandId | null };

/** Gives a command other chords; refused where one is already another's in the same place. */
export function rebind(map: Keymap, id: CommandId, chords: readonly Chord[]): Rebound {
  const entry = commands.find((one) => one.id === id) as Command;
  for (const chord of chords) {
    if (chord === 'Tab' || chord === 'Shift+Tab')
      return { ok: false, clash: null, reason: 'Tab moves the focus and never acts.' };
    if (isSingleLetter(chord) && entry.scope === 'field')
      return {
        ok: false,
        clash: null,
        reason: `“${entry.title}” acts while you write, so it needs Ctrl or a function key.`,
      };
    for (const other of commands as readonly Command[]) {
      if (
        other.id !== id &&
        map.keys(other.id).includes(chord) &&
        overlap(other.scope, entry.scope)
      )
        return {
          ok: false,
          clash: other.id,
          reason: `${keyLabel(chord)} is already “${other.title}”.`,
        };
    }
  }
  return { ok: true, overrides: { ...map.overrides, [id]: [...new Set(chords)] } };
}

/** Reads remembered changes; what is not understood, or would clash, is left out. */
export function readOverrides(json: string): Overrides {
  let found: unknown;
  try {
    found = JSON.parse(json);
  } catch {
    return {};
  }
  if (typeof found !== 'object' || found === null) return {};
  let map = keymap();
  for (const [id, chords] of Object.entries(found)) {
    if (
      !isCommandId(id) ||
      !Array.isArray(chords) ||
      !chords.every((chord) => typeof chord === 'string')
    )
      continue;
    const tried = rebind(map, id, chords);
    if (tried.ok) map = keymap(tried.overrides);
  }
  return map.overrides;
}

const shown: Record<string, string> = {
  ArrowDown: '↓',
  ArrowUp: '↑',
  ArrowLeft: '←',
  ArrowRight: '→',
  Escape: 'Esc',
  PageDown: 'PgDn',
  PageUp: 'PgUp',
  Backspace: '⌫',
  '-': '−',
};

/** A chord as people read it: `Ctrl ⇧ J`, `V`, `↓`. */
export function keyLabel(chord: Chord): string {
  const parts = chord.split(/\+(?!$)/);
  return parts
    .map((part) =>
      part === 'Shift'
        ? '⇧'
        : (shown[part] ?? ([...part].length === 1 ? part.toUpperCase() : part)),
    )
    .join(' ');
}
