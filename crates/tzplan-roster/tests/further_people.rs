//! Files that keep people in more than one place: all are read, or the file is refused. Nobody is left out in
//! silence.

#![cfg(all(feature = "structured", feature = "places"))]
#![allow(clippy::unwrap_used, reason = "a test that fails shall panic")]

use tzplan::Tzdb;
use tzplan_roster::{ReadOptions, Roster, Severity, read};

fn named(name: &str, text: &str) -> Roster {
    read(name, text.as_bytes(), Tzdb::bundled(), &ReadOptions::default()).expect("bytes do not fail")
}

/// The name and the team of everybody.
fn people(name: &str, text: &str) -> Vec<String> {
    let roster = named(name, text);
    assert!(roster.is_ok(), "{text}: {:#?}", roster.diagnostics);
    let shown = |member: tzplan::MemberRef<'_>| format!("{} {}", member.name(), member.team().unwrap_or("-"));
    roster.team.members().map(shown).collect()
}

fn errors(name: &str, text: &str) -> Vec<(&'static str, u64, String)> {
    let roster = named(name, text);
    assert!(!roster.is_ok(), "{text}");
    let errors = roster.diagnostics.into_iter().filter(|found| found.severity == Severity::Error);
    errors.map(|found| (found.code, found.row, found.message.to_string())).collect()
}

#[test]
fn several_lists_are_read_and_name_the_teams() {
    let person = |name: &str| format!(r#"{{"name":"{name}","tz":"UTC"}}"#);
    let [a, b, c] = ["Ida", "Bob", "Cy"].map(person);
    let cases = [
        (format!(r#"{{"members":[{a}],"contractors":[{b}]}}"#), vec!["Ida members", "Bob contractors"]),
        (
            format!(r#"{{"platform":{{"members":[{a}]}},"data":{{"members":[{b}]}}}}"#),
            vec!["Ida platform", "Bob data"],
        ),
        (
            format!(r#"{{"members":{{"platform":[{a}],"data":[{b},{c}]}}}}"#),
            vec!["Ida platform", "Bob data", "Cy data"],
        ),
        (format!(r#"{{"engineers":[{a}],"designers":[{b}]}}"#), vec!["Ida engineers", "Bob designers"]),
        (
            r#"{"staff":{"Ida":{"tz":"UTC"}},"interns":{"Bob":{"tz":"UTC"}}}"#.to_owned(),
            vec!["Ida staff", "Bob interns"],
        ),
        // Who has a team keeps it.
        (
            format!(r#"{{"members":[{{"name":"Ida","tz":"UTC","team":"Red"}}],"contractors":[{b}]}}"#),
            vec!["Ida Red", "Bob contractors"],
        ),
        // One list gives no team, and lists of other things are none of people.
        (
            format!(r#"{{"members":[{a}],"offices":[{{"name":"HQ","city":"Berlin"}}],"data":[1,2]}}"#),
            vec!["Ida -"],
        ),
        (
            format!(r#"{{"members":[{a}],"stays":[{{"zone":"Asia/Tokyo","from":"2027-01-01"}}]}}"#),
            vec!["Ida -"],
        ),
        (r#"{"members":[{"name":"Ida","tz":"UTC"}],"defaults":{"tz":"UTC"}}"#.to_owned(), vec!["Ida -"]),
    ];
    for (text, expected) in cases {
        assert_eq!(people("team.json", &text), expected, "{text}");
        assert_eq!(people("team.yaml", &text), expected, "{text}");
    }
    let toml = "[[member]]\nname = \"Ida\"\ntz = \"UTC\"\n[[contractor]]\nname = \"Bob\"\ntz = \"UTC\"\n\
                [[office]]\nname = \"HQ\"\ncity = \"Berlin\"\n";
    assert_eq!(people("team.toml", toml), ["Ida member", "Bob contractor"]);
}

#[test]
fn who_stands_beside_a_list_is_named() {
    for text in
        ["users:\n  Ida: {tz: UTC}\nBob: {tz: UTC}\n", "users:\n- {name: Ida, tz: UTC}\nBob: {tz: UTC}\n"]
    {
        let found = errors("team.yaml", text);
        assert_eq!((found[0].0, found[0].1), ("beside-list", 3), "{found:?}");
        assert!(found[0].2.contains("`Bob`"), "{found:?}");
    }
    // The same people, perhaps.
    let text = r#"{"members":[{"name":"Ida","tz":"UTC"}],"users":[{"name":"Bob","tz":"UTC"}]}"#;
    assert_eq!(errors("team.json", text)[0].0, "duplicate-key");
}

#[test]
fn whoever_stands_deeper_is_named() {
    let ida = r#"{"name":"Ida","tz":"UTC"}"#;
    let bob = r#"{"name":"Bob","tz":"UTC"}"#;
    for (rest, path) in [
        (format!(r#""org":{{"ops":{{"members":[{bob}]}}}}"#), "org.ops.members[0]"),
        (r#""org":{"ops":{"Bob":{"tz":"UTC"}}}"#.to_owned(), "org.ops"),
        (format!(r#""groups2":[{{"label":"x","people":[{bob}]}}]"#), "groups2[0].people[0]"),
        (r#""lead":{"name":"Bob","tz":"UTC"}"#.to_owned(), "lead"),
    ] {
        let text = format!(r#"{{"members":[{ida}],{rest}}}"#);
        for name in ["team.json", "team.yaml"] {
            let found = errors(name, &text);
            assert_eq!(found[0].0, "beside-list", "{found:?}");
            assert!(found[0].2.contains(&format!("`{path}`")), "{found:?}");
        }
    }
    // The second of a list, too; whoever has no place there is said.
    let mixed = format!(r#"{{"members":[{ida}],"guests":[{{"name":"Cy"}},{bob}]}}"#);
    assert_eq!(errors("team.json", &mixed)[0].0, "missing-zone");
    // An organisation as a tree.
    let tree = format!(r#"{{"name":"Eve","tz":"UTC","reports":[{ida},{bob}]}}"#);
    assert_eq!(errors("team.json", &tree)[0].0, "people-in-person");
    let tree = format!(r#"[{{"name":"Eve","tz":"UTC","reports":[{ida},{bob}]}}]"#);
    assert_eq!(errors("team.json", &tree)[0].0, "people-in-person");
    let team = format!(r#"{{"name":"Core","timezone":"UTC","members":[{ida}],"workspace":{{"tz":"UTC"}}}}"#);
    assert_eq!(people("team.json", &team), ["Ida -"]);
    let work = r#"[{"name":"Ida","tz":"UTC","work":[{"name":"Acme","location":"Berlin"}]}]"#;
    assert_eq!(people("team.json", work), ["Ida -"]);
    let toml = "[[member]]\nname = \"Ida\"\ntz = \"UTC\"\n";
    for rest in ["[Bob]\ntz = \"UTC\"\n", "[org]\n[[org.ops]]\nname = \"Bob\"\ntz = \"UTC\"\n"] {
        assert_eq!(errors("team.toml", &format!("{toml}{rest}"))[0].0, "beside-list", "{rest}");
    }
    assert_eq!(people("team.toml", &format!("{toml}[tzplan]\nhome = \"Berlin\"\n")), ["Ida -"]);
}

#[test]
fn several_lists_are_said() {
    let text = r#"{"members":[{"name":"Ida","tz":"UTC"}],"guests":[{"name":"Bob","tz":"UTC"}]}"#;
    let found = named("team.json", text).diagnostics;
    assert_eq!(
        (found[0].code, &*found[0].message),
        ("several-lists", "people are read from `members` and `guests`")
    );
}

#[test]
fn a_name_that_stands_twice_is_refused() {
    for text in [
        "people:\n  Ana: {tz: UTC}\n  Ana: {tz: Asia/Tokyo}\n",
        "Ana: {tz: UTC}\nBo: {tz: UTC}\nAna: {tz: UTC}\n",
    ] {
        let found = errors("team.yaml", text);
        assert_eq!((found[0].0, found[0].1), ("duplicate-key", 3), "{found:?}");
    }
    let text = r#"{"Ana":{"tz":"UTC"},"Ana":{"tz":"UTC"}}"#;
    assert_eq!(errors("team.json", text)[0].0, "duplicate-key");
}

#[test]
fn further_tables_of_markdown_are_read_or_named() {
    let first = "| Name | Timezone |\n|---|---|\n| Ida | UTC |\n\n";
    let again =
        format!("{first}Contractors\n\n| Name | Timezone |\n|---|---|\n| Bob | UTC |\n| Cy | UTC |\n");
    assert_eq!(people("team.md", &again), ["Ida -", "Bob -", "Cy -"]);
    let other =
        format!("{first}## Contractors\n\n| Name | Role | City |\n|---|---|---|\n| Bob | Dev | Berlin |\n");
    let found = errors("team.md", &other);
    assert!(
        found.iter().any(|(code, _, text)| *code == "further-table" && text.contains("line 7")),
        "{found:?}"
    );
    let links = format!("{first}| Link | Owner |\n|---|---|\n| wiki | Ida |\n");
    assert_eq!(people("team.md", &links), ["Ida -"]);
}

/// Hours for everybody beside the list would be nobody's: nine to five was planned instead, without a word.
#[test]
fn hours_and_days_beside_a_list_are_refused() {
    let list = r#""members":[{"name":"Ida","zone":"Asia/Manila"}]"#;
    for default in [
        r#""hours":"7-15""#,
        r#""days":"Mon-Thu""#,
        r#""start":"07:00""#,
        r#""defaults":{"hours":"7-15","days":"Mon-Thu"}"#,
        r#""schedule":{"hours":"7-15"}"#,
    ] {
        let found = errors("team.json", &format!("{{{default},{list}}}"));
        assert_eq!(found[0].0, "default-beside", "{default}: {found:?}");
    }
    assert_eq!(
        errors("team.yaml", "hours: 7-15\nmembers:\n  - {name: Ida, zone: UTC}\n")[0].0,
        "default-beside"
    );
    assert_eq!(
        errors("team.json", &format!(r#"{{"team":{{"hours":"7-15",{list}}}}}"#))[0].0,
        "default-beside"
    );
    for default in ["hours = \"7-15\"\n", "[defaults]\nhours = \"7-15\"\n"] {
        let toml = format!("{default}[[member]]\nname = \"Ida\"\nzone = \"UTC\"\n");
        assert_eq!(errors("team.toml", &toml)[0].0, "default-beside", "{default}");
    }
    // What is no time is about something else.
    let export = format!(r#"{{"start":"2026-01-01","end":"2026-12-31","timezone":"UTC",{list}}}"#);
    assert_eq!(people("team.json", &export), ["Ida -"]);
}
