//! What the table holds: cities, states and countries.

/// A place or a name in the table. The order of kinds is no order of merit.
#[derive(Clone, Copy, PartialEq, Eq, Hash, PartialOrd, Ord, Debug)]
pub(crate) enum Subject {
    City(u32),
    State(u32),
    Country(u32),
    /// A Windows name: the index of its zone.
    Windows(u32),
}

/// A zone of the table and how many thousand people live in it.
pub(crate) type Share = (u16, u32);

pub(crate) struct City {
    /// As GeoNames writes it.
    pub(crate) name: &'static str,
    pub(crate) population: u32,
    pub(crate) zone: u16,
    pub(crate) state: u32,
    pub(crate) country: u32,
}

pub(crate) struct State {
    pub(crate) name: &'static str,
    /// The letters that people write, such as `CA`; may be empty.
    pub(crate) code: &'static str,
    pub(crate) country: u32,
    /// Most people first.
    pub(crate) zones: Vec<Share>,
}

pub(crate) struct Country {
    pub(crate) name: &'static str,
    /// ISO 3166, two letters and three.
    pub(crate) code: &'static str,
    pub(crate) code3: &'static str,
    pub(crate) population: u32,
    /// Most people first.
    pub(crate) zones: Vec<Share>,
}

impl State {
    /// Whether people write it by letters.
    pub(crate) fn has_letters(&self) -> bool {
        !self.code.is_empty() && !self.is_part()
    }

    /// Whether it is a part of a country that holds no cities of its own in the table: an island, a county.
    pub(crate) fn is_part(&self) -> bool {
        self.code == PART
    }
}

/// The code of parts of countries; no label has it.
const PART: &str = "*";
