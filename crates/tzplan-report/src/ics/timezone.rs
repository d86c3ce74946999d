//! VTIMEZONE: the changes of offset that occurrences meet.

use std::io;

use chrono::{DateTime, Duration, FixedOffset, Utc};
use tzplan::meeting::Occurrence;

use super::event::Wall;
use super::line::Lines;

/// Days before the first occurrence and after the last for which offsets are told as well.
const AROUND: i64 = 7;

/// Writes the zone of the anchor over these occurrences; nothing where it keeps one offset for ever.
pub(super) fn write(
    lines: &mut Lines<'_>,
    wall: &Wall<'_>,
    first: &Occurrence,
    last: &Occurrence,
) -> io::Result<()> {
    let Some(id) = wall.id() else { return Ok(()) };
    lines.plain("BEGIN:VTIMEZONE")?;
    lines.plain(&format!("TZID:{id}"))?;
    let (from, to) =
        (first.start.to_utc() - Duration::days(AROUND), last.end.to_utc() + Duration::days(AROUND));
    let mut before: Option<FixedOffset> = None;
    for piece in wall.zone().offsets(from, to) {
        let since = before.unwrap_or(piece.offset);
        // The first offset holds from before anything that is written.
        let start = if before.is_some() { piece.start } else { DateTime::<Utc>::UNIX_EPOCH };
        let kind =
            if piece.offset.local_minus_utc() > since.local_minus_utc() { "DAYLIGHT" } else { "STANDARD" };
        lines.plain(&format!("BEGIN:{kind}"))?;
        lines.plain(&format!("DTSTART:{}", start.with_timezone(&since).format("%Y%m%dT%H%M%S")))?;
        lines.plain(&format!("TZOFFSETFROM:{}", offset(since)))?;
        lines.plain(&format!("TZOFFSETTO:{}", offset(piece.offset)))?;
        lines.plain(&format!("TZNAME:{}", offset(piece.offset)))?;
        lines.plain(&format!("END:{kind}"))?;
        before = Some(piece.offset);
    }
    lines.plain("END:VTIMEZONE")
}

/// `+0530`, `-003020`.
fn offset(offset: FixedOffset) -> String {
    let seconds = offset.local_minus_utc();
    let sign = if seconds < 0 { '-' } else { '+' };
    let (hours, minutes, rest) = (seconds.abs() / 3600, seconds.abs() / 60 % 60, seconds.abs() % 60);
    let rest = if rest > 0 { format!("{rest:02}") } else { String::new() };
    format!("{sign}{hours:02}{minutes:02}{rest}")
}
