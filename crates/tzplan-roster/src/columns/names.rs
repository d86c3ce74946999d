//! Columns of names: whole ones, first names and surnames, and what people like to be called.

use super::{Column, ColumnUse, Columns, FIRST_NAMES, Field, meaning, synonym};

/// Headers that are names as a whole or a part of them, folded.
const SHORT_NAMES: [&str; 18] = [
    "name",
    "nome",
    "nombre",
    "nom",
    "naam",
    "nume",
    "név",
    "nev",
    "nimi",
    "navn",
    "namn",
    "jméno",
    "jmeno",
    "meno",
    "имя",
    "ім\u{2bc}я",
    "isim",
    "ime",
];

impl Columns {
    /// Whether surnames stand in a column of their own: they belong behind first names.
    pub(crate) fn has_surnames(&self) -> bool {
        self.place(Field::Surname).is_some()
            && (self.place(Field::Name).is_none()
                || FIRST_NAMES.contains(&self.ranks[Field::Name as usize])
                || self.names_are_short())
    }

    /// Whether the names are below a header that may mean first names, or surnames: `Nome`, `Nom`.
    pub(crate) fn names_are_short(&self) -> bool {
        let header = self.place(Field::Name).and_then(|index| self.list.get(index));
        header.is_some_and(|column| SHORT_NAMES.contains(&&*synonym::fold(&column.header)))
            && !FIRST_NAMES.contains(&self.ranks[Field::Name as usize])
    }

    /// A column of first names beside one of names: `Nom` and `Prénom`.
    pub(crate) fn first_names(&self) -> Option<usize> {
        let is_alone = self.place(Field::Surname).is_none() && self.names_are_short();
        let name = self.place(Field::Name).filter(|_| is_alone)?;
        let is_first = |header: &str| {
            meaning(header).is_some_and(|(field, rank)| field == Field::Name && FIRST_NAMES.contains(&rank))
        };
        let is_outranked = |column: &Column| column.usage == ColumnUse::Outranked(Field::Name);
        let mut others = self.list.iter().enumerate().filter(|(index, _)| *index != name);
        others.find(|(_, column)| is_outranked(column) && is_first(&column.header)).map(|(index, _)| index)
    }

    /// Other columns of names, the most precise first, and whether each is one of first names: what people
    /// like to be called is often left empty.
    pub(crate) fn other_names(&self) -> Vec<(usize, bool)> {
        let rank = |column: &Column| match (column.usage, meaning(&column.header)) {
            (ColumnUse::Outranked(Field::Name), Some((_, rank))) => Some(rank),
            _ => None,
        };
        let others = self.list.iter().enumerate();
        let mut others: Vec<(u8, usize)> =
            others.filter_map(|(index, column)| Some((rank(column)?, index))).collect();
        others.sort_unstable();
        others.into_iter().map(|(rank, index)| (index, FIRST_NAMES.contains(&rank))).collect()
    }
}
