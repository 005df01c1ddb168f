"""Words reach what guesses between plain text and HTML only by `look/plain_words`, which does not.

A tip or a message box given bare words would open the picture that a heading names.
"""

import ast
from collections.abc import Iterator

import pytest

from tests.sources import module_of, nodes_of, source_files, told

ONE_WAY = "editor.ui.look.plain_words"
# What shows HTML where words look like it; made and derived from by the one module alone.
MADE_THERE = {
    "QLabel", "QMessageBox", "QTextBrowser", "QTextDocument", "QStaticText", "QErrorMessage",
    "QProgressDialog", "QWhatsThis", "QSplashScreen", "QGraphicsTextItem", "QSystemTrayIcon",
    "QWizardPage",
}  # fmt: skip
# Ways to say that it is HTML, or to let it be guessed.
SAID_THERE = {
    "setHtml",
    "insertHtml",
    "setMarkdown",
    "insertMarkdown",
    "appendHtml",
    "fromHtml",
    "setTextFormat",
}
# The last word of these, the third of these; the name of a class stands before the latter.
GUESSING = {"setToolTip", "setTabToolTip", "setWhatsThis", "setInformativeText", "setLabelText"}
ASKING = {"QMessageBox", "QInputDialog"}
TIP_ROLES = {"ToolTipRole", "WhatsThisRole"}
# module: names it may use, with the reason.
EXCEPTIONS = {
    "editor.ui.page.clipboard": {"setHtml"},  # it is the clipboard's, for other programs
    "editor.ui.look.short_buttons": {"setToolTip"},  # calls `literal` in its own tips
}


def name_of(node: ast.expr) -> str:
    match node:
        case ast.Name(id=name) | ast.Attribute(attr=name):
            return name
        case _:
            return ""


def is_shown_as_it_is(given: ast.expr) -> bool:
    """Whether words are our own, written here, or have passed the one function."""
    match given:
        case ast.Constant(value=words):
            return "<" not in str(words) and "&lt;" not in str(words)
        case ast.Call(func=function):
            return name_of(function) == "literal"
        case ast.IfExp(body=one, orelse=other):
            return is_shown_as_it_is(one) and is_shown_as_it_is(other)
        case ast.BoolOp(values=values):
            return all(map(is_shown_as_it_is, values))
        case _:
            return False


def words_of(call: ast.Call) -> list[ast.expr]:
    """What a call gives to something that guesses."""
    name, of = name_of(call.func), getattr(call.func, "value", ast.Constant(""))
    if name in GUESSING:
        return [*call.args[-1:], *(k.value for k in call.keywords)]
    if name_of(of) in ASKING and len(call.args) > 2:
        return [call.args[2]]
    if name == "showText" and name_of(of) == "QToolTip":
        return [call.args[1]]
    if any(name_of(given) in TIP_ROLES for given in call.args):
        return [given for given in call.args[1:] if name_of(given) not in TIP_ROLES]
    return []


def bare_words(node: ast.AST) -> Iterator[str]:
    """The names by which a piece of the program goes round the one way."""
    match node:
        case ast.Call(func=function) if name_of(function) in MADE_THERE:
            yield name_of(function)
        case ast.Call(func=function, args=[_, *_]) if name_of(function) == "QTextEdit":
            yield "QTextEdit"
        case ast.Call(func=ast.Attribute(attr="addRow" | "insertRow" as name), args=[_, _, *_]):
            yield name  # it makes a label of the words; `add_row` does, and names the field
        case ast.ClassDef(bases=bases):
            yield from (name for name in map(name_of, bases) if name in MADE_THERE)
        case ast.Attribute(attr=name) if name in SAID_THERE:
            yield name
        case ast.FunctionDef() if answers_for_tips(node):
            yield "ToolTipRole"
        case _:
            pass
    if isinstance(node, ast.Call) and not all(map(is_shown_as_it_is, words_of(node))):
        yield name_of(node.func)


def answers_for_tips(function: ast.FunctionDef) -> bool:
    """Whether it is a model's answer that may be a tip, and never asks for literal words."""
    if function.name != "data":
        return False
    names = {name_of(node) for node in ast.walk(function) if isinstance(node, ast.expr)}
    return bool(names & TIP_ROLES) and "literal" not in names


def test_no_widget_is_given_bare_words() -> None:
    wrong = [
        f"{name}: {way}"
        for name, path in {module_of(p): p for p in source_files("editor")}.items()
        if name != ONE_WAY
        for node in nodes_of(path)
        for way in bare_words(node)
        if way not in EXCEPTIONS.get(name, ())
    ]
    assert not wrong, told(wrong)


@pytest.mark.parametrize(
    "text",
    [
        "a.setToolTip(words)", "a.setToolTip(0, f'第{n}段')", "bar.setTabToolTip(1, name)",
        "a.setToolTip('<b>')", "a.setToolTip('一' if b else words)", "box.setInformativeText(x)",
        "QMessageBox.warning(a, 'b', str(error))", "QInputDialog.getText(a, 'b', f'{c}')",
        "QToolTip.showText(at, words)", "form.addRow(name, box)", "QLabel()", "QMessageBox(a)",
        "class A(QLabel): ...", "class B(QTextBrowser): ...", "label.setTextFormat(rich)",
        "row.setData(0, Qt.ItemDataRole.ToolTipRole, words)", "QTextEdit(words)",
        "box.setItemData(1, tip, Qt.ItemDataRole.ToolTipRole)", "pane.setHtml(html)",
        "QTextDocumentFragment.fromHtml(html)",
        "def data(self, index, role):\n if role == Qt.ItemDataRole.ToolTipRole: return name",
    ],
)  # fmt: skip
def test_bare_words_are_found(text: str) -> None:
    assert [way for node in ast.walk(ast.parse(text)) for way in bare_words(node)]


@pytest.mark.parametrize(
    "text",
    [
        "a.setToolTip(literal(words))", "a.setToolTip('关闭')", "line.setText(words)",
        "a.setToolTip('一' if b else literal(c))", "add_row(form, name, box)",
        "form.addRow(box)", "QMessageBox.question(a, title, literal(words))", "PlainLabel(words)",
        "def f(label: QLabel) -> QTextDocument: ...", "row.setData(0, NAME, page)",
    ],
)  # fmt: skip
def test_what_is_literal_is_let_be(text: str) -> None:
    assert not [way for node in ast.walk(ast.parse(text)) for way in bare_words(node)]
