"""Findings inside one article as a reader and a program see them."""

import jsonschema
import pytest

from claimcheck.comparison import compare
from claimcheck.consistency import findings
from claimcheck.model import Reading
from claimcheck.report.json import compare_document, extract_document
from claimcheck.report.schema import schema
from claimcheck.report.terminal import comparison_report, extract_report
from claimcheck.report.words import Lang
from tests.alignment.build import claim, reading

TITLES: dict[Lang, str] = {"it": "Si contraddice da solo", "en": "Contradicts itself"}
SUM = "Nello schianto 5 feriti: 2 gravi e 4 lievi."


def article(text: str) -> Reading:
    marks = [("5 feriti", 5), ("2 gravi", 2), ("4 lievi", 4), ("3 lievi", 3)]
    found = [claim(text, words, "figure", low=n, high=n, of=words[2:]) for words, n in marks if words in text]
    return reading("uno", text, *found)


@pytest.mark.parametrize("lang", TITLES)
def test_the_reports_show_what_contradicts_itself(lang: Lang) -> None:
    found = article(SUM)
    compared = comparison_report(compare([found], lang), lang, width=100, colour=False)
    extracted = extract_report([found], lang, findings(found, lang), width=100, colour=False)
    for text in (compared, extracted):
        assert f"{TITLES[lang]} (1)" in text
        assert "**5 feriti**: 2 gravi e **4 lievi**" in text


def test_nothing_is_said_where_nothing_is_found() -> None:
    text = comparison_report(
        compare([article("Nello schianto 5 feriti: 2 gravi e 3 lievi.")]), "it", width=100, colour=False
    )
    assert TITLES["it"] not in text


def test_the_documents_hold_the_findings() -> None:
    found = article(SUM)
    documents = (compare_document(compare([found]), None), extract_document([found], None, findings(found)))
    for document in documents:
        jsonschema.validate(document, schema())
        (pair,) = document["findings"]
        assert (pair["relation"], pair["type"], pair["evidence"]) == ("conflict", "value", {"code": "arithmetic"})
        assert pair["a"]["article"] == pair["b"]["article"] == "uno"
