//! What the table holds: cities, states and countries.

/// A place or a name in the table. The order of kinds is no order of merit.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub(in crate::places) enum Subject {
    City(u32),
    State(u32),
    Country(u32),
    /// A Windows name: the index of its zone.
    Windows(u32),
}

/// A zone of the table and how many thousand people live in it.
pub(in crate::places) type Share = (u16, u32);

pub(in crate::places) struct City {
    /// As GeoNames writes it.
    pub(in crate::places) name: &'static str,
    pub(in crate::places) population: u32,
    pub(in crate::places) zone: u16,
    pub(in crate::places) state: u32,
    pub(in crate::places) country: u32,
}

pub(in crate::places) struct State {
    pub(in crate::places) name: &'static str,
    /// The letters that people write, such as `CA`; may be empty.
    pub(in crate::places) code: &'static str,
    pub(in crate::places) country: u32,
    /// Most people first.
    pub(in crate::places) zones: Vec<Share>,
}

pub(in crate::places) struct Country {
    pub(in crate::places) name: &'static str,
    /// ISO 3166, two letters and three.
    pub(in crate::places) code: &'static str,
    pub(in crate::places) code3: &'static str,
    pub(in crate::places) population: u32,
    /// Most people first.
    pub(in crate::places) zones: Vec<Share>,
}

impl State {
    /// Whether people write it by letters.
    pub(in crate::places) fn has_letters(&self) -> bool {
        !self.code.is_empty() && !self.is_part()
    }

    /// Whether it is a part of a country that holds no cities of its own in the table: an island, a county.
    pub(in crate::places) fn is_part(&self) -> bool {
        self.code == PART
    }
}

/// The code of parts of countries; no label has it.
const PART: &str = "*";
