//! Text in lines of this many columns.

use super::ink::{Ink, Text};

/// Columns of a word in a cell, whatever room there is.
const WORD: usize = 24;

impl Text {
    /// The words, each with the ink of its first character; what stands between isolates is one word, and so
    /// are a number and its unit.
    pub(crate) fn words(&self) -> Vec<Self> {
        let mut words = vec![Self::default()];
        let mut isolated = 0_usize;
        for (ink, run) in &self.runs {
            let mut buffer = [0; 4];
            for character in run.chars() {
                match character {
                    '\u{2068}' => isolated += 1,
                    '\u{2069}' => isolated = isolated.saturating_sub(1),
                    _ => {}
                }
                if character == ' ' && isolated == 0 {
                    words.push(Self::default());
                } else if let Some(word) = words.last_mut() {
                    word.push(*ink, character.encode_utf8(&mut buffer));
                }
            }
        }
        words.retain(|word| !word.is_empty());
        let mut joined: Vec<Self> = Vec::new();
        for word in words {
            match joined.last_mut().filter(|last| last.ends_in_a_number() && word.is_unit()) {
                Some(number) => {
                    number.space_before(&word);
                    number.append(&word);
                }
                None => joined.push(word),
            }
        }
        joined
    }

    fn ends_in_a_number(&self) -> bool {
        self.runs.last().is_some_and(|(_, run)| run.ends_with(|c: char| c.is_ascii_digit() || c == '½'))
    }

    /// Whether it belongs to the number before it: `4 h`, `28 Mar`.
    fn is_unit(&self) -> bool {
        const UNITS: [&str; 14] =
            ["h", "min", "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let word: String = self.runs.iter().map(|(_, run)| run.as_str()).collect();
        UNITS.contains(&word.trim_end_matches([',', '.', ';', ':', ')', '?']))
    }

    /// Lines of at most this many columns in a cell of a table. A longer word breaks after a hyphen and makes
    /// the cell wider; it is cut where it is wider than any column for names.
    pub(crate) fn flowed(&self, columns: usize) -> Vec<Self> {
        let mut lines: Vec<Self> = Vec::new();
        for word in self.words() {
            match lines.last_mut() {
                Some(line) if line.width() + 1 + word.width() <= columns => {
                    line.space_before(&word);
                    line.append(&word);
                }
                _ if word.width() > columns => {
                    lines.extend(word.parts().iter().map(|part| part.cut(columns.max(WORD))));
                }
                _ => lines.push(word),
            }
        }
        lines
    }

    /// A word in two: `Petropavlovsk-`, `Kamchatsky`. Nothing breaks between isolates.
    fn parts(&self) -> Vec<Self> {
        let (ink, word) = (self.runs.first().map_or(Ink::Plain, |(ink, _)| *ink), self.render(false));
        match word.split_once('-').filter(|_| !word.contains('\u{2068}')) {
            Some((first, rest)) => vec![Self::new(ink, format!("{first}-")), Self::new(ink, rest.to_owned())],
            None => vec![self.clone()],
        }
    }

    /// Lines of at most this many columns; further ones are indented.
    pub(crate) fn wrapped(&self, columns: usize) -> Vec<Self> {
        let mut lines: Vec<Self> = Vec::new();
        let mut line = Self::default();
        for word in self.words() {
            if !line.is_empty() && line.width() + 1 + word.width() > columns {
                lines.push(std::mem::replace(&mut line, Self::from("  ")));
                line.append(&word);
                continue;
            }
            if !line.is_empty() {
                line.plain(" ");
            }
            line.append(&word);
        }
        lines.push(line);
        lines
    }
}
