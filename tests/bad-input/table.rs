//! The table: cause × code × what is said.

use std::fs;

use stet_tests::command::Home;

use crate::{Case, words};

const DATABASE_STAYS: &str = "the file was not changed";

/// Files that are no articles.
pub const INPUT: &[Case] = &[
    Case {
        cause: "a missing file",
        code: "file-missing",
        says: &["missing.txt is not there", "Check the name"],
        bring_about: |_| words(&["import", "missing.txt"]),
    },
    Case {
        cause: "an empty file",
        code: "file-empty",
        says: &["empty.txt is empty", "Choose a file"],
        bring_about: |home| given(home, "empty.txt", b""),
    },
    Case {
        cause: "a file with nothing but space",
        code: "file-empty",
        says: &["There are no words in blank.txt"],
        bring_about: |home| given(home, "blank.txt", b" \n\t\n \n"),
    },
    Case {
        cause: "nothing on standard input",
        code: "file-empty",
        says: &["The text is empty"],
        bring_about: |_| words(&["import", "-"]),
    },
    Case {
        cause: "bytes that are no text",
        code: "file-binary",
        says: &["noise.txt"],
        bring_about: |home| {
            let noise: Vec<u8> = (0..4000_u32)
                .map(|n| ((n * 7919) >> 3) as u8 & 0x1f)
                .collect();
            given(home, "noise.txt", &noise)
        },
    },
    Case {
        cause: "a damaged PDF that is called a text",
        code: "file-damaged",
        says: &["article.txt is damaged"],
        bring_about: |home| given(home, "article.txt", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"),
    },
    Case {
        cause: "a database given as an article",
        code: "format-unknown",
        says: &["is a database, not an article", "stet merge"],
        bring_about: |home| {
            fs::copy(home.database(), home.path("a.stet")).unwrap();
            words(&["import", "a.stet"])
        },
    },
    Case {
        cause: "a format that is not read",
        code: "format-unknown",
        says: &["an Excel workbook", "Copy the article's text"],
        bring_about: |home| given(home, "table.xlsx", b"PK\x03\x04rest"),
    },
    Case {
        cause: "a file larger than is read",
        code: "file-too-large",
        says: &["large.txt", "MiB"],
        bring_about: |home| {
            let file = fs::File::create(home.path("large.txt")).unwrap();
            file.set_len((1 << 30) + 1).unwrap();
            words(&["import", "large.txt"])
        },
    },
    Case {
        cause: "a folder without articles",
        code: "file-empty",
        says: &["no article in the folder nothing", ".txt, .md"],
        bring_about: |home| {
            fs::create_dir(home.path("nothing")).unwrap();
            words(&["import", "nothing"])
        },
    },
    Case {
        cause: "an address of another protocol",
        code: "link-refused",
        says: &["ftp: is not fetched from", "https://"],
        bring_about: |_| words(&["import", "ftp://example.org/a.txt"]),
    },
    Case {
        cause: "an address with a password in it",
        code: "link-refused",
        says: &["name or password", "https://"],
        bring_about: |_| words(&["import", "https://a:b@example.org/"]),
    },
    Case {
        cause: "an address of this machine",
        code: "address-private",
        says: &["127.0.0.1", "--allow-private"],
        bring_about: |_| words(&["import", "http://127.0.0.1:9/"]),
    },
    Case {
        cause: "a server that is not there",
        code: "fetch-failed",
        says: &["refuses the connection", "save the page"],
        bring_about: |_| words(&["import", "--allow-private", "http://127.0.0.1:9/"]),
    },
    Case {
        cause: "a date that is none",
        code: "value-refused",
        says: &["“5 Nov” is not a date", "2026-11-05"],
        bring_about: |home| {
            home.file("b.txt", "A text. It is read.");
            words(&["import", "b.txt", "--published", "5 Nov"])
        },
    },
    Case {
        cause: "a language that is none",
        code: "value-refused",
        says: &["“in English” is not a language tag"],
        bring_about: |home| {
            home.file("b.txt", "A text. It is read.");
            words(&["import", "b.txt", "--lang", "in English"])
        },
    },
];

/// Files given as the database.
pub const DATABASE: &[Case] = &[
    Case {
        cause: "a text file",
        code: "database-none",
        says: &["is not a database", DATABASE_STAYS],
        bring_about: |home| {
            opened(home, b"These are notes, not a database. They are long enough to have a header's length and more.")
        },
    },
    Case {
        cause: "a folder",
        code: "database-none",
        says: &["is a folder", "Choose a .stet file"],
        bring_about: |home| {
            fs::create_dir(home.path("bad.stet")).unwrap();
            words(&["--db", "bad.stet", "articles"])
        },
    },
    Case {
        cause: "another application's database",
        code: "database-foreign",
        says: &["another application's database", DATABASE_STAYS],
        bring_about: |home| {
            let other = rusqlite::Connection::open(home.path("bad.stet")).unwrap();
            other.execute_batch("PRAGMA application_id=1234; CREATE TABLE bookmarks(url); INSERT INTO bookmarks VALUES ('x');").unwrap();
            words(&["--db", "bad.stet", "articles"])
        },
    },
    Case {
        cause: "a newer version's",
        code: "database-newer",
        says: &["newer version (stet 99.0)", "Update Stet", DATABASE_STAYS],
        bring_about: |home| {
            altered(
                home,
                "UPDATE meta SET value = '99' WHERE key IN ('least_reader', 'least_writer'); UPDATE meta SET value = 'stet 99.0' WHERE key = 'written_by';",
            )
        },
    },
    Case {
        cause: "a share",
        code: "database-share",
        says: &["is a shared copy", "stet merge"],
        bring_about: |home| {
            home.json(&["share", "-o", "bad.stet"]);
            words(&["--db", "bad.stet", "articles"])
        },
    },
    Case {
        cause: "a database cut off in the middle",
        code: "database-damaged",
        says: &["is damaged", "backup", "--salvage"],
        bring_about: |home| {
            altered(home, "");
            let bytes = fs::read(home.path("bad.stet")).unwrap();
            fs::write(home.path("bad.stet"), &bytes[..bytes.len() / 2]).unwrap();
            words(&["--db", "bad.stet", "articles"])
        },
    },
    Case {
        cause: "a database without its tables",
        code: "database-damaged",
        says: &["is damaged"],
        bring_about: |home| altered(home, "DROP TABLE event; PRAGMA journal_mode=WAL;"),
    },
    Case {
        cause: "nothing to rescue",
        code: "database-damaged",
        says: &["no whole event"],
        bring_about: |home| {
            home.file("bad.stet", vec![7; 5000]);
            words(&["--db", "bad.stet", "check", "--salvage", "new.stet"])
        },
    },
    Case {
        cause: "rescuing into a file that is there",
        code: "file-denied",
        says: &["is there already", "Choose a new name"],
        bring_about: |_| words(&["check", "--salvage", "article.md"]),
    },
];

/// A share behind a passphrase, and the passphrase.
fn locked(home: &Home) {
    home.file("words.txt", "nine days lost\n");
    home.json(&["share", "-o", "bad.stet", "--passphrase-file", "words.txt"]);
}

/// Files given to merge.
pub const MERGE: &[Case] = &[
    Case {
        cause: "a missing share",
        code: "file-missing",
        says: &["missing.stet is not there"],
        bring_about: |_| words(&["merge", "missing.stet"]),
    },
    Case {
        cause: "a text as a share",
        code: "database-none",
        says: &["article.md is not a database"],
        bring_about: |_| words(&["merge", "article.md"]),
    },
    Case {
        cause: "a working database as a share",
        code: "share-refused",
        says: &["stet share"],
        bring_about: |home| {
            altered(home, "");
            words(&["merge", "bad.stet"])
        },
    },
    Case {
        cause: "another application's database as a share",
        code: "database-foreign",
        says: &["bad.stet is another application's"],
        bring_about: |home| {
            let other = rusqlite::Connection::open(home.path("bad.stet")).unwrap();
            other.execute_batch("CREATE TABLE bookmarks(url)").unwrap();
            words(&["merge", "bad.stet"])
        },
    },
    Case {
        cause: "an encrypted share without its passphrase",
        code: "file-locked",
        says: &["bad.stet is encrypted", "--passphrase-file"],
        bring_about: |home| {
            locked(home);
            words(&["merge", "bad.stet"])
        },
    },
    Case {
        cause: "an encrypted share with another passphrase",
        code: "passphrase-wrong",
        says: &["bad.stet was encrypted with", "Nothing was changed"],
        bring_about: |home| {
            locked(home);
            home.file("words.txt", "another\n");
            words(&["merge", "bad.stet", "--passphrase-file", "words.txt"])
        },
    },
    Case {
        cause: "an encrypted share that was altered",
        code: "share-refused",
        says: &["bad.stet was not opened", "altered"],
        bring_about: |home| {
            locked(home);
            let mut bytes = fs::read(home.path("bad.stet")).unwrap();
            let at = bytes.len() / 2;
            bytes[at] ^= 1;
            fs::write(home.path("bad.stet"), bytes).unwrap();
            words(&["merge", "bad.stet", "--passphrase-file", "words.txt"])
        },
    },
    Case {
        cause: "an encrypted share that asks for hours of work",
        code: "share-refused",
        says: &["bad.stet was not opened", "2^31"],
        bring_about: |home| {
            locked(home);
            let bytes = fs::read(home.path("bad.stet")).unwrap();
            let at = bytes.windows(4).position(|four| four == b" 18\n").unwrap();
            let asks = [&bytes[..at], b" 31\n", &bytes[at + 4..]].concat();
            fs::write(home.path("bad.stet"), asks).unwrap();
            words(&["merge", "bad.stet", "--passphrase-file", "words.txt"])
        },
    },
    Case {
        cause: "half an encrypted share",
        code: "share-refused",
        says: &["bad.stet was not opened", "cut off"],
        bring_about: |home| {
            locked(home);
            let bytes = fs::read(home.path("bad.stet")).unwrap();
            fs::write(home.path("bad.stet"), &bytes[..bytes.len() / 2]).unwrap();
            words(&["merge", "bad.stet", "--passphrase-file", "words.txt"])
        },
    },
    Case {
        cause: "no passphrase where it should be",
        code: "file-missing",
        says: &["none.txt"],
        bring_about: |home| {
            home.json(&["share", "-o", "bad.stet"]);
            words(&["merge", "bad.stet", "--passphrase-file", "none.txt"])
        },
    },
    Case {
        cause: "something else as a key",
        code: "identity-refused",
        says: &["article.md is no key", "stet key export"],
        bring_about: |home| {
            home.file("words.txt", "nine days lost\n");
            words(&[
                "key",
                "import",
                "article.md",
                "--passphrase-file",
                "words.txt",
            ])
        },
    },
    Case {
        cause: "an encrypted share as a key",
        code: "identity-refused",
        says: &["is no key"],
        bring_about: |home| {
            locked(home);
            words(&[
                "key",
                "import",
                "bad.stet",
                "--passphrase-file",
                "words.txt",
            ])
        },
    },
    Case {
        cause: "somebody who is not here",
        code: "person-unknown",
        says: &["stet people"],
        bring_about: |_| words(&["people", "confirm", "abcdef"]),
    },
    Case {
        cause: "a share cut off in the middle",
        code: "share-refused",
        says: &["bad.stet"],
        bring_about: |home| {
            home.json(&["share", "-o", "bad.stet"]);
            let bytes = fs::read(home.path("bad.stet")).unwrap();
            fs::write(home.path("bad.stet"), &bytes[..bytes.len() / 2]).unwrap();
            words(&["merge", "bad.stet"])
        },
    },
];

/// Work that cannot be done.
pub const WORK: &[Case] = &[
    Case {
        cause: "a label out of range",
        code: "sentence-unknown",
        says: &["There is no sentence 99", "This article has 1–7, H1–H2"],
        bring_about: |_| words(&["tag", "ARTICLE", "1,99", "verified"]),
    },
    Case {
        cause: "a part of a sentence that is whole",
        code: "sentence-unknown",
        says: &["There is no sentence 2b"],
        bring_about: |_| words(&["tag", "ARTICLE", "2b", "verified"]),
    },
    Case {
        cause: "an unknown article",
        code: "article-unknown",
        says: &["No article begins with “zz”", "stet articles"],
        bring_about: |_| words(&["tag", "zz", "1", "verified"]),
    },
    Case {
        cause: "an ambiguous prefix",
        code: "article-ambiguous",
        says: &["articles begin with", "Give more digits"],
        bring_about: |home| {
            // Of 17 ids two begin with the same digit.
            for n in 0..17 {
                home.file(
                    &format!("many/{n}.txt"),
                    format!("Text number {n}. It is short."),
                );
            }
            home.json(&["import", "many"]);
            let articles = home.json(&["articles"]);
            let mut firsts: Vec<char> = articles
                .as_array()
                .unwrap()
                .iter()
                .filter_map(|row| row["article"].as_str()?.chars().next())
                .collect();
            firsts.sort_unstable();
            let twice = firsts.windows(2).find(|pair| pair[0] == pair[1]).unwrap()[0];
            words(&["show", &twice.to_string()])
        },
    },
    Case {
        cause: "a split outside the sentence",
        code: "boundary-refused",
        says: &["Offset 3 does not lie in sentence 2"],
        bring_about: |_| words(&["split", "ARTICLE", "2", "--at", "3"]),
    },
    Case {
        cause: "joining across blocks",
        code: "boundary-refused",
        says: &[],
        bring_about: |_| words(&["join", "ARTICLE", "H1"]),
    },
    Case {
        cause: "a source that is neither known nor an address",
        code: "source-unknown",
        says: &["No source “my notes” is here", "http"],
        bring_about: |_| words(&["tag", "ARTICLE", "1", "verified", "--source", "my notes"]),
    },
    Case {
        cause: "a finding as long as a book",
        code: "value-refused",
        says: &["longer than a field takes"],
        bring_about: |_| {
            vec![
                "tag".into(),
                "ARTICLE".into(),
                "1".into(),
                "verified".into(),
                "--finding".into(),
                "x".repeat(100_001),
            ]
        },
    },
    Case {
        cause: "nothing to redo",
        code: "undo-nothing",
        says: &["nothing to redo"],
        bring_about: |_| words(&["redo"]),
    },
    Case {
        cause: "a report into a folder that is not there",
        code: "file-missing",
        says: &["The folder of none/report.html is not there"],
        bring_about: |_| {
            words(&[
                "report",
                "ARTICLE",
                "--format",
                "html",
                "-o",
                "none/report.html",
            ])
        },
    },
    Case {
        cause: "a report over a folder",
        code: "file-denied",
        says: &["is a folder"],
        bring_about: |_| words(&["report", "ARTICLE", "--format", "html", "-o", "config"]),
    },
    Case {
        cause: "a share over a file",
        code: "file-denied",
        says: &["is there already", "Choose another name"],
        bring_about: |_| words(&["share", "-o", "article.md"]),
    },
    Case {
        cause: "a checker without a name",
        code: "identity-refused",
        says: &["A checker needs a name"],
        bring_about: |_| words(&["--as", " ", "articles"]),
    },
];

/// A file of the article's folder, to be imported.
fn given(home: &Home, name: &str, bytes: &[u8]) -> Vec<String> {
    home.file(name, bytes);
    words(&["import", name])
}

/// A file of these bytes, to be opened as the database.
fn opened(home: &Home, bytes: &[u8]) -> Vec<String> {
    home.file("bad.stet", bytes);
    words(&["--db", "bad.stet", "articles"])
}

/// A copy of the database with something done to it, to be opened.
fn altered(home: &Home, sql: &str) -> Vec<String> {
    fs::copy(home.database(), home.path("bad.stet")).unwrap();
    let copy = rusqlite::Connection::open(home.path("bad.stet")).unwrap();
    copy.execute_batch(&format!("PRAGMA journal_mode=DELETE; {sql}"))
        .unwrap();
    words(&["--db", "bad.stet", "articles"])
}
