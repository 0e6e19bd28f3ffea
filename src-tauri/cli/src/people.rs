//! Commands about people and keys.

use std::{
    fs::File,
    io::{self, Read},
    path::Path,
};

use stet_api::{
    KeyFile, LOST_KEY, Session,
    commands::{KeyRow, PersonRow},
};
use stet_core::error::{Code, Error};

use crate::{
    args::{Key, Passphrase, People},
    output::{Out, Stop, one_line},
};

/// Longest passphrase file that is read, in bytes.
const MOST_BYTES: u64 = 4096;

/// The passphrase that a file or stdin gives: its first line. Empty if none was named.
pub fn passphrase(asked: &Passphrase) -> Result<String, Error> {
    let Some(path) = &asked.file else {
        return Ok(String::new());
    };
    let mut bytes = Vec::new();
    let read = if path == Path::new("-") {
        io::stdin().lock().take(MOST_BYTES).read_to_end(&mut bytes)
    } else {
        File::open(path).and_then(|file| file.take(MOST_BYTES).read_to_end(&mut bytes))
    };
    read.map_err(|error| {
        let code = match error.kind() {
            io::ErrorKind::NotFound => Code::FileMissing,
            io::ErrorKind::PermissionDenied => Code::FileDenied,
            _ => Code::FileFailed,
        };
        let shown = path.display();
        let message = format!("The passphrase could not be read from {shown}: {error}.");
        Error::new(code, message, "Check the name and its permissions.")
    })?;
    let text = String::from_utf8(bytes).unwrap_or_default();
    match text.lines().next() {
        Some(line) if !line.is_empty() => Ok(line.to_owned()),
        _ => Err(Error::new(
            Code::ValueRefused,
            format!(
                "There is no passphrase in the first line of {}.",
                path.display()
            ),
            "Write it there as text.",
        )),
    }
}

/// `stet people`.
pub fn people(session: &mut Session, asked: Option<&People>, out: Out) -> Result<(), Stop> {
    let Some(People::Confirm { person, forget }) = asked else {
        let all = session.everybody()?;
        return listed(&all, out);
    };
    let row = session.confirm(person, !forget)?;
    out.answer(&row, |to| writeln!(to, "{}", line(&row)))
}

fn listed(all: &[PersonRow], out: Out) -> Result<(), Stop> {
    out.answer(&all, |to| {
        all.iter().try_for_each(|one| writeln!(to, "{}", line(one)))
    })
}

fn line(one: &PersonRow) -> String {
    let mut said = vec![match (one.me, one.own, one.known) {
        (true, ..) => "you".to_owned(),
        (_, true, _) => "a key of this machine".to_owned(),
        (_, _, true) => "known".to_owned(),
        _ => "new: compare the id with that person, then stet people confirm".to_owned(),
    }];
    said.push(format!("{} steps", one.steps));
    if let Some(then) = &one.confirmed_as {
        said.push(format!("confirmed as “{then}”"));
    }
    if let Some(next) = &one.claims {
        said.push(format!("says to go on as {next}, who has not said so"));
    }
    if one.clock_ahead {
        said.push(format!("a clock that is ahead: {}", one.last_at));
    }
    one_line(&format!("{}  {} ({})", one.id, one.shown, said.join("; ")))
}

/// `stet key`.
pub fn key(session: &mut Session, asked: &Key, out: Out) -> Result<(), Stop> {
    match asked {
        Key::List => {
            let keys = session.own_keys();
            out.answer(&keys, |to| {
                keys.iter()
                    .try_for_each(|one| writeln!(to, "{}", key_line(one)))
            })
        }
        Key::Export {
            key,
            passphrase: from,
            output,
        } => {
            let file = session.key_file(key, &needed(from)?)?;
            export(&file, output, out)
        }
        Key::Import {
            file,
            passphrase: from,
        } => {
            let row = session.import_key_file(file, &needed(from)?)?;
            out.answer(&row, |to| writeln!(to, "{}", key_line(&row)))?;
            out.note(
                "The key is here now.",
                &format!("Work with it: --as {}", row.id),
            );
            Ok(())
        }
        Key::Link { earlier, later } => {
            let all = session.link(earlier, later)?;
            listed(&all, out)
        }
    }
}

fn export(file: &KeyFile, output: &Path, out: Out) -> Result<(), Stop> {
    if output.exists() {
        let message = format!("{} is there already.", output.display());
        return Err(Error::new(Code::FileDenied, message, "Choose another name.").into());
    }
    file.save(output)?;
    let path = output.display().to_string();
    out.answer(&serde_json::json!({ "path": path }), |to| {
        writeln!(to, "{path}")
    })?;
    out.note(LOST_KEY, "Keep the file and its passphrase apart.");
    Ok(())
}

/// Keys never lie about unencrypted.
fn needed(asked: &Passphrase) -> Result<String, Error> {
    if asked.file.is_none() {
        return Err(Error::new(
            Code::FileLocked,
            "A key is only written and read with a passphrase.",
            "Give it with --passphrase-file FILE, or - for stdin.",
        ));
    }
    passphrase(asked)
}

fn key_line(one: &KeyRow) -> String {
    let me = if one.me { " (at work)" } else { "" };
    one_line(&format!("{}  {}{me}", one.id, one.name))
}
