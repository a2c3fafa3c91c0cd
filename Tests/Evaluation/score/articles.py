#!/usr/bin/env python3
"""Scores facts against annotated articles: entities, money, events, arguments, time, realis, relations.

    prepare.py articles GOLD_DIR > docs.jsonl
    shiji facts --mentions --text-field text --id-field id --date-field published < docs.jsonl > facts.jsonl
    articles.py GOLD_DIR facts.jsonl

The summary score is the mean of five micro F1: entities (company and organization merged), money (exact
bounds and currency), events, arguments, relations. How each is counted: ../README.md.
"""
import argparse
import collections
import sys

import common as c
import gold as readers

# Types and roles which the articles annotate; predictions of other types or roles are not counted.
# E entity, M money, L literal, V entity or literal, R funding round, S status code, P period code.
ROLES = {
    "resignation": {"person": "E", "organization": "E", "title": "L"},
    "appointment": {"person": "E", "organization": "E", "title": "L"},
    "dismissal": {"person": "E", "organization": "E", "by": "E", "title": "L"},
    "layoff": {"organization": "E", "count": "L", "share": "L"},
    "founding": {"person": "E", "organization": "E"},
    "acquisition": {"acquirer": "E", "target": "E", "price": "M", "stake": "L"},
    "merger": {"party": "E"},
    "funding": {"company": "E", "investor": "E", "lead": "E", "amount": "M", "round": "R", "valuation": "M"},
    "investment": {"investor": "E", "target": "E", "amount": "M", "stake": "L"},
    "listing": {"company": "E", "venue": "V", "amount": "M", "status": "S"},
    "launch": {"organization": "E", "product": "E"},
    "partnership": {"party": "E"},
    "lawsuit": {"plaintiff": "E", "defendant": "E", "amount": "M"},
    "penalty": {"authority": "E", "target": "E", "amount": "M"},
    "investigation": {"authority": "E", "target": "E"},
    "shutdown": {"organization": "E", "product": "V"},
    "valuation": {"company": "E", "amount": "M"},
    "earnings": {"company": "E", "metric": "L", "amount": "M", "period": "P"},
    "spending": {"organization": "E", "amount": "M", "purpose": "L"},
    "accusation": {"accuser": "E", "accused": "E"},
    "death": {"person": "E"},
    "recall": {"organization": "E", "product": "V"},
    "price_change": {"organization": "E", "product": "V", "share": "L", "direction": "L"},
}
OPTIONAL = {"recall", "price_change"}                         # counted only where the annotation of the folder has them
EVENT_ALIASES = {"departure": "resignation"}                  # names of the annotation -> names of the tool
ROLE_ALIASES = {("earnings", "organization"): "company"}      # both names occur in the annotation
RELATIONS = {"ceo_of", "chair_of", "executive_of", "director_of", "employee_of", "founder_of", "investor_in",
             "subsidiary_of", "product_of", "competitor_of", "partner_of"}
SYMMETRIC = {"competitor_of", "partner_of"}
MERGED = {"company": "company/organization", "organization": "company/organization"}


def event_type(t):
    return EVENT_ALIASES.get(t, t)


def role_name(t, r):
    return ROLE_ALIASES.get((t, r), r)


# --------------------------------------------------------------------------- entities


def forms(entity):
    return {x for x in [c.norm(entity["name"])] + [c.norm(a) for a in entity.get("aliases") or []] if x}


def align_entities(gold, pred):
    """Greedy one-to-one pairs of gold and predicted entities which share a name: {gold index: pred index}."""
    pairs = []
    gf, pf = [forms(e) for e in gold], [forms(e) for e in pred]
    for i, g in enumerate(gold):
        for j, p in enumerate(pred):
            if not gf[i] & pf[j]:
                continue
            gn, pn = c.norm(g["name"]), c.norm(p["name"])
            rank = 3 if gn == pn else 2 if pn in gf[i] or gn in pf[j] else 1
            same = g["type"] == p["type"]
            near = MERGED.get(g["type"], g["type"]) == MERGED.get(p["type"], p["type"])
            pairs.append((-rank, -same, -near, i, j))
    out, used = {}, set()
    for *_, i, j in sorted(pairs):
        if i not in out and j not in used:
            out[i] = j
            used.add(j)
    return out


# --------------------------------------------------------------------------- fillers


class GoldFiller:
    """A filler of the annotation: an entity (all its names), a money amount (its value) or a literal."""

    def __init__(self, text, entities, moneys, kind):
        self.text, self.kind = text, kind
        self.names = entities.get(text) if kind in "EV" or text in entities else None
        self.money = [m for m in moneys if m["surface"] == text] if kind == "M" else None
        self.core = bool(self.names) or kind == "M"


def pred_names(f, facts):
    out = set()
    entity = facts.entities.get(f.get("entity"))
    if entity:
        out |= forms(entity)
    if f.get("text") and f.get("via", "name") not in c.PRONOUN_LIKE:
        out.add(c.norm(f["text"]))
    return out


def filler_match(g, p, facts, time):
    """True if the predicted filler p is the gold filler g."""
    if g.kind == "M":
        return bool(p.get("money")) and any(c.money_close(m, p["money"]) for m in g.money)
    texts = c.literal_texts(p)
    if g.names:
        if g.names & pred_names(p, facts):
            return True
        return g.kind in "LV" and any(c.literal_match(g.text, t) for t in texts)
    if g.kind == "S":
        return c.norm(g.text) in {c.norm(t) for t in texts}
    if g.kind == "R":
        return c.round_norm(g.text) in {c.round_norm(t) for t in texts}
    if g.kind == "P":
        codes = {c.period_code(t) for t in texts} - {None}
        if not codes and (time or {}).get("date"):       # '去年', '报告期内': the time of the claim says which
            codes = {c.period_code(time["date"])}
        return (c.period_code(g.text) or c.norm(g.text)) in codes
    return any(c.literal_match(g.text, t) for t in texts) or c.norm(g.text) in pred_names(p, facts)


class GoldEvent:
    def __init__(self, e, entities, moneys):
        self.type = event_type(e["type"])
        self.date, self.realis, self.evidence = e.get("date"), e.get("realis"), e.get("evidence", "")
        self.roles = {}
        for r, v in e["roles"].items():
            r = role_name(self.type, r)
            kind = ROLES[self.type].get(r)
            if kind is None:
                sys.exit(f"the annotation has an unknown role {self.type}.{r}")
            self.roles[r] = [GoldFiller(x, entities, moneys, kind) for x in (v if isinstance(v, list) else [v])]
        self.has_core = any(f.core for v in self.roles.values() for f in v)

    def fillers(self):
        return [(r, f) for r, v in self.roles.items() for f in v]

    def describe(self):
        return ", ".join(f"{r}={'、'.join(f.text for f in v)}" for r, v in self.roles.items())


class PredEvent:
    def __init__(self, e):
        self.type = e["type"]
        self.claim = e
        self.time, self.realis = e.get("time"), e.get("realis")
        self.evidence = e.get("evidence") or {}
        self.roles = collections.defaultdict(list)
        for r, v in (e.get("roles") or {}).items():
            r = role_name(self.type, r)
            if r in ROLES[self.type]:
                have = {c.filler_key(f) for f in self.roles[r]}
                for f in v:
                    if c.filler_key(f) not in have:
                        have.add(c.filler_key(f))
                        self.roles[r].append(f)

    def fillers(self):
        return [(r, f) for r, v in self.roles.items() for f in v]

    def describe(self):
        return ", ".join(f"{r}={'、'.join(str(f.get('text')) for f in v)}" for r, v in self.roles.items() if v)


def shared_fillers(g, p, facts):
    """One-to-one matches of the fillers of two events, role by role: [(role, gold filler, pred filler)]."""
    out = []
    for r, gs in g.roles.items():
        used = set()
        for gf in gs:
            for j, pf in enumerate(p.roles.get(r, [])):
                if j not in used and filler_match(gf, pf, facts, p.time):
                    used.add(j)
                    out.append((r, gf, pf))
                    break
    return out


def overlap(a, b):
    return max(0, min(a[1], b[1]) - max(a[0], b[0])) if a and b else 0


def align_events(gold, pred, facts, text):
    """Greedy one-to-one alignment of the events of one document, most shared fillers first.

    Returns {gold index: (pred index, shared)} and the set of predicted events which repeat a found event."""
    pairs, could = [], collections.defaultdict(set)
    for i, g in enumerate(gold):
        at = text.find(g.evidence)
        g_span = (at, at + len(g.evidence)) if g.evidence and at >= 0 else None
        for j, p in enumerate(pred):
            if g.type != p.type:
                continue
            shared = shared_fillers(g, p, facts)
            core = sum(gf.core for _, gf, _ in shared)
            if g.has_core and not core:
                continue
            could[j].add(i)
            near = overlap(g_span, c.span_of(p.evidence))
            date = bool(g.date) and c.time_agrees(g.date, p.time)
            pairs.append(((core, len(shared), date, near, g.realis == p.realis, -len(p.fillers())), i, j, shared))
    pairs.sort(key=lambda t: ([-x for x in t[0]], t[1], t[2]))
    found, used = {}, set()
    for _, i, j, shared in pairs:
        if i not in found and j not in used:
            found[i] = (j, shared)
            used.add(j)
    repeats = {j for j, ii in could.items() if j not in used and ii & set(found)}
    return found, repeats


# --------------------------------------------------------------------------- one document


class Result:
    def __init__(self):
        self.entity = {k: c.scores() for k in ("strict", "merged", "untyped")}
        self.money = {k: c.scores() for k in ("value", "close", "surface")}
        self.event, self.argument, self.relation = c.scores(), c.scores(), c.scores()
        self.former = c.Score()
        self.time = collections.Counter()
        self.realis = collections.Counter()
        self.repeats = 0
        self.errors = []                    # (section, kind, weight, document, label, evidence)

    def add(self, other):
        for a, b in [(self.entity, other.entity), (self.money, other.money)]:
            for k in a:
                for x, s in b[k].items():
                    a[k][x] += s
        for a, b in [(self.event, other.event), (self.argument, other.argument), (self.relation, other.relation)]:
            for x, s in b.items():
                a[x] += s
        self.former += other.former
        self.time += other.time
        self.realis += other.realis
        self.repeats += other.repeats
        self.errors += other.errors

    def parts(self):
        return {"entities": c.total(self.entity["merged"]), "money": c.total(self.money["close"]), "events": c.total(self.event),
                "arguments": c.total(self.argument), "relations": c.total(self.relation)}

    def score(self):
        parts = [s for s in self.parts().values() if not s.empty()]
        return sum(s.f for s in parts) / len(parts) if parts else 0.0


def around(text, surface):
    i = text.find(surface)
    return text[max(0, i - 15):i + len(surface) + 15].replace("\n", " ") if i >= 0 else ""


def scored_types(rows):
    """The event types that count: all of ROLES, the optional ones only if an article of the folder has them."""
    seen = {event_type(e["type"]) for row in rows for e in row["gold"]["events"]}
    return {t for t in ROLES if t not in OPTIONAL or t in seen}


def score_document(row, facts, merge, types=frozenset(ROLES)):
    a, res, doc = row["gold"], Result(), row["id"]
    text = a["text"]
    whole = a.get("title", "") + "\n" + text

    def error(section, kind, weight, label, evidence):
        res.errors.append((section, kind, weight, doc, label, evidence.replace("\n", " ")))

    # entities
    # the gold annotates the body only: an entity whose names all stand outside it is not judged
    gold_e = a["entities"]
    pred_e = [e for e in facts.entities.values() if any(n in text for n in [e["name"], *e.get("aliases", [])]) or
              not any(n in a.get("title", "") for n in [e["name"], *e.get("aliases", [])])]
    aligned = align_entities(gold_e, pred_e)
    uses = collections.Counter(x for e in a["events"] for v in e["roles"].values() for x in v)
    uses.update(x for r in a["relations"] for x in (r["from"], r["to"]))
    for key, of in (("strict", lambda t: t), ("merged", lambda t: MERGED.get(t, t)), ("untyped", lambda t: "any")):
        tab = res.entity[key]
        for e in gold_e:
            tab[of(e["type"])].add(gold=1)
        for e in pred_e:
            tab[of(e["type"])].add(pred=1)
        for i, j in aligned.items():
            if of(gold_e[i]["type"]) == of(pred_e[j]["type"]):
                tab[of(gold_e[i]["type"])].add(hit=1)
    for i, e in enumerate(gold_e):
        if i not in aligned:
            error("entities", "missing", uses[e["name"]], f"{e['type']} {e['name']}", around(whole, e["name"]))
        else:
            p = pred_e[aligned[i]]
            if MERGED.get(e["type"], e["type"]) != MERGED.get(p["type"], p["type"]):
                error("entities", "mistyped", uses[e["name"]], f"{e['name']}: gold {e['type']}, predicted {p['type']}", around(whole, e["name"]))
    load = collections.Counter(f.get("entity") for cl in facts.claims for v in (cl.get("roles") or {}).values() for f in v)
    for j, e in enumerate(pred_e):
        if j not in aligned.values():
            error("entities", "spurious", load[e["id"]], f"{e['type']} {e['name']}", around(whole, e["name"]))

    # money
    pred_m = [m for m in facts.mentions if m.get("type") == "money" and m.get("money")]
    for g in a["money"]:
        for tab in res.money.values():
            tab[g["currency"]].add(gold=1)
    for p in pred_m:
        for tab in res.money.values():
            tab[p["money"].get("currency") or "none"].add(pred=1)
    tests = {"value": lambda g, p: c.money_equal(g, p["money"]), "close": lambda g, p: c.money_close(g, p["money"]),
             "surface": lambda g, p: c.money_surface(g["surface"]) == c.money_surface(p["text"]) and g["currency"] == p["money"].get("currency")}
    for key, same in tests.items():
        left = list(range(len(pred_m)))
        for g in a["money"]:
            j = next((j for j in left if same(g, pred_m[j])), None)
            if j is not None:
                left.remove(j)
                res.money[key][g["currency"]].add(hit=1)
            elif key == "value":
                error("money", "missing", 1, f"{g['surface']} = {g['low']}..{g['high']} {g['currency']}", around(whole, g["surface"]))
        if key == "value":
            for j in left:
                m = pred_m[j]["money"]
                error("money", "spurious", 1, f"{pred_m[j]['text']} = {m.get('low')}..{m.get('high')} {m.get('currency')}", around(whole, pred_m[j]["text"]))

    # events
    names = {e["name"]: forms(e) for e in gold_e}
    gold_v = [GoldEvent(e, names, a["money"]) for e in a["events"]]
    pred_v = [PredEvent(e) for e in facts.events(merge) if e.get("type") in types]
    found, repeats = align_events(gold_v, pred_v, facts, text)
    res.repeats = len(repeats)
    for e in gold_v:
        res.event[e.type].add(gold=1)
        for r, _ in e.fillers():
            res.argument[e.type, r].add(gold=1)
    for e in pred_v:
        res.event[e.type].add(pred=1)
        for r, _ in e.fillers():
            res.argument[e.type, r].add(pred=1)
    for i, (j, shared) in found.items():
        g, p = gold_v[i], pred_v[j]
        res.event[g.type].add(hit=1)
        for r, _, _ in shared:
            res.argument[g.type, r].add(hit=1)
        got_g, got_p = {id(x) for _, x, _ in shared}, {id(x) for _, _, x in shared}
        for r, f in g.fillers():
            if id(f) not in got_g:
                error("arguments", "missing", 1 + f.core, f"{g.type}.{r} = {f.text}", g.evidence)
        for r, f in p.fillers():
            if id(f) not in got_p:
                error("arguments", "spurious", 1 + bool(f.get("entity") or f.get("money")), f"{p.type}.{r} = {f.get('text')}", p.evidence.get("text", ""))
        res.realis["right" if g.realis == p.realis else f"{g.realis} as {p.realis}"] += 1
        if g.date:
            res.time["dated"] += 1
            if c.time_agrees(g.date, p.time):
                res.time["right"] += 1
            else:
                res.time["wrong" if p.time else "none"] += 1
                error("time", "wrong", 1, f"{g.type}: gold {g.date}, predicted {(p.time or {}).get('date')}", g.evidence)
            res.time["exact"] += (p.time or {}).get("date") == g.date
        else:
            res.time["undated"] += 1
            res.time["invented"] += bool((p.time or {}).get("date"))
        if g.realis != p.realis:
            error("realis", "wrong", 1, f"{g.type}: gold {g.realis}, predicted {p.realis}", g.evidence)
    for i, g in enumerate(gold_v):
        if i not in found:
            error("events", "missing", len(g.fillers()), f"{g.type} {g.describe()}", g.evidence)
    taken = {j for j, _ in found.values()}
    for j, p in enumerate(pred_v):
        if j not in taken:
            error("events", "repeated" if j in repeats else "spurious", len(p.fillers()), f"{p.type} {p.describe()}", p.evidence.get("text", ""))

    # relations
    pred_r, seen = [], set()
    for r in facts.relations():
        roles = r.get("roles") or {}
        if r["type"] not in RELATIONS or r.get("realis") == "denied":
            continue
        for x in roles.get("from", []):
            for y in roles.get("to", []):
                key = (r["type"], c.filler_key(x), c.filler_key(y))
                if key not in seen and (r["type"] not in SYMMETRIC or (key[0], key[2], key[1]) not in seen):
                    seen.add(key)
                    pred_r.append((r["type"], pred_names(x, facts), pred_names(y, facts), bool(r.get("former")), r, x, y))
    # an investor_in that a funding or investment of the gold implies is free: neither asked for nor held against
    told = [(names.get(x, {c.norm(x)}), names.get(y, {c.norm(y)}))
            for e in a["events"] if e["type"] in ("funding", "investment")
            for x in e["roles"].get("investor", []) + e["roles"].get("lead", [])
            for y in e["roles"].get("company", []) + e["roles"].get("target", [])]

    def implied(kind, x, y):
        return kind == "investor_in" and any(x & i and y & t for i, t in told)

    gold_r = [g for g in a["relations"]
              if not implied(g["type"], names.get(g["from"], {c.norm(g["from"])}), names.get(g["to"], {c.norm(g["to"])}))]
    pred_r = [p for p in pred_r if not implied(p[0], p[1], p[2])]
    for g in gold_r:
        res.relation[g["type"]].add(gold=1)
    for p in pred_r:
        res.relation[p[0]].add(pred=1)
    left = list(range(len(pred_r)))
    for g in gold_r:
        x, y = names.get(g["from"], {c.norm(g["from"])}), names.get(g["to"], {c.norm(g["to"])})
        fits = [j for j in left if pred_r[j][0] == g["type"] and (x & pred_r[j][1] and y & pred_r[j][2] or
                g["type"] in SYMMETRIC and x & pred_r[j][2] and y & pred_r[j][1])]
        fits.sort(key=lambda j: pred_r[j][3] != bool(g.get("former")))
        if fits:
            j = fits[0]
            left.remove(j)
            res.relation[g["type"]].add(hit=1)
            res.former.add(gold=1, pred=1, hit=int(pred_r[j][3] == bool(g.get("former"))))
        else:
            error("relations", "missing", 1, f"{g['type']}({g['from']}, {g['to']})", "")
    for j in left:
        t, _, _, _, r, x, y = pred_r[j]
        error("relations", "spurious", 1, f"{t}({x.get('text')}, {y.get('text')})", (r.get("evidence") or {}).get("text", ""))
    return res


# --------------------------------------------------------------------------- report


def report(res, per_type):
    head = ["", *c.CELLS]
    rows = [["entities, company = organization  *"] + c.total(res.entity["merged"]).cells(),
            ["entities, strict type"] + c.total(res.entity["strict"]).cells(),
            ["entities, type ignored"] + c.total(res.entity["untyped"]).cells(),
            ["money, bounds and currency"] + c.total(res.money["value"]).cells(),
            ["money, approximate upper bounds free  *"] + c.total(res.money["close"]).cells(),
            ["money, surface and currency"] + c.total(res.money["surface"]).cells(),
            ["events  *"] + c.total(res.event).cells()]
    ev = c.total(res.event)
    rows.append(["events, repeats not counted"] + c.Score(ev.gold, ev.pred - res.repeats, ev.hit).cells())
    rows += [["arguments  *"] + c.total(res.argument).cells(), ["relations  *"] + c.total(res.relation).cells()]
    c.table(rows, head)
    t, n = res.time, sum(res.realis.values())
    share = lambda a, b: f"{c.pct(a / b)} % ({a} of {b})" if b else "-"
    print()
    print(f"time of found events, at the grain of the gold: {share(t['right'], t['dated'])}; same short form {share(t['exact'], t['dated'])}; "
          f"no time {t['none']}; a date where the gold has none {share(t['invented'], t['undated'])}")
    wrong = ", ".join(f"{k} {v}" for k, v in sorted(res.realis.items(), key=lambda x: (-x[1], x[0])) if k != "right")
    print(f"realis of found events: {share(res.realis['right'], n)}" + (f"; {wrong}" if wrong else ""))
    print(f"former flag of found relations: {share(res.former.hit, res.former.gold)}")
    print(f"\nSCORE (mean of the five F1 marked *): {c.pct(res.score())}")
    if not per_type:
        return
    for title, tab in (("entities, strict type", res.entity["strict"]), ("money by currency, bounds and currency", res.money["value"]),
                       ("events", res.event), ("relations", res.relation)):
        print(f"\n{title}")
        c.table(c.score_rows(tab), head)
    print("\narguments")
    rows = []
    for typ in sorted({k[0] for k in res.argument}, key=lambda x: (-res.event[x].gold, x)):
        keys = [k for k in res.argument if k[0] == typ]
        s = c.Score()
        for k in keys:
            s += res.argument[k]
        rows.append([typ] + s.cells())
        rows += [["  ." + k[1]] + res.argument[k].cells() for k in sorted(keys, key=lambda k: (list(ROLES[typ]).index(k[1])))]
    c.table(rows, head)


def as_json(res):
    t = {k: {str(x) if not isinstance(x, tuple) else ".".join(x): s.json() for x, s in sorted(tab.items(), key=lambda i: str(i[0]))}
         for k, tab in [("entities_strict", res.entity["strict"]), ("entities_merged", res.entity["merged"]), ("money_value", res.money["value"]),
                        ("events", res.event), ("arguments", res.argument), ("relations", res.relation)]}
    micro = {k: s.json() for k, s in res.parts().items()}
    micro["entities_strict"] = c.total(res.entity["strict"]).json()
    micro["entities_untyped"] = c.total(res.entity["untyped"]).json()
    micro["money_close"] = c.total(res.money["close"]).json()
    micro["money_surface"] = c.total(res.money["surface"]).json()
    return {"score": round(res.score(), 5), "micro": micro, "types": t, "time": dict(sorted(res.time.items())),
            "realis": dict(sorted(res.realis.items())), "repeated_events": res.repeats, "former": res.former.json()}


def main():
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("gold", metavar="GOLD_DIR", help="folder of annotated articles (*.json)")
    p.add_argument("facts", metavar="FACTS.jsonl", help="facts of `shiji facts --mentions` ('-': standard input)")
    p.add_argument("--per-document", action="store_true", help="one line a document")
    p.add_argument("--no-types", action="store_true", help="leave out the tables per type")
    p.add_argument("--errors", type=int, default=0, metavar="N", help="list the N heaviest missing and spurious items of each section")
    p.add_argument("--no-merge", action="store_true", help="do not unite claims of one document which have the same event key")
    p.add_argument("--json", action="store_true", help="print JSON instead of tables")
    args = p.parse_args()
    rows = readers.articles(args.gold)
    facts = c.load_facts(args.facts, {r["id"] for r in rows})
    if any(f.claims or f.entities for f in facts.values()) and not any(f.mentions for f in facts.values()):
        c.warn("the facts have no mention lines: money cannot be scored; was --mentions given?")
    whole, per, types = Result(), [], scored_types(rows)
    for row in rows:
        res = score_document(row, facts.get(row["id"]) or c.Facts(), not args.no_merge, types)
        per.append((row["id"], res))
        whole.add(res)
    if args.json:
        out = as_json(whole)
        if args.per_document:
            out["documents"] = {d: {"score": round(r.score(), 5), **{k: s.json() for k, s in r.parts().items()}} for d, r in per}
        if args.errors:
            out["errors"] = [dict(zip(("section", "kind", "weight", "document", "item", "evidence"), e)) for e in whole.errors]
        return c.print_json(out)
    print(f"{len(rows)} articles")
    report(whole, not args.no_types)
    if args.per_document:
        print("\nper document (F1)")
        c.table([[d, c.pct(r.score())] + ["-" if s.empty() else c.pct(s.f) for s in r.parts().values()] for d, r in per],
                ["document", "score", "entities", "money", "events", "arguments", "relations"])
    if args.errors:
        groups = collections.defaultdict(list)
        for e in whole.errors:
            groups[e[0], e[1]].append(e)
        for (section, kind), items in sorted(groups.items()):
            print(f"\n{section}: {kind} {len(items)}" + (f", the first {args.errors} by weight" if len(items) > args.errors else ""))
            for _, _, _, doc, label, evidence in sorted(items, key=lambda e: -e[2])[:args.errors]:
                print(f"  [{doc}] {label}" + (f"  | {evidence[:120]}" if evidence else ""))


if __name__ == "__main__":
    c.run(main)
