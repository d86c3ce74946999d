//! An agreement for programs.

mod filled;
mod keys;
mod standup;

use std::io;

use serde::Serialize;
use tzplan::Model;
use tzplan::stays::short_stays;

use super::AgreementDocument;
use super::roll::Roll;
use crate::json::head::{Head, Spelled};
use crate::json::stays::{LongStayKeys, StayKeys};
use crate::json::write;
use crate::words::people::Names;
use filled::Keys;
use keys::{
    AskKeys, BlockedKeys, ChangeKeys, CoreKeys, FewHoursKeys, HandoffKeys, MeetingKeys, NightKeys, PeerKeys,
    ShiftKeys,
};

/// A working agreement. Times are on the clock of who is named; hours are weekly ones, as a roster writes
/// them, and belong to the day on which they start. In a team of more than 40 people lists have an entry for
/// each different schedule instead of each person, named by its first member, with how many `members` have
/// it.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "agreement"))]
pub(crate) struct AgreementKeys<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    /// For whom it is: entries of other people are left out. Null for everybody.
    #[serde(rename = "for")]
    people: Option<Vec<&'a str>>,
    /// The model that the team runs on.
    model: Spelled<Model>,
    /// Daily overlap that is asked, in minutes.
    target: u32,
    /// By how much a stand-up may make the day of somebody required longer, in minutes.
    max_shift: u32,
    /// Questions that block the asker longer, at the 95th percentile, are marked: minutes.
    reply_within: u32,
    /// How long stand-ups last, in minutes.
    duration: u32,
    /// Who is in which pod of a hybrid team, and of an async one of which half or more share one; else null.
    pods: Option<Vec<Vec<&'a str>>>,
    /// Who is in no pod, where there are pods.
    alone: Vec<&'a str>,
    /// Whose day is moved, and by how much.
    shifts: Vec<ShiftKeys<'a>>,
    /// When all of a group are at work, by season; of everyone under the overlap models, of each pod of a
    /// hybrid team.
    core_hours: Vec<CoreKeys<'a>>,
    /// Under async: with whom each meets the target as a pair.
    peers: Vec<PeerKeys<'a>>,
    /// The stand-ups: of everyone, then of each pod.
    meetings: Vec<MeetingKeys<'a>>,
    /// Whom to ask at which hour.
    ask: Vec<AskKeys<'a>>,
    /// How long a question may block whom.
    blocked: Vec<BlockedKeys<'a>>,
    /// Who works few hours: questions to them wait for these.
    few_hours: Vec<FewHoursKeys<'a>>,
    /// Who goes on when somebody's day ends, by season.
    handoffs: Vec<HandoffKeys<'a>>,
    /// The dates on which clocks change, with what moves for whom.
    clock_changes: Vec<ChangeKeys<'a>>,
    /// Who works at night, agreed shifts kept.
    night: Vec<NightKeys<'a>>,
    /// The short stays, by their first dates: the times of the agreement are not on their clocks then.
    stays: Vec<StayKeys<'a>>,
    /// The stays that are not short, and moves for good, by their first dates.
    long_stays: Vec<LongStayKeys<'a>>,
}

pub(super) fn write(document: &AgreementDocument<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let agreement = document.agreement;
    let prepared = agreement.prepared();
    let keys = Keys { agreement, roll: Roll::of(prepared, Names::Whole).of_people(document.people) };

    let in_pods = agreement.groups.iter().filter(|group| group.pod.is_some());
    let pods: Vec<Vec<&str>> = in_pods.map(|group| keys.counting(&group.profiles)).collect();
    let night = agreement.night.iter().flat_map(|(profile, minutes)| {
        let night = |(name, members)| NightKeys { name, members, minutes_per_week: minutes.get() };
        keys.each(*profile).into_iter().map(night).collect::<Vec<_>>()
    });
    let document = AgreementKeys {
        head: Head::new(document.context, prepared.horizon()),
        people: (!document.people.is_empty())
            .then(|| keys.members(document.people).into_iter().map(tzplan::MemberRef::name).collect()),
        model: Spelled(agreement.model),
        target: agreement.target.get(),
        max_shift: agreement.max_shift.get(),
        reply_within: agreement.reply_within.get(),
        duration: agreement.duration.get(),
        pods: agreement.is_in_pods().then_some(pods),
        alone: keys.counting(&agreement.alone),
        shifts: agreement.shifts.iter().flat_map(|shifts| keys.shifts(shifts)).collect(),
        core_hours: agreement.groups.iter().flat_map(|group| keys.core_hours(group)).collect(),
        peers: agreement.peers.iter().flat_map(|(profile, with)| keys.peers(*profile, with)).collect(),
        meetings: agreement.standups.iter().filter_map(|standup| keys.meeting(standup)).collect(),
        ask: agreement.ask.iter().flat_map(|ask| keys.ask(ask)).collect(),
        blocked: agreement.blocked.iter().flat_map(|blocked| keys.blocked(blocked)).collect(),
        few_hours: agreement.few_hours.iter().flat_map(|few| keys.few_hours(few)).collect(),
        handoffs: agreement
            .handoffs
            .iter()
            .filter(|handoff| keys.is_for(&[handoff.from, handoff.to]))
            .map(|handoff| HandoffKeys {
                first: agreement.seasons[handoff.season].season.first(),
                last: agreement.seasons[handoff.season].season.last(),
                from: keys.counting(&[handoff.from]),
                to: keys.counting(&[handoff.to]),
                days: tzplan::hours::show_days(handoff.days),
                ends: handoff.ends.to_string(),
                there: handoff.there.to_string(),
                shared_minutes_per_week: handoff.shared_minutes_per_week.get(),
            })
            .collect(),
        clock_changes: agreement.clock_changes.iter().filter_map(|change| keys.change(change)).collect(),
        night: night.collect(),
        stays: short_stays(prepared)
            .iter()
            .filter(|stay| keys.is_of(stay.schedule))
            .map(|stay| StayKeys::new(stay, prepared))
            .collect(),
        long_stays: LongStayKeys::of(prepared),
    };
    write::write(out, &document)
}
