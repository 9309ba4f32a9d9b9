#!/usr/bin/env bash
# Rebuild the bundled pipeline: documents, the teacher and the namer, their answers on all text, the pipeline, its figures.
# Usage: train.sh TREEBANK_DIR NER_DIR NEWS_JSONL_XZ   (PYTHON names the interpreter; about three hours on two cores)
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
python=${PYTHON:-python}
work=$here/work
cd "$here"
"$python" prepare.py "$1" "$2" "$work"
"$python" -m teacher.train "$work"
"$python" -m teacher.names "$2" "$work"
"$python" -m teacher.label "$1" "$2" "$3" "$work"
OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 "$python" -m spacy train config.cfg --output "$work/model" \
    --paths.train "$work/train.spacy" --paths.dev "$work/dev.spacy" --paths.vectors "$work/vectors"
OMP_NUM_THREADS=1 OPENBLAS_NUM_THREADS=1 "$python" settle.py "$1" "$2" "$work" "$work/model/model-last" "$work/model/settled"
"$python" package.py "$work/model/settled"
"$python" evaluate.py "$work"
