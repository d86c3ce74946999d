//! What a page tells somebody to do, and the command or the flags beside each step.

use serde_json::Value;

use super::Desk;

/// A step: what to do and what that reaches, with what to type as a shell splits it.
pub(crate) struct Step {
    pub(crate) text: String,
    pub(crate) typed: Vec<String>,
}

/// The steps of a page under “You could”; none where nothing is to be done.
pub(crate) fn steps(page: &str) -> Vec<Step> {
    let Some(part) = page.split("\nYou could\n").nth(1) else { return Vec::new() };
    let part = part.split("\n\n").next().unwrap();
    let mut steps: Vec<(String, String)> = Vec::new();
    for line in part.lines() {
        let text = line.trim();
        let is_first = text.starts_with(|first: char| first.is_ascii_digit());
        if line.starts_with("  ") && !line.starts_with("   ") && is_first {
            steps.push((text[1..].trim().to_owned(), String::new()));
            continue;
        }
        // What is said about all of them.
        if !line.starts_with("     ") {
            break;
        }
        match steps.last_mut() {
            Some((_, typed)) if !typed.is_empty() || is_typed(text) => {
                typed.push_str(&format!("{}{text}", if typed.is_empty() { "" } else { " " }));
            }
            Some((step, _)) => step.push_str(&format!(" {text}")),
            None => panic!("{line}"),
        }
    }
    let of = |(text, typed): (String, String)| Step { text, typed: split(&typed) };
    steps.into_iter().map(of).collect()
}

impl Step {
    /// What is reached.
    pub(crate) fn reaches(&self) -> &str {
        self.text.split(" → ").nth(1).unwrap_or_else(|| panic!("nothing is reached by {}", self.text))
    }

    /// The answer to it as JSON: a line that is typed as it stands, or flags of the command that gave it.
    pub(crate) fn answer(&self, desk: &Desk, line: &[&str]) -> Value {
        let words: Vec<&str> = self.typed.iter().map(String::as_str).collect();
        let ran = match words.split_first() {
            Some((&"tzplan", line)) => desk.run(&[line, &["--format", "json"]].concat()),
            _ => desk.run(&[line, &words, &["--format", "json"]].concat()),
        };
        assert!(matches!(ran.code, Some(0 | 1)), "{:?}: {}", self.typed, ran.err);
        ran.json()
    }
}

/// Of a text that may wrap: lines of what is typed begin so.
fn is_typed(text: &str) -> bool {
    text.starts_with("tzplan ") || text.starts_with("--")
}

/// Words of a line, `'…'` and `\'` as a shell reads them.
fn split(line: &str) -> Vec<String> {
    let (mut words, mut word, mut quoted) = (Vec::new(), String::new(), false);
    let mut characters = line.chars();
    while let Some(character) = characters.next() {
        match character {
            '\'' => quoted = !quoted,
            '\\' if !quoted => word.extend(characters.next()),
            ' ' if !quoted => words.push(std::mem::take(&mut word)),
            other => word.push(other),
        }
    }
    words.push(word);
    words
}
