//! What a question costs the one who asks.

use crate::facts::hold;
use crate::reading::shown;
use crate::support::law::people::Crew;
use crate::support::law::reply::replies;

#[test]
fn blocked_time() {
    hold("reply", |facts, file, roster| {
        for expected in &file.expect.blocked {
            let (asks, answers) = (roster.place(&expected.asks), roster.group(&expected.answers));
            // Nobody else has a say.
            let order: Vec<usize> = [asks].into_iter().chain(answers).collect();
            let few: Crew = roster.crew.reordered(&order);
            let found = replies(&few, &[(0, (1..order.len()).collect())]).expect("somebody asks").blocked;
            let who = format!("{} of {}", expected.asks, expected.answers.join(", "));
            let percent = |share: f64| format!("{share:.2} %");
            let none = percent(found.none.minutes() * 100.0);
            facts.equal("blocked by nothing", &who, percent(expected.none_percent), none);
            let worst = found.worst.map(|worst| shown(worst.minutes() as u32));
            facts.equal("blocked at worst", &who, Some(expected.worst.clone()), worst);
        }
    });
}
