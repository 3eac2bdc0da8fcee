#!/usr/bin/env python3
"""Compares the tagger's speed with python-crfsuite's on the same text, feature extraction included on both sides, one thread.

usage: crfsuite.py TRAIN.conll TEXT.conll BINARY [PROFILE]      needs: pip install python-crfsuite

python-crfsuite runs with two sets: `few`, the dozen of its tutorial, and `same`, the tagger's own templates over words (28; the
tagger has 30 more over lists and rules, whose bits both would be given).  It learns for 30 rounds, which is enough for speed.  The tagger's time is what `isnad train --evaluate … --speed` prints: both
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


def few(words):
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


FOLD = str.maketrans("أإآىة", "ااايه", "\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652\u0640")


def same(words):
    """The tagger's own templates over words, without those of lists and rules."""
    folded = [w.translate(FOLD) for w in words]
    p = ["<", "<"] + folded + [">", ">"]
    stems = [w[1:] if len(w) > 3 and w[0] in "وفبلك" else w for w in p]
    shapes = ["%d,%s,%s" % (min(len(w), 9), w.isdigit(), w.startswith("ال")) for w in p]
    rows = []
    for k in range(len(words)):
        i = k + 2
        a, b, c = p[i - 1], p[i], p[i + 1]
        rows.append([
            "1" + b, "2" + a, "3" + c, "4" + p[i - 2], "5" + p[i + 2], "6" + a + "_" + b, "7" + b + "_" + c, "8" + a + "_" + c,
            "9" + p[i - 2] + "_" + a, "10" + stems[i], "11" + stems[i - 1], "12" + stems[i + 1], "13" + words[k], "14" + b[:1], "15" + b[:2],
            "16" + b[:3], "17" + b[:4], "18" + b[-1:], "19" + b[-2:], "20" + b[-3:], "21" + b[-4:], "22" + a[-3:], "23" + c[-3:],
            "24" + a[:2], "25" + c[:2], "26" + shapes[i], "27" + shapes[i - 1], "28" + shapes[i + 1],
        ])
    return rows


def main():
    train, text, binary = sys.argv[1:4]
    profile = sys.argv[4] if len(sys.argv) > 4 else "anercorp"
    speeds = [(f.__name__, speed(f, train, text)) for f in (few, same)]
    out = subprocess.run(
        [binary, "train", "--evaluate", text, "--profile", profile, "--document", "40", "--speed"],
        stdout=subprocess.PIPE, check=True).stdout.decode()
    ours = float(out.split("tokens a second: ")[1].split()[0])
    for name, theirs in speeds:
        print("python-crfsuite, %s features: %.0f words a second; isnad's tagger: %.0f tokens a second; %.1f times" % (name, theirs, ours, ours / theirs))


def speed(features, train, text):
    trainer = pycrfsuite.Trainer(verbose=False)
    for s in read(train):
        trainer.append(features([w for w, _ in s]), [t for _, t in s])
    trainer.set_params({"c1": 1.0, "c2": 0.001, "max_iterations": 30, "feature.possible_transitions": True})
    trainer.train("/tmp/crfsuite-benchmark.model")
    tagger = pycrfsuite.Tagger()
    tagger.open("/tmp/crfsuite-benchmark.model")
    sentences = [[w for w, _ in s] for s in read(text)]
    best = min(once(tagger, features, sentences) for _ in range(5))
    return sum(map(len, sentences)) / best


def once(tagger, features, sentences):
    start = time.process_time()
    for s in sentences:
        tagger.tag(features(s))
    return time.process_time() - start


main()
