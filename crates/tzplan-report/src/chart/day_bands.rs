//! The bands of a day: everybody's, and what everyone shares.

use tzplan::target::WeekWindow;
use tzplan::{ProfileId, Season, SeasonOverlap};

use super::band::{Often, Segment, segments};
use crate::plan::view::View;
use crate::words::clock;
use crate::words::verdict::shortfall;

/// Columns of a name.
const NAME: usize = 20;
/// Quarters of an hour in a day.
pub(crate) const QUARTERS: usize = 96;

/// The band of a profile.
#[derive(Clone, Debug)]
pub(crate) struct DayBand {
    pub(crate) name: String,
    pub(crate) place: String,
    /// `UTC−3`.
    pub(crate) offset: String,
    /// Minutes ahead of UTC.
    pub(crate) ahead: i32,
    /// Weekly hours on the own clock.
    pub(crate) hours: String,
    pub(crate) is_optional: bool,
    pub(crate) segments: Vec<Segment>,
}

/// What everyone shares.
#[derive(Clone, Debug)]
pub(crate) struct Everyone {
    pub(crate) segments: Vec<Segment>,
    /// `4:00`.
    pub(crate) daily: String,
    /// `13:00–17:00` on the home clock; `never`.
    pub(crate) at_home: String,
    /// `12:00–16:00 UTC`; `never`.
    pub(crate) in_utc: String,
    /// `target met`, `short 1:00`.
    pub(crate) note: String,
}

impl Everyone {
    /// Of what a group shares in a season, told on a home clock so many minutes ahead.
    pub(crate) fn of(overlap: &SeasonOverlap, ahead: i32) -> Self {
        let short = shortfall(overlap);
        let note = match (overlap.meets, short.get()) {
            (true, _) => "target met".to_owned(),
            (false, 0) => "some short of their target".to_owned(),
            (false, _) => format!("short {short}"),
        };
        let told = |ahead: i32| match &overlap.windows[..] {
            [] => "never".to_owned(),
            windows => clock::joined(&clock::windows(windows, ahead)),
        };
        Self {
            segments: segments(overlap.windows.iter().map(window), overlap.daily.days),
            daily: overlap.daily.to_string(),
            at_home: told(ahead),
            in_utc: if overlap.windows.is_empty() { told(0) } else { format!("{} UTC", told(0)) },
            note,
        }
    }
}

fn window(window: &WeekWindow) -> (i32, i32) {
    (i32::from(window.start.get()), window.minutes.get() as i32)
}

impl DayBand {
    pub(super) fn of(view: &View<'_>, profile: ProfileId, season: &Season) -> Self {
        let week = view.prepared.week(profile, season);
        let pattern = week.pattern().iter().map(|i| (i32::from(i.start().get()), i.length().get() as i32));
        let hours = clock::of_posts(view.prepared.posts_of(profile), view.prepared.hours_of(profile));
        let (place, offset) = (view.people.place(profile), clock::offset(week.minutes_ahead()));
        Self {
            name: view.people.label_in(profile, NAME),
            // A fixed offset is its own place.
            offset: if place.starts_with("UTC") { String::new() } else { offset },
            place,
            ahead: week.minutes_ahead(),
            hours: clock::joined(&hours),
            is_optional: view.people.is_optional(profile),
            segments: segments(pattern, week.workdays()),
        }
    }

    /// By quarter of an hour of the UTC day: `w` at work at its start on half of the workdays or more, `s` on
    /// fewer, `.` never.
    pub(crate) fn quarters(&self) -> String {
        let mark = |quarter: usize| {
            let minute = (quarter * 15) as u16;
            let here = self.segments.iter().find(|s| (s.start..s.end).contains(&minute));
            match here.map(|segment| segment.often) {
                Some(Often::Usually) => 'w',
                Some(Often::Sometimes) => 's',
                None => '.',
            }
        };
        (0..QUARTERS).map(mark).collect()
    }
}
