//! VTIMEZONE: the changes of offset that events may meet, as yearly rules where the zone has such.

use chrono::{DateTime, Duration, FixedOffset, NaiveDate, NaiveTime, Utc};
use tzplan::zone::OffsetPiece;

use super::event::Wall;
use super::line::Lines;
use super::yearly::{Change, Yearly};

/// Days before the first date and after the last for which offsets are shown as well.
const AROUND: i64 = 7;

/// Writes the zone of a clock over the dates that events may be on; nothing for a fixed offset.
pub(super) fn write(
    lines: &mut Lines<'_>,
    wall: &Wall<'_>,
    first: NaiveDate,
    last: NaiveDate,
) -> std::io::Result<()> {
    let Some(id) = wall.id() else { return Ok(()) };
    lines.plain("BEGIN:VTIMEZONE")?;
    lines.plain(&format!("TZID:{id}"))?;
    let at = |date: NaiveDate| date.and_time(NaiveTime::MIN).and_utc();
    let (from, to) = (at(first) - Duration::days(AROUND), at(last) + Duration::days(AROUND));
    let pieces: Vec<OffsetPiece> = wall.zone().offsets(from, to).collect();
    // There are programs that compare the years 2000 to 2019, and take London, told from a later winter on,
    // for UTC.
    let like_utc = pieces.len() > 1 && pieces[0].offset.local_minus_utc() == 0;
    let told_from =
        NaiveDate::from_ymd_opt(2019, 1, 1).map(at).filter(|from| like_utc && *from < pieces[0].start);
    let from = told_from.unwrap_or(from);
    let Some(offset) = wall.zone().offsets(from, to).next().map(|piece| piece.offset) else {
        return lines.plain("END:VTIMEZONE");
    };
    // The first offset holds from before anything that is written.
    let before = Change { at: DateTime::<Utc>::UNIX_EPOCH, before: offset, after: offset };
    part(lines, &before, None)?;
    let (single, yearly) = Yearly::of(wall.zone(), from, to);
    for change in &single {
        part(lines, change, None)?;
    }
    for Yearly { first, rule } in &yearly {
        part(lines, first, Some(rule))?;
    }
    lines.plain("END:VTIMEZONE")
}

/// An offset that begins once, or every year by a rule.
fn part(lines: &mut Lines<'_>, change: &Change, rule: Option<&String>) -> std::io::Result<()> {
    let kind = if change.is_forward() { "DAYLIGHT" } else { "STANDARD" };
    lines.plain(&format!("BEGIN:{kind}"))?;
    lines.plain(&format!("DTSTART:{}", change.onset().format("%Y%m%dT%H%M%S")))?;
    if let Some(rule) = rule {
        lines.plain(&format!("RRULE:{rule}"))?;
    }
    lines.plain(&format!("TZOFFSETFROM:{}", offset(change.before)))?;
    lines.plain(&format!("TZOFFSETTO:{}", offset(change.after)))?;
    lines.plain(&format!("TZNAME:{}", offset(change.after)))?;
    lines.plain(&format!("END:{kind}"))
}

/// `+0530`, `-003020`.
fn offset(offset: FixedOffset) -> String {
    let seconds = offset.local_minus_utc();
    let sign = if seconds < 0 { '-' } else { '+' };
    let (hours, minutes, rest) = (seconds.abs() / 3600, seconds.abs() / 60 % 60, seconds.abs() % 60);
    let rest = if rest > 0 { format!("{rest:02}") } else { String::new() };
    format!("{sign}{hours:02}{minutes:02}{rest}")
}
