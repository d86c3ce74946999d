//! The order of candidates (§9).

use std::cmp::Reverse;

use super::fit::{Answer, Fit, Hire};
use super::people::{Crew, Person};
use super::reply::{Exact, replies};
use super::rules::Rules;

/// Smaller is better. "Result; then peers (more first); then the sum over required teammates of each pair's
/// own year minimum at stated hours (larger first); then smaller |s| (of one who fits by the team's plan: the
/// most that it asks of anybody); then less night work and, all at stated hours, the shorter p95 of blocked
/// time (the larger of the two directions; never last); then input order."
pub type RankingKey = (Answer, Reverse<usize>, Reverse<u32>, i32, u32, BlockedKey);

/// The larger p95 of the two directions; never sorts last.
pub type BlockedKey = (bool, Option<Exact>);

/// A day's overlap in parts that any number of workdays divides.
const DAYS: u32 = 3 * 4 * 5 * 7;

pub fn ranking_key(hire: &Hire, fit: &Fit, rules: &Rules) -> RankingKey {
    let required = hire.team.required();
    let pairs: Vec<_> = required.iter().map(|mate| hire.pair_year(*mate, rules)).collect();
    let peers = pairs.iter().filter(|(_, met)| *met).count();
    let sum = pairs.iter().map(|(least, _)| least.minutes * (DAYS / least.days)).sum();
    let shift = if fit.by_plan { fit.asked.most } else { fit.shift.unwrap_or(0).abs() };
    (fit.answer, Reverse(peers), Reverse(sum), shift, fit.night_minutes, blocked(hire, &required))
}

/// The candidates' places in the ranking's order.
pub fn ranked(team: &Crew, candidates: &[Person], rules: &Rules) -> Vec<usize> {
    let key = |one: usize| {
        let hire = Hire::new(team.clone(), candidates[one].clone());
        (ranking_key(&hire, &hire.fit(rules), rules), one)
    };
    let mut order: Vec<_> = (0..candidates.len()).map(key).collect();
    order.sort();
    order.into_iter().map(|(_, one)| one).collect()
}

/// "Waits pool the required teammates": the candidate asks any of them, each of them asks the candidate.
fn blocked(hire: &Hire, required: &[usize]) -> BlockedKey {
    let candidate = hire.candidate();
    let asks = [(candidate, required.to_vec())];
    let asked: Vec<_> = required.iter().map(|mate| (*mate, vec![candidate])).collect();
    let p95 = |questions: &[(usize, Vec<usize>)]| {
        let replies = replies(&hire.joined, questions);
        replies.map_or(Some(Exact::from(0)), |replies| replies.blocked.p95)
    };
    let directions = [p95(&asks), p95(&asked)];
    let never = directions.contains(&None);
    (never, if never { None } else { directions.into_iter().max().flatten() })
}
