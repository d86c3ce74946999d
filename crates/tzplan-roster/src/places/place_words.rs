//! Words in labels that are no names of places, or not by themselves.

use std::sync::LazyLock;

use rustc_hash::FxHashMap;

use crate::word_table::WordTable;

const TSV: &str = include_str!("../../data/place_words.tsv");

/// What a word is; `data/place_words.tsv` says it of each.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(not(feature = "places"), allow(dead_code, reason = "only a table of places has towns and cities"))]
pub(super) enum WordKind {
    /// It names no place on Earth, or all of them.
    Nowhere,
    /// A part of the world with many zones.
    Wide,
    /// A word or a first name that towns have too, but that rarely means them.
    Word,
    /// It is no name without the next word.
    Particle,
    /// It says what a name is of.
    Kind,
    /// It says nothing behind a place.
    Behind,
    /// It says nothing in front of a place.
    Front,
    /// An office, a site or a branch: it says nothing around a place, and is none by itself.
    Site,
    /// A part of a large city.
    Side,
    /// It says nothing beside the name of a time.
    Filler,
    /// The word for time in some language.
    Hour,
}

/// No row has more words.
const MOST_WORDS: usize = 6;

impl WordKind {
    const ALL: [(&'static str, Self); 11] = [
        ("nowhere", Self::Nowhere),
        ("wide", Self::Wide),
        ("word", Self::Word),
        ("particle", Self::Particle),
        ("kind", Self::Kind),
        ("behind", Self::Behind),
        ("front", Self::Front),
        ("site", Self::Site),
        ("side", Self::Side),
        ("filler", Self::Filler),
        ("hour", Self::Hour),
    ];

    /// Whether a folded word is of this kind.
    pub(super) fn has(self, word: &str) -> bool {
        kinds_of(word) & self.bit() > 0
    }

    /// Whether words are of this kind around a place, where a site may stand on either side.
    fn is_around(self, words: &str) -> bool {
        let sites = if matches!(self, Self::Front | Self::Behind) { Self::Site.bit() } else { 0 };
        kinds_of(&words.to_lowercase()) & (self.bit() | sites) > 0
    }

    /// The text behind its first words, where these are of this kind, in any case: as many of them as can be.
    pub(super) fn strip_front(self, text: &str) -> Option<&str> {
        let blanks = text.match_indices(' ').map(|(at, _)| at);
        let fronts = blanks.map(|at| (&text[..at], &text[at + 1..])).take(MOST_WORDS);
        let found = fronts.filter(|(front, _)| self.is_around(front)).last();
        found.map(|(_, rest)| rest.trim_start())
    }

    /// The text before its last words, where these are of this kind, in any case: as many of them as can be.
    pub(super) fn strip_end(self, text: &str) -> Option<&str> {
        let blanks = text.match_indices(' ').map(|(at, _)| at);
        let mut ends = blanks.map(|at| (&text[..at], &text[at + 1..]));
        // `Oslo-kontoret`: an office may be written with a hyphen.
        let hyphened = || {
            let (place, site) = text.rsplit_once('-')?;
            (self == Self::Behind && self.is_around(site)).then_some((place, site))
        };
        let found = ends.find(|(_, end)| self.is_around(end)).or_else(hyphened);
        found.map(|(rest, _)| rest.trim_end())
    }

    const fn bit(self) -> u16 {
        1 << self as u8
    }
}

/// Whether a folded label is no place: as a part of a label it says nothing.
pub(super) fn is_no_place(folded: &str) -> bool {
    kinds_of(folded) & NO_PLACE > 0
}

/// Whether it is no place, or a word that says nothing beside the name of a time.
pub(super) fn says_nothing(folded: &str) -> bool {
    kinds_of(folded) & (NO_PLACE | WordKind::Filler.bit()) > 0
}

const NO_PLACE: u16 = WordKind::Nowhere.bit() | WordKind::Wide.bit();

/// The kinds of a word, as bits.
fn kinds_of(word: &str) -> u16 {
    KINDS.get(word).copied().unwrap_or_default()
}

/// The kinds of each word, as bits.
static WORDS: LazyLock<WordTable<u16>> = LazyLock::new(|| WordTable::of(TSV, kinds));

/// The same to look up: every label asks of each of its words, several times.
static KINDS: LazyLock<FxHashMap<&'static str, u16>> =
    LazyLock::new(|| WORDS.rows().iter().copied().collect());

fn kinds(text: &str) -> Option<u16> {
    text.split(' ').try_fold(0, |kinds, name| {
        let (_, kind) = WordKind::ALL.iter().find(|(known, _)| *known == name)?;
        Some(kinds | kind.bit())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::places::fold::fold;
    use crate::word_table::assert_well_formed;

    #[test]
    fn every_row_is_a_folded_word_of_known_kinds() {
        assert_well_formed(TSV, &WORDS, true);
        for (word, kinds) in WORDS.rows() {
            assert_eq!(word.to_lowercase(), *word);
            // Words are looked up as they are folded, those around places as they are written.
            let around = [WordKind::Behind, WordKind::Front, WordKind::Side, WordKind::Site];
            let around = around.iter().fold(0, |kinds, kind| kinds | kind.bit());
            assert!(fold(word) == **word || kinds & !around == 0, "{word}");
        }
        assert!(WORDS.rows().iter().all(|(word, _)| word.split(' ').count() <= MOST_WORDS));
        for (name, kind) in WordKind::ALL {
            assert!(WORDS.rows().iter().any(|(_, kinds)| kinds & kind.bit() > 0), "{name}");
        }
    }

    #[test]
    fn nothing_is_no_place_and_a_part_of_the_world() {
        let is_both = |word: &str| WordKind::Nowhere.has(word) && WordKind::Wide.has(word);
        assert!(!WORDS.rows().iter().any(|(word, _)| is_both(word)));
    }

    #[test]
    fn as_many_words_behind_a_place_are_dropped_as_can_be() {
        assert_eq!(WordKind::Behind.strip_end("Boston Metro Area"), Some("Boston"));
        assert_eq!(WordKind::Front.strip_front("Greater Boston"), Some("Boston"));
        assert_eq!(WordKind::Front.strip_front("Head office Boston"), Some("Boston"));
        assert_eq!(WordKind::Behind.strip_end("Boston branch office"), Some("Boston"));
        assert_eq!(WordKind::Behind.strip_end("Oslo-kontoret"), Some("Oslo"));
        assert_eq!(WordKind::Behind.strip_end("Stratford-upon-Avon"), None);
        assert_eq!(
            (WordKind::Behind.strip_end("area"), WordKind::Front.strip_front("Greater")),
            (None, None)
        );
    }
}
