//! Reading a roster into a team, against a bare pass of the `csv` crate over the same bytes.
//!
//! The bare pass is a floor, not a rival: it cuts records into one reused buffer and looks at no cell, while
//! reading a roster checks every cell, keeps names, and finds equal schedules and addresses. Both read the
//! same bytes from memory. Rows are counted on both sides.

mod support;

use std::cell::LazyCell;
use std::hint::black_box;

use criterion::measurement::WallTime;
use criterion::{BenchmarkGroup, Criterion, criterion_group, criterion_main};
use support::workloads::{Addresses, Mix, csv};
use support::world::{self, Labels};
use tzplan::Tzdb;
use tzplan_roster::{ReadOptions, read};

fn records(bytes: &[u8]) -> usize {
    let mut reader = csv::ReaderBuilder::new().flexible(true).from_reader(bytes);
    let (mut record, mut records) = (csv::ByteRecord::new(), 0);
    while reader.read_byte_record(&mut record).is_ok_and(|more| more) {
        records += 1;
    }
    records
}

fn rosters(c: &mut Criterion) {
    let mut group = c.benchmark_group("read");
    group.sample_size(10);
    let workloads = [
        ("worldwide-5", Mix::Worldwide, 5, Addresses::With),
        ("worldwide-50", Mix::Worldwide, 50, Addresses::With),
        ("worldwide-5000", Mix::Worldwide, 5_000, Addresses::With),
        ("worldwide-1000000", Mix::Worldwide, support::million(), Addresses::With),
        ("worldwide-1000000-no-addresses", Mix::Worldwide, support::million(), Addresses::Without),
        ("distinct-100000", Mix::Distinct, support::million() / 10, Addresses::With),
    ];
    for (name, mix, rows, addresses) in workloads {
        let bytes = LazyCell::new(|| csv(mix, rows, addresses));
        against_records(&mut group, name, rows, &bytes);
    }
    let million = support::million();
    for (name, seed, labels) in [
        ("world-1000000", 1, Labels::Ids),
        ("world-1000000-seed-2", 2, Labels::Ids),
        ("world-1000000-cities", 1, Labels::Cities),
    ] {
        against_records(&mut group, name, million, &LazyCell::new(|| world::csv(million, seed, labels)));
    }
    group.finish();
}

/// Reading as a roster, and the bare pass, over the same bytes.
fn against_records<F: FnOnce() -> Vec<u8>>(
    group: &mut BenchmarkGroup<'_, WallTime>,
    name: &str,
    rows: usize,
    bytes: &LazyCell<Vec<u8>, F>,
) {
    group.bench_function(name, |b| {
        let bytes: &[u8] = bytes;
        b.iter(|| {
            let roster = read("roster.csv", black_box(bytes), Tzdb::bundled(), &ReadOptions::default());
            let roster = roster.expect("bytes in memory");
            assert!(roster.is_ok());
            assert_eq!((roster.rows, roster.team.len()), (rows, rows));
            roster
        });
    });
    group.bench_function(format!("{name}-csv-records"), |b| {
        let bytes: &[u8] = bytes;
        b.iter(|| assert_eq!(records(black_box(bytes)), rows));
    });
}

criterion_group! { name = benches; config = support::criterion(); targets = rosters }
criterion_main!(benches);
