//! Who has a row: everybody of a small team, equal schedules of a large one; by pod where the team is in
//! pods.

use tzplan::stays::long_stays;
use tzplan::{MemberId, MemberRef, Pods, PreparedTeam, ProfileId};

use crate::words::people::{self, Names, and, stays};
use crate::words::shown_of;
use crate::words::{clean, clock, dates};

/// Up to this many people everybody has a row; of more, those with equal schedules share one.
pub(crate) const MOST_NAMED: usize = 15;
/// The most places that a row is named by.
const MOST_PLACES: usize = 3;
/// Columns of a name and of a place.
const NAME: usize = 48;
const PLACE: usize = 32;

/// The rows of a team.
#[derive(Clone, Debug)]
pub(crate) struct Rows {
    /// Required people first: everyone, or the pods and then whoever is in none; then optional people.
    pub(crate) groups: Vec<Group>,
    /// Whether rows are people; else they are schedules.
    pub(crate) are_people: bool,
}

/// Rows under one heading.
#[derive(Clone, Debug)]
pub(crate) struct Group {
    pub(crate) kind: GroupKind,
    /// In roster order; of schedules the largest first.
    pub(crate) rows: Vec<Row>,
}

/// What rows have in common.
#[derive(Clone, Copy, PartialEq, Eq, Debug)]
pub(crate) enum GroupKind {
    /// Everybody required.
    Everyone,
    /// A pod, by its place.
    Pod(usize),
    /// Required people who share with nobody.
    Apart,
    /// People who do not count towards what everyone shares.
    Optional,
}

/// A person, or people with equal schedules.
#[derive(Clone, PartialEq, Eq, Debug)]
pub(crate) struct Row {
    pub(crate) profile: ProfileId,
    /// At least one.
    pub(crate) members: Vec<MemberId>,
    /// `Ana`; of several people `Berlin, Paris, Warsaw`.
    pub(crate) name: String,
    /// `Berlin`; empty where the name says it.
    pub(crate) place: String,
    /// Hours on the own clock: `09:00–17:00`.
    pub(crate) hours: String,
}

impl Row {
    /// The row in running text: `Ana`, `Berlin, Paris, Warsaw 09:00–17:00 (8 people)`.
    pub(crate) fn spoken(&self) -> String {
        if !self.place.is_empty() {
            return self.name.clone();
        }
        format!("{} {} ({})", self.name, self.hours, dates::people(self.members.len()))
    }
}

impl Group {
    pub(crate) fn people(&self) -> usize {
        self.rows.iter().map(|row| row.members.len()).sum()
    }
}

impl Rows {
    /// Of the first this many members of a team, and the pods it is in.
    pub(crate) fn of(prepared: &PreparedTeam, pods: Option<&Pods>, members: usize) -> Self {
        let are_people = members <= MOST_NAMED;
        let (mut required, mut optional) = (Vec::new(), Vec::new());
        for member in prepared.team().members().take(members) {
            let rows = if prepared.is_required(member) { &mut required } else { &mut optional };
            rows.push((prepared.profile_of(member), member));
        }
        let mut groups = Vec::new();
        match pods {
            Some(pods) => {
                let mut part_of = vec![GroupKind::Apart; prepared.profiles().len()];
                for (place, pod) in pods.pods.iter().enumerate() {
                    pod.iter().for_each(|profile| part_of[profile.index()] = GroupKind::Pod(place));
                }
                let mut parts: Vec<GroupKind> = (0..pods.pods.len()).map(GroupKind::Pod).collect();
                parts.push(GroupKind::Apart);
                let mut by_part: Vec<Vec<(ProfileId, MemberRef<'_>)>> = vec![Vec::new(); parts.len()];
                for one in required {
                    let place = match part_of[one.0.index()] {
                        GroupKind::Pod(place) => place,
                        _ => parts.len() - 1,
                    };
                    by_part[place].push(one);
                }
                groups.extend(parts.into_iter().zip(by_part));
            }
            None => groups.push((GroupKind::Everyone, required)),
        }
        groups.push((GroupKind::Optional, optional));
        let groups = groups.into_iter().filter(|(_, people)| !people.is_empty());
        let group = |(kind, people): (GroupKind, Vec<(ProfileId, MemberRef<'_>)>)| Group {
            kind,
            rows: if are_people { each(prepared, &people) } else { alike(prepared, &people) },
        };
        Self { groups: groups.map(group).collect(), are_people }
    }

    pub(crate) fn all(&self) -> impl Iterator<Item = &Row> {
        self.groups.iter().flat_map(|group| &group.rows)
    }

    /// Those with a profile in running text: `Ana and Ben`; of schedules the row.
    pub(crate) fn spoken(&self, profile: ProfileId) -> String {
        let rows: Vec<String> = self.all().filter(|row| row.profile == profile).map(Row::spoken).collect();
        and(&rows)
    }
}

/// A row for each person.
fn each(prepared: &PreparedTeam, people: &[(ProfileId, MemberRef<'_>)]) -> Vec<Row> {
    let stays = long_stays(prepared);
    let row = |(profile, member): &(ProfileId, MemberRef<'_>)| Row {
        profile: *profile,
        members: vec![member.id()],
        name: name_of(*member),
        place: stays::with_stays(prepared, &stays, *member, place_of(*member)),
        hours: hours_of(prepared, *profile),
    };
    people.iter().map(row).collect()
}

/// A row for each schedule, that of most people first, of equals in roster order; whoever is alone with one
/// is named.
fn alike(prepared: &PreparedTeam, people: &[(ProfileId, MemberRef<'_>)]) -> Vec<Row> {
    let mut place_of_profile = vec![usize::MAX; prepared.profiles().len()];
    let mut alike: Vec<(ProfileId, Vec<MemberRef<'_>>)> = Vec::new();
    for (profile, member) in people {
        let place = &mut place_of_profile[profile.index()];
        if *place == usize::MAX {
            *place = alike.len();
            alike.push((*profile, Vec::new()));
        }
        alike[*place].1.push(*member);
    }
    alike.sort_by_key(|(_, members)| std::cmp::Reverse(members.len()));
    let stays = long_stays(prepared);
    let row = |(profile, members): &(ProfileId, Vec<MemberRef<'_>>)| {
        let (name, place) = match &members[..] {
            [only] => (name_of(*only), stays::with_stays(prepared, &stays, *only, place_of(*only))),
            several => (places_of(several), String::new()),
        };
        let members = members.iter().map(|member| member.id()).collect();
        Row { profile: *profile, members, name, place, hours: hours_of(prepared, *profile) }
    };
    alike.iter().map(row).collect()
}

/// The places of some people, the most frequent first: `Berlin, Paris, Warsaw and 2 more`.
fn places_of(members: &[MemberRef<'_>]) -> String {
    let mut places: Vec<(String, usize)> = Vec::new();
    for member in members {
        let place = place_of(*member);
        match places.iter_mut().find(|(known, _)| *known == place) {
            Some((_, count)) => *count += 1,
            None => places.push((place, 1)),
        }
    }
    // Stable: roster order among equals.
    places.sort_by_key(|(_, count)| std::cmp::Reverse(*count));
    let shown = shown_of(places.len(), MOST_PLACES);
    let mut named: Vec<String> = places[..shown].iter().map(|(place, _)| place.clone()).collect();
    if shown < places.len() {
        named.push(format!("{} more", places.len() - shown));
    }
    named.join(", ")
}

/// What somebody is called.
pub(crate) fn name_of(member: MemberRef<'_>) -> String {
    match clean::fit(member.name(), NAME) {
        empty if empty.is_empty() => format!("member {}", member.index() + 1),
        name => name,
    }
}

/// Where somebody lives, cut to its column.
pub(crate) fn place_of(member: MemberRef<'_>) -> String {
    Names::Cut.fit(&people::place_of(member), PLACE)
}

fn hours_of(prepared: &PreparedTeam, profile: ProfileId) -> String {
    clock::joined(&clock::of_posts(prepared.posts_of(profile), prepared.hours_of(profile)))
}
