#!/usr/bin/env python3
"""Compares times with a date-time specification of Recognizers-Text (Chinese), by class.

    datetime_spec.py SHIJI SPEC.json… [--errors N]

SHIJI is the command; a SPEC is one of DateParser, DatePeriodParser, DateExtractor,
DatePeriodExtractor, DateTimeModel, HolidayParser, DurationParser (.json). Each input is read by
`shiji facts --mentions` with the reference day as day of publication.

A gold item is found if a mention overlaps it; `span` counts equal spans, 从 in front and 期间 and
its like behind set aside. A value is right if it is the past resolution or the future one: the
specification states both, `shiji` decides. Ranges there end a day later than the last day: both
ends are compared as days. Gold items of other kinds are counted apart: a clock time or a repetition
(每天) is no date, and a length of time is a count.
"""
import argparse
import collections
import datetime
import json
import re
import subprocess
import sys

DATES = {"date", "daterange", "datetime", "datetimerange"}
LENGTH = {"duration"}


def read(path):
    with open(path, encoding="utf-8-sig") as file:
        for number, row in enumerate(json.load(file)):
            yield f"{path}#{number}", row


def facts(command, rows):
    lines = []
    for name, row in rows:
        day = (row.get("Context") or {}).get("ReferenceDateTime", "")[:10]
        record = {"id": name, "text": row["Input"]}
        if day:
            record["published"] = day
        lines.append(json.dumps(record, ensure_ascii=False))
    done = subprocess.run(
        [command, "facts", "-", "--input", "jsonl", "--mentions", "--text-field", "text",
         "--id-field", "id", "--date-field", "published"],
        input="\n".join(lines), capture_output=True, text=True, check=False)
    found = collections.defaultdict(list)
    for line in done.stdout.splitlines():
        fact = json.loads(line)
        if fact["kind"] == "mention" and fact["type"] in ("time", "count"):
            found[fact["document"]].append(fact)
    return found


def kind(item):
    name = item.get("TypeName") or item.get("Type") or ""
    return name.rsplit(".", 1)[-1]


def days(item):
    """The stretches of days that the gold allows."""
    result = set()
    values = []
    for source in (item.get("Resolution"), item.get("Value")):
        if not isinstance(source, dict):
            continue
        values += source.get("values") or []
        values += [source[k] for k in ("FutureResolution", "PastResolution") if k in source]
    for value in values:
        point = value.get("date") or value.get("value") or value.get("dateTime")
        start = value.get("start") or value.get("startDate") or value.get("startDateTime")
        end = value.get("end") or value.get("endDate") or value.get("endDateTime")
        if point and re.match(r"\d{4}-", point):
            result.add((point[:10], point[:10]))
        elif start or end:
            result.add(((start or "")[:10], (end or "")[:10]))
    return result


def previous(day):
    try:
        return (datetime.date.fromisoformat(day) - datetime.timedelta(1)).isoformat()
    except (ValueError, OverflowError):
        return ""


def agrees(gold, time):
    own = (time.get("start", ""), time.get("end", ""))
    return any(own == (start, end) or own == (start, previous(end)) for start, end in gold)


def bare(text):
    return re.sub(r"(期间|之前|以前|前|之间|内|里)$", "", re.sub(r"^(从|在|自|于)", "", text)).strip()


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("shiji")
    p.add_argument("specs", nargs="+")
    p.add_argument("--errors", type=int, default=0, metavar="N", help="list the first N of each kind")
    args = p.parse_args()
    for path in args.specs:
        rows = list(read(path))
        found = facts(args.shiji, rows)
        count = collections.Counter()
        errors = collections.defaultdict(list)
        for name, row in rows:
            times = [f for f in found[name] if f["type"] == "time"]
            counts = [f for f in found[name] if f["type"] == "count"]
            used = set()
            for item in row["Results"]:
                name_of = kind(item)
                if name_of not in DATES | LENGTH:
                    count["other: " + name_of] += 1
                    continue
                start = item["Start"]
                end = item.get("End", start + item.get("Length", 0) - 1) + 1
                pool = times if name_of in DATES else counts
                hits = [f for f in pool if f["span"][0] < end and start < f["span"][1]]
                used.update(id(f) for f in hits)
                prefix = "length" if name_of in LENGTH else "date"
                count[prefix + " gold"] += 1
                if not hits:
                    count[prefix + " missed"] += 1
                    errors[prefix + " missed"].append((row["Input"], item["Text"], days(item)))
                    continue
                count[prefix + " found"] += 1
                same = any(bare(f["text"]) == bare(item["Text"]) for f in hits)
                count[prefix + " span"] += same
                if not same:
                    errors[prefix + " span"].append((row["Input"], item["Text"], [f["text"] for f in hits]))
                gold = days(item)
                if prefix == "date" and gold:
                    count["date values"] += 1
                    right = any(agrees(gold, f["time"]) for f in hits)
                    dated = any(f["time"].get("start") or f["time"].get("end") for f in hits)
                    count["date value right" if right else "date value other" if dated else "date value open"] += 1
                    if not right:
                        errors["date value " + ("other" if dated else "open")].append(
                            (row["Input"], row.get("Context", {}).get("ReferenceDateTime", "")[:10], sorted(gold),
                             [(f["text"], f["time"].get("date")) for f in hits]))
            extra = [f for f in times if id(f) not in used]
            count["extra"] += len(extra)
            for f in extra:
                errors["extra"].append((row["Input"], f["text"], f["time"].get("date")))
        print(path.rsplit("/", 1)[-1], " ".join(f"{k} {v}," for k, v in sorted(count.items())))
        for label, rows_of in sorted(errors.items()):
            for error in rows_of[:args.errors]:
                print("  ", label, *error)


if __name__ == "__main__":
    sys.stdout.reconfigure(newline="\n")
    main()
