//! The distinct choices among ranked slots.

use std::collections::{BTreeMap, BTreeSet, HashMap};

use chrono::NaiveDate;
use foldhash::fast::RandomState;

use super::grid::Grid;
use super::{Asked, Burden, Meetings, Slot, SlotPlan};
use crate::clock::ClockTime;
use crate::minutes::{DAY, Minutes};

/// A slot that starts at most this many minutes before or after a better one on the same weekday is no choice
/// of its own.
const NEIGHBOURS: u16 = 60;

/// So many slots, the cheapest, are looked at first for the best choices.
const FIRST_LOOK: usize = 20;

/// Slots that are one choice: at one time, on weekdays (of a meeting that happens once, dates) that cost
/// everybody the same hours.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Choice {
    /// The first of them in the week, with its costs: those of the others are the same but for days off, for
    /// weekdays that are no workday of somebody optional, and for how many dates the horizon has of each.
    pub plan: SlotPlan,
    /// All of them, in order.
    pub slots: Vec<Slot>,
}

/// Less is better: what slots cost, days off aside.
type Cost = (u64, [(u64, Burden); 2]);

/// Slots at one time that cost everybody the same hours, the first in the week first.
struct Alike {
    cost: Cost,
    plans: Vec<SlotPlan>,
}

impl Meetings {
    /// The distinct choices among slots, which are ranked: the best first.
    ///
    /// Slots at one time are joined when their occurrences ask the same of everybody with each schedule, days
    /// off aside and whatever the weekdays on which optional members do not work. So days off choose no
    /// weekday: they are told beside. Choices stand in the order of what they cost, days off aside; of equal
    /// ones that on more weekdays comes first, then that with the fewest minutes at night for required
    /// members, those within their own hours included, then the earlier one. (Meetings that happen once are
    /// not joined where somebody else is off, and those of equal cost stand by date.) Weekdays on which a
    /// choice starts at most an hour before or after a better one are left out of it.
    ///
    /// # Complexity
    ///
    /// That of [`Meetings::ranked`].
    ///
    /// ```
    /// use tzplan::meeting::{MeetingOptions, Meetings};
    /// use tzplan::{Horizon, Member, Policy, PreparedTeam, Team, Zone};
    /// let mut team = Team::new();
    /// team.add(Member::new("Ben", Zone::iana("Europe/Berlin").unwrap()));
    /// team.add(Member::new("Nia", Zone::iana("America/New_York").unwrap()));
    /// let berlin = Zone::iana("Europe/Berlin").unwrap();
    /// let horizon = Horizon::year("2026-11-23".parse().unwrap(), berlin).unwrap();
    /// let (policy, options) = (Policy::default(), MeetingOptions::default());
    /// let meetings = Meetings::new(&PreparedTeam::new(&team, horizon), &policy, &options);
    /// let ranked = meetings.ranked();
    /// // 480 slots: 15:00 to 16:00 on five days are clean, and the first of these hours is one choice.
    /// let choices = meetings.choices(&ranked);
    /// let first = &choices[0];
    /// assert_eq!((ranked.len(), first.slots.len(), first.plan.slot.time.to_string()), (480, 5, "15:00".into()));
    /// assert_eq!(choices[1].plan.slot.time.to_string(), "16:15");
    /// ```
    pub fn choices(&self, ranked: &[SlotPlan]) -> Vec<Choice> {
        Self::distinct(self.alike(ranked))
    }

    /// The first of the [choices](Self::choices), among which so many are [real
    /// alternatives](Self::alternatives), or all of them: found without comparing every slot.
    ///
    /// # Complexity
    ///
    /// Slots × log slots, and those at the cheapest times × distinct schedules; of a meeting that happens
    /// once that of all choices.
    ///
    /// ```
    /// use tzplan::meeting::{MeetingOptions, Meetings};
    /// use tzplan::{Horizon, Member, Policy, PreparedTeam, Team, Zone};
    /// let mut team = Team::new();
    /// team.add(Member::new("Ben", Zone::iana("Europe/Berlin").unwrap()));
    /// team.add(Member::new("Nia", Zone::iana("America/New_York").unwrap()));
    /// let berlin = Zone::iana("Europe/Berlin").unwrap();
    /// let horizon = Horizon::year("2026-11-23".parse().unwrap(), berlin).unwrap();
    /// let (policy, options) = (Policy::default(), MeetingOptions::default());
    /// let meetings = Meetings::new(&PreparedTeam::new(&team, horizon), &policy, &options);
    /// let ranked = meetings.ranked();
    /// let two = meetings.first_choices(&ranked, 2);
    /// let times = Meetings::alternatives(&two).into_iter().map(|choice| choice.plan.slot.time.to_string());
    /// // Both are at work from 15:00 to 17:00; from 16:15 on a slot is more than an hour after the first.
    /// assert_eq!(times.take(2).collect::<Vec<_>>(), ["15:00", "16:15"]);
    /// assert_eq!(two[..], meetings.choices(&ranked)[..two.len()]);
    /// ```
    pub fn first_choices(&self, ranked: &[SlotPlan], alternatives: usize) -> Vec<Choice> {
        if self.options.once.is_some() {
            return self.choices(ranked);
        }
        let mut costs: Vec<Cost> = ranked.iter().map(SlotPlan::cost).collect();
        costs.sort_unstable();
        let mut looked_at = FIRST_LOOK;
        loop {
            // Slots that are one choice are at one time, and one of them costs no more than this.
            let Some(most) = costs.get(looked_at) else { return self.choices(ranked) };
            let times: BTreeSet<ClockTime> =
                ranked.iter().filter(|plan| plan.cost() <= *most).map(|plan| plan.slot.time).collect();
            let at_these: Vec<SlotPlan> =
                ranked.iter().filter(|plan| times.contains(&plan.slot.time)).copied().collect();
            let mut groups = self.alike(&at_these);
            groups.retain(|group| group.cost <= *most);
            let choices = Self::distinct(groups);
            if Self::alternatives(&choices).len() >= alternatives {
                return choices;
            }
            looked_at *= 4;
        }
    }

    /// Of slots that cost the same, the best first, the choices.
    fn distinct(groups: Vec<Alike>) -> Vec<Choice> {
        let mut kept: HashMap<(Option<NaiveDate>, chrono::Weekday), Vec<u16>> = HashMap::new();
        let mut choices = Vec::new();
        for Alike { mut plans, .. } in groups {
            plans.retain(|plan| {
                let times = kept.entry((plan.slot.date, plan.slot.day())).or_default();
                times.iter().all(|time| time.abs_diff(plan.slot.time.minutes()) > NEIGHBOURS)
            });
            for plan in &plans {
                let times = kept.entry((plan.slot.date, plan.slot.day())).or_default();
                times.push(plan.slot.time.minutes());
            }
            if let Some(first) = plans.first() {
                choices.push(Choice { plan: *first, slots: plans.iter().map(|plan| plan.slot).collect() });
            }
        }
        choices
    }

    /// Of choices, in order, the real alternatives: the first, and each that starts more than an hour before
    /// or after all of these before it, whatever the weekday.
    pub fn alternatives<'c>(choices: &'c [Choice]) -> Vec<&'c Choice> {
        let mut real: Vec<&'c Choice> = Vec::new();
        for choice in choices {
            let is_near = |other: &&Choice| {
                let apart = other.plan.slot.time.minutes().abs_diff(choice.plan.slot.time.minutes());
                apart.min((DAY as u16).abs_diff(apart)) <= NEIGHBOURS
            };
            if !real.iter().any(is_near) {
                real.push(choice);
            }
        }
        real
    }

    /// Slots that cost the same together, the best first.
    fn alike(&self, ranked: &[SlotPlan]) -> Vec<Alike> {
        let is_weekly = self.options.once.is_none();
        let mut kinds = None;
        let mut groups: BTreeMap<(u16, bool, usize), Alike> = BTreeMap::new();
        for plan in ranked {
            let kind = match is_weekly && plan.asks_nothing() {
                true => 0,
                false => kinds.get_or_insert_with(|| self.kinds(ranked))[&plan.slot],
            };
            let cost = plan.cost();
            let key = (plan.slot.time.minutes(), plan.without_quorum > 0, kind);
            let group = groups.entry(key).or_insert_with(|| Alike { cost, plans: Vec::new() });
            group.cost = group.cost.min(cost);
            group.plans.push(*plan);
        }
        let mut groups: Vec<Alike> = groups.into_values().collect();
        groups.iter_mut().for_each(|group| group.plans.sort_unstable_by_key(|plan| plan.slot));
        let weekdays = |group: &Alike| std::cmp::Reverse(if is_weekly { group.plans.len() } else { 1 });
        groups.sort_by_key(|group| (group.cost, weekdays(group), group.plans[0].slot));
        if is_weekly {
            self.sort_tied(&mut groups, |a, b| (a.cost, weekdays(a)) == (b.cost, weekdays(b)));
        }
        groups
    }

    /// Sorts groups that are tied by what is at night of required members, within their hours or not.
    fn sort_tied(&self, groups: &mut [Alike], are_tied: impl Fn(&Alike, &Alike) -> bool) {
        let first = |group: &Alike| group.plans[0].slot;
        let tied = groups.chunk_by(&are_tied).filter(|tied| tied.len() > 1);
        let tied: Vec<Slot> = tied.flatten().map(first).collect();
        let grid = Grid::around(self, &tied);
        let nights: HashMap<Slot, u64> = grid.slots().zip(grid.nights_of_required()).collect();
        for tied in groups.chunk_by_mut(are_tied).filter(|tied| tied.len() > 1) {
            // Stable: the earlier first.
            tied.sort_by_key(|group| nights[&first(group)]);
        }
    }

    /// By slot, of some or more of the same times, which kind it is of: those of one kind ask the same of
    /// everybody, days off and the weekdays on which optional members do not work aside. 0 asks nothing.
    fn kinds(&self, some: &[SlotPlan]) -> HashMap<Slot, usize> {
        let slots: Vec<Slot> = some.iter().map(|plan| plan.slot).collect();
        let grid = Grid::around(self, &slots);
        let mut kinds = vec![0; grid.len()];
        let mut known: HashMap<(usize, Vec<Asked>), usize, RandomState> = HashMap::default();
        for crowd in self.crowds() {
            known.clear();
            for (kind, asked) in kinds.iter_mut().zip(grid.asked(crowd)) {
                let counts = |asked: &Asked| crowd.heads.required > 0 || !asked.no_workday;
                let mut asked: Vec<Asked> = asked.into_iter().filter(counts).collect();
                if asked.is_empty() {
                    asked.push(Asked::default());
                }
                let new = known.len() + 1;
                let nothing = *kind == 0 && asked.iter().all(Asked::is_nothing);
                *kind = if nothing { 0 } else { *known.entry((*kind, asked)).or_insert(new) };
            }
        }
        grid.slots().zip(kinds).collect()
    }
}

impl SlotPlan {
    /// Whether nobody's day is longer for it and no required member has no workday.
    fn asks_nothing(&self) -> bool {
        let Self { required, optional, .. } = self;
        required.no_workday == 0 && required.worst == Minutes::ZERO && optional.worst == Minutes::ZERO
    }

    /// What it costs as if nobody were off; a meeting that happens once is missed by whoever is.
    fn cost(&self) -> Cost {
        let is_once = self.slot.date.is_some();
        let (without_quorum, costs, _) = self.rank();
        let aside = |(missed, burden): (u64, Burden)| {
            (missed, Burden { off: if is_once { burden.off } else { 0 }, ..burden })
        };
        (without_quorum, costs.map(aside))
    }
}
