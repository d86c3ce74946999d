//! Reply waits: somebody asks while at work and waits for the first answerer at work.
//!
//! A question comes at an instant uniform over the asker's working time in the horizon. The wait ends at the
//! first instant at or after it at which an answerer is at work. What it costs the asker is the part of it in
//! which they are at work themselves, and *blocked*: two people an hour apart wait whole weekends for each
//! other and are blocked for an hour. Everything is exact over the continuous distribution: between two
//! shifts of the answerers the wait falls minute by minute, so a stretch of the asker's work adds waits
//! uniform between two lengths.

mod answering;
mod slowest;
mod within_team;

use std::collections::HashMap;
use std::sync::{Arc, OnceLock};

use foldhash::fast::RandomState;

use crate::availability::availability;
use crate::interval::{Interval, IntervalSet};
use crate::memo::Memo;
use crate::minutes::UtcMinute;
use crate::season::{PreparedTeam, ProfileId};
use crate::team::{MemberId, MemberRef, ScheduleId, Team};
use crate::wait::{ANSWERS_WITHIN, Waits};
pub use crate::wait::{Delay, Wait};
use answering::Answering;

/// Members of one [`Profile`](crate::Profile) who are at work at the same instants, days off and short stays
/// counted: what is shared with one of them is shared with any, and so are the waits.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct DatedProfile {
    /// Their profile, which others may have with other days off.
    pub profile: ProfileId,
    /// They, in roster order; at least one.
    pub members: Vec<MemberId>,
}

/// Reply waits of a team over a horizon.
///
/// ```
/// use tzplan::{Horizon, Member, PreparedTeam, Team, Zone, reply::Replies};
/// let mut team = Team::new();
/// let early = team.add(Member::new("Early", Zone::UTC).hours("8-12 daily".parse().unwrap())).id();
/// let late = team.add(Member::new("Late", Zone::UTC).hours("14-18 daily".parse().unwrap())).id();
/// let week = Horizon::of_days("2026-11-23".parse().unwrap(), 7, Zone::UTC).unwrap();
/// let replies = Replies::new(&PreparedTeam::new(&team, week));
/// let wait = replies.between(early, late).unwrap();
/// assert_eq!((wait.none, wait.mean, wait.p50, wait.worst), (0.0, Some(240.0), Some(240.0), Some(360)));
/// // Two hours of the six are the asker's own free time.
/// assert_eq!((wait.blocked.mean, wait.blocked.worst), (Some(120.0), Some(240)));
/// ```
#[derive(Debug)]
pub struct Replies {
    prepared: PreparedTeam,
    range: Interval<UtcMinute>,
    /// By schedule: at work from the horizon's start until long after its end. Found when first asked for.
    available: Vec<OnceLock<IntervalSet<UtcMinute>>>,
    /// Of an asker and an answerer.
    between: Memo<[ScheduleId; 2], Option<Wait>>,
}

impl Replies {
    /// Prepares the answers to any number of questions about waits.
    ///
    /// # Complexity
    ///
    /// Linear in the distinct schedules; the shifts of each are found when they are first asked for.
    pub fn new(prepared: &PreparedTeam) -> Self {
        let (prepared, range) = (prepared.clone(), prepared.horizon().range());
        let available = prepared.team().schedules().iter().map(|_| OnceLock::new()).collect();
        Self { prepared, range, available, between: Memo::default() }
    }

    /// How long one member waits for another; `None` when the asker never works in the horizon, or there is
    /// no such member. Nobody answers themselves. Computed once for any two schedules.
    pub fn between(&self, asker: impl Into<MemberId>, answerer: impl Into<MemberId>) -> Option<Wait> {
        let schedules = [self.schedule(asker)?, self.schedule(answerer)?];
        let wait = |[asker, answerer]: &[ScheduleId; 2]| {
            let mut waits = Waits::default();
            waits.add(self.work_of(*asker), self.range, self.work_of(*answerer), 1);
            Arc::new(waits.summary())
        };
        *self.between.get_or_make(schedules, wait)
    }

    /// How long all others wait for one member, their minutes pooled; `None` where none of them works in the
    /// horizon, or there is no such member.
    pub fn for_one(&self, answerer: impl Into<MemberId>) -> Option<Wait> {
        let answerer = answerer.into();
        let answering = self.work_of(self.schedule(answerer)?);
        let mut waits = Waits::default();
        for (id, heads) in self.team().heads(|member| member.id() != answerer) {
            waits.add(self.work_of(id), self.range, answering, heads.into());
        }
        waits.summary()
    }

    /// How long one member waits for any of the chosen others; `None` as for [`between`](Self::between).
    pub fn for_anybody(
        &self,
        asker: impl Into<MemberId>,
        answers: impl Fn(MemberId) -> bool,
    ) -> Option<Wait> {
        let asker = asker.into();
        let schedule = self.schedule(asker)?;
        let mut answering = vec![false; self.available.len()];
        for other in self.team().members().filter(|other| other.id() != asker && answers(other.id())) {
            answering[other.schedule_id().index()] = true;
        }
        let schedules = (0..).map(ScheduleId).zip(answering).filter(|(_, answering)| *answering);
        let anybody: IntervalSet<UtcMinute> = schedules.flat_map(|(id, _)| self.work_of(id).iter()).collect();
        let mut waits = Waits::default();
        waits.add(self.work_of(schedule), self.range, &anybody, 1);
        waits.summary()
    }

    /// How long each member, in roster order, waits for any of the chosen others, as
    /// [`for_anybody`](Self::for_anybody) says; computed once for members of one schedule who are all chosen
    /// or all not.
    ///
    /// # Complexity
    ///
    /// One sweep over the shifts of the distinct schedules; then for each of them the shifts of everybody
    /// together, which are as many as anybody's where somebody is always at work.
    pub fn of_each(&self, answers: impl Fn(MemberId) -> bool) -> Vec<Option<Wait>> {
        let heads = self.team().heads(|member| answers(member.id())).into_iter();
        let answering = Answering::of(heads.map(|(id, heads)| (self.work_of(id), heads)), self.seen());
        let mut known = HashMap::new();
        let wait = |asker: MemberRef<'_>| {
            // Nobody answers themselves: who is chosen has one answerer less.
            let (schedule, chosen) = (asker.schedule_id(), answers(asker.id()));
            *known.entry((schedule, chosen)).or_insert_with(|| {
                let own = self.work_of(schedule);
                let mut waits = Waits::default();
                match chosen {
                    true => waits.add(self.work_of(schedule), self.range, &answering.but_one_of(own), 1),
                    false => waits.add(self.work_of(schedule), self.range, &answering.anybody, 1),
                }
                waits.summary()
            })
        };
        self.team().members().map(wait).collect()
    }

    /// The members whom no pair and no wait tells apart, in roster order of their first: who is one of the
    /// chosen answerers, as [`of_each`](Self::of_each) has them, stands apart from who is not.
    ///
    /// # Complexity
    ///
    /// Linear in the members, and in the shifts of the distinct schedules.
    ///
    /// ```
    /// use tzplan::{Horizon, Member, PreparedTeam, Team, Zone, reply::Replies};
    /// let mut team = Team::new();
    /// let berlin = Zone::iana("Europe/Berlin").unwrap();
    /// team.add(Member::new("Ben", berlin.clone()));
    /// team.add(Member::new("Mia", berlin).days_off(["2026-12-24".parse().unwrap()]));
    /// team.add(Member::new("Paul", Zone::iana("Europe/Paris").unwrap()));
    /// let year = Horizon::year("2026-11-23".parse().unwrap(), Zone::UTC).unwrap();
    /// let profiles = Replies::new(&PreparedTeam::new(&team, year)).profiles(|_| true);
    /// let members = |place: usize| profiles[place].members.iter().map(|id| id.index()).collect::<Vec<_>>();
    /// assert_eq!([members(0), members(1)], [vec![0, 2], vec![1]]); // Mia is off on a workday of theirs
    /// ```
    pub fn profiles(&self, answers: impl Fn(MemberId) -> bool) -> Vec<DatedProfile> {
        let mut of_schedule = HashMap::new();
        // Shifts of a year are long keys.
        let mut known = HashMap::with_hasher(RandomState::default());
        let mut profiles: Vec<DatedProfile> = Vec::new();
        for member in self.team().members() {
            let (schedule, answers) = (member.schedule_id(), answers(member.id()));
            let place = *of_schedule.entry((schedule, answers)).or_insert_with(|| {
                let profile = self.prepared.profile_of(member);
                *known.entry((profile, self.work_of(schedule), answers)).or_insert_with(|| {
                    profiles.push(DatedProfile { profile, members: Vec::new() });
                    profiles.len() - 1
                })
            });
            profiles[place].members.push(member.id());
        }
        profiles
    }

    fn team(&self) -> &Team {
        self.prepared.team()
    }

    /// From the horizon's start on until answerers are looked for no more.
    fn seen(&self) -> Interval<UtcMinute> {
        let end = UtcMinute(self.range.end().0 + ANSWERS_WITHIN);
        Interval::new(self.range.start(), end).expect("later than the start")
    }

    fn schedule(&self, member: impl Into<MemberId>) -> Option<ScheduleId> {
        self.team().member(member).map(MemberRef::schedule_id)
    }

    fn work_of(&self, schedule: ScheduleId) -> &IntervalSet<UtcMinute> {
        self.available[schedule.index()]
            .get_or_init(|| availability(self.team().schedule(schedule), self.seen()))
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::{Horizon, Member, Team, Zone};

    /// Two of one schedule, one alone with hers, two who never meet, days off; everybody answers, or some do.
    #[test]
    fn what_all_wait_is_what_each_waits() {
        let zone = |id: &str| Zone::iana(id).expect("a zone");
        let mut team = Team::new();
        for (name, id, hours) in [
            ("Ben", "Europe/Berlin", "9-17"),
            ("Mia", "Europe/Berlin", "9-17"),
            ("Ana", "America/Sao_Paulo", "9-12,13-18"),
            ("Kit", "Asia/Kathmandu", "22-06"),
            ("Lou", "Pacific/Auckland", "Mon-Thu 9-17"),
        ] {
            team.add(Member::new(name, zone(id)).hours(hours.parse().expect("hours")));
        }
        let off = ["2026-12-24".parse().expect("a date")];
        team.add(Member::new("Paul", zone("Europe/Paris")).days_off(off));
        let start = "2026-11-23".parse().expect("a date");
        let prepared = PreparedTeam::new(&team, Horizon::year(start, Zone::UTC).expect("a year"));
        let replies = Replies::new(&prepared);
        for some in 0..64_usize {
            let answers = |member: MemberId| some >> member.index() & 1 == 1;
            let each = team.members().map(|member| replies.for_anybody(member.id(), answers));
            assert_eq!(replies.of_each(answers), each.collect::<Vec<_>>(), "{some:b} answer");
        }
    }
}
