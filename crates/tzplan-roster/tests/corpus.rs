//! Labels and headers as people type them, with what each means and where it is typed: written down before
//! the program had seen them. What is read is right; nothing is read wrongly.

#![cfg(feature = "places")]
#![allow(clippy::unwrap_used, reason = "a test that fails shall panic")]

use chrono::{DateTime, NaiveDate, NaiveTime, Utc};
use tzplan::{Tzdb, Zone};
use tzplan_roster::Field;
use tzplan_roster::places::resolve;

const LABELS: &str = include_str!("data/corpus.tsv");
const CLAIMS: &str = include_str!("../../../docs/places.md");
const HEADERS: &str = include_str!("data/corpus_headers.tsv");

/// What became of labels or headers.
#[derive(Default, Debug)]
struct Score {
    right: usize,
    refused_rightly: usize,
    /// They have a meaning, and are refused.
    refused: Vec<String>,
    wrong: Vec<String>,
}

fn rows(text: &'static str) -> impl Iterator<Item = [&'static str; 3]> {
    text.lines().filter(|line| !line.starts_with("# ")).map(|line| {
        let mut cells = line.split('\t');
        let row = std::array::from_fn(|_| cells.next().unwrap_or_else(|| panic!("{line}")));
        assert_eq!(cells.next(), None, "{line}");
        row
    })
}

fn agree(a: &Zone, b: &Zone) -> bool {
    let instant = |year| -> DateTime<Utc> {
        NaiveDate::from_ymd_opt(year, 1, 1).unwrap().and_time(NaiveTime::MIN).and_utc()
    };
    a.offsets(instant(2026), instant(2031)).eq(b.offsets(instant(2026), instant(2031)))
}

#[test]
fn labels_are_read_as_what_they_mean_or_refused() {
    let mut score = Score::default();
    for [label, meaning, kind] in rows(LABELS) {
        let zone = (meaning != "refused").then(|| Tzdb::bundled().parse(meaning).unwrap());
        match (resolve(Tzdb::bundled(), label), zone) {
            (Ok(found), Some(zone)) if agree(&found.zone, &zone) => score.right += 1,
            (Ok(found), _) => score.wrong.push(format!("`{label}` ({kind}): {} for {meaning}", found.zone)),
            (Err(_), None) => score.refused_rightly += 1,
            (Err(error), Some(_)) => score.refused.push(format!("`{label}` ({kind}): {error}")),
        }
    }
    let Score { right, refused_rightly, refused, wrong } = &score;
    let natural = right + refused.len();
    assert!(natural + refused_rightly >= 400, "{score:#?}");
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(right * 100 >= natural * 99, "{right} of {natural}: {refused:#?}");
    let all = natural + refused_rightly;
    let claims = [
        format!("of {},{:03} more, written down before the program was run", all / 1000, all % 1000),
        format!("named in the file), {} %, none wrongly", right * 100 / natural),
    ];
    for claim in claims {
        assert!(CLAIMS.contains(&claim), "docs/places.md says something else than: {claim}");
    }
}

#[test]
fn headers_give_the_field_that_they_name_or_none() {
    let mut score = Score::default();
    for [header, meaning, kind] in rows(HEADERS) {
        let found = Field::of(header).map(Field::as_str);
        match (found, (meaning != "none").then_some(meaning)) {
            (Some(found), Some(meaning)) if found == meaning => score.right += 1,
            (None, None) => score.refused_rightly += 1,
            (None, Some(meaning)) => score.refused.push(format!("`{header}` ({kind}) is no {meaning}")),
            (Some(found), meaning) => {
                score.wrong.push(format!("`{header}` ({kind}): {found} for {meaning:?}"));
            }
        }
    }
    let Score { right, refused, wrong, .. } = &score;
    assert!(right + refused.len() + score.refused_rightly >= 60);
    assert!(wrong.is_empty(), "{wrong:#?}");
    assert!(right * 100 >= (right + refused.len()) * 90, "{refused:#?}");
}
