#!/usr/bin/env python3
"""Shows how much the rules were fitted to a set of articles.

    leave_one_out.py FACTS > MASKED

For each document, drops every claim that rests only on a rule line or a trigger word which fires in
no other document of the set, and writes the other lines unchanged. Score MASKED as FACTS was scored:
the difference is the fit of the rules to single articles. Names are left alone.
"""
import collections
import json
import sys


def marks(claim):
    """What each telling of a claim rests on: its rule line, and its trigger word for the type."""
    for evidence in claim["evidence"]:
        yield ("line", evidence["rule"]), ("word", claim["type"], evidence["trigger"]["text"])


def main():
    if len(sys.argv) != 2 or sys.argv[1].startswith("-"):
        sys.exit(__doc__)
    lines = open(sys.argv[1], encoding="utf-8").read().split("\n")
    documents = collections.defaultdict(set)
    for line in lines:
        if '"kind":"claim"' in line:
            claim = json.loads(line)
            for pair in marks(claim):
                for mark in pair:
                    documents[mark].add(claim["document"])
    dropped = 0
    for line in lines:
        if '"kind":"claim"' in line and '"class":"event"' in line:
            claim = json.loads(line)
            if not any(all(len(documents[mark]) > 1 for mark in pair) for pair in marks(claim)):
                dropped += 1
                continue
        if line:
            print(line)
    print(f"{dropped} claims dropped", file=sys.stderr)


if __name__ == "__main__":
    main()
