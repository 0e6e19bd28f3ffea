//! The real command `stet`, in a home of its own.

use std::{
    fs,
    io::Write,
    path::{Path, PathBuf},
    process::{Command, Output, Stdio},
    sync::OnceLock,
};

use serde_json::Value;

/// A short article with a headline, a heading, an abbreviation, a quotation, a decimal number.
pub const ARTICLE: &str = "\
# Harbour reopens after nine days

Ships left the harbour of Port Ellis on Monday. The port authority said 41 vessels had waited. \
“We lost nine days,” Mayor A. Rhone told reporters. Losses come to 3.5 million euros.

## What comes next

The crane was built in 1936. It will be replaced next year, according to the port’s manager. \
Café owners are glad: the 🚢 are back.
";

/// The selection of `scripts/test.sh`: with another, cargo builds libraries again with other features.
const EVERYTHING: [&str; 3] = [
    "--workspace",
    "--features",
    "stet-api/types,stet-tests/window",
];

/// The command `stet`, built from this workspace in the profile of the running test.
#[must_use]
pub fn stet() -> &'static Path {
    static STET: OnceLock<PathBuf> = OnceLock::new();
    STET.get_or_init(|| {
        let test = std::env::current_exe().expect("a test knows where it is");
        let folder = test
            .parent()
            .and_then(Path::parent)
            .expect("tests lie in target/PROFILE/deps");
        let mut cargo = Command::new(env!("CARGO"));
        cargo.args(["build", "--quiet", "--bin", "stet"]);
        cargo.args(EVERYTHING);
        cargo
            .arg("--manifest-path")
            .arg(Path::new(env!("CARGO_MANIFEST_DIR")).join("../Cargo.toml"));
        cargo
            .arg("--target-dir")
            .arg(folder.parent().expect("a target folder"));
        if folder.ends_with("release") {
            cargo.arg("--release");
        }
        assert!(cargo.status().expect("cargo runs").success(), "stet builds");
        folder.join(format!("stet{}", std::env::consts::EXE_SUFFIX))
    })
}

/// A person's home: configuration, data and files, gone at the end of the test.
pub struct Home {
    folder: tempfile::TempDir,
}

/// How a run of `stet` ended.
#[derive(Debug)]
pub struct Ran {
    /// Exit code; -1 if a signal ended it.
    pub code: i32,
    /// Standard output.
    pub out: String,
    /// Standard error.
    pub err: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        let text = |bytes: Vec<u8>| String::from_utf8(bytes).expect("stet writes UTF-8");
        let ran = Self {
            code: output.status.code().unwrap_or(-1),
            out: text(output.stdout),
            err: text(output.stderr),
        };
        assert!(
            !ran.err.contains("panicked"),
            "a panic reached a person: {ran:?}"
        );
        ran
    }
}

impl Home {
    /// A new, empty home.
    #[expect(clippy::new_without_default, reason = "it makes a folder")]
    #[must_use]
    pub fn new() -> Self {
        Self {
            folder: tempfile::tempdir().expect("a temporary folder"),
        }
    }

    /// A path in it.
    #[must_use]
    pub fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// A file in it, written.
    pub fn file(&self, name: &str, bytes: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path(name);
        fs::create_dir_all(path.parent().expect("a folder")).expect("folders are made");
        fs::write(&path, bytes).expect("a file is written");
        path
    }

    /// The default database.
    #[must_use]
    pub fn database(&self) -> PathBuf {
        self.path("data/stet/annotations.stet")
    }

    /// `program` as if started by this person, in the home folder: nothing of the machine's own
    /// settings reaches it.
    pub fn command(&self, program: impl AsRef<std::ffi::OsStr>) -> Command {
        let mut command = Command::new(program);
        command
            .env_clear()
            .env("PATH", std::env::var_os("PATH").unwrap_or_default())
            .env("HOME", self.folder.path())
            .env("XDG_CONFIG_HOME", self.path("config"))
            .env("XDG_DATA_HOME", self.path("data"))
            .env("USER", "anna")
            .current_dir(self.folder.path());
        command
    }

    /// Runs `stet` with nothing on standard input.
    #[must_use]
    pub fn run(&self, words: &[&str]) -> Ran {
        self.run_with(words, "")
    }

    /// Runs `stet` with `input` on standard input.
    #[must_use]
    pub fn run_with(&self, words: &[&str], input: impl AsRef<[u8]>) -> Ran {
        run(self.command(stet()).args(words), input)
    }

    /// Runs `stet --json`, which must succeed, and reads its answer.
    pub fn json(&self, words: &[&str]) -> Value {
        let mut all = vec!["--json"];
        all.extend(words);
        let ran = self.run(&all);
        assert_eq!(ran.code, 0, "{words:?}: {}", ran.err);
        let answer = serde_json::from_str(&ran.out);
        answer.unwrap_or_else(|error| panic!("{words:?}: {error} in {}", ran.out))
    }

    /// Imports [`ARTICLE`] and gives its id.
    #[must_use]
    pub fn import(&self) -> String {
        self.file("article.md", ARTICLE);
        let imported = self.json(&["import", "article.md"]);
        imported[0]["article"].as_str().expect("an id").to_owned()
    }

    /// All that stands in the database.
    #[must_use]
    pub fn dump(&self) -> String {
        let ran = self.run(&["dump"]);
        assert_eq!(ran.code, 0, "{}", ran.err);
        ran.out
    }
}

/// Runs a command with `input` on standard input.
pub fn run(command: &mut Command, input: impl AsRef<[u8]>) -> Ran {
    let mut child = command
        .stdin(Stdio::piped())
        .stdout(Stdio::piped())
        .stderr(Stdio::piped())
        .spawn()
        .expect("the command starts");
    // A command that refuses its words does not read on.
    let mut stdin = child.stdin.take().expect("a pipe");
    let _ = stdin.write_all(input.as_ref());
    drop(stdin);
    child.wait_with_output().expect("the command ends").into()
}
