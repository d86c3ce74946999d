//! Any text as the values of flags that change a team, name its settings or its labels: a plan or a refusal.
#![no_main]

use std::ffi::OsString;

use libfuzzer_sys::fuzz_target;

/// The first byte of a line picks one of these for the rest of it.
const FLAGS: [&str; 14] = [
    "--add", "--move", "--hours-of", "--optional", "--without", "--team", "--target", "--max-shift", "--reasonable",
    "--night", "--grace-days", "--step", "--home", "--weeks",
];

fuzz_target!(|text: &str| {
    let line = "tzplan demo --from=2027-03-01 --weeks=2 --format=csv --home=UTC";
    let flags: Vec<String> = text.lines().take(6).filter_map(flag).collect();
    // What a flag says twice is refused before it is read.
    let is_given = |name: &str| flags.iter().any(|flag| flag.starts_with(&format!("{name}=")));
    let words = line.split(' ').filter(|word| {
        let name = word.split('=').next().unwrap_or_default();
        !(name.starts_with("--") && is_given(name))
    });
    let _code = tzplan_cli::run(words.map(OsString::from).chain(flags.iter().map(OsString::from)));
});

fn flag(line: &str) -> Option<String> {
    let mut letters = line.chars();
    let place = letters.next()? as usize;
    Some(format!("{}={}", FLAGS[place % FLAGS.len()], letters.as_str()))
}
