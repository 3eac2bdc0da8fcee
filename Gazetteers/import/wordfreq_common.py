#!/usr/bin/env python3
"""Writes Gazetteers/lexicon/common-words.tsv from the Arabic word list of PyPI wordfreq 3.1.1.

Credit and licence: wordfreq by Robyn Speer and others, data under CC BY-SA 4.0 (https://github.com/rspeer/wordfreq); it draws on
Wikipedia, OPUS OpenSubtitles 2018, SUBTLEX, OSCAR, Google Books, Reddit and Twitter. The list written here is a filtered excerpt and
stays under CC BY-SA 4.0.

    python3 -m venv V && V/bin/pip install wordfreq==3.1.1
    V/bin/python Gazetteers/import/wordfreq_common.py [COUNT]

Left out: function-word clusters with و/ف/ب/ل/ك before a more frequent word (the matcher splits those), dialect and chat words,
names of people and places (after the lists under Gazetteers/; a name with the flag common-word may stay), nationality adjectives.
Run it after the name lists. Rows without `src=wordfreq` are our own and are kept.
"""
import glob
import os
import re
import sys

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from name_flags import NEVER_F, ROOT, Words, fold, read_tsv, write_tsv  # noqa: E402

OUT = f"{ROOT}/lexicon/common-words.tsv"
DROP = {fold(w) for w in """
ده دا دي دى مش مو مب موب بس ليه ايه إيه اللي عشان علشان عايز عاوز عايزة زي ازاي إزاي انا انت احنا إحنا هيا كده كدا كمان برضو بردو لسه لسا شو ليش شنو وش ايش إيش وين هلا هلق هيك بدي بدك بدو
حد فين منين امتى اوي قوي خالص معلش طب طيب يعني والله يارب يا يلا هههه ههه هههههه لول الف ال ان اي او ف ب ل ك و ع ه م ت د ج ق ش س ر ن ي ذ ز خ ح ث ص ض ط ظ غ ا ء
مفيش مافيش عندو عندي عليا فيا معايا بقى بقا بقي راح حرام والنبي حبيبي حبيبتي قلبي حياتي عزيزي عمري ماما بابا تيته جدو ياريت ممكن تويتر فيسبوك فيس يوتيوب ريتويت هاشتاق فولو متابعين
كس زب طيز خرا لعنة اللعنة تبا سحقا يارجل هراء سيدي سيدتي هاي باي اوكي حسنا مرحبا أهلا اهلا شكرا الرب يسوع المسيح الله رب اللهم رمضان محمد صلى وسلم سبحان أستغفر آمين امين
في_ قناه اتش بي سي ام اس ون اف تي في دي جي الخ ام_ اد ار ال_ انو هاد هاي هادا هاذا هذي هذولا ذي هالشي شي شيء_ اكو ماكو چان وايد حيل اشوف شفت شوف تشوف روح تعال خلي خليك خلاص صح اه آه لأ لا_ نعم_ يس
""".split()}
KEEP = {fold(w) for w in """
عام بعد سلام حرب حق فتح نصر عدل علم بيت باب رأس عين وادي جبل بحر نهر سهل شمس قمر نجم نور أمل حب خير شرف كرم فضل سعد جهد جهاد نضال كفاح وفاء رجاء هدى إيمان
إسلام سلامة صحة راحة نجاح صلاح فلاح كمال جمال جلال وسام سيف رمح درع صقر أسد نمر ذئب غزال حمام بطل فارس قائد رائد نقيب عميد عقيد لواء فريق مقدم رقيب جندي
حكم حاكم محافظ وزير رئيس أمين مدير مفتي قاضي نائب عضو شيخ سيد أمير ملك سلطان
""".split()}


def names():
    """Folded forms that are names of people or places and not also ordinary words."""
    out = set()
    for f in ("given-names", "family-names", "foreign-names"):
        for r in read_tsv(f"{ROOT}/people/{f}.tsv"):
            if "common-word" not in r[3]:
                out.add(fold(r[0]))
    for path in glob.glob(f"{ROOT}/*/*.tsv"):
        with open(path, encoding="utf-8") as fh:
            head = fh.readline().rstrip("\n").split("\t")
            if not head or head[0] != "id":
                continue
            for line in fh:
                if line.startswith("#"):
                    continue
                d = dict(zip(head, line.rstrip("\n").split("\t")))
                if "common-word" in d.get("flags", "") or "time-sense" in d.get("flags", ""):
                    continue
                if d.get("type") == "ORG" and not d.get("name", "").startswith("ال") and " " in d.get("name", ""):
                    continue
                for x in [d.get("name", "")] + d.get("variants", "").split("|"):
                    if x and " " not in x:
                        out.add(fold(x))
                if d.get("type") == "PER":
                    for x in d.get("short", "").split("|"):
                        if x and " " not in x:
                            out.add(fold(x))
    for r in read_tsv(f"{ROOT}/places/nationalities.tsv"):
        out.add(fold(r[0]))
        out.add("ال" + fold(r[0]))
    return out


def bin_of(rank):
    return 1 if rank <= 250 else 2 if rank <= 1000 else 3 if rank <= 2500 else 4 if rank <= 5000 else 5


def main():
    from wordfreq import iter_wordlist
    want = int(sys.argv[1]) if len(sys.argv) > 1 else 8000
    words = Words()
    bad = names() | NEVER_F
    rows, seen, rank = [], set(), 0
    order = {}
    for i, w in enumerate(iter_wordlist("ar", wordlist="large")):
        order.setdefault(fold(w), i)
    for w in iter_wordlist("ar", wordlist="large"):
        k = fold(w)
        if k in seen or not re.fullmatch("[\u0621-\u063a\u0641-\u0652]{2,}", w) or k in DROP:
            continue
        seen.add(k)
        if k in bad and k not in KEEP:
            continue
        base = k[2:] if k.startswith("ال") and len(k) > 4 else k
        if base in bad and base not in KEEP and base != k and base not in words.dic:
            continue
        # و ف ب ل ك س + a word that is at least as well known
        if len(k) > 3 and k[0] in "وفبلكس" and k[1:] in order and len(k) > 4 and order[k[1:]] < 1.5 * order[k]:
            continue
        if len(k) > 4 and (k.startswith(("وال", "بال", "فال", "كال", "لل", "ولل", "وبال")) and ("ال" + k.lstrip("وفبكل").removeprefix("ال")) in order):
            continue
        if re.search(r"(.)\1\1", w) or len(k) == 2 and k not in words.dic:
            continue
        if k not in words.dic and base not in words.dic:
            # inflected forms: known by their stem, else left out beyond the first thousands
            stems = [re.sub("(ها|هم|هما|هن|نا|كم|ات|ون|ين|ان|تين|تان|يه|ه|ي|وا|ت|ا)$", "", x) for x in (k, base, base[1:] if base[:1] in "يتناس" else base)]
            stems += [s + "ه" for s in stems]
            if not any(len(s) > 2 and s in words.dic for s in stems) or order[k] > 30000:
                continue
        rank += 1
        rows.append([w, "common-word", f"freq={bin_of(rank)};src=wordfreq", ""])
        if rank >= want:
            break
    own = [r for r in read_tsv(OUT) if "src=wordfreq" not in r[2]]
    n = write_tsv(OUT, own + rows, [
        "Frequent Arabic words that are no proper names. Rows with src=wordfreq: filtered from wordfreq 3.1.1 (Robyn Speer and others),",
        "CC BY-SA 4.0, written by Gazetteers/import/wordfreq_common.py; this file as a whole is CC BY-SA 4.0.",
    ])
    print("common words", n)


if __name__ == "__main__":
    main()
