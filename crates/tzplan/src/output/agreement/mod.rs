//! Agreements.

mod part;
mod standup;

use chrono::NaiveDate;
use serde::{Serialize, Serializer};

use crate::agreement::{
    AgreedHandoff, AgreedMove, AgreedSeason, AgreedShifts, Agreement, AskHours, ClockChange, CoreHours,
    SharedClock, Slowest,
};
use crate::minutes::Minutes;
use crate::reply::Wait;
use crate::season::ProfileId;
use crate::team::MemberId;
use crate::verdict::Model;
use part::ShiftKeys;
pub(crate) use part::time;
use standup::StandupKeys;

#[derive(Serialize)]
struct Keys<'a> {
    model: Model,
    target: Minutes,
    max_shift: Minutes,
    reply_within: Minutes,
    duration: Minutes,
    pods: Option<Vec<&'a [ProfileId]>>,
    alone: &'a [ProfileId],
    shifts: Vec<ShiftKeys<'a>>,
    core_hours: Vec<CoreKeys<'a>>,
    peers: Vec<PeerKeys<'a>>,
    meetings: Vec<StandupKeys<'a>>,
    ask: Vec<AskKeys<'a>>,
    blocked: Vec<BlockedKeys>,
    few_hours: Vec<FewKeys>,
    handoffs: Vec<Dated<&'a AgreedHandoff>>,
    clock_changes: &'a [ClockChange],
    night: Vec<NightKeys>,
    /// Beside what is documented.
    seasons: &'a [AgreedSeason],
    clocks: &'a [SharedClock],
}

/// Something of a season.
#[derive(Serialize)]
struct Dated<T> {
    first: NaiveDate,
    last: NaiveDate,
    #[serde(flatten)]
    what: T,
}

#[derive(Serialize)]
struct CoreKeys<'a> {
    pod: Option<usize>,
    #[serde(flatten)]
    core: Dated<&'a CoreHours>,
}

#[derive(Serialize)]
struct PeerKeys<'a> {
    profile: ProfileId,
    with: &'a [ProfileId],
}

#[derive(Serialize)]
struct AskKeys<'a> {
    profile: ProfileId,
    hours: Vec<Dated<&'a AskHours>>,
}

#[derive(Serialize)]
struct BlockedKeys {
    member: MemberId,
    #[serde(serialize_with = "super::or_nulls")]
    anybody: Option<Wait>,
    slowest: Option<Slowest>,
}

#[derive(Serialize)]
struct FewKeys {
    member: MemberId,
    minutes_per_week: Minutes,
    over: bool,
    #[serde(flatten, serialize_with = "super::or_nulls")]
    wait: Option<Wait>,
}

#[derive(Serialize)]
struct NightKeys {
    profile: ProfileId,
    minutes_per_week: Minutes,
}

impl Serialize for Agreement {
    /// Profiles are places among those of [`Agreement::prepared`]; shifts and waits are listed for each
    /// member.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let in_pods = self.groups.iter().filter(|group| group.pod.is_some());
        let pods = in_pods.map(|group| &*group.profiles).collect();
        let core = self.groups.iter().filter(|group| !group.profiles.is_empty()).flat_map(|group| {
            let of_season = |(season, core)| CoreKeys { pod: group.pod, core: dated(season, core) };
            self.seasons.iter().zip(&group.core).map(of_season)
        });
        let ask = self.ask.iter().map(|ask| {
            let seasons = self.seasons.iter().zip(&ask.seasons);
            let hours = seasons.flat_map(|(season, hours)| hours.iter().map(move |one| dated(season, one)));
            AskKeys { profile: ask.profile, hours: hours.collect() }
        });
        let blocked = self.blocked.iter().flat_map(|blocked| {
            blocked.members.iter().map(|member| BlockedKeys {
                member: *member,
                anybody: blocked.anybody,
                slowest: blocked.slowest,
            })
        });
        let few_hours = self.few_hours.iter().flat_map(|few| {
            few.members.iter().map(|member| FewKeys {
                member: *member,
                minutes_per_week: few.minutes_per_week,
                over: few.is_over,
                wait: few.wait,
            })
        });
        let keys = Keys {
            model: self.model,
            target: self.target,
            max_shift: self.max_shift,
            reply_within: self.reply_within,
            duration: self.duration,
            pods: self.is_in_pods().then_some(pods),
            alone: &self.alone,
            shifts: self.shifts.iter().flat_map(shifts).collect(),
            core_hours: core.collect(),
            peers: self.peers.iter().map(|(profile, with)| PeerKeys { profile: *profile, with }).collect(),
            meetings: self.standups.iter().map(|one| StandupKeys::of(one, &self.seasons)).collect(),
            ask: ask.collect(),
            blocked: blocked.collect(),
            few_hours: few_hours.collect(),
            handoffs: self.handoffs.iter().map(|one| dated(&self.seasons[one.season], one)).collect(),
            clock_changes: &self.clock_changes,
            night: self
                .night
                .iter()
                .map(|(profile, minutes)| NightKeys { profile: *profile, minutes_per_week: *minutes })
                .collect(),
            seasons: &self.seasons,
            clocks: &self.clocks,
        };
        keys.serialize(serializer)
    }
}

impl Serialize for AgreedShifts {
    /// An entry for each member who moves.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_seq(shifts(self))
    }
}

fn shifts(shifts: &AgreedShifts) -> impl Iterator<Item = ShiftKeys<'_>> {
    let of_one = move |one| move |member: &MemberId| ShiftKeys::of(shifts, one, *member);
    shifts.moves.iter().flat_map(move |one: &AgreedMove| one.members.iter().map(of_one(one)))
}

fn dated<T>(season: &AgreedSeason, what: T) -> Dated<T> {
    Dated { first: season.season.first(), last: season.season.last(), what }
}
