//! Where to hire: the page about regions.

mod band;
mod columns;

use std::io;

use tzplan::fit::{Candidate, FitResult, Opening, SortBy};
use tzplan::regions::Region;
use tzplan::{Minutes, Schedule, WeeklyHours, Zone};

use super::{Regions, RegionsDocument, Shown};
use crate::fit::FitDocument;
use crate::fit::text::best::{self, MOST};
use crate::text::{Page, head};
use crate::words::ink::{Ink, Text};
use crate::words::length::length;
use crate::words::people::{Names, People, first_part};
use crate::words::places::{Inhabitants, Places};
use crate::words::pods;
use crate::words::ranks::{fit, peers, titles};
use crate::words::{city, clock};
use band::{Band, is_large, print_band};
use columns::View;
pub(crate) use columns::{is_moved, shift};

pub(super) fn print(document: &RegionsDocument<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let RegionsDocument {
        opening,
        regions: Regions { hours, hours_on, regions, sort, shown, .. },
        context,
        ref hubs,
        ..
    } = *document;
    head::print(page, opening.prepared(), context)?;
    page.blank()?;
    let [fitting, shifted] = titles(opening.team_before().model);
    let bands = [
        (FitResult::Fits, fitting, "Nowhere as the days are."),
        (FitResult::FitsWithShift, shifted, "Nowhere else."),
        (FitResult::FitsAsync, "Async only", "Nowhere."),
    ];
    let bands = bands.map(|(result, title, nowhere)| {
        let regions = document.named().filter(|(region, _)| region.fit.result == result).collect();
        Band { title, nowhere, result, regions }
    });
    head::verdict(page, &heading(&bands), opening.policy().target())?;
    if hubs.is_empty()
        && let Some(best) = best_of(document, page.names())
    {
        page.paragraph(2, &best)?;
    }
    page.paragraph(2, &judged(hours, hours_on, sort, regions.iter()).into())?;
    if opening.prepared().required_members() == 0 {
        page.paragraph(2, &"Nobody is on the team: there is nobody to share hours with.".into())?;
    }
    if regions.is_empty() || hours.is_empty() {
        return Ok(());
    }
    if hubs.is_empty() && opening.prepared().required_members() > 0 {
        first(document, page)?;
    }
    let pods = !opening.pods().is_empty();
    let view = View { opening, hubs, shown, people: People::of(opening.prepared(), page.names()), pods };
    let mut shared = false;
    for band in &bands {
        shared |= print_band(page, &view, band)?;
    }
    if opening.prepared().required_members() == 0 {
        return Ok(());
    }
    page.blank()?;
    let mut legend = match hubs.is_empty() {
        true => legend(opening, page.names(), shared),
        false => "hub: the one of them that suits best. shared: a day with it at the least of the year, \
                  without a shift."
            .to_owned(),
    };
    if pods {
        legend.push_str(&pods::legend_of_columns(opening, &view.people));
    }
    page.paragraph(0, &Text::new(Ink::Faint, legend))
}

/// The regions that come first among those shown.
fn shown_first<'d>(document: &'d RegionsDocument<'_>) -> impl Iterator<Item = (&'d Region, &'d Inhabitants)> {
    let all = document.regions.shown == Shown::All;
    document.named().filter(move |(_, people)| all || is_large(people))
}

/// `London (United Kingdom) comes first: fits, works with 5 of 9.`
fn best_of(document: &RegionsDocument<'_>, names: Names) -> Option<Text> {
    let required = document.opening.prepared().required_members();
    let (region, people) = shown_first(document).next().filter(|_| required > 0)?;
    let country = people.country.as_ref().map(|(_, name)| &**name);
    let place = Places::of(&region.zones, &people.places, names).in_country(country, names).first();
    let mut text = Text::new(Ink::Strong, place);
    text.plain(" comes first: ");
    text.append(&fit(&region.rank));
    text.plain(&format!(", {}.", peers(region.rank.peers, required)));
    Some(text)
}

/// What hiring in the first regions reaches, and the days of people there.
fn first(document: &RegionsDocument<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let RegionsDocument { opening, regions: Regions { hours, hours_on, .. }, context, .. } = *document;
    let names = page.names();
    let first: Vec<(&Region, &Inhabitants)> = shown_first(document).take(MOST).collect();
    let place =
        |(region, people): &(&Region, &Inhabitants)| Places::of(&region.zones, &people.places, names).first();
    let places: Vec<String> = first.iter().map(place).collect();
    let schedule = |(region, people): &(&Region, &Inhabitants)| {
        let schedule = Schedule::new(zone_of(region, people).clone(), hours.clone());
        match hours_on {
            Some(clock) => schedule.with_hours_on(clock),
            None => schedule,
        }
    };
    let judged: Vec<Candidate<'_>> = first.iter().map(|one| opening.candidate(&schedule(one))).collect();
    let documents = judged.iter().zip(&places);
    let documents =
        documents.map(|(candidate, place)| FitDocument::new("", candidate, context).with_place(Some(place)));
    best::print(page, &documents.collect::<Vec<_>>(), None, None)
}

/// The zone of the best-known place, else the one that such a place names, else the first.
fn zone_of<'r>(region: &'r Region, people: &Inhabitants) -> &'r Zone {
    let named = |place: &String| {
        let name = first_part(place);
        region.zones.iter().find(|zone| city::of_zone(&zone.name()) == name)
    };
    let of_the_first = people.zone.as_ref().and_then(|zone| region.zones.iter().find(|own| *own == zone));
    of_the_first.or_else(|| people.places.iter().find_map(named)).unwrap_or(&region.zones[0])
}

/// What the columns of figures mean; what is shared is one of them or not.
pub(crate) fn legend(opening: &Opening, names: Names, shared: bool) -> String {
    let (prepared, target) = (opening.prepared(), length(opening.policy().target()));
    if let (1, [only]) = (prepared.required_members(), prepared.required()) {
        let name = People::of(prepared, names).first(*only);
        return format!("shared: a day with {name} at the least of the year, without a shift.");
    }
    let peers = format!("works with: required teammates with whom {target} a day is shared as a pair");
    match shared {
        true => format!(
            "shared: a day with a required teammate at the least of the year, on average over them. {peers}. \
             Both without a shift."
        ),
        false => format!("{peers}, without a shift."),
    }
}

/// `12 REGIONS FIT, 4 WITH A SHIFT, 80 ASYNC ONLY`.
fn heading(bands: &[Band<'_>; 3]) -> Text {
    let fits = if bands[0].regions.len() == 1 { "REGION FITS" } else { "REGIONS FIT" };
    let words = [(Ink::Good, fits), (Ink::Warn, "WITH A SHIFT"), (Ink::Bad, "ASYNC ONLY")];
    let mut text = Text::default();
    for (band, (ink, words)) in bands.iter().zip(words) {
        let comma = if text.is_empty() { "" } else { ", " };
        text.push(Ink::Strong, &format!("{comma}{} ", band.regions.len()));
        text.push(ink, words);
    }
    text
}

/// For whom and how places were judged.
pub(crate) fn judged<'r>(
    hours: &WeeklyHours,
    hours_on: Option<&Zone>,
    sort: SortBy,
    regions: impl Iterator<Item = &'r Region>,
) -> String {
    if hours.is_empty() {
        return "Nobody without working hours shares any: there is nothing to judge.".to_owned();
    }
    // The same hours of the clock are the same nights everywhere.
    let Some(night) = regions.map(|region| region.rank.night_minutes_per_week).max() else {
        return "There is no zone to judge.".to_owned();
    };
    let at_night = match night {
        Minutes::ZERO => String::new(),
        night if hours_on.is_some() => {
            format!(" (in some places up to {} a week of it at night)", length(night))
        }
        night => format!(" ({} a week of it at night)", length(night)),
    };
    let clock = hours_on.map_or_else(|| "their own clock".to_owned(), |zone| format!("the clock of {zone}"));
    let first = match sort {
        SortBy::Fit => "the best come first",
        SortBy::Bridges => "those that bridge most pods come first",
    };
    format!(
        "For somebody working {}{at_night} on {clock}. Places whose clocks agree through these dates are one \
         region; {first}.",
        clock::spoken(hours)
    )
}
