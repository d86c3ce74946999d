//! One roster from first byte to team.

use std::io::{self, Read};

use tzplan::Tzdb;

#[cfg(feature = "structured")]
use crate::bare_list;
use crate::delimited::read_delimited;
use crate::drawn::{Drawing, read_drawn};
use crate::encoding::Recoded;
#[cfg(feature = "threads")]
use crate::fast_path::Help;
use crate::fast_path::Tape;
use crate::faults::{Fault, Faults};
use crate::format::{Format, Notation};
use crate::options::{Choose, ReadContext, ReadError, ReadOptions};
use crate::other_kind;
use crate::roster::Roster;
#[cfg(feature = "structured")]
use crate::structured::read_structured;
use crate::wording::Quoted;
#[cfg(feature = "workbook")]
use crate::workbook::read_archive;

/// Reads a roster. `name` stands for the file in diagnostics; what the roster says is never an `Err`.
///
/// # Errors
///
/// [`ReadError`] when `input` fails.
///
/// # Complexity
///
/// Linear in the bytes read; memory in the members, the distinct schedules, and the diagnostics. Workbooks,
/// JSON, TOML and YAML are read whole besides; a workbook's texts are held unpacked.
pub fn read(
    name: &str,
    mut input: impl Read,
    tzdb: &Tzdb,
    options: &ReadOptions,
) -> Result<Roster, ReadError> {
    read_any(name, &mut input, tzdb, options, None).map_err(|source| ReadError::new(name, source))
}

/// [`read`] that keeps only some rows as members: of a pool of a million those worth remembering, with the
/// memory that they take. What is not kept is checked all the same, and its schedule is known to the team.
///
/// Where the file has a column for e-mail addresses all rows are kept, and `choose` is not asked: several of
/// them may be one person, who is known only when all are read.
///
/// ```
/// use tzplan_roster::{read_some, ReadOptions};
/// let pool = "name,zone\nAna,Europe/Lisbon\nKei,Asia/Tokyo\nEva,Europe/Berlin\n";
/// let mut in_europe = |schedule: &tzplan::Schedule, _| schedule.zone().name().starts_with("Europe/");
/// let options = ReadOptions::default();
/// let roster = read_some("pool.csv", pool.as_bytes(), tzplan::Tzdb::bundled(), &options, &mut in_europe);
/// let roster = roster.unwrap();
/// assert_eq!((roster.rows, roster.team.len(), roster.row(1)), (3, 2, Some(4)));
/// ```
///
/// # Errors
///
/// [`ReadError`] when `input` fails.
pub fn read_some<'a>(
    name: &str,
    mut input: impl Read,
    tzdb: &'a Tzdb,
    options: &'a ReadOptions,
    choose: Choose<'a>,
) -> Result<Roster, ReadError> {
    read_any(name, &mut input, tzdb, options, Some(choose)).map_err(|source| ReadError::new(name, source))
}

fn read_any<'a>(
    name: &str,
    input: &mut dyn Read,
    tzdb: &'a Tzdb,
    options: &'a ReadOptions,
    choose: Option<Choose<'a>>,
) -> io::Result<Roster> {
    let mut first = Vec::new();
    (&mut *input).take(other_kind::ENOUGH as u64).read_to_end(&mut first)?;
    let format = Format::of(&first);
    let other = other_kind::refusal(&first).filter(|_| !other_kind::is_web_page(&first));
    let mut whole = first.chain(input);
    let context = ReadContext {
        faults: Faults::new(name, options.most_diagnostics),
        tzdb,
        options,
        choose,
        #[cfg(feature = "threads")]
        help: Help::default(),
    };
    if let Some(fault) = other {
        return Ok(Roster::refused(context.faults, &fault));
    }
    match format {
        Format::Archive => read_archive(&mut whole, context),
        #[cfg(not(feature = "encodings"))]
        Format::WideText => Ok(without("encodings", "text in UTF-16", context)),
        #[allow(unreachable_patterns, reason = "the first is refused without the feature")]
        Format::WideText | Format::Text => read_text(name, &mut whole, context),
        Format::OldWorkbook => Ok(Roster::refused(
            context.faults,
            &Fault::error(
                "old-workbook",
                "the file is a workbook of the old kind (.xls), or one with a password",
                "save it as .xlsx, .ods or CSV without a password and try again",
            ),
        )),
    }
}

/// Reads text of any notation.
fn read_text(name: &str, input: &mut dyn Read, context: ReadContext<'_>) -> io::Result<Roster> {
    let mut text = Recoded::new(input);
    let roster = read_notation(Tape::new(&mut text), is_named_yaml(name), context)?;
    Ok(match text.encoding() {
        None => roster,
        Some(encoding) => roster.in_encoding(name, encoding),
    })
}

/// Whether a name says that a file is YAML, which the beginning of one may not.
fn is_named_yaml(name: &str) -> bool {
    let ending = name.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    matches!(ending.as_deref(), Some("yaml" | "yml"))
}

fn read_notation(mut tape: Tape<'_>, is_yaml: bool, context: ReadContext<'_>) -> io::Result<Roster> {
    let notation = loop {
        let more = !tape.has_ended();
        match Notation::of(tape.rest(), more) {
            Some(_) if is_yaml => break Notation::Yaml,
            Some(notation) => break notation,
            None => tape.fill()?,
        };
    };
    let notation = if context.options.sheet.is_none() && context.options.separator.is_none() {
        match Drawing::of(tape.rest()).filter(|_| notation != Notation::Yaml) {
            Some(drawing) => return read_drawn(tape, drawing, context),
            None => without_bullets(notation, tape.rest()),
        }
    } else {
        notation
    };
    match (notation, &context.options.sheet) {
        (Notation::Delimited, None) => read_delimited(tape, context),
        (_, None) => read_structured(tape, notation, context),
        (_, Some(sheet)) => Ok(Roster::refused(
            context.faults,
            &Fault::error(
                "no-sheet",
                format!("the file is text, it has no sheet {}", Quoted(sheet)),
                "name a workbook, or no sheet",
            ),
        )),
    }
}

/// Text that is no table, but a list without bullets.
#[cfg(feature = "structured")]
fn without_bullets(notation: Notation, beginning: &[u8]) -> Notation {
    let is_list = notation == Notation::Delimited && bare_list::begins(beginning);
    if is_list { Notation::BareList } else { notation }
}

#[cfg(not(feature = "structured"))]
fn without_bullets(notation: Notation, _: &[u8]) -> Notation {
    notation
}

#[cfg(not(feature = "workbook"))]
fn read_archive(_: &mut dyn Read, context: ReadContext<'_>) -> io::Result<Roster> {
    Ok(without("workbook", "a workbook or another archive", context))
}

#[cfg(not(feature = "structured"))]
fn read_structured(_: Tape<'_>, notation: Notation, context: ReadContext<'_>) -> io::Result<Roster> {
    Ok(without("structured", notation.as_str(), context))
}

/// Refuses a file that takes a feature.
#[cfg(not(all(feature = "workbook", feature = "structured", feature = "encodings")))]
fn without(feature: &str, what: &str, context: ReadContext<'_>) -> Roster {
    let fault = Fault::error(
        "not-built-in",
        format!(
            "the file is {what}, and this program was built without the feature `{feature}` that reads it"
        ),
        "save it as CSV in UTF-8, or build with the feature",
    );
    Roster::refused(context.faults, &fault)
}
