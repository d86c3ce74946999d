//! Pods.

use std::io;

use tzplan::pods::Bridge;
use tzplan::{MemberRef, PerDay, Pods, Policy, PreparedTeam, ProfileId, pairs};

use crate::csv::cell::inert;
use crate::csv::rows::{Rows, daily, yes_no};

const HEADER: [&str; 9] = [
    "pod",
    "name",
    "zones",
    "pod_members",
    "least_minutes_per_week",
    "least_workdays",
    "least_minutes_a_day",
    "bridges_to",
    "fewest_is_exact",
];

/// Writes a row for every required member, in roster order: their pod, from 1; what all of it shares at the least of the
/// year (empty for somebody alone); the other pods with which they share an hour a day or more, separated by blanks.
///
/// # Errors
///
/// Those of the writer.
pub fn pods(
    out: &mut dyn io::Write,
    prepared: &PreparedTeam<'_>,
    pods: &Pods,
    bridges: &[Bridge],
) -> io::Result<()> {
    let mut rows = Rows::new(out, &HEADER)?;
    let mut of_profile: Vec<Option<[String; 7]>> = vec![None; prepared.profiles().len()];
    for (place, pod) in pods.pods.iter().enumerate() {
        let heads: u32 = pod.iter().map(|id| prepared.profile(*id).required()).sum();
        let [weekly, workdays, a_day] =
            least(prepared, pod).filter(|_| heads > 1).map(daily).unwrap_or_default();
        for id in pod {
            let to = bridges.iter().filter(|bridge| bridge.profile == *id);
            let to: Vec<String> = to.map(|bridge| (bridge.to_pod + 1).to_string()).collect();
            of_profile[id.index()] = Some([
                (place + 1).to_string(),
                heads.to_string(),
                weekly.clone(),
                workdays.clone(),
                a_day.clone(),
                to.join(" "),
                yes_no(pods.exact),
            ]);
        }
    }
    for member in prepared.team().members().filter(|member| prepared.is_required(*member)) {
        let Some(cells) = &of_profile[prepared.profile_of(member).index()] else { continue };
        let [pod, heads, weekly, workdays, a_day, to, exact] = cells.clone();
        let name = inert(member.name()).into_owned();
        rows.row([pod, name, zones(member), heads, weekly, workdays, a_day, to, exact])?;
    }
    rows.finish()
}

fn least(prepared: &PreparedTeam<'_>, pod: &[ProfileId]) -> Option<PerDay> {
    // What is shared does not depend on the policy.
    let shared = |season| pairs::shared_by(prepared, pod, season, &Policy::default()).daily;
    prepared.seasons().iter().map(shared).reduce(PerDay::min_value)
}

/// Those of all posts.
fn zones(member: MemberRef<'_>) -> String {
    let zones: Vec<String> = member.schedule().posts().iter().map(|post| post.zone().name()).collect();
    inert(&zones.join(" + ")).into_owned()
}
