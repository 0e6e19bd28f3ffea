// What the screens may ask of the program. Everything beyond this line (IPC, the shell's dialogs,
// files) is somebody else's; a screen gets a Backend and never knows which one.
import type {
  Code,
  Commands,
  Error as Problem,
  KeyAsk,
  ReportAsk,
  Saved,
  ShareAsk,
} from './types.gen';

export type Name = keyof Commands;
export type Takes<K extends Name> = Commands[K]['takes'];
export type Gives<K extends Name> = Commands[K]['gives'];
export type Unlisten = () => void;

export interface Backend {
  /** Runs a command of the registry. Rejects with a {@link Failure}, and then nothing has changed. */
  call<K extends Name>(name: K, takes: Takes<K>): Promise<Gives<K>>;
  /** Shows the file dialog; gives handles for `look_at_file`, none when the person cancelled. */
  pickFiles(what: 'articles' | 'shares' | 'keys'): Promise<string[]>;
  /** Shows the save dialog and writes the report; an empty path when the person cancelled. */
  saveReport(ask: ReportAsk): Promise<Saved>;
  /** Shows the save dialog and writes the share; an empty path when the person cancelled. */
  saveShare(ask: ShareAsk): Promise<Saved>;
  /** Shows the save dialog and writes a key, encrypted; an empty path when the person cancelled. */
  saveKey(ask: KeyAsk): Promise<Saved>;
  /** Opens the report that was saved last in the system's program for it. */
  openSaved(): Promise<void>;
  /** Shows what was saved last, a report or a share, in its folder. */
  showSaved(): Promise<void>;
  /** Shows the save dialog and writes a copy of the database. */
  saveCopy(): Promise<Saved>;
  /** Opens an http(s) address in the system's browser. */
  openLink(link: { url: string }): Promise<void>;
  /** Files were dropped on the window: handles for `look_at_file`. */
  onDropped(heard: (handles: string[]) => void): Promise<Unlisten>;
  /** Another process wrote to the database. */
  onChanged(heard: () => void): Promise<Unlisten>;
  quit(): Promise<void>;
  /** Tells the shell that the first picture stood `agoMs` milliseconds ago, for its measurements. */
  painted(agoMs: number): Promise<void>;
}

/** An error of the program as something that can be thrown. */
export class Failure extends Error {
  readonly code: Code;
  readonly hint: string;

  constructor(problem: Problem) {
    super(problem.message);
    this.name = 'Failure';
    this.code = problem.code;
    this.hint = problem.hint;
  }
}

/** Whatever was thrown, in the one shape that people are shown. */
export function failure(thrown: unknown): Failure {
  if (thrown instanceof Failure) return thrown;
  if (isProblem(thrown)) return new Failure(thrown);
  const words = thrown instanceof Error ? thrown.message : String(thrown);
  return new Failure({
    code: 'internal',
    message: words,
    hint: 'Your work so far is saved. If this comes again, restart Stet.',
  });
}

function isProblem(thrown: unknown): thrown is Problem {
  return (
    typeof thrown === 'object' &&
    thrown !== null &&
    'code' in thrown &&
    'message' in thrown &&
    typeof thrown.message === 'string' &&
    'hint' in thrown
  );
}
