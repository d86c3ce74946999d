//! Every fault of a roster.

use tzplan_report::text::Style;
use tzplan_report::{CheckDocument, Fault, ReadLabel};
use tzplan_roster::{Diagnostic, PolicySettings, ZoneLabel};

use crate::answer::Answer;
use crate::args::CheckArguments;
use crate::failure::Failure;
use crate::request::{self, NamedRoster};
use crate::{again, diagnostics, output, settings, surroundings};

/// `tzplan check ROSTER`: 0 without errors, 1 with some.
pub(super) fn check(arguments: &CheckArguments) -> Result<Answer, Failure> {
    let common = &arguments.common;
    let (target, form) = output::open(&common.output)?;
    let tzdb = settings::tzdb(common.output.tzdata.as_deref())?;
    // Of a reading only the database and the years of holidays depend on flags, but a fault in the others is
    // one here too.
    let opened = request::open(arguments.roster.source())?;
    let (horizon, of_home) = settings::horizon(&common.horizon, &opened.preferences, &tzdb)?;
    settings::policy(&common.policy, &opened.preferences, &PolicySettings::default())?;
    let NamedRoster { source, roster, assumptions, preferences, .. } =
        request::read(opened, &tzdb, &arguments.calendars, &horizon)?;
    let assumptions = [of_home, assumptions].concat();
    let settings = preferences.used(common, &roster.policy);
    let most = if surroundings::out_is_terminal() { diagnostics::ON_TERMINAL } else { usize::MAX };
    let excerpts = |style: Style| diagnostics::first(&roster, &again::check_of_roster(&source), most, style);
    let labels = roster.zone_labels.iter().filter(|label| *label.label != label.zone.name());
    let document = CheckDocument {
        ok: roster.is_ok(),
        tzdb: tzdb.version(),
        faults: roster.diagnostics.iter().map(fault).collect(),
        left_out: roster.left_out,
        assumptions: &assumptions,
        settings: &settings,
        members: roster.team.len(),
        profiles: roster.profiles(),
        source: &source,
        rows: roster.rows,
        sheet: roster.sheet.as_deref(),
        errors: roster.errors,
        labels: labels.map(read_label).collect(),
        unused_columns: roster.unused_columns().collect(),
        excerpts: &excerpts,
    };
    target.write(&document, form)?;
    Ok(Answer::yes_if(roster.is_ok()))
}

fn fault(diagnostic: &Diagnostic) -> Fault<'_> {
    Fault {
        code: diagnostic.code,
        severity: diagnostic.severity.as_str(),
        file: &diagnostic.file,
        row: diagnostic.row,
        place: diagnostic.place.as_deref(),
        column: diagnostic.column.as_deref(),
        value: &diagnostic.value,
        message: &diagnostic.message,
        help: &diagnostic.help,
    }
}

fn read_label(label: &ZoneLabel) -> ReadLabel<'_> {
    ReadLabel { label: &label.label, zone: label.zone.name(), how: label.how.as_str(), rows: label.rows }
}
