//! Text with colours, measured in columns.

use super::clean;

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
    pub(super) runs: Vec<(Ink, String)>,
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

    /// As running text: a sentence that ends in a name with a full stop of its own (`Dee K.`, `Sammy Jr.`)
    /// ends there, with that one.
    pub(crate) fn closed(&self) -> Self {
        let end_of_isolate = '\u{2069}';
        let all: Vec<(Ink, char)> =
            self.runs.iter().flat_map(|(ink, run)| run.chars().map(|one| (*ink, one))).collect();
        let mut closed = Self::default();
        // How many full stops stand right before, those in a name included.
        let mut stops = 0;
        for (place, (ink, one)) in all.iter().enumerate() {
            let next = all.get(place + 1).map(|(_, next)| *next);
            let is_second = *one == '.' && stops == 1 && next.is_none_or(|next| next == ' ');
            stops = match *one {
                '.' => stops + 1,
                one if one == end_of_isolate => stops,
                _ => 0,
            };
            if !is_second {
                closed.push(*ink, one.encode_utf8(&mut [0; 4]));
            }
        }
        closed
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
        self.spaces(column.saturating_sub(self.width()));
    }

    /// This many spaces.
    pub(crate) fn spaces(&mut self, count: usize) {
        const SPACES: &str = "                ";
        let mut left = count;
        while left > SPACES.len() {
            self.plain(SPACES);
            left -= SPACES.len();
        }
        self.plain(&SPACES[..left]);
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
