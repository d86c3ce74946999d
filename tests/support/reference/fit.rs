//! Hire fit: the verdicts of the team with and without somebody, for every shift of their day in order.

use tzplan::fit::FitResult;
use tzplan::{Attendance, Model, PerDay};

use super::flip::with_one_moved;
use super::season::{ExpectedSeason, seasons};
use super::target::{Rules, compare, daily_overlap, in_clock_range, meets};
use super::verdict::{Lineup, model};
use super::week::{ExpectedWeek, count};
use super::window::affordable;
use crate::support::crew::{Crew, Person};

/// A team and somebody who may join it.
#[derive(Clone, Debug)]
pub struct Hire {
    pub team: Crew,
    /// The team and, last, the candidate; whoever counts as required in the team is, and so is the candidate, who
    /// is marked where all of them are.
    pub joined: Crew,
}

#[derive(Clone, PartialEq, Debug)]
pub struct ExpectedFit {
    pub result: FitResult,
    pub shift: Option<i32>,
    pub trap: Option<i32>,
    /// Minutes a week of work at night with either.
    pub night: Option<u32>,
    pub team_before: Model,
    pub team_after: Model,
    pub team_after_shift: Option<Model>,
    /// Places among those parts of the team before that hold two people or more.
    pub pods: Vec<usize>,
    pub bridges: Vec<usize>,
    /// Places in the roster of people who are alone.
    pub relieves: Vec<usize>,
}

impl Hire {
    pub fn new(team: Crew, candidate: Person) -> Self {
        let mut joined = team.clone();
        let required = team.required();
        for place in &required {
            let person = &mut joined.people[*place];
            if person.attendance == Attendance::Optional {
                person.attendance = Attendance::Unmarked;
            }
        }
        let marked = |place: &usize| joined.people[*place].attendance == Attendance::Required;
        let all_marked = required.iter().all(marked);
        let attendance = if all_marked { Attendance::Required } else { Attendance::Unmarked };
        joined.people.push(Person { attendance, ..candidate });
        Self { team, joined }
    }

    /// The candidate's place among all.
    pub fn candidate(&self) -> usize {
        self.team.people.len()
    }

    /// Whether they fit, and with which shift.
    pub fn fit(&self, rules: &Rules) -> ExpectedFit {
        let (before, after) = (Lineup::of(&self.team), Lineup::of(&self.joined));
        let (team_before, pods) = model(&before, rules);
        let parts = |alone: bool| {
            let parts = pods.iter().flat_map(|pods| &pods.pods).cloned();
            parts.filter(|part| (part.len() == 1) == alone).collect::<Vec<_>>()
        };
        let (shared, isolated) = (parts(false), parts(true).concat());
        let one = after.people.len() - 1;
        let fits = |shift: i32| {
            let moved = with_one_moved(&after, one, shift);
            match &pods {
                Some(_) => !joined_pods(&moved, &shared, one, rules).is_empty(),
                None if team_before == Model::Async => model(&moved, rules).0 < Model::Async,
                None => {
                    let pairs = (0..one).all(|mate| moved.meet(&[mate, one], rules));
                    pairs && model(&moved, rules).0 <= team_before
                }
            }
        };
        let all: Vec<i32> = (1..=1440 / rules.step).flat_map(|n| [n * rules.step, -n * rules.step]).collect();
        let may = |shift: &i32| after.seasons.iter().all(|(_, weeks)| affordable(&weeks[one], *shift, rules));
        let (affordable, others): (Vec<i32>, Vec<i32>) = all.into_iter().partition(may);
        let naturally = fits(0);
        let shift = if naturally { None } else { affordable.into_iter().find(|shift| fits(*shift)) };
        let trapped = !naturally && shift.is_none();
        let trap = if trapped { others.into_iter().find(|shift| fits(*shift)) } else { None };
        let moved = with_one_moved(&after, one, shift.unwrap_or(0));
        ExpectedFit {
            result: match (naturally, shift) {
                (true, _) => FitResult::Fits,
                (_, Some(_)) => FitResult::FitsWithShift,
                _ => FitResult::FitsAsync,
            },
            shift,
            trap,
            night: shift.or(trap).map(|by| {
                let moved = with_one_moved(&after, one, by);
                moved.seasons[0].1[one].minutes_when(|minute| in_clock_range(minute, rules.night))
            }),
            team_before,
            team_after: model(&after, rules).0,
            team_after_shift: shift.map(|_| model(&moved, rules).0),
            pods: joined_pods(&moved, &shared, one, rules),
            bridges: bridged_pods(&after, &shared, one),
            relieves: isolated.into_iter().filter(|mate| after.meet(&[*mate, one], rules)).collect(),
        }
    }

    /// The seasons in which the candidate and somebody of the team keep their offsets, with what they share and
    /// whether that meets the pair's target.
    pub fn pair(&self, mate: usize, rules: &Rules) -> Vec<(ExpectedSeason, PerDay, bool)> {
        let pair = [mate, self.candidate()];
        let shared = |season: ExpectedSeason| {
            let weeks = self.weeks(&pair, &season);
            let group: Vec<&ExpectedWeek> = weeks.iter().collect();
            (season, daily_overlap(&group), meets(&group, rules.target))
        };
        seasons(&self.joined, &pair).into_iter().map(shared).collect()
    }

    /// The least daily overlap of a pair, and whether it meets the target but for grace days.
    pub fn pair_year(&self, mate: usize, rules: &Rules) -> (PerDay, bool) {
        let seasons = self.pair(mate, rules);
        let least = seasons.iter().map(|(_, daily, _)| *daily).min_by(|a, b| compare(*a, *b));
        let failing: u32 =
            seasons.iter().filter(|(_, _, meets)| !meets).map(|(season, ..)| season.days).sum();
        (least.expect("a season"), failing <= rules.grace_of(self.team.days))
    }

    /// The seasons of everybody and the candidate, with the minutes of a week that only the candidate covers.
    pub fn coverage_gained(&self) -> Vec<(ExpectedSeason, u32)> {
        let everybody: Vec<usize> = (0..self.joined.people.len()).collect();
        let gained = |season: ExpectedSeason| {
            let weeks = self.weeks(&everybody, &season);
            let (own, others) = weeks.split_last().expect("the candidate");
            let new =
                |(minute, at_work): (usize, &bool)| *at_work && !others.iter().any(|w| w.at_work[minute]);
            let gained: Vec<bool> = own.at_work.iter().enumerate().map(new).collect();
            (season, count(&gained))
        };
        seasons(&self.joined, &everybody).into_iter().map(gained).collect()
    }

    fn weeks(&self, people: &[usize], season: &ExpectedSeason) -> Vec<ExpectedWeek> {
        people.iter().map(|one| ExpectedWeek::of(&self.joined.people[*one], season.first)).collect()
    }
}

/// The pods all of whose people meet the target together with one more.
fn joined_pods(lineup: &Lineup<'_>, pods: &[Vec<usize>], one: usize, rules: &Rules) -> Vec<usize> {
    let joins = |pod: &Vec<usize>| lineup.meet(&[&pod[..], &[one]].concat(), rules);
    pods.iter().enumerate().filter(|(_, pod)| joins(pod)).map(|(place, _)| place).collect()
}

/// The pods with whose common minutes somebody shares in every season an hour for each of the larger of their own
/// workdays and the pod's fewest.
fn bridged_pods(lineup: &Lineup<'_>, pods: &[Vec<usize>], one: usize) -> Vec<usize> {
    let reaches = |pod: &Vec<usize>| {
        lineup.seasons.iter().all(|(_, weeks)| {
            let all = (0..weeks[one].at_work.len()).map(|minute| {
                weeks[one].at_work[minute] && pod.iter().all(|mate| weeks[*mate].at_work[minute])
            });
            let fewest = pod.iter().map(|mate| weeks[*mate].workdays).min().expect("somebody");
            count(&all.collect::<Vec<_>>()) >= 60 * weeks[one].workdays.max(fewest)
        })
    };
    pods.iter().enumerate().filter(|(_, pod)| reaches(pod)).map(|(place, _)| place).collect()
}
