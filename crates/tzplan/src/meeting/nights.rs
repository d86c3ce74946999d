//! What of each slot is at night: among times that cost the same the one that is least so comes first.

use super::grid::Grid;

impl Grid<'_> {
    /// Minutes at night of required members who have a workday, within their hours or not, of each slot in
    /// order.
    pub(super) fn nights_of_required(&self) -> Vec<u64> {
        let mut nights = vec![0; self.len()];
        let outside = self.meetings.outside();
        for crowd in self.meetings.crowds().iter().filter(|crowd| crowd.heads.required > 0) {
            for dates in self.alike(crowd) {
                let rows = self.rows_of(&dates);
                for (time, occurrence) in self.occurrences(dates[0]).enumerate() {
                    let minutes = crowd.at_night(&occurrence, outside).get();
                    if minutes == 0 || crowd.asked(&occurrence, outside).no_workday {
                        continue;
                    }
                    for (row, count) in &rows {
                        let night = &mut nights[self.place(*row, time)];
                        *night += u64::from(minutes) * crowd.heads.required * count;
                    }
                }
            }
        }
        nights
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::meeting::{MeetingOptions, Meetings, Slot};
    use crate::{Attendance, Horizon, Member, Policy, PreparedTeam, Team, Zone};

    /// Occurrence by occurrence.
    fn night_of_required(meetings: &Meetings, slot: Slot) -> u64 {
        let mut night = 0;
        for occurrence in meetings.occurrences(slot) {
            for crowd in meetings.crowds().iter().filter(|crowd| crowd.heads.required > 0) {
                if !crowd.asked(&occurrence, &meetings.outside).no_workday {
                    let minutes = crowd.at_night(&occurrence, &meetings.outside).get();
                    night += u64::from(minutes) * crowd.heads.required;
                }
            }
        }
        night
    }

    /// Of a year with every kind of clock change, people on shifts, part-timers, days off and optional
    /// people, at every half hour.
    #[test]
    fn nights_are_those_of_all_occurrences() {
        let people = [
            ("Australia/Lord_Howe", "22-06", Attendance::Unmarked),
            ("Africa/Casablanca", "Mon,Wed 20-24", Attendance::Unmarked),
            ("America/New_York", "9-17", Attendance::Unmarked),
            ("America/New_York", "9-17", Attendance::Unmarked),
            ("Asia/Kathmandu", "9-17", Attendance::Optional),
            ("Europe/Berlin", "Sun-Thu 9-12,20-23", Attendance::Required),
        ];
        let mut team = Team::new();
        for (name, hours, attendance) in people {
            let member = Member::new(name, Zone::iana(name).expect("a zone")).attendance(attendance);
            let off = ["2026-12-24", "2027-03-29"].map(|day| day.parse().expect("a date"));
            team.add(member.hours(hours.parse().expect("hours")).days_off(off));
        }
        let start = "2026-11-30".parse().expect("a date");
        let horizon = Horizon::year(start, Zone::iana("Europe/London").expect("a zone")).expect("a year");
        let options = MeetingOptions { days: Some(chrono::WeekdaySet::ALL), ..MeetingOptions::default() };
        let meetings = Meetings::new(&PreparedTeam::new(&team, horizon), &Policy::default(), &options);
        let grid = Grid::new(&meetings, meetings.days(), options.duration);
        let all: Vec<u64> = grid.slots().map(|slot| night_of_required(&meetings, slot)).collect();
        assert_eq!(grid.nights_of_required(), all);
        assert!(all.contains(&0) && all.iter().any(|night| *night > 0));
        // Of some of them only.
        let some: Vec<Slot> = grid.slots().filter(|slot| slot.time.minutes() % 210 == 60).collect();
        let around = Grid::around(&meetings, &some);
        assert!(some.iter().all(|slot| around.slots().any(|known| known == *slot)));
        let of_some: Vec<u64> = around.slots().map(|slot| night_of_required(&meetings, slot)).collect();
        assert_eq!(around.nights_of_required(), of_some);
    }
}
