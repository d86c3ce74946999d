//! Where people keep the clock of somebody who is to be added.

use tzplan::{Horizon, OffsetRange, Zone};

use crate::words::clock;
use crate::words::people::first_part;
use crate::words::places::PeopleOf;

/// Places of fewer people are listed where all are asked for only.
const POPULOUS: u64 = 500_000;

/// Whose clock runs this far ahead of UTC.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct ClockPlaces {
    /// In minutes.
    ahead: i32,
    /// The best-known place, in words; empty where nobody is known to live by it.
    place: String,
    /// Whether many people live by it in one place or another.
    pub(super) is_populous: bool,
}

impl ClockPlaces {
    /// Of zones whose standard time it is, as `--offsets` counts them.
    pub(super) fn of(ahead: i32, zones: &[Zone], people_of: PeopleOf<'_>, horizon: &Horizon) -> Self {
        let (from, to) = (horizon.from(), horizon.to());
        let range = OffsetRange::new(ahead, ahead);
        let standard = zones.iter().filter(|zone| range.is_some_and(|range| range.has(zone, from, to)));
        let standard: Vec<Zone> = standard.cloned().collect();
        let instants = horizon.range();
        let always = |zone: &Zone| {
            let mut kept = zone.offsets(instants.start().to_utc(), instants.end().to_utc());
            kept.all(|piece| piece.offset.local_minus_utc() == ahead * 60)
        };
        let people = people_of(&standard);
        let place = people.places.first().map_or_else(String::new, |place| {
            let zone = people.zone.as_ref().or(standard.first());
            let winter = if zone.is_some_and(always) { "" } else { " in winter" };
            format!(" (as in {}{winter})", first_part(place))
        });
        let many = |zone: &Zone| {
            let people = people_of(std::slice::from_ref(zone)).population;
            people.is_none_or(|people| people >= POPULOUS)
        };
        Self { ahead, place, is_populous: standard.iter().any(many) }
    }

    pub(super) fn is_of(&self, ahead: i32) -> bool {
        self.ahead == ahead
    }

    /// `UTC+9 (as in Seoul)`, `UTC−8 (as in Los Angeles in winter)`.
    pub(super) fn spoken(&self) -> String {
        format!("{}{}", clock::offset(self.ahead), self.place)
    }
}
