//! The team's day as bands on the home clock.

use super::band::{Often, Segment, of_clock, on_clock};
use super::day::{Day, Days, Shared};
use super::drawing::{Drawing, Frame, legend, line, middle, rect, text};
use super::markup::{Markup, Px};
use super::rows::{Group, GroupKind, Row};
use crate::view::View;
use crate::words::people::and;
use crate::words::{clean, dates};

/// About this many rows of schedules, at least this many of each group; people are never left out.
const MOST_SCHEDULES: usize = 36;
const LEAST_SCHEDULES: usize = 3;
const LEFT: f64 = 212.0;
const RIGHT: f64 = 694.0;
const AXIS: f64 = 20.0;
const ROW: f64 = 34.0;
const BAND: f64 = 16.0;
const MINUTES: f64 = 1440.0;
/// Columns of times at the right.
const TIMES: usize = 24;
/// From one line of a hatching to the next.
const HATCH: f64 = 6.0;
/// What lines of work at night are called.
const LATE: &str = "late";

/// The chart of a day.
pub(crate) fn draw_day(view: &View<'_>, days: &Days, day: &Day) -> Drawing {
    let mut body = Markup::default();
    let top = AXIS + 6.0;
    let (mut rows, mut bottom) = (Markup::default(), top);
    let split = days.rows.groups.iter().any(|group| matches!(group.kind, GroupKind::Pod(_)));
    if split && let Some(everyone) = &day.everyone {
        bottom = shared(&mut rows, bottom, "everyone", everyone, day);
    }
    for group in &days.rows.groups {
        let heading = heading(group);
        match day.shared_by(group.kind) {
            Some(shared_by_group) => bottom = shared(&mut rows, bottom, &heading, shared_by_group, day),
            None if group.kind != GroupKind::Everyone => {
                text(&mut rows, 0.0, bottom + ROW / 2.0 + 4.0, "note", &heading);
                bottom += ROW;
            }
            None => {}
        }
        let most = (MOST_SCHEDULES / days.rows.groups.len()).max(LEAST_SCHEDULES);
        let all = days.rows.are_people || group.rows.len() <= most + 1;
        let shown = if all { group.rows.len() } else { most };
        for row in &group.rows[..shown] {
            bottom = person(&mut rows, bottom, view, day, row, day.shared_by(group.kind));
        }
        if shown < group.rows.len() {
            let people = group.rows[shown..].iter().map(|row| row.members.len()).sum();
            let more = format!(
                "and {} more schedules, {}",
                dates::number((group.rows.len() - shown) as u64),
                dates::people(people)
            );
            text(&mut rows, 0.0, bottom + ROW / 2.0 + 4.0, "note", &more);
            bottom += ROW;
        }
    }
    text(&mut body, 0.0, AXIS - 2.0, "axis label", &view.home.time());
    for hour in (0..=24).step_by(3) {
        let x = x(f64::from(hour) * 60.0);
        line(&mut body, (x, top), (x, bottom), if hour % 12 == 0 { "grid strong" } else { "grid" });
        middle(&mut body, x, AXIS - 2.0, "axis", &hour.to_string());
    }
    let rows = rows.finish();
    let late = rows.contains("class=\"late");
    body.raw(&rows);
    bottom += 10.0;
    bottom += legend(&mut body, Frame::Wide, (LEFT, bottom), &meanings(days, late));
    Drawing {
        width: Frame::Wide.width(),
        height: bottom,
        title: format!("The day, {}, {}", day.dates, view.home.time()),
        described: described(days, day),
        body,
    }
}

fn x(minute: f64) -> f64 {
    LEFT + (RIGHT - LEFT) * minute / MINUTES
}

/// `Everyone`, `Pod 1`.
pub(crate) fn heading(group: &Group) -> String {
    match group.kind {
        GroupKind::Everyone => "everyone".to_owned(),
        GroupKind::Pod(place) => format!("pod {}", place + 1),
        GroupKind::Apart => "apart from everyone".to_owned(),
        GroupKind::Optional => "optional".to_owned(),
    }
}

/// The row of what a group shares. Returns where it ends.
fn shared(body: &mut Markup, top: f64, name: &str, shared: &Shared, day: &Day) -> f64 {
    let middle = top + ROW / 2.0;
    body.open("g", &[("class", &"everyone")]);
    text(body, 0.0, middle + 4.0, "name", name);
    bars(body, top, &on_clock(&shared.segments, day.ahead), ("all", "all some-days"));
    let left = RIGHT + 12.0;
    match (&*shared.times, format!("{} · {}", shared.daily, shared.times)) {
        ("never", _) => text(body, left, middle + 4.0, "note times", "never"),
        (_, one) if clean::width(&one) <= TIMES => text(body, left, middle + 4.0, "note times", &one),
        // Times of some days only need a line of their own.
        (times, _) => {
            text(body, left, middle - 2.0, "note times", &shared.daily);
            text(body, left, middle + 12.0, "note times", &clean::cut(times, TIMES));
        }
    }
    body.close("g");
    top + ROW
}

/// A person's row. Returns where it ends.
fn person(
    body: &mut Markup,
    top: f64,
    view: &View<'_>,
    day: &Day,
    row: &Row,
    shared: Option<&Shared>,
) -> f64 {
    let ahead = view.prepared.week(row.profile, &day.piece).minutes_ahead();
    body.open("g", &[("class", &"person")]);
    for night in on_clock(&of_clock(view.plan.policy().night(), ahead), day.ahead) {
        rect(body, (x(night.start.into()), top), (width(night), ROW), "night");
    }
    bars(body, top, &on_clock(&day.work_of(view, row.profile), day.ahead), ("work", "some"));
    if let Some(shared) = shared {
        let usual = on_clock(&shared.segments, day.ahead);
        let usual: Vec<Segment> = usual.into_iter().filter(|one| one.often == Often::Usually).collect();
        bars(body, top, &usual, ("all", "all"));
    }
    let night = on_clock(&of_clock(view.plan.policy().night(), ahead), day.ahead);
    hatching(body, top, &on_clock(&day.work_of(view, row.profile), day.ahead), &night);
    let middle = top + ROW / 2.0;
    if row.place.is_empty() {
        text(body, 0.0, middle - 2.0, "name", &clean::cut(&row.name, 28));
        text(body, 0.0, middle + 12.0, "note", &dates::people(row.members.len()));
    } else {
        text(body, 0.0, middle - 2.0, "name", &clean::cut(&row.name, 28));
        text(body, 0.0, middle + 12.0, "note", &clean::cut(&row.place, 28));
    }
    text(body, RIGHT + 12.0, middle + 4.0, "note", &clean::cut(&row.hours, TIMES));
    body.close("g");
    top + ROW
}

fn width(segment: Segment) -> f64 {
    x(segment.end.into()) - x(segment.start.into())
}

fn bars(body: &mut Markup, top: f64, segments: &[Segment], (usually, sometimes): (&str, &str)) {
    for segment in segments {
        let class = if segment.often == Often::Usually { usually } else { sometimes };
        body.empty(
            "rect",
            &[
                ("x", &Px(x(segment.start.into()))),
                ("y", &Px(top + (ROW - BAND) / 2.0)),
                ("width", &Px(width(*segment))),
                ("height", &Px(BAND)),
                ("rx", &2),
                ("class", &class),
            ],
        );
    }
}

/// Falling lines where work is at night, to be seen without colours too.
fn hatching(body: &mut Markup, top: f64, work: &[Segment], night: &[Segment]) {
    let top = top + (ROW - BAND) / 2.0;
    for (work, night) in work.iter().flat_map(|work| night.iter().map(move |night| (work, night))) {
        let (start, end) = (work.start.max(night.start), work.end.min(night.end));
        if start >= end {
            continue;
        }
        let class = if work.often == Often::Usually { LATE } else { "late some-days" };
        let (mut from, end) = (x(start.into()), x(end.into()));
        while from < end {
            let right = (from + BAND / 2.0).min(end);
            line(body, (from, top), (right, top + 2.0 * (right - from)), class);
            from += HATCH;
        }
    }
}

fn meanings(days: &Days, late: bool) -> Vec<(&'static str, String)> {
    let split = days.rows.groups.iter().any(|group| matches!(group.kind, GroupKind::Pod(_)));
    let mut meanings = vec![
        ("work", "at work".to_owned()),
        ("some", "on some workdays".to_owned()),
        ("all", if split { "their pod together" } else { "everyone together" }.to_owned()),
        ("night", "night on their clock".to_owned()),
    ];
    if late {
        meanings.push((LATE, "work at night".to_owned()));
    }
    meanings
}

fn described(days: &Days, day: &Day) -> String {
    let of_group = |group: &Group| {
        let people: Vec<String> =
            group.rows.iter().take(16).map(|row| format!("{} {}", row.spoken(), row.hours)).collect();
        let shared = match day.shared_by(group.kind) {
            None => String::new(),
            Some(shared) if shared.times == "never" => " share nothing".to_owned(),
            Some(shared) => format!(" share {} a day, {}", shared.daily, shared.times),
        };
        format!("{}{shared}: {}", heading(group), and(&people))
    };
    let groups: Vec<String> = days.rows.groups.iter().map(of_group).collect();
    format!("Bands of work from 0 to 24 on the home clock. {}.", groups.join("; "))
}
