//! The plan of a team, and its year.

mod csv;
pub(crate) mod json;
pub(crate) mod text;

use tzplan::days_off::DaysOff;
use tzplan::meeting::{MeetingOptions, PodMeeting};
use tzplan::stays::{ShortStay, short_stays};
use tzplan::{Plan, PreparedTeam};

use crate::context::Context;
use crate::document::document;
use crate::words::Everyone;

/// A plan: the verdict, what to do, the day, the seasons, and the evidence.
#[derive(Clone, Debug)]
pub struct PlanDocument<'a> {
    prepared: &'a PreparedTeam,
    plan: &'a Plan,
    days_off: DaysOff,
    stays: Vec<ShortStay>,
    everyone: Everyone,
    context: Context<'a>,
}

/// The year of a plan: every season with what everyone shares, and the drift weeks between clock changes.
#[derive(Clone, Copy, Debug)]
pub struct YearDocument<'a> {
    prepared: &'a PreparedTeam,
    plan: &'a Plan,
    context: Context<'a>,
}

impl<'a> PlanDocument<'a> {
    /// Of the plan of a prepared team.
    pub fn new(prepared: &'a PreparedTeam, plan: &'a Plan, context: Context<'a>) -> Self {
        Self {
            prepared,
            plan,
            days_off: DaysOff::of(prepared),
            stays: short_stays(prepared),
            everyone: Everyone::default(),
            context,
        }
    }

    /// With everybody's name at the end, where that is asked for. Text and Markdown only: JSON and CSV name
    /// everybody anyway.
    #[must_use]
    pub fn everyone(self, everyone: Everyone) -> Self {
        Self { everyone, ..self }
    }
}

impl PlanDocument<'_> {
    /// The best weekly meeting of the first pods, of the default length on a clock of the pod; none of a team
    /// without pods.
    fn pod_meetings(&self, most: usize) -> Vec<Option<PodMeeting>> {
        let Some(pods) = &self.plan.verdict().pods else { return Vec::new() };
        PodMeeting::of_each(self.prepared, pods, self.plan.policy(), &MeetingOptions::default())
            .take(most)
            .collect()
    }
}

impl<'a> YearDocument<'a> {
    /// Of the plan of a prepared team.
    pub fn new(prepared: &'a PreparedTeam, plan: &'a Plan, context: Context<'a>) -> Self {
        Self { prepared, plan, context }
    }
}

document!(PlanDocument: text::print, json::write, csv::write);
document!(YearDocument: text::print_year, json::write_year, csv::write_year);
