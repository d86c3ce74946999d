//! The names of weekdays in other languages than English, and the short forms that mean one day in all of them.
//!
//! Left out are those that mean two: `di` is a Tuesday in German and a Sunday in French, `so` a Sunday in German
//! and a Saturday in Polish, `do` a Thursday in German and a Sunday in Spanish.

use chrono::Weekday;

/// German, French, Spanish, Italian, Portuguese, Dutch, Polish, Czech, Swedish, Danish, Russian, Ukrainian,
/// Turkish, Indonesian, Japanese, Chinese and Korean.
const NAMES: [(Weekday, &str); 7] = [
    (
        Weekday::Mon,
        "montag lundi lun lunes lunedì lunedi segunda seg maandag poniedziałek poniedzialek \
         pon pn pondělí pondeli måndag mån mandag man понедельник пн понеділок pazartesi pzt \
         senin 月 周一 星期一 월 월요일",
    ),
    (
        Weekday::Tue,
        "dienstag mardi mar martes martedì martedi terça terca ter dinsdag wtorek wt úterý \
         utery tisdag tis tirsdag tir вторник вт вівторок salı sali selasa 火 周二 星期二 화 화요일",
    ),
    (
        Weekday::Wed,
        "mittwoch mercredi mer miércoles miercoles mié mie mercoledì mercoledi quarta qua \
         woensdag woe środa sroda śr středa streda onsdag ons среда среду ср середа çarşamba \
         çar rabu 水 周三 星期三 수 수요일",
    ),
    (
        Weekday::Thu,
        "donnerstag jeudi jeu jueves jue giovedì giovedi gio quinta qui donderdag czwartek \
         czw čtvrtek ctvrtek torsdag tors tor четверг чт четвер perşembe per kamis 木 周四 星期四 목 \
         목요일",
    ),
    (
        Weekday::Fri,
        "freitag vendredi ven viernes vie venerdì venerdi sexta sex vrijdag vrij piątek \
         piatek pt pátek patek fredag fre пятница пятницу пт cuma cum jumat 金 周五 星期五 금 금요일",
    ),
    (
        Weekday::Sat,
        "samstag sonnabend samedi sam sábado sabado sáb sab sabato zaterdag sobota sob lördag \
         lör lørdag lør суббота субботу сб субота cumartesi cmt sabtu 土 周六 星期六 토 토요일",
    ),
    (
        Weekday::Sun,
        "sonntag dimanche dim domingo dom domenica zondag niedziela niedz nd neděle nedele \
         söndag sön søndag søn воскресенье вс неділя нд pazar paz minggu 日 周日 星期日 星期天 周天 일 \
         일요일",
    ),
];

/// The weekday of a name in small letters.
pub(super) fn weekday_of(name: &str) -> Option<Weekday> {
    let name =
        name.strip_suffix("\u{66dc}\u{65e5}").or_else(|| name.strip_suffix('\u{66dc}')).unwrap_or(name);
    let mut known = NAMES.iter();
    known.find(|(_, names)| names.split(' ').any(|known| known == name)).map(|(day, _)| *day)
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::hours::{parse_days, parse_hours};

    #[test]
    fn no_name_means_two_days() {
        let all: Vec<&str> = NAMES.iter().flat_map(|(_, names)| names.split(' ')).collect();
        for name in &all {
            assert_eq!(all.iter().filter(|other| *other == name).count(), 1, "{name}");
            // None is short for another day in English.
            let english = ["monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"];
            let day = weekday_of(name).map_or(7, |day| day.num_days_from_monday() as usize);
            let is_other = |(place, english): (usize, &&str)| place != day && english.starts_with(name);
            assert!(!english.iter().enumerate().any(is_other), "{name}");
        }
    }

    #[test]
    fn days_and_hours_in_other_languages() {
        for (text, expected) in [
            ("lunes a viernes", "Mon-Fri"),
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
            ("lunedì e mercoledì", "Mon,Wed"),
        ] {
            assert_eq!(parse_days(text).map(crate::hours::show_days), Ok(expected.to_owned()), "{text}");
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
        ] {
            assert_eq!(hours(text), Ok(expected.to_owned()), "{text}");
        }
    }
}
