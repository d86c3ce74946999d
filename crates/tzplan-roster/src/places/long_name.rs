//! Names of times in words, in any language: `Eastern Time`, `Mitteleuropäische Zeit`.

use super::error::Reason;
use super::fold::fold;
use super::resolution::{Answer, How, Resolution};
use super::resolver::Resolver;
use super::time_names;
use super::time_names_languages::{Translated, translated};

impl Resolver<'_> {
    /// What a folded name in words means.
    pub(super) fn long_name(&self, folded: &str) -> Option<Answer> {
        self.english_name(folded).or_else(|| match translated(folded)? {
            Translated::English(name) => self.english_name(name).or_else(|| match translated(name)? {
                Translated::Zone(zone) => self.zone_of_a_name(zone),
                Translated::English(_) => None,
            }),
            Translated::Zone(zone) => self.zone_of_a_name(zone),
        })
    }

    /// One of those that the tables made by hand have.
    fn english_name(&self, folded: &str) -> Option<Answer> {
        if let Some(mut several) = time_names::several_of_long_name(folded) {
            // `Australian Eastern Daylight Time`: Brisbane has none.
            if folded.split(' ').any(|word| matches!(word, "daylight" | "summer")) {
                several.retain(|candidate| {
                    self.tzdb.zone(&candidate.zone).is_ok_and(|zone| self.years.changes(&zone))
                });
            }
            return Some(match several.is_empty() {
                true => Err((Reason::Unknown, several)),
                false => self.of_one_clock(folded, several),
            });
        }
        let (id, note) = time_names::of_long_name(folded)?;
        self.tzdb.parse(id).ok().map(|zone| Ok(Resolution::of_zone(zone, How::Name, note)))
    }

    fn zone_of_a_name(&self, id: &str) -> Option<Answer> {
        self.tzdb.parse(id).ok().map(|zone| Ok(Resolution::of_zone(zone, How::Name, None)))
    }

    /// Whether words of a label are such a name, and cannot be anything else.
    pub(super) fn is_long_name(&self, words: &str) -> bool {
        let folded = fold(words);
        let is_english = || {
            folded.contains("time")
                && (time_names::of_long_name(&folded).is_some()
                    || time_names::several_of_long_name(&folded).is_some()
                    || self.windows(&folded).is_some())
        };
        is_english() || translated(&folded).is_some()
    }
}
