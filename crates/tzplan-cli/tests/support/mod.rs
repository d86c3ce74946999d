//! Running the program as a stranger would: its own directory, no terminal, an environment with nothing in
//! it.
#![allow(dead_code, reason = "each test file uses a part of it")]
#![allow(clippy::unwrap_used, reason = "a test that fails shall panic")]

pub(crate) mod by_person;
pub(crate) mod described;
mod in_memory;
pub(crate) mod shape;
pub(crate) mod steps;

use std::path::{Path, PathBuf};
use std::process::Output;

use assert_cmd::Command;
use serde_json::Value;

/// The example of the product: what it shares is known by hand.
pub(crate) const THREE: &str = "name,zone,hours\nAna,America/Sao_Paulo,9-17\nBen,Europe/Berlin,9-17\n\
                                Chloé,Europe/London,9-17\n";

/// 364 days from a Monday, on Berlin's clock.
pub(crate) const YEAR: [&str; 4] = ["--from", "2026-11-23", "--home", "Europe/Berlin"];

/// Every command that reads a roster and plans; the first is the plan itself.
pub(crate) const ANALYSES: [&[&str]; 9] = [
    &[],
    &["--windows"],
    &["--quorum", "1"],
    &["year"],
    &["pairs"],
    &["pods"],
    &["coverage"],
    &["regions"],
    &["agreement"],
];

/// Every command.
pub(crate) const COMMANDS: [&str; 17] = [
    "plan",
    "year",
    "pairs",
    "pods",
    "coverage",
    "fit",
    "regions",
    "meet",
    "agreement",
    "report",
    "check",
    "zones",
    "demo",
    "init",
    "schema",
    "completions",
    "man",
];

/// A directory with `three.csv` in it, gone with the test.
pub(crate) struct Desk(tempfile::TempDir);

impl Desk {
    pub(crate) fn new() -> Self {
        let desk = Self(tempfile::tempdir().unwrap());
        desk.file("three.csv", THREE);
        desk
    }

    pub(crate) fn with(name: &str, content: impl AsRef<[u8]>) -> Self {
        let desk = Self::new();
        desk.file(name, content);
        desk
    }

    pub(crate) fn path(&self) -> &Path {
        self.0.path()
    }

    pub(crate) fn file(&self, name: &str, content: impl AsRef<[u8]>) -> PathBuf {
        let path = self.path().join(name);
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, content).unwrap();
        path
    }

    pub(crate) fn read(&self, name: &str) -> String {
        std::fs::read_to_string(self.path().join(name)).unwrap()
    }

    /// The names of what lies in it, hidden files too.
    pub(crate) fn names(&self) -> Vec<String> {
        let entries = std::fs::read_dir(self.path()).unwrap();
        let mut names: Vec<_> =
            entries.map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned()).collect();
        names.sort();
        names
    }

    pub(crate) fn command(&self) -> Command {
        let mut command = Command::cargo_bin("tzplan").unwrap();
        command.current_dir(self.path()).env_clear().env("TZ", "UTC");
        command
    }

    /// Where the test program says so and the line allows it, by the library in this process.
    pub(crate) fn run(&self, arguments: &[&str]) -> Ran {
        let ran = if crate::IN_MEMORY { in_memory::run(self.path(), arguments) } else { None };
        ran.unwrap_or_else(|| self.command().args(arguments).output().unwrap().into())
    }

    /// A command and a roster, over the year.
    pub(crate) fn year(&self, command: &[&str], roster: &str, more: &[&str]) -> Ran {
        self.run(&[command, &[roster], &YEAR, more].concat())
    }

    /// The same as a JSON document.
    pub(crate) fn json(&self, command: &[&str], roster: &str, more: &[&str]) -> Value {
        self.year(command, roster, &[more, &["--format", "json"]].concat()).answered().json()
    }
}

/// What a run left behind.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Ran {
    pub(crate) code: Option<i32>,
    pub(crate) out: String,
    pub(crate) err: String,
}

impl From<Output> for Ran {
    fn from(output: Output) -> Self {
        let text = |bytes| String::from_utf8(bytes).expect("output is UTF-8");
        Self { code: output.status.code(), out: text(output.stdout), err: text(output.stderr) }
    }
}

impl Ran {
    /// Exit code 0 and nothing on standard error.
    #[track_caller]
    pub(crate) fn answered(self) -> Self {
        assert_eq!((self.code, self.err.as_str()), (Some(0), ""), "{}", self.out);
        self
    }

    /// Exit code 2, nothing on standard output, and a message that names what is wrong.
    #[track_caller]
    pub(crate) fn refused(self, naming: &str) -> Self {
        assert_eq!((self.code, self.out.as_str()), (Some(2), ""), "{}", self.err);
        assert!(self.err.contains(naming), "no `{naming}` in:\n{}", self.err);
        self
    }

    #[track_caller]
    pub(crate) fn json(&self) -> Value {
        let value: Value = serde_json::from_str(&self.out).expect("one JSON document");
        assert!(self.out.ends_with('\n') && self.out.lines().count() == 1, "one line");
        value
    }

    /// Nothing that steers a terminal in either stream.
    #[track_caller]
    pub(crate) fn checked_clean(self) -> Self {
        for (stream, text) in [("stdout", &self.out), ("stderr", &self.err)] {
            if let Some(c) = text.chars().find(|c| steers(*c)) {
                panic!("{:?} on {stream}: {}", c, text.escape_debug().take(2000).collect::<String>());
            }
        }
        assert!(!self.err.contains("panicked"), "{}", self.err);
        assert!(self.code.is_some_and(|code| code <= 2), "{:?}", self.code);
        self
    }
}

/// A command line for a shell, with the program as `./tzplan` and as a user who is not root: root may read
/// and write everything.
#[cfg(unix)]
pub(crate) fn unprivileged(desk: &Desk, line: &str) -> Ran {
    use std::os::unix::fs::{MetadataExt, PermissionsExt};
    let open = std::fs::Permissions::from_mode(0o755);
    std::fs::set_permissions(desk.path(), open).unwrap();
    // By a process of its own: a file that this one has open for writing may be inherited by the run of
    // another test, and is "busy" until that has begun.
    let copy = std::process::Command::new("cp")
        .arg(assert_cmd::cargo::cargo_bin("tzplan"))
        .arg(desk.path().join("tzplan"))
        .status();
    assert!(copy.unwrap().success());
    let root = std::fs::metadata("/proc/self").is_ok_and(|own| own.uid() == 0);
    let nobody = if root { "setpriv --reuid=65534 --regid=65534 --clear-groups" } else { "" };
    let mut command = std::process::Command::new("sh");
    command.args(["-c", &format!("{nobody} ./tzplan {line}")]).current_dir(desk.path()).env("TZ", "UTC");
    command.output().unwrap().into()
}

/// Control characters but line feeds, marks that turn the direction of a text, and tags, which nobody sees.
fn steers(c: char) -> bool {
    (c.is_control() && c != '\n')
        || matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}' | '\u{e0000}'..='\u{e007f}')
}

/// What a page says: its text without the tags around it.
#[allow(dead_code, reason = "not every test reads pages")]
pub(crate) fn without_tags(page: &str) -> String {
    let mut pieces = page.split('<');
    let first = pieces.next().unwrap_or_default().to_owned();
    pieces.fold(first, |said, piece| said + piece.split_once('>').map_or(piece, |(_, text)| text))
}
