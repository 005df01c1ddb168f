"""The cases of `composing`, run inside the window on whose keys an input method sits."""

from __future__ import annotations

import subprocess
import sys
import tempfile
from collections.abc import Callable
from pathlib import Path
from time import monotonic, sleep

from PySide6.QtCore import QPoint
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QWidget

from editor.manuscript.manuscript import Manuscript
from editor.manuscript.paragraph import Paragraph, Position
from editor.settings.store import Settings
from editor.ui.input_method.input_method_care import InputMethodCare
from editor.ui.input_method.told_to_qt import choose_for_qt, told_to_qt
from editor.ui.launch import complete, make_application, make_window

TEXT = ("各位同志：", "一、提高认识", "安全这根弦不能松。", "二、抓好落实", "责任要到人。")
READY = "ready"
KEY_S, REST_S, LATE_S = 0.08, 0.4, 5
FORMS = ("你好", "nihao", "ni hao")  # the candidate, or the letters


class Hands:
    """The real window, worked with keys and clicks of the screen."""

    def __init__(self, home: Path) -> None:
        choice = choose_for_qt()
        with told_to_qt(choice):
            self.app = make_application()
        self.file = home / "稿.txt"
        self.file.write_text("\n".join(TEXT), "utf-8")
        self.window = make_window(self.app, Settings(home))
        self.window.resize(1300, 700)
        self.window.show()
        self.desk = complete(self.window, str(self.file)).desk
        messages = self.desk.messages
        InputMethodCare(choice, lambda: messages, self.window.settings, self.window)
        self.page, self.controller = self.desk.page, self.desk.controller
        self.rest(2)
        self.begin()

    def begin(self, *cells: str) -> None:
        """The text as at first, or as cells of a table; the caret in the middle of a paragraph."""
        rows = [Paragraph(words) for words in TEXT]
        rows = [Paragraph(words, n, frame="表1") for n, words in enumerate(cells, 1)] or rows
        self.controller.load(Manuscript(0, tuple(rows)))
        self.window.activateWindow()
        self.go(0, 1)
        self.rest(REST_S)

    def rest(self, seconds: float) -> None:
        """Let the window work."""
        end = monotonic() + seconds
        while monotonic() < end:
            self.app.processEvents()
            sleep(0.004)

    def screen(self, *command: str) -> None:
        """A command of xdotool, while the window goes on."""
        with subprocess.Popen(["xdotool", *command]) as running:
            while running.poll() is None:
                self.rest(0.004)
        self.rest(KEY_S)

    def keys(self, *names: str) -> None:
        """Press keys one after the other, and wait for what comes of them."""
        for name in names:
            self.screen("key", name)
        self.rest(REST_S)

    def compose(self, letters: str = "nihao") -> None:
        """Type letters on the page that are not put in yet."""
        self.keys(*letters)
        end = monotonic() + LATE_S
        while not self.page.composing():
            assert monotonic() < end, "nothing is composed"
            self.rest(KEY_S)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click on a widget, in its middle unless said."""
        place = widget.mapToGlobal(at or widget.rect().center())
        self.screen("mousemove", str(place.x()), str(place.y()), "click", "1")
        self.rest(REST_S)

    def go(self, paragraph: int, offset: int, *end: int) -> None:
        """The caret there, or a selection up to another place."""
        self.controller.go_to(Position(paragraph, offset), Position(*end) if end else None)
        self.rest(REST_S)

    def lines(self) -> list[str]:
        """The paragraphs."""
        return [p.text for p in self.controller.manuscript().paragraphs]

    def tool(self, command: str) -> QWidget:
        """A button of the tool bar."""
        button = self.window.tools.widgetForAction(self.window.actions_.by_id[command])
        assert isinstance(button, QWidget)
        return button


def is_in(words: str, before: str, behind: str) -> bool:
    """Whether the composed word stands there, in one of its forms, once."""
    return words in [before + form + behind for form in FORMS]


def _in_first(hands: Hands) -> str:
    first = hands.lines()[0]
    return "" if is_in(first, "各", "位同志：") and not hands.page.composing() else first


def put_in(hands: Hands) -> str:
    """A space puts the word in, and one undo takes it out."""
    hands.compose()
    hands.keys("space")
    wrong = _in_first(hands)
    hands.keys("ctrl+z")
    return wrong or ("" if hands.lines() == list(TEXT) else hands.lines()[0])


def clicked(hands: Hands) -> str:
    """A click elsewhere on the page."""
    hands.compose()
    hands.click(hands.page.viewport(), hands.page.cursorRect().center() + QPoint(60, 120))
    return _in_first(hands)


def clicked_behind(hands: Hands) -> str:
    """A click behind the line's end, where Qt hands clicks to the input method."""
    hands.go(0, len(TEXT[0]))
    hands.compose()
    hands.click(hands.page.viewport(), hands.page.cursorRect().center() + QPoint(160, 0))
    return "" if is_in(hands.lines()[0], TEXT[0], "") else hands.lines()[0]


def other_window(hands: Hands) -> str:
    """Another window comes; what is typed there goes there."""
    hands.compose()
    other = QLineEdit()
    other.show()
    other.activateWindow()
    hands.rest(1)
    found, stray = _in_first(hands), other.text()
    other.close()
    return found or stray


def tool_bar(hands: Hands) -> str:
    """A button of the tool bar: what is saved has the word."""
    hands.compose()
    hands.click(hands.tool("file.save"))
    saved = hands.file.read_text("utf-8").splitlines()[0]
    return _in_first(hands) or ("" if is_in(saved, "各", "位同志：") else f"saved: {saved}")


def menu(hands: Hands) -> str:
    """A menu opened by the mouse."""
    hands.compose()
    bar = hands.window.menuBar()
    hands.click(bar, bar.actionGeometry(bar.actions()[0]).center())
    found = _in_first(hands)
    hands.keys("Escape", "Escape")
    return found


def field(hands: Hands) -> str:
    """The search field: a click on the page leaves the word in the field."""
    hands.keys("ctrl+f")
    target = QApplication.focusWidget()
    target = target.lineEdit() if isinstance(target, QComboBox) else target
    if not isinstance(target, QLineEdit):
        return f"the keys went to {target}"
    target.clear()
    hands.keys(*"nihao")
    if target.text():
        return "nothing is composed"
    hands.click(hands.page.viewport(), hands.page.cursorRect().center() + QPoint(60, 120))
    found = target.text()
    hands.keys("Escape")
    return "" if is_in(found, "", "") and hands.lines() == list(TEXT) else f"field: {found}"


def let_go(hands: Hands) -> str:
    """Escape and backspaces take the letters away, and nothing comes."""
    hands.compose()
    hands.keys("Escape", "Escape")
    hands.compose("ni")
    hands.keys("BackSpace", "BackSpace")
    clean = hands.lines() == list(TEXT) and not hands.controller.can_undo()
    return "" if clean else hands.lines()[0]


def over_selection(hands: Hands) -> str:
    """Composed over words of two paragraphs: one step, and the words come back by one undo."""
    hands.go(1, 2, 2, 2)
    hands.compose()
    hands.keys("space")
    made = hands.lines()[1]
    hands.controller.undo()
    hands.rest(REST_S)
    back = hands.lines() == list(TEXT)
    return "" if is_in(made, "一、", "这根弦不能松。") and back else made


def over_cells(hands: Hands) -> str:
    """Refused over cells, said why, and the next word elsewhere is composed from its start."""
    hands.begin("甲格", "乙格")
    said: list[str] = []
    hands.controller.refused.connect(said.append)
    hands.go(0, 1, 1, 1)
    hands.keys("n")
    hands.go(0, 1)
    hands.compose()
    hands.keys("space")
    fine = said and is_in(hands.lines()[0], "甲", "格") and hands.lines()[1] == "乙格"
    return "" if fine else f"{hands.lines()} {said}"


def undone(hands: Hands) -> str:
    """Undo from a command while composing takes out the composed word and no other."""
    hands.compose()
    hands.keys("space")
    hands.compose("anquan")
    hands.click(hands.tool("edit.undo")) if "edit.undo" in _tools() else hands.controller.undo()
    hands.rest(REST_S)
    return _in_first(hands)


def completion_gone(hands: Hands) -> str:
    """The grey words go with the first letter."""
    completion = hands.desk.completion
    completion.words = "一刻也不能松"
    completion.show()
    hands.compose("n")
    found = completion.words
    hands.keys("Escape")
    return found


def renamed(hands: Hands) -> str:
    """F2, and 70 ms later the first letter of a new title: none is lost."""
    hands.go(1, 4)
    typed = ("key", "--delay", "80", *"nihao", "sleep", "0.3", "key", "space", "sleep", "0.3")
    hands.screen(
        "key", "F2", "sleep", "0.07", *typed, "key", "Return", "sleep", "0.5", "key", "Escape"
    )
    words = hands.lines()[1]
    return "" if is_in(words, "一、", "") and len(hands.lines()) == len(TEXT) else words


def paragraph(hands: Hands) -> str:
    """A paragraph typed with analysis running, corrected in its middle and at its start."""
    hands.go(4, len(TEXT[4]))
    hands.keys("Return")
    for _ in range(3):
        for letters in ("nihao", "nihao"):
            hands.compose(letters)
            hands.keys("space")
    hands.go(5, 6)
    hands.compose()
    hands.keys("space", "Home")
    hands.compose()
    hands.keys("space")
    return "" if hands.lines()[5] == "你好" * 8 else hands.lines()[5]


CASES: tuple[Callable[[Hands], str], ...] = (
    put_in, clicked, clicked_behind, other_window, tool_bar, menu, field, let_go, over_selection,
    over_cells, undone, completion_gone, renamed, paragraph,
)  # fmt: skip


def _tools() -> tuple[str, ...]:
    from editor.ui.shell.command_table import TOOLS

    return tuple(TOOLS)


def _tried(case: Callable[[Hands], str], hands: Hands) -> str:
    try:
        return case(hands)
    except AssertionError as error:
        return str(error)


def _switch_on(hands: Hands) -> None:
    hands.begin()
    print(READY, flush=True)
    sys.stdin.readline()
    hands.rest(REST_S)


def main() -> None:
    """Run the cases, a line each."""
    with tempfile.TemporaryDirectory(prefix="composing-") as folder:
        hands = Hands(Path(folder))
        _switch_on(hands)
        hands.keys("a", "Escape")  # some are late for the first key of all
        for case in CASES:
            if sys.argv[1] not in case.__name__:
                continue
            _switch_on(hands)
            found = _tried(case, hands)
            told = (case.__doc__ or "").partition("\n")[0]
            print(f"WRONG {told} -- {found}" if found else f"ok    {told}", flush=True)
        hands.desk.text.set_modified(False)
        hands.window.close()


if __name__ == "__main__":
    main()
