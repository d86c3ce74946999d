//! A label cut at its commas, brackets and dashes: pieces of words, and of the times among them.

use super::resolver::Resolver;
use super::token::{is_abbreviation, offset_at, word_at};

/// A word of a label, or a time in it.
#[derive(Debug)]
pub(super) enum Item<'t> {
    Word(&'t str),
    Time(NamedTime),
}

/// A time in a label.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) enum NamedTime {
    /// An abbreviation: `CET`.
    Short(String),
    /// A name in words: `Central European Time`.
    Long(String),
    /// An IANA id.
    Id(String),
    Offset(String),
}

/// What separates the pieces of a label besides dashes with blanks around them.
const SEPARATORS: [char; 26] = [
    ',', ';', '|', '/', '\\', '(', ')', '[', ']', '{', '}', '<', '>', '\u{3001}', '\u{60c}', '\u{b7}',
    '\u{2022}', '\u{3010}', '\u{3011}', '\u{300c}', '\u{300d}', '"', '`', '*', '=', '~',
];

impl Resolver<'_> {
    /// The pieces between commas, brackets and dashes.
    pub(super) fn pieces<'t>(&self, text: &'t str) -> Vec<Vec<Item<'t>>> {
        let mut pieces = vec![Vec::new()];
        let mut at = 0;
        while let Some(c) = text[at..].chars().next() {
            let before = text[..at].chars().next_back();
            let piece = pieces.last_mut().expect("there is a piece from the start");
            if let Some(length) = offset_at(&text[at..], before) {
                piece.push(Item::Time(NamedTime::Offset(text[at..at + length].split_whitespace().collect())));
                at += length;
            } else if let Some(length) = self.id_at(&text[at..], before) {
                piece.push(Item::Time(NamedTime::Id(text[at..at + length].to_owned())));
                at += length;
            } else if SEPARATORS.contains(&c) || is_dash(text, at, c) || c == ':' {
                pieces.push(Vec::new());
                at += c.len_utf8();
            } else if c.is_alphanumeric() {
                let length = word_at(&text[at..]);
                let word = &text[at..at + length];
                piece.push(Item::Word(word));
                at += length;
            } else {
                at += c.len_utf8();
            }
        }
        pieces.retain(|piece| !piece.is_empty());
        let mut cut: Vec<Vec<Item<'t>>> = Vec::new();
        for piece in pieces {
            cut.extend(self.with_names(piece));
        }
        cut
    }

    /// A piece with its abbreviations and names of times found.
    fn with_names<'t>(&self, piece: Vec<Item<'t>>) -> Vec<Vec<Item<'t>>> {
        let words: Vec<&str> = piece
            .iter()
            .filter_map(|item| if let Item::Word(word) = item { Some(*word) } else { None })
            .collect();
        let plain: Vec<&str> = {
            let front = words
                .iter()
                .position(|word| !matches!(&*word.to_lowercase(), "to" | "and" | "from" | "in" | "us"));
            words[front.unwrap_or(0)..].to_vec()
        };
        let long = plain.join(" ");
        if self.is_long_name(&long) {
            let mut items: Vec<Item<'t>> =
                piece.into_iter().filter(|item| matches!(item, Item::Time(_))).collect();
            items.push(Item::Time(NamedTime::Long(long)));
            if words.first() == Some(&"US") {
                items.push(Item::Word("US"));
            }
            return vec![items];
        }
        let is_place = words.len() > 1 && self.is_name_of_place(&words.join(" "));
        let items = piece.into_iter().map(|item| match item {
            Item::Word(word) if !is_place && is_abbreviation(word) => {
                Item::Time(NamedTime::Short(word.replace('.', "")))
            }
            other => other,
        });
        vec![items.collect()]
    }

    /// An IANA id at the start of a text: its length.
    fn id_at(&self, text: &str, before: Option<char>) -> Option<usize> {
        if before.is_some_and(char::is_alphanumeric) {
            return None;
        }
        let end = text.find(|c: char| c.is_whitespace() || ",;()[]{}<>|".contains(c)).unwrap_or(text.len());
        let id = text[..end].trim_end_matches(['.', ':']);
        (id.contains('/') && self.tzdb.parse(id).is_ok()).then_some(id.len())
    }
}

/// A dash between blanks, or between words of which one is an abbreviation: `Remote-EST`.
fn is_dash(text: &str, at: usize, c: char) -> bool {
    if !matches!(c, '-' | '\u{2013}' | '\u{2014}' | '_') {
        return false;
    }
    let (before, after) = (&text[..at], &text[at + c.len_utf8()..]);
    let is_blank = |c: Option<char>| c.is_none_or(char::is_whitespace);
    if is_blank(before.chars().next_back()) && is_blank(after.chars().next()) {
        return true;
    }
    let last = before.rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    let next = after.split(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
    is_abbreviation(last) || is_abbreviation(next)
}
