"""Run one command and print its exit code, seconds and peak memory in megabytes.

A small process of its own, because a child is charged with the memory of the process it came from.
"""

import os
import sys
import time

started = time.perf_counter()
child = os.posix_spawn(
    sys.argv[1],
    sys.argv[1:],
    os.environ,
    file_actions=[(os.POSIX_SPAWN_OPEN, 1, os.devnull, os.O_WRONLY, 0)],
)
_, status, usage = os.wait4(child, 0)
seconds = time.perf_counter() - started
unit = 1024 if sys.platform == "linux" else 1024 * 1024
print(os.waitstatus_to_exitcode(status), seconds, usage.ru_maxrss / unit)
