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

/// What a run took beside time on the wall.
#[derive(Clone, Copy, Default, Debug)]
pub struct Taken {
    /// The largest resident set, in kB.
    pub peak: u64,
    /// Time on all cores together, in milliseconds: in steps of ten.
    pub cpu: u64,
}

/// What a run takes, as the kernel tells every two milliseconds; `None` where it does not.
pub fn taken(mut command: Command) -> Option<Taken> {
    let mut child = command.stdout(Stdio::null()).spawn().ok()?;
    let folder = PathBuf::from(format!("/proc/{}", child.id()));
    let read = |file: &str| std::fs::read_to_string(folder.join(file)).unwrap_or_default();
    let mut taken = None;
    while child.try_wait().ok()?.is_none() {
        let status = read("status");
        let mark = status.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let peak = mark.and_then(|mark| mark.trim().strip_suffix(" kB")?.parse().ok());
        // Behind the name in parentheses: the twelfth and the thirteenth are ticks of a hundredth of a second.
        let stat = read("stat");
        let fields = stat.rsplit(')').next().unwrap_or_default().split_whitespace();
        let ticks: u64 = fields.skip(11).take(2).filter_map(|ticks| ticks.parse::<u64>().ok()).sum();
        if let Some(peak) = peak {
            taken = Some(Taken { peak, cpu: ticks * 10 });
        }
        std::thread::sleep(Duration::from_millis(2));
    }
    taken
}

/// A roster as a file.
pub fn write(folder: &Path, mix: Mix, rows: usize, addresses: Addresses) -> PathBuf {
    let path = folder.join(format!("{mix:?}-{rows}-{addresses:?}.csv"));
    std::fs::write(&path, csv(mix, rows, addresses)).expect("room for a roster");
    path
}
