//! Markdown as CommonMark and GitHub read it, in which no text is markup.
//!
//! Every character that could start something is escaped, wherever it comes from. What a reader would link or
//! notify on its own (addresses, `@names`, `#12`) cannot be escaped: it is set as code, which shows the same
//! characters.

use crate::words::ink::{Ink, Text};

/// Where a cell's text breaks.
const BREAK: &str = "<br>";
/// The shortest fence of a code block.
const FENCE: usize = 3;

/// A text in one line that is no more than a paragraph.
pub(crate) fn paragraph(text: &Text) -> String {
    let line = inline(text);
    let digits = line.len() - line.trim_start_matches(|c: char| c.is_ascii_digit()).len();
    match line.as_bytes().get(digits) {
        // A quotation, a list and a heading have been escaped; `=` underlines a heading.
        Some(b'-' | b'+' | b'=') if digits == 0 => format!("\\{line}"),
        Some(b'.' | b')') if digits > 0 => format!("{}\\{}", &line[..digits], &line[digits..]),
        _ => line,
    }
}

/// `## text`.
pub(crate) fn heading(level: usize, text: &Text) -> String {
    // Headings are bold as they are.
    let plain = Text::from(text.render(false));
    format!("{} {}", "#".repeat(level), inline(&plain))
}

/// A row of a table: the lines of its cells.
pub(crate) fn row(cells: impl IntoIterator<Item = Vec<String>>) -> String {
    let cells = cells.into_iter().map(|lines| format!(" {} |", lines.join(BREAK)));
    format!("|{}", cells.collect::<String>())
}

/// Lines as a code block.
pub(crate) fn fenced(lines: &str) -> String {
    let longest = lines.split(|c| c != '`').map(str::len).max().unwrap_or(0);
    let fence = "`".repeat(FENCE.max(longest + 1));
    format!("{fence}text\n{}\n{fence}", lines.trim_end_matches('\n'))
}

/// A text inside a line: what is strong or bad is bold, the other colours only repeat what it says.
pub(crate) fn inline(text: &Text) -> String {
    let mut line = String::new();
    let runs = text.runs().collect::<Vec<_>>();
    for (place, (ink, run)) in runs.iter().enumerate() {
        let words = run.trim();
        let opens = line.is_empty() || line.ends_with(' ') || run.starts_with(char::is_whitespace);
        let next = runs[place + 1..].iter().find_map(|(_, run)| run.chars().next());
        let closes =
            run.ends_with(char::is_whitespace) || next.is_none_or(|c| c == ' ' || c.is_ascii_punctuation());
        if matches!(ink, Ink::Strong | Ink::Bad) && opens && closes && !words.is_empty() {
            space(&mut line, run.starts_with(char::is_whitespace));
            line.extend(["**", &escaped(words), "**"]);
        } else {
            space(&mut line, run.starts_with(char::is_whitespace));
            line.push_str(&escaped(words));
        }
        space(&mut line, run.ends_with(char::is_whitespace));
    }
    line.truncate(line.trim_end().len());
    line
}

/// A space where one is due; a line starts with none.
fn space(line: &mut String, due: bool) {
    if due && !line.is_empty() && !line.ends_with(' ') {
        line.push(' ');
    }
}

/// Words with one space between them.
fn escaped(text: &str) -> String {
    let words = text.split(|c: char| c.is_whitespace() || c.is_control()).filter(|word| !word.is_empty());
    words.map(word).collect::<Vec<_>>().join(" ")
}

/// A word without blanks: what would be linked as code, the rest escaped.
fn word(word: &str) -> String {
    // Neither stands in code that is in a table.
    let parts = word.split_inclusive(['\\', '`', '|']);
    let part = |part: &str| {
        let (text, end) = match part.char_indices().next_back() {
            Some((at, '\\' | '`' | '|')) => part.split_at(at),
            _ => (part, ""),
        };
        let text = if is_linked(text) { format!("`{text}`") } else { characters(text) };
        text + &characters(end)
    };
    parts.map(part).collect()
}

/// Whether a reader of Markdown makes more of it than text: addresses of the web and of mail, people, issues.
fn is_linked(part: &str) -> bool {
    let lower = part.to_ascii_lowercase();
    let numbered = |(at, _): (usize, &str)| part[at + 1..].starts_with(|c: char| c.is_ascii_digit());
    lower.contains('@')
        || lower.contains("://")
        || lower.contains("www.")
        || part.match_indices('#').any(numbered)
}

/// Characters that start something, as themselves.
fn characters(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    let mut before = None;
    let mut rest = text.chars().peekable();
    while let Some(character) = rest.next() {
        match character {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            // Ends a cell or code where a backslash does not help.
            '|' => escaped.push_str("&#124;"),
            '`' => escaped.push_str("&#96;"),
            // Inside a word it starts nothing.
            '_' if before.is_some_and(char::is_alphanumeric)
                && rest.peek().copied().is_some_and(char::is_alphanumeric) =>
            {
                escaped.push('_');
            }
            '\\' | '*' | '_' | '[' | ']' | '~' | '$' => escaped.extend(['\\', character]),
            '#' if before.is_none() => escaped.push_str("\\#"),
            character => escaped.push(character),
        }
        before = Some(character);
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    fn of(text: &str) -> String {
        paragraph(&text.into())
    }

    #[test]
    fn markup_is_escaped() {
        assert_eq!(of("*a* _b_ [c](d) ~e~ $f$"), "\\*a\\* \\_b\\_ \\[c\\](d) \\~e\\~ \\$f\\$");
        assert_eq!(of("<b>&amp;|`"), "&lt;b&gt;&amp;amp;&#124;&#96;");
        assert_eq!(of("a\\|b"), "a\\\\&#124;b");
        assert_eq!(of("Sao_Paulo __init__"), "Sao_Paulo \\_\\_init\\_\\_");
    }

    #[test]
    fn blocks_do_not_start() {
        for (text, expected) in [
            ("# a", "\\# a"),
            ("- a", "\\- a"),
            ("+ a", "\\+ a"),
            ("---", "\\---"),
            ("=== ", "\\==="),
            ("1. a", "1\\. a"),
            ("12) a", "12\\) a"),
            ("> a", "&gt; a"),
            ("1:00 short", "1:00 short"),
            ("    code", "code"),
        ] {
            assert_eq!(of(text), expected);
        }
        assert_eq!(heading(2, &"a ##".into()), "## a \\##");
    }

    #[test]
    fn what_would_be_linked_is_code() {
        for word in ["@octocat", "ana@example.com", "https://example.com", "WWW.example.com", "#12", "a/b#12"]
        {
            assert_eq!(of(word), format!("`{word}`"));
        }
        assert_eq!(of("x|@a`b"), "x&#124;`@a`&#96;b");
    }

    #[test]
    fn strong_runs_are_bold_where_nothing_touches_them() {
        let strong = |before: &str, word: &str, after: &str| {
            let mut text = Text::from(before);
            text.push(Ink::Strong, word);
            text.plain(after);
            inline(&text)
        };
        assert_eq!(strong("Without ", "Ana", " they"), "Without **Ana** they");
        assert_eq!(strong("", "Ana ", ": x"), "**Ana** : x");
        assert_eq!(strong("(", "Ana", ")"), "(Ana)");
    }

    #[test]
    fn a_fence_is_longer_than_any_in_it() {
        assert_eq!(fenced("a\nb\n"), "```text\na\nb\n```");
        assert_eq!(fenced("a ```` b\n"), "`````text\na ```` b\n`````");
    }
}
