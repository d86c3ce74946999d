//! What the others share when somebody is left out: every figure that the page can show, computed before.
//!
//! Of up to eight profiles every choice is computed; of more, everyone and everyone but one.

use std::collections::BTreeMap;

use serde::Serialize;
use tzplan::{PerDay, ProfileId, SeasonPlan, target};

use crate::chart::day::Days;
use crate::chart::day_bands::Everyone;
use crate::plan::view::View;
use crate::words::people::and;

/// Up to so many required profiles every choice of them is computed.
const EVERY_CHOICE: usize = 8;
/// The most names in a sentence.
const MOST_NAMES: usize = 3;
/// The choice of everyone, where not every choice is computed.
const ALL: &str = "all";

/// Which members can be switched off together.
#[derive(Clone, Copy, PartialEq, Eq, Debug, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum Switches {
    /// Any.
    Any,
    /// One at a time.
    One,
    /// None: nobody shares anything with anybody.
    None,
}

/// The choices with what they share.
#[derive(Clone, Debug, Serialize)]
pub(super) struct Groups {
    pub(super) switches: Switches,
    /// By band: whether it can be switched.
    pub(super) required: Vec<bool>,
    outcomes: Vec<Outcome>,
    /// By the bits of the bands that are on, or `all` and `-2` for all but the third band.
    choices: BTreeMap<String, Choice>,
}

/// What a choice shares in some season.
#[derive(Clone, PartialEq, Eq, Debug, Serialize)]
struct Outcome {
    /// `4:00 a day, 13:00–17:00 in Berlin time: target met.`
    words: String,
    /// For the chart: the hours in UTC, the hours a day.
    times: String,
    daily: String,
    /// Starts and ends in minutes of the UTC day, and whether on most workdays.
    bars: Vec<(u16, u16, bool)>,
}

#[derive(Clone, Debug, Serialize)]
struct Choice {
    /// `Without Ana, the others share`.
    who: String,
    /// `The least of the year is 3:00 a day.`
    least: String,
    /// By drawn day, places among the outcomes.
    days: Vec<usize>,
}

impl Groups {
    pub(super) fn of(view: &View<'_>, days: &Days) -> Self {
        let required = view.prepared.required();
        let switches = match required.len() {
            _ if view.prepared.required_members() < 2 => Switches::None,
            few if few <= EVERY_CHOICE => Switches::Any,
            _ => Switches::One,
        };
        let on = |id: &ProfileId| !view.people.is_optional(*id);
        let mut groups = Self {
            switches,
            required: days.profiles.iter().map(on).collect(),
            outcomes: Vec::new(),
            choices: BTreeMap::new(),
        };
        let seasons = distinct(view);
        match switches {
            Switches::None => {}
            Switches::Any => {
                // Required profiles have the first bands, in roster order.
                for bits in 1..1_usize << required.len() {
                    let (on, off): (Vec<usize>, Vec<usize>) =
                        (0..required.len()).partition(|place| bits >> place & 1 == 1);
                    let group: Vec<ProfileId> = on.iter().map(|place| required[*place]).collect();
                    groups.add(bits.to_string(), view, days, &seasons, &group, &off);
                }
            }
            Switches::One => {
                groups.add(ALL.to_owned(), view, days, &seasons, required, &[]);
                for (band, id) in days.profiles.iter().enumerate().filter(|(_, id)| on(id)) {
                    let group: Vec<ProfileId> =
                        required.iter().copied().filter(|other| other != id).collect();
                    groups.add(format!("-{band}"), view, days, &seasons, &group, &[band]);
                }
            }
        }
        groups
    }

    fn add(
        &mut self,
        key: String,
        view: &View<'_>,
        days: &Days,
        seasons: &[SeasonPlan<'_>],
        group: &[ProfileId],
        off: &[usize],
    ) {
        let policy = view.plan.policy();
        let daily =
            |season: &SeasonPlan<'_>| target::shared_by(view.prepared, group, &season.season, policy).daily;
        let least = seasons.iter().map(daily).reduce(PerDay::min_value);
        let alone = view.people.heads_of(group.iter().copied()) < 2;
        let drawn = days.days.iter().filter_map(|day| Some((day, view.plan.seasons().nth(day.season)?)));
        let places = drawn.map(|(day, season)| {
            let overlap = target::shared_by(view.prepared, group, &season.season, policy);
            let everyone = Everyone::of(&overlap, day.home.1);
            self.place(outcome(&everyone, &view.home.time(), alone))
        });
        let places = places.collect();
        let least = least.filter(|_| !alone);
        let choice = Choice {
            who: who(days, group.len(), off, alone),
            least: least.map_or(String::new(), |least| format!("The least of the year is {least} a day.")),
            days: places,
        };
        self.choices.insert(key, choice);
    }

    fn place(&mut self, outcome: Outcome) -> usize {
        let known = self.outcomes.iter().position(|known| *known == outcome);
        known.unwrap_or_else(|| {
            self.outcomes.push(outcome);
            self.outcomes.len() - 1
        })
    }

    /// How members can be switched, in a sentence.
    pub(super) fn switches(&self) -> &'static str {
        match self.switches {
            Switches::Any => "Switch people off to see what the others share.",
            Switches::One => {
                "Switch one off to see what the others share; a team this size is computed one at a time."
            }
            Switches::None => "",
        }
    }
}

fn outcome(everyone: &Everyone, home: &str, alone: bool) -> Outcome {
    let words = match everyone.at_home.as_str() {
        _ if alone => "is one person alone.".to_owned(),
        "never" => format!("nothing: {}.", everyone.note),
        times => format!("{} a day, {times} in {home}: {}.", everyone.daily, everyone.note),
    };
    let often = |segment: &crate::chart::band::Segment| segment.often == crate::chart::band::Often::Usually;
    Outcome {
        words,
        times: everyone.in_utc.clone(),
        daily: format!("{} a day", everyone.daily),
        bars: everyone.segments.iter().map(|s| (s.start, s.end, often(s))).collect(),
    }
}

fn who(days: &Days, on: usize, off: &[usize], alone: bool) -> String {
    let name =
        |place: &usize| days.days.first().and_then(|day| day.bands.get(*place)).map(|band| band.name.clone());
    let names: Vec<String> = off.iter().filter_map(name).collect();
    match (off.len(), alone) {
        (_, true) => "Who is left".to_owned(),
        (0, _) => "Everyone shares".to_owned(),
        (few, _) if few <= MOST_NAMES => format!("Without {}, the others share", and(&names)),
        _ => format!("The {on} that are on share"),
    }
}

/// Of seasons in which every required week is the same, the first.
fn distinct<'v>(view: &View<'v>) -> Vec<SeasonPlan<'v>> {
    let mut distinct: Vec<SeasonPlan<'v>> = Vec::new();
    for season in view.plan.seasons() {
        let same = |other: &SeasonPlan<'_>| {
            view.prepared
                .required()
                .iter()
                .all(|id| view.prepared.week(*id, &other.season) == view.prepared.week(*id, &season.season))
        };
        if !distinct.iter().any(same) {
            distinct.push(season);
        }
    }
    distinct
}
