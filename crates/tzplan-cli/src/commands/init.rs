//! An example roster to start from.

use std::fs::OpenOptions;
use std::io::Write;

use tzplan_report::{json, markdown};

use crate::answer::Answer;
use crate::args::{Format, InitArguments};
use crate::failure::Failure;
use crate::output::Target;

/// `tzplan init`
pub(super) fn init(arguments: &InitArguments) -> Result<Answer, Failure> {
    let mut answer = Vec::new();
    match arguments.format {
        Format::Text | Format::Csv => answer.extend_from_slice(tzplan_roster::example_roster().as_bytes()),
        Format::Markdown => markdown::example(&mut answer, tzplan_roster::example_roster())?,
        Format::Json => json::example(&mut answer, tzplan_roster::example_roster())?,
    }
    match arguments.output.as_ref().filter(|path| path.as_os_str() != "-") {
        None => {
            let mut out = Target::open(None)?;
            out.write_all(&answer)?;
            out.finish()?;
        }
        Some(path) => {
            let fault = |source| Failure::Save { path: path.clone(), source };
            let mut file = OpenOptions::new().write(true).create_new(true).open(path).map_err(fault)?;
            file.write_all(&answer).map_err(fault)?;
        }
    }
    Ok(Answer::Yes)
}
