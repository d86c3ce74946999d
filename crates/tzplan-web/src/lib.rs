//! tzplan in a browser: command lines, answered from files that never leave the page.
//!
//! [`answer`] takes a request and gives an answer, both as [`Part`]s in octets; compiled to WebAssembly the
//! module exports it to a page. `scripts/web` makes that page, of this crate and the files in `page/`.
//!
//! Dependencies: `tzplan-cli`, whose answers these are; `chrono` for the moment of the request.

#[cfg(target_family = "wasm")]
mod exports;
mod part;

use chrono::DateTime;
use tzplan_cli::{Memory, Ran};

pub use part::{Kind, Part};

/// Answers a request.
///
/// A request has one [moment](Kind::Moment), the [variables](Kind::Variable) and files that the program may
/// read (each [name](Kind::File) followed by its [content](Kind::Content)), and the words of the command line
/// in their order, the program's name left out. The answer has an [exit code](Kind::Code), what went to
/// [standard output](Kind::Out) and what to [standard error](Kind::Err). A request that is none is answered
/// as a command line that could not be: with code 2 and why.
pub fn answer(request: &[u8]) -> Vec<u8> {
    let (code, out, err) = match run(request) {
        Ok(Ran { code, out, err, .. }) => (code, out, err),
        Err(why) => (2, Vec::new(), format!("tzplan: {why}\n").into_bytes()),
    };
    let parts = [(Kind::Code, code.to_string().into_bytes()), (Kind::Out, out), (Kind::Err, err)];
    parts.iter().flat_map(|(kind, octets)| Part { kind: *kind, octets }.written()).collect()
}

fn run(request: &[u8]) -> Result<Ran, &'static str> {
    let text = |octets| std::str::from_utf8(octets).map_err(|_| "the request holds words that are no text");
    let (mut moment, mut variables, mut files, mut line) = (None, Vec::new(), Vec::new(), vec!["tzplan"]);
    let mut parts = part::parts(request);
    while let Some(Part { kind, octets }) = parts.next().transpose()? {
        match kind {
            Kind::Moment => {
                let millis = text(octets)?.parse().ok().and_then(DateTime::from_timestamp_millis);
                moment = Some(millis.ok_or("the request's moment is no number of milliseconds")?);
            }
            Kind::Variable => {
                variables.push(text(octets)?.split_once('=').ok_or("a variable of the request has no `=`")?);
            }
            Kind::File => {
                let content = parts.next().transpose()?.filter(|part| part.kind == Kind::Content);
                files.push((text(octets)?, content.ok_or("a file of the request has no content")?.octets));
            }
            Kind::Word => line.push(text(octets)?),
            _ => return Err("the request has a part that belongs to an answer, or to no file"),
        }
    }
    let mut memory = Memory::new(moment.ok_or("the request has no moment")?);
    memory.variables.extend(variables.into_iter().map(|(name, value)| (name.to_owned(), value.to_owned())));
    memory.files.extend(files.into_iter().map(|(name, content)| (name.to_owned(), content.into())));
    Ok(memory.run(line))
}
