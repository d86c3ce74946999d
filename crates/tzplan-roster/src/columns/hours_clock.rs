//! Headers that ask on which clock hours are.

use super::field::Field;
use super::header_words::HeaderWord;
use super::synonym::named;

/// Whether it asks on which clock the hours are: `hours timezone`, `shift TZ`, `time zone of hours`.
pub(super) fn is_clock_of_hours(words: &[&str]) -> bool {
    let lower: Vec<String> = words.iter().map(|word| word.to_lowercase()).collect();
    // "UTC hours" names the clock itself, and "UTC offset, hours" says where somebody is.
    let asks = |text: &str| {
        matches!(named(text), Some((Field::Zone, _)))
            && !["utc", "gmt", "offset"].iter().any(|word| text.contains(word))
    };
    let in_two_words = lower.windows(2).position(|two| asks(&two.concat()));
    let is_zone = |place: usize| {
        in_two_words.is_some_and(|first| (first..first + 2).contains(&place)) || asks(&lower[place])
    };
    let (zone, mut rest): (Vec<usize>, Vec<usize>) = (0..lower.len()).partition(|place| is_zone(*place));
    // "Zeitzone der Arbeitszeit", but "Horario de trabajo" is one name.
    let is_idle = |place: &usize| HeaderWord::OfClock.is(&lower[*place]);
    let first = rest.iter().position(|place| !is_idle(place)).unwrap_or(rest.len());
    rest.drain(..first);
    rest.truncate(rest.iter().rposition(|place| !is_idle(place)).map_or(0, |last| last + 1));
    let rest: String = rest.into_iter().map(|place| &*lower[place]).collect();
    let is_of_hours = |(field, _)| Field::OF_HOURS.contains(&field);
    !zone.is_empty() && (rest == "schedule" || named(&rest).is_some_and(is_of_hours))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_ask_on_which_clock_hours_are() {
        let asking =
            ["hours timezone", "Shift TZ", "time zone of hours", "Availability Time Zone", "start tz"];
        let nested = ["workingHours.timezone", "schedule.working_hours.tz", "shift.timeZone"];
        let of_others =
            ["Arbeitszeit Zeitzone", "Zeitzone der Arbeitszeit", "fuso horário do horário de trabalho"];
        for header in asking.into_iter().chain(nested).chain(of_others) {
            assert_eq!(Field::of(header), Some(Field::Clock), "{header}");
        }
        for header in
            ["Time Zone", "UTC hours", "UTC offset hours", "manager.timezone", "Start time", "My time zone"]
        {
            assert_ne!(Field::of(header), Some(Field::Clock), "{header}");
        }
    }
}
