//! The whole process ranking a pool of a million candidates for a team of fifty, against a bare pass of the
//! `csv` crate over the pool; see the bench `process` for what that pass is and how memory is read.
//!
//! `top-20` lists the best twenty as JSON, `all-json` and `all-csv` every one of them. The answer is checked once, on a small
//! pool, against the ranking made in this process.

mod support;

use std::cell::LazyCell;
use std::path::Path;
use std::process::{Command, Stdio};

use criterion::{Criterion, criterion_group, criterion_main};
use support::program::{Taken, program, records, taken, write};
use support::workloads::{Addresses, Mix, csv, team};
use support::world::{self, Labels};
use tzplan::fit::{Opening, Ranking, SortBy};
use tzplan::{Policy, PreparedTeam};

const HORIZON: [&str; 4] = ["--from", "2026-11-23", "--home", "Europe/Berlin"];

fn rank(program: &Path, roster: &Path, pool: &Path, more: &[&str]) -> Command {
    let mut command = Command::new(program);
    command.arg("fit").arg(roster).arg("--candidates").arg(pool);
    command.args(HORIZON).args(more);
    command
}

fn check(program: &Path, folder: &Path, roster: &Path) {
    let pool = write(folder, Mix::Worldwide, 500, Addresses::With);
    let output = rank(program, roster, &pool, &["--format", "json", "--top", "20"])
        .output()
        .expect("a program that starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let (team, pool, policy) = (team(Mix::Regional, 50), team(Mix::Worldwide, 500), Policy::default());
    let prepared = PreparedTeam::new(&team, support::year());
    let ranking = Ranking::of(&Opening::new(&prepared, &policy), &pool, SortBy::Fit, Some(20));
    let names: Vec<&str> = ranking.iter().map(|(candidate, _)| candidate.name()).collect();
    let found = answer["ranked"].as_array().expect("a list").iter().map(|entry| entry["name"].as_str());
    assert_eq!(found.collect::<Option<Vec<_>>>(), Some(names));
}

fn whole(c: &mut Criterion) {
    let Some(program) = program() else {
        println!(
            "pool: skipped, because the program of this profile is not built; run `cargo build --release` first"
        );
        return;
    };
    let folder = std::env::temp_dir().join(format!("tzplan-bench-pool-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder for rosters");
    let roster = write(&folder, Mix::Regional, 50, Addresses::Without);
    check(&program, &folder, &roster);

    let mut group = c.benchmark_group("pool");
    group.sample_size(10);
    let rows = support::million();
    // Two mixes: a kind one, and that of real files.
    type Pool = fn(usize) -> Vec<u8>;
    let pools: [(&str, Pool); 3] = [
        ("million", |rows| csv(Mix::Worldwide, rows, Addresses::With)),
        ("million-no-addresses", |rows| csv(Mix::Worldwide, rows, Addresses::Without)),
        ("world", |rows| world::csv(rows, 1, Labels::Ids)),
    ];
    for (name, bytes) in pools {
        let pool = LazyCell::new(|| {
            let path = folder.join(format!("{name}.csv"));
            std::fs::write(&path, bytes(rows)).expect("room for a pool");
            path
        });
        for (what, more) in [
            ("top-20", &["--format", "json", "--top", "20"][..]),
            ("all-json", &["--format", "json"]),
            ("all-csv", &["--format", "csv"]),
        ] {
            group.bench_function(format!("{name}/{what}"), |b| {
                if let Some(Taken { peak, cpu }) = taken(rank(&program, &roster, &pool, more)) {
                    println!("{name}/{what}: peak memory {peak} kB, {cpu} ms on all cores");
                }
                b.iter(|| {
                    let status = rank(&program, &roster, &pool, more).stdout(Stdio::null()).status();
                    assert!(status.is_ok_and(|status| status.success()));
                });
            });
        }
        group.bench_function(format!("{name}/csv-records"), |b| {
            b.iter(|| assert_eq!(records(&pool), rows));
        });
    }
    group.finish();
    let _ = std::fs::remove_dir_all(&folder);
}

criterion_group! { name = benches; config = support::criterion(); targets = whole }
criterion_main!(benches);
