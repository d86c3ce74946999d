//! Waits.

use serde::{Serialize, Serializer};

use crate::reply::DatedProfile;
use crate::wait::{Delay, Wait};

impl Serialize for DatedProfile {
    /// Its members.
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        self.members.serialize(serializer)
    }
}

/// The figures of a delay; all null where nobody asks.
#[derive(Serialize)]
struct Figures {
    none: Option<f64>,
    mean: Option<f64>,
    p50: Option<f64>,
    p95: Option<f64>,
    #[serde(skip_serializing_if = "Option::is_none")]
    worst: Option<u32>,
    #[serde(skip_serializing_if = "std::ops::Not::not")]
    never: bool,
}

impl Figures {
    fn of(delay: Option<Delay>) -> Self {
        let minutes = |figure: fn(Delay) -> Option<f64>| delay.and_then(figure).map(super::rounded);
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

impl Serialize for Delay {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        Figures::of(Some(*self)).serialize(serializer)
    }
}

impl Serialize for Wait {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        or_nulls(&Some(*self), serializer)
    }
}

/// Somebody who never works in the horizon asks nothing: every figure is null.
pub(crate) fn or_nulls<S: Serializer>(wait: &Option<Wait>, serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Keys {
        #[serde(flatten)]
        elapsed: Figures,
        blocked: Figures,
    }
    let keys = Keys {
        elapsed: Figures::of(wait.map(Wait::elapsed)),
        blocked: Figures::of(wait.map(|wait| wait.blocked)),
    };
    keys.serialize(serializer)
}
