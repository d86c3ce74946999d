//! Short stays: when somebody is elsewhere for a while, and what everyone shares then.

use tzplan::Minutes;
use tzplan::stays::ShortStay;

use crate::view::View;
use crate::words::dates;
use crate::words::ink::Text;
use crate::words::length::length;
use crate::words::people::stays::place_of_stay;
use crate::words::shown_of;

/// This many stays are shown.
const MOST: usize = 4;

pub(super) fn line(view: &View<'_>, stays: &[ShortStay]) -> Option<Text> {
    let one = |stay: &ShortStay| {
        let who = view.people.members_like(stay.first_member.index(), stay.members);
        let when = view.dates.during(stay.dates.first(), stay.dates.last());
        let shared = match (stay.shared, stay.usually_shared) {
            _ if view.prepared.required_members() < 2 => String::new(),
            (now, usually) if now == usually => {
                format!(": over these dates everyone shares {} in all, as usual", length(now))
            }
            (now, usually) => {
                let now = if now == Minutes::ZERO { "nothing".to_owned() } else { length(now) + " in all" };
                let usually = length(usually);
                format!(": over these dates everyone shares {now}; without short stays it would be {usually}")
            }
        };
        let place = place_of_stay(stay.place.as_deref(), &stay.zone, view.people.names());
        format!("{who} in {place} {when}{shared}")
    };
    let shown = shown_of(stays.len(), MOST);
    let mut told: Vec<String> = stays[..shown].iter().map(one).collect();
    if stays.len() > shown {
        told.push(dates::counted((stays.len() - shown) as u64, "more short stay", "more short stays"));
    }
    (!told.is_empty()).then(|| format!("{}.", told.join("; ")).into())
}
