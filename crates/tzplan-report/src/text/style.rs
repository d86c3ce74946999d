//! How text is set.

/// How text is set.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct Style {
    /// Columns of the terminal; fewer than 60 count as 60.
    pub width: usize,
    /// Whether to colour marks with ANSI sequences.
    pub color: bool,
}

impl Default for Style {
    /// 80 columns, no colour.
    fn default() -> Self {
        Self { width: 80, color: false }
    }
}
