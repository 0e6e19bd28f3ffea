//! The words of the command line.

use std::path::PathBuf;

use clap::{Parser, Subcommand, builder::PossibleValuesParser};
use stet_api::ReportFormat;
use stet_core::{report::Profile, view::Sensitivity};

/// Check an article line by line: tag each sentence verified, disputed or attributed-only, say
/// why, and hand over a marked-up report.
#[derive(Parser)]
#[command(name = "stet", version, max_term_width = 100, after_help = EXAMPLE)]
pub struct Args {
    /// Annotation database, made if it is missing [default: STET_DB, else one in your data folder]
    #[arg(long, global = true, value_name = "FILE")]
    pub db: Option<PathBuf>,
    /// Checker to work as, made if unknown [default: the one last used]
    #[arg(long = "as", global = true, value_name = "NAME")]
    pub as_name: Option<String>,
    /// One JSON document on stdout; errors as one JSON line on stderr
    #[arg(long, global = true)]
    pub json: bool,
    /// What to do.
    #[command(subcommand)]
    pub command: Command,
}

const EXAMPLE: &str = "\
A whole job:
  stet import article.txt
  stet show 5624
  stet tag 5624 3-5,9b verified --finding \"Port authority, annual report 2025\"
  stet report 5624 --format html -o report.html

ARTICLE is an article's id or the beginning of it. RANGE names sentences by label or
position: 3-5,9,9b,H1; #4 is always the fourth in the text.";

/// What to do.
#[derive(Subcommand)]
pub enum Command {
    /// Bring articles into the library: files, folders of them, web addresses, or - for stdin
    Import(Import),
    /// List the library
    Articles,
    /// Show an article's sentences and what is said of them
    Show {
        /// The article
        article: String,
    },
    /// Tag sentences
    Tag(Tag),
    /// Flag sentences to come back to
    Flag {
        /// The article
        article: String,
        /// The sentences
        range: String,
        /// Take the flag away
        #[arg(long)]
        off: bool,
    },
    /// Publish the checks of sentences, as ClaimReview shows them
    Publish {
        /// The article
        article: String,
        /// The sentences
        range: String,
        /// Publish them no longer
        #[arg(long)]
        off: bool,
    },
    /// Split a sentence in two
    Split {
        /// The article
        article: String,
        /// The sentence
        #[arg(value_name = "N")]
        sentence: String,
        /// First character of the second part, counted in the article's text
        #[arg(long, value_name = "OFFSET")]
        at: u32,
    },
    /// Join a sentence with the next one
    Join {
        /// The article
        article: String,
        /// The sentence
        #[arg(value_name = "N")]
        sentence: String,
    },
    /// List the sources that are used, with their ids
    Sources,
    /// Say who may read the name of a source: everybody, the house, or the lawyer alone
    Protect {
        /// The source: its id, or its address
        source: String,
        /// Whom reports name it to; shares leave out what a protected source is called
        #[arg(value_parser = PossibleValuesParser::new(Sensitivity::ALL.map(Sensitivity::name)))]
        sensitivity: String,
    },
    /// Undo your newest step or merge in this database
    Undo,
    /// Redo what was undone last
    Redo,
    /// List the steps, newest first
    Log {
        /// Only those on this article
        article: Option<String>,
    },
    /// Write a report
    Report(Report),
    /// Write a share for colleagues, who add it with stet merge
    Share {
        /// The articles [default: all]
        #[arg(value_name = "ARTICLE")]
        articles: Vec<String>,
        /// Let it say what protected sources are called
        #[arg(long)]
        protected: bool,
        /// Leave out the files from which articles were read
        #[arg(long)]
        no_captures: bool,
        /// A note to the receiver, shown before merging
        #[arg(
            long,
            value_name = "TEXT",
            default_value = "",
            allow_hyphen_values = true
        )]
        note: String,
        #[command(flatten)]
        passphrase: Passphrase,
        /// The new file
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
    },
    /// Add colleagues' work from their shares
    Merge {
        /// The shares
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// Say what would happen and change nothing
        #[arg(long)]
        dry_run: bool,
        /// Read their articles blind: nothing of others is shown until you have finished
        #[arg(long, conflicts_with = "dry_run")]
        blind: bool,
        #[command(flatten)]
        passphrase: Passphrase,
    },
    /// List the people whose work is here, or say that you know one
    People {
        /// What to do; else they are listed
        #[command(subcommand)]
        command: Option<People>,
    },
    /// Look after the keys with which you sign your work
    Key {
        /// What to do
        #[command(subcommand)]
        command: Key,
    },
    /// List what truly differs: tags, values, boundaries, each side with what led to it
    Conflicts {
        /// Only in this article
        article: Option<String>,
    },
    /// Decide where people differ; a newer tag reopens it
    Adjudicate {
        /// The article
        article: String,
        /// The sentence: one at a time
        sentence: String,
        /// The tag; clear takes the decision back
        #[arg(value_parser = PossibleValuesParser::new(crate::tagging::TAGS))]
        tag: String,
        /// Why
        #[arg(
            long,
            value_name = "TEXT",
            default_value = "",
            allow_hyphen_values = true
        )]
        reason: String,
    },
    /// Settle one conflict by one of its sides
    Settle {
        /// The article
        article: String,
        /// The conflict, as stet conflicts --json names it
        #[arg(value_name = "ID")]
        conflict: String,
        /// The side: its event
        #[arg(value_name = "EVENT", allow_hyphen_values = true)]
        side: String,
        /// Why, where it is a decision
        #[arg(
            long,
            value_name = "TEXT",
            default_value = "",
            allow_hyphen_values = true
        )]
        reason: String,
    },
    /// Ask for a second reading, begin or finish one; alone: list what is asked of whom
    Assign(Assign),
    /// Say how far checkers agree: kappa, alpha, and where they differ
    Agreement {
        /// Only in this article
        article: Option<String>,
    },
    /// Say that two articles are nearly the same, so that the library points from one to the other
    Same {
        /// The one
        article: String,
        /// The other
        #[arg(required_unless_present = "off", conflicts_with = "off")]
        other: Option<String>,
        /// An article of its own again
        #[arg(long)]
        off: bool,
    },
    /// Print all that stands in the database as canonical JSON
    Dump,
    /// Look the database over
    Check {
        /// Make anew what is derived from the steps
        #[arg(long, conflicts_with = "salvage")]
        rebuild: bool,
        /// Rescue what is whole into a new database
        #[arg(long, value_name = "OUT")]
        salvage: Option<PathBuf>,
    },
    /// Find sentences: JSON lines {"id", "lang"?, "text"} in, {"id", "sentences"} out
    Segment(Segment),
    /// Find who is said to have said it: JSON lines {"id", "text", "sentences"?,
    /// "paragraph_starts"?, "lang"?} in, {"id", "predictions"} out
    Attribute,
    /// Find checkable facts: JSON lines {"id", "text", "sentences"?, "lang"?, "published"?} in,
    /// {"id", "atoms", "quotations", "near"} out
    Atoms,
    /// Find the articles of saved pages and other files: prints one JSON document
    /// {"FILE": "running text, one block a line"}; "" for a page without an article
    Extract(Extract),
    /// Import the built-in sample and print its id
    #[command(hide = true)]
    Sample,
}

/// Words of `assign`.
#[derive(clap::Args)]
pub struct Assign {
    /// The articles
    #[arg(value_name = "ARTICLE")]
    pub articles: Vec<String>,
    /// Who is asked: the id of a person who is here, or any name
    #[arg(long, value_name = "ID|NAME")]
    pub to: Option<String>,
    /// Of each article only so many sentences, drawn at random: 20, or 10%
    #[arg(long, value_name = "N|N%", requires = "to")]
    pub share: Option<String>,
    /// Not blind: the reader sees what others found
    #[arg(long, requires = "to")]
    pub open: bool,
    /// Begin the reading that is asked of you, or a blind one of your own accord
    #[arg(long, conflicts_with_all = ["to", "finish"], requires = "articles")]
    pub begin: bool,
    /// Say that you are done: what others found is shown, and compared
    #[arg(long, conflicts_with = "to", requires = "articles")]
    pub finish: bool,
}

/// Words of `people`.
#[derive(Subcommand)]
pub enum People {
    /// Say that you know who this is; it stays on this machine
    Confirm {
        /// The person: the id that stet people prints, or the beginning of it
        #[arg(value_name = "ID")]
        person: String,
        /// Say so no longer
        #[arg(long)]
        forget: bool,
    },
}

/// Words of `key`.
#[derive(Subcommand)]
pub enum Key {
    /// List the keys of this machine
    List,
    /// Write a key to a file, encrypted: for a safe place, or for another machine of yours
    Export {
        /// The key: its id or name [default: that at work]
        #[arg(value_name = "ID", default_value = "")]
        key: String,
        #[command(flatten)]
        passphrase: Passphrase,
        /// The file
        #[arg(short, long, value_name = "FILE")]
        output: PathBuf,
    },
    /// Take in a key that stet key export wrote
    Import {
        /// The file
        #[arg(value_name = "FILE")]
        file: PathBuf,
        #[command(flatten)]
        passphrase: Passphrase,
    },
    /// Say that two keys are one person's: what the keys of this machine can sign of it
    Link {
        /// The earlier key: its id, or the beginning of it
        earlier: String,
        /// The later key
        later: String,
    },
}

/// A passphrase, which never stands on a command line, where others could read it.
#[derive(clap::Args)]
pub struct Passphrase {
    /// File whose first line is the passphrase, or - for stdin
    #[arg(id = "passphrase", long = "passphrase-file", value_name = "FILE")]
    pub file: Option<PathBuf>,
}

/// Words of `import`.
#[derive(clap::Args)]
pub struct Import {
    /// Files, folders, web addresses, or - for stdin
    #[arg(required = true, value_name = "INPUT")]
    pub inputs: Vec<PathBuf>,
    /// Title, for one input [default: as found]
    #[arg(long)]
    pub title: Option<String>,
    /// Language, such as en or de [default: guessed]
    #[arg(long)]
    pub lang: Option<String>,
    /// Date of publication, such as 2026-11-05
    #[arg(long, value_name = "DATE")]
    pub published: Option<String>,
    /// Fetch from this machine and from private networks too
    #[arg(long)]
    pub allow_private: bool,
    /// Keep quotations whole when sentences are cut [default: as the database's setting says]
    #[arg(long)]
    pub keep_quotations: bool,
}

/// Words of `tag`.
#[derive(clap::Args)]
pub struct Tag {
    /// The article
    #[arg(required_unless_present = "batch")]
    pub article: Option<String>,
    /// The sentences
    #[arg(required_unless_present = "batch")]
    pub range: Option<String>,
    /// The tag; clear takes yours away
    #[arg(required_unless_present = "batch", value_parser = PossibleValuesParser::new(crate::tagging::TAGS))]
    pub tag: Option<String>,
    /// What you found, and why you conclude it
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub finding: Option<String>,
    /// Wording you propose instead
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub correction: Option<String>,
    /// Who is said to have said it
    #[arg(long, value_name = "TEXT", allow_hyphen_values = true)]
    pub speaker: Option<String>,
    /// Source it rests on: a web address, or the id of a known source; may be repeated
    #[arg(long, value_name = "ID|URL", allow_hyphen_values = true)]
    pub source: Vec<String>,
    /// Protect these sources from the start: no share says what they are called
    #[arg(long, requires = "source")]
    pub protected: bool,
    /// Read JSON lines {"article", "sentences", "tag", "finding"?} from stdin, and answer each
    /// with one line once it is safely on disk
    #[arg(long, conflicts_with_all = ["article", "range", "tag", "finding", "correction", "speaker", "source", "protected"])]
    pub batch: bool,
}

/// Words of `report`.
#[derive(clap::Args)]
pub struct Report {
    /// The article; several make one document with a table of contents
    #[arg(required = true, value_name = "ARTICLE")]
    pub articles: Vec<String>,
    /// Format
    #[arg(long, value_parser = PossibleValuesParser::new(ReportFormat::ALL.iter().map(|format| format.name())))]
    pub format: String,
    /// File to write, or - for stdout
    #[arg(short, long, value_name = "FILE")]
    pub output: PathBuf,
    /// Date on the report [default: that of the last step, so that the same state gives the same bytes]
    #[arg(long)]
    pub date: Option<String>,
    /// Whom it is for, which decides what of the work is in it [default: editor; json: legal]
    #[arg(long, value_parser = PossibleValuesParser::new(Profile::ALL.map(Profile::name)))]
    pub profile: Option<String>,
    /// The sheet (pdf, docx)
    #[arg(long, value_parser = ["a4", "letter"], default_value = "a4")]
    pub paper: String,
    /// Where notes stand (docx): comments on what needs somebody, on every tag, or endnotes
    #[arg(long, value_parser = ["comments", "all-comments", "endnotes"], default_value = "comments")]
    pub notes: String,
}

/// Words of `extract`.
#[derive(clap::Args)]
pub struct Extract {
    /// Files of any format that is imported
    #[arg(required = true, value_name = "FILE")]
    pub files: Vec<PathBuf>,
}

/// Words of `segment`.
#[derive(clap::Args)]
pub struct Segment {
    /// Keep a quotation of several sentences in one piece
    #[arg(long)]
    pub keep_quotations: bool,
}
