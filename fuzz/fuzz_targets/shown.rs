//! Whatever is shown parses back to the same value.
#![no_main]

use std::fmt::{Debug, Display};
use std::str::FromStr;

use libfuzzer_sys::fuzz_target;
use tzplan::{ClockRange, ClockTime, DateRange, Minutes, Model, Shift, WeeklyHours, Zone};
use tzplan_roster::NamedColumn;

fuzz_target!(|text: &str| {
    comes_back::<WeeklyHours>(text);
    comes_back::<ClockRange>(text);
    comes_back::<ClockTime>(text);
    comes_back::<DateRange>(text);
    comes_back::<Minutes>(text);
    comes_back::<Model>(text);
    comes_back::<Shift>(text);
    comes_back::<Zone>(text);
    let _no_display = text.parse::<NamedColumn>();
});

fn comes_back<T: FromStr + Display + PartialEq + Debug>(text: &str)
where
    T::Err: Debug,
{
    let Ok(value) = text.parse::<T>() else { return };
    let shown = value.to_string();
    let again = shown.parse::<T>().unwrap_or_else(|error| panic!("{shown:?} of {text:?}: {error:?}"));
    assert_eq!(again, value, "{text:?} is shown as {shown:?}");
}
