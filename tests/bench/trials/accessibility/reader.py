# pyright: basic, reportMissingImports=false
"""Reads the window of the program through AT-SPI; run by the system's Python, which has pyatspi.

Nothing of the program is imported: what it says on the bus is all that is known of it.
"""

import sys
import time
from pathlib import Path

import pyatspi
from gi.repository import GLib

CONTROLS = {
    "push button", "toggle button", "check box", "radio button", "combo box", "text", "spin button",
    "slider", "progress bar", "list", "list item", "tree", "tree item", "tree table", "table",
    "table cell", "page tab", "page tab list", "menu bar", "menu", "menu item", "check menu item",
    "tool bar", "dialog", "frame", "button", "entry", "document text", "column header",
}  # fmt: skip
WITHIN = 60  # seconds
ROWS = 60  # of a list; the others are made the same way


class UnreadError(Exception):
    """Something cannot be read or done; the words say what."""


def until(words, find):
    """What is found, once it is there."""
    end = time.monotonic() + WITHIN
    while time.monotonic() < end:
        try:
            found = find()
        except Exception:  # the tree changes while it is read
            found = None
        if found:
            return found
        time.sleep(0.2)
    raise UnreadError(f"never came: {words}")


def children(node):
    """What stands in a node; of a long list the first rows."""
    for number in range(min(node.childCount, ROWS)):
        child = node.getChildAtIndex(number)
        if child is not None:
            yield child


def below(node, depth=0):
    """A node and all that is shown below it, with its depth."""
    yield node, depth
    for child in children(node):
        states = child.getState()
        row = child.getRoleName() in ("tree item", "table cell", "list item", "menu item")
        if states.contains(pyatspi.STATE_SHOWING) or row:
            yield from below(child, depth + 1)


def name_of(node):
    """What a screen reader says before the contents: the name, of a choice its label."""
    name = node.name.strip()
    labels = [
        relation.getTarget(n).name
        for relation in node.getRelationSet()
        if relation.getRelationType() == pyatspi.RELATION_LABELLED_BY
        for n in range(relation.getNTargets())
    ]
    if node.getRoleName() == "combo box":
        return " ".join(labels)
    return name or " ".join(labels)


def nameless(window):
    """The way to each control of a window that has no name."""
    way, found = [], []
    for node, depth in below(window):
        role = node.getRoleName()
        way[depth:] = [f"{role} {name_of(node)}".strip()]
        if role in CONTROLS and not name_of(node):
            found.append(" / ".join(way))
    return found


def first(window, role, name):
    """The first node with this role and a name that begins so."""
    return next(
        (n for n, _ in below(window) if n.getRoleName() in role and name_of(n).startswith(name)),
        None,
    )


def windows():
    """The windows of the program."""
    desktop = pyatspi.Registry.getDesktop(0)
    return [window for app in children(desktop) for window in children(app)]


def press(node):
    """Its first action, as a screen reader's user would. A dialog keeps the answer waiting."""
    action = node.queryAction()
    names = [action.getName(n) for n in range(action.nActions)]
    number = next(n for n, one in enumerate(names) if one in ("Press", "Toggle"))
    try:
        action.doAction(number)
    except GLib.GError as late:
        print(f"      no answer while its dialog stands: {late.message[:40]}…")


def check(words, so):
    """Say what was asked and the answer."""
    print(f"{'ok  ' if so else 'FAIL'}  {words}")
    return bool(so)


def read_page(window, text):
    """The words of the page, its caret, and where a letter is."""
    page = first(window, ("text", "entry", "document text"), "正文")
    if page is None:
        return check("the page is there", False)
    words = page.queryText()
    said = words.getText(0, -1)
    good = check(f"the page is read: {said[:14]!r}…", said.strip("\n") == text)
    there = text.index("压实责任")
    words.setCaretOffset(there)
    good &= check("the caret is put and read", words.caretOffset == there)
    box = words.getCharacterExtents(there, pyatspi.DESKTOP_COORDS)
    frame = page.queryComponent().getExtents(pyatspi.DESKTOP_COORDS)
    inside = frame.x <= box[0] <= frame.x + frame.width and frame.y <= box[1]
    return good & check(f"a letter has a place: {tuple(box)}", inside and box[2] > 4)


def read_rows(window):
    """Number, title, blanks and minutes of the rows of the outline."""
    tree = first(window, ("tree", "tree table"), "提纲")
    kinds = ("tree item", "table cell")
    rows = [node.name for node in children(tree) if node.getRoleName() in kinds] if tree else []
    for row in rows:
        print(f"      {row}")
    second = next((row for row in rows if "备足物资" in row), "")
    told = all(words in second for words in ("二、", "字", "秒", "未填 1"))
    return check("a row tells all it shows", told)


def named(title):
    """The windows whose title begins so."""
    return [window for window in windows() if window.name.startswith(title)]


def ask_minutes(window):
    """The button of the minutes pressed from outside, and its dialog read."""
    press(first(window, ("push button", "button"), "没有限定时间"))
    asked = until("the dialog of the minutes", lambda: named("给定时间"))[0]
    lost = nameless(asked)
    press(first(asked, ("push button", "button"), "取消"))
    until("the dialog gone", lambda: not named("给定时间"))
    return check(f"the minutes are a button with a dialog {lost or ''}", not lost)


def main(path, tree):
    """Read all; whether all was well."""
    text = Path(path).read_text("utf-8")
    window = until("the window", lambda: [w for w in windows() if "speech" in w.name])[0]
    until("the rows", lambda: first(window, ("tree item", "table cell"), "结尾"))
    if tree:
        for node, depth in below(window):
            print("  " * depth + f"{node.getRoleName()}  {name_of(node)[:60]}")
    good = True
    for tab in ("语料库", "检查", "填空"):
        node = until(f"the tab {tab}", lambda words=tab: first(window, ("page tab",), words))
        node.queryAction().doAction(0)
        shown = {"语料库": "查语料库", "检查": "改为", "填空": "填上"}[tab]
        until(f"what {tab} shows", lambda words=shown: first(window, CONTROLS, words))
        lost = nameless(window)
        good &= check(f"{tab}: every control has a name", not lost)
        print("".join(f"      {one}\n" for one in lost), end="")
    good &= read_page(window, text)
    good &= read_rows(window)
    return good & ask_minutes(window)


if __name__ == "__main__":
    try:
        sys.exit(0 if main(sys.argv[1], "--tree" in sys.argv) else 1)
    except UnreadError as failed:
        sys.exit(f"FAIL  {failed}")
