//! What was measured, as a table and as JSON.

use serde_json::json;

/// One figure.
pub struct Row {
    /// What was done.
    pub what: String,
    /// Milliseconds.
    pub ms: f64,
    /// The most it may be, in milliseconds; none where it is only told.
    pub at_most: Option<f64>,
    /// How it was measured.
    pub how: String,
}

impl Row {
    /// Whether it is within its target.
    pub fn is_ok(&self) -> bool {
        self.at_most.is_none_or(|most| self.ms <= most)
    }

    fn verdict(&self) -> &'static str {
        match (self.at_most, self.is_ok()) {
            (None, _) => "",
            (Some(_), true) => "ok",
            (Some(_), false) => "over",
        }
    }
}

/// Prints the table.
pub fn print(rows: &[Row]) {
    let cpus = std::thread::available_parallelism().map_or(0, usize::from);
    println!(
        "{} on {cpus} processors, {}",
        std::env::consts::OS,
        profile()
    );
    let width = rows.iter().map(|row| row.what.chars().count()).max();
    let width = width.unwrap_or(0);
    println!(
        "{:width$}  {:>10}  {:>10}  {:4}  how",
        "what", "ms", "at most", ""
    );
    for row in rows {
        let most = row
            .at_most
            .map_or(String::new(), |most| format!("{most:.2}"));
        println!(
            "{:width$}  {:>10.2}  {most:>10}  {:4}  {}",
            row.what,
            row.ms,
            row.verdict(),
            row.how
        );
    }
}

/// The same for programs.
pub fn json(rows: &[Row]) -> String {
    let rows: Vec<_> = rows
        .iter()
        .map(|row| json!({ "what": row.what, "ms": row.ms, "at_most": row.at_most, "ok": row.is_ok(), "how": row.how }))
        .collect();
    let all = json!({ "program": concat!("stet ", env!("CARGO_PKG_VERSION")), "profile": profile(), "rows": rows });
    format!("{all:#}\n")
}

fn profile() -> &'static str {
    if cfg!(debug_assertions) {
        "debug build: not to be compared"
    } else {
        "release build"
    }
}

/// The value below which `share` of the sorted values lie.
pub fn percentile(values: &mut [f64], share: f64) -> f64 {
    values.sort_by(f64::total_cmp);
    let at = (values.len() as f64 * share).ceil() as usize;
    values[at.saturating_sub(1).min(values.len() - 1)]
}
