//! What everyone shares through the year, and what is missing.

use tzplan::{Minutes, Model, PerDay, Season, SeasonPlan};

use crate::plan::view::View;
use crate::words::dates;
use crate::words::people::and;
use crate::words::verdict::shortfall;

/// So many times the days of another value make one the usual one.
const BY_FAR: u32 = 2;
/// The most ranges of dates in a sentence.
const MOST_RANGES: usize = 2;

/// The seasons by what they share.
pub(super) struct Facts<'p> {
    /// Distinct daily overlaps as shown, highest first, with their seasons.
    values: Vec<(Minutes, Vec<Season>)>,
    /// Those that miss the target.
    pub(super) below: Vec<SeasonPlan<'p>>,
    /// Their days.
    pub(super) below_days: u32,
    /// The days of those that have no affordable plan.
    pub(super) without_plan: u32,
}

impl<'p> Facts<'p> {
    pub(super) fn of(view: &View<'p>) -> Self {
        let mut values: Vec<(Minutes, Vec<Season>)> = Vec::new();
        for season in view.plan.seasons() {
            let daily = season.overlap.daily.floor();
            match values.iter_mut().find(|(known, _)| *known == daily) {
                Some((_, seasons)) => seasons.push(season.season),
                None => values.push((daily, vec![season.season])),
            }
        }
        values.sort_by_key(|(daily, _)| std::cmp::Reverse(*daily));
        let below: Vec<_> = view.plan.seasons().filter(|season| !season.overlap.meets).collect();
        let days = |season: &SeasonPlan<'_>| season.season.days();
        let hopeless = below.iter().filter(|season| season.plan.is_none_or(|plan| !plan.affordable));
        Self {
            values,
            below_days: below.iter().map(days).sum(),
            without_plan: hopeless.map(days).sum(),
            below,
        }
    }

    /// What everyone shares, and when.
    pub(super) fn shares(&self, view: &View<'_>) -> String {
        match &self.values[..] {
            [(none, _)] if none.get() == 0 => "At no time is everyone at work".to_owned(),
            [(daily, _)] => format!("Everyone shares {daily} a day {}", dates::span(view.prepared.horizon())),
            [most, least] => {
                // What holds on by far the most days leads; else the one that takes more dates to tell.
                let days = |seasons: &[Season]| seasons.iter().map(Season::days).sum::<u32>();
                let (high, low) = (days(&most.1), days(&least.1));
                let by_dates = least.1.len() > MOST_RANGES && most.1.len() <= MOST_RANGES;
                let swap = low >= BY_FAR * high || (by_dates && high < BY_FAR * low);
                let (usual, other) = if swap { (least, most) } else { (most, least) };
                let written =
                    |daily: Minutes| if daily.get() == 0 { "nothing".to_owned() } else { daily.to_string() };
                let a_day = if usual.0.get() == 0 { "" } else { " a day" };
                format!(
                    "Everyone shares {}{a_day}, {} {}",
                    written(usual.0),
                    written(other.0),
                    when(view, &other.1)
                )
            }
            _ => {
                let year = view.plan.year();
                format!("Everyone shares {} to {} a day, usually {}", year.min, year.max, year.usual)
            }
        }
    }

    /// How much is missing, on how many days.
    pub(super) fn shortfall(&self, view: &View<'_>) -> String {
        let policy = view.plan.policy();
        if self.below.is_empty() {
            let comfortable = view.plan.year().min.reaches(PerDay::of(policy.comfortable()))
                && !view.plan.verdict().night.is_shared();
            let short_day = view
                .plan
                .seasons()
                .any(|season| season.overlap.effective_target.cmp_value(PerDay::of(policy.target())).is_lt());
            return match (comfortable, short_day) {
                (true, _) => format!(": comfortable ({} or more).", policy.comfortable()),
                (_, true) => ": all that is asked of a team with such short days.".to_owned(),
                _ => ": the target is met.".to_owned(),
            };
        }
        let short = || self.below.iter().map(|season| shortfall(season.overlap));
        let (least, most) = (short().min().unwrap_or_default(), short().max().unwrap_or_default());
        let days = if self.below_days == view.prepared.horizon().days() {
            "every day".to_owned()
        } else {
            format!("for {}", dates::days(self.below_days))
        };
        let grace = policy.grace_of(view.prepared.horizon().days());
        let grace = if view.plan.verdict().model == Model::Overlap {
            format!(", within the {} of grace", dates::days(grace))
        } else {
            String::new()
        };
        if most.get() == 0 {
            return format!(
                ". That is all a short day in the team allows, yet the others share less than their target {days}{grace}."
            );
        }
        let up_to = if least == most { "" } else { "up to " };
        format!(": {up_to}{most} short {days}{grace}.")
    }
}

/// The dates of some seasons, or how many days they are where there are many.
pub(super) fn when(view: &View<'_>, seasons: &[Season]) -> String {
    if seasons.len() > MOST_RANGES {
        let days: u32 = seasons.iter().map(Season::days).sum();
        return format!(
            "on {} of {}",
            dates::number(days.into()),
            dates::days(view.prepared.horizon().days())
        );
    }
    let ranges: Vec<String> =
        seasons.iter().map(|season| view.dates.during(season.first(), season.last())).collect();
    and(&ranges)
}
