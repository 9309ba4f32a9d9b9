"""New articles against the corpus: verdicts, origins, order of evidence, the same pairs as comparing finds."""

import random
from dataclasses import replace
from pathlib import Path

import pytest

from claimcheck.checking import check, pairs
from claimcheck.comparison import compare
from claimcheck.corpus import Corpus
from claimcheck.errors import DuplicateIdError
from claimcheck.model import Check, Pair, Reading
from tests.alignment.build import FIRE_A, claim, fires, reading
from tests.corpus.build import put, renamed, revised

ALFA, BETA, GAMMA = fires()


def verdicts(found: Check) -> dict[str, tuple[str, int]]:
    words = {c.id: c.text for r in found.readings for c in r.claims}
    return {words[r.claim.claim]: (r.verdict, r.origins) for r in found.results}


def against(tmp_path: Path, new: Reading, *stored: Reading) -> Check:
    with Corpus(tmp_path / "c.sqlite", create=True) as corpus:
        put(corpus, *stored)
        return check([new], corpus)


def test_verdicts(tmp_path: Path) -> None:
    assert verdicts(against(tmp_path, ALFA, BETA, GAMMA)) == {
        "undici operai": ("corroborated", 1),
        "La fabbrica resterà chiusa fino alla fine delle indagini": ("compatible", 0),
        "le fiamme sono partite dal deposito dei solventi": ("compatible", 0),
        "oltre 3 milioni di euro": ("compatible", 0),
        "1998": ("corroborated", 1),
    }


def test_a_contradiction_is_told_before_all_else(tmp_path: Path) -> None:
    text = FIRE_A.replace("undici operai", "dodici operai")
    other = reading("delta", text, claim(text, "dodici operai", "figure", low=12, high=12, of="operai"))
    found = against(tmp_path, ALFA, other, BETA)
    (result,) = (r for r in found.results if r.verdict == "conflict")
    assert [p.relation for p in result.pairs] == ["conflict", "agree"]
    assert result.origins == 1


def test_nothing_stored_on_it_is_new(tmp_path: Path) -> None:
    found = against(tmp_path, GAMMA, ALFA, BETA)
    assert {verdict for verdict, _ in verdicts(found).values()} == {"new"}
    assert found.evidence == ()


@pytest.mark.parametrize("stored", [[], [ALFA], [revised(ALFA)]])
def test_an_article_does_not_confirm_itself(tmp_path: Path, stored: list[Reading]) -> None:
    assert {verdict for verdict, _ in verdicts(against(tmp_path, ALFA, *stored)).values()} == {"new"}


def test_copies_of_the_article_confirm_nothing(tmp_path: Path) -> None:
    found = against(tmp_path, ALFA, renamed(ALFA, "copia"), renamed(revised(ALFA), "ritocco"))
    assert {verdict for verdict, _ in verdicts(found).values()} == {"compatible"}
    assert found.origins == {"copia": "copia", "ritocco": "copia"}


def test_copies_count_as_one_origin(tmp_path: Path) -> None:
    found = against(tmp_path, ALFA, BETA, renamed(BETA, "copia"), renamed(revised(BETA), "ritocco"))
    assert verdicts(found)["undici operai"] == ("corroborated", 1)
    assert [len(r.pairs) for r in found.results] == [3] * 5
    assert set(found.origins.values()) == {"beta"}


def test_evidence_is_newest_first(tmp_path: Path) -> None:
    days = {"vecchio": "2024-02-20", "nuovo": "2024-03-09", "senza": None, "medio": "2024-03-01"}
    stored = [renamed(replace(BETA, article=replace(BETA.article, published=day)), name) for name, day in days.items()]
    found = against(tmp_path, ALFA, *stored)
    result = next(r for r in found.results if r.verdict == "corroborated")
    order = [p.a.article if p.b == result.claim else p.b.article for p in result.pairs]
    assert order == ["nuovo", "medio", "vecchio", "senza"]


def test_articles_of_other_months_are_no_evidence(tmp_path: Path) -> None:
    later = replace(BETA, article=replace(BETA.article, published="2024-09-02"))
    assert against(tmp_path, ALFA, later).evidence == ()


def test_two_issues_of_a_column_tell_of_two_days(tmp_path: Path) -> None:
    def issue(reading: Reading, day: int) -> Reading:
        return replace(reading, article=replace(reading.article, title=f"La giornata in fabbrica, {day} marzo"))

    assert against(tmp_path, issue(ALFA, 2), issue(BETA, 3)).evidence == ()
    with Corpus(tmp_path / "d.sqlite", create=True) as corpus:
        put(corpus, issue(ALFA, 2), issue(BETA, 3))
        assert [related for _, related in pairs(corpus) if related] == []
    assert against(tmp_path / "same", issue(ALFA, 2), issue(BETA, 2)).evidence != ()


def test_page_chrome_gets_no_verdict(tmp_path: Path) -> None:
    chrome = replace(ALFA, claims=(replace(ALFA.claims[0], furniture=True), *ALFA.claims[1:]))
    assert len(against(tmp_path, chrome, BETA).results) == len(ALFA.claims) - 1


def test_an_id_of_another_source_is_refused(tmp_path: Path) -> None:
    other = replace(BETA, article=replace(BETA.article, id="alfa"))
    with pytest.raises(DuplicateIdError):
        against(tmp_path, other, ALFA)


def test_new_articles_and_their_stored_versions_are_not_compared_with_one_another(tmp_path: Path) -> None:
    with Corpus(tmp_path / "c.sqlite", create=True) as corpus:
        put(corpus, revised(BETA))
        found = check([ALFA, BETA], corpus)
    assert {verdict for verdict, _ in verdicts(found).values()} == {"new"}


def test_order_and_history_of_the_store_do_not_matter(tmp_path: Path) -> None:
    given = [BETA, GAMMA, renamed(BETA, "copia"), renamed(revised(BETA), "ritocco"), renamed(ALFA, "altra")]
    seen = set()
    for seed in range(4):
        stored = random.Random(seed).sample(given, len(given))
        with Corpus(tmp_path / f"{seed}.sqlite", create=True) as corpus:
            put(corpus, *(revised(r) for r in stored[:seed]), *stored)
            seen.add(repr(check([ALFA], corpus)))
    assert len(seen) == 1


def _comparable(found: list[Pair]) -> list[tuple[object, ...]]:
    return sorted((p.a, p.b, p.relation, p.type, p.score, p.explanation) for p in found)


def test_checking_finds_what_comparing_finds(tmp_path: Path) -> None:
    compared = [p for a in compare([ALFA, BETA, GAMMA]).alignments for p in a.pairs]
    found = against(tmp_path, ALFA, BETA, GAMMA)
    assert _comparable([p for r in found.results for p in r.pairs]) == _comparable(compared)


def test_the_pairs_of_a_whole_corpus_are_those_of_comparing_all(tmp_path: Path) -> None:
    readings = [ALFA, BETA, GAMMA, renamed(BETA, "copia"), renamed(ALFA, "altra")]
    compared = [p for a in compare(readings).alignments for p in a.pairs]
    with Corpus(tmp_path / "c.sqlite", create=True) as corpus:
        put(corpus, *readings)
        found = [aligned.pair for _, related in pairs(corpus) for aligned, _ in related]
    assert _comparable(found) == _comparable(compared)


def test_english(tmp_path: Path) -> None:
    with Corpus(tmp_path / "c.sqlite", create=True) as corpus:
        put(corpus, BETA)
        italian, english = (check([ALFA], corpus, lang) for lang in ("it", "en"))
    assert verdicts(italian) == verdicts(english)
    assert italian != english
