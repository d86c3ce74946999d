//! The names of months.

use std::sync::LazyLock;

use crate::word_table::WordTable;

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

#[cfg(test)]
mod tests {
    use super::*;
    use crate::word_table::assert_well_formed;

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
