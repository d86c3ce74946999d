//! A season of a plan.

use serde::Serialize;
use tzplan::shift::{MovePlan, PlanKind};
use tzplan::{SeasonOverlap, SeasonPlan};

use super::moves::{MoveKeys, move_keys};
use crate::json::head::{Dates, Overlap};
use crate::json::who::{ListedPer, Who};

/// A season of the team.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Season"))]
pub(super) struct SeasonKeys<'a> {
    #[serde(flatten)]
    dates: Dates,
    /// How many dates those are.
    days: u32,
    /// What everyone required shares.
    overlap: Overlap,
    /// What the season asks of this team a day, in minutes, rounded up.
    effective_target: u32,
    /// Whether they meet the target naturally, part-timers held to their own.
    meets: bool,
    /// What each pod of a hybrid team shares, in the order of the verdict's pods; null under other verdicts.
    pods: Option<Vec<PodSeasonKeys>>,
    /// When, in the UTC week.
    windows: Vec<WindowKeys>,
    /// The cheapest plan; null where the target is met naturally, and where no plan holds.
    plan: Option<PlanKeys<'a>>,
}

/// What a pod shares in a season.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "PodSeason"))]
struct PodSeasonKeys {
    /// What all of it shares.
    overlap: Overlap,
    /// What the season asks of it a day, in minutes, rounded up.
    effective_target: u32,
    /// Whether it meets the target naturally.
    meets: bool,
}

impl From<&SeasonOverlap> for PodSeasonKeys {
    fn from(shared: &SeasonOverlap) -> Self {
        Self {
            overlap: shared.daily.into(),
            effective_target: shared.effective_target.ceil().get(),
            meets: shared.meets,
        }
    }
}

/// A window of the UTC week; it may run over the end of it.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Window"))]
struct WindowKeys {
    /// Minutes after Monday 00:00 UTC.
    #[cfg_attr(feature = "schema", schemars(range(max = 10079)))]
    start: u16,
    /// How long it is, in minutes.
    minutes: u32,
}

/// Shifts after which everyone required meets the target.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "SeasonShifts"))]
struct PlanKeys<'a> {
    /// Whether a window of every UTC workday needs the shifts, or one profile alone moves.
    kind: Kind,
    /// Minutes after 00:00 UTC; null where one profile alone moves.
    #[cfg_attr(feature = "schema", schemars(range(max = 1439)))]
    window_start: Option<u32>,
    /// How long the window is, in minutes; null where one profile alone moves.
    window_minutes: Option<u32>,
    /// The sum of the squared shifts over members, in minutes².
    burden: u64,
    /// Whether every move can be asked.
    affordable: bool,
    /// Those who move, in roster order.
    moves: Vec<MoveKeys<'a>>,
}

/// Where the shifts of a plan come from.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "PlanKind"))]
enum Kind {
    Window,
    Alone,
}

impl<'a> SeasonKeys<'a> {
    pub(super) fn new(season: &SeasonPlan<'_>, who: &Who<'a>, per: ListedPer) -> Self {
        let windows = season.overlap.windows.iter();
        let plan = season.plan.map(|plan| PlanKeys::of(plan, who, per));
        Self {
            dates: (&season.season).into(),
            days: season.season.days(),
            overlap: season.overlap.daily.into(),
            effective_target: season.overlap.effective_target.ceil().get(),
            meets: season.overlap.meets,
            pods: (!season.pods.is_empty()).then(|| season.pods.iter().map(Into::into).collect()),
            windows: windows.map(|w| WindowKeys { start: w.start.get(), minutes: w.minutes.get() }).collect(),
            plan,
        }
    }
}

impl<'a> PlanKeys<'a> {
    fn of(plan: &MovePlan, who: &Who<'a>, per: ListedPer) -> Self {
        let (kind, window) = match plan.kind {
            PlanKind::Window { start, length } => (Kind::Window, Some((start.get(), length.get()))),
            PlanKind::Alone => (Kind::Alone, None),
        };
        Self {
            kind,
            window_start: window.map(|(start, _)| start),
            window_minutes: window.map(|(_, minutes)| minutes),
            burden: plan.burden,
            affordable: plan.affordable,
            moves: move_keys(&plan.moves, who, per),
        }
    }
}
