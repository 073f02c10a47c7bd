#!/usr/bin/env python3
"""Holds YAML, JSON and NDJSON files against a JSON Schema: schema_judge.py SCHEMA FILE...

Prints the first fault of each file that does not fit, and leaves with 1 when there is one.
"""

import json
import re
import sys

import jsonschema
import yaml


class Core(yaml.SafeLoader):
    """YAML 1.2 as editors read it: 'on' is a text, 2018-10-02 is a text, 0o7 and 1:30 are texts."""

    yaml_implicit_resolvers = {}


for tag, pattern, first in [
    ("bool", r"^(?:true|True|TRUE|false|False|FALSE)$", "tTfF"),
    ("null", r"^(?:~|null|Null|NULL|)$", ["~", "n", "N", ""]),
    ("int", r"^[-+]?[0-9]+$", "-+0123456789"),
    ("float", r"^[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?$", "-+0123456789."),
]:
    Core.add_implicit_resolver("tag:yaml.org,2002:" + tag, re.compile(pattern), list(first))


def integer(loader, node):
    # YAML 1.1 would take a leading 0 for an octal number.
    return int(loader.construct_scalar(node), 10)


Core.add_constructor("tag:yaml.org,2002:int", integer)


def read(path):
    with open(path, encoding="utf-8") as file:
        return yaml.load(file, Core) if path.endswith(".yaml") else json.load(file)


def values(path):
    """The values of a file: one, but of a file with a value a line."""
    if not path.endswith(".ndjson"):
        return [read(path)]
    with open(path, encoding="utf-8") as file:
        return [json.loads(line) for line in file]


def main():
    schema = read(sys.argv[1])
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    refused = False
    for path in sys.argv[2:]:
        faults = (fault for value in values(path) for fault in validator.iter_errors(value))
        fault = jsonschema.exceptions.best_match(faults)
        if fault is not None:
            refused = True
            place = "/".join(str(part) for part in fault.absolute_path)
            print(f"{path}: {place}: {fault.message[:300]}")
    sys.exit(1 if refused else 0)


if __name__ == "__main__":
    main()
