//! Whom the next steps of a team in pods bring in, and whom nothing does.

use tzplan::verdict::Step;
use tzplan::{Pods, ProfileId};

use crate::view::View;
use crate::words::dates;
use crate::words::length::length;
use crate::words::people::and;

/// The most names of a list.
const MOST: usize = 6;

/// Whom no move brings into a pod.
pub(crate) fn out_of_reach(view: &View<'_>) -> Option<String> {
    let stay = if view.people.by_name() { view.plan.out_of_reach(view.prepared) } else { Vec::new() };
    (!stay.is_empty()).then(|| {
        format!(
            "Nothing brings in {}: no day moved as far as may be asked ({} at most), theirs or another's, is \
             enough.",
            view.people.list(&stay, MOST),
            length(view.plan.policy().max_shift()),
        )
    })
}

/// ` (without Olivia); brings in Lucas`: who of a team is in no pod after a step that leaves it in pods, and
/// who was in none before.
pub(super) fn who_gains(view: &View<'_>, step: &Step) -> String {
    if !view.people.by_name() {
        return String::new();
    }
    let Some(then) = view.plan.pods_after(view.prepared, step) else { return String::new() };
    // An async team has no pods now that somebody could be brought into.
    let now = view.plan.verdict().pods.as_ref().map_or(&[][..], |pods| &pods.isolated);
    let list = |ids: Vec<ProfileId>| view.people.list(&ids, MOST);
    let shares = |id: &ProfileId| then.pods.iter().any(|pod| pod.contains(id));
    let brought_in: Vec<ProfileId> = now.iter().copied().filter(shares).collect();
    let mut told = String::new();
    if !then.isolated.is_empty() {
        told.push_str(&format!(" (without {})", list(then.isolated.clone())));
    }
    if !brought_in.is_empty() {
        told.push_str(&format!("; brings in {}", list(brought_in)));
    }
    told.push_str(&who_parts(view, step, &then));
    told
}

/// `; Ana then no longer with Ben and Zoe`: with whom somebody who moves shared a pod, and does not then.
fn who_parts(view: &View<'_>, step: &Step, then: &Pods) -> String {
    let (Step::Move { member, .. }, Some(now)) = (step, &view.plan.verdict().pods) else {
        return String::new();
    };
    let Some(mover) = view.prepared.team().member(*member) else { return String::new() };
    let own = view.prepared.profile_of(mover);
    let Some(with) = now.pods.iter().find(|pod| pod.contains(&own)) else { return String::new() };
    // Of several with one schedule the one who moves may leave the others in their pod.
    let theirs = then.pods.iter().filter(|pod| pod.contains(&own));
    let company =
        |pod: &&Vec<ProfileId>| pod.iter().filter(|one| **one != own && with.contains(*one)).count();
    let parts = theirs.clone().count() > 1;
    let joined = theirs.min_by_key(company).map_or(&[][..], |pod| &pod[..]);
    let left = |one: &&ProfileId| if **one == own { parts } else { !joined.contains(*one) };
    let left = with.iter().filter(left).flat_map(|one| view.people.members_of(*one));
    let names: Vec<String> =
        left.filter(|other| other.id() != *member).map(|other| view.people.member(other.index())).collect();
    match names.len() {
        0 => String::new(),
        few if few <= MOST => {
            format!("; {} then no longer with {}", view.people.member(member.index()), and(&names))
        }
        many => {
            format!("; {} then no longer with {}", view.people.member(member.index()), dates::people(many))
        }
    }
}
