import spacy
from spacy.tokens import Doc

from claimcheck.italian.clauses.surface import lowered, sentence_bounds, surface, surface_of

WORDS = ["L’", "Italia", "tace", ".", "Roma", "no", ".", "\n"]
SPACES = [False, True, False, True, True, False, False, False]
STARTS = [True, False, False, False, True, False, False, True]


def _doc() -> Doc:
    return Doc(spacy.blank("it").vocab, WORDS, SPACES, sent_starts=STARTS)  # type: ignore[arg-type]


def test_text_words_and_sentences_are_those_of_the_doc() -> None:
    doc = _doc()
    assert surface(doc) == doc.text == "L’Italia tace. Roma no.\n"
    assert lowered(doc) == tuple(token.lower_ for token in doc)
    assert surface_of(doc).plain[:2] == ("l'", "italia")
    assert [sentence_bounds(doc, t.i) for t in doc] == [(t.sent.start, t.sent.end) for t in doc]


def test_it_is_read_once_and_does_not_travel_with_the_doc() -> None:
    doc = _doc()
    once = surface_of(doc)
    assert surface_of(doc) is once
    back = Doc(doc.vocab).from_bytes(doc.to_bytes())
    assert surface_of(back) == once
    assert len(doc.to_bytes()) < len(_doc().to_bytes()) + 100


def test_an_empty_doc_has_nothing_to_read() -> None:
    assert lowered(Doc(spacy.blank("it").vocab)) == ()
