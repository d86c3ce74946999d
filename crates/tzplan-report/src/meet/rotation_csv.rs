//! The ledger of a rotation.

use std::io;

use tzplan::meeting::Asked;

use super::Turns;
use crate::csv::cell::inert;
use crate::csv::rows::own;

const HEADER: [&str; 10] = [
    "name",
    "week",
    "date",
    "slot",
    "missed",
    "stretch_minutes",
    "night_minutes",
    "cumulative_minutes",
    "cumulative_night_minutes",
    "row",
];

/// Writes what each week of a rotation asks of everybody: a row for each member and week, members in roster
/// order. Missed is `no-workday` or `off`, and nothing is given then; the cumulative minutes contain those
/// carried in; the row of the roster stands where several members have the name.
///
/// # Errors
///
/// Those of the writer.
pub(super) fn rotation(out: &mut dyn io::Write, turns: &Turns<'_>) -> io::Result<()> {
    let mut rows = csv::Writer::from_writer(out);
    rows.write_record(HEADER).map_err(own)?;
    for entry in &turns.ledger.entries {
        let who = (turns.who)(entry.member.index());
        let cumulative = entry.cumulative().zip(entry.cumulative_night());
        let weeks = entry.weeks.iter().zip(cumulative).zip(&turns.rotation.weeks);
        for (place, ((given, (cumulative, cumulative_night)), week)) in (1_u64..).zip(weeks) {
            rows.write_record([
                &*inert(&who.name),
                &*place.to_string(),
                &*week.occurrence.date.to_string(),
                &*format!("{} {}", week.slot.day(), week.slot.time),
                missed(given),
                &*given.stretch.get().to_string(),
                &*given.night.get().to_string(),
                &*cumulative.to_string(),
                &*cumulative_night.to_string(),
                &*who.row.map(|row| row.to_string()).unwrap_or_default(),
            ])
            .map_err(own)?;
        }
    }
    rows.flush()
}

fn missed(given: &Asked) -> &'static str {
    match (given.no_workday, given.off) {
        (true, _) => "no-workday",
        (_, true) => "off",
        _ => "",
    }
}
