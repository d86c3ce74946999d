//! In place of the table of places where the feature `places` is off: what only it knows is unknown.

use super::error::Candidate;
use super::resolution::Answer;
use super::resolver::Resolver;
use super::time_label::TimeLabel;

impl Resolver<'_> {
    pub(super) fn listed_under_a_time(&self, _: &str) -> Option<Answer> {
        None
    }

    pub(super) fn several_places(&self, _: &str) -> Option<Answer> {
        None
    }

    pub(super) fn place(&self, _: &str) -> Option<Answer> {
        None
    }

    pub(super) fn region_of_abbreviation(&self, _: &str, _: &TimeLabel) -> Option<Answer> {
        None
    }

    pub(super) fn is_name_of_place(&self, _: &str) -> bool {
        false
    }

    pub(super) fn zones_with(&self, _: &[i32]) -> Vec<Candidate> {
        Vec::new()
    }

    pub(super) fn near_places(&self, _: &str) -> Vec<Candidate> {
        Vec::new()
    }

    pub(super) fn windows(&self, _: &str) -> Option<Answer> {
        None
    }

    pub(super) fn part_of_a_city(&self, _: &str) -> Option<Answer> {
        None
    }

    pub(super) fn native_address(&self, _: &str) -> Option<Answer> {
        None
    }

    pub(super) fn airport(&self, _: &str) -> Option<Answer> {
        None
    }
}
