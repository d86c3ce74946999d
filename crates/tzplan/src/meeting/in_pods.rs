//! Meetings of the pods of a team, each by itself.

use super::{Choice, ForWhom, MeetingOptions, Meetings, Slot};
use crate::pods::Pods;
use crate::policy::Policy;
use crate::season::PreparedTeam;
use crate::team::ScheduleId;
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
    /// That of [`PodMeeting::of_each`].
    pub fn in_pods<'a>(&'a self, pods: &'a Pods) -> impl Iterator<Item = Option<PodMeeting>> + 'a {
        PodMeeting::of_each(&self.prepared, pods, &self.policy, &self.options)
    }

    /// The best choice of a team by itself, whose schedules are these of the whole team.
    fn of_all(&self, in_whole: &[ScheduleId]) -> Option<PodMeeting> {
        let choice = self.best()?;
        let of_slot = |slot: &Slot| {
            let mut people = self.for_whom(*slot);
            people.iter_mut().for_each(|one| one.schedule = in_whole[one.schedule.index()]);
            people
        };
        let for_whom = choice.slots.iter().map(of_slot).collect();
        Some(PodMeeting { choice, for_whom, anchor: self.anchor().clone() })
    }
}

impl PodMeeting {
    /// What [`Meetings::in_pods`] says, for who asks nothing else of the whole team's [`Meetings`], which
    /// take their time and memory.
    ///
    /// # Panics
    ///
    /// As [`Meetings::new`], for pods that are asked for.
    ///
    /// # Complexity
    ///
    /// Linear in the members, then that of [`Meetings::best`] for each pod that is asked for.
    pub fn of_each<'a>(
        prepared: &'a PreparedTeam,
        pods: &'a Pods,
        policy: &'a Policy,
        options: &'a MeetingOptions,
    ) -> impl Iterator<Item = Option<Self>> + 'a {
        let best = |(pod, in_whole): (PreparedTeam, Vec<ScheduleId>)| {
            Meetings::on_own_clock(&pod, policy, options).of_all(&in_whole)
        };
        prepared.heads_of_parts(&pods.pods).map(best)
    }
}
