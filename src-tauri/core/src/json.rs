//! JSON as events allow it: no floats, no duplicate keys, no depth beyond 8. Two readers of one
//! body must never see two things, and a body must not cost more to read than it is long.

use std::{collections::BTreeMap, fmt};

use serde::de::{self, DeserializeSeed, MapAccess, SeqAccess, Visitor};

/// Deepest nesting of a body.
pub const MAX_DEPTH: u8 = 8;

/// A value of a body.
#[derive(Clone, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Json {
    /// `null`: an explicit retraction where it is assigned.
    Null,
    /// `true`, `false`.
    Bool(bool),
    /// A whole number of 64 bits.
    Int(i64),
    /// A text.
    Text(String),
    /// A list.
    List(Vec<Json>),
    /// An object; keys sorted, so that equal values have equal bytes.
    Map(BTreeMap<String, Json>),
}

impl Json {
    /// Reads `bytes` strictly.
    ///
    /// # Errors
    /// What is wrong with them, in a few words.
    pub fn parse(bytes: &[u8]) -> Result<Self, String> {
        let mut reader = serde_json::Deserializer::from_slice(bytes);
        let value = Depth(MAX_DEPTH)
            .deserialize(&mut reader)
            .map_err(|error| error.to_string())?;
        reader.end().map_err(|error| error.to_string())?;
        Ok(value)
    }

    /// A text value.
    pub fn text(text: impl Into<String>) -> Self {
        Self::Text(text.into())
    }

    /// An object from pairs.
    pub fn map<'k>(pairs: impl IntoIterator<Item = (&'k str, Self)>) -> Self {
        Self::Map(
            pairs
                .into_iter()
                .map(|(key, value)| (key.to_owned(), value))
                .collect(),
        )
    }

    /// The member `key` of an object.
    #[must_use]
    pub fn get(&self, key: &str) -> Option<&Self> {
        if let Self::Map(map) = self {
            map.get(key)
        } else {
            None
        }
    }

    /// The text, if it is one.
    #[must_use]
    pub fn as_text(&self) -> Option<&str> {
        if let Self::Text(text) = self {
            Some(text)
        } else {
            None
        }
    }

    /// The number, if it is one that fits.
    #[must_use]
    pub fn as_u64(&self) -> Option<u64> {
        if let Self::Int(int) = self {
            u64::try_from(*int).ok()
        } else {
            None
        }
    }

    /// The number, if it is one that fits.
    #[must_use]
    pub fn as_u32(&self) -> Option<u32> {
        self.as_u64().and_then(|int| u32::try_from(int).ok())
    }

    /// The truth value, if it is one.
    #[must_use]
    pub const fn as_bool(&self) -> Option<bool> {
        if let Self::Bool(bool) = self {
            Some(*bool)
        } else {
            None
        }
    }

    /// The list, if it is one.
    #[must_use]
    pub fn as_list(&self) -> Option<&[Self]> {
        if let Self::List(list) = self {
            Some(list)
        } else {
            None
        }
    }
}

impl fmt::Display for Json {
    /// The canonical text: no white space, keys sorted.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Null => f.write_str("null"),
            Self::Bool(bool) => write!(f, "{bool}"),
            Self::Int(int) => write!(f, "{int}"),
            Self::Text(text) => f.write_str(&serde_json::to_string(text).map_err(|_| fmt::Error)?),
            Self::List(list) => {
                f.write_str("[")?;
                for (n, value) in list.iter().enumerate() {
                    write!(f, "{}{value}", if n > 0 { "," } else { "" })?;
                }
                f.write_str("]")
            }
            Self::Map(map) => {
                f.write_str("{")?;
                for (n, (key, value)) in map.iter().enumerate() {
                    let key = serde_json::to_string(key).map_err(|_| fmt::Error)?;
                    write!(f, "{}{key}:{value}", if n > 0 { "," } else { "" })?;
                }
                f.write_str("}")
            }
        }
    }
}

/// Reads a value that lies `within` others already.
pub(crate) fn at_depth<'de, D: de::Deserializer<'de>>(
    within: u8,
    from: D,
) -> Result<Json, D::Error> {
    Depth(MAX_DEPTH.saturating_sub(within)).deserialize(from)
}

struct Depth(u8);

impl<'de> DeserializeSeed<'de> for Depth {
    type Value = Json;
    fn deserialize<D: de::Deserializer<'de>>(self, reader: D) -> Result<Json, D::Error> {
        reader.deserialize_any(self)
    }
}

impl Depth {
    fn inner<E: de::Error>(&self) -> Result<Self, E> {
        self.0
            .checked_sub(1)
            .map(Self)
            .ok_or_else(|| E::custom("nested too deep"))
    }
}

impl<'de> Visitor<'de> for Depth {
    type Value = Json;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a value without floats")
    }
    fn visit_unit<E>(self) -> Result<Json, E> {
        Ok(Json::Null)
    }
    fn visit_bool<E>(self, bool: bool) -> Result<Json, E> {
        Ok(Json::Bool(bool))
    }
    fn visit_i64<E>(self, int: i64) -> Result<Json, E> {
        Ok(Json::Int(int))
    }
    fn visit_u64<E: de::Error>(self, int: u64) -> Result<Json, E> {
        i64::try_from(int)
            .map(Json::Int)
            .map_err(|_| E::custom("a number beyond 64 bits"))
    }
    fn visit_str<E>(self, text: &str) -> Result<Json, E> {
        Ok(Json::Text(text.to_owned()))
    }
    fn visit_seq<A: SeqAccess<'de>>(self, mut seq: A) -> Result<Json, A::Error> {
        let mut list = Vec::new();
        while let Some(value) = seq.next_element_seed(self.inner()?)? {
            list.push(value);
        }
        Ok(Json::List(list))
    }
    fn visit_map<A: MapAccess<'de>>(self, mut pairs: A) -> Result<Json, A::Error> {
        let mut map = BTreeMap::new();
        while let Some(key) = pairs.next_key::<String>()? {
            let value = pairs.next_value_seed(self.inner()?)?;
            if map.insert(key, value).is_some() {
                return Err(de::Error::custom("a key stands twice"));
            }
        }
        Ok(Json::Map(map))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn refuses_what_two_readers_could_read_differently() {
        let table = [
            ("a duplicate key", r#"{"a":1,"a":2}"#),
            ("a duplicate key by escape", r#"{"a":1,"\u0061":2}"#),
            ("a float", "[1.5]"),
            ("an exponent", "1e3"),
            ("a lone surrogate", r#""\ud800""#),
            ("beyond 64 bits", "18446744073709551615"),
            ("too deep", "[[[[[[[[[[1]]]]]]]]]]"),
            ("something after it", "{} {}"),
            ("nothing", ""),
        ];
        for (why, text) in table {
            assert!(Json::parse(text.as_bytes()).is_err(), "{why}");
        }
        assert!(Json::parse(b"\"\xff\"").is_err(), "not UTF-8");
    }

    #[test]
    fn writing_is_canonical_and_reads_back() {
        let value = Json::parse(r#" {"b":[null,true,-3], "a":"é\n\"x"} "#.as_bytes()).unwrap();
        assert_eq!(value.to_string(), r#"{"a":"é\n\"x","b":[null,true,-3]}"#);
        assert_eq!(Json::parse(value.to_string().as_bytes()).unwrap(), value);
    }
}
