//! The names of months.

use std::sync::LazyLock;

use super::short_years::AMBIGUOUS;
use crate::faults::Fault;
use crate::word_table::WordTable;
use crate::wording::Quoted;

pub(super) const MONTH_NAMES: [&str; 12] = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
];

const TSV: &str = include_str!("../../data/months.tsv");

/// Months by their names.
static MONTHS: LazyLock<WordTable<u32>> = LazyLock::new(|| WordTable::of(TSV, |number| number.parse().ok()));

/// The number of a month by its name in small letters.
pub(super) fn month(word: &str) -> Option<u32> {
    MONTHS.get(word).copied()
}

/// `11 listopada 2027`: that month is November in Polish and October in Croatian. (`listopadu` is Czech
/// alone.)
pub(super) fn of_two_languages(date: &str) -> Option<Fault> {
    let is_both = |word: &str| ["listopad", "listopada"].iter().any(|known| word.eq_ignore_ascii_case(known));
    date.split(|c: char| !c.is_alphabetic()).find(|word| is_both(word)).map(|word| {
        Fault::error(
            AMBIGUOUS,
            format!("{} may be November (in Polish and Czech) or October (in Croatian)", Quoted(word)),
            "write the month as a number, as in 2027-11-05",
        )
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::word_table::assert_well_formed;

    #[test]
    fn a_month_of_two_languages_is_asked() {
        for date in ["11 listopada 2027", "Listopad 5, 2027", "do 15.listopada"] {
            assert_eq!(of_two_languages(date).map(|fault| fault.code), Some(AMBIGUOUS), "{date}");
        }
        for date in ["11 listopadu 2027", "5 October 2027", ""] {
            assert_eq!(of_two_languages(date).map(|fault| fault.code), None, "{date}");
        }
    }

    #[test]
    fn every_month_is_one_of_twelve() {
        assert_well_formed(TSV, &MONTHS, true);
        assert!(MONTHS.rows().iter().all(|(_, month)| (1..=12).contains(month)));
        for (number, name) in (1..).zip(MONTH_NAMES) {
            assert_eq!(MONTHS.get(&name.to_lowercase()), Some(&number));
            assert_eq!(MONTHS.get(&name[..3].to_lowercase()), Some(&number));
        }
    }
}
