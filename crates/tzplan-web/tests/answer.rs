//! Requests as a page writes them, and answers as it reads them.

#![allow(clippy::unwrap_used, reason = "a test that fails shall panic")]

use tzplan_web::{Kind, Part, answer};

const THREE: &str = "name,zone,hours\nAna,Sao Paulo,9-17\nBen,Berlin,9-17\nChloé,London,9-17\n";

/// By the format's description, not by the crate's own writer.
fn request(parts: &[(char, &str)]) -> Vec<u8> {
    let part = |(letter, text): &(char, &str)| {
        let mut octets = vec![*letter as u8];
        octets.extend([text.len() & 0xff, text.len() >> 8, 0, 0].map(|octet| octet as u8));
        octets.extend(text.bytes());
        octets
    };
    parts.iter().flat_map(part).collect()
}

/// Exit code, standard output, standard error.
fn read(mut octets: &[u8]) -> [String; 3] {
    let read = ['x', 'o', 'e'].map(|letter| {
        assert_eq!(octets[0], letter as u8);
        let length: usize = (0..4).map(|place| usize::from(octets[1 + place]) << (8 * place)).sum();
        let (part, rest) = octets[5..].split_at(length);
        octets = rest;
        String::from_utf8(part.to_vec()).unwrap()
    });
    assert!(octets.is_empty());
    read
}

/// 28 November 2026, noon in UTC.
const NOON: (char, &str) = ('m', "1795867200000");

#[test]
fn a_team_is_planned_from_its_own_clock() {
    let [code, out, err] = read(&answer(&request(&[
        NOON,
        ('v', "TZ=Pacific/Kiritimati"),
        ('f', "team.csv"),
        ('c', THREE),
        ('w', "plan"),
        ('w', "team.csv"),
        ('w', "--format"),
        ('w', "json"),
    ])));
    assert_eq!((&*code, &*err), ("0", "2 notes: `tzplan check team.csv` lists them\n"));
    // It is the next day there.
    assert!(out.contains(r#""from":"2026-11-29""#) && out.contains("Chloé"), "{out}");
}

#[test]
fn faults_are_those_of_the_program() {
    let [code, out, err] =
        read(&answer(&request(&[NOON, ('f', "t.csv"), ('c', "name,zone\nAna,Banglore\n"), ('w', "t.csv")])));
    assert_eq!((&*code, &*out), ("2", ""));
    assert!(err.contains("did you mean Bangalore") && err.contains("t.csv:2:5"), "{err}");
}

#[test]
fn what_is_no_request_is_answered_too() {
    let whole = request(&[NOON, ('v', "TZ=UTC"), ('f', "t.csv"), ('c', THREE), ('w', "t.csv")]);
    for end in 0..whole.len() {
        // Whole parts alone make a shorter request.
        let [code, _, err] = read(&answer(&whole[..end]));
        assert!(code == "2" && !err.is_empty(), "{end}: {code} {err}");
    }
    for (parts, why) in [
        (&[][..], "no moment"),
        (&[('m', "soon")], "no number of milliseconds"),
        (&[('m', "99999999999999999")], "no number of milliseconds"),
        (&[NOON, ('v', "TZ")], "no `=`"),
        (&[NOON, ('f', "a"), ('f', "b")], "no content"),
        (&[NOON, ('c', "a")], "no file"),
        (&[NOON, ('o', "a")], "an answer"),
        (&[NOON, ('?', "a")], "no known kind"),
    ] {
        let [code, out, err] = read(&answer(&request(parts)));
        assert_eq!((&*code, &*out), ("2", ""));
        assert!(err.contains(why), "{parts:?}: {err}");
    }
    let [_, _, err] = read(&answer(&[&request(&[NOON])[..], b"w\x01\0\0\0\xff"].concat()));
    assert!(err.contains("no text"), "{err}");
}

#[test]
fn a_part_is_written_as_it_is_described() {
    let part = Part { kind: Kind::Word, octets: b"plan" };
    assert_eq!(part.written(), request(&[('w', "plan")]));
}
