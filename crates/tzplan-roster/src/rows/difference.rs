//! Rows of one person that say different things.
//!
//! Hours and days off of all rows are joined, which contradicts nothing. The name is that of the first row,
//! of `required` the strongest word holds and of `flex` the smallest, with a warning. What nothing decides,
//! another team or role or other stays, is an error.

use tzplan::team::{LabelId, Post};
use tzplan::{Attendance, MemberRef, Schedule};

use crate::columns::Field;
use crate::faults::Fault;
use crate::wording::Quoted;

/// A person as the rows so far have them.
pub(super) struct Known<'t> {
    pub(super) member: MemberRef<'t>,
    /// What all of them say about it together.
    pub(super) attendance: Attendance,
    /// The line of the first row.
    pub(super) line: u64,
}

/// A further row of the person.
pub(super) struct Further<'t> {
    pub(super) name: &'t str,
    pub(super) attendance: Attendance,
    pub(super) schedule: &'t Schedule,
    pub(super) team: Option<LabelId>,
    pub(super) role: Option<LabelId>,
    pub(super) line: u64,
}

/// What people without a name are called.
pub(super) fn nameless(line: u64) -> String {
    format!("row {line}")
}

/// What a further row says that contradicts the rows before.
pub(super) fn differences(known: &Known<'_>, row: &Further<'_>) -> Vec<(Field, Fault)> {
    let line = known.line;
    let mut found = Vec::new();
    let (ours, theirs) = (known.member.name(), row.name);
    let is_named = ours != nameless(line) && theirs != nameless(row.line);
    if is_named && ours.to_lowercase() != theirs.to_lowercase() {
        let message = format!(
            "this row and row {line} have one e-mail address but the names {theirs} and {ours}; they are \
            read as one person, {ours}"
        );
        let help = "write the same name in both rows, or an address of their own";
        found.push((Field::Name, Fault::warning("one-person-two-names", message, help)));
    }
    let opposite = match row.attendance {
        Attendance::Required => Some(Attendance::Optional),
        Attendance::Optional => Some(Attendance::Required),
        Attendance::Unmarked => None,
    };
    if opposite.is_some_and(|opposite| [known.member.attendance(), known.attendance].contains(&opposite)) {
        let message =
            format!("rows of one person (row {line} is the first) say yes and no; they are read as required");
        let help = "write the same in all rows of a person";
        found.push((Field::Required, Fault::warning("required-differs", message, help)));
    }
    if let (Some(ours), Some(theirs)) = (known.member.schedule().flex(), row.schedule.flex())
        && ours != theirs
    {
        let message = format!(
            "rows of one person (row {line} is the first) say that the day may be moved by {ours} and by \
            {theirs}; it is \
             moved by the smallest of them at most"
        );
        let help = "write the same flex in all rows of a person";
        found.push((Field::Flex, Fault::warning("flex-differs", message, help)));
    }
    let labels = [
        (Field::Team, known.member.team_label(), row.team, known.member.team()),
        (Field::Role, known.member.role_label(), row.role, known.member.role()),
    ];
    for (field, ours, theirs, name) in labels {
        if let (Some(ours), Some(theirs), Some(name)) = (ours, theirs, name)
            && ours != theirs
        {
            let what = field.as_str();
            let message = format!(
                "row {line} has the same e-mail address and gives this person another {what}, {}",
                Quoted(name)
            );
            let help = format!("write the same {what} in all rows of a person, or an address of their own");
            found.push((field, Fault::error("label-differs", message, help)));
        }
    }
    let posts = known.member.schedule().posts();
    // However the place of a stay is written.
    let clocks =
        |post: &Post| post.stays().iter().map(|stay| (stay.dates, stay.zone.clone())).collect::<Vec<_>>();
    let elsewhere =
        row.schedule.posts().iter().find(|post| {
            posts.iter().any(|known| known.zone() == post.zone() && clocks(known) != clocks(post))
        });
    if let Some(post) = elsewhere {
        let message =
            format!("this row and row {line} give one person in {} different stays abroad", post.zone());
        let help = "write the same stays in all rows of a person";
        found.push((Field::Zone, Fault::error("stays-differ", message, help)));
    }
    found
}
