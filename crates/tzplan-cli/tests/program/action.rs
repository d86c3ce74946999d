//! The script of the GitHub Action (`action/gate`), in a repository of its own and with a `gh` that writes
//! down what it is asked.

#![cfg(unix)]
use std::fs;
use std::os::unix::fs::PermissionsExt;
use std::path::{Path, PathBuf};
use std::process::{Command, Output};

/// Six hours shared and more, at every date.
const NEAR: &str = "name,zone,hours\nBen,Europe/Berlin,9-17\nChloé,Europe/London,9-17\n";
/// Auckland's 9–17 is Berlin's night all year, and twelve hours away.
const FAR: &str = "name,zone,hours\nBen,Europe/Berlin,9-17\n<b>Kiri</b>,Pacific/Auckland,9-17\n";
/// Answers a list of comments with the file `comments`; keeps the arguments and the text of one that is
/// written.
const GH: &str = "#!/bin/sh\necho \"$@\" >>\"$DESK/asked\"\n[ ! -e \"$DESK/forbidden\" ] || exit 1\n\
    case \"$*\" in *--jq*) cat \"$DESK/comments\" ;;\n\
    *) for last; do :; done; cp \"${last#body=@}\" \"$DESK/comment\" ;; esac\n";

struct Repository(tempfile::TempDir);

impl Repository {
    /// With a roster that is committed; none where there is no text.
    fn with(roster: Option<&str>) -> Self {
        let repository = Self(tempfile::tempdir().unwrap());
        repository.write("comments", "");
        repository.write("bin/gh", GH);
        fs::set_permissions(repository.path("bin/gh"), fs::Permissions::from_mode(0o755)).unwrap();
        let program = Path::new(env!("CARGO_BIN_EXE_tzplan"));
        std::os::unix::fs::symlink(program, repository.path("bin/tzplan")).unwrap();
        repository.write("team/first", "");
        roster.inspect(|text| repository.write("team/team.csv", text));
        repository.git(&["init", "--quiet"]);
        repository.git(&["add", "."]);
        repository.git(&[
            "-c",
            "user.name=A",
            "-c",
            "user.email=a@example.com",
            "commit",
            "--quiet",
            "-m",
            "base",
        ]);
        repository
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn write(&self, name: &str, text: &str) {
        fs::create_dir_all(self.path(name).parent().unwrap()).unwrap();
        fs::write(self.path(name), text).unwrap();
    }

    fn read(&self, name: &str) -> String {
        fs::read_to_string(self.path(name)).unwrap_or_default()
    }

    fn git(&self, line: &[&str]) {
        assert!(Command::new("git").current_dir(self.0.path()).args(line).status().unwrap().success());
    }

    /// The gate on what lies in the repository now.
    fn gate(&self, require: &str) -> Output {
        let gate = Path::new(env!("CARGO_MANIFEST_DIR")).join("../../action/gate");
        let path = format!("{}:{}", self.path("bin").display(), std::env::var("PATH").unwrap());
        Command::new(gate)
            .current_dir(self.0.path())
            .env("PATH", path)
            .env("DESK", self.0.path())
            .env("GITHUB_REPOSITORY", "some/team")
            .env("GITHUB_STEP_SUMMARY", self.path("summary"))
            .envs([
                ("ROSTER", "team/team.csv"),
                ("REQUIRE", require),
                ("BASE", "HEAD"),
                ("PULL_REQUEST", "7"),
            ])
            .env("ARGUMENTS", "--from=2026-11-23\n--home=Europe/Berlin")
            .output()
            .unwrap()
    }
}

fn code(ran: &Output) -> Option<i32> {
    ran.status.code()
}

#[test]
fn a_change_that_breaks_the_team_fails_and_is_said_in_a_comment() {
    let repository = Repository::with(Some(NEAR));
    repository.write("team/team.csv", FAR);
    let ran = repository.gate("overlap");
    assert_eq!(code(&ran), Some(1), "{}", String::from_utf8_lossy(&ran.stderr));
    let comment = repository.read("comment");
    let lines: Vec<&str> = comment.lines().collect();
    assert!(lines[1].starts_with("- **before** OVERLAP"), "{comment}");
    assert!(lines[2].starts_with("- **after** ASYNC"), "{comment}");
    assert_eq!(lines[3], "- **required** overlap: does not hold");
    // A name is no markup: outside a block of code, which starts with its fence, it is escaped.
    let blocks = comment.split("```").step_by(2);
    assert!(
        comment.contains("&lt;b&gt;Kiri") && blocks.into_iter().all(|text| !text.contains("<b>")),
        "{comment}"
    );
    assert_eq!(repository.read("summary"), comment);
    assert!(repository.read("asked").contains("POST repos/some/team/issues/7/comments"));
}

#[test]
fn an_earlier_comment_is_rewritten() {
    let repository = Repository::with(Some(NEAR));
    repository.write("comments", "4711\n");
    assert_eq!(code(&repository.gate("overlap")), Some(0));
    assert!(repository.read("asked").contains("PATCH repos/some/team/issues/comments/4711"));
    assert!(repository.read("comment").contains("- **required** overlap: holds"));
}

#[test]
fn a_roster_that_did_not_change_gets_no_comment() {
    let repository = Repository::with(Some(NEAR));
    assert_eq!(code(&repository.gate("overlap")), Some(0));
    assert_eq!(repository.read("comment"), "");
}

#[test]
fn a_new_roster_has_no_before_and_nothing_required_passes() {
    let repository = Repository::with(None);
    repository.write("team/team.csv", FAR);
    assert_eq!(code(&repository.gate("")), Some(0));
    assert!(repository.read("comment").contains("- **before** no such roster\n- **after** ASYNC"));
}

#[test]
fn a_roster_that_cannot_be_read_fails_with_its_message() {
    let repository = Repository::with(Some(NEAR));
    repository.write("team/team.csv", "name,zone\nBen,Europe/Berln\n");
    let ran = repository.gate("overlap");
    assert_eq!(code(&ran), Some(2));
    assert!(String::from_utf8_lossy(&ran.stderr).contains("Europe/Berln"));
    assert!(repository.read("comment").contains("- **after** could not be answered"));
}

#[test]
fn a_comment_that_may_not_be_written_is_a_warning() {
    let repository = Repository::with(Some(NEAR));
    repository.write("team/team.csv", FAR);
    repository.write("forbidden", "");
    let ran = repository.gate("hybrid");
    assert_eq!(code(&ran), Some(1));
    assert!(String::from_utf8_lossy(&ran.stdout).starts_with("::warning::"));
}

/// Hands out the files beside it instead of those of the address.
#[cfg(target_os = "linux")]
const CURL: &str = "#!/bin/sh\nfor last; do :; done\ncp \"$DESK/${last##*/}\" .\n";

#[cfg(target_os = "linux")]
#[test]
fn a_release_is_installed_after_its_checksum() {
    let desk = Repository::with(None);
    fs::remove_file(desk.path("bin/tzplan")).unwrap();
    desk.write("bin/curl", CURL);
    fs::set_permissions(desk.path("bin/curl"), fs::Permissions::from_mode(0o755)).unwrap();
    let name = format!("tzplan-9.9.9-{}-unknown-linux-musl", std::env::consts::ARCH);
    desk.write(&format!("{name}/tzplan"), "a program");
    let pack = format!("tar -czf {name}.tar.gz {name} && sha256sum {name}.tar.gz >{name}.tar.gz.sha256");
    assert!(Command::new("sh").current_dir(desk.0.path()).args(["-c", &pack]).status().unwrap().success());

    let install = || {
        Command::new(Path::new(env!("CARGO_MANIFEST_DIR")).join("../../action/install"))
            .env("PATH", format!("{}:/usr/bin:/bin", desk.path("bin").display()))
            .env("DESK", desk.0.path())
            .env("GITHUB_PATH", desk.path("added"))
            .env("TMPDIR", desk.0.path())
            .env("VERSION", "9.9.9")
            .output()
            .unwrap()
    };
    assert_eq!(code(&install()), Some(0));
    let added = desk.read("added");
    assert_eq!(fs::read_to_string(Path::new(added.trim_end()).join("tzplan")).unwrap(), "a program");

    desk.write(&format!("{name}.tar.gz"), "another file");
    desk.write("added", "");
    assert_eq!(code(&install()), Some(1));
    assert_eq!(desk.read("added"), "");
}
