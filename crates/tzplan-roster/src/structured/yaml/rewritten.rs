//! A YAML file as JSON, and where each part of it stood.

use std::ops::Range;

use crate::faults::Fault;
use crate::structured::document::Wrong;

/// The JSON of a YAML file.
pub(in crate::structured) struct Rewritten {
    pub(super) json: String,
    /// Where values and keys start in the JSON, and their places in the YAML; in the order of the JSON.
    pub(super) places: Vec<(usize, Range<usize>)>,
}

impl Rewritten {
    /// The place of a part of the JSON in the YAML.
    pub(super) fn place(&self, part: &Range<usize>) -> Range<usize> {
        let after = self.places.partition_point(|(start, _)| *start <= part.start);
        let of = |place: usize| self.places.get(place).map(|(_, yaml)| yaml.clone());
        after.checked_sub(1).and_then(of).unwrap_or(0..0)
    }

    /// Something wrong, with its place in the YAML.
    pub(super) fn located(&self, wrong: Wrong) -> Wrong {
        Wrong { span: self.place(&wrong.span), ..wrong }
    }
}

pub(super) fn refused(message: &str, span: Range<usize>) -> Wrong {
    Wrong::new(Fault::error("bad-yaml", message, "correct it here and try again"), span)
}
