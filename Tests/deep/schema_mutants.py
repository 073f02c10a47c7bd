"""Damages files at places that their schemas know, and holds that schema and reader both refuse each.

schema_mutants.py GXQ-MAP FOLDER [SEED [COUNT]]: so many mutants of each sort and file, a line each.
"""

import copy
import json
import os
import random
import shutil
import subprocess
import sys

import jsonschema

from report import check, finish
from schema_judge import read

GXQ, WORK = os.path.abspath(sys.argv[1]), os.path.abspath(sys.argv[2])
SEED = int(sys.argv[3]) if len(sys.argv) > 3 else 1
COUNT = int(sys.argv[4]) if len(sys.argv) > 4 else 3
ROOT = os.path.abspath(os.path.join(os.path.dirname(__file__), "../.."))
DAYS = ["soon", "2018-13-01", "2019-02-29", "2018/10/02", "2018-04-31", "'2018'"]
UNITS = {
    "length": ["5", "5 mu", "5 km2", "-5 m", "five m"],
    "area": ["5", "5 mu", "5 m", "-5 m2", "5 ha2"],
    "angle": ["45", "45 m", "45 grad"],
    "share": ["80", "80 m", "eighty %"],
}


class Places:
    """Where a value can be damaged, by what its schema says of the place."""

    def __init__(self, schema):
        self.schema = schema
        self.found = []

    def of(self, value):
        self.walk(self.schema, value, ())
        seen, result = set(), []
        for place in self.found:
            if repr(place) not in seen:
                seen.add(repr(place))
                result.append(place)
        return result

    def fits(self, node, value):
        rooted = {"$defs": self.schema.get("$defs", {}), **node}
        return jsonschema.Draft202012Validator(rooted).is_valid(value)

    def add(self, sort, path, detail=None):
        self.found.append((sort, path, detail))

    def walk(self, node, value, path):
        if "$ref" in node:
            name = node["$ref"].split("/")[-1]
            if name in ("date", "day"):
                self.add("bad date", path, name)
            elif name in UNITS and isinstance(value, str):
                self.add("bad unit", path, name)
            self.walk(self.schema["$defs"][name], value, path)
        for choice in node.get("anyOf", []):
            if self.fits(choice, value):
                self.walk(choice, value, path)
        for part in node.get("allOf", []):
            if "if" in part and self.fits(part["if"], value):
                self.walk(part["then"], value, path)
        if "enum" in node and isinstance(value, str):
            self.add("unknown word", path)
        if "type" in node:
            self.add("wrong type", path, node["type"])
        if isinstance(value, dict):
            if node.get("additionalProperties") is False:
                self.add("unknown key", path)
            for key in node.get("required", []):
                self.add("missing key", path, key)
            for key, inner in value.items():
                shape = node.get("properties", {}).get(key, node.get("additionalProperties", True))
                if isinstance(shape, dict):
                    self.walk(shape, inner, path + (key,))
        elif isinstance(value, list):
            for index, inner in enumerate(value):
                firsts = node.get("prefixItems", [])
                shape = firsts[index] if index < len(firsts) else node.get("items")
                if isinstance(shape, dict):
                    self.walk(shape, inner, path + (index,))


def damaged(value, place, choose):
    """A copy of the value with one damage, and what was done."""
    sort, path, detail = place
    value = copy.deepcopy(value)
    if sort == "unknown key":
        at(value, path)["zzz"] = "x"
        return value, "'zzz' added"
    if sort == "missing key":
        del at(value, path)[detail]
        return value, f"'{detail}' taken away"
    new = {
        "unknown word": lambda: "zzz",
        "bad date": lambda: choose(DAYS),
        "bad unit": lambda: choose(UNITS[detail]),
        "wrong type": lambda: choose(WRONG[type(at(value, path))]),
    }[sort]()
    if not path:
        return new, f"{new!r} in its place"
    at(value, path[:-1])[path[-1]] = new
    return value, f"{new!r} in its place"


WRONG = {
    dict: ["x", ["x"]],
    list: [{"a": "x"}, {}],
    str: [{"a": "x"}, [["x"]]],
    int: ["x", {"a": 1}, []],
    float: ["x", {"a": 1}, []],
    bool: ["x", {"a": 1}, []],
    type(None): [{"a": "x"}],
}


def at(value, path):
    for step in path:
        value = value[step]
    return value


def write(value, path):
    # JSON is YAML.
    with open(path, "w", encoding="utf-8") as file:
        json.dump(value, file, ensure_ascii=False, indent=1)


def said_of_plan(file):
    """What a check says of a file of the plan that makes it one that cannot be read as meant."""
    run = subprocess.run(
        [GXQ, "check", "plan", "--format", "json", "--exit-zero", "--lang", "en"],
        capture_output=True, cwd=WORK, text=True)
    if run.returncode != 0:
        return {line for line in run.stderr.splitlines() if file in line}
    return {
        finding["code"] + " " + finding["message"]
        for finding in json.loads(run.stdout)["findings"]
        if finding["code"] in ("D01", "D02", "D11", "G01")
        and any(party.get("file", "").endswith(file) for party in finding["parties"])
    }


def said_of_sheets(file):
    run = subprocess.run(
        [GXQ, "render", "--plan", "geodata", "--sheet", "structure", "-o", "maps", "--lang", "en"],
        capture_output=True, cwd=WORK, text=True)
    return set(run.stderr.splitlines()) if run.returncode == 2 and file in run.stderr else set()


def said_of_baseline(file):
    run = subprocess.run(
        [GXQ, "check", "plan", "--baseline", file, "--exit-zero", "--lang", "en"],
        capture_output=True, cwd=WORK, text=True)
    return set(run.stderr.splitlines()) if run.returncode == 2 and file in run.stderr else set()


def judge(name, path, said):
    """Damages a file that is written anew, without its remarks, for each damage."""
    with open(os.path.join(ROOT, f"docs/schemas/{name}.json"), encoding="utf-8") as file:
        schema = json.load(file)
    validator = jsonschema.Draft202012Validator(schema)
    file = os.path.basename(path)
    original = open(path, "rb").read()
    value = read(path)
    write(value, path)
    before = said(file)
    check(f"{file} as it is", validator.is_valid(value) and not before, before)
    chance = random.Random(f"{SEED} {name} {file}")
    places = Places(schema).of(value)
    for sort in ("unknown key", "missing key", "wrong type", "unknown word", "bad date", "bad unit"):
        fitting = [place for place in places if place[0] == sort]
        chance.shuffle(fitting)
        made = 0
        for place in fitting:
            mutant, what = damaged(value, place, chance.choice)
            # An optional part of a place that takes several shapes may fit again.
            if made == COUNT or sort == "wrong type" and validator.is_valid(mutant):
                continue
            made += 1
            write(mutant, path)
            where = "/".join(str(step) for step in place[1])
            by_schema, by_reader = not validator.is_valid(mutant), said(file) - before
            check(
                f"{file} {sort} at /{where}: {what}", by_schema and by_reader,
                f"schema {'refuses' if by_schema else 'accepts'}, "
                f"reader {'refuses' if by_reader else 'accepts'}")
    with open(path, "wb") as output:
        output.write(original)


def main():
    shutil.rmtree(WORK, ignore_errors=True)
    os.makedirs(WORK)
    shutil.copytree(os.path.join(ROOT, "Tests/Fixtures/second-plan"), os.path.join(WORK, "plan"))
    for folder in ("geodata", "styles"):
        shutil.copytree(os.path.join(ROOT, folder), os.path.join(WORK, folder))
    plan = os.path.join(WORK, "plan")
    for name in ("plan", "documents", "statements", "exceptions"):
        judge(name, os.path.join(plan, name + ".yaml"), said_of_plan)
    for name in ("roads", "road-works", "parks"):
        judge("features", os.path.join(plan, name + ".geojson"), said_of_plan)
    judge("sheets", os.path.join(WORK, "styles/sheets.yaml"), said_of_sheets)
    subprocess.run(
        [GXQ, "check", "plan", "--write-baseline", "known.json", "--exit-zero"],
        cwd=WORK, check=True, capture_output=True)
    judge("baseline", os.path.join(WORK, "known.json"), said_of_baseline)
    finish()


if __name__ == "__main__":
    main()
