//! The figures of a reply wait.

use serde::Serialize;
use tzplan::reply::{Delay, Wait};

use crate::words::replies::rounded;

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct WaitFigures {
    /// The wait itself: from the question to the answer.
    #[serde(flatten)]
    elapsed: DelayFigures,
    /// The asker's own working time inside the wait: what a question costs the person who asks it.
    blocked: DelayFigures,
}

/// A delay of questions.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Delay"))]
pub(crate) struct DelayFigures {
    /// The share that is answered at once, 0 to 1; null where nobody asks.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
    none: Option<f64>,
    /// The mean, in minutes; null where it would be infinite.
    mean: Option<f64>,
    /// Half of the questions are delayed no longer, in minutes.
    p50: Option<f64>,
    /// 95% of the questions are delayed no longer, in minutes.
    p95: Option<f64>,
    /// The longest delay, in minutes; absent where it has no end.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "u32"))]
    worst: Option<u32>,
    /// There where some questions are never answered.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    #[cfg_attr(feature = "schema", schemars(extend("const" = true)))]
    never: bool,
}

impl From<Option<Wait>> for WaitFigures {
    /// Somebody who never works in the horizon asks nothing: every figure is null.
    fn from(wait: Option<Wait>) -> Self {
        Self { elapsed: wait.map(Wait::elapsed).into(), blocked: wait.map(|wait| wait.blocked).into() }
    }
}

impl From<Option<Delay>> for DelayFigures {
    fn from(delay: Option<Delay>) -> Self {
        let minutes = |figure: fn(Delay) -> Option<f64>| delay.and_then(figure).map(rounded);
        Self {
            none: delay.map(|delay| delay.none),
            mean: minutes(|delay| delay.mean),
            p50: minutes(|delay| delay.p50),
            p95: minutes(|delay| delay.p95),
            worst: delay.and_then(|delay| delay.worst),
            never: delay.is_some_and(|delay| delay.worst.is_none()),
        }
    }
}
