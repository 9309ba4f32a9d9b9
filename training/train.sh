#!/usr/bin/env bash
# Rebuild the bundled pipeline: prepare.py, spacy train, package.py (strips and copies it), evaluate.py (prints the figures).
# Usage: train.sh TREEBANK_DIR NER_DIR   (PYTHON names the interpreter; about an hour on one core)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-python}
work=$here/work
"$python" "$here/prepare.py" "$1" "$2" "$work"
OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 "$python" -m spacy train "$here/config.cfg" --output "$work/model" \
    --paths.train "$work/train.spacy" --paths.dev "$work/dev.spacy"
"$python" "$here/package.py" "$work/model/model-best"
"$python" "$here/evaluate.py" "$work"
