//! Where answers go: standard output, or a file that is written whole or not at all.

use std::io::{self, BufWriter, IsTerminal, Write};
use std::path::Path;

use crate::args::{Color, OutputArguments};
use crate::failure::Failure;

/// Columns where the terminal does not tell.
const USUAL_WIDTH: usize = 80;

/// Writes an answer to where the flags say. The target is opened before the work starts.
pub(crate) fn write(
    path: Option<&Path>,
    answer: impl FnOnce(&mut dyn Write) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let Some(path) = path.filter(|path| path.as_os_str() != "-") else {
        return write_through(io::stdout().lock(), answer);
    };
    let fault = |source: io::Error| Failure::Save { path: path.to_owned(), source };
    // A device or a pipe is written to; only a file can be replaced.
    if std::fs::metadata(path).is_ok_and(|there| !there.is_file() && !there.is_dir()) {
        let device = std::fs::OpenOptions::new().write(true).open(path).map_err(fault)?;
        return write_through(device, answer);
    }
    // What a link points to is replaced, not the link.
    let file = std::fs::canonicalize(path).unwrap_or_else(|_| path.to_owned());
    let folder = file.parent().filter(|folder| !folder.as_os_str().is_empty()).unwrap_or(Path::new("."));
    std::fs::metadata(folder).map_err(fault)?;
    // Their own message names the draft, which nobody asked for.
    let unnamed = |error: io::Error| fault(error.kind().into());
    let mut draft = tempfile::Builder::new().prefix(".tzplan-").tempfile_in(folder).map_err(unnamed)?;
    write_through(draft.as_file_mut(), answer)?;
    readable_by_others(&draft).map_err(fault)?;
    draft.persist(&file).map_err(|error| fault(error.error))?;
    Ok(())
}

fn write_through(
    target: impl Write,
    answer: impl FnOnce(&mut dyn Write) -> Result<(), Failure>,
) -> Result<(), Failure> {
    let mut out = BufWriter::with_capacity(1 << 16, target);
    answer(&mut out)?;
    Ok(out.flush()?)
}

/// Drafts are private while they are written; answers get the permissions of any new file.
#[cfg(unix)]
fn readable_by_others(draft: &tempfile::NamedTempFile) -> io::Result<()> {
    use std::os::unix::fs::PermissionsExt;
    draft.as_file().set_permissions(std::fs::Permissions::from_mode(0o644))
}

#[cfg(not(unix))]
fn readable_by_others(_: &tempfile::NamedTempFile) -> io::Result<()> {
    Ok(())
}

/// How text is laid out.
pub(crate) fn style(arguments: &OutputArguments) -> tzplan_report::text::Style {
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
    tzplan_report::text::Style { width: width.clamp(40, 400), color }
}
