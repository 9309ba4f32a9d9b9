"""Datelines of Italian news texts."""

from pathlib import Path

import pytest

from claimcheck.reading import read
from claimcheck.reading.dateline import dateline


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Roma, 24 gennaio 2024 – Il governo vara il decreto.", "2024-01-24"),
        ("Il titolo\n\nRoma, 24 gen 2024 - Il governo vara il decreto.", "2024-01-24"),
        ("Reggio Emilia, mercoledì 7 feb. 2024 — Testo.", "2024-02-07"),
        ("Cluj-Napoca (Romania), 23 gennaio 2024 – Testo.", "2024-01-23"),
        ("Cagli (Pesaro e Urbino) 13 ottobre 2023 - Testo.", "2023-10-13"),
        ("ROMA, 1° maggio 2021 (Ansa) - Testo.", "2021-05-01"),
        ("Titolo\n3 settembre 2025\nTesto.", "2025-09-03"),
        ("Titolo\nmartedì 3 settembre 2025, ore 10:30\nTesto.", "2025-09-03"),
        ("03/09/2025 10:30\nTesto.", "2025-09-03"),
        ("Titolo\nPubblicato il 3 settembre 2025\nAggiornato il 4 settembre 2025", "2025-09-03"),
        ("Titolo\nPubblicato: 03.09.2025", "2025-09-03"),
    ],
)
def test_the_dateline_is_read(text: str, day: str) -> None:
    assert dateline(text) == day


@pytest.mark.parametrize(
    "text",
    [
        "Il 24 gennaio 2024 il governo ha varato il decreto.",
        "Roma, 24 gen. (askanews) - Testo senza anno.",
        "Roma, 31 febbraio 2024 – Testo.",
        "Aggiornato il 4 settembre 2025",
        "lunedì, Settembre 16, 2024\nTesto.",
        "Uno.\n\nDue.\n\nTre.\n\nQuattro.\n\nCinque.\n\nSei.\n\nRoma, 24 gennaio 2024 – Troppo in basso.",
        "",
    ],
)
def test_other_dates_are_not_the_dateline(text: str) -> None:
    assert dateline(text) is None


def test_metadata_wins_over_the_dateline(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("Roma, 24 gennaio 2024 – Testo.", encoding="utf-8")
    (tmp_path / "b.txt").write_text("---\npublished: 2024-01-25\n---\nRoma, 24 gennaio 2024 – Testo.", encoding="utf-8")
    found = [(a.published, a.published_from) for a in read([tmp_path]).articles]
    assert found == [("2024-01-24", "text"), ("2024-01-25", "metadata")]
