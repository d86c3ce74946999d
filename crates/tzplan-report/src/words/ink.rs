//! Text with colours, measured in columns.

use super::clean;

/// Columns of a word in a cell, whatever room there is.
const WORD: usize = 24;

/// What a run of text means; colour only repeats what the text says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Ink {
    Plain,
    Strong,
    Faint,
    Good,
    Warn,
    Bad,
    Work,
}

impl Ink {
    /// The ANSI sequence that starts it; none for plain text.
    fn start(self) -> &'static str {
        match self {
            Self::Plain => "",
            Self::Strong => "\u{1b}[1m",
            Self::Faint => "\u{1b}[2m",
            Self::Good => "\u{1b}[32m",
            Self::Warn => "\u{1b}[33m",
            Self::Bad => "\u{1b}[31m",
            Self::Work => "\u{1b}[34m",
        }
    }
}

/// Runs of text, each in one ink.
#[derive(Clone, PartialEq, Eq, Debug, Default)]
pub(crate) struct Text {
    runs: Vec<(Ink, String)>,
}

impl Text {
    pub(crate) fn new(ink: Ink, text: impl Into<String>) -> Self {
        Self { runs: vec![(ink, text.into())] }
    }

    pub(crate) fn push(&mut self, ink: Ink, text: &str) {
        match self.runs.last_mut() {
            Some((last, run)) if *last == ink => run.push_str(text),
            _ => self.runs.push((ink, text.to_owned())),
        }
    }

    pub(crate) fn plain(&mut self, text: &str) {
        self.push(Ink::Plain, text);
    }

    pub(crate) fn append(&mut self, other: &Self) {
        other.runs.iter().for_each(|(ink, run)| self.push(*ink, run));
    }

    /// A space in the ink of both sides, so that a run of words is one run.
    pub(crate) fn space_before(&mut self, next: &Self) {
        match (self.runs.last(), next.runs.first()) {
            (Some((before, _)), Some((after, _))) if before == after => self.push(*after, " "),
            _ => self.plain(" "),
        }
    }

    /// The runs of text with their inks, in order.
    pub(crate) fn runs(&self) -> impl Iterator<Item = (Ink, &str)> {
        self.runs.iter().map(|(ink, run)| (*ink, run.as_str()))
    }

    pub(crate) fn is_empty(&self) -> bool {
        self.runs.iter().all(|(_, run)| run.is_empty())
    }

    pub(crate) fn width(&self) -> usize {
        self.runs.iter().map(|(_, run)| clean::width(run)).sum()
    }

    /// Spaces up to a column.
    pub(crate) fn pad_to(&mut self, column: usize) {
        let missing = column.saturating_sub(self.width());
        self.plain(&" ".repeat(missing));
    }

    /// At most this many columns, cut with `…`.
    pub(crate) fn cut(&self, columns: usize) -> Self {
        if self.width() <= columns {
            return self.clone();
        }
        let mut cut = Self::default();
        for (ink, run) in &self.runs {
            let room = columns - cut.width();
            cut.push(*ink, &clean::cut(run, room));
            if clean::width(run) > room || cut.width() == columns {
                break;
            }
        }
        cut
    }

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

    /// As written, without trailing spaces.
    pub(crate) fn render(&self, color: bool) -> String {
        let mut line = String::new();
        let last = self.runs.iter().rposition(|(_, run)| !run.trim_end().is_empty());
        for (index, (ink, run)) in self.runs.iter().enumerate().take(last.map_or(0, |last| last + 1)) {
            let run = if Some(index) == last { run.trim_end() } else { run };
            if color && *ink != Ink::Plain && !run.trim().is_empty() {
                line.extend([ink.start(), run, "\u{1b}[0m"]);
            } else {
                line.push_str(run);
            }
        }
        line
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Self::new(Ink::Plain, text)
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Self::new(Ink::Plain, text)
    }
}
