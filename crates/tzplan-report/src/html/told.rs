//! Which dates the picture of a day shows, and what they have to do with the verdict.

use tzplan::Model;

use crate::chart::day::Days;
use crate::view::View;

/// About one of the days that can be drawn.
pub(crate) struct Told {
    /// `Berlin summer time`.
    pub(crate) clock: String,
    /// What these dates are to the verdict, a sentence; empty where all dates are one day.
    pub(crate) why: String,
}

/// The day of the season that decides, by its place.
pub(crate) fn deciding(view: &View<'_>, days: &Days) -> usize {
    view.season_drawn().map_or_else(|| days.usual(), |season| days.mostly(season.season.dates()))
}

/// About each of the days.
pub(crate) fn each(view: &View<'_>, days: &Days) -> Vec<Told> {
    let deciding = deciding(view, days);
    let changes = days.days.iter().any(|day| day.ahead != days.days[0].ahead);
    let told = days.days.iter().enumerate().map(|(place, day)| Told {
        clock: match changes {
            true => view.home.time_on(day.first),
            false => view.home.time(),
        },
        why: match place == deciding {
            _ if days.days.len() == 1 => String::new(),
            true => format!("{}.", why(view)),
            false => format!("What decides is {}.", days.days[deciding].dates),
        },
    });
    told.collect()
}

/// Why the season that is drawn decides: see [`View::season_drawn`].
fn why(view: &View<'_>) -> &'static str {
    let verdict = view.plan.verdict();
    let misses = view.plan.seasons().any(|season| !season.overlap.meets);
    match verdict.model {
        _ if verdict.trap.is_some() => "These dates decide: bringing everyone together asks most then",
        Model::Overlap => "Between clock changes these dates last longest",
        _ if misses => "These dates decide: of those below the target they last longest",
        _ => "Between clock changes these dates last longest",
    }
}
