//! What a question costs the one who asks.

use serde_json::Value;

use crate::facts::hold;
use crate::reading::shown;

#[test]
fn blocked_time() {
    hold("reply", |facts, file, roster| {
        for expected in &file.expect.blocked {
            let people: Vec<String> =
                [&expected.asks].into_iter().chain(&expected.answers).cloned().collect();
            // Nobody else has a say.
            let pairs = roster.run_on_people(file, &people, &["pairs"]);
            let names = |names: &Value, one: &str| names.as_array().unwrap().iter().any(|name| name == one);
            let anybody = pairs["anybody"].as_array().unwrap();
            let blocked =
                &anybody.iter().find(|wait| names(&wait["from_names"], &expected.asks)).unwrap()["blocked"];
            let who = format!("{} of {}", expected.asks, expected.answers.join(", "));
            let percent = |share: f64| format!("{share:.2} %");
            let none = percent(blocked["none"].as_f64().unwrap() * 100.0);
            facts.equal("blocked by nothing", &who, percent(expected.none_percent), none);
            let worst = blocked["worst"].as_f64().map(|worst| shown(worst as u64));
            facts.equal("blocked at worst", &who, Some(expected.worst.clone()), worst);
        }
    });
}
