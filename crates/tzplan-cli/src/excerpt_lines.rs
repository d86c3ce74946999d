//! Lines of faults that fit a terminal: what is said is set anew, what is shown of the file stays.

/// Where further lines of what is wrong begin.
const FURTHER: usize = 2;

/// The lines of faults, those of running text no wider than the terminal.
pub(crate) fn fitted(faults: &str, width: usize) -> String {
    faults.lines().map(|line| fitted_line(line, width) + "\n").collect()
}

fn fitted_line(line: &str, width: usize) -> String {
    let plain = without_colours(line);
    let is_title = ["error[", "warning[", "note["].iter().any(|level| plain.starts_with(level));
    let is_remark = plain.trim_start().starts_with("= ");
    if !is_title && !is_remark || columns(&plain) <= width {
        return line.to_owned();
    }
    // `  = help: ` and the text behind it.
    let label = plain.find(": ").map_or(FURTHER, |at| columns(&plain[..at + 2]));
    let indent = if is_remark { label } else { FURTHER };
    let (mut text, mut at) = (String::new(), 0);
    for (place, word) in line.split(' ').enumerate() {
        let length = columns(&without_colours(word));
        let is_first = place == 0;
        if !is_first && at + 1 + length > width && at > indent {
            text.push('\n');
            text.push_str(&" ".repeat(indent));
            at = indent;
        } else if !is_first {
            text.push(' ');
            at += 1;
        }
        text.push_str(word);
        at += length;
    }
    text
}

/// A text without the sequences that colour it.
fn without_colours(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some((before, behind)) = rest.split_once('\u{1b}') {
        plain.push_str(before);
        rest = behind.split_once('m').map_or("", |(_, behind)| behind);
    }
    plain + rest
}

/// How many columns a text takes: signs of East Asia take two.
fn columns(text: &str) -> usize {
    let width = |c: char| match u32::from(c) {
        0x300..=0x36f => 0,
        0x1100..=0x115f | 0x2e80..=0xa4cf | 0xac00..=0xd7a3 | 0xf900..=0xfaff | 0xfe30..=0xfe6f => 2,
        0xff00..=0xff60 | 0x1_f300..=0x1_faff | 0x2_0000..=0x3_ffff => 2,
        _ => 1,
    };
    text.chars().map(width).sum()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_is_said_is_set_anew_and_the_file_stays() {
        let faults = "error[bad-hours]: these are no hours of anybody at all, says somebody\n \
                      --> a-file-with-quite-a-long-name-that-stays.csv:2:3\n  |\n\
                      2 | a line of the file that is longer than the terminal is wide\n  \
                      = help: write other hours than these here\n";
        let expected = "error[bad-hours]: these are no hours of\n  anybody at all, says somebody\n \
                        --> a-file-with-quite-a-long-name-that-stays.csv:2:3\n  |\n\
                        2 | a line of the file that is longer than the terminal is wide\n  \
                        = help: write other hours than these\n          here\n";
        assert_eq!(fitted(faults, 40), expected);
        assert_eq!(fitted(faults, 200), faults);
        let red = "\u{1b}[31merror[x]\u{1b}[0m: one two three four five six";
        assert_eq!(fitted(red, 21), "\u{1b}[31merror[x]\u{1b}[0m: one two\n  three four five six\n");
    }
}
