//! Airport codes, by zone.

use super::Gazetteer;

impl Gazetteer {
    /// The zone of an airport code in capitals.
    pub(in crate::places) fn airport(&self, code: &str) -> Option<&'static str> {
        if code.len() != 3 || !code.bytes().all(|b| b.is_ascii_uppercase()) {
            return None;
        }
        let has = |codes: &str| codes.as_bytes().chunks_exact(3).any(|known| known == code.as_bytes());
        let (zone, _) = self.airports.iter().find(|(_, codes)| has(codes))?;
        Some(self.zone(*zone))
    }
}
