//! The register: members on their way into the team, and rows that are one person.

use rustc_hash::FxHashMap;
use tzplan::team::{LabelId, TeamBuilder};
use tzplan::{Attendance, Schedule, ScheduleId, Team};

use super::difference;
use crate::cells::KeptRow;
use crate::columns::Field;
use crate::diagnostic::Severity;
use crate::fast_path::{Labels, LookedUp, MemberAddresses, RowBlock};
use crate::faults::Fault;
use crate::options::Choose;

/// The team so far.
#[derive(Default)]
pub(super) struct Register<'c> {
    pub(super) team: TeamBuilder,
    /// Where the lines of members do not follow one another.
    lines: Vec<(u32, u64)>,
    next_line: u64,
    /// Rows with addresses that are not members yet.
    waiting: RowBlock<NewMember>,
    team_labels: Labels,
    /// The bytes of all names.
    names: usize,
    further: FxHashMap<u32, Further>,
    /// The lines of further rows, each with its member.
    further_lines: Vec<(u64, u32)>,
    /// What rows of one person say that contradicts.
    differences: Vec<Difference>,
    /// Rows that may be one person with the row before, without an address that says so.
    namesakes: Namesakes,
    /// Which rows are kept, where not all are.
    choose: Option<Choose<'c>>,
}

/// The team that came of it; see [`Roster`](crate::Roster) for the lines.
pub(super) struct Registered {
    pub(super) team: Team,
    pub(super) lines: Vec<(u32, u64)>,
    pub(super) further_lines: Vec<(u64, u32)>,
    pub(super) addresses: MemberAddresses,
}

/// A row that is to be a member.
#[derive(Clone, Copy)]
pub(super) struct NewMember {
    pub(super) schedule: ScheduleId,
    pub(super) attendance: Attendance,
    /// The team's label; `None` until the row is looked up.
    pub(super) team: Option<LabelId>,
    pub(super) role: Option<LabelId>,
    /// The home as typed.
    pub(super) home: Option<LabelId>,
    pub(super) line: u64,
}

/// Something that contradicts an earlier row of the same person.
pub(super) struct Difference {
    pub(super) line: u64,
    pub(super) field: Field,
    pub(super) fault: Fault,
    /// The row, where its text was kept.
    pub(super) row: Option<KeptRow<'static>>,
}

/// What further rows add to a member.
struct Further {
    schedules: Vec<ScheduleId>,
    attendance: Attendance,
}

/// Rows with the name and the zone of the row before.
#[derive(Default)]
pub(super) struct Namesakes {
    pub(super) count: usize,
    /// The name and the line of the first.
    pub(super) first: Option<(String, u64)>,
}

/// Names, addresses or members beyond what 32 bits count.
pub(super) struct TooLarge;

impl<'c> Register<'c> {
    pub(super) fn new(choose: Option<Choose<'c>>) -> Self {
        Self { choose, ..Self::default() }
    }

    /// Enters a row with the cell of its team; `email` is `None` where the file has no such column. A row
    /// whose `text` is kept may wait for others.
    pub(super) fn enter(
        &mut self,
        name: &str,
        email: Option<&[u8]>,
        team: &[u8],
        mut entry: NewMember,
        text: Option<&KeptRow<'_>>,
    ) -> Result<(), TooLarge> {
        let full = self.team.len() + self.waiting.len() >= u32::MAX as usize;
        if full || name.len() > u32::MAX as usize - self.names {
            return Err(TooLarge);
        }
        self.names += name.len();
        let Some(email) = email else {
            // Where rows can be one person, nobody is known before the last one: then all are kept.
            let is_kept = self
                .choose
                .as_mut()
                .is_none_or(|choose| choose(self.team.schedule(entry.schedule), entry.schedule));
            if is_kept {
                entry.team = self.team_labels.read(team, &mut self.team);
                self.compare_with_last(name, &entry);
                self.add(name, &entry);
            }
            return Ok(());
        };
        if !self.waiting.has_room(email) {
            return Err(TooLarge);
        }
        if self.waiting.push(name, email, team, entry, text) {
            self.settle();
        }
        Ok(())
    }

    /// The team, where the lines of its members do not follow one another, and the lines of further rows. All
    /// rows are [settled](Self::settle).
    pub(super) fn finish(mut self) -> Registered {
        self.join();
        Registered {
            team: self.team.build(),
            lines: self.lines,
            further_lines: self.further_lines,
            addresses: self.waiting.finish(),
        }
    }

    /// Counts a row with the name and the zone of the row before.
    fn compare_with_last(&mut self, name: &str, entry: &NewMember) {
        let Some(last) = self.team.len().checked_sub(1).and_then(|last| self.team.member(last)) else {
            return;
        };
        let follows = entry.line == self.next_line && last.name() == name;
        if follows && last.schedule().zone() == self.team.schedule(entry.schedule).zone() {
            self.namesakes.count += 1;
            self.namesakes.first.get_or_insert_with(|| (name.to_owned(), entry.line));
        }
    }

    /// Rows that may be one person with the row before.
    pub(super) fn namesakes(&self) -> &Namesakes {
        &self.namesakes
    }

    fn add(&mut self, name: &str, entry: &NewMember) {
        if entry.line != self.next_line {
            self.lines.push((self.team.len() as u32, entry.line));
        }
        self.next_line = entry.line + 1;
        self.team.add_row(name, entry.schedule, entry.attendance, entry.team, entry.role);
        if let Some(home) = entry.home {
            self.team.set_place(self.team.len() - 1, home);
        }
    }

    /// Makes members, or further rows of members, of the rows that wait.
    pub(super) fn settle(&mut self) {
        // Taken out so that the rest of `self` can change.
        let mut waiting = std::mem::take(&mut self.waiting);
        self.team_labels.warm(waiting.teams());
        waiting.settle(|LookedUp { member, name, team, mut entry, text }| {
            entry.team = self.team_labels.read(team, &mut self.team);
            match member {
                Some(member) => self.note(member, name, &entry, text),
                None => self.add(name, &entry),
            }
        });
        self.waiting = waiting;
    }

    /// Remembers a further row of a member.
    fn note(&mut self, member: u32, name: &str, entry: &NewMember, row: Option<KeptRow<'_>>) {
        if self.contradicts(member, name, entry, row) {
            return;
        }
        self.further_lines.push((entry.line, member));
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
        let after = self.lines.partition_point(|(first, _)| *first <= member);
        let line = after.checked_sub(1).and_then(|place| self.lines.get(place));
        let line = line.map_or(0, |(first, line)| line + u64::from(member - first));
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
    pub(super) fn has_differences(&self) -> bool {
        !self.differences.is_empty()
    }

    /// What was found to contradict since the last call.
    pub(super) fn take_differences(&mut self) -> Vec<Difference> {
        std::mem::take(&mut self.differences)
    }

    /// Joins the further rows to their members: one union for each set of schedules, not one a row.
    fn join(&mut self) {
        let mut members: Vec<_> = self.further.drain().collect();
        members.sort_unstable_by_key(|(member, _)| *member);
        let mut joined: FxHashMap<Vec<ScheduleId>, ScheduleId> = FxHashMap::default();
        for (member, further) in members {
            let mut ids = further.schedules;
            ids.sort_unstable();
            ids.dedup();
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
