//! Short stays: when the times of an agreement are not those of somebody's clock.

use tzplan::stays::{ShortStay, short_stays};

use super::{Item, Section, View};
use crate::words::people::stays::place_of_stay;

/// The most of them.
const MOST: usize = 12;

pub(super) fn section(view: &View<'_>) -> Option<Section> {
    let stays = short_stays(view.agreement.prepared());
    let item = |stay: &ShortStay| {
        let when = view.dates.during(stay.dates.first(), stay.dates.last());
        let place = place_of_stay(stay.place.as_deref(), &stay.zone, view.roll.names());
        Item { label: whose(view, stay), text: format!("in {place} {when}").into() }
    };
    let mut items: Vec<Item> = stays.iter().take(MOST).map(item).collect();
    if stays.len() > MOST {
        let left = crate::words::dates::counted((stays.len() - MOST) as u64, "more stay", "more stays");
        items.push(Item { label: String::new(), text: format!("… and {left}").into() });
    }
    let intro =
        "On these dates their own clock is another than above; what is agreed is that of the other dates.";
    (!items.is_empty()).then(|| Section { heading: "Short stays".to_owned(), intro: intro.to_owned(), items })
}

fn whose(view: &View<'_>, stay: &ShortStay) -> String {
    let team = view.agreement.prepared().team();
    let Some(first) = team.member(stay.first_member) else { return String::new() };
    let alike = team.members().filter(|member| {
        member.schedule_id() == first.schedule_id()
            && member.counts_as_required() == first.counts_as_required()
    });
    view.roll.list(&alike.take(stay.members).collect::<Vec<_>>())
}
