//! Relations of rankings and shortlists: a pool, the best first.

use proptest::collection::vec;
use proptest::prelude::*;
use tzplan::Team;
use tzplan::fit::{Opening, Rank, Ranking, Results, Shortlist, SortBy};
use tzplan::team::TeamBuilder;

use crate::support::cases;
use crate::support::crew::{Crew, Person};
use crate::support::generators::{rules, yearly_crew};
use crate::with_opening;

/// Candidates named after their places.
fn pool(people: &[Person]) -> Team {
    let mut pool = Team::new();
    people.iter().enumerate().for_each(|(place, person)| {
        pool.add(person.member(&place.to_string()));
    });
    pool
}

/// The candidates listed, by place and rank.
fn listed(ranking: &Ranking<'_>) -> Vec<(usize, Rank)> {
    ranking.iter().map(|(candidate, rank)| (candidate.index(), rank.clone())).collect()
}

/// What a pool that streams by leaves: the rows worth remembering, and the best of them.
fn shortlisted(opening: &Opening, pool: &Team, by: SortBy, most: usize) -> (Vec<(String, Rank)>, Results) {
    let mut shortlist = Shortlist::new(opening, by, most);
    let mut kept = TeamBuilder::new();
    pool.schedules().iter().for_each(|schedule| {
        kept.intern(schedule.clone());
    });
    let mut seen: Vec<Rank> = Vec::new();
    for candidate in pool.members() {
        let rank = opening.rank(candidate.schedule());
        // Of equals the earlier one is better.
        let worth_it = seen.iter().filter(|earlier| earlier.cmp_by(&rank, by).is_le()).count() < most;
        seen.push(rank);
        assert_eq!(
            shortlist.offer(candidate.schedule_id(), candidate.schedule()),
            worth_it,
            "{}",
            candidate.name()
        );
        if worth_it {
            kept.add_row(candidate.name(), candidate.schedule_id(), candidate.attendance(), None, None);
        }
    }
    let (kept, results) = (kept.build(), shortlist.results());
    let ranking = Ranking::with(&kept, by, Some(most), |id| shortlist.rank(id, pool.schedule(id)).clone());
    (ranking.iter().map(|(candidate, rank)| (candidate.name().to_owned(), rank.clone())).collect(), results)
}

/// A team, and a pool in which some come again.
fn team_and_pool() -> impl Strategy<Value = (Crew, Vec<Person>)> {
    (yearly_crew(4..=10), 1_usize..4, vec(0_usize..10, 0..12)).prop_map(|(mut crew, team, again)| {
        let mut pool = crew.people.split_off(team);
        let people = pool.len();
        pool.extend(again.into_iter().map(|place| pool[place % people].clone()).collect::<Vec<_>>());
        (crew, pool)
    })
}

/// The same, and an order of the pool.
fn team_pool_and_order() -> impl Strategy<Value = (Crew, Vec<Person>, Vec<usize>)> {
    team_and_pool().prop_flat_map(|(crew, pool)| {
        let order = Just((0..pool.len()).collect::<Vec<_>>()).prop_shuffle();
        (Just(crew), Just(pool), order)
    })
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn a_ranked_pool_is_the_pool_sorted_by_standing((crew, people) in team_and_pool(), rules in rules()) {
        let pool = pool(&people);
        with_opening(&crew, &rules, |opening| {
            let ranking = Ranking::of(opening, &pool, SortBy::Fit, None);
            let ranked = listed(&ranking);
            let mut places: Vec<usize> = ranked.iter().map(|(place, _)| *place).collect();
            places.sort_unstable();
            prop_assert_eq!(places, (0..people.len()).collect::<Vec<_>>());
            for pair in ranked.windows(2) {
                let ((place, rank), (next, other)) = (&pair[0], &pair[1]);
                prop_assert!(rank < other || (rank == other && place < next));
            }
            for (place, rank) in &ranked {
                let schedule = people[*place].schedule();
                prop_assert_eq!(rank, &opening.rank(&schedule));
                // The pool's answer for a row is the answer to one candidate.
                let fit = opening.judge(&schedule);
                let shift = fit.shift.as_ref().map(|moved| moved.shift);
                prop_assert_eq!((rank.result, rank.shift, rank.peers), (fit.result, shift, fit.peers()));
                let reached = (&rank.pods, &rank.bridges, &rank.relieves);
                prop_assert_eq!(reached, (&fit.pods, &fit.bridges, &fit.relieves));
            }
            let of = |result| ranked.iter().filter(|(_, rank)| rank.result == result).count();
            let results = ranking.results();
            prop_assert_eq!(results.fits, of(tzplan::fit::FitResult::Fits));
            prop_assert_eq!(results.fits_with_shift, of(tzplan::fit::FitResult::FitsWithShift));
            prop_assert_eq!(results.fits_async, of(tzplan::fit::FitResult::FitsAsync));
            prop_assert_eq!(results.total(), people.len());
            // Schedules in zones with equal clocks are one profile.
            prop_assert!((1..=pool.schedules().len()).contains(&ranking.judged()));
            Ok(())
        })?;
    }

    #[test]
    fn the_first_few_are_the_head_of_all((crew, people) in team_and_pool(), rules in rules()) {
        let pool = pool(&people);
        with_opening(&crew, &rules, |opening| {
            for by in [SortBy::Fit, SortBy::Bridges] {
                let all = Ranking::of(opening, &pool, by, None);
                let whole = listed(&all);
                for pair in whole.windows(2) {
                    let order = pair[0].1.cmp_by(&pair[1].1, by).then(pair[0].0.cmp(&pair[1].0));
                    prop_assert!(order.is_lt());
                    let bridges = |at: usize| pair[at].1.bridges.len();
                    prop_assert!(by == SortBy::Fit || bridges(0) >= bridges(1));
                }
                for most in 0..=people.len() + 1 {
                    let head = &whole[..most.min(whole.len())];
                    let few = Ranking::of(opening, &pool, by, Some(most));
                    prop_assert_eq!(&listed(&few)[..], head);
                    prop_assert_eq!(few.results(), all.results());
                    let (kept, results) = shortlisted(opening, &pool, by, most);
                    let expected: Vec<_> =
                        head.iter().map(|(place, rank)| (place.to_string(), rank.clone())).collect();
                    prop_assert_eq!(kept, expected);
                    prop_assert_eq!(results, all.results());
                }
            }
            Ok(())
        })?;
    }

    #[test]
    fn the_order_of_the_pool_decides_only_between_equals(
        (crew, people, order) in team_pool_and_order(), rules in rules()
    ) {
        let shuffled: Vec<Person> = order.iter().map(|place| people[*place].clone()).collect();
        let (one, other) = (pool(&people), pool(&shuffled));
        with_opening(&crew, &rules, |opening| {
            let (one, other) = (Ranking::of(opening, &one, SortBy::Fit, None), Ranking::of(opening, &other, SortBy::Fit, None));
            let ranks = |ranking: &Ranking<'_>| listed(ranking).into_iter().map(|(_, at)| at).collect::<Vec<_>>();
            prop_assert_eq!(ranks(&one), ranks(&other));
            // Whoever stands alone keeps their place.
            for ((a, rank), (b, _)) in listed(&one).into_iter().zip(listed(&other)) {
                if listed(&one).iter().filter(|(_, other)| *other == rank).count() == 1 {
                    prop_assert_eq!(a, order[b]);
                }
            }
            prop_assert_eq!(one.results(), other.results());
            Ok(())
        })?;
    }
}
