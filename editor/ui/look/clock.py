"""Minutes as the window writes them."""


def clock(minutes: float) -> str:
    """Minutes as ``10′48″``."""
    seconds = round(minutes * 60)
    return f"{seconds // 60}′{seconds % 60:02d}″"


def clock_in_words(minutes: float) -> str:
    """The same for a screen reader: ``10 分 48 秒``."""
    seconds = round(minutes * 60)
    parts = ((seconds // 60, "分"), (seconds % 60, "秒"))
    return " ".join(f"{number} {unit}" for number, unit in parts if number) or "0 秒"
