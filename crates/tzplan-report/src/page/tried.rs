//! What to do as the script tries it on the picture: whose day moves, who is left out, and the team's groups
//! and verdict then, as the library has them for the changed team.

use tzplan::shift::ProfileMove;
use tzplan::verdict::Step;
use tzplan::{Change, MemberId, MemberRef, Plan, PreparedTeam};

use super::verdict::needs_steps;
use crate::chart::rows::Rows;
use crate::html::day::night_of;
use crate::plan::text::{steps, summary};
use crate::view::View;
use crate::words::people::Names;

/// A change of the team that can be tried.
pub(super) struct Tried {
    /// The verdict on the changed team, in words.
    pub(super) verdict: String,
    pub(super) rows: Rows,
    pub(super) moved: Vec<MovedPerson>,
    /// Who does not count any more.
    pub(super) off: Vec<MemberId>,
}

/// Somebody whose day is moved.
pub(super) struct MovedPerson {
    pub(super) member: MemberId,
    /// Minutes later than the hours kept now.
    pub(super) by: i32,
    /// The hours on the own clock then.
    pub(super) hours: String,
    pub(super) night: String,
}

impl Tried {
    /// The plan that is kept all year, where there is one, then the next steps, in the order of the page.
    /// Nothing where a row stands for several people: one of them has no bar to move.
    pub(super) fn all(view: &View<'_>, rows: &Rows) -> Vec<Self> {
        if !rows.are_people {
            return Vec::new();
        }
        let kept = view.plan.all_year().map(|kept| of_moves(view, &kept.plan.moves));
        let shown = if needs_steps(view) { steps::shown(view) } else { Vec::new() };
        let steps = shown.into_iter().map(|step| match step {
            Step::Move { member, shift, .. } => vec![Change::Shift { member, by: shift }],
            step => vec![Change::Optional { member: step.member() }],
        });
        kept.into_iter().chain(steps).filter_map(|changes| of(view, changes)).collect()
    }
}

fn of_moves(view: &View<'_>, moves: &[ProfileMove]) -> Vec<Change> {
    let members = |one: &ProfileMove| view.prepared.required_members_of(one.profile).map(MemberRef::id);
    let shifts =
        moves.iter().flat_map(|one| members(one).map(|member| Change::Shift { member, by: one.from_stated }));
    shifts.collect()
}

/// `None` of a change that the team refuses, which a step never is.
fn of(view: &View<'_>, changes: Vec<Change>) -> Option<Tried> {
    let team = view.prepared.team().changed(changes.iter().cloned()).ok()?;
    let prepared = PreparedTeam::new(&team, view.prepared.horizon().clone());
    let plan = Plan::of(&prepared, view.plan.policy());
    let then = View::of(&prepared, &plan, Names::Cut);
    let rows = Rows::of(&prepared, plan.verdict().pods.as_ref(), team.len());
    let (mut moved, mut off) = (Vec::new(), Vec::new());
    for change in changes {
        match change {
            Change::Shift { member, by } => {
                let row = rows.all().find(|row| row.members.contains(&member))?;
                let now = view.prepared.team().member(member)?.schedule().moved_by();
                moved.push(MovedPerson {
                    member,
                    by: by.minutes() - now.minutes(),
                    hours: row.hours.clone(),
                    night: night_of(&then, row.profile),
                });
            }
            Change::Optional { member } => off.push(member),
            _ => {}
        }
    }
    let verdict = summary::heading(&then).runs().map(|(_, run)| run).collect();
    Some(Tried { verdict, rows, moved, off })
}
