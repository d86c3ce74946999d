//! A label cut into the times that it names and the rest: `Remote (EST)`, `Berlin, CET (UTC+1)`.

use super::fold::fold;
use super::place_words::{WordKind, is_no_place};
use super::resolver::Resolver;
use super::script::is_native;
use super::time_names;

/// What a label says of times, and what else.
#[derive(Debug, Default)]
pub(super) struct TimeLabel {
    /// The times as they are written, each once.
    pub(super) times: Vec<NamedTime>,
    /// What may be a place, without the words that say nothing.
    pub(super) rest: String,
    /// Whether offsets stand for a distance from a time: `CET +/- 2h`.
    pub(super) is_range: bool,
    /// Whether an offset is said to be that of a season: `GMT+2 (summer)`.
    pub(super) is_seasonal: bool,
    /// Whether the time is a word that says where in a country somebody is: `Remote, West`.
    pub(super) is_side: bool,
    /// Whether words were left out that name no place, or a part of the world.
    pub(super) is_nowhere: bool,
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

/// A word of a label, or a time in it.
#[derive(Debug)]
enum Item<'t> {
    Word(&'t str),
    Time(NamedTime),
}

/// What separates the pieces of a label besides dashes with blanks around them.
const SEPARATORS: [char; 26] = [
    ',', ';', '|', '/', '\\', '(', ')', '[', ']', '{', '}', '<', '>', '\u{3001}', '\u{60c}', '\u{b7}',
    '\u{2022}', '\u{3010}', '\u{3011}', '\u{300c}', '\u{300d}', '"', '`', '*', '=', '~',
];

/// Words that name a season of clocks.
const SEASONS: [&str; 8] = ["summer", "dst", "daylight", "winter", "sommer", "verano", "ete", "verao"];

impl Resolver<'_> {
    /// Cuts a label; where it names no time, `times` is empty.
    pub(super) fn time_label(&self, text: &str) -> TimeLabel {
        let pieces = self.pieces(text);
        let has_times = pieces.iter().flatten().any(|item| matches!(item, Item::Time(_)));
        // `remote (est)`: small letters are an abbreviation where nothing else is said.
        let is_soft = |item: &Item<'_>| match item {
            Item::Word(word) => is_filler(word) || is_abbreviation(&word.to_uppercase()),
            Item::Time(_) => true,
        };
        let soft = !has_times
            && pieces.iter().flatten().all(is_soft)
            && pieces
                .iter()
                .flatten()
                .filter(|item| !matches!(item, Item::Word(word) if is_filler(word)))
                .count()
                == 1;
        let mut found = TimeLabel { is_range: has_plus_minus(text), ..TimeLabel::default() };
        let mut rest: Vec<String> = Vec::new();
        let mut says_no = false;
        for piece in &pieces {
            let mut words: Vec<&str> = Vec::new();
            for item in piece {
                match item {
                    Item::Time(time) => found.add(time.clone()),
                    Item::Word(word) if soft && !is_filler(word) => {
                        found.is_side = WordKind::Side.has(&word.to_lowercase());
                        found.add(NamedTime::Short(word.to_uppercase()));
                    }
                    Item::Word(word) => words.push(word),
                }
            }
            let has_season = words.iter().any(|word| SEASONS.contains(&&*word.to_lowercase()));
            says_no |= words.iter().any(|word| matches!(&*word.to_lowercase(), "no" | "without" | "non"));
            found.is_seasonal |= has_season;
            let phrase = fold(&words.join(" "));
            if is_no_place(&phrase) {
                found.is_nowhere = true;
                continue;
            }
            found.is_nowhere |= words.iter().any(|word| is_no_place(&word.to_lowercase()));
            let first = words.iter().position(|word| !is_filler(word));
            let last = words.iter().rposition(|word| !is_filler(word));
            if let (Some(first), Some(last)) = (first, last) {
                // Without a time the words stay as they are: `Area Sanità`.
                let place = if piece.len() > words.len() || found.is_nowhere {
                    &words[first..=last]
                } else {
                    &words[..]
                };
                rest.push(place.join(" "));
            }
        }
        found.is_seasonal &= !says_no;
        found.rest = rest.join(", ");
        found
    }

    /// The pieces between commas, brackets and dashes.
    fn pieces<'t>(&self, text: &'t str) -> Vec<Vec<Item<'t>>> {
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

    fn is_long_name(&self, words: &str) -> bool {
        let folded = fold(words);
        folded.contains("time")
            && (time_names::of_long_name(&folded).is_some()
                || time_names::several_of_long_name(&folded).is_some()
                || self.windows(&folded).is_some())
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

impl TimeLabel {
    fn add(&mut self, time: NamedTime) {
        if !self.times.contains(&time) {
            self.times.push(time);
        }
    }
}

/// Whether a word is an abbreviation of a time, in capitals.
pub(crate) fn is_abbreviation(word: &str) -> bool {
    let plain = word.replace('.', "");
    plain.len() > 1
        && plain.bytes().all(|b| b.is_ascii_uppercase())
        && (time_names::of_abbreviation(&plain).is_some()
            || time_names::several_of_abbreviation(&plain).is_some())
}

/// A cell of hours without the clock that it names, and that clock: `9-5 ET` as `9-5` and `ET`,
/// `9:30-18:30 (GMT+5:30)` as `9:30-18:30` and `GMT+5:30`.
pub(crate) fn cut_clock(text: &str) -> Option<(String, String)> {
    let mut at = 0;
    while let Some(c) = text[at..].chars().next() {
        let before = text[..at].chars().next_back();
        if before.is_some_and(char::is_alphabetic) || !c.is_alphabetic() {
            at += c.len_utf8();
            continue;
        }
        let zone = text[at..]
            .find(|c: char| c.is_whitespace() || "()[],;".contains(c))
            .map_or(text.len(), |end| at + end);
        let length = match offset_at(&text[at..], before) {
            Some(length) => length,
            // `America/New_York`
            None if text[at..zone].contains('/') && text[at..zone].contains(char::is_uppercase) => zone - at,
            None => word_at(&text[at..]),
        };
        let word = &text[at..at + length];
        let is_utc = word.eq_ignore_ascii_case("utc") || word.eq_ignore_ascii_case("gmt");
        if is_utc || is_abbreviation(word) || word.contains('/') || offset_at(word, None).is_some() {
            let after = text[at + length..].trim_start();
            let after =
                after.strip_prefix("time zone").or_else(|| after.strip_prefix("time")).unwrap_or(after);
            let rest = format!("{} {after}", &text[..at]);
            let rest = rest.replace("( )", " ").replace("[ ]", " ");
            return Some((rest.trim().to_owned(), word.to_owned()));
        }
        at += length;
    }
    None
}

/// Whether a word says nothing beside a time. Two capitals are a country's: `IN` is India, `in` is nothing.
fn is_filler(word: &str) -> bool {
    if word.len() == 2 && word != "TZ" && word.bytes().all(|b| b.is_ascii_uppercase()) {
        return false;
    }
    let folded = fold(word);
    WordKind::Filler.has(&folded) || is_no_place(&folded)
}

/// `+/-`, `±` and what people write for them.
fn has_plus_minus(text: &str) -> bool {
    ["+/-", "+/\u{2212}", "\u{b1}", "+-", "plus/minus", "plus or minus"]
        .iter()
        .any(|sign| text.contains(sign))
        && !text.contains("\u{b1}0")
}

/// The length of a word: letters and digits of one script, with the dots and apostrophes inside.
fn word_at(text: &str) -> usize {
    let mut native = None;
    let mut end = 0;
    for (at, c) in text.char_indices() {
        let inside = matches!(c, '.' | '\'' | '\u{2019}')
            && text[at + c.len_utf8()..].starts_with(char::is_alphanumeric);
        let is_mark = !c.is_ascii() && !c.is_alphanumeric() && !c.is_whitespace() && is_native(&text[..end]);
        if !c.is_alphanumeric() && !inside && !is_mark {
            break;
        }
        if c.is_alphabetic() && !is_mark {
            let is_other = is_native(c.encode_utf8(&mut [0; 4]));
            if *native.get_or_insert(is_other) != is_other {
                break;
            }
        }
        end = at + c.len_utf8();
    }
    // `E.S.T.`
    end + usize::from(text[end..].starts_with('.') && text[..end].contains('.'))
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

/// `UTC+5:30`, `GMT -5`, `+0530`, `−3` at the start of a text: its length.
fn offset_at(text: &str, before: Option<char>) -> Option<usize> {
    if before.is_some_and(|c| c.is_ascii_digit()) {
        return None;
    }
    let head =
        text.get(..3).filter(|head| head.eq_ignore_ascii_case("UTC") || head.eq_ignore_ascii_case("GMT"));
    if head.is_some() && before.is_some_and(char::is_alphanumeric) {
        return None;
    }
    let behind = &text[head.map_or(0, str::len)..];
    let mut rest = behind.trim_start();
    let sign = ['+', '-', '\u{2212}', '\u{b1}', '\u{2013}'].into_iter().find(|sign| rest.starts_with(*sign));
    match sign {
        Some(sign) => {
            rest = &rest[sign.len_utf8()..];
            if let Some(other) = rest.strip_prefix(['-', '/']) {
                rest = other.trim_start_matches(['-', '\u{2212}']).trim_start();
            }
            if head.is_some() || sign == '\u{b1}' {
                rest = rest.trim_start();
            }
        }
        None if head.is_some() && behind.starts_with(|c: char| c.is_ascii_digit() || c == ' ') => {}
        None => return None,
    }
    let digits = rest.bytes().take_while(u8::is_ascii_digit).count();
    if digits == 0 || digits > 4 {
        return None;
    }
    let mut end = text.len() - rest.len() + digits;
    if let Some(fraction) = text[end..].strip_prefix([':', '.', ',', 'h'])
        && let count @ 1..=2 = fraction.bytes().take_while(u8::is_ascii_digit).count()
    {
        end += 1 + count;
    }
    let after = text[end..].chars().next();
    let is_hours = matches!(after, Some('h' | 'H'));
    if after.is_some_and(char::is_alphanumeric) && !is_hours {
        return None;
    }
    Some(end + usize::from(is_hours))
}

/// The label without links and emphasis: `[ET](https://example.org)` as `ET`.
pub(crate) fn without_links(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, link)) = rest.split_once('[') {
        plain.push_str(before);
        let Some((shown, behind)) = link.split_once(']') else {
            plain.push('[');
            rest = link;
            continue;
        };
        let target = [('(', ')'), ('[', ']')].into_iter().find_map(|(open, close)| {
            let (_, after) = behind.strip_prefix(open)?.split_once(close)?;
            Some(after)
        });
        match target {
            Some(after) => {
                plain.push_str(shown);
                rest = after;
            }
            None => {
                plain.push('[');
                plain.push_str(shown);
                plain.push(']');
                rest = behind;
            }
        }
    }
    plain.push_str(rest);
    plain
}
