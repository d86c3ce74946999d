//! Who gives in every week of a rotation, and why turns do not spare them.

use tzplan::ScheduleId;
use tzplan::meeting::{Always, Rotation};

use super::cost::names_of;
use super::crowds::Crowds;
use super::people::Names;

/// The most of them named.
const MOST: usize = 4;

/// `Olivia gives in all 8 weeks, for no time that may be asked of everybody is within their hours`; nothing
/// where nobody does.
pub(crate) fn sentence(rotation: &Rotation, crowds: &Crowds<'_>, names: Names) -> Option<String> {
    let (spared, forced): (Vec<&Always>, Vec<&Always>) =
        rotation.always.iter().partition(|always| always.spared_in > 0);
    let told = [
        (forced, "for no time that may be asked of everybody is within their hours"),
        (spared, "for a time within their hours would ask more of others"),
    ];
    let told = told.into_iter().filter(|(who, _)| !who.is_empty()).map(|(who, why)| {
        let all: Vec<ScheduleId> = who.iter().map(|one| one.schedule).collect();
        let named = match all.len() > MOST {
            true => {
                let first = all[..MOST].iter().map(|one| names_of(crowds, &[*one], names));
                format!("{} and others", first.collect::<Vec<_>>().join(", "))
            }
            false => names_of(crowds, &all, names),
        };
        let one = all.len() == 1 && crowds.members(all[0]) == 1;
        let verb = if one { "gives" } else { "give" };
        format!("{named} {verb} in all {} weeks, {why}", rotation.weeks.len())
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| told.join("; "))
}
