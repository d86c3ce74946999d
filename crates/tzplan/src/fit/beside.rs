//! The day of candidates beside the team's: with whom they are held together, and what they share then.

use super::{Fit, Opening};
use crate::policy::Policy;
use crate::season::{PreparedTeam, ProfileId, Season};
use crate::target::{SeasonOverlap, shared_by};
use crate::team::{Attendance, Schedule, TeamBuilder};
use crate::verdict::Plan;

/// A team with candidates behind it, to show their days beside those of the team; judged are they by
/// [`Opening::judge`].
///
/// ```
/// use tzplan::fit::Opening;
/// use tzplan::{Attendance, Horizon, Member, Policy, PreparedTeam, Schedule, Team, Zone};
/// let mut team = Team::new();
/// for name in ["Ben", "Lea"] {
///     team.add(Member::new(name, Zone::iana("Europe/Berlin").unwrap()));
/// }
/// let year = Horizon::year("2026-11-23".parse().unwrap(), Zone::iana("Europe/Berlin").unwrap()).unwrap();
/// let opening = Opening::new(&PreparedTeam::new(&team, year), &Policy::default());
/// // 9–17 in Lagos is 9–17 in Berlin in winter, 10–18 in summer: an hour less together then.
/// let ada = Schedule::new(Zone::iana("Africa/Lagos").unwrap(), "9-17".parse().unwrap());
/// let fit = opening.judge(&ada);
/// let beside = opening.with_candidates(&[("Ada", &ada)], Attendance::Optional);
/// let shared = beside.prepared().seasons().iter().map(|season| beside.beside(0, &fit, season).overlap.daily);
/// assert_eq!(shared.map(|daily| daily.floor().get()).collect::<Vec<_>>(), [480, 420, 480]);
/// ```
#[derive(Clone, Debug)]
pub struct TeamWithCandidates {
    prepared: PreparedTeam,
    policy: Policy,
    members: usize,
    /// By profile of the team.
    of_team: Vec<ProfileId>,
    required: Vec<ProfileId>,
    pods: Vec<Vec<ProfileId>>,
}

/// With whom a candidate is held together in a season, and what they share then.
#[derive(Clone, PartialEq, Debug)]
#[non_exhaustive]
pub struct Beside {
    /// With a pod, by its place among [`Opening::pods`]: one that they can join, else one that they bridge,
    /// else the one with which they share most then, of equals the first. `None`: with everyone required.
    pub pod: Option<usize>,
    /// What they share with them.
    pub overlap: SeasonOverlap,
}

impl Opening {
    /// The team with candidates behind it, each with a name, in their order. As optional people they cut no
    /// seasons; as required ones their clocks do.
    ///
    /// # Complexity
    ///
    /// Linear in members and candidates, and the weeks of the candidates.
    pub fn with_candidates(
        &self,
        candidates: &[(&str, &Schedule)],
        attendance: Attendance,
    ) -> TeamWithCandidates {
        let prepared = self.prepared();
        let mut team = TeamBuilder::new();
        for member in prepared.team().members() {
            // Where all are optional all are required, and stay so beside the candidates.
            let own = match (member.attendance(), prepared.is_required(member)) {
                (Attendance::Optional, true) => Attendance::Unmarked,
                (own, _) => own,
            };
            let schedule = team.intern(member.schedule().clone());
            team.add_row(member.name(), schedule, own, None, None);
            if let Some(place) = member.place() {
                let place = team.label(place);
                team.set_place(member.index(), place);
            }
        }
        for (name, schedule) in candidates {
            let schedule = team.intern(Schedule::clone(schedule));
            team.add_row(name, schedule, attendance, None, None);
        }
        let together = PreparedTeam::new(&team.build(), prepared.horizon().clone());
        let of_team: Vec<ProfileId> = prepared
            .profiles()
            .iter()
            .map(|profile| {
                let first = together.team().member(profile.first_member());
                together.profile_of(first.expect("a member of the team"))
            })
            .collect();
        let all = |ids: &[ProfileId]| ids.iter().map(|id| of_team[id.index()]).collect::<Vec<_>>();
        let (required, pods) = (all(prepared.required()), self.pods().iter().map(|pod| all(pod)).collect());
        let (policy, members) = (self.policy().clone(), prepared.team().len());
        TeamWithCandidates { prepared: together, policy, members, of_team, required, pods }
    }
}

impl TeamWithCandidates {
    /// The team with them, prepared: its members first.
    pub fn prepared(&self) -> &PreparedTeam {
        &self.prepared
    }

    /// The plan of the team with them.
    ///
    /// # Complexity
    ///
    /// That of a [`Plan`].
    pub fn plan(&self) -> Plan {
        Plan::of(&self.prepared, &self.policy)
    }

    /// A candidate's profile in it, by the candidate's place.
    ///
    /// # Panics
    ///
    /// When there is no such candidate.
    pub fn candidate(&self, place: usize) -> ProfileId {
        let member = self.prepared.team().member(self.members + place);
        self.prepared.profile_of(member.expect("a candidate"))
    }

    /// The profile in it of those who have a profile in the team.
    ///
    /// # Panics
    ///
    /// When the team has no such profile.
    pub fn profile_of(&self, profile: ProfileId) -> ProfileId {
        self.of_team[profile.index()]
    }

    /// What the team shares without the candidates in a season of it: everyone required, or each pod.
    pub fn team_shares(&self, season: &Season) -> Vec<SeasonOverlap> {
        let groups = if self.pods.is_empty() { std::slice::from_ref(&self.required) } else { &self.pods };
        groups.iter().map(|group| self.shared(group, season)).collect()
    }

    /// With whom a candidate is held together in a season of it.
    ///
    /// # Panics
    ///
    /// When there is no such candidate, or the answer is about another team.
    pub fn beside(&self, place: usize, fit: &Fit, season: &Season) -> Beside {
        let candidate = self.candidate(place);
        let with = |pod: Option<usize>| {
            let group = pod.map_or(&self.required, |pod| &self.pods[pod]);
            let others = group.iter().copied().filter(|id| *id != candidate);
            let overlap = self.shared(&others.chain([candidate]).collect::<Vec<_>>(), season);
            Beside { pod, overlap }
        };
        if self.pods.is_empty() {
            return with(None);
        }
        match fit.pods.iter().chain(&fit.bridges).next() {
            Some(pod) => with(Some(*pod)),
            // The first of equals.
            None => (0..self.pods.len())
                .rev()
                .map(|pod| with(Some(pod)))
                .max_by_key(|beside| beside.overlap.daily.floor())
                .expect("a pod"),
        }
    }

    /// Of some seasons the one in which a candidate and those beside them miss the target for longest, else
    /// the longest; of equals the first. `None` of no seasons.
    pub fn dearest_season(&self, place: usize, fit: &Fit, seasons: &[Season]) -> Option<(Season, Beside)> {
        let shown = seasons.iter().rev().map(|season| (*season, self.beside(place, fit, season)));
        shown.max_by_key(|(season, beside)| (!beside.overlap.meets, season.days()))
    }

    fn shared(&self, group: &[ProfileId], season: &Season) -> SeasonOverlap {
        shared_by(&self.prepared, group, season, &self.policy)
    }
}
