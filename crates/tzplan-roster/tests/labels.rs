//! A table of labels as people write them, with the zones that they mean: how many are read, and that none is
//! read wrongly in silence. What each means was written down by hand, from knowledge of the world.

#![cfg(feature = "places")]
#![allow(clippy::unwrap_used, reason = "a test that fails shall panic")]

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use tzplan::{Tzdb, Zone};
use tzplan_roster::places::resolve;

const LABELS: &str = include_str!("data/labels.tsv");
const CLAIMS: &str = include_str!("../../../docs/places.md");

fn agree(a: &Zone, b: &Zone) -> bool {
    let instant = |year| -> DateTime<Utc> {
        NaiveDate::from_ymd_opt(year, 1, 1).unwrap().and_time(NaiveTime::MIN).and_utc()
    };
    a.offsets(instant(2026), instant(2031)).eq(b.offsets(instant(2026), instant(2031)))
}

#[test]
fn labels_are_read_as_what_they_mean_or_refused() {
    let (mut all, mut natural, mut right, mut noted) = (0_u32, 0_u32, 0_u32, Vec::new());
    for line in LABELS.lines().filter(|line| !line.starts_with("# ")) {
        all += 1;
        let (label, meaning) = line.split_once('\t').unwrap();
        let found = resolve(Tzdb::bundled(), label);
        if meaning == "refused" {
            if let Ok(found) = found {
                panic!("`{label}` is read as {} ({:?})", found.zone, found.note);
            }
            continue;
        }
        let zone = Tzdb::bundled().parse(meaning).unwrap_or_else(|_| panic!("{line}"));
        natural += 1;
        match found {
            Ok(found) if agree(&found.zone, &zone) => right += 1,
            Ok(found) if found.note.is_none() => panic!("`{label}` is read as {} in silence", found.zone),
            Ok(found) => noted.push(format!("`{label}` is read as {}", found.zone)),
            // What is refused says what may have been meant, or is not known.
            Err(_) => {}
        }
    }
    assert!(natural > 1_500, "{natural}");
    assert!(right * 100 >= natural * 95, "{right} of {natural}");
    assert!(noted.is_empty(), "{noted:?}");
    let claim = format!(
        "On {},{:03} labels from rosters and by hand, {} %",
        all / 1000,
        all % 1000,
        right * 100 / natural
    );
    assert!(CLAIMS.contains(&claim), "docs/places.md says something else than: {claim}");
}
