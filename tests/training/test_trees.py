from itertools import product

import numpy as np
from hypothesis import given
from hypothesis import strategies as st
from teacher.trees import spanning_tree


def reaches_root(heads: tuple[int, ...], root: int) -> bool:
    for start in range(len(heads)):
        node, steps = start, 0
        while node != root and steps <= len(heads):
            node, steps = heads[node], steps + 1
        if node != root:
            return False
    return True


def best_total(scores: np.ndarray, root: int) -> float:
    """The highest total score of any tree with this root, by trying them all."""
    size = len(scores)
    trees = (h for h in product(range(size), repeat=size) if h[root] == root and reaches_root(h, root))
    return max(float(sum(scores[i, h] for i, h in enumerate(heads) if i != root)) for heads in trees)


@given(st.integers(1, 4).flatmap(lambda n: st.lists(st.integers(-20, 20), min_size=n * n, max_size=n * n)))
def test_best_tree_is_found(values: list[int]) -> None:
    size = round(len(values) ** 0.5)
    scores = np.array(values, float).reshape(size, size)
    heads = spanning_tree(scores)
    root = int(np.argmax(np.diagonal(scores)))
    assert [i for i, h in enumerate(heads) if h == i] == [root]
    assert reaches_root(tuple(heads), root)
    assert sum(scores[i, h] for i, h in enumerate(heads) if i != root) == best_total(scores, root)
