//! Steps of work, counted where the tests of this crate ask for it: what is linear takes at most twice the
//! steps for twice the input, whatever machine it runs on.

#[cfg(test)]
use std::cell::Cell;

#[cfg(test)]
thread_local! {
    static STEPS: Cell<u64> = const { Cell::new(0) };
}

/// Counts steps: characters looked at, names compared, keys looked up. Nothing outside tests.
#[inline(always)]
pub(crate) fn steps(count: usize) {
    #[cfg(test)]
    STEPS.with(|steps| steps.set(steps.get() + count as u64));
    let _ = count;
}

/// The steps that a piece of work takes on this thread.
#[cfg(test)]
pub(crate) fn counted(work: impl FnOnce()) -> u64 {
    let before = STEPS.with(Cell::get);
    work();
    STEPS.with(Cell::get) - before
}

#[cfg(test)]
mod tests {
    use super::counted;
    use tzplan::{Schedule, Tzdb, WeeklyHours, Zone};

    use crate::{IcsPerson, ReadOptions, read, read_team_ics};

    fn steps(name: &str, text: &str) -> u64 {
        counted(|| {
            read(name, text.as_bytes(), Tzdb::bundled(), &ReadOptions::default()).unwrap();
        })
    }

    /// Twice the input takes at most twice the steps, and some more for what comes once a file.
    #[track_caller]
    fn is_linear(name: &str, what: &str, count: usize, file: impl Fn(usize) -> String) {
        let (once, twice) = (steps(name, &file(count)), steps(name, &file(2 * count)));
        assert!(once > 0 && twice <= 2 * once + once / 10, "{what}: {once} steps, and {twice} for twice");
    }

    #[test]
    fn labels_are_compared_with_names_of_their_length() {
        let rows = |label: fn(usize) -> String| {
            move |count: usize| {
                (0..count)
                    .map(|n| format!("Ana,\"{}\"\n", label(n)))
                    .fold("name,zone\n".to_owned(), |all, row| all + &row)
            }
        };
        is_linear("a.csv", "unknown labels", 500, rows(|n| format!("Qwxyzzyville {n:05}")));
        is_linear("a.csv", "unknown ids", 500, rows(|n| format!("Qwxyzzy/Ville{n:05}")));
        is_linear("a.csv", "unknown parts", 500, rows(|n| format!("Lisbon, flat {n:05}")));
        is_linear("a.csv", "a label of words", 500, |n| format!("zone\n{}\n", "Berlin ".repeat(n)));
        is_linear("a.csv", "a label of dates", 500, |n| format!("zone\nUTC{}\n", "; 2027-01-02".repeat(n)));
    }

    /// A label of many words is looked through for the dates of a stay where these may begin, and nowhere
    /// else.
    #[test]
    fn long_labels_are_looked_through_once() {
        for (what, text) in [
            ("words", "Foo bar "),
            ("words of dates", "May "),
            ("numbers", "1 "),
            ("codes", "CO "),
            ("places", "Berlin "),
        ] {
            let of = |bytes: usize| {
                let label = format!("{} x1", text.repeat(bytes / text.len()));
                // Without the table of places a short label is compared with more names than a long one.
                steps("a.csv", &format!("zone\n{label}\n")).saturating_sub(steps("a.csv", "zone\nx1\n"))
            };
            // As many of them as dates may have are read as dates, however long the label is.
            let (short, long) = (of(240), of(960));
            assert!(long <= 4 * short + short / 10 + 1000, "{what}: {short} steps, and {long}");
            assert!(long <= 60_000, "{what}: {long} steps");
        }
        let words = steps("a.csv", &format!("zone\n{} x1\n", "Foo bar ".repeat(120)));
        assert!(words <= 5000, "{words}");
    }

    /// Of a wide table, and where all of its header is taken for one cell; of words, and of names of names.
    #[test]
    fn headers_are_looked_through_once() {
        let header = |of: fn(usize) -> String| {
            move |count: usize| {
                let columns: Vec<String> = (0..count).map(of).collect();
                format!("name,zone,{}\nAna,UTC\n", columns.join(","))
            }
        };
        is_linear("a.csv", "many columns", 200, header(|n| format!("column {n:05}")));
        is_linear("a.csv", "columns of one name", 200, header(|_| "zone".to_owned()));
        is_linear("a.csv", "headers of words", 20, header(|n| format!("hours_{n:05}{}", " a".repeat(300))));
        is_linear("a.csv", "names of names", 20, header(|n| format!("x{n:05}{}", ".name".repeat(190))));
        is_linear("a.csv", "long headers", 20, header(|n| format!("x{n:05}{}", "x".repeat(900))));
        let long = |length: usize| {
            steps("a.csv", &format!("name,zone,{}\n", "x".repeat(length))) - steps("a.csv", "name,zone\n")
        };
        assert!(long(900) <= 9 * long(100) + 2000, "{} {}", long(900), long(100));
        is_linear("a.csv", "a header of words", 400, |n| format!("name,zone,hours{}\n", " a".repeat(n)));
        is_linear("a.csv", "a header of names", 400, |n| format!("name,zone,x{}\n", ".name".repeat(n)));
    }

    /// A cell has up to ten thousand bytes: what looks like dates, ranges and lists of them.
    #[test]
    fn days_off_are_looked_through_once() {
        for (what, text) in [
            ("dates without a mark", "2027-01-0 "),
            ("numbers and marks", "24-"),
            ("a list of days", "1 & "),
            ("a list of dates", "24 Dec and "),
            ("lists with commas", "Dec 24, "),
            ("words", "from 3 May to "),
            ("weeks", "KW 5-"),
        ] {
            let file = |count: usize| format!("name,zone,off\nAna,UTC,\"{}31\"\n", text.repeat(count));
            is_linear("a.csv", what, 300, file);
        }
    }

    /// After some thousand of them no more are compared.
    #[test]
    fn labels_that_mean_nothing_are_compared_with_names_up_to_a_limit() {
        let file = |count: usize| {
            (0..count)
                .map(|n| format!("Qwxyzzyville {n:05}\n"))
                .fold("zone\n".to_owned(), |all, row| all + &row)
        };
        // Nothing is done with the others but to look whether they hold dates: no thousand steps each.
        let more = steps("a.csv", &file(12_000)) - steps("a.csv", &file(6000));
        assert!(more <= 6000 * 50, "{more}");
    }

    #[cfg(feature = "structured")]
    #[test]
    fn yaml_is_looked_through_once() {
        is_linear("a.yaml", "one line", 2000, |n| format!("list: [{}]", "{zone: UTC, name: é}, ".repeat(n)));
        is_linear("a.yaml", "many lines", 2000, |n| "- zone: UTC\n  name:\n  team: é\n".repeat(n));
        is_linear("a.yaml", "empty values", 2000, |n| {
            format!("people:\n{}", (0..n).map(|n| format!("  p{n}:\n")).collect::<String>())
        });
        is_linear("a.yaml", "long texts", 50, |n| "- zone: UTC\n  name: |\n    a\n    b\n".repeat(n));
        is_linear("a.yaml", "merged keys", 2000, |n| {
            let pairs = |of: &str| (0..n).map(|key| format!("  {of}{key}: 1\n")).collect::<String>();
            format!("usual: &usual\n{}ana:\n  <<: *usual\n{}", pairs("a"), pairs("b"))
        });
    }

    /// Everybody has a first name that every event names, and some have all of their name.
    #[test]
    fn people_of_a_team_calendar_are_found_by_their_words() {
        let schedule = Schedule::new(Zone::UTC, WeeklyHours::default());
        let events = |count: usize| {
            let names: Vec<String> = (0..count).map(|n| format!("Kim Na{n} Lee")).collect();
            let person = |name| IcsPerson { name, email: Some("kim@example.org"), schedule: &schedule };
            let people: Vec<IcsPerson<'_>> = names.iter().map(|name| person(name)).collect();
            let event = |n: usize| {
                format!("BEGIN:VEVENT\nDTSTART;VALUE=DATE:20270104\nSUMMARY:Kim Na{n} Lee off\nEND:VEVENT\n")
            };
            let all: String = (0..count).map(event).collect();
            let calendar =
                format!("BEGIN:VCALENDAR\n{all}{}END:VCALENDAR\n", event(0).replace("Na0 Lee", "Kim"));
            let year = "2027-01-01".parse().unwrap().."2028-01-01".parse().unwrap();
            counted(|| {
                let read = read_team_ics("a", calendar.as_bytes(), year, Tzdb::bundled(), &people).unwrap();
                assert!(read.dates.iter().all(|dates| dates.len() == 1));
            })
        };
        let (once, twice) = (events(500), events(1000));
        assert!(once > 1000 && twice <= 2 * once + once / 10, "{once} steps, and {twice} for twice");
    }
}
