#!/usr/bin/env python3
"""Imports Arabic given and family names, and Persian and Urdu ones, from PyPI arabic-name-romanizer 0.2.0 (names.sqlite3).

Licence of the data: Wikidata CC0, Algerian name corpora CC0 and MIT; the package itself MIT.
Only single units (words) with role and country are read, never full names of people.

    python3 -m venv V && V/bin/pip install --no-deps arabic-name-romanizer==0.2.0 && V/bin/pip install wordfreq
    V/bin/python Gazetteers/import/romanizer_names.py [names.sqlite3]

Rows without `src=romanizer` (our own) are kept as they are and win over imported ones; names-corrections.tsv (list, form, right form or "-", right
value) holds what readers of the imported rows mended by hand. Debian's hunspell-ar must be installed for
the common-word flags.
"""
import collections
import glob
import os
import re
import sqlite3
import sys
import sysconfig

sys.path.insert(0, os.path.dirname(os.path.abspath(__file__)))
from name_flags import ROOT, Words, fold, read_tsv, write_tsv  # noqa: E402

ARAB = set("EG SA IQ SY LB JO PS YE OM AE QA BH KW LY TN DZ MA MR SD SO DJ KM".split())
OTHER = {"IR": "fa", "AF": "fa", "PK": "ur"}
GIVEN, FAMILY, FOREIGN = (f"{ROOT}/people/{n}.tsv" for n in ("given-names", "family-names", "foreign-names"))
STOP = set(fold(w) for w in """
في من على إلى عن مع هذا هذه ذلك التي الذي كان كانت قد لم لن لا ما هو هي هم أن إن أو ثم بعد قبل عند بين كل بعض غير عبد ابو أبو ابن بن ولد بنت آل ال ام أم
اولد أولد الله الدين اله بو سي لالا ذو مولاي سيدي الملك الملكة الأمير الأميرة أمير رئيس الرئيس وزير الوزير دكتور الدكتور السيد سيد السيدة الشيخ شيخ
الشيخة الحاج حاج المهندس مهندس الأستاذ القاضي العقيد اللواء الفريق فريق اللاعب لاعب المدرب الفنان الكاتب الشاعر صحفي الصحفي ممثل الممثل عضو نائب
النائب سفير السفير اول أول الأول الثاني ثاني الثالث الرابع الخامس السادس الكبير كبير الصغير صغير بك باشا أفندي خان ملا سير دو دي فان دا دل دير فون
لاعبه مدينه جامعه حزب حركه قوات جيش كتائب فيلم مسلسل كرة قدم عام سنه يوم شهر احد اثنين ثلاثاء اربعاء خميس جمعه سبت
المصريه العربيه الاسلاميه السعوديه مصر لبنان سوريا العراق الاردن فلسطين تونس الجزائر المغرب ليبيا السودان اليمن الكويت قطر البحرين عمان الامارات
دبي سيتي اتش مستر حادة طريقي باعلي قلبي عزيزي حبيبي صديقي الجزائريه الفيس بيده الاماراتيه الإماراتي بولايه بوجه بوزاره بالعيد بالعربي حصريه كوريه القيادي ميلادي النص الدم
الرب الجنوبي تونسيه لفتح واكد دعمه عفش كوريا موسكو اجلي انعم اهي اظهار اسمي ليست بابا باش ايت اهل كوميديا اسماع اليا سبت مؤسسه مديري موقع فرنسا
ايران تركيا باكستان الهند المانيا روسيا بريطانيا امريكا ايطاليا اسبانيا لاهور كراتشي طهران بغداد دمشق بيروت القاهره الرياض جده مكه الدمام حلب حمص حماه حمات اوه تونس لبنان قطر
قديم جديد الجديد القديم اخر الآخر اسم باسم بالله بدون كاتب استاذ دكتوره مهندسه امراه رجل طفل شاب بطل بطله فرقه عائله عائله اسره
""".split())
MALE_A = set(fold(w) for w in "حمزة أسامة طلحة معاوية عبيدة خليفة عطية حذيفة قتادة جمعة سلامة شحاتة شحادة رفاعة عرفة نعمة علاء بهاء ضياء زكريا صفاء براء عمارة حمادة عكرمة عروة عتبة ربيعة شيبة عنترة مسلمة ميسرة قدامة أمية أبية فضالة ضحى رضا مصطفى موسى عيسى يحيى مرتضى مجتبى مثنى متى حنا يوحنا نوبة قلادة وهبة غطاس لقاء عطا بطرشة طه عبده بخيتة زكرياء إسراء ثروة رداء جوهرة عجمية عرابة عقبة كنانة أسيدة حسبة حارثة جارية خارجة زرارة سراقة عبادة عبدة عدية عرادة علقمة عمرة قبيصة كدية مرة مرحبة معمرة نميرة هريرة ورقة".split())
AL = re.compile(r"^(al|el|ul|as|ash|ad|ar|at|an|az|es|esh|ed|er|et|en|ez)[- ]", re.I)
WASL = re.compile("^ا.?ت|^است|^ابن|^انت")


def restore(key, latins):
    """Hamza, ة and ى from the Latin forms: only for the look, the matcher folds them again."""
    words = key.split(" ")
    lat = [re.sub(r"['’`ʿʾ‘]", "", AL.sub("", l)).lower() for l in latins if l]
    if not lat:
        return key
    ends = collections.Counter(("a" if re.search(r"(a|ah|eh|é|e|at)$", l) else "i" if re.search(r"(i|y|ee)$", l) else "x") for l in lat)
    starts = collections.Counter(l[0] for l in lat)
    w = words[-1]
    top_end = ends.most_common(1)[0][0]
    if w.endswith("ه") and top_end == "a" and len(w) > 3 and w not in ("الله", "عبده", "طه"):
        w = w[:-1] + "ة"
    elif w.endswith("ي") and top_end == "a" and not any(re.search(r"(ia|ya|iya)h?$", l) for l in lat):
        w = w[:-1] + "ى"
    words[-1] = w
    w = words[0]
    pre, body = ("ال", w[2:]) if w.startswith("ال") and len(w) > 4 and AL.match(latins[0] or "") else ("", w)
    if body.startswith("ا") and not body.startswith("ال") and len(body) > 2 and not WASL.match(body) and len(words) == 1:
        s = starts.most_common(1)[0][0]
        body = ("إ" if s == "i" or (s == "e" and pre == "" and body[1] in "يسبدل") else "أ") + body[1:]
    words[0] = pre + body
    return " ".join(words)


def foreign_looking(k, latins):
    if re.search("(وف|وفا|ييف|وفيتش|سكي|شتاين|برغ|بيرغ|سون|وس|يوس|نغ|يز|انو|ينو|يللو|ييه|وا$|دوتير|شفيلي)$", k) and not k.startswith("ال"):
        return True
    return len(re.findall("[اويى]", k)) >= 4 and not k.startswith(("ال", "ابو", "بن ", "عبد", "بو"))


def mended(name, rows):
    """The rows with what readers mended."""
    fixes = {}
    with open(os.path.join(os.path.dirname(os.path.abspath(__file__)), "names-corrections.tsv"), encoding="utf-8") as f:
        for l in f:
            c = l.rstrip("\n").split("\t") + [""]
            if c[0] == name:
                fixes[c[1]] = c[2:4]
    out = []
    for r in rows:
        right, value = fixes.get(r[0], (r[0], "")) if "src=romanizer" in r[2] else (r[0], "")
        if right != "-":
            out.append([right, r[1], value or r[2], *r[3:]])
    return out


def main():
    paths = sys.argv[1:] or glob.glob(os.path.join(sysconfig.get_paths()["purelib"], "arabic_name_romanizer/resources/names.sqlite3"))
    db = sqlite3.connect(paths[0])
    count = collections.defaultdict(lambda: collections.Counter())  # role -> key -> count in the Arab countries
    other = collections.defaultdict(lambda: collections.Counter())
    total = collections.Counter()
    lat = collections.defaultdict(collections.Counter)
    first = collections.Counter()  # how often a word is first, or second of three or more, in a full name (a count only)
    for (key,) in db.execute("select distinct arabic_key from full_names"):
        for w in key.split(" ")[:2][:len(key.split(" ")) - 1]:
            first[w] += 1
    for key, latin, country, role, n in db.execute("select arabic_key, latin, country, role, count from units"):
        key = key.strip()
        if not re.fullmatch("[\u0621-\u063a\u0641-\u064a]+( [\u0621-\u063a\u0641-\u064a]+)?", key):
            continue
        total[key] += n
        if country in ARAB:
            count[role][key] += n
            lat[key][latin] += n
        elif country in OTHER:
            other[OTHER[country], role][key] += n
    words = Words()
    own_g = [r for r in read_tsv(GIVEN) if "src=romanizer" not in r[2]]
    own_f = [r for r in read_tsv(FAMILY) if "src=romanizer" not in r[2]]
    own_x = [r for r in read_tsv(FOREIGN) if "src=romanizer" not in r[2]]
    gset = {fold(r[0]) for r in own_g}
    fset = {fold(r[0]) for r in own_f}
    xset = {fold(r[0]) for r in own_x}

    def ok(k, least=3):
        parts = k.split(" ")
        if fold(k) in STOP or len(k.replace(" ", "")) < least or any(len(p) < 2 for p in parts):
            return False
        if len(parts) == 2 and (parts[0] not in ("عبد", "ابو", "ابي", "بن", "ال", "بني", "اولاد", "ولد", "ايت", "ام", "ابن", "بو", "نور", "سيف", "صلاح", "عز", "علاء", "جمال", "محي", "محيي", "شمس", "بدر", "نجم", "تاج", "حسام", "كمال", "ضياء", "زين", "فخر", "عماد", "بهاء", "شهاب", "سعد", "خير", "تقي", "سراج", "شرف", "عصام", "مجد", "نصر", "ناصر", "امين", "جلال", "وجيه") or (parts[1] not in ("الدين", "الله") and parts[0] not in ("عبد", "ابو", "ابي", "بن", "ال", "بني", "اولاد", "ولد", "ايت", "ام", "ابن", "بو"))):
            return False
        return True

    def gender(form):
        k = fold(form)
        if k in MALE_A or " " in k:
            return "m"
        return "f" if form[-1] in "ةى" or form.endswith("اء") else "m"

    given = list(own_g)
    for k, n in count["given"].items():
        if fold(k) in gset or not ok(k) or k.startswith(("بن ", "ابن ", "ال ", "ولد ", "ايت ", "بني ", "ابي ")):
            continue
        if (fold(k) in xset and n < 5) or (k.startswith("ال") and n < 4) or (foreign_looking(k, lat[k]) and n < 8):
            continue
        if count["surname"][k] > 3 * n and n < 4:
            continue  # a family name that once stood first
        if words.plain(k, n):
            continue
        if n < 2 and total[k] < 2 and first[k] < 2:
            # seen once: only where it is an Arabic word or the feminine of a known name
            if k.startswith(("ال", "بو", "او", "اي", "بن", "بل")) or k.endswith("ي") or not 3 <= len(k) <= 7:
                continue
            if k not in words.dic and not (k.endswith("ه") and k[:-1] in gset) and not (count["surname"][k] > 1 and len(k) < 6):
                continue
        if n < 2 and k.startswith(("ال", "بو")):
            continue
        form = restore(k, [l for l, _ in lat[k].most_common(6)])
        given.append([form, "given-name", f"gender={gender(form)};src=romanizer", "common-word" if words.is_word(k) else ""])
        gset.add(fold(k))
    for k, n in count["unknown"].items():  # Algerian lists: no role; taken as given where not article/son-of and seen twice
        if fold(k) in gset or fold(k) in xset or not ok(k) or n < 2 or first[k] < 2 or words.plain(k, n) or count["surname"][k] > 1 or k.startswith(("ال", "بن", "بو", "ابو", "ايت", "ولد", "بل")) or k.endswith("ي"):
            continue
        form = restore(k, [l for l, _ in lat[k].most_common(6)])
        given.append([form, "given-name", f"gender={gender(form)};src=romanizer", "common-word" if words.is_word(k) else ""])
        gset.add(fold(k))

    for (lang, role), c in sorted(other.items()):  # Arabic names as used in Iran, Afghanistan and Pakistan
        if role == "given":
            for k, n in c.items():
                if n >= 2 and fold(k) not in gset and fold(k) not in xset and ok(k) and not k.startswith("ال") and not words.plain(k, n):
                    if " " in k or (k in words.dic and len(k) > 3 and not k.endswith(("ات", "يه"))):
                        given.append([restore(k, []), "given-name", f"gender={gender(k)};src=romanizer", "common-word" if words.is_word(k) else ""])
                        gset.add(fold(k))

    nisba = {fold(r[0]) for r in read_tsv(f"{ROOT}/places/nationalities.tsv") if r[1] == "nationality"}
    nisba |= {fold(w) for w in CITY_NISBA.split()}
    family = list(own_f)
    merged = collections.Counter(count["surname"])
    for k, n in count["unknown"].items():
        merged[k] += n
    for k, n in merged.items():
        if fold(k) in fset or not ok(k):
            continue
        sure = k.startswith(("ال", "بن ", "ابو ", "ال ", "بو", "ايت ", "ولد ", "بني ")) or k.endswith("ي")
        if fold(k) in xset and not sure:
            continue
        if n < 2 and (not sure or total[k] < 1 or foreign_looking(k, lat[k])):
            continue
        if n < 2 and count["unknown"][k] and not k.startswith(("ال", "بن ", "بو")):
            continue
        if (fold(k) in gset and n < 4) or words.plain(k, n):
            continue
        form = restore(k, [l for l, _ in lat[k].most_common(6)])
        form = re.sub("^ال (?=.)", "آل ", re.sub("^ابو ", "أبو ", re.sub("^ايت ", "آيت ", form)))
        bare = k[2:] if k.startswith("ال") else k
        fl = []
        if bare in nisba or k in nisba:
            fl.append("nisba")
        if words.is_word(k):
            fl.append("common-word")
        family.append([form, "family-name", "src=romanizer", "|".join(fl)])
        fset.add(fold(k))

    foreign = list(own_x)
    for (lang, role), c in sorted(other.items()):
        for k, n in c.items():
            if fold(k) in gset or fold(k) in fset or fold(k) in xset or not ok(k) or " " in k or k.startswith("ال") or n < 2 or role == "unknown":
                continue
            if (n < 3 and len(k) < 4) or words.freq.get(k, 0) > 4e-6 * n or words.plain(k, n):
                continue
            if k in words.dic and n < 3 or k.endswith(("يه", "ات")):
                continue
            foreign.append([k, "foreign-name", f"lang={lang};kind={'given' if role == 'given' else 'family'};src=romanizer", "common-word" if words.is_word(k) else ""])
            xset.add(fold(k))
    note = "Imported rows (src=romanizer): arabic-name-romanizer 0.2.0, data Wikidata CC0 and Algerian name corpora CC0/MIT; written by Gazetteers/import/romanizer_names.py"
    print("given", write_tsv(GIVEN, mended("given-names", given), ["Arabic given names. Own rows and an import.", note]))
    print("family", write_tsv(FAMILY, mended("family-names", family), ["Arabic family names. Own rows and an import.", note]))
    print("foreign", write_tsv(FOREIGN, mended("foreign-names", foreign), ["Foreign given and family names in Arabic letters. Own rows and an import (Persian, Urdu).", note]))


CITY_NISBA = """
بغدادي بصري موصلي كوفي نجفي كربلائي تكريتي سامرائي أنباري كركوكي أربيلي سليماني حلي دمشقي حلبي حمصي حموي لاذقاني طرطوسي درعاوي إدلبي رقاوي ديري
شامي بيروتي طرابلسي صيداوي صوري بعلبكي زحلاوي مقدسي غزاوي غزي خليلي نابلسي يافاوي حيفاوي عكاوي لداوي رملاوي تلحمي جنيني قلقيلي طولكرمي ريحاوي
عماني كركي سلطي إربدي زرقاوي معاني طفيلي قاهري إسكندراني إسكندري دمياطي منصوري طنطاوي شرقاوي منوفي بحيري فيومي منياوي أسيوطي سوهاجي قناوي أسواني
سويسي بورسعيدي دمنهوري محلاوي صعيدي سيناوي نوبي مكي مدني جداوي طائفي نجدي حجازي قصيمي حائلي أحسائي تبوكي نجراني جازاني عسيري صنعاني تعزي
عدني حضرمي إبي يافعي مأربي تهامي زبيدي ضالعي شبواني مهري سقطري برقاوي طرابلسي بنغازي مصراتي زاوي ورفلي فزاني درناوي قيرواني صفاقسي سوسي
قابسي جربي بنزرتي قسنطيني وهراني عنابي تلمساني قبائلي مسيلي فاسي مراكشي رباطي سلاوي مكناسي طنجاوي تطواني وجدي صحراوي ريفي دكالي سوسي شنقيطي
أندلسي بخاري طبري رازي أصفهاني شيرازي تبريزي خراساني نيسابوري قزويني همداني كاشاني كرماني يزدي كابلي قندهاري هراتي أفغاني هندي تركي كردي
شركسي ألباني رومي أرمني حبشي قبطي حوراني جولاني بدوي قروي جبلي بحري ساحلي شمالي جنوبي غربي شرقي شرقاوي غرباوي بحراوي حجازي عراقي مصري سوري
سوداني مغربي تونسي جزائري ليبي يمني لبناني فلسطيني أردني كويتي قطري بحراني بحريني سعودي إماراتي موريتاني صومالي فارسي هاشمي قرشي أنصاري تميمي
"""

if __name__ == "__main__":
    main()
