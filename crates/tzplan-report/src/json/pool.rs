//! A ranked pool.

use std::collections::HashMap;
use std::collections::hash_map::Entry;
use std::io;

use serde::Serialize;
use tzplan::fit::{Opening, Standing};
use tzplan::{Model, ScheduleId};

use super::head::{Head, PolicyKeys, Spelled, SumOfMinutes};
use crate::{Context, Pool};

/// Bytes written at once.
const BLOCK: usize = 1 << 15;

#[derive(Serialize)]
struct PoolDocument<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    policy: PolicyKeys,
    pool: &'a str,
    team_before: Spelled<Model>,
    candidates: usize,
    /// How many different profiles they have.
    profiles: usize,
    skipped_rows: usize,
    results: ResultKeys,
}

/// How many candidates of the whole pool have each result.
#[derive(Serialize)]
#[serde(rename_all = "kebab-case")]
struct ResultKeys {
    fits: usize,
    fits_with_shift: usize,
    fits_async: usize,
}

/// What all candidates of one schedule share, behind name and row.
#[derive(Serialize)]
struct StandingKeys {
    result: &'static str,
    peers: u32,
    worst_overlap_sum: SumOfMinutes,
    shift: Option<i32>,
    p95: Option<f64>,
}

impl From<&Standing> for StandingKeys {
    fn from(standing: &Standing) -> Self {
        let Standing { result, peers, worst_overlap_sum, shift, p95, .. } = *standing;
        let worst_overlap_sum = SumOfMinutes(worst_overlap_sum);
        Self { result: result.as_str(), peers, worst_overlap_sum, shift, p95 }
    }
}

/// Writes the entries of the list. There may be a million of them with a few hundred standings: those are spelled
/// once each.
fn write_ranked(out: &mut dyn io::Write, pool: &Pool<'_>) -> io::Result<()> {
    let mut spelled: HashMap<ScheduleId, String> = HashMap::new();
    let mut block = Vec::with_capacity(2 * BLOCK);
    for (place, (candidate, standing)) in pool.ranking.iter().enumerate() {
        let keys = match spelled.entry(candidate.schedule_id()) {
            Entry::Occupied(known) => known.into_mut(),
            Entry::Vacant(new) => new.insert(serde_json::to_string(&StandingKeys::from(standing))?),
        };
        block.extend_from_slice(if place == 0 { b"{\"name\":" } else { b",{\"name\":" });
        serde_json::to_writer(&mut block, candidate.name())?;
        block.extend_from_slice(b",\"row\":");
        serde_json::to_writer(&mut block, &(pool.row)(candidate.index()))?;
        block.push(b',');
        // Without its opening brace.
        block.extend_from_slice(&keys.as_bytes()[1..]);
        if block.len() >= BLOCK {
            out.write_all(&block)?;
            block.clear();
        }
    }
    out.write_all(&block)
}

/// Writes a ranked pool, the best first: `ranked` is the last key.
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
        profiles: pool.profiles,
        skipped_rows: pool.skipped,
        results: ResultKeys {
            fits: results.fits,
            fits_with_shift: results.fits_with_shift,
            fits_async: results.fits_async,
        },
    };
    let head = serde_json::to_string(&document)?;
    out.write_all(head.strip_suffix('}').unwrap_or(&head).as_bytes())?;
    out.write_all(b",\"ranked\":[")?;
    write_ranked(out, pool)?;
    out.write_all(b"]}\n")
}
