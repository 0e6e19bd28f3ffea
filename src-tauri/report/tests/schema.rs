//! The JSON report keeps to its published schema. The schema uses a dozen words of JSON Schema;
//! the checker below knows those and refuses any other.

mod common;

use serde_json::Value;
use stet_report::Format;

fn check(schema: &Value, root: &Value, value: &Value, at: &str) -> Result<(), String> {
    let wrong = |what: &str| Err(format!("{at}: {what}: {value}"));
    for (word, rule) in schema.as_object().ok_or("a schema is an object")? {
        match word.as_str() {
            "$schema"
            | "$defs"
            | "title"
            | "description"
            | "properties"
            | "additionalProperties" => {}
            "$ref" => {
                let target = rule
                    .as_str()
                    .and_then(|name| root.pointer(name.trim_start_matches('#')))
                    .ok_or(format!("{at}: no {rule}"))?;
                check(target, root, value, at)?;
            }
            "const" if value != rule => return wrong("not the constant"),
            "enum" if !rule.as_array().is_some_and(|known| known.contains(value)) => {
                return wrong("not in the list");
            }
            "const" | "enum" => {}
            "minimum" if value.as_u64() < rule.as_u64() => return wrong("too small"),
            "minimum" => {}
            "type" => {
                let fits = match rule.as_str() {
                    Some("object") => value.is_object(),
                    Some("array") => value.is_array(),
                    Some("string") => value.is_string(),
                    Some("integer") => value.is_u64(),
                    Some("boolean") => value.is_boolean(),
                    _ => return wrong("unknown type in the schema"),
                };
                if !fits {
                    return wrong("another type");
                }
            }
            "required" => {
                for key in rule
                    .as_array()
                    .into_iter()
                    .flatten()
                    .filter_map(Value::as_str)
                {
                    if value.get(key).is_none() {
                        return wrong(&format!("“{key}” is missing"));
                    }
                }
            }
            "items" => {
                for (n, item) in value.as_array().into_iter().flatten().enumerate() {
                    check(rule, root, item, &format!("{at}/{n}"))?;
                }
            }
            other => {
                return wrong(&format!(
                    "the schema uses “{other}”, which this test does not know"
                ));
            }
        }
    }
    if let (Some(known), Some(object)) = (schema.get("properties"), value.as_object()) {
        for (key, inner) in object {
            match known.get(key) {
                Some(rule) => check(rule, root, inner, &format!("{at}/{key}"))?,
                None => return wrong(&format!("“{key}” is not in the schema")),
            }
        }
    }
    Ok(())
}

#[test]
fn json_keeps_to_the_schema() {
    let schema: Value =
        serde_json::from_str(include_str!("../../../docs/report.schema.json")).unwrap();
    for (why, view) in [
        ("the sample", common::sample()),
        ("everything", common::everything()),
        ("nothing", common::Builder::new("").done()),
    ] {
        let mut value: Value = serde_json::from_slice(&common::bytes(&view, Format::Json)).unwrap();
        assert_eq!(check(&schema, &schema, &value, ""), Ok(()), "{why}");
        // And the checker would notice.
        value["version"] = 1.into();
        assert!(
            check(&schema, &schema, &value, "").is_err(),
            "another version is no version 2"
        );
    }
}

#[test]
fn flags_and_machines_are_not_told() {
    let mut view = common::everything();
    view.sentences
        .iter_mut()
        .for_each(|sentence| sentence.flagged = false);
    for &format in Format::ALL.iter().filter(|format| format.is_text()) {
        let without = common::bytes(&view, format);
        assert!(
            without == common::bytes(&common::everything(), format),
            "a flag changes {}",
            format.name()
        );
        assert!(
            !common::without_faces(&String::from_utf8_lossy(&without))
                .to_lowercase()
                .contains("flag"),
            "{}",
            format.name()
        );
    }
}
