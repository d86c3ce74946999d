//! Who gives in every week of a rotation, and why turns do not spare them.

use tzplan::meeting::{Always, Rotation};

use super::cost::name;
use super::crowds::Crowds;
use super::people::{Names, and};

/// The most of them named.
const MOST: usize = 4;

/// `Olivia gives in each of the first 8 weeks, for no time that may be asked of everybody is within their
/// hours`; nothing where nobody does.
pub(crate) fn sentence(rotation: &Rotation, crowds: &Crowds<'_>, names: Names) -> Option<String> {
    let (spared, forced): (Vec<&Always>, Vec<&Always>) =
        rotation.always.iter().partition(|always| always.spared_in > 0);
    let told = [
        (forced, "for no time that may be asked of everybody is within their hours"),
        (spared, "for a time within their hours would ask more of others"),
    ];
    let told = told.into_iter().filter(|(who, _)| !who.is_empty()).map(|(who, why)| {
        let mut named: Vec<String> =
            who.iter().take(MOST).map(|one| name(crowds, one.schedule, names)).collect();
        if who.len() > MOST {
            named.push("others".to_owned());
        }
        let one = who.len() == 1 && crowds.members(who[0].schedule) == 1;
        let (verb, weeks) = (if one { "gives" } else { "give" }, rotation.weeks.len());
        format!("{} {verb} in each of the first {weeks} weeks, {why}", and(&named))
    });
    let told: Vec<String> = told.collect();
    (!told.is_empty()).then(|| and(&told))
}
