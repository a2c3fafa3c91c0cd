#!/usr/bin/env python3
"""Scores a graph of many documents against stories whose entities and events are known.

    shiji facts --lexicon GOLD/lexicon GOLD/news > s.facts
    shiji graph s.facts -o s.json
    stories.py GOLD s.facts s.json [--errors]

GOLD holds entities.tsv and events.tsv; its README says what they mean.

Entities. An item is a document and a name of an entity in it. The system has it in the node of
that kind (org, person, product) that the document's facts give this name. B-cubed compares, item
by item, the gold cluster with the node. A wrong merge is a pair of gold entities in one node.

Events. An item is a document, a gold event that it tells, and a node of the system that holds one
of its claims on it. A claim aligns to a gold event of its type that its document tells if every
core role that both fill shares a filler, and at least one role with entities does; the event with
the most equal roles wins, then the first. Several claims of a document on one event in one node
are one item.

"found" is B-cubed over the items that the system has. "all" adds what it lacks as recall 0 and,
for events, its claims that align to nothing as precision 0. Items marked `?` (told in passing) may
be missed without loss.
"""
import argparse
import collections
import json
import re
import sys
import unicodedata

KIND = {"company": "org", "organization": "org", "person": "per", "product": "prd"}


def fold(name):
    text = unicodedata.normalize("NFKC", name).lower()
    return re.sub(r"[\s·・\"“”「」《》]", "", text)


def table(path):
    with open(path, encoding="utf-8") as file:
        head, *rows = [line.rstrip("\n").split("\t") for line in file if line[0] != "#"]
    return [dict(zip(head, row)) for row in rows]


class Gold:
    def __init__(self, folder):
        self.items = {}  # (document, kind, name) -> entity
        for row in table(f"{folder}/entities.tsv"):
            for mention in row["mentions"].split("|"):
                document, name = mention.split(":", 1)
                self.items[document, KIND[row["type"]], fold(name)] = row["entity"]
        self.events = []
        for row in table(f"{folder}/events.tsv"):
            core = [part.split("=") for part in row["core"].split(";")]
            told = {}
            for part in row["told"].split("|"):
                document, realis = part.split(":")
                told[document] = (realis.rstrip("?").split("+"), realis.endswith("?"))
            self.events.append((row["event"], row["type"], {r: v.split(",") for r, v in core}, told))


class System:
    """Which node each name and each claim of a document is in."""

    def __init__(self, facts, graph):
        self.names = collections.defaultdict(set)  # (document, id) -> folded names
        self.claims = {}
        with open(facts, encoding="utf-8") as file:
            for line in file:
                fact = json.loads(line)
                if fact["kind"] == "entity":
                    self.names[fact["document"], fact["id"]] |= {
                        fold(name) for name in [fact["name"], *fact.get("aliases", [])]}
                elif fact["kind"] == "claim":
                    self.claims[fact["id"]] = fact
                    for fillers in fact["roles"].values():
                        for filler in fillers:
                            if "entity" in filler and filler.get("via") in ("name", "alias"):
                                self.names[fact["document"], filler["entity"]].add(
                                    fold(filler["text"]))
        with open(graph, encoding="utf-8") as file:
            graph = json.load(file)
        self.entity = {}  # (document, kind, name) -> node
        self.label = {}
        held = collections.defaultdict(list)
        for node in graph["nodes"]:
            self.label[node["id"]] = f'{node["name"]} {node["id"]}'
            if node["kind"] == "entity":
                for document in node["documents"]:
                    held[document].append(
                        (node["id"], {fold(n) for n in [node["name"], *node["aliases"]]}))
        for (document, entity), names in self.names.items():
            kind = entity.split(":")[0]
            for node, known in held[document]:
                if node.split(":")[0] == kind and names & known:
                    for name in names:
                        self.entity[document, kind, name] = node
        self.event = {}  # claim -> event node
        for node in graph["nodes"]:
            if node["kind"] == "event":
                for claim in node["claims"]:
                    self.event[claim] = node["id"]


def b_cubed(pairs, missed=0, spurious=0):
    """Precision, recall and F1 of items given as (gold cluster, system cluster)."""
    gold = collections.Counter(g for g, _ in pairs)
    system = collections.Counter(s for _, s in pairs)
    both = collections.Counter(pairs)
    precision = sum(both[p] / system[p[1]] for p in pairs)
    recall = sum(both[p] / gold[p[0]] for p in pairs)
    precision /= max(1, len(pairs) + spurious)
    recall /= max(1, len(pairs) + missed)
    return precision, recall, 2 * precision * recall / max(1e-9, precision + recall)


def core_value(claim, role):
    if role == "period":
        texts = [f.get("value") or f.get("date") or "" for f in claim["roles"].get(role, [])]
        return [t for t in texts if t] or [claim.get("time", {}).get("date", "")]
    return [f.get("value") or f["text"] for f in claim["roles"].get(role, []) if "entity" not in f]


def align(claim, gold, system):
    best, chosen = 0, None
    for number, (_, kind, core, told) in enumerate(gold.events):
        if kind != claim["type"] or claim["document"] not in told:
            continue
        shared, agreed = 0, 0
        for role, wanted in core.items():
            fillers = [f["entity"] for f in claim["roles"].get(role, []) if "entity" in f]
            if fillers:
                entities = {
                    gold.items.get((claim["document"], f.split(":")[0], name))
                    for f in fillers for name in system.names[claim["document"], f]}
                if not entities & set(wanted):
                    break
                shared, agreed = shared + 1, agreed + 1
                continue
            values = [v for v in core_value(claim, role) if v]
            if values and not any(v.startswith(w) for v in values for w in wanted):
                break
            agreed += bool(values)
        else:
            if shared and agreed > best:
                best, chosen = agreed, number
    return chosen


def text_of(claim):
    roles = " ".join(
        f'{role}={"/".join(f["text"] for f in fillers)}' for role, fillers in claim["roles"].items())
    evidence = claim["evidence"][0]["text"]
    return f'{claim["document"]} {claim["type"]} {claim["realis"]} {roles} | {evidence}'


def score_entities(gold, system, show):
    pairs, missed = [], []
    for item, entity in sorted(gold.items.items()):
        node = system.entity.get(item)
        if node:
            pairs.append((entity, node))
        else:
            missed.append((item, entity))
    nodes = collections.defaultdict(set)
    clusters = collections.defaultdict(set)
    for entity, node in pairs:
        nodes[node].add(entity)
        clusters[entity].add(node)
    wrong = {n: e for n, e in nodes.items() if len(e) > 1}
    merges = sum(len(e) * (len(e) - 1) // 2 for e in wrong.values())
    for name, rest in (("found", 0), ("all", len(missed))):
        p, r, f = b_cubed(pairs, rest)
        print(f"entities {name:5} P {p:.3f} R {r:.3f} F1 {f:.3f} of {len(pairs) + rest} mentions")
    print(f"wrong merges {merges}")
    if show:
        for node, entities in sorted(wrong.items()):
            print("  MERGED", system.label[node], sorted(entities))
        for entity, split in sorted(clusters.items()):
            if len(split) > 1:
                print("  SPLIT", entity, sorted(system.label[n] for n in split))
        for item, entity in missed:
            print("  MISSED", entity, *item)


def score_events(gold, system, show):
    items, spurious, realis = set(), {}, collections.defaultdict(set)
    for identifier, node in sorted(system.event.items()):
        claim = system.claims[identifier]
        number = align(claim, gold, system)
        if number is None:
            spurious[claim["document"], node] = claim
        else:
            items.add((claim["document"], number, node))
            realis[claim["document"], number].add(claim["realis"])
    pairs = [(number, node) for _, number, node in sorted(items)]
    missed = [
        (document, number) for number, event in enumerate(gold.events)
        for document, (_, optional) in event[3].items()
        if not optional and (document, number) not in realis]
    for name, rest, extra in (("found", 0, 0), ("all", len(missed), len(spurious))):
        p, r, f = b_cubed(pairs, rest, extra)
        print(f"events   {name:5} P {p:.3f} R {r:.3f} F1 {f:.3f} of {len(pairs) + rest} claims")
    right = sum(gold.events[n][3][d][0][0] in found for (d, n), found in realis.items())
    print(f"realis   {right} of {len(realis)}")
    if not show:
        return
    nodes, clusters = collections.defaultdict(set), collections.defaultdict(set)
    for document, number, node in sorted(items):
        nodes[node].add(number)
        clusters[number].add((node, document))
    for node, numbers in sorted(nodes.items()):
        if len(numbers) > 1:
            print("  MERGED", system.label[node], [gold.events[n][0] for n in sorted(numbers)])
    for number, parts in sorted(clusters.items()):
        if len({node for node, _ in parts}) > 1:
            print("  SPLIT", gold.events[number][0], sorted((d, system.label[n]) for n, d in parts))
    for document, number in missed:
        print("  MISSED", document, gold.events[number][0])
    for claim in spurious.values():
        print("  SPURIOUS", text_of(claim))
    for (document, number), found in sorted(realis.items()):
        wanted = gold.events[number][3][document][0]
        if wanted[0] not in found:
            print("  REALIS", document, gold.events[number][0], wanted, sorted(found))


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n\n")[0])
    parser.add_argument("gold")
    parser.add_argument("facts")
    parser.add_argument("graph")
    parser.add_argument("--errors", action="store_true", help="print every difference")
    options = parser.parse_args()
    gold, system = Gold(options.gold), System(options.facts, options.graph)
    score_entities(gold, system, options.errors)
    score_events(gold, system, options.errors)


if __name__ == "__main__":
    sys.exit(main())
