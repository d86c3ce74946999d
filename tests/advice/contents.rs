//! The list of teams in README.md.

use std::fs::read_to_string;
use std::path::Path;

use crate::corpus::{TeamFile, files};
use crate::reading::Roster;

#[test]
fn the_list_in_the_readme_is_the_corpus() {
    let readme = Path::new(env!("CARGO_MANIFEST_DIR")).join(crate::FOLDER).join("README.md");
    let readme = read_to_string(readme).expect("the README");
    let listed: Vec<String> =
        readme.lines().filter(|line| line.starts_with("| [")).map(without_words).collect();
    let line = |(name, file): &(String, TeamFile)| {
        let (people, model) = (Roster::of(file).names.len(), &file.expect.verdict.model);
        let star = if file.tension.is_some() { " *" } else { "" };
        format!("| [{name}](teams/{name}.toml) | {people} | {model} |{star}")
    };
    let files: Vec<String> = files().iter().map(line).collect();
    assert!(files.len() >= 40, "a corpus of at least 40 teams");
    assert_eq!(listed, files);
}

/// A line without what is said in it, but with its star.
fn without_words(line: &str) -> String {
    let cells: Vec<&str> = line.split('|').map(str::trim).collect();
    let star = if cells[4].ends_with('*') { " *" } else { "" };
    format!("| {} | {} | {} |{star}", cells[1], cells[2], cells[3])
}
