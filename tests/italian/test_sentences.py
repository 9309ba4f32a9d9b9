from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimcheck.italian.sentences import sentence_starts


def sentences(text: str) -> list[str]:
    starts = [*sentence_starts(text), len(text)]
    return [text[a:b].strip() for a, b in pairwise(starts)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Parla Rossi. Poi tace.", ["Parla Rossi.", "Poi tace."]),
        ("L'on. Rossi parla. Il dott. Neri no.", ["L'on. Rossi parla.", "Il dott. Neri no."]),
        ("J. Biden parte. Arriva.", ["J. Biden parte.", "Arriva."]),
        ("Titolo senza punto\nTesto.", ["Titolo senza punto", "Testo."]),
        ("«Basta.» Poi esce.", ["«Basta.»", "Poi esce."]),
        ("Sono 1.500 euro. Tanti.", ["Sono 1.500 euro.", "Tanti."]),
        ("E poi... forse sì.", ["E poi... forse sì."]),
        ("Sono mille euro.Emerge dal rapporto.", ["Sono mille euro.", "Emerge dal rapporto."]),
        ("Era a Roma nel 1986 Lo scrivono i giornali.", ["Era a Roma nel 1986", "Lo scrivono i giornali."]),
        ("Il libro Lo squalo esce oggi.", ["Il libro Lo squalo esce oggi."]),
        ("Sul sito www.comune.Roma.it oggi.", ["Sul sito www.comune.Roma.it oggi."]),
    ],
)
def test_starts(text: str, expected: list[str]) -> None:
    assert sentences(text) == expected


@given(st.text(max_size=60))
def test_starts_are_ordered_and_never_white_space(text: str) -> None:
    starts = sentence_starts(text)
    assert list(starts) == sorted(set(starts))
    assert all(not text[i].isspace() for i in starts)
