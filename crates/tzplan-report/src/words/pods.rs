//! The pods of a hybrid team, as a page about candidates calls them.

use tzplan::ProfileId;
use tzplan::fit::{Opening, Rank};

use super::ink::Text;
use super::length::length;
use super::people::{People, and};

/// The most names of a pod, and of a list of isolated people.
const MOST_NAMES: usize = 3;
/// The most pods shown one by one.
const MOST_PODS: usize = 6;

/// Which columns about pods a table of candidates has.
#[derive(Clone, Copy, Debug)]
pub(crate) struct PodColumns {
    /// The team is in pods.
    pub(crate) any: bool,
    /// Somebody in the table relieves an isolated person.
    pub(crate) relieves: bool,
}

impl PodColumns {
    pub(crate) fn of<'r>(opening: &Opening, listed: impl IntoIterator<Item = &'r Rank>) -> Self {
        let relieves = listed.into_iter().any(|rank| !rank.relieves.is_empty());
        Self { any: !opening.pods().is_empty(), relieves }
    }
}

/// Pods by their numbers: `1, 3`.
pub(crate) fn numbers(places: &[usize]) -> String {
    places.iter().map(|place| (place + 1).to_string()).collect::<Vec<_>>().join(", ")
}

/// Isolated people by name, in lines of this many columns: `Olivia`, `Olivia and Ben`.
pub(crate) fn relieved(people: &People<'_>, profiles: &[ProfileId], columns: usize) -> Vec<Text> {
    people.names().flowed(people.list(profiles, MOST_NAMES), columns)
}

/// What the columns mean, and who is in which pod.
pub(crate) fn legend(opening: &Opening, people: &People<'_>, columns: PodColumns) -> String {
    let (target, pods) = (length(opening.policy().target()), opening.pods());
    let mut legend = format!(
        " pods: those with all of which {target} a day is met. bridges: those with all of which an hour \
         a day is shared all year, without a shift."
    );
    if columns.relieves {
        legend.push_str(" relieves: who is in no pod and would meet the target with them, two by two.");
    }
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
    legend.push_str(&format!(" Of the team {}.", and(&named)));
    legend
}
