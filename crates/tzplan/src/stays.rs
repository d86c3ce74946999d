//! Stays abroad: short ones, which are exceptions like days off, and long ones and moves for good, which cut
//! seasons.
//!
//! Seasons, ordinary weeks and verdicts read the zone around a [short stay](Stay::is_short); this says when
//! there is one, and what it costs everyone. Other stays are read like the zone around them.

use std::sync::Arc;

use chrono::NaiveDate;

use crate::dates::DateRange;
use crate::horizon::Horizon;
use crate::minutes::Minutes;
use crate::overlap;
use crate::season::PreparedTeam;
use crate::team::{MemberId, MemberRef, Post, ScheduleId, Stay, Team};
use crate::zone::Zone;

/// A short stay of members with one schedule.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct ShortStay {
    /// Their schedule.
    pub schedule: ScheduleId,
    /// The first of them.
    #[cfg_attr(feature = "serde", serde(rename = "member"))]
    pub first_member: MemberId,
    /// How many they are.
    pub members: usize,
    /// Where they are.
    pub zone: Zone,
    /// The place as written, where the stay of the first of them has one.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub place: Option<Arc<str>>,
    /// When, as stated: some of the dates may lie outside the horizon.
    #[cfg_attr(feature = "serde", serde(flatten))]
    pub dates: DateRange,
    /// What everyone required shares on those of these dates that lie in the horizon, read at home: shifts as
    /// they are then, less days off.
    #[cfg_attr(feature = "serde", serde(rename = "shared_minutes"))]
    pub shared: Minutes,
    /// What it would be without anybody's short stay.
    #[cfg_attr(feature = "serde", serde(rename = "usual_shared_minutes"))]
    pub usually_shared: Minutes,
}

/// A stay of members with one schedule that is not [short](Stay::is_short), a move for good among them.
#[derive(Clone, PartialEq, Eq, Debug)]
#[cfg_attr(feature = "serde", derive(serde::Serialize))]
#[non_exhaustive]
pub struct LongStay {
    /// Their schedule.
    pub schedule: ScheduleId,
    /// The first of them.
    #[cfg_attr(feature = "serde", serde(rename = "member"))]
    pub first_member: MemberId,
    /// How many they are.
    pub members: usize,
    /// Where they are.
    pub zone: Zone,
    /// The place as written, where the stay of the first of them has one.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub place: Option<Arc<str>>,
    /// When it is in force: some of the dates may lie outside the horizon.
    #[cfg_attr(feature = "serde", serde(flatten, serialize_with = "crate::output::without_end"))]
    pub dates: DateRange,
    /// Whether it has no end: a move for good.
    #[cfg_attr(feature = "serde", serde(skip))]
    pub for_good: bool,
    /// Whether a season of the team begins with its first date, or with the first date after it.
    pub cuts_season: bool,
}

/// The short stays that reach into the horizon, by their first date, then in roster order. Those that later
/// stays of the same people replace altogether are left out.
///
/// ```
/// use tzplan::{Horizon, Member, PreparedTeam, Team, Zone, stays};
///
/// let zone = |id: &str| Zone::iana(id).unwrap();
/// let mut team = Team::new();
/// team.add(Member::new("Ben", zone("Europe/Berlin")));
/// // Two working weeks from Tokyo.
/// let away = "2027-02-01..2027-02-14".parse().unwrap();
/// team.add(Member::new("Ana", zone("Europe/Berlin")).stay(zone("Asia/Tokyo"), away));
///
/// let year = Horizon::year("2026-11-23".parse().unwrap(), zone("Europe/Berlin")).unwrap();
/// let found = stays::short_stays(&PreparedTeam::new(&team, year));
/// // Nine to five in Tokyo is 01:00 to 09:00 in Berlin: nothing instead of ten days of eight hours.
/// let ana = &found[0];
/// assert_eq!((ana.first_member.index(), ana.shared.get(), ana.usually_shared.get()), (1, 0, 10 * 480));
/// ```
///
/// # Complexity
///
/// Linear in the members; where there is such a stay, twice [`overlap::everyone`].
pub fn short_stays(prepared: &PreparedTeam) -> Vec<ShortStay> {
    let (team, planned) = (prepared.team(), prepared.horizon().dates());
    let mut found: Vec<ShortStay> = Vec::new();
    for (id, heads) in team.heads(|_| true) {
        for Stay { zone, dates, place } in short_stays_of(team, id, planned) {
            found.push(ShortStay {
                schedule: id,
                first_member: MemberId::from(0),
                members: heads as usize,
                zone,
                place,
                dates,
                shared: Minutes::ZERO,
                usually_shared: Minutes::ZERO,
            });
        }
    }
    if found.is_empty() {
        return found;
    }
    let first_members = first_members(team);
    let usual = PreparedTeam::new(&team.settled(planned), prepared.horizon().clone());
    let (everyone, usually) = (overlap::everyone(prepared), overlap::everyone(&usual));
    for stay in &mut found {
        stay.first_member = first_members[stay.schedule.index()].expect("somebody has the schedule");
        let (from, to) = (stay.dates.first().max(planned.first()), stay.dates.after().min(planned.after()));
        // A horizon that the home zone's clock skips has no minute.
        let Ok(dates) = Horizon::new(from, to, prepared.horizon().home().clone()) else { continue };
        let range = [dates.range()].into_iter().collect();
        stay.shared = everyone.intersection(&range).total();
        stay.usually_shared = usually.intersection(&range).total();
    }
    found.sort_by_key(|stay| (stay.dates, stay.first_member));
    found
}

/// The stays that are not short and are in force on a date of the horizon, by their first date, then in
/// roster order. A stay in the zone in which somebody lives anyway is none.
///
/// ```
/// use tzplan::team::Stay;
/// use tzplan::{Horizon, Member, PreparedTeam, Team, Zone, stays};
///
/// let zone = |id: &str| Zone::iana(id).unwrap();
/// let mut team = Team::new();
/// team.add(Member::new("Ben", zone("Europe/Berlin")));
/// let from = tzplan::DateRange::new("2027-06-01".parse().unwrap(), Stay::FOR_GOOD).unwrap();
/// team.add(Member::new("Ana", zone("Europe/Madrid")).stay(zone("America/Lima"), from));
///
/// let year = Horizon::year("2026-11-23".parse().unwrap(), zone("Europe/Berlin")).unwrap();
/// let ana = &stays::long_stays(&PreparedTeam::new(&team, year))[0];
/// assert_eq!((ana.first_member.index(), ana.zone.name().as_str()), (1, "America/Lima"));
/// assert!(ana.for_good && ana.cuts_season);
/// ```
///
/// # Complexity
///
/// Linear in the members, schedules and seasons.
pub fn long_stays(prepared: &PreparedTeam) -> Vec<LongStay> {
    let (team, planned) = (prepared.team(), prepared.horizon().dates());
    let first_members = first_members(team);
    let begins = |date: NaiveDate| prepared.seasons().iter().skip(1).any(|season| season.first() == date);
    let mut found: Vec<LongStay> = Vec::new();
    for (id, heads) in team.heads(|_| true) {
        let known = found.len();
        for Stay { zone, dates, place } in
            team.schedule(id).posts().iter().flat_map(|post| long_stays_of(post, planned))
        {
            if found[known..].iter().any(|stay| (&stay.zone, stay.dates) == (&zone, dates)) {
                continue;
            }
            found.push(LongStay {
                schedule: id,
                first_member: first_members[id.index()].expect("somebody has the schedule"),
                members: heads as usize,
                zone,
                place,
                dates,
                for_good: dates.last() >= Stay::FOR_GOOD,
                cuts_season: begins(dates.first()) || begins(dates.after()),
            });
        }
    }
    found.sort_by_key(|stay| (stay.dates, stay.first_member));
    found
}

/// The stays of a post that are not short for a horizon of these dates, in force on one of them and elsewhere
/// than at home, by date.
pub fn long_stays_of(post: &Post, planned: DateRange) -> Vec<Stay> {
    let settled = post.settled(&planned.day_numbers());
    let counts = |stay: &&Stay| {
        let planned_too = stay.dates.first() < planned.after() && planned.first() < stay.dates.after();
        planned_too && stay.zone != *post.zone()
    };
    settled.stays().iter().filter(counts).cloned().collect()
}

/// The zone by which a member lives on a date, short stays of the horizon aside: that of seasons and
/// verdicts. Of somebody with several posts that of the first.
pub fn zone_on(prepared: &PreparedTeam, member: MemberRef<'_>, date: NaiveDate) -> Zone {
    stay_on(prepared, member, date).map_or_else(|| member.schedule().zone().clone(), |stay| stay.zone)
}

/// The stay that a member is on on a date, short stays of the horizon aside.
pub fn stay_on(prepared: &PreparedTeam, member: MemberRef<'_>, date: NaiveDate) -> Option<Stay> {
    let schedule = member.schedule();
    if schedule.posts().iter().all(|post| post.stays().is_empty()) {
        return None;
    }
    let settled = schedule.settled(prepared.horizon().dates());
    let stays = settled.posts().first().map_or(&[][..], |post| post.stays());
    stays.iter().find(|stay| stay.dates.contains(date)).cloned()
}

fn first_members(team: &Team) -> Vec<Option<MemberId>> {
    let mut first = vec![None; team.schedules().len()];
    for member in team.members() {
        first[member.schedule_id().index()].get_or_insert(member.id());
    }
    first
}

/// The short stays of a schedule that are in force on some of the dates planned.
fn short_stays_of(team: &Team, id: ScheduleId, planned: DateRange) -> Vec<Stay> {
    let planned_days = planned.day_numbers();
    let mut found: Vec<Stay> = Vec::new();
    for post in team.schedule(id).posts() {
        let mut stated = post.stated_stays();
        while let [stay @ Stay { zone, dates, .. }, later @ ..] = stated {
            stated = later;
            let own = dates.day_numbers();
            let mut days = own.start.max(planned_days.start)..own.end.min(planned_days.end);
            // Where stays overlap, the later one holds.
            let in_force = |day: i32| {
                let over = later.iter().rev().find(|stay| stay.dates.day_numbers().contains(&day));
                over.is_none_or(|over| over.zone == *zone)
            };
            let known = || found.iter().any(|known| (&known.zone, known.dates) == (zone, *dates));
            if stay.is_short(planned) && days.any(in_force) && !known() {
                found.push(stay.clone());
            }
        }
    }
    found
}
