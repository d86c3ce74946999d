//! Spellings that people use beside those of the grammar, turned into them: `24/7`, `9am-noon`, `9-17 Uhr`,
//! `10:00~19:00`, `Mon-Thu 9-17, Fri 9-13`.

use super::spelling_words::{
    ALWAYS, CORE, COUNTED_DAYS, DASHES, EVERY_DAY, FROM, HALF_PAST, HALVES, HOUR_SIGNS, IDLE, TO, UNTIL,
};

/// A text in small letters with one dash, noon and midnight as times, and no words that say nothing.
pub(super) fn plain(text: &str) -> String {
    // Most times are digits and a colon, of which nothing is a word or a sign.
    match text.bytes().all(|byte| byte.is_ascii_digit() || byte == b':') {
        true => text.to_owned(),
        false => in_other_words(text),
    }
}

fn in_other_words(text: &str) -> String {
    let digits: String = text.chars().map(of_ascii).collect();
    let mut plain = digits.trim().to_lowercase().replace(['分', '분'], "");
    if let Some(rest) = plain.strip_prefix("from ").or_else(|| plain.strip_prefix("between ")) {
        plain = rest.replace(" and ", " to ");
    }
    if plain.contains('\u{aa}') {
        plain = counted_days(&plain);
    }
    for sign in HOUR_SIGNS {
        for half in HALF_PAST {
            plain = plain.replace(&format!("{sign}{half}"), &format!("{sign}30"));
        }
        plain = colons(&plain, sign);
    }
    for (word, half) in HALVES {
        plain = half_behind(&plain, word, half);
    }
    // "Od" comes before "do", which is a weekday elsewhere.
    if let Some(rest) = plain.strip_prefix("od ") {
        plain = rest.replace(" do ", "-");
    }
    if let Some(rest) = FROM.iter().find_map(|word| plain.strip_prefix(word)) {
        plain = rest.to_owned();
    }
    // The "to" of East Asia that stands behind the second time.
    for word in UNTIL {
        plain = plain.replace(word, "");
    }
    for word in TO {
        plain = plain.replace(word, "-");
    }
    // Of "9 a - 5 p" the first is the morning.
    if plain.contains(" a ") {
        let parts: Vec<&str> = plain.split(" a ").collect();
        let is_dash = |part: &str| part.starts_with(DASHES) || part.starts_with('-');
        // "with a 12-13 break"
        let is_article = |before: &str| before.ends_with("with") || before.ends_with("minus");
        let joined = parts.windows(2).map(|two| {
            let stays = is_dash(two[1]) || is_article(two[0]);
            [if stays { " a " } else { "-" }, two[1]].concat()
        });
        plain = parts[0].to_owned() + &joined.collect::<String>();
    }
    plain = plain.replace(DASHES, "-");
    // A time on its own scale: neither am nor pm is missing.
    plain = words_replaced(&plain, &["noon", "midday"], "12:00n");
    plain = words_replaced(&plain, &["midnight"], "0:00n");
    if plain.contains("days") {
        plain = words_replaced(&plain, &EVERY_DAY, "daily");
    }
    plain = words_replaced(&plain, &IDLE, "");
    without_idle_remarks(&plain).split_whitespace().collect::<Vec<_>>().join(" ")
}

/// `core 10-16`, `core hours: 10-16` as `10-16`: of somebody of whom nothing else is known they are the
/// hours.
pub(super) fn core_alone(plain: &str) -> &str {
    let rest = CORE.iter().find_map(|word| plain.strip_prefix(word));
    let rest = rest.map(|rest| rest.trim_start_matches([' ', ':', '.', '-']));
    rest.filter(|rest| rest.starts_with(|c: char| c.is_ascii_digit())).unwrap_or(plain)
}

/// `2ª` as `segunda`: in Portuguese the days from Monday to Friday are counted, Sunday being the first.
fn counted_days(text: &str) -> String {
    let text = text.replace(".\u{aa}", "\u{aa}").replace("-feira", "").replace(" feira", "");
    COUNTED_DAYS.iter().fold(text, |text, (number, name)| text.replace(number, name))
}

/// `上午9:30` as `9:30am`: what stands before the digits of a time behind them.
fn half_behind(text: &str, word: &str, half: &str) -> String {
    let mut parts = text.split(word);
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        let part = part.trim_start();
        let end = part.find(|c: char| !c.is_ascii_digit() && c != ':').unwrap_or(part.len());
        plain.push_str(&part[..end]);
        plain.push_str(half);
        plain.push_str(&part[end..]);
    }
    plain
}

/// The digits, colons, commas and stops of full width and of other scripts as those of ASCII.
fn of_ascii(c: char) -> char {
    /// The zeros of full width, Arabic, Persian and Devanagari; the other digits follow each.
    const ZEROS: [u32; 4] = [0xff10, 0x660, 0x6f0, 0x966];
    let code = u32::from(c);
    let digit = ZEROS.into_iter().map(|zero| code.wrapping_sub(zero)).find(|digit| *digit < 10);
    match (digit, c) {
        (Some(digit), _) => char::from_digit(digit, 10).unwrap_or(c),
        (None, '\u{ff1a}') => ':',
        (None, '\u{ff0e}') => '.',
        (None, '\u{ff0c}' | '\u{60c}') => ',',
        (None, '\u{ff1b}' | '\u{61b}') => ';',
        (None, '\u{ff0d}') => '-',
        (None, '\u{ff08}') => '(',
        (None, '\u{ff09}') => ')',
        _ => c,
    }
}

/// Whether the text is all hours of all days: `24/7`.
pub(super) fn is_always(text: &str) -> bool {
    let compact = text.replace(" / ", "/").replace(" x ", "x");
    ALWAYS.contains(&compact.trim())
}

/// The groups of a text: parts between `;`, and before a comma with days and times behind it.
pub(super) fn groups(text: &str) -> Vec<&str> {
    let mut groups = Vec::new();
    for group in text.split([';', '\n', '|']) {
        let mut start = 0;
        for (at, _) in group.match_indices([',', '/', '&']).chain(group.match_indices(" and ")) {
            let behind = group[at..].trim_start_matches([',', '/', '&', ' ']);
            let behind = behind.strip_prefix("and ").unwrap_or(behind);
            let has_times = |text: &str| text.contains(|c: char| c.is_ascii_digit());
            if at >= start
                && has_times(&group[start..at])
                && behind.starts_with(char::is_alphabetic)
                && has_times(behind)
            {
                groups.push(&group[start..at]);
                start = group.len() - behind.len();
            }
        }
        groups.push(&group[start..]);
    }
    groups.retain(|group| !group.trim().is_empty());
    groups
}

/// `9時30` as `9:30`, `19時` as `19`.
fn colons(text: &str, sign: char) -> String {
    let mut parts = text.split(sign);
    let mut plain = parts.next().unwrap_or_default().to_owned();
    for part in parts {
        if part.starts_with(|c: char| c.is_ascii_digit()) {
            plain.push(':');
        }
        plain.push_str(part);
    }
    plain
}

/// The text with whole words replaced.
fn words_replaced(text: &str, words: &[&str], by: &str) -> String {
    let mut plain = text.to_owned();
    for word in words {
        let mut from = 0;
        while let Some(at) = plain[from..].find(word).map(|at| from + at) {
            let end = at + word.len();
            let is_letter = |c: Option<char>| c.is_some_and(char::is_alphabetic);
            if is_letter(plain[..at].chars().next_back()) || is_letter(plain[end..].chars().next()) {
                from = end;
                continue;
            }
            plain.replace_range(at..end, by);
            from = at + by.len();
        }
    }
    plain
}

/// The round brackets.
pub(super) const BRACKETS: [char; 2] = ['(', ')'];

/// What stands before, in and behind brackets: from the first that opens to the last that closes.
pub(super) fn brackets(text: &str) -> Option<(&str, &str, &str)> {
    let (before, rest) = text.split_once('(')?;
    let (inside, behind) = rest.rsplit_once(')')?;
    Some((before.trim(), inside.trim(), behind.trim()))
}

/// `(local time)` and `(24h)` without anything; other remarks stay.
fn without_idle_remarks(text: &str) -> String {
    let is_idle = |remark: &str| {
        matches!(
            remark,
            "local"
                | "local time"
                | "their time"
                | "my time"
                | "own time"
                | "24h"
                | "24-hour"
                | "24 h"
                | ""
                | "daily hours"
        )
    };
    match brackets(text) {
        Some((before, remark, behind)) if is_idle(remark) => format!("{before} {behind}"),
        _ => text.to_owned(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_without_a_word_are_plain_as_they_stand() {
        for text in ["", "9", "09", "0900", "9:00", "09:00", "23:59", "24:00", "12:00:00", ":", "::9", "007"]
        {
            assert_eq!((&*plain(text), &*in_other_words(text)), (text, text));
        }
    }

    #[test]
    fn spellings_worked_by_hand() {
        let cases = [
            ("10:00~19:00", "10:00-19:00"),
            ("9–17 Uhr", "9-17"),
            ("9 tot 17 uur", "9-17"),
            ("kl. 9-17", "9-17"),
            ("klo 8.30–16.30", "8.30-16.30"),
            ("godz. 9-17", "9-17"),
            ("9-17 hod.", "9-17"),
            ("de 9 a 17 hs", "9-17"),
            ("9am to noon", "9am-12:00n"),
            ("6pm until midnight", "6pm-0:00n"),
            ("10時〜19時30分", "10-19:30"),
            ("9時半～17時半", "9:30-17:30"),
            ("9시 반-18시반", "9:30-18:30"),
            ("dalle 9 alle 18", "9-18"),
            ("9-17 local", "9-17"),
            ("mon-fri 9-17 local time", "mon-fri 9-17"),
            ("8:00 až 16:30", "8:00-16:30"),
            ("08.00 s/d 17.00", "08.00-17.00"),
            ("з 9 до 18", "9-18"),
            ("from 9 to 5", "9-5"),
            ("between 9 and 5", "9-5"),
            ("9-17 (Mon-Fri)", "9-17 (mon-fri)"),
            ("9-17 (local time)", "9-17"),
            (
                "\u{ff19}\u{ff1a}\u{ff10}\u{ff10}\u{ff5e}\u{ff11}\u{ff17}\u{ff1a}\u{ff13}\u{ff10}",
                "9:00-17:30",
            ),
            ("\u{669}-\u{661}\u{667}", "9-17"),
            ("\u{6f0}\u{6f9}:\u{6f0}\u{6f0}-\u{6f1}\u{6f7}:\u{6f0}\u{6f0}", "09:00-17:00"),
            ("afternoons", "afternoons"),
        ];
        for (text, expected) in cases {
            assert_eq!(plain(text), expected, "{text}");
        }
        assert_eq!(groups("mon-thu 9-17, fri 9-13"), ["mon-thu 9-17", "fri 9-13"]);
        assert_eq!(groups("mon-fri 9-12, 13-17"), ["mon-fri 9-12, 13-17"]);
        assert_eq!(groups("mon, wed 9-17"), ["mon, wed 9-17"]);
        assert_eq!(groups("9-17 mon,tue"), ["9-17 mon,tue"]);
    }
}
