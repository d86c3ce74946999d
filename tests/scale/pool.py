"""A pool of any size, drawn from some two thousand schedules: the same in every run."""

ZONES = [
    "Europe/Berlin", "Europe/London", "Europe/Lisbon", "Europe/Bucharest", "Europe/Kyiv", "Africa/Lagos",
    "Africa/Nairobi", "Africa/Casablanca", "Asia/Kolkata", "Asia/Kathmandu", "Asia/Manila", "Asia/Tokyo",
    "Asia/Dubai", "Asia/Karachi", "Australia/Sydney", "Australia/Lord_Howe", "Pacific/Auckland",
    "America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles", "America/Sao_Paulo",
    "America/Bogota", "America/Mexico_City",
]
STARTS = ["06:00", "07:30", "08:00", "08:30", "09:00", "09:30", "10:00", "11:00", "13:00", "15:00", "22:00"]
LENGTHS = [4, 6, 8]
DAYS = ["Mon-Fri", "Mon-Thu", "Sun-Thu"]


def hours(start, length):
    """09:00-17:00; an end that is not later is the next day's."""
    end = (int(start[:2]) + length) % 24
    return f"{start}-{end:02}{start[2:]}"


def schedules():
    """Each of them once: zone, hours, days."""
    return [(zone, hours(start, length), days)
            for zone in ZONES for start in STARTS for length in LENGTHS for days in DAYS]


TEAM = "name,zone,hours\nLena,Europe/Berlin,9-17\nBen,Europe/London,9-17:30\nAna,America/Sao_Paulo,9-18\n"

# What of the answer is joined back.
JUDGED = ["result", "shift_minutes", "peers", "worst_overlap_sum_minutes", "night_minutes_per_week", "p95_blocked_minutes"]
