//! Reply waits and blocked time (§8), one asking minute at a time, exact over the continuous distribution.
//!
//! A question asked at an instant of minute `t` is answered at once when an answerer is at work in that
//! minute. Otherwise, with the next answerer's minute `d` minutes ahead, the waits of that minute's questions
//! are uniform between `d − 1` and `d`. The asker's own minutes in between, of which `t` is one, make the
//! blocked time likewise.

use super::hours::{availability, range};
use super::people::Crew;
use crate::support::clock::DAY;

/// "Answerers are seen past the horizon's end until they answer (up to 800 days; then the wait is never)."
const ANSWERS_SEEN_DAYS: [i32; 2] = [30, 800];

/// An exact number of minutes.
#[derive(Clone, Copy, Debug)]
pub struct Exact {
    pub numerator: u64,
    pub denominator: u64,
}

impl Exact {
    pub fn minutes(self) -> f64 {
        self.numerator as f64 / self.denominator as f64
    }
}

impl From<u64> for Exact {
    fn from(minutes: u64) -> Self {
        Self { numerator: minutes, denominator: 1 }
    }
}

impl PartialEq for Exact {
    fn eq(&self, other: &Self) -> bool {
        self.cmp(other).is_eq()
    }
}

impl Eq for Exact {}

impl PartialOrd for Exact {
    fn partial_cmp(&self, other: &Self) -> Option<std::cmp::Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Exact {
    fn cmp(&self, other: &Self) -> std::cmp::Ordering {
        let product = |a: u64, b: u64| u128::from(a) * u128::from(b);
        product(self.numerator, other.denominator).cmp(&product(other.numerator, self.denominator))
    }
}

/// "Share with none, mean, p50, p95, worst." `None` is never.
#[derive(Clone, PartialEq, Debug)]
pub struct Spread {
    pub none: Exact,
    pub mean: Option<Exact>,
    pub p50: Option<Exact>,
    pub p95: Option<Exact>,
    pub worst: Option<Exact>,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Replies {
    pub wait: Spread,
    /// "The asker's own working time inside it."
    pub blocked: Spread,
}

/// "Somebody at work asks at t, uniformly over their working time in the horizon; they are answered at the
/// first instant ≥ t at which one of the answerers is at work. For a group of askers every asker's minutes
/// count alike."
///
/// Each asker with the people who answer them: "nobody answers themselves". `None` where nobody asks.
pub fn replies(crew: &Crew, questions: &[(usize, Vec<usize>)]) -> Option<Replies> {
    let mut asked = Vec::new();
    for days in ANSWERS_SEEN_DAYS {
        asked = asked_minutes(crew, questions, days);
        if asked.iter().all(Option::is_some) {
            break;
        }
    }
    let wait = asked.iter().map(|minute| minute.map(|(wait, _)| wait));
    let blocked = asked.iter().map(|minute| minute.map(|(_, blocked)| blocked));
    Some(Replies { wait: Spread::of(wait.collect())?, blocked: Spread::of(blocked.collect())? })
}

/// For each minute in which somebody asks the wait and the blocked time: 0 for answered at once, `d` for
/// uniform between d − 1 and d, `None` for never.
fn asked_minutes(crew: &Crew, questions: &[(usize, Vec<usize>)], days: i32) -> Vec<Option<(u64, u64)>> {
    let (from, to) = range(crew);
    let seen_until = to + days * DAY;
    let at_work: Vec<_> = crew.people.iter().map(|person| availability(person, from, seen_until)).collect();
    let mut asked = Vec::new();
    for (asker, answerers) in questions {
        assert!(!answerers.contains(asker), "nobody answers themselves");
        let mut next_answer = None;
        // The asker's own minutes from the present one to the next answer.
        let mut own = 0;
        for minute in (from..seen_until).rev() {
            if answerers.iter().any(|answerer| at_work[*answerer].contains(minute)) {
                (next_answer, own) = (Some(minute), 0);
            } else if at_work[*asker].contains(minute) {
                own += 1;
            }
            if minute < to && at_work[*asker].contains(minute) {
                asked.push(next_answer.map(|answer| ((answer - minute) as u64, own)));
            }
        }
    }
    asked
}

impl Spread {
    fn of(mut minutes: Vec<Option<u64>>) -> Option<Self> {
        // Never sorts last.
        minutes.sort_by_key(|minute| (minute.is_none(), *minute));
        let asked = minutes.len() as u64;
        if asked == 0 {
            return None;
        }
        let none = minutes.iter().filter(|minute| **minute == Some(0)).count() as u64;
        let answered: Option<Vec<u64>> = minutes.iter().copied().collect();
        // The mean of what is uniform between d − 1 and d is d − ½.
        let halves = |minutes: Vec<u64>| minutes.iter().map(|d| (2 * d).saturating_sub(1)).sum();
        Some(Self {
            none: Exact { numerator: none, denominator: asked },
            mean: answered.map(|minutes| Exact { numerator: halves(minutes), denominator: 2 * asked }),
            p50: percentile(&minutes, 50),
            p95: percentile(&minutes, 95),
            worst: minutes[minutes.len() - 1].map(Exact::from),
        })
    }
}

/// "The smallest x with P(wait ≤ x) ≥ p": it grows linearly over each minute.
fn percentile(sorted: &[Option<u64>], percent: u64) -> Option<Exact> {
    // How many questions must be answered by then, times 100.
    let wanted = sorted.len() as u64 * percent;
    let mut answered = 0;
    for same in sorted.chunk_by(|a, b| a == b) {
        let (minute, questions) = (same[0]?, same.len() as u64);
        if (answered + questions) * 100 < wanted {
            answered += questions;
            continue;
        }
        if minute == 0 {
            return Some(Exact::from(0));
        }
        // d − 1 and the share of this minute's questions that must be answered too.
        let denominator = questions * 100;
        return Some(Exact { numerator: (minute - 1) * denominator + wanted - answered * 100, denominator });
    }
    None
}
