//! What may be read: the files of one folder, or none at all.

#![allow(clippy::unwrap_used, reason = "a test that fails shall panic")]

mod support;

use std::fs;
use std::path::PathBuf;

use serde_json::json;
use support::{THREE, Talk};

/// A folder with rosters in it, and one beside it that nobody may read.
fn folders() -> (tempfile::TempDir, PathBuf) {
    let around = tempfile::tempdir().unwrap();
    let root = around.path().join("root");
    fs::create_dir_all(root.join("teams")).unwrap();
    fs::write(root.join("team.csv"), THREE).unwrap();
    fs::write(root.join("teams/a=b.csv"), THREE).unwrap();
    fs::write(root.join("pool.csv"), "name,zone\nKim,Seoul\n").unwrap();
    fs::write(root.join("tzplan.toml"), "target = \"1h\"\n").unwrap();
    fs::write(around.path().join("secret.csv"), "name,zone\nEve,Rome\n").unwrap();
    (around, root)
}

#[test]
fn files_of_the_folder_are_read() {
    let (_around, root) = folders();
    let mut talk = Talk::in_folder(&["--root", root.to_str().unwrap()], &root);
    for path in ["team.csv", "./team.csv", "teams/a=b.csv"] {
        let plan = talk.answered("plan", json!({"roster_file": path}));
        assert_eq!(plan["members"].as_array().map(Vec::len), Some(3), "{path}");
        // A file of settings is none that was named.
        assert_eq!(plan["policy"]["target"], 240);
    }
    let pool = talk.answered("fit", json!({"roster": THREE, "candidates_file": "pool.csv"}));
    assert_eq!(pool["ranked"][0]["name"], "Kim");
    let refused = talk.refused("plan", json!({"roster_file": "taem.csv", "off_ics": [{"file": "no.ics"}]}));
    let missing = "there is no such file; there are pool.csv, team.csv, tzplan.toml";
    assert!(refused.contains(&format!("roster_file: cannot read `taem.csv`: {missing}")), "{refused}");
    assert!(refused.contains(&format!("off_ics[0]: cannot read `no.ics`: {missing}")), "{refused}");
    let refused = talk.refused("plan", json!({"roster_file": "team.csv", "roster": THREE}));
    assert_eq!(refused, "roster_file: `roster` says it already; leave one of them out");
    assert!(
        talk.refused("plan", json!({"roster_file": "teams"})).contains("it is no file; there are a=b.csv")
    );
}

#[test]
fn nothing_else_is_read() {
    let (around, root) = folders();
    let mut paths = vec![
        "../secret.csv".to_owned(),
        "teams/../../secret.csv".to_owned(),
        "teams/../team.csv".to_owned(),
        String::new(),
        "-".to_owned(),
        "/etc/passwd".to_owned(),
        around.path().join("secret.csv").display().to_string(),
        root.join("team.csv").display().to_string(),
    ];
    #[cfg(unix)]
    {
        use std::os::unix::fs::symlink;
        symlink("../secret.csv", root.join("link.csv")).unwrap();
        symlink(around.path().join("secret.csv"), root.join("teams/absolute.csv")).unwrap();
        symlink("..", root.join("up")).unwrap();
        symlink("/dev/zero", root.join("zero.csv")).unwrap();
        std::process::Command::new("mkfifo").arg(root.join("pipe.csv")).status().unwrap();
        let links = ["link.csv", "teams/absolute.csv", "up/secret.csv", "zero.csv", "pipe.csv"];
        paths.extend(links.map(ToOwned::to_owned));
        // A link to what is in the folder leads there.
        symlink("team.csv", root.join("same.csv")).unwrap();
    }
    let before = walked(around.path());
    let mut talk = Talk::in_folder(&["--root", root.to_str().unwrap()], &root);
    for path in &paths {
        let refused = talk.refused("plan", json!({"roster_file": path}));
        assert!(refused.starts_with(&format!("roster_file: cannot read `{path}`: ")), "{refused}");
        assert!(!refused.contains("Eve") && !refused.contains("Rome"), "{refused}");
        let calendar =
            talk.refused("plan", json!({"roster": THREE, "off_ics": [{"name": "Ana", "file": path}]}));
        assert!(calendar.starts_with(&format!("off_ics[0]: cannot read `{path}`: ")), "{calendar}");
    }
    #[cfg(unix)]
    talk.answered("plan", json!({"roster_file": "same.csv"}));
    // Where no folder is named there are no files, neither by parameters nor by the flags of the program.
    let mut without = Talk::in_folder(&[], &root);
    let refused =
        without.refused("plan", json!({"roster_file": "team.csv", "tzdata": "/usr", "output": "new"}));
    assert_eq!(refused.matches("there is no such parameter").count(), 3, "{refused}");
    let values = json!({"roster": THREE, "off_ics": [{"name": "Ana=team.csv", "text": ""}]});
    assert!(without.refused("plan", values).contains("nobody is called `Ana=team.csv`"));
    let tools = without.tools();
    assert!(tools.iter().all(|tool| !tool["inputSchema"].to_string().contains("_file")), "{tools:?}");
    assert_eq!(walked(around.path()), before);
}

/// Every path below a folder.
fn walked(folder: &std::path::Path) -> Vec<PathBuf> {
    let mut found = Vec::new();
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() && !path.is_symlink() {
            found.extend(walked(&path));
        }
        found.push(path);
    }
    found.sort();
    found
}

#[test]
fn a_folder_that_is_none_is_said_at_the_start() {
    let mut command = std::process::Command::new(env!("CARGO_BIN_EXE_tzplan-mcp"));
    let output = command.args(["--root", "/no/such/folder"]).output().unwrap();
    let said = String::from_utf8(output.stderr).unwrap();
    assert!(said.starts_with("tzplan-mcp: --root /no/such/folder: "), "{said}");
    assert_eq!((output.status.code(), output.stdout.len()), (Some(2), 0));
}
