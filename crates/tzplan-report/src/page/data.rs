//! What the script looks up, as JSON inside the page.

use std::io;

use serde::Serialize;

use super::groups::Groups;
use crate::chart::day::{Days, heads_by_quarter};
use crate::chart::day_bands::QUARTERS;
use crate::plan::view::View;
use crate::words::clock;

/// Everything the script can show.
#[derive(Serialize)]
struct Data<'a> {
    /// By clock, what it shows at each quarter of an hour of the UTC day: `23:15`, `01:15 +1`.
    clocks: Vec<Vec<String>>,
    /// The place of UTC among them.
    utc: usize,
    /// By mark, for each quarter of an hour `w`, `s` or `.`.
    marks: Vec<String>,
    days: Vec<DayData>,
    /// Everybody on the team.
    people: usize,
    groups: &'a Groups,
}

/// What is looked up for a day.
#[derive(Serialize)]
struct DayData {
    /// The home clock and its place among the clocks.
    home: (String, usize),
    /// By band, places among the clocks and among the marks.
    clocks: Vec<usize>,
    marks: Vec<usize>,
    /// How many people are at work at each quarter of an hour.
    heads: Vec<u32>,
}

/// The JSON, safe inside a `script` element.
pub(super) fn json(view: &View<'_>, days: &Days, groups: &Groups) -> io::Result<String> {
    let mut clocks: Vec<(i32, Vec<String>)> = Vec::new();
    let mut marks: Vec<String> = Vec::new();
    let utc = place_of(&mut clocks, 0);
    let days: Vec<DayData> = days
        .days
        .iter()
        .map(|day| DayData {
            home: (day.home.0.clone(), place_of(&mut clocks, day.home.1)),
            clocks: day.bands.iter().map(|band| place_of(&mut clocks, band.ahead)).collect(),
            marks: day.bands.iter().map(|band| kept(&mut marks, band.quarters())).collect(),
            heads: heads_by_quarter(view.prepared, view, day),
        })
        .collect();
    let people = view.prepared.team().len();
    let clocks = clocks.into_iter().map(|(_, labels)| labels).collect();
    let data = Data { clocks, utc, marks, days, people, groups };
    Ok(inert(&serde_json::to_string(&data)?))
}

/// The place of a clock so many minutes ahead of UTC.
fn place_of(clocks: &mut Vec<(i32, Vec<String>)>, ahead: i32) -> usize {
    if let Some(place) = clocks.iter().position(|(known, _)| *known == ahead) {
        return place;
    }
    let label = |quarter: usize| {
        let local = quarter as i32 * 15 + ahead;
        match local.div_euclid(1440) {
            0 => clock::time(local),
            days if days > 0 => format!("{} +{days}", clock::time(local)),
            days => format!("{} −{}", clock::time(local), -days),
        }
    };
    clocks.push((ahead, (0..QUARTERS).map(label).collect()));
    clocks.len() - 1
}

fn kept(known: &mut Vec<String>, text: String) -> usize {
    let place = known.iter().position(|other| *other == text);
    place.unwrap_or_else(|| {
        known.push(text);
        known.len() - 1
    })
}

/// JSON in which nothing can end a `script` element, start a comment or a line: such characters stand only
/// inside strings, where they can be written by their numbers.
fn inert(json: &str) -> String {
    let mut inert = String::with_capacity(json.len());
    for character in json.chars() {
        match character {
            '<' | '>' | '&' | '\u{2028}' | '\u{2029}' => {
                inert.push_str(&format!("\\u{:04x}", u32::from(character)));
            }
            other => inert.push(other),
        }
    }
    inert
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_in_json_ends_a_script() {
        let nasty = "</script><!-- & \u{2028}\u{2029} ]]> \"";
        let written = inert(&serde_json::to_string(nasty).expect("a string"));
        assert!(!written.contains(['<', '>', '&', '\u{2028}', '\u{2029}']), "{written}");
        assert_eq!(serde_json::from_str::<String>(&written).expect("the same string"), nasty);
    }

    #[test]
    fn clocks_say_which_day_it_is() {
        let mut clocks = Vec::new();
        for ahead in [330, -600, 840] {
            place_of(&mut clocks, ahead);
        }
        let shown: Vec<_> =
            clocks.iter().map(|(_, labels)| (labels[0].as_str(), labels[95].as_str())).collect();
        assert_eq!(shown, [("05:30", "05:15 +1"), ("14:00 −1", "13:45"), ("14:00", "13:45 +1")]);
    }
}
