//! The table from its compressed text.

use std::sync::OnceLock;

use miniz_oxide::inflate::TINFLStatus;
use miniz_oxide::inflate::core::inflate_flags::TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
use miniz_oxide::inflate::core::{DecompressorOxide, decompress};

use super::names::Names;
use super::subject::{City, Country, Share, State, Subject};
use super::table::Gazetteer;
use crate::places::fold::{fold, needs_folding};

static PACKED: &[u8] = include_bytes!("../../../data/places.bin");

/// What a test of this module holds: the table that is built in is whole.
const WHOLE: &str = "the table of places is whole";

impl Gazetteer {
    /// The table. Reading it costs some milliseconds, once.
    pub(crate) fn get() -> &'static Self {
        static TABLE: OnceLock<Gazetteer> = OnceLock::new();
        TABLE.get_or_init(load)
    }
}

fn load() -> Gazetteer {
    static TEXT: OnceLock<String> = OnceLock::new();
    let text = TEXT.get_or_init(|| {
        let (size, packed) = PACKED.split_first_chunk().expect(WHOLE);
        let mut text = vec![0; u32::from_le_bytes(*size) as usize];
        let flags = TINFL_FLAG_USING_NON_WRAPPING_OUTPUT_BUF;
        let (status, _, written) = decompress(&mut DecompressorOxide::new(), packed, &mut text, 0, flags);
        assert!(status == TINFLStatus::Done && written == text.len(), "{WHOLE}");
        String::from_utf8(text).expect(WHOLE)
    });
    let mut loader = Loader {
        table: Gazetteer {
            zones: Vec::new(),
            cities: Vec::with_capacity(1 << 16),
            states: Vec::with_capacity(1 << 12),
            coded_states: Vec::new(),
            countries: Vec::with_capacity(256),
            names: Names::new(),
            airports: Vec::new(),
            by_code: OnceLock::new(),
            best_known: OnceLock::new(),
        },
        zone: 0,
        lower: String::new(),
    };
    for line in text.lines() {
        loader.line(line).expect(WHOLE);
    }
    loader.table
}

struct Loader {
    table: Gazetteer,
    /// Of the cities to come.
    zone: u16,
    /// A name in small letters.
    lower: String,
}

impl Loader {
    fn line(&mut self, line: &'static str) -> Option<()> {
        let (kind, rest) = line.split_at_checked(1)?;
        match kind {
            "@" => self.table.zones = rest.split(' ').collect(),
            "#" => {
                let (head, names) = rest.split_once('|')?;
                let mut head = head.split(' ');
                let country = Country {
                    code: head.next()?,
                    code3: head.next()?,
                    population: head.next()?.parse().ok()?,
                    zones: shares(head.next()?)?,
                    name: names.split('|').next()?,
                };
                self.named(names, Subject::Country(self.table.countries.len() as u32));
                self.table.countries.push(country);
            }
            "+" => {
                let (head, names) = rest.split_once('|')?;
                let (code, zones) = head.split_once(' ')?;
                let country = (self.table.countries.len() as u32).checked_sub(1)?;
                let name = names.split('|').next()?;
                let index = self.table.states.len() as u32;
                let state = State { name, code, country, zones: shares(zones)? };
                if state.has_letters() {
                    self.table.coded_states.push(index);
                }
                self.named(names, Subject::State(index));
                self.table.states.push(state);
            }
            "=" => self.zone = rest.parse().ok()?,
            "w" => {
                let (zone, names) = rest.split_once('|')?;
                let subject = Subject::Windows(zone.parse().ok()?);
                names.split('|').for_each(|name| self.table.names.add(name, subject, false));
            }
            "a" => {
                let (zone, codes) = rest.split_once(' ')?;
                self.table.airports.push((zone.parse().ok()?, codes));
            }
            _ => {
                let (population, names) = line.split_at_checked(3)?;
                let city = City {
                    name: names.split('|').next()?,
                    population: people(population)?,
                    zone: self.zone,
                    state: (self.table.states.len() as u32).checked_sub(1)?,
                    country: (self.table.countries.len() as u32).checked_sub(1)?,
                };
                self.named(names, Subject::City(self.table.cities.len() as u32));
                self.table.cities.push(city);
            }
        }
        Some(())
    }

    /// The first name is as people write it, the others are folded.
    fn named(&mut self, names: &'static str, subject: Subject) {
        let mut names = names.split('|');
        if let Some(first) = names.next().filter(|name| !name.is_empty()) {
            if needs_folding(first) {
                self.table.names.add(&fold(first), subject, true);
            } else {
                self.lower.clear();
                self.lower.push_str(first);
                self.lower.make_ascii_lowercase();
                self.table.names.add(&self.lower, subject, true);
            }
        }
        names.for_each(|name| self.table.names.add(name, subject, false));
    }
}

/// `88:71,90:4` as zones and thousands of people.
fn shares(text: &str) -> Option<Vec<Share>> {
    let share = |share: &str| {
        let (zone, thousands) = share.split_once(':')?;
        Some((zone.parse().ok()?, thousands.parse().ok()?))
    };
    text.split(',').map(share).collect()
}

/// `85f` as 8,500,000.
fn people(text: &str) -> Option<u32> {
    let [tens, ones, power] = *text.as_bytes() else { return None };
    let digits = u32::from(tens.checked_sub(b'0')?) * 10 + u32::from(ones.checked_sub(b'0')?);
    digits.checked_mul(10u32.checked_pow(power.checked_sub(b'a')?.into())?)
}

#[cfg(test)]
mod tests {
    use tzplan::Tzdb;

    use super::*;

    #[test]
    fn the_table_is_whole_and_its_zones_exist() {
        let table = Gazetteer::get();
        assert!(table.cities.len() > 40_000 && table.countries.len() > 240 && table.states.len() > 3_000);
        assert!(table.zones.is_sorted());
        for zone in &table.zones {
            assert_eq!(Tzdb::bundled().zone(zone).map(|zone| zone.name()).as_deref(), Ok(*zone));
        }
        for country in &table.countries {
            assert!(!country.zones.is_empty(), "{}", country.name);
        }
        assert!(PACKED.len() < 820 * 1024, "{}", PACKED.len());
    }

    #[test]
    fn populations_have_two_digits() {
        assert_eq!(
            (people("85f"), people("00a"), people("15d"), people("9")),
            (Some(8_500_000), Some(0), Some(15_000), None)
        );
    }
}
