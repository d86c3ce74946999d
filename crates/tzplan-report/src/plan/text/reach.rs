//! The highest targets that a team can have.

use tzplan::Minutes;

use crate::view::View;
use crate::words::amounts::Amounts;
use crate::words::length::{daily, length};

/// The highest targets that this team can have; `None` for one person.
pub(crate) fn reach(view: &View<'_>) -> Option<String> {
    if view.prepared.required_members() < 2 {
        return None;
    }
    let (verdict, policy) = (view.plan.verdict(), view.plan.policy());
    let reach = verdict.reach;
    let favours = format!("with days moved by {} at most", length(policy.max_shift()));
    // Nobody shares more than the whole of their own day, whatever the target.
    let whole = |most: Minutes| {
        let shortest = view.shortest_day().filter(|day| day.floor() < most)?;
        Some(format!("the whole of the shortest day, {}", daily(shortest)))
    };
    if let Some(day) = whole(reach.natural) {
        return Some(format!("As it is, everyone together has {day}."));
    }
    let as_it_is = match reach.natural {
        Minutes::ZERO => "As it is, there is nothing that everyone shares all year".to_owned(),
        most if view.plan.year().min.floor() >= Minutes(most.get() + policy.step().get()) => format!(
            "As it is, a target of up to {} a day is met all year, by everyone and by any of them by \
             themselves",
            length(most)
        ),
        most => format!("As it is, everyone together can have {} a day all year", length(most)),
    };
    let average = |most: Minutes| format!("{} a day on average", length(most));
    if !view.is_even() && reach.natural > Minutes::ZERO {
        let seasons = view.plan.seasons().map(|season| (season.season, season.overlap));
        let now = Amounts::of(view.prepared.horizon(), seasons).words(view.prepared.horizon());
        let more = match reach.with_plans {
            most if most > reach.natural => {
                format!("; {favours}, {}", whole(most).unwrap_or_else(|| average(most)))
            }
            _ => format!(", and no more {favours}"),
        };
        let now = now.map_or(String::new(), |now| format!(" ({now})"));
        return Some(format!("As it is, everyone together can have {}{now}{more}.", average(reach.natural)));
    }
    Some(match reach.with_plans {
        most if most > reach.natural => {
            format!("{as_it_is}; {favours}, {}.", whole(most).unwrap_or_else(|| length(most)))
        }
        Minutes::ZERO => format!("{as_it_is}, not even {favours}."),
        _ => format!("{as_it_is}, and no more {favours}."),
    })
}
