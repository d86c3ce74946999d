//! Crews: a team, or a group of one, with how many of it are at work, ready for any number of services.

use std::sync::Arc;

use super::Coverage;
use super::home_week::HomeWeeks;
use super::service::{Service, ServiceCoverage, ServiceShare, serve, share};
use super::weekly::{Weekly, head_count_by_week};
use super::whole::{Whole, Year};
use crate::absence::Absences;
use crate::dates::DateRange;
use crate::season::{PreparedTeam, ProfileId};
use crate::team::{Keep, MemberRef, ScheduleId};

/// A team, or a [group](crews) of one, with how many of it are at work at every instant: optional members are
/// counted, and days off.
///
/// ```
/// use tzplan::coverage::{Crew, Service};
/// use tzplan::{Horizon, Member, Minutes, PreparedTeam, Team, Zone};
/// let mut team = Team::new();
/// team.add(Member::new("Ada", Zone::UTC).hours("Mon-Fri 8-16".parse().unwrap()));
/// let week = Horizon::of_days("2026-11-23".parse().unwrap(), 7, Zone::UTC).unwrap();
/// let crew = Crew::of(&PreparedTeam::new(&team, week));
/// assert_eq!(crew.coverage().most(), 1);
/// // Two services, and everybody's hours are looked at once.
/// let missing = |hours: &str| crew.service(&Service::hours(hours.parse().unwrap())).missing();
/// assert_eq!((missing("Mon-Fri 8-16"), missing("Mon-Fri 8-18")), (Minutes::ZERO, Minutes::hours(10)));
/// ```
#[derive(Clone, Debug)]
pub struct Crew {
    prepared: PreparedTeam,
    whole: Arc<Whole>,
    /// How many keep each schedule, of the whole team's.
    heads: Vec<(ScheduleId, u32)>,
    coverage: Coverage,
    /// The same were nobody off; `None` where nobody has days off.
    ordinarily: Option<Coverage>,
}

impl Crew {
    /// Everybody in a team.
    ///
    /// # Complexity
    ///
    /// That of [`coverage`](super::coverage()), twice where somebody has days off.
    pub fn of(prepared: &PreparedTeam) -> Self {
        let heads = prepared.team().heads(|_| true);
        Self::new(prepared.clone(), heads, Arc::new(Whole::of(prepared)))
    }

    fn new(prepared: PreparedTeam, heads: Vec<(ScheduleId, u32)>, whole: Arc<Whole>) -> Self {
        let count = |at_work: for<'y> fn(&'y Year) -> &'y Weekly| {
            let years: Vec<_> = heads.iter().map(|(id, heads)| (at_work(whole.year(*id)), *heads)).collect();
            Coverage { segments: head_count_by_week(&years, prepared.horizon().range()) }
        };
        let coverage = count(|year| &year.at_work);
        let is_off = |(id, _): &(ScheduleId, u32)| whole.year(*id).ordinarily.is_some();
        let ordinarily = heads.iter().any(is_off).then(|| count(Year::ordinarily));
        Self { prepared, whole, heads, coverage, ordinarily }
    }

    /// It as a team of its own.
    pub fn prepared(&self) -> &PreparedTeam {
        &self.prepared
    }

    /// How many are at work at every instant.
    pub fn coverage(&self) -> &Coverage {
        &self.coverage
    }

    /// When weeks are as its [ordinary week](Coverage::ordinary_week) is, days off aside: runs of weeks from
    /// Monday to Sunday on the home clock, in order, cut at the ends of the horizon.
    pub fn ordinary_dates(&self) -> Vec<DateRange> {
        let horizon = self.prepared.horizon();
        let usual = self.coverage.ordinary_week(horizon);
        let runs = self.ordinarily.as_ref().unwrap_or(&self.coverage).weeks_like(&usual, horizon).into_iter();
        runs.filter_map(|(first, last)| DateRange::new(first, last).ok()).collect()
    }

    /// How much of the service hours it covers.
    ///
    /// # Complexity
    ///
    /// Linear in the changes of the head count, with a look at every season for each gap.
    pub fn service(&self, service: &Service) -> ServiceCoverage {
        let ordinarily = self.ordinarily.as_ref();
        let absences = ordinarily.map(|_| Absences::of(&self.prepared, |_| true));
        let mut weeks = HomeWeeks::of(
            &self.whole.prepared,
            (&self.whole.home, &self.whole.home_clock),
            &self.profiles(),
            (service.weekly_hours(), service.people()),
        );
        let wanted = self.whole.wanted(service);
        serve(service, &wanted, (&self.coverage, ordinarily.zip(absences.as_ref())), &mut weeks)
    }

    /// The same without the gaps, which takes a fraction of the time.
    ///
    /// # Complexity
    ///
    /// Linear in the changes of the head count.
    pub fn share(&self, service: &Service) -> ServiceShare {
        share(service, &self.whole.wanted(service), &self.coverage)
    }

    /// How many have each profile, of the whole team's.
    fn profiles(&self) -> Vec<(ProfileId, u32)> {
        let of =
            |(id, heads): &(ScheduleId, u32)| (self.whole.prepared.profile_of_schedule(id.index()), *heads);
        let mut profiles: Vec<_> = self.heads.iter().map(of).collect();
        profiles.sort_unstable_by_key(|(id, _)| *id);
        profiles.dedup_by(|(id, heads), (kept, sum)| {
            *sum += if id == kept { *heads } else { 0 };
            id == kept
        });
        profiles
    }
}

/// How much of the service hours everybody in a team covers, optional members included; days off count.
///
/// ```
/// use tzplan::coverage::{GapCause, Service, service_coverage};
/// use tzplan::{Horizon, Member, Minutes, PreparedTeam, Team, Zone};
/// // Eight in New York is one in London, but for the weeks in which only one of them has changed its clocks.
/// let mut team = Team::new();
/// team.add(Member::new("Ada", Zone::iana("Europe/London").unwrap()).hours("8-13".parse().unwrap()));
/// team.add(Member::new("Bo", Zone::iana("America/New_York").unwrap()).hours("8-13".parse().unwrap()));
/// let home = Zone::iana("Europe/London").unwrap();
/// let year = Horizon::year("2026-11-23".parse().unwrap(), home).unwrap();
/// let desk = Service::hours("Mon-Fri 8-18".parse().unwrap());
/// let covered = service_coverage(&PreparedTeam::new(&team, year), &desk);
/// // Then nobody is there from 17:00 to 18:00: on ten workdays in spring and five in autumn.
/// assert_eq!(covered.gaps.len(), 15);
/// assert_eq!(covered.gaps_for(GapCause::ClockChange), (15, Minutes::hours(15)));
/// // 15 h of 2,600.
/// assert_eq!((covered.missing(), covered.thousandths()), (Minutes::hours(15), 994));
/// ```
///
/// # Complexity
///
/// That of a [`Crew`], which answers for further services without looking at everybody's hours again.
pub fn service_coverage(prepared: &PreparedTeam, service: &Service) -> ServiceCoverage {
    Crew::of(prepared).service(service)
}

/// The groups of a team, each by itself, made one by one: what their schedules have in common is found once.
///
/// `group_of` gives a member's group, from 0; members without one take no part. A group that nobody is in is
/// an empty team.
///
/// ```
/// use tzplan::coverage::crews;
/// use tzplan::{Horizon, Member, PreparedTeam, Team, Zone};
/// let mut team = Team::new();
/// team.add(Member::new("Day", Zone::UTC).hours("00:00-12:00 daily".parse().unwrap()));
/// team.add(Member::new("Night", Zone::UTC).hours("11:00-23:00 daily".parse().unwrap()));
/// let week = Horizon::of_days("2026-11-23".parse().unwrap(), 7, Zone::UTC).unwrap();
/// let prepared = PreparedTeam::new(&team, week);
/// let mut night = crews(&prepared, |member| Some(member.index())).skip(1);
/// assert_eq!(night.next().map(|crew| crew.coverage().gaps().count()), Some(8));
/// ```
///
/// # Panics
///
/// When a group's number is beyond what memory holds groups for.
///
/// # Complexity
///
/// Each schedule of the team is looked at once, and for each group its changes of the head count.
pub fn crews(
    prepared: &PreparedTeam,
    group_of: impl Fn(MemberRef<'_>) -> Option<usize>,
) -> impl ExactSizeIterator<Item = Crew> {
    let whole = Arc::new(Whole::of(prepared));
    let horizon = prepared.horizon().clone();
    prepared.team().parts(&group_of, Keep::People).map(move |part| {
        let heads = part.team.heads(|_| true).into_iter();
        let heads = heads.map(|(id, heads)| (part.schedules[id.index()], heads)).collect();
        Crew::new(PreparedTeam::new(&part.team, horizon.clone()), heads, whole.clone())
    })
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::coverage::coverage;
    use crate::{Attendance, Horizon, Member, Team, Zone};

    /// Groups that share schedules, with days off, optional people and a group that nobody is in: each is
    /// what its members are as a team of their own.
    #[test]
    fn a_group_is_covered_as_a_team_of_its_own() {
        let zones =
            ["Europe/London", "America/New_York", "Australia/Lord_Howe", "Asia/Kolkata", "Africa/Casablanca"];
        let hours = ["9-17", "22-06", "Mon-Wed 8-12; Thu,Fri 10-19", "00-24 daily"];
        let mut team = Team::new();
        for place in 0..60_usize {
            let zone = Zone::iana(zones[place * 7 % 5]).expect("a zone");
            let member =
                Member::new(format!("{place}"), zone).hours(hours[place % 4].parse().expect("hours"));
            let day = format!("2027-0{}-1{}", 1 + place % 9, place % 7).parse().expect("a date");
            let member = if place % 3 == 0 { member.days_off([day]) } else { member };
            let attendance = if place % 5 == 0 { Attendance::Optional } else { Attendance::Unmarked };
            team.add(member.attendance(attendance));
        }
        let home = Zone::iana("Europe/London").expect("a zone");
        let year = Horizon::year("2026-11-23".parse().expect("a date"), home).expect("a year");
        let group_of = |member: MemberRef<'_>| [0, 1, 1, 4, 2, 0, 4].get(member.index() % 9).copied();
        let prepared = PreparedTeam::new(&team, year.clone());
        let (parts, crews) = (team.split(group_of), crews(&prepared, group_of));
        assert_eq!((parts.len(), crews.len()), (5, 5));
        for (part, crew) in parts.iter().zip(crews) {
            let alone = PreparedTeam::new(part, year.clone());
            assert_eq!(crew.prepared().team().len(), part.len());
            assert_eq!(crew.coverage(), &coverage(&alone, |_| true));
            for service in
                [Service::around_the_clock(), Service::hours("Mon-Sat 7-19".parse().expect("hours"))]
            {
                let service = service.at_least(1 + part.len() as u32 % 3);
                let served = service_coverage(&alone, &service);
                assert_eq!(crew.service(&service), served);
                let share = crew.share(&service);
                assert_eq!((share.covered, share.all), (served.covered, served.all));
            }
        }
    }
}
