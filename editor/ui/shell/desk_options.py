"""The options on the parts of one open speech: put on when it is made, and at every change.

What is not here is read by whoever needs it at the moment he needs it.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject

from editor.checks.finding import Severity
from editor.editions.styles import FANG_SONG, HEI, KAI, TITLE_SONG
from editor.settings.store import Settings
from editor.ui.autosave import Autosave
from editor.ui.layout.page_metrics import PageType
from editor.ui.page.inline_completion import InlineCompletion
from editor.ui.page.page_view import PageView
from editor.ui.panels.findings_panel import FindingsPanel
from editor.ui.rehearsal.time_commands import TimeCommands
from editor.ui.settings.live_settings import LiveSettings
from editor.ui.tree.outline_panel import OutlinePanel

FACES = (
    ("page_face_title", TITLE_SONG), ("page_face_heading", HEI),
    ("page_face_subheading", KAI), ("page_face_body", FANG_SONG),
)  # fmt: skip
LISTED = {
    "all": tuple(Severity),
    "look": (Severity.MUST, Severity.LOOK),
    "must": (Severity.MUST,),
}


@dataclass(frozen=True, slots=True)
class GovernedParts:
    """The parts of a speech that options change while it is open."""

    page: PageView
    autosave: Autosave
    completion: InlineCompletion
    outline: OutlinePanel
    findings: FindingsPanel
    times: TimeCommands


class DeskOptions(QObject):
    """Puts the options on; one that is not told of here needs no telling."""

    def __init__(self, settings: Settings, live: LiveSettings, parts: GovernedParts) -> None:
        super().__init__(parts.page)
        self._settings, self._parts = settings, parts
        self._effects: dict[str, Callable[[], object]] = {
            **dict.fromkeys(("zoom",), self._zoom),
            **dict.fromkeys((*[name for name, _ in FACES], "page_pitch"), self._type),
            **dict.fromkeys(("tree_minutes", "tree_blanks"), self._tree),
            **dict.fromkeys(("pace", "given_minutes"), self._times),
            "completion_pause": self._pause,
            "autosave_seconds": self._autosave,
            "checks_shown": self._checks,
        }
        for put in dict.fromkeys(self._effects.values()):
            put()
        live.changed.connect(self._take)

    def _take(self, name: str) -> None:
        if put := self._effects.get(name):
            put()

    def _zoom(self) -> None:
        self._parts.page.set_zoom(self._settings.number("zoom"))

    def _type(self) -> None:
        chosen = {face.name: self._settings.text(name) for name, face in FACES}
        families = {name: family for name, family in chosen.items() if family}
        self._parts.page.set_type(PageType(families, self._settings.number("page_pitch")))

    def _tree(self) -> None:
        flag = self._settings.flag
        self._parts.outline.show_beside(minutes=flag("tree_minutes"), blanks=flag("tree_blanks"))

    def _times(self) -> None:
        self._parts.times.use_options()

    def _pause(self) -> None:
        self._parts.completion.come_after(self._settings.number("completion_pause"))

    def _autosave(self) -> None:
        self._parts.autosave.keep_within(self._settings.number("autosave_seconds"))

    def _checks(self) -> None:
        self._parts.findings.list_only(LISTED[self._settings.text("checks_shown")])
