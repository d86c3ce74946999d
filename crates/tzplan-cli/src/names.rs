//! Members by name, as people type them on the command line.

use tzplan::{MemberRef, Team};
use tzplan_report::Who;
use tzplan_roster::{Roster, clean};

/// The most names or rows listed in a message.
const MOST: usize = 3;
/// The largest team of which a message lists everybody.
const FEW: usize = 8;
/// The most characters of a name in a message.
const LONGEST: usize = 60;

/// The members of a team by name, and by the rows of the file they were read from.
pub(crate) struct Names<'a> {
    team: &'a Team,
    row: Box<dyn Fn(usize) -> Option<u64> + 'a>,
    in_row: Box<dyn Fn(u64) -> Option<usize> + 'a>,
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
        Self { team, row: Box::new(row), in_row: Box::new(in_row) }
    }

    /// The place of the one member of a name: exactly, else whatever the case, else of a row `#12`, else of
    /// the one whose first name it is.
    pub(crate) fn find(&self, name: &str) -> Result<usize, String> {
        let wanted = clean(name);
        if wanted.is_empty() {
            return Err("it names nobody; write a name of the roster".to_owned());
        }
        let exact = self.places(|name| *name == *wanted);
        let found = if exact.is_empty() { self.whatever_the_case(&wanted) } else { exact };
        if found.is_empty() && !wanted.starts_with('#') {
            return match &self.of_first_name(&wanted)[..] {
                [] => Err(self.unknown(&wanted)),
                [only] => Ok(*only),
                several => Err(self.of_several(&wanted, several)),
            };
        }
        match (found.as_slice(), wanted.strip_prefix('#')) {
            ([only], _) => Ok(*only),
            ([], Some(row)) => {
                let first = self.in_row(row).ok_or_else(|| self.no_such_row(&wanted))?;
                self.only_of_row(&wanted, first)
            }
            ([], None) => Err(self.unknown(&wanted)),
            (several, _) => Err(self.ambiguous(&wanted, several)),
        }
    }

    /// The places of all who have a name, whatever its case.
    pub(crate) fn called(&self, name: &str) -> Vec<usize> {
        self.whatever_the_case(name)
    }

    /// The name of a member, with the row where others have the name too.
    pub(crate) fn who(&self, member: usize) -> Who {
        let name = self.name(member);
        let shared = self.places(|other| other == name).len() > 1;
        Who { name: name.to_owned(), row: (self.row)(member).filter(|_| shared) }
    }

    fn name(&self, member: usize) -> &'a str {
        self.team.member(member).map_or("", |member| member.name())
    }

    fn places(&self, is_meant: impl Fn(&str) -> bool) -> Vec<usize> {
        self.team.members().filter(|member| is_meant(member.name())).map(MemberRef::index).collect()
    }

    fn whatever_the_case(&self, wanted: &str) -> Vec<usize> {
        let wanted = wanted.to_lowercase();
        self.places(|name| name.to_lowercase() == wanted)
    }

    /// Those whose names begin with these words, whatever the case: `Ana` is Ana Lima.
    fn of_first_name(&self, wanted: &str) -> Vec<usize> {
        let wanted = wanted.to_lowercase();
        self.places(|name| {
            let name = name.to_lowercase();
            name.strip_prefix(&wanted).is_some_and(|rest| rest.starts_with(char::is_whitespace))
        })
    }

    fn of_several(&self, wanted: &str, several: &[usize]) -> String {
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

    /// Whoever stands in a row, unless it counts several people.
    fn only_of_row(&self, wanted: &str, first: usize) -> Result<usize, String> {
        let row = (self.row)(first);
        let count = (first..self.team.len()).take_while(|member| (self.row)(*member) == row).count();
        if row.is_none() || count <= 1 {
            return Ok(first);
        }
        let name = cut(self.name(first));
        Err(format!(
            "row `{}` counts {count} people; write one of their names, such as `{name}`",
            cut(wanted)
        ))
    }

    fn no_such_row(&self, wanted: &str) -> String {
        let rows = || (0..self.team.len()).filter_map(|member| (self.row)(member));
        let range = match (rows().min(), rows().max()) {
            (Some(first), Some(last)) => format!("; people stand in rows {first} to {last} of the file"),
            _ => String::new(),
        };
        format!("nobody's row is `{}`{range}", cut(wanted))
    }

    fn ambiguous(&self, wanted: &str, several: &[usize]) -> String {
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
        let near = self.near(wanted);
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

    /// The names that a misspelt one resembles, or is a part of; the nearest first.
    fn near(&self, wanted: &str) -> Vec<String> {
        let wanted = wanted.to_lowercase();
        let tolerated = tolerance(wanted.chars().count());
        let mut found: Vec<(usize, &str)> = Vec::new();
        for name in self.team.members().map(MemberRef::name) {
            let slips = slips(&wanted, &name.to_lowercase());
            if slips <= tolerated && !found.iter().any(|(_, known)| *known == name) {
                found.push((slips, name));
                // Stable: roster order among equals.
                found.sort_by_key(|(slips, _)| *slips);
                found.truncate(MOST);
            }
        }
        found.into_iter().map(|(_, name)| cut(name)).collect()
    }
}

/// How many slips a name of that many characters may hold and still be recognised.
fn tolerance(characters: usize) -> usize {
    match characters {
        0..=2 => 0,
        3..=5 => 1,
        6..=9 => 2,
        _ => 3,
    }
}

/// Slips between a name as typed and one of the roster, or the nearest of its words.
fn slips(wanted: &str, name: &str) -> usize {
    let words = name.split_whitespace().chain([name]);
    // Lengths further apart are slips enough.
    let near = words.filter(|word| word.len().abs_diff(wanted.len()) <= 8);
    near.map(|word| strsim::osa_distance(wanted, word)).min().unwrap_or(usize::MAX)
}

/// Of some words the one that a misspelt one resembles most; the first of equals. A word of up to two
/// characters resembles itself alone, one of up to five may hold one slip, of up to nine two, a longer one
/// three: a letter that is missing, too many, another, or has changed places with its neighbour.
pub fn near<'w>(wanted: &str, words: impl Iterator<Item = &'w str>) -> Option<&'w str> {
    let tolerated = tolerance(wanted.chars().count());
    let found = words.map(|word| (strsim::osa_distance(&wanted.to_lowercase(), &word.to_lowercase()), word));
    found.filter(|(slips, _)| *slips <= tolerated).min_by_key(|(slips, _)| *slips).map(|(_, word)| word)
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
