//! The whole process, from a file of a million rows to the plan as JSON, against a bare pass of the `csv`
//! crate over the same file.
//!
//! The bare pass opens the file and cuts its records inside this process, so that it does not even pay for
//! starting a program; its file is in the page cache, as is the program's. The program writes to the null
//! device. Its answer is checked once, on a file small enough to parse.
//!
//! Needs the program of the same profile: `cargo build --release` first; without it the bench says so and
//! does nothing. Peak memory and the time on all cores are printed, not judged: on Linux, as the kernel tells
//! (`VmHWM`, `stat`) every two milliseconds while the program runs. `/usr/bin/time -v tzplan FILE --format json > /dev/null`
//! shows the same as "Maximum resident set size".

mod support;

use std::cell::LazyCell;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, criterion_group, criterion_main};
use support::program::{Taken, program, records, taken, write};
use support::workloads::{Addresses, Mix};
use support::world::{self, Labels};

fn plan(program: &Path, roster: &Path, format: &str) -> Command {
    let mut command = Command::new(program);
    command.arg(roster).args([
        "--from",
        "2026-11-23",
        "--home",
        "Europe/Berlin",
        "--quiet",
        "--format",
        format,
    ]);
    command
}

fn check(program: &Path, folder: &Path) {
    let roster = write(folder, Mix::Worldwide, 500, Addresses::With);
    let output = plan(program, &roster, "json").output().expect("a program that starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let answer: serde_json::Value = serde_json::from_slice(&output.stdout).expect("JSON");
    assert_eq!(answer["members"].as_array().map(Vec::len), Some(500));
    assert_eq!(answer["verdict"]["model"], "hybrid");
}

fn whole(c: &mut Criterion) {
    let Some(program) = program() else {
        println!(
            "process: skipped, because the program of this profile is not built; run `cargo build --release` first"
        );
        return;
    };
    let folder = std::env::temp_dir().join(format!("tzplan-bench-{}", std::process::id()));
    std::fs::create_dir_all(&folder).expect("a folder for rosters");
    check(&program, &folder);

    let mut group = c.benchmark_group("process");
    group.sample_size(10);
    let workloads = [
        ("worldwide-50", 50, Addresses::With),
        ("worldwide-1000000", support::million(), Addresses::With),
        ("worldwide-1000000-no-addresses", support::million(), Addresses::Without),
    ];
    for (name, rows, addresses) in workloads {
        let roster = LazyCell::new(|| write(&folder, Mix::Worldwide, rows, addresses));
        against_records(&mut group, &program, name, rows, &roster, &["json"]);
    }
    let million = support::million();
    for (name, seed, labels) in
        [("world-1000000", 1, Labels::Ids), ("world-1000000-cities", 1, Labels::Cities)]
    {
        let roster = LazyCell::new(|| {
            let path = folder.join(format!("{name}.csv"));
            std::fs::write(&path, world::csv(million, seed, labels)).expect("room for a roster");
            path
        });
        against_records(&mut group, &program, name, million, &roster, &["json", "text", "markdown"]);
    }
    group.finish();
    let _ = std::fs::remove_dir_all(&folder);
}

/// The plan in some formats, and the bare pass, of the same file.
fn against_records<F: FnOnce() -> PathBuf>(
    group: &mut BenchmarkGroup<'_, WallTime>,
    program: &Path,
    name: &str,
    rows: usize,
    roster: &LazyCell<PathBuf, F>,
    formats: &[&str],
) {
    for format in formats {
        group.bench_function(format!("{name}-{format}"), |b| {
            if let Some(Taken { peak, cpu }) = taken(plan(program, roster, format)) {
                println!("{name}-{format}: peak memory {peak} kB, {cpu} ms on all cores");
            }
            b.iter(|| {
                let status = plan(program, roster, format).stdout(Stdio::null()).status();
                assert!(status.is_ok_and(|status| status.success()));
            });
        });
    }
    group.bench_function(format!("{name}-csv-records"), |b| b.iter(|| assert_eq!(records(roster), rows)));
}

criterion_group! { name = benches; config = support::criterion(); targets = whole }
criterion_main!(benches);
