"""Rules for what a parser or recogniser may get wrong, on Docs annotated by hand: no weights decide these."""

import spacy
from spacy.tokens import Doc

from claimcheck.italian.clauses.mentions import with_apposition
from claimcheck.italian.clauses.reports import scene
from claimcheck.italian.names import Names

ROLE = [("l'", "DET", ""), ("assessore", "NOUN", ""), ("alla", "ADP", ""), ("Casa", "PROPN", "B-LOC"),
        ("Ugo", "PROPN", "B-PER"), ("Conti", "PROPN", "I-PER"), ("tace", "VERB", "")]  # fmt: skip


def _doc(tokens: list[tuple[str, str, str]], heads: list[int] | None = None, deps: list[str] | None = None) -> Doc:
    words, pos, ents = (list(column) for column in zip(*tokens, strict=True))
    starts = None if heads else [i == 0 for i in range(len(words))]
    return Doc(
        spacy.blank("it").vocab,
        words=words,
        pos=pos,
        ents=[e or "O" for e in ents],
        heads=heads,
        deps=deps,
        sent_starts=starts,  # type: ignore[arg-type]
    )


def test_a_name_after_the_complement_of_a_role_belongs_to_the_role() -> None:
    assert with_apposition(_doc(ROLE), (0, 2), len(ROLE)) == (0, 6)
    unnamed = [(word, pos, "") for word, pos, _ in ROLE[:4]] + ROLE[6:]
    assert with_apposition(_doc(unnamed), (0, 2), len(unnamed)) == (0, 2)


def test_several_people_beside_a_name_are_no_role_of_it() -> None:
    name = [("Anna", "PROPN", "B-PER"), ("Riva", "PROPN", "I-PER"), (",", "PUNCT", "")]
    two = _doc([*name, ("due", "NUM", ""), ("medici", "NOUN", ""), ("tacciono", "VERB", "")])
    one = _doc([*name, ("medico", "NOUN", ""), ("a", "ADP", ""), ("Pisa", "PROPN", "B-LOC")])
    assert not Names(two).roles
    assert [role.name for role in Names(one).roles] == ["Anna Riva"]


def test_a_gerund_right_after_a_relative_clause_speaks_for_its_antecedent() -> None:
    words = ["Ferri", "ascolta", "tre", "colleghi", "che", "scrivono", "al", "preside", "negando", "le", "colpe", "."]
    pos = ["PROPN", "VERB", "NUM", "NOUN", "PRON", "VERB", "ADP", "NOUN", "VERB", "DET", "NOUN", "PUNCT"]
    heads = [1, 1, 3, 1, 5, 3, 7, 5, 1, 10, 8, 1]  # the gerund hangs, wrongly, on the first verb
    deps = ["nsubj", "ROOT", "nummod", "obj", "nsubj", "acl:relcl", "case", "obl", "advcl", "det", "obj", "punct"]
    doc = _doc([(w, p, "B-PER" if w == "Ferri" else "") for w, p in zip(words, pos, strict=True)], heads, deps)
    assert [(r.source, doc[r.first].text) for r in scene(doc).reports if r.how == "controlled"] == [
        ("tre colleghi", "negando")
    ]
