//! Links of the documents: each leads to a file that is there, and to a heading in it.

use std::collections::HashMap;
use std::fs;
use std::path::{Component, Path, PathBuf};

/// Folders that hold nobody's documents.
const PASSED_OVER: [&str; 4] = ["target", "node_modules", "corpus", "artifacts"];

/// The documents below a folder, links aside.
fn documents(folder: &Path, found: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).expect("a folder").map(|entry| entry.expect("an entry")) {
        let (path, kind) = (entry.path(), entry.file_type().expect("a kind"));
        let name = entry.file_name().to_string_lossy().into_owned();
        if kind.is_dir() && !name.starts_with('.') && !PASSED_OVER.contains(&&*name) {
            documents(&path, found);
        } else if kind.is_file() && path.extension().is_some_and(|extension| extension == "md") {
            found.push(path);
        }
    }
}

/// A document without blocks and words of code.
fn prose(path: &Path) -> String {
    let text = fs::read_to_string(path).expect("a text");
    let outside = text.split("\n```").step_by(2);
    outside.collect::<Vec<_>>().join("\n").split('`').step_by(2).collect()
}

/// The anchors of a document's headings, as GitHub makes them.
fn anchors(path: &Path) -> Vec<String> {
    let text = fs::read_to_string(path).expect("a text");
    let lines = text.split("\n```").step_by(2).flat_map(str::lines);
    let headings = lines.filter(|line| line.starts_with('#')).map(|line| line.trim_start_matches('#').trim());
    let kept = |c: &char| c.is_alphanumeric() || matches!(c, ' ' | '-' | '_');
    headings
        .map(|line| line.to_lowercase().chars().filter(kept).collect::<String>().replace(' ', "-"))
        .collect()
}

/// Where a path leads without its `..`.
fn plain(path: &Path) -> PathBuf {
    path.components().fold(PathBuf::new(), |mut plain, part| {
        match part {
            Component::ParentDir => drop(plain.pop()),
            Component::CurDir => {}
            part => plain.push(part),
        }
        plain
    })
}

#[test]
fn every_link_leads_to_a_file_and_a_heading() {
    let mut all = Vec::new();
    documents(Path::new(env!("CARGO_MANIFEST_DIR")), &mut all);
    let headings: HashMap<&PathBuf, Vec<String>> = all.iter().map(|path| (path, anchors(path))).collect();
    let (mut links, mut broken) = (0, Vec::new());
    for document in &all {
        let text = prose(document);
        let targets = text.split("](").skip(1).filter_map(|rest| rest.split([')', ' ', '\n']).next());
        for link in targets.filter(|link| !link.contains("://") && !link.starts_with("mailto:")) {
            links += 1;
            let (path, heading) = link.split_once('#').unwrap_or((link, ""));
            let folder = document.parent().expect("a folder");
            let target = if path.is_empty() { document.clone() } else { plain(&folder.join(path)) };
            let is_there = match headings.get(&target) {
                Some(of_target) if !heading.is_empty() => of_target.iter().any(|known| known == heading),
                _ => target.exists(),
            };
            if !is_there {
                broken.push(format!("{}: {link}", document.display()));
            }
        }
    }
    assert!(broken.is_empty(), "{broken:#?}");
    assert!(links > 50, "{links} links are looked at");
}
