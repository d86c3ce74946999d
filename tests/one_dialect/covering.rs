//! Coverage and windows.

use serde_json::{Value, json};
use tzplan::coverage::{Service, additions, coverage as head_count, follow_the_sun, service_coverage};
use tzplan::overlap;
use tzplan_report::{CoverageDocument, GroupBy, WindowsDocument};

use crate::compare::{Findings, People};
use crate::teams::Case;
use crate::{context, core, written};

pub fn coverage(case: &Case) -> Findings {
    let prepared = &case.prepared;
    let desk = Service::hours("Mon-Fri 0-24; Sat 8-12".parse().expect("hours"));
    let weekdays = Service::hours("Mon-Fri 0-24".parse().expect("hours"));
    let roles: Vec<&str> =
        prepared.team().members().filter_map(|member| member.role()).fold(Vec::new(), |mut roles, role| {
            if !roles.contains(&role) {
                roles.push(role);
            }
            roles
        });
    let relays =
        follow_the_sun(prepared, |member| roles.iter().position(|role| Some(*role) == member.role()));
    let mut of_core = core(&service_coverage(prepared, &desk));
    of_core["horizon"] = core(prepared.horizon());
    of_core["segments"] = core(&head_count(prepared, |_| true))["segments"].clone();
    of_core["working_week"] = core(&service_coverage(prepared, &weekdays));
    of_core["additions"] = core(&additions(prepared, &desk));
    of_core["handoffs"] = core(&relays);
    // Each group is a coverage of its own.
    let document = written(&CoverageDocument::new(prepared, &desk, Some(GroupBy::Role), context()));
    let mut document = document;
    if let Value::Object(keys) = &mut document {
        keys.remove("groups");
    }
    let mut people = People::of(prepared);
    people.groups = &roles;
    people.compare("coverage", &of_core, &document)
}

pub fn windows(case: &Case) -> Findings {
    let prepared = &case.prepared;
    let (windows, missed) = (overlap::everyone(prepared), overlap::missed(prepared, None));
    let of_core = json!({
        "horizon": core(prepared.horizon()),
        "windows": core(&windows),
        "missed": core(&missed),
    });
    let document = written(&WindowsDocument::new(prepared, &windows, None, &missed, context()));
    People::of(prepared).compare("windows", &of_core, &document)
}
