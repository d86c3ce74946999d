//! What the program finds around it, and where its answers go: the machine; or files, variables and a clock
//! in memory, for a page in a browser and whatever else has no command line.

use std::cell::RefCell;
use std::collections::BTreeMap;
use std::ffi::OsString;
use std::io::{self, Cursor, IsTerminal, Read, Write};
use std::path::Path;
use std::rc::Rc;
use std::sync::Arc;

use chrono::{DateTime, Utc};

/// Files, variables and a clock in place of the machine's. A command line that is answered [here](Self::run)
/// reads nothing else, and writes no file.
#[derive(Clone, Debug)]
#[non_exhaustive]
pub struct Memory {
    /// Files by the names that a command line gives them; `-` is standard input.
    pub files: BTreeMap<String, Arc<[u8]>>,
    /// Environment variables: `TZ` for the home zone, `COLUMNS` for the width of text, `TZPLAN_TARGET`.
    pub variables: BTreeMap<String, String>,
    /// The moment at which the question is asked.
    pub now: DateTime<Utc>,
}

/// What an answered command line leaves behind.
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct Ran {
    /// The exit code: 0 answered, 1 the answer is no, 2 could not answer.
    pub code: u8,
    /// Standard output.
    pub out: Vec<u8>,
    /// Standard error, where what is wrong stands.
    pub err: Vec<u8>,
}

impl Memory {
    /// No files and no variables.
    pub fn new(now: DateTime<Utc>) -> Self {
        Self { files: BTreeMap::new(), variables: BTreeMap::new(), now }
    }

    /// No files; this machine's clock, its variables of the program, and its zone as `TZ` where that is not
    /// set.
    pub fn of_machine() -> Self {
        let mut memory = Self::new(now());
        let is_ours = |name: &str| name == "TZ" || name.starts_with("TZPLAN_");
        let set = std::env::vars_os().filter_map(|(name, value)| {
            let name = name.into_string().ok().filter(|name| is_ours(name))?;
            Some((name, value.to_string_lossy().into_owned()))
        });
        memory.variables.extend(set);
        if memory.variables.get("TZ").is_none_or(String::is_empty)
            && let Some(zone) = system_zone()
        {
            memory.variables.insert("TZ".to_owned(), zone);
        }
        memory
    }

    /// Answers a command line, whose first word is the name of the program, as the program answers it
    /// where standard output is a pipe.
    pub fn run<W: Into<OsString>>(&self, line: impl IntoIterator<Item = W>) -> Ran {
        let [out, err] = [Sink::default(), Sink::default()];
        let desk = Desk { memory: self.clone(), out: out.clone(), err: err.clone() };
        let _cleared = Cleared(DESK.replace(Some(desk)));
        let code = crate::answer(line.into_iter().map(Into::into));
        Ran { code, out: out.0.take(), err: err.0.take() }
    }
}

/// Puts back what stood in the machine's place before, also when answering ends in a panic.
struct Cleared(Option<Desk>);

impl Drop for Cleared {
    fn drop(&mut self) {
        DESK.set(self.0.take());
    }
}

/// What stands in the machine's place while a command line is answered in memory.
#[derive(Clone)]
struct Desk {
    memory: Memory,
    out: Sink,
    err: Sink,
}

thread_local! {
    // A command is answered by one thread. Handed through, this would be an argument of nearly every
    // function.
    static DESK: RefCell<Option<Desk>> = const { RefCell::new(None) };
}

/// Octets that were written.
#[derive(Clone, Default)]
struct Sink(Rc<RefCell<Vec<u8>>>);

impl Write for Sink {
    fn write(&mut self, octets: &[u8]) -> io::Result<usize> {
        self.0.borrow_mut().write(octets)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn of_desk<T>(read: impl FnOnce(&Desk) -> T) -> Option<T> {
    DESK.with_borrow(|desk| desk.as_ref().map(read))
}

/// Whether the machine is out of reach: no file can be written, no folder read, no terminal is there.
pub(crate) fn is_memory() -> bool {
    of_desk(|_| ()).is_some()
}

/// The refusal of what only a machine has.
pub(crate) fn no_files() -> io::Error {
    io::Error::new(io::ErrorKind::Unsupported, "there is no disk here")
}

/// A file in memory; `None` where files are the machine's.
pub(crate) fn file(path: &Path) -> Option<io::Result<Box<dyn Read + Send>>> {
    let found = of_desk(|desk| path.to_str().and_then(|name| desk.memory.files.get(name).cloned()))?;
    let missing = || io::Error::new(io::ErrorKind::NotFound, "there is no such file");
    Some(found.map(|octets| Box::new(Cursor::new(octets)) as Box<dyn Read + Send>).ok_or_else(missing))
}

/// The names of the files in memory; `None` where files are the machine's.
pub(crate) fn file_names() -> Option<Vec<String>> {
    of_desk(|desk| desk.memory.files.keys().cloned().collect())
}

/// The variables that are set.
pub(crate) fn variables() -> Vec<(OsString, OsString)> {
    let own =
        |desk: &Desk| desk.memory.variables.iter().map(|(name, value)| (name.into(), value.into())).collect();
    of_desk(own).unwrap_or_else(|| std::env::vars_os().collect())
}

/// A variable; `None` also where it is no text.
pub(crate) fn variable(name: &str) -> Option<String> {
    of_desk(|desk| desk.memory.variables.get(name).cloned()).unwrap_or_else(|| std::env::var(name).ok())
}

/// The moment at which this runs.
pub(crate) fn now() -> DateTime<Utc> {
    of_desk(|desk| desk.memory.now).unwrap_or_else(|| std::time::SystemTime::now().into())
}

/// The name of the zone that the system is set to.
#[cfg(not(target_family = "wasm"))]
pub(crate) fn system_zone() -> Option<String> {
    if is_memory() { None } else { iana_time_zone::get_timezone().ok() }
}

/// Nothing says it.
#[cfg(target_family = "wasm")]
pub(crate) fn system_zone() -> Option<String> {
    None
}

/// Standard output.
pub(crate) fn out() -> Box<dyn Write> {
    match of_desk(|desk| desk.out.clone()) {
        Some(sink) => Box::new(sink),
        None => Box::new(io::stdout().lock()),
    }
}

/// Standard error.
pub(crate) fn err() -> Box<dyn Write> {
    match of_desk(|desk| desk.err.clone()) {
        Some(sink) => Box::new(sink),
        None => Box::new(io::stderr().lock()),
    }
}

/// Whether somebody reads standard output on a terminal.
pub(crate) fn out_is_terminal() -> bool {
    !is_memory() && io::stdout().is_terminal()
}

/// Whether somebody reads standard error on a terminal.
pub(crate) fn err_is_terminal() -> bool {
    !is_memory() && io::stderr().is_terminal()
}

/// Whether standard output can show colours.
pub(crate) fn out_has_colors() -> bool {
    !is_memory() && anstream::AutoStream::choice(&io::stdout()) != anstream::ColorChoice::Never
}

/// Whether standard error can.
pub(crate) fn err_has_colors() -> bool {
    !is_memory() && anstream::AutoStream::choice(&io::stderr()) != anstream::ColorChoice::Never
}
