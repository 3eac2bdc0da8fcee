#!/usr/bin/env python3
"""Compares the tagger's speed with python-crfsuite's on the same text, feature extraction included on both sides, one thread.

usage: crfsuite.py TRAIN.conll TEXT.conll BINARY [PROFILE]      needs: pip install python-crfsuite

python-crfsuite gets the plain features that its tutorial uses (words around, affixes, shape): fewer than the tagger's, and no lists
or rules.  It learns for 30 rounds, which is enough for speed.  The tagger's time is what `isnad train --evaluate … --speed` prints: both
passes over documents of 40 sentences, from tokens with their class bits to names.  The best of five runs counts on both sides.
"""
import subprocess, sys, time

import pycrfsuite


def read(path):
    out, cur = [], []
    for line in open(path, encoding="utf-8"):
        p = line.split()
        if len(p) < 2:
            if cur:
                out.append(cur)
            cur = []
        else:
            cur.append((p[0], p[-1]))
    return out + [cur] if cur else out


def features(words):
    rows = []
    for i, w in enumerate(words):
        f = ["bias", "w=" + w, "p2=" + w[:2], "p3=" + w[:3], "s2=" + w[-2:], "s3=" + w[-3:], "d=%s" % w.isdigit(), "al=%s" % w.startswith("ال")]
        if i:
            f += ["-1w=" + words[i - 1], "-1s2=" + words[i - 1][-2:]]
        else:
            f.append("BOS")
        if i + 1 < len(words):
            f += ["+1w=" + words[i + 1], "+1s2=" + words[i + 1][-2:]]
        else:
            f.append("EOS")
        rows.append(f)
    return rows


def main():
    train, text, binary = sys.argv[1:4]
    profile = sys.argv[4] if len(sys.argv) > 4 else "anercorp"
    trainer = pycrfsuite.Trainer(verbose=False)
    for s in read(train):
        trainer.append(features([w for w, _ in s]), [t for _, t in s])
    trainer.set_params({"c1": 1.0, "c2": 0.001, "max_iterations": 30, "feature.possible_transitions": True})
    trainer.train("/tmp/crfsuite-benchmark.model")
    tagger = pycrfsuite.Tagger()
    tagger.open("/tmp/crfsuite-benchmark.model")
    sentences = [[w for w, _ in s] for s in read(text)]
    best = min(once(tagger, sentences) for _ in range(5))
    theirs = sum(map(len, sentences)) / best
    out = subprocess.run(
        [binary, "train", "--evaluate", text, "--profile", profile, "--document", "40", "--speed"],
        stdout=subprocess.PIPE, check=True).stdout.decode()
    ours = float(out.split("tokens a second: ")[1].split()[0])
    print("python-crfsuite %.0f words a second, isnad's tagger %.0f tokens a second: %.1f times" % (theirs, ours, ours / theirs))


def once(tagger, sentences):
    start = time.process_time()
    for s in sentences:
        tagger.tag(features(s))
    return time.process_time() - start


main()
