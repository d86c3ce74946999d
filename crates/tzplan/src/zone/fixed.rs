//! Fixed offsets in words.

/// Minutes ahead of UTC of `UTC`, `Z`, `UTC+5:30`, `GMT-3`, `+05:30`, `-0330`; `None` for anything else.
pub(super) fn parse(text: &str) -> Option<i32> {
    let rest = ["UTC", "GMT"]
        .iter()
        .find_map(|prefix| text.get(..3).filter(|head| head.eq_ignore_ascii_case(prefix)).map(|_| &text[3..]))
        .unwrap_or(text);
    if rest.is_empty() || text.eq_ignore_ascii_case("z") {
        return (!text.is_empty()).then_some(0);
    }
    let rest = rest.trim_start();
    let mut characters = rest.chars();
    let sign = match characters.next()? {
        '+' => 1,
        '-' | '\u{2212}' | '\u{2013}' => -1,
        _ => return None,
    };
    let digits = characters.as_str().trim_start();
    let (hours, minutes) = match digits.split_once(':') {
        Some((hours, minutes)) if minutes.len() == 2 => (hours, minutes),
        Some(_) => return None,
        None if digits.len() == 4 && digits.is_ascii() => digits.split_at(2),
        None => (digits, "0"),
    };
    let number = |text: &str, most: usize| {
        let plain = !text.is_empty() && text.len() <= most && text.bytes().all(|b| b.is_ascii_digit());
        plain.then(|| text.parse::<i32>().ok()).flatten()
    };
    let (hours, minutes) = (number(hours, 2)?, number(minutes, 2).filter(|m| *m < 60)?);
    Some(sign * (hours * 60 + minutes))
}
