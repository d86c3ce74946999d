//! Look-ups in the table.

use std::sync::OnceLock;

use rustc_hash::FxHashMap;

use super::names::Names;
use super::subject::{City, Country, Share, State, Subject};
use crate::places::PeopleOf;

/// Places and names with their zones.
pub(crate) struct Gazetteer {
    pub(super) zones: Vec<&'static str>,
    pub(super) cities: Vec<City>,
    pub(super) states: Vec<State>,
    /// Those with a code.
    pub(super) coded_states: Vec<u32>,
    pub(super) by_code: OnceLock<FxHashMap<String, Vec<Subject>>>,
    pub(super) countries: Vec<Country>,
    pub(super) names: Names,
    pub(super) airports: Vec<(u16, &'static str)>,
    pub(super) best_known: OnceLock<Vec<Vec<&'static str>>>,
}

/// How many places stand for a zone.
const BEST_KNOWN: usize = 3;

impl Gazetteer {
    /// What a folded name stands for, and whether it is the first name of it.
    pub(crate) fn named(&self, folded: &str) -> impl Iterator<Item = (Subject, bool)> {
        self.names.find(folded)
    }

    /// The countries and the states of a code such as `CA`, `NSW` or `DEU`, in any case.
    pub(crate) fn coded(&self, code: &str) -> &[Subject] {
        if !(2..=3).contains(&code.len()) {
            return &[];
        }
        let by_code = self.by_code.get_or_init(|| self.sort_by_code());
        by_code.get(&*code.to_ascii_uppercase()).map_or(&[], Vec::as_slice)
    }

    fn sort_by_code(&self) -> FxHashMap<String, Vec<Subject>> {
        let mut by_code: FxHashMap<String, Vec<Subject>> = FxHashMap::default();
        let countries = (0..).zip(&self.countries);
        let codes = countries.flat_map(|(index, country)| {
            [country.code, country.code3].map(|code| (code, Subject::Country(index)))
        });
        let states = self.coded_states.iter().map(|state| (self.state(*state).code, Subject::State(*state)));
        for (code, subject) in codes.chain(states) {
            let subjects = by_code.entry(code.to_ascii_uppercase()).or_default();
            if !subjects.contains(&subject) {
                subjects.push(subject);
            }
        }
        by_code
    }

    pub(crate) fn city(&self, index: u32) -> &City {
        &self.cities[index as usize]
    }

    /// How many cities there are.
    #[cfg(test)]
    pub(crate) fn cities(&self) -> u32 {
        self.cities.len() as u32
    }

    pub(crate) fn state(&self, index: u32) -> &State {
        &self.states[index as usize]
    }

    pub(crate) fn country(&self, index: u32) -> &Country {
        &self.countries[index as usize]
    }

    pub(crate) fn zone(&self, index: u16) -> &'static str {
        self.zones[usize::from(index)]
    }

    /// The zones that places are in.
    pub(crate) fn zone_ids(&self) -> impl Iterator<Item = &'static str> {
        self.zones.iter().copied()
    }

    /// The zones of a subject, most people first.
    pub(crate) fn zones(&self, subject: Subject) -> Vec<Share> {
        match subject {
            Subject::City(index) => vec![(self.city(index).zone, self.city(index).population / 1000)],
            Subject::State(index) => self.state(index).zones.clone(),
            Subject::Country(index) => self.country(index).zones.clone(),
            Subject::Windows(zone) => vec![(zone as u16, 0)],
        }
    }

    /// The state or region that it is in, or is.
    pub(crate) fn region_of(&self, subject: Subject) -> Option<&'static str> {
        let state = match subject {
            Subject::City(index) => self.state(self.city(index).state),
            Subject::State(index) => self.state(index),
            Subject::Country(_) | Subject::Windows(_) => return None,
        };
        (!state.is_part()).then_some(state.name)
    }

    /// How many people live there; of states, those of its cities.
    pub(crate) fn population(&self, subject: Subject) -> u64 {
        match subject {
            Subject::City(index) => self.city(index).population.into(),
            Subject::State(index) => {
                self.state(index).zones.iter().map(|(_, thousands)| u64::from(*thousands) * 1000).sum()
            }
            Subject::Country(index) => self.country(index).population.into(),
            Subject::Windows(_) => 0,
        }
    }

    /// The country that a subject is, or is in.
    pub(crate) fn country_of(&self, subject: Subject) -> Option<u32> {
        match subject {
            Subject::City(index) => Some(self.city(index).country),
            Subject::State(index) => Some(self.state(index).country),
            Subject::Country(index) => Some(index),
            Subject::Windows(_) => None,
        }
    }

    /// The subject in words that resolve to it again, where its names allow: `Portland, Oregon, United
    /// States`.
    pub(crate) fn describe(&self, subject: Subject) -> String {
        let in_country = |name: &str, country: u32| format!("{name}, {}", self.country(country).name);
        match subject {
            Subject::City(index) => {
                let city = self.city(index);
                let state = self.state(city.state);
                // The state where people write it.
                if state.has_letters() && self.country(city.country).zones.len() > 1 {
                    in_country(&format!("{}, {}", city.name, state.name), city.country)
                } else {
                    in_country(city.name, city.country)
                }
            }
            Subject::State(index) => in_country(self.state(index).name, self.state(index).country),
            Subject::Country(index) => self.country(index).name.to_owned(),
            Subject::Windows(zone) => self.zone(zone as u16).to_owned(),
        }
    }

    /// The people of several zones together, and their most populous places, each name once.
    pub(crate) fn people_of(&self, zones: &[&str], most: usize) -> PeopleOf {
        let wanted: Vec<bool> = self.zones.iter().map(|zone| zones.contains(zone)).collect();
        let mut cities: Vec<&City> =
            self.cities.iter().filter(|city| wanted[usize::from(city.zone)]).collect();
        cities.sort_by_key(|city| std::cmp::Reverse(city.population));
        let country = cities.first().map(|city| self.country(city.country));
        let population = cities.iter().map(|city| u64::from(city.population)).sum();
        let mut names: Vec<&'static str> = Vec::with_capacity(most);
        for city in cities {
            if names.len() == most {
                break;
            }
            if !names.contains(&city.name) {
                names.push(city.name);
            }
        }
        PeopleOf { places: names, country: country.map(|country| (country.code, country.name)), population }
    }

    /// The most populous places of a zone.
    pub(crate) fn best_known(&self, zone: &str) -> &[&'static str] {
        let Ok(index) = self.zones.binary_search(&zone) else { return &[] };
        let by_zone = self.best_known.get_or_init(|| {
            let mut ranked: Vec<&City> = self.cities.iter().collect();
            ranked.sort_by_key(|city| std::cmp::Reverse(city.population));
            let mut by_zone = vec![Vec::new(); self.zones.len()];
            for city in ranked {
                let best: &mut Vec<&'static str> = &mut by_zone[usize::from(city.zone)];
                if best.len() < BEST_KNOWN && !best.contains(&city.name) {
                    best.push(city.name);
                }
            }
            by_zone
        });
        &by_zone[index]
    }

    /// The first name of a subject.
    pub(crate) fn name(&self, subject: Subject) -> &'static str {
        match subject {
            Subject::City(index) => self.city(index).name,
            Subject::State(index) => self.state(index).name,
            Subject::Country(index) => self.country(index).name,
            Subject::Windows(zone) => self.zone(zone as u16),
        }
    }

    /// The names that may be so few slips away from a folded one, with what they stand for and whether first
    /// of all.
    pub(crate) fn near(&self, name: &str, slips: usize) -> impl Iterator<Item = (&str, Subject, bool)> {
        self.names.near(name, slips)
    }

    /// The zone of an airport code in capitals.
    pub(crate) fn airport(&self, code: &str) -> Option<&'static str> {
        if code.len() != 3 || !code.bytes().all(|b| b.is_ascii_uppercase()) {
            return None;
        }
        let has = |codes: &str| codes.as_bytes().chunks_exact(3).any(|known| known == code.as_bytes());
        let (zone, _) = self.airports.iter().find(|(_, codes)| has(codes))?;
        Some(self.zone(*zone))
    }
}
