//! Cells that were read in a row before are not read again: rows of one file say what each says in a file of
//! its own.

use std::collections::BTreeMap;

use proptest::prelude::*;
use proptest::sample::select;
use tzplan_roster::{Assumption, Diagnostic, Roster, Severity};

use super::roster;

/// What stands in the columns that decide a schedule, well and badly written.
const ZONES: [&str; 12] = [
    "UTC",
    "Asia/Tokyo",
    "Asia/Toky",
    "Lisbon",
    "IST",
    "Cairo, Egypt",
    "Portland",
    "UTC+2",
    "Berlin; Asia/Tokyo from 2027-02-01 to 2027-03-01",
    "Berlin (CET)",
    "x",
    "",
];
const HOURS: [&str; 9] = ["9-17", "9-5", "22-6", "0-24", "9-12,13-17", "9-5 ET", "9-", "\u{a0}9-17", ""];
const DAYS: [&str; 7] = ["Mon-Fri", "Sun-Thu", "Sat,Sun", "Mon, Wed", "MonFri", "x", ""];
const OFF: [&str; 6] = ["2026-12-24", "24 Dec", "2026-12-24..2027-01-02", "31.2.2027", "x", ""];
const FLEX: [&str; 4] = ["1h", "0", "x", ""];
/// Others, read in every row.
const MARKS: [&str; 4] = ["yes", "no", "x", ""];

/// A table of the same cells with its columns in several orders: side by side, and with others between.
const ORDERS: [[usize; 8]; 3] =
    [[0, 1, 2, 3, 4, 5, 6, 7], [2, 0, 3, 1, 4, 7, 5, 6], [6, 5, 0, 4, 7, 3, 1, 2]];
const HEADERS: [&str; 8] = ["name", "team", "zone", "hours", "days", "off", "flex", "required"];

type Row = [&'static str; 7];

fn row() -> impl Strategy<Value = Row> {
    let deciding = (select(&ZONES[..]), select(&HOURS[..]), select(&DAYS[..]), select(&OFF[..]));
    (select(&["red", "Red", ""][..]), deciding, select(&FLEX[..]), select(&MARKS[..]))
        .prop_map(|(team, (zone, hours, days, off), flex, marks)| [team, zone, hours, days, off, flex, marks])
}

fn line(cells: [&str; 8], order: &[usize; 8]) -> String {
    let quoted = order.map(|place| match cells[place] {
        cell if cell.contains(',') => format!("\"{cell}\""),
        cell => cell.to_owned(),
    });
    quoted.join(",") + "\n"
}

/// The lines of rows, each of its own person.
fn lines(rows: &[Row], order: &[usize; 8]) -> Vec<String> {
    let called = |(place, row): (usize, &Row)| {
        let name = format!("P{place}");
        let [team, zone, hours, days, off, flex, marks] = *row;
        line([&name, team, zone, hours, days, off, flex, marks], order)
    };
    rows.iter().enumerate().map(called).collect()
}

/// All that is known of the members of a row.
fn members(roster: &Roster, line: u64) -> Vec<String> {
    let of_row = roster.team.members().filter(|member| roster.row(member.index()) == Some(line));
    let shown = |member: tzplan::MemberRef<'_>| {
        let labels = (member.team().map(str::to_lowercase), member.role(), member.place());
        format!("{} {labels:?} {:?} {:?}", member.name(), member.attendance(), member.schedule())
    };
    of_row.map(shown).collect()
}

/// What is wrong with a row, whichever line it stands on: notes are made once and compared by themselves.
fn faults(roster: &Roster, line: u64) -> Vec<String> {
    let of_row = roster.diagnostics.iter().filter(|found| found.row == line);
    let shown = |found: &Diagnostic| {
        let source = found.source.as_ref().map(|source| (source.column, &source.text, source.span.clone()));
        let Diagnostic { code, severity, column, value, message, help, .. } = found;
        format!("{severity} {code} {column:?} {value:?} {message} {help} {source:?}")
    };
    of_row.filter(|found| found.severity != Severity::Note).map(shown).collect()
}

/// The words of notes: what is said of all rows that write hours so, and what is said of one label.
fn noted(roster: &Roster) -> Vec<(&'static str, String)> {
    let notes = roster.diagnostics.iter().filter(|found| found.severity == Severity::Note);
    let words = notes.map(|note| match note.code {
        "bare-hours" | "full-day" => (note.code, String::new()),
        code => (code, note.message.to_string()),
    });
    words.collect()
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(150))]

    #[test]
    fn rows_say_what_each_says_alone(
        // Few kinds of rows, each of them again and again.
        kinds in proptest::collection::vec(row(), 1..6),
        picks in proptest::collection::vec(any::<prop::sample::Index>(), 1..20),
        order in select(&ORDERS[..]),
    ) {
        let rows: Vec<Row> = picks.iter().map(|pick| kinds[pick.index(kinds.len())]).collect();
        let header = line(HEADERS, &order);
        let lines = lines(&rows, &order);
        let whole = roster(&(header.clone() + &lines.concat()));
        let alone: Vec<Roster> = lines.iter().map(|line| roster(&(header.clone() + line))).collect();

        let (mut assumed, mut labels) = (BTreeMap::new(), BTreeMap::new());
        let mut notes = Vec::new();
        for (line, alone) in (2_u64..).zip(&alone) {
            prop_assert_eq!(members(&whole, line), members(alone, 2));
            prop_assert_eq!(faults(&whole, line), faults(alone, 2));
            for Assumption { code, message, count, .. } in &alone.assumptions {
                prop_assert_eq!(*count, 1);
                assumed.entry((*code, message.to_string())).or_insert_with(Vec::new).push(line);
            }
            for label in &alone.zone_labels {
                let read = (label.zone.name(), label.how, label.rows);
                let known = labels.entry(label.label.to_string()).or_insert((read.0, read.1, 0));
                known.2 += read.2;
            }
            notes.extend(noted(alone).into_iter().map(|note| (note, line)));
        }
        let errors: usize = alone.iter().map(|alone| alone.errors).sum();
        let bad_rows: usize = alone.iter().map(|alone| alone.bad_rows).sum();
        prop_assert_eq!((whole.errors, whole.bad_rows, whole.rows), (errors, bad_rows, rows.len()));

        let assumptions = whole.assumptions.iter().filter(|one| one.code != "joined-label");
        let said: BTreeMap<_, _> =
            assumptions.map(|one| ((one.code, one.message.to_string()), one.rows.clone())).collect();
        prop_assert_eq!(said, assumed);
        let listed = whole.zone_labels.iter();
        let listed: BTreeMap<_, _> =
            listed.map(|label| (label.label.to_string(), (label.zone.name(), label.how, label.rows))).collect();
        prop_assert_eq!(listed, labels);

        // Every note is made, in the first row that gives cause.
        let mut first = BTreeMap::new();
        notes.into_iter().for_each(|(note, line)| { first.entry(note).or_insert(line); });
        let made = whole.diagnostics.iter().filter(|found| found.severity == Severity::Note);
        let mut first_made = BTreeMap::new();
        noted(&whole).into_iter().zip(made).for_each(|(note, made)| {
            first_made.entry(note).or_insert(made.row);
        });
        prop_assert_eq!(first_made, first);
    }
}
