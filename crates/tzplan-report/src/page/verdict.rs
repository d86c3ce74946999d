//! The verdict, what to do about it, and its reasons.

use tzplan::days_off::DaysOff;
use tzplan::reply::Replies;
use tzplan::shift::ProfileMove;
use tzplan::stays::ShortStay;
use tzplan::{Minutes, Model};

use crate::chart::rows::Rows;
use crate::html::rich::Rich;
use crate::plan::text::{evidence, gains, steps, summary};
use crate::view::View;
use crate::words::shown_of;
use crate::words::{clock, dates, length};

/// The most moves of the all-year plan beside the verdict.
const MOST_MOVES: usize = 6;

/// What the page opens with.
pub(super) struct Verdict {
    /// `good`, `warn` or `bad`.
    pub(super) tone: &'static str,
    pub(super) heading: Rich,
    pub(super) sentences: Vec<Rich>,
    pub(super) all_year: Option<AllYear>,
    pub(super) steps: Vec<StepRow>,
    /// That no single step helps.
    pub(super) none: Option<String>,
    /// Where there may be better steps.
    pub(super) unsure: Option<String>,
    /// Whom nothing brings in.
    pub(super) out_of_reach: Option<String>,
    pub(super) reach: Option<String>,
    /// Whether what to do can be tried on the picture.
    pub(super) can_try: bool,
    /// Evidence with its labels.
    pub(super) evidence: Vec<(&'static str, Rich)>,
}

/// One set of hours that is kept all year.
pub(super) struct AllYear {
    pub(super) lead: String,
    pub(super) moves: Vec<MoveRow>,
    pub(super) more: Option<String>,
}

/// Who works when.
pub(super) struct MoveRow {
    pub(super) who: Rich,
    pub(super) hours: String,
    pub(super) by: String,
    pub(super) at_night: bool,
    pub(super) night: String,
    pub(super) share: String,
}

/// A next step.
pub(super) struct StepRow {
    pub(super) text: Rich,
    /// The flag that shows it.
    pub(super) flag: Option<String>,
}

impl Verdict {
    pub(super) fn of(
        view: &View<'_>,
        rows: &Rows,
        off: &DaysOff,
        stays: &[ShortStay],
        replies: &Replies,
    ) -> Self {
        let verdict = view.plan.verdict();
        let tone = match verdict.model {
            Model::Overlap if verdict.night.carries_overlap => "warn",
            Model::Overlap => "good",
            Model::OverlapWithShifts | Model::Hybrid => "warn",
            Model::Async => "bad",
        };
        let needs_steps = needs_steps(view);
        let steps: Vec<StepRow> = match needs_steps {
            true => steps::lines(view)
                .into_iter()
                .map(|line| StepRow { text: Rich::from(&line.text), flag: line.flag })
                .collect(),
            false => Vec::new(),
        };
        // Shifts by season are listed as new hours.
        let has_none = needs_steps && steps.is_empty() && verdict.model != Model::OverlapWithShifts;
        let none = has_none.then(|| steps::none(view));
        let has_steps = !steps.is_empty() || view.plan.all_year().is_some();
        let evidence = evidence::lines(view, off, stays, replies).into_iter();
        // Days off have a section, and reach stands beside the verdict.
        let evidence = evidence.filter(|(label, _)| !["Days off", "Could have"].contains(label));
        Self {
            tone,
            heading: Rich::from(&summary::heading(view)),
            sentences: summary::sentences(view).iter().map(Rich::from).collect(),
            all_year: view.plan.all_year().map(|kept| all_year(view, rows, &kept.plan.moves)),
            steps,
            none,
            unsure: if needs_steps { steps::unsure(view) } else { None },
            out_of_reach: gains::out_of_reach(view).filter(|_| has_steps),
            reach: steps::reach(view),
            can_try: rows.are_people,
            evidence: evidence.filter_map(|(label, text)| Some((label, Rich::from(&text?)))).collect(),
        }
    }
}

/// Whether there is anything to do.
pub(super) fn needs_steps(view: &View<'_>) -> bool {
    view.plan.verdict().model != Model::Overlap && view.prepared.required_members() > 1
}

fn all_year(view: &View<'_>, rows: &Rows, moves: &[ProfileMove]) -> AllYear {
    let shown = shown_of(moves.len(), MOST_MOVES);
    let left = view.people.heads_of(moves[shown..].iter().map(|one| one.profile));
    AllYear {
        lead: format!("One set of hours, kept {}:", dates::span(view.prepared.horizon())),
        moves: moves[..shown].iter().map(|one| move_row(view, rows, one)).collect(),
        more: (left > 0).then(|| format!("And {} more, listed under Moving days.", dates::people(left))),
    }
}

pub(super) fn move_row(view: &View<'_>, rows: &Rows, one: &ProfileMove) -> MoveRow {
    let hours = clock::of_posts(view.prepared.posts_of(one.profile), &one.hours);
    let by = length::length(Minutes(one.shift.minutes().unsigned_abs()));
    MoveRow {
        who: Rich::plain(&rows.spoken(one.profile)),
        hours: clock::joined(&hours),
        by: format!("{by} {}", if one.shift.minutes() < 0 { "earlier" } else { "later" }),
        at_night: one.night_minutes_per_week > Minutes::ZERO,
        night: length::length(one.night_minutes_per_week),
        share: crate::plan::text::trap::share(one.share),
    }
}
