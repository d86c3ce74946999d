//! How lengths of time are written: hours, with halves where there are such.

use tzplan::{Minutes, PerDay};

use super::dates;

/// `4 h`, `½ h`, `2½ h`, `1 h 20 min`, `20 min`; nothing is `0 h`.
pub(crate) fn length(length: Minutes) -> String {
    long(u64::from(length.get()))
}

/// The same of any number of minutes.
pub(crate) fn long(minutes: u64) -> String {
    let hours = minutes / 60;
    match (hours, minutes % 60) {
        (hours, 0) => format!("{} h", dates::number(hours)),
        (0, 30) => "½ h".to_owned(),
        (hours, 30) => format!("{}½ h", dates::number(hours)),
        (0, minutes) => format!("{minutes} min"),
        (hours, minutes) => format!("{} h {minutes} min", dates::number(hours)),
    }
}

/// Working time: from two days of eight hours on with how many these are: `3½ h`, `20 h (2½ days of 8 h)`.
pub(crate) fn working_time(minutes: Minutes) -> String {
    let halves = (minutes.get() + 120) / 240;
    if minutes < Minutes::hours(16) {
        return length(minutes);
    }
    let about = if halves * 240 == minutes.get() { "" } else { "about " };
    let half = if halves % 2 == 1 { "½" } else { "" };
    format!("{} ({about}{}{half} days of 8 h)", length(minutes), dates::number((halves / 2).into()))
}

/// A daily amount, rounded down to whole minutes.
pub(crate) fn daily(daily: PerDay) -> String {
    length(daily.floor())
}

/// From one length to another: `½–3½ h`, `45 min–2 h`.
pub(crate) fn span(least: Minutes, most: Minutes) -> String {
    let (from, to) = (length(least), length(most));
    match (from.strip_suffix(" h"), to.ends_with(" h")) {
        (Some(hours), true) => format!("{hours}–{to}"),
        _ => format!("{from}–{to}"),
    }
}

/// A daily amount: `4 h a day`; where the days are not alike `4 h a day on average`.
pub(crate) fn each_day(amount: PerDay, even: bool) -> String {
    format!("{} a day{}", daily(amount), on_average(even))
}

/// `4 h a day or more`, `4 h a day or more on average`.
pub(crate) fn at_least(least: PerDay, even: bool) -> String {
    format!("{} a day or more{}", daily(least), on_average(even))
}

/// What has to be said of a daily amount where the days are not alike.
pub(crate) fn on_average(even: bool) -> &'static str {
    if even { "" } else { " on average" }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn lengths_are_hours_with_halves() {
        let written =
            [0, 20, 30, 45, 60, 80, 90, 240, 12 * 60 + 30, 4_230, 74_040].map(|m| length(Minutes(m)));
        let expected = [
            "0 h",
            "20 min",
            "½ h",
            "45 min",
            "1 h",
            "1 h 20 min",
            "1½ h",
            "4 h",
            "12½ h",
            "70½ h",
            "1,234 h",
        ];
        assert_eq!(written, expected);
        let spans = [(0, 420), (30, 210), (45, 120), (60, 75)];
        let spans = spans.map(|(least, most)| span(Minutes(least), Minutes(most)));
        assert_eq!(spans, ["0–7 h", "½–3½ h", "45 min–2 h", "1 h–1 h 15 min"]);
        let worked =
            [15 * 60 + 59, 16 * 60, 20 * 60, 110 * 60 + 30, 36 * 60].map(|m| working_time(Minutes(m)));
        let expected = [
            "15 h 59 min",
            "16 h (2 days of 8 h)",
            "20 h (2½ days of 8 h)",
            "110½ h (about 14 days of 8 h)",
            "36 h (4½ days of 8 h)",
        ];
        assert_eq!(worked, expected);
        assert_eq!(daily(PerDay { minutes_per_week: 1_402, days: 5 }), "4 h 40 min");
    }
}
