//! Hours with nothing but blanks, brackets or a plus between their parts: `Mon 9-17 Tue 9-13`, `9-13 15-19`,
//! `Mon-Fri (9-17)`, `9-17 (Mon-Thu), 9-13 (Fri)`.

use super::days::parse_days;
use super::spelling::BRACKETS;

/// The text with commas and semicolons in their places; `None` where it is no such text.
pub(super) fn separated(plain: &str) -> Option<String> {
    let groups = opened(plain).or_else(|| with_blanks(plain))?;
    (groups != plain).then_some(groups)
}

/// `9-17 (mon-thu), 9-13 (fri)` as `9-17 mon-thu; 9-13 fri`, and `mon-fri (9-17)` as `mon-fri 9-17`: brackets
/// around nothing but days, or but times.
fn opened(plain: &str) -> Option<String> {
    if !plain.contains('(') {
        return None;
    }
    let groups: Vec<String> = plain.split_inclusive(')').map(group).collect::<Option<_>>()?;
    Some(groups.join("; "))
}

/// `, 9-13 (fri)` as `9-13 fri`.
fn group(text: &str) -> Option<String> {
    let (before, inside) = text.trim_start_matches([' ', ',', ';']).split_once('(')?;
    let (before, inside) = (before.trim().trim_end_matches(':'), inside.strip_suffix(')')?.trim());
    let is_both = are_times(before) && are_days(inside) || are_days(before) && are_times(inside);
    (is_both && !inside.contains(BRACKETS)).then(|| format!("{before} {inside}"))
}

/// `mon 9-17 tue 9-13` and `9-13 15-19`: words of days and ranges by turns.
fn with_blanks(plain: &str) -> Option<String> {
    let (mut groups, mut last_was_range): (Vec<String>, bool) = (Vec::new(), false);
    let mut ranges = 0;
    for word in plain.split(' ').filter(|word| !matches!(*word, "+" | "" | ":")) {
        let is_range = are_times(word);
        ranges += usize::from(is_range);
        if !is_range && !are_days(word.trim_end_matches([':', ','])) {
            return None;
        }
        match groups.last_mut() {
            Some(group) if is_range && last_was_range => *group += &format!(",{word}"),
            Some(group) if is_range || !last_was_range => *group += &format!(" {word}"),
            _ => groups.push(word.trim_end_matches(':').to_owned()),
        }
        last_was_range = is_range;
    }
    // Days behind their times would be those of the next ones.
    let begins_with_days = groups.len() < 2 || groups[0].starts_with(char::is_alphabetic);
    (ranges > 1 && last_was_range && begins_with_days).then(|| groups.join("; "))
}

/// `9-17`, `9:00-12:00,13-17`: digits, and one dash a range.
fn are_times(text: &str) -> bool {
    let is_range = |range: &str| {
        let is_time = |time: &str| time.trim().starts_with(|c: char| c.is_ascii_digit());
        range.split_once('-').is_some_and(|(start, end)| is_time(start) && is_time(end) && !end.contains('-'))
    };
    text.split(',').all(|range| is_range(range.trim()))
}

fn are_days(text: &str) -> bool {
    !text.contains(|c: char| c.is_ascii_digit()) && parse_days(text).is_ok()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hours::parse_hours;

    #[test]
    fn parts_between_blanks_and_brackets() {
        let read = |text: &str| {
            let five = parse_days("Mon-Fri").unwrap_or_default();
            parse_hours(text).map(|hours| hours.on(five).to_string())
        };
        for (text, expected) in [
            ("Mon 9-17 Tue 9-17 Wed 9-13", "09:00-17:00 Mon,Tue; 09:00-13:00 Wed"),
            ("Mon: 9-17 Tue: 10-18", "09:00-17:00 Mon; 10:00-18:00 Tue"),
            ("Mon, Tue 9-17 Wed 9-13", "09:00-17:00 Mon,Tue; 09:00-13:00 Wed"),
            ("9-13 15-19", "09:00-13:00,15:00-19:00 Mon-Fri"),
            ("9-12 + 13-17", "09:00-12:00,13:00-17:00 Mon-Fri"),
            ("Mon-Thu 9-12 13-17", "09:00-12:00,13:00-17:00 Mon-Thu"),
            ("Mon-Fri (9-17)", "09:00-17:00 Mon-Fri"),
            ("Mon-Thu (9-17), Fri (9-13)", "09:00-17:00 Mon-Thu; 09:00-13:00 Fri"),
            (
                "09:00\u{2013}17:00 (Mon\u{2013}Thu), 09:00\u{2013}13:00 (Fri)",
                "09:00-17:00 Mon-Thu; 09:00-13:00 Fri",
            ),
        ] {
            assert_eq!(read(text).as_deref(), Ok(expected), "{text}");
        }
        // Of which days are these?
        for text in
            ["9-17 Mon 9-13 Fri 9-12", "9-17 (Fri 9-13)", "9-13 15", "Mon 9-17 Tue", "9-17 (Mon) (9-13)"]
        {
            assert!(read(text).is_err(), "{text}: {:?}", read(text));
        }
    }
}
