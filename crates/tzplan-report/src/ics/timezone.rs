//! VTIMEZONE: the changes of offset that meetings may meet.

use std::io;

use chrono::{DateTime, Duration, FixedOffset, NaiveDate, NaiveTime, Utc};
use tzplan::meeting::Meetings;
use tzplan::zone::OffsetPiece;

use super::event::Wall;
use super::line::Lines;

/// Days before the first date and after the last for which offsets are told as well.
const AROUND: i64 = 7;

/// Writes the zone of the anchor over the dates that meetings may be on; nothing for a fixed offset.
pub(super) fn write(lines: &mut Lines<'_>, wall: &Wall<'_>, meetings: &Meetings) -> io::Result<()> {
    let Some(id) = wall.id() else { return Ok(()) };
    lines.plain("BEGIN:VTIMEZONE")?;
    lines.plain(&format!("TZID:{id}"))?;
    let horizon = meetings.horizon();
    let (first, last) =
        meetings.options().once.map_or((horizon.from(), horizon.to()), |once| (once.first(), once.last()));
    let at = |date: NaiveDate| date.and_time(NaiveTime::MIN).and_utc();
    let (from, to) = (at(first) - Duration::days(AROUND), at(last) + Duration::days(AROUND));
    let pieces: Vec<OffsetPiece> = wall.zone().offsets(from, to).collect();
    // There are programs that compare the years 2000 to 2019, and take London, told from a later winter on, for UTC.
    let like_utc = pieces.len() > 1 && pieces[0].offset.local_minus_utc() == 0;
    let told_from =
        NaiveDate::from_ymd_opt(2019, 1, 1).map(at).filter(|from| like_utc && *from < pieces[0].start);
    let pieces = told_from.map_or(pieces, |from| wall.zone().offsets(from, to).collect());
    let mut before: Option<FixedOffset> = None;
    for piece in pieces {
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
