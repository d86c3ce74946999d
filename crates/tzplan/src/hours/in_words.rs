//! Days that words beside them change: `Mon-Fri except Wed`, `Mon-Thu (4 days)`.

use chrono::{Weekday, WeekdaySet};

use super::days::{parse_days, read_days};
use super::days_off;
use super::spelling;
use super::{HoursError, HoursErrorKind};

/// Words before the days that are taken out of others.
const EXCEPT: [&str; 14] = [
    " except for ",
    " except ",
    " excluding ",
    " excl. ",
    " without ",
    " but not ",
    " but ",
    " au\u{df}er ",
    " ohne ",
    " sauf ",
    " excepto ",
    " salvo ",
    " tranne ",
    " behalve ",
];

/// `mon-fri except wed`; `None` without such a word. All but some are refused: of seven days or of five?
pub(super) fn all_but_some(plain: &str) -> Option<Result<WeekdaySet, HoursError>> {
    let (all, some) = EXCEPT.iter().find_map(|word| plain.split_once(word))?;
    if all.trim() == "all" {
        let message = format!("`{plain}` may be of five days or of seven; write those left, as in Mon-Thu");
        return Some(Err(HoursError::new(HoursErrorKind::NotADay, message)));
    }
    let both = parse_days(all).and_then(|all| Ok((all, parse_days(some)?)));
    Some(both.and_then(|(all, some)| {
        let left: WeekdaySet = all.iter(Weekday::Mon).filter(|day| !some.contains(*day)).collect();
        let is_taken_out = some.iter(Weekday::Mon).all(|day| all.contains(day)) && !left.is_empty();
        let message =
            || format!("`{plain}` takes out days that are not among the others, or all; write those left");
        is_taken_out.then_some(left).ok_or_else(|| HoursError::new(HoursErrorKind::NotADay, message()))
    }))
}

/// `mon-thu (4 days)`: days whose number stands behind them, which is theirs.
pub(super) fn counted(plain: &str) -> Option<Result<WeekdaySet, HoursError>> {
    let (before, inside, behind) = spelling::brackets(plain)?;
    let number = inside.strip_suffix(" days").or_else(|| inside.strip_suffix(" day"))?;
    let number: u8 = number.trim().parse().ok().filter(|_| behind.is_empty())?;
    Some(read_days(before).and_then(|days| match days.len() == number {
        true => Ok(days),
        false => {
            let message =
                format!("`{plain}` are {} days, not {number}; correct whichever is wrong", days.len());
            Err(HoursError::new(HoursErrorKind::DaysTwice, message))
        }
    }))
}

/// `mon-fri, wed off`, `80% mon-thu`, `5 (mon-fri)`: days with words that take some of them out, or with
/// their number; `None` for all others.
pub(super) fn said_otherwise(plain: &str) -> Option<Result<WeekdaySet, HoursError>> {
    if let Some((rest, off)) = days_off::split(plain).filter(|(rest, _)| !rest.is_empty()) {
        let all = read_days(rest).ok()?;
        let left = all.difference(off);
        return (!left.is_empty()).then_some(Ok(left));
    }
    let (first, last) = (plain.split_once([' ', ',']), plain.rsplit_once([' ', ',']));
    let cuts = [first, last.map(|(rest, amount)| (amount, rest))];
    cuts.into_iter().flatten().find_map(|(amount, rest)| {
        let amount = amount.trim_matches(spelling::BRACKETS);
        let days = read_days(rest.trim_matches(|c: char| " ,()".contains(c))).ok()?;
        let number = match amount.strip_suffix('%') {
            Some(share) => share.trim().parse::<u32>().ok().filter(|share| share % 20 == 0)? / 20,
            None => amount.parse().ok()?,
        };
        (number == u32::from(days.len())).then_some(Ok(days))
    })
}

/// The days beside times: what is none may be a remark as well.
pub(super) fn days_beside_times(days: &str) -> Result<WeekdaySet, HoursError> {
    const HELP: &str = "leave it out if it says nothing of hours, which are written like Mon-Thu 9-17";
    // A Wednesday in Turkish, but nobody writes that of a single day.
    if days.trim_end_matches('.') == "ca" {
        return Err(HoursError::new(HoursErrorKind::NotADay, format!("`{days}` is no weekday; {HELP}")));
    }
    parse_days(days).map_err(|error| match error.to_string().split_once("; ") {
        Some((message, _)) if message.ends_with(" is no weekday") => {
            HoursError::new(error.kind(), format!("{message}; {HELP}"))
        }
        _ => error,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn days_that_cannot_be_taken_out_are_refused() {
        // Of five days or of seven; a day that is none of the others; all of them; nothing.
        for text in ["all but Friday", "Mon-Thu except Fri", "Mon except Mon", "Mon-Fri except", "except Mon"]
        {
            assert!(parse_days(text).is_err(), "{text}");
        }
    }
}
