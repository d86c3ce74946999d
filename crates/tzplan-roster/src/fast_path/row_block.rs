//! Rows with addresses, looked up a block at a time.

use tzplan::team::LabelId;

use super::addresses::{Address, Addresses, Found, MemberAddresses};
use super::labels::Labels;
use crate::cells::{KeptRow, text};

/// Rows on their way to members: those of one address are one member. They wait until there are enough to be
/// looked up together.
pub(crate) struct RowBlock<E> {
    addresses: Addresses,
    waiting: Vec<Waiting<E>>,
    /// The names of these rows, one behind the other, and their texts.
    names: Vec<u8>,
    texts: Vec<u8>,
    separator: u8,
    /// Their cells of the team, one behind the other.
    teams: Vec<u8>,
    /// What is known of their addresses, and of their teams.
    found: Vec<Found>,
    labels: Vec<Option<LabelId>>,
}

struct Waiting<E> {
    address: Address,
    /// Where its name, its text and its team end.
    name_end: u32,
    text_end: usize,
    team_end: usize,
    line: u64,
    entry: E,
}

/// A row that has been looked up.
pub(crate) struct LookedUp<'r, E> {
    /// The member that has its address; `None` where the next member has it.
    pub(crate) member: Option<u32>,
    /// Whether it has an address.
    pub(crate) has_address: bool,
    pub(crate) name: &'r str,
    /// The cell of the team, and its label where that is remembered.
    pub(crate) team: &'r [u8],
    pub(crate) label: Option<LabelId>,
    pub(crate) entry: E,
    pub(crate) text: Option<KeptRow<'r>>,
}

/// How many rows are looked up together.
const BLOCK: usize = 256;

impl<E> Default for RowBlock<E> {
    fn default() -> Self {
        Self {
            addresses: Addresses::default(),
            waiting: Vec::new(),
            names: Vec::new(),
            texts: Vec::new(),
            separator: b',',
            teams: Vec::new(),
            found: Vec::new(),
            labels: Vec::new(),
        }
    }
}

impl<E: Copy> RowBlock<E> {
    /// How many rows wait.
    pub(crate) fn len(&self) -> usize {
        self.waiting.len()
    }

    /// Whether an address still fits.
    pub(crate) fn has_room(&self, email: &[u8]) -> bool {
        self.addresses.has_room(email)
    }

    /// Takes a row in; `true` when the block must be [settled](Self::settle) now. Rows wait only if their
    /// text is kept: what is found wrong with them later is shown in it.
    pub(crate) fn push(
        &mut self,
        name: &[u8],
        email: &[u8],
        team: &[u8],
        entry: E,
        text: Option<&KeptRow<'_>>,
    ) -> bool {
        let address = self.addresses.fold(email);
        self.names.extend_from_slice(name);
        if let Some(text) = text {
            let (text, separator) = text.parts();
            self.texts.extend_from_slice(text);
            self.separator = separator;
        }
        self.teams.extend_from_slice(team);
        let (name_end, text_end) = (self.names.len() as u32, self.texts.len());
        let team_end = self.teams.len();
        let line = text.map_or(0, KeptRow::line);
        self.waiting.push(Waiting { address, name_end, text_end, team_end, line, entry });
        self.waiting.len() == BLOCK || text.is_none()
    }

    /// The addresses of the members; all rows are [settled](Self::settle).
    pub(crate) fn finish(self) -> MemberAddresses {
        self.addresses.finish()
    }

    /// Looks up what is known of the rows that wait: their addresses, and their teams among these labels.
    pub(crate) fn look_up(&mut self, labels: &mut Labels) {
        self.addresses.find_all(self.waiting.iter().map(|row| row.address), &mut self.found);
        let teams = self.waiting.iter().scan(0, |start, row| {
            let from = std::mem::replace(start, row.team_end);
            Some(&self.teams[from..row.team_end])
        });
        labels.find_all(teams, &mut self.labels);
    }

    /// Hands out the rows that wait, in their order. They are [looked up](Self::look_up).
    pub(crate) fn settle(&mut self, mut take: impl FnMut(LookedUp<'_, E>)) {
        let names = text(&self.names);
        let (mut name_start, mut text_start, mut team_start) = (0, 0, 0);
        for (row, (found, label)) in self.waiting.iter().zip(self.found.iter().zip(&self.labels)) {
            let text = &self.texts[text_start..row.text_end];
            take(LookedUp {
                member: self.addresses.find_or_add(row.address, *found),
                has_address: !row.address.is_empty(),
                name: names.get(name_start..row.name_end as usize).unwrap_or_default(),
                team: &self.teams[team_start..row.team_end],
                label: *label,
                entry: row.entry,
                text: (!text.is_empty()).then(|| KeptRow::new(text, self.separator, row.line)),
            });
            (name_start, text_start, team_start) = (row.name_end as usize, row.text_end, row.team_end);
        }
        self.addresses.settle();
        self.waiting.clear();
        self.names.clear();
        self.texts.clear();
        self.teams.clear();
    }
}
