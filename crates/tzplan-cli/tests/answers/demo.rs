//! `tzplan demo`: the built-in example answers at once, in every form.

use crate::support::{Desk, YEAR};

/// The same as a file with the same text, but for what the team is called.
#[test]
fn it_answers_what_a_file_with_the_example_does() {
    let desk = Desk::new();
    let example = desk.run(&["init"]).answered().out;
    desk.file("example team", example);
    for form in ["text", "markdown", "json", "csv"] {
        let form = ["--format", form];
        let demo = desk.run(&[&["demo"], &YEAR[..], &form].concat()).answered();
        let file = desk.run(&[&["example team"], &YEAR[..], &form].concat());
        assert_eq!((demo.code, &demo.out), (file.code, &file.out));
    }
    let text = desk.run(&[&["demo"], &YEAR[..]].concat()).answered().out;
    assert!(text.starts_with("example team · "), "{text}");
    let without = desk.run(&[&["demo", "--without", "Ana"], &YEAR[..]].concat());
    assert!(without.code == Some(0) || without.err.contains("Ana"), "{}", without.err);
}

#[test]
fn its_page_is_that_of_report() {
    let desk = Desk::new();
    desk.file("example team", desk.run(&["init"]).answered().out);
    let page = desk.run(&[&["report", "example team"], &YEAR[..]].concat()).out;
    desk.run(&[&["demo"], &YEAR[..], &["-o", "demo.html"]].concat()).answered();
    assert_eq!(desk.read("demo.html"), page);
    assert_eq!(desk.run(&[&["demo", "--format", "html"], &YEAR[..]].concat()).answered().out, page);
    // Another form is another form, whatever the file is called.
    desk.run(&[&["demo"], &YEAR[..], &["--format", "json", "-o", "x.html"]].concat()).answered();
    assert!(desk.read("x.html").starts_with('{'));
}

#[test]
fn it_reads_no_roster() {
    let desk = Desk::new();
    desk.run(&["demo", "three.csv"]).refused("unexpected argument");
}
