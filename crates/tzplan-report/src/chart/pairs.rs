//! Pairs: what each two share a day at the least of the year, and what questions cost who asks.

use tzplan::reply::Replies;
use tzplan::{MemberId, PerDay, Policy, PreparedTeam, pairs};

use super::rows::{Row, Rows};
use crate::words::people::and;
use crate::words::replies::minutes;
use crate::words::{dates, length};

/// The most rows of the matrix.
const MOST: usize = 15;
/// The most pairs named in a sentence.
const MOST_NAMED: usize = 2;

/// A matrix of people, or of schedules.
#[derive(Clone, Debug)]
pub(crate) struct Pairs {
    pub(crate) rows: Vec<Row>,
    /// By row, then column; `None` for somebody with themselves.
    pub(crate) cells: Vec<Vec<Option<Pair>>>,
    /// `4 h`.
    pub(crate) target: String,
    pub(crate) reply_within: String,
    /// Rows that are not in it, in words.
    pub(crate) left_out: Option<String>,
}

/// A pair.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Pair {
    /// Hours a day at the least of the year: `4`, `4½`, `4:40`.
    pub(crate) least: String,
    /// `0` for nothing, `1` below half of the target, `2` below it, `3` where they meet it.
    pub(crate) level: u8,
    pub(crate) meets: bool,
    /// Hours of the row's own working time that 95 of 100 questions to the column cost at most; `never`, or
    /// `None` for somebody who never asks.
    pub(crate) blocked: Option<String>,
    /// `0` for none, `1`, `2` beyond half of what is hoped for, `3` beyond it.
    pub(crate) blocked_level: u8,
}

impl Pairs {
    pub(crate) fn of(prepared: &PreparedTeam, rows: &Rows, policy: &Policy, replies: &Replies) -> Self {
        let overlaps = pairs::Pairs::new(prepared, policy);
        let mut all: Vec<&Row> = rows.all().collect();
        let left = if all.len() > MOST + 1 { all.split_off(MOST) } else { Vec::new() };
        let cell = |row: &Row, column: &Row| {
            let (asker, answerer) = members(row, column)?;
            let overlap = overlaps.between(row.profile, column.profile);
            let wait = replies.between(asker, answerer);
            let p95 = wait.as_ref().map(|wait| wait.blocked.p95.map(minutes));
            let within = policy.reply_within();
            Some(Pair {
                least: in_hours(overlap.year.min.floor().get()),
                level: level(&overlap, policy),
                meets: overlap.meets,
                blocked: p95.map(|p95| p95.map_or("never".to_owned(), |p95| in_hours(p95.get()))),
                blocked_level: match (p95, &wait) {
                    (None, _) | (_, None) => 0,
                    (_, Some(wait)) if wait.is_over(within) => 3,
                    (Some(Some(p95)), _) if p95.get() == 0 => 0,
                    (Some(Some(p95)), _) if 2 * p95.get() <= within.get() => 1,
                    _ => 2,
                },
            })
        };
        let left_out = (!left.is_empty()).then(|| {
            format!(
                "{} with {} are not in it.",
                dates::counted(left.len() as u64, "more schedule", "more schedules"),
                dates::people(left.iter().map(|row| row.members.len()).sum()),
            )
        });
        Self {
            cells: all.iter().map(|row| all.iter().map(|column| cell(row, column)).collect()).collect(),
            rows: all.into_iter().cloned().collect(),
            target: length::length(policy.target()),
            reply_within: length::length(policy.reply_within()),
            left_out,
        }
    }

    /// Whether there are two people to compare.
    pub(crate) fn is_empty(&self) -> bool {
        self.cells.iter().flatten().all(Option::is_none)
    }

    /// How many pairs meet the target: `3 of 10 pairs share 4 h a day`.
    pub(crate) fn counted(&self) -> String {
        let above = |(row, cells): (usize, &Vec<Option<Pair>>)| {
            cells[row..].iter().flatten().map(|pair| pair.meets).collect::<Vec<_>>()
        };
        let all: Vec<bool> = self.cells.iter().enumerate().flat_map(above).collect();
        let met = all.iter().filter(|meets| **meets).count() as u64;
        let pairs = dates::counted(all.len() as u64, "pair", "pairs");
        format!("{} of {pairs} meet {} a day", dates::number(met), self.target)
    }

    /// The chart in a sentence.
    pub(crate) fn described(&self) -> String {
        let mut all = Vec::new();
        for (row, cells) in self.cells.iter().enumerate() {
            for (column, pair) in cells.iter().enumerate().skip(row) {
                all.extend(pair.as_ref().filter(|pair| pair.meets).map(|_| (row, column)));
            }
        }
        let name = |row: usize| self.rows[row].spoken();
        let named: Vec<String> =
            all.iter().take(MOST_NAMED).map(|(a, b)| format!("{} with {}", name(*a), name(*b))).collect();
        let which = match (all.len(), &named[..]) {
            (0, _) => "No pair meets the target".to_owned(),
            (count, named) if count <= MOST_NAMED => format!("The target is met by {}", and(named)),
            (count, _) => format!("{count} pairs meet the target"),
        };
        format!(
            "Hours a day that each two share at the least of the year, and hours of their own working time \
            that a \
             question to the column costs the row. {which} of {} a day.",
            self.target
        )
    }
}

fn level(overlap: &pairs::PairOverlap, policy: &Policy) -> u8 {
    let least = overlap.year.min;
    let half = PerDay { minutes_per_week: policy.target().get(), days: 2 };
    match least.floor().get() {
        _ if overlap.meets => 3,
        0 => 0,
        _ if least.reaches(half) => 2,
        _ => 1,
    }
}

/// Minutes in hours, as short as can be: `4`, `4½`, `4:40`, `0:20`; from ten hours on to the half hour, `33`.
fn in_hours(minutes: u32) -> String {
    let minutes = if minutes < 600 { minutes } else { (minutes + 15) / 30 * 30 };
    match (minutes / 60, minutes % 60) {
        (hours, 0) => hours.to_string(),
        (0, 30) => "½".to_owned(),
        (hours, 30) => format!("{hours}½"),
        (hours, minutes) => format!("{hours}:{minutes:02}"),
    }
}

/// Somebody of each row, two people; `None` where there is one only.
fn members(row: &Row, column: &Row) -> Option<(MemberId, MemberId)> {
    let first = row.members[0];
    if column.members[0] != first {
        return Some((first, column.members[0]));
    }
    row.members.get(1).map(|other| (first, *other))
}

#[cfg(test)]
mod tests {
    use super::*;
    use tzplan::{Horizon, Member, Team, Zone};

    /// Berlin and Paris are one clock; Tokyo's 9 to 17 is over when theirs begins.
    #[test]
    fn everybody_of_a_small_team_has_a_row() {
        let mut team = Team::new();
        for (name, zone) in [("Ana", "Europe/Berlin"), ("Ben", "Europe/Paris"), ("Cy", "Asia/Tokyo")] {
            team.add(Member::new(name, Zone::iana(zone).expect("a zone")));
        }
        let horizon = Horizon::year("2026-11-23".parse().expect("a date"), Zone::UTC).expect("a year");
        let prepared = PreparedTeam::new(&team, horizon);
        let rows = Rows::of(&prepared, None, prepared.team().len());
        let pairs = Pairs::of(&prepared, &rows, &Policy::default(), &Replies::new(&prepared));
        assert_eq!(pairs.rows.iter().map(Row::spoken).collect::<Vec<_>>(), ["Ana", "Ben", "Cy"]);
        let both = pairs.cells[0][1].as_ref().expect("two people");
        assert_eq!(
            (both.least.as_str(), both.blocked.as_deref(), both.meets, both.level),
            ("8", Some("0"), true, 3)
        );
        assert_eq!(pairs.cells[1][1], None);
        let apart = pairs.cells[0][2].as_ref().expect("two people");
        assert_eq!((apart.least.as_str(), apart.level), ("0", 0));
        assert_eq!(pairs.counted(), "1 of 3 pairs meet 4 h a day");
    }

    #[test]
    fn hours_are_short() {
        assert_eq!([0, 20, 30, 240, 270, 280].map(in_hours), ["0", "0:20", "½", "4", "4½", "4:40"]);
        assert_eq!([599, 600, 1981, 2000].map(in_hours), ["9:59", "10", "33", "33½"]);
    }
}
