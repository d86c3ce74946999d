//! The JSON Schema of the JSON output.

use std::io::Write;

use tzplan_report::schema::{Kind, all};

use crate::answer::Answer;
use crate::args::SchemaArguments;
use crate::failure::Failure;
use crate::output::Target;

/// `tzplan schema [COMMAND]`
pub(super) fn schema(arguments: &SchemaArguments) -> Result<Answer, Failure> {
    let mut out = Target::open(arguments.output.as_deref())?;
    let schema = arguments.document.map_or_else(all, Kind::schema);
    writeln!(out, "{schema:#}")?;
    out.finish()?;
    Ok(Answer::Yes)
}
