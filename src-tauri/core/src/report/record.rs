//! The work itself, as a report carries it: what a share holds, as text. What comes back from
//! outside is only read here; whether it is true is found out where it is merged.

use base64::{Engine, engine::general_purpose::STANDARD};
use serde::{
    Deserialize, Deserializer, Serialize,
    de::{SeqAccess, Visitor},
};

use super::Profile;
use crate::{
    error::{Code, Error, Result},
    ids::{EventId, decode, encode},
    seal::Seal,
};

/// Version of the JSON report that is written, and the newest that is read.
pub const REPORT_VERSION: u32 = 2;
/// Largest report whose record is read, in bytes.
pub const MAX_REPORT_BYTES: usize = 256 * 1024 * 1024;
/// Most events, blobs or seals of a record: a body has some 450 bytes, so a file of the largest
/// size holds fewer, and a list of empty texts must not cost more than it is long.
const MOST: usize = 1_000_000;

/// The events of articles, with all that they need: what a share file holds, as text.
#[derive(Clone, Debug, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Record {
    /// Bodies of events, verbatim, sorted by id.
    #[serde(deserialize_with = "bounded")]
    pub events: Vec<String>,
    /// Blobs, base64 (RFC 4648, with padding), sorted by hash.
    #[serde(deserialize_with = "bounded")]
    pub blobs: Vec<String>,
    /// Seals over the chains, sorted.
    #[serde(deserialize_with = "bounded")]
    pub seals: Vec<SealText>,
}

/// A seal, as text.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize)]
pub struct SealText {
    /// The chain, in its stored form.
    pub chain: String,
    /// Position of the head.
    pub seq: u64,
    /// The head's id, base64url.
    pub head: String,
    /// Ed25519 signature, base64url.
    pub signature: String,
}

impl From<&Seal> for SealText {
    fn from(seal: &Seal) -> Self {
        Self {
            chain: seal.chain.clone(),
            seq: seal.seq,
            head: seal.head.to_string(),
            signature: encode(&seal.signature),
        }
    }
}

impl SealText {
    /// The seal; `None` if it is none.
    #[must_use]
    pub fn seal(&self) -> Option<Seal> {
        Some(Seal {
            chain: self.chain.clone(),
            seq: self.seq,
            head: EventId::parse(&self.head)?,
            signature: decode::<64>(&self.signature)?.to_vec(),
        })
    }
}

impl Record {
    /// A blob as it stands in a record.
    #[must_use]
    pub fn blob_text(bytes: &[u8]) -> String {
        STANDARD.encode(bytes)
    }

    /// The bytes of one of its blobs; `None` if it is none.
    #[must_use]
    pub fn blob_bytes(text: &str) -> Option<Vec<u8>> {
        STANDARD.decode(text).ok()
    }

    /// Takes the record out of a JSON report. Nothing else in it is looked at: it is a picture of
    /// what the record says, and whoever altered it altered a picture.
    ///
    /// # Errors
    /// `file-too-large`; `share-refused` if it is no whole report; `database-newer` of a later
    /// version; `record-missing` of a report that carries none.
    pub fn of_report(bytes: &[u8]) -> Result<Self> {
        if bytes.len() > MAX_REPORT_BYTES {
            return Err(Error::new(
                Code::FileTooLarge,
                format!("The report has {} MiB.", bytes.len().div_ceil(1 << 20)),
                "Ask for a shared copy instead, and use: stet merge",
            ));
        }
        let head: Head = serde_json::from_slice(bytes).map_err(|error| broken(&error))?;
        if head.format != FORMAT {
            return Err(refused("it is no report of Stet"));
        }
        if head.version > REPORT_VERSION {
            return Err(Error::new(
                Code::DatabaseNewer,
                format!(
                    "The report was written by a newer version ({}).",
                    head.version
                ),
                "Update Stet. Nothing was changed.",
            ));
        }
        let whole: Carrying = serde_json::from_slice(bytes).map_err(|error| broken(&error))?;
        whole.record.ok_or_else(|| missing(&head.profile))
    }
}

const FORMAT: &str = "stet-report";

/// What every version of the report says of itself.
#[derive(Deserialize)]
struct Head {
    format: String,
    version: u32,
    #[serde(default)]
    profile: String,
}

#[derive(Deserialize)]
struct Carrying {
    record: Option<Record>,
}

/// Whether these bytes are a JSON report: the first lines of one say so, even if it is cut off.
/// A report that somebody indented or sorted otherwise is one still.
#[must_use]
pub fn is_report(bytes: &[u8]) -> bool {
    let start = bytes.strip_prefix(b"\xef\xbb\xbf").unwrap_or(bytes);
    let start: Vec<u8> = start
        .iter()
        .take(4096)
        .copied()
        .filter(|byte| !byte.is_ascii_whitespace())
        .collect();
    let says = format!("\"format\":\"{FORMAT}\"");
    let begins = start
        .windows(says.len())
        .any(|bytes| bytes == says.as_bytes());
    let is = || serde_json::from_slice::<Head>(bytes).is_ok_and(|head| head.format == FORMAT);
    start.first() == Some(&b'{') && (begins || is())
}

fn refused(why: &str) -> Error {
    Error::new(
        Code::ShareRefused,
        format!("The report was not taken in: {why}."),
        "Ask for a new copy. Nothing was changed.",
    )
}

fn broken(error: &serde_json::Error) -> Error {
    let why = match error.classify() {
        serde_json::error::Category::Eof => "it is cut off",
        serde_json::error::Category::Data => "its record is not one that Stet writes",
        serde_json::error::Category::Syntax | serde_json::error::Category::Io => {
            "it is not whole JSON"
        }
    };
    refused(&format!("{why} (line {})", error.line()))
}

fn missing(profile: &str) -> Error {
    let kind = if Profile::from_name(profile).is_some_and(|known| known != Profile::Legal) {
        format!("It is a report of the profile {profile}, which carries no work to take in.")
    } else {
        "This report carries no work to take in.".into()
    };
    Error::new(
        Code::RecordMissing,
        kind,
        "Ask for it with: stet report ARTICLE --format json --profile legal, or for a shared copy.",
    )
}

/// A list of at most [`MOST`].
fn bounded<'de, D: Deserializer<'de>, T: Deserialize<'de>>(
    from: D,
) -> std::result::Result<Vec<T>, D::Error> {
    struct Bounded<T>(std::marker::PhantomData<T>);
    impl<'de, T: Deserialize<'de>> Visitor<'de> for Bounded<T> {
        type Value = Vec<T>;
        fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
            write!(f, "a list of at most {MOST}")
        }
        fn visit_seq<A: SeqAccess<'de>>(
            self,
            mut list: A,
        ) -> std::result::Result<Vec<T>, A::Error> {
            let mut all = Vec::new();
            while let Some(one) = list.next_element()? {
                if all.len() == MOST {
                    return Err(serde::de::Error::invalid_length(MOST + 1, &self));
                }
                all.push(one);
            }
            Ok(all)
        }
    }
    from.deserialize_seq(Bounded(std::marker::PhantomData))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn report(version: u32, profile: &str, rest: &str) -> String {
        format!(
            "{{\n  \"format\": \"stet-report\",\n  \"version\": {version},\n  \"profile\": \"{profile}\"{rest}\n}}"
        )
    }

    const RECORD: &str = r#", "record": {"events": ["{}"], "blobs": ["YQ=="], "seals": []}"#;

    #[test]
    fn a_record_is_taken_out_of_a_report() {
        let record = Record::of_report(report(2, "legal", RECORD).as_bytes()).unwrap();
        assert_eq!(record.events, ["{}"]);
        assert_eq!(Record::blob_bytes(&record.blobs[0]).unwrap(), b"a");
    }

    #[test]
    fn what_carries_none_says_why() {
        let deep = format!(", \"articles\": {}{}", "[".repeat(200), "]".repeat(200));
        let many = format!(
            r#", "record": {{"events": [{}""], "blobs": [], "seals": []}}"#,
            "\"\",".repeat(MOST)
        );
        let seal = r#", "record": {"events": [], "blobs": [], "seals": [{"chain": 1}]}"#;
        let whole = report(2, "legal", RECORD);
        let table = [
            (
                "for an editor",
                report(2, "editor", ""),
                Code::RecordMissing,
                "editor",
            ),
            (
                "for readers",
                report(2, "public", ""),
                Code::RecordMissing,
                "public",
            ),
            (
                "legal without one",
                report(2, "legal", ""),
                Code::RecordMissing,
                "no work",
            ),
            (
                "newer",
                report(3, "legal", RECORD),
                Code::DatabaseNewer,
                "newer",
            ),
            (
                "version no number",
                whole.replace('2', "\"2\""),
                Code::ShareRefused,
                "not one",
            ),
            (
                "cut off",
                whole[..whole.len() - 9].into(),
                Code::ShareRefused,
                "cut off",
            ),
            ("no JSON", "hello".into(), Code::ShareRefused, "JSON"),
            (
                "another's",
                whole.replace("stet-report", "other"),
                Code::ShareRefused,
                "no report",
            ),
            (
                "nested without end",
                report(2, "editor", &deep),
                Code::RecordMissing,
                "editor",
            ),
            (
                "too many",
                report(2, "legal", &many),
                Code::ShareRefused,
                "not one",
            ),
            (
                "a seal that is none",
                report(2, "legal", seal),
                Code::ShareRefused,
                "not one",
            ),
            (
                "two records",
                report(2, "legal", &RECORD.repeat(2)),
                Code::ShareRefused,
                "not one",
            ),
        ];
        for (why, text, code, says) in table {
            let error = Record::of_report(text.as_bytes()).unwrap_err();
            assert_eq!(error.code, code, "{why}: {error}");
            assert!(error.message.contains(says), "{why}: {error}");
        }
    }

    #[test]
    fn a_report_is_known_by_its_first_lines() {
        let whole = report(2, "legal", "");
        let table = [
            ("as written", whole.clone(), true),
            ("in one line", whole.replace(['\n', ' '], ""), true),
            ("with a mark of order", format!("\u{feff}{whole}"), true),
            ("cut off", whole[..40].into(), true),
            (
                "sorted otherwise",
                whole.replacen(
                    '{',
                    &format!("{{\"articles\": \"{}\",", "a".repeat(5_000)),
                    1,
                ),
                true,
            ),
            ("another document", r#"{"format": "other"}"#.into(), false),
            ("text that speaks of it", format!("See {whole}"), false),
            ("nothing", String::new(), false),
        ];
        for (why, text, is) in table {
            assert_eq!(is_report(text.as_bytes()), is, "{why}");
        }
    }
}
