//! Dates with the signs of East Asia, `2026年12月24日`, `12月24日〜1月3日`, `8月`, and those of Vietnam, whose months
//! are numbers behind a word, as others write them.

use std::borrow::Cow;

use super::date_text::MONTH_NAMES;

/// The text with these dates as `2026-12-24`, `December 24` and `August`; texts without them as they are.
pub(super) fn plain(text: &str) -> Cow<'_, str> {
    let vietnamese = of_vietnam(text);
    let text = &*vietnamese;
    if !text.contains(['\u{6708}', '\u{c6d4}', '\u{65e5}', '\u{c77c}']) {
        return vietnamese;
    }
    let text = text.replace("\u{304b}\u{3089}", "\u{2013}").replace("\u{307e}\u{3067}", "");
    let (mut plain, mut number) = (String::new(), String::new());
    let (mut year, mut month) = (None, None);
    for c in text.chars().map(half_width) {
        match c {
            '0'..='9' => number.push(c),
            ' ' if number.is_empty() && month.is_some() => {}
            '\u{5e74}' | '\u{b144}' if number.len() == 4 => year = Some(std::mem::take(&mut number)),
            '\u{6708}' | '\u{c6d4}' if is_month(&number) => month = Some(std::mem::take(&mut number)),
            '\u{65e5}' | '\u{c77c}' | '\u{53f7}' if !number.is_empty() => {
                plain.push_str(&date(year.take(), month.take(), std::mem::take(&mut number)));
            }
            other => {
                flush(&mut plain, &mut year, &mut month, &mut number);
                match other {
                    '~' | '\u{301c}' | '\u{ff5e}' | '\u{81f3}' | '\u{5230}' => plain.push_str(" \u{2013} "),
                    '\u{3001}' | '\u{ff0c}' => plain.push(','),
                    other => plain.push(other),
                }
            }
        }
    }
    flush(&mut plain, &mut year, &mut month, &mut number);
    Cow::Owned(plain)
}

/// `ngày 24 tháng 12 năm 2026` as `24 December 2026`.
fn of_vietnam(text: &str) -> Cow<'_, str> {
    const MONTH: [&str; 4] = ["th\u{e1}ng", "Th\u{e1}ng", "thg", "Thg"];
    const IDLE: [&str; 4] = ["ng\u{e0}y", "Ng\u{e0}y", "n\u{103}m", "N\u{103}m"];
    if !MONTH.iter().any(|word| text.contains(word)) {
        return Cow::Borrowed(text);
    }
    let mut plain: Vec<String> = Vec::new();
    let mut words = text.split(' ').filter(|word| !IDLE.contains(word)).peekable();
    while let Some(word) = words.next() {
        let number = |next: &str| next.trim_end_matches([',', ';', '.']).to_owned();
        match words.peek().map(|next| number(next)).filter(|number| MONTH.contains(&word) && is_month(number))
        {
            Some(number) => {
                let behind = words.next().unwrap_or_default()[number.len()..].to_owned();
                plain.push(name(&number).to_owned() + &behind);
            }
            None => plain.push(word.to_owned()),
        }
    }
    Cow::Owned(plain.join(" "))
}

fn half_width(c: char) -> char {
    let digit = u32::from(c).wrapping_sub(0xff10);
    if digit < 10 { char::from_digit(digit, 10).unwrap_or(c) } else { c }
}

fn is_month(number: &str) -> bool {
    number.parse().is_ok_and(|month: usize| (1..=12).contains(&month))
}

fn name(month: &str) -> &'static str {
    let place = month.parse::<usize>().ok().and_then(|month| month.checked_sub(1));
    place.and_then(|place| MONTH_NAMES.get(place).copied()).unwrap_or_default()
}

fn date(year: Option<String>, month: Option<String>, day: String) -> String {
    match (year, month) {
        (Some(year), Some(month)) => format!("{year}-{month:0>2}-{day:0>2}"),
        (None, Some(month)) => format!("{} {day}", name(&month)),
        _ => day,
    }
}

/// What was begun and is no date with a day: a month alone.
fn flush(plain: &mut String, year: &mut Option<String>, month: &mut Option<String>, number: &mut String) {
    let before = month.take().map(|month| name(&month).to_owned()).into_iter().chain(year.take());
    plain.push_str(&before.collect::<Vec<_>>().join(" "));
    plain.push_str(&std::mem::take(number));
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_of_east_asia() {
        for (text, expected) in [
            ("2026\u{5e74}12\u{6708}24\u{65e5}", "2026-12-24"),
            ("12\u{6708}24\u{65e5}\u{301c}1\u{6708}3\u{65e5}", "December 24 \u{2013} January 3"),
            (
                "12\u{6708}24\u{65e5}\u{304b}\u{3089}1\u{6708}3\u{65e5}\u{307e}\u{3067}",
                "December 24\u{2013}January 3",
            ),
            ("8\u{6708}", "August"),
            ("2027\u{5e74}8\u{6708}", "August 2027"),
            ("12\u{c6d4} 24\u{c77c}", "December 24"),
            ("\u{ff11}\u{ff12}\u{6708}\u{ff13}\u{65e5}\u{3001}4\u{65e5}", "December 3,4"),
            ("13\u{6708}", "13\u{6708}"),
            ("24.12.", "24.12."),
        ] {
            assert_eq!(plain(text), expected, "{text}");
        }
    }
}
