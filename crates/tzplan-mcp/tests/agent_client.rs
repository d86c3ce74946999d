//! A whole conversation with the protocol's official Python client, `client/converse.py`, in which answers
//! are held to the server's own schemas. `client/install.sh` installs it beside the build; where it is missing,
//! that is said; with `TEST_AGENT=required` it fails.

#![allow(clippy::unwrap_used, reason = "a test that fails shall panic")]

use std::fs;
use std::path::Path;
use std::process::Command;

#[test]
fn the_official_client_of_python_is_answered() {
    let python = Path::new(env!("CARGO_TARGET_TMPDIR")).with_file_name("agent-client/venv/bin/python");
    if !python.exists() {
        return skip(&format!("{} is missing", python.display()));
    }
    let around = tempfile::tempdir().unwrap();
    let root = around.path().join("root");
    fs::create_dir(&root).unwrap();
    fs::write(root.join("team.csv"), "name,zone\nAna,Europe/Lisbon\nBen,Europe/Berlin\n").unwrap();
    fs::write(around.path().join("secret.csv"), "name,zone\nEve,Europe/Rome\n").unwrap();
    #[cfg(unix)]
    std::os::unix::fs::symlink("../secret.csv", root.join("link.csv")).unwrap();
    let script = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/client/converse.py");
    let mut talk = Command::new(python);
    talk.arg(script).arg(env!("CARGO_BIN_EXE_tzplan-mcp")).arg(&root);
    let talked = talk.output().unwrap();
    let said = |octets: &[u8]| String::from_utf8_lossy(octets).into_owned();
    assert!(talked.status.success(), "{}", said(&talked.stderr));
    let done: serde_json::Value = serde_json::from_slice(&talked.stdout).unwrap();
    // Both ways of beginning: the handshake, and the one without it of 2026.
    assert_eq!(done["versions"], serde_json::json!(["2025-11-25", "2026-07-28"]), "{done}");
    assert_eq!((&done["calls"], &done["refusals"]), (&17.into(), &8.into()));
}

fn skip(why: &str) {
    let is_required = std::env::var("TEST_AGENT").is_ok_and(|value| value == "required");
    assert!(!is_required, "no other program's client talks to the server: {why}");
    // Past the harness, which shows what passes to nobody.
    use std::io::Write;
    let line =
        format!("SKIPPED a conversation with Python's client: {why}; tests/client/install.sh installs it\n");
    std::io::stderr().write_all(line.as_bytes()).unwrap();
}
