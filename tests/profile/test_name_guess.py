"""What a unit's full name fills into the form by itself."""

from __future__ import annotations

import pytest

from editor.profile.name_guess import guessed_from_name
from editor.profile.unit_profile import KINDS, LEVELS


@pytest.mark.parametrize(
    ("unit", "said"),
    [
        ("青石县总工会", {"县": "青石县", "层级": "县", "简称": "县总工会", "类别": "工会"}),
        ("云川市总工会", {"市": "云川市", "层级": "市", "简称": "市总工会", "类别": "工会"}),
        (
            "云川市临江区人民政府",
            {
                "市": "云川市", "县": "临江区", "层级": "区", "简称": "区人民政府",
                "类别": "政府",
            },
        ),
        ("青石县白水镇工会委员会", {"县": "青石县", "乡": "白水镇", "层级": "镇",
                             "简称": "镇工会委员会", "类别": "工会"}),
        ("云川市机械厂工会", {"市": "云川市", "层级": "企业", "类别": "工会"}),
        ("第三中学", {"层级": "学校", "类别": "学校"}),
        ("", {}),
    ],
)  # fmt: skip
def test_a_full_name_tells_the_rest(unit: str, said: dict[str, str]) -> None:
    assert guessed_from_name(unit) == said
    assert (
        guessed_from_name(unit).get("层级", "县") in LEVELS
        and guessed_from_name(unit).get("类别", "工会") in KINDS
    )
