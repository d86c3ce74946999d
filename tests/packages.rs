//! What a registry and docs.rs read of each crate. `scripts/package` builds what is packed.

#![allow(clippy::unwrap_used, reason = "a test that fails shall panic")]

use std::fs;
use std::path::{Path, PathBuf};

const CRATES: [&str; 5] = ["tzplan", "tzplan-roster", "tzplan-report", "tzplan-cli", "tzplan-mcp"];

fn folder(name: &str) -> PathBuf {
    Path::new(env!("CARGO_MANIFEST_DIR")).join("crates").join(name)
}

/// Some data may be passed on only with its licence beside it.
#[test]
fn every_crate_holds_its_licences_and_sources() {
    for name in CRATES {
        for file in ["LICENSE-MIT", "LICENSE-APACHE", "NOTICE"] {
            let of_crate = fs::read_to_string(folder(name).join(file)).unwrap();
            let of_all = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join(file)).unwrap();
            assert_eq!(of_crate, of_all, "{file} of {name}");
        }
    }
}

#[test]
fn every_crate_says_what_a_registry_asks() {
    for name in CRATES {
        let manifest: toml::Table =
            fs::read_to_string(folder(name).join("Cargo.toml")).unwrap().parse().unwrap();
        let package = &manifest["package"];
        // The registry's limits: five words, of 20 letters each, and five categories.
        let keywords = package["keywords"].as_array().unwrap();
        assert!((1..=5).contains(&keywords.len()), "{name}");
        assert!(keywords.iter().all(|word| word.as_str().unwrap().len() <= 20), "{name}");
        assert!((1..=5).contains(&package["categories"].as_array().unwrap().len()), "{name}");
        assert_eq!(package["metadata"]["docs"]["rs"]["all-features"].as_bool(), Some(true), "{name}");
        for file in ["/src", "/README.md", "/LICENSE-*", "/NOTICE"] {
            let include = package["include"].as_array().unwrap();
            assert!(include.iter().any(|one| one.as_str() == Some(file)), "{name} packs {file}");
        }
        let readme = fs::read_to_string(folder(name).join("README.md")).unwrap();
        // A registry shows it alone.
        let alone = readme
            .match_indices("](")
            .all(|(at, _)| readme[at + 2..].starts_with("https://") || readme[at + 2..].starts_with('#'));
        assert!(alone, "the README of {name} links to a file beside it");
    }
}

/// Who names no version gets the one of the commit that they use.
#[test]
fn the_action_installs_this_version() {
    let action = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("action.yml")).unwrap();
    let manifest = fs::read_to_string(Path::new(env!("CARGO_MANIFEST_DIR")).join("Cargo.toml")).unwrap();
    let manifest: toml::Table = manifest.parse().unwrap();
    let version = manifest["workspace"]["package"]["version"].as_str().unwrap();
    assert!(action.contains(&format!("default: \"{version}\"")));
}
