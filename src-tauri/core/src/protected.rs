//! Values that not everybody may read: an event says only the hash of a blob that holds a salt and
//! the words. Who has the blob reads them; for who has not, the work is complete without.

use crate::{ids::BlobHash, json::Json};

/// Length of the salt before the words, in bytes: without it a hash could be guessed.
pub const SALT_BYTES: usize = 16;
/// What stands in the place of a source's name that is not here.
pub const WITHHELD: &str = "Source (protected)";

const KEY: &str = "protected";

/// The value of an event that stands for the words in a blob.
#[must_use]
pub fn reference(blob: BlobHash) -> Json {
    Json::map([(KEY, Json::text(blob.to_string()))])
}

/// The blob that a value stands for, if it is such a reference.
#[must_use]
pub fn blob_of(value: &Json) -> Option<BlobHash> {
    match value {
        Json::Map(map) if map.len() == 1 => map
            .get(KEY)
            .and_then(Json::as_text)
            .and_then(BlobHash::parse),
        _ => None,
    }
}

/// The bytes of the blob that holds `words`.
#[must_use]
pub fn lock(salt: [u8; SALT_BYTES], words: &str) -> Vec<u8> {
    [&salt, words.as_bytes()].concat()
}

/// The words that a blob holds; `None` if it holds none.
#[must_use]
pub fn unlock(blob: &[u8]) -> Option<&str> {
    std::str::from_utf8(blob.get(SALT_BYTES..)?).ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_come_back_and_their_hash_says_nothing_of_them() {
        let (one, two) = (
            lock([1; SALT_BYTES], "Jo Doe"),
            lock([2; SALT_BYTES], "Jo Doe"),
        );
        assert_eq!(unlock(&one), Some("Jo Doe"));
        assert_ne!(
            BlobHash::of(&one),
            BlobHash::of(&two),
            "another salt, another hash"
        );
        let hash = BlobHash::of(&one);
        assert_eq!(blob_of(&reference(hash)), Some(hash));
        for (why, value) in [
            ("plain words", Json::text("Jo Doe")),
            (
                "a long value",
                Json::map([("blob", Json::text(hash.to_string()))]),
            ),
            (
                "more than a reference",
                Json::map([(KEY, Json::text(hash.to_string())), ("a", Json::Null)]),
            ),
            ("no hash", Json::map([(KEY, Json::text("Jo Doe"))])),
        ] {
            assert_eq!(blob_of(&value), None, "{why}");
        }
        assert_eq!(unlock(b"short"), None);
        assert_eq!(unlock(&[0xff; 20]), None, "not words");
    }
}
