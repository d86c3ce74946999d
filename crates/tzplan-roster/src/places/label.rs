//! A label cut into the parts that may be places.

use std::borrow::Cow;

use super::cut_clock::cut_clock;
#[cfg(feature = "places")]
use super::fold::fold;
use super::place_words::WordKind;
#[cfg(feature = "places")]
use super::place_words::is_no_place;

/// A part of a label.
#[cfg(feature = "places")]
#[derive(Clone, Debug)]
pub(super) struct Part {
    /// As it was written.
    pub(super) text: String,
    pub(super) folded: String,
}

#[cfg(feature = "places")]
impl Part {
    pub(super) fn new(text: &str) -> Self {
        Self { text: text.to_owned(), folded: fold(text) }
    }

    /// Whether it may be a code, such as `CA` or `N.Y.`: capitals, and few of them.
    pub(super) fn is_capitals(&self) -> bool {
        let letters = self.letters();
        (2..=3).contains(&letters.len()) && letters.bytes().all(|b| b.is_ascii_uppercase())
    }

    /// The text without full stops: `N.Y.` as `NY`.
    pub(super) fn letters(&self) -> String {
        self.text.replace('.', "")
    }
}

/// The label without flags and other pictures, and without the punctuation around it.
pub(super) fn plain(label: &str) -> String {
    // Most labels and their parts are printable ASCII with a blank between words, and letters at the ends.
    let is_alphanumeric = |byte: Option<&u8>| byte.is_some_and(u8::is_ascii_alphanumeric);
    let bytes = label.as_bytes();
    let are_plain = |pair: &[u8]| pair.iter().all(|byte| (0x20..0x7f).contains(byte)) && pair != b"  ";
    if is_alphanumeric(bytes.first()) && is_alphanumeric(bytes.last()) && bytes.windows(2).all(are_plain) {
        return label.to_owned();
    }
    let text: String = label.chars().map(|c| if is_picture(c) { ' ' } else { c }).collect();
    let words: Vec<&str> = text.split_whitespace().collect();
    let stray = |c: char| ",;:!?*\"'“”‘’„«»·•|/~#_=<>–—".contains(c);
    words.join(" ").trim_matches(|c: char| stray(c) || c.is_whitespace()).to_owned()
}

/// `Berlin-based` as `Berlin based`, which says nothing more.
pub(super) fn without_based(label: &str) -> Cow<'_, str> {
    let lower = label.to_ascii_lowercase();
    let ends = |at: usize| !lower[at..].starts_with(char::is_alphanumeric);
    let found = lower.find("-based").filter(|at| ends(at + "-based".len()) && *at > 0);
    let behind = found.map(|at| (&label[..at], &label[at + "-based".len()..]));
    behind.map_or(Cow::Borrowed(label), |(before, behind)| Cow::Owned(format!("{before}{behind}")))
}

/// Full-width digits, letters and signs as the plain ones, and every hyphen as the one on keyboards.
pub(super) fn half_width(label: &str) -> Cow<'_, str> {
    if label.is_ascii() {
        return Cow::Borrowed(label);
    }
    let plain = |c: char| match c {
        '\u{ff01}'..='\u{ff5e}' => char::from_u32(u32::from(c) - 0xfee0).unwrap_or(c),
        '\u{2010}' | '\u{2011}' | '\u{fe63}' => '-',
        '\u{3000}' | '\u{a0}' | '\u{202f}' => ' ',
        other => other,
    };
    Cow::Owned(label.chars().map(plain).collect())
}

/// Flags, pictures, and what joins and colours them.
fn is_picture(c: char) -> bool {
    matches!(c,
        '\u{1f000}'..='\u{1faff}' | '\u{2600}'..='\u{27bf}' | '\u{2b00}'..='\u{2bff}' | '\u{fe00}'..='\u{fe0f}'
        | '\u{200b}'..='\u{200d}' | '\u{20e3}' | '\u{e0020}'..='\u{e007f}' | '\u{2190}'..='\u{21ff}' | '\u{2300}'..='\u{23ff}')
}

/// The parts between commas, brackets and dashes; what names no place is left out where something else is
/// left.
#[cfg(feature = "places")]
pub(super) fn parts(text: &str) -> Vec<Part> {
    let dashes = [" - ", " – ", " — ", " -- ", ": ", " | ", " · ", " • "];
    let mut text = text.to_owned();
    // Most labels have none of these marks, which is quickly seen.
    if text.contains(['-', '–', '—', ':', '|', '·', '•']) {
        for dash in dashes {
            text = text.replace(dash, ",");
        }
    }
    let pieces = text.split([',', '(', ')', '[', ']', '{', '}', '\u{ff0c}', '\u{3001}', '\u{60c}']);
    let mut all: Vec<Part> =
        pieces.map(plain).map(|piece| Part::new(&piece)).filter(|part| !part.folded.is_empty()).collect();
    // `US-CA`, `DE-Berlin`, `US-CA-San Francisco`
    if let [only] = &all[..]
        && let Some((country, place)) = only.text.split_once('-')
        && (2..=3).contains(&country.len())
        && country.bytes().all(|b| b.is_ascii_uppercase())
    {
        let behind = place.split_once('-').map(|(region, city)| [Part::new(city), Part::new(region)]);
        let behind = behind.filter(|[_, region]| region.is_capitals());
        let mut nested = behind.map_or_else(|| vec![Part::new(place)], Vec::from);
        nested.push(Part::new(country));
        all = nested;
    }
    let is_no_part = |part: &Part| is_no_place(&part.folded) || WordKind::Site.has(&part.text.to_lowercase());
    let places: Vec<Part> = all.iter().filter(|part| !is_no_part(part)).cloned().collect();
    if places.is_empty() { all } else { places }
}

/// The pieces of a label that names several places: `Berlin / Lisbon`, `London or Paris`.
#[cfg(feature = "places")]
pub(super) fn alternatives(text: &str) -> Vec<String> {
    let mut text = text.replace(['/', '|', ';', '&', '\\'], "\u{0}");
    for word in [
        " + ", " or ", " and ", " OR ", " AND ", " Or ", " And ", " und ", " oder ", " et ", " ou ", " y ",
        " vs ", " to ",
    ] {
        text = text.replace(word, "\u{0}");
    }
    let pieces = text.split('\u{0}').map(plain).filter(|piece| !piece.is_empty());
    pieces.filter(|piece| !is_no_place(&fold(piece))).collect()
}

/// What may stand behind a place without a blank, and says nothing: `横浜市`, `北京时间`, `東京本社`, `上海分公司`,
/// `서울 본사`.
const ENDINGS: [&str; 31] = [
    "市",
    "県",
    "省",
    "시",
    "标准时间",
    "标准时",
    "标準時",
    "時間",
    "时间",
    "時",
    "시간",
    "本社",
    "支社",
    "支店",
    "営業所",
    "事業所",
    "事務所",
    "オフィス",
    "办公室",
    "办事处",
    "分公司",
    "总部",
    "分部",
    "辦公室",
    "總部",
    "본사",
    "지사",
    "지점",
    "사무소",
    "사무실",
    "오피스",
];

/// `Greater Boston area` as `Boston`; `None` where there is no such word.
pub(super) fn without_frills(text: &str) -> Option<&str> {
    let behind = WordKind::Behind.strip_end(text).unwrap_or(text);
    let place = WordKind::Front.strip_front(behind).unwrap_or(behind);
    let cities = ENDINGS.iter().filter_map(|ending| place.strip_suffix(ending));
    let place = cities.map(str::trim_end).find(|city| city.chars().count() > 1).unwrap_or(place);
    (place.len() < text.len() && !place.is_empty()).then_some(place)
}

/// `10115 Berlin` and `London SW1A` without the words that have digits; `None` where none or all have.
pub(super) fn without_postcode(text: &str) -> Option<String> {
    let has_digit = |word: &&str| word.contains(|c: char| c.is_ascii_digit());
    // Hours, or what was meant as hours, are not to be dropped.
    if text.split(' ').any(may_be_a_time) {
        return None;
    }
    // `1012 AB Amsterdam`
    let is_of_four = |word: &str| word.len() == 4 && word.bytes().all(|b| b.is_ascii_digit());
    let is_pair = |word: &str| word.len() == 2 && word.bytes().all(|b| b.is_ascii_uppercase());
    let before = std::iter::once("").chain(text.split(' '));
    let words: Vec<&str> = text
        .split(' ')
        .zip(before)
        .filter(|(word, before)| !(has_digit(word) || is_pair(word) && is_of_four(before)))
        .map(|(word, _)| word)
        .collect();
    let plain = plain(&words.join(" "));
    let is_offset = text.contains(['+', ':', '\u{2212}']) || !plain.contains(char::is_alphabetic);
    (!is_offset && plain.len() < text.len() && words.len() < text.split(' ').count()).then_some(plain)
}

/// Whether words say something about hours or days, well or badly written.
#[cfg(feature = "places")]
pub(super) fn may_be_hours(words: &str) -> bool {
    let is_time_of_day = |word: &str| {
        let word = word.trim_end_matches('s').to_lowercase();
        ["night", "morning", "afternoon", "evening", "weekend", "shift"].contains(&&*word)
    };
    words.split(' ').any(|word| may_be_a_time(word) || is_time_of_day(word))
        || tzplan::hours::parse_days(words).is_ok()
}

/// `9-17`, `9-`, `9am`, `09:00–17`, `17h`: no postcode is written like these.
fn may_be_a_time(word: &str) -> bool {
    let digits = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let word = word.trim_start_matches(['(', '[']).to_ascii_lowercase();
    let behind = &word[digits(&word)..];
    let is_clock = |text: &str| (1..=2).contains(&digits(text));
    let to = behind.trim_start_matches(|c: char| c.is_ascii_alphabetic() || c == ':' || c.is_ascii_digit());
    let is_range = to
        .strip_prefix(['-', '\u{2013}', '\u{2014}', '~'])
        .is_some_and(|end| end.is_empty() || is_clock(end));
    is_clock(&word) && (is_range || ["am", "pm", "h", ":"].iter().any(|mark| behind.starts_with(mark)))
}

/// `Lima 14-22`, `Lima, Mon-Thu 9-5`, `Lima (9am-5pm ET)`, `14-22 Lima`: the hours beside a place.
pub(crate) fn hours_beside(text: &str) -> Option<&str> {
    if !text.contains(|c: char| c.is_ascii_digit()) {
        return None;
    }
    let is_mark = |c: char| c.is_whitespace() || "()[],;:@".contains(c);
    let marks = || text.match_indices(is_mark).map(|(at, _)| at);
    let behind = marks().map(|at| text[at..].trim_matches(is_mark)).find(|rest| are_hours(rest));
    behind.or_else(|| marks().map(|at| text[..at].trim_matches(is_mark)).rfind(|front| are_hours(front)))
}

/// Whether words are hours, with or without the clock that they are on.
fn are_hours(words: &str) -> bool {
    let may_start = words.starts_with(|c: char| c.is_ascii_digit())
        || words.get(..3).is_some_and(|day| tzplan::hours::parse_days(day).is_ok());
    let parses = |words: &str| tzplan::hours::parse_hours(words).is_ok();
    may_start && (parses(words) || cut_clock(words).is_some_and(|(hours, _)| parses(&hours)))
}

/// `North London` as `London`; `None` where there is no such word.
#[cfg(feature = "places")]
pub(super) fn without_side(text: &str) -> Option<&str> {
    WordKind::Side.strip_front(text)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn flags_and_stray_punctuation_go() {
        let cases = [
            ("Berlin 🇩🇪", "Berlin"),
            ("🏴󠁧󠁢󠁳󠁣󠁴󠁿 Edinburgh!", "Edinburgh"),
            ("Fort Worth, TX 🤠", "Fort Worth, TX"),
            ("– Lisbon –", "Lisbon"),
            ("🇮🇳", ""),
            ("L.A.", "L.A."),
        ];
        for (label, expected) in cases {
            assert_eq!(plain(label), expected, "{label}");
        }
    }

    #[cfg(feature = "places")]
    #[test]
    fn parts_worked_by_hand() {
        let cut = |text: &str| parts(text).into_iter().map(|part| part.text).collect::<Vec<_>>();
        assert_eq!(cut("Austin, TX,  USA 🇺🇸"), ["Austin", "TX", "USA"]);
        assert_eq!(cut("Berlin (remote)"), ["Berlin"]);
        assert_eq!(cut("HQ (London)"), ["London"]);
        assert_eq!(cut("Germany - Munich"), ["Germany", "Munich"]);
        assert_eq!(cut("Port-au-Prince"), ["Port-au-Prince"]);
        assert_eq!(cut("Remote"), ["Remote"]);
        assert_eq!(cut("US-CA-San Francisco"), ["San Francisco", "CA", "US"]);
        assert_eq!(cut("DE-Baden-Baden"), ["Baden-Baden", "DE"]);
    }

    #[cfg(feature = "places")]
    #[test]
    fn alternatives_worked_by_hand() {
        assert_eq!(alternatives("London or Paris"), ["London", "Paris"]);
        assert_eq!(alternatives("Berlin / remote"), ["Berlin"]);
        assert_eq!(alternatives("UTC+1/UTC+2"), ["UTC+1", "UTC+2"]);
        assert_eq!(without_frills("Greater Boston Area"), Some("Boston"));
        assert_eq!((without_frills("Boston"), without_frills("area")), (None, None));
    }
}
