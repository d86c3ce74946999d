//! People of whom the same is said.

use tzplan::ProfileId;

/// Equal values together, in order of the first who has each.
pub(super) fn alike<V: PartialEq>(
    each: impl IntoIterator<Item = (ProfileId, V)>,
) -> Vec<(Vec<ProfileId>, V)> {
    let mut grouped: Vec<(Vec<ProfileId>, V)> = Vec::new();
    for (profile, value) in each {
        match grouped.iter_mut().find(|(_, known)| *known == value) {
            Some((profiles, _)) => profiles.push(profile),
            None => grouped.push((vec![profile], value)),
        }
    }
    grouped
}
