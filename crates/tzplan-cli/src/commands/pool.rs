//! A pool of candidates, ranked.

use std::cell::RefCell;
use std::collections::HashMap;
use std::path::Path;

use tzplan::ScheduleId;
use tzplan::fit::{Opening, Ranking, Results, Shortlist, SortBy, best_of};
use tzplan_report::page::MOST_CARDS;
use tzplan_report::{Context, Hubs, Pool, PoolDocument};
use tzplan_roster::{ReadOptions, Roster};

use crate::answer::Answer;
use crate::args::{Color, FitArguments};
use crate::failure::Failure;
use crate::input::{not_overwritten, open};
use crate::output;
use crate::reach::Reach;
use crate::request::{Request, assumptions};
use crate::required::Required;
use crate::{again, diagnostics, progress};

/// `tzplan fit ROSTER --candidates POOL`
pub(super) fn rank(arguments: &FitArguments) -> Result<Answer, Failure> {
    let output = &arguments.team.common.output;
    let (target, form) = output::open_page(output, arguments.team.roster.source())?;
    if form.is_page() && arguments.reach.any {
        let why = "--format html shows candidates for one team; with --any each may have another: drop one \
        of the two";
        return Err(Failure::Setting(why.to_owned()));
    }
    let request = Request::of(&arguments.team)?;
    let chosen = Required::of("--with", &arguments.with, &request)?;
    let reach = Reach::of(&arguments.reach, &request, &chosen)?;
    let most = arguments.pool.top.map(|top| top as usize);
    let sort = arguments.pool.sort.unwrap_or_default().into();
    let NamedPool { source, roster, shortlist, outside } = read(arguments, &request, &reach, sort, most)?;
    usable(&source, &roster, arguments.pool.skip_bad, outside, output.color)?;
    let within = Within::of(&roster.team, &reach)?;
    let team = within.team.as_ref().unwrap_or(&roster.team);
    let suits = RefCell::new(HashMap::new());
    let (ranking, results, profiles) = progress::during("judging", || match shortlist {
        Some(mut shortlist) => {
            let (results, judged, tied) = (shortlist.results(), shortlist.judged(), shortlist.tied());
            let rank = |id| shortlist.rank(id, team.schedule(id)).clone();
            (Ranking::with(team, sort, most, rank).with_tied(tied), results, judged)
        }
        None if reach.hubs().is_empty() => of_all(reach.whole(), team, sort, most),
        None => of_any(&reach, team, sort, most, &mut suits.borrow_mut()),
    });
    if form.is_page() {
        few_enough(ranking.iter().len(), within.outside)?;
    }
    let assumptions = [reach.assumptions().to_vec(), assumptions(&roster, &source)].concat();
    let row = |candidate| roster.row(within.place(candidate)?);
    let (ranking, skipped) = (&ranking, roster.bad_rows);
    let pool = Pool { source: &source, ranking, sort, results, profiles, skipped, row: &row };
    let changes = reach.changes_of_pool((outside + within.outside) as u64);
    let context = Context { changes: &changes, assumptions: &assumptions, ..chosen.context() };
    let of = |schedule| suits.borrow().get(&schedule).copied();
    let hubs = Hubs { names: reach.hubs(), of: Some(&of) };
    target.write(&PoolDocument::new(reach.whole(), pool, context).any_of(hubs), form)?;
    Ok(Answer::Yes)
}

/// Refuses a page of more candidates than stand side by side, and of nobody.
fn few_enough(listed: usize, outside: usize) -> Result<(), Failure> {
    match listed {
        0 => Err(Failure::Setting(format!(
            "all {outside} candidates live outside --offsets; there is nobody to show"
        ))),
        1..=MOST_CARDS => Ok(()),
        many => Err(Failure::Setting(format!(
            "--format html shows at most {MOST_CARDS} candidates side by side, not {many}; write --top \
            {MOST_CARDS} for \
             the best of them"
        ))),
    }
}

/// Those of a pool who live where a hire may come from.
struct Within {
    /// `None` where that is all of them.
    team: Option<tzplan::Team>,
    /// Their places in the pool.
    places: Vec<usize>,
    outside: usize,
}

impl Within {
    fn of(pool: &tzplan::Team, reach: &Reach<'_>) -> Result<Self, Failure> {
        let all = Self { team: None, places: Vec::new(), outside: 0 };
        if reach.offsets().is_none() {
            return Ok(all);
        }
        let inside: Vec<bool> = pool.schedules().iter().map(|schedule| reach.has_all(schedule)).collect();
        let (within, outside): (Vec<_>, Vec<_>) =
            pool.members().partition(|member| inside[member.schedule_id().index()]);
        if outside.is_empty() {
            return Ok(all);
        }
        let leave = outside.iter().map(|member| tzplan::Change::Without { member: member.id() });
        let team = pool.changed(leave).map_err(|error| Failure::Setting(error.to_string()))?;
        let places = within.iter().map(|member| member.index()).collect();
        Ok(Self { team: Some(team), places, outside: outside.len() })
    }

    /// Where somebody stands in the pool.
    fn place(&self, candidate: usize) -> Option<usize> {
        if self.team.is_some() { self.places.get(candidate).copied() } else { Some(candidate) }
    }
}

/// Ranks each by the hub that suits best, and remembers which.
fn of_any<'t>(
    reach: &Reach<'_>,
    pool: &'t tzplan::Team,
    sort: SortBy,
    most: Option<usize>,
    suits: &mut HashMap<ScheduleId, usize>,
) -> (Ranking<'t>, Results, usize) {
    let rank = |id| {
        let (hub, candidate) = best_of(reach.openings(), pool.schedule(id)).expect("--any has hubs");
        suits.insert(id, hub);
        candidate.rank()
    };
    let ranking = Ranking::with(pool, sort, most, rank);
    let (results, judged) = (ranking.results(), ranking.judged());
    (ranking, results, judged)
}

fn of_all<'t>(
    opening: &Opening,
    pool: &'t tzplan::Team,
    sort: SortBy,
    most: Option<usize>,
) -> (Ranking<'t>, Results, usize) {
    let ranking = Ranking::of(opening, pool, sort, most);
    let (results, judged) = (ranking.results(), ranking.judged());
    (ranking, results, judged)
}

/// A pool as it was read.
struct NamedPool<'o> {
    /// Its name, as answers show it.
    source: String,
    roster: Roster,
    /// Who was offered to it, where only the best are kept.
    shortlist: Option<Shortlist<'o>>,
    /// How many were left out as they streamed by, because they live outside the offsets.
    outside: usize,
}

/// Reads a pool. Where only the best are asked for, the others are forgotten as they stream by, unless
/// several rows may be one person.
fn read<'o>(
    arguments: &FitArguments,
    request: &Request,
    reach: &'o Reach<'_>,
    sort: SortBy,
    most: Option<usize>,
) -> Result<NamedPool<'o>, Failure> {
    let path = arguments.pool.candidates.as_deref().unwrap_or(Path::new("-"));
    if path.as_os_str() == "-" && arguments.team.roster.source().path == Some(Path::new("-")) {
        let why = "standard input cannot be the roster and the pool; name a file for one of them";
        return Err(Failure::Setting(why.to_owned()));
    }
    not_overwritten(path, arguments.team.common.output.path())?;
    let (name, mut input) = open(path)?;
    let tzdb = &request.tzdb;
    let options = &ReadOptions {
        sheet: arguments.pool.candidates_sheet.clone(),
        columns: arguments.pool.candidates_column.clone(),
        ..request.options.clone()
    };
    let one = reach.hubs().is_empty();
    let mut shortlist = most.filter(|_| one).map(|most| Shortlist::new(reach.whole(), sort, most));
    let mut outside = 0_usize;
    let mut inside = |schedule: &tzplan::Schedule| {
        let inside = reach.has_all(schedule);
        outside += usize::from(!inside);
        inside
    };
    let mut roster = progress::during("reading candidates", || match &mut shortlist {
        Some(shortlist) => {
            let mut offer =
                |schedule: &tzplan::Schedule, id| inside(schedule) && shortlist.offer(id, schedule);
            tzplan_roster::read_some(&name, &mut input, tzdb, options, &mut offer)
        }
        None => tzplan_roster::read(&name, &mut input, tzdb, options),
    })?;
    roster.judge_holidays(request.horizon.from(), request.horizon.to());
    // Nobody is offered where several rows may be one person.
    let shortlist = shortlist.filter(|shortlist| shortlist.results().total() > 0);
    Ok(NamedPool { source: tzplan_roster::clean(&name).into_owned(), roster, shortlist, outside })
}

/// Refuses a pool with faults, unless its bad rows are to be skipped.
fn usable(name: &str, roster: &Roster, skip_bad: bool, outside: usize, color: Color) -> Result<(), Failure> {
    let rows = if roster.bad_rows == 1 { "1 row".to_owned() } else { format!("{} rows", roster.bad_rows) };
    // Only whole rows can be skipped.
    let can_skip = roster.file_errors == 0;
    let check = again::check_of_pool(name);
    if skip_bad && can_skip {
        diagnostics::print_skipped(roster, &check, color)?;
    } else {
        diagnostics::print(roster, &check, color)?;
    }
    if !(roster.is_ok() || skip_bad && can_skip) {
        let help =
            if can_skip { format!("; --skip-bad ranks the others without {rows}") } else { String::new() };
        let count = diagnostics::faults(roster.errors);
        return Err(Failure::Faults(format!("{name} has {count}; nobody was ranked{help}")));
    }
    if roster.team.is_empty() && outside == 0 {
        let why = if roster.bad_rows > 0 {
            format!("all of {rows} have faults; mend some of them")
        } else {
            "add a row for each candidate".to_owned()
        };
        return Err(Failure::Faults(format!("{name} has nobody to rank: {why}")));
    }
    if !roster.is_ok() {
        diagnostics::note(&format!("{name}: {rows} with faults skipped"))?;
    }
    Ok(())
}
