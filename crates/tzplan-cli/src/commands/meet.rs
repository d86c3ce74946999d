//! Recurring meetings.

use tzplan::hours::parse_days;
use tzplan::meeting::{MeetingOptions, Meetings};
use tzplan::{Minutes, PreparedTeam};
use tzplan_report::{Meeting, csv, json, markdown, text};

use super::roster::Request;
use super::with::Required;
use crate::args::{Format, MeetArguments};
use crate::failure::Failure;
use crate::flag::{Flag, FlagCells};
use crate::{Answer, output, progress};

/// `tzplan meet ROSTER`: 0 with a clean slot, 1 without.
pub(super) fn meet(arguments: &MeetArguments) -> Result<Answer, Failure> {
    let common = &arguments.team.common;
    let (style, mut answer) = (output::style(&common.output), Answer::Yes);
    output::write(common.output.output.as_deref(), |out| {
        let request = Request::read(arguments.team.roster.source(), common, &arguments.team.what_if)?;
        let chosen = Required::of("--required", &arguments.required, &request)?;
        let (team, context) = (chosen.team(&request), chosen.context(&request));
        let options = options(arguments, &request)?;
        let meetings = Meetings::new(team, &request.horizon, &request.policy, &options);
        let slots = progress::during("looking for slots", || meetings.ranked());
        if !slots.iter().any(tzplan::meeting::SlotPlan::is_clean) {
            answer = Answer::No;
        }
        let anchor = options.anchor.as_ref().unwrap_or(request.horizon.home());
        let meeting = Meeting { slots: &slots, listed: slots.len().min(arguments.top as usize), anchor };
        match common.output.format {
            Format::Json => json::meet(out, team, &meetings, &meeting, context)?,
            Format::Csv => {
                super::changes_untold(&context)?;
                csv::meet(out, &meetings, &meeting)?;
            }
            Format::Markdown => {
                let prepared = PreparedTeam::new(team, request.horizon.clone());
                markdown::meet(out, &prepared, &meetings, &meeting, context)?;
            }
            Format::Text => {
                let prepared = PreparedTeam::new(team, request.horizon.clone());
                text::meet(out, &prepared, &meetings, &meeting, context, style)?;
            }
        }
        Ok(())
    })?;
    Ok(answer)
}

fn options(arguments: &MeetArguments, request: &Request) -> Result<MeetingOptions, Failure> {
    let mut cells = FlagCells::new(&request.tzdb, &request.horizon);
    let mut options = MeetingOptions::default();
    if arguments.duration == Minutes::ZERO || arguments.duration > Minutes::hours(24) {
        let text = arguments.duration.to_string();
        cells.fault(Flag { name: "--duration", value: &text }, "a meeting lasts 1 minute to 24 hours");
    }
    options.duration = arguments.duration;
    match parse_days(&arguments.days) {
        Ok(days) => options.days = days,
        Err(error) => cells.fault(Flag { name: "--days", value: &arguments.days }, &error.to_string()),
    }
    if let Some(label) = &arguments.anchor {
        options.anchor = cells.zone(Flag { name: "--anchor", value: label }, label)?;
    }
    cells.finish()?;
    Ok(options)
}
