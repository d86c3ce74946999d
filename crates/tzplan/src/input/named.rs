//! Reading parts field by field, so that an error about a value names its field, with the way to it, also
//! where the value is of another type.

use std::fmt::{self, Display};
use std::marker::PhantomData;

use serde::Serialize;
use serde::de::{Deserialize, Deserializer, Error, SeqAccess, Visitor};

use crate::team::Attendance;

/// Reads parts from an object: each field once, and no others.
macro_rules! named {
    ($parts:ident: $($field:ident),+) => {
        impl<'de> serde::Deserialize<'de> for $parts {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                use serde::de::{Error, MapAccess, Visitor};
                use $crate::input::named::{Absent, at};

                const FIELDS: &[&str] = &[$(stringify!($field)),+];
                struct Object;

                impl<'de> Visitor<'de> for Object {
                    type Value = $parts;

                    fn expecting(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                        write!(f, "an object of `{}`", FIELDS.join("`, `"))
                    }

                    fn visit_map<A: MapAccess<'de>>(self, mut map: A) -> Result<$parts, A::Error> {
                        $(let mut $field = None;)+
                        while let Some(key) = map.next_key::<String>()? {
                            match &*key {
                                $(stringify!($field) if $field.is_some() => {
                                    return Err(Error::duplicate_field(stringify!($field)));
                                })+
                                $(stringify!($field) => {
                                    $field = Some(map.next_value().map_err(|error| at(&key, error))?);
                                })+
                                _ => return Err(Error::unknown_field(&key, FIELDS)),
                            }
                        }
                        $(let $field = match $field {
                            Some(value) => value,
                            None => Absent::absent::<A::Error>(stringify!($field))?,
                        };)+
                        Ok($parts { $($field),+ })
                    }
                }

                deserializer.deserialize_struct(stringify!($parts), FIELDS, Object)
            }
        }
    };
}

pub(super) use named;

/// An error about what stands in a field.
pub(super) fn at<E: Error>(field: &str, error: impl Display) -> E {
    E::custom(in_field(field, error))
}

/// The same as a text: `posts[0].zone: …` of `[0].zone: …`, `zone: …` of a mere message.
pub(super) fn in_field(field: &str, error: impl Display) -> String {
    let text = error.to_string();
    // The way to a field has no blanks, a message has.
    let names_a_field = text.split_once(": ").is_some_and(|(path, _)| !path.contains(' '));
    match (names_a_field, text.starts_with('[') || field.is_empty()) {
        (true, true) => format!("{field}{text}"),
        (true, false) => format!("{field}.{text}"),
        (false, _) => format!("{field}: {text}"),
    }
}

/// What stands for a field that is not there.
pub(super) trait Absent: Sized {
    fn absent<E: Error>(field: &'static str) -> Result<Self, E>;
}

impl<T> Absent for Option<T> {
    fn absent<E: Error>(_: &'static str) -> Result<Self, E> {
        Ok(None)
    }
}

impl<T> Absent for List<T> {
    fn absent<E: Error>(_: &'static str) -> Result<Self, E> {
        Ok(Self(Vec::new()))
    }
}

impl Absent for Attendance {
    fn absent<E: Error>(_: &'static str) -> Result<Self, E> {
        Ok(Self::default())
    }
}

impl Absent for String {
    fn absent<E: Error>(field: &'static str) -> Result<Self, E> {
        Err(E::missing_field(field))
    }
}

impl Absent for i64 {
    fn absent<E: Error>(field: &'static str) -> Result<Self, E> {
        Err(E::missing_field(field))
    }
}

/// A list; an error about one of it says which.
#[derive(Serialize)]
#[serde(transparent)]
pub(super) struct List<T>(pub(super) Vec<T>);

impl<T> List<T> {
    pub(super) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl<T> FromIterator<T> for List<T> {
    fn from_iter<I: IntoIterator<Item = T>>(list: I) -> Self {
        Self(list.into_iter().collect())
    }
}

impl<'de, T: Deserialize<'de>> Deserialize<'de> for List<T> {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_seq(Entries(PhantomData))
    }
}

struct Entries<T>(PhantomData<T>);

impl<'de, T: Deserialize<'de>> Visitor<'de> for Entries<T> {
    type Value = List<T>;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a list")
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut entries: A) -> Result<List<T>, A::Error> {
        let mut list = Vec::new();
        let read = |place: usize, error: A::Error| at(&format!("[{place}]"), error);
        while let Some(entry) = entries.next_element().map_err(|error| read(list.len(), error))? {
            list.push(entry);
        }
        Ok(List(list))
    }
}
