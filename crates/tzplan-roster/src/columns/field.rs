//! What a column can hold.

/// What a column can hold.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Debug)]
#[non_exhaustive]
pub enum Field {
    /// What to call somebody.
    Name,
    /// Their family name, where the name is a first name.
    Surname,
    /// Where their clock is.
    Zone,
    /// The city they are in.
    City,
    /// The place they are in, in any words.
    Location,
    /// The state, province or region that the city is in.
    State,
    /// The country that it is in.
    Country,
    /// When they work.
    Hours,
    /// When their work starts.
    Start,
    /// When it ends.
    End,
    /// On which clock these are, where it is not that of the place.
    Clock,
    /// On which days of the week.
    Days,
    /// On which days of the week they do not.
    NonWorking,
    /// Whether they work on Mondays, and when.
    Monday,
    /// Whether they work on Tuesdays, and when.
    Tuesday,
    /// Whether they work on Wednesdays, and when.
    Wednesday,
    /// Whether they work on Thursdays, and when.
    Thursday,
    /// Whether they work on Fridays, and when.
    Friday,
    /// Whether they work on Saturdays, and when.
    Saturday,
    /// Whether they work on Sundays, and when.
    Sunday,
    /// How far their day may be moved.
    Flex,
    /// The team they belong to.
    Team,
    /// What they do.
    Role,
    /// Who they are: rows of one address are one person.
    Email,
    /// Whether they must be there.
    Required,
    /// Whether they are optional.
    Optional,
    /// How many people of this row there are.
    Count,
    /// Whose public holidays they keep.
    Holidays,
    /// Their days off.
    Off,
}

impl Field {
    /// All fields, in the order in which documentation lists them.
    pub const ALL: [Self; 29] = [
        Self::Name,
        Self::Surname,
        Self::Zone,
        Self::City,
        Self::Location,
        Self::State,
        Self::Country,
        Self::Hours,
        Self::Start,
        Self::End,
        Self::Clock,
        Self::Days,
        Self::NonWorking,
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
        Self::Flex,
        Self::Team,
        Self::Role,
        Self::Email,
        Self::Required,
        Self::Optional,
        Self::Count,
        Self::Holidays,
        Self::Off,
    ];

    /// Those that say where somebody is, the most precise first.
    pub(crate) const OF_PLACES: [Self; 5] =
        [Self::Zone, Self::City, Self::Location, Self::State, Self::Country];

    /// Those that give hours.
    pub(crate) const OF_HOURS: [Self; 3] = [Self::Hours, Self::Start, Self::End];

    /// Those of single weekdays, in their order.
    pub(crate) const OF_WEEKDAYS: [Self; 7] = [
        Self::Monday,
        Self::Tuesday,
        Self::Wednesday,
        Self::Thursday,
        Self::Friday,
        Self::Saturday,
        Self::Sunday,
    ];

    /// Whether a second column of it is no mistake: names, teams and roles decide little, and people keep
    /// `Department` beside `Division`.
    pub(crate) const fn may_stand_twice(self) -> bool {
        matches!(self, Self::Name | Self::Surname | Self::Email | Self::Team | Self::Role)
    }

    /// What joins the entries of a list in a structured file, of fields that may be one.
    #[cfg(feature = "structured")]
    pub(crate) fn list_separator(self) -> Option<&'static str> {
        match self {
            Self::Days | Self::NonWorking | Self::Off | Self::Start | Self::End => Some(";"),
            field if field == Self::Hours || Self::OF_WEEKDAYS.contains(&field) => Some(","),
            _ => None,
        }
    }

    /// The header to write for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Self::Name => "name",
            Self::Surname => "last name",
            Self::Zone => "zone",
            Self::City => "city",
            Self::Location => "location",
            Self::State => "state",
            Self::Country => "country",
            Self::Hours => "hours",
            Self::Start => "start",
            Self::End => "end",
            Self::Clock => "hours zone",
            Self::Days => "days",
            Self::NonWorking => "non-working days",
            Self::Monday => "monday",
            Self::Tuesday => "tuesday",
            Self::Wednesday => "wednesday",
            Self::Thursday => "thursday",
            Self::Friday => "friday",
            Self::Saturday => "saturday",
            Self::Sunday => "sunday",
            Self::Flex => "flex",
            Self::Team => "team",
            Self::Role => "role",
            Self::Email => "email",
            Self::Required => "required",
            Self::Optional => "optional",
            Self::Count => "count",
            Self::Holidays => "holidays",
            Self::Off => "off",
        }
    }
}
