"""What says of a mask what it stands for: a label's class, and what follows a person's name."""

from __future__ import annotations

import re
from functools import cache

from editor.language.lists import words


def is_phone(label: str) -> bool:
    """Whether a label asks for the number of a telephone or the like."""
    return label.endswith(words("slot-words", "phones"))


def is_person(label: str) -> bool:
    """Whether a label asks for a person's name."""
    return label.endswith(words("slot-words", "persons")) and not is_phone(label)


def is_own(label: str) -> bool:
    """Whether what a label asks for is another one each time: a number, a date, an age, a post."""
    parts = ("phones", "posts", "ages", "numbers", "dates")
    return any(label.endswith(words("slot-words", part)) for part in parts)


def is_number(label: str) -> bool:
    """Whether the words of a bracket ask for a number: 数量, 金额."""
    return label in words("slot-words", "numbers")


def is_floor(measure: str) -> bool:
    """Whether a measure word is one of buildings: 楼, 层, 栋."""
    return measure in words("slot-words", "floors")


def is_after_post(text: str) -> bool:
    """Whether a text ends with what a post follows: 担任, 现任."""
    return text.endswith(words("slot-words", "before-post"))


def is_of_place(text: str) -> bool:
    """Whether a text goes on as behind the name of a place it is about: 经济社会, 特色."""
    return text.startswith(words("slot-words", "of-place"))


def makes_place(text: str) -> bool:
    """Whether a text ends as before such a name: 美丽, 平安."""
    return text.endswith(words("slot-words", "made-place"))


def is_before_post(text: str) -> bool:
    """Whether a text begins with what stands behind a post: 职务, 一职."""
    return text.startswith(words("slot-words", "post-behind"))


def is_post_of_many(post: str) -> bool:
    """Whether several hold the post in one place, so that it does not say who is meant: 副书记."""
    return post.startswith("副") or post in words("slot-words", "of-many")


@cache
def leads_in() -> re.Pattern[str]:
    """What stands before a title and is none of it, up to its last word: 下面请, 感谢."""
    every = "|".join(map(re.escape, words("slot-words", "leads-in")))
    return re.compile(rf"^.*(?:{every})")


@cache
def personal() -> re.Pattern[str]:
    """What stands behind a person's name: （X岁）, ，男."""
    every = "|".join(words("slot-words", "personal"))
    return re.compile(rf"[（(，,、 \u3000]+(?:{every})")


@cache
def speaking() -> re.Pattern[str]:
    """What a person does who is named: 同志, 讲话, 主持."""
    return re.compile("|".join(words("slot-words", "speaking")))
