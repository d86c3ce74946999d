//! The thresholds of a policy, each with what it decides.

use tzplan::{ClockRange, Policy};

use super::dates;
use super::length::length;

/// One of them.
pub(crate) struct Threshold {
    /// `Largest shift`.
    pub(crate) name: &'static str,
    /// `2 h`.
    pub(crate) value: String,
    /// What it decides.
    pub(crate) decides: &'static str,
}

/// All of them, always in the same order.
pub(crate) fn thresholds(policy: &Policy) -> Vec<Threshold> {
    let range = |range: ClockRange| range.to_string().replace('-', "–");
    let all = [
        ("Target", length(policy.target()), "the daily overlap a team needs"),
        ("Comfortable", length(policy.comfortable()), "marks an overlap as comfortable; decides nothing"),
        (
            "Largest shift",
            length(policy.max_shift()),
            "what may be asked of a day as a favour, where a person states no flex",
        ),
        (
            "Reasonable hours",
            range(policy.reasonable()),
            "a moved day does not leave them further than before",
        ),
        ("Night", range(policy.night()), "what counts as night work"),
        ("Grace", dates::days(policy.grace_days()), "in 364 days on which the target may be missed"),
        ("Replies within", length(policy.reply_within()), "marks blocked time beyond it; decides nothing"),
        ("Step", length(policy.step()), "the granularity of proposed moves"),
    ];
    all.map(|(name, value, decides)| Threshold { name, value, decides }).into()
}

/// Those that are not the usual ones: `target 3 h`, `night 21:00–05:00`.
pub(crate) fn unusual(policy: &Policy) -> Vec<String> {
    let usual = thresholds(&Policy::default());
    let other = thresholds(policy).into_iter().zip(usual).filter(|(one, usual)| one.value != usual.value);
    other.map(|(one, _)| format!("{} {}", one.name.to_lowercase(), one.value)).collect()
}

#[cfg(test)]
mod tests {
    use tzplan::Minutes;

    use super::*;

    #[test]
    fn what_differs_is_named_and_nothing_else() {
        assert_eq!(unusual(&Policy::default()), [""; 0]);
        let night = "21:00-05:00".parse().expect("a range");
        let other = Policy::default().with_target(Minutes(180)).expect("a target").with_night(night);
        assert_eq!(unusual(&other), ["target 3 h", "night 21:00–05:00"]);
    }
}
