//! The verdict with its evidence.

use std::collections::BTreeMap;

use chrono::Days;

use crate::corpus::{TeamFile, Verdict};
use crate::facts::{Facts, hold};
use crate::reading::{Roster, place};
use crate::support::law::lineup::Lineup;
use crate::support::law::people::{Mark, Person};
use crate::support::law::pods::{bridges, fewest};
use crate::support::law::target::Daily;
use crate::support::law::verdict::{Judged, Model, binding, night_work, reasonable_year_min};
use crate::support::law::week;

#[test]
fn verdicts() {
    hold("verdict", |facts, file, roster| {
        let lineup = Lineup::of(&roster.crew);
        verdict(facts, &file.expect.verdict, roster, &lineup);
        year(facts, file, &lineup);
        evidence(facts, file, roster, &lineup);
        stays(facts, file, roster);
    });
}

/// The name of a model in the files.
pub fn name(model: Model) -> &'static str {
    match model {
        Model::Overlap => "overlap",
        Model::OverlapWithShifts => "overlap-with-shifts",
        Model::Hybrid => "hybrid",
        Model::Async => "async",
    }
}

fn verdict(facts: &mut Facts, expected: &Verdict, roster: &Roster, lineup: &Lineup) {
    let judged = Judged::of(lineup, &roster.rules);
    let standing = judged.standing;
    facts.equal("model", "", expected.model.as_str(), name(standing.model));
    if let Some(sharing) = expected.sharing {
        facts.equal("sharing", "", sharing, standing.sharing);
    }
    if let Some(parts) = expected.parts {
        facts.equal("parts", "", parts, standing.parts);
    }
    let partition = judged.pods.or_else(|| fewest(lineup, &roster.rules));
    let places =
        |people: &[usize]| -> Vec<usize> { people.iter().map(|one| lineup.people[*one].place).collect() };
    let parts = || partition.as_ref().expect("people in parts");
    let people_of_pods = || -> Vec<&Vec<usize>> { parts().pods() };
    if let Some(pods) = &expected.pods {
        let mut found: Vec<Vec<usize>> = people_of_pods().into_iter().map(|pod| places(pod)).collect();
        found.sort();
        facts.equal("pods", "", roster.groups(pods), found);
        for (pod, year_min) in pods.iter().zip(expected.pods_year_min.iter().flatten()) {
            let pod = roster.group(pod);
            let found = people_of_pods().into_iter().find(|people| places(people) == pod);
            let found = found.map(|people| lineup.year_min(people).shown());
            facts.equal("year minimum of a pod", &roster.named(&pod), Some(year_min.clone()), found);
        }
    }
    if let Some(isolated) = &expected.isolated {
        facts.equal("isolated", "", roster.group(isolated), places(&parts().isolated()));
    }
    if let Some(expected) = &expected.bridges {
        let mut expected: Vec<(usize, Vec<usize>)> = expected
            .iter()
            .flat_map(|(name, pods)| roster.groups(pods).into_iter().map(|pod| (roster.place(name), pod)))
            .collect();
        let of = |(one, pod): (usize, usize)| (lineup.people[one].place, places(people_of_pods()[pod]));
        let mut found: Vec<_> = bridges(lineup, parts()).into_iter().map(of).collect();
        expected.sort();
        found.sort();
        facts.equal("bridges", "", expected, found);
    }
}

fn year(facts: &mut Facts, file: &TeamFile, lineup: &Lineup) {
    let (expected, found) = (&file.expect.year, lineup.year(&lineup.everybody()));
    facts.equal("year min", "", expected.min.clone(), found.min.shown());
    facts.equal("year usual", "", expected.usual.clone(), found.usual.shown());
    facts.equal("year max", "", expected.max.clone(), found.max.shown());
    let drift = found.drift.iter().map(|season| format!("{}..{}", season.first, season.last));
    facts.equal("drift", "", expected.drift.clone(), drift.collect());
}

fn evidence(facts: &mut Facts, file: &TeamFile, roster: &Roster, lineup: &Lineup) {
    if let Some(expected) = &file.expect.binding {
        let mut written: Vec<_> = expected.without.iter().collect();
        written.sort_by_key(|(_, year_min)| year_min.span().start);
        let expected: Vec<(usize, String)> = written
            .into_iter()
            .map(|(name, year_min)| (roster.places(name)[0], year_min.get_ref().clone()))
            .collect();
        let first =
            |(people, without): (Vec<usize>, Daily)| (lineup.people[people[0]].place, without.shown());
        facts.equal("binding", "", expected, binding(lineup).into_iter().map(first).collect());
    }
    let by_place = |minutes: &BTreeMap<String, u32>| -> BTreeMap<usize, u32> {
        let of = |(name, minutes): (&String, &u32)| (roster.place(name), *minutes);
        minutes.iter().map(of).collect()
    };
    if let Some(expected) = &file.expect.night {
        let found = night_work(&roster.crew, &roster.rules).into_iter().collect();
        facts.equal("night work", "", by_place(&expected.minutes_per_week), found);
        let found = reasonable_year_min(lineup, &roster.rules).shown();
        facts.equal("reasonable year min", "", expected.reasonable_year_min.clone(), found);
    }
    if let Some(expected) = &file.expect.member_night {
        for (one, minutes) in by_place(&expected.minutes_per_week) {
            let person = &roster.crew.settled().people[one];
            assert_eq!(person.mark, Mark::Optional, "member_night is of optional people");
            let found = week::night_work(person, roster.crew.from, &roster.rules);
            facts.equal("night work of optional people", &roster.names[one], minutes, found);
        }
    }
}

fn stays(facts: &mut Facts, file: &TeamFile, roster: &Roster) {
    let Some(expected) = &file.expect.stays else { return };
    let expected = expected.list.iter().map(|stay| {
        let to = stay.last.0 + Days::new(1);
        (roster.place(&stay.name), place(&stay.zone), stay.first.0, Some(to))
    });
    let of = |(one, person): (usize, &Person)| {
        let stays = person.posts[0].stays.iter().filter(|stay| stay.is_short(&roster.crew));
        stays.map(|stay| (one, stay.place.clone(), stay.from, stay.to)).collect::<Vec<_>>()
    };
    let found = roster.crew.people.iter().enumerate().flat_map(of).collect();
    facts.equal("short stays", "", expected.collect::<Vec<_>>(), found);
}
