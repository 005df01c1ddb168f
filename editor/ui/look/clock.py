"""Minutes as the window writes them."""


def clock(minutes: float) -> str:
    """Minutes as ``10′48″``."""
    seconds = round(minutes * 60)
    return f"{seconds // 60}′{seconds % 60:02d}″"
