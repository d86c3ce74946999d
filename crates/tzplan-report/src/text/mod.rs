//! Results as text for a terminal, or as Markdown: answers first, the numbers behind them below.
//!
//! Everything fits the width it is given (60 columns at least) and is measured in columns, so that names in
//! any script line up. Marks made in colour are made in text too. Names and labels are data: control
//! characters, escape sequences and direction overrides never reach the terminal. Up to 15 people are named
//! one by one; groups of a larger team are called by what they are (`Berlin, Paris 9–17 · 8 people`), and
//! what is left out of a long list is counted.
//!
//! Markdown is the same page as a document to paste into an issue, a wiki or a mail: CommonMark with GitHub's
//! tables. Nothing is cut to a width there: names stand whole, bars and grids in code blocks of 100 columns.
//! None of the names and labels becomes markup, a link, a mention or HTML. The only HTML is `<br>` between
//! the lines of a cell.

pub(crate) mod assumptions;
pub(crate) mod day;
pub(crate) mod head;
pub(crate) mod markup;
pub(crate) mod moves;
pub(crate) mod page;
mod style;
pub(crate) mod table;

pub use page::Page;
pub use style::Style;
