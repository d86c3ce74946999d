//! What JSON, TOML and YAML have in common: entries, a policy, and places of both.

use std::ops::Range;

use super::entry::Entry;
use super::lines::Lines;
use super::lists::{LISTS, Lists};
use crate::faults::{Fault, Faults, Spot};
use crate::text::{clean, shorten};
use crate::wording::{LONGEST_QUOTE, Quoted, near};

/// A file that was read, of either notation.
pub(super) trait Document<'t> {
    /// The lists that the entries are in.
    fn lists(&self) -> &Lists;

    /// How many entries there are.
    fn len(&self) -> usize;

    /// Where an entry stands.
    fn span(&self, index: usize) -> Range<usize>;

    /// Reads an entry, whose items replace the former ones.
    fn entry(&self, index: usize, entry: &mut Entry<'t>) -> Result<(), Wrong>;

    /// What a key says of the person where the file keeps people by names or ids.
    fn key(&self, _index: usize) -> Option<&str> {
        None
    }

    /// Reads the policy, if the file has one.
    fn policy(&self, entry: &mut Entry<'t>) -> Result<(), Wrong>;

    /// Keys beside the list and the policy, and where their values stand.
    fn others(&self) -> &[(String, Range<usize>)];

    /// The path of an entry, or of the value of a key in it.
    fn path(&self, index: Option<usize>, key: Option<&str>) -> String {
        let mut path = match index {
            Some(index) => {
                let (list, index) = self.lists().of(index);
                format!("{list}[{index}]")
            }
            None => "policy".to_owned(),
        };
        match key {
            Some(key) if is_bare(key) => {
                path.push('.');
                path.push_str(key);
            }
            Some(key) => {
                let key = clean(key).replace('\\', "\\\\").replace('"', "\\\"");
                path.push_str(&format!("[\"{}\"]", shorten(&key, LONGEST_QUOTE)));
            }
            None => {}
        }
        path
    }
}

fn is_bare(key: &str) -> bool {
    let is_part = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'.');
    (1..=60).contains(&key.len()) && key.bytes().all(is_part)
}

/// Something wrong at a place of the text.
pub(super) struct Wrong {
    pub(super) fault: Fault,
    pub(super) span: Range<usize>,
    /// The path to name instead of line and column.
    pub(super) path: Option<String>,
}

impl Wrong {
    pub(super) fn new(fault: Fault, span: Range<usize>) -> Self {
        Self { fault, span, path: None }
    }

    /// Adds it to what is wrong with the file.
    pub(super) fn report(self, faults: &mut Faults, lines: &Lines<'_>) {
        let Self { fault, span, path } = self;
        let spot = Spot::line(lines.line(span.start));
        faults.add(&fault, spot, || match path {
            Some(path) => lines.pointer(path, span, 0),
            None => lines.position(span),
        });
    }
}

/// No list of entries: what to write.
pub(super) fn no_members(span: Range<usize>, example: &str) -> Wrong {
    Wrong::new(
        Fault::error("no-members", "the file has no list of members", format!("write them like {example}")),
        span,
    )
}

/// A table of the program's own settings, which it reads itself.
pub(super) const SETTINGS: &str = "tzplan";

/// Warns of keys that are probably misspelt; others that are not known are passed over, as columns are.
pub(super) fn report_misspelt<'t>(document: &impl Document<'t>, faults: &mut Faults, lines: &Lines<'_>) {
    for (key, span) in document.others().iter().filter(|(key, _)| key != SETTINGS) {
        let Some(near) = near(key, LISTS.into_iter().chain(["policy", SETTINGS])) else { continue };
        let key = clean(key);
        let fault = Fault::warning(
            "unknown-key",
            format!("{} is not read — is `{near}` meant?", Quoted(&key)),
            format!("write {near}, or rename it"),
        );
        Wrong { path: Some(key.into_owned()), ..Wrong::new(fault, span.clone()) }.report(faults, lines);
    }
}
