"""Runs every command that README.md and docs/ show, beside the plan and the styles, as a newcomer would.

    examples.py GXQ-MAP FOLDER
"""

import glob
import os
import re
import shutil
import subprocess
import sys

from report import check, finish

GXQ, WORK = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
HOME = os.getcwd()

AREA = '{"type":"Feature","id":"%s","properties":{},"geometry":{"type":"Polygon","coordinates":[[[116.6,35.3],[116.7,35.3],[116.7,35.4],[116.6,35.3]]]}}'
LINE = '{"type":"Feature","id":"r","properties":{},"geometry":{"type":"LineString","coordinates":[[116.6,35.3],[116.7,35.4]]}}'


def commands():
    """Each command of a block of shell, with the file that shows it."""
    for path in ["README.md", *sorted(glob.glob("docs/*.md"))]:
        with open(path, encoding="utf-8") as file:
            blocks = re.findall(r"```sh\n(.*?)```", file.read(), re.S)
        for line in "\n".join(blocks).split("\n"):
            command = re.split(r"\s#", line)[0].strip()
            if command.startswith("gxq-map "):
                yield path, command


def prepare():
    """A repository with the plan, the styles and the files that the examples name."""
    shutil.rmtree(WORK, ignore_errors=True)
    clone = os.path.join(WORK, "gxq-map")
    for folder in ("geodata", "styles"):
        shutil.copytree(os.path.join(HOME, folder), os.path.join(clone, folder))
    git = ["git", "-C", clone, "-c", "user.name=t", "-c", "user.email=t@example.org"]
    for command in (["init", "--quiet"], ["add", "-A"], ["commit", "--quiet", "-m", "plan"]):
        subprocess.run(git + command, check=True)
    tools = os.path.join(WORK, "bin")
    os.makedirs(tools)
    os.symlink(GXQ, os.path.join(tools, "gxq-map"))
    for name, feature in (("parcels", AREA % "p"), ("zone", AREA % "z"), ("roads", LINE)):
        with open(os.path.join(clone, f"{name}.geojson"), "w") as file:
            file.write('{"type":"FeatureCollection","features":[' + feature + "]}\n")
    return clone, {**os.environ, "PATH": tools + os.pathsep + os.environ["PATH"]}


def main():
    clone, environment = prepare()
    shown = list(commands())
    check(f"{len(shown)} commands are shown", len(shown) > 20)
    texts = os.environ.get("GXQ_DOCUMENTS")
    for path, command in shown:
        if "DIR" in command and not texts:
            continue
        # A printer is not at hand; a revision is, under another name.
        line = command.replace("| lpr", "| cat >/dev/null").replace("DIR", texts or "").replace("origin/main", "HEAD")
        outcome = subprocess.run(["bash", "-o", "pipefail", "-c", line], cwd=clone, env=environment, capture_output=True, text=True)
        check(f"{path}: {command}", outcome.returncode == 0, outcome.stdout[-400:] + outcome.stderr[-400:])
    finish()


main()
