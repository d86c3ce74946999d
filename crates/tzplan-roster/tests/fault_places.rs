//! Faults of JSON, TOML and archives, each with its place in the file's own terms.

#![cfg(all(feature = "structured", feature = "workbook"))]
#![allow(clippy::unwrap_used, reason = "a test that fails shall panic")]

use tzplan::Tzdb;
use tzplan_roster::{ReadOptions, Roster, read};

fn roster(text: impl AsRef<[u8]>) -> Roster {
    read("team", text.as_ref(), Tzdb::bundled(), &ReadOptions::default()).unwrap()
}

/// Code, row, place, and the part of the source line that is marked.
fn found(text: impl AsRef<[u8]>) -> Vec<(&'static str, u64, String, String)> {
    let of = |d: &tzplan_roster::Diagnostic| {
        let marked = d.source.as_ref().map(|source| source.text[source.span.clone()].to_owned());
        (d.code, d.row, d.place.as_deref().unwrap_or("").to_owned(), marked.unwrap_or_default())
    };
    roster(text).diagnostics.iter().map(of).collect()
}

#[track_caller]
fn is_found(text: &str, expected: &[(&str, u64, &str, &str)]) {
    let found = found(text);
    let found: Vec<_> =
        found.iter().map(|(code, row, place, marked)| (*code, *row, &**place, &**marked)).collect();
    assert_eq!(found, expected, "{text}");
}

#[test]
fn values_of_json() {
    is_found(
        "[\n  {\"name\": \"Ana\", \"zone\": \"Berln\",\n   \"hours\": \"late\"},\n  {\"hours\": \"9-17\"},\n {\"zone\": \"UTC\", \"time zone\": 7}\n]",
        &[
            ("unknown-zone", 2, "[0].zone", "\"Berln\""),
            ("bad-hours", 2, "[0].hours", "\"late\""),
            ("missing-zone", 4, "[1]", "{\"hours\": \"9-17\"}"),
            // Both keys are the zone, one as good as the other.
            ("duplicate-column", 5, "[2][\"time zone\"]", "7"),
        ],
    );
    is_found(
        "{\"members\":[{\"zone\":\"UTC\",\"hours\":{\"from\":9}},{\"zone\":[\"a\",\"b\"]},3,\
         {\"zone\":\"UTC\",\"zone\":\"UTC\"},{\"zone\":\"UTC\",\"start\":9.5,\"end\":17},{\"zone\":\"UTC\"}]}",
        // On one line an entry's row is its place.
        &[
            ("bad-value", 1, "members[0].hours", "{\"from\":9}"),
            ("bad-value", 2, "members[1].zone", "[\"a\",\"b\"]"),
            ("bad-entry", 3, "members[2]", "3"),
            ("duplicate-key", 4, "members[3].zone", "\"UTC\""),
            ("bad-time", 5, "members[4].start", "9.5"),
        ],
    );
}

/// Half an emoji is what cutting a text in a browser leaves: no column is missing where it stands.
#[test]
fn strings_that_are_none_are_named_in_whatever_entry() {
    let half = "{\"name\":\"\\ud83d\",\"zone\":\"UTC\"}";
    for (text, places) in [
        (format!("[{half}]"), &["[0]"][..]),
        (format!("[{half},{half}]"), &["[0]", "[1]"]),
        (format!("[{{\"zone\":\"UTC\"}},{half}]"), &["[1]"]),
        (format!("[{half},{{\"name\":\"Ben\"}}]"), &["[0]"]),
    ] {
        let roster = roster(&text);
        let found: Vec<_> = roster.diagnostics.iter().map(|d| d.place.as_deref().unwrap_or("")).collect();
        assert_eq!(found, places, "{text}");
        assert!(roster.diagnostics.iter().all(|d| d.message.contains("escape")), "{:?}", roster.diagnostics);
    }
}

#[test]
fn values_of_toml() {
    is_found(
        "[[member]]\nzone = \"Berln\"\nhours = 9\n\n[[member]]\nname = \"Ben\"\n\n[[member]]\nzone = \"UTC\"\nstart = 09:00:30\n\
         end = 0x11\n[[member]]\nzone = { of = \"UTC\" }\n",
        &[
            ("unknown-zone", 1, "member[0].zone", "\"Berln\""),
            ("bad-hours", 1, "member[0].hours", "9"),
            ("missing-zone", 5, "member[1]", "[[member]]"),
            ("bad-time", 8, "member[2].start", "09:00:30"),
            ("bad-value", 12, "member[3].zone", "{ of = \"UTC\" }"),
        ],
    );
    is_found("members = [\n  { zone = \"UTC\" },\n  4,\n]\n", &[("bad-entry", 3, "members[1]", "4")]);
}

#[test]
fn what_is_no_json_or_toml() {
    is_found("[\n {\"zone\": }\n]", &[("bad-json", 2, "line 2, column 11", "}")]);
    is_found("{\"members\": [", &[("bad-json", 1, "line 1, column 13", "[")]);
    is_found("[[member]]\nzone = \"UTC\"\nzone = 1\n", &[("bad-toml", 3, "line 3, column 1", "zone")]);
    is_found("[[member]]\nzone = nowhere\n", &[("bad-toml", 2, "line 2, column 8", "nowhere")]);
    is_found("{\"member\": 3}", &[("no-members", 1, "line 1, column 12", "3")]);
    is_found("{\"membres\": []}", &[("no-members", 1, "line 1, column 1", "{\"membres\": []}")]);
    is_found("[policy]\ntarget = \"4h\"\n", &[("no-members", 1, "line 1, column 1", "")]);
    is_found("[]", &[("no-rows", 1, "", "")]);
    is_found("[{\"name\": \"Ana\"}]", &[("no-zone-column", 1, "[0]", "{\"name\": \"Ana\"}")]);
    let zoo = found(b"[{\"zone\": \"\xc3\xa9\xc3\xa9\xc3\xa9\", \"name\": \"\xff\"}]");
    assert_eq!((zoo[0].0, &*zoo[0].2), ("not-utf8", "line 1, column 27"));
    // Nested deeper than any stack.
    for deep in ["[".repeat(1_000_000), "{\"a\":".repeat(1_000_000), format!("[{}]", "[".repeat(200_000))] {
        assert_eq!(found(&deep)[0].0, "bad-json");
    }
    let nested = format!("[{{\"zone\":\"UTC\",\"off\":{}{}}}]", "[".repeat(300_000), "]".repeat(300_000));
    assert_eq!(found(nested)[0].0, "bad-value");
    let toml = format!("[[member]]\nzone = {}", "[".repeat(300_000));
    assert_eq!(found(toml)[0].0, "bad-toml");
}

#[test]
fn the_policy_of_a_file() {
    is_found(
        "[policy]\ntarget = \"4\"\nmax_shift = 90\ntarrget = \"3h\"\nstep = \"7m\"\ngrace_days = 7\n[[member]]\nzone = \"UTC\"\n",
        &[
            ("bad-policy", 2, "policy.target", "\"4\""),
            ("bad-policy", 3, "policy.max_shift", "90"),
            ("unknown-policy", 4, "policy.tarrget", "\"3h\""),
            ("bad-policy", 5, "policy.step", "\"7m\""),
        ],
    );
    is_found("{\"policy\": 3, \"members\": [{\"zone\": \"UTC\"}]}", &[("bad-entry", 1, "policy", "3")]);
    is_found("{\"polcy\": {}, \"members\": [{\"zone\": \"UTC\"}]}", &[("unknown-key", 1, "polcy", "{}")]);
    // Where the members cannot be read, the policy can.
    let roster = roster("[policy]\nstep = \"30m\"\n[[member]]\nname = \"Ana\"\n");
    assert_eq!((roster.errors, roster.policy.step), (1, Some(tzplan::Minutes(30))));
}

#[test]
fn many_faults_on_one_line_keep_the_order_of_the_file() {
    let entries: Vec<_> =
        (0..3000).map(|n| format!("{{\"hours\":\"{n}x\",\"zone\":\"Nowhere{n}\"}}")).collect();
    let roster = roster(format!("[{}]", entries.join(",")));
    let places: Vec<_> = roster.diagnostics.iter().map(|d| d.place.as_deref().unwrap().to_owned()).collect();
    let expected: Vec<_> = (0..3000).flat_map(|n| [format!("[{n}].hours"), format!("[{n}].zone")]).collect();
    assert_eq!(places, expected);
}

#[test]
fn archives_that_are_no_workbook() {
    let refused = |bytes: &[u8]| found(bytes)[0].0;
    assert_eq!(refused(b"PK\x03\x04 and so on"), "bad-workbook");
    assert_eq!(refused(b"PK\x05\x06\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0\0"), "not-text");
}
