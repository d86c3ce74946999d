//! `--with` and `--required`: the people who matter most.

use tzplan::{Attendance, Team};
use tzplan_report::{Change, Context};

use crate::failure::Failure;
use crate::request::Request;

/// The team with only the chosen required; as it is where nobody is chosen.
pub(crate) struct Required {
    team: Option<Team>,
    /// What a report tells.
    changes: Vec<Change>,
}

impl Required {
    /// Of the values of the flag: a name each, or several separated by commas. Faults are told at once.
    pub(crate) fn of(flag: &str, values: &[String], request: &Request) -> Result<Self, Failure> {
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
        if !faults.is_empty() {
            return Err(Failure::Several(faults));
        }
        if places.is_empty() {
            return Ok(Self { team: None, changes });
        }
        places.sort_unstable();
        changes.push(Change::Only { required: places.iter().map(|place| names.who(*place)).collect() });
        let team = request.team().with_attendance(|member| match places.binary_search(&member.index()) {
            Ok(_) => Attendance::Required,
            Err(_) => Attendance::Optional,
        });
        Ok(Self { team: Some(team), changes })
    }

    pub(crate) fn team<'a>(&'a self, request: &'a Request) -> &'a Team {
        self.team.as_ref().unwrap_or(request.team())
    }

    pub(crate) fn context<'a>(&'a self, request: &'a Request) -> Context<'a> {
        Context { changes: &self.changes, ..request.context() }
    }
}
