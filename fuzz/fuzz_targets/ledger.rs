//! Any bytes as the ledger of an earlier rotation: the next one, or a refusal.
#![no_main]

use std::path::PathBuf;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;

/// A folder with a roster, and with a ledger that is written anew each time.
static DIRECTORY: LazyLock<PathBuf> = LazyLock::new(|| {
    let directory = std::env::temp_dir().join(format!("tzplan-fuzz-ledger-{}", std::process::id()));
    std::fs::create_dir_all(&directory).expect("a temporary directory");
    let team = "name,zone\nAna,Europe/Lisbon\nBen,Asia/Tokyo\nBen,America/Lima\n";
    std::fs::write(directory.join("team.csv"), team).expect("a roster");
    directory
});

fuzz_target!(|bytes: &[u8]| {
    let (team, ledger) = (DIRECTORY.join("team.csv"), DIRECTORY.join("ledger"));
    std::fs::write(&ledger, bytes).expect("a ledger");
    let line = "tzplan meet --duration=60m --rotate=2 --from=2027-03-01 --home=UTC --format=csv --ledger";
    let words = line.split(' ').map(Into::into).chain([ledger.into(), team.into()]);
    let _code = tzplan_cli::run(words);
});
