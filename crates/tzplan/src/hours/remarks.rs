//! What people write in cells of hours and of days that gives neither: a break, how much somebody works, a
//! part of the day. It is refused in its own words.

use super::{HoursError, HoursErrorKind};

/// What a word says.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
enum Remark {
    /// A pause within the hours.
    Break,
    /// Hours in which everybody has to be there, beside those of work.
    Core,
    /// A shift by its name.
    Shift,
    /// Time on call.
    OnCall,
    /// Half of a day, without its times.
    Part,
    /// How many days or hours, not which.
    Amount,
    /// Hours that are not these to the minute.
    Rough,
}

/// The words of each, in small letters.
const WORDS: [(Remark, &str); 7] = [
    (
        Remark::Break,
        "break breaks lunch pause pausen mittagspause mittag almuerzo descanso comida almoço \
         intervalo pausa déjeuner dejeuner pranzo pauze przerwa przerwy oběd frokost lounas rast 休憩 \
         昼休み 午休 昼休憩 обед обедом перерыв обід перерва 점심 점심시간 휴게 휴게시간 szünet pauză mola siesta",
    ),
    (Remark::Core, "core kern kernzeit kernarbeitszeit básico"),
    (Remark::Shift, "shift shifts schicht frühschicht spätschicht nachtschicht turno turnos dienst zmiana"),
    (Remark::OnCall, "oncall standby bereitschaft rufbereitschaft astreinte guardia"),
    (
        Remark::Part,
        "am pm morning mornings afternoon afternoons evening evenings night nights half halfday \
         vormittag vormittags nachmittag nachmittags abends abend morgens halbtags matin matins après \
         midi soir soirs mañana mañanas tarde tardes noche noches manhã manhãs noite mattina mattine \
         pomeriggio sera ochtend ochtends middag middags rano popołudnie popołudniami wieczorem 午前 午後 \
         上午 下午",
    ),
    (
        Remark::Amount,
        "day days week weeks weekly hour hours hr hrs h per fte full fulltime part parttime time \
         vollzeit teilzeit tag tage tagen stunden std woche wo jour jours heures semaine temps plein \
         partiel días dias día dia horas semana giorni ore settimana dagen uren dni godzin tydzień \
         parcial integral completo",
    ),
    (
        Remark::Rough,
        "approx approximately about around circa ca roughly ish usually mostly normally typically \
         generally flexible flexibel flex flexi flexitime gleitzeit environ aprox aproximadamente \
         unos etwa ungefähr meist około varies variable vers gegen ongeveer indicativamente",
    ),
];

/// That a text of hours says something else, where it does.
pub(super) fn of_hours(text: &str) -> Option<HoursError> {
    let has_digit = text.contains(|c: char| c.is_ascii_digit());
    let message = match remark(text)? {
        Remark::Break => "names a break, which is not read; write the hours around it, as in 9-13,14-18",
        Remark::Core => "has core hours beside others; write only the hours of work, as in 9-17",
        Remark::Shift => "names a shift; write its hours, as in 6-14",
        Remark::OnCall => "names time on call, which is not read; write the hours at work, as in 9-17",
        Remark::Part => "names a part of the day without its times; write them, as in Mon-Thu 9-17; Fri 9-13",
        Remark::Amount if has_digit || text.contains("time") => {
            "says how much, not when; write the hours, as in Mon-Thu 9-17"
        }
        Remark::Amount => return None,
        Remark::Rough => "is only rough; write the hours that count, as in 9-17",
    };
    Some(HoursError::new(HoursErrorKind::NotARange, format!("`{text}` {message}")))
}

/// That a text of days says something else, where it does.
pub(super) fn of_days(text: &str) -> Option<HoursError> {
    let numbers: Vec<&str> = text.split(|c: char| !c.is_ascii_digit()).filter(|n| !n.is_empty()).collect();
    let is_bare = text.chars().all(|c| c.is_ascii_digit() || " ,;/-+".contains(c));
    let message = match (remark(text), &numbers[..]) {
        (None, [_, _, ..]) if is_bare => {
            "counts weekdays, but not from which one; write their names, as in Mon-Thu"
        }
        (None, [_]) if is_bare => "may be how many days or which one; write their names, as in Mon-Thu",
        (Some(Remark::Part), _) => {
            "names a part of a day; write the times into the hours, as in Mon-Thu 9-17; Fri 9-13"
        }
        (Some(Remark::Amount), [_, ..]) => "says how many days, not which; write their names, as in Mon-Thu",
        (Some(Remark::Rough), _) => "does not say which days; write their names, as in Mon-Thu",
        _ => return None,
    };
    Some(HoursError::new(HoursErrorKind::NotADay, format!("`{text}` {message}")))
}

/// Whether a word is that of a pause.
pub(super) fn is_break(word: &str) -> bool {
    let of = |(remark, words): &(Remark, &str)| {
        *remark == Remark::Break && words.split(' ').any(|known| known == word)
    };
    WORDS.iter().any(of)
}

/// Whether words say how much or how exactly somebody works, and nothing of when: `8h`, `flexible`,
/// `part-time`, `80 %`.
pub(super) fn is_without_times(words: &str) -> bool {
    let of = |word: &str| {
        let known = |(_, words): &&(Remark, &str)| words.split(' ').any(|known| known == word);
        WORDS.iter().find(known).map(|(remark, _)| *remark)
    };
    let signs = words
        .replace("+/-", "")
        .replace('\u{b1}', "")
        .replace("part-time", "part")
        .replace("full-time", "full");
    let tokens = signs.split(|c: char| !c.is_alphanumeric()).filter(|token| !token.is_empty());
    let mut says = words.contains('%');
    let are_known = tokens.into_iter().all(|token| {
        let word = token.trim_start_matches(|c: char| c.is_ascii_digit());
        let is_it = matches!(of(word), Some(Remark::Amount | Remark::Rough));
        says |= is_it;
        word.is_empty() || is_it || matches!(word, "a" | "the" | "with" | "very" | "fairly" | "m" | "min")
    });
    says && are_known && !signs.contains(['-', ':'])
}

/// What the first word says that says something of this kind; breaks come before amounts, as `1 hr lunch` is
/// one.
fn remark(text: &str) -> Option<Remark> {
    if text.contains('\u{2248}') || text.starts_with('~') {
        return Some(Remark::Rough);
    }
    if text.contains("on call") || text.contains("on-call") {
        return Some(Remark::OnCall);
    }
    if text.contains('%') {
        return Some(Remark::Amount);
    }
    // `9 am` is a time.
    let is_of_time = |at: usize| text[..at].trim_end().ends_with(|c: char| c.is_ascii_digit());
    let words = || {
        let all = text.split(|c: char| !c.is_alphabetic()).filter(|word| !word.is_empty());
        all.filter(|word| {
            let at = word.as_ptr() as usize - text.as_ptr() as usize;
            !(matches!(*word, "am" | "pm" | "h" | "hr" | "hrs") && is_of_time(at) && text.contains('-'))
        })
    };
    let has = |known: &str| words().any(|word| known.split(' ').any(|known| known == word));
    let of = |(remark, known): &(Remark, &str)| has(known).then_some(*remark);
    WORDS.iter().find_map(of)
}

#[cfg(test)]
mod tests {
    use super::super::{parse_days, parse_hours};

    fn refused<T>(read: Result<T, super::HoursError>) -> String {
        read.map(drop).map_or_else(|error| error.to_string(), |()| "read".to_owned())
    }

    #[test]
    fn what_gives_no_hours_is_refused_in_its_own_words() {
        for (text, message) in [
            ("9-5 w/ break at 1:00", "names a break"),
            ("9-17, lunch 18-19", "names a break"),
            ("lunch 12-13", "names a break"),
            ("9-17, Mittagspause ab 12", "names a break"),
            ("8h-17h pause d\u{e9}jeuner \u{e0} midi", "names a break"),
            ("9-17 core 10-16", "has core hours beside others"),
            ("2nd shift", "names a shift"),
            ("Fr\u{fc}hschicht", "names a shift"),
            ("9-17 + on call", "names time on call"),
            ("Mon\u{2013}Thu + Fri am", "names a part of the day"),
            ("9-17 Mon-Thu, Fri am", "names a part of the day"),
            ("mornings", "names a part of the day"),
            ("nachmittags", "names a part of the day"),
            ("4 days", "says how much, not when"),
            ("40h/week", "says how much, not when"),
            ("8h", "says how much, not when"),
            ("80%", "says how much, not when"),
            ("part time", "says how much, not when"),
            ("20 Stunden pro Woche", "says how much, not when"),
            ("approx 9-17", "is only rough"),
            ("~9-17", "is only rough"),
            ("ca. 9-17", "is only rough"),
            ("vers 9h-17h", "is only rough"),
            ("9-17 flexible", "is only rough"),
            ("flexible", "is only rough"),
        ] {
            let found = refused(parse_hours(text));
            assert!(found.contains(message) && found.contains("; write"), "{text}: {found}");
        }
        let found = refused(parse_hours("9-17 sometimes"));
        assert_eq!(
            found,
            "`sometimes` is no weekday; leave it out if it says nothing of hours, which are written like \
             Mon-Thu 9-17"
        );
    }

    #[test]
    fn what_gives_no_days_is_refused_in_its_own_words() {
        for (text, message) in [
            ("4 days", "says how many days, not which"),
            ("4 days/week", "says how many days, not which"),
            ("3 Tage", "says how many days, not which"),
            ("80%", "says how many days, not which"),
            ("5", "may be how many days or which one"),
            ("1-5", "counts weekdays, but not from which one"),
            ("1,3,5", "counts weekdays, but not from which one"),
            ("Mon\u{2013}Thu + Fri am", "names a part of a day"),
            ("mornings", "names a part of a day"),
            ("flexible", "does not say which days"),
        ] {
            let found = refused(parse_days(text));
            assert!(found.contains(message) && found.contains("; write"), "{text}: {found}");
        }
    }

    #[test]
    fn words_that_say_nothing_more_are_read() {
        let hours = |text: &str| {
            parse_hours(text).map(|read| {
                read.on(super::super::days::range(chrono::Weekday::Mon, chrono::Weekday::Fri)).to_string()
            })
        };
        for (text, expected) in [
            ("core 10-16", "10:00-16:00 Mon-Fri"),
            ("core hours: 10-16", "10:00-16:00 Mon-Fri"),
            ("Kernzeit 10-15 Uhr", "10:00-15:00 Mon-Fri"),
            ("2\u{aa} a 6\u{aa} 9h-18h", "09:00-18:00 Mon-Fri"),
            ("9-17 (2\u{aa} a 5\u{aa})", "09:00-17:00 Mon-Thu"),
            ("Mon-Thu 9-17 only", "09:00-17:00 Mon-Thu"),
            ("General 9:00 AM - 6:00 PM", "09:00-18:00 Mon-Fri"),
            ("General Shift (9:30 AM - 6:30 PM)", "09:30-18:30 Mon-Fri"),
            ("2nd shift (2pm-11pm)", "14:00-23:00 Mon-Fri"),
            ("Night 10:00 PM - 6:00 AM", "22:00-06:00 Mon-Fri"),
            ("Fr\u{fc}hschicht 06:00-14:00", "06:00-14:00 Mon-Fri"),
            ("de 9 a 14 y de 16 a 19", "09:00-14:00,16:00-19:00 Mon-Fri"),
            ("08:00-12:00 e 14:00-18:00", "08:00-12:00,14:00-18:00 Mon-Fri"),
            ("9-12 und 13-17 Uhr", "09:00-12:00,13:00-17:00 Mon-Fri"),
            ("lunes a jueves de 9 a 18", "09:00-18:00 Mon-Thu"),
            (
                "\u{938}\u{941}\u{92c}\u{939} 9 \u{92c}\u{91c}\u{947} \u{938}\u{947} \u{936}\u{93e}\u{92e} 6 \u{92c}\u{91c}\u{947}",
                "09:00-18:00 Mon-Fri",
            ),
        ] {
            assert_eq!(hours(text).as_deref(), Ok(expected), "{text}");
        }
        for (text, expected) in [
            ("2\u{aa} a 6\u{aa}", "Mon-Fri"),
            ("2\u{aa}, 4\u{aa} e 6\u{aa}", "Mon,Wed,Fri"),
            ("3\u{aa}-feira", "Tue"),
            ("2.\u{aa} a 5.\u{aa} feira", "Mon-Thu"),
            ("weekdays only", "Mon-Fri"),
            ("Mon-Thu (4 days)", "Mon-Thu"),
        ] {
            assert_eq!(parse_days(text).map(super::super::show_days).as_deref(), Ok(expected), "{text}");
        }
        for (text, expected) in [
            ("\u{d3c9}\u{c77c}", "Mon-Fri"),
            ("jours ouvr\u{e9}s", "Mon-Fri"),
            ("\u{938}\u{94b}\u{92e}-\u{936}\u{941}\u{915}\u{94d}\u{930}", "Mon-Fri"),
            (
                "\u{938}\u{94b}\u{92e}\u{935}\u{93e}\u{930} \u{938}\u{947} \u{936}\u{941}\u{915}\u{94d}\u{930}\u{935}\u{93e}\u{930}",
                "Mon-Fri",
            ),
        ] {
            assert_eq!(parse_days(text).map(super::super::show_days).as_deref(), Ok(expected), "{text}");
        }
        // The night, or the day?
        assert!(parse_hours("Night 9-5").is_err());
        // Four days are not five.
        assert!(parse_days("Mon-Fri (4 days)").is_err());
    }
}
