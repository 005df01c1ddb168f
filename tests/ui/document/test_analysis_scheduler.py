"""Huge texts are read beside the typing, and late results are dropped."""

import threading

from editor.analysis.values import Analysis
from editor.manuscript.edits import Replace
from editor.manuscript.in_part import MUCH, MUCH_OF_ONE
from editor.manuscript.manuscript import Manuscript, manuscript_of
from editor.manuscript.paragraph import Position
from editor.ui.document.analysis_scheduler import HUGE
from tests.ui.page.pages import CountingAnalyzer, controller_of
from tests.ui.until import LIMIT, until


class SlowAnalyzer(CountingAnalyzer):
    """Waits for a word before it answers from a worker thread."""

    def __init__(self) -> None:
        super().__init__()
        self.go_on = threading.Event()
        self.threads: set[int] = set()

    def analyze(self, manuscript: Manuscript) -> Analysis:
        self.threads.add(threading.get_ident())
        if threading.current_thread() is not threading.main_thread():
            self.go_on.wait(LIMIT)
        return super().analyze(manuscript)


def huge() -> Manuscript:
    return manuscript_of("\n".join(["好" * 1000] * (HUGE // 1000 + 1)))


def test_a_huge_text_is_read_in_a_worker() -> None:
    analyzer = SlowAnalyzer()
    controller = controller_of(huge(), analyzer)
    assert controller.analysis().manuscript.text == ""
    analyzer.go_on.set()
    until(lambda: controller.analysis().manuscript is controller.manuscript())
    assert controller.analysis().manuscript is controller.manuscript()
    assert len(analyzer.threads) == 2
    controller.close()


def test_what_is_printed_or_judged_is_read_to_the_last_key_however_long_the_text() -> None:
    analyzer = SlowAnalyzer()
    controller = controller_of(huge(), analyzer)
    controller.view.insertPlainText("新")
    analyzer.go_on.set()
    controller.refresh()
    assert controller.analysis().manuscript is controller.manuscript()
    assert controller.analysis().manuscript.text.startswith("新")
    controller.close()


def test_a_text_that_has_been_read_is_not_read_again_to_catch_up() -> None:
    analyzer = CountingAnalyzer()
    controller = controller_of(manuscript_of("一、甲"), analyzer)
    count = len(analyzer.given)
    controller.catch_up()
    assert len(analyzer.given) == count
    controller.view.insertPlainText("新")
    controller.catch_up()
    assert len(analyzer.given) == count + 1
    assert controller.analysis().manuscript is controller.manuscript()
    controller.close()


def test_a_reading_of_an_older_text_is_never_shown() -> None:
    analyzer = SlowAnalyzer()
    controller = controller_of(huge(), analyzer)
    shown: list[str] = []
    controller.analysis_changed.connect(lambda analysis: shown.append(analysis.manuscript.text[:2]))
    controller.view.insertPlainText("新")
    controller.view.insertPlainText("文")
    analyzer.go_on.set()
    until(lambda: bool(shown))
    assert set(shown) == {"新文"}
    assert controller.analysis().manuscript is controller.manuscript()
    controller.close()


def test_much_that_is_new_is_read_in_a_worker_and_a_key_beside_it_is_not() -> None:
    analyzer = SlowAnalyzer()
    lines = ["好" * 1000] * (MUCH // 1000 + 1)
    controller = controller_of(manuscript_of("\n".join(["一段", *lines])), analyzer)
    analyzer.go_on.set()
    until(lambda: controller.analysis().manuscript is controller.manuscript())
    assert len(analyzer.threads) == 2
    analyzer.threads.clear()
    controller.apply((Replace(Position(0, 0), Position(0, 0), "新"),))
    assert controller.analysis().manuscript is controller.manuscript()
    assert analyzer.threads == {threading.get_ident()}
    controller.close()


def test_a_very_long_paragraph_is_read_in_a_worker_at_each_key() -> None:
    analyzer = SlowAnalyzer()
    analyzer.go_on.set()
    controller = controller_of(manuscript_of("好" * (MUCH_OF_ONE + 1)), analyzer)
    until(lambda: controller.structure().manuscript is controller.manuscript())
    analyzer.threads.clear()
    controller.apply((Replace(Position(0, 0), Position(0, 0), "新"),))
    until(lambda: controller.structure().manuscript is controller.manuscript())
    assert threading.get_ident() not in analyzer.threads
    controller.close()
