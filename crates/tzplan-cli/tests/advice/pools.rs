//! Whom of a pool the program advises to hire is tried, as places are.

use crate::facts::hold;
use crate::tried::of_hire;

/// From the Pacific to the Pacific, one of them late.
const POOL: &str = "name,zone,hours\nUma,America/Los_Angeles,9-17\nNia,America/New_York,9-17\n\
                    Luz,America/Sao_Paulo,9-17\nEve,Europe/Berlin,9-17\nOtto,Europe/Berlin,12-20\n\
                    Ravi,Asia/Kolkata,10-19\nMei,Asia/Singapore,9-18\nAki,Asia/Tokyo,9-17\n";

#[test]
fn hires_of_a_pool() {
    hold("tried", |facts, _, roster| {
        roster.desk().file("pool.csv", POOL);
        let page = roster.page(&["fit", "--candidates", "pool.csv"]);
        for step in roster.small_steps(&page) {
            let answer = step.answer(roster.desk(), &[]);
            // Where nobody fits it is the places of the world.
            if step.typed[1] == "regions" {
                facts.equal("places to look at", &step.text, true, answer["regions"].is_array());
                continue;
            }
            of_hire(facts, roster, &step, &answer);
        }
    });
}
