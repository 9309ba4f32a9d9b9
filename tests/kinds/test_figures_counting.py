"""What is counted, from a parse given by hand: no pipeline is needed, and the parse may be wrong."""

from spacy.tokens import Doc
from spacy.vocab import Vocab

from claimcheck.kinds.figures.rules import match


def counted(*rows: tuple[str, str, int, str]) -> list[str | None]:
    """What each figure of a sentence counts; a row is a word, its tag, its head's place and its label."""
    words, tags, heads, deps = map(list, zip(*rows, strict=True))
    doc = Doc(Vocab(), words=words, pos=tags, heads=heads, deps=deps)
    return [claim.figure.of for claim in match(doc) if claim.figure]


def test_a_number_counts_what_it_is_said_of() -> None:
    subject = (("I", "DET", 1, "det"), ("feriti", "NOUN", 3, "nsubj"), ("sono", "AUX", 3, "cop"))
    assert counted(*subject, ("12", "NUM", 3, "ROOT")) == ["feriti"]


def test_a_singular_is_not_counted() -> None:
    subject = (("Il", "DET", 1, "det"), ("valore", "NOUN", 3, "nsubj"), ("è", "AUX", 3, "cop"))
    assert counted(*subject, ("12", "NUM", 3, "ROOT")) == [None]


def test_the_noun_beside_the_number_stands_whatever_the_parse_says() -> None:
    parsed = (("12", "NUM", 2, "nummod"), ("feriti", "VERB", 2, "acl"), ("case", "NOUN", 2, "ROOT"))
    assert counted(*parsed) == ["feriti"]


def test_a_complement_reaches_over_what_is_joined_in_it() -> None:
    head = (("143", "NUM", 1, "nummod"), ("episodi", "NOUN", 1, "ROOT"))
    first = (("di", "ADP", 3, "case"), ("furto", "NOUN", 1, "nmod"))
    second = (("e", "CCONJ", 5, "cc"), ("frode", "NOUN", 3, "conj"))
    assert counted(*head, *first, *second) == ["episodi di furto e frode"]
    assert counted(*head, *first, ("e", "CCONJ", 5, "cc"), ("frode", "NOUN", 1, "conj")) == ["episodi di furto"]


def test_a_complement_of_another_word_is_left_out() -> None:
    head = (("due", "NUM", 1, "nummod"), ("agenti", "NOUN", 2, "nsubj"), ("parlano", "VERB", 2, "ROOT"))
    assert counted(*head, ("di", "ADP", 4, "case"), ("furto", "NOUN", 2, "obl")) == ["agenti"]


def test_without_a_parse_the_surface_tells() -> None:
    doc = Doc(Vocab(), words=["Sono", "41", "le", "vittime", "del", "raid"])
    assert [claim.figure.of for claim in match(doc) if claim.figure] == ["vittime del raid"]
