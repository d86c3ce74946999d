//! Columns that the caller names, whatever their headers say.

use super::field::Field;
use super::synonym::fold;
use crate::faults::Fault;
use crate::wording::Quoted;

/// Which column a field is read from.
///
/// ```
/// use tzplan_roster::{Field, NamedColumn};
/// let hours: NamedColumn = "hours=Availability".parse().unwrap();
/// assert_eq!((hours.field, hours.header.as_deref()), (Field::Hours, Some("Availability")));
/// let no_team: NamedColumn = "team=none".parse().unwrap();
/// assert_eq!((no_team.field, no_team.header), (Field::Team, None));
/// assert!("shoe size=42".parse::<NamedColumn>().is_err());
/// ```
#[derive(Clone, PartialEq, Eq, Debug)]
#[non_exhaustive]
pub struct NamedColumn {
    /// The field.
    pub field: Field,
    /// The header of its column; `None` where no column gives it.
    pub header: Option<String>,
}

/// Why a text names no column. Its message says what to write.
#[derive(Clone, PartialEq, Eq, Debug, thiserror::Error)]
#[error("{message}")]
pub struct NamedColumnError {
    message: String,
}

impl NamedColumn {
    /// The column of a field.
    pub fn new(field: Field, header: Option<&str>) -> Self {
        Self { field, header: header.map(str::to_owned) }
    }

    /// Whether a header is meant.
    pub(super) fn is(&self, header: &str) -> bool {
        self.header.as_deref().is_some_and(|meant| {
            meant.trim() == header || !fold(meant).is_empty() && fold(meant) == fold(header)
        })
    }

    /// That another column was named for the same field.
    pub(super) fn named_twice(&self) -> Fault {
        let header = self.header.as_deref().unwrap_or("none");
        let field = self.field.as_str();
        let message = format!("two columns are named for the {field}; one of them is {}", Quoted(header));
        Fault::error("column-named-twice", message, format!("name one column for the {field}"))
    }

    pub(super) fn missing(&self) -> Fault {
        let header = self.header.as_deref().unwrap_or_default();
        let message =
            format!("no column is called {}, which is to give the {}", Quoted(header), self.field.as_str());
        Fault::error("no-such-column", message, "write its header as it stands in the file")
    }
}

impl std::str::FromStr for NamedColumn {
    type Err = NamedColumnError;

    /// `FIELD=HEADER`, or `FIELD=none`.
    fn from_str(text: &str) -> Result<Self, NamedColumnError> {
        let wrong = |message: String| NamedColumnError { message };
        let (field, header) = text
            .split_once('=')
            .ok_or_else(|| wrong(format!("`{text}` names no column; write it like hours='Availability'")))?;
        let fields = || Field::ALL.map(Field::as_str).join(", ");
        let field =
            Field::ALL.into_iter().find(|known| fold(known.as_str()) == fold(field)).ok_or_else(|| {
                wrong(format!("`{field}` is nothing that a roster gives; write one of {}", fields()))
            })?;
        let header = header.trim();
        Ok(Self::new(
            field,
            Some(header).filter(|header| !header.is_empty() && !header.eq_ignore_ascii_case("none")),
        ))
    }
}
