//! Long stays and moves for good: who is where, from when on.

use chrono::NaiveDate;
use tzplan::stays::{LongStay, long_stays, long_stays_of, stay_on};
use tzplan::team::{Post, Stay};
use tzplan::{DateRange, Horizon, MemberRef, PerDay, PreparedTeam, ProfileId, Zone};

use super::{Names, People, first_part, place_of};
use crate::view::View;
use crate::words::dates::{self, Dates};
use crate::words::ink::Text;
use crate::words::{city, shown_of};

/// This many stays are shown.
pub(crate) const MOST: usize = 6;
/// Columns of a place.
const PLACE: usize = 80;

/// `Cy moves from Madrid to Mexico City for good on 1 Jun; seasons are cut there.`
pub(crate) fn line(prepared: &PreparedTeam, names: Names) -> Option<Text> {
    let (people, stays) = (People::of(prepared, names), long_stays(prepared));
    let planned = prepared.horizon().dates();
    let one = |stay: &LongStay| {
        let who = people.members_like(stay.first_member.index(), stay.members);
        // A move may be from where an earlier stay was.
        let moves = stay.for_good && planned.first() < stay.dates.first();
        let before = stay.dates.first().pred_opt().filter(|_| moves);
        let home = prepared.team().member(stay.first_member).map_or_else(String::new, |member| {
            before.map_or_else(|| place_of(member), |date| place_on(prepared, member, date))
        });
        let home = names.fit(&home, PLACE);
        let there = place_of_stay(stay.place.as_deref(), &stay.zone, names);
        let cut = if stay.cuts_season { "; seasons are cut there" } else { "" };
        let (go, is) = if stay.members == 1 { ("moves", "is") } else { ("move", "are") };
        match moves {
            true => {
                let on = spoken(prepared.horizon(), stay.dates.first());
                format!("{who} {go} from {home} to {there} for good on {on}{cut}")
            }
            false => {
                format!("{who} {is} in {there}, not {home}, {}{cut}", when(prepared.horizon(), stay.dates))
            }
        }
    };
    let shown = shown_of(stays.len(), MOST);
    let mut told: Vec<String> = stays[..shown].iter().map(one).collect();
    if stays.len() > shown {
        told.push(dates::counted((stays.len() - shown) as u64, "more long stay", "more long stays"));
    }
    (!told.is_empty()).then(|| format!("{}.", told.join(". ")).into())
}

/// The long stays that make a season of everyone, or of a pod, another than its neighbours: it begins or ends
/// where they do, and more or less is shared on the other side.
pub(crate) fn that_part(view: &View<'_>, season: DateRange, pod: Option<usize>) -> Vec<LongStay> {
    let shared: Vec<(NaiveDate, PerDay)> = view
        .plan
        .seasons()
        .map(|one| {
            let overlap = pod.and_then(|pod| one.pods.get(pod)).unwrap_or(one.overlap);
            (one.season.first(), overlap.daily)
        })
        .collect();
    let parts = |edge: NaiveDate| {
        let place = shared.iter().position(|(first, _)| *first == edge);
        place.is_some_and(|place| place > 0 && shared[place - 1].1 != shared[place].1)
    };
    let edges: Vec<NaiveDate> =
        [season.first(), season.after()].into_iter().filter(|edge| parts(*edge)).collect();
    let at_edge =
        |stay: &LongStay| edges.contains(&stay.dates.first()) || edges.contains(&stay.dates.after());
    long_stays(view.prepared).into_iter().filter(|stay| stay.cuts_season && at_edge(stay)).collect()
}

/// Where somebody lives on a date, short stays aside.
pub(crate) fn place_on(prepared: &PreparedTeam, member: MemberRef<'_>, date: NaiveDate) -> String {
    match stay_on(prepared, member, date).filter(|stay| stay.zone != *member.schedule().zone()) {
        None => place_of(member),
        Some(stay) => typed(stay.place.as_deref(), &stay.zone),
    }
}

/// Where a stay is, in a sentence.
pub(crate) fn place_of_stay(place: Option<&str>, zone: &Zone, names: Names) -> String {
    names.fit(&typed(place, zone), PLACE)
}

/// As it was typed, or else the city of the zone.
fn typed(place: Option<&str>, zone: &Zone) -> String {
    place.map_or_else(|| city::of_zone(&zone.name()), first_part)
}

/// `Madrid (Mexico City from 1 Jun on)`: a place with where the member is on some of the dates planned.
pub(crate) fn with_stays(
    prepared: &PreparedTeam,
    stays: &[LongStay],
    member: MemberRef<'_>,
    place: String,
) -> String {
    let own = stays.iter().filter(|stay| stay.schedule == member.schedule_id());
    let told = own.map(|stay| there(prepared.horizon(), stay.place.as_deref(), &stay.zone, stay.dates));
    let told: Vec<String> = told.collect();
    if told.is_empty() { place } else { format!("{place} ({})", told.join(", ")) }
}

/// The place of a profile's first member, with where they are on some of the dates planned.
pub(crate) fn place_through(people: &People<'_>, id: ProfileId) -> String {
    let prepared = people.prepared;
    let (place, first) = (people.place(id, None), prepared.profile(id).first_member());
    match prepared.team().member(first) {
        Some(member) => with_stays(prepared, &long_stays(prepared), member, place),
        None => place,
    }
}

/// ` (Mexico City from 1 Jun on)`: where somebody with this post is on some of the dates planned; to stand
/// behind the place.
pub(crate) fn away(post: &Post, horizon: &Horizon) -> String {
    let told = long_stays_of(post, horizon.dates()).into_iter();
    let told: Vec<String> =
        told.map(|stay| there(horizon, stay.place.as_deref(), &stay.zone, stay.dates)).collect();
    if told.is_empty() { String::new() } else { format!(" ({})", told.join(", ")) }
}

fn there(horizon: &Horizon, place: Option<&str>, zone: &Zone, dates: DateRange) -> String {
    format!("{} {}", place_of_stay(place, zone, Names::Cut), when(horizon, dates))
}

/// `from 1 Jun on`, `from 1 Jun to 3 Mar 2028`, `on all these dates`.
fn when(horizon: &Horizon, dates: DateRange) -> String {
    let planned = horizon.dates();
    let day = |date: NaiveDate| spoken(horizon, date);
    let (first, last) = (dates.first(), dates.last());
    match last >= Stay::FOR_GOOD {
        true if first <= planned.first() => "on all these dates".to_owned(),
        true => format!("from {} on", day(first)),
        false if first <= planned.first() && planned.last() <= last => "on all these dates".to_owned(),
        false => format!("from {} to {}", day(first), day(last)),
    }
}

/// A date outside the dates planned has its year.
fn spoken(horizon: &Horizon, date: NaiveDate) -> String {
    match horizon.dates().contains(date) {
        true => Dates::of(horizon).day(date),
        false => dates::full(date),
    }
}
