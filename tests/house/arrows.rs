//! Arrows between the crates point one way: front → api → store, intake, language, report → core.

use std::{collections::BTreeMap, path::Path, process::Command};

use serde_json::Value;

/// Every crate, and exactly those of ours that it may depend on.
const ARROWS: &[(&str, &[&str])] = &[
    (
        "stet-api",
        &[
            "stet-core",
            "stet-intake",
            "stet-language",
            "stet-report",
            "stet-store",
        ],
    ),
    ("stet-cli", &["stet-api", "stet-core", "stet-language"]),
    ("stet-core", &[]),
    ("stet-desktop", &["stet-api", "stet-core"]),
    ("stet-intake", &["stet-core"]),
    ("stet-language", &[]),
    ("stet-report", &["stet-core"]),
    ("stet-store", &["stet-core"]),
];

/// What exists in one crate only, so that nobody else comes to rely on it.
const KEPT_APART: &[(&str, &[&str])] = &[
    ("rusqlite", &["stet-store"]),
    ("tauri", &["stet-desktop"]),
    ("gtk", &["stet-desktop"]),
    ("rfd", &["stet-desktop"]),
    ("clap", &["stet-cli", "stet-desktop"]),
];

#[test]
fn arrows_point_as_drawn() {
    let crates = crates();
    for (name, dependencies) in &crates {
        if name == "stet-tests" {
            continue;
        }
        let allowed = ARROWS
            .iter()
            .find(|(known, _)| known == name)
            .map(|(_, allowed)| *allowed);
        let allowed = allowed.unwrap_or_else(|| {
            panic!("{name} is new: draw its arrows here and in ARCHITECTURE.md")
        });
        let ours: Vec<&str> = dependencies
            .iter()
            .map(String::as_str)
            .filter(|each| each.starts_with("stet-"))
            .collect();
        for each in ours {
            assert!(allowed.contains(&each), "{name} may not know {each}");
        }
    }
    for (name, _) in ARROWS {
        assert!(crates.contains_key(*name), "{name} is drawn but not there");
    }
}

#[test]
fn what_is_kept_apart_stays_apart() {
    let crates = crates();
    for (library, homes) in KEPT_APART {
        for (name, dependencies) in crates.iter().filter(|(name, _)| *name != "stet-tests") {
            let knows = dependencies.iter().any(|each| each == library);
            assert!(
                !knows || homes.contains(&name.as_str()),
                "{name} may not know {library}; only {homes:?} may"
            );
        }
    }
}

/// Names of the crates and of what each needs in order to run (not to be tested or built).
fn crates() -> BTreeMap<String, Vec<String>> {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    let cargo = std::env::var_os("CARGO").unwrap_or_else(|| "cargo".into());
    let out = Command::new(cargo)
        .args([
            "metadata",
            "--format-version",
            "1",
            "--no-deps",
            "--offline",
        ])
        .current_dir(root)
        .output()
        .expect("cargo metadata runs");
    assert!(
        out.status.success(),
        "{}",
        String::from_utf8_lossy(&out.stderr)
    );
    let told: Value = serde_json::from_slice(&out.stdout).expect("cargo metadata is JSON");
    let list = |value: &Value| value.as_array().cloned().unwrap_or_default();
    let name = |value: &Value| value["name"].as_str().unwrap_or_default().to_owned();
    list(&told["packages"])
        .iter()
        .map(|package| {
            (
                name(package),
                list(&package["dependencies"])
                    .iter()
                    .filter(|each| each["kind"].is_null())
                    .map(name)
                    .collect(),
            )
        })
        .collect()
}
