//! The team's day with the candidate on it: as stated, and after the shift with which they would fit.

use std::io;

use tzplan::fit::{Beside, TeamWithCandidates};
use tzplan::{Attendance, ProfileId, Season, SeasonOverlap};

use super::{View, joined};
use crate::text::day::{Block, Day, Moved};
use crate::text::page::Page;
use crate::view::part_drawn;
use crate::words::clock;
use crate::words::dates::{self, Dates};
use crate::words::home::Home;
use crate::words::ink::{Ink, Text};
use crate::words::people::{PeopleRow, and, bars};

/// The most bars of a team whose people have rows of their own, and of a larger one.
const MOST_BARS: usize = 15;
const MOST_SCHEDULES: usize = 8;

/// The day of the season in which the candidate and those beside them miss the target for longest, else of
/// the longest one.
pub(super) fn print(page: &mut Page<'_>, view: &View<'_>) -> io::Result<()> {
    let joined = joined(std::slice::from_ref(view), Attendance::Optional);
    let picture = Picture { view, joined: &joined };
    let Some((season, beside)) = joined.dearest_season(0, view.fit, &view.document.seasons) else {
        return Ok(());
    };
    let season = part_drawn(joined.prepared(), season);
    let (shown, of_team) = (picture.shown(), joined.team_shares(&season));
    let mut blocks = picture.team(&season, &shown.0, &of_team);
    blocks.push(picture.joining(&beside));
    picture.print(page, season, view.name(), &blocks, &shown.1)?;
    let decides = decides(&joined, std::slice::from_ref(view)).map(|(_, why)| why);
    match view.document.seasons.len() {
        0 | 1 => Ok(()),
        _ => page.paragraph(2, &Text::new(Ink::Faint, decides.unwrap_or_else(|| LONGEST.to_owned()))),
    }
}

/// The day of the season that decides, or else of the longest one, with several candidates below the team, at
/// the hours stated.
pub(super) fn print_several(page: &mut Page<'_>, views: &[View<'_>]) -> io::Result<()> {
    let [view, ..] = views else { return Ok(()) };
    let beside = joined(views, Attendance::Optional);
    let joined = joined(views, Attendance::Required);
    let picture = Picture { view, joined: &joined };
    let seasons = joined.prepared().seasons();
    let decides = decides(&beside, views);
    let of_dates = |season: &&Season| match &decides {
        Some((decides, _)) => days_within(season, decides),
        None => season.days(),
    };
    // The first of equals.
    let Some(season) = seasons.iter().rev().max_by_key(of_dates) else { return Ok(()) };
    let why = match decides {
        _ if seasons.len() < 2 => String::new(),
        Some((_, why)) => why,
        None => LONGEST.to_owned(),
    };
    let season = part_drawn(joined.prepared(), *season);
    let (shown, of_team) = (picture.shown(), joined.team_shares(&season));
    let mut blocks = picture.team(&season, &shown.0, &of_team);
    let people = views.iter().enumerate().map(|(place, of)| PeopleRow {
        place: if of.name.is_empty() { String::new() } else { of.whereabouts() },
        ..of.row(joined.candidate(place), of.label())
    });
    blocks.push(Block { people: people.collect(), together: None, moved: None });
    let who = and(&views.iter().map(View::label).collect::<Vec<_>>());
    picture.print(page, season, &who, &blocks, &shown.1)?;
    if why.is_empty() {
        return Ok(());
    }
    page.paragraph(2, &Text::new(Ink::Faint, why))
}

/// How many days of a season are in another one.
fn days_within(season: &Season, other: &Season) -> u32 {
    let (first, last) = (season.first().max(other.first()), season.last().min(other.last()));
    ((last - first).num_days() + 1).max(0) as u32
}

/// Of the first candidate for whom it is missed in some season the one in which they and those beside them
/// miss the target for longest, with the reason; `None` where none is missed.
pub(crate) fn decides(joined: &TeamWithCandidates, candidates: &[View<'_>]) -> Option<(Season, String)> {
    candidates.iter().enumerate().find_map(|(place, one)| {
        let seasons = &one.document.seasons;
        let (season, beside) = joined.dearest_season(place, one.fit, seasons)?;
        if beside.overlap.meets {
            return None;
        }
        let always = seasons.iter().all(|season| !joined.beside(place, one.fit, season).overlap.meets);
        let with = match beside.pod {
            Some(pod) => format!("pod {}", pod + 1),
            None if one.prepared.required_members() == 1 => "the team".to_owned(),
            None => "everyone".to_owned(),
        };
        let who = if candidates.len() == 1 { one.name().to_owned() } else { one.label() };
        let two = format!("{who} and {with} share less than the target");
        let why = match always {
            true => format!("These dates decide: of those on which {two} they last longest."),
            false => format!("These dates decide: then {two}."),
        };
        Some((season, why))
    })
}

/// Why a season is drawn where none decides.
pub(crate) const LONGEST: &str = "Between clock changes these dates last longest.";

/// The team and the candidates in one.
struct Picture<'v> {
    view: &'v View<'v>,
    joined: &'v TeamWithCandidates,
}

impl View<'_> {
    /// By name, or by the place of whoever is hired there.
    fn label(&self) -> String {
        if self.name.is_empty() { self.whereabouts() } else { self.name.clone() }
    }

    fn row(&self, profile: ProfileId, name: String) -> PeopleRow {
        PeopleRow { profile, required: true, name, place: self.whereabouts() }
    }
}

impl Picture<'_> {
    /// Under a heading, on the home clock; below it how many of the team are left out.
    fn print(
        &self,
        page: &mut Page<'_>,
        season: Season,
        who: &str,
        blocks: &[Block<'_>],
        left: &[ProfileId],
    ) -> io::Result<()> {
        let prepared = self.joined.prepared();
        let horizon = prepared.horizon();
        let (home, dates) = (Home::of(horizon), Dates::of(horizon));
        let shown = home.most(&season);
        page.heading(&format!(
            "The team's day {} in {}, with {who}; own hours at the right",
            dates.during(shown.first, shown.last),
            home.time(),
        ))?;
        let night = self.view.policy.night();
        let day = Day { prepared, season, ahead: shown.ahead, night };
        page.drawing(|page| day.print(page, blocks))?;
        if left.is_empty() {
            return Ok(());
        }
        let more = dates::counted(left.len() as u64, "more schedule", "more schedules");
        let people = dates::people(self.view.people.heads_of(left.iter().copied()));
        page.line(&Text::new(Ink::Faint, format!("  … and {more}, {people}")))
    }

    /// The team's schedules with bars, and those without.
    fn shown(&self) -> (Vec<ProfileId>, Vec<ProfileId>) {
        let most = if self.view.people.by_name() { MOST_BARS } else { MOST_SCHEDULES };
        bars(self.view.prepared, self.view.pods(), most)
    }

    /// Everybody of the team with what they share; pod by pod, then who is in none.
    fn team<'o>(
        &self,
        season: &Season,
        shown: &[ProfileId],
        overlaps: &'o [SeasonOverlap],
    ) -> Vec<Block<'o>> {
        let people = |of: &dyn Fn(&ProfileId) -> bool| {
            let ids: Vec<ProfileId> = shown.iter().copied().filter(|id| of(id)).collect();
            let rows = self.view.people.rows(&ids, Some(season.first())).into_iter();
            rows.map(|row| PeopleRow { profile: self.joined.profile_of(row.profile), ..row })
                .collect::<Vec<PeopleRow>>()
        };
        let pods = self.view.pods();
        if pods.is_empty() {
            let several = self.view.prepared.required_members() > 1;
            let together = several.then(|| ("everyone".to_owned(), &overlaps[0]));
            return vec![Block { people: people(&|_| true), together, moved: None }];
        }
        let mut blocks: Vec<Block<'o>> = Vec::new();
        for (place, (pod, shared)) in pods.iter().zip(overlaps).enumerate() {
            let people = people(&|id| pod.contains(id));
            let together = (!people.is_empty()).then(|| (format!("pod {}", place + 1), shared));
            blocks.push(Block { people, together, moved: None });
        }
        let others = people(&|id| !pods.iter().any(|pod| pod.contains(id)));
        blocks.push(Block { people: others, together: None, moved: None });
        blocks
    }

    /// The candidate, with what they share and with the moved day.
    fn joining<'o>(&self, beside: &'o Beside) -> Block<'o> {
        let (fit, candidate) = (self.view.fit, self.joined.candidate(0));
        let who = |name: String| self.view.row(candidate, name);
        let moved = fit.shift.as_ref().or(fit.trap.as_ref()).map(|moved| {
            let posts = self.view.schedule().posts();
            let trap = if fit.shift.is_none() { "trap: " } else { "" };
            Moved {
                who: who(trap.to_owned() + &clock::moved(moved.shift.minutes())),
                by: moved.shift,
                hours: clock::joined(&clock::of_posts(posts, &moved.hours)),
            }
        });
        let with = match (beside.pod, self.view.prepared.required_members()) {
            (Some(pod), _) => format!("with pod {}", pod + 1),
            (None, 1) => "together".to_owned(),
            (None, _) => "with everyone".to_owned(),
        };
        Block {
            people: vec![who(self.view.subject().to_owned())],
            together: Some((with, &beside.overlap)),
            moved,
        }
    }
}
