"""Real files of other people, where they are at hand: nothing is lost, nothing crashes."""

import tarfile
from collections import Counter
from pathlib import Path

from tests.bench.trials.docx_corpus import examine
from tests.corpus import DOCX_ARCHIVE, needs

EVERY = 5  # one in five, chosen by name; all of them: python -m tests.bench.trials.docx_corpus


@needs(DOCX_ARCHIVE)
def test_a_sample_of_real_files_opens_and_comes_back(tmp_path: Path) -> None:
    counts: Counter[str] = Counter()
    with tarfile.open(DOCX_ARCHIVE) as archive:
        files = [m for m in archive.getmembers() if m.isfile() and not m.name.endswith(".tsv")]
        for member in sorted(files, key=lambda m: Path(m.name).name)[::EVERY]:
            data = archive.extractfile(member)
            assert data
            path = tmp_path / Path(member.name).name
            path.write_bytes(data.read())
            counts[examine(path, tmp_path)] += 1
            path.unlink()
    assert counts["docx, same bytes and one patch"] > counts["refused with a reason"] > 0
