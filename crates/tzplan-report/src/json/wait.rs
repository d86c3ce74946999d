//! The figures of a reply wait.

use serde::Serialize;
use tzplan::reply::Wait;

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
pub(crate) struct WaitFigures {
    /// The share that is answered at once, 0 to 1; null where nobody asks.
    #[cfg_attr(feature = "schema", schemars(range(min = 0, max = 1)))]
    none: Option<f64>,
    /// The mean wait, in minutes; null where it would be infinite.
    mean: Option<f64>,
    /// Half of the questions wait no longer, in minutes.
    p50: Option<f64>,
    /// 95% of the questions wait no longer, in minutes.
    p95: Option<f64>,
    /// The longest wait, in minutes; absent where it has no end.
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
