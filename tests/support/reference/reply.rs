//! Reply waits, one asking minute at a time.
//!
//! A question asked at an instant of minute `t` is answered at once when an answerer is at work in that
//! minute. Otherwise, with the next answerer's minute `d` minutes ahead, the waits of that minute's questions
//! are uniform between `d − 1` and `d`. The asker's own working minutes among these `d` are the time for
//! which it blocks them: with `b` of them, the present one included, uniform between `b − 1` and `b`.

use super::availability::{availability, range};
use crate::support::clock::DAY;
use crate::support::crew::Crew;

/// People with any hours answer within this many days of the horizon's end in every generated crew.
const ANSWERS_SEEN_DAYS: i32 = 30;

#[derive(Clone, PartialEq, Debug)]
pub struct ExpectedWait {
    pub elapsed: ExpectedDelay,
    pub blocked: ExpectedDelay,
}

#[derive(Clone, PartialEq, Debug)]
pub struct ExpectedDelay {
    pub none: f64,
    pub mean: Option<f64>,
    pub p50: Option<f64>,
    pub p95: Option<f64>,
    pub worst: Option<u32>,
}

/// The waits of these questions: each asker with the people who answer them, all asking minutes counted
/// alike.
pub fn waits(crew: &Crew, questions: &[(usize, Vec<usize>)]) -> Option<ExpectedWait> {
    let (from, to) = range(crew);
    let seen_until = to + ANSWERS_SEEN_DAYS * DAY;
    let at_work: Vec<_> = crew.people.iter().map(|person| availability(person, from, seen_until)).collect();

    let (mut waits, mut blocked) = (Vec::new(), Vec::new());
    for (asker, answerers) in questions {
        // Minutes until the answer, and the asker's own ones among them; `None` as long as nobody answers.
        let mut until_answer: Option<(u32, u32)> = None;
        for minute in (from..seen_until).rev() {
            let asks = at_work[*asker].contains(minute);
            if answerers.iter().any(|answerer| at_work[*answerer].contains(minute)) {
                until_answer = Some((0, 0));
            } else if let Some((wait, own)) = &mut until_answer {
                *wait += 1;
                *own += u32::from(asks);
            }
            if asks && minute < to {
                waits.push(until_answer.map(|(wait, _)| wait));
                blocked.push(until_answer.map(|(_, own)| own));
            }
        }
    }
    (!waits.is_empty()).then(|| ExpectedWait { elapsed: delay(&waits), blocked: delay(&blocked) })
}

/// The figures of delays: 0 for none, `d` for uniform between d − 1 and d, `None` for never.
fn delay(delays: &[Option<u32>]) -> ExpectedDelay {
    let asked = delays.len() as f64;
    let at_once = delays.iter().filter(|delay| **delay == Some(0)).count();
    let never = delays.iter().any(Option::is_none);
    let mean_of = |delay: &Option<u32>| delay.map_or(0.0, |d| if d == 0 { 0.0 } else { f64::from(d) - 0.5 });
    ExpectedDelay {
        none: at_once as f64 / asked,
        mean: (!never).then(|| delays.iter().map(mean_of).sum::<f64>() / asked),
        p50: percentile(delays, 50),
        p95: percentile(delays, 95),
        worst: if never { None } else { delays.iter().copied().flatten().max() },
    }
}

/// The smallest x with P(wait ≤ x) ≥ p, growing linearly over each minute of waiting.
fn percentile(waits: &[Option<u32>], percent: usize) -> Option<f64> {
    let mut sorted: Vec<u32> = waits.iter().copied().flatten().collect();
    sorted.sort_unstable();
    // How many questions must be answered by then, times 100.
    let wanted = waits.len() * percent;
    let mut answered = 0;
    for same in sorted.chunk_by(|a, b| a == b) {
        let (wait, questions) = (same[0], same.len());
        if (answered + questions) * 100 >= wanted {
            let share = (wanted - answered * 100) as f64 / (questions * 100) as f64;
            return Some(if wait == 0 { 0.0 } else { f64::from(wait) - 1.0 + share });
        }
        answered += questions;
    }
    None
}
