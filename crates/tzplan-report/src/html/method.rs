//! The method: the thresholds, and where everything comes from.

use super::file_name;
use super::rich::Rich;
use crate::context::Context;
use crate::view::View;
use crate::words::people::Names;
use crate::words::thresholds::{Threshold, thresholds};
use crate::words::{changes, clean, dates};

/// Columns that a source may take.
const SOURCE: usize = 80;

/// The section.
pub(crate) struct Method {
    /// What this report is about, with labels.
    pub(crate) about: Vec<(&'static str, Rich)>,
    pub(crate) policy: Vec<Threshold>,
}

impl Method {
    pub(crate) fn of(context: Context<'_>, view: &View<'_>) -> Self {
        let (horizon, policy) = (view.prepared.horizon(), view.plan.policy());
        let last = horizon.to().pred_opt().unwrap_or(horizon.to());
        let dated = format!(
            "{} to {}, {}, dates and times in {}",
            dates::full(horizon.from()),
            dates::full(last),
            dates::days(horizon.days()),
            view.home.name()
        );
        let changed = changes::sentence(context.changes, Names::Cut);
        let mut about = vec![
            ("Roster", Rich::name(&clean::fit(file_name(context.source), SOURCE))),
            ("Dates", Rich::plain(&dated)),
            ("Zone rules", Rich::plain(&format!("tz database {}", clean::fit(context.tzdb, 16)))),
            ("Made by", Rich::plain(concat!("tzplan ", env!("CARGO_PKG_VERSION")))),
        ];
        if let Some(changed) = changed {
            about.insert(1, ("What if", Rich::plain(&changed)));
        }
        if !context.settings.is_empty() {
            let settings = changes::settings(context.settings, Names::Cut);
            about.push(("Settings", Rich::plain(&settings)));
        }
        Self { about, policy: thresholds(policy) }
    }
}
