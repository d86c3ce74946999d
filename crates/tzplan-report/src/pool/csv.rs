//! A ranked pool as a table: a row for every candidate listed, the best first.

use std::io::{self, Write};

use serde::Serialize;
use tzplan::Schedule;

use super::PoolDocument;
use super::spelled::{Block, Spelled};
use crate::csv::cell::{push_text, text};
use crate::csv::judged::{Hub, Judged};
use crate::csv::table::{begin, line};

/// Who is judged.
#[derive(Default, Serialize)]
struct Who {
    rank: u64,
    name: &'static str,
    row: Option<u64>,
}

/// The hours that are judged.
#[derive(Default, Serialize)]
struct Work {
    /// Zones and hours of all posts, joined by ` + `.
    #[serde(serialize_with = "text")]
    zone: String,
    #[serde(serialize_with = "text")]
    hours: String,
}

pub(super) fn write(document: &PoolDocument<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let (pool, team) = (&document.pool, document.opening.prepared());
    begin::<(Who, Work, Judged, Hub<'_>)>(out)?;
    let (mut spelled, mut block) = (Spelled::default(), Block::new(out));
    for (place, (candidate, rank)) in (1_u64..).zip(pool.ranking.iter()) {
        let judged = spelled.of(candidate.schedule_id(), || {
            let hub = document.hubs.name(candidate.schedule_id()).unwrap_or_default();
            line((Work::of(candidate.schedule()), Judged::of(rank, team), Hub { hub }))
        })?;
        write!(block.text, "{place},")?;
        push_text(&mut block.text, candidate.name());
        match (pool.row)(candidate.index()) {
            Some(row) => write!(block.text, ",{row},")?,
            None => block.text.extend_from_slice(b",,"),
        }
        block.text.extend_from_slice(judged);
        block.pass()?;
    }
    block.finish()
}

impl Work {
    fn of(schedule: &Schedule) -> Self {
        let posts = schedule.posts();
        let zones: Vec<String> = posts.iter().map(|post| post.zone().name()).collect();
        let hours: Vec<String> = posts.iter().map(|post| post.spell(post.hours())).collect();
        Self { zone: zones.join(" + "), hours: hours.join(" + ") }
    }
}
