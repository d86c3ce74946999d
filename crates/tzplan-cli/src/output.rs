//! Where answers go, and in which form.

use std::fs::OpenOptions;
use std::io::{self, BufWriter, Write};
use std::path::Path;

use tzplan_report::text::Style;
use tzplan_report::{Document, Form};

use crate::args::{Color, Format, OutputArguments, Source};
use crate::draft::Draft;
use crate::failure::Failure;
use crate::{diagnostics, input, surroundings};

/// Columns where the terminal does not say how many it has.
const USUAL_WIDTH: usize = 80;
/// How much is written at once.
const BUFFER: usize = 1 << 16;

/// Opens where the flags say that an answer goes; and the form it gets.
pub(crate) fn open(arguments: &OutputArguments) -> Result<(Target, Form), Failure> {
    Ok((Target::open(arguments.path())?, arguments.format.form(|| style(arguments))))
}

/// The same of an answer that may be a page, which is about a roster.
pub(crate) fn open_page(arguments: &OutputArguments, roster: Source<'_>) -> Result<(Target, Form), Failure> {
    if arguments.format == Format::Html {
        not_on_a_terminal("the page", arguments.path(), &roster.file_name("html"))?;
    }
    open(arguments)
}

/// Refuses what no terminal shows, a page or a calendar, where it would go to one; with the line to type.
pub(crate) fn not_on_a_terminal(what: &str, path: Option<&Path>, name: &str) -> Result<(), Failure> {
    let refused = path.is_none() && surroundings::out_is_terminal();
    refused.then(|| for_no_terminal(what, name)).map_or(Ok(()), Err)
}

fn for_no_terminal(what: &str, name: &str) -> Failure {
    Failure::Setting(format!("{what} is no text to read on a terminal; write it to a file: -o {name}"))
}

/// Where an answer goes: standard output, a device, or a file that appears whole or not at all. It is opened
/// before the work starts, and the answer is there once it is [finished](Self::finish).
pub(crate) struct Target {
    out: BufWriter<Box<dyn Write>>,
    draft: Option<Draft>,
}

impl Target {
    /// Opens the file that a flag names; `-` and no name are standard output.
    pub(crate) fn open(path: Option<&Path>) -> Result<Self, Failure> {
        let Some(path) = path.filter(|path| path.as_os_str() != "-") else {
            return Ok(Self::new(surroundings::out(), None));
        };
        let fault = |source: io::Error| Failure::Save { path: path.to_owned(), source };
        if surroundings::is_memory() {
            return Err(fault(surroundings::no_files()));
        }
        // A device or a pipe is written to; only a file can be replaced.
        if std::fs::metadata(path).is_ok_and(|there| !there.is_file() && !there.is_dir()) {
            let device = OpenOptions::new().write(true).open(path).map_err(fault)?;
            return Ok(Self::new(device, None));
        }
        let draft = Draft::open(path).map_err(fault)?;
        Ok(Self::new(draft.writer().map_err(fault)?, Some(draft)))
    }

    fn new(out: impl Write + 'static, draft: Option<Draft>) -> Self {
        Self { out: BufWriter::with_capacity(BUFFER, Box::new(out)), draft }
    }

    /// Writes a document in a form and hands it over.
    pub(crate) fn write(mut self, document: &dyn Document, form: Form) -> Result<(), Failure> {
        if form.is_page() && !document.has_html() {
            let why = "this answer has no page of its own, only `agreement` and `fit` have; `tzplan report` \
            writes that of a team";
            return Err(Failure::Setting(why.to_owned()));
        }
        if form.is_table() {
            note_changes(document.context().map_or(0, |context| context.changes.len()))?;
            diagnostics::note_assumed(document.context().map_or(&[], |context| context.assumptions))?;
            document.beside_the_table().map_or(Ok(()), |note| diagnostics::note(&note))?;
        }
        tzplan_report::write(document, form, &mut self)?;
        self.finish()
    }

    /// Hands over what was written. Where this is not reached, a file stays as it was.
    pub(crate) fn finish(mut self) -> Result<(), Failure> {
        self.out.flush()?;
        let Some(draft) = self.draft else { return Ok(()) };
        input::not_read(draft.file(), draft.named())?;
        let path = draft.named().to_owned();
        draft.hand_over().map_err(|source| Failure::Save { path, source })
    }
}

impl Write for Target {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.out.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        self.out.flush()
    }
}

/// Says beside a table what it has no place for: that it is about a changed team.
fn note_changes(changes: usize) -> io::Result<()> {
    match changes {
        0 => Ok(()),
        1 => diagnostics::note("a change was made to the roster before; the table does not say so"),
        several => diagnostics::note(&format!(
            "{several} changes were made to the roster before; the table does not say so"
        )),
    }
}

fn style(arguments: &OutputArguments) -> Style {
    let to_file = arguments.output.is_some();
    let color = match arguments.color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => !to_file && surroundings::out_has_colors(),
    };
    let terminal = || terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    let columns = surroundings::variable("COLUMNS").and_then(|columns| columns.parse().ok());
    let on_terminal = !to_file && surroundings::out_is_terminal();
    let width = if on_terminal { terminal() } else { None }.or(columns).unwrap_or(USUAL_WIDTH);
    Style { width: width.clamp(40, 400), color }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_terminal_is_told_what_to_type() {
        let refused = for_no_terminal("the page", "team.html").to_string();
        assert_eq!(refused, "the page is no text to read on a terminal; write it to a file: -o team.html");
    }
}
