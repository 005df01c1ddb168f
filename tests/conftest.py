"""Property tests are judged by what they find, on a quick machine and on a slow one.

`suite` asks the same examples everywhere and at any speed. `search` looks for new ones:

    python -m pytest --hypothesis-profile=search
"""

from hypothesis import HealthCheck, settings

SLOW_MACHINE = (HealthCheck.too_slow,)

settings.register_profile(
    "suite",
    deadline=None,
    derandomize=True,
    print_blob=True,
    suppress_health_check=SLOW_MACHINE,
)
settings.register_profile("search", settings.get_profile("suite"), derandomize=False)
settings.load_profile("suite")
