//! Command lines answered by the library in the test's own process, which reads its tables of places and
//! zones once and not once a line. That the program answers with the same bytes is what `tests/memory.rs`
//! holds.

use std::path::Path;

use tzplan_cli::Memory;

use super::Ran;

/// What only a machine has: files elsewhere or written, standard input, another database of zones.
const OF_A_MACHINE: [&str; 4] = ["-", "-o", "--output", "--tzdata"];

/// The answer to a line about the files of a folder; `None` where it needs a machine.
pub(super) fn run(folder: &Path, arguments: &[&str]) -> Option<Ran> {
    let needs_a_machine = |argument: &&str| {
        let (flag, value) = argument.split_once('=').unwrap_or((argument, argument));
        // `Europe/Berlin` is no file.
        OF_A_MACHINE.contains(&flag) || value.contains('/') && folder.join(value).exists()
    };
    if arguments.iter().any(needs_a_machine) {
        return None;
    }
    let mut memory = Memory::new(std::time::SystemTime::now().into());
    memory.variables.insert("TZ".to_owned(), "UTC".to_owned());
    for entry in std::fs::read_dir(folder).unwrap() {
        let entry = entry.unwrap();
        let name = entry.file_name().into_string().ok()?;
        // Settings are looked for on a machine alone; folders and links are its own.
        if name == "tzplan.toml" || !entry.file_type().unwrap().is_file() {
            return None;
        }
        memory.files.insert(name, std::fs::read(entry.path()).unwrap().into());
    }
    let ran = memory.run(["tzplan"].iter().chain(arguments));
    let text = |bytes| String::from_utf8(bytes).expect("output is UTF-8");
    Some(Ran { code: Some(ran.code.into()), out: text(ran.out), err: text(ran.err) })
}
