//! Documents: what an answer shows, and the forms in which it is written.
//!
//! An answer is one [`Document`]: what is shown, in its order, computed once. A new answer is one folder,
//! whose `mod` makes a document of its files' functions; a new form is one method here.

use std::io;

use crate::context::Context;
use crate::text::{Page, Style, assumptions};

/// An answer as it is shown.
///
/// Each method writes the whole answer in one form and returns the error of the writer, nothing else: what is
/// shown is computed when the document is made, except where it would fill the memory ([coverage of
/// groups](crate::CoverageDocument)); that is asked of the core as it is written.
pub trait Document {
    /// Where it comes from, which a table has no place to say; `None` for what is about no roster.
    fn context(&self) -> Option<Context<'_>> {
        None
    }

    /// What else a table has no place to say.
    fn beside_the_table(&self) -> Option<String> {
        None
    }

    /// The page for people: for a terminal, or as Markdown. What was assumed is written behind it.
    ///
    /// # Errors
    ///
    /// Those of the writer.
    fn page(&self, page: &mut Page<'_>) -> io::Result<()>;

    /// The JSON document for programs, on one line.
    ///
    /// # Errors
    ///
    /// Those of the writer.
    fn json(&self, out: &mut dyn io::Write) -> io::Result<()>;

    /// The table for spreadsheets: a header, then a row for each entry of a list.
    ///
    /// # Errors
    ///
    /// Those of the writer.
    fn csv(&self, out: &mut dyn io::Write) -> io::Result<()>;

    /// Whether it has a [page of its own](Self::html).
    fn has_html(&self) -> bool {
        false
    }

    /// The answer as one HTML file that fetches nothing.
    ///
    /// # Errors
    ///
    /// Those of the writer, and [`Unsupported`](io::ErrorKind::Unsupported) where the answer [has
    /// none](Self::has_html).
    fn html(&self, _out: &mut dyn io::Write) -> io::Result<()> {
        Err(io::ErrorKind::Unsupported.into())
    }
}

/// Makes a [`Document`] of the functions that write its forms, one for each file of its folder.
///
/// What is about a roster says where it comes from. Anything else names its further methods in braces.
macro_rules! document {
    ($document:ident: $page:path, $json:path, $csv:path) => {
        $crate::document::document!($document: $page, $json, $csv; {
            fn context(&self) -> Option<$crate::Context<'_>> {
                Some(self.context)
            }
        });
    };
    ($document:ident: $page:path, $json:path, $csv:path; { $($method:item)* }) => {
        impl $crate::Document for $document<'_> {
            $($method)*

            fn page(&self, page: &mut $crate::text::Page<'_>) -> std::io::Result<()> {
                $page(self, page)
            }

            fn json(&self, out: &mut dyn std::io::Write) -> std::io::Result<()> {
                $json(self, out)
            }

            fn csv(&self, out: &mut dyn std::io::Write) -> std::io::Result<()> {
                $csv(self, out)
            }
        }
    };
}

pub(crate) use document;

/// A form in which any document can be written.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub enum Form {
    /// Text for a terminal.
    Text(Style),
    /// Markdown: the same page, to paste into an issue, a wiki or a mail.
    Markdown,
    /// JSON: see the schemas.
    Json,
    /// Comma-separated values.
    Csv,
    /// A page of its own, of the answers that have one.
    Html,
}

impl Form {
    /// Whether it is a table, which has no place for anything beside its rows.
    pub fn is_table(self) -> bool {
        matches!(self, Self::Csv)
    }

    /// Whether it is a page of its own, which not every answer has.
    pub fn is_page(self) -> bool {
        matches!(self, Self::Html)
    }

    /// Whether every entry of a list is written, as for programs; a page leaves out what nobody would read.
    pub fn lists_all(self) -> bool {
        match self {
            Self::Text(_) | Self::Markdown | Self::Html => false,
            Self::Json | Self::Csv => true,
        }
    }
}

/// Writes a document in a form.
///
/// # Errors
///
/// Those of the writer.
pub fn write(document: &dyn Document, form: Form, out: &mut dyn io::Write) -> io::Result<()> {
    match form {
        Form::Text(style) => page(document, &mut Page::new(out, style)),
        Form::Markdown => page(document, &mut Page::markdown(out)),
        Form::Json => document.json(out),
        Form::Csv => document.csv(out),
        Form::Html => document.html(out),
    }
}

/// A document in a form, as a text: for a reply of a web service, or a field of a message.
///
/// # Errors
///
/// [`Unsupported`](io::ErrorKind::Unsupported) for a page of its own of an answer that [has
/// none](Document::has_html), and [`InvalidInput`](io::ErrorKind::InvalidInput) for one of more candidates
/// than [fit on it](crate::page::MOST_CARDS).
///
/// ```
/// use tzplan::fit::Opening;
/// use tzplan::{Horizon, Member, Policy, PreparedTeam, Schedule, Team, Tzdb, Zone};
/// use tzplan_report::{Context, FitDocument, Form, to_string};
///
/// let mut team = Team::new();
/// team.add(Member::new("Ana", Zone::iana("America/Sao_Paulo")?));
/// let year = Horizon::year("2026-11-23".parse()?, Zone::iana("America/Sao_Paulo")?)?;
/// let opening = Opening::new(&PreparedTeam::new(&team, year), &Policy::default());
/// let keiko = opening.candidate(&Schedule::new(Zone::iana("Asia/Tokyo")?, "9-17".parse()?));
///
/// # let tzdb = Tzdb::bundled().version();
/// let context = Context { source: "Ana", tzdb, changes: &[], settings: &[], assumptions: &[], again: "" };
/// let document = FitDocument::new("Keiko", &keiko, context);
/// assert!(to_string(&document, Form::Json)?.starts_with("{\"schema\":2,"));
/// // A page to send round: one file that fetches nothing.
/// assert!(to_string(&document, Form::Html)?.starts_with("<!DOCTYPE html>"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn to_string(document: &dyn Document, form: Form) -> io::Result<String> {
    string_of(|out| write(document, form, out))
}

/// What any function of this crate writes, as a text: the page of a team, a chart, a calendar.
///
/// # Errors
///
/// Those of the function; [`InvalidData`](io::ErrorKind::InvalidData) where it writes no UTF-8, which none of
/// this crate does.
///
/// ```
/// use tzplan::{Horizon, Member, Plan, Policy, PreparedTeam, Team, Zone};
/// use tzplan_report::{Context, chart, string_of};
///
/// let mut team = Team::new();
/// team.add(Member::new("Ana", Zone::iana("America/Sao_Paulo")?));
/// let year = Horizon::year("2026-11-23".parse()?, Zone::iana("America/Sao_Paulo")?)?;
/// let team = PreparedTeam::new(&team, year);
/// let plan = Plan::of(&team, &Policy::default());
/// let context =
///     Context { source: "team.csv", tzdb: "2026f", changes: &[], assumptions: &[], settings: &[], again: "" };
/// assert!(string_of(|out| chart::day(out, &team, &plan, context))?.starts_with("<svg"));
/// # Ok::<(), Box<dyn std::error::Error>>(())
/// ```
pub fn string_of(write: impl FnOnce(&mut dyn io::Write) -> io::Result<()>) -> io::Result<String> {
    let mut bytes = Vec::new();
    write(&mut bytes)?;
    String::from_utf8(bytes).map_err(|error| io::Error::new(io::ErrorKind::InvalidData, error))
}

/// The page of a document, and below it how the roster was read.
fn page(document: &dyn Document, page: &mut Page<'_>) -> io::Result<()> {
    document.page(page)?;
    document.context().map_or(Ok(()), |context| assumptions::print(page, context))
}
