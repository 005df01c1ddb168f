"""What was cleaned is clean: a second look at it finds nothing to take."""

from __future__ import annotations

from editor.intake.tidy import tidy
from editor.manuscript.manuscript import manuscript_of
from tests.samples.shelf import all_samples

# The number of the second piece in a line is its title's own by the label.
KNOWN = {"245-oneline-two-pieces"}


def test_cleaning_a_clean_text_finds_nothing_sure() -> None:
    found = {
        sample.name
        for sample in all_samples()
        if tidy(tidy(manuscript_of(sample.text)).clean()).sure
    }
    assert found == KNOWN
