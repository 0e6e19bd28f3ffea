//! Commands that look after the database.

use std::{
    io::{self, Write},
    path::Path,
};

use stet_api::Session;
use stet_core::error::{Code, Error};

use crate::output::{Out, Stop};

/// `stet dump`: JSON with `--json` and without.
pub fn dump(session: &mut Session) -> Result<(), Stop> {
    let dump = session.store()?.dump()?;
    let mut stdout = io::stdout().lock();
    stdout.write_all(dump.as_bytes())?;
    Ok(stdout.flush()?)
}

/// `stet check`.
pub fn check(
    session: &mut Session,
    rebuild: bool,
    salvage: Option<&Path>,
    out: Out,
) -> Result<(), Stop> {
    if let Some(into) = salvage {
        let saved = session.salvage(into)?;
        let shape = serde_json::json!({ "path": into.display().to_string(), "events": saved.events, "blobs": saved.blobs, "seals": saved.seals, "lost_rows": saved.lost_rows });
        return out.answer(&shape, |to| {
            writeln!(
                to,
                "{}: {} steps and {} texts rescued, {} rows could not be read",
                into.display(),
                saved.events,
                saved.blobs,
                saved.lost_rows
            )
        });
    }
    if rebuild {
        session.store()?.rebuild()?;
    }
    let found = session.check()?;
    out.answer(&serde_json::json!({ "events": found.events, "blobs": found.blobs, "problems": found.problems }), |to| {
        writeln!(to, "{} steps and {} texts looked at", found.events, found.blobs)?;
        found.problems.iter().try_for_each(|problem| writeln!(to, "{problem}"))
    })?;
    if found.problems.is_empty() {
        return Ok(());
    }
    let message = format!(
        "{} {} found.",
        found.problems.len(),
        if found.problems.len() == 1 {
            "problem was"
        } else {
            "problems were"
        }
    );
    Err(Error::new(
        Code::DatabaseDamaged,
        message,
        "stet check --rebuild mends what is derived; stet check --salvage OUT rescues the rest.",
    )
    .into())
}
