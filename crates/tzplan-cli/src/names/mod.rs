//! Members by name, as people type them on the command line.

mod index;
mod near;

use std::cell::{Cell, OnceCell};

use tzplan::Team;
use tzplan_report::Who;
use tzplan_roster::{Roster, clean};

use index::Index;
pub use near::near;
use near::near_names;

/// The most names or rows listed in a message.
const MOST: usize = 3;
/// The largest team of which a message lists everybody.
const FEW: usize = 8;
/// The most characters of a name in a message.
const LONGEST: usize = 60;

/// A name that is nobody's is compared with everybody's, once or until so many comparisons were made.
const MOST_COMPARED: usize = 1_000_000;

/// Whom a name means.
enum Meant {
    /// The member at this place.
    One(usize),
    /// The first member of a row.
    Row(usize),
    /// Several have the name.
    Several,
    /// It is the first name of several.
    FirstName,
    NoRow,
    Nobody,
}

/// The members of a team by name, and by the rows of the file they were read from.
pub(crate) struct Names<'a> {
    team: &'a Team,
    row: Box<dyn Fn(usize) -> Option<u64> + 'a>,
    in_row: Box<dyn Fn(u64) -> Option<usize> + 'a>,
    index: OnceCell<Index<'a>>,
    /// How many names were looked at to say why one is nobody's.
    compared: Cell<usize>,
}

impl<'a> Names<'a> {
    /// The people of a roster as it was read.
    pub(crate) fn of(roster: &'a Roster) -> Self {
        Self::new(&roster.team, |member| roster.row(member), |row| roster.member_in_row(row))
    }

    /// `row` is the (first) row of the member at a place, `in_row` the place of whoever stands in a row;
    /// somebody who was added has none.
    pub(crate) fn new(
        team: &'a Team,
        row: impl Fn(usize) -> Option<u64> + 'a,
        in_row: impl Fn(u64) -> Option<usize> + 'a,
    ) -> Self {
        let (index, compared) = (OnceCell::new(), Cell::new(0));
        Self { team, row: Box::new(row), in_row: Box::new(in_row), index, compared }
    }

    /// The place of the one member of a name: exactly, else whatever the case, else of a row `#12`, else of
    /// the one whose first name it is.
    pub(crate) fn find(&self, name: &str) -> Result<usize, String> {
        self.one(name).ok_or_else(|| self.why_not(name))
    }

    /// The same without the words why there is none.
    pub(crate) fn one(&self, name: &str) -> Option<usize> {
        let wanted = clean(name);
        if wanted.is_empty() {
            return None;
        }
        match self.meant(&wanted) {
            Meant::One(place) => Some(place),
            Meant::Row(first) => (!self.is_counted(first)).then_some(first),
            _ => None,
        }
    }

    /// The places of all who have a name, whatever its case.
    pub(crate) fn called(&self, name: &str) -> Vec<usize> {
        self.index().whatever_the_case(name).collect()
    }

    /// The name of a member, with the row where others have the name too.
    pub(crate) fn who(&self, member: usize) -> Who {
        let name = self.name(member);
        let shared = self.index().exact(name).len() > 1;
        Who { name: name.to_owned(), row: (self.row)(member).filter(|_| shared) }
    }

    fn name(&self, member: usize) -> &'a str {
        self.team.member(member).map_or("", |member| member.name())
    }

    fn index(&self) -> &Index<'a> {
        self.index.get_or_init(|| Index::of(self.team))
    }

    fn meant(&self, wanted: &str) -> Meant {
        let index = self.index();
        let one_of = |places: &mut dyn ExactSizeIterator<Item = usize>| match (places.next(), places.len()) {
            (None, _) => None,
            (Some(only), 0) => Some(Meant::One(only)),
            _ => Some(Meant::Several),
        };
        one_of(&mut index.exact(wanted).iter().copied())
            .or_else(|| one_of(&mut index.whatever_the_case(wanted)))
            .unwrap_or_else(|| match wanted.strip_prefix('#') {
                Some(row) => self.in_row(row).map_or(Meant::NoRow, Meant::Row),
                None => one_of(&mut index.of_first_name(wanted)).map_or(Meant::Nobody, |meant| match meant {
                    Meant::Several => Meant::FirstName,
                    meant => meant,
                }),
            })
    }

    /// Whether others stand in the row of its first member.
    fn is_counted(&self, first: usize) -> bool {
        let row = (self.row)(first);
        row.is_some() && first + 1 < self.team.len() && (self.row)(first + 1) == row
    }

    fn why_not(&self, name: &str) -> String {
        let wanted = &*clean(name);
        if wanted.is_empty() {
            return "it names nobody; write a name of the roster".to_owned();
        }
        // Each of these may look at everybody's.
        let before = self.compared.replace(self.compared.get() + self.team.len());
        if before > 0 && before + self.team.len() > MOST_COMPARED {
            return format!("`{}` is not the name of one member", cut(wanted));
        }
        match self.meant(wanted) {
            Meant::Row(first) => self.counted_row(wanted, first),
            Meant::NoRow => self.no_such_row(wanted),
            Meant::FirstName => self.of_several(wanted),
            Meant::Several => self.ambiguous(wanted),
            Meant::Nobody | Meant::One(_) => self.unknown(wanted),
        }
    }

    fn of_several(&self, wanted: &str) -> String {
        let mut several: Vec<usize> = self.index().of_first_name(wanted).collect();
        several.sort_unstable();
        let names: Vec<String> = several.iter().take(MOST).map(|member| cut(self.name(*member))).collect();
        let left = several.len() - names.len();
        let left = if left > 0 { format!(" (and {left} more)") } else { String::new() };
        let (wanted, count) = (cut(wanted), several.len());
        format!(
            "`{wanted}` is the first name of {count} people; write the whole name: {}{left}",
            listed(&names, "or")
        )
    }

    fn in_row(&self, digits: &str) -> Option<usize> {
        (self.in_row)(digits.trim().parse().ok()?)
    }

    fn counted_row(&self, wanted: &str, first: usize) -> String {
        let row = (self.row)(first);
        let count = (first..self.team.len()).take_while(|member| (self.row)(*member) == row).count();
        let (wanted, name) = (cut(wanted), cut(self.name(first)));
        format!("row `{wanted}` counts {count} people; write one of their names, such as `{name}`")
    }

    fn no_such_row(&self, wanted: &str) -> String {
        let rows = || (0..self.team.len()).filter_map(|member| (self.row)(member));
        let range = match (rows().min(), rows().max()) {
            (Some(first), Some(last)) => format!("; people stand in rows {first} to {last} of the file"),
            _ => String::new(),
        };
        format!("nobody's row is `{}`{range}", cut(wanted))
    }

    fn ambiguous(&self, wanted: &str) -> String {
        let mut several = self.index().exact(wanted).to_vec();
        if several.is_empty() {
            several = self.called(wanted);
        }
        let rows: Vec<String> =
            several.iter().filter_map(|member| (self.row)(*member)).map(|row| format!("#{row}")).collect();
        let shown = if rows.len() <= MOST + 1 { rows.len() } else { MOST };
        let left =
            if shown < rows.len() { format!(" (and {} more)", rows.len() - shown) } else { String::new() };
        let (wanted, count) = (cut(wanted), several.len());
        let rows = listed(&rows[..shown], "or");
        format!("`{wanted}` is the name of {count} people; write their row instead: {rows}{left}")
    }

    fn unknown(&self, wanted: &str) -> String {
        let near: Vec<String> = near_names(self.team, wanted).into_iter().map(cut).collect();
        let help = if !near.is_empty() {
            format!(" — did you mean {}?", listed(&near, "or"))
        } else if self.team.len() <= FEW {
            let all: Vec<String> = self.team.members().map(|member| cut(member.name())).collect();
            format!("; the roster has {}", listed(&all, "and"))
        } else {
            "; write the whole name, or the row of the file as in #12".to_owned()
        };
        format!("nobody is called `{}`{help}", cut(wanted))
    }
}

/// A text as a message shows it: without what nobody sees or what turns its direction, and at most 60
/// characters of it.
pub fn cut(text: &str) -> String {
    let text = clean(text);
    match text.char_indices().nth(LONGEST) {
        Some((end, _)) => format!("{}…", &text[..end]),
        None => text.into_owned(),
    }
}

/// `A`, `A or B`, `A, B or C`.
pub(crate) fn listed(words: &[String], last: &str) -> String {
    match words {
        [] => String::new(),
        [only] => only.clone(),
        [first @ .., end] => format!("{} {last} {end}", first.join(", ")),
    }
}
