//! Offsets in the spellings that people use beside those of the standards: `UTC+5.5`, `GMT +5h30`, `UTC5`.

/// The offset as `UTC+05:30`; `None` for what is no such spelling.
pub(super) fn usual(text: &str) -> Option<String> {
    let head =
        text.get(..3).filter(|head| head.eq_ignore_ascii_case("UTC") || head.eq_ignore_ascii_case("GMT"));
    let rest = text[head.map_or(0, str::len)..].trim();
    let (sign, digits) = match rest.chars().next()? {
        '+' => ('+', &rest[1..]),
        '-' => ('-', &rest[1..]),
        '\u{2212}' => ('-', &rest['\u{2212}'.len_utf8()..]),
        '\u{b1}' => ('+', &rest['\u{b1}'.len_utf8()..]),
        _ if head.is_some() => ('+', rest),
        _ => return None,
    };
    let digits = digits.trim().trim_end_matches(['h', 'H']).trim_end_matches(" hours").trim_end();
    let (hours, minutes) = match digits.split_once([':', '.', ',', 'h', 'H']) {
        Some((hours, part)) => (hours, minutes(digits, part)?),
        None if digits.len() > 2 => {
            let (hours, minutes) = digits.split_at_checked(digits.len() - 2)?;
            (hours, number(minutes)?)
        }
        None => (digits, 0),
    };
    let hours = number(hours)?;
    (minutes < 60).then(|| format!("UTC{sign}{hours:02}:{minutes:02}"))
}

/// The names of Moscow's time, which those of Russia are counted from.
const MOSCOW: [&str; 4] = ["\u{41c}\u{421}\u{41a}", "\u{43c}\u{441}\u{43a}", "MSK", "msk"];
/// How many hours that is ahead of UTC.
const OF_MOSCOW: i32 = 3;
/// How many hours the clocks of Russia are ahead of it, from Kaliningrad to Kamchatka.
const OF_RUSSIA: std::ops::RangeInclusive<i32> = -1..=9;

/// `Екатеринбург (МСК+2)` as `Екатеринбург (UTC+05:00)`: Russia counts its times from that of Moscow, and
/// none of them changes. `None` where a text names no such time. So is `MSK+3` in Latin letters alone: it may
/// give the offset of Moscow itself, as `JST+9` does.
pub(super) fn from_moscow(text: &str) -> Option<String> {
    let (at, name) = MOSCOW.iter().find_map(|name| text.find(name).map(|at| (at, name)))?;
    let (before, behind) = (&text[..at], &text[at + name.len()..]);
    // `MSK +2`
    let behind = behind.strip_prefix(' ').unwrap_or(behind);
    let sign = [('+', 1), ('-', -1), ('\u{2212}', -1), ('\u{2013}', -1)]
        .into_iter()
        .find(|(sign, _)| behind.starts_with(*sign))?;
    let digits = &behind[sign.0.len_utf8()..];
    let (hours, rest) = digits.split_at(digits.bytes().take_while(u8::is_ascii_digit).count());
    let hours = sign.1 * hours.parse::<i32>().ok()?;
    let is_whole = |c: Option<char>| c.is_none_or(|c| !c.is_alphanumeric() && c != ':');
    if !OF_RUSSIA.contains(&hours)
        || !is_whole(rest.chars().next())
        || !is_whole(before.chars().next_back())
        || name.is_ascii() && hours == OF_MOSCOW && text.len() == name.len() + "+3".len()
    {
        return None;
    }
    let offset = OF_MOSCOW + hours;
    let sign = if offset < 0 { '-' } else { '+' };
    Some(format!("{before}UTC{sign}{:02}:00{rest}", offset.abs()))
}

/// The minutes behind the hours: `30`, or the tenths and hundredths of an hour.
fn minutes(digits: &str, part: &str) -> Option<u32> {
    let is_fraction = digits.contains(['.', ',']);
    match part {
        "5" | "50" if is_fraction => Some(30),
        "25" if is_fraction => Some(15),
        "75" if is_fraction => Some(45),
        "0" if is_fraction => Some(0),
        _ if part.len() == 2 => number(part),
        _ => None,
    }
}

fn number(text: &str) -> Option<u32> {
    let plain = (1..=2).contains(&text.len()) && text.bytes().all(|b| b.is_ascii_digit());
    if plain { text.parse().ok() } else { None }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn times_that_are_counted_from_moscow() {
        for (text, expected) in [
            ("\u{41c}\u{421}\u{41a}+2", Some("UTC+05:00")),
            ("\u{41c}\u{421}\u{41a}\u{2212}1", Some("UTC+02:00")),
            ("MSK-1", Some("UTC+02:00")),
            ("msk +4", Some("UTC+07:00")),
            ("Omsk (MSK+3)", Some("Omsk (UTC+06:00)")),
            ("MSK+3", None),
            ("MSK-2", None),
            ("MSK+10", None),
            ("UMSK+4", None),
            ("\u{43c}\u{441}\u{43a}+0", Some("UTC+03:00")),
            (
                "\u{41e}\u{43c}\u{441}\u{43a} (\u{41c}\u{421}\u{41a}+3)",
                Some("\u{41e}\u{43c}\u{441}\u{43a} (UTC+06:00)"),
            ),
            ("\u{41e}\u{43c}\u{441}\u{43a}+3", None),
            ("MSK", None),
            ("MSK+2:30", None),
            ("MSK+20", None),
            ("Omsk-1", None),
        ] {
            assert_eq!(from_moscow(text).as_deref(), expected, "{text}");
        }
    }

    #[test]
    fn spellings_worked_by_hand() {
        let cases = [
            ("UTC+5.5", "UTC+05:30"),
            ("gmt+5.5", "UTC+05:30"),
            ("UTC+5.75", "UTC+05:45"),
            ("UTC+05.30", "UTC+05:30"),
            ("UTC+530", "UTC+05:30"),
            ("GMT+0530", "UTC+05:30"),
            ("UTC5", "UTC+05:00"),
            ("UTC 5", "UTC+05:00"),
            ("UTC-3.5", "UTC-03:30"),
            ("UTC\u{2212}3", "UTC-03:00"),
            ("UTC\u{b1}0", "UTC+00:00"),
            ("UTC +5h30", "UTC+05:30"),
            ("UTC+1h", "UTC+01:00"),
            ("+5.5", "UTC+05:30"),
        ];
        for (text, offset) in cases {
            assert_eq!(usual(text).as_deref(), Some(offset), "{text}");
        }
        for text in [
            "",
            "UTC",
            "5",
            "5:30",
            "UTC+5.3",
            "UTC+5:3",
            "UTC+abc",
            "+",
            "UTC++5",
            "UTC+12345",
            "Utrecht",
            "€",
        ] {
            assert_eq!(usual(text), None, "{text}");
        }
    }
}
