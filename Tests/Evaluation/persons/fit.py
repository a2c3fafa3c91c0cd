"""Fits the weights of `Lexicons/names/person-weights.tsv`.

The data are `sentences.tsv`: sentences written for this, with [[persons]] and {{other names}}.
Each is taken as it stands, and several times with other names in their places: family names of
`surnames.tsv` with given names of `given-chars.tsv` (or of people of `people.tsv`), transliterated
names of `foreign-names.tsv` and such as are pieced together from two of them; other names from
characters that brands are made of, from places pieced together, and from nouns. A quarter of the
nouns and verbs of sentences without persons are changed for others as well, half of them for such
as begin with a family name. No text but these sentences has a part in the fit.

    python3 fit.py texts LEXICONS FOLDER       FOLDER/texts.txt, FOLDER/labels.tsv
    SHIJI_PERSONS=FOLDER swift test --filter PersonFeaturesTests      FOLDER/features.tsv
    python3 fit.py weights LEXICONS FOLDER     person-weights.tsv anew, and how well it does

Logistic regression for Chinese and transliterated names each: L2, stochastic gradient steps that
shrink (AdaGrad), mean of the last half of the rounds, seeded, standard library alone. Weights are
held to three nats and rounded to tenths; rows whose note ends in "set" are set by hand and keep
their weights. The base is lowered at the end. `weights` prints precision and recall by
cross-validation over sentences.
"""

import math
import random
import re
import sys
from pathlib import Path

COPIES = 12
ROUNDS = 40
PENALTY = 6.0
# What rests on few sentences is not to decide alone.
MOST = 3.0
# Texts hold more that is no name than these sentences do.
LOWERED = {"chinese": 0.1, "foreign": 0.8}
MARK = re.compile(r"\[\[(.+?)\]\]|\{\{(.+?)\}\}")
HAN = re.compile(r"[\u4e00-\u9fff]+$")
# Characters that firms, shops, places and wares call themselves by.
BRAND = (
    "安邦宝博昌超成达德鼎东方丰福富高谷冠光广海汉和恒宏洪鸿华汇嘉佳江金锦晶景九康科利力联良隆龙"
    "美米明铭宁诺鹏品启千清庆泉荣瑞润森山上尚深盛石时世顺松泰天通同万旺维文新鑫信兴星旭雅阳易益"
    "永优宇源远悦云泽展兆正志智中众卓"
)
PLACE_ENDS = "村镇寨沟坪湾岭桥庄河口坡塘里"


def rows(path):
    lines = path.read_text(encoding="utf-8").splitlines()
    head = lines[0].split("\t")
    return [
        dict(zip(head, line.split("\t")))
        for line in lines[1:]
        if line and not line.startswith("#")
    ]


class Names:
    """Draws names."""

    def __init__(self, lexicons):
        names = lexicons / "names"
        # Rare family names are to be seen as well; most of two characters are Japanese.
        self.surnames = [
            (row["surname"], float(row["weight"]) ** 0.8 / 20 ** (len(row["surname"]) - 1))
            for row in rows(names / "surnames.tsv")
        ]
        given = rows(names / "given-chars.tsv")
        first = [(r["char"], float(r["count"]) * float(r["first"]) / 100) for r in given]
        last = [(r["char"], float(r["count"]) * (1 - float(r["first"]) / 100)) for r in given]
        self.first, self.last = self.columns(first), self.columns(last)
        self.surnames = self.columns(self.surnames)
        known = set(self.surnames[0])
        people = [row["name"] for row in rows(names / "people.tsv")]
        self.people = [
            n[1:] for n in people if HAN.match(n) and len(n) in (2, 3) and n[0] in known
        ]
        self.letters = {row["char"] for row in rows(names / "foreign-chars.tsv")}
        self.foreign = [
            row["name"] for row in rows(names / "foreign-names.tsv")
            if self.is_foreign(row["name"]) and 2 <= len(row["name"]) <= 5
        ]
        self.places = [
            row["name"] for row in rows(names / "places.tsv")
            if row["level"] == "world-city" and self.is_foreign(row["name"])
        ]

        self.words = {}
        self.others = {}
        for row in rows(lexicons / "words" / "core-words.tsv"):
            word, kind = row["word"], row["pos"][:1]
            if kind in "nv" and len(word) in (2, 3):
                self.words[word] = (kind, len(word))
                weight = float(row["count"]) ** 0.5
                for key in ((kind, len(word), False), (kind, len(word), word[0] in known)):
                    self.others.setdefault(key, []).append((word, weight))
        self.others = {key: self.columns(pairs) for key, pairs in self.others.items()}

    def changed(self, text, rng):
        """A text with some of its nouns and verbs changed for others."""
        out, place = "", 0
        while place < len(text):
            length = next((n for n in (3, 2) if text[place: place + n] in self.words), 1)
            word = text[place: place + length]
            if length > 1 and rng.random() < 0.25:
                word = rng.choices(*self.others[*self.words[word], rng.random() < 0.5])[0]
            out += word
            place += length
        return out

    @staticmethod
    def columns(pairs):
        return [p[0] for p in pairs], [p[1] for p in pairs]

    def is_foreign(self, name):
        return all(char in self.letters for char in name)

    def chinese(self, rng):
        surname = rng.choices(*self.surnames)[0]
        kind = rng.random()
        if kind < 0.35:
            return surname + rng.choice(self.people)
        if kind < 0.52:
            return surname + rng.choices(*self.last)[0]
        return surname + rng.choices(*self.first)[0] + rng.choices(*self.last)[0]

    @staticmethod
    def pieced(rng, names):
        """The head of one name and the tail of another."""
        while True:
            one, other = rng.choice(names), rng.choice(names)
            head = one[: rng.randint(1, max(1, len(one) - 1))]
            name = head + other[rng.randint(1, len(other) - 1):]
            if 2 <= len(name) <= 5:
                return name

    def person(self, old, rng):
        if not HAN.match(old):
            return old
        if len(old) >= 2 and self.is_foreign(old) and old[0] not in self.kept:
            if rng.random() < 0.5:
                return rng.choice(self.foreign)
            return self.pieced(rng, self.foreign)
        return self.chinese(rng)

    # Transliteration characters that begin Chinese names far more often.
    kept = set("马白金安古雷林温高万丁丹康文")

    def compound(self, rng):
        """A noun that begins with a family name and the head of another: 金融|街."""
        word = rng.choices(*self.others["n", 2, True])[0]
        if rng.random() < 0.5:
            return word
        return word + rng.choices(*self.others["n", 2, False])[0][0]

    def other(self, old, rng):
        if not HAN.match(old):
            return old
        if self.is_foreign(old) and len(old) > 2:
            pool = self.places if rng.random() < 0.6 else self.foreign
            return self.pieced(rng, pool)
        if rng.random() < 0.3:
            return old
        if rng.random() < 0.4:
            return self.compound(rng)
        if rng.random() < 0.3:
            return rng.choice(BRAND) + rng.choice(BRAND) + rng.choice(PLACE_ENDS)
        return "".join(rng.choice(BRAND) for _ in range(rng.choice((2, 2, 3))))


def fill(sentence, draw, change):
    """A sentence with its names drawn anew: its text, and the spans of its persons."""
    text, spans, end = "", [], 0
    for match in MARK.finditer(sentence):
        text += change(sentence[end: match.start()])
        name = draw(match.group(1) or match.group(2), match.group(1) is not None)
        if match.group(1):
            spans.append((len(text), len(text) + len(name)))
        text += name
        end = match.end()
    return text + change(sentence[end:]), spans


def texts(lexicons, folder):
    names = Names(lexicons)
    sentences = [row["text"] for row in rows(Path(__file__).with_name("sentences.tsv"))]
    with open(folder / "texts.txt", "w", encoding="utf-8") as out, open(
        folder / "labels.tsv", "w", encoding="utf-8"
    ) as labels:
        for number, sentence in enumerate(sentences):
            for copy in range(COPIES):
                rng = random.Random(f"{number} {copy}")

                def draw(name, is_person):
                    if copy == 0:
                        return name
                    return names.person(name, rng) if is_person else names.other(name, rng)

                def change(text):
                    return text if copy == 0 or "[[" in sentence else names.changed(text, rng)

                text, spans = fill(sentence, draw, change)
                out.write(text + "\n")
                places = " ".join(f"{a}-{b}" for a, b in spans)
                labels.write(f"{number}\t{places}\n")


def read(folder):
    """The shapes: sentence, kind, whether it is a person, its weight, its amounts."""
    labels = [line.split("\t") for line in (folder / "labels.tsv").read_text().splitlines()]
    texts = (folder / "texts.txt").read_text(encoding="utf-8").splitlines()
    shapes = []
    for line in (folder / "features.tsv").read_text().splitlines():
        number, start, end, kind, amounts = line.split("\t")
        sentence, spans = labels[int(number)]
        text = texts[int(number)]
        name = text[int(start): int(end)]
        is_person = f"{start}-{end}" in spans.split()
        pairs = [cell.split("=") for cell in amounts.split()]
        shapes.append({
            "sentence": int(sentence), "kind": kind, "y": is_person, "name": name, "text": text,
            "weight": 1 / COPIES, "x": [(key, int(value) / 1000) for key, value in pairs],
        })
    return shapes


def fit(shapes, fixed):
    """Weights of the features, those of `fixed` as they are."""
    free = sorted({key for s in shapes for key, _ in s["x"]} - set(fixed))
    weights = {key: 0.0 for key in free} | fixed
    squares = {key: 1e-6 for key in free}
    mean = {key: 0.0 for key in free}
    total = sum(s["weight"] for s in shapes)
    rng = random.Random(1)
    order = list(shapes)
    for turn in range(ROUNDS):
        rng.shuffle(order)
        for s in order:
            z = sum(weights[key] * amount for key, amount in s["x"])
            slope = s["weight"] * (1 / (1 + math.exp(-max(-30, min(30, z)))) - s["y"])
            for key, amount in s["x"]:
                if key not in squares:
                    continue
                step = slope * amount + PENALTY * weights[key] * s["weight"] / total
                squares[key] += step * step
                weights[key] -= 0.5 * step / math.sqrt(squares[key])
        if turn >= ROUNDS // 2:
            for key in free:
                mean[key] += weights[key] / (ROUNDS - ROUNDS // 2)
    return mean | fixed


def report(name, shapes, z):
    for threshold in (-0.5, 0, 0.5, 1.0, 1.5):
        found = [s for s, value in zip(shapes, z) if value >= threshold]
        right = sum(s["weight"] for s in found if s["y"])
        all_found = sum(s["weight"] for s in found)
        there = sum(s["weight"] for s in shapes if s["y"])
        print(f"{name} from {threshold}: P {right / max(all_found, 1):.3f} R {right / there:.3f}")


def score(weights, shapes):
    return [sum(weights.get(key, 0) * amount for key, amount in s["x"]) for s in shapes]


def weights(lexicons, folder):
    path = lexicons / "names" / "person-weights.tsv"
    table = rows(path)
    shapes = read(folder)
    columns = {}
    for kind in ("chinese", "foreign"):
        own = [s for s in shapes if s["kind"] == kind]
        fixed = {
            row["feature"]: float(row[kind] or 0) for row in table if row["note"].endswith("set")
        }
        there = sum(s["weight"] for s in own if s["y"])
        different = sum(s["weight"] for s in own)
        print(f"{kind}: {len(own)} shapes, {different:.0f} different, {there:.0f} persons")
        z = [0.0] * len(own)
        for part in range(5):
            rest = [s for s in own if s["sentence"] % 5 != part]
            found = fit(rest, fixed)
            for index, value in enumerate(score(found, own)):
                if own[index]["sentence"] % 5 == part:
                    z[index] = value
        report(kind, own, z)
        columns[kind] = {key: max(-MOST, min(MOST, w)) for key, w in fit(own, fixed).items()}
        columns[kind]["base"] -= LOWERED[kind]
    lines = ["feature\tchinese\tforeign\tnote\tsource"]
    for row in table:
        cells = [round(columns[kind].get(row["feature"], 0), 1) for kind in columns]
        cells = ["" if cell == 0 else f"{cell:g}" for cell in cells]
        lines.append("\t".join([row["feature"], *cells, row["note"], row["source"]]))
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    {"texts": texts, "weights": weights}[sys.argv[1]](Path(sys.argv[2]), Path(sys.argv[3]))
