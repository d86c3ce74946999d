//! Dated overlap: the instants at which everyone, or enough of a team, is at work. Days off count.

use crate::absence::{Absence, Absences};
use crate::availability::availability;
use crate::coverage::{HeadCount, head_count};
use crate::interval::IntervalSet;
use crate::minutes::UtcMinute;
use crate::season::PreparedTeam;
use crate::team::{Attendance, MemberRef};

/// The instants of the horizon at which every required member is at work. Optional members never block; where
/// all are optional, all are required. A team of nobody shares nothing.
///
/// # Complexity
///
/// Linear in the distinct schedules of required members; it ends early once nothing is shared.
///
/// ```
/// use tzplan::{Horizon, Member, PreparedTeam, Team, Zone, overlap};
/// let mut team = Team::new();
/// team.add(Member::new("Ria", Zone::iana("Asia/Kathmandu").unwrap()));
/// team.add(Member::new("Sam", Zone::iana("Asia/Kolkata").unwrap()));
/// let monday = "2026-11-23".parse().unwrap();
/// let day = Horizon::of_days(monday, 1, Zone::UTC).unwrap();
/// assert_eq!(overlap::everyone(&PreparedTeam::new(&team, day)).total().to_string(), "7:45");
/// ```
pub fn everyone(prepared: &PreparedTeam) -> IntervalSet<UtcMinute> {
    intersection(prepared, MemberRef::counts_as_required).unwrap_or_default()
}

/// The instants at which at least `k` members are at work, optional ones included, and every member *marked*
/// as required is. More than the team has is never reached.
///
/// # Complexity
///
/// Sorting the shifts of the distinct schedules.
pub fn quorum(prepared: &PreparedTeam, k: usize) -> IntervalSet<UtcMinute> {
    let (team, range) = (prepared.team(), prepared.horizon().range());
    if k > team.len() {
        return IntervalSet::new();
    }
    let everybody = team.heads(|_| true).into_iter();
    let counted = everybody.map(|(id, heads)| (availability(team.schedule(id), range), heads));
    let mut enough = IntervalSet::new();
    for HeadCount { start, end, count } in head_count(counted, range) {
        if count as usize >= k {
            enough.push(start, end);
        }
    }
    match intersection(prepared, |member| member.attendance() == Attendance::Required) {
        Some(all_marked) => enough.intersection(&all_marked),
        None => enough,
    }
}

/// Who is missed for days off in what would be a window were nobody off: of everyone's windows, or of those
/// of a quorum; by day off, then in roster order.
///
/// # Complexity
///
/// That of the windows with and without days off, and of [`Absences::of`].
///
/// ```
/// use tzplan::{Holidays, Horizon, Member, PreparedTeam, Team, Zone, overlap};
/// let day = |text: &str| text.parse::<chrono::NaiveDate>().unwrap();
/// let mut team = Team::new();
/// team.add(Member::new("Ria", Zone::UTC).holidays(&Holidays::new([(day("2027-03-22"), "Holi")])));
/// team.add(Member::new("Sam", Zone::UTC));
/// let week = Horizon::of_days(day("2027-03-22"), 7, Zone::UTC).unwrap();
/// let prepared = PreparedTeam::new(&team, week);
/// assert_eq!(overlap::missed(&prepared, None)[0].holiday.as_deref(), Some("Holi"));
/// // One of the two is at work all the same.
/// assert_eq!(overlap::missed(&prepared, Some(1)), []);
/// ```
pub fn missed(prepared: &PreparedTeam, k: Option<usize>) -> Vec<Absence> {
    let windows = |prepared: &PreparedTeam| match k {
        Some(k) => quorum(prepared, k),
        None => everyone(prepared),
    };
    let nobody_off = prepared.team().without_days_off();
    if nobody_off.schedules() == prepared.team().schedules() {
        return Vec::new();
    }
    let nobody_off = PreparedTeam::new(&nobody_off, prepared.horizon().clone());
    let lost = windows(&nobody_off).difference(&windows(prepared));
    Absences::of(prepared, |member| k.is_some() || member.counts_as_required()).within(&lost)
}

/// What the schedules of some members share; `None` for none.
fn intersection<'p>(
    prepared: &'p PreparedTeam,
    who: impl Fn(MemberRef<'p>) -> bool,
) -> Option<IntervalSet<UtcMinute>> {
    let mut common: Option<IntervalSet<UtcMinute>> = None;
    for (id, _) in prepared.team().heads(who) {
        if common.as_ref().is_some_and(IntervalSet::is_empty) {
            break;
        }
        let available = availability(prepared.team().schedule(id), prepared.horizon().range());
        common = Some(common.map_or_else(|| available.clone(), |common| common.intersection(&available)));
    }
    common
}
