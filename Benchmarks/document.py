#!/usr/bin/env python3
"""Puts what it reads between two markers of a document.

    document.py FILE NAME < TEXT    replaces what lies between <!-- NAME --> and <!-- end of NAME -->
"""
import sys


def main():
    path, name = sys.argv[1:]
    with open(path, encoding="utf-8") as file:
        before, begin, rest = file.read().partition(f"<!-- {name} -->")
    _, end, after = rest.partition(f"<!-- end of {name} -->")
    if not begin or not end:
        sys.exit(f"{path} has no place for '{name}'")
    with open(path, "w", encoding="utf-8") as file:
        file.write(f"{before}{begin}\n\n{sys.stdin.read().strip()}\n\n{end}{after}")


main()
