//! Text in lines of this many columns.

use super::clean;
use super::ink::{Ink, Text};

/// Columns of a word in a cell, whatever room there is.
const WORD: usize = 24;
/// What opens and closes a run of text whose direction is its own.
const ISOLATE: [char; 2] = ['\u{2068}', '\u{2069}'];

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
                    open if open == ISOLATE[0] => isolated += 1,
                    close if close == ISOLATE[1] => isolated = isolated.saturating_sub(1),
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

    /// The same of running text, where a range is one word too: `14 Mar – 27 Mar`.
    pub(crate) fn phrases(&self) -> Vec<Self> {
        let mut phrases: Vec<Self> = Vec::new();
        let mut words = self.words().into_iter().peekable();
        while let Some(mut phrase) = words.next() {
            if let Some(dash) = words.next_if(|word| word.render(false) == "–") {
                for word in [Some(dash), words.next()].into_iter().flatten() {
                    phrase.space_before(&word);
                    phrase.append(&word);
                }
            }
            phrases.push(phrase);
        }
        phrases
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
    /// the cell wider; wider than any column for names, it breaks where that column ends.
    pub(crate) fn flowed(&self, columns: usize) -> Vec<Self> {
        self.lines_of(columns, columns.max(WORD))
    }

    /// Lines of at most this many columns, whatever breaks.
    pub(crate) fn within(&self, columns: usize) -> Vec<Self> {
        self.lines_of(columns, columns)
    }

    /// Lines of this many columns, and of words of at most this many.
    fn lines_of(&self, columns: usize, widest: usize) -> Vec<Self> {
        let mut lines: Vec<Self> = Vec::new();
        for word in self.words() {
            let parts = if word.width() > columns { word.parts() } else { vec![word] };
            for part in parts.iter().flat_map(|part| part.broken(widest)) {
                match lines.last_mut() {
                    Some(line) if parts.len() == 1 && line.width() + 1 + part.width() <= columns => {
                        line.space_before(&part);
                        line.append(&part);
                    }
                    _ => lines.push(part),
                }
            }
        }
        lines
    }

    /// A word in two: `Petropavlovsk-`, `Kamchatsky`. Nothing breaks between isolates.
    fn parts(&self) -> Vec<Self> {
        let (ink, word) = (self.ink(), self.render(false));
        match word.split_once('-').filter(|(_, rest)| !rest.is_empty() && !word.contains(ISOLATE)) {
            Some((first, rest)) => vec![Self::new(ink, format!("{first}-")), Self::new(ink, rest.to_owned())],
            None => vec![self.clone()],
        }
    }

    /// A word in pieces of at most this many columns; what stands in an isolate does so in each of them.
    pub(crate) fn broken(&self, columns: usize) -> Vec<Self> {
        if self.width() <= columns {
            return vec![self.clone()];
        }
        let word = self.render(false);
        let isolated = word.contains(ISOLATE);
        let (mut pieces, mut piece) = (Vec::new(), String::new());
        for character in word.chars().filter(|c| !ISOLATE.contains(c)) {
            piece.push(character);
            if clean::width(&piece) > columns && piece.chars().nth(1).is_some() {
                piece.pop();
                pieces.push(std::mem::replace(&mut piece, character.to_string()));
            }
        }
        pieces.push(piece);
        let [open, close] = ISOLATE;
        let whole = |piece: String| if isolated { format!("{open}{piece}{close}") } else { piece };
        pieces.into_iter().map(|piece| Self::new(self.ink(), whole(piece))).collect()
    }

    /// That of the first character.
    fn ink(&self) -> Ink {
        self.runs.first().map_or(Ink::Plain, |(ink, _)| *ink)
    }

    /// Lines of at most this many columns; further ones are indented.
    pub(crate) fn wrapped(&self, columns: usize) -> Vec<Self> {
        let mut lines: Vec<Self> = Vec::new();
        let mut line = Self::default();
        // A range has no room in a narrow cell.
        let apart = |phrase: Self| if phrase.width() + 2 > columns { phrase.words() } else { vec![phrase] };
        for word in self.phrases().into_iter().flat_map(apart) {
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

#[cfg(test)]
mod tests {
    use super::*;

    fn lines(text: &str, columns: usize) -> Vec<String> {
        Text::from(text).within(columns).iter().map(|line| line.render(false)).collect()
    }

    #[test]
    fn ranges_and_units_stay_with_their_numbers() {
        let text = Text::from("07:00 on 14 Mar – 27 Mar, 31 Oct – 6 Nov and 1 h 20 min on 3 – 4 days – or");
        let phrases: Vec<String> = text.phrases().iter().map(|phrase| phrase.render(false)).collect();
        let expected = [
            "07:00",
            "on",
            "14 Mar – 27 Mar,",
            "31 Oct – 6 Nov",
            "and",
            "1 h",
            "20 min",
            "on",
            "3 – 4",
            "days – or",
        ];
        assert_eq!(phrases, expected);
    }

    #[test]
    fn nothing_of_a_text_is_lost() {
        assert_eq!(lines("Ana Lima da Silva", 9), ["Ana Lima", "da Silva"]);
        assert_eq!(lines("Wolfeschlegelstein", 7), ["Wolfesc", "hlegels", "tein"]);
        assert_eq!(lines("Petropavlovsk-Kamchatsky", 14), ["Petropavlovsk-", "Kamchatsky"]);
        assert_eq!(lines("山田太郎", 5), ["山田", "太郎"]);
        assert_eq!(
            lines("\u{2068}שלום אברהם\u{2069}", 6),
            ["\u{2068}שלום א\u{2069}", "\u{2068}ברהם\u{2069}"]
        );
        assert_eq!(lines("e\u{301}e\u{301}e\u{301}", 2), ["e\u{301}e\u{301}", "e\u{301}"]);
    }
}
