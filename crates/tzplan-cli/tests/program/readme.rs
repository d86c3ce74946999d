//! What the READMEs and docs/ show is what the program prints, to the letter. The figures themselves are
//! worked out by hand in `example.rs`, `fit.rs` and the library's tests; this holds the words and the layout.

use std::path::Path;

use assert_cmd::Command;

/// A command of a README with the output below it.
struct Shown {
    line: String,
    output: String,
}

fn root() -> &'static Path {
    Path::new(concat!(env!("CARGO_MANIFEST_DIR"), "/../.."))
}

fn shown(readme: &str) -> Vec<Shown> {
    let readme = std::fs::read_to_string(root().join(readme)).unwrap();
    let blocks = readme.split("```console\n").skip(1).map(|block| block.split_once("```").unwrap().0);
    let commands = blocks.flat_map(|block| block.split("$ ").skip(1));
    let shown = commands.map(|command| {
        let (line, output) = command.split_once('\n').unwrap();
        Shown { line: line.to_owned(), output: output.to_owned() }
    });
    shown.filter(|shown| !shown.output.is_empty()).collect()
}

#[test]
fn the_readme_shows_what_the_program_prints() {
    let all = shown("README.md");
    assert!(!all.is_empty());
    all.into_iter().for_each(is_printed);
}

/// README fits a screen or two: the rest is in docs/, which it links to, whole.
#[test]
fn so_do_the_documents_that_it_links_to() {
    let readme = std::fs::read_to_string(root().join("README.md")).unwrap();
    assert!(readme.lines().count() <= 100, "{} lines", readme.lines().count());
    let mut shown_in_docs = 0;
    for entry in std::fs::read_dir(root().join("docs")).unwrap() {
        let name = entry.unwrap().file_name().into_string().unwrap();
        assert!(readme.contains(&format!("(docs/{name})")), "README does not link to docs/{name}");
        if name.ends_with(".md") {
            let all = shown(&format!("docs/{name}"));
            shown_in_docs += all.len();
            all.into_iter().for_each(is_printed);
        }
    }
    assert!(shown_in_docs >= 5, "{shown_in_docs}");
}

#[test]
fn so_does_the_readme_of_the_crate() {
    let all = shown("crates/tzplan-cli/README.md");
    assert_eq!(all.len(), 1);
    all.into_iter().for_each(is_printed);
}

fn is_printed(Shown { line, output }: Shown) {
    let (command, head) = match line.split_once(" | head -") {
        Some((command, lines)) => (command, lines.parse().unwrap()),
        None => (&*line, usize::MAX),
    };
    let arguments = command.strip_prefix("tzplan ").unwrap();
    // As a shell reads them: no argument of the README holds a blank.
    let arguments = arguments.split(' ').map(|argument| argument.trim_matches('\''));
    let ran = Command::cargo_bin("tzplan").unwrap().args(arguments).current_dir(root()).output().unwrap();
    assert_eq!(String::from_utf8_lossy(&ran.stderr), "", "{line}");
    let printed = String::from_utf8(ran.stdout).unwrap();
    let printed: String = printed.lines().take(head).map(|line| format!("{line}\n")).collect();
    assert_eq!(printed, output, "{line}");
}
