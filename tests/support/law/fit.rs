//! Hire fit (§9): the verdicts of the team with and without somebody, for every shift of their day in order.

use super::circle::{Circle, WEEK};
use super::lineup::Lineup;
use super::people::{Crew, Mark, Person};
use super::pods::reaches;
use super::rules::Rules;
use super::season::{Season, seasons};
use super::shift::affordable_all_year;
use super::target::{Daily, daily_overlap, effective_target, meets};
use super::verdict::{Judged, Model, Verdict};
use super::week::{Week, night_work};

#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Debug)]
pub enum Answer {
    Fits,
    FitsWithShift,
    FitsAsync,
}

/// A team and somebody who may join it.
#[derive(Clone, Debug)]
pub struct Hire {
    pub team: Crew,
    /// The team and, last, the candidate.
    pub joined: Crew,
}

#[derive(Clone, PartialEq, Debug)]
pub struct Fit {
    pub answer: Answer,
    /// The candidate's own; `None` also where the team's plan makes them fit.
    pub shift: Option<i32>,
    pub by_plan: bool,
    pub trap: Option<i32>,
    pub team_before: Model,
    pub team_after: Model,
    pub team_after_shift: Option<Model>,
    pub asked: Asked,
    /// Pods that the candidate joins, by their place among the pods of the team before; of the answer's
    /// shift.
    pub pods: Vec<usize>,
    /// Likewise, at stated hours.
    pub bridged: Vec<usize>,
    /// Isolated people, by place in the roster.
    pub relieves: Vec<usize>,
    pub night_minutes: u32,
}

/// What plans ask, in minutes.
#[derive(Clone, PartialEq, Debug)]
pub struct Asked {
    /// "Asked of anybody": by the team's plans before.
    pub before: i32,
    /// Of the candidate, by the plans that the answer rests on and the shift of their own day.
    pub candidate: i32,
    /// Of anybody, by those plans.
    pub most: i32,
    /// "Who is asked for more than anybody was before, and by how much": place in the roster, minutes.
    pub others: Vec<(usize, i32)>,
}

/// How the joined team stands after a shift of the candidate's own day.
struct Trial {
    fits: bool,
    model: Model,
    pods: Vec<usize>,
    /// Of each of the joined people.
    asked: Vec<i32>,
    /// The farthest of the candidate from the stated hours in any season.
    own: i32,
}

impl Hire {
    /// "The candidate counts as required, and as marked where everybody required is."
    pub fn new(team: Crew, candidate: Person) -> Self {
        let mut joined = team.clone();
        let required = team.required();
        let all_marked = required.iter().all(|one| team.people[*one].mark == Mark::Required);
        for one in required {
            // Where everybody is optional, all count as required.
            if joined.people[one].mark == Mark::Optional {
                joined.people[one].mark = Mark::Unmarked;
            }
        }
        let mark = if all_marked { Mark::Required } else { Mark::Unmarked };
        joined.people.push(Person { mark, ..candidate });
        Self { team, joined }
    }

    /// The candidate's place in the joined roster.
    pub fn candidate(&self) -> usize {
        self.team.people.len()
    }

    pub fn fit(&self, rules: &Rules) -> Fit {
        let team = Lineup::of(&self.team);
        let before = Verdict::of(&team, rules);
        let joined = Lineup::of(&self.joined);
        let one = joined.people.len() - 1;
        let trial = |shift: i32| self.try_shift(&before, &joined, shift, rules);

        let stated = trial(0);
        // "One affordable shift of the candidate's own day, the same all year; smallest |s|, positive first.
        // The trap likewise, with an unaffordable one of at most 24 h."
        let (own, unaffordable): (Vec<i32>, Vec<i32>) = rules
            .moves_up_to(1440)
            .into_iter()
            .partition(|shift| affordable_all_year(&joined.people[one], *shift, rules));
        let first = |shifts: Vec<i32>| {
            shifts.into_iter().find_map(|shift| Some((shift, trial(shift))).filter(|(_, trial)| trial.fits))
        };
        let shifted = if stated.fits { None } else { first(own) };
        // "Or, where no own shift does, for a team of overlap or overlap with shifts: the verdict with the
        // candidate is still one of the two."
        let by_plan = !stated.fits
            && shifted.is_none()
            && before.model.is_of_everyone()
            && stated.model.is_of_everyone();
        let answer = match () {
            () if stated.fits => Answer::Fits,
            () if shifted.is_some() || by_plan => Answer::FitsWithShift,
            () => Answer::FitsAsync,
        };
        let trap = if answer == Answer::FitsAsync { first(unaffordable) } else { None };
        let (shift, shown) = shifted.as_ref().map_or((None, &stated), |(shift, trial)| (Some(*shift), trial));
        Fit {
            answer,
            shift,
            by_plan,
            trap: trap.map(|(shift, _)| shift),
            team_before: before.model,
            team_after: stated.model,
            team_after_shift: shift.map(|_| shown.model),
            asked: asked(&before, &joined, shown),
            pods: shown.pods.clone(),
            bridged: self.bridged(&before, &joined),
            relieves: self.relieves(&before, &team, &joined, rules),
            night_minutes: night_work(&self.joined.settled().people[self.candidate()], self.team.from, rules),
        }
    }

    /// "Fits: the team's verdict with the candidate is no worse, and its plans ask the candidate for no more
    /// than was asked of anybody before. For a team in pods instead: the candidate meets the target naturally
    /// with every member of some pod, as a group. For an async team: the team's verdict with the candidate is
    /// better." After an own shift "the same, when the plans then ask nobody for more than was asked of
    /// anybody before".
    fn try_shift(&self, before: &Verdict, joined: &Lineup, shift: i32, rules: &Rules) -> Trial {
        let one = joined.people.len() - 1;
        let moved = joined.with_one_moved(one, shift);
        let judged = Judged::of(&moved, rules);
        let (model, asked) = (judged.standing.model, judged.asked(&moved));
        let most_before = before.asked.iter().max().copied().unwrap_or(0);
        let modest =
            if shift == 0 { asked[one] <= most_before } else { asked.iter().all(|s| *s <= most_before) };
        let mut pods = Vec::new();
        let fits = match &before.pods {
            Some(partition) => {
                let joins = |pod: &Vec<usize>| moved.meet(&[&pod[..], &[one]].concat(), rules);
                let numbered = partition.pods().into_iter().enumerate();
                pods = numbered.filter(|(_, pod)| joins(pod)).map(|(number, _)| number).collect();
                !pods.is_empty() && (shift == 0 || modest)
            }
            None if before.model == Model::Async => model < Model::Async && (shift == 0 || modest),
            None => model <= before.model && modest,
        };
        // "Somebody moved already counts from the stated hours, for what is asked", where no plan moves them
        // further too.
        let further = |season: usize| match &judged.plans {
            Some(plans) if model == Model::OverlapWithShifts => {
                let plan = plans.cheapest(season).filter(|plan| plan.affordable);
                plan.map_or(0, |plan| plan.shifts[one])
            }
            _ => 0,
        };
        let own = (0..moved.seasons.len()).map(|season| (shift + further(season)).abs()).max().unwrap_or(0);
        Trial { fits, model, pods, asked, own }
    }

    /// "The pods (two people or more each) with which the candidate shares in every season, at stated hours,
    /// at least an hour a day of the pod's common minutes."
    fn bridged(&self, before: &Verdict, joined: &Lineup) -> Vec<usize> {
        let one = joined.people.len() - 1;
        let pods = before.pods.iter().flat_map(|partition| partition.pods()).enumerate();
        pods.filter(|(_, pod)| reaches(joined, one, pod)).map(|(number, _)| number).collect()
    }

    /// "The isolated people of a hybrid team with whom the candidate meets the target as a pair at stated
    /// hours."
    fn relieves(&self, before: &Verdict, team: &Lineup, joined: &Lineup, rules: &Rules) -> Vec<usize> {
        let one = joined.people.len() - 1;
        let isolated = before.pods.iter().flat_map(|partition| partition.isolated());
        let relieved = isolated.filter(|mate| joined.meet(&[*mate, one], rules));
        relieved.map(|mate| team.people[mate].place).collect()
    }

    /// The seasons in which the candidate and a teammate keep their offsets, with what they share, the pair's
    /// effective target, and whether it is met: "pairs use that pair's own seasons".
    pub fn pair(&self, mate: usize, rules: &Rules) -> Vec<(Season, Daily, Daily, bool)> {
        let pair = Lineup::of_group(&self.joined, &[mate, self.candidate()]);
        let of_season = |season: usize| {
            let weeks = pair.weeks(season, &[0, 1]);
            let met = meets(&weeks, rules.target);
            (pair.seasons[season].clone(), daily_overlap(&weeks), effective_target(&weeks, rules.target), met)
        };
        (0..pair.seasons.len()).map(of_season).collect()
    }

    /// The pair's year minimum, and whether it meets the target naturally.
    pub fn pair_year(&self, mate: usize, rules: &Rules) -> (Daily, bool) {
        let pair = Lineup::of_group(&self.joined, &[mate, self.candidate()]);
        (pair.year_min(&[0, 1]), pair.meet(&[0, 1], rules))
    }

    /// "Coverage gained (minutes a week of a season in which nobody, optional members included, was at work
    /// and the candidate is)", by "seasons cut by everybody".
    pub fn coverage_gained(&self) -> Vec<(Season, u32)> {
        let settled = self.joined.settled();
        let everybody: Vec<usize> = (0..settled.people.len()).collect();
        let gained = |season: Season| {
            let week = |person| Week::of(person, season.first).at_work;
            let (own, others) = settled.people.split_last().expect("the candidate");
            let covered = others.iter().map(week).fold(Circle::empty(WEEK), |all, week| all.or(&week));
            let gained = week(own).filter(|minute| !covered.contains(minute)).count();
            (season, gained)
        };
        seasons(&settled, &everybody).into_iter().map(gained).collect()
    }
}

fn asked(before: &Verdict, joined: &Lineup, shown: &Trial) -> Asked {
    let most = before.asked.iter().max().copied().unwrap_or(0);
    let (_, others) = shown.asked.split_last().expect("the candidate");
    let over = others.iter().enumerate().filter(|(_, minutes)| **minutes > most);
    Asked {
        before: most,
        candidate: shown.own,
        most: shown.asked.iter().max().copied().unwrap_or(0),
        others: over.map(|(one, minutes)| (joined.people[one].place, *minutes)).collect(),
    }
}
