// What a person makes of an article that was read, before it is imported.
import { SvelteMap, SvelteSet } from 'svelte/reactivity';
import type { BlockKind, ImportStaged, Provenance, Staged } from '../lib/backend';
import { isDate } from '../parts/dates';
import { isAddress, namesOf } from './importWords';
import { languageName, unknownLanguage } from './language';

/** Fewer kept blocks than this, and shorter together, are hardly a whole page. */
const fewBlocks = 3;
const fewCharacters = 600;

export class Review {
  staged = $state.raw() as Staged;
  /** An encoding that the person chose. */
  encoding = $state<string | null>(null);

  title = $state('');
  authors = $state('');
  publisher = $state('');
  published = $state('');
  url = $state('');
  lang = $state('');
  provenance = $state<Provenance>('ours');

  /** Kinds that differ from what was found, by index of block. */
  readonly kinds = new SvelteMap<number, BlockKind>();
  /** Blocks that are taken though they were left out, or left out though they were taken. */
  readonly turned = new SvelteSet<number>();

  readonly dated = $derived(this.published.trim() === '' || isDate(this.published.trim()));
  readonly addressed = $derived(this.url.trim() === '' || isAddress(this.url));
  readonly tag = $derived(this.lang.trim() || unknownLanguage);
  /** The language in words; null for what is no language tag. */
  readonly language = $derived(languageName(this.tag));
  readonly names = $derived(this.#names());
  /** What would be imported. */
  readonly counts = $derived.by(() => {
    let { blocks, sentences, left_out } = this.staged;
    for (const index of this.turned) {
      const by = this.takes(index) ? 1 : -1;
      blocks += by;
      left_out -= by;
      sentences += by * (this.staged.preview[index]?.sentences ?? 0);
    }
    return { blocks, sentences, left_out };
  });
  readonly ready = $derived(
    this.dated && this.addressed && this.language !== null && this.counts.blocks > 0,
  );
  /** How many short blocks a page was read into, where that is too few to be all of it. */
  readonly thin = $derived.by(() => {
    const { preview, beyond } = this.staged;
    const taken = preview.filter((_, index) => this.takes(index));
    const characters = taken.reduce((sum, { text }) => sum + text.length, 0);
    const page = this.fetched || preview.some((block) => block.left_out === 'around-article');
    const few = beyond === 0 && taken.length <= fewBlocks && characters < fewCharacters;
    return page && few ? taken.length : null;
  });

  constructor(
    staged: Staged,
    provenance: Provenance,
    /** Whether it comes from an address. */
    readonly fetched: boolean,
  ) {
    this.provenance = provenance;
    this.staged = staged;
    this.#fill(staged, null);
  }

  /** The same bytes, read in another way: what the person has written stays. */
  follow(staged: Staged): void {
    const before = this.staged;
    const shape = (one: Staged): string =>
      one.preview.map(({ kind, left_out }) => `${kind} ${left_out}`).join();
    if (shape(before) !== shape(staged)) {
      this.kinds.clear();
      this.turned.clear();
    }
    this.#fill(staged, before);
    this.staged = staged;
  }

  #fill(now: Staged, before: Staged | null): void {
    for (const field of ['title', 'publisher', 'published', 'url', 'lang'] as const) {
      if (before === null || this[field] === before[field]) this[field] = now[field];
    }
    const found = now.authors.join('\n');
    if (before === null || this.authors === before.authors.join('\n')) this.authors = found;
  }

  /** Untouched names stay whole, whatever signs are in them. */
  #names(): string[] {
    const found = this.staged.authors;
    return this.authors === found.join('\n') ? found : namesOf(this.authors);
  }

  /** Whether a block is taken into the article. */
  takes(index: number): boolean {
    return (this.staged.preview[index]?.left_out === null) !== this.turned.has(index);
  }

  kind(index: number): BlockKind {
    return this.kinds.get(index) ?? this.staged.preview[index]?.kind ?? 'paragraph';
  }

  setKind(index: number, kind: BlockKind): void {
    if (this.staged.preview[index]?.kind === kind) this.kinds.delete(index);
    else this.kinds.set(index, kind);
  }

  /** Leaves a block out, or puts it back. */
  turn(index: number): void {
    if (!this.turned.delete(index)) this.turned.add(index);
  }

  /** Takes all of these blocks that were left out. */
  putBack(indices: Iterable<number>): void {
    for (const index of indices) if (!this.takes(index)) this.turn(index);
  }

  /** What `import_staged` takes. */
  get choices(): ImportStaged {
    const turned = [...this.turned].sort((one, other) => one - other);
    const wasTaken = (index: number): boolean => this.staged.preview[index]?.left_out === null;
    return {
      id: this.staged.id,
      title: this.title.trim() || this.staged.title,
      authors: this.names,
      publisher: this.publisher.trim(),
      published: this.published.trim(),
      url: this.url.trim(),
      lang: this.tag,
      provenance: this.provenance,
      kinds: [...this.kinds],
      put_back: turned.filter((index) => !wasTaken(index)),
      leave_out: turned.filter(wasTaken),
    };
  }
}
