//! Plans (§6): every list of shifts that there is, and the cheapest of them.

use std::cell::RefCell;
use std::cmp::Reverse;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use super::circle::DAY;
use super::lineup::Lineup;
use super::rules::Rules;
use super::shift::{affordable, shifts_needed};
use super::target::{average_day, effective_target, meets};
use super::week::Week;

/// Where a plan comes from.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Origin {
    /// One profile alone moves.
    Alone,
    Window {
        season: usize,
        length: i32,
        start: i32,
    },
}

#[derive(Clone, PartialEq, Debug)]
pub struct Plan {
    pub origin: Origin,
    /// For each of the lineup's people.
    pub shifts: Vec<i32>,
    pub affordable: bool,
    /// "Σ s² over members (in minutes²)".
    pub burden: i64,
    pub largest: i32,
    pub moved: usize,
}

impl Plan {
    /// "Share of the minutes moved: |s| / sum of |s| over members", as that pair.
    pub fn share(&self, one: usize) -> (i32, i32) {
        (self.shifts[one].abs(), self.shifts.iter().map(|shift| shift.abs()).sum())
    }

    /// "Night minutes: minutes a week of moved work inside `night` on the local clock."
    pub fn night_minutes(&self, lineup: &Lineup, season: usize, one: usize, rules: &Rules) -> u32 {
        lineup.people[one].weeks[season].moved_by(self.shifts[one]).night_minutes(rules)
    }
}

/// The season of a trap with its plan.
pub type Trap = (usize, Plan);

/// Everything that may be a plan of a lineup.
pub struct Plans<'l> {
    lineup: &'l Lineup,
    rules: &'l Rules,
    /// People who need the same shifts: one profile, flex, and move so far.
    kinds: Vec<Vec<usize>>,
    /// Lists of shifts, one for each kind, with where they come from.
    candidates: Vec<(Vec<i32>, Vec<Origin>)>,
    // What has been found out already.
    met: RefCell<HashMap<(usize, usize), bool>>,
    affordable: RefCell<HashMap<(usize, usize, i32), bool>>,
    moved: RefCell<HashMap<(usize, usize, i32), Rc<Week>>>,
    cheapest: RefCell<HashMap<usize, Option<Plan>>>,
}

impl<'l> Plans<'l> {
    pub fn of(lineup: &'l Lineup, rules: &'l Rules) -> Self {
        let kinds = lineup.grouped(|one| (one.flex, one.moved));
        let mut found: BTreeMap<Vec<i32>, Vec<Origin>> = BTreeMap::new();
        for season in 0..lineup.seasons.len() {
            for (origin, shifts) in window_shifts(lineup, rules, &kinds, season) {
                found.entry(shifts).or_default().push(origin);
            }
        }
        for shifts in lone_moves(lineup, rules, &kinds) {
            found.entry(shifts).or_default().push(Origin::Alone);
        }
        Self {
            lineup,
            rules,
            kinds,
            candidates: found.into_iter().collect(),
            met: RefCell::default(),
            affordable: RefCell::default(),
            moved: RefCell::default(),
            cheapest: RefCell::default(),
        }
    }

    /// "Affordable ones first, then the smallest burden, then the smallest largest |s|, the fewest members
    /// moved, one profile alone before a window, a window of the season itself before those of others, the
    /// shortest T, the earliest w, later before earlier, roster order." `None` where the target is met
    /// naturally, too.
    pub fn cheapest(&self, season: usize) -> Option<Plan> {
        if let Some(known) = self.cheapest.borrow().get(&season) {
            return known.clone();
        }
        let mut cheapest = None;
        if !self.lineup.natural(season, self.rules) {
            let mut all: Vec<(Plan, usize)> =
                (0..self.candidates.len()).map(|place| (self.plan(place, season), place)).collect();
            all.sort_by_cached_key(|(plan, _)| order(plan, season));
            cheapest = all.into_iter().find(|(_, place)| self.meets(*place, season)).map(|(plan, _)| plan);
        }
        self.cheapest.borrow_mut().insert(season, cheapest.clone());
        cheapest
    }

    /// "Every season (but grace days) is met naturally or has an affordable plan."
    pub fn overlap_with_shifts(&self) -> bool {
        self.lineup.all_but_grace(self.rules, |season| {
            self.lineup.natural(season, self.rules)
                || self.cheapest(season).is_some_and(|plan| plan.affordable)
        })
    }

    /// "Among the affordable plans of all seasons below the target, those whose shifts, kept on every day of
    /// the horizon, meet the target (grace days as ever); the cheapest by burden, largest |s|, members moved;
    /// ties the earlier season below the target of which it is a plan, then that season's order." With that
    /// season.
    ///
    /// `None` under *overlap*: "nobody moves".
    pub fn all_year(&self) -> Option<(usize, Plan)> {
        let seasons = || 0..self.lineup.seasons.len();
        if self.lineup.all_but_grace(self.rules, |season| self.lineup.natural(season, self.rules)) {
            return None;
        }
        let below: Vec<usize> =
            seasons().filter(|season| !self.lineup.natural(*season, self.rules)).collect();
        // Where it is found for the season first, it is a plan of no earlier one.
        let found = |place: usize| {
            let season = below.iter().copied().find(|season| self.meets(place, *season))?;
            Some((season, self.plan(place, season), place))
        };
        let mut all: Vec<(usize, Plan, usize)> = (0..self.candidates.len())
            .filter(|place| seasons().all(|season| self.is_affordable(*place, season)))
            .filter_map(found)
            .collect();
        all.sort_by_cached_key(|(season, plan, _)| {
            (plan.burden, plan.largest, plan.moved, *season, order(plan, *season))
        });
        let kept = |place: usize| self.lineup.all_but_grace(self.rules, |season| self.meets(place, season));
        all.into_iter().find(|(_, _, place)| kept(*place)).map(|(season, plan, _)| (season, plan))
    }

    /// "Every season (but grace days) has a plan, yet some have only unaffordable ones. Reported: the
    /// unaffordable season with the largest (burden, largest |s|, days), ties the earliest." Under a hybrid
    /// or async verdict.
    pub fn trap(&self) -> Option<Trap> {
        let seasons = 0..self.lineup.seasons.len();
        let has_plan = |season| self.lineup.natural(season, self.rules) || self.cheapest(season).is_some();
        if !self.lineup.all_but_grace(self.rules, has_plan) {
            return None;
        }
        let plans = seasons.filter_map(|season| Some((season, self.cheapest(season)?)));
        let size = |(season, plan): &Trap| (plan.burden, plan.largest, self.lineup.seasons[*season].days);
        plans.filter(|(_, plan)| !plan.affordable).min_by_key(|trap| Reverse(size(trap)))
    }

    /// What the affordable plans (by season) ask of each of the people at most. "Somebody moved already
    /// counts from the stated hours."
    pub fn asked(&self) -> Vec<i32> {
        let mut asked = vec![0; self.lineup.people.len()];
        let plans = (0..self.lineup.seasons.len()).filter_map(|season| self.cheapest(season));
        for plan in plans.filter(|plan| plan.affordable) {
            for (one, shift) in plan.shifts.iter().enumerate().filter(|(_, shift)| **shift != 0) {
                asked[one] = asked[one].max((self.lineup.people[one].moved + shift).abs());
            }
        }
        asked
    }

    /// A candidate as a plan of a season: of several origins the first in the season's order.
    fn plan(&self, place: usize, season: usize) -> Plan {
        let (by_kind, origins) = &self.candidates[place];
        let mut shifts = vec![0; self.lineup.people.len()];
        for (kind, shift) in self.kinds.iter().zip(by_kind) {
            kind.iter().for_each(|one| shifts[*one] = *shift);
        }
        Plan {
            origin: *origins.iter().min_by_key(|origin| origin_order(**origin, season)).expect("one"),
            affordable: self.is_affordable(place, season),
            burden: shifts.iter().map(|shift| i64::from(*shift) * i64::from(*shift)).sum(),
            largest: shifts.iter().map(|shift| shift.abs()).max().expect("somebody"),
            moved: shifts.iter().filter(|shift| **shift != 0).count(),
            shifts,
        }
    }

    /// "A plan is affordable when all its shifts are."
    fn is_affordable(&self, place: usize, season: usize) -> bool {
        let mut shifts = self.kinds.iter().zip(&self.candidates[place].0);
        shifts.all(|(kind, shift)| {
            let test = || affordable(&self.lineup.people[kind[0]], season, *shift, self.rules);
            *self.affordable.borrow_mut().entry((kind[0], season, *shift)).or_insert_with(test)
        })
    }

    /// "After which, with every week pattern moved by its shift around the circular week, the group meets the
    /// target."
    fn meets(&self, place: usize, season: usize) -> bool {
        let test = || {
            let shifts = self.kinds.iter().zip(&self.candidates[place].0);
            let moved = shifts.map(|(kind, shift)| self.moved(kind[0], season, *shift));
            let moved: Vec<Rc<Week>> = moved.collect();
            meets(&moved.iter().map(|week| &**week).collect::<Vec<_>>(), self.rules.target)
        };
        *self.met.borrow_mut().entry((place, season)).or_insert_with(test)
    }

    fn moved(&self, one: usize, season: usize, shift: i32) -> Rc<Week> {
        let moved = || Rc::new(self.lineup.people[one].weeks[season].moved_by(shift));
        self.moved.borrow_mut().entry((one, season, shift)).or_insert_with(moved).clone()
    }
}

/// The season's order from burden on, as a key.
fn order(plan: &Plan, season: usize) -> impl Ord + use<> {
    let cost = (!plan.affordable, plan.burden, plan.largest, plan.moved);
    let last = match plan.origin {
        Origin::Alone => {
            let first = plan.shifts.iter().position(|shift| *shift != 0).expect("somebody moves");
            (plan.shifts[first] < 0, first, Reverse(Vec::new()))
        }
        Origin::Window { .. } => (false, 0, Reverse(plan.shifts.clone())),
    };
    (cost, origin_order(plan.origin, season), last)
}

fn origin_order(origin: Origin, season: usize) -> (u8, i32, i32) {
    match origin {
        Origin::Alone => (0, 0, 0),
        Origin::Window { season: own, length, start } => (if own == season { 1 } else { 2 }, length, start),
    }
}

/// "The shifts that a window needs": every window of a season for which everybody has one.
fn window_shifts(
    lineup: &Lineup,
    rules: &Rules,
    kinds: &[Vec<usize>],
    season: usize,
) -> Vec<(Origin, Vec<i32>)> {
    let weeks: Vec<&Week> = kinds.iter().map(|kind| &*lineup.people[kind[0]].weeks[season]).collect();
    let mut windows = Vec::new();
    for length in window_lengths(&weeks, rules) {
        let needed: Vec<_> = weeks.iter().map(|week| shifts_needed(week, length, rules)).collect();
        for (number, start) in (0..DAY).step_by(rules.step as usize).enumerate() {
            let shifts: Option<Vec<i32>> = needed.iter().map(|needed| needed[number]).collect();
            windows.extend(shifts.map(|shifts| (Origin::Window { season, length, start }, shifts)));
        }
    }
    windows
}

/// "T is the group's effective target, or any multiple of `step` at or above it, or any member's average day
/// at or above it (rounded up to a whole minute), up to the group's longest span and 24 h; the effective
/// target itself always counts."
fn window_lengths(weeks: &[&Week], rules: &Rules) -> Vec<i32> {
    if weeks.iter().any(|week| week.workdays == 0) {
        return Vec::new();
    }
    let effective = effective_target(weeks, rules.target).whole_minutes();
    let spans = weeks.iter().flat_map(|week| &week.spans);
    let longest = spans.map(|(span, _)| span.count() as i32).max().expect("everybody has hours");
    let averages: Vec<i32> = weeks.iter().map(|week| average_day(week).whole_minutes()).collect();
    let counts = |length: &i32| length % rules.step == 0 || averages.contains(length);
    let mut lengths: Vec<i32> = (effective..=longest).filter(counts).collect();
    if !lengths.contains(&effective) {
        lengths.insert(0, effective);
    }
    lengths
}

/// "One profile (flex aside) alone moved, all its members alike, by a multiple of `step` that is affordable
/// for each."
fn lone_moves(lineup: &Lineup, rules: &Rules, kinds: &[Vec<usize>]) -> Vec<Vec<i32>> {
    let most = lineup.people.iter().filter_map(|one| one.flex).chain([rules.max_shift]).max().unwrap_or(0);
    // As far as somebody moved already may come back, and beyond.
    let moved = lineup.people.iter().map(|one| one.moved.abs()).max().unwrap_or(0);
    let mut moves = Vec::new();
    for profile in lineup.grouped(|_| ()) {
        for shift in rules.moves_up_to(most + moved) {
            let in_season = |season: usize| {
                profile.iter().all(|one| affordable(&lineup.people[*one], season, shift, rules))
            };
            if (0..lineup.seasons.len()).any(in_season) {
                let of = |kind: &Vec<usize>| if profile.contains(&kind[0]) { shift } else { 0 };
                moves.push(kinds.iter().map(of).collect());
            }
        }
    }
    moves
}
