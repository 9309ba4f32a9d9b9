"""A few everyday words shared with a much longer claim are no fact in common."""

import pytest

from claimcheck.alignment.features import Profile, Topic, profiles, topic
from claimcheck.alignment.thin import thin
from tests.alignment.build import claim, reading

LONG = "ostacolare un nuovo ordine mondiale multipolare fondato sul rispetto reciproco e sugli interessi di ogni paese"


def profile(text: str) -> tuple[Profile, Topic]:
    words = text[text.index("«") + 1 : text.index("»")]
    made = reading(text[:9], text, claim(text, words, "quote", source="Rossi"))
    about = topic(made.article)
    return profiles(made, about)[0], about


@pytest.mark.parametrize(
    ("short", "expected"),
    [
        pytest.param("Elogia i rapporti nati da «amicizia e rispetto reciproco» tra i due", True, id="stock phrase"),
        pytest.param("Elogia il «rispetto reciproco»", False, id="found whole"),
        pytest.param("Vuole un «ordine mondiale multipolarizzato»", False, id="one root"),
        pytest.param("Chi vuole ostacolare un «vero ordine mondiale»", False, id="telling word beside"),
    ],
)
def test_thin(short: str, expected: bool) -> None:
    a, one = profile(short)
    b, other = profile(f"Gli altri vogliono «{LONG}», ha detto")
    assert thin(a, b, one, other) is expected
    assert thin(b, a, other, one) is expected


def test_two_short_claims_are_not_thin() -> None:
    a, one = profile("Parla di «amicizia e rispetto reciproco»")
    b, other = profile("Chiede «fiducia e rispetto reciproco»")
    assert not thin(a, b, one, other)


def test_a_few_shared_words_are_much_of_a_claim_of_a_few_words() -> None:
    a, one = profile("Loda il «sostegno fermo e tenace»")
    b, other = profile("Apprezza il «sostegno aperto e tenace di Borgo alla scelta del comitato, anche sul clima»")
    assert not thin(a, b, one, other)
