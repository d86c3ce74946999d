//! What the script looks up, as JSON inside the page.

use std::collections::{BTreeMap, HashMap};
use std::io;

use serde::Serialize;
use tzplan::Season;
use tzplan::reply::Replies;

use super::meetings::MeetingSection;
use super::tried::Tried;
use crate::chart::day::Days;
use crate::chart::rows::{Group, GroupKind, Row, Rows, name_of, place_of};
use crate::html::day::name;
use crate::html::told::{self, Told};
use crate::view::View;
use crate::words::{dates, replies};

/// Everything the script can show.
#[derive(Serialize)]
struct Data<'a> {
    /// `Berlin time`.
    home: String,
    /// The night of the policy, minutes of the day.
    night: (u16, u16),
    weeks: Vec<WeekData>,
    days: Vec<DayData<'a>>,
    groups: Vec<GroupData>,
    /// By row, places among the people.
    rows: Vec<Vec<usize>>,
    people: Vec<PersonData>,
    /// What a question costs people.
    blocked: Vec<String>,
    changes: Vec<ChangeData>,
    /// By choice of a meeting, by schedule, the time there and what it costs.
    meetings: Vec<BTreeMap<usize, String>>,
    /// What can be tried, in the order of the page.
    tries: Vec<TryData>,
}

/// An ordinary week.
#[derive(Serialize, PartialEq, Eq, Hash, Clone)]
struct WeekData {
    /// Starts and ends in minutes of the UTC week, in order.
    work: Vec<(u16, u16)>,
    /// Workdays.
    days: u32,
    /// Minutes ahead of UTC.
    ahead: i32,
}

/// A day that can be drawn.
#[derive(Serialize)]
struct DayData<'a> {
    dates: &'a str,
    /// `Berlin summer time`.
    clock: String,
    /// What these dates are to the verdict.
    why: String,
    first: String,
    /// Minutes the home clock is ahead of UTC.
    home: i32,
    /// By profile, places among the weeks.
    weeks: Vec<usize>,
}

#[derive(Serialize)]
struct GroupData {
    name: String,
    /// `pod`, `apart`, `everyone` or `optional`.
    kind: &'static str,
    /// Places among the people.
    people: Vec<usize>,
}

/// A change of the team.
#[derive(Serialize)]
struct TryData {
    /// The verdict then.
    verdict: String,
    groups: Vec<GroupData>,
    moved: Vec<MovedData>,
    /// Places among the people of who does not count then.
    off: Vec<usize>,
}

/// Whose day moves: their place among the people, by how many minutes, the hours and the night work then.
#[derive(Serialize)]
struct MovedData(usize, i32, String, String);

/// Somebody: name, place, profile, schedule, whether they count, and what a question costs them.
#[derive(Serialize)]
struct PersonData(String, String, usize, usize, u8, Option<usize>);

/// A date from which other clocks hold.
#[derive(Serialize)]
struct ChangeData {
    date: String,
    /// Places among the days.
    from: usize,
    to: usize,
}

/// The JSON, safe inside a `script` element.
pub(super) fn json(
    view: &View<'_>,
    days: &Days,
    waits: &Replies,
    meetings: Option<&MeetingSection>,
) -> io::Result<String> {
    let mut weeks = Vec::new();
    let mut known = HashMap::new();
    let mut week_of = |profile, piece: &Season| {
        let week = view.prepared.week(profile, piece);
        let work = week.pattern().iter().map(|work| (work.start().get(), work.end().get())).collect();
        let week = WeekData { work, days: week.workdays(), ahead: week.minutes_ahead() };
        *known.entry(week).or_insert_with_key(|week| {
            weeks.push(week.clone());
            weeks.len() - 1
        })
    };
    let drawn = days.days.iter().zip(told::each(view, days)).map(|(day, Told { clock, why })| DayData {
        dates: &day.dates,
        clock,
        why,
        first: day.first.to_string(),
        home: day.ahead,
        weeks: days.profiles.iter().map(|profile| week_of(*profile, &day.piece)).collect(),
    });
    let drawn: Vec<DayData<'_>> = drawn.collect();
    let (people, blocked) = people(view, days, waits);
    let changes = days.stretches.windows(2).filter(|pair| pair[0].1 != pair[1].1);
    let changes =
        changes.map(|pair| ChangeData { date: dates::full(pair[1].0), from: pair[0].1, to: pair[1].1 });
    let choices = meetings.iter().flat_map(|section| &section.parts).flat_map(|part| &part.choices);
    let by_schedule = |told: &[(tzplan::ScheduleId, String)]| {
        told.iter().map(|(schedule, words)| (schedule.index(), words.clone())).collect()
    };
    let night = view.plan.policy().night();
    let data = Data {
        home: view.home.time(),
        night: (night.start().minutes(), night.end().minutes()),
        days: drawn,
        groups: groups(&days.rows),
        rows: days.rows.all().map(members).collect(),
        people,
        blocked,
        changes: changes.collect(),
        meetings: choices.map(|choice| by_schedule(&choice.by_schedule)).collect(),
        tries: Tried::all(view, &days.rows).into_iter().map(tried).collect(),
        weeks,
    };
    Ok(inert(&serde_json::to_string(&data)?))
}

fn members(row: &Row) -> Vec<usize> {
    row.members.iter().map(|id| id.index()).collect()
}

fn groups(rows: &Rows) -> Vec<GroupData> {
    let group = |group: &Group| GroupData {
        name: name(group.kind),
        kind: match group.kind {
            GroupKind::Everyone => "everyone",
            GroupKind::Pod(_) => "pod",
            GroupKind::Apart => "apart",
            GroupKind::Optional => "optional",
        },
        people: group.rows.iter().flat_map(members).collect(),
    };
    rows.groups.iter().map(group).collect()
}

fn tried(tried: Tried) -> TryData {
    let moved = tried.moved.into_iter();
    TryData {
        verdict: tried.verdict,
        groups: groups(&tried.rows),
        moved: moved.map(|one| MovedData(one.member.index(), one.by, one.hours, one.night)).collect(),
        off: tried.off.iter().map(|member| member.index()).collect(),
    }
}

/// Everybody in roster order, and the sentences on what questions cost them.
fn people(view: &View<'_>, days: &Days, waits: &Replies) -> (Vec<PersonData>, Vec<String>) {
    let mut place_of_profile = vec![0; view.prepared.profiles().len()];
    for (place, profile) in days.profiles.iter().enumerate() {
        place_of_profile[profile.index()] = place;
    }
    let mut blocked: Vec<String> = Vec::new();
    let mut known: HashMap<String, usize> = HashMap::new();
    let waits = waits.of_each(|_| true);
    let team = view.prepared.team();
    let together = team.len() > 1;
    let people = team.members().zip(waits).map(|(member, wait)| {
        let sentence = wait.filter(|_| together).map(|wait| {
            format!(
                "A question to whoever is at work costs you {}.",
                plain(&replies::blocked(&wait, view.plan.policy()))
            )
        });
        let sentence = sentence.map(|sentence| {
            *known.entry(sentence).or_insert_with_key(|sentence| {
                blocked.push(sentence.clone());
                blocked.len() - 1
            })
        });
        PersonData(
            name_of(member),
            place_of(member),
            place_of_profile[view.prepared.profile_of(member).index()],
            member.schedule_id().index(),
            u8::from(view.prepared.is_required(member)),
            sentence,
        )
    });
    (people.collect(), blocked)
}

fn plain(text: &crate::words::ink::Text) -> String {
    text.runs().map(|(_, run)| run).collect()
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
}
