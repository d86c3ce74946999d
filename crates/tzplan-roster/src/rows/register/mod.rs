//! The register: members on their way into the team, and rows that are one person.

mod further;

use rustc_hash::FxHashMap;
use tzplan::team::{LabelId, TeamBuilder};
use tzplan::{Attendance, ScheduleId, Team};

use crate::cells::KeptRow;
use crate::fast_path::{Labels, LookedUp, MemberAddresses, RowBlock};
use crate::options::Choose;
use crate::roster::FurtherRow;
pub(super) use further::Difference;
use further::Further;

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
    /// The further rows of members, in their order.
    further_rows: Vec<FurtherRow>,
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
    pub(super) further_rows: Vec<FurtherRow>,
    pub(super) addresses: MemberAddresses,
    /// Spellings of teams that are joined with the first one.
    pub(super) joined_teams: Vec<(String, String)>,
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

    /// Enters a row with its name, which is UTF-8, and the cell of its team; `email` is `None` where the file
    /// has no such column. A row whose `text` is kept may wait for others.
    pub(super) fn enter(
        &mut self,
        name: &[u8],
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
                let name = crate::cells::text(name);
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
    /// rows are [settled](Self::settle), and those of one person are [joined](Self::join).
    pub(super) fn finish(self) -> Registered {
        let joined_teams = self.team_labels.joined;
        Registered {
            team: self.team.build(),
            lines: self.lines,
            further_rows: self.further_rows,
            addresses: self.waiting.finish(),
            joined_teams,
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
        waiting.look_up(&mut self.team_labels);
        waiting.settle(|LookedUp { member, has_address, name, team, label, mut entry, text }| {
            entry.team = label.or_else(|| self.team_labels.read(team, &mut self.team));
            match member {
                Some(member) => self.note(member, name, &entry, text),
                None => {
                    if !has_address {
                        self.compare_with_last(name, &entry);
                    }
                    self.add(name, &entry);
                }
            }
        });
        self.waiting = waiting;
    }
}
