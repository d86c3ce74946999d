//! The figures of a reply wait.

use serde::Serialize;
use tzplan::reply::Wait;

#[derive(Serialize)]
pub(super) struct WaitFigures {
    none: Option<f64>,
    mean: Option<f64>,
    p50: Option<f64>,
    p95: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    worst: Option<u32>,
    /// Some questions are never answered.
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    never: bool,
}

impl From<Option<Wait>> for WaitFigures {
    /// Somebody who never works in the horizon asks nothing: every figure is null.
    fn from(wait: Option<Wait>) -> Self {
        Self {
            none: wait.map(|wait| wait.none),
            mean: wait.and_then(|wait| wait.mean),
            p50: wait.and_then(|wait| wait.p50),
            p95: wait.and_then(|wait| wait.p95),
            worst: wait.and_then(|wait| wait.worst),
            never: wait.is_some_and(|wait| wait.worst.is_none()),
        }
    }
}
