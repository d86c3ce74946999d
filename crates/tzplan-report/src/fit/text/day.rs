//! The team's day with the candidate on it: as stated, and after the shift with which they would fit.

use std::io;

use tzplan::target::shared_by;
use tzplan::{PreparedTeam, ProfileId, Season, SeasonOverlap};

use super::View;
use crate::fit::joined::joined;
use crate::text::day::{Block, Day, Moved};
use crate::text::page::Page;
use crate::words::clock;
use crate::words::dates::{self, Dates};
use crate::words::home::Home;
use crate::words::ink::{Ink, Text};
use crate::words::people::{PeopleRow, bars};

/// The most bars of a team whose people have rows of their own, and of a larger one.
const MOST_BARS: usize = 15;
const MOST_SCHEDULES: usize = 8;

/// The day of the season in which the candidate and those beside them miss the target for longest, else of
/// the longest one.
pub(super) fn print(page: &mut Page<'_>, view: &View<'_>) -> io::Result<()> {
    let team = joined(std::slice::from_ref(view));
    let prepared = PreparedTeam::new(&team, view.prepared.horizon().clone());
    let Some(member) = team.member(view.prepared.team().len()) else { return Ok(()) };
    let picture = Picture { view, prepared: &prepared, candidate: prepared.profile_of(member) };
    let Some((season, pod)) = picture.season() else { return Ok(()) };
    let (home, dates) = (Home::of(prepared.horizon()), Dates::of(prepared.horizon()));
    let shown = home.most(&season);
    page.heading(&format!(
        "The team's day {} in {}, with {}; own hours at the right",
        dates.during(shown.first, shown.last),
        home.time(),
        view.name()
    ))?;
    let day = Day { prepared: &prepared, season, ahead: shown.ahead, night: view.policy.night() };
    let (shown, left) = bars(view.prepared, if view.people.by_name() { MOST_BARS } else { MOST_SCHEDULES });
    let overlaps = Overlaps::of(&picture, &season, pod);
    let mut blocks = picture.team(&shown, &overlaps);
    blocks.push(picture.joining(pod, &overlaps));
    page.drawing(|page| day.print(page, &blocks))?;
    if left.is_empty() {
        return Ok(());
    }
    let more = dates::counted(left.len() as u64, "more schedule", "more schedules");
    let people = dates::people(view.people.heads_of(left));
    page.line(&Text::new(Ink::Faint, format!("  … and {more}, {people}")))
}

/// The team and the candidate in one.
struct Picture<'v> {
    view: &'v View<'v>,
    prepared: &'v PreparedTeam,
    candidate: ProfileId,
}

/// What is shared on the day.
struct Overlaps {
    /// By everyone, or by each pod.
    team: Vec<SeasonOverlap>,
    /// With the candidate.
    joined: SeasonOverlap,
}

impl Overlaps {
    fn of(picture: &Picture<'_>, season: &Season, pod: Option<usize>) -> Self {
        let shared = |group: &[ProfileId]| shared_by(picture.prepared, group, season, picture.view.policy);
        let pods = picture.view.pods();
        let team = match pods {
            [] => vec![shared(&picture.joined_ids(picture.view.prepared.required()))],
            pods => pods.iter().map(|pod| shared(&picture.joined_ids(pod))).collect(),
        };
        Self { team, joined: shared(&picture.beside(pod)) }
    }
}

impl Picture<'_> {
    /// Profiles of the team as those of the team with the candidate.
    fn joined_ids(&self, ids: &[ProfileId]) -> Vec<ProfileId> {
        ids.iter().filter_map(|id| self.joined_id(*id)).collect()
    }

    fn joined_id(&self, id: ProfileId) -> Option<ProfileId> {
        let first = self.view.prepared.profile(id).first_member();
        Some(self.prepared.profile_of(self.prepared.team().member(first)?))
    }

    /// The candidate with everyone required, or with a pod.
    fn beside(&self, pod: Option<usize>) -> Vec<ProfileId> {
        let group = pod.map_or(self.view.prepared.required(), |pod| &self.view.pods()[pod]);
        let mut group = self.joined_ids(group);
        if !group.contains(&self.candidate) {
            group.push(self.candidate);
        }
        group
    }

    /// The season that is shown, and the pod beside which the candidate stands: one that they can join, else
    /// one that they bridge, else the one with which they share most then.
    fn season(&self) -> Option<(Season, Option<usize>)> {
        let shared =
            |season: &Season, pod| shared_by(self.prepared, &self.beside(pod), season, self.view.policy);
        let pods = self.view.pods().len();
        let pod = |season: &Season| {
            let named = self.view.fit.pods.iter().chain(&self.view.fit.bridges).copied().next();
            // The first of equals.
            let most = || (0..pods).rev().max_by_key(|pod| shared(season, Some(*pod)).daily.floor());
            named.or_else(most)
        };
        let seasons = self.view.document.seasons.iter().rev();
        let shown = seasons.map(|season| {
            let pod = pod(season);
            (*season, pod, !shared(season, pod).meets)
        });
        let shown = shown.max_by_key(|(season, _, missed)| (*missed, season.days()));
        shown.map(|(season, pod, _)| (season, pod))
    }

    /// Everybody of the team with what they share; pod by pod, then who is in none.
    fn team<'o>(&self, shown: &[ProfileId], overlaps: &'o Overlaps) -> Vec<Block<'o>> {
        let people = |of: &dyn Fn(&ProfileId) -> bool| {
            let ids: Vec<ProfileId> = shown.iter().copied().filter(|id| of(id)).collect();
            let rows = self.view.people.rows(&ids).into_iter();
            let rows =
                rows.filter_map(|row| Some(PeopleRow { profile: self.joined_id(row.profile)?, ..row }));
            rows.collect::<Vec<PeopleRow>>()
        };
        let pods = self.view.pods();
        if pods.is_empty() {
            let several = self.view.prepared.required_members() > 1;
            let together = several.then(|| ("everyone".to_owned(), &overlaps.team[0]));
            return vec![Block { people: people(&|_| true), together, moved: None }];
        }
        let mut blocks: Vec<Block<'o>> = Vec::new();
        for (place, (pod, shared)) in pods.iter().zip(&overlaps.team).enumerate() {
            let people = people(&|id| pod.contains(id));
            let together = (!people.is_empty()).then(|| (format!("pod {}", place + 1), shared));
            blocks.push(Block { people, together, moved: None });
        }
        let others = people(&|id| !pods.iter().any(|pod| pod.contains(id)));
        blocks.push(Block { people: others, together: None, moved: None });
        blocks
    }

    /// The candidate, with what they share and with the moved day.
    fn joining<'o>(&self, pod: Option<usize>, overlaps: &'o Overlaps) -> Block<'o> {
        let fit = self.view.fit;
        let who = |name: String| PeopleRow {
            profile: self.candidate,
            required: true,
            name,
            place: self.view.whereabouts(),
        };
        let moved = fit.shift.as_ref().or(fit.trap.as_ref()).map(|moved| {
            let posts = self.view.schedule().posts();
            let trap = if fit.shift.is_none() { "trap: " } else { "" };
            Moved {
                who: who(trap.to_owned() + &clock::moved(moved.shift.minutes())),
                by: moved.shift,
                hours: clock::joined(&clock::of_posts(posts, &moved.hours)),
            }
        });
        let with = match (pod, self.view.prepared.required_members()) {
            (Some(pod), _) => format!("with pod {}", pod + 1),
            (None, 1) => "together".to_owned(),
            (None, _) => "with everyone".to_owned(),
        };
        Block {
            people: vec![who(self.view.subject().to_owned())],
            together: Some((with, &overlaps.joined)),
            moved,
        }
    }
}
