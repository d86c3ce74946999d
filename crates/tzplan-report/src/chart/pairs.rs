//! Pairs: what each two share a day at the least of the year, and how long questions wait.

use tzplan::reply::Replies;
use tzplan::{Policy, PreparedTeam, ProfileId, pairs};

use crate::words::people::{Names, People, bars};
use crate::words::replies::minutes;
use crate::words::{dates, people};

/// The most profiles of the matrix.
const MOST: usize = 10;
/// Columns of a name.
const NAME: usize = 18;
/// The most seasons named for one value.
const MOST_NAMED: usize = 2;

/// A matrix of profiles.
#[derive(Clone, Debug)]
pub(crate) struct Pairs {
    pub(crate) names: Vec<String>,
    /// By row, then column; `None` for somebody with themselves.
    pub(crate) cells: Vec<Vec<Option<Pair>>>,
    /// `4:00`.
    pub(crate) target: String,
    pub(crate) reply_within: String,
    /// Profiles that are not in it, in words.
    pub(crate) left_out: Option<String>,
}

/// A pair.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Pair {
    /// The least daily overlap of the year, and the most.
    pub(crate) least: String,
    pub(crate) most: String,
    pub(crate) meets: bool,
    /// When the row asks the column: 95 of 100 questions are answered within this; `never`, or nothing for
    /// somebody who never asks.
    pub(crate) wait: Option<String>,
    pub(crate) is_slow: bool,
}

impl Pairs {
    pub(crate) fn of(prepared: &PreparedTeam, policy: &Policy, replies: &Replies) -> Self {
        let people = People::of(prepared, Names::Cut);
        let (profiles, left) = bars(prepared, MOST);
        let overlaps = pairs::Pairs::new(prepared, policy);
        let cell = |row: ProfileId, column: ProfileId| {
            let (asker, answerer) = members(prepared, row, column)?;
            let overlap = overlaps.between(row, column);
            let wait = replies.between(asker, answerer);
            let within = |p95: Option<f64>| p95.map_or("never".to_owned(), |p95| minutes(p95).to_string());
            Some(Pair {
                least: overlap.year.min.to_string(),
                most: overlap.year.max.to_string(),
                meets: overlap.meets,
                wait: wait.as_ref().map(|wait| within(wait.blocked.p95)),
                is_slow: wait.is_some_and(|wait| wait.is_over(policy.reply_within())),
            })
        };
        let row = |row: &ProfileId| profiles.iter().map(|column| cell(*row, *column)).collect();
        let left_out = (!left.is_empty()).then(|| {
            format!(
                "{} with {} are not in it.",
                dates::counted(left.len() as u64, "more profile", "more profiles"),
                dates::people(people.heads_of(left.iter().copied())),
            )
        });
        Self {
            names: profiles.iter().map(|id| people.label_in(*id, NAME)).collect(),
            cells: profiles.iter().map(row).collect(),
            target: policy.target().to_string(),
            reply_within: policy.reply_within().to_string(),
            left_out,
        }
    }

    /// Whether there are two people to compare.
    pub(crate) fn is_empty(&self) -> bool {
        self.cells.iter().flatten().all(Option::is_none)
    }

    /// The chart in a sentence.
    pub(crate) fn described(&self) -> String {
        let mut all = Vec::new();
        for (row, cells) in self.cells.iter().enumerate() {
            for (column, pair) in cells.iter().enumerate().skip(row) {
                all.extend(pair.as_ref().filter(|pair| pair.meets).map(|_| (row, column)));
            }
        }
        let named: Vec<String> = all
            .iter()
            .take(MOST_NAMED)
            .map(|(a, b)| format!("{} with {}", self.names[*a], self.names[*b]))
            .collect();
        let which = match (all.len(), &named[..]) {
            (0, _) => "No pair meets the target".to_owned(),
            (count, named) if count <= MOST_NAMED => format!("The target is met by {}", people::and(named)),
            (count, _) => format!("{count} pairs meet the target"),
        };
        format!(
            "Hours a day that each two share at the least of the year, and for how long of their own working time a \
             question to the column blocks the row. {which} of {} a day.",
            self.target
        )
    }
}

/// Somebody of each profile, two people; `None` where there is one only.
fn members(prepared: &PreparedTeam, row: ProfileId, column: ProfileId) -> Option<(usize, usize)> {
    let first = prepared.profile(row).first_member().index();
    if row != column {
        return Some((first, prepared.profile(column).first_member().index()));
    }
    let profile = prepared.profile(row);
    if profile.required() + profile.optional() < 2 {
        return None;
    }
    let others = prepared.team().members().filter(|member| prepared.profile_of(*member) == row);
    let other = others.map(tzplan::MemberRef::index).find(|index| *index != first)?;
    Some((first, other))
}

#[cfg(test)]
mod tests {
    use super::*;
    use tzplan::{Horizon, Member, Team, Zone};

    #[test]
    fn a_profile_of_one_has_no_pair_with_itself() {
        let mut team = Team::new();
        for (name, zone) in [("Ana", "Europe/Berlin"), ("Ben", "Europe/Paris"), ("Cy", "Asia/Tokyo")] {
            team.add(Member::new(name, Zone::iana(zone).expect("a zone")));
        }
        let horizon = Horizon::year("2026-11-23".parse().expect("a date"), Zone::UTC).expect("a year");
        let prepared = PreparedTeam::new(&team, horizon);
        let pairs = Pairs::of(&prepared, &Policy::default(), &Replies::new(&prepared));
        assert_eq!(pairs.names, ["Ana and Ben", "Cy"]);
        let both = pairs.cells[0][0].as_ref().expect("two people");
        assert_eq!((both.least.as_str(), both.wait.as_deref(), both.meets), ("8:00", Some("0:00"), true));
        assert_eq!(pairs.cells[1][1], None);
    }
}
