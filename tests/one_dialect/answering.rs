//! Pairs with their waits, and regions.

use serde_json::{Value, json};
use tzplan::fit::{Opening, SortBy};
use tzplan::pairs::Pairs;
use tzplan::reply::{Replies, Wait};
use tzplan::{ProfileId, Tzdb, WeeklyHours};
use tzplan_report::{Inhabitants, PairsDocument, Regions, RegionsDocument, Shown};

use crate::compare::{Findings, People};
use crate::teams::Case;
use crate::{context, core, written};

pub fn pairs(case: &Case) -> Findings {
    let Case { prepared, policy, .. } = case;
    let (overlaps, replies) = (Pairs::new(prepared, policy), Replies::new(prepared));
    let profiles = replies.profiles(|_| true);
    let everybody: Vec<ProfileId> = profiles.iter().map(|one| one.profile).collect();
    let seasons = prepared.seasons_of(&everybody);
    let each = || 0..profiles.len();
    let are_two = |a: usize, b: usize| a != b || profiles[a].members.len() > 1;
    let pair = |a: usize, b: usize| {
        let pair = overlaps.between(profiles[a].profile, profiles[b].profile);
        // Its own seasons are those of a teammate; here everybody's cut it.
        let of_season = |shared| core(shared)["overlap"].clone();
        let mut of_core = core(&*pair);
        of_core["seasons"] = pair.in_seasons(&seasons).map(|(_, shared)| of_season(shared)).collect();
        of_core["a"] = a.into();
        of_core["b"] = b.into();
        of_core
    };
    let wait = |from: usize, to: usize| {
        let (asker, answerer) = (profiles[from].members[0], profiles[to].members.last().expect("somebody"));
        let mut of_core = figures(replies.between(asker, *answerer));
        of_core["to"] = to.into();
        of_core["from"] = from.into();
        of_core
    };
    let of_each = replies.of_each(|_| true);
    let anybody = |from: usize| {
        let mut of_core = figures(of_each[profiles[from].members[0].index()]);
        of_core["from"] = from.into();
        of_core
    };
    let later = |a: usize| (a..profiles.len()).filter(move |b| are_two(a, *b)).map(move |b| (a, b));
    let others = |from: usize| each().filter(move |to| are_two(from, *to)).map(move |to| (from, to));
    let of_core = json!({
        "horizon": core(prepared.horizon()),
        "seasons": core(&seasons),
        "profiles": core(&profiles),
        "pairs": each().flat_map(later).map(|(a, b)| pair(a, b)).collect::<Value>(),
        "waits": each().flat_map(others).map(|(from, to)| wait(from, to)).collect::<Value>(),
        "anybody": each().map(anybody).collect::<Value>(),
    });
    let document = written(&PairsDocument::new(prepared, policy, None, context()));
    People::of(prepared).compare("pairs", &of_core, &document)
}

/// Where nobody asks there is no wait, and every figure of the document is null.
fn figures(wait: Option<Wait>) -> Value {
    let nulls = || json!({"none": null, "mean": null, "p50": null, "p95": null});
    wait.map_or_else(
        || {
            let mut of_core = nulls();
            of_core["blocked"] = nulls();
            of_core
        },
        |wait| core(&wait),
    )
}

pub fn regions(case: &Case) -> Findings {
    let Case { prepared, policy, .. } = case;
    let (opening, hours) = (Opening::new(prepared, policy), WeeklyHours::default());
    let some = |id: &str| ["Asia/Kolkata", "Europe/Berlin", "America/Lima", "Asia/Tokyo"].contains(&id);
    let regions = tzplan::regions::regions(&opening, Tzdb::bundled(), &hours, some);
    let of_core = json!({
        "horizon": core(prepared.horizon()),
        "policy": core(policy),
        "hours": core(&hours),
        "hours_on": null,
        "team_before": core(&opening.team_before()),
        "sort": core(&SortBy::Fit),
        "regions": core(&regions),
    });
    let shown = Regions {
        hours: &hours,
        hours_on: None,
        regions: &regions,
        sort: SortBy::Fit,
        shown: Shown::Populous,
        people_of: &|_| Inhabitants::default(),
    };
    let document = written(&RegionsDocument::new(&opening, shown, context()));
    People::of(prepared).compare("regions", &of_core, &document)
}
