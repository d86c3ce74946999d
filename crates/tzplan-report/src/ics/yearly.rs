//! Yearly rules of a zone, found in the changes that it makes: `FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU`.

use chrono::{DateTime, Datelike, FixedOffset, NaiveDate, NaiveDateTime, Utc, Weekday};
use tzplan::Zone;

/// Changes are looked at up to this year, where the range does not go further: a rule has to hold until then,
/// and a last Sunday to have been the fifth.
const UNTIL: i32 = 2045;
/// At least this many years ahead of the range's end.
const AHEAD: i32 = 16;

/// A change of offset.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(super) struct Change {
    pub(super) at: DateTime<Utc>,
    pub(super) before: FixedOffset,
    pub(super) after: FixedOffset,
}

impl Change {
    /// What the clock reads when it changes.
    pub(super) fn onset(&self) -> NaiveDateTime {
        self.at.with_timezone(&self.before).naive_local()
    }

    pub(super) fn is_forward(&self) -> bool {
        self.after.local_minus_utc() > self.before.local_minus_utc()
    }
}

/// A change that comes every year.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct Yearly {
    /// The first of them that is shown.
    pub(super) first: Change,
    /// The recurrence rule.
    pub(super) rule: String,
}

impl Yearly {
    /// The changes of a range: those that come once, then the two that come every year from then on, if the
    /// zone has such and they begin within the range.
    pub(super) fn of(zone: &Zone, from: DateTime<Utc>, to: DateTime<Utc>) -> (Vec<Change>, Vec<Self>) {
        let year = UNTIL.max(to.year().saturating_add(AHEAD));
        let until = NaiveDate::from_ymd_opt(year, 1, 1)
            .map_or(to, |date| date.and_time(Default::default()).and_utc());
        let pieces: Vec<_> = zone.offsets(from, until.max(to)).collect();
        let changes: Vec<Change> = pieces
            .windows(2)
            .map(|pair| Change { at: pair[1].start, before: pair[0].offset, after: pair[1].offset })
            .collect();
        let begin = (0..changes.len()).find_map(|begin| Some((begin, rules(&changes[begin..], year)?)));
        let yearly = begin.filter(|(begin, _)| changes[*begin].at < to);
        let Some((begin, rules)) = yearly else {
            return (changes.into_iter().filter(|change| change.at < to).collect(), Vec::new());
        };
        let rules = changes[begin..].iter().zip(rules).map(|(first, rule)| Self { first: *first, rule });
        (changes[..begin].to_vec(), rules.collect())
    }
}

/// The two rules by which changes alternate through every year up to one, that of the first change first.
fn rules(changes: &[Change], until: i32) -> Option<[String; 2]> {
    let last = changes.last()?.onset().year();
    if changes.len() < 2 * AHEAD as usize - 4 || last + 2 < until {
        return None;
    }
    let every_other = |first: usize| changes[first..].iter().step_by(2).collect::<Vec<_>>();
    Some([rule(&every_other(0))?, rule(&every_other(1))?])
}

/// The rule of changes that come once a year.
fn rule(changes: &[&Change]) -> Option<String> {
    let first = changes.first()?;
    let onset = first.onset();
    let is_alike = |change: &&Change| {
        let other = change.onset();
        (change.before, change.after) == (first.before, first.after)
            && (other.month(), other.weekday(), other.time())
                == (onset.month(), onset.weekday(), onset.time())
    };
    let yearly = changes.windows(2).all(|pair| pair[0].onset().year() + 1 == pair[1].onset().year());
    if !yearly || !changes.iter().all(is_alike) {
        return None;
    }
    let (month, day) = (onset.month(), two_letters(onset.weekday()));
    let dates = || changes.iter().map(|change| change.onset().date());
    let nth = |date: NaiveDate| date.day0() / 7 + 1;
    let is_last = |date: NaiveDate| (date + chrono::Days::new(7)).month() != month;
    let (least, most) = (dates().map(|date| date.day()).min()?, dates().map(|date| date.day()).max()?);
    let by_day = if dates().all(is_last) {
        format!("BYDAY=-1{day}")
    } else if dates().all(|date| nth(date) == nth(onset.date())) {
        format!("BYDAY={}{day}", nth(onset.date()))
    } else if most - least == 6 {
        // The Friday on or after the 23rd: one of seven dates is one.
        let days: Vec<String> = (least..=most).map(|day| day.to_string()).collect();
        format!("BYMONTHDAY={};BYDAY={day}", days.join(","))
    } else {
        return None;
    };
    Some(format!("FREQ=YEARLY;BYMONTH={month};{by_day}"))
}

/// `SU`.
pub(super) fn two_letters(day: Weekday) -> &'static str {
    match day {
        Weekday::Mon => "MO",
        Weekday::Tue => "TU",
        Weekday::Wed => "WE",
        Weekday::Thu => "TH",
        Weekday::Fri => "FR",
        Weekday::Sat => "SA",
        Weekday::Sun => "SU",
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(zone: &str, from: &str, to: &str) -> (usize, Vec<String>) {
        let at = |text: &str| format!("{text}T00:00:00Z").parse().expect("an instant");
        let zone = Zone::iana(zone).expect("a zone");
        let (single, yearly) = Yearly::of(&zone, at(from), at(to));
        (single.len(), yearly.into_iter().map(|yearly| yearly.rule).collect())
    }

    #[test]
    fn rules_are_those_that_the_law_of_the_place_has() {
        let rules = |zone| of(zone, "2026-11-16", "2027-11-29");
        let yearly = |rules: [&str; 2]| (0, rules.map(|rule| format!("FREQ=YEARLY;{rule}")).to_vec());
        let europe = yearly(["BYMONTH=3;BYDAY=-1SU", "BYMONTH=10;BYDAY=-1SU"]);
        for zone in ["Europe/Berlin", "Europe/London", "Europe/Dublin"] {
            assert_eq!(rules(zone), europe, "{zone}");
        }
        assert_eq!(rules("America/New_York"), yearly(["BYMONTH=3;BYDAY=2SU", "BYMONTH=11;BYDAY=1SU"]));
        assert_eq!(rules("Australia/Sydney"), yearly(["BYMONTH=4;BYDAY=1SU", "BYMONTH=10;BYDAY=1SU"]));
        // Friday before the last Sunday of March: the Friday from the 23rd on.
        let israel = yearly(["BYMONTH=3;BYMONTHDAY=23,24,25,26,27,28,29;BYDAY=FR", "BYMONTH=10;BYDAY=-1SU"]);
        assert_eq!(rules("Asia/Jerusalem"), israel);
        assert_eq!(rules("Asia/Kolkata"), (0, vec![]));
    }

    #[test]
    fn what_changes_once_is_told_once() {
        // Morocco gave up its changes in 2026, British Columbia in March.
        let (single, yearly) = of("America/Vancouver", "2026-01-01", "2027-01-01");
        assert_eq!((single, yearly.len()), (1, 0));
        let (single, yearly) = of("Africa/Casablanca", "2026-01-01", "2027-01-01");
        assert!(single > 0 && yearly.is_empty(), "{single} {yearly:?}");
    }
}
