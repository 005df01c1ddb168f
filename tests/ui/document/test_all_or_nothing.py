"""A command that fails leaves text, undo stack and names of steps as they were before it."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from editor.manuscript.edits import Edit, Replace, Splice
from editor.manuscript.paragraph import Paragraph, Position
from editor.ui.document.block_writer import BlockWriter
from editor.ui.document.controller import DocumentController
from editor.ui.document.tracked_document import TrackedDocument, read_document
from tests.notation import doc, lines
from tests.ui.page.pages import controller_of


class FaultError(Exception):
    """A fault of the program."""


def put(words: str, paragraph: int = 0) -> Edit:
    return Replace(Position(paragraph, 0), Position(paragraph, 0), words)


@pytest.fixture
def controller(application: object) -> DocumentController:
    made = controller_of(doc("甲 | 乙 | 丙"))
    made.apply([put("原")], name="第一步")
    return made


def state(controller: DocumentController) -> tuple[object, ...]:
    names = controller.step_names
    steps = [s.name for s in names.done()], [s.name for s in names.undone()]
    document = controller.document()
    return lines(controller.manuscript()), steps, document.availableRedoSteps() > 0


def failing_at(number: int, method: Callable[..., object]) -> Callable[..., object]:
    """The method, which raises when it is called for so many times."""
    count = [0]

    def run(*args: object) -> object:
        count[0] += 1
        if count[0] == number:
            raise FaultError
        return method(*args)

    return run


@pytest.mark.parametrize("number", [1, 2, 3])
def test_edits_that_fail_in_the_middle_change_nothing(
    controller: DocumentController, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    before = state(controller)
    monkeypatch.setattr(BlockWriter, "give", failing_at(number, BlockWriter.give))
    edits = [Splice(n, n + 1, (Paragraph(f"新{n}"), Paragraph("又"))) for n in (0, 2, 4)]
    with pytest.raises(FaultError):
        controller.apply(edits, name="第二步")
    monkeypatch.undo()
    assert state(controller) == before
    controller.apply([put("好")], name="第三步")
    controller.undo()
    assert state(controller)[0] == before[0]


def test_a_command_of_several_steps_is_taken_back_whole(controller: DocumentController) -> None:
    before = state(controller)
    with pytest.raises(FaultError), controller.all_or_nothing():
        controller.apply([put("一")])
        controller.apply([put("二", 2)])
        raise FaultError
    assert state(controller) == before


def test_what_was_undone_by_a_failing_command_is_not_done_again(
    controller: DocumentController,
) -> None:
    with pytest.raises(FaultError), controller.all_or_nothing():
        controller.undo()
        raise FaultError
    assert lines(controller.manuscript()) == "甲 | 乙 | 丙" and controller.can_redo()


def test_a_text_that_was_loaded_meanwhile_stays(controller: DocumentController) -> None:
    with pytest.raises(FaultError), controller.all_or_nothing():
        controller.load(doc("丁"))
        controller.apply([put("新")])
        raise FaultError
    assert lines(controller.manuscript()) == "新丁"


def test_what_was_not_followed_is_read_anew(
    controller: DocumentController, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(TrackedDocument, "_read_run", failing_at(1, TrackedDocument._read_run))  # pyright: ignore[reportPrivateUsage]
    tracked = controller.view.tracked
    with pytest.raises(FaultError):
        tracked._take_change(0, 0, 1)  # pyright: ignore[reportPrivateUsage]
    controller.apply([put("新")])
    assert controller.manuscript().paragraphs == read_document(tracked.document, tracked.table)
    assert lines(controller.manuscript()) == "新原甲 | 乙 | 丙"
