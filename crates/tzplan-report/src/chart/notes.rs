//! What stands under a chart in a file of its own: what was tried, and the settings that are not the usual
//! ones.

use tzplan::Policy;

use super::drawing::{Drawing, text, width};
use crate::context::Context;
use crate::words::changes;
use crate::words::people::Names;
use crate::words::thresholds::unusual;

/// Units from one line to the next, and above the first.
const LINE: f64 = 18.0;
const GAP: f64 = 10.0;

impl Drawing {
    /// The same with these notes under it.
    pub(super) fn with_notes(mut self, notes: &[String]) -> Self {
        let mut at = self.height + GAP;
        for line in notes.iter().flat_map(|note| lines(note, self.width)) {
            at += LINE;
            text(&mut self.body, 0.0, at, "note", &line);
        }
        if !notes.is_empty() {
            self.height = at + GAP;
            self.described = format!("{} {}", self.described, notes.join(" "));
        }
        self
    }
}

/// Nothing of a roster as it is, on the usual terms.
pub(super) fn notes(policy: &Policy, context: Context<'_>) -> Vec<String> {
    let other = unusual(policy);
    let mut notes = Vec::new();
    if let Some(changes) = changes::sentence(context.changes, Names::Cut) {
        notes.push(format!("What if: {changes}."));
    }
    if !other.is_empty() {
        notes.push(format!("Not the usual: {}.", other.join(", ")));
    }
    if !context.settings.is_empty() {
        notes.push(format!("Settings: {}.", changes::settings(context.settings, Names::Cut)));
    }
    notes
}

/// Words in lines of a width.
fn lines(words: &str, wide: f64) -> Vec<String> {
    let mut lines: Vec<String> = Vec::new();
    for word in words.split(' ') {
        match lines.last_mut() {
            Some(line) if width(&format!("{line} {word}")) <= wide => line.extend([" ", word]),
            _ => lines.push(word.to_owned()),
        }
    }
    lines
}
