//! What is paid once somebody is made optional: the shifts of the others, and their nights.

use tzplan::team::Change;
use tzplan::verdict::Step;
use tzplan::{Minutes, Model, Plan, PreparedTeam};

use super::moving::condition;
use crate::view::View;
use crate::words::length::length;
use crate::words::people::and;

/// The most names of those who work at night.
const MOST: usize = 3;

/// `, if Ana starts 1 h later all year`, `, part of it night work of Jun (4 h without)`: of a team that
/// overlaps then. Of many people it is not said.
pub(super) fn price(view: &View<'_>, step: &Step) -> String {
    let Step::Optional { member, reaches, .. } = step else { return String::new() };
    if reaches.model > Model::OverlapWithShifts || !view.people.by_name() {
        return String::new();
    }
    let Ok(team) = view.prepared.team().changed([Change::Optional { member: *member }]) else {
        return String::new();
    };
    let prepared = PreparedTeam::new(&team, view.prepared.horizon().clone());
    let plan = Plan::of(&prepared, view.plan.policy());
    let then = View::of(&prepared, &plan, view.people.names);
    let shifts = match reaches.model {
        Model::OverlapWithShifts => format!(", if {}", condition(&then)),
        _ => String::new(),
    };
    shifts + &nights(&then)
}

/// Whose night is in what everyone shares then, and what they would share without.
fn nights(then: &View<'_>) -> String {
    let night = &then.plan.verdict().night;
    let whose = night.profiles.iter().filter(|one| one.shared_minutes_per_week > Minutes::ZERO);
    let whose: Vec<String> = whose.map(|one| then.people.label(one.profile)).collect();
    if whose.is_empty() {
        return String::new();
    }
    let named = match whose.len() {
        many if many > MOST => format!("{} and others", whose[..MOST].join(", ")),
        _ => and(&whose),
    };
    let without = match night.reasonable_year_min.floor() {
        Minutes::ZERO => "nothing".to_owned(),
        kept => length(kept),
    };
    let reasonable = then.plan.policy().reasonable().to_string().replace('-', "–");
    format!(", part of it night work of {named} (within {reasonable} {without})")
}
