"""What a command costs."""
import os
import signal
import threading
import time
from typing import NamedTuple


class Run(NamedTuple):
    """CPU seconds (user and system, with all it started and waited for), wall seconds, peak MB of its largest process."""
    cpu: float
    wall: float
    memory: float


def measured(command, runs=1, out=None, limit=None):
    """The least of some runs as a Run; or why there is none, as a text.

    `out` is the file that the command writes; it is removed before each run. `limit` is in wall seconds.
    """
    best = None
    for _ in range(runs):
        if out and os.path.exists(out):
            os.remove(out)
        run = once(command, limit)
        if isinstance(run, str):
            return run
        best = run if best is None else Run(*map(min, best, run))
    return best


def once(command, limit):
    null = os.open(os.devnull, os.O_WRONLY)
    log = os.open(os.environ.get("BENCH_LOG", os.devnull), os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o644)
    start = time.monotonic()
    # A group of its own, so that what it starts stops with it.
    pid = os.posix_spawnp(command[0], command, os.environ, setpgroup=0,
                          file_actions=[(os.POSIX_SPAWN_DUP2, null, 1), (os.POSIX_SPAWN_DUP2, log, 2)])
    stopped = threading.Event()

    def stop():
        stopped.set()
        # Asked first: a database that is killed leaves shared memory behind.
        os.killpg(pid, signal.SIGTERM)
        threading.Timer(10, kill).start()

    def kill():
        try:
            os.killpg(pid, signal.SIGKILL)
        except ProcessLookupError:
            pass

    timer = threading.Timer(limit, stop) if limit else None
    if timer:
        timer.start()
    _, status, usage = os.wait4(pid, 0)
    if timer:
        timer.cancel()
    os.close(null)
    os.close(log)
    if stopped.is_set():
        return f"stopped after {limit:.0f} s"
    if os.waitstatus_to_exitcode(status) not in (0, 1):
        return "failed"
    return Run(usage.ru_utime + usage.ru_stime, time.monotonic() - start, usage.ru_maxrss / 1024)
