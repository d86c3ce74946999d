//! What the tests of this folder share.

use tzplan::Tzdb;
use tzplan_roster::places::{How, PlaceError, Resolution, resolve};

pub(crate) fn found(label: &str) -> Resolution {
    resolve(Tzdb::bundled(), label).unwrap_or_else(|error| panic!("{error}"))
}

pub(crate) fn refused(label: &str) -> PlaceError {
    resolve(Tzdb::bundled(), label).expect_err(label)
}

/// Each label is read as the zone, in that way, with nothing to note.
pub(crate) fn all_silent(how: How, cases: &[(&str, &str)]) {
    for (label, zone) in cases {
        let found = found(label);
        assert_eq!((found.zone.name().as_str(), found.how, found.note), (*zone, how, None), "{label}");
    }
}

/// Each label is read as the zone with a note that says so.
pub(crate) fn all_noted(how: How, cases: &[(&str, &str, &str)]) {
    for (label, zone, note) in cases {
        let found = found(label);
        assert_eq!((found.zone.name().as_str(), found.how), (*zone, how), "{label}");
        let said = found.note.unwrap_or_else(|| panic!("{label} without a note"));
        assert!(said.contains(note), "{label}: {said}");
    }
}
