"""Reads a document from standard input and checks that each span's text is its slice of the document's text."""
import json
import sys

document = json.load(sys.stdin)
text = document["text"]
spans = 0


def check(value):
    global spans
    if isinstance(value, list):
        for v in value:
            check(v)
    elif isinstance(value, dict):
        start, end = value.get("start"), value.get("end")
        if value is not document and isinstance(start, int) and isinstance(value.get("text"), str):
            if text[start:end] != value["text"]:
                sys.exit(f"{start}-{end} is «{text[start:end]}», not «{value['text']}»")
            spans += 1
        for v in value.values():
            check(v)


check(document)
if not document["entities"] or not document["statements"]:
    sys.exit("the example has no entities or no statements")
print(f"{spans} spans, {len(document['entities'])} entities, {len(document['statements'])} statements")
