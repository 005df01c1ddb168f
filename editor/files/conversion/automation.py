"""WPS and Word on Windows, worked by their automation (COM) through PowerShell.

UNTRIED: written from Microsoft's description of Documents.Open and Document.SaveAs, which WPS
copies; nobody has run it on a Windows with either program. LibreOffice is asked before it.
"""

from __future__ import annotations

import sys
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from editor.files.conversion.child_process import kill_tree
from editor.files.conversion.office import RESULT, Office
from editor.manuscript.whole_number import whole_number
from editor.storage.storage import Storage

# What the user calls it, and under which names it answers.
_PROGRAMS = (
    ("WPS", ("KWPS.Application", "WPS.Application")),
    ("Word", ("Word.Application",)),
)
_STARTED = "started.txt"  # the numbers of the processes that the script has started
# 12 is wdFormatXMLDocument (docx); 3 is msoAutomationSecurityForceDisable (no macros); a wrong
# password instead of none, so that a file with a password fails and does not ask.
_SCRIPT = r"""
param([string]$Program, [string]$Source, [string]$Target, [string]$Started)
$ErrorActionPreference = 'Stop'
$names = 'winword', 'wps', 'et', 'wpp'
$before = @(Get-Process -Name $names -ErrorAction SilentlyContinue | ForEach-Object { $_.Id })
$app = New-Object -ComObject $Program
try {
    $new = @(Get-Process -Name $names -ErrorAction SilentlyContinue |
        Where-Object { $before -notcontains $_.Id } | ForEach-Object { $_.Id })
    Set-Content -LiteralPath $Started -Value $new -Encoding Ascii
    # In a program that the user has open already, nothing is hidden and nothing ended.
    if ($new.Count -gt 0) { try { $app.Visible = $false } catch { } }
    try { $app.DisplayAlerts = 0 } catch { }
    try { $app.AutomationSecurity = 3 } catch { }
    $document = $app.Documents.Open($Source, $false, $true, $false, 'no password')
    # Versions of PowerShell and of the programs differ in how they want the arguments.
    $path = [object]$Target
    $format = [object]12
    $ways = { $document.SaveAs2($path, $format) }, { $document.SaveAs([ref]$path, [ref]$format) },
        { $document.SaveAs($path, $format) }
    foreach ($way in $ways) { try { & $way; break } catch { $failed = $_ } }
    if (-not (Test-Path -LiteralPath $Target)) { throw $failed }
    $document.Close(0)
} finally {
    if ($new.Count -gt 0) { $app.Quit(0) }
}
"""


def automated_offices() -> list[Office]:
    """WPS and Word, where they are installed on a Windows; else none."""
    found: list[Office] = []
    for name, programs in _PROGRAMS:
        registered = next((program for program in programs if _is_registered(program)), None)
        if registered:
            found.append(office_called(name, registered))
    return found


def office_called(name: str, program: str) -> Office:
    """The office program that answers to a name of the registry ('Word.Application')."""
    return Office(name, partial(_prepare, program), _clean)


def _prepare(program: str, source: Path, folder: Path) -> Sequence[str]:
    script = folder / "convert.ps1"
    # PowerShell 5 takes a script without the mark for the system's own encoding.
    Storage().write(script, _SCRIPT.encode("utf-8-sig"), private=True)
    return (
        "powershell", "-NoProfile", "-NonInteractive", "-ExecutionPolicy", "Bypass", "-File",
        str(script), program, str(source), str(folder / RESULT), str(folder / _STARTED),
    )  # fmt: skip


def _clean(folder: Path) -> None:
    """End what the script started: the program is no child of it, but a server of the system."""
    started = folder / _STARTED
    if sys.platform == "win32" and started.is_file():
        for word in started.read_text("ascii", "ignore").split():
            if (pid := whole_number(word)) > 0:
                kill_tree(pid)


def _is_registered(program: str) -> bool:
    if sys.platform == "win32":
        import winreg

        try:
            winreg.CloseKey(winreg.OpenKey(winreg.HKEY_CLASSES_ROOT, program + r"\CLSID"))
        except OSError:
            return False
        return True
    return False
