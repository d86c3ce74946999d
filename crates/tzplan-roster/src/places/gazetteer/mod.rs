//! The table of places: cities, states, countries, Windows names and airports, with their zones.
//!
//! `scripts/places.py` writes it from open data and says what its lines hold. It is kept compressed, and read
//! into memory when the first label asks for it.

mod airports;
mod load;
mod names;

use std::sync::OnceLock;

use names::Names;

/// A place or a name in the table. The order of kinds is no order of merit.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub(super) enum Subject {
    City(u32),
    State(u32),
    Country(u32),
    /// A Windows name: the index of its zone.
    Windows(u32),
}

/// A zone of the table and how many thousand people live in it.
pub(super) type Share = (u16, u32);

pub(super) struct City {
    /// As GeoNames writes it.
    pub(super) name: &'static str,
    pub(super) population: u32,
    pub(super) zone: u16,
    pub(super) state: u32,
    pub(super) country: u32,
}

pub(super) struct State {
    pub(super) name: &'static str,
    /// The letters that people write, such as `CA`; may be empty.
    pub(super) code: &'static str,
    pub(super) country: u32,
    /// Most people first.
    pub(super) zones: Vec<Share>,
}

pub(super) struct Country {
    pub(super) name: &'static str,
    /// ISO 3166, two letters and three.
    pub(super) code: &'static str,
    pub(super) code3: &'static str,
    pub(super) population: u32,
    /// Most people first.
    pub(super) zones: Vec<Share>,
}

pub(super) struct Gazetteer {
    zones: Vec<&'static str>,
    cities: Vec<City>,
    states: Vec<State>,
    /// Those with a code.
    coded_states: Vec<u32>,
    countries: Vec<Country>,
    names: Names,
    airports: Vec<(u16, &'static str)>,
    best_known: OnceLock<Vec<Vec<&'static str>>>,
}

impl State {
    /// Whether people write it by letters.
    pub(super) fn has_letters(&self) -> bool {
        !self.code.is_empty() && !self.is_part()
    }

    /// Whether it is a part of a country that holds no cities of its own in the table: an island, a county.
    pub(super) fn is_part(&self) -> bool {
        self.code == PART
    }
}

/// The code of parts of countries; no label has it.
const PART: &str = "*";
/// How many places stand for a zone.
const BEST_KNOWN: usize = 3;

impl Gazetteer {
    /// The table. Reading it costs some milliseconds, once.
    pub(super) fn get() -> &'static Self {
        static TABLE: OnceLock<Gazetteer> = OnceLock::new();
        TABLE.get_or_init(load::load)
    }

    /// What a folded name stands for, and whether it is the first name of it.
    pub(super) fn named(&self, folded: &str) -> impl Iterator<Item = (Subject, bool)> {
        self.names.find(folded)
    }

    /// The states and countries of a code such as `CA`, `NSW` or `DEU`.
    pub(super) fn coded(&self, code: &str) -> Vec<Subject> {
        let mut found = Vec::new();
        if !(2..=3).contains(&code.len()) {
            return found;
        }
        for (index, country) in (0..).zip(&self.countries) {
            if country.code.eq_ignore_ascii_case(code) || country.code3.eq_ignore_ascii_case(code) {
                found.push(Subject::Country(index));
            }
        }
        let states =
            self.coded_states.iter().filter(|state| self.state(**state).code.eq_ignore_ascii_case(code));
        found.extend(states.map(|state| Subject::State(*state)));
        found
    }

    pub(super) fn city(&self, index: u32) -> &City {
        &self.cities[index as usize]
    }

    /// How many cities there are.
    #[cfg(test)]
    pub(super) fn cities(&self) -> u32 {
        self.cities.len() as u32
    }

    pub(super) fn state(&self, index: u32) -> &State {
        &self.states[index as usize]
    }

    pub(super) fn country(&self, index: u32) -> &Country {
        &self.countries[index as usize]
    }

    pub(super) fn zone(&self, index: u16) -> &'static str {
        self.zones[usize::from(index)]
    }

    /// The zones of a subject, most people first.
    pub(super) fn zones(&self, subject: Subject) -> Vec<Share> {
        match subject {
            Subject::City(index) => vec![(self.city(index).zone, self.city(index).population / 1000)],
            Subject::State(index) => self.state(index).zones.clone(),
            Subject::Country(index) => self.country(index).zones.clone(),
            Subject::Windows(zone) => vec![(zone as u16, 0)],
        }
    }

    /// How many people live there; of states, those of its cities.
    pub(super) fn population(&self, subject: Subject) -> u64 {
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
    pub(super) fn country_of(&self, subject: Subject) -> Option<u32> {
        match subject {
            Subject::City(index) => Some(self.city(index).country),
            Subject::State(index) => Some(self.state(index).country),
            Subject::Country(index) => Some(index),
            Subject::Windows(_) => None,
        }
    }

    /// The subject in words that resolve to it again, where its names allow: `Portland, Oregon, United States`.
    pub(super) fn describe(&self, subject: Subject) -> String {
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

    /// The most populous places of several zones together, each name once.
    pub(super) fn most_populous(&self, zones: &[&str], most: usize) -> Vec<&'static str> {
        let wanted: Vec<bool> = self.zones.iter().map(|zone| zones.contains(zone)).collect();
        let mut cities: Vec<&City> =
            self.cities.iter().filter(|city| wanted[usize::from(city.zone)]).collect();
        cities.sort_by_key(|city| std::cmp::Reverse(city.population));
        let mut names: Vec<&'static str> = Vec::with_capacity(most);
        for city in cities {
            if names.len() == most {
                break;
            }
            if !names.contains(&city.name) {
                names.push(city.name);
            }
        }
        names
    }

    /// The most populous places of a zone.
    pub(super) fn best_known(&self, zone: &str) -> &[&'static str] {
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
    pub(super) fn name(&self, subject: Subject) -> &'static str {
        match subject {
            Subject::City(index) => self.city(index).name,
            Subject::State(index) => self.state(index).name,
            Subject::Country(index) => self.country(index).name,
            Subject::Windows(zone) => self.zone(zone as u16),
        }
    }

    /// The names that may be so few slips away from a folded one, with what they stand for and whether first of all.
    pub(super) fn near(&self, name: &str, slips: usize) -> impl Iterator<Item = (&str, Subject, bool)> {
        self.names.near(name, slips)
    }
}
