//! Any text as a place: a zone of the database, or a reason in which nothing steers a terminal.
#![no_main]

use libfuzzer_sys::fuzz_target;
use tzplan::Tzdb;
use tzplan_roster::clean;
use tzplan_roster::places::resolve;

fuzz_target!(|label: &str| {
    match resolve(Tzdb::bundled(), label) {
        Ok(resolution) => {
            // A zone is named by an id that is read again.
            let name = resolution.zone.name();
            assert_eq!(Tzdb::bundled().parse(&name).expect("its own name").name(), name);
        }
        Err(error) => {
            let message = error.to_string();
            assert_eq!(clean(&message), message.trim(), "{message:?}");
        }
    }
});
