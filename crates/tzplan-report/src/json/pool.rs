//! A ranked pool.

use std::io;

use serde::Serialize;
use serde::ser::{SerializeSeq, Serializer};
use tzplan::Model;
use tzplan::fit::{Opening, Standing};

use super::head::{Head, PolicyKeys, Spelled, SumOfMinutes};
use crate::{Context, Pool};

#[derive(Serialize)]
struct PoolDocument<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    policy: PolicyKeys,
    pool: &'a str,
    team_before: Spelled<Model>,
    candidates: usize,
    /// How many different schedules they have.
    schedules: usize,
    skipped_rows: usize,
    results: ResultKeys,
    ranked: Ranked<'a>,
}

/// How many candidates of the whole pool have each result.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct ResultKeys {
    fits: usize,
    fits_with_shift: usize,
    fits_async: usize,
}

struct Ranked<'a>(&'a Pool<'a>);

#[derive(Serialize)]
struct RankedKeys<'a> {
    name: &'a str,
    row: Option<u64>,
    result: &'static str,
    peers: u32,
    worst_overlap_sum: SumOfMinutes,
    shift: Option<i32>,
    p95: Option<f64>,
}

impl Serialize for Ranked<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut list = serializer.serialize_seq(Some(self.0.ranking.iter().len()))?;
        for (candidate, standing) in self.0.ranking.iter() {
            let Standing { result, peers, worst_overlap_sum, shift, p95, .. } = *standing;
            list.serialize_element(&RankedKeys {
                name: candidate.name(),
                row: (self.0.row)(candidate.index()),
                result: result.as_str(),
                peers,
                worst_overlap_sum: SumOfMinutes(worst_overlap_sum),
                shift,
                p95,
            })?;
        }
        list.end()
    }
}

/// Writes a ranked pool, the best first.
///
/// # Errors
///
/// Those of the writer.
pub fn pool(
    out: &mut dyn io::Write,
    opening: &Opening<'_>,
    pool: &Pool<'_>,
    context: Context<'_>,
) -> io::Result<()> {
    let results = pool.results;
    let document = PoolDocument {
        head: Head::new(context, opening.prepared().horizon()),
        policy: PolicyKeys::new(opening.policy()),
        pool: pool.source,
        team_before: Spelled(opening.team_before()),
        candidates: results.total(),
        schedules: pool.schedules,
        skipped_rows: pool.skipped,
        results: ResultKeys {
            fits: results.fits,
            fits_with_shift: results.fits_with_shift,
            fits_async: results.fits_async,
        },
        ranked: Ranked(pool),
    };
    super::write(out, &document)
}
