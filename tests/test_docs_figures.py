"""docs/figures.md is what docs/figures_page.py prints now, and shows what it promises."""

import tomllib
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

DOCS = Path(__file__).parents[1] / "docs"


def _module() -> ModuleType:
    spec = spec_from_file_location("figures_page", DOCS / "figures_page.py")
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


PAGE = _module()
SHOWN = (DOCS / "figures.md").read_text(encoding="utf-8")


def test_the_page_is_fresh() -> None:
    assert PAGE.page() == SHOWN, "run `make docs`"


def test_every_family_of_the_examples_is_shown() -> None:
    groups = {row["group"].removeprefix(PAGE.NEGATIVE) for row in PAGE.examples()}
    assert {group for group in groups if f"| {group} |" not in SHOWN and f"- {group}: " not in SHOWN} == set()


def test_every_peer_and_draw_is_shown() -> None:
    peers = tomllib.loads((DOCS / "peers.toml").read_text(encoding="utf-8"))["peer"]
    draws = tomllib.loads((DOCS / "draws.toml").read_text(encoding="utf-8"))["draw"]
    assert [p["name"] for p in peers if p["name"] not in SHOWN] == []
    assert [d["seed"] for d in draws if f"seed {d['seed']} " not in SHOWN] == []
