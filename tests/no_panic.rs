//! Any value of a public type, with overflow checks on: an answer or an error, never a panic.

#[allow(dead_code, reason = "each test file uses a part of it")]
mod support;

use chrono::{NaiveDate, Weekday, WeekdaySet};
use proptest::prelude::*;
use support::cases;
use tzplan::agreement::{Agreement, AgreementOptions};
use tzplan::coverage::{Service, additions, coverage, handoffs, service_coverage};
use tzplan::fit::{Opening, Ranking, Shortlist, SortBy, best_of};
use tzplan::hours::{HoursText, parse_days, parse_hours};
use tzplan::meeting::{MeetingOptions, Meetings, RotationOptions, Slot};
use tzplan::overlap::{everyone, quorum};
use tzplan::pairs::{Pairs, pairs};
use tzplan::regions::{offsets, regions, regions_of, sort};
use tzplan::reply::Replies;
use tzplan::shift::coverage_moves;
use tzplan::stays::{long_stays, short_stays};
use tzplan::{
    Attendance, Change, ClockRange, ClockTime, DateRange, Horizon, Interval, IntervalSet, Member, Minutes,
    Model, OffsetRange, PerDay, Plan, Pods, Policy, PreparedTeam, ProfileId, Schedule, Shift, Stretch, Team,
    Tzdb, UtcMinute, WeeklyHours, Zone,
};

/// Every number, those at either end and around a day as often as others.
fn numbers() -> impl Strategy<Value = u32> {
    prop_oneof![any::<u32>(), 0_u32..3000, u32::MAX - 3..=u32::MAX, Just(1440), Just(10_080)]
}

/// Every date that chrono has, those of today and at either end as often as others.
fn dates() -> impl Strategy<Value = NaiveDate> {
    let (first, last) = (NaiveDate::MIN.to_epoch_days(), NaiveDate::MAX.to_epoch_days());
    let days = prop_oneof![
        first..=last,
        first..first + 3,
        last - 2..=last,
        20_000..22_000,
        // The ends of the years that can be planned.
        -25_570..-25_560,
        376_190..376_205,
    ];
    days.prop_map(|days| NaiveDate::from_epoch_days(days).expect("within chrono's range"))
}

fn ranges() -> impl Strategy<Value = DateRange> {
    prop_oneof![
        // No range ends with chrono's last date.
        (dates(), dates()).prop_filter_map("a range", |(a, b)| DateRange::new(a.min(b), a.max(b)).ok()),
        (20_800_i32..21_300, 0_i32..60).prop_map(|(first, days)| {
            let date = |days| NaiveDate::from_epoch_days(days).expect("a date of this century");
            DateRange::new(date(first), date(first + days)).expect("in order")
        }),
    ]
}

fn zones() -> impl Strategy<Value = Zone> {
    const IDS: [&str; 9] = [
        "Asia/Kolkata",
        "America/New_York",
        "Europe/Berlin",
        "Australia/Lord_Howe",
        "Africa/Casablanca",
        "Pacific/Apia",
        "Pacific/Kiritimati",
        "Asia/Kathmandu",
        "America/Nuuk",
    ];
    prop_oneof![
        3 => prop::sample::select(&IDS[..]).prop_map(|id| Zone::iana(id).expect("a zone")),
        1 => (-1439..1440).prop_map(|minutes| Zone::fixed(minutes).expect("less than a day")),
    ]
}

fn hours() -> impl Strategy<Value = WeeklyHours> {
    let stretch = (0_u8..7, 0_u16..1440, 1_u16..=1440).prop_map(|(day, start, length)| {
        let day = Weekday::try_from(day).expect("one of seven");
        Stretch::new(day, start, start + length).expect("within a day")
    });
    prop::collection::vec(stretch, 0..8).prop_map(WeeklyHours::new)
}

fn members() -> impl Strategy<Value = Member> {
    let who = (zones(), hours(), any::<bool>(), prop::option::of(numbers()));
    let more = (
        prop::option::of(zones()),
        prop::option::of((zones(), hours())),
        prop::option::of((zones(), ranges())),
        prop::collection::vec(dates(), 0..4),
    );
    (who, more).prop_map(|((zone, hours, required, flex), (clock, also, stay, off))| {
        let mut member = Member::new("Ana", zone).hours(hours).days_off(off);
        if let Some((zone, dates)) = stay {
            member = member.stay(zone, dates);
        }
        if let Some(clock) = clock {
            member = member.hours_on(clock);
        }
        if let Some((zone, hours)) = also {
            member = member.also(zone, hours);
        }
        if let Some(flex) = flex {
            member = member.flex(Minutes(flex));
        }
        if required { member } else { member.optional() }
    })
}

fn policies() -> impl Strategy<Value = Policy> {
    let lengths = (1_u32..=1440, 0_u32..=720, prop::sample::select(vec![15_u32, 60, 360, 720, 1440]));
    (lengths, numbers(), 0_u16..1440, 0_u16..1440).prop_map(|((target, shift, step), grace, start, end)| {
        let range = ClockTime::from_minutes(start).zip(ClockTime::from_minutes(end));
        let range = range.and_then(|(start, end)| ClockRange::new(start, end).ok());
        let mut policy = Policy::default();
        let set = |policy: Policy, next: Result<Policy, _>| next.unwrap_or(policy);
        policy = set(policy.clone(), policy.with_target(Minutes(target)));
        policy = set(policy.clone(), policy.with_max_shift(Minutes(shift)));
        policy = set(policy.clone(), policy.with_step(Minutes(step)));
        policy = set(policy.clone(), policy.with_grace_days(grace));
        match range {
            Some(range) => policy.with_reasonable(range).with_night(range),
            None => policy,
        }
    })
}

proptest! {
    #![proptest_config(cases(2000))]

    #[test]
    fn numbers_and_dates_make_values_or_errors(
        (a, b) in (numbers(), numbers()),
        (from, to) in (dates(), dates()),
        (x, y) in (any::<i32>(), any::<i32>()),
        (start, end) in (any::<u16>(), any::<u16>()),
        zone in zones(),
    ) {
        let _stretch = Stretch::new(Weekday::Mon, start, end).map(|one| WeeklyHours::new([one]).to_string());
        let _hours = WeeklyHours::on(WeekdaySet::EMPTY, &[(start, end)]);
        for minutes in [Minutes(a), Minutes(b)] {
            let _shown = minutes.to_string();
            let policy = Policy::default();
            let _policies = [
                policy.clone().with_target(minutes),
                policy.clone().with_comfortable(minutes),
                policy.clone().with_max_shift(minutes),
                policy.clone().with_reply_within(minutes),
                policy.with_step(minutes),
            ];
            let _around = OffsetRange::around(x, minutes).map(|range| range.to_string());
        }
        let _grace = Policy::default().with_grace_days(a).map(|policy| policy.grace_of(b));
        let (one, other) = (PerDay { minutes_per_week: a, days: b }, PerDay { minutes_per_week: b, days: a });
        let _order = (one.cmp_value(other), one.min_value(other).floor(), one.ceil(), one.to_string());
        let _shift = Shift::of(x).to_string();
        let _zone = Zone::fixed(x).map(|zone| zone.to_string());
        let _offsets = OffsetRange::new(x, y).map(|range| (range.to_string(), range.contains(y)));
        let point = UtcMinute::from_epoch_minutes;
        let _instant = point(x).to_utc();
        let set = IntervalSet::of(point(x.min(y)), point(x.max(y)));
        let _algebra = (set.total(), set.union(&set), set.difference(&set), set.shared_minutes(&set));
        let _length = Interval::new(point(x.min(y)), point(x.max(y))).map(Interval::length);
        if let Ok(range) = DateRange::new(from, to) {
            let _range = (range.to_string(), range.days(), range.after(), range.iter().next());
            let _horizon = Horizon::over(range, zone.clone());
        }
        let _until = DateRange::until(from, to);
        let _horizons = [
            Horizon::new(from, to, zone.clone()),
            Horizon::of_days(from, a, zone.clone()),
            Horizon::year(from, zone),
        ];
    }

    #[test]
    fn texts_make_values_or_errors(text in "[0-9a-zA-Z:+;,. /-]{0,14}|\\PC{0,10}") {
        let _hours = (text.parse::<WeeklyHours>(), parse_hours(&text), parse_days(&text));
        let _columns = (HoursText::from_columns(&text, "17"), HoursText::from_columns("9", &text));
        let _times = (text.parse::<ClockTime>(), text.parse::<ClockRange>(), text.parse::<DateRange>());
        let _lengths = (text.parse::<Minutes>(), text.parse::<Shift>(), text.parse::<OffsetRange>());
        let _words = (text.parse::<Model>(), text.parse::<Zone>());
    }
}

proptest! {
    #![proptest_config(cases(200))]

    #[test]
    fn any_team_is_answered(
        members in prop::collection::vec(members(), 0..4),
        candidate in members(),
        policy in policies(),
        (from, days) in (dates(), 1_u32..20),
        (k, people, minutes) in (any::<usize>(), numbers(), 1_u32..=1440),
        (once, once_days, shift, zone) in (prop::option::of(dates()), 0_u64..20, any::<i32>(), zones()),
    ) {
        let near = NaiveDate::from_epoch_days(20_800).expect("a date");
        for from in [from, near] {
            let Ok(horizon) = Horizon::of_days(from, days, zone.clone()) else { continue };
            let mut team = Team::new();
            for member in &members {
                team.add(member.clone());
            }
            let moved = Change::Shift { member: 0.into(), by: Shift::of(shift) };
            let leaves = Change::Without { member: k.into() };
            let _changed = (team.changed([moved]), team.changed([leaves]));
            let prepared = PreparedTeam::new(&team, horizon.clone());
            let plan = Plan::of(&prepared, &policy);
            let _pods = Pods::of(&prepared, &policy);
            let _together = (everyone(&prepared), quorum(&prepared, k), short_stays(&prepared));
            let _covered = (
                coverage(&prepared, |_| true),
                service_coverage(&prepared, &Service::around_the_clock().at_least(people)),
                additions(&prepared, &Service::around_the_clock().at_least(people)),
                long_stays(&prepared),
            );
            for season in prepared.seasons() {
                let _handoffs = handoffs(&prepared, season);
            }
            let replies = Replies::new(&prepared);
            let _waits = (replies.within_team(), replies.between(0, 1), replies.of_each(|_| true));
            let mut options = MeetingOptions::default();
            options.duration = Minutes(minutes);
            options.quorum = Some(k);
            let meetings = Meetings::new(&prepared, &policy, &options);
            let mut turns = RotationOptions::default();
            (turns.kept, turns.carried, turns.carried_night) = (people as usize, vec![u64::MAX; 2], vec![u64::MAX]);
            for weeks in [k % 4, k] {
                turns.weeks = weeks;
                let _turns = meetings.rotation(&meetings.ranked(), &turns);
            }
            let last = once.and_then(|first| first.checked_add_days(chrono::Days::new(once_days)));
            options.once = once.zip(last).and_then(|(first, last)| DateRange::new(first, last).ok());
            let _once = Meetings::new(&prepared, &policy, &options).ranked();
            let mut agreement = AgreementOptions::default();
            (agreement.weeks, agreement.duration) = (k, Minutes(minutes));
            let _agreement = Agreement::of(&prepared, &plan, &agreement);
            let mut alone = Team::new();
            alone.add(candidate.clone());
            let opening = Opening::new(&prepared, &policy);
            for schedule in alone.schedules() {
                let _fit = opening.judge(schedule);
            }
        }
    }
}

/// A team over a horizon, or nothing where the dates cannot be planned.
fn prepared(members: &[Member], from: NaiveDate, days: u32, home: &Zone) -> Option<PreparedTeam> {
    let mut team = Team::new();
    for member in members {
        team.add(member.clone());
    }
    Some(PreparedTeam::new(&team, Horizon::of_days(from, days, home.clone()).ok()?))
}

proptest! {
    #![proptest_config(cases(60))]

    #[test]
    fn any_pair_pool_and_region_is_answered(
        members in prop::collection::vec(members(), 0..4),
        pool in prop::collection::vec(members(), 0..5),
        policy in policies(),
        (from, days, zone) in (dates(), 1_u32..20, zones()),
        (hours, most, population) in (hours(), prop::option::of(any::<usize>()), any::<u64>()),
        (people, bridges, x, y) in (numbers(), any::<bool>(), any::<i32>(), any::<i32>()),
    ) {
        let by = if bridges { SortBy::Bridges } else { SortBy::Fit };
        let near = NaiveDate::from_epoch_days(20_800).expect("a date");
        for from in [from, near] {
            let Some(team) = prepared(&members, from, days, &zone) else { continue };
            let all: Vec<ProfileId> = team.team().members().map(|who| team.profile_of(who)).collect();
            let kept = Pairs::new(&team, &policy);
            for a in &all {
                for b in &all {
                    let _pair = (pairs(&team, *a, *b, &policy), kept.between(*a, *b));
                }
            }
            let _moves = coverage_moves(&team, &Service::around_the_clock().at_least(people), &policy);

            let mut candidates = Team::new();
            for member in &pool {
                candidates.add(member.clone());
            }
            let openings = [Opening::new(&team, &policy), Opening::new(&team, &policy)];
            let opening = &openings[0];
            for most in [None, Some(0), Some(1), most] {
                let ranking = Ranking::of(opening, &candidates, by, most);
                let _listed = (ranking.iter().count(), ranking.results().total(), ranking.tied(), ranking.judged());
                let _tied = ranking.with_tied(population as usize).tied();
            }
            let mut shortlist = Shortlist::new(opening, by, most.unwrap_or(1));
            for member in candidates.members() {
                let _offered = shortlist.offer(member.schedule_id(), member.schedule());
                let candidate = opening.candidate(member.schedule());
                let (fit, _waits) = (candidate.fit(), candidate.waits());
                let _evidence = (candidate.days_off(), candidate.team_overlap(), candidate.pairs());
                let _gained = (candidate.coverage_gained(), fit.peers(), fit.worst_overlap_sum(), fit.asked.most());
                let beside = opening.with_candidates(&[("Zoe", member.schedule())], Attendance::Required);
                let (_plan, _profile) = (beside.plan(), beside.candidate(0));
                let _dearest = beside.dearest_season(0, &fit, beside.prepared().seasons());
                let _best = best_of(&openings, member.schedule()).map(|(place, _)| place);
            }
            let _short = (shortlist.tied(), shortlist.results().total(), shortlist.judged());

            let some = |id: &str| ["Asia/Kathmandu", "Africa/Casablanca", "Etc/GMT+5"].contains(&id);
            let mut found = regions(opening, Tzdb::bundled(), &hours, some);
            let moved = |zone: &Zone| Schedule::new(zone.clone(), hours.clone()).with_hours_on(&zone.clone());
            let _several = regions_of(&openings, Tzdb::bundled(), moved, some);
            sort(&mut found, by, |region| population.wrapping_mul(region.zones.len() as u64));
            let _offsets = offsets(&zone, team.horizon());
            if let Some(range) = OffsetRange::new(x, y) {
                let dates = (team.horizon().from(), team.horizon().to());
                let _within = (range.has(&zone, dates.0, dates.1), zone.standard_offset(dates.0, dates.1));
            }
        }
    }

    /// What a program asked for by mistake: refused in the words that the documentation promises.
    #[test]
    fn a_meeting_of_no_length_or_of_days_is_refused_in_words(
        members in prop::collection::vec(members(), 0..3),
        minutes in prop_oneof![Just(0), 1441_u32..3000, u32::MAX - 3..=u32::MAX],
        zone in zones(),
    ) {
        let near = NaiveDate::from_epoch_days(20_800).expect("a date");
        let team = prepared(&members, near, 14, &zone).expect("dates of this century");
        let policy = Policy::default();
        let mut options = MeetingOptions::default();
        options.duration = Minutes(minutes);
        let mut agreement = AgreementOptions::default();
        agreement.duration = Minutes(minutes);
        let plan = Plan::of(&team, &policy);
        let words = |asked: Box<dyn FnOnce() + '_>| {
            let panic = std::panic::catch_unwind(std::panic::AssertUnwindSafe(asked)).err()?;
            Some(panic.downcast::<String>().map(|words| *words).unwrap_or_default())
        };
        let promised = "a meeting lasts 1 minute to 24 hours, not ";
        let meeting = words(Box::new(|| drop(Meetings::new(&team, &policy, &options))));
        prop_assert!(meeting.as_ref().is_some_and(|words| words.starts_with(promised)), "{meeting:?}");
        // Whom no group of the plan holds, nobody meets.
        let standup = words(Box::new(|| drop(Agreement::of(&team, &plan, &agreement))));
        prop_assert!(standup.as_ref().is_none_or(|words| words.starts_with(promised)), "{standup:?}");
    }

    /// A slot of any time, looked at for any team: on which dates, whom it costs what.
    #[test]
    fn any_slot_is_answered(
        members in prop::collection::vec(members(), 0..4),
        policy in policies(),
        (from, days, zone) in (dates(), 1_u32..20, zones()),
        (day, time, date, minutes) in (0_u8..7, 0_u16..1440, dates(), 1_u32..=1440),
    ) {
        let near = NaiveDate::from_epoch_days(20_800).expect("a date");
        let time = ClockTime::from_minutes(time).expect("a minute of a day");
        let day = Weekday::try_from(day).expect("one of seven");
        for from in [from, near] {
            let Some(team) = prepared(&members, from, days, &zone) else { continue };
            let mut options = MeetingOptions::default();
            options.duration = Minutes(minutes);
            let meetings = Meetings::new(&team, &policy, &options);
            for slot in [Slot::weekly(day, time), Slot::once(date, time)] {
                let _plan = meetings.plan(slot);
                let _costs = (meetings.costs(slot), meetings.for_whom(slot), meetings.local_times(slot));
                let _dates = (meetings.occurrences(slot), meetings.dates_off(slot), meetings.exceptions(slot));
            }
            let ranked = meetings.ranked();
            let choices = meetings.choices(&ranked);
            let _several = (meetings.best(), meetings.changes(), Meetings::alternatives(&choices).len());
            let _none = meetings.obstacles();
        }
    }
}
