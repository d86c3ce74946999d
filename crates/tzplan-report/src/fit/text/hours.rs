//! The candidate's own hours and places in words.

use tzplan::fit::ProposedMove;
use tzplan::{Minutes, WeeklyHours};

use super::View;
use crate::words::{clean, clock, people};

/// Columns a place may take.
const PLACE: usize = 24;
/// Columns the hours of one place may take.
const HOURS: usize = 120;

impl View<'_> {
    /// `Keiko in Tokyo, 09:00–17:00 Mon–Fri,`: the start of a sentence.
    pub(super) fn introduction(&self) -> String {
        let schedule = self.candidate.schedule();
        let subject = self.subject();
        match schedule.posts() {
            [only] => {
                format!("{subject} in {}, {},", place(&only.zone().name()), self.spoken(only.hours()))
            }
            posts => {
                let posts: Vec<String> =
                    posts.iter().map(|post| self.at(post.hours(), &post.zone().name())).collect();
                format!("{subject}, {},", people::and(&posts))
            }
        }
    }

    /// The hours after a move: `10:30–18:30 Mon–Fri in Lima`.
    pub(super) fn moved_hours(&self, moved: &ProposedMove) -> String {
        let posts = self.candidate.schedule().posts().iter().zip(&moved.hours);
        let posts: Vec<String> = posts.map(|(post, hours)| self.at(hours, &post.zone().name())).collect();
        people::and(&posts)
    }

    fn at(&self, hours: &WeeklyHours, zone: &str) -> String {
        format!("{} in {}", self.spoken(hours), place(zone))
    }

    fn spoken(&self, hours: &WeeklyHours) -> String {
        match hours.is_empty() {
            true => "no hours".to_owned(),
            false => self.people.names().cut(&clock::spoken(hours), HOURS),
        }
    }
}

/// `15:00 h a week of it at night`, `none of it at night`.
pub(super) fn at_night(minutes: Minutes) -> String {
    match minutes {
        Minutes::ZERO => "none of it at night".to_owned(),
        minutes => format!("{minutes} h a week of it at night"),
    }
}

fn place(zone: &str) -> String {
    clean::fit(&people::place(zone), PLACE)
}
