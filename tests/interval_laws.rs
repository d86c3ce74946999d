//! The laws of the algebra of sets, in the order a textbook gives them; then the sets against two others: one
//! flag per minute, and range-set-blaze.

#[allow(dead_code, reason = "each test file uses a part of it")]
mod support;

use proptest::prelude::*;
use range_set_blaze::RangeSetBlaze;
use support::cases;
use support::minute_set::{MinuteSet, interval_set, pairs};
use tzplan::{Interval, IntervalSet, UtcMinute};

type Set = IntervalSet<UtcMinute>;
type Pairs = Vec<(i32, i32)>;

const FROM: i32 = -60;
const TO: i32 = 100;

fn at(minute: i32) -> UtcMinute {
    UtcMinute::from_epoch_minutes(minute)
}

/// Up to ten stretches in any order, close enough to touch, overlap and repeat; some hold nothing.
fn stretches() -> impl Strategy<Value = Pairs> {
    let stretch = (FROM..TO, 0_i32..24).prop_map(|(start, length)| (start, (start + length).min(TO)));
    proptest::collection::vec(stretch, 0..10)
}

fn set() -> impl Strategy<Value = Set> {
    stretches().prop_map(|stretches| interval_set(&stretches))
}

fn universe() -> Set {
    IntervalSet::of(at(FROM), at(TO))
}

fn complement(set: &Set) -> Set {
    set.complement(Interval::new(at(FROM), at(TO)).expect("the universe"))
}

fn naive(stretches: &Pairs) -> MinuteSet {
    MinuteSet::of(FROM, TO, |minute| stretches.iter().any(|(start, end)| *start <= minute && minute < *end))
}

fn blaze(stretches: &Pairs) -> RangeSetBlaze<i32> {
    stretches.iter().filter(|(start, end)| start < end).map(|(start, end)| *start..=*end - 1).collect()
}

fn blaze_pairs(set: &RangeSetBlaze<i32>) -> Pairs {
    set.ranges().map(|range| (*range.start(), *range.end() + 1)).collect()
}

proptest! {
    #![proptest_config(cases(400))]

    #[test]
    fn union_commutes(a in set(), b in set()) {
        prop_assert_eq!(a.union(&b), b.union(&a));
    }

    #[test]
    fn union_associates(a in set(), b in set(), c in set()) {
        prop_assert_eq!(a.union(&b).union(&c), a.union(&b.union(&c)));
    }

    #[test]
    fn union_is_idempotent(a in set()) {
        prop_assert_eq!(a.union(&a), a);
    }

    #[test]
    fn empty_is_the_identity_of_union(a in set()) {
        prop_assert_eq!(&a.union(&Set::new()), &a);
        prop_assert_eq!(Set::new().union(&a), a);
    }

    #[test]
    fn universe_dominates_union(a in set()) {
        prop_assert_eq!(a.union(&universe()), universe());
    }

    #[test]
    fn intersection_commutes(a in set(), b in set()) {
        prop_assert_eq!(a.intersection(&b), b.intersection(&a));
    }

    #[test]
    fn intersection_associates(a in set(), b in set(), c in set()) {
        prop_assert_eq!(a.intersection(&b).intersection(&c), a.intersection(&b.intersection(&c)));
    }

    #[test]
    fn intersection_is_idempotent(a in set()) {
        prop_assert_eq!(a.intersection(&a), a);
    }

    #[test]
    fn universe_is_the_identity_of_intersection(a in set()) {
        prop_assert_eq!(a.intersection(&universe()), a);
    }

    #[test]
    fn empty_dominates_intersection(a in set()) {
        prop_assert!(a.intersection(&Set::new()).is_empty());
    }

    #[test]
    fn union_absorbs_intersection(a in set(), b in set()) {
        prop_assert_eq!(a.union(&a.intersection(&b)), a);
    }

    #[test]
    fn intersection_absorbs_union(a in set(), b in set()) {
        prop_assert_eq!(a.intersection(&a.union(&b)), a);
    }

    #[test]
    fn intersection_distributes_over_union(a in set(), b in set(), c in set()) {
        prop_assert_eq!(a.intersection(&b.union(&c)), a.intersection(&b).union(&a.intersection(&c)));
    }

    #[test]
    fn union_distributes_over_intersection(a in set(), b in set(), c in set()) {
        prop_assert_eq!(a.union(&b.intersection(&c)), a.union(&b).intersection(&a.union(&c)));
    }

    #[test]
    fn complement_is_an_involution(a in set()) {
        prop_assert_eq!(complement(&complement(&a)), a);
    }

    #[test]
    fn a_set_and_its_complement_make_the_universe(a in set()) {
        prop_assert_eq!(a.union(&complement(&a)), universe());
    }

    #[test]
    fn a_set_and_its_complement_share_nothing(a in set()) {
        prop_assert!(a.intersection(&complement(&a)).is_empty());
    }

    #[test]
    fn complement_of_a_union_is_the_intersection_of_complements(a in set(), b in set()) {
        prop_assert_eq!(complement(&a.union(&b)), complement(&a).intersection(&complement(&b)));
    }

    #[test]
    fn complement_of_an_intersection_is_the_union_of_complements(a in set(), b in set()) {
        prop_assert_eq!(complement(&a.intersection(&b)), complement(&a).union(&complement(&b)));
    }

    #[test]
    fn difference_is_the_intersection_with_the_complement(a in set(), b in set()) {
        prop_assert_eq!(a.difference(&b), a.intersection(&complement(&b)));
    }

    #[test]
    fn difference_and_intersection_make_the_whole(a in set(), b in set()) {
        prop_assert_eq!(a.difference(&b).union(&a.intersection(&b)), a);
    }

    #[test]
    fn difference_of_a_union_is_taken_one_by_one(a in set(), b in set(), c in set()) {
        prop_assert_eq!(a.difference(&b.union(&c)), a.difference(&b).difference(&c));
    }

    #[test]
    fn difference_with_itself_is_empty(a in set()) {
        prop_assert!(a.difference(&a).is_empty());
        prop_assert_eq!(a.difference(&Set::new()), a);
    }

    #[test]
    fn sizes_add_up_by_inclusion_and_exclusion(a in set(), b in set()) {
        let shared = a.intersection(&b).total().get();
        prop_assert_eq!(a.total().get() + b.total().get(), a.union(&b).total().get() + shared);
    }

    #[test]
    fn clip_is_the_intersection_with_an_interval(a in set(), start in FROM..TO, length in 1_i32..80) {
        let within = Interval::new(at(start), at(start + length)).expect("not empty");
        prop_assert_eq!(a.clip(within), a.intersection(&IntervalSet::of(at(start), at(start + length))));
    }

    #[test]
    fn every_result_is_sorted_disjoint_and_non_touching(a in set(), b in set()) {
        for set in [a.union(&b), a.intersection(&b), a.difference(&b), complement(&a)] {
            prop_assert!(set.iter().all(|interval| interval.start() < interval.end()), "{set:?}");
            prop_assert!(set.as_slice().windows(2).all(|pair| pair[0].end() < pair[1].start()), "{set:?}");
        }
    }

    #[test]
    fn the_order_of_the_stretches_does_not_matter(stretches in stretches(), by in 0_usize..10) {
        let mut turned = stretches.clone();
        turned.rotate_left(by % stretches.len().max(1));
        turned.reverse();
        prop_assert_eq!(interval_set(&stretches), interval_set(&turned));
    }

    #[test]
    fn room_used_again_holds_nothing_old(a in set(), b in set(), mut old in set()) {
        a.intersection_into(&b, &mut old);
        prop_assert_eq!(old, a.intersection(&b));
    }

    #[test]
    fn a_set_of_minutes_agrees(a in stretches(), b in stretches(), point in FROM - 5..TO + 5) {
        let (x, y, p, q) = (interval_set(&a), interval_set(&b), naive(&a), naive(&b));
        let both = |f: &dyn Fn(bool, bool) -> bool| {
            MinuteSet::of(FROM, TO, |minute| f(p.contains(minute), q.contains(minute))).runs()
        };
        prop_assert_eq!(pairs(&x), p.runs());
        prop_assert_eq!(pairs(&x.union(&y)), both(&|p, q| p || q));
        prop_assert_eq!(pairs(&x.intersection(&y)), both(&|p, q| p && q));
        prop_assert_eq!(pairs(&x.difference(&y)), both(&|p, q| p && !q));
        prop_assert_eq!(pairs(&complement(&x)), both(&|p, _| !p));
        prop_assert_eq!(x.total().get(), p.count());
        prop_assert_eq!((x.len(), x.is_empty()), (p.runs().len(), p.count() == 0));
        prop_assert_eq!(x.contains(at(point)), p.contains(point));
        let next = (point..TO).find(|minute| p.contains(*minute));
        prop_assert_eq!(x.first_at_or_after(at(point)).map(UtcMinute::epoch_minutes), next);
    }

    #[test]
    fn range_set_blaze_agrees(a in stretches(), b in stretches()) {
        let (x, y, p, q) = (interval_set(&a), interval_set(&b), blaze(&a), blaze(&b));
        prop_assert_eq!(pairs(&x), blaze_pairs(&p));
        prop_assert_eq!(pairs(&x.union(&y)), blaze_pairs(&(&p | &q)));
        prop_assert_eq!(pairs(&x.intersection(&y)), blaze_pairs(&(&p & &q)));
        prop_assert_eq!(pairs(&x.difference(&y)), blaze_pairs(&(&p - &q)));
        prop_assert_eq!(u128::from(x.total().get()), u128::from(p.len()));
    }
}

#[test]
fn touching_intervals_share_nothing_and_join() {
    let (morning, evening) = (IntervalSet::of(at(0), at(10)), IntervalSet::of(at(10), at(20)));
    assert!(morning.intersection(&evening).is_empty());
    assert_eq!(pairs(&morning.union(&evening)), [(0, 20)]);
    assert!(Interval::new(at(10), at(10)).is_none(), "an interval that holds nothing is none");
}
