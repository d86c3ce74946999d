//! The page about a ranked pool.

mod decision;
mod table;
mod words;

use std::io;

use tzplan::MemberRef;
use tzplan::fit::{Candidate, Rank};

use super::PoolDocument;
use crate::fit::FitDocument;
use crate::fit::text::best::{self, MOST};
use crate::text::table::first_that_fits;
use crate::text::{Page, head};
use crate::words::dates;
use crate::words::ink::{Ink, Text};
use crate::words::people::People;
use crate::words::pods;
use decision::{heading, sentences};
use table::{LAYOUTS, any_night, legend, table};
use words::name;

/// The most rows.
const MOST_ROWS: usize = 50;

pub(super) fn print(document: &PoolDocument<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let PoolDocument { opening, ref pool, hubs, context } = *document;
    head::print(page, opening.prepared(), context)?;
    page.blank()?;
    head::verdict(page, &heading(pool), opening.policy().target())?;
    for sentence in sentences(opening, pool, page.names()) {
        page.paragraph(2, &sentence.into())?;
    }
    let listed: Vec<(MemberRef<'_>, &Rank)> = pool.ranking.iter().take(MOST_ROWS).collect();
    if listed.is_empty() {
        return Ok(());
    }
    if hubs.names.is_empty() && opening.prepared().required_members() > 0 {
        first(document, page)?;
    }
    page.blank()?;
    let alone = opening.prepared().required_members() == 0;
    let people = People::of(opening.prepared(), page.names());
    let tables = LAYOUTS.map(|layout| table(&people, document, &listed, layout));
    let fitting = first_that_fits(page, &tables, 0);
    tables[fitting].print(page, 0)?;
    if listed.len() < pool.results.total() {
        let left = (pool.results.total() - listed.len()) as u64;
        let more = dates::counted(left, "more candidate", "more candidates");
        let cut_short = pool.ranking.iter().len() < pool.results.total();
        let how = if cut_short { "a larger --top lists more" } else { "--format csv or json lists all" };
        let equal = match decision::tied_with_the_last(pool, listed.len()) {
            0 => String::new(),
            count => {
                let last = listed.last().map_or(String::new(), |(last, _)| name(pool, *last, page.names()));
                let verb = if count == 1 { "ranks" } else { "rank" };
                format!(", of whom {} {verb} equal to {last}", dates::number(count as u64))
            }
        };
        let text = format!("… and {more}{equal} ({how})");
        page.paragraph(0, &Text::new(Ink::Faint, text))?;
    }
    if alone {
        return Ok(());
    }
    page.blank()?;
    let mut legend = legend(opening, LAYOUTS[fitting], any_night(&listed));
    if !hubs.names.is_empty() {
        legend.push_str(" hub: the one of them that suits best, by which a candidate is ranked.");
    }
    if hubs.names.is_empty() && !opening.pods().is_empty() {
        legend.push_str(&pods::legend(opening, &people));
    }
    page.paragraph(0, &Text::new(Ink::Faint, legend))
}

/// What hiring the first of them reaches, and their days.
fn first(document: &PoolDocument<'_>, page: &mut Page<'_>) -> io::Result<()> {
    let PoolDocument { opening, ref pool, context, .. } = *document;
    let first: Vec<MemberRef<'_>> = pool.ranking.iter().map(|(candidate, _)| candidate).take(MOST).collect();
    let names: Vec<String> = first.iter().map(|candidate| name(pool, *candidate, page.names())).collect();
    let judged: Vec<Candidate<'_>> =
        first.iter().map(|candidate| opening.candidate(candidate.schedule())).collect();
    let documents = names.iter().zip(&first).zip(&judged);
    let documents = documents.map(|((name, member), candidate)| {
        FitDocument::new(name, candidate, context).with_place(member.place())
    });
    let mut look = Text::from("look where somebody would fit → ");
    look.push(Ink::Strong, "the places of the world, the best first");
    let regions = context.next_step("regions", "");
    let as_good = decision::as_good_as_the_last(pool, MOST, page.names()).map(Text::from);
    best::print(page, &documents.collect::<Vec<_>>(), Some((&look, &regions)), as_good)
}
