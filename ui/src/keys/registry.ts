// The one registry of commands: the dispatcher, the list of keys, the palette and the settings
// are made from it. A command added here does not compile until somebody runs it.

/** Where a command acts. `letters` act only while the text has the focus (WCAG 2.1.4). */
export type Scope =
  /** The article's text has the focus. */
  | 'text'
  /** The sentence in hand has the focus. */
  | 'hand'
  /** Where people differ is looked at, and no button or field has the focus. */
  | 'conflict'
  /** A field for writing has the focus. */
  | 'field'
  /** Anywhere but in a field for writing, whose own undo and selection stay its own. */
  | 'outside-fields'
  /** Anywhere. */
  | 'global';

/** Where the focus is; what a {@link Scope} is held against. */
export type Place = 'text' | 'hand' | 'conflict' | 'field' | 'elsewhere';

export type Group = 'Move' | 'Tag' | 'Write' | 'Sentences' | 'Decide' | 'Find' | 'View' | 'File';

interface Shape {
  readonly id: string;
  /** What it does, as lists of keys say it. */
  readonly title: string;
  readonly group: Group;
  /** Chords as `dispatcher.ts` writes them; the first is the one that is shown. */
  readonly keys: readonly string[];
  readonly scope: Scope;
  /** Short words for the bar at the bottom; without them the title is used. */
  readonly short?: string;
}

// A table is read by its columns.
// prettier-ignore
export const commands = [
  { id: 'next', title: 'Next sentence', group: 'Move', keys: ['ArrowDown', 'j'], scope: 'text' },
  { id: 'previous', title: 'Previous sentence', group: 'Move', keys: ['ArrowUp', 'k'], scope: 'text' },
  { id: 'next-paragraph', title: 'Next paragraph', group: 'Move', keys: ['Ctrl+ArrowDown', ']'], scope: 'text' },
  { id: 'previous-paragraph', title: 'Previous paragraph', group: 'Move', keys: ['Ctrl+ArrowUp', '['], scope: 'text' },
  { id: 'screen-down', title: 'A screen down', group: 'Move', keys: ['PageDown'], scope: 'text' },
  { id: 'screen-up', title: 'A screen up', group: 'Move', keys: ['PageUp'], scope: 'text' },
  { id: 'first', title: 'First sentence', group: 'Move', keys: ['Home'], scope: 'text' },
  { id: 'last', title: 'Last sentence', group: 'Move', keys: ['End'], scope: 'text' },
  { id: 'next-untagged', title: 'Next untagged', group: 'Move', keys: ['u'], scope: 'text', short: 'next open' },
  { id: 'previous-untagged', title: 'Previous untagged', group: 'Move', keys: ['Shift+u'], scope: 'text' },
  { id: 'next-disputed', title: 'Next disputed', group: 'Move', keys: ['x'], scope: 'text' },
  { id: 'previous-disputed', title: 'Previous disputed', group: 'Move', keys: ['Shift+x'], scope: 'text' },
  { id: 'back', title: 'Back to the sentence just tagged', group: 'Move', keys: [','], scope: 'text', short: 'back' },

  { id: 'verified', title: 'Verified, and on', group: 'Tag', keys: ['v', '1'], scope: 'text', short: 'verified' },
  { id: 'disputed', title: 'Disputed, and on', group: 'Tag', keys: ['d', '2'], scope: 'text', short: 'disputed' },
  { id: 'attributed', title: 'Attributed-only, and on', group: 'Tag', keys: ['a', '3'], scope: 'text', short: 'attributed' },
  { id: 'no-claim', title: 'No claim, and on', group: 'Tag', keys: ['n', '4'], scope: 'text', short: 'no claim' },
  { id: 'verified-stay', title: 'Verified, and stay', group: 'Tag', keys: ['Shift+v', 'Shift+1'], scope: 'text' },
  { id: 'disputed-stay', title: 'Disputed, and stay', group: 'Tag', keys: ['Shift+d', 'Shift+2'], scope: 'text' },
  { id: 'attributed-stay', title: 'Attributed-only, and stay', group: 'Tag', keys: ['Shift+a', 'Shift+3'], scope: 'text' },
  { id: 'no-claim-stay', title: 'No claim, and stay', group: 'Tag', keys: ['Shift+n', 'Shift+4'], scope: 'text' },
  { id: 'accept', title: 'Accept the suggestion', group: 'Tag', keys: ['y'], scope: 'text', short: 'accept' },
  { id: 'clear', title: 'Clear my tag', group: 'Tag', keys: ['Backspace'], scope: 'text', short: 'clear' },
  { id: 'flag', title: 'Flag: come back to it', group: 'Tag', keys: ['f'], scope: 'text', short: 'flag' },
  { id: 'publish', title: 'Publish this check', group: 'Tag', keys: [], scope: 'global' },
  { id: 'unpublish', title: 'Do not publish this check', group: 'Tag', keys: [], scope: 'global' },
  { id: 'undo', title: 'Undo', group: 'Tag', keys: ['Ctrl+z'], scope: 'outside-fields', short: 'undo' },
  { id: 'redo', title: 'Redo', group: 'Tag', keys: ['Ctrl+y', 'Ctrl+Shift+z'], scope: 'outside-fields' },

  { id: 'select', title: 'Select, or not', group: 'Sentences', keys: ['Space'], scope: 'text', short: 'select' },
  { id: 'extend-down', title: 'Extend the selection down', group: 'Sentences', keys: ['Shift+ArrowDown', 'Shift+j'], scope: 'text' },
  { id: 'extend-up', title: 'Extend the selection up', group: 'Sentences', keys: ['Shift+ArrowUp', 'Shift+k'], scope: 'text' },
  { id: 'unselect', title: 'Let the selection go', group: 'Sentences', keys: ['Escape'], scope: 'text', short: 'let go' },
  { id: 'hand', title: 'Take the sentence in hand', group: 'Sentences', keys: ['Enter'], scope: 'text', short: 'in hand' },
  { id: 'split', title: 'Split at the caret', group: 'Sentences', keys: ['/'], scope: 'hand', short: 'split here' },
  { id: 'put-down', title: 'Back to the text', group: 'Sentences', keys: ['Escape'], scope: 'hand', short: 'to the text' },
  { id: 'join', title: 'Join with the next sentence', group: 'Sentences', keys: ['Ctrl+Shift+j'], scope: 'global', short: 'join' },

  { id: 'finding', title: 'Finding', group: 'Write', keys: ['m'], scope: 'text', short: 'finding' },
  { id: 'wording', title: 'Proposed wording', group: 'Write', keys: ['w'], scope: 'text', short: 'wording' },
  { id: 'speaker', title: 'Speaker', group: 'Write', keys: ['p'], scope: 'text', short: 'speaker' },
  { id: 'source', title: 'Add a source', group: 'Write', keys: ['s'], scope: 'text', short: 'source' },
  { id: 'source-again', title: 'The last source again', group: 'Write', keys: ['r'], scope: 'text', short: 'last source' },
  { id: 'source-again-locate', title: 'The last source again, then its locator', group: 'Write', keys: ['Shift+r'], scope: 'text' },
  { id: 'paste-source', title: 'Paste: an address becomes a source, words its passage', group: 'Write', keys: ['Ctrl+v'], scope: 'text' },
  { id: 'save-and-on', title: 'Save and move on', group: 'Write', keys: ['Ctrl+Enter'], scope: 'field', short: 'save and on' },
  { id: 'leave-field', title: 'Save and return to the text', group: 'Write', keys: ['Escape'], scope: 'field', short: 'to the text' },
  { id: 'history', title: 'History of the sentence', group: 'Write', keys: ['h'], scope: 'text', short: 'history' },

  { id: 'conflicts', title: 'Where people differ', group: 'Decide', keys: ['Ctrl+Shift+d'], scope: 'global' },
  { id: 'conflict-next', title: 'Next difference', group: 'Decide', keys: ['ArrowDown', 'j'], scope: 'conflict', short: 'next' },
  { id: 'conflict-previous', title: 'Previous difference', group: 'Decide', keys: ['ArrowUp', 'k'], scope: 'conflict', short: 'previous' },
  { id: 'side-next', title: 'Choose the next side', group: 'Decide', keys: ['ArrowRight'], scope: 'conflict' },
  { id: 'side-previous', title: 'Choose the side before', group: 'Decide', keys: ['ArrowLeft'], scope: 'conflict' },
  { id: 'side-1', title: 'Choose the first side', group: 'Decide', keys: ['1'], scope: 'conflict' },
  { id: 'side-2', title: 'Choose the second side', group: 'Decide', keys: ['2'], scope: 'conflict' },
  { id: 'side-3', title: 'Choose the third side', group: 'Decide', keys: ['3'], scope: 'conflict' },
  { id: 'side-4', title: 'Choose the fourth side', group: 'Decide', keys: ['4'], scope: 'conflict' },
  { id: 'reason', title: 'Say why', group: 'Decide', keys: ['r'], scope: 'conflict', short: 'why' },
  { id: 'leave-conflicts', title: 'Back to where one came from', group: 'Decide', keys: ['Escape'], scope: 'conflict' },
  { id: 'settle', title: 'Settle it by the chosen side', group: 'Decide', keys: ['Enter'], scope: 'conflict', short: 'settle' },
  { id: 'second-reader', title: 'Second reader', group: 'Decide', keys: ['Ctrl+Shift+r'], scope: 'global' },
  { id: 'begin-reading', title: 'Begin a blind second reading', group: 'Decide', keys: ['Ctrl+Shift+b'], scope: 'global', short: 'begin' },
  { id: 'finish-reading', title: 'Finish the second reading', group: 'Decide', keys: ['Ctrl+Shift+f'], scope: 'global', short: 'finish' },
  { id: 'agreement', title: 'Agreement of checkers', group: 'Decide', keys: ['Ctrl+Shift+a'], scope: 'global' },

  { id: 'palette', title: 'All commands', group: 'Find', keys: ['Ctrl+k'], scope: 'global', short: 'commands' },
  { id: 'find', title: 'Find in the text', group: 'Find', keys: ['Ctrl+f'], scope: 'global', short: 'find' },
  { id: 'go-to', title: 'Go to a label', group: 'Find', keys: ['Ctrl+g'], scope: 'global', short: 'go to' },
  { id: 'help', title: 'All keys', group: 'Find', keys: ['?', 'F1'], scope: 'global', short: 'all keys' },

  { id: 'strike', title: 'Strike through what is closed', group: 'View', keys: ['t'], scope: 'text', short: 'strike' },
  { id: 'lens', title: 'Lens: mark the facts to check', group: 'View', keys: ['l'], scope: 'text', short: 'facts' },
  { id: 'show-all', title: 'Show all sentences', group: 'View', keys: [], scope: 'global' },
  { id: 'show-open', title: 'Show what is to do', group: 'View', keys: [], scope: 'global' },
  { id: 'show-disputed', title: 'Show the disputed', group: 'View', keys: [], scope: 'global' },
  { id: 'show-owed', title: 'Show what is owed', group: 'View', keys: [], scope: 'global' },
  { id: 'show-flagged', title: 'Show the flagged', group: 'View', keys: [], scope: 'global' },
  { id: 'larger', title: 'Larger text', group: 'View', keys: ['Ctrl+=', 'Ctrl++'], scope: 'global' },
  { id: 'smaller', title: 'Smaller text', group: 'View', keys: ['Ctrl+-'], scope: 'global' },
  { id: 'usual-size', title: 'Usual text size', group: 'View', keys: ['Ctrl+0'], scope: 'global' },
  { id: 'panels', title: 'Side panels, or the text alone', group: 'View', keys: ['Ctrl+.'], scope: 'global', short: 'panels' },
  { id: 'next-region', title: 'Next part of the window', group: 'View', keys: ['F6'], scope: 'global' },
  { id: 'previous-region', title: 'Previous part of the window', group: 'View', keys: ['Shift+F6'], scope: 'global' },
  { id: 'read-mode', title: 'Plain reading, or checking', group: 'View', keys: ['Ctrl+Shift+l'], scope: 'global' },
  { id: 'notes', title: 'Bring the first notes back', group: 'View', keys: [], scope: 'global' },

  { id: 'library', title: 'Library', group: 'File', keys: ['Ctrl+l'], scope: 'global' },
  { id: 'import', title: 'Import a file', group: 'File', keys: ['Ctrl+o'], scope: 'global' },
  { id: 'import-address', title: 'Import from an address', group: 'File', keys: ['Ctrl+Shift+o'], scope: 'global' },
  { id: 'paste-article', title: 'Paste an article', group: 'File', keys: ['Ctrl+Shift+v'], scope: 'outside-fields' },
  { id: 'export', title: 'Export the report', group: 'File', keys: ['Ctrl+e'], scope: 'global', short: 'export' },
  { id: 'print', title: 'Print the report', group: 'File', keys: ['Ctrl+p'], scope: 'global' },
  { id: 'merge', title: 'Merge a colleague’s file', group: 'File', keys: ['Ctrl+Shift+m'], scope: 'global' },
  { id: 'share', title: 'Share', group: 'File', keys: ['Ctrl+Shift+s'], scope: 'global' },
  { id: 'people', title: 'People and signing keys', group: 'File', keys: [], scope: 'global' },
  { id: 'settings', title: 'Settings', group: 'File', keys: ['Ctrl+,'], scope: 'global' },
] as const satisfies readonly Shape[];

/** Every command there is, by name. */
export type CommandId = (typeof commands)[number]['id'];

/** One entry of the registry. */
export type Command = Omit<Shape, 'id'> & { readonly id: CommandId };

const byId = new Map<CommandId, Command>(commands.map((command) => [command.id, command]));

/** The entry of a command. */
export function command(id: CommandId): Command {
  return byId.get(id) as Command;
}

/** Whether a text names a command (settings come from outside). */
export function isCommandId(id: string): id is CommandId {
  return byId.has(id as CommandId);
}

/** Whether a command of this scope acts while the focus is there. */
export function acts(scope: Scope, place: Place): boolean {
  switch (scope) {
    case 'global':
      return true;
    case 'outside-fields':
      return place !== 'field';
    default:
      return scope === place;
  }
}

const places: readonly Place[] = ['text', 'hand', 'conflict', 'field', 'elsewhere'];

/** Whether two scopes share a place, so that one chord cannot serve both. */
export function overlap(a: Scope, b: Scope): boolean {
  return places.some((place) => acts(a, place) && acts(b, place));
}
