//! The search for plans: the shifts that windows need and lone moves, tried in every season.

use std::cell::OnceCell;

use super::candidates::Candidates;
use super::proposal::Proposal;
use super::trial::Trial;
use crate::lineup::Lineup;

/// The plans of a lineup. What is asked for is found when first needed, and kept.
///
/// Seasons are named by the place of their class in the lineup. A class below the target has a plan when some
/// shifts hold in it: those that a window of any class needs, or a lone move.
#[derive(Debug)]
pub(crate) struct Plans<'l> {
    pub(super) lineup: &'l Lineup<'l>,
    pub(super) step: i32,
    pub(super) candidates: Candidates<'l>,
    /// By class.
    pub(super) classes: Vec<ClassPlans<'l>>,
}

#[derive(Debug)]
pub(super) struct ClassPlans<'l> {
    /// Whether nobody needs to move.
    meets: OnceCell<bool>,
    pub(super) trial: OnceCell<Trial<'l>>,
    /// For each mover, whether the others meet the target, so that a lone move may help.
    pub(super) may_help: OnceCell<Vec<bool>>,
    pub(super) favour: OnceCell<Option<Proposal>>,
    /// The cheapest of the others, where no plan is affordable.
    unaffordable: OnceCell<Option<Proposal>>,
}

impl<'l> Plans<'l> {
    pub(crate) fn of(lineup: &'l Lineup<'l>) -> Self {
        Self::at_lengths_of(lineup, lineup)
    }

    /// The same among windows as long as those of another lineup.
    pub(crate) fn at_lengths_of(lineup: &'l Lineup<'l>, other: &'l Lineup<'l>) -> Self {
        Self::among(Candidates::of(lineup, other), lineup)
    }

    /// The plans of the same lineup with another target.
    pub(crate) fn with_target<'m>(&self, lineup: &'m Lineup<'m>) -> Plans<'m> {
        Plans::among(self.candidates.with_target(lineup), lineup)
    }

    fn among(candidates: Candidates<'l>, lineup: &'l Lineup<'l>) -> Self {
        let class = |_| ClassPlans {
            meets: OnceCell::new(),
            trial: OnceCell::new(),
            may_help: OnceCell::new(),
            favour: OnceCell::new(),
            unaffordable: OnceCell::new(),
        };
        Self {
            lineup,
            step: lineup.policy.step().get() as i32,
            candidates,
            classes: lineup.classes.iter().map(class).collect(),
        }
    }

    /// Whether a class meets the target naturally.
    pub(crate) fn meets(&self, class: usize) -> bool {
        *self.classes[class]
            .meets
            .get_or_init(|| self.lineup.classes[class].group().meets(self.lineup.target))
    }

    /// The cheapest plan of a class: affordable ones first, then the smallest burden, the smallest largest
    /// shift, the fewest members moved, one profile alone before a window, the class's own windows before
    /// those of others, the shortest, the earliest, later before earlier, roster order. `None` where nobody
    /// needs to move, and where no plan holds.
    ///
    /// # Complexity
    ///
    /// Classes × window lengths × starts × distinct spans to know the costs, and the trial of those that cost
    /// less than the answer.
    pub(crate) fn cheapest(&self, class: usize) -> Option<&Proposal> {
        self.favour(class).or_else(|| {
            // Those that are affordable here have been tried: none of them holds.
            let find = || if self.meets(class) { None } else { self.cheapest_of_all(class) };
            self.classes[class].unaffordable.get_or_init(find).as_ref()
        })
    }

    /// The cheapest plan of a class, where it asks affordable shifts only.
    pub(crate) fn favour(&self, class: usize) -> Option<&Proposal> {
        let affordances = self.candidates.affordances();
        let affordable = |shifts: &[i32]| !affordances.vary || affordances.all_in_class(class, shifts);
        let hold = || self.first_holding(class, self.candidates.affordable_somewhere(), |_| true, affordable);
        let find = || if self.meets(class) { None } else { hold() };
        self.classes[class].favour.get_or_init(find).as_ref()
    }

    /// Whether every season but grace days meets the target naturally or has an affordable plan.
    pub(crate) fn overlap_with_shifts(&self) -> bool {
        self.all_but_grace(|class| self.meets(class) || self.any_affordable(class))
    }

    pub(super) fn all_but_grace(&self, mut passes: impl FnMut(usize) -> bool) -> bool {
        let mut place = 0..;
        self.lineup.all_but_grace(|_| passes(place.next().expect("a place for each class")))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lineup::OneOf;
    use crate::minutes::Minutes;
    use crate::shift::PlanKind;
    use crate::{Horizon, Member, Policy, PreparedTeam, Team, Zone};

    /// Berlin, below.
    const FIRST: OneOf = OneOf { slot: 0, marked: false };

    /// Two people who work 9–17 for a year: Berlin 08:00Z–16:00Z, New York 14:00Z–22:00Z in winter.
    fn berlin_and_new_york(flex: Option<Minutes>) -> PreparedTeam {
        let mut team = Team::new();
        let member = |zone: &str| Member::new(zone, Zone::iana(zone).expect("a zone"));
        team.add(match flex {
            Some(flex) => member("Europe/Berlin").flex(flex),
            None => member("Europe/Berlin"),
        });
        team.add(member("America/New_York"));
        PreparedTeam::new(
            &team,
            Horizon::year("2026-11-23".parse().expect("a date"), Zone::UTC).expect("a year"),
        )
    }

    #[test]
    fn who_moved_already_counts_from_the_stated_hours() {
        // They share 2 h, on some days of drift 3 h. Berlin an hour later, and the hour that is still missing
        // is shared.
        let prepared = berlin_and_new_york(None);
        let stated = Lineup::of(&prepared, &Policy::default());
        assert_eq!(Plans::of(&stated).asked(), [60, 60]);
        let lineup = stated.with_one_moved(FIRST, 60);
        let plans = Plans::of(&lineup);
        let all_year = plans.all_year().expect("a plan");
        assert_eq!(
            (all_year.plan.shifts, all_year.plan.burden, all_year.days_below),
            (vec![30, -30], 1800, 0)
        );
        assert_eq!(plans.asked(), [90, 30]);
        // Two hours later is all that may be asked of Berlin, and enough.
        let lineup = stated.with_one_moved(FIRST, 120);
        assert!(lineup.meets_naturally() && Plans::of(&lineup).all_year().is_none());
        assert_eq!(Plans::of(&lineup).asked(), [0, 0]);
        // Berlin earlier instead may come back as far as two hours after the stated 9:00: 3 h and an hour of
        // New York's.
        let lineup = stated.with_one_moved(FIRST, -60);
        let plans = Plans::of(&lineup);
        assert_eq!(plans.all_year().map(|kept| kept.plan.shifts), Some(vec![90, -90]));
        assert_eq!(plans.asked(), [30, 90]);
    }

    #[test]
    fn another_target_asks_for_other_moves() {
        let prepared = berlin_and_new_york(None);
        let lineup = Lineup::of(&prepared, &Policy::default());
        let asked = |hours: u32| {
            let lineup = lineup.with_target(Minutes::hours(hours));
            let plans = Plans::of(&lineup);
            (plans.overlap_with_shifts(), plans.asked())
        };
        assert_eq!(asked(2), (true, vec![0, 0]));
        assert_eq!(asked(3), (true, vec![30, 30]));
        assert_eq!(asked(6), (true, vec![120, 120]));
        // Only on the days of drift two hours each are enough.
        assert_eq!(asked(7), (false, vec![120, 120]));
    }

    #[test]
    fn whose_day_does_not_move_is_asked_for_nothing() {
        let prepared = berlin_and_new_york(Some(Minutes::ZERO));
        let lineup = Lineup::of(&prepared, &Policy::default());
        let plans = Plans::of(&lineup);
        assert_eq!(plans.asked(), [0, 120]);
        assert_eq!(plans.cheapest(0).map(|plan| plan.kind), Some(PlanKind::Alone));
    }
}
