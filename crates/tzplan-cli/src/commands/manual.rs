//! What shells and manuals make of the command line's definition.

use std::io::Write;

use clap::Command;
use clap_mangen::Man;

use crate::answer::Answer;
use crate::args::{self, CompletionsArguments, ManArguments};
use crate::failure::Failure;
use crate::output::Target;

/// The name under which a shell finds the program.
const PROGRAM: &str = "tzplan";

/// `tzplan completions SHELL`
pub(super) fn completions(arguments: &CompletionsArguments) -> Result<Answer, Failure> {
    let mut out = Target::open(arguments.output.as_deref())?;
    // Made whole before it is written: the generators panic where a writer fails.
    let mut script = Vec::new();
    clap_complete::generate(arguments.shell, &mut args::command(), PROGRAM, &mut script);
    out.write_all(&script)?;
    out.finish()?;
    Ok(Answer::Yes)
}

/// `tzplan man`, `tzplan man -o DIR`
pub(super) fn man(arguments: &ManArguments) -> Result<Answer, Failure> {
    let directory = arguments.output.as_ref().filter(|path| path.as_os_str() != "-");
    let Some(directory) = directory else {
        let mut out = Target::open(None)?;
        pages().iter().try_for_each(|page| page.render(&mut out))?;
        out.finish()?;
        return Ok(Answer::Yes);
    };
    for page in pages() {
        let mut out = Target::open(Some(&directory.join(page.get_filename())))?;
        page.render(&mut out)?;
        out.finish()?;
    }
    Ok(Answer::Yes)
}

/// The page of the program, then one of each command.
fn pages() -> Vec<Man> {
    let mut program = args::command().disable_help_subcommand(true);
    program.build();
    let commands: Vec<Command> = program.get_subcommands().cloned().collect();
    [program].into_iter().chain(commands).map(Man::new).collect()
}
