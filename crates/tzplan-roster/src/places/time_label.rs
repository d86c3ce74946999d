//! A label cut into the times that it names and the rest: `Remote (EST)`, `Berlin, CET (UTC+1)`.

use super::fold::fold;
use super::place_words::{WordKind, is_no_place, says_nothing};
use super::resolver::Resolver;
use super::time_pieces::{Item, NamedTime};
use super::token::is_abbreviation;

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

/// Words that name a season of clocks.
const SEASONS: [&str; 8] = ["summer", "dst", "daylight", "winter", "sommer", "verano", "ete", "verao"];

impl Resolver<'_> {
    /// Cuts a label; where it names no time, `times` is empty.
    pub(super) fn time_label(&self, text: &str) -> TimeLabel {
        let pieces = self.pieces(text);
        let has_times = pieces.iter().flatten().any(|item| matches!(item, Item::Time(_)));
        // Whether each says nothing, which takes a while to find out.
        let say_nothing: Vec<Vec<bool>> =
            pieces.iter().map(|piece| piece.iter().map(is_filler).collect()).collect();
        let items = || pieces.iter().flatten().zip(say_nothing.iter().flatten());
        // `remote (est)`: small letters are an abbreviation where nothing else is said.
        let is_soft = |(item, says_nothing): (&Item<'_>, &bool)| match item {
            Item::Word(word) => *says_nothing || is_abbreviation(&word.to_uppercase()),
            Item::Time(_) => true,
        };
        let soft = !has_times
            && items().all(is_soft)
            && items().filter(|(_, says_nothing)| !**says_nothing).count() == 1;
        let mut found = TimeLabel { is_range: has_plus_minus(text), ..TimeLabel::default() };
        let mut rest: Vec<String> = Vec::new();
        let mut says_no = false;
        for (piece, say_nothing) in pieces.iter().zip(&say_nothing) {
            let mut words: Vec<&str> = Vec::new();
            let mut are_idle: Vec<bool> = Vec::new();
            for (item, says_nothing) in piece.iter().zip(say_nothing) {
                match item {
                    Item::Time(time) => found.add(time.clone()),
                    Item::Word(word) if soft && !says_nothing => {
                        found.is_side = WordKind::Side.has(&word.to_lowercase());
                        found.add(NamedTime::Short(word.to_uppercase()));
                    }
                    Item::Word(word) => {
                        words.push(word);
                        are_idle.push(*says_nothing);
                    }
                }
            }
            let has_season = words.iter().any(|word| is_one_of(word, &SEASONS));
            says_no |= words.iter().any(|word| is_one_of(word, &["no", "without", "non"]));
            found.is_seasonal |= has_season;
            let phrase = fold(&words.join(" "));
            if is_no_place(&phrase) {
                found.is_nowhere = true;
                continue;
            }
            found.is_nowhere |= words.iter().any(|word| is_no_place(&word.to_lowercase()));
            let first = are_idle.iter().position(|is_idle| !is_idle);
            let last = are_idle.iter().rposition(|is_idle| !is_idle);
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
}

impl TimeLabel {
    fn add(&mut self, time: NamedTime) {
        if !self.times.contains(&time) {
            self.times.push(time);
        }
    }
}

/// Whether it is a word that says nothing beside a time. Two capitals are a country's: `IN` is India, `in` is
/// nothing.
fn is_filler(item: &Item<'_>) -> bool {
    let Item::Word(word) = item else { return false };
    if word.len() == 2 && *word != "TZ" && word.bytes().all(|b| b.is_ascii_uppercase()) {
        return false;
    }
    says_nothing(&fold(word))
}

/// Whether a word is one of some in small ASCII letters, in any case.
fn is_one_of(word: &str, words: &[&str]) -> bool {
    words.iter().any(|known| word.eq_ignore_ascii_case(known))
}

/// `+/-`, `±` and what people write for them.
fn has_plus_minus(text: &str) -> bool {
    if text.is_ascii() && !text.contains('+') && !text.contains("plus") {
        return false;
    }
    ["+/-", "+/\u{2212}", "\u{b1}", "+-", "plus/minus", "plus or minus"]
        .iter()
        .any(|sign| text.contains(sign))
        && !text.contains("\u{b1}0")
}

/// `CET+1`, `London +1`: hours added to a time that is not UTC, which are the offset from UTC to some and an
/// hour more to others. Of `Dubai +4` and `JST+9` the offset is meant: nobody counts so many hours from
/// there.
pub(super) fn is_sum(text: &str) -> bool {
    text.match_indices('+').any(|(at, _)| {
        let word = text[..at].trim_end().rsplit(|c: char| !c.is_alphanumeric()).next().unwrap_or_default();
        let behind = &text[at + 1..];
        let digits = behind.bytes().take_while(u8::is_ascii_digit).count();
        let is_whole = !behind[digits..].starts_with([':', '.']);
        let is_of_utc = ["utc", "gmt", "z"].contains(&&*word.to_lowercase());
        let is_small = behind[..digits].parse::<u8>().is_ok_and(|hours| hours < 4);
        (1..=2).contains(&digits)
            && is_small
            && is_whole
            && word.chars().any(char::is_alphabetic)
            && !is_of_utc
    })
}
