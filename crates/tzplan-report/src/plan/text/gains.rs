//! Whom the next steps of a team in pods bring in, and whom nothing does.

use tzplan::ProfileId;
use tzplan::verdict::Step;

use crate::view::View;
use crate::words::length::length;

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
    told
}
