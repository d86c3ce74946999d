//! How charts and pages look: colours for light and dark in one place.

/// The style of a chart in a file of its own.
pub(crate) const CHART: &str =
    concat!(include_str!("../../templates/theme.css"), include_str!("../../templates/chart.css"));

#[cfg(test)]
mod tests {
    use std::collections::HashMap;

    /// Text on what is behind it; 4.5 is what WCAG 2 asks of text (AA).
    const TEXT: [(&str, &str); 31] = [
        ("ink", "paper"),
        ("ink", "wash"),
        ("ink", "drift"),
        ("ink", "tint"),
        ("ink", "heat1"),
        ("ink", "heat2"),
        ("on-heat3", "heat3"),
        ("ink", "some"),
        ("ink", "warn-fill"),
        ("ink", "good-fill"),
        ("ink", "bad-fill"),
        ("muted", "paper"),
        ("muted", "wash"),
        ("muted", "tint"),
        ("muted", "night"),
        ("link", "paper"),
        ("link", "wash"),
        ("good", "paper"),
        ("good", "wash"),
        ("good", "good-fill"),
        ("warn", "paper"),
        ("warn", "wash"),
        ("warn", "warn-fill"),
        ("bad", "paper"),
        ("bad", "wash"),
        ("bad", "bad-fill"),
        ("on-all", "all"),
        ("on-bad", "bad"),
        ("off", "paper"),
        ("target", "paper"),
        ("ink", "night"),
    ];
    /// Marks beside each other; 3 is what is asked of them. Lighter cells have an edge of the last ones.
    const MARKS: [(&str, &str); 13] = [
        ("work", "paper"),
        ("work", "night"),
        ("work", "tint"),
        ("all", "work"),
        ("all", "paper"),
        ("all", "tint"),
        ("heat3", "paper"),
        ("step-below", "paper"),
        ("target", "paper"),
        ("off", "paper"),
        ("bad", "paper"),
        ("warn", "paper"),
        ("muted", "paper"),
    ];

    /// The colours of a scheme, dark ones over light ones.
    fn colours(dark: bool) -> HashMap<String, [f64; 3]> {
        let (light, darker) = super::CHART.split_once("@media").expect("two schemes");
        let mut colours = HashMap::new();
        for line in light.lines().chain(darker.lines().filter(|_| dark)) {
            let Some((name, value)) = line.trim().strip_prefix("--").and_then(|line| line.split_once(": #"))
            else {
                continue;
            };
            let channel = |at: usize| {
                u8::from_str_radix(&value[at..at + 2], 16).map(f64::from).expect("two digits") / 255.0
            };
            colours.insert(name.to_owned(), [channel(0), channel(2), channel(4)]);
        }
        colours
    }

    /// WCAG's relative luminance.
    fn luminance(colour: [f64; 3]) -> f64 {
        let linear = |c: f64| if c <= 0.04045 { c / 12.92 } else { ((c + 0.055) / 1.055).powf(2.4) };
        0.2126 * linear(colour[0]) + 0.7152 * linear(colour[1]) + 0.0722 * linear(colour[2])
    }

    fn contrast(a: [f64; 3], b: [f64; 3]) -> f64 {
        let (a, b) = (luminance(a), luminance(b));
        (a.max(b) + 0.05) / (a.min(b) + 0.05)
    }

    #[test]
    fn everything_can_be_read_in_light_and_dark() {
        assert!((contrast([0.0; 3], [1.0; 3]) - 21.0).abs() < 1e-9);
        for dark in [false, true] {
            let colours = colours(dark);
            let pairs = TEXT.map(|pair| (pair, 4.5)).into_iter().chain(MARKS.map(|pair| (pair, 3.0)));
            for ((front, back), least) in pairs {
                let found = contrast(colours[front], colours[back]);
                assert!(found >= least, "--{front} on --{back} (dark: {dark}): {found:.2}, not {least}");
            }
        }
    }
}
