//! The entries of one ledger, one after the other: what is held of them does not grow with the file, but for
//! eight bytes of each name that nobody has.

use std::collections::{BTreeMap, HashSet};
use std::fmt;
use std::hash::{BuildHasher, RandomState};

use crate::failure::Faults;
use crate::names::{Names, cut};

/// What an entry of a file says.
pub(super) struct Entry<'e> {
    pub(super) place: Place,
    pub(super) name: &'e str,
    /// The row of the roster, where the name is not enough.
    pub(super) row: Option<&'e str>,
    /// Of stretch, and at night.
    pub(super) minutes: Result<[u64; 2], String>,
}

/// Where an entry stands.
#[derive(Clone, Copy)]
pub(super) enum Place {
    Line(u64),
    Ledger(usize),
}

/// Which entries of a name count.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Counts {
    /// The last: those before are of earlier weeks.
    Last,
    /// There is to be one.
    Once,
}

/// The entries read so far.
pub(super) struct Entries<'n, 't> {
    names: &'n Names<'t>,
    source: &'n str,
    known: BTreeMap<usize, Known>,
    /// Names that nobody has, and that were told so, as numbers.
    strangers: HashSet<u64>,
    numbers: RandomState,
    faults: Faults,
}

/// A member's entry.
struct Known {
    /// The name and row by which they are meant, as a number.
    key: u64,
    place: Place,
    minutes: Result<[u64; 2], String>,
}

impl<'n, 't> Entries<'n, 't> {
    pub(super) fn new(names: &'n Names<'t>, source: &'n str) -> Self {
        let (known, strangers, numbers, faults) = Default::default();
        Self { names, source, known, strangers, numbers, faults }
    }

    pub(super) fn enter(&mut self, entry: Entry<'_>, counts: Counts) {
        let Entry { place, name, row, minutes } = entry;
        let key = self.numbers.hash_one((name, row));
        let Some(member) = self.meant(name, row) else {
            if counts == Counts::Once || self.strangers.insert(key) {
                let (names, source) = (self.names, self.source);
                self.faults.push(|| {
                    let why = names.find(name).err().unwrap_or_default();
                    format!("--ledger {source}, {place}: {why}; mend the name, or leave the entry out")
                });
            }
            return;
        };
        match self.known.get_mut(&member) {
            Some(known) if counts == Counts::Last && known.key == key => {
                (known.place, known.minutes) = (place, minutes);
            }
            Some(Known { place: before, .. }) => {
                let source = self.source;
                self.faults.push(|| {
                    format!("--ledger {source}, {place}: `{}` has an entry in {before} already", cut(name))
                });
            }
            None => {
                self.known.insert(member, Known { key, place, minutes });
            }
        }
    }

    /// The minutes of stretch and of night of each member, and what is wrong.
    pub(super) fn finish(self) -> (Vec<(usize, [u64; 2])>, Faults) {
        let (mut given, mut faults) = (Vec::new(), self.faults);
        for (member, known) in self.known {
            match known.minutes {
                Ok(minutes) => given.push((member, minutes)),
                Err(why) => faults.push(|| format!("--ledger {}, {}: {why}", self.source, known.place)),
            }
        }
        (given, faults)
    }

    /// The member meant: by name, else by the row that tells people of one name apart.
    fn meant(&self, name: &str, row: Option<&str>) -> Option<usize> {
        let unquoted = || name.strip_prefix('\'').and_then(|name| self.names.one(name));
        let by_row = || self.names.one(&format!("#{}", row?));
        self.names.one(name).or_else(unquoted).or_else(by_row)
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Self::Line(line) => write!(f, "line {line}"),
            Self::Ledger(place) => write!(f, "ledger[{place}]"),
        }
    }
}
