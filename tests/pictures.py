"""The pictures of README and help, made anew from the program as it is.

``python -m tests.pictures`` writes docs/*.png and resources/help/pictures/*.png. Everything is
shown on an invented speech; set QT_QPA_PLATFORM=offscreen where there is no screen.
"""

from __future__ import annotations

from collections import Counter
from pathlib import Path
from tempfile import TemporaryDirectory

from PySide6.QtCore import QRect, Qt, QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QDialog, QWidget

from editor.profile.profile_store import ProfileStore
from editor.profile.unit_profile import profile_of
from editor.settings.store import Settings
from editor.ui.launch import complete, let_the_clipboard_go, make_application, make_window
from editor.ui.launch import speak_chinese as speak
from editor.ui.shell.composition import Composition
from editor.ui.shell.window import Window
from tests.ui.until import rest, until

ROOT = Path(__file__).resolve().parents[1]
DOCS, HELP = ROOT / "docs", ROOT / "resources" / "help" / "pictures"
SIZE = (1280, 800)  # px
TOLD = {"window", "receipt", "outline", "blanks", "phrases", "findings", "gate", "preview"}
IN_HELP = 640  # px a picture of the help is wide at most
COLUMNS = [290, 650, 340]  # px of tree, page and panels
PLAIN = Qt.ImageConversionFlag.AvoidDither | Qt.ImageConversionFlag.ThresholdDither


class Pictures:
    """One window, shown in the states that are told of."""

    def __init__(self, home: Path) -> None:
        app = make_application()
        speak(app)
        store = ProfileStore(home)
        store.put(profile_of({"全称": "云川市临江区总工会", "简称": "区总工会", "层级": "区"}))
        store.choose("云川市临江区总工会")
        settings = Settings(home)
        settings.set("theme", "light")
        self.window: Window = make_window(app, settings)
        self.window.resize(*SIZE)
        self.window.show()
        complete(self.window, "")
        found = self.window.findChild(Composition)
        assert isinstance(found, Composition)
        self.parts = found
        until(self.parts.phrase_bank.loaded)
        self.window.splitter.setSizes(COLUMNS)
        self._settle()

    def make(self) -> None:
        """All of them."""
        self.keep("start", self.window)
        self.run("help.sample")
        self._dialog("tidy.run", "receipt", accept=True)
        desk = self.parts.desk
        desk.tabs.bring(desk.tabs.phrases)
        self.keep("window", self.window)
        self.keep("outline", self.window, self._box(self.window.left))
        self.keep("phrases", self.window)
        desk.tabs.bring(desk.tabs.findings)
        self.run("check.next")
        self.keep("findings", self.window)
        self.run("blanks.sheet")
        self.keep("blanks", self.window)
        self._dialog("gate.sheet", "gate")
        self._dialog("profile.edit", "profile")
        self._opened("proof.sheet", "proof-sheet")
        self._opened("print.preview", "preview")
        desk.text.set_modified(False)
        let_the_clipboard_go()

    def run(self, command: str) -> None:
        """Choose a command and let everything that follows come."""
        self.window.actions_.by_id[command].trigger()
        self._settle()

    def keep(self, name: str, part: QWidget, box: QRect | None = None) -> None:
        """The picture of a window, or of a part of it, for README and help."""
        self._settle()
        picture = part.grab(box or part.rect()).toImage()
        if not box:
            few_colours(picture).save(str(DOCS / f"{name}.png"))
        if name in TOLD:
            way = Qt.TransformationMode.SmoothTransformation
            small = picture.width() > IN_HELP
            shown = picture.scaledToWidth(IN_HELP, way) if small else picture
            few_colours(shown).save(str(HELP / f"{name}.png"))

    def _opened(self, command: str, name: str) -> None:
        """A window that opens beside the program's."""
        before = self._dialogs()
        self.run(command)
        until(lambda: len(self._dialogs()) > len(before))
        [dialog] = [one for one in self._dialogs() if one not in before]
        self.keep(name, dialog)
        dialog.close()

    def _dialog(self, command: str, name: str, *, accept: bool = False) -> None:
        """A window that waits for an answer."""

        def answer() -> None:
            dialog = QApplication.activeModalWidget()
            if not isinstance(dialog, QDialog):
                QTimer.singleShot(50, answer)
                return
            self.keep(name, dialog)
            (dialog.accept if accept else dialog.reject)()

        QTimer.singleShot(50, answer)
        self.run(command)

    def _dialogs(self) -> list[QWidget]:
        return [
            w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog) and w.isVisible()
        ]

    def _box(self, part: QWidget) -> QRect:
        return QRect(part.mapTo(self.window, part.rect().topLeft()), part.size())

    def _settle(self) -> None:
        rest(*self._waiting())

    def _waiting(self) -> tuple[QWidget, ...]:
        return (self.parts.desk.tabs, self.window.left)


def few_colours(picture: QImage) -> QImage:
    """The picture in its 256 commonest colours: a quarter of the size, and nobody sees it."""
    plain = picture.convertToFormat(QImage.Format.Format_RGB32)
    seen = Counter(memoryview(plain.constBits()).cast("I"))
    colours = [colour for colour, _ in seen.most_common(256)]
    return plain.convertToFormat(QImage.Format.Format_Indexed8, colours, PLAIN)


def main() -> None:
    """Make them."""
    HELP.mkdir(parents=True, exist_ok=True)
    with TemporaryDirectory() as home:
        Pictures(Path(home)).make()


if __name__ == "__main__":
    main()
