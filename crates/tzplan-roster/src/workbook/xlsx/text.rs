//! The text of a cell among the elements that hold it.

/// Whether what is read is the text of a cell, and not how it is pronounced.
#[derive(Default)]
pub(super) struct TextDepth {
    in_text: bool,
    in_reading: bool,
}

impl TextDepth {
    pub(super) fn enter(&mut self, name: &str) {
        match name {
            "t" => self.in_text = true,
            "rPh" => self.in_reading = true,
            _ => {}
        }
    }

    pub(super) fn leave(&mut self, name: &str) {
        match name {
            "t" => self.in_text = false,
            "rPh" => self.in_reading = false,
            _ => {}
        }
    }

    pub(super) fn is_text(&self) -> bool {
        self.in_text && !self.in_reading
    }
}

/// A text in which `_x000D_` stands for a character that XML cannot hold.
pub(super) fn unescaped(text: &str) -> String {
    let mut plain = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find("_x") {
        let code = rest.get(at + 2..at + 6).filter(|_| rest.get(at + 6..at + 7) == Some("_"));
        let code = code.and_then(|code| u32::from_str_radix(code, 16).ok()).and_then(char::from_u32);
        plain.push_str(&rest[..at]);
        match code {
            Some(character) => plain.push(character),
            None => plain.push_str("_x"),
        }
        rest = &rest[at + if code.is_some() { 7 } else { 2 }..];
    }
    plain.push_str(rest);
    plain
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn escaped_characters_are_unescaped() {
        assert_eq!(unescaped("a_x000D_b"), "a\rb");
        assert_eq!(unescaped("_x005F_x000D_"), "_x000D_");
        for text in ["_x", "_x00", "_xZZZZ_", "_xD800_", "a_x000Db", "_xé000_", "café_x"] {
            assert_eq!(unescaped(text), text);
        }
    }
}
