//! The JSON Schema of the JSON output.

use tzplan_report::json::schema::{Document, all};

use crate::answer::Answer;
use crate::args::SchemaArguments;
use crate::failure::Failure;
use crate::output;

/// `tzplan schema [COMMAND]`
pub(super) fn schema(arguments: &SchemaArguments) -> Result<Answer, Failure> {
    output::write(arguments.output.as_deref(), |out| {
        let schema = arguments.document.map_or_else(all, Document::schema);
        Ok(writeln!(out, "{schema:#}")?)
    })?;
    Ok(Answer::Yes)
}
