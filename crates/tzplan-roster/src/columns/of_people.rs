//! Headers that say whether somebody is there, or how much of the week they work, which no field takes.

use super::header_words::HeaderWord;
use super::remark::is_of_absence;
use super::synonym::fold;

/// What such a column says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum OfPeople {
    /// The last day of somebody: `End date`.
    Leaving,
    /// The first one: `Hire date`.
    Joining,
    /// How many days of a week they work.
    DaysOfWeek,
    /// How many hours of it.
    HoursOfWeek,
    /// How many hours of a day.
    HoursOfDay,
    /// Which share of a full week.
    Workload,
    /// Yes or no to part-time work.
    PartTime,
    /// A status, or terms of employment.
    Terms,
    /// Yes or no to whether they are there.
    Active,
    /// Yes or no to whether they have left.
    Inactive,
    /// Free words.
    Notes,
}

/// What a word behind a number counts: `days per week`.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum Unit {
    Hours,
    Days,
    Week,
    /// Of a full week.
    Share,
}

impl Unit {
    pub(crate) const ALL: [Self; 4] = [Self::Hours, Self::Days, Self::Week, Self::Share];

    /// Whether a word in small letters is one.
    pub(crate) fn is(self, word: &str) -> bool {
        match self {
            Self::Hours => HeaderWord::OfHours.is(word),
            Self::Days => HeaderWord::OfDays.is(word),
            Self::Week => HeaderWord::OfWeek.is(word),
            Self::Share => HeaderWord::Share.is(word),
        }
    }
}

/// Whether a word of a text in small letters says that somebody goes somewhere else.
pub(crate) fn is_of_travel(word: &str) -> bool {
    HeaderWord::Travel.is(word)
}

/// Whether a word of a text in small letters says that somebody joins or leaves.
pub(crate) fn is_of_joining_or_leaving(word: &str) -> bool {
    HeaderWord::Joining.is(word) || HeaderWord::Leaving.is(word)
}

/// What a header says of people; `None` for all others.
pub(crate) fn of_people(header: &str) -> Option<OfPeople> {
    if is_of_absence(header) {
        return None;
    }
    let folded = fold(header);
    let is_whole = |word: HeaderWord| word.is(&folded);
    let has = |word: HeaderWord| word.is(&folded) || word.is_in(header);
    let is_of_week = has(HeaderWord::OfWeek);
    let is_of_hours = has(HeaderWord::OfHours);
    let of_other = has(HeaderWord::OtherDate);
    let kinds = [
        (is_of_week && is_of_hours, OfPeople::HoursOfWeek),
        (is_of_week && has(HeaderWord::OfDays), OfPeople::DaysOfWeek),
        (is_of_hours && has(HeaderWord::OfDays), OfPeople::HoursOfDay),
        (has(HeaderWord::Workload), OfPeople::Workload),
        (has(HeaderWord::PartTime), OfPeople::PartTime),
        (is_whole(HeaderWord::Active), OfPeople::Active),
        (is_whole(HeaderWord::Inactive), OfPeople::Inactive),
        (has(HeaderWord::Leaving) && !of_other, OfPeople::Leaving),
        (has(HeaderWord::Joining) && !of_other, OfPeople::Joining),
        (has(HeaderWord::Terms), OfPeople::Terms),
        (has(HeaderWord::Notes), OfPeople::Notes),
    ];
    kinds.into_iter().find(|(is_it, _)| *is_it).map(|(_, kind)| kind)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headers_say_whether_people_are_there_and_how_much_they_work() {
        let cases = [
            ("End date", Some(OfPeople::Leaving)),
            ("contract_end", Some(OfPeople::Leaving)),
            ("Last working day", Some(OfPeople::Leaving)),
            ("Austrittsdatum", Some(OfPeople::Leaving)),
            ("fecha de baja", Some(OfPeople::Leaving)),
            ("退職日", Some(OfPeople::Leaving)),
            ("Start date", Some(OfPeople::Joining)),
            ("hireDate", Some(OfPeople::Joining)),
            ("Date d'embauche", Some(OfPeople::Joining)),
            ("Days per week", Some(OfPeople::DaysOfWeek)),
            ("Tage/Woche", Some(OfPeople::DaysOfWeek)),
            ("jours par semaine", Some(OfPeople::DaysOfWeek)),
            ("Weekly hours", Some(OfPeople::HoursOfWeek)),
            ("Wochenstunden", Some(OfPeople::HoursOfWeek)),
            ("horas semanales", Some(OfPeople::HoursOfWeek)),
            ("Hours per day", Some(OfPeople::HoursOfDay)),
            ("hours_per_day", Some(OfPeople::HoursOfDay)),
            ("Stunden pro Tag", Some(OfPeople::HoursOfDay)),
            ("heures/jour", Some(OfPeople::HoursOfDay)),
            ("FTE %", Some(OfPeople::Workload)),
            ("Arbeitspensum", Some(OfPeople::Workload)),
            ("Part time", Some(OfPeople::PartTime)),
            ("Teilzeit?", Some(OfPeople::PartTime)),
            ("Employment type", Some(OfPeople::Terms)),
            ("Status", Some(OfPeople::Terms)),
            ("Active", Some(OfPeople::Active)),
            ("is_deleted", Some(OfPeople::Inactive)),
            ("Probation end date", None),
            ("Vacation end", None),
            ("Last login", None),
            ("Birthday", None),
            ("Notes", Some(OfPeople::Notes)),
            ("Bemerkungen", Some(OfPeople::Notes)),
        ];
        for (header, kind) in cases {
            assert_eq!(of_people(header), kind, "{header}");
        }
    }
}
