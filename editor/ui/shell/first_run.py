"""What happens at the first run: whose speeches these are is asked once, and a tour is offered.

Also what most people come with: words of a web page in the clipboard, which become a speech.
"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from editor.files.save import new_document
from editor.manuscript.manuscript import Manuscript
from editor.profile.profile_store import ProfileStore
from editor.ui.files.arrival import Arrival
from editor.ui.files.open_flow import OpenFlow
from editor.ui.files.start_page import StartPage
from editor.ui.help.tour import Tour, TourStep
from editor.ui.page.clipboard import from_mime
from editor.ui.shell.desk import Desk
from editor.ui.shell.open_speeches import OpenSpeeches
from editor.ui.shell.window import Window

OVER = "first_use_over"  # the option that says it was answered or passed over
NOTHING_COPIED = "剪贴板里没有文字。先在网页上选中、复制，再点“粘贴网页范文”。"


class FirstRun(QObject):
    """Joins the card of the start page, the tour and the clipboard to the speech in front."""

    def __init__(
        self,
        window: Window,
        start: StartPage,
        desks: OpenSpeeches,
        openings: OpenFlow,
    ) -> None:
        super().__init__(window)
        self._window, self._settings = window, window.settings
        self._card, self._desks, self._openings = start.first_use, desks, openings
        self._tour: Tour | None = None
        card = self._card
        card.unit_told.connect(self._keep_unit)
        card.tour_asked.connect(self.tour)
        card.passed_over.connect(self._pass_over)
        start.paste_asked.connect(self.paste_new)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        return {"help.tour": self.tour, "file.paste_new": self.paste_new}

    def begin(self) -> None:
        """Ask, where nobody has answered yet and there is no profile."""
        if not self._settings.flag(OVER):
            self._card.setVisible(not ProfileStore(self._settings.folder).names())

    def paste_new(self) -> None:
        """What is in the clipboard as a new speech; what is a site's goes, with a receipt."""
        run = from_mime(QGuiApplication.clipboard().mimeData(), "")
        if not any(paragraph.text.strip() for paragraph in run):
            self._desks.bar().say(NOTHING_COPIED)
            return
        opened = new_document(Manuscript(0, tuple(run)), "docx")
        if self._desks.put(Arrival(opened, unfiled=True)):
            self._front.tidying.clean_whole()

    def tour(self) -> None:
        """Four cards on the sample; whatever else is open stays open."""
        if self._tour is not None:
            return
        if self._front.text.opened is None:
            self._openings.open_sample()
        for column in (self._window.left, self._window.right):
            column.show()
        self._tour = Tour(self._window, self._steps(self._front))
        self._tour.ended.connect(self._forget)

    def _forget(self) -> None:
        self._tour = None

    def _pass_over(self) -> None:
        self._settings.set(OVER, True)
        self._card.answered()

    @property
    def _front(self) -> Desk:
        return self._desks.front

    def _keep_unit(self, unit: str) -> None:
        if why := self._front.profiles.keep_named(unit):
            self._desks.bar().say(why)
            return
        self._desks.bar().say(f"记下了：{unit}。级别、地名、领导在“文件—单位档案”里补。")
        self._pass_over()

    def _steps(self, desk: Desk) -> tuple[TourStep, ...]:
        tools = self._window.tools

        def tool(command: str) -> QWidget:
            return tools.widgetForAction(self._window.actions_.by_id[command]) or tools

        return (
            TourStep(
                "拿进来，清干净",
                "范文拖进窗口，或者在网页上复制好，粘贴进来。点“清理范文”，网页上的水印、页码、"
                "断行就清掉；清掉的每个字都在清单里，去掉勾的不动。",
                lambda: tool("tidy.run"),
            ),
            TourStep(
                "理提纲",
                "整篇的提纲在这里。点一行，标题就到稿纸上端；拖一行，整节连文字一起走。"
                "移完点“重排序号”。",
                lambda: self._window.left,
            ),
            TourStep(
                "填空，查错",
                "没填的空标黄，在“填空”里一次填几处；“检查”里红的必改、蓝的请看。"
                "稿纸上标着的字，鼠标停一停也能改。",
                lambda: self._window.right,
                lambda: desk.tabs.bring(desk.tabs.blanks),
            ),
            TourStep(
                "印出来",
                "打印先过印前检查：空没填完、必改没改完，只出带“草稿”字样的稿子。"
                "打错了按 Ctrl+Z，断了电打的字也在。哪里不会用，点到那里按 F1。",
                lambda: tool("print.print"),
            ),
        )
