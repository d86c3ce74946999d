//! Faults of a roster on standard error, each with a caret under its cell.

use std::cell::Cell;
use std::io::{self, Write};

use annotate_snippets::{AnnotationKind, Group, Level, Origin, Renderer, Snippet};
use tzplan_report::Assumption;
use tzplan_report::text::Style;
use tzplan_roster::{Diagnostic, DiagnosticGroup, Roster, Severity};

use crate::args::Color;
use crate::excerpt_lines::fitted;
use crate::message_line::message_line;
use crate::surroundings;

/// How many faults a terminal is shown, and how many stand beside a refusal; the count of the rest follows.
pub(crate) const ON_TERMINAL: usize = 100;
/// How many kinds of warnings accompany an answer, and how many lines one kind takes; the count of the rest
/// follows.
const MOST_KINDS: usize = 5;
const OF_A_KIND: usize = 3;

thread_local! {
    // A command is answered by one thread.
    static QUIET: Cell<bool> = const { Cell::new(false) };
}

/// Whether from now on only what stops an answer is printed.
pub(crate) fn be_quiet(quiet: bool) {
    QUIET.set(quiet);
}

/// Whether only that is printed.
pub(crate) fn is_quiet() -> bool {
    QUIET.get()
}

/// Prints what is to be said about a roster to standard error: the errors alone where there are some, else a
/// line for each kind of warning, and how many notes there are. `check` is the command that lists all.
pub(crate) fn print(roster: &Roster, check: &str, color: Color) -> io::Result<()> {
    let renderer = renderer(is_colored(color));
    let mut out = surroundings::err();
    if roster.is_ok() {
        if is_quiet() {
            return Ok(());
        }
        return write_lines(&mut out, roster, check, &renderer);
    }
    let errors = roster.diagnostics.iter().filter(|found| found.severity == Severity::Error);
    out.write_all(listed(errors, ON_TERMINAL, roster.errors, check, &renderer).as_bytes())?;
    let besides = |severity| roster.diagnostics.iter().filter(|found| found.severity == severity).count();
    let (warnings, notes) = (besides(Severity::Warning), besides(Severity::Note));
    if warnings + notes > 0 {
        let counts = counts(&[(warnings, "warning"), (notes, "note")]);
        let them = if warnings + notes == 1 { "it" } else { "them" };
        writeln!(out, "{counts} besides: `{check}` lists {them}")?;
    }
    Ok(())
}

/// The same for an answer that leaves out the rows with errors.
pub(crate) fn print_skipped(roster: &Roster, check: &str, color: Color) -> io::Result<()> {
    let renderer = renderer(is_colored(color));
    write_lines(&mut surroundings::err(), roster, check, &renderer)
}

/// A few lines for each kind of fault, and the count of notes: an answer is not buried under what `check`
/// lists.
fn write_lines(out: &mut dyn Write, roster: &Roster, check: &str, renderer: &Renderer) -> io::Result<()> {
    let notes = roster.diagnostics.iter().filter(|found| found.severity == Severity::Note).count();
    let faults = roster.diagnostics.iter().filter(|found| found.severity != Severity::Note);
    let mut kinds: Vec<Vec<DiagnosticGroup<'_>>> = Vec::new();
    for group in DiagnosticGroup::of(faults) {
        let kind = |known: &&mut Vec<DiagnosticGroup<'_>>| known[0].first.code == group.first.code;
        match kinds.iter_mut().find(kind) {
            Some(known) => known.push(group),
            None => kinds.push(vec![group]),
        }
    }
    for kind in kinds.iter().take(MOST_KINDS) {
        let shown = if kind.len() <= OF_A_KIND { kind.len() } else { OF_A_KIND - 1 };
        kind[..shown].iter().try_for_each(|group| writeln!(out, "{}", line(renderer, group)))?;
        if let Some(next) = kind.get(shown) {
            let left: usize = kind[shown..].iter().map(|group| group.count).sum();
            let Diagnostic { severity, code, row, .. } = next.first;
            writeln!(out, "… and {left} more {severity}[{code}], first in row {row}")?;
        }
    }
    let kinds = kinds.len().saturating_sub(MOST_KINDS);
    let all = kinds + notes + roster.left_out;
    if all > 0 {
        let counts =
            counts(&[(kinds, "more kind of warning"), (notes, "note"), (roster.left_out, "more remark")]);
        writeln!(out, "{counts}: `{check}` lists {}", if all == 1 { "it" } else { "them" })?;
    }
    Ok(())
}

/// A fault on one line: what is wrong, what to write instead, and where.
fn line(renderer: &Renderer, group: &DiagnosticGroup<'_>) -> String {
    let Diagnostic { message, help, severity, code, .. } = group.first;
    let place = match group.count {
        1 => place(group.first),
        _ => format!("{}, {}", group.first.file, group.place()),
    };
    let title = level(*severity).primary_title(format!("{message}; {help} ({place})")).id(*code);
    renderer.render(&[Group::with_title(title)])
}

/// `2 warnings and 1 note`.
fn counts(counts: &[(usize, &str)]) -> String {
    let counted = |(count, what): &(usize, &str)| match (count, what.split_once(" of ")) {
        (1, _) => format!("1 {what}"),
        (_, Some((what, of))) => format!("{count} {what}s of {of}s"),
        _ => format!("{count} {what}s"),
    };
    let counts: Vec<String> = counts.iter().filter(|(count, _)| *count > 0).map(counted).collect();
    crate::names::listed(&counts, "and")
}

fn is_colored(color: Color) -> bool {
    match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => surroundings::err_has_colors(),
    }
}

fn renderer(colored: bool) -> Renderer {
    if colored { Renderer::styled() } else { Renderer::plain() }
}

/// Says what a careful reader should know about an answer.
pub(crate) fn note(text: &str) -> io::Result<()> {
    if is_quiet() {
        return Ok(());
    }
    writeln!(surroundings::err(), "tzplan: {}", message_line(text))
}

/// Says beside what has no place for it (a table, a calendar, a chart) how flags were read. Of a roster
/// `check` says it.
pub(crate) fn note_assumed(assumptions: &[Assumption]) -> io::Result<()> {
    let mut of_flags = assumptions.iter().filter(|assumption| assumption.is_of_flag());
    of_flags.try_for_each(|Assumption { file, message, .. }| note(&format!("{file}: {message}")))
}

/// The first faults, equal ones once, and how many are left.
pub(crate) fn first(roster: &Roster, check: &str, most: usize, style: Style) -> String {
    let all = roster.diagnostics.len() + roster.left_out;
    let renderer = renderer(style.color).term_width(style.width);
    let faults = listed(&roster.diagnostics, most, all, check, &renderer);
    fitted(&faults, style.width)
}

/// The first of some faults, equal ones once with their rows; `all` is how many there are.
fn listed<'f>(
    faults: impl IntoIterator<Item = &'f Diagnostic>,
    most: usize,
    all: usize,
    check: &str,
    renderer: &Renderer,
) -> String {
    let mut text = String::new();
    let mut left = all;
    for group in DiagnosticGroup::of(faults).iter().take(most) {
        left -= group.count;
        text.push_str(&shown(renderer, group.first));
        text.push('\n');
        if group.count > 1 {
            text.push_str(&format!("  = the same in {}\n", group.place()));
        }
    }
    if left > 0 {
        text.push_str(&format!("… and {left} more (`{check}` with --format json lists them)\n"));
    }
    text
}

/// `a fault`, `3 faults`.
pub(crate) fn faults(count: usize) -> String {
    if count == 1 { "a fault".to_owned() } else { format!("{count} faults") }
}

fn shown(renderer: &Renderer, diagnostic: &Diagnostic) -> String {
    let level = level(diagnostic.severity);
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

fn level(severity: Severity) -> Level<'static> {
    match severity {
        Severity::Error => Level::ERROR,
        Severity::Warning => Level::WARNING,
        Severity::Note => Level::NOTE,
    }
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
    } else if let (None, Some(header)) = (&diagnostic.place, &diagnostic.column) {
        // The header, of which no excerpt is shown.
        place.push_str(&format!(":{}, `{header}`", diagnostic.row));
    }
    match &diagnostic.place {
        // Said by the numbers.
        Some(own) if own.starts_with("line ") && source.is_some() => {}
        Some(own) => place.push_str(&format!(", {own}")),
        None => {}
    }
    place
}
