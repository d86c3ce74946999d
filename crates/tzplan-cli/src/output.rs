//! Where answers go, and in which form.

use std::fs::OpenOptions;
use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::{Path, PathBuf};

use tempfile::NamedTempFile;
use tzplan_report::text::Style;
use tzplan_report::{Document, Form};

use crate::args::{Color, OutputArguments};
use crate::diagnostics;
use crate::failure::Failure;

/// Columns where the terminal does not say how many it has.
const USUAL_WIDTH: usize = 80;
/// How much is written at once.
const BUFFER: usize = 1 << 16;

/// Opens where the flags say that an answer goes; and the form it gets.
pub(crate) fn open(arguments: &OutputArguments) -> Result<(Target, Form), Failure> {
    Ok((Target::open(arguments.path())?, arguments.format.form(|| style(arguments))))
}

/// Where an answer goes: standard output, a device, or a file that appears whole or not at all. It is opened
/// before the work starts, and the answer is there once it is [finished](Self::finish).
pub(crate) struct Target {
    out: BufWriter<Box<dyn Write>>,
    draft: Option<Draft>,
}

/// What takes the place of a file once it is whole.
struct Draft {
    draft: NamedTempFile,
    file: PathBuf,
    /// As the flag names it.
    named: PathBuf,
}

impl Target {
    /// Opens the file that a flag names; `-` and no name are standard output.
    pub(crate) fn open(path: Option<&Path>) -> Result<Self, Failure> {
        let Some(path) = path.filter(|path| path.as_os_str() != "-") else {
            return Ok(Self::new(io::stdout().lock(), None));
        };
        let fault = |source: io::Error| Failure::Save { path: path.to_owned(), source };
        // A device or a pipe is written to; only a file can be replaced.
        if std::fs::metadata(path).is_ok_and(|there| !there.is_file() && !there.is_dir()) {
            let device = OpenOptions::new().write(true).open(path).map_err(fault)?;
            return Ok(Self::new(device, None));
        }
        // What a link points to is replaced, not the link.
        let file = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
        let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
        std::fs::metadata(folder).map_err(fault)?;
        // Their own message names the draft, which nobody asked for.
        let unnamed = |error: io::Error| fault(error.kind().into());
        let draft = tempfile::Builder::new().prefix(".tzplan-").tempfile_in(folder).map_err(unnamed)?;
        let out = draft.as_file().try_clone().map_err(fault)?;
        Ok(Self::new(out, Some(Draft { draft, file, named: path.to_owned() })))
    }

    fn new(out: impl Write + 'static, draft: Option<Draft>) -> Self {
        Self { out: BufWriter::with_capacity(BUFFER, Box::new(out)), draft }
    }

    /// Writes a document in a form and hands it over.
    pub(crate) fn write(mut self, document: &dyn Document, form: Form) -> Result<(), Failure> {
        if form == Form::Html && !document.has_html() {
            let why = "this answer has no page of its own, only `agreement` has; `tzplan report` writes that of a team";
            return Err(Failure::Setting(why.to_owned()));
        }
        if form.is_table() {
            note_changes(document.changes().len())?;
            document.beside_the_table().map_or(Ok(()), |note| diagnostics::note(&note))?;
        }
        tzplan_report::write(document, form, &mut self)?;
        self.finish()
    }

    /// Hands over what was written. Where this is not reached, a file stays as it was.
    pub(crate) fn finish(mut self) -> Result<(), Failure> {
        self.out.flush()?;
        let Some(Draft { draft, file, named }) = self.draft else { return Ok(()) };
        let fault = |source| Failure::Save { path: named.clone(), source };
        readable_by_others(&draft).map_err(fault)?;
        draft.persist(&file).map_err(|error| fault(error.error))?;
        Ok(())
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

/// Drafts are private while they are written; answers get the permissions of any new file.
#[cfg(unix)]
fn readable_by_others(draft: &NamedTempFile) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    draft.as_file().set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable_by_others(_: &NamedTempFile) -> io::Result<()> {
    Ok(())
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
        Color::Auto => {
            !to_file && anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never
        }
    };
    let terminal = || terminal_size::terminal_size_of(io::stdout()).map(|(width, _)| usize::from(width.0));
    let columns = std::env::var("COLUMNS").ok().and_then(|columns| columns.parse().ok());
    let on_terminal = !to_file && io::stdout().is_terminal();
    let width = if on_terminal { terminal() } else { None }.or(columns).unwrap_or(USUAL_WIDTH);
    Style { width: width.clamp(40, 400), color }
}
