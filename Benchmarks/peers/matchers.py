#!/usr/bin/env python3
"""matchers.py: the phrase matcher beside those of others, on the same text and phrases, in one run on one core.

    Benchmarks/peers/matchers.py TEXT.jsonl [--phrases 100000] [--megabytes 10]

Needs the release builds of isnad and isnad-bench; installs the peers from PyPI into .build/peers. TEXT is JSONL with "text",
repeated to the size asked for. Phrases are the forms of our lists of names, at most half of all, beyond them 150,000 sequences of two to
four words of the text, and beyond those sequences of words of the text that need not stand beside each other there (else a million
phrases would make every word a hit), all drawn at random with a fixed seed. Peers get text and phrases already folded, and split at spaces for spaCy's blank tokenizer as it likes; our
figure is from raw bytes: tokenising, folding, proclitics, comparing, byte offsets. CPU time of the process' thread, best of three
passes; peers slower than 10 MB/s get the first megabyte.
"""
import argparse, csv, json, os, random, re, resource, subprocess, sys, time

HERE = os.path.dirname(os.path.abspath(__file__))
ROOT = os.path.dirname(os.path.dirname(HERE))
VENV = os.path.join(ROOT, ".build", "peers")
PACKAGES = ["daachorse==0.5.0", "pyahocorasick==2.3.1", "ahocorasick_rs==1.0.3", "flashtext==2.7", "spacy==3.8.18"]

FOLD = str.maketrans({"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ة": "ه", "ؤ": "و", "ئ": "ي"})
MARKS = re.compile("[\u064b-\u0652\u0670\u0640\u200b-\u200f]")
WORD = re.compile("[\u0621-\u064a]+")


def fold(text):
    return MARKS.sub("", text).translate(FOLD)


def install():
    python = os.path.join(VENV, "bin", "python")
    if not os.path.exists(python):
        subprocess.run([sys.executable, "-m", "venv", VENV], check=True)
        subprocess.run([python, "-m", "pip", "install", "-q", *PACKAGES], check=True)
    return python


def texts(path, size):
    own = []
    with open(path, encoding="utf-8") as f:
        for line in f:
            own.append(json.loads(line)["text"])
    out, total = [], 0
    while total < size:
        for t in own:
            out.append(t)
            total += len(t.encode())
            if total >= size:
                break
    return own, out


def list_forms():
    """The forms of our lists of names, those of several words first."""
    forms = {}
    with open(os.path.join(ROOT, "Gazetteers", "lists.tsv"), encoding="utf-8") as f:
        files = [r["file"] for r in csv.DictReader(f, delimiter="\t") if r["kind"] == "names"]
    for name in files:
        with open(os.path.join(ROOT, "Gazetteers", name), encoding="utf-8") as f:
            rows = csv.DictReader((l for l in f if not l.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE)
            for r in rows:
                for form in [r["name"], *(r.get("variants") or "").split("|")]:
                    words = WORD.findall(fold(form))
                    if words and fold(form) == " ".join(words):
                        forms.setdefault(" ".join(words))
    return sorted(forms, key=lambda f: (" " not in f))


def phrases(own, count):
    forms = list_forms()
    out = dict.fromkeys(random.Random(1).sample(forms, min(len(forms), count // 2)))
    found = {}
    for t in own:
        for run in re.findall("[\u0621-\u064a]+(?: [\u0621-\u064a]+)*", fold(t)):
            words = run.split(" ")
            for n in (2, 3, 4):
                for i in range(len(words) - n + 1):
                    found.setdefault(" ".join(words[i : i + n]))
    more = [p for p in found if p not in out]
    for p in random.Random(1).sample(more, min(150_000, len(more), count - len(out))):
        out[p] = None
    words = [w for t in own for w in WORD.findall(fold(t))]
    draw = random.Random(1)
    while len(out) < count:
        out[" ".join(draw.choice(words) for _ in range(draw.choice((2, 3, 4))))] = None
    return list(out)


def measure(build, find, docs, size):
    start = time.thread_time()
    m = build()
    built = time.thread_time() - start
    best, hits = 1e9, 0
    for _ in range(3):
        start = time.thread_time()
        hits = sum(find(m, d) for d in docs)
        best = min(best, time.thread_time() - start)
    return size / 1e6 / best, built, hits


def peer(name, phrase_file, text_file):
    """Measures one peer in a process of its own and prints JSON."""
    with open(phrase_file, encoding="utf-8") as f:
        words = f.read().split("\n")[:-1]
    docs = json.load(open(text_file, encoding="utf-8"))
    small, n = [], 0
    for d in docs:
        small.append(d)
        n += len(d.encode())
        if n >= 1e6:
            break
    size = sum(len(d.encode()) for d in docs)
    if name.startswith("daachorse"):
        import daachorse
        cls = daachorse.CharwiseDoubleArrayAhoCorasick if name.endswith("charwise") else daachorse.DoubleArrayAhoCorasick
        if name.endswith("bytewise"):
            words, docs = [w.encode() for w in words], [d.encode() for d in docs]
        result = measure(lambda: cls(words), lambda m, d: len(m.find_overlapping(d)), docs, size)
    elif name.startswith("ahocorasick_rs"):
        import ahocorasick_rs
        if name.endswith("bytes"):
            data = [d.encode() for d in docs]
            result = measure(lambda: ahocorasick_rs.BytesAhoCorasick([w.encode() for w in words]),
                             lambda m, d: len(m.find_matches_as_indexes(d, overlapping=True)), data, size)
        else:
            result = measure(lambda: ahocorasick_rs.AhoCorasick(words),
                             lambda m, d: len(m.find_matches_as_indexes(d, overlapping=True)), docs, size)
    elif name == "pyahocorasick":
        import ahocorasick
        def build():
            a = ahocorasick.Automaton(ahocorasick.STORE_INTS)
            for k, w in enumerate(words):
                a.add_word(w, k)
            a.make_automaton()
            return a
        result = measure(build, lambda m, d: sum(1 for _ in m.iter(d)), docs, size)
    elif name == "flashtext":
        from flashtext import KeywordProcessor
        def build():
            k = KeywordProcessor(case_sensitive=True)
            k.non_word_boundaries |= {chr(c) for c in range(0x621, 0x64B)}
            k.add_keywords_from_list(words)
            return k
        result = measure(build, lambda m, d: len(m.extract_keywords(d, span_info=True)), small, n)
    else:
        import spacy
        from spacy.matcher import PhraseMatcher
        nlp = spacy.blank("ar")
        nlp.max_length = 10**8
        def build():
            m = PhraseMatcher(nlp.vocab)
            m.add("X", list(nlp.tokenizer.pipe(words)))
            return m
        result = measure(build, lambda m, d: len(m(nlp.make_doc(d))), small, n)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1000
    print(json.dumps(dict(speed=result[0], build=result[1], hits=result[2], memory=memory)))


def main():
    args = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    args.add_argument("text", nargs="?")
    args.add_argument("--phrases", type=int, default=100_000)
    args.add_argument("--megabytes", type=float, default=10)
    args.add_argument("--isnad", default=os.path.join(ROOT, ".build/release/isnad"))
    args.add_argument("--bench", default=os.path.join(ROOT, "Benchmarks/.build/release/isnad-bench"))
    args.add_argument("--peer", nargs=3, help=argparse.SUPPRESS)
    o = args.parse_args()
    if o.peer:
        return peer(*o.peer)
    python = install()
    work = os.path.join(VENV, "work")
    os.makedirs(work, exist_ok=True)
    own, docs = texts(o.text, o.megabytes * 1e6)
    words = phrases(own, o.phrases)
    print(f"{len(words):,} phrases, {sum(len(w.encode()) for w in words) / len(words):.1f} bytes each; "
          f"{sum(len(d.encode()) for d in docs) / 1e6:.1f} MB in {len(docs):,} documents")
    raw, folded, plain, tsv, gaz = (os.path.join(work, n) for n in ("text.jsonl", "folded.json", "phrases.txt", "phrases.tsv", "phrases.gaz"))
    with open(raw, "w", encoding="utf-8") as f:
        f.writelines(json.dumps({"text": d}, ensure_ascii=False) + "\n" for d in docs)
    json.dump([fold(d) for d in docs], open(folded, "w", encoding="utf-8"), ensure_ascii=False)
    with open(plain, "w", encoding="utf-8") as f:
        f.writelines(w + "\n" for w in words)
    with open(tsv, "w", encoding="utf-8") as f:
        f.write("form\tclass\n")
        f.writelines(w + "\tphrase\n" for w in words)
    start = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run([o.isnad, "gazetteer", "compile", tsv, "-o", gaz], check=True, stderr=subprocess.DEVNULL)
    end = resource.getrusage(resource.RUSAGE_CHILDREN)
    compile_time = end.ru_utime + end.ru_stime - start.ru_utime - start.ru_stime
    table = subprocess.run([o.bench, raw, "--phrases", gaz, "--passes", "3"], check=True, capture_output=True, text=True).stdout
    speeds = {m[0]: float(m[1]) for m in re.findall(r"(?m)^(\S+(?: \S+)?) +([\d.]+) +[\d.]+ +", table)}
    hits = re.search(r"matcher all +[\d.]+ +[\d.]+ +(\d+)", table)
    ours = speeds["matcher all"]
    print(f"floor {speeds['floor']:.0f} MB/s\n")
    print(f"{'matcher':28}{'MB/s':>8}{'ours is':>9}{'build s':>9}{'MB':>8}{'hits':>12}")
    print(f"{'isnad, all, verified':28}{ours:8.1f}{'':9}{compile_time:9.2f}{os.path.getsize(gaz) / 1e6:8.1f}{int(hits[1]):12,}")
    print(f"{'isnad, longest':28}{speeds['matcher longest']:8.1f}")
    names = ["daachorse charwise", "daachorse bytewise", "ahocorasick_rs str", "ahocorasick_rs bytes", "pyahocorasick"]
    if o.phrases <= 200_000:
        names += ["flashtext", "spaCy PhraseMatcher"]
    for name in names:
        p = subprocess.run([python, __file__, "--peer", name, plain, folded], capture_output=True, text=True)
        if p.returncode:
            print(f"{name:28} failed: {p.stderr.strip().splitlines()[-1]}")
            continue
        r = json.loads(p.stdout)
        print(f"{name:28}{r['speed']:8.1f}{ours / r['speed']:8.1f}x{r['build']:9.2f}{r['memory']:8.1f}{r['hits']:12,}")


main()
