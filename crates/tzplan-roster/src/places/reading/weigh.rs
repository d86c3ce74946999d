//! How much each of several meanings weighs.

use std::cmp::Reverse;
use std::sync::LazyLock;

use tzplan::Zone;

use super::super::fold::fold;
use super::super::gazetteer::Subject;
use super::super::label::without_frills;
use super::super::script::is_native;
use super::population::{
    DWARFS, DWARFS_BY_ANOTHER_NAME, DWARFS_SMALL, DWARFS_WELL_KNOWN, KNOWN, MOST_LIVE_BY_ONE, WELL_KNOWN,
};
use super::reader::{Meaning, PlaceReader};
use crate::word_table::WordTable;

const MEANT_TSV: &str = include_str!("../../../data/meant_cities.tsv");

/// Cities that are meant by their name alone, with their zones.
static MEANT: LazyLock<WordTable<&'static str>> = LazyLock::new(|| WordTable::of(MEANT_TSV, Some));

/// The clocks of a region.
pub(super) enum RegionClocks {
    /// All agree.
    One(Zone),
    /// Nearly all live by the first.
    Most(Zone, Zone),
    /// The zones that differ, most people first.
    Several(Vec<Zone>),
}

/// A meaning and the people who speak for it.
pub(super) struct Weighed {
    pub(super) subject: Subject,
    pub(super) people: u64,
    pub(super) clocks: RegionClocks,
    /// Whether it goes by the name first of all.
    pub(super) first: bool,
}

impl PlaceReader<'_> {
    /// The meanings that count, most people first.
    pub(super) fn weigh(&self, meanings: &[Meaning]) -> Vec<Weighed> {
        let people = |meaning: &Meaning| self.table.population(meaning.subject);
        let named_first = |meaning: &&Meaning| meaning.first && matches!(meaning.subject, Subject::City(_));
        let first = meanings.iter().filter(named_first).map(people).max();
        // Cancún is no misspelt Changchun.
        let least =
            first.map(|first| if first < WELL_KNOWN { first / 2 } else { first.saturating_mul(DWARFS) });
        // Grenada is no Granada.
        let region = meanings.iter().any(|meaning| match meaning.subject {
            Subject::Country(_) => true,
            Subject::State(state) => self.table.state(state).has_letters(),
            _ => false,
        });
        let least = if region { Some(least.unwrap_or_default().max(WELL_KNOWN)) } else { least };
        let counts = |meaning: &&Meaning| meaning.first || least.is_none_or(|least| people(meaning) > least);
        let weigh = |meaning: &Meaning| Weighed {
            subject: meaning.subject,
            people: people(meaning),
            clocks: self.clocks(meaning.subject),
            first: meaning.first,
        };
        let mut weighed: Vec<Weighed> = meanings.iter().filter(counts).map(weigh).collect();
        weighed.retain(|w| !matches!(&w.clocks, RegionClocks::Several(zones) if zones.is_empty()));
        weighed.sort_by_key(|w| (Reverse(w.people), w.subject));
        weighed.dedup_by_key(|w| w.subject);
        weighed
    }

    /// How many times as populous as a rival the best known must be.
    pub(super) fn dwarfs(&self, label: &str, top: &Weighed, rival: &Weighed) -> u64 {
        let state_of_letters = |one: &Weighed| match one.subject {
            Subject::State(state) => self.table.state(state).has_letters(),
            _ => false,
        };
        let is_code = label.len() <= 3 && label.bytes().all(|b| b.is_ascii_uppercase());
        match (top.subject, rival.subject) {
            _ if self.is_meant(label, top) => 0,
            _ if is_code => DWARFS_WELL_KNOWN,
            (Subject::City(_), Subject::City(_)) if rival.first && !top.first => DWARFS_BY_ANOTHER_NAME,
            (Subject::City(_), Subject::City(_)) if self.is_known_far_away(label, top) => DWARFS_SMALL,
            (Subject::City(_), Subject::City(_)) => DWARFS,
            (Subject::State(_), Subject::City(_)) if rival.people >= WELL_KNOWN => DWARFS_WELL_KNOWN,
            (Subject::State(_), Subject::City(_)) if state_of_letters(top) && rival.people < KNOWN => 1,
            (Subject::State(_), Subject::State(_)) if state_of_letters(top) && !state_of_letters(rival) => {
                DWARFS_SMALL
            }
            (Subject::Country(_), Subject::City(_)) => DWARFS_SMALL,
            (Subject::City(_), _) if top.people >= WELL_KNOWN => DWARFS_SMALL,
            _ => DWARFS,
        }
    }

    /// Whether a label is the name of a city that zones are named after, such as Athens.
    fn is_known_far_away(&self, label: &str, city: &Weighed) -> bool {
        let zone = city.first_zone().name();
        let last = zone.split_once('/').map(|(_, last)| fold(&last.replace('_', " ")));
        last.is_some() && last == self.name_alone(label, city)
    }

    /// Whether a label is the name of a city that a list says is meant.
    pub(super) fn is_meant(&self, label: &str, city: &Weighed) -> bool {
        let is_city = matches!(city.subject, Subject::City(_));
        is_city && self.meant(label, city).is_some_and(|zone| zone == city.first_zone().name())
    }

    fn meant(&self, label: &str, city: &Weighed) -> Option<&'static str> {
        if is_native(label) {
            return MEANT.get(&fold(self.table.name(city.subject))).copied();
        }
        // `St. Louis` is one, and `Saint-Louis` another.
        let by_words = || MEANT.get(&fold(without_frills(label)?));
        MEANT.get(&label.trim().to_lowercase()).or_else(|| MEANT.get(&fold(label))).or_else(by_words).copied()
    }

    /// The folded name of a city where a label is nothing more. Of `La Paz, BCS` nobody knows what the rest
    /// means.
    fn name_alone(&self, label: &str, city: &Weighed) -> Option<String> {
        let name = fold(self.table.name(city.subject));
        (is_native(label) || fold(label) == name).then_some(name)
    }

    pub(super) fn clocks(&self, subject: Subject) -> RegionClocks {
        let mut groups: Vec<(Zone, u64)> = Vec::new();
        for (zone, thousands) in self.table.zones(subject) {
            let Ok(zone) = self.tzdb.zone(self.table.zone(zone)) else { continue };
            match groups.iter_mut().find(|(known, _)| self.years.agree(known, &zone)) {
                Some((_, people)) => *people += u64::from(thousands),
                None => groups.push((zone, thousands.into())),
            }
        }
        groups.sort_by_key(|(_, people)| Reverse(*people));
        let rest: u64 = groups.iter().skip(1).map(|(_, people)| people).sum();
        match &groups[..] {
            [(zone, _)] => RegionClocks::One(zone.clone()),
            [(zone, people), (elsewhere, _), ..] if *people >= rest * MOST_LIVE_BY_ONE => {
                RegionClocks::Most(zone.clone(), elsewhere.clone())
            }
            _ => RegionClocks::Several(groups.into_iter().map(|(zone, _)| zone).collect()),
        }
    }

    pub(super) fn clocks_agree(&self, a: &Weighed, b: &Weighed) -> bool {
        match (&a.clocks, &b.clocks) {
            (RegionClocks::Several(_), _) | (_, RegionClocks::Several(_)) => false,
            _ => self.years.agree(a.first_zone(), b.first_zone()),
        }
    }
}

impl Weighed {
    pub(super) fn first_zone(&self) -> &Zone {
        match &self.clocks {
            RegionClocks::One(zone) | RegionClocks::Most(zone, _) => zone,
            RegionClocks::Several(zones) => &zones[0],
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn cities_that_are_meant_are_in_zones() {
        crate::word_table::assert_well_formed(MEANT_TSV, &MEANT, true);
        for (name, zone) in MEANT.rows() {
            assert_eq!(name.to_lowercase(), *name);
            assert!(tzplan::Tzdb::bundled().zone(zone).is_ok(), "{zone}");
        }
    }
}
