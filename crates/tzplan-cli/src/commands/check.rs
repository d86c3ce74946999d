//! Every fault of a roster.

use std::io::{self, IsTerminal, Write};

use tzplan_report::markdown::{self, CheckedRoster};
use tzplan_report::{csv, json};
use tzplan_roster::{Diagnostic, PolicySettings, Roster, Severity};

use crate::answer::Answer;
use crate::args::CheckArguments;
use crate::failure::Failure;
use crate::output::{self, Form};
use crate::request::{self, NamedRoster};
use crate::{diagnostics, settings};

/// The most unused columns named.
const MOST_HEADERS: usize = 12;
/// The most characters of their names.
const LONGEST_HEADER: usize = 40;

/// `tzplan check ROSTER`: 0 without errors, 1 with some.
pub(super) fn check(arguments: &CheckArguments) -> Result<Answer, Failure> {
    let common = &arguments.common;
    let (mut out, form) = output::open(&common.output)?;
    let tzdb = settings::tzdb(common.output.tzdata.as_deref())?;
    // Of a reading only the database and the years of holidays depend on flags, but a fault in the others is
    // one here too.
    let horizon = settings::horizon(&common.horizon, &tzdb)?;
    settings::policy(&common.policy, &PolicySettings::default())?;
    let NamedRoster { source, roster, .. } =
        request::read(arguments.roster.source(), &tzdb, &arguments.calendars, &horizon)?;
    match form {
        Form::Json => json::check(&mut out, &found(&roster, tzdb.version()))?,
        Form::Csv => as_csv(&mut out, &roster, tzdb.version())?,
        Form::Markdown => as_markdown(&mut out, &source, &roster, tzdb.version())?,
        Form::Text(style) => as_text(&mut out, &source, &roster, style.color)?,
    }
    out.finish()?;
    Ok(Answer::yes_if(roster.is_ok()))
}

fn found<'a>(roster: &'a Roster, tzdb: &'a str) -> json::Check<'a> {
    let fault = |diagnostic: &'a Diagnostic| json::Fault {
        code: diagnostic.code,
        severity: diagnostic.severity.as_str(),
        file: &diagnostic.file,
        row: diagnostic.row,
        place: diagnostic.place.as_deref(),
        column: diagnostic.column.as_deref(),
        value: &diagnostic.value,
        message: &diagnostic.message,
        help: &diagnostic.help,
    };
    json::Check {
        ok: roster.is_ok(),
        tzdb,
        faults: roster.diagnostics.iter().map(fault).collect(),
        left_out: roster.left_out,
        members: roster.team.len(),
        profiles: roster.profiles(),
    }
}

/// What a table has no place for is said beside it.
fn as_csv(out: &mut dyn Write, roster: &Roster, tzdb: &str) -> io::Result<()> {
    if roster.left_out > 0 {
        diagnostics::note(&format!("{} more faults are not listed", roster.left_out))?;
    }
    csv::check(out, &found(roster, tzdb))
}

fn as_markdown(out: &mut dyn Write, name: &str, roster: &Roster, tzdb: &str) -> io::Result<()> {
    let labels = roster.zone_labels.iter().filter(|label| *label.label != label.zone.name());
    let checked = CheckedRoster {
        source: name,
        check: found(roster, tzdb),
        rows: roster.rows,
        sheet: roster.sheet.as_deref(),
        labels: labels.map(|label| (&*label.label, label.zone.name(), label.how.as_str())).collect(),
        unused_columns: roster.unused_columns().collect(),
    };
    markdown::check(out, &checked)
}

/// The answer of `check` is the faults: they go to standard output.
fn as_text(out: &mut dyn Write, name: &str, roster: &Roster, color: bool) -> io::Result<()> {
    let most = if io::stdout().is_terminal() { diagnostics::ON_TERMINAL } else { usize::MAX };
    diagnostics::write(out, roster, most, color)?;
    let count = |severity| roster.diagnostics.iter().filter(|d| d.severity == severity).count();
    let people = counted(roster.team.len(), "person", "people");
    let profiles = counted(roster.profiles(), "schedule", "different schedules");
    let sheet = roster.sheet.as_ref().map(|sheet| format!(" of the sheet `{sheet}`")).unwrap_or_default();
    writeln!(out, "{name}: {people}, {profiles} in {}{sheet}", counted(roster.rows, "row", "rows"))?;
    for label in &roster.zone_labels {
        let rows = counted(label.rows, "row", "rows");
        if *label.label != label.zone.name() {
            writeln!(out, "  `{}` is read as {} ({}), {rows}", label.label, label.zone, label.how)?;
        }
    }
    let unused: Vec<&str> = roster.unused_columns().collect();
    if !unused.is_empty() {
        writeln!(out, "  columns not used: {}", listed(&unused))?;
    }
    let (errors, warnings, notes) = (roster.errors, count(Severity::Warning), count(Severity::Note));
    let verdict = if roster.is_ok() { "no faults" } else { "not usable as it is" };
    let counts = [(errors, "error", "errors"), (warnings, "warning", "warnings"), (notes, "note", "notes")];
    let counts: Vec<String> =
        counts.iter().filter(|(n, ..)| *n > 0).map(|(n, one, many)| counted(*n, one, many)).collect();
    let counts = if counts.is_empty() { String::new() } else { format!(" ({})", counts.join(", ")) };
    writeln!(out, "{verdict}{counts}")
}

/// The first of many headers, each cut where it is very long, and how many are left.
fn listed(headers: &[&str]) -> String {
    let shown = if headers.len() <= MOST_HEADERS + 1 { headers.len() } else { MOST_HEADERS };
    let cut = |header: &&str| match header.char_indices().nth(LONGEST_HEADER) {
        Some((end, _)) => format!("{}…", &header[..end]),
        None => (*header).to_owned(),
    };
    let mut names: Vec<String> = headers[..shown].iter().map(cut).collect();
    if shown < headers.len() {
        names.push(format!("and {} more", headers.len() - shown));
    }
    names.join(", ")
}

fn counted(count: usize, one: &str, many: &str) -> String {
    format!("{count} {}", if count == 1 { one } else { many })
}
