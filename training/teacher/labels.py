"""What the teacher predicts of a word, as numbers: tag, lemma rule, dependency relation, entity tag."""

from dataclasses import dataclass, field

from spacy.tokens import Doc, Token

OUTSIDE = -100  # torch's number for "no gold here"
ENTITY_TAGS = ["O", "B-PER", "I-PER", "B-LOC", "I-LOC", "B-ORG", "I-ORG"]
WHOLE = "="  # a lemma rule that gives the whole lemma: contractions (della: di il), irregular words
RARE = 2  # labels seen fewer times are not learnt


def lemma_rule(word: str, lemma: str) -> str:
    """How many letters to cut off the lower-cased word and what to put there; names keep their capitals."""
    if " " in lemma:
        return WHOLE + lemma
    base, mark = (word, "n") if lemma[:1].isupper() else (word.lower(), "l")
    shared = 0
    while shared < min(len(base), len(lemma)) and base[shared] == lemma[shared]:
        shared += 1
    if shared == 0:
        return WHOLE + lemma
    return f"{mark}{len(base) - shared}{lemma[shared:]}"


def apply_rule(rule: str, word: str) -> str | None:
    """The lemma of a word, or None where the rule cuts more than the word has."""
    if rule.startswith(WHOLE):
        return rule[1:]
    base = word if rule[0] == "n" else word.lower()
    digits = len(rule[1:]) - len(rule[1:].lstrip("0123456789"))
    cut, ending = int(rule[1 : 1 + digits]), rule[1 + digits :]
    return base[: len(base) - cut] + ending if cut < len(base) or (cut == len(base) and ending) else None


def tag(token: Token) -> str:
    return f"{token.pos_}|{token.morph}"


@dataclass
class Labels:
    """The label sets, in a fixed order."""

    tags: list[str] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    relations: list[str] = field(default_factory=list)
    groups: list[str] = field(default_factory=list)

    @classmethod
    def of(cls, docs: list[tuple[str, Doc]], groups: list[str]) -> "Labels":
        counts: tuple[dict[str, int], ...] = ({}, {}, {})
        for _, doc in docs:
            for token in doc:
                for table, key in zip(
                    counts, (tag(token), lemma_rule(token.text, token.lemma_), token.dep_), strict=True
                ):
                    table[key] = table.get(key, 0) + 1
        tags, lemmas, relations = ([k for k, n in sorted(c.items()) if n >= RARE] for c in counts)
        return cls(tags, lemmas, relations, groups)
