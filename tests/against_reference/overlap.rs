//! Everyone, quorum and coverage.

use proptest::prelude::*;
use tzplan::{PreparedTeam, coverage::coverage, overlap};

use crate::support::generators::dated_crew;
use crate::support::minute_set::pairs;
use crate::support::reference::coverage as expected;
use crate::support::{cases, tz_versions};

proptest! {
    #![proptest_config(cases(250))]

    #[test]
    fn everyone_is_at_work_when_every_required_person_is(crew in dated_crew(1..=4)) {
        let found = overlap::everyone(&PreparedTeam::new(&crew.team(), crew.horizon()));
        prop_assert_eq!(pairs(&found), expected::everyone(&crew).runs(), "{}", tz_versions());
    }

    #[test]
    fn a_quorum_is_enough_heads_and_everybody_marked(crew in dated_crew(1..=5), k in 0_usize..=6) {
        let found = overlap::quorum(&PreparedTeam::new(&crew.team(), crew.horizon()), k);
        prop_assert_eq!(pairs(&found), expected::quorum(&crew, k).runs(), "{}", tz_versions());
    }

    #[test]
    fn coverage_counts_heads(crew in dated_crew(1..=5), left_out in 0_usize..6) {
        let found = coverage(&PreparedTeam::new(&crew.team(), crew.horizon()), |member| member.index() != left_out);
        let segments = found.segments.iter().map(|s| (s.start.epoch_minutes(), s.end.epoch_minutes(), s.count));
        let segments: Vec<_> = segments.collect();
        let expected = expected::coverage(&crew, |person| person != left_out);
        prop_assert_eq!(&segments, &expected, "{}", tz_versions());

        let minutes = |runs: &[(i32, i32, u32)]| runs.iter().map(|(start, end, _)| end - start).sum::<i32>() as u32;
        let gaps: Vec<_> = expected.iter().copied().filter(|(_, _, heads)| *heads == 0).collect();
        let found_gaps: Vec<_> = found.gaps().map(|gap| (gap.start.epoch_minutes(), gap.end.epoch_minutes(), 0)).collect();
        prop_assert_eq!(found_gaps, gaps.clone());
        let (covered, all) = found.covered();
        prop_assert_eq!((covered.get(), all.get()), (minutes(&expected) - minutes(&gaps), minutes(&expected)));
        prop_assert_eq!(found.most(), expected.iter().map(|(_, _, heads)| *heads).max().unwrap_or(0));
    }
}
