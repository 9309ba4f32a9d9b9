"""Settings of a project: claimcheck.toml, or [tool.claimcheck] in pyproject.toml, in this folder or one above it.

What stands on the command line or in the environment goes before them.
"""

import tomllib
from collections.abc import Iterator, Mapping
from contextvars import ContextVar
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import typer

from claimcheck.cli.shapes import SettingsShape, checked
from claimcheck.errors import ReadError
from claimcheck.model import Article
from claimcheck.report.selection import EVERY

PATHS = ("corpus", "baseline", "suppress")
"""Options that name files, seen from the folder of the settings."""
HINTS = {
    "sources": 'write a table of names, such as "ansa.it" = "ANSA"',
    "min-score": "write a number, or a table of numbers by kind or relation",
}


@dataclass(frozen=True, slots=True)
class Settings:
    """`options` by the name of the parameter; `sources` are display names, by source, web host or article id."""

    options: Mapping[str, Any] = field(default_factory=dict)
    sources: Mapping[str, str] = field(default_factory=dict)

    def named(self, article: Article) -> Article:
        """The article under the display name of its source, where the settings have one."""
        host = (urlsplit(article.url).hostname or "") if article.url else ""
        keys = (article.source, host.removeprefix("www."), article.id)
        name = next((self.sources[key] for key in keys if key and key in self.sources), None)
        return replace(article, source=name) if name else article


NONE = Settings()
_current: ContextVar[Settings] = ContextVar("settings", default=NONE)


def load(path: Path | None) -> Settings:
    """The settings in a file, else in the nearest one; ReadError when they cannot be used."""
    for folder in () if path else (Path.cwd(), *Path.cwd().parents):
        for name in ("claimcheck.toml", "pyproject.toml"):
            if (folder / name).is_file() and _table(folder / name):
                return _settings(folder / name)
    return _settings(path) if path else Settings()


def apply(context: typer.Context, settings: Settings) -> None:
    """Make the settings the defaults of every command of this run."""
    _current.set(settings)
    context.default_map = dict(_defaults(context.command, settings.options))


def current() -> Settings:
    """The settings of this run."""
    return _current.get()


def _settings(path: Path) -> Settings:
    given = _table(path)
    if isinstance(given.get("min-score"), int | float):
        given["min-score"] = {EVERY: given["min-score"]}
    checked(SettingsShape, given, str(path), HINTS)
    sources = given.pop("sources", {})
    options: dict[str, Any] = {key: str(path.parent / value) if key in PATHS else value for key, value in given.items()}
    least: Mapping[str, float] = given.get("min-score", {})
    options["min-score"] = [f"{name}={score}" for name, score in least.items()]
    return Settings({key.replace("-", "_"): value for key, value in options.items()}, sources)


def _table(path: Path) -> dict[str, Any]:
    """What a file sets: all of claimcheck.toml, [tool.claimcheck] of pyproject.toml, empty without it."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise ReadError(f"{path}: cannot be read: {error.strerror or error}; name a TOML file") from error
    except ValueError as error:
        raise ReadError(f"{path}: is not TOML: {error}") from error
    if path.name == "pyproject.toml":
        tools = table.get("tool", {})
        table = tools.get("claimcheck", {}) if isinstance(tools, dict) else {}
    if not isinstance(table, dict):
        raise ReadError(f"{path}: tool.claimcheck: must be a table, is {table!r}; write [tool.claimcheck]")
    return dict(table)


def _defaults(command: Any, options: Mapping[str, Any]) -> Iterator[tuple[str, Any]]:
    """The options that each command takes, groups of commands included, by the name of the command."""
    for name, inner in command.commands.items():
        if hasattr(inner, "commands"):
            yield name, dict(_defaults(inner, options))
        else:
            taken = {parameter.name for parameter in inner.params}
            yield name, {key: value for key, value in options.items() if key in taken}
