//! The built-in example team.

use std::path::Path;

use tzplan::Plan;
use tzplan::coverage::coverage;
use tzplan_report::{PlanDocument, Report, page};

use crate::answer::Answer;
use crate::args::{DemoArguments, Format, OutputArguments};
use crate::failure::Failure;
use crate::output::{self, Target};
use crate::request::Request;

/// `tzplan demo`: what the plan and `report` answer about the roster that `init` writes.
pub(super) fn demo(arguments: &DemoArguments) -> Result<Answer, Failure> {
    let output = &arguments.common.output;
    if !is_page(output) {
        let (target, form) = output::open(output)?;
        let request = read(arguments)?;
        let prepared = request.prepared();
        let plan = Plan::of(&prepared, &request.policy);
        target.write(&PlanDocument::new(&prepared, &plan, request.context()), form)?;
        return Ok(Answer::Yes);
    }
    output::not_on_a_terminal("the page", output.path(), "demo.html")?;
    let mut out = Target::open(output.path())?;
    let request = read(arguments)?;
    let prepared = request.prepared();
    let report = Report {
        prepared: &prepared,
        plan: &Plan::of(&prepared, &request.policy),
        coverage: &coverage(&prepared, |_| true),
        hiring: None,
        title: None,
        context: request.context(),
    };
    page::report(&mut out, &report)?;
    out.finish()?;
    Ok(Answer::Yes)
}

fn read(arguments: &DemoArguments) -> Result<Request, Failure> {
    Request::read(arguments.source(), &arguments.common, &arguments.what_if)
}

/// Whether the page is asked for: by its form, or by a file that is called so.
fn is_page(output: &OutputArguments) -> bool {
    let named = || output.path().and_then(Path::extension).is_some_and(|extension| extension == "html");
    output.format == Format::Html || output.format == Format::Text && named()
}
