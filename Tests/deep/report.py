"""What the judges share: one line for each check, and the program."""

import json
import subprocess
import sys

failures = 0


def check(name, is_true, detail=""):
    """Prints one line that Tests/deep/run counts."""
    global failures
    if is_true:
        print(f"ok      {name}")
    else:
        failures += 1
        print(f"FAILED  {name}" + (f": {detail}" if detail else ""))
    return is_true


def program(path, *arguments, status=(0,), cwd=None):
    """Runs gxq-map and gives its standard output."""
    run = subprocess.run([path, *arguments], capture_output=True, cwd=cwd)
    if run.returncode not in status:
        sys.exit(f"gxq-map {' '.join(arguments)}: status {run.returncode}\n{run.stderr.decode()}")
    return run.stdout


def program_json(path, *arguments, **options):
    return json.loads(program(path, *arguments, **options))


def finish():
    sys.exit(1 if failures else 0)
