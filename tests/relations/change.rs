//! What-if changes: a changed team is the team somebody would write down with the change made.

use proptest::prelude::*;
use tzplan::{Attendance, Change, ChangeErrorKind, Member, Schedule, Team, WeeklyHours, Zone};

use crate::support::crew::{Crew, Person, Place, Post, Shift, hours};
use crate::support::generators::{dated_crew, place, shifts};
use crate::support::{cases, date};

/// Everything a team knows of its members, and its schedules in their order.
fn content(team: &Team) -> impl PartialEq + std::fmt::Debug + use<> {
    type Row = (String, Schedule, Attendance, [Option<String>; 2]);
    let row = |member: tzplan::MemberRef<'_>| -> Row {
        let labels = [member.team(), member.role()].map(|label| label.map(str::to_owned));
        (member.name().to_owned(), member.schedule().clone(), member.attendance(), labels)
    };
    (team.members().map(row).collect::<Vec<_>>(), team.schedules().to_vec())
}

/// The people with names, teams and roles.
fn named(people: &[(Person, String)]) -> Team {
    let mut team = Team::new();
    for (place, (person, name)) in people.iter().enumerate() {
        let member = person.member(name).team(format!("Team of {}", name.to_lowercase()));
        team.add(if place % 2 == 0 { member.role("Lead") } else { member });
    }
    team
}

fn with_names(crew: &Crew) -> Vec<(Person, String)> {
    crew.people.iter().cloned().zip(('A'..).map(String::from)).collect()
}

fn moved(person: &Person, place: Place) -> Person {
    let all: Vec<Shift> = person.posts.iter().flat_map(|post| post.shifts.clone()).collect();
    Person { posts: vec![Post::new(place, all)], ..person.clone() }
}

fn rehoured(person: &Person, shifts: Vec<Shift>) -> Person {
    Person { posts: vec![Post { shifts, ..person.posts[0].clone() }], ..person.clone() }
}

/// The team by hand, which numbers roles by place: the changed one is compared without those who leave.
fn by_hand(people: &[(Person, String)], leaver: usize) -> Team {
    named(people).filtered(|member| member.index() != leaver)
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn a_changed_team_is_the_one_built_by_hand(
        crew in dated_crew(2..=5), to in place(), week in shifts(), who in 0_usize..5, leaver in 0_usize..5,
    ) {
        let people = with_names(&crew);
        let (who, leaver) = (who % people.len(), leaver % people.len());
        let team = named(&people);
        let before = format!("{:?}", content(&team));
        let to_zone = Change::Move { member: who.into(), zone: to.zone() };
        let to_hours = Change::Hours { member: who.into(), hours: hours(&week) };
        let mut expected = people.clone();

        expected[who].0 = moved(&people[who].0, to.clone());
        prop_assert_eq!(content(&team.changed([to_zone.clone()]).expect("a place")), content(&named(&expected)));
        expected[who].0 = rehoured(&people[who].0, week.clone());
        prop_assert_eq!(content(&team.changed([to_hours.clone()]).expect("a place")), content(&named(&expected)));

        // All at once, in any order; who leaves is gone whatever else is said of them.
        expected[who].0 = rehoured(&moved(&people[who].0, to), week.clone());
        let mut expected = by_hand(&expected, leaver);
        expected.add(Member::new("New", Zone::UTC).hours(hours(&week)).optional());
        let joins = Change::Add(Member::new("New", Zone::UTC).hours(hours(&week)).optional());
        let all = [joins, Change::Without { member: leaver.into() }, to_hours, to_zone];
        let forwards = team.changed(all.clone()).expect("places");
        prop_assert_eq!(content(&forwards), content(&expected));
        prop_assert_eq!(content(&team.changed(all.into_iter().rev()).expect("places")), content(&expected));
        prop_assert_eq!(format!("{:?}", content(&team)), before, "the team itself stays as it is");
    }

    #[test]
    fn no_change_changes_nothing(crew in dated_crew(0..=5)) {
        let team = named(&with_names(&crew));
        prop_assert_eq!(content(&team.changed([]).expect("no places")), content(&team));
    }
}

#[test]
fn posts_and_stays_by_hand() {
    let week = |text: &str| text.parse::<WeeklyHours>().expect("hours");
    let zone = |id: &str| Zone::iana(id).expect("a zone");
    let mut team = Team::new();
    // Mornings in Berlin, in March in Lisbon; Saturdays in Tokyo; away on two days.
    let away = [date("2027-01-04"), date("2027-01-05")];
    let ana = Member::new("Ana", zone("Europe/Berlin")).hours(week("8-12")).days_off(away);
    let ana = ana.stay(zone("Europe/Lisbon"), "2027-03-01..2027-03-31".parse().expect("dates"));
    team.add(ana.also(zone("Asia/Tokyo"), week("10-14 Sat")));

    let schedule = |change| {
        let changed = team.changed([change]).expect("Ana is at place 0");
        changed.member(0).expect("Ana").schedule().clone()
    };
    let lima = schedule(Change::Move { member: 0.into(), zone: zone("America/Lima") });
    let hours: Vec<_> = lima.posts().iter().map(|post| post.hours().to_string()).collect();
    assert_eq!(hours, ["08:00-12:00 Mon-Fri; 10:00-14:00 Sat"]);
    assert!(lima.posts()[0].stays().is_empty());
    assert_eq!((lima.zone().name(), lima.days_off()), ("America/Lima".to_owned(), &away[..]));

    let late = schedule(Change::Hours { member: 0.into(), hours: week("14-18 Mon-Thu") });
    assert_eq!(late.posts().len(), 1);
    assert_eq!(late.posts()[0].stays().len(), 1);
    assert_eq!(late.posts()[0].hours().to_string(), "14:00-18:00 Mon-Thu");
    assert_eq!((late.zone().name(), late.days_off()), ("Europe/Berlin".to_owned(), &away[..]));
}

#[test]
fn a_place_that_is_not_there_is_an_error() {
    let mut team = Team::new();
    team.add(Member::new("Ana", Zone::UTC));
    for change in [
        Change::Without { member: 1.into() },
        Change::Move { member: 1.into(), zone: Zone::UTC },
        Change::Hours { member: 1.into(), hours: WeeklyHours::default() },
    ] {
        // A member who joins has no place before the change.
        let error =
            team.changed([Change::Add(Member::new("Bo", Zone::UTC)), change]).expect_err("one member");
        assert_eq!(error.kind(), ChangeErrorKind::NoSuchMember(1.into()));
        assert_eq!(error.to_string(), "no member at place 1: the roster has 1, counted from 0");
    }
}
