//! The team's day with the candidates on it.

use tzplan::fit::{Beside, TeamWithCandidates};
use tzplan::{Attendance, Shift};

use super::own_clock;
use crate::chart::band::{of_clock, on_clock, segments};
use crate::chart::day::{Day, Days};
use crate::chart::rows::GroupKind;
use crate::fit::text::{LONGEST, View as Candidate, decides, joined};
use crate::html::bar::Bar;
use crate::html::day::DaySection;
use crate::html::method::Method;
use crate::html::rich::Rich;
use crate::view::View;
use crate::words::clock;
use crate::words::people::Names;

/// The most other days drawn.
const MOST_OTHERS: usize = 3;

/// Everything drawn, and how it was computed.
pub(super) struct Pictures {
    pub(super) drawn: Drawn,
    pub(super) others: Vec<Drawn>,
    /// How many other days are not drawn.
    pub(super) left: usize,
    /// By candidate, their week on their own clock.
    pub(super) weeks: Vec<(Rich, Vec<Rich>)>,
    pub(super) method: Method,
}

/// A day.
pub(super) struct Drawn {
    pub(super) day: DaySection,
    pub(super) candidates: Vec<CandidateRow>,
    /// Why these dates are shown, a sentence; empty of others, and where all dates are one day.
    pub(super) why: String,
}

/// A candidate's day.
pub(super) struct CandidateRow {
    pub(super) name: Rich,
    pub(super) place: Rich,
    pub(super) bar: Rich,
    pub(super) hours: String,
    pub(super) moved: Option<Moved>,
}

/// The same after the shift with which they would fit.
pub(super) struct Moved {
    /// `1½ h later`.
    pub(super) by: String,
    /// Whether it can be asked of them.
    pub(super) is_trap: bool,
    pub(super) bar: Rich,
    pub(super) hours: String,
}

impl Pictures {
    /// Of candidates for one opening, of whom there is at least one.
    pub(super) fn of(candidates: &[Candidate<'_>]) -> Self {
        let opening = candidates[0].document.candidate.opening();
        let members = opening.prepared().team().len();
        let joined = joined(candidates, Attendance::Optional);
        let plan = joined.plan();
        let view = View::of(joined.prepared(), &plan, Names::Cut);
        let days = Days::with_rows_of(&view, members);
        let (decides, why) = deciding(&days, &joined, candidates);
        let draw = |shown: usize| {
            let row = |(place, candidate): (usize, &Candidate<'_>)| {
                row(&view, &joined, &days.days[shown], candidate, place)
            };
            let candidates = candidates.iter().enumerate().map(row).collect();
            let why = if shown == decides { why.clone() } else { String::new() };
            Drawn { day: DaySection::on(&view, &days, shown), candidates, why }
        };
        let others: Vec<usize> = (0..days.days.len()).filter(|day| *day != decides).collect();
        let shown = others.len().min(MOST_OTHERS);
        Self {
            drawn: draw(decides),
            others: others[..shown].iter().map(|day| draw(*day)).collect(),
            left: others.len() - shown,
            weeks: own_clock::facts(&view, &days, &joined, candidates),
            method: Method::of(candidates[0].document.context, &view),
        }
    }
}

/// The day of the season that [decides](decides), or else that of most dates. With the reason.
fn deciding(days: &Days, joined: &TeamWithCandidates, candidates: &[Candidate<'_>]) -> (usize, String) {
    let (day, why) = match decides(joined, candidates) {
        Some((season, why)) => (days.mostly(season.dates()), why),
        None => (days.usual(), LONGEST.to_owned()),
    };
    (day, if days.days.len() > 1 { why } else { String::new() })
}

fn row(
    view: &View<'_>,
    joined: &TeamWithCandidates,
    day: &Day,
    candidate: &Candidate<'_>,
    place: usize,
) -> CandidateRow {
    let profile = joined.candidate(place);
    let week = view.prepared.week(profile, &day.piece);
    let night = on_clock(&of_clock(view.plan.policy().night(), week.minutes_ahead()), day.ahead);
    let Beside { pod, overlap: shared, .. } = joined.beside(place, candidate.fit, &day.piece);
    let tint = day
        .shared_by(pod.map_or(GroupKind::Everyone, GroupKind::Pod))
        .map_or(Vec::new(), |shared| on_clock(&shared.segments, day.ahead));
    let windows = shared.windows.iter();
    let windows = windows.map(|window| (i32::from(window.start.get()), window.minutes.get() as i32));
    let shared = segments(windows, shared.daily.days);
    let bar = |by: Shift| Bar {
        night: night.clone(),
        tint: tint.clone(),
        work: on_clock(&day.work_of(view, profile), day.ahead + by.minutes()),
        all: if by == Shift::NONE { on_clock(&shared, day.ahead) } else { Vec::new() },
    };
    let posts = candidate.schedule().posts();
    let proposed = candidate.fit.shift.as_ref().or(candidate.fit.trap.as_ref());
    let moved = proposed.map(|moved| Moved {
        by: clock::moved(moved.shift.minutes()),
        is_trap: candidate.fit.shift.is_none(),
        bar: bar(moved.shift).draw(),
        hours: clock::joined(&clock::of_posts(posts, &moved.hours)),
    });
    CandidateRow {
        name: Rich::name(candidate.subject()),
        place: Rich::name(&candidate.whereabouts()),
        bar: bar(Shift::NONE).draw(),
        hours: clock::joined(&clock::of_posts(posts, posts.iter().map(tzplan::team::Post::hours))),
        moved,
    }
}
