//! Meetings of the pods of a team, each by itself.

use super::{Choice, Meetings, TimeAsked};
use crate::pods::Pods;

/// The best meeting of a pod by itself.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct PodMeeting {
    /// When it is, and what it asks of the pod.
    pub choice: Choice,
    /// What time it is for the first member of the pod, in roster order: the usual one first, as in
    /// [`ForWhom::times`](super::ForWhom::times).
    pub first: Vec<TimeAsked>,
}

impl Meetings {
    /// The [best choice](Meetings::best) of each pod alone, of the same kind, in the order of
    /// [`Pods::pods`]; `None` for a pod that has no slot.
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
    /// let first = meetings.in_pods(&pods).next().unwrap();
    /// assert_eq!(first.unwrap().choice.plan.slot.time.to_string(), "10:00");
    /// ```
    ///
    /// # Complexity
    ///
    /// Linear in the members, then that of [`Meetings::best`] for each pod that is asked for.
    pub fn in_pods(&self, pods: &Pods) -> impl Iterator<Item = Option<PodMeeting>> {
        let (policy, options) = (self.policy.clone(), self.options.clone());
        self.prepared.parts(&pods.pods).map(move |pod| Self::new(&pod, &policy, &options).of_all())
    }

    fn of_all(&self) -> Option<PodMeeting> {
        let choice = self.best()?;
        let first = self.members.first().map(|(schedule, _)| *schedule);
        let mut everybody = self.for_whom(choice.plan.slot).into_iter();
        let first = everybody.find(|one| Some(one.schedule) == first).map(|one| one.times);
        Some(PodMeeting { choice, first: first.unwrap_or_default() })
    }
}
