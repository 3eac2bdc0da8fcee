#!/usr/bin/env python3
"""Checks documents against Models/schema with the jsonschema package, and every span against its text.

    isnad annotate --input jsonl --format jsonl articles.jsonl | Tests/Conformance/validate.py
    Tests/Conformance/validate.py annotated/*.json

Each input holds one JSON document, or one a line. The exit status is 1 where one of them is wrong.
"""
import json
import pathlib
import sys

import jsonschema

SCHEMAS = pathlib.Path(__file__).resolve().parents[2] / "Models" / "schema"


def documents(name, data):
    """The documents of an input with their places."""
    try:
        yield name, json.loads(data)
        return
    except ValueError:
        pass
    for number, line in enumerate(data.split(b"\n"), 1):
        if line.strip():
            yield f"{name}:{number}", json.loads(line)


def spans(node, path="$"):
    """Everything with a start and an end, with its path."""
    if isinstance(node, dict):
        if isinstance(node.get("start"), int):
            yield path, node
        for key, child in node.items():
            yield from spans(child, f"{path}.{key}")
    elif isinstance(node, list):
        for number, child in enumerate(node):
            yield from spans(child, f"{path}[{number}]")


def slices(document):
    """A function that cuts a span out of the document's text, in the document's unit."""
    text, unit = document["text"], document["offsets"]
    if unit == "codepoint":
        return len(text), lambda start, end: text[start:end]
    width, code = (2, "utf-16-le") if unit == "utf16" else (1, "utf-8")
    data = text.encode(code)
    return len(data) // width, lambda start, end: data[start * width:end * width].decode(code, "replace")


def mistakes(document, validator):
    """What is wrong with a document."""
    for error in validator.iter_errors(document):
        yield f"{error.json_path}: {error.message}"
    if "text" not in document:
        return
    length, cut = slices(document)
    for path, span in spans({k: v for k, v in document.items() if k != "text"}):
        start, end = span["start"], span["end"]
        if not 0 <= start <= end <= length:
            yield f"{path}: {start}..{end} lies outside the text"
        elif "text" in span and cut(start, end) != span["text"]:
            yield f"{path}: {start}..{end} is {cut(start, end)!r}, not {span['text']!r}"


def main(names):
    schema = json.loads((SCHEMAS / "document.schema.json").read_text(encoding="utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    seen = wrong = 0
    for name in names or ["-"]:
        data = sys.stdin.buffer.read() if name == "-" else pathlib.Path(name).read_bytes()
        for place, document in documents(name, data):
            seen += 1
            found = list(mistakes(document, validator))
            wrong += bool(found)
            for message in found[:10]:
                print(f"{place}: {message}", file=sys.stderr)
    print(f"{seen} documents, {wrong} wrong")
    return 1 if wrong or not seen else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
