//! Names in parts, as programs write them.

use tzplan::Tzdb;
use tzplan_roster::{ReadOptions, read};

use crate::with_code;

fn names(file: &str, text: &str) -> Vec<String> {
    let roster = read(file, text.as_bytes(), Tzdb::bundled(), &ReadOptions::default()).unwrap();
    assert!(roster.is_ok(), "{text}: {:?}", roster.diagnostics);
    roster.team.members().map(|member| member.name().to_owned()).collect()
}

#[test]
fn parts_of_a_name_are_one_name() {
    for (header, cells, expected) in [
        ("name.givenName,name.familyName", "Ana,Silva", "Ana Silva"),
        ("name.first,name.last", "Ana,Silva", "Ana Silva"),
        ("names.given,names.family", "Ana,Silva", "Ana Silva"),
        ("profile.firstName,profile.lastName", "Ana,Silva", "Ana Silva"),
        ("user.givenName,user.familyName", "Ana,Silva", "Ana Silva"),
        ("name.formatted,nickname", "Ana Silva,Ani", "Ana Silva"),
        ("name.fullName,x", "Ana Silva,1", "Ana Silva"),
    ] {
        assert_eq!(names("team.csv", &format!("{header},zone\n{cells},UTC\n")), [expected], "{header}");
    }
}

/// What SCIM, Okta and Jira answer, as their documentation shows it.
#[test]
fn accounts_of_directories() {
    let scim = r#"{"totalResults":2,"Resources":[
        {"userName":"a","name":{"givenName":"Ana","familyName":"Silva"},"timezone":"Europe/Lisbon","active":true},
        {"userName":"b","name":{"givenName":"Ben","familyName":"Ode"},"timezone":"America/New_York","active":false}]}"#;
    let okta = r#"[{"status":"ACTIVE","profile":{"firstName":"Ana","lastName":"Silva","timezone":"Europe/Lisbon"}},
        {"status":"DEPROVISIONED","profile":{"firstName":"Ben","lastName":"Ode","timezone":"America/New_York"}}]"#;
    let jira = r#"[{"accountType":"atlassian","displayName":"Ana Silva","active":true,"timeZone":"Europe/Lisbon"},
        {"accountType":"app","displayName":"Slack","active":true,"timeZone":"Etc/UTC"}]"#;
    for text in [scim, okta, jira] {
        assert_eq!(names("team.json", text), ["Ana Silva"], "{text}");
        let roster = read("team.json", text.as_bytes(), Tzdb::bundled(), &ReadOptions::default()).unwrap();
        assert_eq!(with_code(&roster, "left-out").len(), 1, "{text}");
    }
}

#[test]
fn first_names_that_are_read_are_not_named_as_unused() {
    let text = "Prénom;Nom;Ville\nZoé;Dubois;Lyon\n";
    assert_eq!(names("team.csv", text), ["Zoé Dubois"]);
    let roster = read("team.csv", text.as_bytes(), Tzdb::bundled(), &ReadOptions::default()).unwrap();
    assert_eq!(roster.unused_columns().collect::<Vec<_>>(), Vec::<&str>::new());
}

/// Of somebody with no name that is preferred the others are read, whichever stands first in the file.
#[test]
fn an_empty_name_is_filled_by_another_column() {
    for (header, cells, expected) in [
        ("Preferred Name,First Name,Last Name", ",Ana,Silva", "Ana Silva"),
        ("First Name,Last Name,Preferred Name", "Ana,Silva,", "Ana Silva"),
        ("Preferred Name,First Name,Last Name", "Ani,Ana,Silva", "Ani Silva"),
        ("Display Name,First Name,Last Name", ",Ana,Silva", "Ana Silva"),
        ("Display Name,First Name,Last Name", "A. Silva,Ana,Silva", "A. Silva"),
    ] {
        assert_eq!(names("team.csv", &format!("{header},zone\n{cells},UTC\n")), [expected], "{header}");
    }
}
