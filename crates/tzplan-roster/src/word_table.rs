//! Tables of words, kept as data files beside the code.
//!
//! A file holds a row a line: a word, and behind a tab what it means. Rows are sorted by their words. Lines
//! that start with `#` are comments; the first ones say what the file holds and where it comes from.

/// The rows of a data file by their words.
pub(crate) struct WordTable<T> {
    rows: Vec<(&'static str, T)>,
}

impl<T> WordTable<T> {
    /// Reads a file: `meaning` is given what stands behind the first tab, and answers `None` for no row of
    /// the table.
    pub(crate) fn of(text: &'static str, meaning: impl Fn(&'static str) -> Option<T>) -> Self {
        let rows = text.lines().filter(|line| !line.starts_with('#')).filter_map(|line| {
            let (word, rest) = line.split_once('\t')?;
            Some((word, meaning(rest)?))
        });
        Self { rows: rows.collect() }
    }

    /// What a word means; the first of several meanings.
    pub(crate) fn get(&self, word: &str) -> Option<&T> {
        self.all(word).first().map(|(_, meaning)| meaning)
    }

    /// The rows of a word, in the order of the file.
    pub(crate) fn all(&self, word: &str) -> &[(&'static str, T)] {
        let first = self.rows.partition_point(|(known, _)| *known < word);
        let count = self.rows[first..].iter().take_while(|(known, _)| *known == word).count();
        &self.rows[first..first + count]
    }

    /// All rows, sorted by their words.
    pub(crate) fn rows(&self) -> &[(&'static str, T)] {
        &self.rows
    }
}

/// A word's zone, or another code, and the text behind it.
pub(crate) fn pair(rest: &'static str) -> Option<(&'static str, &'static str)> {
    Some(rest.split_once('\t').unwrap_or((rest, "")))
}

/// Fails unless every row of a file is read, and all are sorted, each word once where `is_unique`.
#[cfg(test)]
pub(crate) fn assert_well_formed<T>(text: &str, table: &WordTable<T>, is_unique: bool) {
    let comments = text.lines().take_while(|line| line.starts_with("# ")).count();
    assert!(comments > 0, "the file says what it holds");
    let rows: Vec<&str> = text.lines().skip(comments).collect();
    for row in &rows {
        assert!(row.split('\t').all(|cell| !cell.is_empty() && cell.trim() == cell), "{row:?}");
    }
    let words: Vec<&str> = table.rows.iter().map(|(word, _)| *word).collect();
    assert_eq!(words.len(), rows.len(), "every row is read");
    assert!(words.is_sorted_by(|a, b| if is_unique { a < b } else { a <= b }), "{words:?}");
}
