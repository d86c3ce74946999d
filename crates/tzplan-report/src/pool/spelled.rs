//! What all candidates of one schedule share, spelled once: there may be a million of them with a few hundred
//! schedules.

use std::io;

use tzplan::ScheduleId;

/// The texts of the schedules so far, by their places in the pool.
#[derive(Default)]
pub(super) struct Spelled(Vec<Option<Box<[u8]>>>);

impl Spelled {
    /// The text of a schedule, which is spelled where it is not known yet.
    pub(super) fn of(
        &mut self,
        schedule: ScheduleId,
        spell: impl FnOnce() -> io::Result<Vec<u8>>,
    ) -> io::Result<&[u8]> {
        let place = schedule.index();
        if self.0.len() <= place {
            self.0.resize_with(place + 1, || None);
        }
        let text = &mut self.0[place];
        if text.is_none() {
            *text = Some(spell()?.into());
        }
        Ok(text.as_deref().unwrap_or_default())
    }
}

/// Lines on their way out, so many bytes at a time.
pub(super) struct Block<'o> {
    pub(super) text: Vec<u8>,
    out: &'o mut dyn io::Write,
}

/// Bytes written at once.
const ENOUGH: usize = 1 << 15;

impl<'o> Block<'o> {
    pub(super) fn new(out: &'o mut dyn io::Write) -> Self {
        Self { text: Vec::with_capacity(2 * ENOUGH), out }
    }

    /// Writes what there is, once that is enough.
    pub(super) fn pass(&mut self) -> io::Result<()> {
        if self.text.len() >= ENOUGH { self.finish() } else { Ok(()) }
    }

    /// Writes what there is.
    pub(super) fn finish(&mut self) -> io::Result<()> {
        self.out.write_all(&self.text)?;
        self.text.clear();
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_schedule_is_spelled_once() {
        use tzplan::{Member, Team, Zone};
        let mut team = Team::new();
        ["Asia/Tokyo", "UTC", "Asia/Tokyo"].into_iter().enumerate().for_each(|(at, id)| {
            team.add(Member::new(at.to_string(), Zone::iana(id).expect("an id")));
        });
        let (mut spelled, mut calls) = (Spelled::default(), 0);
        // The last one first: places may be asked for in any order.
        let texts: Vec<Vec<u8>> = [2, 1, 0, 1]
            .map(|at| team.member(at).expect("a member"))
            .map(|member| {
                let spell = || {
                    calls += 1;
                    Ok(member.schedule().zone().name().into_bytes())
                };
                spelled.of(member.schedule_id(), spell).expect("a text").to_vec()
            })
            .to_vec();
        assert_eq!(texts, [&b"Asia/Tokyo"[..], b"UTC", b"Asia/Tokyo", b"UTC"]);
        assert_eq!(calls, 2);
    }

    #[test]
    fn a_block_is_written_whole_and_once() {
        let mut out = Vec::new();
        let mut block = Block::new(&mut out);
        for line in 0..9000 {
            block.text.extend_from_slice(format!("{line}\n").as_bytes());
            block.pass().expect("written to memory");
        }
        block.finish().expect("written to memory");
        let expected: String = (0..9000).map(|line| format!("{line}\n")).collect();
        assert_eq!(String::from_utf8(out).expect("text"), expected);
    }
}
