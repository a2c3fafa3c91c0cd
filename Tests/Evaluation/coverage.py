#!/usr/bin/env python3
"""How much of what a text names the tables of names explain, and which names they miss.

    shiji facts --mentions news.jsonl > news.facts
    coverage.py news.facts Lexicons
    coverage.py news.facts Lexicons --type company --missing 100

Mentions by name count; those by pronoun or description do not. A mention is covered where its entity
is a row of `names/*.tsv`, or a model of a line of `names/product-lines.tsv`. "next 100" is the share
of all mentions that rows for the hundred most frequent missing names would cover.
"""
import argparse
import collections
import glob
import json
import os

TYPES = ("company", "organization", "person", "product")


def rows(folder):
    """The ids of all rows."""
    for path in glob.glob(os.path.join(folder, "names", "*.tsv")):
        with open(path, encoding="utf-8") as table:
            for line in table:
                yield line.split("\t", 1)[0]


def count(facts, known):
    """Mentions that rows explain by type, and the others by type and name."""
    covered = collections.Counter()
    missing = {kind: collections.Counter() for kind in TYPES}
    with open(facts, encoding="utf-8") as lines:
        for line in lines:
            item = json.loads(line)
            if item["kind"] == "entity" and item.get("line"):
                known.add(item["id"])
            if item["kind"] != "mention" or item.get("via") != "name":
                continue
            kind = item["type"]
            if kind not in TYPES or not item.get("entity"):
                continue
            if item["entity"] in known:
                covered[kind] += 1
            else:
                missing[kind][item["text"]] += 1
    return covered, missing


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("facts")
    parser.add_argument("lexicons")
    parser.add_argument("--type", choices=TYPES)
    parser.add_argument("--missing", type=int, default=0, help="list so many missing names")
    options = parser.parse_args()
    covered, missing = count(options.facts, set(rows(options.lexicons)))
    total = sum(covered.values()) + sum(sum(names.values()) for names in missing.values())
    print(f"{'type':13} {'mentions':>9} {'covered':>8} {'names missing':>14} {'next 100':>9}")
    for kind in TYPES:
        size = covered[kind] + sum(missing[kind].values())
        gain = sum(number for _, number in missing[kind].most_common(100))
        print(
            f"{kind:13} {size:9} {covered[kind] / max(size, 1):8.4f} {len(missing[kind]):14}"
            f" {gain / max(total, 1):9.2%}")
    print(f"{'all':13} {total:9} {sum(covered.values()) / max(total, 1):8.4f}")
    for kind in [options.type] if options.type else []:
        for name, number in missing[kind].most_common(options.missing):
            print(f"{number}\t{name}")


if __name__ == "__main__":
    main()
