"""The page 快捷键: every command with its keys, found by name or by pressing, and given others."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QKeyCombination, QModelIndex, Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QHeaderView,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from editor.settings.option_search import Sought, rank
from editor.settings.own_keys import normal
from editor.ui.look.button_row import ButtonRow, push_button
from editor.ui.look.plain_words import PlainLabel
from editor.ui.settings.command_keys import CommandKeys, KeyedCommand, shown
from editor.ui.settings.key_field import KeyField
from editor.ui.settings.key_rules import fixed, keys_of, refusal

HINT = "选一条命令，在“按新的键”里按下要用的键；按退格就不给它键。"
MOST = 12  # commands a search in the whole window shows


class KeysPage(QWidget):
    """``menu_letters`` open a menu together with Alt; ``initials`` as in the settings window."""

    go_asked = Signal(str)  # a row of what was found was clicked: the id of its command

    def __init__(
        self, keys: CommandKeys, menu_letters: str, initials: Callable[[str], str]
    ) -> None:
        super().__init__()
        self._keys, self._letters, self._initials = keys, menu_letters, initials
        self.by_key = KeyField("按一下键，看是哪条命令的")
        self.by_key.setAccessibleName("按键查找命令")
        self.table = QTreeWidget()
        self.new_keys = KeyField("按新的键")
        self.new_keys.setAccessibleName("按新的键")
        self.told = PlainLabel(HINT)
        self._wanted = ""
        self._build()
        self._rows = {c.id: self._row(c) for c in keys.commands.values()}
        self.table.addTopLevelItems([*self._rows.values()])
        self.show_keys()
        self.by_key.pressed.connect(self._look_up)
        self.by_key.cleared.connect(self._show_all)
        self.new_keys.pressed.connect(self._press)
        self.new_keys.cleared.connect(self._clear)
        self.table.currentItemChanged.connect(self._choose)
        self.table.itemActivated.connect(lambda: self.new_keys.setFocus())

    def show_keys(self) -> None:
        """The keys as they are now; those that are one's own in bold."""
        for command, row in self._rows.items():
            keys = shown(self._keys.keys(command))
            row.setText(1, keys)
            row.setData(1, Qt.ItemDataRole.AccessibleTextRole, keys or "没有键")
            font = row.font(1)
            font.setBold(self._keys.is_own(command))
            row.setFont(1, font)
        self._show_chosen()

    def go_to(self, command: str) -> None:
        """Choose a command."""
        self._show_all()
        self.table.setCurrentItem(self._rows[command])
        self.table.scrollToItem(self._rows[command])
        self.new_keys.setFocus()

    def found(self, words: str) -> list[QWidget]:
        """Rows for the commands that words, or keys written out, find."""
        ranked = [
            (one, command)
            for command in self._keys.commands.values()
            if (one := _rank(words, command, self._keys.keys(command.id), self._initials))
            is not None
        ]
        ranked.sort(key=lambda pair: pair[0])
        return [self._link(command) for _, command in ranked[:MOST]]

    # -- building

    def _build(self) -> None:
        self.table.setHeaderLabels(["命令", "快捷键", "菜单"])
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.table.setAccessibleName("命令和快捷键")
        head = self.table.header()
        head.setStretchLastSection(False)
        head.setSectionResizeMode(0, QHeaderView.ResizeMode.Stretch)
        for column in (1, 2):
            head.setSectionResizeMode(column, QHeaderView.ResizeMode.ResizeToContents)
        self.told.setWordWrap(True)
        self._take = push_button("拿过来用", self._take_over)
        self._back = push_button("恢复默认", self._reset)
        self._whole = push_button("快捷键全部恢复默认", self._reset_all)
        line = QHBoxLayout()
        line.setSpacing(8)
        line.addWidget(self.new_keys, 1)
        line.addWidget(self._take)
        line.addWidget(self._back)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        column.addWidget(self.by_key)
        column.addWidget(self.table, 1)
        column.addWidget(self.told)
        column.addLayout(line)
        column.addWidget(ButtonRow(others=(self._whole,)))

    def _row(self, command: KeyedCommand) -> QTreeWidgetItem:
        row = QTreeWidgetItem([_name(command), "", command.menu])
        row.setData(0, Qt.ItemDataRole.UserRole, command.id)
        return row

    def _link(self, command: KeyedCommand) -> QWidget:
        keys = shown(self._keys.keys(command.id))
        made = push_button(
            f"{_name(command)}　{keys or '没有键'}", lambda: self.go_asked.emit(command.id)
        )
        made.setProperty("role", "link")
        return made

    # -- what is asked

    def _look_up(self, pressed: QKeyCombination) -> None:
        keys = keys_of(pressed)
        holder = self._keys.holder(keys)
        self.by_key.setText(shown(keys))
        for command, row in self._rows.items():
            row.setHidden(command != holder)
        if holder:
            self.table.setCurrentItem(self._rows[holder])
        else:
            self.table.setCurrentIndex(QModelIndex())
            why = refusal(pressed, self._letters)
            self.told.setText(why or f"{shown(keys)} 还没有用，可以给别的命令。")

    def _show_all(self) -> None:
        self.by_key.clear()
        for row in self._rows.values():
            row.setHidden(False)

    def _chosen(self) -> KeyedCommand | None:
        item = self.table.currentItem()
        return self._keys.commands[str(item.data(0, Qt.ItemDataRole.UserRole))] if item else None

    def _choose(self) -> None:
        self._wanted = ""
        self._show_chosen()
        self.told.setText(self._told_of_chosen())

    def _told_of_chosen(self) -> str:
        command = self._chosen()
        if command is None:
            return HINT
        if fixed(command.keys):
            return f"“{_name(command)}”的键在各个程序里都一样，不改。"
        return f"给“{_name(command)}”按新的键；按退格就不给它键。"

    def _show_chosen(self) -> None:
        command = self._chosen()
        free = command is not None and not fixed(command.keys)
        self.new_keys.setEnabled(free)
        self._take.setVisible(bool(self._wanted))
        self._back.setEnabled(command is not None and free and self._keys.is_own(command.id))
        held = self._keys.keys(command.id) if command else ""
        self.new_keys.setText(shown(self._wanted or held))

    def _press(self, pressed: QKeyCombination) -> None:
        command, keys = self._chosen(), keys_of(pressed)
        if command is None:
            return
        default = normal(keys) == normal(command.keys)
        why = "" if default else refusal(pressed, self._letters)
        holder = self._keys.holder(keys)
        self._wanted = ""
        if why:
            self.told.setText(f"不能用：{why}")
        elif holder and holder != command.id:
            other = self._keys.commands[holder]
            if fixed(other.keys):
                self.told.setText(f"不能用：{shown(keys)} 是“{_name(other)}”的，各处都一样。")
            else:
                self._wanted = keys
                name = _name(other)
                self.told.setText(f"{shown(keys)} 现在是“{name}”的。拿过来用，“{name}”就没有键了。")
        else:
            self._keys.give(command.id, keys)
            self.told.setText(f"“{_name(command)}”的键是 {shown(keys)}，现在就能用。")
        self._show_chosen()

    def _take_over(self) -> None:
        command, keys = self._chosen(), self._wanted
        if command is not None and keys:
            before = self._keys.commands[self._keys.holder(keys)]
            self._wanted = ""
            self._keys.give(command.id, keys)
            self.told.setText(
                f"“{_name(command)}”的键是 {shown(keys)}；“{_name(before)}”没有键了，菜单里还在。"
            )
            self._show_chosen()

    def _clear(self) -> None:
        if (command := self._chosen()) is not None:
            self._wanted = ""
            self._keys.give(command.id, "")
            self.told.setText(f"“{_name(command)}”没有键了，菜单里还在。")
            self._show_chosen()

    def _reset(self) -> None:
        if (command := self._chosen()) is not None:
            holder = self._keys.holder(command.keys) if command.keys else ""
            self._keys.reset(command.id)
            lost = f"；“{_name(self._keys.commands[holder])}”没有键了" if holder else ""
            self.told.setText(f"“{_name(command)}”恢复了默认的键{lost}。")

    def _reset_all(self) -> None:
        self._keys.reset_all()
        self.told.setText("快捷键都恢复默认了。")


def _name(command: KeyedCommand) -> str:
    return command.text.rstrip("…")


def _rank(
    words: str, command: KeyedCommand, held: str, initials: Callable[[str], str]
) -> int | None:
    """How well words, or keys written out, fit a command; None for not at all."""
    if held and normal(words.strip()) == normal(held):
        return 0
    return rank(words, Sought((_name(command),), (command.menu,)), initials)
