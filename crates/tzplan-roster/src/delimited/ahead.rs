//! Records that another core cuts, ahead of whoever reads their cells.

use std::io;

use super::table::next_record;
use crate::cells::Cells;
use crate::fast_path::{Ahead, KeyColumns, RecordBatch, RecordEnd, Records, Tape};

/// The records behind one of a tape.
pub(super) struct RecordsAhead<'a> {
    batches: Ahead<'a, RecordBatch>,
    batch: RecordBatch,
    /// The place of the present record in its batch.
    at: usize,
    /// How many records of the batch are not passed yet, the present one included.
    left: usize,
}

impl<'a> RecordsAhead<'a> {
    /// Takes over what follows the present record; `None` where that is at hand, or no core helps.
    /// Combinations of cells in some columns are hashed there, too.
    pub(super) fn start(
        records: &mut Records<'a>,
        separator: u8,
        columns: KeyColumns,
    ) -> io::Result<Option<Self>> {
        records.pass();
        let line = records.tape.line();
        let started = Ahead::start(move |input, batches| {
            let records = Records::new(Tape::from_line(input, line), separator);
            records.give_all(batches, &columns, |records| next_record(records, separator))
        });
        // A system that has no thread to give reads on one.
        let Ok(mut batches) = started else { return Ok(None) };
        let Some((input, rest)) = records.tape.give_away() else { return Ok(None) };
        batches.read(input, rest)?;
        Ok(Some(Self { batches, batch: RecordBatch::default(), at: 0, left: 0 }))
    }

    /// Goes on to the next record; `false` when there is none.
    pub(super) fn advance(&mut self) -> io::Result<bool> {
        if self.left > 1 {
            (self.at, self.left) = (self.at + 1, self.left - 1);
            return Ok(true);
        }
        loop {
            let Some(batch) = self.batches.next(std::mem::take(&mut self.batch))? else { return Ok(false) };
            (self.at, self.left) = (0, batch.len());
            self.batch = batch;
            if self.left > 0 {
                return Ok(true);
            }
        }
    }

    /// The batch of the present record, and its place in that.
    pub(super) fn batch(&self) -> (&RecordBatch, usize) {
        (&self.batch, self.at)
    }

    /// The cells of the present record.
    pub(super) fn cells(&self) -> Cells<'_> {
        self.batch.cells(self.at)
    }

    /// Its text, quotes included.
    pub(super) fn text(&self) -> &[u8] {
        self.batch.text(self.at)
    }

    /// The line on which it starts.
    pub(super) fn line(&self) -> u64 {
        self.batch.line(self.at)
    }

    /// How it ends.
    pub(super) fn end(&self) -> RecordEnd {
        self.batch.end(self.at)
    }
}

#[cfg(test)]
mod tests {
    use std::io::Read;

    use proptest::prelude::*;
    use tzplan::Tzdb;

    use super::*;
    use crate::delimited::read_delimited;
    use crate::fast_path::Help;
    use crate::faults::Faults;
    use crate::options::{ReadContext, ReadOptions};
    use crate::roster::Roster;

    /// Some bytes at a time.
    struct Drip<'a>(&'a [u8], usize);

    impl Read for Drip<'_> {
        fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
            let length = self.1.min(buffer.len());
            (&mut self.0).take(length as u64).read(buffer)
        }
    }

    fn read(text: &[u8], at_a_time: usize, help: Help) -> Roster {
        let mut input = Drip(text, at_a_time);
        let options = ReadOptions::default();
        let faults = Faults::new("team.csv", options.most_diagnostics);
        let context = ReadContext { faults, tzdb: Tzdb::bundled(), options: &options, choose: None, help };
        read_delimited(Tape::new(&mut input), context).unwrap()
    }

    /// All of a roster but the maps that its team is looked up by.
    fn shown(roster: &Roster) -> String {
        let people = roster.team.members().map(|member| {
            let of_cells = (member.name(), member.team(), member.role(), member.place());
            (of_cells, member.schedule_id(), roster.row(member.index()), roster.email(member.index()))
        });
        let people: Vec<_> = people.collect();
        let Roster { diagnostics, errors, left_out, rows, bad_rows, file_errors, separator, .. } = roster;
        let Roster { columns, zone_labels, assumptions, holidays, further_rows, .. } = roster;
        format!(
            "{people:?} {:?} {diagnostics:?} {errors} {left_out} {rows} {bad_rows} {file_errors} \
             {separator:?} {columns:?} {zone_labels:?} {assumptions:?} {holidays:?} {further_rows:?}",
            roster.team.schedules()
        )
    }

    /// What stands in files, well and badly written.
    fn piece() -> impl Strategy<Value = Vec<u8>> {
        let person = "[A-C](na|é|\\u{200b}| \\u{410})?,[a-d]?(@x)?,(red|blue)?";
        let row = format!("{person},(UTC|Asia/Tokyo|Asia/Toky|Pune|),(9-17|9-5|x|)");
        let row = proptest::string::string_regex(&row).expect("a pattern");
        let pieces = prop_oneof![
            8 => row,
            1 => Just("\"A\nb\",a@x,red,UTC,\"9-12,13-17\"".to_owned()),
            1 => Just("\"Say \"\"A\"\"\",,,UTC,9-17".to_owned()),
            1 => "[ \t]{0,3}# .{0,9}".prop_map(String::from),
            1 => "[ \t,;\"#]{0,9}".prop_map(String::from),
        ];
        let end = prop_oneof![9 => Just("\n"), 3 => Just("\r\n"), 1 => Just("\r"), 1 => Just("")];
        (pieces, end, prop_oneof![30 => Just(None), 1 => any::<u8>().prop_map(Some)]).prop_map(
            |(piece, end, odd)| {
                let mut bytes = [piece.as_bytes(), end.as_bytes()].concat();
                bytes.extend(odd);
                bytes
            },
        )
    }

    proptest! {
        #![proptest_config(ProptestConfig::with_cases(400))]

        #[test]
        fn two_cores_read_what_one_reads(
            pieces in proptest::collection::vec(piece(), 0..40),
            separator in prop_oneof![6 => Just(b','), 1 => Just(b'\t'), 1 => Just(b'|'), 1 => Just(b';')],
            (at_a_time, from) in (1..90_usize, 0..200_usize),
        ) {
            let mut text = b"name,email,team,zone,hours\n".to_vec();
            text.extend(pieces.concat());
            text.iter_mut().filter(|byte| **byte == b',').for_each(|byte| *byte = separator);
            let one = read(&text, 64 << 10, Help { from: 0, cores: || 1 });
            let two = read(&text, at_a_time, Help { from, cores: || 2 });
            prop_assert_eq!(shown(&two), shown(&one));
        }
    }

    #[test]
    fn long_records_and_comments_are_read_alike() {
        let long = "x".repeat(5 << 20);
        let texts = [
            format!("name,zone\nAna,UTC\n# {long}\nBen,UTC\n"),
            format!("name,zone\nAna,UTC\n{long},UTC\nBen,UTC\n"),
            format!("name,zone\nAna,UTC\n\"{long}\",UTC\nBen,UTC\n"),
            format!("name,zone\nAna,UTC\n\"{long}\"\"\",UTC\nBen,UTC\n"),
            format!("name,zone\nAna,UTC\n{},UTC\nBen,UTC\n", &long[..4 << 20]),
        ];
        let people = |text: &String, at_a_time, cores| {
            let roster = read(text.as_bytes(), at_a_time, Help { from: 0, cores });
            let codes: Vec<_> = roster.diagnostics.iter().map(|found| found.code).collect();
            (roster.team.len(), codes.concat())
        };
        let expected =
            [(2, ""), (1, "overlong-row"), (1, "unclosed-quote"), (1, "unclosed-quote"), (1, "overlong-row")];
        for (text, (len, codes)) in texts.iter().zip(expected) {
            for at_a_time in [1 << 20, 4097] {
                assert_eq!(people(text, at_a_time, || 1), (len, codes.to_owned()));
                assert_eq!(people(text, at_a_time, || 2), (len, codes.to_owned()));
            }
        }
    }
}
