//! What everyone shares through the year, and what is missing.

use tzplan::{Model, PerDay, SeasonPlan};

use crate::view::View;
use crate::words::amounts::Amounts;
use crate::words::dates;
use crate::words::length::length;
use crate::words::shared::is_even;

/// The seasons by what they share.
pub(super) struct Facts<'p> {
    shared: Amounts,
    /// Those that miss the target.
    pub(super) below: Vec<SeasonPlan<'p>>,
    /// Their days.
    pub(super) below_days: u32,
    /// The days of those that have no affordable plan.
    pub(super) without_plan: u32,
}

impl<'p> Facts<'p> {
    pub(super) fn of(view: &View<'p>) -> Self {
        let below: Vec<_> = view.plan.seasons().filter(|season| !season.overlap.meets).collect();
        let days = |season: &SeasonPlan<'_>| season.season.days();
        let hopeless = below.iter().filter(|season| season.plan.is_none_or(|plan| !plan.affordable));
        Self {
            shared: Amounts::of(
                view.prepared.horizon(),
                view.plan.seasons().map(|season| (season.season, season.overlap)),
            ),
            below_days: below.iter().map(days).sum(),
            without_plan: hopeless.map(days).sum(),
            below,
        }
    }

    /// What everyone shares, and when.
    pub(super) fn shares(&self, view: &View<'_>) -> String {
        match self.shared.words(view.prepared.horizon()) {
            Some(amounts) => format!("Everyone shares {amounts}"),
            None => "At no time is everyone at work".to_owned(),
        }
    }

    /// How that stands to the target.
    pub(super) fn against_target(&self, view: &View<'_>) -> String {
        let policy = view.plan.policy();
        let lowered = |season: &SeasonPlan<'_>| {
            season.overlap.effective_target.cmp_value(PerDay::of(policy.target())).is_lt()
        };
        let short_day = view.plan.seasons().any(|season| lowered(&season));
        if self.below.is_empty() {
            let comfortable = view.plan.year().min.reaches(PerDay::of(policy.comfortable()))
                && !view.plan.verdict().night.is_shared();
            return match (comfortable, short_day) {
                (true, _) => format!(": comfortable ({} or more).", length(policy.comfortable())),
                (_, true) => ": all that is asked of a team with such short days.".to_owned(),
                _ => ": the target is met.".to_owned(),
            };
        }
        let even = self.below.iter().all(|season| is_even(season.overlap, 0));
        let days = if self.below_days == view.prepared.horizon().days() {
            // Of days that are not alike one may lack more than another.
            if even { "every day".to_owned() } else { dates::span(view.prepared.horizon()).to_owned() }
        } else {
            format!("for {}", dates::days(self.below_days))
        };
        let grace = policy.grace_of(view.prepared.horizon().days());
        let grace = if view.plan.verdict().model == Model::Overlap {
            format!(", within the {} of grace", dates::days(grace))
        } else {
            String::new()
        };
        let short = || self.below.iter().map(|season| crate::words::verdict::shortfall(season.overlap));
        let (least, most) = (short().min().unwrap_or_default(), short().max().unwrap_or_default());
        if most.get() == 0 {
            return format!(
                ". That is all a short day in the team allows, yet the others share less than their target \
                 {days}{grace}."
            );
        }
        let up_to = if least == most { "" } else { "up to " };
        if !even {
            let most = length(most);
            return format!("; on average that is {up_to}{most} a day less than the target {days}{grace}.");
        }
        format!("; that is {up_to}{} less than the target {days}{grace}.", length(most))
    }
}
