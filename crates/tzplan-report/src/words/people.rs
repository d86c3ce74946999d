//! How people and places are named: profiles folded, names cut and clean.

use tzplan::{MemberRef, PreparedTeam, ProfileId};

use super::{clean, dates};

/// Columns a name may take in running text.
const NAME: usize = 24;
/// Columns a place may take.
const PLACE: usize = 16;

/// Whether names are cut to the columns there are for them.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Names {
    /// On a terminal, where a long one would push the numbers off the line.
    Cut,
    /// In a document, where whoever shows it breaks lines.
    Whole,
}

impl Names {
    /// The columns of a name, of so many that a terminal has for it.
    pub(crate) fn room(self, columns: usize) -> usize {
        match self {
            Self::Cut => columns,
            Self::Whole => usize::MAX,
        }
    }

    /// A string of a roster, clean; right-to-left text in an isolate.
    pub(crate) fn fit(self, text: &str, columns: usize) -> String {
        clean::fit(text, self.room(columns))
    }

    /// A clean text.
    pub(crate) fn cut(self, text: &str, columns: usize) -> String {
        clean::cut(text, self.room(columns))
    }
}

/// Names for the profiles of a team.
#[derive(Clone, Copy, Debug)]
pub(crate) struct People<'p> {
    prepared: &'p PreparedTeam,
    pub(crate) names: Names,
}

impl<'p> People<'p> {
    pub(crate) fn of(prepared: &'p PreparedTeam, names: Names) -> Self {
        Self { prepared, names }
    }

    /// Its required members, or all of a profile of optional members.
    pub(crate) fn heads(&self, id: ProfileId) -> u32 {
        let profile = self.prepared.profile(id);
        if profile.required() > 0 { profile.required() } else { profile.optional() }
    }

    /// Heads of several profiles.
    pub(crate) fn heads_of(&self, ids: impl IntoIterator<Item = ProfileId>) -> usize {
        ids.into_iter().map(|id| self.heads(id) as usize).sum()
    }

    /// Whether only optional members have it.
    pub(crate) fn is_optional(&self, id: ProfileId) -> bool {
        self.prepared.profile(id).required() == 0
    }

    /// The first member's name: `Ana`.
    pub(crate) fn first(&self, id: ProfileId) -> String {
        self.first_in(id, NAME)
    }

    fn first_in(&self, id: ProfileId, columns: usize) -> String {
        self.name_in(self.prepared.profile(id).first_member().index(), columns)
    }

    /// A member with so many others: `Ana +3`.
    pub(crate) fn member(&self, index: usize, others: usize) -> String {
        let tail = if others > 0 { format!(" +{}", dates::number(others as u64)) } else { String::new() };
        self.name_in(index, NAME.saturating_sub(clean::width(&tail)).max(2)) + &tail
    }

    fn name_in(&self, index: usize, columns: usize) -> String {
        let name = self.prepared.team().member(index).map_or("", |member| member.name());
        match self.names.fit(name, columns) {
            empty if empty.is_empty() => self.names.cut(&format!("member {}", index + 1), columns),
            name => name,
        }
    }

    /// How names are shown.
    pub(crate) fn names(&self) -> Names {
        self.names
    }

    /// The profile in so many columns: `Ana +3`, `Max (optional)`.
    pub(crate) fn label_in(&self, id: ProfileId, columns: usize) -> String {
        let others = self.heads(id).saturating_sub(1);
        let mut tail = String::new();
        if others > 0 {
            tail.push_str(&format!(" +{}", dates::number(others.into())));
        }
        if self.is_optional(id) {
            tail.push_str(" (optional)");
        }
        let room = columns.saturating_sub(clean::width(&tail)).max(2);
        self.first_in(id, room) + &tail
    }

    /// The profile in running text: `Ana +3`.
    pub(crate) fn label(&self, id: ProfileId) -> String {
        self.label_in(id, NAME)
    }

    /// Some profiles by name, then how many more: `Ana, Ben +3 and 12 more`.
    pub(crate) fn list(&self, ids: &[ProfileId], most: usize) -> String {
        let shown = if ids.len() <= most + 1 { ids.len() } else { most };
        let mut names: Vec<String> = ids[..shown].iter().map(|id| self.label(*id)).collect();
        let left = self.heads_of(ids[shown..].iter().copied());
        if left > 0 {
            names.push(format!("{} more", dates::number(left as u64)));
        }
        and(&names)
    }

    /// Where the first member works, as the roster has it: `Berlin`, `Bangalore`, `UTC+05:30`.
    pub(crate) fn place(&self, id: ProfileId) -> String {
        let index = self.prepared.profile(id).first_member().index();
        let place = self.prepared.team().member(index).map(place_of);
        self.names.fit(&place.unwrap_or_default(), PLACE)
    }
}

/// Everybody as profiles, required ones first in roster order; where there are too many, those of most
/// members. The second part is left out.
pub(crate) fn bars(prepared: &PreparedTeam, most: usize) -> (Vec<ProfileId>, Vec<ProfileId>) {
    // Nobody is named.
    let people = People::of(prepared, Names::Cut);
    let mut rows = everybody(prepared);
    if rows.len() <= most + 1 {
        return (rows, Vec::new());
    }
    // Stable: roster order among equals.
    rows.sort_by_key(|id| (people.is_optional(*id), std::cmp::Reverse(people.heads(*id))));
    let left = rows.split_off(most);
    (rows, left)
}

/// The profiles with members, required ones first, in roster order.
pub(crate) fn everybody(prepared: &PreparedTeam) -> Vec<ProfileId> {
    let team = prepared.team();
    let optional = prepared.profiles().iter().filter(|p| p.required() == 0 && p.optional() > 0);
    let mut first: Vec<usize> = optional.map(|profile| profile.first_member().index()).collect();
    first.sort_unstable();
    let optional = first.into_iter().filter_map(|index| team.member(index));
    prepared.required().iter().copied().chain(optional.map(|member| prepared.profile_of(member))).collect()
}

/// Where a member lives: the place as typed, its first part where there are several (`Austin` of `Austin, TX`), or else
/// the city of the zone.
pub(crate) fn place_of(member: MemberRef<'_>) -> String {
    member.place().map_or_else(|| place(&member.schedule().zone().name()), first_part)
}

/// `Austin` of `Austin, TX`.
pub(crate) fn first_part(place: &str) -> String {
    place.split(',').map(str::trim).find(|part| !part.is_empty()).unwrap_or(place).to_owned()
}

/// The city of an IANA id; other names as they are.
pub(crate) fn place(zone: &str) -> String {
    const CONTINENTS: [&str; 10] = [
        "Africa",
        "America",
        "Antarctica",
        "Arctic",
        "Asia",
        "Atlantic",
        "Australia",
        "Europe",
        "Indian",
        "Pacific",
    ];
    match zone.split_once('/') {
        Some((continent, rest)) if CONTINENTS.contains(&continent) => {
            rest.rsplit('/').next().unwrap_or(rest).replace('_', " ")
        }
        _ => zone.to_owned(),
    }
}

/// `a`, `a and b`, `a, b and c`.
pub(crate) fn and(names: &[String]) -> String {
    match names {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., last] => format!("{} and {last}", first.join(", ")),
    }
}
