//! Plain lists, one person a line: `- Ana: Europe/Lisbon`, `* Ben – Berlin (10-18)`, `1. Chloé, London`.

use crate::columns::meaning;

/// A line of such a list, in its parts.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) struct ListLine<'t> {
    pub(crate) name: &'t str,
    /// Where they are, and their hours where the line says them.
    pub(crate) place: &'t str,
}

/// What may stand between a name and a place; of several in a line the first of these.
const BETWEEN: [&str; 8] = [": ", " \u{2013} ", " \u{2014} ", " - ", " | ", " @ ", "\u{ff1a}", ", "];

/// Emphasis of Markdown.
const EMPHASIS: [char; 3] = ['*', '_', '`'];

impl<'t> ListLine<'t> {
    /// What stands behind a bullet: a name alone has an empty place.
    pub(crate) fn of(item: &'t str) -> Self {
        let of = |name: &'t str, place: &'t str| Self { name: plain(name), place: plain(place) };
        Self::with_mark(item)
            .or_else(|| item.split_once(BETWEEN[7]).map(|(name, place)| of(name, place)))
            .unwrap_or_else(|| of(item, ""))
    }

    /// A name and a place with more than a comma between them.
    pub(crate) fn with_mark(item: &'t str) -> Option<Self> {
        let of = |name: &'t str, place: &'t str| Some(Self { name: plain(name), place: plain(place) });
        if let Some((name, place)) = BETWEEN[..7].iter().find_map(|between| item.split_once(between)) {
            return of(name, place);
        }
        // `**Ana:** Lisbon`
        if let Some((name, place)) = item.split_once(":** ").or_else(|| item.split_once(":__ ")) {
            return of(name, place);
        }
        // `Ana (Lisbon)`, and `Ana (Lisbon), 9-17` with nothing but times behind.
        let (name, place) = item.split_once(" (")?;
        let (inside, behind) = place.rsplit_once(')')?;
        if behind.contains(char::is_alphabetic) {
            return None;
        }
        of(name, if behind.trim().is_empty() { inside } else { place })
    }
}

fn plain(text: &str) -> &str {
    text.trim().trim_matches(EMPHASIS).trim()
}

/// The text behind the bullet or the number of a line; `None` where it begins with neither.
pub(crate) fn behind_bullet(line: &str) -> Option<&str> {
    let digits = line.bytes().take_while(u8::is_ascii_digit).count();
    let item = match digits {
        0 => line.strip_prefix(['-', '*', '+', '\u{2022}', '\u{2013}'])?,
        1..=3 => line[digits..].strip_prefix(['.', ')'])?,
        _ => return None,
    };
    item.strip_prefix([' ', '\t']).map(str::trim)
}

/// Whether a line begins a list of people: with a bullet, a name and a place, where `behind` goes on with
/// bullets. `None` when `behind` is too short to say. Lists of YAML, and headers with stars at them, are
/// none.
pub(crate) fn begins_list(line: &[u8], behind: &[u8]) -> Option<bool> {
    let Ok(line) = std::str::from_utf8(line) else { return Some(false) };
    let Some(item) = behind_bullet(line.trim_end()) else { return Some(false) };
    let ListLine { name, place } = ListLine::of(item);
    let is_of_yaml = |text: &str| text.starts_with(['{', '[', '"', '\'', '&', '|', '>', '!', '%']);
    let is_field = |text: &str| meaning(text.trim_start_matches(['*', ' '])).is_some();
    let is_person = name.contains(char::is_alphabetic)
        && place.contains(char::is_alphabetic)
        && !is_of_yaml(item)
        && !is_of_yaml(place)
        && !is_field(name)
        && !place.split(['\t', ',', ';', '|']).any(is_field);
    if !is_person {
        return Some(false);
    }
    let mut below = behind.split(|byte| matches!(byte, b'\n' | b'\r'));
    let next =
        below.find(|line| !line.trim_ascii().is_empty() && !line.trim_ascii_start().starts_with(b"#"))?;
    // More of the line may follow.
    let is_whole = next.as_ptr_range().end != behind.as_ptr_range().end;
    let is_bullet = String::from_utf8_lossy(next);
    match behind_bullet(&is_bullet).is_some() {
        true => Some(true),
        false if is_whole || next.len() > 5 => Some(false),
        false => None,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_and_a_place_stand_behind_a_bullet() {
        for (line, expected) in [
            ("- Ana: Europe/Lisbon", ("Ana", "Europe/Lisbon")),
            ("* Ben \u{2013} Berlin", ("Ben", "Berlin")),
            ("\u{2022} Ben \u{2014} Berlin, Germany", ("Ben", "Berlin, Germany")),
            ("- Chlo\u{e9}, London", ("Chlo\u{e9}", "London")),
            ("1. Ana (Lisbon)", ("Ana", "Lisbon")),
            ("2) Ana Silva - Lisbon (9-17)", ("Ana Silva", "Lisbon (9-17)")),
            ("* Noor (Amman), 9-17", ("Noor", "Amman), 9-17")),
            ("- **Ana** \u{2013} Lisbon, Portugal", ("Ana", "Lisbon, Portugal")),
            ("- **Ana:** Lisbon", ("Ana", "Lisbon")),
            ("- Ana (she/her): Lisbon", ("Ana (she/her)", "Lisbon")),
            ("- Ana", ("Ana", "")),
        ] {
            let ListLine { name, place } = ListLine::of(behind_bullet(line).unwrap_or("no bullet"));
            assert_eq!((name, place), expected, "{line}");
        }
        for line in ["Ana: Lisbon", "-Ana", "--- ", "2026. Ana", "1.Ana", ""] {
            assert_eq!(behind_bullet(line), None, "{line}");
        }
    }

    #[test]
    fn lists_of_yaml_and_tables_are_no_plain_lists() {
        for (line, behind, expected) in [
            ("- Ana: Europe/Lisbon", "\n- Ben: Berlin\n", Some(true)),
            ("- Ana: Europe/Lisbon", "\n", None),
            ("- Ana: Europe/Lisbon", "\n\n# Europe\n\n- Ben, Berlin\n", Some(true)),
            ("- Ana: Europe/Lisbon", "\n  hours: 9-17\n", Some(false)),
            ("- name: Ana", "\n- name: Ben\n", Some(false)),
            ("- Ana: {zone: Lisbon}", "\n", Some(false)),
            ("- {name: Ana, zone: Lisbon}", "\n", Some(false)),
            ("* Name, * Time zone", "\nAna,UTC\n", Some(false)),
            ("- Ana, zone", "\n- Ben, UTC\n", Some(false)),
            ("- Ana", "\n- Ben\n", Some(false)),
            ("- Ana, Lisbon", "\nBen, Berlin\n", Some(false)),
            ("- Ana, Lisbon", "", None),
            ("- Ana, Lisbon", "\nB", None),
        ] {
            assert_eq!(begins_list(line.as_bytes(), behind.as_bytes()), expected, "{line:?} {behind:?}");
        }
    }
}
