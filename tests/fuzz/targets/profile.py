"""单位档案: a TOML file of anybody's is a profile, or is told in words."""

from __future__ import annotations

from random import Random

from editor.profile.profile_store import ProfileStore, read_profile
from editor.profile.unit_profile import Profile, ProfileError, UnitLeader
from tests.fuzz.mutate.toml import changed_toml
from tests.fuzz.scratch import scratch_file
from tests.fuzz.target import Target, law


def run(data: bytes) -> None:
    """What was read is kept, and read again the same; a wrong file stays where it is."""
    with scratch_file("profiles", b"") as path:
        path.unlink()
        path.mkdir()
        file = path / "甲.toml"
        file.write_bytes(data)
        store = ProfileStore(path.parent)
        try:
            profile = read_profile(file)
        except ProfileError as error:
            law(str(error), "an error has words")
            law(store.names() == (), "what cannot be read is none of the profiles")
            store.put(Profile(unit="云川市总工会"))
            law(file.read_bytes() == data, "a wrong file is not written over")
            return
        store.choose(profile.name)
        law(profile.name in store.names(), "a profile is there by its name")
        store.put(profile)
        again = store.get(profile.name)
        law(again is not None and again == profile, "a profile is kept as it is")


def seeds() -> list[bytes]:
    """Profiles of all fields, and the ways TOML has to write them."""
    whole = Profile(
        "云川市青石县总工会", "县总工会", "县", "工会", "云南省", "云川市", "青石县", "松坪镇",
        (UnitLeader("王建国", "县委书记"), UnitLeader("李 明", "")), "十四届三次", 2026,
    )  # fmt: skip
    ways = '"全称" = "甲"\n领导 = []\nyear = "2026年"\n[表]\nx = 1\n'
    more = "unit = '''\n甲\n乙'''\nlevel = 3\nsession = 1979-05-27T07:32:00Z\nyear = 0x7e0\n"
    return [
        whole.to_toml().encode(),
        Profile().to_toml().encode(),
        ways.encode(),
        more.encode(),
        b"",
    ]


def mutate(data: bytes, chance: Random) -> bytes:
    """As TOML."""
    return changed_toml(data, chance)


TARGET = Target("profile", run, seeds, mutate, 6_000)
