//! A file's roster as a CSV file, and the program run on it.

use std::cell::OnceCell;

use chrono::Days;
use serde_json::Value;

use crate::corpus::{Date, Row, TeamFile};
use crate::support::Desk;

/// A team with the names of its people.
pub(crate) struct Roster {
    desk: Desk,
    pub(crate) names: Vec<String>,
    /// For each person the row that describes them.
    rows: Vec<String>,
    /// The run: dates, home, policy.
    flags: Vec<String>,
    plan: OnceCell<Value>,
    /// Public holidays are left out, as in the corpus.
    pub(crate) holidays_left_out: usize,
}

impl Roster {
    pub(crate) fn of(file: &TeamFile) -> Self {
        let from = file.from.0;
        let to = file.to.as_ref().map_or(from + Days::new(364), |Date(to)| *to);
        let (mut people, mut names, mut rows) = (Vec::new(), Vec::new(), Vec::new());
        for row in &file.people {
            for number in 1..=row.count.unwrap_or(1) {
                let counted = row.count.is_some();
                names.push(if counted { format!("{} {number}", row.name) } else { row.name.clone() });
                rows.push(row.name.clone());
                people.push(row);
            }
        }
        let desk = Desk::with("team.csv", csv(names.iter().map(String::as_str).zip(people)));
        let mut flags: Vec<String> =
            ["--from", &from.to_string(), "--to", &to.to_string(), "--home", &file.home]
                .map(String::from)
                .to_vec();
        let target = file.policy.as_ref().and_then(|policy| policy.target.clone());
        flags.extend(target.into_iter().flat_map(|target| ["--target".to_owned(), target]));
        let holidays_left_out = file.people.iter().filter(|row| row.holidays.is_some()).count();
        Self { desk, names, rows, flags, plan: OnceCell::new(), holidays_left_out }
    }

    /// The JSON of a command over the roster.
    pub(crate) fn run(&self, command: &[&str], more: &[&str]) -> Value {
        self.run_on("team.csv", command, more)
    }

    /// The words of a line that asks a command about the roster, without how it is shown.
    pub(crate) fn line(&self, command: &[&str]) -> Vec<String> {
        let words = command.iter().copied().chain(["team.csv"]).map(str::to_owned);
        words.chain(self.flags.iter().cloned()).collect()
    }

    /// The text of a command over the roster.
    pub(crate) fn page(&self, command: &[&str]) -> String {
        let line = self.line(command);
        let ran = self.desk.run(&line.iter().map(String::as_str).collect::<Vec<_>>());
        assert!(matches!(ran.code, Some(0 | 1)), "{command:?}: {}", ran.err);
        ran.out
    }

    pub(crate) fn desk(&self) -> &Desk {
        &self.desk
    }

    /// The JSON of a command over a file.
    pub(crate) fn run_on(&self, file: &str, command: &[&str], more: &[&str]) -> Value {
        let flags: Vec<&str> = self.flags.iter().map(String::as_str).collect();
        let ran = self.desk.run(&[command, &[file], &flags, more, &["--format", "json"]].concat());
        assert!(matches!(ran.code, Some(0 | 1)), "{command:?}: {}", ran.err);
        ran.json()
    }

    /// The JSON of a command over some of the people alone, in this order.
    pub(crate) fn run_on_people(&self, file: &TeamFile, names: &[String], command: &[&str]) -> Value {
        let row = |name: &String| {
            let one = self.names.iter().position(|known| known == name).unwrap();
            file.people.iter().find(|row| row.name == self.rows[one]).unwrap()
        };
        self.desk.file("few.csv", csv(names.iter().map(|name| (name.as_str(), row(name)))));
        self.run_on("few.csv", command, &[])
    }

    pub(crate) fn plan(&self) -> &Value {
        self.plan.get_or_init(|| self.run(&[], &[]))
    }

    /// Somebody, or everybody of a counted row (`Berlin*`).
    pub(crate) fn everybody_of(&self, name: &str) -> Vec<String> {
        let is_meant = |one: &usize| match name.strip_suffix('*') {
            Some(row) => self.rows[*one] == row && self.names[*one] != row,
            None => self.names[*one] == name,
        };
        let named: Vec<String> =
            (0..self.names.len()).filter(is_meant).map(|one| self.names[one].clone()).collect();
        assert!(!named.is_empty(), "{name:?} is nobody in the roster");
        named
    }

    /// The people of a list of names, by name.
    pub(crate) fn group(&self, names: &[String]) -> Vec<String> {
        let mut people: Vec<String> = names.iter().flat_map(|name| self.everybody_of(name)).collect();
        people.sort();
        people
    }

    /// The groups of a list of lists, in the order of their first people.
    pub(crate) fn groups(&self, groups: &[Vec<String>]) -> Vec<Vec<String>> {
        let mut groups: Vec<Vec<String>> = groups.iter().map(|names| self.group(names)).collect();
        groups.sort();
        groups
    }
}

fn csv<'r>(people: impl Iterator<Item = (&'r str, &'r Row)>) -> Vec<u8> {
    let mut writer = csv::Writer::from_writer(Vec::new());
    writer.write_record(["name", "zone", "hours", "days", "required", "flex", "off"]).unwrap();
    for (name, row) in people {
        // Hours that name their days leave nothing to say about them.
        let days = if row.hours.contains(' ') { "" } else { &row.days };
        let hours = match &row.hours_clock {
            Some(clock) => format!("{} {clock}", row.hours),
            None => row.hours.clone(),
        };
        let cell = |cell: &Option<String>| cell.clone().unwrap_or_default();
        let [required, flex, off] = [&row.required, &row.flex, &row.off].map(cell);
        writer.write_record([name, &row.zone, &hours, days, &required, &flex, &off]).unwrap();
    }
    writer.into_inner().unwrap()
}

/// A list of names of the program's answer.
pub(crate) fn names(list: &Value) -> Vec<String> {
    list.as_array().expect("a list of names").iter().map(|name| name.as_str().unwrap().to_owned()).collect()
}

/// The same, by name.
pub(crate) fn people(list: &Value) -> Vec<String> {
    let mut people = names(list);
    people.sort();
    people
}

/// A daily overlap as `4:30`, rounded down.
pub(crate) fn daily(overlap: &Value) -> String {
    let number = |key: &str| overlap[key].as_u64().unwrap_or_else(|| panic!("{key} of {overlap}"));
    shown(number("minutes_per_week") / number("days"))
}

/// Minutes as `8:00`.
pub(crate) fn shown(minutes: u64) -> String {
    format!("{}:{:02}", minutes / 60, minutes % 60)
}

/// `4:30` in minutes.
pub(crate) fn minutes(shown: &str) -> u64 {
    let (hours, minutes) = shown.split_once(':').unwrap();
    hours.parse::<u64>().unwrap() * 60 + minutes.parse::<u64>().unwrap()
}

/// The moves of a plan: everybody who moves, by name.
pub(crate) fn moves(plan: &Value) -> Vec<(String, i64)> {
    let of = |one: &Value| (one["name"].as_str().unwrap().to_owned(), one["shift"].as_i64().unwrap());
    let mut moves: Vec<_> = plan["moves"].as_array().expect("moves").iter().map(of).collect();
    moves.sort();
    moves
}
