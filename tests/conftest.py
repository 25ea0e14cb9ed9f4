"""Let the property tests give the same answer on every machine, however slow.

To look for new counter-examples instead: `pytest --hypothesis-profile=default`.
"""

from hypothesis import settings

settings.register_profile("steady", derandomize=True, deadline=None)
settings.load_profile("steady")
