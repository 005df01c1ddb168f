"""Where the corpus stands: texts and files of other people, never part of the project.

`BIGAN_CORPUS` names the folder; without it, `shared/corpus` beside the checkout is looked at.
"""

import os
from pathlib import Path

import pytest

from tests.sources import ROOT

VARIABLE = "BIGAN_CORPUS"
CORPUS = Path(os.environ.get(VARIABLE) or ROOT.parent / "shared" / "corpus")
SPEECHES = CORPUS / "speeches"
SCORER = CORPUS / "score.py"
DOCX_ARCHIVE = CORPUS / "docx.tar.gz"


def needs(path: Path) -> pytest.MarkDecorator:
    """Skip a test where this part of the corpus is not at hand, and say how to bring it."""
    reason = f"{path} is not here; {VARIABLE} names the folder of the corpus"
    return pytest.mark.skipif(not path.exists(), reason=reason)
