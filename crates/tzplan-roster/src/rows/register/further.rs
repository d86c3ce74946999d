//! Further rows of one person: what they add, and what they contradict.

use rustc_hash::FxHashMap;
use tzplan::{Attendance, Schedule, ScheduleId};

use super::{FurtherRow, NewMember, Register};
use crate::assumption::Assumptions;
use crate::cells::KeptRow;
use crate::columns::Field;
use crate::diagnostic::Severity;
use crate::faults::Fault;
use crate::rows::difference;
use crate::rows::written::{Reread, SaidAnew, Written};

/// Something that contradicts an earlier row of the same person.
pub(in crate::rows) struct Difference {
    pub(in crate::rows) line: u64,
    pub(in crate::rows) field: Field,
    pub(in crate::rows) fault: Fault,
    /// The row, where its text was kept.
    pub(in crate::rows) row: Option<KeptRow<'static>>,
}

/// What further rows add to a member.
pub(super) struct Further {
    schedules: Vec<ScheduleId>,
    attendance: Attendance,
}

impl Register<'_> {
    /// Remembers a further row of a member.
    pub(super) fn note(&mut self, member: u32, name: &str, entry: &NewMember, row: Option<KeptRow<'_>>) {
        if self.contradicts(member, name, entry, row) {
            return;
        }
        self.further_rows.push(FurtherRow { line: entry.line, member, schedule: entry.schedule });
        let further = self
            .further
            .entry(member)
            .or_insert_with(|| Further { schedules: Vec::new(), attendance: entry.attendance });
        if further.schedules.last() != Some(&entry.schedule) {
            further.schedules.push(entry.schedule);
        }
        further.attendance = stronger(further.attendance, entry.attendance);
    }

    /// Finds what a further row of a member contradicts; `true` when it cannot be joined for that.
    fn contradicts(&mut self, member: u32, name: &str, entry: &NewMember, text: Option<KeptRow<'_>>) -> bool {
        let Some(known) = self.team.member(member as usize) else { return false };
        let attendance = match (known.attendance(), self.further.get(&member)) {
            (first, Some(further)) => stronger(first, further.attendance),
            (first, None) => first,
        };
        let line = self.first_line(member);
        let NewMember { team, role, .. } = *entry;
        let schedule = self.team.schedule(entry.schedule);
        let row = difference::Further {
            name,
            attendance: entry.attendance,
            schedule,
            team,
            role,
            line: entry.line,
        };
        let found = difference::differences(&difference::Known { member: known, attendance, line }, &row);
        let line = entry.line;
        let is_wrong = found.iter().any(|(_, fault)| fault.severity == Severity::Error);
        let text = text.filter(|_| !found.is_empty()).map(KeptRow::into_owned);
        self.differences.extend(found.into_iter().map(|(field, fault)| Difference {
            line,
            field,
            fault,
            row: text.clone(),
        }));
        is_wrong
    }

    /// Whether there are differences to [take](Self::take_differences).
    pub(in crate::rows) fn has_differences(&self) -> bool {
        !self.differences.is_empty()
    }

    /// What was found to contradict since the last call.
    pub(in crate::rows) fn take_differences(&mut self) -> Vec<Difference> {
        std::mem::take(&mut self.differences)
    }

    /// Joins the further rows to their members: one union for each set of schedules, not one a row. Bare
    /// hours are read by all rows of a person, and what was assumed of them is said anew.
    pub(in crate::rows) fn join(
        &mut self,
        written: &Written,
        assumptions: &mut Assumptions,
    ) -> Vec<SaidAnew> {
        let mut members: Vec<_> = self.further.drain().collect();
        members.sort_unstable_by_key(|(member, _)| *member);
        let mut joined: FxHashMap<Vec<ScheduleId>, ScheduleId> = FxHashMap::default();
        let lines = self.lines_of_nights(written);
        let mut said = Vec::new();
        for (member, further) in members {
            let mut ids = further.schedules;
            ids.sort_unstable();
            ids.dedup();
            if let Some(rows) = lines.get(&member) {
                ids = self.settle_hours(member, ids, written, &mut |before, reread| {
                    for (_, line) in rows.iter().filter(|(schedule, _)| *schedule == before) {
                        said.extend(reread.say(*line, assumptions));
                    }
                });
            }
            let all = match (ids.as_slice(), joined.get(&ids)) {
                (_, Some(id)) | ([id], None) => *id,
                (_, None) => {
                    let all = union(ids.iter().map(|id| self.team.schedule(*id).clone()).collect());
                    let id = self.team.intern(all);
                    joined.insert(ids, id);
                    id
                }
            };
            self.team.join(member as usize, all, further.attendance);
        }
        said
    }

    /// Reads the bare hours of a member's rows by one another; the schedules of the further rows that come of it.
    fn settle_hours(
        &mut self,
        member: u32,
        further: Vec<ScheduleId>,
        written: &Written,
        tell: &mut dyn FnMut(ScheduleId, &Reread),
    ) -> Vec<ScheduleId> {
        let Some(first) = self.team.member(member as usize).map(tzplan::MemberRef::schedule_id) else {
            return further;
        };
        let mut ids = vec![first];
        ids.extend(further.into_iter().filter(|id| *id != first));
        let before = ids.clone();
        for reread in written.settle(&mut ids, &mut self.team) {
            tell(before[reread.place], &reread);
        }
        self.team.set_schedule(member as usize, ids[0]);
        ids.sort_unstable();
        ids.dedup();
        ids
    }

    /// The rows of people with several rows whose bare hours begin in the night, by member.
    fn lines_of_nights(&self, written: &Written) -> FxHashMap<u32, Vec<(ScheduleId, u64)>> {
        let mut lines: FxHashMap<u32, Vec<(ScheduleId, u64)>> = FxHashMap::default();
        if written.has_no_nights() {
            return lines;
        }
        for FurtherRow { line, member, schedule } in &self.further_rows {
            let known = lines.entry(*member).or_insert_with(|| {
                let first = self.team.member(*member as usize).map(tzplan::MemberRef::schedule_id);
                first.map(|first| (first, self.first_line(*member))).into_iter().collect()
            });
            known.push((*schedule, *line));
        }
        lines.retain(|_, rows| rows.iter().any(|(schedule, _)| written.is_of_night(*schedule)));
        lines
    }

    /// The line of a member's first row.
    fn first_line(&self, member: u32) -> u64 {
        let after = self.lines.partition_point(|(first, _)| *first <= member);
        let line = after.checked_sub(1).and_then(|place| self.lines.get(place));
        line.map_or(0, |(first, line)| line + u64::from(member - first))
    }
}

/// Required if any row is; a row that says nothing outweighs one that says optional.
fn stronger(one: Attendance, other: Attendance) -> Attendance {
    match (one, other) {
        (Attendance::Required, _) | (_, Attendance::Required) => Attendance::Required,
        (Attendance::Unmarked, _) | (_, Attendance::Unmarked) => Attendance::Unmarked,
        _ => Attendance::Optional,
    }
}

/// The union of schedules, in their order; halves first, so that many do not cost their square.
fn union(mut schedules: Vec<Schedule>) -> Schedule {
    while schedules.len() > 1 {
        let pairs = schedules.chunks(2);
        schedules = pairs.map(|pair| pair[1..].iter().fold(pair[0].clone(), |a, b| a.union(b))).collect();
    }
    schedules.swap_remove(0)
}
