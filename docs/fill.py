"""Fill README.md and docs/*.md with what the commands really print: `python docs/fill.py [--check]`.

A block stands between `<!-- run: COMMAND -->` (with `, first N lines` to cut it) and `<!-- end -->`; the command is
`claimcheck …` or `python …`, both of the environment this runs in. A page of PAGES is all that its command prints, and
so is TABLE, which pages are drawn from.
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[1]
BLOCK = re.compile(
    r"<!-- run: (?P<command>(?:claimcheck|python)\b[^\n]*?)(?:, first (?P<lines>\d+) lines)? -->\n.*?<!-- end -->",
    re.DOTALL,
)
PAGES = {
    "docs/figures.md": "python docs/figures_page.py",
    "docs/findings.md": "claimcheck rules --format markdown --lang en",
    "docs/json.md": "python docs/json_page.py",
}
TABLE, TABLE_COMMAND = "src/claimcheck/report/examples.toml", "python docs/examples_table.py"
ENVIRONMENT = {"COLUMNS": "90", "NO_COLOR": "1", "LANG": "it_IT.UTF-8", "LC_ALL": "it_IT.UTF-8"}


def output(command: str) -> str:
    """What a command prints; its errors end the program."""
    program, *arguments = shlex.split(command)
    done = subprocess.run(
        [str(Path(sys.executable).parent / program), *arguments],
        capture_output=True,
        encoding="utf-8",
        env=os.environ | ENVIRONMENT,
        cwd=ROOT,
        check=True,
    )
    return done.stdout


def block(found: re.Match[str]) -> str:
    """The block with fresh output."""
    lines = output(found["command"]).rstrip("\n").split("\n")
    shown = lines[: int(found["lines"] or len(lines))]
    rest = ["…"] if len(shown) < len(lines) else []
    opening = found[0].split("\n", 1)[0]
    return "\n".join([opening, "```text", f"$ {found['command']}", *shown, *rest, "```", "<!-- end -->"])


def fresh() -> dict[Path, str]:
    """Every filled file with the text it should have now."""
    paths = (ROOT / "README.md", *sorted((ROOT / "docs").glob("*.md")))
    texts = {path: path.read_text(encoding="utf-8") for path in paths}
    filled = {path: BLOCK.sub(block, text) for path, text in texts.items() if BLOCK.search(text)}
    return filled | {ROOT / name: output(command) for name, command in PAGES.items()}


def main() -> int:
    """Write the files, or with --check tell whether they are fresh: 0 fresh, 1 stale."""
    table = output(TABLE_COMMAND)
    if "--check" in sys.argv:
        texts = fresh() | {ROOT / TABLE: table}
        return int(any(not path.exists() or path.read_text(encoding="utf-8") != text for path, text in texts.items()))
    (ROOT / TABLE).write_text(table, encoding="utf-8")
    texts = fresh()
    for path, text in texts.items():
        path.write_text(text, encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
