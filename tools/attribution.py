"""Makes `src/copylint/analysis/attribution.weights` from articles whose sentences people have judged.

    pip install scikit-learn
    python tools/attribution.py FOLDER NAME

What the folder holds is said in `bench/attribution.py`. The mutants count as unattributed sentences, each a tenth of a
judged one. The weights are those of a logistic regression, rounded to a byte each. No text is kept.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path[:0] = [str(ROOT / "src"), str(ROOT)]

import numpy  # noqa: E402
from scipy.sparse import csr_matrix  # noqa: E402
from sklearn.linear_model import LogisticRegression  # noqa: E402

from bench.attribution import Article, Judged, analysed, articles, held, with_mutants  # noqa: E402
from copylint.analysis.model import FILE, hashed, written  # noqa: E402

BITS = 16
REGULARISATION = 0.05
MUTANT = 0.12
"""What a mutant counts for, where a judged sentence counts 1."""


def main(folder: Path, name: str) -> None:
    """Write the weights."""
    rows, verdicts, counts = [], [], []
    for article in articles(folder, name):
        for features, judged, count in seen(article):
            rows.append(features)
            verdicts.append(judged.is_attributed)
            counts.append(count)
    matrix = csr_matrix(
        (
            numpy.ones(sum(map(len, rows)), dtype=numpy.float32),
            [place for row in rows for place in sorted(row)],
            numpy.cumsum([0, *map(len, rows)]),
        ),
        shape=(len(rows), 1 << BITS),
    )
    fitted = LogisticRegression(C=REGULARISATION, solver="liblinear", max_iter=300).fit(matrix, verdicts, counts)
    weights = fitted.coef_[0]
    scale = float(abs(weights).max()) / 127
    steps = array("b", (round(weight / scale) for weight in weights))
    FILE.write_bytes(written(steps.tobytes(), scale, float(fitted.intercept_[0])))
    print(f"{len(rows)} sentences, {sum(step != 0 for step in steps)} weights, {FILE.stat().st_size} bytes")


def seen(article: Article) -> Iterator[tuple[set[int], Judged, float]]:
    """The hashed features of each judged sentence and of each mutant of an article, and what it counts for."""
    for text, judged, count in ((article.text, article.sentences, 1.0), *((*each, MUTANT) for each in with_mutants(article))):
        document = analysed(text)
        best: dict[int, Judged] = {}
        for each, number in zip(judged, held(document, judged), strict=True):
            if number not in best or each.is_attributed:
                best[number] = each
        for number, each in best.items():
            yield hashed(document.features(number), 1 << BITS), each, count


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    main(Path(sys.argv[1]), sys.argv[2])
