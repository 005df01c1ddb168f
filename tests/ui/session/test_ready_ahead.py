"""What the first reading needs is ready before there is a text."""

from pathlib import Path

from editor.language.office import office_words
from editor.language.sites import site_features
from editor.ui.files.start_page import SAMPLE
from editor.ui.session.ready_ahead import read_ahead


def test_words_and_features_are_there_when_the_first_text_comes() -> None:
    office_words.cache_clear()
    site_features.cache_clear()
    read_ahead(Path(SAMPLE)).join()
    assert office_words.cache_info().currsize
    assert site_features.cache_info().currsize
