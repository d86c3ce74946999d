//! The commands, each a page: open, read, compute, write.

mod agreement;
mod check;
mod coverage;
mod demo;
mod fit;
mod init;
mod manual;
mod meet;
mod plan;
mod pool;
mod regions;
mod report;
mod schema;
mod zones;

use crate::answer::Answer;
use crate::args::{Arguments, Command};
use crate::failure::Failure;

/// Answers a request.
pub(crate) fn run(arguments: &Arguments) -> Result<Answer, Failure> {
    match &arguments.command {
        None => plan::plan(&arguments.plan).map_err(plan::or_a_command),
        Some(Command::Plan(arguments)) => plan::plan(arguments),
        Some(Command::Year(arguments)) => plan::year(arguments),
        Some(Command::Pairs(arguments)) => plan::pairs(arguments),
        Some(Command::Pods(arguments)) => plan::pods(arguments),
        Some(Command::Coverage(arguments)) => coverage::coverage(arguments),
        Some(Command::Fit(arguments)) => fit::fit(arguments),
        Some(Command::Regions(arguments)) => regions::regions(arguments),
        Some(Command::Meet(arguments)) => meet::meet(arguments),
        Some(Command::Agreement(arguments)) => agreement::agreement(arguments),
        Some(Command::Report(arguments)) => report::report(arguments),
        Some(Command::Check(arguments)) => check::check(arguments),
        Some(Command::Zones(arguments)) => zones::zones(arguments),
        Some(Command::Demo(arguments)) => demo::demo(arguments),
        Some(Command::Init(arguments)) => init::init(arguments),
        Some(Command::Schema(arguments)) => schema::schema(arguments),
        Some(Command::Completions(arguments)) => manual::completions(arguments),
        Some(Command::Man(arguments)) => manual::man(arguments),
    }
}
