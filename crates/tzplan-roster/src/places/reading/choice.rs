//! Which of several meanings is taken, if any.

use tzplan::Zone;

use super::super::error::{Candidate, Reason};
use super::super::gazetteer::Subject;
use super::super::resolution::{Answer, How, Refusal, Resolution};
use super::population::{DWARFS, HARDLY_MEANT, KNOWN};
use super::reader::{Meaning, PlaceReader};
use super::weigh::{RegionClocks, Weighed};

impl PlaceReader<'_> {
    /// The meaning that all others agree with or are dwarfed by; the candidates where there is none.
    pub(super) fn choose(&self, label: &str, meanings: &[Meaning]) -> Answer {
        let mut weighed = self.weigh(meanings);
        if let Some(at) = weighed.iter().position(|one| self.is_meant(label, one)) {
            weighed[..=at].rotate_right(1);
        }
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
            if matches!((&top.clocks, top.subject), (RegionClocks::Several(_), Subject::Country(_)))
                && equals.all(within)
            {
                return Err(self.several_zones(top));
            }
            return Err((Reason::Ambiguous, self.candidates(&weighed)));
        }
        let (zone, elsewhere) = match &top.clocks {
            RegionClocks::One(zone) => (zone, None),
            RegionClocks::Most(zone, elsewhere) => (zone, Some(elsewhere)),
            // Of several times in a state, the one of its city of that name.
            RegionClocks::Several(_) => match self.city_in(top.subject, others) {
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
            is_city(other) && !is_city(top) && matches!(&other.clocks, RegionClocks::One(own) if own == zone)
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
        Ok(Resolution {
            zone: zone.clone(),
            how,
            note,
            is_seasonal: false,
            unknown: Vec::new(),
            place: Some(self.place(subject)),
        })
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
        matches!(self.clocks(subject), RegionClocks::One(_))
    }

    fn several_zones(&self, region: &Weighed) -> Refusal {
        let name = self.table.name(region.subject).to_owned();
        (Reason::SeveralZones(name), self.candidates(std::slice::from_ref(region)))
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
                RegionClocks::One(zone) | RegionClocks::Most(zone, _) => {
                    add(zone, self.table.describe(one.subject));
                }
                RegionClocks::Several(zones) => zones.iter().for_each(|zone| {
                    if let Some(city) = self.table.best_known(&zone.name()).first() {
                        add(zone, (*city).to_owned());
                    }
                }),
            }
        }
        found
    }
}

fn is_city(weighed: &Weighed) -> bool {
    matches!(weighed.subject, Subject::City(_))
}
