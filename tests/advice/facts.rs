//! What is asserted: every fact counts, and all that are wrong are shown at once.

use std::collections::BTreeMap;
use std::fmt::Debug;
use std::io::Write;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::time::Instant;

use crate::corpus::{TeamFile, files};
use crate::reading::Roster;

/// The facts of one area over all files.
pub struct Facts {
    file: String,
    /// By kind.
    asserted: BTreeMap<&'static str, usize>,
    /// By reason.
    left_out: BTreeMap<&'static str, Vec<String>>,
    wrong: Vec<String>,
}

impl Facts {
    pub fn equal<T: PartialEq + Debug>(&mut self, kind: &'static str, of: &str, expected: T, found: T) {
        *self.asserted.entry(kind).or_default() += 1;
        if expected != found {
            let file = &self.file;
            self.wrong.push(format!(
                "{file}: {kind}{}{of}\n  corpus    {expected:?}\n  found     {found:?}",
                if of.is_empty() { "" } else { " of " }
            ));
        }
    }

    pub fn left_out(&mut self, why: &'static str, what: &str) {
        self.left_out.entry(why).or_default().push(format!("{}{what}", self.file));
    }
}

/// Holds every file to what an area asserts of it; says on the terminal what was asserted and what was not.
pub fn hold(area: &str, assert: impl Fn(&mut Facts, &TeamFile, &Roster)) {
    let mut facts = Facts {
        file: String::new(),
        asserted: BTreeMap::new(),
        left_out: BTreeMap::new(),
        wrong: Vec::new(),
    };
    let began = Instant::now();
    for (name, file) in files() {
        facts.file = name;
        // A name that is nobody's spoils its own file alone.
        let held = catch_unwind(AssertUnwindSafe(|| assert(&mut facts, &file, &Roster::of(&file))));
        if held.is_err() {
            facts.wrong.push(format!("{}: cannot be read, see above", facts.file));
        }
    }
    let mut page = format!("{area}: {} facts", facts.asserted.values().sum::<usize>());
    for (kind, count) in &facts.asserted {
        page += &format!("\n  {count:3} {kind}");
    }
    for (why, what) in &facts.left_out {
        page += &format!("\n  left out ({why}): {} ({})", what.len(), what.join(", "));
    }
    // Past the capture of the test harness: what is left out is never silent.
    let _ = writeln!(std::io::stderr(), "{page}\n  in {:.1?}", began.elapsed());
    assert!(facts.wrong.is_empty(), "{area}: {} wrong\n{}", facts.wrong.len(), facts.wrong.join("\n"));
}
