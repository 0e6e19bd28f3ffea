//! What was measured, as a table and as JSON.

use serde_json::json;

/// Milliseconds.
pub const MS: &str = "ms";
/// Megabytes.
pub const MB: &str = "MB";

/// One figure.
pub struct Row {
    /// What was done.
    pub what: String,
    /// How much.
    pub value: f64,
    /// Of what: milliseconds or megabytes.
    pub unit: &'static str,
    /// The most it may be; none where it is only told.
    pub at_most: Option<f64>,
    /// How it was measured.
    pub how: String,
}

impl Row {
    /// Whether it is within its target.
    pub fn is_ok(&self) -> bool {
        self.at_most.is_none_or(|most| self.value <= most)
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
        "{} on {cpus} processors, {}, load average {}",
        std::env::consts::OS,
        profile(),
        load()
    );
    let width = rows.iter().map(|row| row.what.chars().count()).max();
    let width = width.unwrap_or(0);
    println!(
        "{:width$}  {:>10}  {:2}  {:>8}  {:4}  how",
        "what", "", "", "at most", ""
    );
    for row in rows {
        let most = row
            .at_most
            .map_or(String::new(), |most| format!("{most:.2}"));
        println!(
            "{:width$}  {:>10.2}  {:2}  {most:>8}  {:4}  {}",
            row.what,
            row.value,
            row.unit,
            row.verdict(),
            row.how
        );
    }
}

/// The same for programs.
pub fn json(rows: &[Row]) -> String {
    let rows: Vec<_> = rows
        .iter()
        .map(|row| json!({ "what": row.what, "value": row.value, "unit": row.unit, "at_most": row.at_most, "ok": row.is_ok(), "how": row.how }))
        .collect();
    let all = json!({ "program": concat!("stet ", env!("CARGO_PKG_VERSION")), "profile": profile(), "load": load(), "rows": rows });
    format!("{all:#}\n")
}

/// How busy the machine was in the last one, five and fifteen minutes, this bench included.
fn load() -> String {
    let told = std::fs::read_to_string("/proc/loadavg").unwrap_or_default();
    let told: Vec<&str> = told.split_whitespace().take(3).collect();
    if told.is_empty() {
        "unknown".into()
    } else {
        told.join(" ")
    }
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
