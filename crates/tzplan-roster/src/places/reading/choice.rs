//! Which of several meanings is taken, if any.

use std::cmp::Reverse;

use tzplan::Zone;

use super::super::error::{Candidate, Reason};
use super::super::gazetteer::Subject;
use super::super::{How, Resolution};
use super::{Answer, Meaning, Reader, Refusal};

/// A place so many times as populous as its namesakes is the one that is meant.
pub(super) const DWARFS: u64 = 10;
/// By another name than its first a place must be so many times as populous: Kabwe is not what `Broken Hill` means.
const DWARFS_BY_ANOTHER_NAME: u64 = 25;
/// A code, and a state beside a large city of its name: those who write `Washington` mean either.
const DWARFS_WELL_KNOWN: u64 = 50;
/// A country, a state that people write by its letters, and a large city: Grenada is no town of Mississippi.
const DWARFS_SMALL: u64 = 3;
/// A city of so many people is known by its name alone,
pub(super) const WELL_KNOWN: u64 = 500_000;
/// one of so many needs a note that says where it is, if nothing beside it does,
pub(super) const KNOWN: u64 = 100_000;
/// and of a smaller one than this the label must say where it is.
pub(super) const SMALL: u64 = 15_000;
/// A region keeps one time when so many live by it for each one who does not: Spain with the Canaries, but not
/// Brazil with the Amazon.
const MOST_LIVE_BY_ONE: u64 = 20;

/// Of a place so many times smaller than the best known of that name nobody is reminded.
const HARDLY_MEANT: u64 = 50;

/// The clocks of a region.
enum Clocks {
    /// All agree.
    One(Zone),
    /// Nearly all live by the first.
    Most(Zone, Zone),
    /// The zones that differ, most people first.
    Several(Vec<Zone>),
}

struct Weighed {
    subject: Subject,
    people: u64,
    clocks: Clocks,
    /// Whether it goes by the name first of all.
    first: bool,
}

impl Reader<'_> {
    /// The meaning that all others agree with or are dwarfed by; the candidates where there is none.
    pub(super) fn choose(&self, label: &str, meanings: &[Meaning]) -> Answer {
        let weighed = self.weigh(meanings);
        let Some((top, others)) = weighed.split_first() else {
            return Err((Reason::Unknown, Vec::new()));
        };
        let own = self.city_in(top.subject, others).map(|city| city.subject);
        let rivals =
            others.iter().filter(|other| Some(other.subject) != own && !self.clocks_agree(top, other));
        let rivals: Vec<&Weighed> = rivals.collect();
        let equal =
            |rival: &&&Weighed| rival.people.saturating_mul(self.dwarfs(label, top, rival)) > top.people;
        let mut equals = rivals.iter().filter(equal).peekable();
        if equals.peek().is_some() {
            let country = self.table.country_of(top.subject);
            let within = |equal: &&Weighed| self.table.country_of(equal.subject) == country;
            // Mexico keeps several times, its state of that name or not.
            if matches!((&top.clocks, top.subject), (Clocks::Several(_), Subject::Country(_)))
                && equals.all(within)
            {
                return Err(self.several_zones(top));
            }
            return Err((Reason::Ambiguous, self.candidates(&weighed)));
        }
        let (zone, elsewhere) = match &top.clocks {
            Clocks::One(zone) => (zone, None),
            Clocks::Most(zone, elsewhere) => (zone, Some(elsewhere)),
            // Of several times in a state, the one of its city of that name.
            Clocks::Several(_) => match self.city_in(top.subject, others) {
                // Of two countries, `Congo` may be either.
                _ if rivals.iter().any(|rival| matches!(rival.subject, Subject::Country(_))) => {
                    return Err((Reason::Ambiguous, self.candidates(&weighed)));
                }
                Some(city) => (city.first_zone(), None),
                None => return Err(self.several_zones(top)),
            },
        };
        // Of a city and its state, the city.
        let same = |other: &&Weighed| {
            is_city(other) && !is_city(top) && matches!(&other.clocks, Clocks::One(own) if own == zone)
        };
        let subject =
            others.iter().find(same).filter(|city| city.people * DWARFS > top.people).unwrap_or(top).subject;
        let mut note = None;
        if let Some(rival) = rivals.first() {
            let other = self.table.describe(rival.subject);
            let zone = rival.first_zone().name();
            note = Some(format!(
                "`{label}` is read as {}; there is also {other} ({zone})",
                self.table.describe(subject)
            ));
        }
        if let Some(elsewhere) = elsewhere.filter(|_| subject == top.subject) {
            let name = self.table.name(top.subject);
            let most = format!("nearly all of {name} keeps {zone}, but a part of it {elsewhere}");
            note = Some(note.map_or(most.clone(), |note| format!("{note}; {most}")));
        }
        let how = match subject {
            Subject::City(_) => How::City,
            Subject::State(_) => How::State,
            Subject::Country(_) => How::Country,
            Subject::Windows(_) => How::Windows,
        };
        Ok(Resolution { zone: zone.clone(), how, note, place: Some(self.place(subject)) })
    }

    /// A large city that has the name of the state it is in.
    fn city_in<'w>(&self, state: Subject, others: &'w [Weighed]) -> Option<&'w Weighed> {
        let Subject::State(state) = state else { return None };
        others.iter().find(|other| {
            let is_there = |city| self.table.city(city).state == state;
            other.people >= KNOWN && matches!(other.subject, Subject::City(city) if is_there(city))
        })
    }

    /// The best known meaning for each zone.
    pub(super) fn candidates_of(&self, meanings: &[Meaning]) -> Vec<Candidate> {
        self.candidates(&self.weigh(meanings))
    }

    /// Why regions of several times are refused.
    pub(super) fn keeps_several(&self, label: &str, regions: &[Meaning]) -> Refusal {
        let weighed = self.weigh(regions);
        match &weighed[..] {
            [only] => self.several_zones(only),
            _ => (Reason::SeveralZones(label.to_owned()), self.candidates(&weighed)),
        }
    }

    /// Whether all clocks of a region agree, the few in its corners included.
    pub(super) fn keeps_one_time(&self, subject: Subject) -> bool {
        matches!(self.clocks(subject), Clocks::One(_))
    }

    fn several_zones(&self, region: &Weighed) -> Refusal {
        let name = self.table.name(region.subject).to_owned();
        (Reason::SeveralZones(name), self.candidates(std::slice::from_ref(region)))
    }

    /// The meanings that count, most people first.
    fn weigh(&self, meanings: &[Meaning]) -> Vec<Weighed> {
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
        weighed.retain(|w| !matches!(&w.clocks, Clocks::Several(zones) if zones.is_empty()));
        weighed.sort_by_key(|w| (Reverse(w.people), w.subject));
        weighed.dedup_by_key(|w| w.subject);
        weighed
    }

    /// How many times as populous as a rival the best known must be.
    fn dwarfs(&self, label: &str, top: &Weighed, rival: &Weighed) -> u64 {
        let state_of_letters = |one: &Weighed| match one.subject {
            Subject::State(state) => self.table.state(state).has_letters(),
            _ => false,
        };
        let is_code = label.len() <= 3 && label.bytes().all(|b| b.is_ascii_uppercase());
        match (top.subject, rival.subject) {
            _ if is_code => DWARFS_WELL_KNOWN,
            (Subject::City(_), Subject::City(_)) if rival.first && !top.first => DWARFS_BY_ANOTHER_NAME,
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

    fn clocks(&self, subject: Subject) -> Clocks {
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
            [(zone, _)] => Clocks::One(zone.clone()),
            [(zone, people), (elsewhere, _), ..] if *people >= rest * MOST_LIVE_BY_ONE => {
                Clocks::Most(zone.clone(), elsewhere.clone())
            }
            _ => Clocks::Several(groups.into_iter().map(|(zone, _)| zone).collect()),
        }
    }

    fn clocks_agree(&self, a: &Weighed, b: &Weighed) -> bool {
        match (&a.clocks, &b.clocks) {
            (Clocks::Several(_), _) | (_, Clocks::Several(_)) => false,
            _ => self.years.agree(a.first_zone(), b.first_zone()),
        }
    }

    /// The best known for each zone; of a region, its best known places.
    fn candidates(&self, weighed: &[Weighed]) -> Vec<Candidate> {
        let mut found: Vec<Candidate> = Vec::new();
        let mut add = |zone: &Zone, label: String| {
            let zone = zone.name();
            if !found.iter().any(|known| known.zone == zone) {
                found.push(Candidate { zone, label });
            }
        };
        let most = weighed.first().map_or(0, |top| top.people);
        for one in weighed.iter().filter(|one| one.people.saturating_mul(HARDLY_MEANT) >= most) {
            match &one.clocks {
                Clocks::One(zone) | Clocks::Most(zone, _) => add(zone, self.table.describe(one.subject)),
                Clocks::Several(zones) => zones.iter().for_each(|zone| {
                    if let Some(city) = self.table.best_known(&zone.name()).first() {
                        add(zone, (*city).to_owned());
                    }
                }),
            }
        }
        found
    }
}

impl Weighed {
    fn first_zone(&self) -> &Zone {
        match &self.clocks {
            Clocks::One(zone) | Clocks::Most(zone, _) => zone,
            Clocks::Several(zones) => &zones[0],
        }
    }
}

fn is_city(weighed: &Weighed) -> bool {
    matches!(weighed.subject, Subject::City(_))
}
