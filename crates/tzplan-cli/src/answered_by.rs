//! `--answered-by`: whose answers are waited for.

use std::collections::BTreeSet;

use tzplan::{MemberRef, Team};
use tzplan_report::{Answerers, ChosenBy};
use tzplan_roster::clean;

use crate::failure::Failure;
use crate::names::{Names, cut, listed, near};

/// The most labels listed in a message.
const MOST: usize = 12;

/// The members that any of the values chooses; `None` where there are no values. Faults are reported
/// together.
pub(crate) fn answerers(
    values: &[String],
    team: &Team,
    names: &Names<'_>,
) -> Result<Option<Answerers>, Failure> {
    let (mut chosen_by, mut members, mut faults) = (Vec::new(), BTreeSet::new(), Vec::new());
    for value in values {
        match choose(value, team, names) {
            Ok((by, some)) => {
                chosen_by.push(by);
                members.extend(some);
            }
            Err(why) => faults.push(format!("--answered-by `{}`: {why}", cut(value))),
        }
    }
    Failure::of_any(faults)?;
    Ok((!chosen_by.is_empty()).then(|| Answerers::new(chosen_by, members)))
}

/// `role=lead`, `team=Support`, or the name of a member.
fn choose(value: &str, team: &Team, names: &Names<'_>) -> Result<(ChosenBy, Vec<usize>), String> {
    let (key, label) = value.split_once('=').unwrap_or((value, ""));
    match key.trim().to_lowercase().as_str() {
        "role" if key != value => {
            let (name, members) = labelled("role", label, team, MemberRef::role)?;
            Ok((ChosenBy::Role { name }, members))
        }
        "team" if key != value => {
            let (name, members) = labelled("team", label, team, MemberRef::team)?;
            Ok((ChosenBy::Team { name }, members))
        }
        _ => {
            let member = names.find(value)?;
            Ok((ChosenBy::Member(names.who(member)), vec![member]))
        }
    }
}

/// Those with a label, whatever its case, and the label as the roster writes it first.
pub(crate) fn labelled<'t>(
    kind: &str,
    label: &str,
    team: &'t Team,
    label_of: impl Fn(MemberRef<'t>) -> Option<&'t str>,
) -> Result<(String, Vec<usize>), String> {
    let wanted = clean(label);
    let those = |is_meant: &dyn Fn(&str) -> bool| -> Vec<(&str, usize)> {
        let labels = team.members().filter_map(|member| Some((label_of(member)?, member.index())));
        labels.filter(|(label, _)| is_meant(label)).collect()
    };
    let folded = wanted.to_lowercase();
    let found = those(&|label| label.to_lowercase() == folded);
    if let Some((first, _)) = found.first() {
        return Ok(((*first).to_owned(), found.iter().map(|(_, member)| *member).collect()));
    }
    let mut all: Vec<&str> = Vec::new();
    for (label, _) in those(&|_| true) {
        if all.len() <= MOST && !all.contains(&label) {
            all.push(label);
        }
    }
    let more = if all.len() > MOST { " and others" } else { "" };
    let all: Vec<String> = all.into_iter().take(MOST).map(cut).collect();
    Err(match all.as_slice() {
        [] => format!("nobody has a {kind}: the roster has no such column, or nothing in it"),
        all => {
            let near = near(&folded, all.iter().map(String::as_str));
            let meant = near.map(|near| format!(" — did you mean {near}?"));
            let help = meant.unwrap_or_else(|| format!("; there is {}{more}", listed(all, "and")));
            format!("nobody has the {kind} `{}`{help}", cut(&wanted))
        }
    })
}
