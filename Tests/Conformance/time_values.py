"""Readings of TIMEX3 values for time_cases.py: periods, clock times, amounts of time."""
import datetime
import re

DAY = datetime.timedelta(days=1)
SECONDS = {"Y": 360 * 86400, "M": 30 * 86400, "W": 7 * 86400, "D": 86400, "TH": 3600, "TM": 60, "TS": 1}
NAMES = {"YEARS": "Y", "MONTHS": "M", "WEEKS": "W", "DAYS": "D", "HOURS": "TH", "MINUTES": "TM", "SECONDS": "TS"}


def instant(value):
    """A source's instant without its zone: 2013-02-12T15:20:00."""
    return value[:19] if isinstance(value, str) else ""


def amount(value):
    """The seconds of «P1Y2M», or of Maha's [[1, 2], ["YEARS", "MONTHS"]]."""
    if isinstance(value, list):
        return sum(n * SECONDS[NAMES[unit]] for n, unit in zip(*value))
    match = re.fullmatch(r"P((?:[\d.]+[YMWD])*)(?:T((?:[\d.]+[HMS])+))?", value or "")
    if not match:
        return None
    parts = [(n, u) for n, u in re.findall(r"([\d.]+)([YMWD])", match[1] or "")]
    parts += [(n, "T" + u) for n, u in re.findall(r"([\d.]+)([HMS])", match[2] or "")]
    return sum(float(n) * SECONDS[u] for n, u in parts)


def period(value, week):
    """The first and the last day of a value."""
    value = (value or "").split("T")[0]
    if "/" in value:
        first, last = (period(v, week) for v in value.split("/")[:2])
        return (first[0], last[1]) if first and last else None
    if match := re.fullmatch(r"(\d{4})-W(\d\d)(-WE)?", value):
        monday = datetime.date.fromisocalendar(int(match[1]), int(match[2]), 1)
        first = monday - DAY * (8 - week if week > 1 else 0)
        return first, first + 6 * DAY
    if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
        day = datetime.date.fromisoformat(value)
        return day, day
    months = {"Q": 3, "H": 6}
    if match := re.fullmatch(r"(\d{4})-([QH])(\d)", value):
        size = months[match[2]]
        first = (int(match[3]) - 1) * size + 1
        return span(int(match[1]), first, size)
    if match := re.fullmatch(r"(\d{4})-(\d\d)", value):
        return span(int(match[1]), int(match[2]), 1)
    if re.fullmatch(r"\d{4}", value):
        return span(int(value), 1, 12)
    if match := re.fullmatch(r"(\d{3})X", value):
        return span(int(match[1]) * 10, 1, 120)
    return None


def span(year, month, months):
    last = year * 12 + month - 1 + months
    return datetime.date(year, month, 1), datetime.date(last // 12, last % 12 + 1, 1) - DAY


def contains(entity, day, week):
    """Whether a day lies in an entity's period; the day of the beginning or end of a month must lie in that part."""
    p = period(entity.get("value"), week)
    return p is not None and p[0].isoformat() <= day <= p[1].isoformat()


def minutes(value, ref):
    """A clock time as YYYY-MM-DDTHH:MM in the zone of the reference."""
    match = re.fullmatch(r"(\d{4}-\d\d-\d\d)T(\d\d):(\d\d)(?::\d\d)?(Z|[+-]\d\d:?\d\d)?", value or "")
    if not match:
        return None
    time = datetime.datetime.fromisoformat(match[1]) + datetime.timedelta(hours=int(match[2]), minutes=int(match[3]))
    zone = re.search(r"([+-])(\d\d):(\d\d)$", ref[10:])
    if match[4] and zone:
        time += offset(zone) - (offset(re.match(r"([+-])(\d\d):?(\d\d)", match[4])) if match[4] != "Z" else DAY * 0)
    return time.isoformat()[:16]


def offset(match):
    size = datetime.timedelta(hours=int(match[2]), minutes=int(match[3]))
    return -size if match[1] == "-" else size


def ends(entity, week):
    """The first and last day or minute of an entity that is a period."""
    value = entity.get("value") or ""
    if "T" in value and "/" in value:
        return tuple(v[:16] for v in value.split("/"))
    p = period(value, week)
    if not p:
        return None
    first, last = p
    if entity.get("mod") == "START":
        last = first + 9 * DAY
    elif entity.get("mod") == "END":
        first = first + 20 * DAY
    return first.isoformat(), last.isoformat()
