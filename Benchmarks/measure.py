"""What a command costs.

    measure.py LIMIT COMMAND…    runs it, and prints status, CPU seconds, wall seconds and peak MB

A process of its own measures: the peak of a program that has just been started counts what its parent held.
"""
import os
import signal
import subprocess
import sys
import threading
import time
from typing import NamedTuple


class Run(NamedTuple):
    """CPU seconds (user and system, with all it started and waited for), wall seconds, peak MB of its largest process."""
    cpu: float
    wall: float
    memory: float


def measured(command, runs=1, out=None, limit=0):
    """The least of some runs as a Run; or why there is none, as a text.

    `out` is the file that the command writes; it is removed before each run. `limit` is in wall seconds.
    """
    best = None
    for _ in range(runs):
        if out and os.path.exists(out):
            os.remove(out)
        with open(os.environ.get("BENCH_LOG", os.devnull), "a") as log:
            answer = subprocess.run([sys.executable, os.path.abspath(__file__), str(limit), *command], stdout=subprocess.PIPE, stderr=log)
        status, *numbers = answer.stdout.split() or [b"failed"]
        if status == b"stopped":
            return f"stopped after {limit:.0f} s"
        if status not in (b"0", b"1"):
            return "failed"
        run = Run(*map(float, numbers))
        best = run if best is None else Run(*map(min, best, run))
    return best


def main():
    limit, command = float(sys.argv[1]), sys.argv[2:]
    null = os.open(os.devnull, os.O_WRONLY)
    start = time.monotonic()
    # A group of its own, so that what it starts stops with it.
    pid = os.posix_spawnp(command[0], command, os.environ, setpgroup=0, file_actions=[(os.POSIX_SPAWN_DUP2, null, 1)])
    stopped = threading.Event()

    def stop(hard):
        stopped.set()
        try:
            os.killpg(pid, signal.SIGKILL if hard else signal.SIGTERM)
        except ProcessLookupError:
            pass

    # Asked first: a database that is killed leaves shared memory behind.
    timers = [threading.Timer(limit, stop, [False]), threading.Timer(limit + 10, stop, [True])] if limit else []
    for timer in timers:
        timer.start()
    _, status, usage = os.wait4(pid, 0)
    wall = time.monotonic() - start
    for timer in timers:
        timer.cancel()
    code = "stopped" if stopped.is_set() else os.waitstatus_to_exitcode(status)
    print(code, usage.ru_utime + usage.ru_stime, wall, usage.ru_maxrss / 1024)


if __name__ == "__main__":
    main()
