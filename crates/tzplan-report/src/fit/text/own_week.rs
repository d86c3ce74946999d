//! The candidate's own week: whom they have when, on their own clock.

use tzplan::fit::TeamWithCandidates;
use tzplan::target::WeekWindow;
use tzplan::{Attendance, ProfileId, Season};

use super::{View, joined};
use crate::words::clock;
use crate::words::ink::{Ink, Text};
use crate::words::people::and;
use crate::words::periods::{Periods, by_value, in_order};

/// The most lines of people of whom the same is said.
const MOST: usize = 8;

/// `In Lisbon: all of pod 1 09:00–15:00; from 28 Mar to 30 Oct 09:00–14:00`; `None` where nobody
/// is there.
pub(super) fn own_week(view: &View<'_>) -> Option<Text> {
    let joined = joined(std::slice::from_ref(view), Attendance::Required);
    let week = OwnWeek { view, joined: &joined };
    let together = week.together();
    let each = week.each();
    if together.is_none() && each.is_empty() {
        return None;
    }
    let stated =
        if view.fit.shift.is_some() || view.fit.trap.is_some() { ", at the hours stated" } else { "" };
    let mut text = Text::from(format!("On the clock in {}{stated}", view.whereabouts()));
    let mut between = ": ";
    if let Some(together) = together {
        text.plain(between);
        text.push(Ink::Strong, &together);
        between = ". With each: ";
    }
    if !each.is_empty() {
        text.plain(&format!("{between}{}", each.join(" · ")));
    }
    text.plain(".");
    Some(text)
}

struct OwnWeek<'v> {
    view: &'v View<'v>,
    joined: &'v TeamWithCandidates,
}

impl OwnWeek<'_> {
    /// Windows of the UTC week as the candidate's clock shows them in a season.
    fn spoken(&self, season: &Season, windows: &[WeekWindow]) -> String {
        let week = self.joined.prepared().week(self.joined.candidate(0), season);
        and(&clock::windows(windows, week.minutes_ahead()))
    }

    /// The hours of all of a pod, or of everyone, with the candidate, by season.
    fn together(&self) -> Option<String> {
        let prepared = self.joined.prepared();
        let seasons = prepared.seasons().iter();
        let each: Vec<(Season, Option<usize>, String)> = seasons
            .map(|season| {
                let beside = self.joined.beside(0, self.view.fit, season);
                let windows = &beside.overlap.windows;
                let hours = if windows.is_empty() { String::new() } else { self.spoken(season, windows) };
                (*season, beside.pod, hours)
            })
            .collect();
        let pod = each.first()?.1;
        let several = self.view.prepared.required_members() > 1;
        let none = each.iter().all(|(.., hours)| hours.is_empty());
        if !several || none || each.iter().any(|(_, other, _)| *other != pod) {
            return None;
        }
        let whom = pod.map_or("everyone".to_owned(), |pod| format!("all of pod {}", pod + 1));
        let hours = each.into_iter().map(|(season, _, hours)| (season, hours));
        Some(format!("{whom} {}", told(by_value(hours, prepared.horizon()))))
    }

    /// Each teammate with the hours shared; those of whom the same is said together.
    fn each(&self) -> Vec<String> {
        let view = self.view;
        let mut all: Vec<(Vec<ProfileId>, String)> = Vec::new();
        for profile in view.prepared.required().iter().copied() {
            let seasons = view.pair(profile).seasons.iter();
            let hours = seasons.map(|(season, overlap)| match overlap.windows.is_empty() {
                true => (*season, String::new()),
                false => (*season, self.spoken(season, &overlap.windows)),
            });
            let hours = told(by_value(hours, view.prepared.horizon()));
            match all.iter_mut().find(|(_, known)| *known == hours) {
                _ if hours.is_empty() => {}
                Some((profiles, _)) => profiles.push(profile),
                None => all.push((vec![profile], hours)),
            }
        }
        if all.len() > MOST {
            return Vec::new();
        }
        // A day from its beginning: times of equal form sort as they are.
        all.sort_by(|(_, a), (_, b)| a.cmp(b));
        all.into_iter()
            .map(|(profiles, hours)| format!("{} {hours}", view.people.list(&profiles, profiles.len())))
            .collect()
    }
}

/// Hours in the order of the year; empty ones are left out, and the others dated then.
fn told(mut hours: Vec<(String, Periods<'_>)>) -> String {
    let all = hours.len();
    hours.retain(|(hours, _)| !hours.is_empty());
    in_order(&hours, hours.len() == all)
}
