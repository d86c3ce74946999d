//! [`Zone`] from and to `chrono_tz::Tz`, by name.

use chrono_tz::Tz;

use super::{Zone, ZoneError, ZoneErrorKind};

impl From<Tz> for Zone {
    /// The zone of the same name with the rules of the embedded database, which is the newer one.
    fn from(tz: Tz) -> Self {
        // Ids are never withdrawn from the database (they become links); a test walks all of chrono-tz's.
        Self::iana(tz.name()).expect("every id of chrono-tz is in the newer database")
    }
}

impl TryFrom<&Zone> for Tz {
    type Error = ZoneError;

    /// chrono-tz's zone of the same name, with chrono-tz's rules; whole hours ahead of UTC become `Etc/GMT-5`
    /// and the like.
    ///
    /// # Errors
    ///
    /// [`ZoneErrorKind::NoEquivalent`] for other fixed offsets and for names that chrono-tz does not know.
    ///
    /// ```
    /// use chrono_tz::Tz;
    /// use tzplan::Zone;
    /// assert_eq!(Tz::try_from(&Zone::iana("Europe/Berlin")?)?, Tz::Europe__Berlin);
    /// assert_eq!(Tz::try_from(&"UTC+5".parse::<Zone>()?)?, Tz::Etc__GMTMinus5);
    /// assert!(Tz::try_from(&"UTC+5:30".parse::<Zone>()?).is_err());
    /// # Ok::<(), tzplan::ZoneError>(())
    /// ```
    fn try_from(zone: &Zone) -> Result<Self, ZoneError> {
        let name = match zone.fixed_offset_seconds() {
            // POSIX signs: what lies behind UTC is positive.
            Some(seconds) if seconds != 0 && seconds % 3600 == 0 => format!("Etc/GMT{:+}", -seconds / 3600),
            _ => zone.name(),
        };
        name.parse().map_err(|_| {
            ZoneError::because(ZoneErrorKind::NoEquivalent, zone, "chrono-tz has no such zone".to_owned())
        })
    }
}
