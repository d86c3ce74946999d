//! `--against`: a team of hubs whose hours do not move, where nobody has a file.

use tzplan::{Horizon, Member, Minutes, Tzdb, WeeklyHours};
use tzplan_report::Assumption;
use tzplan_roster::{Roster, clean};

use crate::failure::Failure;
use crate::flag::{Flag, FlagCells};
use crate::names::cut;

/// The team that the values of the flag name, and what was assumed of them. Faults are reported together.
pub(crate) fn read(
    values: &[String],
    labels: &[(String, String)],
    tzdb: &Tzdb,
    horizon: &Horizon,
) -> Result<(Roster, Vec<Assumption>), Failure> {
    let mut cells = FlagCells::new(tzdb, horizon).reading_as(labels);
    let mut roster = Roster::default();
    for value in values {
        let flag = Flag { name: "--against", value };
        let (label, text) = cells.zone_and_hours(value);
        if let Some(turned) = cells.turned(value).filter(|_| text.is_none()) {
            cells.fault(
                flag,
                &format!("the place stands before its hours; write it like --against '{}'", cut(&turned)),
            );
            continue;
        }
        let zone = cells.zone(flag, label)?;
        let hours = match text {
            Some(text) => cells.hours(flag, text, None, zone.as_ref()).map(|cell| (cell.hours, cell.clock)),
            None => Some((WeeklyHours::default(), None)),
        };
        let (Some(zone), Some((hours, clock))) = (zone, hours) else { continue };
        let name = name(label, &roster);
        if text.is_none() {
            cells.assume(flag, "default-hours", format!("{name}: no hours are given; read as {hours}"));
        }
        let hub = Member::new(name, zone.clone()).hours(hours).flex(Minutes::ZERO);
        roster.team.add(match clock.filter(|clock| *clock != zone) {
            Some(clock) => hub.hours_on(clock),
            None => hub,
        });
    }
    Ok((roster, cells.finish()?))
}

/// What a hub is called: the place as it was typed, of an id its city; with a number where another has the
/// name.
fn name(label: &str, roster: &Roster) -> String {
    let label = clean(label.trim());
    let place = match label.rsplit_once('/') {
        Some((_, city)) if !label.contains(' ') => city.replace('_', " "),
        _ => label.into_owned(),
    };
    let same = roster.team.members().filter(|hub| {
        let rest = hub.name().strip_prefix(&place);
        rest.is_some_and(|rest| rest.is_empty() || rest.starts_with(" ("))
    });
    match same.count() {
        0 => place,
        others => format!("{place} ({})", others + 1),
    }
}
