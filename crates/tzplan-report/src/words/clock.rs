//! How times of day, lengths and working weeks are written.

use chrono::{Weekday, WeekdaySet};
use tzplan::target::WeekWindow;
use tzplan::team::Post;
use tzplan::{ClockRange, Minutes, Shift, Stretch, WeekMinute, WeeklyHours, hours};

use super::city;
use super::length::length;

const DAY: i32 = 24 * 60;
const WEEK: i32 = 7 * DAY;
/// The days that go without saying.
pub(crate) const MON_TO_FRI: WeekdaySet =
    WeekdaySet::from_array([Weekday::Mon, Weekday::Tue, Weekday::Wed, Weekday::Thu, Weekday::Fri]);

/// `½ h earlier`, `1 h 15 min later`.
pub(crate) fn moved(shift: i32) -> String {
    let way = if shift < 0 { "earlier" } else { "later" };
    format!("{} {way}", length(Minutes(shift.unsigned_abs())))
}

/// `14:30` of any minute of a running clock.
pub(crate) fn time(minute: i32) -> String {
    let minute = minute.rem_euclid(DAY);
    format!("{:02}:{:02}", minute / 60, minute % 60)
}

/// `13:00–17:00`, `22:00–02:00 +1`: so many minutes from a minute of the day on.
pub(crate) fn times(start: i32, length: i32) -> String {
    let end = start.rem_euclid(DAY) + length;
    match end {
        end if end == DAY => format!("{}–24:00", time(start)),
        end if end > DAY => format!("{}–{} +{}", time(start), time(end), end / DAY),
        end => format!("{}–{}", time(start), time(end)),
    }
}

/// Whether a minute of a running clock lies inside a range of the day.
pub(crate) fn is_within(range: ClockRange, minute: i32) -> bool {
    let (start, end) = (i32::from(range.start().minutes()), i32::from(range.end().minutes()));
    let length = if start < end { end - start } else { end + DAY - start };
    (minute - start).rem_euclid(DAY) < length
}

/// `UTC−3`, `UTC+5:30`.
pub(crate) fn offset(ahead: i32) -> String {
    let sign = if ahead < 0 { '−' } else { '+' };
    match (ahead.abs() / 60, ahead.abs() % 60) {
        (0, 0) => "UTC".to_owned(),
        (hours, 0) => format!("UTC{sign}{hours}"),
        (hours, minutes) => format!("UTC{sign}{hours}:{minutes:02}"),
    }
}

/// A shift as a flag takes it: `+1h`, `-30m`, `+1h30m`.
pub(crate) fn as_flag(shift: Shift) -> String {
    let (sign, minutes) = (if shift.is_later() { '+' } else { '-' }, shift.length().get());
    match (minutes / 60, minutes % 60) {
        (0, minutes) => format!("{sign}{minutes}m"),
        (hours, 0) => format!("{sign}{hours}h"),
        (hours, minutes) => format!("{sign}{hours}h{minutes}m"),
    }
}

/// Windows of the UTC week on a clock so many minutes ahead, one line for days alike: `13:00–17:00`,
/// `13:00–17:00 Mon–Thu`. Monday to Friday goes without saying. Nothing shared is `—`.
pub(crate) fn windows(windows: &[WeekWindow], ahead: i32) -> Vec<String> {
    if windows.iter().any(|window| window.minutes.get() as i32 >= WEEK) {
        return vec!["all week".to_owned()];
    }
    weekly(&hours_of(windows, ahead))
}

/// Windows of the UTC week as weekly hours on a clock so many minutes ahead.
pub(crate) fn hours_of(windows: &[WeekWindow], ahead: i32) -> WeeklyHours {
    hours_on(windows.iter().map(|window| (window.start, window.minutes)), ahead)
}

/// The same of starts and lengths.
pub(crate) fn hours_on(windows: impl Iterator<Item = (WeekMinute, Minutes)>, ahead: i32) -> WeeklyHours {
    let of_one =
        |(start, length): (WeekMinute, Minutes)| by_day(i32::from(start.get()) + ahead, length.get() as i32);
    WeeklyHours::new(windows.flat_map(of_one))
}

/// A window longer than a day is shown day by day.
fn by_day(start: i32, length: i32) -> Vec<Stretch> {
    let mut pieces = Vec::new();
    let (mut from, end) = (start, start + length);
    while from < end {
        let until = if length > DAY { end.min((from.div_euclid(DAY) + 1) * DAY) } else { end };
        let local = from.rem_euclid(WEEK);
        let minute = (local % DAY) as u16;
        let day = Weekday::try_from((local / DAY) as u8).unwrap_or(Weekday::Mon);
        pieces.extend(Stretch::new(day, minute, minute + (until - from) as u16));
        from = until;
    }
    pieces
}

/// Weekly hours, one line for days alike: `09:00–17:00`, `22:00–06:00 +1 Sun–Thu`.
pub(crate) fn weekly(hours: &WeeklyHours) -> Vec<String> {
    weekly_on(hours, MON_TO_FRI)
}

/// The same where other days than Monday to Friday go without saying.
pub(crate) fn weekly_on(hours: &WeeklyHours, usual: WeekdaySet) -> Vec<String> {
    let groups = groups(hours);
    if groups.is_empty() {
        return vec!["—".to_owned()];
    }
    let alone = groups.len() == 1;
    let line = |(text, set): (String, WeekdaySet)| match set {
        set if alone && set == usual => text,
        set => format!("{text} {}", days(set)),
    };
    groups.into_iter().map(line).collect()
}

/// Days for a heading: ` Mon–Thu`; nothing for Monday to Friday.
pub(crate) fn unusual_days(set: WeekdaySet) -> String {
    if set == MON_TO_FRI { String::new() } else { format!(" {}", days(set)) }
}

/// The hours of each post as [`weekly`] has them, with the city of the clock on which they are read where it
/// is another: `10:00–16:00 (New York)`.
pub(crate) fn of_posts<'h>(posts: &[Post], hours: impl IntoIterator<Item = &'h WeeklyHours>) -> Vec<String> {
    let of_post = |(post, hours): (&Post, &WeeklyHours)| -> Vec<String> {
        let clock =
            post.hours_on().map_or_else(String::new, |clock| format!(" ({})", city::of_zone(&clock.name())));
        weekly(hours).into_iter().map(|line| line + &clock).collect()
    };
    posts.iter().zip(hours).flat_map(of_post).collect()
}

/// Weekly hours in running text, their days always said: `09:00–17:00 Mon–Thu and 09:00–13:00 Fri`.
pub(crate) fn spoken(hours: &WeeklyHours) -> String {
    let groups = groups(hours).into_iter().map(|(text, set)| format!("{text} {}", days(set)));
    groups.collect::<Vec<_>>().join(" and ")
}

/// The hours of days alike, by the first of the days.
fn groups(hours: &WeeklyHours) -> Vec<(String, WeekdaySet)> {
    let mut groups: Vec<(String, WeekdaySet)> = Vec::new();
    for day in hours.stretches().chunk_by(|a, b| a.day() == b.day()) {
        let stretches = day
            .iter()
            .map(|stretch| times(stretch.start().into(), i32::from(stretch.end() - stretch.start())));
        let text = stretches.collect::<Vec<_>>().join(", ");
        match groups.iter_mut().find(|(known, _)| *known == text) {
            Some((_, days)) => {
                days.insert(day[0].day());
            }
            None => groups.push((text, WeekdaySet::single(day[0].day()))),
        }
    }
    groups
}

/// `Mon–Fri`, `Mon,Wed,Fri`.
pub(crate) fn days(days: WeekdaySet) -> String {
    hours::show_days(days).replace('-', "–")
}

/// Some lines in one: `09:00–12:00 Mon–Thu; 09:00–11:00 Fri`.
pub(crate) fn joined(lines: &[String]) -> String {
    lines.join("; ")
}

/// Weekly hours as short as can be, for the name of a group: `9–17`, `9:30–18 Mon–Thu`.
pub(crate) fn brief(hours: &WeeklyHours) -> String {
    let short = |time: &str| {
        let time = time.strip_suffix(":00").unwrap_or(time);
        match time.strip_prefix('0') {
            Some(rest) if !rest.is_empty() => rest.to_owned(),
            _ => time.to_owned(),
        }
    };
    let word = |word: &str| word.split('–').map(short).collect::<Vec<_>>().join("–");
    let line = |line: String| line.replace(',', " ,").split(' ').map(word).collect::<Vec<_>>().join(" ");
    weekly(hours).into_iter().map(line).collect::<Vec<_>>().join("; ").replace(" ,", ",")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn shifts_as_flags_are_read_back() {
        for (minutes, written) in [(60, "+1h"), (-30, "-30m"), (90, "+1h30m"), (-615, "-10h15m")] {
            assert_eq!(as_flag(Shift::of(minutes)), written);
            assert_eq!(written.parse(), Ok(Shift::of(minutes)));
        }
    }

    #[test]
    fn times_across_midnight_say_so() {
        assert_eq!(times(22 * 60, 240), "22:00–02:00 +1");
        assert_eq!(times(16 * 60, 480), "16:00–24:00");
        assert_eq!(times(0, 1440), "00:00–24:00");
        assert_eq!(times(-60, 60), "23:00–24:00");
    }

    #[test]
    fn weeks_name_the_days_that_are_not_usual() {
        let week = |text: &str| weekly(&text.parse().expect("hours"));
        assert_eq!(week("9-17"), ["09:00–17:00"]);
        assert_eq!(week("9-12,13-17 Sun-Thu"), ["09:00–12:00, 13:00–17:00 Sun–Thu"]);
        assert_eq!(week("Mon-Thu 9-17; Fri 9-13"), ["09:00–17:00 Mon–Thu", "09:00–13:00 Fri"]);
        assert_eq!(week("22-6 daily"), ["22:00–06:00 +1 Mon–Sun"]);
    }

    #[test]
    fn hours_of_a_group_are_brief() {
        let brief = |text: &str| brief(&text.parse().expect("hours"));
        assert_eq!(brief("9-17"), "9–17");
        assert_eq!(brief("9:30-18 Mon-Thu"), "9:30–18 Mon–Thu");
        assert_eq!(brief("00:00-08:00"), "0–8");
        assert_eq!(brief("9-12,13-17"), "9–12, 13–17");
    }
}
