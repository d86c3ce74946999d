//! The names of weekdays in many languages. Short forms of one are other days in others: `di` is a Tuesday in
//! German and a Sunday in French, so that a text is read in one language that has all of its names.

use std::collections::BTreeMap;
use std::sync::LazyLock;

use chrono::Weekday;

const TSV: &str = include_str!("../../data/weekdays.tsv");

/// The names of the weekdays in a language, and their short forms.
///
/// ```
/// use chrono::Weekday;
/// use tzplan::hours::WeekdayNames;
/// let meant: Vec<_> = WeekdayNames::of("di").map(|(names, day)| (names.language(), day)).collect();
/// assert_eq!(meant, [("Dutch", Weekday::Tue), ("French", Weekday::Sun), ("German", Weekday::Tue)]);
/// ```
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub struct WeekdayNames {
    place: usize,
    language: &'static str,
}

/// What each name means, by language.
static NAMES: LazyLock<BTreeMap<&'static str, Vec<(WeekdayNames, Weekday)>>> = LazyLock::new(|| {
    let mut names: BTreeMap<&str, Vec<(WeekdayNames, Weekday)>> = BTreeMap::new();
    for (place, line) in TSV.lines().filter(|line| !line.starts_with('#')).enumerate() {
        let mut columns = line.split('\t');
        let language = columns.next().unwrap_or_default();
        for (day, column) in (0_u8..7).zip(columns) {
            let day = Weekday::try_from(day).unwrap_or(Weekday::Mon);
            for name in column.split(' ') {
                names.entry(name).or_default().push((WeekdayNames { place, language }, day));
            }
        }
    }
    names
});

impl WeekdayNames {
    /// The languages in which a name in small letters is a weekday, by their English names, and that day.
    pub fn of(name: &str) -> impl Iterator<Item = (Self, Weekday)> + use<> {
        let name = name.trim().trim_end_matches('.');
        // 月曜日, and "dienstags" or "lundis".
        let name = name.strip_suffix("\u{66dc}\u{65e5}").or(name.strip_suffix('\u{66dc}')).unwrap_or(name);
        let singular = || name.strip_suffix('s').filter(|name| name.chars().count() > 4);
        let found = NAMES.get(name).or_else(|| NAMES.get(singular()?));
        found.into_iter().flatten().copied()
    }

    /// What the language is called in English.
    pub fn language(self) -> &'static str {
        self.language
    }

    /// The weekday of a name in small letters.
    pub fn weekday(self, name: &str) -> Option<Weekday> {
        Self::of(name).find(|(names, _)| *names == self).map(|(_, day)| day)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hours::{HoursErrorKind, parse_days, parse_hours, show_days};

    fn days(text: &str) -> String {
        parse_days(text).map_or_else(|error| error.to_string(), show_days)
    }

    #[test]
    fn short_forms_are_read_in_the_language_that_has_all_of_them() {
        for (text, expected) in [
            ("Lu-Ve", "Mon-Fri"),
            ("lu, ma, me", "Mon-Wed"),
            ("Lu Ma Me Je", "Mon-Thu"),
            ("ma, me, ve", "Tue,Wed,Fri"),
            ("Lu-Vi", "Mon-Fri"),
            ("lu, mi, vi", "Mon,Wed,Fri"),
            ("Ma-Ju", "Tue-Thu"),
            ("Lu/Gi", "Mon,Thu"),
            ("Lu-Do", "Mon-Sun"),
            ("Ma-Vr", "Mon-Fri"),
            ("ma, di, do", "Mon,Tue,Thu"),
            ("wo + vr", "Wed,Fri"),
            ("Za,Zo", "Sat,Sun"),
            ("Mo-Do", "Mon-Thu"),
            ("Di, Mi, Do", "Tue-Thu"),
            ("Mo, Di, Fr", "Mon,Tue,Fri"),
            ("Sa, So", "Sat,Sun"),
            ("Po-Pá", "Mon-Fri"),
            ("po-pa", "Mon-Fri"),
            ("Po, St, Pi", "Mon,Wed,Fri"),
            ("út, čt", "Tue,Thu"),
            ("So, Ne", "Sat,Sun"),
            ("Pn-Pt", "Mon-Fri"),
            ("pn, śr, pt", "Mon,Wed,Fri"),
            ("Wt-Cz", "Tue-Thu"),
            ("Må-To", "Mon-Thu"),
            ("Ma-To", "Mon-Thu"),
            ("ti, on, to", "Tue-Thu"),
            ("Ma, Ke, Pe", "Mon,Wed,Fri"),
            ("Pt-Cu", "Mon-Fri"),
            // Saturday and Friday elsewhere, but this is Turkish.
            ("Pt, Sa", "Mon,Tue"),
            ("Sa-Cu", "Tue-Fri"),
            ("man-fre", "Mon-Fri"),
            ("hétfő-péntek", "Mon-Fri"),
            ("maanantai - torstai", "Mon-Thu"),
            ("luni-vineri", "Mon-Fri"),
            ("pon-čet", "Mon-Thu"),
            ("dl, dc i dv", "Mon,Wed,Fri"),
            ("Pazartesi, Çarşamba", "Mon,Wed"),
            // A Friday in French, but a word for "and" in Turkish.
            (
                "Pazartesi ve Çarşamba",
                "`ve` is no weekday beside the others; write Mon, Tue, Wed, Thu, Fri, Sat or Sun",
            ),
            // English comes first.
            ("Sa", "Sat"),
            ("Su-Th", "Sun-Thu"),
            ("L-S", "Mon-Sat"),
            ("L-D", "Mon-Sun"),
        ] {
            assert_eq!(days(text), expected, "{text}");
        }
    }

    #[test]
    fn short_forms_that_are_other_days_in_two_languages_are_refused_with_both() {
        for (text, refused) in [
            ("di", "`di` is Tue in Dutch and German, but Sun in French; write Tue or Sun"),
            ("So", "`so` is Sat in Czech and Polish, but Sun in Danish and German; write Sat or Sun"),
            (
                "Ma-Do",
                "`ma-do` is Mon-Thu in Dutch, but Tue-Sun in Italian and Spanish; write Mon-Thu or Tue-Sun",
            ),
            ("Mi, Do", "`mi, do` is Wed,Thu in German, but Wed,Sun in Spanish; write Wed,Thu or Wed,Sun"),
            // Each is one day somewhere, but no language has both.
            ("Mon, Di", "`di` is Tue in Dutch and German, but Sun in French; write Tue or Sun"),
        ] {
            assert_eq!(days(text), refused, "{text}");
            assert!(parse_days(text).is_err_and(|error| error.kind() == HoursErrorKind::AmbiguousDays));
        }
    }

    #[test]
    fn days_and_hours_in_other_languages() {
        for (text, expected) in [
            ("lunes a viernes", "Mon-Fri"),
            ("Mon-Fri except Wed", "Mon,Tue,Thu,Fri"),
            ("weekdays but not Fridays", "Mon-Thu"),
            ("every day except Sunday", "Mon-Sat"),
            ("Mo-Fr außer Mi", "Mon,Tue,Thu,Fri"),
            ("lundi au vendredi sauf mercredi", "Mon,Tue,Thu,Fri"),
            ("L-V", "Mon-Fri"),
            ("lundi au vendredi", "Mon-Fri"),
            ("Montag bis Donnerstag", "Mon-Thu"),
            ("Mo-Fr", "Mon-Fri"),
            ("seg a sex", "Mon-Fri"),
            ("segunda-feira a sexta-feira", "Mon-Fri"),
            ("pn-pt", "Mon-Fri"),
            ("пн-пт", "Mon-Fri"),
            ("пн, ср и пт", "Mon,Wed,Fri"),
            ("maandag t/m donderdag", "Mon-Thu"),
            ("月〜金", "Mon-Fri"),
            ("周一至周五", "Mon-Fri"),
            ("월-금", "Mon-Fri"),
            ("土日", "Sat,Sun"),
            ("月・水・金", "Mon,Wed,Fri"),
            ("周一、周三、周五", "Mon,Wed,Fri"),
            ("周一三五", "Mon,Wed,Fri"),
            ("周一至五", "Mon-Fri"),
            ("星期一到四", "Mon-Thu"),
            ("週一至週五", "Mon-Fri"),
            ("월화수", "Mon-Wed"),
            ("L,M,X", "Mon-Wed"),
            ("LXV", "Mon,Wed,Fri"),
            ("א-ה", "Sun-Thu"),
            ("א׳-ה׳", "Sun-Thu"),
            ("ראשון-חמישי", "Sun-Thu"),
            ("الأحد - الخميس", "Sun-Thu"),
            ("จันทร์-ศุกร์", "Mon-Fri"),
            ("T2-T6", "Mon-Fri"),
            ("月水金", "Mon,Wed,Fri"),
            ("du lundi au vendredi", "Mon-Fri"),
            ("dal lunedì al giovedì", "Mon-Thu"),
            ("del lunes al jueves", "Mon-Thu"),
            ("van ma tot vr", "Mon-Fri"),
            ("od po do pá", "Mon-Fri"),
            ("od poniedziałku do piątku", "Mon-Fri"),
            ("с понедельника по пятницу", "Mon-Fri"),
            ("fra mandag til torsdag", "Mon-Thu"),
            ("lunedì e mercoledì", "Mon,Wed"),
        ] {
            assert_eq!(days(text), expected, "{text}");
        }
        for text in ["di", "so", "do", "x", "l", "mars"] {
            assert!(parse_days(text).is_err(), "{text}");
        }
        let hours = |text: &str| {
            parse_hours(text).map(|hours| hours.on(parse_days("Mon-Fri").unwrap_or_default()).to_string())
        };
        for (text, expected) in [
            ("9:00 a 14:00", "09:00-14:00 Mon-Fri"),
            ("de 9h à 18h", "09:00-18:00 Mon-Fri"),
            ("9h às 18h", "09:00-18:00 Mon-Fri"),
            ("с 9 до 18", "09:00-18:00 Mon-Fri"),
            ("von 8 bis 16:30 Uhr", "08:00-16:30 Mon-Fri"),
            ("上午9点-下午5点", "09:00-17:00 Mon-Fri"),
            ("9点到18点", "09:00-18:00 Mon-Fri"),
            ("午前9時-午後6時30分", "09:00-18:30 Mon-Fri"),
            ("오전 9시~오후 6시", "09:00-18:00 Mon-Fri"),
            ("9:00-18:00 пн-чт", "09:00-18:00 Mon-Thu"),
            ("9 a - 5 p", "09:00-17:00 Mon-Fri"),
            ("Lu-Ve 9-17", "09:00-17:00 Mon-Fri"),
            ("Ma-Vr 9-17; Za 10-14", "09:00-17:00 Mon-Fri; 10:00-14:00 Sat"),
        ] {
            assert_eq!(hours(text), Ok(expected.to_owned()), "{text}");
        }
    }

    #[test]
    fn no_name_means_two_days_in_one_language() {
        let lines: Vec<&str> = TSV.lines().filter(|line| !line.starts_with('#')).collect();
        assert!(lines.len() > 25 && lines.is_sorted(), "{}", lines.len());
        for line in lines {
            let columns: Vec<&str> = line.split('\t').collect();
            assert_eq!(columns.len(), 8, "{line}");
            let mut names: Vec<&str> = columns[1..].iter().flat_map(|column| column.split(' ')).collect();
            assert!(names.iter().all(|name| !name.is_empty() && name.to_lowercase() == **name), "{line}");
            // One letter is one of several days nearly everywhere.
            assert!(names.iter().all(|name| name.len() > 1), "{line}");
            let all = names.len();
            names.sort_unstable();
            names.dedup();
            assert_eq!(names.len(), all, "{line}");
        }
    }
}
