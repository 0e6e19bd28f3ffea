// What the pretended backend does between a file and the library: it reads, shows what it found,
// reads again in another way, and can be made to take its time.
import { Failure } from './backend';
import type { FakeShare } from './fake-sharing';
import type { SampleBlock } from './sample';
import type {
  ImportStaged,
  Restage,
  Staged,
  StagedBlock,
  Staging,
  TrackedChanges,
} from './types.gen';

/** A file of the pretended dialog, or what is at an address. */
export interface FakeFile {
  name: string;
  text: string;
  /** What is found beside the words, or in their place. */
  found?: Partial<Staged>;
  /** It is no article but what a colleague sent. */
  share?: FakeShare;
  /** What is found when it is read in another way. */
  again?: (how: Restage) => Partial<Staged>;
}

type Block = StagedBlock & { words: string };

interface Reading {
  file: FakeFile;
  blocks: Block[];
}

export class FakeImport {
  /** How far the pretended reading has come. */
  progress: Staging = { stage: null, bytes: 0, of: null };
  readonly #readings = new Map<string, Reading>();
  #ids = 0;

  /** Reads a file; `here` tells the article that has this text already. */
  read(file: FakeFile, here: (text: string) => string | null): Staged {
    const id = `staged-${++this.#ids}`;
    return this.#show(id, file, file.found ?? {}, here);
  }

  /** Reads what has been read in another way. */
  again(how: Restage, here: (text: string) => string | null): Staged {
    const { file } = this.#reading(how.id);
    const changed: { changes: TrackedChanges } & Partial<Staged> = { changes: how.changes };
    if (how.encoding !== null) changed.encoding = { name: how.encoding, guessed: false };
    const found = { ...file.found, ...changed, ...file.again?.(how) };
    return this.#show(how.id, file, found, here);
  }

  #show(
    id: string,
    file: FakeFile,
    found: Partial<Staged>,
    here: (text: string) => string | null,
  ): Staged {
    const preview = found.preview ?? plainBlocks(file.text);
    if (preview.length === 0) {
      throw new Failure({
        code: 'file-empty',
        message: 'There are no words in it.',
        hint: 'Choose another file.',
      });
    }
    const blocks = preview.map((block) => ({ ...block, words: block.text }));
    this.#readings.set(id, { file, blocks });
    const taken = preview.filter((block) => block.left_out === null);
    return {
      id,
      name: file.name,
      format: 'Plain text',
      title: (preview[0]?.text ?? '').slice(0, 90),
      authors: [],
      publisher: '',
      published: '',
      url: '',
      lang: 'en',
      encoding: file.name ? { name: 'UTF-8', guessed: false } : null,
      tracked_changes: false,
      changes: 'accepted',
      blocks: taken.length,
      left_out: preview.length - taken.length,
      sentences: taken.reduce((sum, block) => sum + block.sentences, 0),
      preview,
      beyond: 0,
      remarks: 0,
      notes: [],
      already_here: here(taken.map(({ text }) => text).join('\n')),
      ...found,
    };
  }

  /** The blocks that these choices import. */
  take({ id, kinds, put_back, leave_out }: ImportStaged): SampleBlock[] {
    const { blocks } = this.#reading(id);
    const chosen = new Map(kinds);
    return blocks.flatMap(({ kind, words, left_out }, index) => {
      const stays = left_out === null ? !leave_out.includes(index) : put_back.includes(index);
      if (!stays) return [];
      const sentences = sentencesOf(words).map((text) => ({ text }));
      return [{ kind: chosen.get(index) ?? kind, sentences }];
    });
  }

  forget(): void {
    this.#readings.clear();
  }

  #reading(id: string): Reading {
    const reading = this.#readings.get(id);
    if (reading) return reading;
    throw new Failure({
      code: 'file-missing',
      message: 'This reading is no longer here.',
      hint: 'Choose the file or paste the text again.',
    });
  }
}

function plainBlocks(text: string): StagedBlock[] {
  const found = text
    .split(/\n\s*\n/u)
    .map((block) => block.replace(/\s+/gu, ' ').trim())
    .filter(Boolean);
  return found.map((words, index) => ({
    kind: index === 0 && words.length < 90 ? 'headline' : 'paragraph',
    text: words,
    left_out: null,
    sentences: sentencesOf(words).length,
  }));
}

/** HTML from a clipboard, as far as a pretended program understands it: blocks of words. */
export function wordsOf(html: string): string {
  return html
    .replace(/<\/(?:p|h\d|li|div)>/giu, '\n\n')
    .replace(/<[^>]*>/gu, '')
    .replace(/&amp;/gu, '&');
}

function sentencesOf(words: string): string[] {
  const parts = new Intl.Segmenter('en', { granularity: 'sentence' }).segment(words);
  return [...parts].map(({ segment }) => segment.trim()).filter(Boolean);
}

const around = (text: string): StagedBlock => ({
  kind: 'paragraph',
  text,
  left_out: 'around-article',
  sentences: 1,
});

/** A page with everything that the import screen shows. */
export const pretendedPage: FakeFile = {
  name: 'https://example.org/2026/harbour',
  text: '',
  found: {
    format: 'Web page',
    title: 'Harbour to reopen in May',
    authors: ['Ida Krog', 'Bo Chen'],
    publisher: 'The Coast',
    published: '2026-11-05',
    url: 'https://example.org/2026/harbour',
    lang: 'en-GB',
    encoding: { name: 'windows-1252', guessed: true },
    tracked_changes: true,
    remarks: 5,
    notes: ['3 control characters that cannot be shown were left out.'],
    preview: [
      around('Home'),
      around('News · Sport · Weather'),
      around('Share this article'),
      block('headline', 'Harbour to reopen in May'),
      block('deck', 'Eleven months of dredging cost a third more than planned'),
      block('credit', 'By Ida Krog and Bo Chen'),
      block(
        'paragraph',
        'The harbour will reopen on 3 May after eleven months of dredging, the port said on Monday. It will take ships of up to 230 metres. The work cost 18 million euros, a third more than planned.',
      ),
      block('caption', 'The old quay, seen from the light\u200Bhouse'),
      block(
        'paragraph',
        '“We lost one summer; we will not lose another,” said the harbour master, Ida Krog. Fishing boats return first. Ferries follow in June.',
      ),
      around('Read more: What the ferries cost'),
      block('heading', 'The price'),
      block(
        'paragraph',
        'A contract seen by this paper names \u202E000,051\u202C euros for each month of delay. The port would not comment.',
      ),
      block('quotation', 'Nobody asked us. Nobody asks us now.'),
      block('paragraph', 'The old quay stays closed.'),
      around('12 comments'),
      around('First! What a waste of money.'),
      around('Subscribe to our newsletter'),
      around('© The Coast 2026'),
    ],
  },
};

function block(kind: StagedBlock['kind'], text: string): StagedBlock {
  return { kind, text, left_out: null, sentences: sentencesOf(text).length };
}
