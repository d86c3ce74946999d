//! `fit --format html`: a page about one to five candidates.

use crate::support::{Desk, without_tags};

const POOL: &str = "name,zone,hours\nKeiko,Asia/Tokyo,9-17\nNia,Africa/Lagos,9-17\nLuz,America/Lima,9-17\n\
                    Bo,Europe/Berlin,9-17\nOla,Africa/Lagos,10-18\nKai,Pacific/Auckland,9-17\n";
const HTML: [&str; 2] = ["--format", "html"];

#[test]
fn one_candidate_has_a_page_to_forward() {
    let desk = Desk::new();
    let keiko = ["--name", "Keiko", "--zone", "Tokyo"];
    let ran = desk.year(&["fit"], "three.csv", &[&keiko[..], &HTML].concat());
    assert_eq!((ran.code, ran.err.as_str()), (Some(1), ""), "async only is no");
    assert!(
        ran.out.starts_with("<!DOCTYPE html>\n<html lang=\"en\">") && ran.out.trim_end().ends_with("</html>")
    );
    assert!(ran.out.contains("<title>Keiko – three</title>"));
    assert!(without_tags(&ran.out).contains("12½ h a week of it at night"));
    let file = desk.year(&["fit"], "three.csv", &[&keiko[..], &HTML, &["-o", "keiko.html"]].concat());
    assert_eq!((file.code, file.out.as_str()), (Some(1), ""));
    assert_eq!(desk.read("keiko.html"), ran.out);
    // No path of the roster, and no hubs file either.
    let folder = desk.file("private/folder/team.csv", crate::support::THREE);
    let named = desk.year(&["fit"], folder.to_str().unwrap(), &[&keiko[..], &HTML].concat());
    assert!(named.out.contains("<title>Keiko – team</title>") && !named.out.contains("private"));
    let hub = desk.run(&[
        "fit",
        "--against",
        "Berlin 9-17",
        "--zone",
        "Lagos",
        "--from",
        "2026-11-23",
        "--format",
        "html",
    ]);
    assert_eq!(hub.code, Some(0), "{}", hub.err);
    assert!(hub.out.contains("FITS"));
}

#[test]
fn a_small_pool_stands_side_by_side_and_a_larger_one_is_told_how() {
    let desk = Desk::with("pool.csv", POOL);
    let pool = ["--candidates", "pool.csv"];
    desk.year(&["fit"], "three.csv", &[&pool[..], &HTML].concat())
        .refused("--format html shows at most 5 candidates side by side, not 6; write --top 5");
    let five = desk.year(&["fit"], "three.csv", &[&pool[..], &HTML, &["--top", "5"]].concat()).answered();
    assert_eq!(five.out.matches("<section class=\"card hire").count(), 5);
    assert!(!five.out.contains("Kai"), "the last of six");
    let one = desk.year(&["fit"], "three.csv", &[&pool[..], &HTML, &["--top", "1"]].concat()).answered();
    assert!(one.out.contains("class=\"opening\""));
    let any = ["--against", "Berlin 9-17", "--against", "Lima 9-17", "--any", "--from", "2026-11-23"];
    desk.run(&[&["fit"], &any[..], &pool, &HTML, &["--top", "2"]].concat()).refused("with --any");
}

/// From 22:00 to 03:00 are five hours of night on five days. Nat's hours in Bangkok are 12:00Z–20:00Z, those of
/// the team 11:00Z–19:00Z, in summer 10:00Z–18:00Z.
#[test]
fn the_sentence_about_several_says_who_fits_with_nights() {
    let pool = "name,zone,hours\nBo,Europe/Berlin,9-17\nNat,Asia/Bangkok,19-3\nKeiko,Asia/Tokyo,9-17\n";
    let desk = Desk::with("pool.csv", pool);
    desk.file("berlin.csv", "name,zone,hours\nAna,Europe/Berlin,12-20\nBen,Europe/Berlin,12-20\n");
    let pool = ["--candidates", "pool.csv"];
    let page = desk.year(&["fit"], "berlin.csv", &[&pool[..], &HTML].concat()).answered().out;
    let title = without_tags(page.split("<h1").nth(1).unwrap().split("</h1>").next().unwrap());
    assert!(title.contains("Nat (25 h a week at night)") && !title.contains("Bo ("), "{title}");
}

#[test]
fn answers_without_a_page_say_which_have_one() {
    let desk = Desk::new();
    for command in ["plan", "pairs", "coverage", "meet", "regions"] {
        desk.year(&[command], "three.csv", &HTML).refused("only `agreement` and `fit` have");
    }
}

/// Kolkata's 8–16 is 2:30 to 10:30 UTC: with Berlin from 8 in winter, 2½ h, from 7 in summer, 3½ h. Summer lasts
/// longer, but it is in winter that three hours are missed.
#[test]
fn the_picture_is_that_of_the_dates_that_decide() {
    let desk = Desk::with("one.csv", "name,zone\nBen,Europe/Berlin\n");
    let card = |hours: &str| {
        let flags = ["--name", "Ravi", "--zone", "Asia/Kolkata", "--hours", hours, "--target", "3h"];
        let page = desk.year(&["fit"], "one.csv", &[&flags[..], &["--format", "html"]].concat()).out;
        without_tags(&page).split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let winter = card("8-16");
    assert!(
        winter.contains("These dates decide: then Ravi and the team share less than the target."),
        "{winter}"
    );
    assert!(winter.contains("Berlin time, 23 Nov – 27 Mar 2027 and 31 Oct – 21 Nov"), "{winter}");
    // Two hours later nothing is missed, five hours earlier everything.
    let met = card("10-18");
    assert!(
        met.contains("Between clock changes these dates last longest.")
            && met.contains("Berlin time, 28 Mar – 30 Oct"),
        "{met}"
    );
    let missed = card("3-11");
    let told = "These dates decide: of those on which Ravi and the team share less than the target they last longest.";
    assert!(missed.contains(told), "{missed}");
}

/// A second Berliner makes the plan of the three ask 45 minutes of Ana, a second person in São Paulo makes it ask
/// them of Ben (see `what_a_hire_asks_of_others_is_said`): these are not equal, two Berliners are.
#[test]
fn who_asks_others_for_more_is_not_equal_to_who_asks_somebody_else() {
    let desk = Desk::new();
    let pool =
        "name,zone,hours\nIvo,Europe/Berlin,9-17\nLia,America/Sao_Paulo,9-17\nMax,Europe/Berlin,9-17\n";
    desk.file("pool.csv", pool);
    let page =
        desk.year(&["fit"], "three.csv", &[&["--candidates", "pool.csv"], &HTML[..]].concat()).answered().out;
    let text = without_tags(&page);
    assert!(text.contains("Ivo and Max are equal here") && !text.contains("Ivo, Lia"), "{text}");
}
