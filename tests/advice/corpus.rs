//! The files of `teams/` as they are written (README.md tells what each key holds). A key that is not listed
//! here is refused.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use chrono::NaiveDate;
use serde::Deserialize;
use toml::Spanned;

/// Every file of the corpus with its name, in the order of their numbers.
pub fn files() -> Vec<(String, TeamFile)> {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join(crate::FOLDER).join("teams");
    let entries = std::fs::read_dir(&folder).expect("the folder of teams");
    let mut paths: Vec<PathBuf> = entries.map(|entry| entry.expect("an entry").path()).collect();
    paths.sort();
    let read = |path: PathBuf| {
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        let text = std::fs::read_to_string(&path).unwrap_or_else(|error| panic!("{name}: {error}"));
        let file = toml::from_str(&text).unwrap_or_else(|error| panic!("{name}: {error}"));
        (name, file)
    };
    paths.into_iter().map(read).collect()
}

/// Names of people, or of counted rows with a star, and a number of minutes for each.
pub type Moves = BTreeMap<String, i32>;

#[derive(Deserialize)]
#[serde(try_from = "String")]
pub struct Date(pub NaiveDate);

impl TryFrom<String> for Date {
    type Error = chrono::ParseError;

    fn try_from(text: String) -> Result<Self, Self::Error> {
        text.parse().map(Self)
    }
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct TeamFile {
    pub title: String,
    pub situation: String,
    pub wise: String,
    pub source: String,
    pub tension: Option<String>,
    pub from: Date,
    pub to: Option<Date>,
    pub home: String,
    pub policy: Option<Policy>,
    pub people: Vec<Row>,
    pub expect: Expect,
    #[serde(default)]
    pub hire: Vec<Hire>,
    #[serde(default)]
    pub meet: Vec<Meet>,
    #[serde(default)]
    pub rotate: Vec<Rotate>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Policy {
    pub target: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Row {
    pub name: String,
    pub zone: String,
    pub hours: String,
    pub days: String,
    pub count: Option<usize>,
    pub hours_clock: Option<String>,
    pub required: Option<String>,
    pub flex: Option<String>,
    pub off: Option<String>,
    pub holidays: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Expect {
    pub verdict: Verdict,
    pub year: Year,
    pub binding: Option<Binding>,
    pub night: Option<Night>,
    pub member_night: Option<MemberNight>,
    pub all_year: Option<AllYear>,
    pub season_plans: Option<SeasonPlans>,
    pub trap: Option<Trap>,
    pub steps: Option<Steps>,
    pub reach: Reach,
    pub never_asked: Option<NeverAsked>,
    pub stays: Option<Stays>,
    #[serde(default)]
    pub blocked: Vec<Blocked>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Verdict {
    pub model: String,
    pub sharing: Option<usize>,
    pub parts: Option<usize>,
    pub pods: Option<Vec<Vec<String>>>,
    pub pods_year_min: Option<Vec<String>>,
    pub isolated: Option<Vec<String>>,
    pub bridges: Option<BTreeMap<String, Vec<Vec<String>>>>,
    pub because: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Year {
    pub min: String,
    pub usual: String,
    pub max: String,
    pub drift: Vec<String>,
    pub because: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Binding {
    /// The places in the file keep the order in which they are written.
    pub without: BTreeMap<String, Spanned<String>>,
    pub because: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Night {
    pub minutes_per_week: BTreeMap<String, u32>,
    pub reasonable_year_min: String,
    pub because: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct MemberNight {
    pub minutes_per_week: BTreeMap<String, u32>,
    pub because: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct AllYear {
    #[serde(default)]
    pub moves: Moves,
    #[serde(default)]
    pub none: bool,
    pub because: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeasonPlans {
    pub seasons: Vec<SeasonPlan>,
    pub because: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct SeasonPlan {
    pub first: Date,
    pub last: Date,
    pub meets: bool,
    pub affordable: Option<bool>,
    #[serde(default)]
    pub moves: Moves,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Trap {
    pub first: Date,
    pub last: Date,
    pub moves: Moves,
    pub because: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Steps {
    pub list: Vec<Step>,
    pub because: String,
}

#[derive(Deserialize)]
#[serde(tag = "kind", rename_all = "lowercase", deny_unknown_fields)]
pub enum Step {
    Move { name: String, shift: i32, model: String, sharing: Option<usize>, parts: Option<usize> },
    Optional { name: String, year_min: String, model: String, sharing: Option<usize>, parts: Option<usize> },
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Reach {
    pub natural: String,
    pub with_plans: String,
    pub because: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct NeverAsked {
    pub names: Vec<String>,
    pub because: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stays {
    pub list: Vec<Stay>,
    pub because: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Stay {
    pub name: String,
    pub zone: String,
    pub first: Date,
    pub last: Date,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Blocked {
    pub asks: String,
    pub answers: Vec<String>,
    pub none_percent: f64,
    pub worst: String,
    pub because: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Hire {
    pub name: String,
    pub zone: String,
    pub hours: String,
    pub days: String,
    pub flex: Option<String>,
    pub result: String,
    pub shift: Option<i32>,
    #[serde(default)]
    pub by_plan: bool,
    pub pods: Option<Vec<Vec<String>>>,
    pub bridges: Option<Vec<Vec<String>>>,
    pub relieves: Option<Vec<String>>,
    pub trap: Option<HireTrap>,
    pub stated_night_minutes_per_week: u32,
    pub reading: Option<String>,
    pub because: String,
}

/// Without a shift: there is none.
#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct HireTrap {
    pub shift: Option<i32>,
    pub night_minutes_per_week: Option<u32>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Meet {
    pub duration: String,
    pub anchor: String,
    pub first: First,
    pub clean: bool,
    pub nobody_at_night: bool,
    pub worst_stretch: BTreeMap<String, u32>,
    pub off: Option<Vec<Off>>,
    pub never: Vec<String>,
    pub because: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct First {
    /// Any day, where there are none.
    pub days: Option<Vec<String>>,
    pub time: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Off {
    pub date: Date,
    pub name: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Rotate {
    pub duration: String,
    pub weeks: usize,
    pub anchor: String,
    pub limit: Limit,
    pub nobody_at_night: bool,
    pub largest: String,
    pub total: String,
    pub times: Vec<String>,
    pub because: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Limit {
    pub stretch: String,
    pub night: u32,
    pub unreasonable: u32,
}
