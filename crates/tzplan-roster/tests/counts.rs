//! The `count` column: rows that count several people.

#![allow(clippy::unwrap_used, reason = "a test that fails shall panic")]

use tzplan::Tzdb;
use tzplan_roster::{Field, ReadOptions, Roster, read, read_some};

fn of(text: &str) -> Roster {
    with(text, &ReadOptions::default())
}

fn with(text: &str, options: &ReadOptions) -> Roster {
    read("team.csv", text.as_bytes(), Tzdb::bundled(), options).unwrap()
}

fn codes(roster: &Roster) -> Vec<&str> {
    roster.diagnostics.iter().map(|fault| fault.code).collect()
}

#[test]
fn a_row_is_as_many_members() {
    let counted =
        of("name,zone,hours,team,required,count\nOps,Asia/Tokyo,9-17,Support,yes,3\nAna,UTC,9-5,,,\n");
    let written = of(
        "name,zone,hours,team,required\nOps (1),Asia/Tokyo,9-17,Support,yes\nOps (2),Asia/Tokyo,9-17,Support,yes\n\
         Ops (3),Asia/Tokyo,9-17,Support,yes\nAna,UTC,9-5,,\n",
    );
    let people = |roster: &Roster| -> Vec<_> {
        let person = |member: tzplan::MemberRef<'_>| {
            let label = member.team().map(str::to_owned);
            (member.name().to_owned(), member.attendance(), label, member.schedule().clone())
        };
        roster.team.members().map(person).collect()
    };
    assert_eq!(people(&counted), people(&written));
    assert_eq!((counted.rows, counted.profiles()), (2, 2));
    let rows: Vec<_> = (0..5).map(|member| counted.row(member)).collect();
    assert_eq!(rows, [Some(2), Some(2), Some(2), Some(3), None]);
    assert_eq!((counted.member_in_row(2), counted.member_in_row(3)), (Some(0), Some(3)));
    // What a row leaves open it leaves open once.
    assert_eq!((counted.assumptions[0].count, &counted.assumptions[0].rows), (1, &vec![3]));
}

#[test]
fn rows_of_a_column_of_addresses_count_where_theirs_is_empty() {
    let roster = of("name,zone,email,count\nAna,UTC,a@x,1\nOps,UTC,,300\nAna,UTC,A@X,\nBen,UTC,b@x,1\n");
    assert_eq!(codes(&roster), [""; 0]);
    assert_eq!(roster.team.len(), 302);
    assert_eq!((roster.email(0), roster.email(150), roster.email(301)), (Some("a@x"), None, Some("b@x")));
    assert_eq!((roster.row(300), roster.row(301), roster.member_in_row(4)), (Some(3), Some(5), Some(0)));
    let wrong = of("name,zone,email,count\nAna,UTC,a@x,2\n");
    assert_eq!((codes(&wrong), wrong.bad_rows), (vec!["count-of-one-person"], 1));
}

#[test]
fn people_are_offered_one_by_one() {
    let text = "zone,count\nUTC,2\nAsia/Tokyo,3\n";
    let mut offered = 0;
    let mut choose = |_: &_, _| {
        offered += 1;
        offered % 2 == 1
    };
    let options = ReadOptions::default();
    let roster = read_some("pool.csv", text.as_bytes(), Tzdb::bundled(), &options, &mut choose).unwrap();
    let names: Vec<_> = roster.team.members().map(|member| member.name().to_owned()).collect();
    assert_eq!(names, ["row 2 (1)", "row 3 (1)", "row 3 (3)"]);
    assert_eq!(offered, 5);
}

#[test]
fn counts_have_a_limit_that_says_so() {
    let options = ReadOptions { most_people: 10, ..ReadOptions::default() };
    let text = "zone,count\nUTC,7\nUTC,1\nUTC,4\nUTC,3\n";
    let roster = with(text, &options);
    assert_eq!((codes(&roster), roster.team.len()), (vec!["too-many-people"], 11));
    let fault = &roster.diagnostics[0];
    assert_eq!((fault.row, &*fault.message), (4, "with this row the file counts more than 10 people"));
}

#[test]
fn headers_name_counts_in_many_languages() {
    for header in [
        "count",
        "Headcount",
        "No. of people",
        "# of people",
        "Anzahl",
        "Effectif",
        "Número de pessoas",
        "人数",
    ] {
        assert_eq!(Field::of(header), Some(Field::Count), "{header}");
    }
    // A name, a number of somebody, a share.
    for header in ["People", "Number", "Employee number", "Nombre", "FTE"] {
        assert_ne!(Field::of(header), Some(Field::Count), "{header}");
    }
}

/// The message of an assumption of a kind, its first rows and their number.
fn assumed(roster: &Roster, code: &str) -> Vec<(String, Vec<u64>, usize)> {
    let found = roster.assumptions.iter().filter(|one| one.code == code);
    found.map(|one| (one.message.to_string(), one.rows.clone(), one.count)).collect()
}

#[test]
fn numbers_that_count_people_are_read_where_rows_have_no_names() {
    for header in ["n", "Employees", "People", "Team size", "HC", "Seats", "Staff"] {
        let roster = of(&format!("team,zone,{header}\nOps,UTC,12\nDev,Asia/Tokyo,3\nQA,UTC,1\n"));
        assert!(roster.is_ok(), "{header}: {:?}", roster.diagnostics);
        assert_eq!(roster.team.len(), 16, "{header}");
        let said = format!("`{header}` is read as how many people a row stands for");
        assert_eq!(assumed(&roster, "guessed-count"), [(said, vec![2, 3], 2)], "{header}");
        assert!(roster.team.members().all(|member| member.name().starts_with("row ")), "{header}");
    }
    // Names under such a header stay names.
    let roster = of("People,zone\nAna,UTC\n7,UTC\n");
    let names: Vec<&str> = roster.team.members().map(tzplan::MemberRef::name).collect();
    assert_eq!(names.first(), Some(&"Ana"));
    assert_eq!(names.len(), 8);
    assert_eq!(of("zone,Quantité\nUTC,4\n").team.len(), 4);
}

#[test]
fn numbers_that_may_count_people_are_said_where_they_are_not_read() {
    for header in ["n", "Employees", "Team size", "FTE", "HC", "Seats", "People", "ETP"] {
        let roster = of(&format!("name,zone,{header}\nOps,UTC,12\nDev,Asia/Tokyo,1\n"));
        assert_eq!((roster.is_ok(), roster.team.len()), (true, 2), "{header}");
        let found = assumed(&roster, "unread-count");
        assert_eq!((found.len(), &found[0].1), (1, &vec![2]), "{header}");
        assert!(found[0].0.ends_with(&format!("say --column count='{header}'")), "{header}: {}", found[0].0);
    }
    // Shares of people count nobody; one for each says nothing.
    assert_eq!(assumed(&of("zone,FTE\nUTC,2.5\nUTC,0.5\n"), "unread-count")[0].2, 1);
    assert!(
        of("name,zone,FTE\nAna,UTC,1.0\nBo,UTC,0.8\n")
            .assumptions
            .iter()
            .all(|one| one.code != "unread-count")
    );
    let named = ReadOptions { columns: vec!["count=n".parse().unwrap()], ..ReadOptions::default() };
    assert_eq!(with("name,zone,n\nOps,UTC,12\n", &named).team.len(), 12);
    let none = ReadOptions { columns: vec!["count=none".parse().unwrap()], ..ReadOptions::default() };
    let roster = with("zone,Employees\nUTC,12\n", &none);
    assert_eq!((roster.team.len(), assumed(&roster, "guessed-count").len()), (1, 0));
}

#[test]
fn rows_without_a_name_are_said() {
    let roster = of("name,zone\nAna,UTC\n,UTC\nrow 9,UTC\n,Asia/Tokyo\n");
    let [unnamed] = &roster.assumptions[1..] else { panic!("{:?}", roster.assumptions) };
    assert_eq!((unnamed.code, &unnamed.rows, unnamed.count), ("no-names", &vec![3, 5], 2));
    assert_eq!(&*unnamed.message, "no name is given: the row is called by its number");
    assert!(
        of("name,zone,email\nAna,UTC,a@x\n,UTC,a@x\n").assumptions.iter().all(|one| one.code != "no-names")
    );
}

/// Under a header that may count people, every cell that does not is said, row by row.
#[test]
fn what_a_guessed_count_does_not_read_is_said() {
    let roster =
        of("zone,Team size,hours\nUTC,4,9-17\nUTC,many,9-17\nUTC,2.5,9-17\nUTC,0,9-17\nUTC,1,9-17\n\
                     UTC,\"1,200\",9-17\nUTC,,9-17\n");
    assert_eq!(roster.team.len(), 4 + 6);
    let unread = assumed(&roster, "unread-count");
    assert_eq!(unread[0].0, "`Team size` is no number of people there: a row is one person");
    assert_eq!((unread[0].1.as_slice(), unread[0].2), (&[3, 4, 5, 7][..], 4), "{unread:?}");
}
