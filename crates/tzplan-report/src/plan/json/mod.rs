//! The plan and the year as JSON.

mod all_year;
mod days_off;
mod members;
mod moves;
mod night;
mod season;
mod verdict;

use std::io;

use serde::Serialize;
use tzplan::Plan;

use super::{PlanDocument, YearDocument};
use crate::json::head::{Head, PolicyKeys, YearKeys};
use crate::json::stays::{LongStayKeys, StayKeys};
use crate::json::who::{ListedPer, Who};
use crate::json::write;
use all_year::AllYearKeys;
use days_off::DaysOffKeys;
use members::write_around_members;
use season::SeasonKeys;
use verdict::VerdictKeys;

/// The plan of a team: the verdict, the seasons of the year with what everyone shares, and what to do.
#[cfg(feature = "schema")]
#[derive(schemars::JsonSchema)]
#[schemars(rename = "plan")]
#[expect(dead_code, reason = "only described: it is written in three parts")]
pub(crate) struct PlanKeys<'a> {
    #[schemars(flatten)]
    before: BeforeMembers<'a>,
    /// Everybody, in roster order.
    members: Vec<members::MemberKeys<'a>>,
    #[schemars(flatten)]
    after: AfterMembers<'a>,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct BeforeMembers<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    /// The thresholds that held.
    policy: PolicyKeys,
}

#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema))]
struct AfterMembers<'a> {
    /// How the team can work, and why.
    verdict: VerdictKeys<'a>,
    /// Under overlap with shifts: shifts that are kept all year; null where no affordable ones do.
    all_year: Option<AllYearKeys<'a>>,
    /// What everyone required shares through the year, and each pod of a hybrid team.
    year: YearOfPlan,
    /// What days off cost; verdicts are about ordinary weeks.
    days_off: DaysOffKeys<'a>,
    /// Whether moves and bridges name members, or one member of each profile (beyond 10,000 required people).
    listed_per: ListedPer,
    /// Maximal runs of dates on which everybody required keeps one offset from UTC, short stays aside; in
    /// order.
    seasons: Vec<SeasonKeys<'a>>,
    /// The short stays, by their first dates: exceptions, which cut no season.
    stays: Vec<StayKeys<'a>>,
    /// The other stays and moves for good, by their first dates.
    long_stays: Vec<LongStayKeys<'a>>,
}

/// The statistics of a year, for everyone required and for each pod.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "YearOfPlan"))]
struct YearOfPlan {
    #[serde(flatten)]
    everyone: YearKeys,
    /// Of each pod of a hybrid team, in the order of the verdict's pods; null under other verdicts.
    pods: Option<Vec<YearKeys>>,
}

impl From<&Plan> for YearOfPlan {
    fn from(plan: &Plan) -> Self {
        let pods = plan.pod_years();
        Self {
            everyone: plan.year().into(),
            pods: (!pods.is_empty()).then(|| pods.iter().map(Into::into).collect()),
        }
    }
}

/// The seasons of a year, and the drift weeks between clock changes.
#[derive(Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "year"))]
pub(crate) struct YearOfSeasons<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    /// What everyone required shares through the year, and each pod of a hybrid team.
    year: YearOfPlan,
    /// Whether moves name members, or one member of each profile (beyond 10,000 required people).
    listed_per: ListedPer,
    /// Maximal runs of dates on which everybody required keeps one offset from UTC, in order.
    seasons: Vec<SeasonKeys<'a>>,
    /// The stays that are not short, and moves for good, by their first dates.
    long_stays: Vec<LongStayKeys<'a>>,
}

pub(super) fn write(document: &PlanDocument<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let PlanDocument { prepared, plan, days_off, stays, context, .. } = document;
    let who = Who::new(prepared);
    let per = who.listed_per();
    let before = BeforeMembers {
        head: Head::new(*context, prepared.horizon()),
        policy: PolicyKeys::new(plan.policy()),
    };
    let after = AfterMembers {
        verdict: VerdictKeys::new(prepared, plan, &who, per),
        all_year: plan.all_year().map(|all_year| AllYearKeys::new(all_year, &who, per)),
        year: YearOfPlan::from(*plan),
        days_off: DaysOffKeys::new(days_off, prepared, plan),
        listed_per: per,
        seasons: plan.seasons().map(|season| SeasonKeys::new(&season, &who, per)).collect(),
        stays: stays.iter().map(|stay| StayKeys::new(stay, prepared)).collect(),
        long_stays: LongStayKeys::of(prepared),
    };
    write_around_members(out, &before, (prepared, plan.policy()), &after)
}

pub(super) fn write_year(document: &YearDocument<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let YearDocument { prepared, plan, context } = *document;
    let who = Who::new(prepared);
    let per = who.listed_per();
    let keys = YearOfSeasons {
        head: Head::new(context, prepared.horizon()),
        year: YearOfPlan::from(plan),
        listed_per: per,
        seasons: plan.seasons().map(|season| SeasonKeys::new(&season, &who, per)).collect(),
        long_stays: LongStayKeys::of(prepared),
    };
    write::write(out, &keys)
}
