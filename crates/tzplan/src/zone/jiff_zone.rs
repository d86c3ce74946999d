//! [`Zone`] from and to jiff's `TimeZone`.

use jiff::tz::{Offset, TimeZone};

use super::{Repr, Zone, ZoneError, ZoneErrorKind};

impl TryFrom<&TimeZone> for Zone {
    type Error = ZoneError;

    /// A fixed offset as it is; a named zone by its name, with the rules of the embedded database.
    ///
    /// # Errors
    ///
    /// [`ZoneErrorKind::Unknown`] for a name that the embedded database does not have;
    /// [`ZoneErrorKind::NoEquivalent`] for fixed offsets with seconds or of a day and more, for rules without
    /// a name, and for jiff's unknown time zone.
    ///
    /// ```
    /// use jiff::tz::{TimeZone, offset};
    /// use tzplan::Zone;
    /// assert_eq!(Zone::try_from(&TimeZone::UTC)?, Zone::UTC);
    /// assert_eq!(Zone::try_from(&TimeZone::fixed(offset(-3)))?.name(), "UTC-03:00");
    /// # Ok::<(), tzplan::ZoneError>(())
    /// ```
    fn try_from(zone: &TimeZone) -> Result<Self, ZoneError> {
        let refused = |why: &str| {
            let name = zone.iana_name().map_or_else(|| format!("{zone:?}"), str::to_owned);
            Err(ZoneError::because(ZoneErrorKind::NoEquivalent, name, why.to_owned()))
        };
        if zone.is_unknown() {
            return refused("it is not known which one it is");
        }
        if let Ok(offset) = zone.to_fixed_offset() {
            let whole_minutes = Some(offset.seconds()).filter(|seconds| seconds % 60 == 0);
            let fixed = whole_minutes.and_then(|seconds| Self::fixed(seconds / 60));
            return fixed.map_or_else(|| refused("fixed offsets are whole minutes, less than a day"), Ok);
        }
        zone.iana_name().map_or_else(|| refused("it is a rule without a name"), Self::iana)
    }
}

impl TryFrom<&Zone> for TimeZone {
    type Error = ZoneError;

    /// The same name with the same rules, whichever database jiff would ask for that name.
    ///
    /// # Errors
    ///
    /// [`ZoneErrorKind::NoEquivalent`] for rules, read from a directory, that jiff refuses.
    ///
    /// ```
    /// use jiff::{Timestamp, tz::TimeZone};
    /// use tzplan::Zone;
    /// let zone = TimeZone::try_from(&Zone::iana("America/Vancouver")?)?;
    /// let winter: Timestamp = "2026-12-01T16:00:00Z".parse().unwrap();
    /// let shown = winter.to_zoned_datetime(zone).to_string();
    /// assert_eq!(shown, "2026-12-01T09:00:00-07:00[America/Vancouver]");
    /// # Ok::<(), tzplan::ZoneError>(())
    /// ```
    fn try_from(zone: &Zone) -> Result<Self, ZoneError> {
        let refused =
            |why: jiff::Error| ZoneError::because(ZoneErrorKind::NoEquivalent, zone, why.to_string());
        match &zone.0 {
            Repr::Fixed(seconds) => Offset::from_seconds(*seconds).map(Self::fixed),
            Repr::Rules(rules) => Self::tzif(&rules.name, &rules.tzif),
        }
        .map_err(refused)
    }
}
