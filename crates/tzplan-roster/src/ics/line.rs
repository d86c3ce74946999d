//! Content lines: unfolded, cut into name, parameters and value.

/// A content line.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(super) struct ContentLine {
    /// The line of the file on which it starts, from 1.
    pub(super) number: u64,
    /// In capitals.
    pub(super) name: String,
    pub(super) value: String,
    /// All of it, unfolded.
    pub(super) text: String,
    /// Whether it stands on several lines of the file.
    pub(super) is_folded: bool,
}

impl ContentLine {
    /// Whether it is `name:value`, whatever the case.
    pub(super) fn is(&self, name: &str, value: &str) -> bool {
        self.name == name && self.value.trim().eq_ignore_ascii_case(value)
    }

    /// The value of a parameter, whatever the case of its name.
    pub(super) fn parameter(&self, name: &str) -> Option<&str> {
        let head = self.text.strip_suffix(&*self.value)?.strip_suffix(':')?;
        let mut quoted = false;
        let mut parts = head.split(|c: char| {
            quoted ^= c == '"';
            c == ';' && !quoted
        });
        let mut values = parts.by_ref().skip(1).filter_map(|part| part.split_once('='));
        let found = values.find(|(key, _)| key.trim().eq_ignore_ascii_case(name));
        found.map(|(_, value)| value.trim().trim_matches('"'))
    }
}

/// The content lines of a text; `None` for one that has no value, as a text that was not folded has it.
pub(super) fn lines(text: &str) -> impl Iterator<Item = Option<ContentLine>> + '_ {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let mut physical = (1_u64..).zip(text.split('\n')).peekable();
    std::iter::from_fn(move || {
        loop {
            let (number, first) = physical.next()?;
            let mut unfolded = first.trim_end_matches('\r').to_owned();
            let first_length = unfolded.len();
            while let Some((_, more)) = physical.next_if(|(_, line)| line.starts_with([' ', '\t'])) {
                unfolded.push_str(more[1..].trim_end_matches('\r'));
            }
            if !unfolded.trim().is_empty() {
                let is_folded = unfolded.len() > first_length;
                return Some(cut(number, unfolded, is_folded));
            }
        }
    })
}

fn cut(number: u64, text: String, is_folded: bool) -> Option<ContentLine> {
    let mut quoted = false;
    let colon = text.find(|c: char| {
        quoted ^= c == '"';
        c == ':' && !quoted
    })?;
    let name = text[..colon].split(';').next().unwrap_or_default().trim().to_ascii_uppercase();
    let value = text[colon + 1..].to_owned();
    Some(ContentLine { number, name, value, text, is_folded })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(text: &str) -> Vec<Option<(u64, String, String)>> {
        lines(text).map(|line| line.map(|line| (line.number, line.name, line.value))).collect()
    }

    #[test]
    fn lines_are_unfolded_and_cut_at_the_colon_outside_quotes() {
        let text = "\u{feff}begin:VCALENDAR\r\nSUMMARY;X=\"a:b;c\":New\r\n  Year\r\n\r\n\tfolded\nDTSTART;VALUE=DATE:2027\n 0101\nno value\n";
        let line = |number, name: &str, value: &str| Some((number, name.to_owned(), value.to_owned()));
        let expected = [
            line(1, "BEGIN", "VCALENDAR"),
            line(2, "SUMMARY", "New Year"),
            None,
            line(6, "DTSTART", "20270101"),
            None,
        ];
        assert_eq!(read(text), expected);
    }

    #[test]
    fn parameters_stand_before_the_colon() {
        let line =
            lines("DTSTART;x=\";TZID=a:\";tzid=\"W. Europe Standard Time\":TZID=b").next().unwrap().unwrap();
        assert_eq!(line.parameter("TZID"), Some("W. Europe Standard Time"));
        assert_eq!((line.parameter("Y"), &*line.value), (None, "TZID=b"));
    }
}
