//! The search for plans: the shifts that windows need and lone moves, tried in every season.

use std::cell::OnceCell;
use std::collections::{HashMap, HashSet};

use super::affordances::Affordances;
use super::candidate::{Candidate, Origin};
use super::movers::{Mover, lone_moves, movers};
use super::moves::PlanKind;
use super::trial::Trial;
use super::windows::ClassWindows;
use crate::lineup::Lineup;
use crate::minutes::{DAY, Minutes};

/// The plans of a lineup. What is asked for is found when first needed, and kept.
///
/// Seasons are named by the place of their class in the lineup. A class below the target has a plan when some
/// shifts hold in it: those that a window of any class needs, or a lone move.
#[derive(Debug)]
pub(crate) struct Plans<'l> {
    lineup: &'l Lineup<'l>,
    step: i32,
    affordances: Affordances,
    movers: Vec<Mover>,
    lone_moves: Vec<Candidate>,
    /// By class.
    classes: Vec<ClassPlans<'l>>,
    /// All that are affordable in some season, in order of their cost.
    affordable: OnceCell<Vec<Candidate>>,
    /// All, in order of their cost.
    all: OnceCell<Vec<Candidate>>,
}

#[derive(Debug)]
struct ClassPlans<'l> {
    /// Whether nobody needs to move.
    meets: OnceCell<bool>,
    windows: OnceCell<ClassWindows>,
    /// The windows that are affordable in some season.
    affordable: OnceCell<Vec<Candidate>>,
    trial: OnceCell<Trial<'l>>,
    /// For each mover, whether the others meet the target, so that a lone move may help.
    may_help: OnceCell<Vec<bool>>,
    cheapest: OnceCell<Option<Proposal>>,
}

/// A plan of a class of seasons.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Proposal {
    pub(crate) kind: PlanKind,
    pub(crate) affordable: bool,
    /// The sum of the squared shifts over members, in minutes².
    pub(crate) burden: u64,
    /// By slot, in minutes, on top of a move made already.
    pub(crate) shifts: Vec<i32>,
}

/// A plan that is kept all year.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct KeptAllYear {
    /// The class of the first season below the target of which it is a plan.
    pub(crate) class: usize,
    /// Days of the horizon, no more than the grace, on which the target is missed all the same.
    pub(crate) days_below: u32,
    pub(crate) plan: Proposal,
}

/// Shifts that are kept all year.
#[derive(Clone, Copy, Debug)]
struct Kept {
    /// The first of the classes below the target in which they meet it, by its place among them.
    first: usize,
    days_below: u32,
}

impl Proposal {
    /// The largest shift of anybody, in minutes.
    pub(crate) fn largest_shift(&self) -> u32 {
        self.shifts.iter().map(|shift| shift.unsigned_abs()).max().unwrap_or(0)
    }
}

impl<'l> Plans<'l> {
    pub(crate) fn of(lineup: &'l Lineup<'l>) -> Self {
        let class = |_| ClassPlans {
            meets: OnceCell::new(),
            windows: OnceCell::new(),
            affordable: OnceCell::new(),
            trial: OnceCell::new(),
            may_help: OnceCell::new(),
            cheapest: OnceCell::new(),
        };
        let affordances = Affordances::of(lineup);
        let movers = movers(lineup);
        Self {
            lineup,
            step: lineup.policy.step().get() as i32,
            lone_moves: lone_moves(lineup, &movers, &affordances),
            affordances,
            movers,
            classes: lineup.classes.iter().map(class).collect(),
            affordable: OnceCell::new(),
            all: OnceCell::new(),
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
        let find = || {
            if self.meets(class) {
                return None;
            }
            let affordable = |shifts: &[i32]| self.affordances.all_in_class(class, shifts);
            let favour = self.first_holding(class, self.affordable_somewhere(), affordable);
            favour.or_else(|| self.first_holding(class, self.all(), |shifts| !affordable(shifts)))
        };
        self.classes[class].cheapest.get_or_init(find).as_ref()
    }

    /// Whether a class below the target has a plan that asks affordable shifts only: quicker than to look for
    /// the cheapest.
    pub(crate) fn any_affordable(&self, class: usize) -> bool {
        if let Some(cheapest) = self.classes[class].cheapest.get() {
            return cheapest.as_ref().is_some_and(|plan| plan.affordable);
        }
        let own_first = std::iter::once(class).chain((0..self.classes.len()).filter(|other| *other != class));
        let windows = own_first.flat_map(|of| self.affordable_windows(of));
        let mut tried = HashSet::new();
        windows.chain(&self.lone_moves).any(|candidate| {
            self.may_help(class, candidate.origin) && {
                let shifts = self.shifts(candidate.origin);
                let affordable = !self.affordances.vary || self.affordances.all_in_class(class, &shifts);
                affordable && !tried.contains(&shifts) && {
                    let holds = self.trial(class).holds(&shifts, candidate.origin);
                    tried.insert(shifts);
                    holds
                }
            }
        })
    }

    /// Whether every season but grace days meets the target naturally or has an affordable plan.
    pub(crate) fn overlap_with_shifts(&self) -> bool {
        self.all_but_grace(|class| self.meets(class) || self.any_affordable(class))
    }

    /// The all-year plan: of the affordable plans of all seasons below the target those whose shifts, kept all
    /// year, meet the target on all but grace days; the cheapest by burden, largest shift and members moved,
    /// then the first season below the target of which it is a plan, then that season's order. `None` under
    /// overlap, where nobody moves.
    ///
    /// # Complexity
    ///
    /// The trial in each class of every affordable candidate that costs less than the answer.
    pub(crate) fn all_year(&self) -> Option<KeptAllYear> {
        if self.all_but_grace(|class| self.meets(class)) {
            return None;
        }
        let mut below: Vec<usize> = (0..self.classes.len()).filter(|class| !self.meets(*class)).collect();
        below.sort_by_key(|class| self.lineup.classes[*class].first_day);
        for tied in self.affordable_somewhere().chunk_by(|a, b| a.cost == b.cost) {
            let mut known: HashMap<Vec<i32>, Option<Kept>> = HashMap::new();
            let mut best: Option<(Kept, Origin, Vec<i32>)> = None;
            for Candidate { origin, .. } in tied {
                let shifts = self.shifts(*origin);
                let kept = match known.get(&shifts) {
                    Some(kept) => *kept,
                    None => *known.entry(shifts.clone()).or_insert(self.kept(&below, *origin, &shifts)),
                };
                let Some(kept) = kept else { continue };
                let order =
                    |first: usize, origin: &Origin, shifts| (first, origin.order(below[first], shifts));
                let is_best = best.as_ref().is_none_or(|(best, of, others)| {
                    order(kept.first, origin, &shifts) < order(best.first, of, others)
                });
                if is_best {
                    best = Some((kept, *origin, shifts));
                }
            }
            if let Some((Kept { first, days_below }, origin, shifts)) = best {
                let class = below[first];
                return Some(KeptAllYear { class, days_below, plan: self.proposal(class, origin, &shifts) });
            }
        }
        None
    }

    /// By slot: the largest shift that the affordable plans of single seasons ask of it, in minutes from the
    /// stated hours; 0 of those whom none moves. They count under *overlap with shifts*.
    pub(crate) fn asked(&self) -> Vec<i32> {
        let mut asked = vec![0; self.lineup.slots.len()];
        let plans = (0..self.classes.len()).filter_map(|class| self.cheapest(class));
        for plan in plans.filter(|plan| plan.affordable) {
            for ((most, shift), slot) in asked.iter_mut().zip(&plan.shifts).zip(&self.lineup.slots) {
                if *shift != 0 {
                    *most = (slot.moved + shift).abs().max(*most);
                }
            }
        }
        asked
    }

    /// Where shifts that are affordable all year meet the target, if they do on all but grace days.
    fn kept(&self, below: &[usize], origin: Origin, shifts: &[i32]) -> Option<Kept> {
        if self.affordances.vary && !self.affordances.all_year(shifts) {
            return None;
        }
        let (mut held, mut days_below) = (vec![false; self.classes.len()], 0);
        let kept = self.all_but_grace(|class| {
            held[class] = self.trial(class).holds(shifts, origin);
            days_below += if held[class] { 0 } else { self.lineup.classes[class].days };
            held[class]
        });
        let first = below.iter().position(|class| held[*class]).filter(|_| kept)?;
        Some(Kept { first, days_below })
    }

    /// The first in a class's order of the candidates that pass a test and hold.
    fn first_holding(
        &self,
        class: usize,
        candidates: &[Candidate],
        test: impl Fn(&[i32]) -> bool,
    ) -> Option<Proposal> {
        for tied in candidates.chunk_by(|a, b| a.cost == b.cost) {
            let hopeful = tied.iter().filter(|candidate| self.may_help(class, candidate.origin));
            let with_shifts = hopeful.map(|candidate| (candidate.origin, self.shifts(candidate.origin)));
            let mut tied: Vec<(Origin, Vec<i32>)> = with_shifts.filter(|(_, shifts)| test(shifts)).collect();
            tied.sort_by(|(a, of_a), (b, of_b)| a.order(class, of_a).cmp(&b.order(class, of_b)));
            let mut tried: Vec<&[i32]> = Vec::new();
            for (origin, shifts) in &tied {
                if tried.contains(&&shifts[..]) {
                    continue;
                }
                if self.trial(class).holds(shifts, *origin) {
                    return Some(self.proposal(class, *origin, shifts));
                }
                tried.push(shifts);
            }
        }
        None
    }

    fn proposal(&self, class: usize, origin: Origin, shifts: &[i32]) -> Proposal {
        let affordable = self.affordances.all_in_class(class, shifts);
        let shifts: Vec<i32> = shifts.iter().map(|steps| steps * self.step).collect();
        let squares =
            self.lineup.slots.iter().zip(&shifts).map(|(slot, shift)| {
                u64::from(shift.unsigned_abs()).pow(2).saturating_mul(slot.heads.into())
            });
        let kind = match origin {
            Origin::Alone { .. } => PlanKind::Alone,
            Origin::Window { length, start, .. } => PlanKind::Window {
                start: Minutes(start as u32 * self.step as u32),
                length: Minutes(length as u32),
            },
        };
        Proposal { kind, affordable, burden: squares.fold(0, u64::saturating_add), shifts }
    }

    /// The shift of each slot, in steps.
    fn shifts(&self, origin: Origin) -> Vec<i32> {
        match origin {
            Origin::Window { class, length, start } => self.windows(class).shifts(length, start),
            Origin::Alone { mover, steps } => {
                let mut shifts = vec![0; self.lineup.slots.len()];
                self.movers[mover].slots.iter().for_each(|slot| shifts[*slot] = steps);
                shifts
            }
        }
    }

    /// All candidates that are affordable in some season, in order of their cost.
    fn affordable_somewhere(&self) -> &[Candidate] {
        self.affordable.get_or_init(|| {
            let windows = (0..self.classes.len()).flat_map(|class| self.affordable_windows(class));
            in_order(windows.chain(&self.lone_moves).copied().collect())
        })
    }

    /// All candidates, in order of their cost.
    fn all(&self) -> &[Candidate] {
        self.all.get_or_init(|| {
            let windows = (0..self.classes.len()).flat_map(|class| self.windows(class).all());
            in_order(windows.chain(self.lone_moves.iter().copied()).collect())
        })
    }

    fn affordable_windows(&self, class: usize) -> &[Candidate] {
        self.classes[class].affordable.get_or_init(|| self.windows(class).affordable(&self.affordances))
    }

    fn windows(&self, class: usize) -> &ClassWindows {
        self.classes[class].windows.get_or_init(|| ClassWindows::of(self.lineup, class))
    }

    fn trial(&self, class: usize) -> &Trial<'l> {
        self.classes[class].trial.get_or_init(|| {
            let alone = self.lone_moves.iter().map(|candidate| candidate.cost.largest).max().unwrap_or(0);
            let most = alone.max(DAY / 2 / self.step);
            Trial::of(self.lineup, &self.lineup.classes[class], most)
        })
    }

    /// Whether shifts may hold in a class below the target, at a glance. One mover alone helps only where the
    /// others meet the target: a group that meets it keeps meeting it when somebody leaves.
    fn may_help(&self, class: usize, origin: Origin) -> bool {
        let Origin::Alone { mover, .. } = origin else { return true };
        let find = || {
            let stay = vec![0; self.lineup.slots.len()];
            let short = self.trial(class).short_subgroup(&stay).unwrap_or_default();
            let others_meet = |mover: &Mover| {
                let others = (0..stay.len()).filter(|slot| !mover.slots.contains(slot));
                self.lineup.classes[class].group_of(others).meets(self.lineup.target)
            };
            let may_help =
                |mover: &Mover| mover.slots.iter().any(|slot| short.contains(slot)) && others_meet(mover);
            self.movers.iter().map(may_help).collect()
        };
        self.classes[class].may_help.get_or_init(find)[mover]
    }

    fn all_but_grace(&self, mut passes: impl FnMut(usize) -> bool) -> bool {
        let mut place = 0..;
        self.lineup.all_but_grace(|_| passes(place.next().expect("a place for each class")))
    }
}

fn in_order(mut candidates: Vec<Candidate>) -> Vec<Candidate> {
    candidates.retain(|candidate| candidate.cost.moved > 0);
    candidates.sort_unstable_by_key(|candidate| candidate.cost);
    candidates
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::lineup::OneOf;
    use crate::{Horizon, Member, Policy, PreparedTeam, Team, Zone};

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
        // They share 2 h, on some days of drift 3 h. Berlin an hour later, and the hour that is still missing is shared.
        let prepared = berlin_and_new_york(None);
        let stated = Lineup::of(&prepared, &Policy::default());
        assert_eq!(Plans::of(&stated).asked(), [60, 60]);
        let lineup = stated.with_one_moved(OneOf { slot: 0, marked: false }, 60);
        let plans = Plans::of(&lineup);
        let all_year = plans.all_year().expect("a plan");
        assert_eq!(
            (all_year.plan.shifts, all_year.plan.burden, all_year.days_below),
            (vec![30, -30], 1800, 0)
        );
        assert_eq!(plans.asked(), [90, 30]);
        // Two hours later is all that may be asked of Berlin, and enough.
        let lineup = stated.with_one_moved(OneOf { slot: 0, marked: false }, 120);
        assert!(lineup.meets_naturally() && Plans::of(&lineup).all_year().is_none());
        assert_eq!(Plans::of(&lineup).asked(), [0, 0]);
        // Berlin earlier instead may come back as far as two hours after the stated 9:00: 3 h and an hour of New York's.
        let lineup = stated.with_one_moved(OneOf { slot: 0, marked: false }, -60);
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
