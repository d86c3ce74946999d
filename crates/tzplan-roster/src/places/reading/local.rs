//! Codes of states and provinces that people write behind cities of their own country: `Mumbai, MH`, `Torino (TO)`.

use super::super::gazetteer::Subject;
use super::super::label::Part;
use super::{Answer, Meaning, Reader, noted};

/// Countries and the letters of their states and provinces. Abroad they mean something else, so they tell the country
/// of a city that is known, and nothing else.
const LOCAL: [(&str, &str); 5] = [
    ("CH", "AG AI AR BE BL BS FR GE GL GR JU LU NE NW OW SG SH SO SZ TG TI UR VD VS ZG ZH"),
    ("DE", "BB BE BW BY HB HE HH MV NI NRW NW RP SH SL SN ST TH"),
    (
        "IN",
        "AN AP AR AS BR CG CH CT DD DL GA GJ HP HR JH JK KA KL LA LD MH ML MN MP MZ NL OD OR PB PY RJ SK TG TN TR TS UK UP UT WB",
    ),
    (
        "IT",
        "AG AL AN AO AP AQ AR AT AV BA BG BI BL BN BO BR BS BT BZ CA CB CE CH CL CN CO CR CS CT CZ EN FC FE FG FI FM FR GE GO GR IM IS KR LC LE LI LO LT LU MB MC ME MI MN MO MS MT NA NO NU OR PA PC PD PE PG PI PN PO PR PT PU PV PZ RA RC RE RG RI RM RN RO SA SI SO SP SR SS SU SV TA TE TN TO TP TR TS TV UD VA VB VC VE VI VR VT VV",
    ),
    (
        "MX",
        "AG AGS BC BCS BN BS CAM CC CDMX CH CHIH CHIS CL CM COAH COL CS DF DG DGO GR GRO GT GTO HG HGO JA JAL MC MEX MI MICH MO MOR MS NA NAY NE NL NT OA OAX PU PUE QE QR QRO QT ROO SI SIN SL SLP SO SON SP TAB TAM TB TL TLAX TM TR VE VER YU YUC ZA ZAC",
    ),
];

impl Reader<'_> {
    /// The well-known city of a country that has the code behind it.
    pub(super) fn by_local_code(&self, text: &str, main: &Part, rest: &[Part]) -> Option<Answer> {
        let [code, others @ ..] = rest else { return None };
        let best = self.best_city(main)?;
        let country = self.table.country_of(best.subject)?;
        let is_country =
            |part: &Part| self.regions(part).iter().any(|region| region.subject == Subject::Country(country));
        if !has_code(self.table.country(country).code, &code.text) || !others.iter().all(is_country) {
            return None;
        }
        let there = |meaning: &Meaning| {
            matches!(meaning.subject, Subject::City(_))
                && self.table.country_of(meaning.subject) == Some(country)
        };
        let cities: Vec<Meaning> = self.meanings(main).into_iter().filter(there).collect();
        let note = format!("`{}` is read as a part of {}", code.text, self.table.country(country).name);
        Some(self.choose(text, &cities).map(|found| noted(found, note)))
    }
}

fn has_code(country: &str, text: &str) -> bool {
    let text = text.trim_end_matches('.').to_uppercase();
    LOCAL.iter().any(|(known, codes)| *known == country && codes.split(' ').any(|code| code == text))
}
