//! Words without a colon in a mapping in braces: `{days: Mon, Tue}`.

use super::Writer;

impl Writer {
    /// Adds a word to the text before it, where it stands as a key to which nothing belongs: in braces a
    /// comma separates pairs, but whoever writes `days: Mon, Tue` means a list. Then the empty value behind
    /// it is none.
    pub(super) fn continues(&mut self, text: &str, is_alone: bool) -> bool {
        let Some(open) = self.open.last_mut().filter(|open| open.is_mapping) else { return false };
        if open.passes_next {
            open.passes_next = false;
            return true;
        }
        if open.wants_value || !is_alone {
            return false;
        }
        let Some((start, before)) = open.last_text.take() else { return false };
        let whole = format!("{before}, {text}");
        open.passes_next = true;
        self.out.json.truncate(start);
        self.quote(&whole);
        let end = self.out.json.len();
        if let Some(open) = self.open.last_mut() {
            if let Some((_, json)) = open.pairs.last_mut() {
                json.end = end;
            }
            open.last_text = Some((start, whole));
        }
        true
    }
}
