"""The best dependency tree of a sentence, from the scores of all its arcs."""

import numpy as np

NEVER = -1e9


def spanning_tree(scores: np.ndarray) -> list[int]:
    """Heads of the best tree with one root (Chu & Liu 1965, Edmonds 1967); a root is its own head.

    scores[i, j]: how much j is the head of i; scores[i, i]: how much i is the root.
    """
    size = len(scores)
    root = int(np.argmax(np.diagonal(scores)))
    full = np.full((size + 1, size + 1), NEVER)
    full[1:, 1:] = scores
    np.fill_diagonal(full, NEVER)
    full[root + 1, 0] = 0.0
    full[root + 1, 1:] = NEVER
    heads = edmonds(full)
    return [i if h == 0 else h - 1 for i, h in enumerate(heads[1:])]


def edmonds(scores: np.ndarray) -> list[int]:
    """Heads of the maximum arborescence rooted in node 0; the head of 0 is 0."""
    heads = [0, *(int(np.argmax(row)) for row in scores[1:])]
    cycle = find_cycle(heads)
    if not cycle:
        return heads
    inside = sorted(cycle)
    outside = [i for i in range(len(scores)) if i not in cycle]
    gain = scores - np.array([scores[i, h] for i, h in enumerate(heads)])[:, None]
    small = np.full((len(outside) + 1, len(outside) + 1), NEVER)
    small[:-1, :-1] = scores[np.ix_(outside, outside)]
    small[:-1, -1] = scores[np.ix_(outside, inside)].max(1)
    small[-1, :-1] = gain[np.ix_(inside, outside)].max(0)
    solved = edmonds(small)
    out = list(heads)
    entry = outside[solved[-1]]
    for i, head in zip(outside, solved[:-1], strict=True):
        if i:
            out[i] = outside[head] if head < len(outside) else inside[int(np.argmax(scores[i, inside]))]
    broken = inside[int(np.argmax(gain[inside, entry]))]
    out[broken] = entry
    return out


def find_cycle(heads: list[int]) -> set[int]:
    state = [0] * len(heads)
    for start in range(1, len(heads)):
        path, node = [], start
        while node and not state[node]:
            state[node] = start
            path.append(node)
            node = heads[node]
        if node and state[node] == start:
            return set(path[path.index(node) :])
    return set()
