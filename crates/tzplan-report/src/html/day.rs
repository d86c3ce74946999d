//! The team's day: everybody's row by pod, and what they share.

use tzplan::{Minutes, ProfileId};

use super::bar::Bar;
use super::rich::Rich;
use super::told::{self, Told};
use crate::chart::band::{Segment, of_clock, on_clock};
use crate::chart::day::{Day, Days, Shared};
use crate::chart::rows::{Group, GroupKind, Row, Rows, name_of};
use crate::view::View;
use crate::words::{dates, length};

/// About this many rows of schedules are not folded, so that every pod is seen at once; at least this many of
/// each.
const MOST_SCHEDULES: usize = 12;
const LEAST_SCHEDULES: usize = 2;

/// The most rows of the table of dates, and pods with a column.
const MOST_SPANS: usize = 12;
const MOST_PODS: usize = 4;

/// The section.
pub(crate) struct DaySection {
    /// `Berlin time`.
    pub(crate) clock: String,
    pub(crate) dates: Vec<String>,
    /// Whose hours the table of dates has: everyone's, then each pod's where they are few.
    pub(crate) heads: Vec<String>,
    /// By day, what they share.
    pub(crate) spans: Vec<Span>,
    pub(crate) spans_left: Option<String>,
    /// Whether everyone together shares nothing on any of them.
    pub(crate) is_never: bool,
    /// The day that is drawn, by its place.
    pub(crate) shown: usize,
    pub(crate) everyone: Option<Head>,
    pub(crate) groups: Vec<DayGroup>,
    /// Whether rows are people; else they are schedules.
    pub(crate) are_people: bool,
    /// A class and what it means.
    pub(crate) legend: Vec<(&'static str, String)>,
    /// By day, what is shown and why, in words.
    pub(crate) told: Vec<Told>,
}

/// What is shared on some dates.
pub(crate) struct Span {
    pub(crate) dates: String,
    pub(crate) hours: Vec<String>,
}

/// The row of what a group shares.
pub(crate) struct Head {
    pub(crate) name: String,
    pub(crate) people: String,
    pub(crate) bar: Rich,
    pub(crate) hours: String,
}

/// Rows under one heading.
pub(crate) struct DayGroup {
    pub(crate) place: usize,
    pub(crate) head: Option<Head>,
    pub(crate) rows: Vec<DayRow>,
    /// Folded ones.
    pub(crate) more: Vec<DayRow>,
    pub(crate) more_words: String,
}

/// A row.
pub(crate) struct DayRow {
    /// Among the profiles of the days.
    pub(crate) profile: usize,
    /// Among all rows.
    pub(crate) place: usize,
    pub(crate) name: Rich,
    /// Where; of several people how many they are.
    pub(crate) where_: Rich,
    /// Everybody by name, where they are several.
    pub(crate) members: Vec<Rich>,
    pub(crate) bar: Rich,
    pub(crate) hours: String,
    /// `5 h a week at night`; empty without any.
    pub(crate) night: String,
}

impl DaySection {
    pub(crate) fn of(view: &View<'_>, days: &Days) -> Self {
        Self::on(view, days, told::deciding(view, days))
    }

    /// The same with another day drawn, by its place.
    pub(crate) fn on(view: &View<'_>, days: &Days, shown: usize) -> Self {
        let day = &days.days[shown];
        let required = view.prepared.required_members();
        let everyone = day.everyone.as_ref().map(|shared| {
            let night = Vec::new();
            Head {
                name: "Everyone".to_owned(),
                people: dates::people(required),
                bar: Bar { night, all: on_clock(&shared.segments, day.ahead), ..Bar::default() }.draw(),
                hours: hours(shared),
            }
        });
        let pods = if day.pods.len() > MOST_PODS { 0 } else { day.pods.len() };
        let mut heads = vec!["Everyone".to_owned()];
        heads.extend((0..pods).map(|pod| name(GroupKind::Pod(pod))));
        let span = |day: &Day| {
            let shared = day.everyone.iter().chain(&day.pods[..pods]);
            Span { dates: day.dates.clone(), hours: shared.map(hours).collect() }
        };
        let spans = if everyone.is_some() { &days.days[..days.days.len().min(MOST_SPANS)] } else { &[] };
        let left = (days.days.len() - spans.len()) as u64;
        let mut place = 0;
        let groups = days.rows.groups.iter().enumerate().map(|(index, group)| {
            let first = place;
            place += group.rows.len();
            day_group(view, days, day, (index, group, first))
        });
        let circle = if is_split(&days.rows) { "their pod" } else { "everyone" };
        let night = view.plan.policy().night().to_string().replace('-', "–");
        let legend = vec![
            ("work", "at work".to_owned()),
            ("some", "at work on some days only".to_owned()),
            ("all", format!("at work together with {circle}")),
            ("tint", format!("when {circle} is together")),
            ("night", format!("night on their own clock ({night})")),
            ("late", "work at night".to_owned()),
        ];
        Self {
            clock: view.home.time(),
            dates: days.days.iter().map(|day| day.dates.clone()).collect(),
            heads,
            spans: spans.iter().map(span).collect(),
            is_never: spans
                .iter()
                .filter_map(|day| day.everyone.as_ref())
                .all(|shared| shared.segments.is_empty()),
            spans_left: (left > 0 && !spans.is_empty())
                .then(|| format!("And {}.", dates::counted(left, "more row", "more rows"))),
            shown,
            groups: groups.collect(),
            are_people: days.rows.are_people,
            legend,
            told: told::each(view, days),
            everyone,
        }
    }
}

/// Whether the team is shown pod by pod.
pub(crate) fn is_split(rows: &Rows) -> bool {
    rows.groups.iter().any(|group| matches!(group.kind, GroupKind::Pod(_)))
}

/// `4 h · 13:00–17:00`.
pub(crate) fn hours(shared: &Shared) -> String {
    match shared.times.as_str() {
        "never" => "never".to_owned(),
        times => format!("{} · {times}", shared.daily),
    }
}

/// What a group is called.
pub(crate) fn name(kind: GroupKind) -> String {
    match kind {
        GroupKind::Everyone => "Everyone".to_owned(),
        GroupKind::Pod(place) => format!("Pod {}", place + 1),
        GroupKind::Apart => "In no pod".to_owned(),
        GroupKind::Optional => "Optional".to_owned(),
    }
}

fn day_group(
    view: &View<'_>,
    days: &Days,
    day: &Day,
    (index, group, first): (usize, &Group, usize),
) -> DayGroup {
    let shared = day.shared_by(group.kind);
    let local = shared.map_or(Vec::new(), |shared| on_clock(&shared.segments, day.ahead));
    let head = (group.kind != GroupKind::Everyone).then(|| Head {
        name: name(group.kind),
        people: dates::people(group.people()),
        bar: Bar { all: local.clone(), ..Bar::default() }.draw(),
        hours: shared.map_or(String::new(), hours),
    });
    let row = |(place, row): (usize, &Row)| day_row(view, days, day, (first + place, row), &local);
    let mut rows: Vec<DayRow> = group.rows.iter().enumerate().map(row).collect();
    let most = match days.rows.are_people {
        true => usize::MAX - 1,
        false => (MOST_SCHEDULES / days.rows.groups.len()).max(LEAST_SCHEDULES),
    };
    let more = if rows.len() > most + 1 { rows.split_off(most) } else { Vec::new() };
    let left = group.rows[rows.len()..].iter().map(|row| row.members.len()).sum();
    let more_words = format!(
        "{}, {}",
        dates::counted(more.len() as u64, "more schedule", "more schedules"),
        dates::people(left)
    );
    DayGroup { place: index, head, rows, more, more_words }
}

fn day_row(
    view: &View<'_>,
    days: &Days,
    day: &Day,
    (place, row): (usize, &Row),
    shared: &[Segment],
) -> DayRow {
    let ahead = view.prepared.week(row.profile, &day.piece).minutes_ahead();
    let bar = Bar {
        night: on_clock(&of_clock(view.plan.policy().night(), ahead), day.ahead),
        tint: shared.to_vec(),
        work: on_clock(&day.work_of(view, row.profile), day.ahead),
        all: shared.to_vec(),
    };
    let team = view.prepared.team();
    let (members, where_) = match row.place.is_empty() {
        false => (Vec::new(), Rich::name(&row.place)),
        true => {
            let members = row.members.iter().filter_map(|id| team.member(*id));
            (
                members.map(|member| Rich::name(&name_of(member))).collect(),
                Rich::plain(&dates::people(row.members.len())),
            )
        }
    };
    DayRow {
        profile: days.profiles.iter().position(|profile| *profile == row.profile).unwrap_or_default(),
        place,
        name: Rich::name(&row.name),
        where_,
        members,
        bar: bar.draw(),
        hours: row.hours.clone(),
        night: night_of(view, row.profile),
    }
}

/// `5 h a week at night` of the hours kept now; empty without any.
pub(crate) fn night_of(view: &View<'_>, profile: ProfileId) -> String {
    match view.prepared.night_minutes_per_week(profile, view.plan.policy()) {
        Minutes::ZERO => String::new(),
        night => format!("{} a week at night", length::length(night)),
    }
}
