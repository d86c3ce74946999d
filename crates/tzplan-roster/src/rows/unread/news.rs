//! What columns that are not read say of people, in words.

use chrono::NaiveDate;

use crate::faults::Fault;

/// What a cell says of somebody.
#[derive(Clone, Copy)]
pub(super) enum News {
    Left,
    Leaves,
    /// Says something where others have their last day, such as `after the release`.
    MayLeave,
    Joins,
    /// Says something where others have their first day.
    MayJoin,
    WorksLess,
    WorksMore,
    /// Says how much in a way that nobody can count.
    WorksOtherwise,
    /// Is away for long.
    IsAway,
    /// Free words that may say when somebody works.
    Noted,
}

pub(super) const NEWS: [News; 10] = [
    News::Left,
    News::Leaves,
    News::MayLeave,
    News::Joins,
    News::MayJoin,
    News::WorksLess,
    News::WorksMore,
    News::WorksOtherwise,
    News::IsAway,
    News::Noted,
];

const WORKLOAD_HELP: &str =
    "write the days that they work into a column `days`, and their hours into `hours`";

impl News {
    /// The warning about the people of whom a column says it.
    pub(super) fn fault(
        self,
        header: &str,
        people: &str,
        count: usize,
        planned: Option<(NaiveDate, NaiveDate)>,
    ) -> Fault {
        let (do_count, are, leave) = match count {
            1 => ("counts", "is", "leaves"),
            _ => ("count", "are", "leave"),
        };
        let work = if count == 1 { "works" } else { "work" };
        let are_taken = if count == 1 { "is" } else { "they are" };
        let (from, to) = planned.unwrap_or_default();
        match self {
            News::Left => Fault::warning(
                "unread-status",
                format!("`{header}` is not read: {people} {do_count} as part of the team"),
                "take those who have left out of the file",
            ),
            News::Leaves | News::MayLeave => Fault::warning(
                "unread-leaving",
                format!("`{header}` is not read: {people} {do_count} as part of the team on all dates"),
                match planned {
                    Some(_) => format!(
                        "if it is the last day, take those who have left out of the file; of whoever {leave} write the \
                         days behind it into a column `off`, up to {}",
                        to.pred_opt().unwrap_or(to)
                    ),
                    None => "take those who have left out of the file; of others write the days behind the last one \
                             into a column `off`"
                        .to_owned(),
                },
            ),
            News::Joins | News::MayJoin => Fault::warning(
                "unread-joining",
                format!("`{header}` is not read: {people} {do_count} as part of the team from {from} on"),
                "if it is the first day, write the days before it into a column `off`, or take them out of the file",
            ),
            News::WorksLess => Fault::warning(
                "unread-workload",
                format!("`{header}` is not read: {people} {are} taken to work more than that"),
                WORKLOAD_HELP,
            ),
            News::WorksMore => Fault::warning(
                "unread-workload",
                format!("`{header}` is not read: {people} {are} taken to work less than that"),
                WORKLOAD_HELP,
            ),
            News::WorksOtherwise => Fault::warning(
                "unread-workload",
                format!("`{header}` is not read: {people} may work at other times than {are_taken} taken to"),
                WORKLOAD_HELP,
            ),
            News::IsAway => Fault::warning(
                "unread-status",
                format!("`{header}` is not read: {people} {do_count} as at work on all dates"),
                "write the days on which they are away into a column `off`, as in 2026-12-24..2027-03-31",
            ),
            News::Noted => Fault::warning(
                "unread-notes",
                format!("`{header}` is not read, and may say when {people} {work}"),
                "write what counts into the columns `days`, `hours`, `off` and `zone`",
            ),
        }
    }
}
