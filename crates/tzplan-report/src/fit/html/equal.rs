//! Which candidates the answer does not tell apart.

use tzplan::fit::Fit;

use crate::fit::text::View;
use crate::words::people::and;

/// `Ana, Ben and Cem are equal here: …`: a sentence for each of those of whom the answer, the teammates they
/// work with, the pods, the shift, the night work and what is asked of the team are the same.
pub(super) fn sentences(views: &[View<'_>]) -> Vec<String> {
    let mut known: Vec<(&View<'_>, Vec<String>)> = Vec::new();
    for view in views {
        let name = view.subject().to_owned();
        match known.iter_mut().find(|(other, _)| are_equal(other.fit, view.fit)) {
            Some((_, names)) => names.push(name),
            None => known.push((view, vec![name])),
        }
    }
    let equal = known.into_iter().filter(|(_, names)| names.len() > 1);
    let words = equal.map(|(_, names)| {
        format!(
            "{} are equal here: the same answer, number of teammates, pods, shift and night work. What they \
             share with each teammate is in the table.",
            and(&names)
        )
    });
    words.collect()
}

fn are_equal(one: &Fit, other: &Fit) -> bool {
    let shift = |fit: &Fit| fit.shift.as_ref().map(|moved| (moved.shift, moved.night_minutes_per_week));
    let night = |fit: &Fit| fit.stated_night_minutes_per_week;
    let answer = |fit: &Fit| (fit.result, fit.peers(), night(fit), shift(fit), fit.asked.clone());
    let pods = |fit: &Fit| (fit.pods.clone(), fit.bridges.clone(), fit.relieves.clone());
    answer(one) == answer(other)
        && pods(one) == pods(other)
        && (&one.team_after, &one.team_after_shift) == (&other.team_after, &other.team_after_shift)
}
