//! A team held against every slot.

use std::ops::Range;

use chrono::WeekdaySet;

use super::outside::Outside;
use super::workday::{Crowd, Heads};
use super::{Asked, Burden, MeetingOptions, Occurrence, Slot, SlotPlan, common_days};
use crate::availability::first_instant_reading;
use crate::dates::DateRange;
use crate::horizon::Horizon;
use crate::interval::Interval;
use crate::minutes::{DAY, Minutes, UtcMinute};
use crate::policy::Policy;
use crate::season::PreparedTeam;
use crate::team::{Attendance, Post, Schedule, ScheduleId, Team};
use crate::zone::{MinutePiece, Zone, minute_pieces};

/// A team and a kind of meeting, ready for questions about any slot.
#[derive(Debug)]
pub struct Meetings {
    pub(super) prepared: PreparedTeam,
    pub(super) options: MeetingOptions,
    anchor: Zone,
    pub(super) clock: Vec<MinutePiece>,
    pub(super) policy: Policy,
    pub(super) outside: Outside,
    /// Days since 1970 on which a meeting may start.
    pub(super) range: Range<i32>,
    /// Those of them that the anchor's clock skips: hardly ever one.
    pub(super) skipped: Vec<i32>,
    /// The weekdays looked at.
    pub(super) days: WeekdaySet,
    /// The distinct schedules of the team, in order, as slots are judged: of a meeting that recurs without
    /// short stays, which are exceptions like days off.
    pub(super) crowds: Vec<Crowd>,
    /// The same with their short stays; `None` where there are none, or they count.
    with_stays: Option<Vec<Crowd>>,
    /// The members' schedules, in roster order, and whether they take turns in a rotation.
    pub(super) members: Vec<(ScheduleId, bool)>,
}

impl Meetings {
    /// Prepares a team for meetings over a horizon. Slots start on multiples of the policy's `step`.
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
    /// let best = meetings.ranked()[0];
    /// // 15:00 to 17:00 in Berlin is 09:00 to 11:00 in New York, or from 10:00 while only the US have changed.
    /// assert!(best.is_clean());
    /// assert_eq!(best.slot.time.to_string(), "15:00");
    /// assert_eq!(meetings.occurrences(best.slot).len(), 52);
    /// ```
    ///
    /// # Panics
    ///
    /// When the meeting lasts no time, or longer than 24 hours.
    pub fn new(prepared: &PreparedTeam, policy: &Policy, options: &MeetingOptions) -> Self {
        let stays = if options.once.is_some() { ShortStays::Count } else { ShortStays::Aside };
        Self::judging(prepared, policy, options, stays)
    }

    pub(super) fn judging(
        prepared: &PreparedTeam,
        policy: &Policy,
        options: &MeetingOptions,
        stays: ShortStays,
    ) -> Self {
        let (team, horizon) = (prepared.team(), prepared.horizon());
        let longest = Minutes(DAY as u32);
        assert!(
            (Minutes(1)..=longest).contains(&options.duration),
            "a meeting lasts 1 minute to 24 hours, not {}",
            options.duration
        );
        let range = match options.once {
            Some(dates) => Horizon::plannable(dates),
            None => horizon.dates().day_numbers(),
        };
        let around = Interval::new(UtcMinute((range.start - 3) * DAY), UtcMinute((range.end + 3) * DAY));
        let all = team.all_count_as_required();
        let turns = team.members().map(|who| (who.schedule_id(), all || who.is_required()));
        let anchor = options.anchor.as_ref().unwrap_or(horizon.home()).clone();
        let clock: Vec<MinutePiece> = minute_pieces(&anchor, around.expect("days in order")).collect();
        let midnight = |day: i32| first_instant_reading(clock.iter().copied(), day * DAY);
        let skipped = range.clone().filter(|day| midnight(*day) == midnight(day + 1)).collect();
        let with_stays = crowds(team, options.quorum.is_some(), &range, Schedule::clone);
        let planned = horizon.dates();
        let is_exception = |schedule: &Schedule| {
            days_on_short_stays(schedule, planned).is_some_and(|away| 2 * away < planned.days() as usize)
        };
        let (crowds, with_stays) =
            match stays == ShortStays::Aside && team.schedules().iter().any(is_exception) {
                true => {
                    let kept = |schedule: &Schedule| match is_exception(schedule) {
                        true => schedule.settled(planned),
                        false => schedule.clone(),
                    };
                    (crowds(team, options.quorum.is_some(), &range, kept), Some(with_stays))
                }
                false => (with_stays, None),
            };
        let days = options.days.unwrap_or_else(|| common_days::of(&crowds, &clock, &range, options));
        Self {
            prepared: prepared.clone(),
            clock,
            skipped,
            anchor,
            policy: policy.clone(),
            outside: Outside::of(policy),
            days,
            crowds,
            with_stays,
            members: turns.collect(),
            range,
            options: options.clone(),
        }
    }

    /// The planning range.
    pub fn horizon(&self) -> &Horizon {
        self.prepared.horizon()
    }

    /// The team and the planning range.
    pub fn prepared(&self) -> &PreparedTeam {
        &self.prepared
    }

    /// What is looked for.
    pub fn options(&self) -> &MeetingOptions {
        &self.options
    }

    /// The thresholds.
    pub fn policy(&self) -> &Policy {
        &self.policy
    }

    /// How long the meeting lasts.
    pub fn duration(&self) -> Minutes {
        self.options.duration
    }

    /// The weekdays looked at: those asked for, or the common workdays.
    pub fn days(&self) -> WeekdaySet {
        self.days
    }

    /// The zone on whose clock slots stay.
    pub fn anchor(&self) -> &Zone {
        &self.anchor
    }

    /// A slot with its costs, as slots rank.
    pub fn plan(&self, slot: Slot) -> SlotPlan {
        let (mut required, mut optional) = (Burden::default(), Burden::default());
        let mut without_quorum = 0;
        for occurrence in self.occurrences(slot) {
            let (mut attending, mut all_marked) = (0, true);
            for crowd in &self.crowds {
                let asked = crowd.asked(&occurrence, &self.outside);
                required.add(asked, crowd.heads.required);
                optional.add(asked, crowd.heads.optional);
                let is_there = asked.is_within_hours();
                attending += if is_there { crowd.heads.all() } else { 0 };
                all_marked &= is_there || crowd.heads.required == 0;
            }
            let has_quorum = attending >= self.quorum() && all_marked;
            without_quorum += u64::from(self.options.quorum.is_some() && !has_quorum);
        }
        SlotPlan { slot, without_quorum, required, optional }
    }

    /// How many have to attend within their hours; 0 where no quorum is asked for.
    pub(super) fn quorum(&self) -> u64 {
        self.options.quorum.map_or(0, |quorum| quorum as u64)
    }

    /// What an occurrence asks of those with a schedule of the team, stays and all; `None` when nobody has
    /// it.
    pub fn asked(&self, occurrence: &Occurrence, schedule: ScheduleId) -> Option<Asked> {
        Some(self.crowd(schedule)?.asked(occurrence, &self.outside))
    }

    /// The distinct schedules with all stays, in order: whom an occurrence costs what on its date.
    pub(super) fn dated(&self) -> &[Crowd] {
        self.with_stays.as_deref().unwrap_or(&self.crowds)
    }

    pub(super) fn crowds(&self) -> &[Crowd] {
        &self.crowds
    }

    pub(super) fn outside(&self) -> &Outside {
        &self.outside
    }

    pub(super) fn crowd(&self, schedule: ScheduleId) -> Option<&Crowd> {
        let place = self.crowds.binary_search_by_key(&schedule, |crowd| crowd.schedule).ok()?;
        Some(&self.dated()[place])
    }
}

/// On how many of these dates somebody is on a short stay; `None` of somebody who states none. (None of the
/// dates of one may be among these: a meeting of the last of them may run into its first.)
fn days_on_short_stays(schedule: &Schedule, planned: DateRange) -> Option<usize> {
    let short = |post: &Post| -> Vec<Range<i32>> {
        let short = post.stated_stays().iter().filter(|stay| stay.is_short(planned));
        short.map(|stay| stay.dates.day_numbers()).collect()
    };
    let short: Vec<Range<i32>> = schedule.posts().iter().flat_map(short).collect();
    let on_one = |day: &i32| short.iter().any(|days| days.contains(day));
    (!short.is_empty()).then(|| planned.day_numbers().filter(on_one).count())
}

/// Whether slots are judged by the stays that are [short](crate::team::Stay::is_short).
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum ShortStays {
    Count,
    Aside,
}

fn crowds(team: &Team, quorum: bool, days: &Range<i32>, kept: impl Fn(&Schedule) -> Schedule) -> Vec<Crowd> {
    let mut heads = vec![Heads::default(); team.schedules().len()];
    for member in team.members() {
        let turns = member.counts_as_required();
        let required = if quorum { member.attendance() == Attendance::Required } else { turns };
        let heads = &mut heads[member.schedule_id().index()];
        *(if required { &mut heads.required } else { &mut heads.optional }) += 1;
        heads.turns += u64::from(turns);
    }
    let all = (0..).map(ScheduleId).zip(heads).filter(|(_, heads)| heads.all() > 0);
    all.map(|(id, heads)| Crowd::new(id, &kept(team.schedule(id)), heads, days)).collect()
}
