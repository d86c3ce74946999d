//! Who is who: everybody by name, in a team that the other parts call by their places.

use tzplan::ProfileId;

use super::{Item, Section, View};
use crate::words::clock;
use crate::words::people::{MOST_BY_NAME, Names, everybody};

/// In a document only; on a terminal it would push the agreement off the screen.
pub(super) fn section(view: &View<'_>) -> Option<Section> {
    let prepared = view.agreement.prepared();
    if view.roll.names() == Names::Cut || prepared.team().len() <= MOST_BY_NAME {
        return None;
    }
    let item = |profile: ProfileId| {
        let hours = clock::of_posts(prepared.posts_of(profile), prepared.hours_of(profile));
        let label = format!("{} {}", view.roll.places_of(&[profile]), clock::joined(&hours));
        Item { label, text: view.roll.everybody(view.roll.members(profile)).into() }
    };
    let items = everybody(prepared).into_iter().map(item).collect();
    let intro = "Everybody by name, with those of equal hours.".to_owned();
    Some(Section { heading: "Who is who".to_owned(), intro, items })
}
