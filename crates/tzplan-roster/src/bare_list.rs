//! Lists without bullets, as they are typed into a chat: `Ana: Lisbon, 9-17`, `Ben (Tokyo)`.

use crate::columns::{Field, meaning};
use crate::delimited::{MOST_TITLES, names_columns};
use crate::list_line::ListLine;
use crate::places::{hours_beside, names_a_place, names_one_place};

/// Whether a text is such a list, below titles perhaps: of its first lines two name somebody and a place, and
/// most of the places are known. A line alone needs a colon.
pub(crate) fn begins(beginning: &[u8]) -> bool {
    let text = String::from_utf8_lossy(beginning);
    let lines = text.trim_start_matches('\u{feff}').lines().map(str::trim);
    let lines = lines.filter(|line| !line.is_empty() && !line.starts_with('#')).take(MOST_TITLES);
    let (mut people, mut known, mut has_colon, mut goes_on) = (0, 0, false, false);
    // `Lisbon: Ana` has them the other way round.
    let mut has_name = false;
    // `name: zone` is a header of some kind.
    let mut has_field = false;
    for line in lines {
        match person(line) {
            Some(ListLine { name, place }) if !names_columns(line.as_bytes()) => {
                people += 1;
                has_name |= !names_one_place(name);
                known += usize::from(is_place(place));
                has_colon |= line.contains(": ");
            }
            Some(_) => return false,
            None if people > 0 => {
                goes_on = true;
                break;
            }
            None if !may_be_title(line) => return false,
            None => has_field |= ListLine::with_mark(line).is_some_and(|line| meaning(line.name).is_some()),
        }
    }
    let is_alone = !has_field && !goes_on && people == 1 && known == 1 && has_colon;
    has_name && (people > 1 && known * 2 >= people || is_alone)
}

/// Whether a line may stand above a list: `Support, in winter`, but no row or header of a table.
fn may_be_title(line: &str) -> bool {
    let is_prose = line.split(',').skip(1).all(|part| part.starts_with(' '));
    // `Team, 2027` is a title, `zone, notes` the header of a table.
    let heads = |part: &str| {
        meaning(part.trim()).is_some_and(|(field, _)| !matches!(field, Field::Team | Field::Role))
    };
    let has_field = line.contains(',') && line.split(',').any(heads);
    is_prose && !has_field && !line.contains([';', '\t', '|']) && !names_columns(line.as_bytes())
}

/// Whether a line names somebody, as those of a list do; what stands above the first is a title.
pub(crate) fn is_person(line: &str) -> bool {
    person(line.trim()).is_some()
}

/// Somebody, and what a line says of where they are; `None` where it names nobody.
fn person(line: &str) -> Option<ListLine<'_>> {
    let found @ ListLine { name, place } = ListLine::with_mark(line)?;
    let is_of_yaml = |text: &str| text.starts_with(['{', '[', '"', '\'', '&', '|', '>', '!', '%', '<']);
    let is_name = |name: &str| {
        name.contains(char::is_alphabetic)
            && name.len() <= 80
            && !name.contains([',', ';', '|', '\t', '"', '{', '='])
            && !is_of_yaml(name)
            && meaning(name).is_none()
    };
    let is_one = is_name(name)
        && place.contains(char::is_alphabetic)
        && !place.contains(['\t', '|', ';'])
        && !is_of_yaml(place);
    is_one.then_some(found)
}

fn is_place(text: &str) -> bool {
    let hours = hours_beside(text);
    let place = hours.map_or_else(|| text.to_owned(), |hours| text.replace(hours, " "));
    let place = place.trim_matches(|c: char| c.is_whitespace() || ",()-\u{2013}\u{2014}@:".contains(c));
    names_a_place(place)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn ids_alone_make_a_list() {
        for (text, is_list) in [
            ("Ana: Europe/Lisbon\nBen: Asia/Tokyo\n", true),
            ("Ana: Europe/Lisbon\n", true),
            ("Our team\n\nAna - Europe/Lisbon, 9-17\n\nBen - Asia/Tokyo\n", true),
            ("Ana (Europe/Lisbon)\nBen (Asia/Tokyo), 10-18\n", true),
            ("Ana: Europe/Lisbon\nBen: Asia/Tokio\n", true),
            ("Ana - Europe/Lisbon\n", false),
            ("Ana: Europe/Lisbon\nAsk Ida.\n", false),
            ("Team: Core\nAna: Europe/Lisbon\nBen: Asia/Tokyo\n", true),
            ("Support, in winter\nAna: Europe/Lisbon\nBen: Asia/Tokyo\n", true),
            ("Team, 2027\nAna: Europe/Lisbon\nBen: Asia/Tokyo\n", true),
            ("Team, zone\nAna: Europe/Lisbon\nBen: Asia/Tokyo\n", false),
            ("zone, notes\nAna: Europe/Lisbon\nBen: Asia/Tokyo\n", false),
            ("Kim,Seoul\nAna: Europe/Lisbon\nBen: Asia/Tokyo\n", false),
            ("name: zone\nAna: Europe/Lisbon\n", false),
            ("Team - Europe/Lisbon\nname,zone\nAna,UTC\n", false),
            ("Ana,Europe/Lisbon\nBen,Asia/Tokyo\n", false),
            ("Ana: \"Europe/Lisbon\"\nBen: \"Asia/Tokyo\"\n", false),
            ("Europe/Lisbon: Ana\nAsia/Tokyo: Ben\n", false),
            ("From: Ana\nTo: Ben\nSubject: zones\n", false),
            ("Agenda: at nine\nNotes: by Ida\n", false),
            ("zone\nEurope/Oslo\n", false),
            ("", false),
        ] {
            assert_eq!(begins(text.as_bytes()), is_list, "{text}");
        }
    }
}
