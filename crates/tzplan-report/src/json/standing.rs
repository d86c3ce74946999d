//! Standing: how well a team stands.

use serde::Serialize;
use tzplan::{Model, Standing};

use super::head::Spelled;

/// How well a team stands: the better of two has the better verdict; under hybrid and async then more who
/// share a pod, then fewer parts.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Standing"))]
pub(crate) struct StandingKeys {
    /// The verdict.
    model: Spelled<Model>,
    /// How many members share a pod; null under the two overlap verdicts.
    sharing: Option<u32>,
    /// Pods and isolated people; null under the two overlap verdicts.
    parts: Option<u32>,
}

impl From<Standing> for StandingKeys {
    fn from(standing: Standing) -> Self {
        Self { model: Spelled(standing.model), sharing: standing.sharing, parts: standing.parts }
    }
}
