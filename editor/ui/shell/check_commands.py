"""Commands of checking: findings, blanks, the sheet before printing."""

from __future__ import annotations

import json
from collections.abc import Callable
from contextlib import suppress
from datetime import date
from hashlib import blake2b
from pathlib import Path
from typing import TYPE_CHECKING

from editor.checks.finding import Finding
from editor.checks.gate import Gate, gate
from editor.checks.ignored import IgnoreList

if TYPE_CHECKING:
    from editor.ui.shell.workshop import Workshop


class CheckCommands:
    """What the menu 检查 does."""

    def __init__(self, shop: Workshop) -> None:
        self._shop = shop
        self._folder = shop.window.settings.folder / "ignored"
        shop.findings.ignore_asked.connect(self.ignore)
        shop.findings.restore_asked.connect(self.restore)

    def handlers(self) -> dict[str, Callable[[], object]]:
        """Command ids and what runs them."""
        shop = self._shop
        return {
            "check.all": self.check_all,
            "check.next": lambda: shop.findings.step(True),
            "check.previous": lambda: shop.findings.step(False),
            "blanks.next": lambda: shop.blanks.step(True),
            "blanks.previous": lambda: shop.blanks.step(False),
            "blanks.sheet": self.fill_sheet,
            "gate.sheet": self.show_gate,
        }

    def check_all(self) -> None:
        """Read the whole text now and show what is found."""
        self._shop.show_panel(self._shop.findings)
        self._shop.desk.refresh()
        self._shop.findings.update_now()

    def fill_sheet(self) -> None:
        """Show the fill sheet."""
        self._shop.show_panel(self._shop.blanks)
        self._shop.desk.refresh()
        self._shop.blanks.update_now()

    def verdict(self) -> Gate:
        """The gate's view of the text as it is now."""
        self._shop.desk.refresh()
        reading = self._shop.reading()
        return gate(reading.manuscript, reading.findings, reading.blanks)

    def show_gate(self) -> None:
        """The sheet before printing, without printing."""
        from editor.ui.shell.gate_sheet import GateSheet

        GateSheet(self._shop.window, self._shop.desk, self.verdict(), purpose="").show()

    def ignore(self, findings: tuple[Finding, ...]) -> None:
        """Set findings aside for this document; kept beside it, not in it."""
        settings = self._shop.window.settings
        reader = self._shop.reader
        for finding in findings:
            reader.ignored = reader.ignored.with_finding(
                finding, who=settings.text("author"), when=date.today().isoformat()
            )
        self._changed(f"已忽略 {len(findings)} 处，这份稿子不再提示。")

    def restore(self) -> None:
        """Show everything again."""
        self._shop.reader.ignored = IgnoreList()
        self._changed("忽略的都恢复了。")

    def take_ignored(self, path: Path | None) -> None:
        """The decisions kept for a file."""
        found = IgnoreList()
        if path:
            with suppress(OSError, ValueError, TypeError):
                found = IgnoreList.from_json(json.loads(self._file(path).read_text("utf-8")))
        self._shop.reader.ignored = found

    def keep_ignored(self) -> None:
        """Write the decisions down; a text without a file keeps them until it has one."""
        opened = self._shop.files.opened
        if opened is None or opened.path is None:
            return
        with suppress(OSError):
            self._folder.mkdir(parents=True, exist_ok=True)
            data = json.dumps(self._shop.reader.ignored.to_json(), ensure_ascii=False)
            self._file(opened.path).write_text(data, "utf-8")

    def _changed(self, words: str) -> None:
        self.keep_ignored()
        self._shop.desk.refresh()
        self._shop.findings.update_now(force=True)
        self._shop.strip.say(words)

    def _file(self, path: Path) -> Path:
        name = blake2b(str(path.absolute()).encode(), digest_size=12).hexdigest()
        return self._folder / f"{name}.json"
