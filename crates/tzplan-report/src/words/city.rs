//! What a zone is called where there is no better name.

/// The city of an IANA id; other names as they are.
pub(crate) fn of_zone(zone: &str) -> String {
    const CONTINENTS: [&str; 10] = [
        "Africa",
        "America",
        "Antarctica",
        "Arctic",
        "Asia",
        "Atlantic",
        "Australia",
        "Europe",
        "Indian",
        "Pacific",
    ];
    match zone.split_once('/') {
        Some((continent, rest)) if CONTINENTS.contains(&continent) => {
            rest.rsplit('/').next().unwrap_or(rest).replace('_', " ")
        }
        _ => zone.to_owned(),
    }
}
