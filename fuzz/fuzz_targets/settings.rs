//! Any bytes as the settings beside a roster, and as the roster's own: a plan or a refusal.
#![no_main]

use std::path::PathBuf;
use std::sync::LazyLock;

use libfuzzer_sys::fuzz_target;

/// A folder with a roster, whose settings are written anew each time.
static DIRECTORY: LazyLock<PathBuf> = LazyLock::new(|| {
    let directory = std::env::temp_dir().join(format!("tzplan-fuzz-settings-{}", std::process::id()));
    std::fs::create_dir_all(&directory).expect("a temporary directory");
    std::fs::write(directory.join("team.csv"), "name,zone\nAna,Europe/Lisbon\nBen,Asia/Tokyo\n").expect("a roster");
    directory
});

fuzz_target!(|bytes: &[u8]| {
    let own = [&b"[[member]]\nzone = \"Asia/Tokyo\"\n[tzplan]\n"[..], bytes].concat();
    for (file, content, roster) in [("tzplan.toml", bytes, "team.csv"), ("team.toml", own.as_slice(), "team.toml")] {
        std::fs::write(DIRECTORY.join(file), content).expect("settings");
        let line = "tzplan plan --from=2027-03-01 --weeks=2 --home=UTC --format=csv";
        let _code = tzplan_cli::run(line.split(' ').map(Into::into).chain([DIRECTORY.join(roster).into()]));
    }
});
