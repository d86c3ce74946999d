//! Faults of a roster on standard error, each with a caret under its cell.

use std::io::{self, IsTerminal, Write};
use std::sync::atomic::{AtomicBool, Ordering};

use annotate_snippets::{AnnotationKind, Level, Origin, Renderer, Snippet};
use tzplan_roster::{Diagnostic, Roster, Severity};

use crate::args::Color;

/// How many faults a terminal is shown; the count of the rest follows. A file or a pipe gets all of them.
pub(crate) const ON_TERMINAL: usize = 100;
/// How many warnings of one kind accompany an answer; the count of the rest follows.
const OF_A_KIND: usize = 3;

static QUIET: AtomicBool = AtomicBool::new(false);

/// From now on only what stops an answer is printed.
pub(crate) fn be_quiet() {
    QUIET.store(true, Ordering::Relaxed);
}

/// Whether only that is printed.
pub(crate) fn is_quiet() -> bool {
    QUIET.load(Ordering::Relaxed)
}

/// Prints what is to be said about a roster to standard error.
pub(crate) fn print(roster: &Roster, color: Color) -> io::Result<()> {
    let stderr = io::stderr();
    let most = if stderr.is_terminal() { ON_TERMINAL } else { usize::MAX };
    let colored = match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => anstream::AutoStream::choice(&stderr) != anstream::ColorChoice::Never,
    };
    if roster.is_ok() {
        if is_quiet() {
            return Ok(());
        }
        return write_some_of_each_kind(&mut stderr.lock(), roster, colored);
    }
    stderr.lock().write_all(first(roster, most, colored).as_bytes())
}

/// An answer is not buried under a thousand like warnings: `check` prints them all.
fn write_some_of_each_kind(out: &mut dyn Write, roster: &Roster, colored: bool) -> io::Result<()> {
    let renderer = if colored { Renderer::styled() } else { Renderer::plain() };
    let mut seen: Vec<(&str, Severity, usize)> = Vec::new();
    for diagnostic in &roster.diagnostics {
        let place = seen.iter().position(|(code, ..)| *code == diagnostic.code).unwrap_or(seen.len());
        if place == seen.len() {
            seen.push((diagnostic.code, diagnostic.severity, 0));
        }
        seen[place].2 += 1;
        if seen[place].2 <= OF_A_KIND {
            writeln!(out, "{}", shown(&renderer, diagnostic))?;
        }
    }
    for (code, severity, count) in seen.iter().filter(|(.., count)| *count > OF_A_KIND) {
        let left = count - OF_A_KIND;
        writeln!(out, "… and {left} more {severity}[{code}] (`tzplan check` prints them)")?;
    }
    if roster.left_out > 0 {
        writeln!(out, "… and {} more that are not listed", roster.left_out)?;
    }
    Ok(())
}

/// Says what a careful reader should know about an answer.
pub(crate) fn note(text: &str) -> io::Result<()> {
    if is_quiet() {
        return Ok(());
    }
    writeln!(anstream::stderr(), "tzplan: {}", tzplan_roster::clean(text))
}

/// The first faults, and how many are left.
pub(crate) fn first(roster: &Roster, most: usize, colored: bool) -> String {
    let renderer = if colored { Renderer::styled() } else { Renderer::plain() };
    let faults = roster.diagnostics.iter().take(most);
    let mut text: String = faults.map(|diagnostic| shown(&renderer, diagnostic) + "\n").collect();
    let left = roster.diagnostics.len().saturating_sub(most) + roster.left_out;
    if left > 0 {
        text.push_str(&format!("… and {left} more (`tzplan check` with --format json lists them)\n"));
    }
    text
}

/// `a fault`, `3 faults`.
pub(crate) fn faults(count: usize) -> String {
    if count == 1 { "a fault".to_owned() } else { format!("{count} faults") }
}

fn shown(renderer: &Renderer, diagnostic: &Diagnostic) -> String {
    let level = match diagnostic.severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    };
    let title = || level.clone().primary_title(&*diagnostic.message).id(diagnostic.code);
    let help = Level::HELP.message(&*diagnostic.help);
    let origin = Origin::path(place(diagnostic));
    let Some(source) = &diagnostic.source else {
        return renderer.render(&[title().element(origin).element(help)]);
    };
    // The renderer counts columns in what it shows, which may be an excerpt: the place is put in here.
    let head = renderer.render(&[title().element(origin)]);
    let snippet = Snippet::source(&source.text)
        .line_start(source.line as usize)
        .annotation(AnnotationKind::Primary.span(source.span.clone()));
    let whole = renderer.render(&[title().element(snippet).element(help)]);
    let (Some((title, place)), Some((_, body))) = (head.split_once('\n'), whole.split_once('\n')) else {
        return whole;
    };
    let width = source.line.max(1).ilog10() as usize;
    format!("{title}\n{:width$}{place}\n{body}", "")
}

/// `team.csv:3:5`, `team.json:1:506, members[3].hours`, `team.xlsx, Sheet1!C4`, `leave.ics:7`: of what is
/// shown only an excerpt, its place in the file.
fn place(diagnostic: &Diagnostic) -> String {
    let mut place = diagnostic.file.to_string();
    let source = diagnostic.source.as_ref();
    if let Some((source, column)) = source.and_then(|source| Some((source, source.column?))) {
        place.push_str(&format!(":{}:{column}", source.line));
    } else if diagnostic.place.is_none() && (source.is_some() || diagnostic.row > 1) {
        place.push_str(&format!(":{}", diagnostic.row));
    }
    match &diagnostic.place {
        // Said by the numbers.
        Some(own) if own.starts_with("line ") && source.is_some() => {}
        Some(own) => place.push_str(&format!(", {own}")),
        None => {}
    }
    place
}
