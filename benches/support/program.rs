//! The program as a process: where it is, what it reads, what memory it takes.

use std::fs::File;
use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::time::Duration;

use super::workloads::{Addresses, Mix, csv};

/// The program beside the folder of this bench's own executable.
pub fn program() -> Option<PathBuf> {
    let bench = std::env::current_exe().ok()?;
    let program = bench.parent()?.parent()?.join(format!("tzplan{}", std::env::consts::EXE_SUFFIX));
    program.is_file().then_some(program)
}

/// A bare pass of the `csv` crate over a file: how many records it has.
pub fn records(roster: &Path) -> usize {
    let file = File::open(roster).expect("a roster written before");
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(file);
    let (mut record, mut records) = (csv::ByteRecord::new(), 0);
    while reader.read_byte_record(&mut record).is_ok_and(|more| more) {
        records += 1;
    }
    records
}

/// The largest resident set of a run, in kB; `None` where the kernel does not tell.
pub fn peak(mut command: Command) -> Option<u64> {
    let mut child = command.stdout(Stdio::null()).spawn().ok()?;
    let status = format!("/proc/{}/status", child.id());
    let mut peak = None;
    while child.try_wait().ok()?.is_none() {
        let text = std::fs::read_to_string(&status).unwrap_or_default();
        let mark = text.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let mark = mark.and_then(|mark| mark.trim().strip_suffix(" kB")?.parse().ok());
        peak = mark.max(peak);
        std::thread::sleep(Duration::from_millis(2));
    }
    peak
}

/// A roster as a file.
pub fn write(folder: &Path, mix: Mix, rows: usize, addresses: Addresses) -> PathBuf {
    let path = folder.join(format!("{mix:?}-{rows}-{addresses:?}.csv"));
    std::fs::write(&path, csv(mix, rows, addresses)).expect("room for a roster");
    path
}
