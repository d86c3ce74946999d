//! How many people make a place known, and how many times more than its namesakes make it the one that is
//! meant. Chosen by hand so that the labels of `tests/data/labels.tsv` are read as what they mean.

/// A city of this many people is known by its name alone.
pub(super) const WELL_KNOWN: u64 = 500_000;
/// One of this many needs a note that says where it is, if nothing beside it does.
pub(super) const KNOWN: u64 = 100_000;
/// Of a smaller one than this the label must say where it is.
pub(super) const SMALL: u64 = 15_000;

/// A place this many times as populous as its namesakes is the one that is meant.
pub(super) const DWARFS: u64 = 10;
/// The same by another name than its first: Kabwe is not what `Broken Hill` means.
pub(super) const DWARFS_BY_ANOTHER_NAME: u64 = 25;
/// The same of a code, and of a state beside a large city of its name: those who write `Washington` mean
/// either.
pub(super) const DWARFS_WELL_KNOWN: u64 = 50;
/// The same of a country, a state that people write by its letters, a large city beside a region, and a city
/// that is known far away beside others: Grenada is no town of Mississippi, Athens not that of Georgia.
pub(super) const DWARFS_SMALL: u64 = 3;
/// A place this many times smaller than the best known of its name is not named as a candidate.
pub(super) const HARDLY_MEANT: u64 = 50;

/// A region keeps one time when this many people live by it for each one who does not: Spain with the
/// Canaries, but not Brazil with the Amazon.
pub(super) const MOST_LIVE_BY_ONE: u64 = 20;

/// A city of this many people is meant although a region of another country stands beside it.
pub(super) const MEANT_ABROAD: u64 = 15_000;
/// The same beside a region of its own country.
pub(super) const MEANT_AT_HOME: u64 = 100_000;
