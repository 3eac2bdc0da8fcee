#!/usr/bin/env python3
"""Compares dates, durations and numbers with the cases of other tools and prints a table, a line per source and kind.

usage: time_cases.py CASES.jsonl [--errors N] [--only PART-OF-SET] -- BINARY [OPTION...]

A case is a JSON line {"id", "set", "text", "expr", "ref", "type", "value", "grain", "flags", ...}. Sources disagree in
what an expression means, so each set has its own options (CONVENTIONS) and its values are compared as follows.

- The entities must cover the whole expression but for small words before it (a preposition, «about»): a piece is wrong.
- An instant is right where it lies in the period that we give. Sources give the first day, or today's day and hour, of a
  month or year; we give the month or year itself. A clock time must be equal to the minute; zones are converted.
- Intervals are compared by both ends; the sources' ends are exclusive, ours inclusive.
- Durations are compared as amounts of time, with a month of 30 days and a year of 12 months.
- Rows with flags are counted and left out; rows of DISPUTED are counted as wrong and, in the last column, left out.
"""
import collections
import datetime
import json
import re
import subprocess
import sys

from time_values import amount, contains, ends, instant, minutes

NEWS = []
FUTURE = ["--preference", "future"]
CONVENTIONS = {  # options, and the first day of the source's week
    "duckling-time": (FUTURE + ["--week-start", "1"], 1),
    "maha-time": (["--preference", "nearest", "--week-start", "7"], 7),  # Weekdays look ahead there, hours never do.
    "dateparser-freshness": (["--preference", "past"], 1),
    "dateparser-hijri": (["--preference", "past"], 1),
}
# Rows that no reading of the words supports, with the reason. They are counted as wrong all the same.
DISPUTED = {
    "maha-time-0323": "«قبل الماضي» said of a month that still runs counts the running one as the last",
    "maha-time-0338": "«بعد ثلاث أيام في شهر …» adds the days to today's day of the month and sets it into another month",
}
APART = "gives the parts of one compound ordinal («الألف والمئة», the 1100th) as numbers of their own"
SMALL = set("في من خلال حوالي قرابة بحدود عند على ب ل و مع".split())


def run(command, rows):
    lines = []
    for row in rows:
        line = {"id": row["id"], "text": row["text"]}
        if row.get("ref") or "recognizers" in row["set"]:
            row["ref"] = row.get("ref") or "2016-11-07T00:00:00"  # The day on which most cases of that source stand.
            line.update(date=row["ref"][:10], reference=row["ref"])
        lines.append(json.dumps(line, ensure_ascii=False))
    answer = subprocess.run(command, input="\n".join(lines).encode() + b"\n", stdout=subprocess.PIPE, check=True)
    documents = [json.loads(line) for line in answer.stdout.decode().split("\n") if line.strip()]
    if len(documents) != len(rows):
        sys.exit(f"{len(documents)} answers for {len(rows)} cases")
    return documents


def covering(row, entities):
    """The entities of the expression, if together they cover it."""
    text, expr = row["text"], row.get("expr") or row["text"]
    start = row["start"] if row.get("start") is not None else text.find(expr)
    end = start + len(expr)
    inside = [e for e in entities if e["start"] < end and e["end"] > start]
    left = "".join(
        " " if any(e["start"] <= k < e["end"] for e in inside) else c for k, c in enumerate(text) if start <= k < end)
    words = re.findall(r"\w+", left)
    return inside if all(w in SMALL for w in words) else []


def right(row, entities, week):
    kind = row["type"]
    if kind == "none":
        return not entities
    entities = covering(row, entities)
    if kind == "duration":
        want = amount(row.get("timex") or row["value"])
        return any(e["timex"] == "DURATION" and close(amount(e["value"]), want) for e in entities)
    if kind == "interval":
        return interval(row, entities, week)
    if kind == "relative-past":
        return any(contains(e, past(row), week) for e in entities)
    want = instant(row["value"])
    clock = want[11:16]
    ref = row.get("ref") or ""
    if clock == "" or clock == ref[11:16] or (clock == "00:00" and row.get("grain") not in ("hour", "minute")):
        if any(e.get("value") == "PRESENT_REF" for e in entities) and want[:16] == ref[:16]:
            return True
        if entities and all(contains(e, want[:10], week) for e in entities):
            return True
        hijri = row.get("hijri")
        return bool(hijri) and any(e.get("calendar") == "hijri" and e["value"] == hijri[:4] for e in entities)
    # A date and the clock time beside it are two entities; both must agree.
    times = [minutes(e.get("value"), ref) for e in entities]
    days = [e for e, t in zip(entities, times) if t is None]
    return want[:16] in times and all(contains(e, want[:10], week) for e in days)


def close(a, b):
    return a is not None and b is not None and abs(a - b) <= 1e-3 * max(a, b)


def past(row):
    ref, v = datetime.datetime.fromisoformat(row["ref"]), row["value"]
    month = ref.month - 1 - v.get("months", 0) + 12 * (ref.year - v.get("years", 0))
    day = ref.replace(year=month // 12, month=month % 12 + 1)
    day -= datetime.timedelta(**{k: n for k, n in v.items() if k not in ("years", "months")})
    return day.date().isoformat()


def interval(row, entities, week):
    """Whether one entity is the whole interval, or the first and the last of several are its ends."""
    start, end, ref = row["value"], row.get("end_exclusive"), row.get("ref") or ""
    if end:
        step = {"hour": "hours", "minute": "minutes"}.get(row["grain"], "days")
        end = (datetime.datetime.fromisoformat(end) - datetime.timedelta(**{step: 1})).isoformat()
    end = end or row.get("end")
    if start and end and any(ends(e, week) == (start[:10], end[:10]) for e in entities):
        return True
    values = [v for e in entities for v in (e.get("value") or "").split("/")]
    wanted = [v for v in (start, end) if v]
    if not values or len(values) < len(wanted):
        return False
    return all(is_end(v, w, ref, week) for v, w in zip([values[0], values[-1]] if len(wanted) > 1 else values, wanted))


def is_end(value, want, ref, week):
    clock = want[11:16]
    if clock in ("", "00:00", ref[11:16]):
        return contains({"value": value}, want[:10], week)
    return minutes(value, ref) == want[:16]


def recognizers(row, entities, week):
    """Values of Recognizers-Text: the past or the future resolution may be given; an extractor asks for spans only."""
    good = []
    for want in row["results"]:
        inside = covering(dict(row, expr=want["expr"], start=want["start"]), entities)
        if row["set"].endswith("Extractor"):
            good.append(bool(inside))
            continue
        values = [v for side in ("future", "past") for v in (want.get(side) or {}).values()]
        values += [x for v in want.get("values") or [] for x in (v.get("value"), v.get("timex")) if x]
        values += [want.get("timex")]
        good.append(any(same(e, v, week, row) for e in inside for v in values if isinstance(v, str)))
    return all(good) and (bool(row["results"]) or not entities)


def same(entity, value, week, row):
    ours = entity.get("value") or ""
    if value in (ours, "Set: " + ours) or (value.startswith("P") and close(amount(ours), amount(value))):
        return True
    value = value.replace(" ", "T")
    if re.match(r"\d{4}-\d\d-\d\dT", value):
        return minutes(ours, "") == value[:16]
    if re.match(r"\d\d:\d\d", value):
        return ours[11:16] == value[:5]
    return bool(re.match(r"\d{4}-\d\d-\d\d$", value)) and contains(entity, value, week)


def numbers(row, found):
    want = row["value"] if isinstance(row.get("value"), list) else [row.get("value")]
    if "results" in row:
        want = [number(r["resolution"].get("value")) for r in row["results"] if r.get("resolution")]
        if None in want:
            return False
    got = [n["value"] for n in found]
    return len(got) == len(want) and all(abs(a - b) <= 1e-9 * max(1, abs(b)) for a, b in zip(got, want))


def number(text):
    try:
        return float(str(text).rstrip("%"))
    except ValueError:
        return None


def main():
    a = sys.argv[1:]
    command = a[a.index("--") + 1:]
    a = a[:a.index("--")]
    errors = int(a[a.index("--errors") + 1]) if "--errors" in a else 0
    only = a[a.index("--only") + 1] if "--only" in a else ""
    sets = collections.defaultdict(list)
    for line in open(a[0], encoding="utf-8"):
        row = json.loads(line)
        if only in row["set"]:
            sets[row["set"]].append(row)
    print(f"{'source':<52}{'kind':<10}{'rows':>5}{'flagged':>8}{'right':>6}{'of':>5}{'':>9}{'undisputed':>11}")
    for name, rows in sorted(sets.items()):
        table(name, rows, command, errors)


def table(name, rows, command, errors):
    kinds = {"number": numbers}
    is_number = any(w in name for w in ("numeral", "ordinal", "NumberModel", "OrdinalModel"))
    if not is_number and not any(w in name for w in ("time", "duration", "dateparser")):
        return
    options, week = CONVENTIONS.get(name, (NEWS, 7 if "maha" in name else 1))
    if is_number:
        documents = run([command[0], "numbers", "--input", "jsonl", "-"], rows)
    else:
        flags = ["--input", "jsonl", "--format", "jsonl", "--timex", "all", "--quiet", "-"]
        documents = run([command[0], "annotate", *command[1:], *options, *flags], rows)
    count = collections.defaultdict(lambda: [0, 0, 0, 0])
    for row, document in zip(rows, documents):
        kind = "hijri" if row.get("hijri") else row.get("type") or ("number" if is_number else "spans")
        kind = "value" if kind == "spans" and not name.endswith("Extractor") else kind
        c = count[kind]
        c[0] += 1
        if row["flags"]:
            c[1] += 1
            continue
        if is_number:
            found = document["numbers"]
            good = numbers(row, found)
        else:
            found = [e for e in document["entities"] if e["type"] == "DATE"]
            good = recognizers(row, found, week) if "results" in row else right(row, found, week)
        c[2] += good
        c[3] += not good and disputed(row)
        if not good and errors > 0:
            errors -= 1
            want = row.get("timex") or row.get("end_exclusive") or row.get("value") or row.get("results")
            print("  ", row["id"], row["text"], "| want", row.get("value") or "", want,
                  "| got", [(e.get("text"), e.get("value")) for e in found])
    for kind, (n, flagged, good, away) in count.items():
        of = n - flagged
        share = lambda x, y: f"{100 * x / y:>7.1f} %" if y else ""
        print(f"{name:<52}{kind:<10}{n:>5}{flagged:>8}{good:>6}{of:>5}{share(good, of):>9}{share(good, of - away):>11}")


def disputed(row):
    """Whether a row is in DISPUTED, or one of those that APART tells of."""
    return row["id"] in DISPUTED or (isinstance(row.get("value"), list) and row["type"] == "ordinal"
                                     and len(row["value"]) > 1)


if __name__ == "__main__":
    main()
