//! Figures that stay on one line: `2½ h`, `09:00–17:00 +1`, `28 Mar 2027`, `Mon–Thu`.
//!
//! The text of a page is not touched: a figure gets an element around it, which the style keeps whole. So
//! what is copied from a page, or searched in it, is what stood there before.

/// What is around a figure.
const OPEN: &str = "<span class=\"whole\">";
const CLOSE: &str = "</span>";
/// Elements whose text stays as it is: it does not flow, or is not text.
const LEFT: [&str; 7] = ["script", "style", "title", "svg", "select", "code", "textarea"];
const MONTHS: [&str; 12] =
    ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
const WEEKDAYS: [&str; 7] = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

/// Markup made here, with an element around each figure of its text.
///
/// # Complexity
///
/// Linear in the length of the markup.
pub(crate) fn figures(markup: &str) -> String {
    let mut out = String::with_capacity(markup.len() + markup.len() / 8);
    let mut rest = markup;
    while let Some(at) = rest.find('<') {
        push_text(&mut out, &rest[..at]);
        let element = &rest[at..];
        let end = end_of(element);
        out.push_str(&element[..end]);
        rest = &element[end..];
    }
    push_text(&mut out, rest);
    out
}

/// Where a tag ends; of an element that is left as it is, where that ends.
fn end_of(element: &str) -> usize {
    let name = element[1..].split(|c: char| !c.is_ascii_alphanumeric()).next().unwrap_or_default();
    let tag = element.find('>').map_or(element.len(), |at| at + 1);
    if !LEFT.contains(&name) {
        return tag;
    }
    element.find(&format!("</{name}")).unwrap_or(element.len()).max(tag)
}

fn push_text(out: &mut String, text: &str) {
    let mut rest = text;
    let mut within_word = false;
    while let Some(next) = rest.chars().next() {
        let length = if within_word { 0 } else { figure(rest) };
        if length > 0 {
            out.push_str(OPEN);
            out.push_str(&rest[..length]);
            out.push_str(CLOSE);
            rest = &rest[length..];
            within_word = true;
            continue;
        }
        out.push(next);
        // A reference such as `&#39;` is one character.
        within_word = next.is_alphanumeric() || next == '&' || (within_word && next == '#');
        rest = &rest[next.len_utf8()..];
    }
}

/// How much of the start of a text is a figure; 0 where none starts there.
fn figure(text: &str) -> usize {
    let end = clock_range(text).or_else(|| date(text)).or_else(|| length(text)).or_else(|| weekdays(text));
    match end {
        Some(rest) if !rest.starts_with(char::is_alphanumeric) => text.len() - rest.len(),
        _ => 0,
    }
}

/// `09:00–17:00`, `22:00–06:00 +1`.
fn clock_range(text: &str) -> Option<&str> {
    let rest = time(time(text)?.strip_prefix('–')?)?;
    Some(rest.strip_prefix(" +").and_then(digits).unwrap_or(rest))
}

fn time(text: &str) -> Option<&str> {
    let two = |text: &str| text.as_bytes().get(..2).is_some_and(|two| two.iter().all(u8::is_ascii_digit));
    let minutes = two(text).then(|| &text[2..])?.strip_prefix(':')?;
    two(minutes).then(|| &minutes[2..])
}

/// `28 Mar`, `28 Mar 2027`; with the dash of a range behind it.
fn date(text: &str) -> Option<&str> {
    let rest = digits(text)?.strip_prefix(' ')?;
    let rest = MONTHS.iter().find_map(|month| rest.strip_prefix(month))?;
    let year = rest.strip_prefix(' ').and_then(|year| {
        let behind = digits(year)?;
        (year.len() - behind.len() == 4).then_some(behind)
    });
    let rest = year.unwrap_or(rest);
    Some(rest.strip_prefix(" –").unwrap_or(rest))
}

/// `4 h`, `2½ h`, `1 h 15 min`, `1,260 h`.
fn length(text: &str) -> Option<&str> {
    let rest = number(text)?;
    match unit(rest, " h") {
        Some(rest) => {
            let minutes = rest.strip_prefix(' ').and_then(digits).and_then(|rest| unit(rest, " min"));
            Some(minutes.unwrap_or(rest))
        }
        None => unit(rest, " min"),
    }
}

/// `4`, `2½`, `½`.
fn number(text: &str) -> Option<&str> {
    match digits(text) {
        Some(rest) => Some(rest.strip_prefix('½').unwrap_or(rest)),
        None => text.strip_prefix('½'),
    }
}

fn unit<'a>(text: &'a str, unit: &str) -> Option<&'a str> {
    text.strip_prefix(unit).filter(|rest| !rest.starts_with(char::is_alphanumeric))
}

/// `Mon–Thu`.
fn weekdays(text: &str) -> Option<&str> {
    weekday(weekday(text)?.strip_prefix('–')?)
}

fn weekday(text: &str) -> Option<&str> {
    WEEKDAYS.iter().find_map(|day| text.strip_prefix(day))
}

/// Digits, also with commas between them.
fn digits(text: &str) -> Option<&str> {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    let rest = match rest.strip_prefix(',').filter(|more| more.starts_with(|c: char| c.is_ascii_digit())) {
        Some(more) => digits(more)?,
        None => rest,
    };
    (rest.len() < text.len()).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The markup with figures in brackets.
    fn seen(markup: &str) -> String {
        figures(markup).replace(OPEN, "[").replace(CLOSE, "]")
    }

    #[test]
    fn figures_stay_whole() {
        for (text, figures) in [
            ("shares 2½ h a day, ½ h less", "shares [2½ h] a day, [½ h] less"),
            ("by up to 1 h 15 min all year", "by up to [1 h 15 min] all year"),
            ("1 h to 2 h; 45 min earlier", "[1 h] to [2 h]; [45 min] earlier"),
            ("at work for 6,336 h of 8,736 h", "at work for [6,336 h] of [8,736 h]"),
            ("5 h · 22:00–06:00 +1 Sun–Thu", "[5 h] · [22:00–06:00 +1] [Sun–Thu]"),
            ("14:00–18:00, 20:00–24:00", "[14:00–18:00], [20:00–24:00]"),
            ("23 Nov – 13 Mar 2027 and 7 Nov", "[23 Nov –] [13 Mar 2027] and [7 Nov]"),
            ("28 Mar 2027 – 30 Oct", "[28 Mar 2027 –] [30 Oct]"),
        ] {
            assert_eq!(seen(text), figures);
        }
    }

    #[test]
    fn what_only_looks_like_a_figure_is_text() {
        for text in [
            "4 hours",
            "5 minutes",
            "27 people",
            "v2 hx",
            "x4 h",
            "1:00–2:00",
            "3 March",
            "Mon, Tue",
            "Sunday–Thu",
            "&#39;",
            "&#8211; h",
            "h",
            "½",
            "min",
            "1,",
            ",5",
        ] {
            assert_eq!(seen(text), text);
        }
    }

    #[test]
    fn tags_and_what_does_not_flow_are_left_as_they_are() {
        for (markup, expected) in [
            ("<b title=\"4 h\">4 h</b>", "<b title=\"4 h\">[4 h]</b>"),
            ("<option>28 Mar – 30 Oct</option>", "<option>[28 Mar –] [30 Oct]</option>"),
            (
                "<select><option>28 Mar</option></select> 4 h",
                "<select><option>28 Mar</option></select> [4 h]",
            ),
            ("<svg><text>4 h</text></svg>4 h", "<svg><text>4 h</text></svg>[4 h]"),
            ("<code>--hours '4 h'</code>", "<code>--hours '4 h'</code>"),
            ("<summary>4 h</summary>", "<summary>[4 h]</summary>"),
            ("<script>4 h", "<script>4 h"),
            ("<b", "<b"),
        ] {
            assert_eq!(seen(markup), expected);
        }
    }
}
