//! Names of times as the Unicode CLDR has them in many languages.

#[cfg(feature = "places")]
use std::sync::LazyLock;

#[cfg(feature = "places")]
use crate::word_table::WordTable;

#[cfg(feature = "places")]
const TSV: &str = include_str!("../../data/time_names.tsv");

#[cfg(feature = "places")]
static NAMES: LazyLock<WordTable<&'static str>> = LazyLock::new(|| WordTable::of(TSV, Some));

/// What a name stands for.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[cfg_attr(not(feature = "places"), expect(dead_code, reason = "the names come with the places"))]
pub(super) enum Translated {
    /// Its English name, folded.
    English(&'static str),
    /// The id of its zone.
    Zone(&'static str),
}

/// What a folded name stands for; nothing without the feature `places`.
#[cfg(feature = "places")]
pub(super) fn translated(folded: &str) -> Option<Translated> {
    let meaning = *NAMES.get(folded)?;
    Some(if meaning.contains('/') { Translated::Zone(meaning) } else { Translated::English(meaning) })
}

#[cfg(not(feature = "places"))]
pub(super) fn translated(_: &str) -> Option<Translated> {
    None
}

#[cfg(all(test, feature = "places"))]
mod tests {
    use tzplan::Tzdb;

    use super::*;
    use crate::places::fold::fold;
    use crate::places::resolution::ResolveOptions;
    use crate::places::resolver::Resolver;
    use crate::word_table::assert_well_formed;

    #[test]
    fn every_name_is_folded_and_stands_for_a_zone_or_for_a_name() {
        assert_well_formed(TSV, &NAMES, true);
        for (name, _) in NAMES.rows() {
            assert_eq!(fold(name), *name);
            match translated(name) {
                Some(Translated::Zone(zone)) => assert!(Tzdb::bundled().parse(zone).is_ok(), "{zone}"),
                meaning => assert!(meaning.is_some(), "{name}"),
            }
        }
    }

    /// A name means in every language what it means in English.
    #[test]
    fn a_name_is_read_as_its_english_one() {
        let options = ResolveOptions::default();
        let resolver = Resolver::new(Tzdb::bundled(), &options);
        let zone = |name: &str| Some(resolver.long_name(name)?.ok()?.zone.name());
        let mut read = 0;
        for (name, _) in NAMES.rows() {
            if let Some(Translated::English(english)) = translated(name) {
                assert_eq!(zone(name), zone(english), "{name}: {english}");
                read += usize::from(zone(name).is_some());
            }
        }
        assert!(read > 7_000, "{read}");
    }
}
