//! Pairs as JSON, written as they are walked: profile by profile, not person by person.

use std::io;

use serde::ser::{Serialize, Serializer};
use tzplan::days_off::DayOff;
use tzplan::reply::DatedProfile;
use tzplan::{MemberRef, ProfileId, Season};

use super::PairsDocument;
use super::answerers::{Answerers, ChosenBy};
use crate::json::day_off::DayOffKeys;
use crate::json::head::{Dates, Head, Overlap, YearKeys};
use crate::json::wait::WaitFigures;
use crate::json::write;

/// Up to this many people the names stand beside the numbers of their profiles.
const NAMED_UP_TO: usize = 40;

/// Who overlaps with whom, and how long replies take.
#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "pairs"))]
pub(crate) struct PairsKeys<'a> {
    #[serde(flatten)]
    head: Head<'a>,
    /// The seasons, cut by everybody's clock changes, optional people's too.
    seasons: Vec<Dates>,
    /// Who is in which profile: people with equal clocks, hours, flex and days off (and, where not everybody
    /// answers under `anybody`, either all of those who do or none). Their places, from 0, are what the other
    /// keys name.
    profiles: Vec<Names<'a>>,
    /// The workdays of the horizon on which the people of each profile are off, which waits count; absent
    /// where nobody is.
    #[serde(skip_serializing_if = "Vec::is_empty")]
    #[cfg_attr(feature = "schema", schemars(with = "Option<Vec<Vec<DayOffKeys>>>"))]
    days_off: Vec<Vec<DayOffKeys>>,
    /// Every pair of profiles, the earlier first; of one profile where two people or more have it.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<PairKeys>"))]
    pairs: Pairs<'a>,
    /// How long the people of each profile wait for an answer of somebody of another, or of another person of
    /// their own.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<WaitKeys>"))]
    waits: Waits<'a>,
    /// Who answers under `anybody`, where not everybody does.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "&'a [ChosenBy]"))]
    answered_by: Option<&'a [ChosenBy]>,
    /// How long the people of each profile wait for an answer of anybody else.
    #[cfg_attr(feature = "schema", schemars(with = "Vec<AnybodyKeys>"))]
    anybody: Anybody<'a>,
}

/// The names of a profile, in roster order.
type Names<'a> = Vec<&'a str>;

/// What a person of one profile shares with one of another.
#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Pair"))]
struct PairKeys<'a> {
    /// The place of a profile among `profiles`, from 0.
    a: usize,
    /// That of the other; the same for two people of one profile.
    b: usize,
    /// Who is in `a`; absent beyond 40 people.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Names"))]
    a_names: Option<Names<'a>>,
    /// Who is in `b`; absent beyond 40 people.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Names"))]
    b_names: Option<Names<'a>>,
    /// Whether they meet the target all year but for days of grace.
    meets: bool,
    /// What they share in each of `seasons`.
    seasons: Vec<Overlap>,
    /// Through the year, in seasons that only their own clock changes cut.
    year: YearKeys,
}

/// How long the people of one profile wait for one of another.
#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "Wait"))]
struct WaitKeys<'a> {
    /// Who asks: the place of their profile, from 0.
    from: usize,
    /// Who answers; the same where another person of that profile does.
    to: usize,
    /// Who is in `from`; absent beyond 40 people.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Names"))]
    from_names: Option<Names<'a>>,
    /// Who is in `to`; absent beyond 40 people.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Names"))]
    to_names: Option<Names<'a>>,
    #[serde(flatten)]
    figures: WaitFigures,
}

/// How long the people of a profile wait for anybody else.
#[derive(serde::Serialize)]
#[cfg_attr(feature = "schema", derive(schemars::JsonSchema), schemars(rename = "AnybodyWait"))]
struct AnybodyKeys<'a> {
    /// Who asks: the place of their profile, from 0.
    from: usize,
    /// Who is in `from`; absent beyond 40 people.
    #[serde(skip_serializing_if = "Option::is_none")]
    #[cfg_attr(feature = "schema", schemars(with = "Names"))]
    from_names: Option<Names<'a>>,
    #[serde(flatten)]
    figures: WaitFigures,
}

pub(super) fn write(document: &PairsDocument<'_>, out: &mut dyn io::Write) -> io::Result<()> {
    let (prepared, profiles) = (document.prepared, document.profiles());
    let everybody: Vec<ProfileId> = profiles.iter().map(|one| one.profile).collect();
    let seasons = prepared.seasons_of(&everybody);
    let view = View { document, profiles: &profiles, seasons: &seasons };
    let keys = PairsKeys {
        head: Head::new(document.context, prepared.horizon()),
        seasons: seasons.iter().map(Dates::from).collect(),
        profiles: (0..profiles.len()).map(|place| view.names(place)).collect(),
        days_off: view.days_off(),
        pairs: Pairs(view),
        waits: Waits(view),
        answered_by: document.answerers.map(Answerers::chosen_by),
        anybody: Anybody(view),
    };
    write::write(out, &keys)
}

/// What the lists are about.
#[derive(Clone, Copy)]
struct View<'a> {
    document: &'a PairsDocument<'a>,
    profiles: &'a [DatedProfile],
    /// Everybody's.
    seasons: &'a [Season],
}

impl<'a> View<'a> {
    fn names(self, place: usize) -> Names<'a> {
        let team = self.document.prepared.team();
        self.profiles[place].members.iter().filter_map(|id| team.member(*id)).map(MemberRef::name).collect()
    }

    /// Those of each profile; nothing where nobody is off.
    fn days_off(self) -> Vec<Vec<DayOffKeys>> {
        let prepared = self.document.prepared;
        let of_one = |profile: &DatedProfile| {
            let first = profile.members.first().and_then(|id| prepared.team().member(*id));
            let off = first.map(|member| DayOff::of(member.schedule(), prepared.horizon()));
            off.into_iter().flatten().map(Into::into).collect::<Vec<DayOffKeys>>()
        };
        let all: Vec<_> = self.profiles.iter().map(of_one).collect();
        if all.iter().all(Vec::is_empty) { Vec::new() } else { all }
    }

    /// The names where there is room for them beside the numbers.
    fn named(self, place: usize) -> Option<Names<'a>> {
        (self.document.prepared.team().len() <= NAMED_UP_TO).then(|| self.names(place))
    }

    /// Whether somebody of one profile and somebody else of another are two people.
    fn are_two(self, a: usize, b: usize) -> bool {
        a != b || self.profiles[a].members.len() > 1
    }
}

struct Pairs<'a>(View<'a>);

impl Serialize for Pairs<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let View { document, profiles, seasons } = self.0;
        let both = (0..profiles.len()).flat_map(|a| (a..profiles.len()).map(move |b| (a, b)));
        serializer.collect_seq(both.filter(|(a, b)| self.0.are_two(*a, *b)).map(|(a, b)| {
            let pair = document.overlaps.between(profiles[a].profile, profiles[b].profile);
            PairKeys {
                a,
                b,
                a_names: self.0.named(a),
                b_names: self.0.named(b),
                meets: pair.meets,
                seasons: pair.in_seasons(seasons).map(|(_, shared)| shared.daily.into()).collect(),
                year: (&pair.year).into(),
            }
        }))
    }
}

struct Waits<'a>(View<'a>);

impl Serialize for Waits<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let View { document, profiles, .. } = self.0;
        let both = (0..profiles.len()).flat_map(|from| (0..profiles.len()).map(move |to| (from, to)));
        serializer.collect_seq(both.filter(|(from, to)| self.0.are_two(*from, *to)).map(|(from, to)| {
            // The last of a profile is not the first, where they are two.
            let answerers = &profiles[to].members;
            let (asker, answerer) = (profiles[from].members[0], answerers[answerers.len() - 1]);
            WaitKeys {
                from,
                to,
                from_names: self.0.named(from),
                to_names: self.0.named(to),
                figures: document.replies.between(asker, answerer).into(),
            }
        }))
    }
}

struct Anybody<'a>(View<'a>);

impl Serialize for Anybody<'_> {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let View { document, profiles, .. } = self.0;
        let of_each = document.for_anybody();
        serializer.collect_seq(profiles.iter().enumerate().map(|(from, profile)| AnybodyKeys {
            from,
            from_names: self.0.named(from),
            figures: of_each[profile.members[0].index()].into(),
        }))
    }
}
