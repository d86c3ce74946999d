//! The ledger of a rotation.

use std::io;

use tzplan::meeting::Demand;

use super::Turns;
use crate::csv::cell::inert;
use crate::csv::rows::own;

const HEADER: [&str; 7] = ["name", "week", "date", "slot", "stretch_minutes", "cumulative_minutes", "row"];

/// Writes what each week of a rotation asks of everybody: a row for each member and week, members in roster order.
/// The stretch is empty where they miss it; the cumulative minutes contain those carried in; the row of the roster
/// stands where several members have the name.
///
/// # Errors
///
/// Those of the writer.
pub fn rotation(out: &mut dyn io::Write, turns: &Turns<'_>) -> io::Result<()> {
    let mut rows = csv::Writer::from_writer(out);
    rows.write_record(HEADER).map_err(own)?;
    for entry in &turns.ledger.entries {
        let who = (turns.who)(entry.member);
        let weeks = entry.weeks.iter().zip(entry.cumulative()).zip(&turns.rotation.weeks);
        for (place, ((demand, cumulative), week)) in (1_u64..).zip(weeks) {
            let stretch = match demand {
                Demand::Stretch(minutes) => minutes.to_string(),
                Demand::Missed => String::new(),
            };
            rows.write_record([
                &*inert(&who.name),
                &*place.to_string(),
                &*week.occurrence.date.to_string(),
                &*format!("{} {}", week.slot.day(), week.slot.time_of_day()),
                &*stretch,
                &*cumulative.to_string(),
                &*who.row.map(|row| row.to_string()).unwrap_or_default(),
            ])
            .map_err(own)?;
        }
    }
    rows.flush()
}
