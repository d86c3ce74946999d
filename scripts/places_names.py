"""Names and codes that the sources of places.py lack, or that people write and gazetteers do not."""

COUNTRY_NAMES = {
    "AE": ["UAE", "U.A.E.", "Emirates"], "AT": ["Österreich"], "BA": ["Bosnia", "Bosnia & Herzegovina"],
    "BE": ["België", "Belgique"], "BO": ["Plurinational State of Bolivia"], "BR": ["Brasil"],
    "BY": ["Byelorussia"], "CD": ["DR Congo", "DRC", "Congo", "Congo-Kinshasa", "Congo (Kinshasa)"],
    "CG": ["Congo-Brazzaville", "Congo", "Republic of the Congo", "Congo (Brazzaville)"], "CH": ["Schweiz", "Suisse", "Svizzera"],
    "CI": ["Côte d'Ivoire"], "CN": ["PRC", "P.R. China", "PR China", "People's Republic of China", "Mainland China"],
    "CV": ["Cape Verde"], "CY": ["Kypros"], "CZ": ["Czech Republic", "Česko", "Česká republika"],
    "DE": ["Deutschland", "Alemania", "Allemagne"], "DK": ["Danmark"], "DO": ["República Dominicana"],
    "EE": ["Eesti"], "ES": ["España", "Espana"], "FI": ["Suomi"], "FM": ["Micronesia"],
    "GB": ["UK", "U.K.", "Great Britain", "Britain", "GB", "United Kingdom of Great Britain and Northern Ireland"],
    "GE": ["Republic of Georgia", "Sakartvelo"], "GM": ["The Gambia"], "GR": ["Hellas"],
    "HK": ["Hong Kong SAR", "Hong Kong, China", "Hongkong"], "HR": ["Hrvatska"], "HU": ["Magyarország"],
    "IE": ["Republic of Ireland", "Éire", "ROI"], "IN": ["Bharat"], "IR": ["Islamic Republic of Iran"],
    "IS": ["Ísland"], "IT": ["Italia"], "JP": ["Nippon", "Nihon"], "KR": ["Korea", "Republic of Korea"],
    "KP": ["DPRK", "Democratic People's Republic of Korea"], "LA": ["Lao PDR"], "LT": ["Lietuva"],
    "LU": ["Luxemburg"], "LV": ["Latvija"], "MD": ["Republic of Moldova"], "MK": ["Macedonia", "FYROM"],
    "MM": ["Burma"], "MO": ["Macau", "Macau SAR"], "MX": ["México"], "NL": ["Holland", "The Netherlands", "Nederland"],
    "NO": ["Norge", "Noreg"], "NZ": ["Aotearoa"], "PH": ["The Philippines", "Pilipinas"], "PL": ["Polska"],
    "PS": ["Palestine", "State of Palestine"], "RO": ["România"], "RS": ["Srbija"],
    "RU": ["Russian Federation", "Rossiya"], "SA": ["KSA", "Kingdom of Saudi Arabia", "Saudi"], "SE": ["Sverige"],
    "SI": ["Slovenija"], "SK": ["Slovensko", "Slovak Republic"], "SY": ["Syrian Arab Republic"],
    "SZ": ["Swaziland"], "TL": ["East Timor"], "TR": ["Türkiye", "Turkiye"], "TT": ["Trinidad"],
    "TC": ["Turks and Caicos", "Turks & Caicos"], "TW": ["Taiwan, ROC", "Republic of China"], "TZ": ["United Republic of Tanzania"], "UA": ["Ukraina"],
    "US": ["USA", "U.S.A.", "US", "U.S.", "United States of America", "America", "The United States", "The US"],
    "VA": ["Holy See"], "VE": ["Bolivarian Republic of Venezuela"], "VN": ["Viet Nam"],
}

CITY_NAMES = {
    ("US", "New York City"): ["NYC", "New York", "Manhattan", "New York City Metropolitan Area", "Greater New York"],
    ("US", "San Francisco"): ["SF", "Bay Area", "San Francisco Bay Area", "SF Bay Area", "San Fran"],
    ("US", "Los Angeles"): ["LA", "L.A."],
    ("US", "San Jose"): ["Silicon Valley"],
    ("US", "Washington"): ["Washington DC", "Washington D.C."],
    ("US", "Dallas"): ["DFW Metroplex", "Dallas-Fort Worth", "Dallas Fort Worth"],
    ("US", "Minneapolis"): ["Twin Cities", "Minneapolis-Saint Paul"],
    ("US", "Seattle"): ["Puget Sound"],
    ("US", "Durham"): ["Research Triangle"],
    ("IN", "Gurgaon"): ["Gurugram"],
    ("IN", "Delhi"): ["Delhi NCR", "NCR"],
    ("MY", "Kuala Lumpur"): ["KL"],
    ("BR", "São Paulo"): ["Sampa"],
    ("CA", "Toronto"): ["GTA", "Greater Toronto"],
    ("US", "Oakland"): ["Окленд", "Окланд", "オークランド", "اوکلند", "אוקלנד", "오클랜드"],
    ("US", "Austin"): ["ATX"], ("US", "Portland"): ["PDX Area"], ("US", "Chicago"): ["Chicagoland"],
    ("US", "Raleigh"): ["Raleigh-Durham", "RDU"], ("US", "Tampa"): ["Tampa Bay"], ("CA", "Kitchener"): ["Kitchener-Waterloo"],
    ("ID", "Yogyakarta"): ["Jogja", "Jogjakarta"], ("ID", "Jakarta"): ["Jabodetabek"], ("AR", "Buenos Aires"): ["CABA"],
    ("AR", "San Carlos de Bariloche"): ["Bariloche"], ("VN", "Ho Chi Minh City"): ["HCMC", "TP Hồ Chí Minh", "TPHCM", "Ho Chi Minh"],
    ("DE", "Frankfurt am Main"): ["Frankfurt", "Frankfurt a.M.", "Frankfurt (Main)", "Frankfurt/M"],
    ("DE", "Freiburg"): ["Freiburg im Breisgau", "Freiburg i. Br."],
    ("GB", "Newcastle upon Tyne"): ["Newcastle"], ("GB", "Kingston upon Hull"): ["Hull"], ("GB", "Stoke-on-Trent"): ["Stoke"],
    ("IE", "Dún Laoghaire"): ["Dun Laoghaire"], ("CA", "Québec"): ["Quebec City", "Ville de Québec"],
    ("MX", "Mexico City"): ["CDMX", "Ciudad de México", "DF"], ("CO", "Bogotá"): ["Bogotá D.C."],
    ("CH", "Sankt Gallen"): ["St. Gallen"],
    ("GB", "Derry"): ["Derry/Londonderry"],
    ("BR", "Rio de Janeiro"): ["Rio"],
    ("PH", "Taguig"): ["BGC", "Bonifacio Global City"],
    ("US", "Philadelphia"): ["Philly"],
    ("US", "Las Vegas"): ["Vegas"],
    ("US", "New Orleans"): ["NOLA"],
    ("US", "Salt Lake City"): ["SLC"],
    ("PT", "Ponta Delgada"): ["Ponta Delgada"],
}

# GeoNames numbers these states; people write letters.
STATE_CODES = {
    "CA": {"01": "AB", "02": "BC", "03": "MB", "04": "NB", "05": "NL", "07": "NS", "08": "ON", "09": "PE",
           "10": "QC", "11": "SK", "12": "YT", "13": "NT", "14": "NU"},
    "AU": {"01": "ACT", "02": "NSW", "03": "NT", "04": "QLD", "05": "SA", "06": "TAS", "07": "VIC", "08": "WA"},
    "BR": {"01": "AC", "02": "AL", "03": "AP", "04": "AM", "05": "BA", "06": "CE", "07": "DF", "08": "ES",
           "11": "MS", "13": "MA", "14": "MT", "15": "MG", "16": "PA", "17": "PB", "18": "PR", "20": "PI",
           "21": "RJ", "22": "RN", "23": "RS", "24": "RO", "25": "RR", "26": "SC", "27": "SP", "28": "SE",
           "29": "GO", "30": "PE", "31": "TO"},
}

STATE_NAMES = {
    ("BR", "07"): ["Distrito Federal"], ("CA", "05"): ["Newfoundland", "Labrador"], ("CA", "09"): ["PEI"],
    ("CA", "12"): ["Yukon Territory"], ("US", "DC"): ["Washington DC", "D.C."],
    ("US", "CA"): ["SoCal", "NorCal", "Southern California", "Northern California", "Calif."],
    ("US", "NY"): ["New York State", "Upstate New York", "NYS"], ("US", "WA"): ["Washington State"],
    ("US", "AZ"): ["Ariz."], ("US", "CO"): ["Colo."], ("US", "CT"): ["Conn."], ("US", "FL"): ["Fla."],
    ("US", "MA"): ["Mass."], ("US", "MI"): ["Mich."], ("US", "MN"): ["Minn."], ("US", "OK"): ["Okla."],
    ("US", "OR"): ["Ore."], ("US", "PA"): ["Penn."], ("US", "TN"): ["Tenn."], ("US", "TX"): ["Tex."], ("US", "WI"): ["Wis."],
}

# States of such names are not what is meant by them.
DIRECTIONS = {"north", "south", "east", "west", "central", "centre", "center", "northern", "southern", "eastern",
              "western", "north east", "north west", "south east", "south west", "northeast", "northwest", "southeast",
              "southwest", "north central", "capital", "coast", "west coast", "east coast", "littoral", "islands",
              "northeastern", "northwestern", "southeastern", "southwestern", "upper", "lower", "pacific", "nord",
              "sud", "est", "ouest", "central region", "eastern region", "western region", "northern region",
              "southern region"}

# What people write in the cell when they mean no airport.
NO_AIRPORTS = {"ALL", "ANY", "APP", "CEO", "CTO", "DEV", "FAQ", "GEO", "HOM", "HUB", "LOC", "MIX", "NAN", "NIL", "NON",
               "OFF", "OUT", "OWN", "QAT", "SEE", "SET", "TBA", "TBC", "TBD", "THE", "TZD", "UNK", "UTC", "VAR", "WEB",
               "WFH", "YES", "ZON"}

# Airports that stand alone, and are known all the same.
LINE_AIRPORTS = {"KEF", "RKV", "FAE", "PDL", "TER", "LYR", "GOH", "SFJ", "BDA", "PPT", "MLE", "SEZ", "IPC", "GPS", "STT", "STX", "SXM",
                 "AUA", "CUR", "GCM", "PLS", "EYW", "OGG", "KOA", "LIH", "ASE", "JAC", "SUN", "EGE", "JNU", "SIT", "HNH", "YXY", "YZF",
                 "DRW", "ASP", "BME", "KTA", "PHE", "ZQN", "NSN", "IOM", "JER", "GCI", "INV", "KOI", "LSI", "TOS", "BOO", "KRN", "LLA",
                 "RVN", "IVL", "KTT", "IBZ", "MAH", "JTR", "JMK", "CFU", "RHO", "HER", "CHQ", "OLB", "AJA", "BIA", "FSC", "CMF", "SPU",
                 "DBV", "ZAD", "TIV", "VAR", "SZG", "INN", "KLU", "BRN", "LUG", "USM", "HKT", "KBV", "BKI", "DPS", "LOP", "CNS", "HTI",
                 "USH", "BRC", "FTE", "PUQ", "PMC", "CTM", "FEN", "NBE", "DJE", "HRG", "SSH", "LXR", "ASW", "AQJ", "ETH", "VDA", "TBS"}
