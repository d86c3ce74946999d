//! Addresses and places of East Asia, which have no blanks between their parts: `東京都渋谷区`, `广东省深圳市`,
//! `美国纽约`.

use super::label::Part;
use super::reading::PlaceReader;
use super::script::is_native;

/// What cities, provinces and states end in, the longest first. Prefectures of Japan are read apart, and
/// wards say nothing alone: other countries have cities of their names.
const ENDINGS: [&str; 11] = [
    "\u{7279}\u{5225}\u{884c}\u{653f}\u{5340}",
    "\u{7279}\u{522b}\u{884c}\u{653f}\u{533a}",
    "\u{d2b9}\u{bcc4}\u{c790}\u{ce58}\u{c2dc}",
    "\u{d2b9}\u{bcc4}\u{c790}\u{ce58}\u{b3c4}",
    "\u{d2b9}\u{bcc4}\u{c2dc}",
    "\u{ad11}\u{c5ed}\u{c2dc}",
    "\u{7701}",
    "\u{5e02}",
    "\u{b3c4}",
    "\u{c2dc}",
    "\u{5dde}",
];

/// The prefectures of Japan that do not end as the others do, which is in a sign that is written so in Japan
/// alone.
const PREFECTURES: [&str; 4] = [
    "\u{6771}\u{4eac}\u{90fd}",
    "\u{5927}\u{962a}\u{5e9c}",
    "\u{4eac}\u{90fd}\u{5e9c}",
    "\u{5317}\u{6d77}\u{9053}",
];
const PREFECTURE: char = '\u{770c}';
/// Japan, which keeps one time.
const JAPAN: &str = "\u{65e5}\u{672c}";

/// Longer texts are no addresses.
const LONGEST: usize = 40;

/// The place that an address begins with, or that stands behind its country, as it would be written alone:
/// `東京`, `纽约, 美国`. `None` where the text is no such address.
pub(super) fn place_of(text: &str, reader: &PlaceReader<'_>) -> Option<String> {
    let is_east_asian =
        |c: char| matches!(c, '\u{3040}'..='\u{30ff}' | '\u{3400}'..='\u{9fff}' | '\u{ac00}'..='\u{d7a3}');
    if !is_native(text) || text.chars().count() > LONGEST || !text.chars().any(is_east_asian) {
        return None;
    }
    let is_of_prefecture = text.chars().nth(2) == Some(PREFECTURE) || text.chars().nth(3) == Some(PREFECTURE);
    if is_of_prefecture || PREFECTURES.iter().any(|name| text.starts_with(name)) {
        return Some(JAPAN.to_owned());
    }
    let is_known = |name: &str| reader.is_known(&Part::new(name));
    let cuts = || text.char_indices().map(|(at, _)| at).skip(1);
    let of_country = |at: usize| {
        let (country, city) = (&text[..at], text[at..].trim_start_matches(['\u{30fb}', ' ']));
        let city = without_ending(city);
        (reader.is_country(&Part::new(country)) && is_known(city)).then(|| format!("{city}, {country}"))
    };
    // Of a region that the table lacks, the city in it.
    let with_ending = |end: usize| {
        let (whole, behind) = (&text[..end], text[end..].trim());
        let name = without_ending(whole);
        let is_one = name.len() < whole.len() && name.chars().count() > 1;
        let names = [whole, name, behind, without_ending(behind)];
        is_one.then(|| names.into_iter().find(|name| is_known(name))).flatten().map(str::to_owned)
    };
    cuts().find_map(of_country).or_else(|| cuts().chain([text.len()]).find_map(with_ending))
}

fn without_ending(name: &str) -> &str {
    ENDINGS
        .iter()
        .find_map(|ending| name.strip_suffix(ending))
        .filter(|name| !name.is_empty())
        .unwrap_or(name)
}
