//! An example roster to start from.

use std::fs::OpenOptions;

use tzplan_report::ExampleDocument;
use tzplan_report::text::Style;

use crate::answer::Answer;
use crate::args::InitArguments;
use crate::failure::Failure;
use crate::output::Target;
use crate::surroundings;

/// `tzplan init`: a file that is there already is never replaced.
pub(super) fn init(arguments: &InitArguments) -> Result<Answer, Failure> {
    let document = ExampleDocument::new(tzplan_roster::example_roster());
    let form = arguments.format.form(Style::default);
    match arguments.output.as_ref().filter(|path| path.as_os_str() != "-") {
        None => Target::open(None)?.write(&document, form)?,
        Some(path) => {
            let fault = |source| Failure::Save { path: path.clone(), source };
            if surroundings::is_memory() {
                return Err(fault(surroundings::no_files()));
            }
            let mut file = OpenOptions::new().write(true).create_new(true).open(path).map_err(fault)?;
            tzplan_report::write(&document, form, &mut file).map_err(fault)?;
        }
    }
    Ok(Answer::Yes)
}
