"""Markdown, SARIF and linked data: shapes that others check, text that stays text."""

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from claimcheck.model import Article, Comparison, Reading
from claimcheck.report.anchors import article_anchor, claim_anchor, web
from claimcheck.report.findings import fingerprints
from claimcheck.report.json import dump
from claimcheck.report.jsonld import linked_data
from claimcheck.report.markdown import comparison_markdown, escape
from claimcheck.report.places import Place
from claimcheck.report.sarif import FINGERPRINT, Notes, sarif_log
from tests.report.sample import COMPARISON, DATES, FIRST, MONEY, QUOTE_A, READINGS, SECOND

SARIF = json.loads((Path(__file__).parent / "sarif-2.1.0.json").read_text(encoding="utf-8"))
VALID = jsonschema.Draft4Validator(SARIF)


def log(comparison: Comparison = COMPARISON, notes: Notes | None = None) -> dict[str, Any]:
    document = json.loads(dump(sarif_log(comparison, "it", "fake 1.0", notes)))
    VALID.validate(document)
    run: dict[str, Any] = document["runs"][0]
    return run


def test_the_log_follows_the_schema_of_sarif() -> None:
    results = log()["results"]
    assert [(r["ruleId"], r["level"], r["kind"]) for r in results] == [
        ("conflict/figure/x", "error", "fail"),
        ("compatible/quote/x", "note", "fail"),
    ]
    assert results[0]["message"]["text"] == "Il voto è il 18 o il 19 giugno."


def test_agreements_are_passed_checks() -> None:
    agreed = replace(DATES, relation="agree", pairs=(replace(DATES.pairs[0], relation="agree", type=None),))
    (result,) = log(replace(COMPARISON, alignments=(agreed,)))["results"]
    assert (result["kind"], result["level"]) == ("pass", "none")


def test_there_is_a_rule_for_every_finding_type() -> None:
    rules = log()["tool"]["driver"]["rules"]
    names = [rule["id"] for rule in rules]
    assert len(set(names)) == len(names)
    assert {"conflict/figure/bound-conflict", "conflict/attribution/hedge", "agree/figure/equal"} <= set(names)
    assert not any("{" in rule["shortDescription"]["text"] for rule in rules)
    for result in log()["results"]:
        assert names[result["ruleIndex"]] == result["ruleId"]


def test_both_passages_are_located_in_texts_that_the_log_carries() -> None:
    run = log()
    for result in run["results"]:
        for place in (*result["locations"], *result["relatedLocations"]):
            region, where = place["physicalLocation"]["region"], place["physicalLocation"]["artifactLocation"]
            artifact = run["artifacts"][where["index"]]
            text = artifact["contents"]["text"]
            start = region["charOffset"]
            assert artifact["location"]["uri"] == where["uri"]
            assert text[start : start + region["charLength"]] == region["snippet"]["text"]
            line = text.split("\n")[region["startLine"] - 1]
            assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == region["snippet"]["text"]


def test_an_article_that_is_a_file_is_located_in_the_file() -> None:
    articles = (replace(FIRST, path="cartella/uno è.txt"), replace(SECOND, path="due.txt"))
    readings = tuple(Reading(article, r.claims) for article, r in zip(articles, READINGS, strict=True))
    run = log(replace(COMPARISON, readings=readings), Notes({"uno": Place(4, 60), "due": Place(5, None)}))
    assert run["artifacts"][0] == {
        "location": {"uri": "cartella/uno%20%C3%A8.txt"}, "encoding": "utf-8", "description": {"text": "Posti"}
    }  # fmt: skip
    (here,) = run["results"][0]["relatedLocations"]
    assert here["physicalLocation"]["region"]["startLine"] == 5
    assert here["physicalLocation"]["region"]["charOffset"] == FIRST.text.index("martedì") + 60
    (other,) = run["results"][0]["locations"]
    assert "charOffset" not in other["physicalLocation"]["region"]


def test_fingerprints_do_not_move_with_the_text_around_the_claims() -> None:
    shifted = [
        replace(r, claims=tuple(replace(c, start=c.start + 7, end=c.end + 7) for c in r.claims)) for r in READINGS
    ]
    ids = {c.id: n.id for r, s in zip(READINGS, shifted, strict=True) for c, n in zip(r.claims, s.claims, strict=True)}
    pairs = tuple(
        replace(p, a=replace(p.a, claim=ids[p.a.claim]), b=replace(p.b, claim=ids[p.b.claim])) for p in DATES.pairs
    )
    moved = Comparison(tuple(shifted), (replace(DATES, pairs=pairs),), ())
    before, after = ([mark for _, _, mark in fingerprints(c)] for c in (COMPARISON, moved))
    assert after == before[:1]
    assert len(set(before)) == 2


def test_equal_findings_are_numbered_and_suppressed_ones_keep_their_reason() -> None:
    twice = Comparison(READINGS, (DATES, replace(DATES, id="al-3")), ())
    mark = next(iter(fingerprints(twice)))[2]
    first, second = log(twice, Notes(reasons={mark: "visto"}, new=True))["results"]
    assert [r["partialFingerprints"][FINGERPRINT] for r in (first, second)] == [f"{mark}:1", f"{mark}:2"]
    assert first["suppressions"] == [{"kind": "external", "justification": "visto"}]
    assert first["baselineState"] == "new"


def test_messages_hold_no_links_and_no_placeholders() -> None:
    hostile = replace(DATES, pairs=(replace(DATES.pairs[0], explanation="vedi [qui](1) e {0} \\ \x1b[2J\u202e"),))
    (result,) = log(replace(COMPARISON, alignments=(hostile,)))["results"]
    assert result["message"]["text"] == "vedi \\[qui\\](1) e {{0}} \\\\ \\[2J"


def test_annotations_select_the_very_words() -> None:
    graph = linked_data(COMPARISON, "it")["@graph"]
    texts = {node["id"]: node["schema:text"] for node in graph if node["type"] == "schema:NewsArticle"}
    claims = [node for node in graph if node.get("motivation") == "identifying"]
    assert len(claims) == sum(not c.furniture for r in READINGS for c in r.claims)
    for node in claims:
        text = texts[node["target"]["source"]]
        position, words = node["target"]["selector"]
        start, end = position["start"], position["end"]
        assert text[start:end] == words["exact"]
        assert text[:start].endswith(words["prefix"])
        assert text[end:].startswith(words["suffix"])
        assert len(words["prefix"]) == min(start, 40)


def test_linked_data_names_speakers_values_days_and_no_verdict() -> None:
    document = linked_data(COMPARISON, "it")
    nodes = {node["id"]: node for node in document["@graph"]}
    assert len(nodes) == len(document["@graph"])
    bodies = {key: node["body"] for key, node in nodes.items() if "body" in node}
    quote = bodies[f"#claim-uno-{QUOTE_A.id}"]
    assert quote[0]["type"] == "schema:Quotation"
    assert quote[0]["schema:spokenByCharacter"] == {"schema:name": "Mario Rossi"}
    assert quote[1]["value"] == "hedged"
    (money,) = bodies[f"#claim-due-{MONEY.id}"]
    assert money["schema:about"]["schema:minValue"] == 2_500_000
    (day,) = bodies[f"#{claim_anchor(DATES.pairs[0].b)}"]
    assert day["schema:temporalCoverage"] == "2024-06-18"
    links = [node for node in nodes.values() if node.get("motivation") == "linking"]
    assert {target for node in links for target in node["target"]} <= nodes.keys()
    assert {node["body"][0]["value"] for node in links} == {"conflict", "compatible"}
    assert "ClaimReview" not in dump(document)


def test_anchors_are_one_word_each() -> None:
    assert article_anchor("a b/è") == "article-a%20b%2F%C3%A8"


@pytest.mark.parametrize(
    ("url", "shown"),
    [
        ("https://x.it/a?b=1", "https://x.it/a?b=1"),
        ("javascript:alert(1)", ""),
        (" JavaScript:x", ""),
        ("data:text/html,x", ""),
        ("http://[", ""),
        (None, ""),
    ],
)
def test_only_web_addresses_are_links(url: str | None, shown: str) -> None:
    assert web(url) == shown


def test_the_markdown_report() -> None:
    text = comparison_markdown(COMPARISON, "it")
    assert text.startswith("# Confronto fra articoli\n\n2 articoli, 5 affermazioni: 1 contraddizione,")
    assert "### 1. Data. Il voto è il 18 o il 19 giugno.\n" in text
    assert (
        "| **Gazzetta**<br>18 giugno 2024 | Il voto sarà <b>martedì 18 giugno</b>.<br><i>18 giugno 2024</i> |" in text
    )
    assert "«<b><u>oltre 300</u></b><b> posti nuovi</b>»" in text
    assert "## Lo dice una fonte sola\n\n**Corriere** (1)\n\n- 2,5 milioni — 2.500.000 EUR\n" in text
    assert "- Corriere: not UTF-8: decoded as cp1252, check the accented letters\n" in text


@pytest.mark.parametrize(
    ("text", "escaped"),
    [
        ("<script>alert(1)</script>", "\\<script\\>alert(1)\\</script\\>"),
        ("[x](http://y.it) | `c` **b** _u_", "\\[x\\](http:\\//y.it) \\| \\`c\\` \\*\\*b\\*\\* \\_u\\_"),
        ("# no\n- no", "\\# no - no"),
        ("1. aprile", "1\\. aprile"),
        ("- voce", "\\- voce"),
        ("www.x.it \u202e", "www\\.x.it"),
    ],
)
def test_article_text_is_no_markup(text: str, escaped: str) -> None:
    assert escape(text) == escaped


def test_hostile_names_do_not_break_a_table() -> None:
    evil = replace(FIRST, source="a|b\n|c", title="<img src=x onerror=alert(1)>")
    text = comparison_markdown(replace(COMPARISON, readings=(Reading(evil, READINGS[0].claims), READINGS[1])), "en")
    assert "<img" not in text.replace("\\<", "")
    assert "| **a\\|b \\|c**<br>" in text


def test_a_part_of_the_findings_says_nothing_of_the_rest() -> None:
    part = replace(COMPARISON, alignments=COMPARISON.alignments[:1])
    assert "fonte sola" not in comparison_markdown(part, "it", whole=False)
    assert "fonte sola" in comparison_markdown(part, "it")


def test_articles_that_are_one_text_are_told() -> None:
    copies = Comparison((Reading(FIRST), Reading(Article("tre", "x", source="Altro"))), (), (("tre", "uno"),))
    assert "- Sono un solo testo e contano come una fonte: Altro, Gazzetta" in comparison_markdown(copies, "it")
