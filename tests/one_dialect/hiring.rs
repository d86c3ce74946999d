//! Documents about candidates.

use serde_json::json;
use tzplan::fit::{Opening, Ranking, SortBy};
use tzplan_report::{FitDocument, Pool, PoolDocument};

use crate::compare::{Findings, People};
use crate::teams::Case;
use crate::{context, core, written};

pub fn fits(case: &Case) -> Vec<Findings> {
    let opening = Opening::new(&case.prepared, &case.policy);
    let of_one = |who: tzplan::MemberRef<'_>| {
        let candidate = opening.candidate(who.schedule());
        let mut of_core = core(&candidate.fit());
        let everyone = core(&candidate.team_overlap());
        for (key, value) in everyone.as_object().expect("keys") {
            of_core[key] = value.clone();
        }
        of_core["horizon"] = core(case.prepared.horizon());
        of_core["policy"] = core(&case.policy);
        of_core["waits"] = core(&candidate.waits());
        of_core["coverage_gained"] = core(&candidate.coverage_gained());
        let document = written(&FitDocument::new(who.name(), &candidate, context()));
        let people = People { candidate: who.name(), ..People::of(&case.prepared) };
        let mut all = vec![
            people.compare("fit", &of_core, &document),
            people.compare(
                "fit.candidate.days_off",
                &core(&candidate.days_off()),
                &document["candidate"]["days_off"],
            ),
        ];
        // What the candidate shares with an optional teammate, in the seasons of the two.
        for (teammate, entry) in
            case.prepared.team().members().zip(document["teammates"].as_array().expect("a list"))
        {
            if !case.prepared.is_required(teammate) {
                let pair = core(&candidate.pair(case.prepared.profile_of(teammate)));
                all.push(people.compare("pair", &pair, entry));
            }
        }
        all
    };
    case.candidates.members().flat_map(of_one).collect()
}

pub fn pool(case: &Case) -> Findings {
    let opening = Opening::new(&case.prepared, &case.policy);
    let ranking = Ranking::of(&opening, &case.candidates, SortBy::Bridges, None);
    let pool = Pool {
        source: "pool.csv",
        ranking: &ranking,
        sort: SortBy::Bridges,
        results: ranking.results(),
        profiles: ranking.judged(),
        skipped: 0,
        row: &|place| Some(place as u64 + 2),
    };
    let of_core = json!({
        "horizon": core(case.prepared.horizon()),
        "policy": core(&case.policy),
        "team_before": core(&opening.team_before()),
        "sort": core(&SortBy::Bridges),
        "candidates": ranking.results().total(),
        "profiles": ranking.judged(),
        "results": core(&ranking.results()),
        "tied": ranking.tied(),
        "ranked": core(&ranking),
    });
    let document = written(&PoolDocument::new(&opening, pool, context()));
    let mut people = People::of(&case.prepared);
    people.roster = &case.candidates;
    people.compare("pool", &of_core, &document)
}
