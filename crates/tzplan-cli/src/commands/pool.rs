//! A pool of candidates, ranked.

use std::path::Path;

use tzplan::fit::{Opening, Ranking, Results, Shortlist, SortBy};
use tzplan_report::{Context, Pool, PoolDocument};
use tzplan_roster::{ReadOptions, Roster};

use crate::answer::Answer;
use crate::args::{Color, FitArguments};
use crate::failure::Failure;
use crate::input::{not_overwritten, open};
use crate::output;
use crate::request::{Request, assumptions};
use crate::required::Required;
use crate::{diagnostics, progress};

/// `tzplan fit ROSTER --candidates POOL`
pub(super) fn rank(arguments: &FitArguments) -> Result<Answer, Failure> {
    let output = &arguments.team.common.output;
    let (target, form) = output::open(output)?;
    let request = Request::of(&arguments.team)?;
    let chosen = Required::of("--with", &arguments.with, &request)?;
    let (prepared, context) = (chosen.prepared(), chosen.context());
    let opening = Opening::new(&prepared, &request.policy);
    let most = arguments.pool.top.map(|top| top as usize);
    let sort = arguments.pool.sort.unwrap_or_default().into();
    let NamedPool { source, roster, shortlist } = read(arguments, &request, &opening, sort, most)?;
    usable(&source, &roster, arguments.pool.skip_bad, output.color)?;
    let team = &roster.team;
    let (ranking, results, profiles) = progress::during("judging", || match shortlist {
        Some(mut shortlist) => {
            let (results, judged) = (shortlist.results(), shortlist.judged());
            let rank = |id| shortlist.rank(id, team.schedule(id)).clone();
            (Ranking::with(team, sort, most, rank), results, judged)
        }
        None => of_all(&opening, team, sort, most),
    });
    let assumptions = [context.assumptions.to_vec(), assumptions(&roster, &source)].concat();
    let context = Context { assumptions: &assumptions, ..context };
    let row = |candidate| roster.row(candidate);
    let (ranking, skipped) = (&ranking, roster.bad_rows);
    let pool = Pool { source: &source, ranking, sort, results, profiles, skipped, row: &row };
    target.write(&PoolDocument::new(&opening, pool, context), form)?;
    Ok(Answer::Yes)
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
}

/// Reads a pool. Where only the best are asked for, the others are forgotten as they stream by, unless
/// several rows may be one person.
fn read<'o>(
    arguments: &FitArguments,
    request: &Request,
    opening: &'o Opening,
    sort: SortBy,
    most: Option<usize>,
) -> Result<NamedPool<'o>, Failure> {
    let path = arguments.pool.candidates.as_deref().unwrap_or(Path::new("-"));
    if path.as_os_str() == "-" && arguments.team.roster.source().path.as_os_str() == "-" {
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
    let mut shortlist = most.map(|most| Shortlist::new(opening, sort, most));
    let mut roster = progress::during("reading candidates", || match &mut shortlist {
        Some(shortlist) => {
            let mut offer = |schedule: &tzplan::Schedule, id| shortlist.offer(id, schedule);
            tzplan_roster::read_some(&name, &mut input, tzdb, options, &mut offer)
        }
        None => tzplan_roster::read(&name, &mut input, tzdb, options),
    })?;
    roster.judge_holidays(request.horizon.from(), request.horizon.to());
    let shortlist = shortlist.filter(|shortlist| shortlist.results().total() > 0);
    Ok(NamedPool { source: tzplan_roster::clean(&name).into_owned(), roster, shortlist })
}

/// Refuses a pool with faults, unless its bad rows are to be skipped.
fn usable(name: &str, roster: &Roster, skip_bad: bool, color: Color) -> Result<(), Failure> {
    let rows = if roster.bad_rows == 1 { "1 row".to_owned() } else { format!("{} rows", roster.bad_rows) };
    // Only whole rows can be skipped.
    let can_skip = roster.file_errors == 0;
    if skip_bad && can_skip {
        diagnostics::print_skipped(roster, name, color)?;
    } else {
        diagnostics::print(roster, name, color)?;
    }
    if !(roster.is_ok() || skip_bad && can_skip) {
        let help =
            if can_skip { format!("; --skip-bad ranks the others without {rows}") } else { String::new() };
        let count = diagnostics::faults(roster.errors);
        return Err(Failure::Faults(format!("{name} has {count}; nobody was ranked{help}")));
    }
    if roster.team.is_empty() {
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
