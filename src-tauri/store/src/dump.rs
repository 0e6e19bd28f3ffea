//! The whole projection as canonical JSON: the same bytes for the same set of events, in whatever
//! order they came and whatever else lies in the file.

use stet_core::{
    error::Result,
    event::Chain,
    ids::{Actor, encode},
};

use crate::{Store, fault::sqlite};

impl Store {
    /// Writes the dump: current values by entity and field, then steps, each sorted.
    ///
    /// # Errors
    /// Whatever stands in the way of reading.
    pub fn dump(&self) -> Result<String> {
        let work = || -> rusqlite::Result<String> {
            let mut out = String::from("{\"values\":[");
            let mut read = self.db.prepare("SELECT k.entity, k.field, e.id, k.author, k.value FROM current k JOIN event e USING(n) ORDER BY k.entity, k.field, e.id")?;
            let mut rows = read.query([])?;
            let mut first = true;
            while let Some(row) = rows.next()? {
                let (entity, field, value): (String, String, String) =
                    (row.get(0)?, row.get(1)?, row.get(4)?);
                let (id, author): ([u8; 32], [u8; 32]) = (row.get(2)?, row.get(3)?);
                out.push_str(if first { "\n" } else { ",\n" });
                first = false;
                out.push_str(&format!(
                    "{{\"author\":\"{}\",\"entity\":\"{entity}\",\"event\":\"{}\",\"field\":\"{field}\",\"value\":{value}}}",
                    Actor(author),
                    encode(&id)
                ));
            }
            out.push_str("\n],\"steps\":[");
            let mut read = self.db.prepare("SELECT e.id, s.active, c.name FROM step s JOIN event e USING(n) JOIN chain c USING(c) ORDER BY e.id")?;
            let mut rows = read.query([])?;
            let mut first = true;
            while let Some(row) = rows.next()? {
                let (id, active, chain): ([u8; 32], bool, String) =
                    (row.get(0)?, row.get(1)?, row.get(2)?);
                let actor = Chain::parse(&chain)
                    .map(|chain| chain.actor.to_string())
                    .unwrap_or_default();
                out.push_str(if first { "\n" } else { ",\n" });
                first = false;
                out.push_str(&format!(
                    "{{\"active\":{active},\"actor\":\"{actor}\",\"event\":\"{}\"}}",
                    encode(&id)
                ));
            }
            out.push_str("\n]}\n");
            Ok(out)
        };
        work().map_err(sqlite)
    }
}
