//! `--with` and `--required`: the people who matter most.

use tzplan::{Attendance, PreparedTeam, Team};
use tzplan_report::{Change, Context};

use crate::failure::Failure;
use crate::request::Request;

/// A request about a team with only the chosen required; about the team as it is where nobody is chosen.
pub(crate) struct Required<'r> {
    request: &'r Request,
    team: Option<Team>,
    /// The changes of the request, and the choice.
    changes: Vec<Change>,
}

impl<'r> Required<'r> {
    /// Of the values of the flag: a name each, or several separated by commas. Faults are reported together.
    pub(crate) fn of(flag: &str, values: &[String], request: &'r Request) -> Result<Self, Failure> {
        let (names, mut changes) = (request.names(), request.context().changes.to_vec());
        let (mut places, mut faults) = (Vec::new(), Vec::new());
        for value in values {
            // A name may hold a comma.
            let several: Vec<&str> =
                if names.find(value).is_ok() { vec![value] } else { value.split(',').collect() };
            for name in several {
                match names.find(name) {
                    Ok(place) if places.contains(&place) => {}
                    Ok(place) => places.push(place),
                    Err(why) => faults.push(format!("{flag}: {why}")),
                }
            }
        }
        Failure::of_any(faults)?;
        if places.is_empty() {
            return Ok(Self { request, team: None, changes });
        }
        places.sort_unstable();
        changes.push(Change::Only { required: places.iter().map(|place| names.who(*place)).collect() });
        let team = request.team().with_attendance(|member| match places.binary_search(&member.index()) {
            Ok(_) => Attendance::Required,
            Err(_) => Attendance::Optional,
        });
        Ok(Self { request, team: Some(team), changes })
    }

    pub(crate) fn prepared(&self) -> PreparedTeam {
        let team = self.team.as_ref().unwrap_or(self.request.team());
        PreparedTeam::new(team, self.request.horizon.clone())
    }

    pub(crate) fn context(&self) -> Context<'_> {
        Context { changes: &self.changes, ..self.request.context() }
    }
}
