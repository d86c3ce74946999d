//! Meetings of the pods of a team, each by itself.

use std::collections::BTreeMap;

use super::{Choice, ForWhom, Meetings, Slot};
use crate::pods::Pods;
use crate::team::{MemberRef, ScheduleId};
use crate::zone::Zone;

/// The best meeting of a pod by itself.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct PodMeeting {
    /// When it is, and what it asks of the pod.
    pub choice: Choice,
    /// The zone on whose clock it stays, as [`Meetings::of_part`] has it.
    pub anchor: Zone,
    /// For each slot of the choice what it is for those of the pod, as [`Meetings::for_whom`] has it;
    /// schedules are those of the whole team.
    pub for_whom: Vec<Vec<ForWhom>>,
}

impl Meetings {
    /// The [best choice](Meetings::best) of each pod [alone](Meetings::of_part), of the same kind, in the
    /// order of [`Pods::pods`]; `None` for a pod that has no slot.
    ///
    /// `pods` are those of the same prepared team. Optional members are in no pod, and a quorum counts the
    /// members of the pod.
    ///
    /// ```
    /// use tzplan::meeting::{MeetingOptions, Meetings};
    /// use tzplan::pods::Pods;
    /// use tzplan::{Horizon, Member, Policy, PreparedTeam, Team, Zone};
    /// let mut team = Team::new();
    /// for (name, zone) in [("Ben", "Europe/Berlin"), ("Ada", "Europe/London"), ("Aki", "Asia/Tokyo")] {
    ///     team.add(Member::new(name, Zone::iana(zone).unwrap()));
    /// }
    /// let berlin = Zone::iana("Europe/Berlin").unwrap();
    /// let horizon = Horizon::year("2026-11-23".parse().unwrap(), berlin).unwrap();
    /// let (prepared, policy) = (PreparedTeam::new(&team, horizon), Policy::default());
    /// let meetings = Meetings::new(&prepared, &policy, &MeetingOptions::default());
    /// // No hour suits all three; Ben and Ada, one pod, meet when London begins.
    /// assert!(!meetings.best().unwrap().plan.is_clean());
    /// let pods = Pods::of(&prepared, &policy);
    /// let first = meetings.in_pods(&pods).next().unwrap().unwrap();
    /// assert_eq!(first.choice.plan.slot.time.to_string(), "10:00");
    /// // On each of five weekdays it is one time for either of them.
    /// assert!(first.for_whom.iter().all(|day| day.iter().all(|one| one.times.len() == 1)));
    /// assert_eq!(first.for_whom.len(), 5);
    /// ```
    ///
    /// # Complexity
    ///
    /// Linear in the members, then that of [`Meetings::best`] for each pod that is asked for.
    pub fn in_pods<'a>(&'a self, pods: &'a Pods) -> impl Iterator<Item = Option<PodMeeting>> + 'a {
        let pods_of = self.prepared.parts(&pods.pods).zip(self.schedules_of(pods));
        pods_of.map(move |(pod, schedules)| self.of_part(&pod).of_all(&schedules))
    }

    /// The best choice of a team by itself, whose members have these schedules in the whole team.
    fn of_all(&self, schedules: &[ScheduleId]) -> Option<PodMeeting> {
        let choice = self.best()?;
        let own = self.prepared.team().members().map(MemberRef::schedule_id);
        let in_whole: BTreeMap<ScheduleId, ScheduleId> = own.zip(schedules.iter().copied()).collect();
        let of_slot = |slot: &Slot| {
            let mut people = self.for_whom(*slot);
            people.iter_mut().for_each(|one| one.schedule = in_whole[&one.schedule]);
            people
        };
        let for_whom = choice.slots.iter().map(of_slot).collect();
        Some(PodMeeting { choice, for_whom, anchor: self.anchor().clone() })
    }

    /// The schedules of the members of each pod, in roster order.
    fn schedules_of(&self, pods: &Pods) -> Vec<Vec<ScheduleId>> {
        let mut pod_of = vec![None; self.prepared.profiles().len()];
        for (place, pod) in pods.pods.iter().enumerate() {
            pod.iter().for_each(|profile| pod_of[profile.index()] = Some(place));
        }
        let mut schedules = vec![Vec::new(); pods.pods.len()];
        for member in self.prepared.team().members().filter(|member| self.prepared.is_required(*member)) {
            if let Some(pod) = pod_of[self.prepared.profile_of(member).index()] {
                schedules[pod].push(member.schedule_id());
            }
        }
        schedules
    }
}
