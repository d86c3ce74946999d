//! What the HTML pages share: words as markup, figures that stay whole, bars, the team's day, the method,
//! and what a page is called.

pub(crate) mod assumed;
pub(crate) mod bar;
pub(crate) mod day;
pub(crate) mod method;
pub(crate) mod rich;
pub(crate) mod told;
pub(crate) mod whole;

/// Columns that a title may take.
pub(crate) const TITLE: usize = 120;

/// The file of a path, whose folders are nobody's business.
pub(crate) fn file_name(path: &str) -> &str {
    path.rsplit(['/', '\\']).next().unwrap_or(path)
}

/// The file's name without its extension.
pub(crate) fn stem(path: &str) -> &str {
    let name = file_name(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| if stem.is_empty() { name } else { stem })
}
