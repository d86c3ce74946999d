//! Slots for a meeting.

mod csv;
pub(crate) mod json;
pub(crate) mod text;

use tzplan::PreparedTeam;
use tzplan::meeting::{Meetings, Obstacles, PodMeeting, SlotChange, SlotPlan};
use tzplan::pods::Pods;

use crate::context::Context;
use crate::document::document;

/// How much a page says about slots; JSON and CSV list as many as are asked for either way.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Default)]
pub enum Detail {
    /// The best choice, and real alternatives: two at other times.
    #[default]
    Best,
    /// As many as are listed, each with everybody's dates off, and whom no slot suits.
    Listed,
}

/// Ranked slots.
#[derive(Clone, Copy, Debug)]
pub struct Meeting<'a> {
    /// Every slot that was looked at, the best first.
    pub slots: &'a [SlotPlan],
    /// How many of them are listed; no more than there are.
    pub listed: usize,
    /// How much a page says.
    pub detail: Detail,
    /// Why none is clean.
    pub obstacles: Option<&'a Obstacles>,
    /// What would open one, the nearest first.
    pub changes: &'a [SlotChange],
}

/// Slots for a meeting, the best first, with what each costs whom; where none is clean, why, and what would
/// open one.
#[derive(Clone, Copy, Debug)]
pub struct MeetDocument<'a> {
    prepared: &'a PreparedTeam,
    meetings: &'a Meetings,
    meeting: Meeting<'a>,
    /// How many of the slots that were looked at are clean.
    clean: usize,
    in_pods: Option<InPods<'a>>,
    context: Context<'a>,
}

/// The pods of a team, and the best choice of each.
#[derive(Clone, Copy, Debug)]
struct InPods<'a> {
    pods: &'a Pods,
    meetings: &'a [Option<PodMeeting>],
}

impl<'a> MeetDocument<'a> {
    /// Of the slots that were looked at for a prepared team.
    pub fn new(
        prepared: &'a PreparedTeam,
        meetings: &'a Meetings,
        meeting: Meeting<'a>,
        context: Context<'a>,
    ) -> Self {
        let clean = meeting.slots.iter().filter(|plan| plan.is_clean()).count();
        Self { prepared, meetings, meeting, clean, in_pods: None, context }
    }

    /// With what suits each pod by itself, as found by [`Meetings::in_pods`]: for a team that no slot suits.
    #[must_use]
    pub fn in_pods(self, pods: &'a Pods, meetings: &'a [Option<PodMeeting>]) -> Self {
        Self { in_pods: Some(InPods { pods, meetings }), ..self }
    }
}

document!(MeetDocument: text::print, json::write, csv::write);
