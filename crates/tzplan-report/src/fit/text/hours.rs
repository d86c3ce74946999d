//! The candidate's own hours and places in words, as stated and after a shift.

use tzplan::fit::ProposedMove;
use tzplan::team::Post;
use tzplan::{Minutes, WeeklyHours};

use super::View;
use crate::words::ink::{Ink, Text};
use crate::words::length::length;
use crate::words::people::stays;
use crate::words::{city, clean, clock, dates, people};

/// Columns a place may take.
const PLACE: usize = 80;
/// Columns the hours of one place may take.
const HOURS: usize = 120;

impl View<'_> {
    /// `Keiko in Tokyo, 09:00–17:00 Mon–Fri,`: the start of a sentence.
    pub(super) fn introduction(&self) -> String {
        let schedule = self.schedule();
        let subject = self.subject();
        match schedule.posts() {
            [only] => {
                let hours = self.spoken(only, only.hours());
                format!("{subject} in {}, {hours},", self.place(only))
            }
            posts => {
                let posts: Vec<String> = posts.iter().map(|post| self.at(post, post.hours())).collect();
                format!("{subject}, {},", people::and(&posts))
            }
        }
    }

    /// Where they work: `Tokyo`, `Lima and Tokyo`.
    pub(crate) fn whereabouts(&self) -> String {
        people::and(&self.schedule().posts().iter().map(|post| self.place(post)).collect::<Vec<_>>())
    }

    /// The hours after a move: `10:30–18:30 Mon–Fri in Lima`.
    pub(super) fn moved_hours(&self, moved: &ProposedMove) -> String {
        let posts = self.schedule().posts().iter().zip(&moved.hours);
        let posts: Vec<String> = posts.map(|(post, hours)| self.at(post, hours)).collect();
        people::and(&posts)
    }

    pub(super) fn at(&self, post: &Post, hours: &WeeklyHours) -> String {
        format!("{} in {}", self.spoken(post, hours), self.place(post))
    }

    /// Of somebody with one place as it was typed, else the city of the zone.
    fn place(&self, post: &Post) -> String {
        let typed = self.document.place.filter(|_| self.schedule().posts().len() == 1);
        let place = typed.map_or_else(|| city::of_zone(&post.zone().name()), people::first_part);
        clean::fit(&place, PLACE) + &stays::away(post, self.prepared.horizon())
    }

    fn spoken(&self, post: &Post, hours: &WeeklyHours) -> String {
        if hours.is_empty() {
            return "no hours".to_owned();
        }
        let clock =
            post.hours_on().map_or_else(String::new, |clock| format!(" ({})", city::of_zone(&clock.name())));
        self.people.names().cut(&clock::spoken(hours), HOURS) + &clock
    }
}

/// `Starting 1:30 hours later all year makes it fit: …`
pub(super) fn shift(view: &View<'_>, moved: &ProposedMove) -> Text {
    let mut text = Text::new(Ink::Strong, format!("Starting {}", clock::moved(moved.shift.minutes())));
    let span = dates::span(view.prepared.horizon());
    text.plain(&format!(" {span} makes it fit: own hours {}", view.moved_hours(moved)));
    if moved.night_minutes_per_week > Minutes::ZERO {
        text.plain(", ");
        text.push(Ink::Bad, &at_night(moved.night_minutes_per_week));
    }
    text.plain(".");
    text
}

/// The shift that would make them fit and cannot be asked of them.
pub(super) fn trap(view: &View<'_>) -> Text {
    let Some(trap) = &view.fit.trap else {
        let step = length(view.policy.step());
        return format!("No shift of their own day makes it fit: none of up to 24 h, in steps of {step}.")
            .into();
    };
    let mut text = Text::new(Ink::Bad, "Shift trap");
    let most = view.schedule().flex().unwrap_or(view.policy.max_shift());
    let beyond = if most == Minutes::ZERO {
        "their day does not move".to_owned()
    } else if trap.shift.minutes().unsigned_abs() > most.get() {
        format!("{} at most may be asked", length(most))
    } else {
        format!("further out of {} than may be asked", view.policy.reasonable().to_string().replace('-', "–"))
    };
    text.plain(": to fit would mean working ");
    text.push(Ink::Strong, &view.moved_hours(trap));
    text.plain(&format!(", {} than stated", clock::moved(trap.shift.minutes())));
    text.plain(&format!(" ({beyond}), "));
    let night = trap.night_minutes_per_week;
    text.push(if night > Minutes::ZERO { Ink::Bad } else { Ink::Plain }, &at_night(night));
    text.plain(".");
    text
}

/// The night work in the hours as they are; nothing where there is none.
pub(super) fn stated_night(view: &View<'_>) -> Option<Text> {
    let night = view.fit.stated_night_minutes_per_week;
    (night > Minutes::ZERO).then(|| {
        let mut text = Text::from(format!("{} works ", view.subject()));
        text.push(Ink::Warn, &format!("{} a week at night", length(night)));
        text.plain(" as it is.");
        text
    })
}

/// `15:00 h a week of it at night`, `none of it at night`.
pub(super) fn at_night(minutes: Minutes) -> String {
    match minutes {
        Minutes::ZERO => "none of it at night".to_owned(),
        minutes => format!("{} a week of it at night", length(minutes)),
    }
}
