//! Newtypes for everything that is named by bytes, and the one text form they have (base64url
//! without padding; hexadecimal only where people read them).

use base64::{Engine, engine::general_purpose::URL_SAFE_NO_PAD};
use sha2::{Digest, Sha256};

/// Bytes as base64url without padding.
#[must_use]
pub fn encode(bytes: &[u8]) -> String {
    URL_SAFE_NO_PAD.encode(bytes)
}

/// The reverse of [`encode`]; `None` unless exactly `N` bytes come out and the form is canonical.
#[must_use]
pub fn decode<const N: usize>(text: &str) -> Option<[u8; N]> {
    let bytes = URL_SAFE_NO_PAD.decode(text).ok()?;
    <[u8; N]>::try_from(bytes).ok()
}

/// SHA-256 (FIPS 180-4).
#[must_use]
pub fn sha256(bytes: &[u8]) -> [u8; 32] {
    Sha256::digest(bytes).into()
}

/// The first 8 bytes as 16 hexadecimal digits: the form in which people compare fingerprints.
#[must_use]
pub fn short_hex(bytes: &[u8]) -> String {
    bytes
        .iter()
        .take(8)
        .map(|byte| format!("{byte:02x}"))
        .collect()
}

/// A fingerprint in groups of four digits, the one way in which it is shown.
#[must_use]
pub fn spelled(fingerprint: &str) -> String {
    let digits: Vec<char> = fingerprint.chars().collect();
    let groups: Vec<String> = digits.chunks(4).map(|four| four.iter().collect()).collect();
    groups.join(" ")
}

macro_rules! ids {
    ($($(#[$doc:meta])* $name:ident[$size:literal];)*) => {
        $(
            $(#[$doc])*
            #[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
            pub struct $name(pub [u8; $size]);

            impl $name {
                /// From base64url; `None` if it is not exactly this size.
                #[must_use]
                pub fn parse(text: &str) -> Option<Self> { decode(text).map(Self) }
            }
            impl std::fmt::Display for $name {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { f.write_str(&encode(&self.0)) }
            }
            impl std::fmt::Debug for $name {
                fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result { write!(f, "{}({self})", stringify!($name)) }
            }
        )*
    };
}

ids! {
    /// An event: 8 bytes of its time (milliseconds, big endian), then the first 24 of SHA-256 over
    /// its body. A pure function of the bytes, so a received id is recomputed, never believed.
    EventId[32];
    /// A checker: an Ed25519 public key (RFC 8032).
    Actor[32];
    /// One working copy of a database on one machine.
    Replica[16];
    /// A blob, by the SHA-256 of its bytes.
    BlobHash[32];
    /// A source, drawn at random.
    SourceId[16];
    /// A piece of evidence, drawn at random.
    EvidenceId[16];
    /// A reading of an article by one person, drawn at random.
    ReadingId[16];
}

impl SourceId {
    /// From random bytes. The first letter is never a hyphen, so that an id written on a command
    /// line is not taken for an option.
    #[must_use]
    pub const fn drawn(mut random: [u8; 16]) -> Self {
        random[0] &= 0x7f;
        Self(random)
    }
}

impl EventId {
    /// The id of a body that bears this time.
    #[must_use]
    pub fn of(time_ms: u64, body: &[u8]) -> Self {
        let mut id = [0; 32];
        id[..8].copy_from_slice(&time_ms.to_be_bytes());
        id[8..].copy_from_slice(&sha256(body)[..24]);
        Self(id)
    }

    /// The time it bears, in milliseconds since 1970.
    #[must_use]
    pub fn time_ms(self) -> u64 {
        let mut time = [0; 8];
        time.copy_from_slice(&self.0[..8]);
        u64::from_be_bytes(time)
    }

    /// From the bytes of a database row.
    #[must_use]
    pub fn from_slice(bytes: &[u8]) -> Option<Self> {
        bytes.try_into().ok().map(Self)
    }
}

impl Actor {
    /// What people compare: 16 hexadecimal digits of SHA-256 over the key.
    #[must_use]
    pub fn fingerprint(self) -> String {
        short_hex(&sha256(&self.0))
    }

    /// The fingerprint as people read it aloud: groups of four digits.
    #[must_use]
    pub fn spelled(self) -> String {
        spelled(&self.fingerprint())
    }

    /// Its first half: enough to tell two people of one name apart, not to trust a stranger by.
    #[must_use]
    pub fn short(self) -> String {
        spelled(&self.fingerprint()[..8])
    }
}

impl BlobHash {
    /// The hash of these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self(sha256(bytes))
    }
}

#[cfg(test)]
mod tests {
    #[test]
    fn a_drawn_source_is_no_option() {
        for first in 0..=u8::MAX {
            let mut random = [7; 16];
            random[0] = first;
            let id = super::SourceId::drawn(random).to_string();
            assert!(!id.starts_with('-'), "{id}");
        }
    }
}
