//! The rows of the table by their codes and names, and what people write for them.

use std::sync::{LazyLock, OnceLock};

use rustc_hash::FxHashMap;

use super::table::{HolidayRow, rows};
use crate::word_table::WordTable;

const TSV: &str = include_str!("../../data/holiday_labels.tsv");

/// What people write besides the codes and names of the table.
pub(super) static LABELS: LazyLock<WordTable<Label>> = LazyLock::new(|| WordTable::of(TSV, Label::of));

/// What a label means that the table has not.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) enum Label {
    /// A code that stands for another one.
    Code(&'static str),
    /// The English name of a region.
    Region(&'static str),
    /// A country, and somewhere else.
    Ambiguous(&'static str, &'static str),
}

impl Label {
    fn of(meaning: &'static str) -> Option<Self> {
        let (kind, code) = meaning.split_once('\t')?;
        match kind {
            "code" => Some(Self::Code(code)),
            "region" => Some(Self::Region(code)),
            "ambiguous" => code.split_once(' ').map(|(one, other)| Self::Ambiguous(one, other)),
            _ => None,
        }
    }
}

/// What people write besides, by its folded name.
pub(super) fn listed(folded: &str) -> Option<&'static Label> {
    LABELS.rows().iter().find(|(name, _)| fold(name) == folded).map(|(_, label)| label)
}

/// The countries and regions whose names a misspelt one resembles, the nearest first.
pub(super) fn near(folded: &str) -> Vec<&'static HolidayRow> {
    let tolerated = match folded.chars().count() {
        0..=3 => return Vec::new(),
        4..=6 => 1,
        7..=11 => 2,
        _ => 3,
    };
    // A slip changes the length by one at most, and takes a letter away and brings another. Most names differ
    // by more.
    let letters = letters(folded);
    let is_alike = |place: &usize| {
        let apart = (index().letters[*place] ^ letters).count_ones() as usize;
        let longer = index().names[*place].0.len().abs_diff(folded.len());
        apart <= 2 * tolerated && longer <= 2 * tolerated
    };
    let alike = (0..index().names.len()).filter(is_alike).map(|place| &index().names[place]);
    let mut near: Vec<(usize, usize)> =
        alike.map(|(name, row)| (strsim::osa_distance(name, folded), *row)).collect();
    near.retain(|(slips, _)| *slips <= tolerated);
    near.sort_unstable();
    near.dedup_by_key(|(_, row)| *row);
    near.into_iter().map(|(_, row)| &rows()[row]).take(3).collect()
}

/// The rows by what they are called.
struct Index {
    /// By code as [`as_code`] makes it of a label: some regions have codes of several words.
    codes: FxHashMap<String, usize>,
    /// Folded names, sorted.
    names: Vec<(String, usize)>,
    /// The [`letters`] of each.
    letters: Vec<u64>,
}

fn index() -> &'static Index {
    static INDEX: OnceLock<Index> = OnceLock::new();
    INDEX.get_or_init(|| {
        let rows = || rows().iter().enumerate();
        let codes = rows().map(|(place, row)| (as_code(row.code), place)).collect();
        let names = rows().flat_map(|(place, row)| row.names().map(move |name| (fold(name), place)));
        let mut names: Vec<_> = names.collect();
        names.sort_unstable();
        let letters = names.iter().map(|(name, _)| letters(name)).collect();
        Index { codes, names, letters }
    })
}

/// Which letters a name has, as bits.
fn letters(folded: &str) -> u64 {
    folded.chars().fold(0, |letters, letter| letters | 1 << (u32::from(letter) % 64))
}

/// The rows of a folded name, by code.
pub(super) fn named(folded: &str) -> impl Iterator<Item = &'static HolidayRow> {
    let names = &index().names;
    let first = names.partition_point(|(name, _)| name.as_str() < folded);
    let count = names[first..].iter().take_while(|(name, _)| name == folded).count();
    names[first..first + count].iter().map(|(_, row)| &rows()[*row])
}

/// The row of a code.
pub(super) fn by_code(code: &str) -> Option<&'static HolidayRow> {
    index().codes.get(code).map(|place| &rows()[*place])
}

/// `de_by` and `DE BY` as `DE-BY`.
pub(super) fn as_code(label: &str) -> String {
    let upper = label.trim().to_uppercase();
    let is_between = |c: char| matches!(c, '-' | '_' | '/' | '\u{2010}'..='\u{2014}') || c.is_whitespace();
    let mut parts = upper.split(is_between).filter(|part| !part.is_empty());
    let country = parts.next().unwrap_or_default();
    let country = match LABELS.get(country) {
        Some(Label::Code(code)) => code,
        _ => country,
    };
    parts.fold(country.to_owned(), |code, part| format!("{code}-{part}"))
}

/// Letters and digits in lower case, nothing else.
pub(super) fn fold(text: &str) -> String {
    text.chars().filter(|c| c.is_alphanumeric()).flat_map(char::to_lowercase).collect()
}

#[cfg(all(test, feature = "holidays"))]
mod tests {
    use super::*;
    use crate::word_table::assert_well_formed;

    #[test]
    fn slips_change_letters_and_lengths() {
        // Two letters changed for two others, two more, two less; three of a long name.
        for (label, country) in [
            ("donmurk", "Denmark"),
            ("denmarkqq", "Denmark"),
            ("portug", "Portugal"),
            ("swutzerlond", "Switzerland"),
            ("netherlandsqqq", "Netherlands"),
        ] {
            let names: Vec<&str> = near(label).iter().map(|row| row.name()).collect();
            let expected = if label == "portug" { vec![] } else { vec![country] };
            assert_eq!(names, expected, "{label}");
        }
    }

    #[test]
    fn every_label_means_rows_of_the_table() {
        assert_well_formed(TSV, &LABELS, true);
        for (label, meaning) in LABELS.rows() {
            let codes = match *meaning {
                Label::Code(code) | Label::Region(code) => vec![code],
                Label::Ambiguous(one, other) => vec![one, other],
            };
            assert!(codes.into_iter().all(|code| by_code(code).is_some()), "{label}");
            // Names of regions must not be those of countries.
            let names_country = named(label).any(|row| !row.code.contains('-'));
            assert_eq!(names_country, matches!(meaning, Label::Ambiguous(..)), "{label}");
        }
    }
}
