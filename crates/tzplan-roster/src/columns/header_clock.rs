//! The clock in the header of a column that the caller names: `--column hours='Desk (UTC)'`.

use super::field::Field;
use super::meaning::{ClockCase, read, remark_of_clock};

/// On which clock the hours are, where the header says it.
pub(super) fn header_clock(field: Field, header: &str) -> Option<&str> {
    if !Field::OF_HOURS.contains(&field) && !Field::OF_WEEKDAYS.contains(&field) {
        return None;
    }
    match read(header) {
        Some((found, _, clock))
            if Field::OF_HOURS.contains(&found) || Field::OF_WEEKDAYS.contains(&found) =>
        {
            clock
        }
        _ => remark_of_clock(header).map(|(_, clock)| clock).or_else(|| {
            let written = ClockCase::of(header);
            header.split(|c: char| !c.is_alphanumeric()).find(|word| written.is_clock(word))
        }),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_that_are_named_say_their_clock() {
        for (header, clock) in [
            ("hours (UTC)", Some("UTC")),
            ("Desk (UTC)", Some("UTC")),
            ("Desk (Berlin time)", Some("Berlin time")),
            ("Desk - Berlin time", Some("Berlin time")),
            ("Desk in CET", Some("CET")),
            ("desk_ist", Some("ist")),
            ("hours (local)", None),
            ("Desk (local time)", None),
            ("Desk time", None),
            ("Desk (planned)", None),
            ("Presence at the desk", None),
        ] {
            assert_eq!(header_clock(Field::Hours, header), clock, "{header}");
        }
        assert_eq!(header_clock(Field::Zone, "zone (UTC)"), None);
    }
}
