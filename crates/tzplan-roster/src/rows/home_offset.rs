//! A zone that the place beside it explains: an offset, `EST`; and numbers below `UTC offset`.

use super::home::{Home, HomeCells};
use super::home_label::joined;
use super::other_offset::seconds;
use super::stays::{self, Whereabouts};
use super::zone_label::{Trial, Within, ZoneLabels};
use crate::columns::Field;
use crate::wording::Quoted;

impl<'c> HomeCells<'c> {
    /// The home that a zone and the place beside it tell together, where the zone is not plain by itself:
    /// Berlin beside `UTC+1` and beside `UTC+2` changes its clocks, as no offset does; of the meanings of
    /// `IST` Mumbai keeps one, and of the towns called Halifax one is at `AST`. `None` where the zone is
    /// plain, or the place keeps another.
    pub(super) fn of_zone_and_place(&self, zones: &mut ZoneLabels<'_>) -> Option<Home<'c>> {
        let is_beside =
            [self.city, self.location, self.state, self.country].iter().any(|cell| !cell.is_empty());
        if !is_beside || stays::home(self.zone) != Some(self.zone) {
            return None;
        }
        let (field, cell) =
            if self.city.is_empty() { (Field::Location, self.location) } else { (Field::City, self.city) };
        let place = joined(&[stays::home(cell).unwrap_or_default(), self.state, self.country]);
        let offsets = offsets(self.zone);
        let mut taken = None;
        if offsets.is_empty() {
            // Of names of places the one in the region beside it is read.
            let may_be_time = self.zone.bytes().all(|b| b.is_ascii_alphabetic());
            if !may_be_time || !matches!(zones.try_out(self.zone), Trial::Ambiguous(_)) {
                return None;
            }
            let both = format!("{place} ({})", self.zone);
            let Some(Trial::Place(..) | Trial::Time(_)) = zones.try_beside(&both) else { return None };
            let message = format!("{} is read as the time of {}", Quoted(self.zone), Quoted(&place));
            match zones.try_out(&place) {
                Trial::Place(..) => taken = Some(("time-of-place", message.into())),
                Trial::Ambiguous(_) if !cell.is_empty() => {
                    let mut whereabouts = Whereabouts::read(cell, &both, zones);
                    whereabouts.faults.iter_mut().for_each(|(of, _)| *of = field);
                    let place = stays::home(cell);
                    return Some(Home { whereabouts, place, field: Some(field), is_unchecked: false });
                }
                _ => return None,
            }
        } else {
            let Some(Trial::Place(zone, _)) = zones.try_beside(&place) else { return None };
            if !offsets.iter().any(|offset| zones.has_offset(&zone, *offset)) {
                return None;
            }
            // Where clocks never change nothing is taken for anything.
            if zones.changes(&zone) {
                let message =
                    format!("{} is an offset of {}, which is read", Quoted(self.zone), Quoted(&place));
                taken = Some(("offset-of-place", message.into()));
            }
        }
        let mut home = HomeCells { zone: "", ..*self }.read(zones);
        home.whereabouts.taken.extend(taken);
        Some(home)
    }

    /// Whether a place says where it is itself, as it cannot with its country behind it: `DEU - Berlin -
    /// Mitte` beside `Germany`.
    pub(super) fn is_whole(&self, home: &str, label: &str, zones: &mut ZoneLabels<'_>) -> bool {
        if matches!(zones.try_out(label), Trial::Place(..)) {
            return false;
        }
        let Trial::Place(zone, Within { country: Some(_), .. }) = zones.try_out(home) else { return false };
        match zones.try_out(self.country) {
            Trial::Place(other, _) => zones.agree(&zone, &other),
            Trial::Ambiguous(several) => several.iter().any(|other| zones.agree(&zone, other)),
            _ => false,
        }
    }
}

/// The seconds ahead of UTC that an offset by itself may mean: `+1`, `UTC-5`, `GMT+05:30`, `5.5`, `GMT`; none
/// of anything else.
fn offsets(text: &str) -> Vec<i32> {
    let lower = text.to_ascii_lowercase();
    let plain = lower.trim_start_matches('(').trim_end_matches(')').trim();
    let named = ["utc", "gmt"].iter().find_map(|name| plain.strip_prefix(name)).map(str::trim);
    if named == Some("") {
        return vec![0];
    }
    let is_sign = |c: char| matches!(c, '+' | '-' | '\u{2212}' | '\u{2013}' | ':' | '.');
    let is_number = named.unwrap_or(plain).chars().all(|c| c.is_ascii_digit() || is_sign(c));
    if is_number { seconds(plain) } else { Vec::new() }
}

/// A number of hours below `UTC offset` as the offset that it is: `5.5` as `UTC+5.5`. Minutes stay as they
/// are, and are refused.
pub(super) fn in_hours(cell: &str) -> Option<String> {
    let cell = cell.trim().replace(['\u{2212}', '\u{2013}'], "-").replace(',', ".");
    let (sign, number) = match cell.strip_prefix(['+', '-']) {
        Some(number) => (&cell[..1], number),
        None => ("+", &*cell),
    };
    let whole = number.bytes().take_while(u8::is_ascii_digit).count();
    let is_rest = |rest: &str| {
        rest.is_empty() || (rest.starts_with(['.', ':']) && rest[1..].bytes().all(|b| b.is_ascii_digit()))
    };
    ((1..=2).contains(&whole) && is_rest(&number[whole..])).then(|| format!("UTC{sign}{number}"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_by_themselves() {
        for (text, hours) in
            [("+1", 1), ("UTC-5", -5), ("(UTC+01:00)", 1), ("\u{2212}3", -3), ("0", 0), ("GMT", 0)]
        {
            assert_eq!(offsets(text), [hours * 3600], "{text}");
        }
        assert_eq!((offsets("GMT+05:30"), offsets("5.5")), (vec![19_800], vec![19_800]));
        for text in ["Berlin", "UTC+1 Berlin", "Etc/GMT+5", "", "UTC+1/+2", "Z"] {
            assert!(offsets(text).is_empty(), "{text}");
        }
    }

    #[test]
    fn numbers_of_hours() {
        let cases = [
            ("0", "UTC+0"),
            ("5.5", "UTC+5.5"),
            ("5,75", "UTC+5.75"),
            ("-3.5", "UTC-3.5"),
            ("\u{2212}8", "UTC-8"),
            ("+5:30", "UTC+5:30"),
        ];
        for (cell, label) in cases {
            assert_eq!(in_hours(cell).as_deref(), Some(label), "{cell}");
        }
        for cell in ["-300", "330", "UTC+1", "Berlin", "", "1h", "-"] {
            assert_eq!(in_hours(cell), None, "{cell}");
        }
    }
}
