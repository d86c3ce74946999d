//! Names of weekdays together: in which language they are weekdays, and which.

use chrono::{Weekday, WeekdaySet};

use super::days::{DayPart, english};
use super::show::show_days;
use super::weekday_words::WeekdayNames;
use super::{HoursError, HoursErrorKind};

/// The days of parts in a language that has all of their names; where several have and mean other days, a
/// refusal. English comes first, and what no language has wholly is read by names that mean one day
/// everywhere.
pub(super) fn in_one_language(text: &str, parts: &[DayPart<'_>]) -> Result<WeekdaySet, HoursError> {
    let all = |weekday: &dyn Fn(&str) -> Option<Weekday>| {
        parts.iter().try_fold(WeekdaySet::EMPTY, |days, part| Some(days.union(part.days(weekday)?)))
    };
    if let Some(days) = all(&english) {
        return Ok(days);
    }
    let names = || {
        parts.iter().flat_map(|part| match part {
            DayPart::Days(_) => ["", ""],
            DayPart::Names(from, to) => [*from, *to],
        })
    };
    let first = names().find(|name| !name.is_empty()).unwrap_or_default();
    let mut meanings: Vec<Meaning> = Vec::new();
    for (language, _) in WeekdayNames::of(first) {
        let Some(days) = all(&|name| language.weekday(name)) else { continue };
        match meanings.iter_mut().find(|meaning| meaning.days == days) {
            Some(meaning) => meaning.languages.push(language.language()),
            None => meanings.push(Meaning { days, languages: vec![language.language()] }),
        }
    }
    match &meanings[..] {
        [] => {}
        [Meaning { days, .. }] => return Ok(*days),
        [one, other, ..] => return Err(ambiguous(text, one, other)),
    }
    if let Some(days) = all(&|name| english(name).or_else(|| everywhere(name))) {
        return Ok(days);
    }
    let is_wrong = |name: &&str| !name.is_empty() && english(name).or_else(|| everywhere(name)).is_none();
    let wrong = names().find(is_wrong).unwrap_or(text);
    // Each alone may be a day, but of another language than the others.
    if wrong != text {
        in_one_language(wrong, &[DayPart::Names(wrong, wrong)])?;
    }
    let beside = if WeekdayNames::of(wrong).next().is_some() { " beside the others" } else { "" };
    Err(HoursError::new(
        HoursErrorKind::NotADay,
        format!("`{wrong}` is no weekday{beside}; write Mon, Tue, Wed, Thu, Fri, Sat or Sun"),
    ))
}

/// What days mean in some languages.
struct Meaning {
    days: WeekdaySet,
    languages: Vec<&'static str>,
}

fn ambiguous(text: &str, one: &Meaning, other: &Meaning) -> HoursError {
    let said = |meaning: &Meaning| {
        let languages = &meaning.languages[..meaning.languages.len().min(2)];
        format!("{} in {}", show_days(meaning.days), languages.join(" and "))
    };
    let (ours, theirs) = (show_days(one.days), show_days(other.days));
    HoursError::new(
        HoursErrorKind::AmbiguousDays,
        format!("`{text}` is {}, but {}; write {ours} or {theirs}", said(one), said(other)),
    )
}

/// The day that a name means in every language that has it. The shortest are other words, too.
fn everywhere(name: &str) -> Option<Weekday> {
    if name.len() <= 2 {
        return None;
    }
    let mut meant = WeekdayNames::of(name).map(|(_, day)| day);
    let first = meant.next()?;
    meant.all(|day| day == first).then_some(first)
}
