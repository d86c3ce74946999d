//! An offset from UTC as people and programs keep it beside a zone: `+1`, `UTC+05:30`, `-300`, `-18000`.

/// The seconds ahead of UTC that a text may mean, none where it is no offset.
pub(super) fn seconds(text: &str) -> Vec<i32> {
    let text = text.replace(['\u{2212}', '\u{2013}'], "-");
    let mut found = Vec::new();
    let mut rest = &*text;
    while let Some(at) = rest.find(|c: char| c.is_ascii_digit()) {
        let sign = if rest[..at].ends_with('-') { -1 } else { 1 };
        let is_signed = rest[..at].ends_with(['-', '+']);
        let end = rest[at..]
            .find(|c: char| !c.is_ascii_digit() && c != ':' && c != '.')
            .map_or(rest.len(), |end| at + end);
        found.extend(readings(&rest[at..end], is_signed).into_iter().map(|seconds| sign * seconds));
        rest = &rest[end..];
    }
    found
}

/// `5` hours, `5:30`, `5.5`, `0530`, `330` minutes, `19800` seconds.
fn readings(number: &str, is_signed: bool) -> Vec<i32> {
    const HOUR: i32 = 3600;
    let whole = |text: &str| text.parse::<i32>().ok().filter(|number| *number <= 24 * HOUR);
    if let Some((hours, minutes)) = number.split_once(':') {
        let minutes = minutes.split(':').next().and_then(whole);
        return whole(hours)
            .zip(minutes)
            .map(|(hours, minutes)| hours * HOUR + minutes * 60)
            .into_iter()
            .collect();
    }
    let number = number.trim_end_matches('.');
    let Some(integer) = whole(number) else {
        let hours = number.parse::<f64>().ok().filter(|hours| *hours <= 15.0);
        return hours.map(|hours| (hours * 3600.0).round() as i32).into_iter().collect();
    };
    match integer {
        0..=14 => vec![integer * HOUR],
        _ if number.len() == 4 && integer < 1500 => {
            vec![integer / 100 * HOUR + integer % 100 * 60, integer * 60]
        }
        // Browsers count minutes the other way round.
        15..=900 if is_signed => vec![integer * 60, -integer * 60],
        15..=900 => vec![integer * 60, -integer * 60],
        HOUR.. => vec![integer],
        _ => Vec::new(),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn offsets_as_people_and_programs_keep_them() {
        for (text, expected) in [
            ("+1", vec![3600]),
            ("1", vec![3600]),
            ("UTC-5", vec![-18_000]),
            ("GMT+05:30", vec![19_800]),
            ("5.5", vec![19_800]),
            ("+0530", vec![19_800, 31_800]),
            ("-300", vec![-18_000, 18_000]),
            ("-18000", vec![-18_000]),
            ("UTC+1/+2", vec![3600, 7200]),
            ("0", vec![0]),
            ("UTC", vec![]),
            ("Berlin", vec![]),
        ] {
            assert_eq!(seconds(text), expected, "{text}");
        }
    }
}
