//! Which of several meanings is taken, if any.

use std::cmp::Reverse;

use tzplan::Zone;

use super::super::error::{Candidate, Reason};
use super::super::gazetteer::Subject;
use super::super::{How, Resolution};
use super::{Answer, Meaning, Reader, Refusal};

/// A city so many times as populous as its namesakes is the one that is meant.
const DWARFS: u64 = 10;
/// The same of a state or country beside a city of its name: those who write `Washington` mean either.
const DWARFS_OTHER_KIND: u64 = 50;
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
}

impl Reader<'_> {
    /// The meaning that all others agree with or are dwarfed by; the candidates where there is none.
    pub(super) fn choose(&self, label: &str, meanings: &[Meaning]) -> Answer {
        let weighed = self.weigh(meanings);
        let Some((top, others)) = weighed.split_first() else {
            return Err((Reason::Unknown, Vec::new()));
        };
        let rivals: Vec<&Weighed> = others.iter().filter(|other| !self.clocks_agree(top, other)).collect();
        let factor =
            |rival: &Weighed| if is_city(rival) && !is_city(top) { DWARFS_OTHER_KIND } else { DWARFS };
        let mut equals =
            rivals.iter().filter(|rival| rival.people.saturating_mul(factor(rival)) > top.people).peekable();
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
            Clocks::Several(_) => return Err(self.several_zones(top)),
        };
        // Of a city and its state, the city.
        let same =
            |other: &&Weighed| is_city(other) && matches!(&other.clocks, Clocks::One(own) if own == zone);
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
        let counts =
            |meaning: &&Meaning| meaning.first || first.is_none_or(|first| people(meaning) > first * DWARFS);
        let weigh = |meaning: &Meaning| Weighed {
            subject: meaning.subject,
            people: people(meaning),
            clocks: self.clocks(meaning.subject),
        };
        let mut weighed: Vec<Weighed> = meanings.iter().filter(counts).map(weigh).collect();
        weighed.retain(|w| !matches!(&w.clocks, Clocks::Several(zones) if zones.is_empty()));
        weighed.sort_by_key(|w| (Reverse(w.people), w.subject));
        weighed.dedup_by_key(|w| w.subject);
        weighed
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
