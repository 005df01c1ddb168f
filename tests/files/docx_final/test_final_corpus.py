"""Real files of other people, where they are at hand: what is in them is in their finals."""

import tarfile
from pathlib import Path

from editor.files.trouble import Trouble
from tests.bench.trials.final_carries import examine
from tests.corpus import DOCX_ARCHIVE, needs

EVERY = 8  # one in eight, chosen by name; all: python -m tests.bench.trials.final_carries


@needs(DOCX_ARCHIVE)
def test_of_a_sample_of_real_files_nothing_is_lost_unnamed(tmp_path: Path) -> None:
    wrong: list[str] = []
    looked_at = 0
    with tarfile.open(DOCX_ARCHIVE) as archive:
        files = [m for m in archive.getmembers() if m.isfile() and m.name.endswith(".docx")]
        for member in sorted(files, key=lambda m: Path(m.name).name)[::EVERY]:
            data = archive.extractfile(member)
            assert data
            path = tmp_path / Path(member.name).name
            path.write_bytes(data.read())
            try:
                wrong += [f"{path.name}: {one}" for one in examine(path, None)[2]]
                looked_at += 1
            except Trouble:
                continue
    assert not wrong and looked_at > 20
