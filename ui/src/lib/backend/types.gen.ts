// Written by `make types` from the Rust registry; not edited by hand.

export type CodePoint = number;
export type Span = { 
/**
 * First code point of the stretch.
 */
start: CodePoint, 
/**
 * First code point after it.
 */
end: CodePoint, };
export type Code = "file-missing" | "file-denied" | "file-empty" | "file-binary" | "file-too-large" | "file-damaged" | "file-locked" | "passphrase-wrong" | "format-unknown" | "reader-memory" | "reader-time" | "reader-stopped" | "fetch-failed" | "address-private" | "file-failed" | "disk-full" | "database-none" | "database-foreign" | "database-newer" | "database-share" | "database-damaged" | "database-busy" | "database-read-only" | "share-refused" | "record-missing" | "report-leak" | "article-unknown" | "article-ambiguous" | "reading-blind" | "sentence-unknown" | "boundary-refused" | "source-unknown" | "value-refused" | "conflict-unknown" | "undo-nothing" | "undo-declined" | "person-unknown" | "identity-refused" | "link-refused" | "cancelled" | "usage" | "internal";
export type Error = { 
/**
 * For programs.
 */
code: Code, 
/**
 * What happened, and why.
 */
message: string, 
/**
 * What to do about it.
 */
hint: string, };
export type Tag = "verified" | "disputed" | "attributed-only" | "no-claim";
export type Standing = "untagged" | "verified" | "disputed" | "attributed-only" | "no-claim" | "disagreement";
export type Fit = "exact" | "wider" | "narrower" | "partial";
export type TagState = "current" | "suspended" | "ambiguous";
export type BlockKind = "headline" | "deck" | "heading" | "paragraph" | "list-item" | "quotation" | "caption" | "credit" | "table-cell";
export type Provenance = "ours" | "theirs";
export type BlockView = { 
/**
 * Position, from 1.
 */
n: number, 
/**
 * What it is.
 */
kind: BlockKind, 
/**
 * First code point.
 */
start: CodePoint, 
/**
 * First code point after it.
 */
end: CodePoint, };
export type TagView = { 
/**
 * Name of the checker, as it stands in reports.
 */
checker: string, 
/**
 * Fingerprint of the checker's key, 16 hex digits.
 */
checker_id: string, 
/**
 * Absent when only a finding, wording or speaker was noted.
 */
tag: Tag | null, 
/**
 * The checker's reasoning; empty if none.
 */
finding: string, 
/**
 * Proposed wording; empty if none.
 */
correction: string, 
/**
 * Who is said to have said it; empty if none.
 */
speaker: string, 
/**
 * When the tag was given, ISO 8601 UTC.
 */
at: string, 
/**
 * Whether it still speaks of these words.
 */
state: TagState, 
/**
 * How its span lies on the sentence.
 */
fit: Fit, 
/**
 * Whether it is the reader's own.
 */
mine: boolean, };
export type Sensitivity = "public" | "internal" | "protected";
export type EvidenceView = { 
/**
 * Its id.
 */
id: string, 
/**
 * The source's id.
 */
source: string, 
/**
 * The source's title; its address where it has none.
 */
title: string, 
/**
 * Address, or empty.
 */
url: string, 
/**
 * Who may read the source's name.
 */
sensitivity: Sensitivity, 
/**
 * The quoted passage, or empty.
 */
quotation: string, 
/**
 * Page, paragraph or time stamp, or empty.
 */
locator: string, 
/**
 * Who added it.
 */
checker: string, };
export type ConflictView = { 
/**
 * The field, as the schema names it.
 */
field: string, 
/**
 * The values, each with who set it.
 */
values: Array<string>, };
export type RemarkKind = "comment" | "footnote" | "link";
export type RemarkView = { 
/**
 * First code point of the words it is on.
 */
start: CodePoint, 
/**
 * First code point after them; equal to `start` where it hangs on a place.
 */
end: CodePoint, 
/**
 * What it is.
 */
kind: RemarkKind, 
/**
 * Who wrote it, or empty.
 */
author: string, 
/**
 * Its words; the address of a link.
 */
text: string, };
export type LeftOut = "around-article" | "running-head" | "page-number" | "quoted-mail" | "signature";
export type TrackedChanges = "accepted" | "original";
export type SentenceView = { 
/**
 * Position in the text, from 1; it changes with splits. People use the label.
 */
n: number, 
/**
 * What people call it: 9, 9b, H1, C2.
 */
label: string, 
/**
 * First code point.
 */
start: CodePoint, 
/**
 * First code point after it.
 */
end: CodePoint, 
/**
 * Its words.
 */
text: string, 
/**
 * The block it is in, from 1.
 */
block: number, 
/**
 * What it shows.
 */
standing: Standing, 
/**
 * Everybody's tags that touch it, sorted by checker id, then event.
 */
tags: Array<TagView>, 
/**
 * What was decided about them, oldest first; two where two people decided at once.
 */
adjudications?: Array<AdjudicationView>, 
/**
 * Evidence, oldest first.
 */
evidence: Array<EvidenceView>, 
/**
 * Comments, notes and links of the file it came from that touch it: candidates for sources.
 */
remarks: Array<RemarkView>, 
/**
 * Queries (none yet).
 */
queries: unknown[], 
/**
 * "Come back": shared, never printed.
 */
flagged: boolean, 
/**
 * Whether its check may be published as a ClaimReview.
 */
publish: boolean, 
/**
 * Shared values that two people set differently.
 */
conflicts: Array<ConflictView>, 
/**
 * What is owed, in words a checker would use ("no source"); empty when nothing is.
 */
debts: Array<string>, };
export type Counts = { 
/**
 * All sentences.
 */
sentences: number, 
/**
 * Verified.
 */
verified: number, 
/**
 * Disputed.
 */
disputed: number, 
/**
 * Attributed-only.
 */
attributed_only: number, 
/**
 * No claim.
 */
no_claim: number, 
/**
 * Nobody has concluded.
 */
untagged: number, 
/**
 * Checkers differ; counted as open.
 */
disagreement: number, 
/**
 * Flagged.
 */
flagged: number, 
/**
 * Sentences that owe something.
 */
owed: number, 
/**
 * Words in closed sentences.
 */
words_closed: number, 
/**
 * Words in all sentences.
 */
words: number, };
export type ArticleView = { 
/**
 * The draft's id: 16 hex digits.
 */
article: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Its canonical text.
 */
text: string, 
/**
 * Language, BCP 47.
 */
lang: string, 
/**
 * Who wrote it, in order.
 */
authors: Array<string>, 
/**
 * Who published it, or empty.
 */
publisher: string, 
/**
 * Publication date (ISO 8601 date), or empty.
 */
published: string, 
/**
 * Its address (http or https), or empty.
 */
url: string, 
/**
 * Whose it is.
 */
provenance: Provenance, 
/**
 * Whether it is the built-in sample, which stays out of counts and shares.
 */
sample: boolean, 
/**
 * Its blocks.
 */
blocks: Array<BlockView>, 
/**
 * Its sentences and parts, in order.
 */
sentences: Array<SentenceView>, 
/**
 * Who was asked to read it, oldest first.
 */
readings?: Array<ReadingView>, 
/**
 * Counts.
 */
counts: Counts, };
export type ArticleRow = { 
/**
 * The draft's id: 16 hex digits.
 */
article: string, 
/**
 * Its title.
 */
title: string, 
/**
 * Language, BCP 47.
 */
lang: string, 
/**
 * Publication date, or empty.
 */
published: string, 
/**
 * Whose it is.
 */
provenance: Provenance, 
/**
 * Whether it is the built-in sample.
 */
sample: boolean, 
/**
 * When it was imported, ISO 8601 UTC.
 */
imported_at: string, 
/**
 * When it was last worked on, ISO 8601 UTC.
 */
worked_at: string, 
/**
 * The article that this one is nearly the same as, if somebody says so.
 */
same_as?: string, 
/**
 * Counts.
 */
counts: Counts, };
export type StepView = { 
/**
 * The step's id, base64url.
 */
step: string, 
/**
 * What it did, in words.
 */
label: string, 
/**
 * When, ISO 8601 UTC.
 */
at: string, 
/**
 * Who.
 */
checker: string, };
export type Stance = "neutral" | "vouching" | "distancing";
export type SuggestionView = { 
/**
 * First code point of the sentence as it was first cut.
 */
start: CodePoint, 
/**
 * First code point after that sentence.
 */
end: CodePoint, 
/**
 * The words that attribute: "said", "according to".
 */
cue: Span | null, 
/**
 * Who or what it is attributed to; may lie in another sentence.
 */
source: Span | null, 
/**
 * The source's words, as the speaker would be filled in; empty if none was found.
 */
speaker: string, 
/**
 * What is attributed: stretches of this sentence.
 */
content: Array<Span>, 
/**
 * Whom the source in turn rests on: "Lee, citing the spy agency".
 */
cites: Span | null, 
/**
 * How sure the rule is, in percent.
 */
confidence: number, 
/**
 * Whether it is only a hint: less sure than what is shown without being asked.
 */
weak: boolean, 
/**
 * The rule's name, as data have it.
 */
rule: string, 
/**
 * Why it was made, in words.
 */
reason: string, 
/**
 * Whether the source denies it, or does not know.
 */
denied: boolean, 
/**
 * What the author takes upon himself by the choice of the cue.
 */
stance: Stance, };
export type AtomKind = "person" | "place" | "organization" | "name" | "date" | "number" | "superlative" | "quotation";
export type AtomView = { 
/**
 * First code point.
 */
start: CodePoint, 
/**
 * First code point after it.
 */
end: CodePoint, 
/**
 * What kind of fact it is.
 */
kind: AtomKind, 
/**
 * A number that all atoms of one article share that say the same; none if it stands alone.
 */
same: number | null, 
/**
 * The day or days that a date means, as ISO 8601 ("2026-11-03", "2026-11-02/2026-11-08");
 * empty if it says so itself or the publication date is not known.
 */
resolved: string, 
/**
 * Figures for the same thing elsewhere in the article that are nearly but not quite equal.
 */
near: Array<Span>, };
export type Annotations = { 
/**
 * Attributions.
 */
suggestions: Array<SuggestionView>, 
/**
 * Checkable facts.
 */
atoms: Array<AtomView>, };
export type Nothing = Record<symbol, never>;
export type LanguageFigures = { 
/**
 * The texts they were made with, and measured on.
 */
texts: string, 
/**
 * Of the sentences that were pointed out, how many do rest on a source.
 */
precision: number, 
/**
 * Of the sentences that rest on a source, how many were pointed out.
 */
recall: number, 
/**
 * The same two of other texts.
 */
elsewhere: string, 
/**
 * Precision there.
 */
precision_elsewhere: number, 
/**
 * Recall there.
 */
recall_elsewhere: number, };
export type OneArticle = { 
/**
 * The article.
 */
article: string, };
export type Person = { 
/**
 * Name, as it stands in reports.
 */
name: string, 
/**
 * Initials for margins.
 */
initials: string, 
/**
 * Fingerprint of the key, 16 hex digits.
 */
id: string, 
/**
 * Whether the person has chosen the name (else it is the system's).
 */
named: boolean, };
export type Notice = { 
/**
 * What and why.
 */
message: string, 
/**
 * What to do.
 */
hint: string, };
export type Backup = { 
/**
 * Its id: the file's name.
 */
id: string, 
/**
 * When it was made, ISO 8601 UTC.
 */
at: string, 
/**
 * Size in bytes.
 */
bytes: number, 
/**
 * Number of steps in it.
 */
steps: number, };
export type Trouble = { 
/**
 * The error.
 */
error: Error, 
/**
 * Where the file is, for showing only.
 */
path: string, 
/**
 * Good backups, newest first.
 */
backups: Array<Backup>, };
export type Setting = { 
/**
 * Its name.
 */
key: string, 
/**
 * Its value, as text (JSON where it is more than a word).
 */
value: string, };
export type Startup = { 
/**
 * The person at work.
 */
me: Person, 
/**
 * The library, last worked on first.
 */
library: Array<ArticleRow>, 
/**
 * Remembered choices.
 */
settings: Array<Setting>, 
/**
 * Text fields that were not saved when the window closed.
 */
unsaved: Array<Setting>, 
/**
 * What the person should know.
 */
notices: Array<Notice>, 
/**
 * Set when the database could not be opened; then everything else is empty.
 */
trouble: Trouble | null, 
/**
 * Step that Ctrl+Z would undo.
 */
undo: string | null, 
/**
 * Step that Ctrl+Y would redo.
 */
redo: string | null, 
/**
 * Program version.
 */
version: string, 
/**
 * The database file, for showing only.
 */
path: string, };
export type Identify = { 
/**
 * Name, as it stands in reports.
 */
name: string, 
/**
 * Initials for margins.
 */
initials: string, };
export type OneHandle = { 
/**
 * The handle.
 */
id: string, };
export type TagSentences = { 
/**
 * The article.
 */
article: string, 
/**
 * Spans of sentences.
 */
spans: Array<Span>, 
/**
 * The tag; none clears one's own.
 */
tag: Tag | null, 
/**
 * The speaker, said in the same step; none leaves what is there.
 */
speaker: string | null, };
export type SetText = { 
/**
 * The article.
 */
article: string, 
/**
 * The sentence.
 */
span: Span, 
/**
 * Its new words; empty removes it.
 */
text: string, };
export type FlagSentences = { 
/**
 * The article.
 */
article: string, 
/**
 * Spans of sentences.
 */
spans: Array<Span>, 
/**
 * On or off.
 */
on: boolean, };
export type SplitAt = { 
/**
 * The article.
 */
article: string, 
/**
 * The place: the first code point of the new part.
 */
at: CodePoint, };
export type JoinNext = { 
/**
 * The article.
 */
article: string, 
/**
 * The sentence.
 */
span: Span, };
export type AddEvidence = { 
/**
 * The article.
 */
article: string, 
/**
 * The sentences.
 */
spans: Array<Span>, 
/**
 * A known source's id, or empty for a new one.
 */
source: string, 
/**
 * Title of a new source.
 */
title: string, 
/**
 * Address of a new source, or empty.
 */
url: string, 
/**
 * Quoted passage, or empty.
 */
quotation: string, 
/**
 * Locator, or empty.
 */
locator: string, 
/**
 * Who may read the source's name; none: as it is, of a new one everybody.
 */
sensitivity?: Sensitivity, };
export type EditEvidence = { 
/**
 * The article.
 */
article: string, 
/**
 * The evidence's id.
 */
id: string, 
/**
 * The source's title.
 */
title: string, 
/**
 * The source's address.
 */
url: string, 
/**
 * Quoted passage.
 */
quotation: string, 
/**
 * Locator.
 */
locator: string, 
/**
 * Who may read the source's name; none: as it is.
 */
sensitivity?: Sensitivity, };
export type OneEvidence = { 
/**
 * The article.
 */
article: string, 
/**
 * The evidence's id.
 */
id: string, };
export type SourceRow = { 
/**
 * Its id.
 */
id: string, 
/**
 * Title.
 */
title: string, 
/**
 * Address, or empty.
 */
url: string, 
/**
 * Who may read its name.
 */
sensitivity: Sensitivity, 
/**
 * How many sentences use it.
 */
uses: number, };
export type Done = { 
/**
 * The step, in words ("tagged 3 verified").
 */
label: string, 
/**
 * The article it touched, or empty.
 */
article: string, 
/**
 * Sentences that changed; when boundaries moved, `whole` is set instead.
 */
changed: Array<SentenceView>, 
/**
 * The whole article, when more than single sentences changed.
 */
whole: ArticleView | null, 
/**
 * The article's counts afterwards.
 */
counts: Counts, 
/**
 * Step that Ctrl+Z would undo now.
 */
undo: string | null, 
/**
 * Step that Ctrl+Y would redo now.
 */
redo: string | null, 
/**
 * When it was durable, ISO 8601 UTC.
 */
saved_at: string, 
/**
 * What the person should know of it, where there is something.
 */
note?: string, };
export type Opened = { 
/**
 * The article.
 */
view: ArticleView, 
/**
 * Step that Ctrl+Z would undo.
 */
undo: string | null, 
/**
 * Step that Ctrl+Y would redo.
 */
redo: string | null, };
export type OneSentence = { 
/**
 * The article.
 */
article: string, 
/**
 * The sentence.
 */
span: Span, };
export type HistoryLine = { 
/**
 * When, ISO 8601 UTC.
 */
at: string, 
/**
 * Who.
 */
checker: string, 
/**
 * What: "disputed", "finding: …", "undone: …".
 */
what: string, };
export type Saved = { 
/**
 * Where it is now, for showing; empty when the person cancelled.
 */
path: string, };
export type OneBackup = { 
/**
 * Its id.
 */
id: string, };
export type OneLink = { 
/**
 * http or https.
 */
url: string, };
export type Changes = { 
/**
 * Whether another process wrote.
 */
elsewhere: boolean, };
export type Stage = "fetching" | "reading";
export type StageText = { 
/**
 * The text.
 */
text: string, 
/**
 * Whether it is HTML, as a browser puts it on the clipboard, and not plain text.
 */
html: boolean, };
export type StageAddress = { 
/**
 * http or https.
 */
url: string, 
/**
 * Whether the person allows addresses of the own machine and of private networks.
 */
allow_private: boolean, };
export type Restage = { 
/**
 * Handle of what was staged.
 */
id: string, 
/**
 * The encoding, by a label of the Encoding Standard; none: found again.
 */
encoding: string | null, 
/**
 * Which side of tracked changes.
 */
changes: TrackedChanges, };
export type Staging = { 
/**
 * What is being done; none when nothing is.
 */
stage: Stage | null, 
/**
 * Bytes that have come so far, while it is fetched.
 */
bytes: number, 
/**
 * Bytes there are in all, where the other side said so.
 */
of: number | null, };
export type Staged = { 
/**
 * Handle for `import_staged` and `restage`.
 */
id: string, 
/**
 * File name, or the address it was fetched from, or empty for pasted text.
 */
name: string, 
/**
 * What it was read as, for people: “Word document”.
 */
format: string, 
/**
 * Title found, editable.
 */
title: string, 
/**
 * Authors found, in order, editable.
 */
authors: Array<string>, 
/**
 * Publisher found, or empty, editable.
 */
publisher: string, 
/**
 * Publication date found (ISO 8601 date), or empty, editable.
 */
published: string, 
/**
 * Address found, or empty, editable.
 */
url: string, 
/**
 * Language declared or guessed, editable.
 */
lang: string, 
/**
 * How its bytes became text, where that is for the person to change.
 */
encoding: StagedEncoding | null, 
/**
 * Whether it holds tracked changes, so that it can be read in two ways.
 */
tracked_changes: boolean, 
/**
 * Which side of them was read.
 */
changes: TrackedChanges, 
/**
 * Number of blocks that are taken for the article.
 */
blocks: number, 
/**
 * Number of blocks that are left out.
 */
left_out: number, 
/**
 * Number of sentences in the blocks that are taken.
 */
sentences: number, 
/**
 * The first blocks in order, those left out among them; a block's index here is its index
 * in `import_staged`.
 */
preview: Array<StagedBlock>, 
/**
 * Number of blocks beyond those.
 */
beyond: number, 
/**
 * Number of comments, notes and links that come along.
 */
remarks: number, 
/**
 * Things to know (few blocks found, control characters left out…): whole sentences.
 */
notes: Array<string>, 
/**
 * The library's article with the same text, if it is already here.
 */
already_here: string | null, };
export type StagedEncoding = { 
/**
 * Its name in the Encoding Standard: `UTF-8`, `windows-1252`.
 */
name: string, 
/**
 * Whether it was guessed.
 */
guessed: boolean, };
export type StagedBlock = { 
/**
 * What it is.
 */
kind: BlockKind, 
/**
 * Its words; of a very long one the beginning and “…”.
 */
text: string, 
/**
 * Why it is not taken for a part of the article; none if it is.
 */
left_out: LeftOut | null, 
/**
 * Number of its sentences.
 */
sentences: number, };
export type ImportStaged = { 
/**
 * Handle of what was staged.
 */
id: string, 
/**
 * Title; empty: as found.
 */
title: string, 
/**
 * Authors, in order.
 */
authors: Array<string>, 
/**
 * Publisher, or empty.
 */
publisher: string, 
/**
 * Publication date (ISO 8601 date), or empty.
 */
published: string, 
/**
 * Address (http or https), or empty.
 */
url: string, 
/**
 * Language, BCP 47.
 */
lang: string, 
/**
 * Whose it is.
 */
provenance: Provenance, 
/**
 * Kinds the person changed in the preview: (index of block, kind).
 */
kinds: Array<[number, BlockKind]>, 
/**
 * Blocks the person puts back into the article: their indices.
 */
put_back: Array<number>, 
/**
 * Blocks the person leaves out: their indices.
 */
leave_out: Array<number>, };
export type ReadingState = "asked" | "begun" | "done" | "asked-of-others" | "done-by-others";
export type ReadingView = { 
/**
 * Its id.
 */
id: string, 
/**
 * Who is asked; empty: whoever takes it.
 */
reader: string, 
/**
 * Fingerprint of the reader's key, where it is known.
 */
reader_id: string | null, 
/**
 * Who asked.
 */
asked_by: string, 
/**
 * Fingerprint of that key.
 */
asked_by_id: string, 
/**
 * When, ISO 8601 UTC.
 */
at: string, 
/**
 * Whether others' work is kept from the reader until it is done.
 */
blind: boolean, 
/**
 * How far it has come.
 */
state: ReadingState, 
/**
 * Whether the whole article is to be read.
 */
whole: boolean, 
/**
 * What is to be read, where it is not the whole.
 */
spans: Array<Span>, 
/**
 * How many sentences that is, as they are cut now.
 */
sentences: number, 
/**
 * How many of them the person who looks has tagged.
 */
tagged: number, };
export type Figure = { 
/**
 * The estimate; 1 is full agreement, 0 what chance gives.
 */
value: number, 
/**
 * Where the interval begins.
 */
low: number, 
/**
 * Where it ends.
 */
high: number, };
export type ReaderView = { 
/**
 * Name.
 */
checker: string, 
/**
 * Fingerprint of the key, 16 hex digits.
 */
checker_id: string, 
/**
 * How many of the sentences this checker had tagged.
 */
tagged: number, };
export type TagAgreement = { 
/**
 * The tag.
 */
tag: Tag, 
/**
 * How often the first gave it, of what both tagged.
 */
first: number, 
/**
 * How often the second did.
 */
second: number, 
/**
 * How often both did, of one sentence.
 */
both: number, 
/**
 * Specific agreement, 0 to 1; none where neither gave it.
 */
agreement: number | null, };
export type PairView = { 
/**
 * The first's name.
 */
first: string, 
/**
 * The second's.
 */
second: string, 
/**
 * Sentences that both tagged.
 */
both: number, 
/**
 * Sentences that both tagged alike.
 */
agreed: number, 
/**
 * Cohen's kappa.
 */
kappa: Figure | null, 
/**
 * How often the first (rows) gave one tag and the second (columns) another, in the order of
 * `tags`.
 */
table: Array<Array<number>>, 
/**
 * Tag by tag: verified, disputed, attributed-only, no claim.
 */
tags: Array<TagAgreement>, };
export type Disagreement = { 
/**
 * Its label.
 */
label: string, 
/**
 * First code point.
 */
start: CodePoint, 
/**
 * First code point after it.
 */
end: CodePoint, 
/**
 * Its words.
 */
text: string, 
/**
 * What each of the checkers gave it, in their order; none of whoever did not tag it.
 */
tags: Array<Tag | null>, };
export type AgreementView = { 
/**
 * The article's id: 16 hex digits.
 */
article: string, 
/**
 * Its title.
 */
title: string, 
/**
 * The reading that was finished; none: the tags as they stand now, whoever saw what.
 */
reading: string | null, 
/**
 * When it was, ISO 8601 UTC; empty of the tags as they stand.
 */
at: string, 
/**
 * Whether the second reader saw nothing of the others' work until then.
 */
blind: boolean, 
/**
 * How many sentences were to be read.
 */
sentences: number, 
/**
 * Whether those were all of the article.
 */
whole: boolean, 
/**
 * The checkers: who tagged first, then the reader.
 */
readers: Array<ReaderView>, 
/**
 * Every two of them.
 */
pairs: Array<PairView>, 
/**
 * Krippendorff's alpha over all of them, nominal.
 */
alpha: Figure | null, 
/**
 * Sentences on which they differ, in the order of the text.
 */
disagreements: Array<Disagreement>, };
export type Assign = { 
/**
 * The article.
 */
article: string, 
/**
 * Who is asked, by name; empty: whoever takes it.
 */
reader: string, 
/**
 * Fingerprint of the reader's key, 16 hex digits, where the reader is known here; or empty.
 */
person: string, 
/**
 * Whether others' work is kept from the reader until it is done.
 */
blind: boolean, 
/**
 * How many sentences, drawn at random; none: all of them.
 */
count: number | null, };
export type OneReading = { 
/**
 * The article.
 */
article: string, 
/**
 * The reading's id; empty: what is asked of the person.
 */
id: string, };
export type Profile = "public" | "editor" | "legal";
export type Paper = "a4" | "letter";
export type Notes = "comments" | "all-comments" | "endnotes";
export type Preview = { "kind": "page", 
/**
 * The page.
 */
html: string, } | { "kind": "text", 
/**
 * Its beginning.
 */
text: string, 
/**
 * Characters that follow.
 */
beyond: number, } | { "kind": "pages", 
/**
 * Each an SVG picture.
 */
pages: Array<string>, 
/**
 * Pages that follow.
 */
beyond: number, } | { "kind": "held", 
/**
 * Why, in words.
 */
why: string, } | { "kind": "tables", 
/**
 * Those in their order.
 */
tables: Array<PreviewTable>, } | { "kind": "document", 
/**
 * What is in it, counted: “12 comments”.
 */
facts: Array<string>, 
/**
 * Its first paragraphs.
 */
blocks: Array<PreviewBlock>, 
/**
 * Paragraphs that follow.
 */
beyond: number, };
export type ReportAsk = { 
/**
 * The articles, in the order in which they appear.
 */
articles: Array<string>, 
/**
 * A name of the registry of formats.
 */
format: ReportFormat, 
/**
 * Whom it is for.
 */
profile: Profile, 
/**
 * The sheet, where the format has sheets.
 */
paper: Paper, 
/**
 * Where notes stand, where the format leaves a choice.
 */
notes: Notes, };
export type ReportText = { 
/**
 * What it looks like.
 */
preview: Preview, 
/**
 * A file name to propose.
 */
file_name: string, 
/**
 * Size of the file in bytes; 0 where it was not made yet.
 */
bytes: number, 
/**
 * Headline, summary and counts of each article, as plain text.
 */
summary: string, 
/**
 * What the report says of being handed over with something open or owed, one line each.
 */
handed_over: Array<string>, 
/**
 * Checks before handing over: "2 verified have no source", with the sentences' labels.
 */
checks: Array<ReportCheck>, };
export type ReportCheck = { 
/**
 * The article.
 */
article: string, 
/**
 * What is owed.
 */
message: string, 
/**
 * Labels of the sentences.
 */
labels: Array<string>, };
export type PreviewTable = { 
/**
 * Its name, or empty.
 */
name: string, 
/**
 * Its first rows; cells as text.
 */
rows: Array<Array<string>>, 
/**
 * Rows that follow.
 */
beyond: number, };
export type PreviewBlock = { 
/**
 * What it is.
 */
kind: BlockKind, 
/**
 * Its words.
 */
text: string, 
/**
 * Comments on it: who, and what.
 */
comments: Array<PreviewComment>, };
export type PreviewComment = { 
/**
 * Who wrote it, or empty.
 */
author: string, 
/**
 * Its words.
 */
text: string, };
export type PublishSentences = { 
/**
 * The article.
 */
article: string, 
/**
 * Spans of sentences.
 */
spans: Array<Span>, 
/**
 * On or off.
 */
on: boolean, };
export type AdjudicationView = { 
/**
 * The event that gave it, base64url.
 */
event: string, 
/**
 * The tag that was decided on.
 */
tag: Tag, 
/**
 * Why; empty if that was not said.
 */
reason: string, 
/**
 * Name of who decided.
 */
checker: string, 
/**
 * Fingerprint of the key, 16 hex digits.
 */
checker_id: string, 
/**
 * When, ISO 8601 UTC.
 */
at: string, 
/**
 * Whether the reader decided.
 */
mine: boolean, 
/**
 * Whether whoever decided has one of the judged tags: decided on an own one.
 */
own: boolean, 
/**
 * Whether it holds; if not, a tag that it did not judge has reopened it.
 */
holds: boolean, 
/**
 * How its span lies on the sentence.
 */
fit: Fit, };
export type ConflictKind = "disagreement" | "fork" | "shared" | "fit";
export type Settling = "adjudicate" | "assign" | "theirs";
export type Trace = { 
/**
 * When, ISO 8601 UTC.
 */
at: string, 
/**
 * Who.
 */
checker: string, 
/**
 * What, in words.
 */
what: string, };
export type Side = { 
/**
 * The event that gave it, base64url: names the side.
 */
event: string, 
/**
 * Name of who said it.
 */
checker: string, 
/**
 * Fingerprint of the key, 16 hex digits.
 */
checker_id: string, 
/**
 * Whether it is the reader's own.
 */
mine: boolean, 
/**
 * When, ISO 8601 UTC.
 */
at: string, 
/**
 * The tag, where it is one.
 */
tag: Tag | null, 
/**
 * The reasoning (of a decision its reason), or empty.
 */
finding: string, 
/**
 * The value in words.
 */
value: string, 
/**
 * Whether it is a decision, not somebody's tag.
 */
decision: boolean, 
/**
 * How its span lies on the sentence; `exact` of what is not a tag.
 */
fit: Fit, 
/**
 * The words that it was said of, where they are not those of the sentence.
 */
words: string, 
/**
 * What led to it, oldest first, itself last.
 */
history: Array<Trace>, };
export type Conflict = { 
/**
 * Names it as long as it lasts.
 */
id: string, 
/**
 * The article's id: 16 hex digits.
 */
article: string, 
/**
 * What kind it is.
 */
kind: ConflictKind, 
/**
 * The field, as the schema names it.
 */
field: string, 
/**
 * What choosing a side does.
 */
settling: Settling, 
/**
 * The sentence's label; empty where it is about the article as a whole.
 */
label: string, 
/**
 * First code point of the sentence; 0 where it is about the article as a whole.
 */
start: CodePoint, 
/**
 * First code point after it.
 */
end: CodePoint, 
/**
 * The sentence's words, or empty.
 */
text: string, 
/**
 * Whether it had been decided, and a newer tag reopened it.
 */
reopened: boolean, 
/**
 * The values, in the order of their events.
 */
sides: Array<Side>, };
export type MergePhase = "reading" | "taking" | "settling";
export type MergeAsk = { 
/**
 * Their handles.
 */
ids: Array<string>, 
/**
 * Whether to begin a blind reading of each of their articles in the same breath.
 */
blind?: boolean, };
export type LeftAside = { 
/**
 * In words.
 */
reason: string, 
/**
 * How many.
 */
count: number, };
export type MergeView = { 
/**
 * Steps in the files.
 */
seen: number, 
/**
 * Steps that are new here.
 */
new: number, 
/**
 * Steps that are here already.
 */
already_here: number, 
/**
 * Places that it touches where people differ afterwards.
 */
disagreements: number, 
/**
 * What is set aside, by reason.
 */
set_aside: Array<LeftAside>, 
/**
 * Of the steps that the senders’ seals vouch for, how many are here afterwards.
 */
have: number, 
/**
 * How many of them there are.
 */
of: number, 
/**
 * The articles that it is about, by id.
 */
articles: Array<string>, 
/**
 * How many of them were not here before.
 */
new_articles: number, 
/**
 * All this in one line.
 */
summary: string, 
/**
 * Step that Ctrl+Z would undo afterwards.
 */
undo: string | null, 
/**
 * Step that Ctrl+Y would redo afterwards.
 */
redo: string | null, };
export type Merging = { 
/**
 * What it is at; none when nothing is.
 */
phase: MergePhase | null, 
/**
 * How much of that is done.
 */
done: number, 
/**
 * How much there is, where it is known.
 */
of: number | null, };
export type Adjudicate = { 
/**
 * The article.
 */
article: string, 
/**
 * The sentence.
 */
span: Span, 
/**
 * The tag; none takes the decision back.
 */
tag: Tag | null, 
/**
 * Why; empty if that is not said.
 */
reason: string, };
export type Settle = { 
/**
 * The article.
 */
article: string, 
/**
 * The conflict.
 */
id: string, 
/**
 * The side: its event.
 */
event: string, 
/**
 * Why, where it is a decision; or empty.
 */
reason: string, };
export type SameAs = { 
/**
 * The one.
 */
article: string, 
/**
 * The other; none: an article of its own again.
 */
other: string | null, };
export type FileKind = "share" | "locked-share" | "database" | "key" | "article" | "refused";
export type ShareAsk = { 
/**
 * The articles; none named: the whole database.
 */
articles: Array<string>, 
/**
 * Whether the kept files, from which articles were read, go along.
 */
captures: boolean, 
/**
 * Whether what protected sources are called goes along.
 */
protected: boolean, 
/**
 * A note to the receiver, at most 4 KiB; or empty.
 */
note: string, 
/**
 * Encrypts the share; empty: not encrypted.
 */
passphrase: string, };
export type SharePreview = { 
/**
 * Articles.
 */
articles: number, 
/**
 * Steps.
 */
steps: number, 
/**
 * Checkers whose work is in it.
 */
people: number, 
/**
 * Kept files: in it, or left out if they are not wanted.
 */
captures: number, 
/**
 * Their bytes.
 */
capture_bytes: number, 
/**
 * Words of protected sources: in it, or withheld if they are not wanted.
 */
protected: number, 
/**
 * Steps left out because nobody who can vouch for them works on this machine.
 */
unsealed: number, 
/**
 * About how large the file will be, in bytes.
 */
bytes: number, 
/**
 * A name to propose for it.
 */
file_name: string, };
export type FileLook = { 
/**
 * The handle.
 */
id: string, 
/**
 * The file's name.
 */
name: string, 
/**
 * What it is.
 */
kind: FileKind, 
/**
 * The sender's note, as anybody may have written it; or empty.
 */
note: string, 
/**
 * What may be missing in it; or empty.
 */
missing: string, 
/**
 * Why it is refused.
 */
error: Error | null, };
export type UnlockFile = { 
/**
 * The handle.
 */
id: string, 
/**
 * The passphrase.
 */
passphrase: string, };
export type PersonRow = { 
/**
 * Fingerprint, 16 hex digits: `checker_id`.
 */
id: string, 
/**
 * The fingerprint as it is read aloud: `3f2a 91c0 77de 0412`.
 */
fingerprint: string, 
/**
 * The name that the person gave; others may bear it.
 */
name: string, 
/**
 * The name as it is shown everywhere, told apart from others.
 */
shown: string, 
/**
 * Initials.
 */
initials: string, 
/**
 * Whether it is the person at work.
 */
me: boolean, 
/**
 * Whether the key is on this machine.
 */
own: boolean, 
/**
 * Whether somebody here has confirmed who that is; one's own keys are known.
 */
known: boolean, 
/**
 * The name under which it was confirmed, where the person gives another one now.
 */
confirmed_as: string | null, 
/**
 * The id of the key with which the person works now, as both keys say.
 */
now: string | null, 
/**
 * The id of a key that this one names as its successor, and that has not agreed.
 */
claims: string | null, 
/**
 * Steps of this key that are here.
 */
steps: number, 
/**
 * When the last of them was made, ISO 8601 UTC, by its author's clock; or empty.
 */
last_at: string, 
/**
 * Whether that is more than a day ahead of this machine's clock.
 */
clock_ahead: boolean, };
export type ConfirmPerson = { 
/**
 * Fingerprint, 16 hex digits.
 */
id: string, 
/**
 * Confirmed, or forgotten.
 */
known: boolean, };
export type KeyRow = { 
/**
 * Fingerprint, 16 hex digits.
 */
id: string, 
/**
 * The fingerprint as it is read aloud.
 */
fingerprint: string, 
/**
 * Name.
 */
name: string, 
/**
 * Initials, or empty.
 */
initials: string, 
/**
 * Whether it is that of the person at work.
 */
me: boolean, };
export type KeyAsk = { 
/**
 * Fingerprint, 16 hex digits.
 */
id: string, 
/**
 * The passphrase.
 */
passphrase: string, };
export type LinkKeys = { 
/**
 * Fingerprint of the earlier key.
 */
earlier: string, 
/**
 * Fingerprint of the later key.
 */
later: string, };

export const reportFormats = ['html', 'pdf', 'docx', 'md', 'txt', 'csv', 'xlsx', 'json', 'claimreview', 'annotations', 'qdpx'] as const;
export type ReportFormat = (typeof reportFormats)[number];

export interface Commands {
  start: { takes: Nothing; gives: Startup };
  identify: { takes: Identify; gives: Person };
  library: { takes: Nothing; gives: Array<ArticleRow> };
  open_article: { takes: OneArticle; gives: Opened };
  annotations: { takes: OneArticle; gives: Annotations };
  about_language: { takes: Nothing; gives: LanguageFigures };
  stage_text: { takes: StageText; gives: Staged };
  stage_file: { takes: OneHandle; gives: Staged };
  stage_address: { takes: StageAddress; gives: Staged };
  restage: { takes: Restage; gives: Staged };
  staging: { takes: Nothing; gives: Staging };
  cancel_staging: { takes: Nothing; gives: Nothing };
  import_staged: { takes: ImportStaged; gives: Opened };
  open_sample: { takes: Nothing; gives: Opened };
  tag: { takes: TagSentences; gives: Done };
  set_finding: { takes: SetText; gives: Done };
  set_correction: { takes: SetText; gives: Done };
  set_speaker: { takes: SetText; gives: Done };
  flag: { takes: FlagSentences; gives: Done };
  publish: { takes: PublishSentences; gives: Done };
  split: { takes: SplitAt; gives: Done };
  join: { takes: JoinNext; gives: Done };
  add_evidence: { takes: AddEvidence; gives: Done };
  edit_evidence: { takes: EditEvidence; gives: Done };
  remove_evidence: { takes: OneEvidence; gives: Done };
  sources: { takes: Nothing; gives: Array<SourceRow> };
  undo: { takes: Nothing; gives: Done };
  redo: { takes: Nothing; gives: Done };
  log: { takes: OneArticle; gives: Array<StepView> };
  history: { takes: OneSentence; gives: Array<HistoryLine> };
  report: { takes: ReportAsk; gives: ReportText };
  cancel_report: { takes: Nothing; gives: Nothing };
  share_preview: { takes: ShareAsk; gives: SharePreview };
  waiting_files: { takes: Nothing; gives: Array<FileLook> };
  look_at_file: { takes: OneHandle; gives: FileLook };
  unlock_file: { takes: UnlockFile; gives: FileLook };
  people: { takes: Nothing; gives: Array<PersonRow> };
  confirm_person: { takes: ConfirmPerson; gives: PersonRow };
  keys: { takes: Nothing; gives: Array<KeyRow> };
  import_key: { takes: UnlockFile; gives: KeyRow };
  link_keys: { takes: LinkKeys; gives: Array<PersonRow> };
  merge_preview: { takes: MergeAsk; gives: MergeView };
  merge_files: { takes: MergeAsk; gives: MergeView };
  merging: { takes: Nothing; gives: Merging };
  cancel_merge: { takes: Nothing; gives: Nothing };
  read_share: { takes: OneHandle; gives: Array<ArticleView> };
  conflicts: { takes: OneArticle; gives: Array<Conflict> };
  adjudicate: { takes: Adjudicate; gives: Done };
  settle: { takes: Settle; gives: Done };
  same: { takes: SameAs; gives: Done };
  assign: { takes: Assign; gives: Done };
  begin_reading: { takes: OneReading; gives: Done };
  finish_reading: { takes: OneArticle; gives: Done };
  agreement: { takes: OneArticle; gives: Array<AgreementView> };
  save_setting: { takes: Setting; gives: Nothing };
  keep_unsaved: { takes: Setting; gives: Nothing };
  poll: { takes: Nothing; gives: Changes };
  restore_backup: { takes: OneBackup; gives: Nothing };
  start_anew: { takes: Nothing; gives: Nothing };
}
