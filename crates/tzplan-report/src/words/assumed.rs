//! What rows of a file and flags leave open, and how it was taken, in sentences.

use crate::context::{Assumption, Context};

/// The most rows named.
const MOST_ROWS: usize = 3;
/// How a place is told that has a namesake, and how several are.
const NAMESAKE: &str = "; there is also ";
const NAMESAKES: &str = "; there are others of these names";

/// What stands above them.
pub(crate) fn heading(context: Context<'_>) -> &'static str {
    let of_flags = context.assumptions.iter().filter(|assumption| assumption.is_of_flag()).count();
    match of_flags {
        0 => "How the roster was read",
        all if all == context.assumptions.len() => "How the flags were read",
        _ => "How roster and flags were read",
    }
}

/// A sentence for each of the first assumptions, with the rows; files other than the roster are named, as
/// `called` calls them by their path. And how many assumptions are left.
pub(crate) fn sentences(context: Context<'_>, most: usize, called: fn(&str) -> &str) -> (Vec<String>, usize) {
    let sentence = |assumption: &Assumption| {
        let Assumption { message, rows, count, file: path, .. } = assumption;
        // A flag is no path, whatever strokes it holds.
        let file = if assumption.is_of_flag() { path } else { called(path) };
        match (path == context.source, *count) {
            (true, 0) => message.clone(),
            (true, count) => format!("{message} ({})", place(rows, count)),
            (false, 0) => format!("{message} ({file})"),
            (false, count) => format!("{message} ({file}, {})", place(rows, count)),
        }
    };
    let told = together(context.assumptions);
    let shown = told.iter().take(most).map(sentence).collect();
    (shown, told.len().saturating_sub(most))
}

/// Places with namesakes in one sentence for each file: `` `Berlin` is read as Berlin, Germany, `Lagos` as
/// Lagos, Nigeria; there are others of these names ``. Which they are is said where one stands alone, and by
/// `check`.
fn together(assumptions: &[Assumption]) -> Vec<Assumption> {
    let mut told: Vec<Assumption> = Vec::new();
    for assumption in assumptions {
        let chosen = |one: &Assumption| {
            let (place, _) = one.message.split_once(NAMESAKE)?;
            (one.code == "place" && one.count > 0).then(|| place.to_owned())
        };
        let known = told.iter_mut().find(|known| {
            let is_place = chosen(known).is_some() || known.message.ends_with(NAMESAKES);
            known.code == "place" && known.file == assumption.file && is_place
        });
        match (known, chosen(assumption)) {
            (Some(known), Some(place)) => {
                let before = match known.message.strip_suffix(NAMESAKES) {
                    Some(several) => several.to_owned(),
                    None => chosen(known).unwrap_or_default(),
                };
                let place = place.replacen("` is read as ", "` as ", 1);
                known.message = format!("{before}, {place}{NAMESAKES}");
                known.rows.extend(&assumption.rows);
                known.rows.sort_unstable();
                known.count += assumption.count;
            }
            _ => told.push(assumption.clone()),
        }
    }
    told
}

/// `row 3`, `rows 3, 4 and 7`, `rows 3, 4, 7 and 996 more`.
fn place(rows: &[u64], count: usize) -> String {
    // One more takes no more room than the count of it.
    let shown = if count <= MOST_ROWS + 1 { rows.len().min(count) } else { rows.len().min(MOST_ROWS) };
    let mut words: Vec<String> = rows[..shown].iter().map(u64::to_string).collect();
    let left = count - shown;
    if left > 0 {
        words.push(if shown == 0 { format!("{left}") } else { format!("{left} more") });
    }
    let noun = if count == 1 { "row" } else { "rows" };
    match words.as_slice() {
        [first @ .., last] if !first.is_empty() => format!("{noun} {} and {last}", first.join(", ")),
        words if shown == 0 => format!("{} {noun}", words.concat()),
        words => format!("{noun} {}", words.concat()),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn places_with_namesakes_are_one_sentence() {
        let of = |code, row, message: &str| Assumption {
            code,
            file: "team.csv".to_owned(),
            rows: vec![row],
            count: 1,
            message: message.to_owned(),
        };
        let all = [
            of("place", 4, "`Berlin` is read as Berlin, Germany; there is also Berlin, New Hampshire"),
            of("hours", 2, "no hours are given: 09:00-17:00 is assumed"),
            of("place", 3, "`Lagos` is read as Lagos, Nigeria; there is also Lagos, Portugal"),
            of("place", 5, "`London` is read as London, England; there is also London, Ontario"),
        ];
        let told: Vec<_> = together(&all).into_iter().map(|one| (one.message, one.rows, one.count)).collect();
        let places = "`Berlin` is read as Berlin, Germany, `Lagos` as Lagos, Nigeria, `London` as London, England; \
                      there are others of these names";
        assert_eq!(told[0], (places.to_owned(), vec![3, 4, 5], 3));
        assert_eq!((told.len(), told[1].1.clone()), (2, vec![2]));
        assert_eq!(together(&all[..2]).len(), 2);
        assert!(together(&all[..2])[0].message.ends_with("there is also Berlin, New Hampshire"));
    }

    #[test]
    fn rows_are_named_and_the_rest_counted() {
        assert_eq!(place(&[3], 1), "row 3");
        assert_eq!(place(&[3, 4, 7], 3), "rows 3, 4 and 7");
        assert_eq!(place(&[3, 4, 7, 9], 4), "rows 3, 4, 7 and 9");
        assert_eq!(place(&[3, 4, 7, 9, 10], 999), "rows 3, 4, 7 and 996 more");
        assert_eq!(place(&[2], 12), "rows 2 and 11 more");
        assert_eq!(place(&[], 12), "12 rows");
    }
}
