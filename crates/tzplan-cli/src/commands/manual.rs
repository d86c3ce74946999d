//! What shells and manuals make of the command line's definition.

use clap::{Command, CommandFactory};
use clap_mangen::Man;

use crate::answer::Answer;
use crate::args::{Arguments, CompletionsArguments, ManArguments};
use crate::failure::Failure;
use crate::output;

/// The name under which a shell finds the program.
const PROGRAM: &str = "tzplan";

/// `tzplan completions SHELL`
pub(super) fn completions(arguments: &CompletionsArguments) -> Result<Answer, Failure> {
    output::write(arguments.output.as_deref(), |out| {
        // Made whole before it is written: the generators panic where a writer fails.
        let mut script = Vec::new();
        clap_complete::generate(arguments.shell, &mut Arguments::command(), PROGRAM, &mut script);
        Ok(out.write_all(&script)?)
    })?;
    Ok(Answer::Yes)
}

/// `tzplan man`, `tzplan man -o DIR`
pub(super) fn man(arguments: &ManArguments) -> Result<Answer, Failure> {
    let pages = pages();
    match arguments.output.as_ref().filter(|path| path.as_os_str() != "-") {
        Some(directory) => {
            for page in pages {
                let path = directory.join(page.get_filename());
                output::write(Some(&path), |out| Ok(page.render(out)?))?;
            }
        }
        None => output::write(None, |out| pages.into_iter().try_for_each(|page| Ok(page.render(out)?)))?,
    }
    Ok(Answer::Yes)
}

/// The page of the program, then one of each command.
fn pages() -> Vec<Man> {
    let mut program = Arguments::command().disable_help_subcommand(true);
    program.build();
    let commands: Vec<Command> = program.get_subcommands().cloned().collect();
    [program].into_iter().chain(commands).map(Man::new).collect()
}
