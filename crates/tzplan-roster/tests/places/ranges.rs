//! Ranges of offsets, as job posts write them.

use tzplan::Tzdb;
use tzplan_roster::places::{ResolveOptions, offset_ranges};

/// The ends of each, in minutes ahead of UTC, sorted.
fn ends(text: &str) -> Vec<(i32, i32)> {
    let ranges = offset_ranges(Tzdb::bundled(), text, &ResolveOptions::default());
    let mut ends: Vec<(i32, i32)> = ranges.iter().map(|range| (range.first(), range.last())).collect();
    ends.sort_unstable();
    ends
}

#[test]
fn ranges_around_a_time() {
    // EST is five hours behind, and in Australia ten ahead; CET is one ahead, EET two.
    assert_eq!(ends("within 3 hours of EST"), [(-480, -120), (420, 780)]);
    assert_eq!(ends("3h from CET"), [(-120, 240)]);
    assert_eq!(ends("CET \u{b1} 1.5h"), [(-30, 150)]);
    assert_eq!(ends("CET to EET"), [(60, 120)]);
    // Of India, of Israel, and of Ireland, whose standard time is UTC.
    assert_eq!(ends("IST +/- 1h"), [(-60, 60), (60, 180), (270, 390)]);
}

#[test]
fn what_is_no_range_is_none() {
    for text in ["5 +/- 3h", "within 25 hours of EST", "within 1.25 hours of EST", "within hours of EST"] {
        assert_eq!(ends(text), [], "{text}");
    }
}
