//! Plans, verdicts and pods.

use serde::ser::SerializeStruct;
use serde::{Serialize, Serializer};

use crate::minutes::PerDay;
use crate::pods::Pods;
use crate::policy::Policy;
use crate::season::ProfileId;
use crate::shift::PlanKind;
use crate::target::YearOverlap;
use crate::verdict::{AllYearPlan, Plan, SeasonPlan, Verdict};

impl Serialize for Plan {
    /// Profiles are places among [`PreparedTeam::profiles`](crate::PreparedTeam::profiles).
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Keys<'p> {
            policy: &'p Policy,
            verdict: &'p Verdict,
            all_year: Option<&'p AllYearPlan>,
            year: Year<'p>,
            seasons: Vec<SeasonPlan<'p>>,
        }

        #[derive(Serialize)]
        struct Year<'p> {
            #[serde(flatten)]
            everyone: &'p YearOverlap,
            #[serde(serialize_with = "super::or_null")]
            pods: &'p [YearOverlap],
        }

        let keys = Keys {
            policy: self.policy(),
            verdict: self.verdict(),
            all_year: self.all_year(),
            year: Year { everyone: self.year(), pods: self.pod_years() },
            seasons: self.seasons().collect(),
        };
        keys.serialize(serializer)
    }
}

impl Serialize for PlanKind {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let (kind, window) = match self {
            Self::Window { start, length } => ("window", Some((start, length))),
            Self::Alone => ("alone", None),
        };
        let mut keys = serializer.serialize_struct("PlanKind", 3)?;
        keys.serialize_field("kind", kind)?;
        keys.serialize_field("window_start", &window.map(|(start, _)| start))?;
        keys.serialize_field("window_minutes", &window.map(|(_, length)| length))?;
        keys.end()
    }
}

/// The pods of a verdict, as keys of its own.
pub(crate) fn parts<S: Serializer>(pods: &Option<Pods>, serializer: S) -> Result<S::Ok, S::Error> {
    #[derive(Serialize)]
    struct Keys<'p> {
        pods: Option<&'p [Vec<ProfileId>]>,
        pods_exact: bool,
        isolated: &'p [ProfileId],
    }
    let keys = Keys {
        pods: pods.as_ref().map(|pods| &*pods.pods),
        pods_exact: pods.as_ref().is_none_or(|pods| pods.exact),
        isolated: pods.as_ref().map_or(&[], |pods| &pods.isolated),
    };
    keys.serialize(serializer)
}

impl Serialize for Pods {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        #[derive(Serialize)]
        struct Keys<'p> {
            fewest: u32,
            exact: bool,
            lower_bound: u32,
            half_share: bool,
            sharing: u32,
            members: u32,
            worst_year_min: Option<PerDay>,
            pods: &'p [Vec<ProfileId>],
            isolated: &'p [ProfileId],
            /// Of each pod.
            pods_year_min: &'p [PerDay],
        }
        let keys = Keys {
            fewest: self.parts,
            exact: self.exact,
            lower_bound: self.lower_bound,
            half_share: self.half_share(),
            sharing: self.sharing,
            members: self.members,
            worst_year_min: self.worst_year_min,
            pods: &self.pods,
            isolated: &self.isolated,
            pods_year_min: &self.year_min,
        };
        keys.serialize(serializer)
    }
}
