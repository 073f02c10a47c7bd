"""What a command costs."""
import os
import time


def measured(command, runs, out):
    """CPU seconds, wall seconds and MB of the least of some runs; None for a program that fails.

    `out` is the file that the command writes; it is removed before each run.
    """
    best = None
    for _ in range(runs):
        if os.path.exists(out):
            os.remove(out)
        start = time.monotonic()
        null = os.open(os.devnull, os.O_WRONLY)
        pid = os.posix_spawnp(command[0], command, os.environ,
                              file_actions=[(os.POSIX_SPAWN_DUP2, null, 1), (os.POSIX_SPAWN_DUP2, null, 2)])
        _, status, usage = os.wait4(pid, 0)
        os.close(null)
        if os.waitstatus_to_exitcode(status) not in (0, 1):
            return None
        run = (usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1024)
        best = run if best is None else tuple(map(min, best, run))
    return best
