//! One line of a message on standard error: nothing in it steers the terminal, and it has an end.

/// The most characters of a line: more than any message has whose values are those that people write.
const LONGEST: usize = 1500;
/// How many of a longer one stand before the mark, the help behind.
const FIRST: usize = 1000;

/// A text with what it repeats of values, names and files, to be shown on a line of its own.
pub(crate) fn message_line(text: &str) -> String {
    let text = tzplan_roster::clean(text);
    let length = text.chars().count();
    if length <= LONGEST {
        return text.into_owned();
    }
    let first: String = text.chars().take(FIRST).collect();
    let last: String = text.chars().skip(length - (LONGEST - FIRST)).collect();
    format!("{first} … {last}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_long_line_keeps_both_its_ends() {
        let value = "9".repeat(100_000);
        let line = message_line(&format!("target = `{value}` is no length of time; write it like 4h"));
        assert!(
            line.starts_with("target = `999") && line.ends_with("9` is no length of time; write it like 4h")
        );
        assert_eq!(line.chars().count(), LONGEST + " … ".chars().count());
        assert_eq!(message_line("short\u{202e}"), "short");
    }
}
