//! The pods of a hybrid team, as a page about candidates calls them.

use tzplan::ProfileId;
use tzplan::fit::Opening;

use super::length::length;
use super::people::{People, and};

/// The most names of a pod, and of a list of isolated people.
const MOST_NAMES: usize = 3;
/// The most pods shown one by one.
const MOST_PODS: usize = 6;

/// Pods by their numbers: `1, 3`.
pub(crate) fn numbers(places: &[usize]) -> String {
    places.iter().map(|place| (place + 1).to_string()).collect::<Vec<_>>().join(", ")
}

/// What a row's `why` means, and who is in which pod; of a team in pods.
pub(crate) fn legend(opening: &Opening, people: &People<'_>) -> String {
    let target = length(opening.policy().target());
    let company = match opening.isolated() {
        [] => String::new(),
        _ => format!("; company: somebody in no pod would have {target} a day"),
    };
    format!(
        " why: all of a pod: {target} a day with all of it at once; no pod as a whole: with none of them; \
         1 h a day: with all of a pod at once, all year{company}.{}",
        who_is_where(opening, people)
    )
}

/// What columns about pods mean, and who is in which pod.
pub(crate) fn legend_of_columns(opening: &Opening, people: &People<'_>) -> String {
    let target = length(opening.policy().target());
    let company = match opening.isolated() {
        [] => String::new(),
        _ => format!(" company for: somebody in no pod would have {target} a day."),
    };
    format!(
        " joins pod: {target} a day with all of this pod (people who overlap) at once. 1 h with pod: an hour a \
         day with all of it at once, all year.{company}{}",
        who_is_where(opening, people)
    )
}

/// ` Of the team pod 1 is Ana and Ben and in no pod Kai.`
fn who_is_where(opening: &Opening, people: &People<'_>) -> String {
    let pods = opening.pods();
    let pod = |(place, pod): (usize, &Vec<ProfileId>)| {
        format!("pod {} is {}", place + 1, people.group(pod, MOST_NAMES))
    };
    let mut named: Vec<String> = pods.iter().enumerate().take(MOST_PODS).map(pod).collect();
    if pods.len() > MOST_PODS {
        named.push(format!("{} more", pods.len() - MOST_PODS));
    }
    if !opening.isolated().is_empty() {
        named.push(format!("in no pod {}", people.group(opening.isolated(), MOST_NAMES)));
    }
    format!(" Of the team {}.", and(&named))
}
