//! The page of a plan.

mod everyone;
pub(crate) mod evidence;
mod facts;
pub(crate) mod gains;
mod moving;
mod night;
mod price;
pub(crate) mod reach;
pub(crate) mod seasons;
pub(crate) mod shifts;
mod stays;
pub(crate) mod steps;
pub(crate) mod summary;
pub(crate) mod trap;
mod year;

use std::io;

use chrono::NaiveDate;
use tzplan::meeting::{PodMeeting, Slot};
use tzplan::{ProfileId, SeasonPlan};

use super::PlanDocument;
use crate::pairs::text::overview;
use crate::pods::rows;
use crate::text::day::{Block, Day};
use crate::text::{Page, head};
use crate::view::{View, part_drawn};
use crate::words::Everyone;
use crate::words::amounts::Amounts;
use crate::words::ink::{Ink, Text};
use crate::words::people::bars;
use crate::words::pod_meeting::{OnClocks, kept_on};
use crate::words::{clock, dates};
use seasons::Days;
pub(super) use year::print as print_year;

/// The most bars drawn.
const MOST_BARS: usize = 15;
/// Up to this many pods each is told what time its meeting is on the clocks of those in it.
const MOST_PODS_ON_CLOCKS: usize = 6;
/// The most seasons listed.
const MOST_SEASONS: usize = 12;

pub(super) fn print(document: &PlanDocument<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let PlanDocument { prepared, plan, days_off, stays, context, .. } = document;
    let view = View::of(prepared, plan, page.names());
    head::print(page, prepared, *context)?;
    page.blank()?;
    if prepared.team().is_empty() {
        return page.line(&Text::from("Nobody is on the team: there is nothing to plan."));
    }
    head::verdict(page, &summary::heading(&view), plan.policy().target())?;
    for sentence in summary::sentences(&view) {
        page.paragraph(2, &sentence)?;
    }
    if let Some(pods) = &plan.verdict().pods {
        page.blank()?;
        let meetings = document.pod_meetings(rows::MOST_PODS);
        let of_pods = pod_hours(&view).into_iter().zip(pods.pods.iter().zip(&meetings));
        let hours: Vec<String> = of_pods.map(|(hours, pod)| with_meeting(&view, hours, pod)).collect();
        rows::print(page, prepared, pods, &hours, &plan.verdict().bridges)?;
    }
    steps::print(page, &view)?;
    day(page, &view, document.everyone)?;
    if prepared.required_members() > 1 {
        shared(page, &view)?;
    }
    shifts::print(page, &view)?;
    trap::print(page, &view)?;
    evidence::print(page, &view, days_off, stays)?;
    everyone::print(page, &view, document.everyone)
}

/// What each pod shares through the year.
fn pod_amounts(view: &View<'_>) -> Vec<Amounts> {
    let pods = view.plan.verdict().pods.as_ref().map_or(0, |pods| pods.pods.len());
    let of_pod = |place: usize| {
        let seasons = view.plan.seasons().filter_map(|season| Some((season.season, season.pods.get(place)?)));
        Amounts::of(view.prepared.horizon(), seasons)
    };
    (0..pods).map(of_pod).collect()
}

/// The same in words.
fn pod_hours(view: &View<'_>) -> Vec<String> {
    pod_amounts(view)
        .iter()
        .map(|amounts| amounts.words(view.prepared.horizon()).unwrap_or_default())
        .collect()
}

/// `6 h a day all year · 1 h to meet: Mon–Fri 17:00 Berlin (Tom 10:00)`.
fn with_meeting(
    view: &View<'_>,
    hours: String,
    (pod, meeting): (&Vec<ProfileId>, &Option<PodMeeting>),
) -> String {
    let Some(meeting) = meeting else { return hours };
    let best = &meeting.choice;
    let days = best.slots.iter().map(Slot::day).collect();
    let but = match (best.plan.is_clean(), best.plan.required.off) {
        (false, _) => ", outside somebody's hours",
        (true, 0) => "",
        (true, _) => ", days off aside",
    };
    let few = view.plan.verdict().pods.as_ref().is_some_and(|pods| pods.pods.len() <= MOST_PODS_ON_CLOCKS);
    let names = view.people.names();
    let on_clocks = OnClocks::of(view.prepared, meeting);
    let own = few.then(|| on_clocks.own_clocks(names)).flatten();
    let own = own.map_or(String::new(), |own| format!(" ({own})"));
    let kept_on = kept_on(view.prepared, pod, &meeting.anchor, names);
    let at = format!("{} {} {kept_on}", clock::days(days), best.plan.slot.time);
    let night = on_clocks.at_night(names).map_or(String::new(), |who| format!(", at night for {who}"));
    format!("{hours} · 1 h to meet: {at}{own}{but}{night}")
}

/// What everyone shares by season; of a team in pods what each pod does; where that is nothing all year, what
/// they share in pairs.
fn shared(page: &mut Page<'_>, view: &View<'_>) -> io::Result<()> {
    let nothing = view.plan.seasons().all(|season| season.overlap.windows.is_empty());
    if view.plan.verdict().pods.is_some() {
        return match pod_amounts(view).iter().all(Amounts::are_told) {
            true => Ok(()),
            false => seasons::print_pods(page, view, Days::LeftOut),
        };
    }
    let (required, policy) = (view.prepared.required(), view.plan.policy());
    if nothing {
        if (3..=MOST_BARS).contains(&required.len()) {
            overview(view.prepared, required, policy, page)?;
        }
        return Ok(());
    }
    seasons::print(page, view, MOST_SEASONS, Days::LeftOut)
}

/// The bars of the season that decides: the one short of the target for longest, else the longest.
fn day(page: &mut Page<'_>, view: &View<'_>, everyone: Everyone) -> io::Result<()> {
    let Some(season) = view.season_drawn() else { return Ok(()) };
    let drawn = part_drawn(view.prepared, season.season);
    let clock = view.home.most(&drawn);
    let pods = view.plan.verdict().pods.as_ref().map_or(&[][..], |pods| &pods.pods);
    let (shown, left) = bars(view.prepared, pods, MOST_BARS);
    let dates = match view.home.is_summer(clock.first, clock.last) {
        true => format!("in summer ({})", view.dates.range(clock.first, clock.last)),
        false => view.dates.during(clock.first, clock.last),
    };
    page.heading(&format!("The day {dates} in {}; own hours at the right", view.home.time()))?;
    let night = view.plan.policy().night();
    let day = Day { prepared: view.prepared, season: drawn, ahead: clock.ahead, night };
    let blocks = blocks(view, &season, drawn.first(), &shown);
    page.drawing(|page| day.print(page, &blocks))?;
    if left.is_empty() {
        return Ok(());
    }
    let left_out = format!(
        "… and {}, {}{}",
        dates::counted(left.len() as u64, "more schedule", "more schedules"),
        dates::people(view.people.heads_of(left.iter().copied())),
        match everyone {
            Everyone::Grouped => " (--everyone lists them)",
            Everyone::Named => " (listed below)",
        },
    );
    page.line(&Text::new(Ink::Faint, format!("  {left_out}")))
}

/// Everybody with everyone's row below; of a team in pods pod by pod, then who is in none.
fn blocks<'v>(
    view: &View<'v>,
    season: &SeasonPlan<'v>,
    on: NaiveDate,
    shown: &[ProfileId],
) -> Vec<Block<'v>> {
    let people = |of: &dyn Fn(&ProfileId) -> bool| {
        let ids: Vec<ProfileId> = shown.iter().copied().filter(|id| of(id)).collect();
        view.people.rows(&ids, Some(on))
    };
    let several = view.prepared.required_members() > 1;
    let everyone = several.then(|| ("everyone".to_owned(), season.overlap));
    let Some(pods) = &view.plan.verdict().pods else {
        return vec![Block { people: people(&|_| true), together: everyone, moved: None }];
    };
    let mut blocks: Vec<Block<'_>> = Vec::new();
    for (place, pod) in pods.pods.iter().enumerate() {
        let of_pod = people(&|id| pod.contains(id));
        let shares = season.pods.get(place).filter(|_| !of_pod.is_empty());
        let together = shares.map(|overlap| (format!("pod {}", place + 1), overlap));
        blocks.push(Block { people: of_pod, together, moved: None });
    }
    let others = people(&|id| !pods.pods.iter().any(|pod| pod.contains(id)));
    blocks.push(Block { people: others, together: None, moved: None });
    let shares = everyone.filter(|(_, overlap)| !overlap.windows.is_empty());
    blocks.push(Block { people: Vec::new(), together: shares, moved: None });
    blocks
}
