#!/usr/bin/env python3
"""cldr_subdivisions.py - writes places/subdivisions.tsv from the Debian package unicode-cldr-core (Unicode-DFS-2016).

    apt-get install unicode-cldr-core hunspell-ar && python3 Gazetteers/import/cldr_subdivisions.py [--sample N]

Reads common/subdivisions/ar.xml (4,330 first- and second-level subdivisions) and en.xml (Latin names). The head noun (محافظة, ولاية,
مقاطعة ...) is separated: where the bare name is the usual form (no head in CLDR) it is the name and the form with the country's head a
variant; else the form with the head is the name and the bare one a variant. A bare name that another list holds, that is an ordinary word,
a point of the compass or a given name is not listed by itself. subdivisions-corrections.tsv (code, name, variants; name "-" leaves the unit
out) holds what readers of the list mended by hand, and wins. Run geonames_cities.py first.
"""
import sys, os, re, random, unicodedata, collections
import xml.etree.ElementTree as ET
HERE = os.path.dirname(os.path.abspath(__file__)); sys.path.insert(0, HERE); sys.dont_write_bytecode = True
from geonames_cities import corrections, sim, norm_lat
GAZ = os.path.dirname(HERE)
OUT = os.path.join(GAZ, 'places', 'subdivisions.tsv')
XML = '/usr/share/unicode/cldr/common/subdivisions/'
OTHER = ['countries', 'capitals', 'arab-cities', 'world', 'cities']
HDR = 'id type subtype name variants short flags titles country gender parent links latin'.split()
FOLD = str.maketrans({'أ': 'ا', 'إ': 'ا', 'آ': 'ا', 'ٱ': 'ا', 'ى': 'ي', 'ة': 'ه', 'ؤ': 'و', 'ئ': 'ي'})
fold = lambda s: s.translate(FOLD)
OK = re.compile('^[\u0621-\u063a\u0641-\u064a]+( [\u0621-\u063a\u0641-\u064a]+)*$')
HEADS = 'مقاطعة محافظة بلدية ولاية إقليم إدارة منطقة أبرشية كانتون ضاحية مديرية شعبية أوبليس جهة عمالة ناحية إمارة حي قسم شعبة أوبلاست كراي أوكروغ مدينة بلدة جمهورية رايون لواء قضاء دائرة كوماركا دوقية'.split()
# the head that news uses for a country's subdivisions where CLDR gives none
HEAD = dict(EG='محافظة', IQ='محافظة', SY='محافظة', LB='محافظة', JO='محافظة', PS='محافظة', YE='محافظة', OM='محافظة', KW='محافظة', BH='محافظة', SA='منطقة', AE='إمارة', QA='بلدية', SD='ولاية', SS='ولاية',
            LY='بلدية', TN='ولاية', DZ='ولاية', MA='إقليم', MR='ولاية', SO='إقليم', DJ='إقليم', KM='جزيرة', US='ولاية', DE='ولاية', AT='ولاية', AU='ولاية', BR='ولاية', MX='ولاية', IN='ولاية', MY='ولاية', NG='ولاية',
            TR='ولاية', AF='ولاية', VE='ولاية', TM='ولاية', UZ='ولاية', CN='مقاطعة', CA='مقاطعة', RU='مقاطعة', UA='مقاطعة', JP='محافظة', IR='محافظة', IT='إقليم', FR='إقليم', ES='إقليم', GB='مقاطعة', PK='إقليم', ET='إقليم',
            CH='كانتون', KR='مقاطعة', KP='مقاطعة', TH='محافظة', VN='محافظة', ID='مقاطعة', PH='مقاطعة', MM='ولاية', NP='مقاطعة', AZ='مقاطعة', KZ='مقاطعة', GR='إقليم', PT='إقليم', PL='مقاطعة', RO='مقاطعة', HU='مقاطعة',
            CZ='إقليم', SK='إقليم', SI='بلدية', LV='بلدية', MT='بلدية', MK='بلدية', ME='بلدية', SE='مقاطعة', NO='مقاطعة', FI='إقليم', DK='إقليم', NL='مقاطعة', BE='مقاطعة', IE='مقاطعة', BG='مقاطعة', CM='إقليم', CF='محافظة',
            TD='إقليم', CD='مقاطعة', GN='إقليم', GE='إقليم', AM='محافظة', MD='مقاطعة', GY='إقليم', TW='مقاطعة', EC='مقاطعة', PE='إقليم', CL='إقليم', AR='مقاطعة', CO='إدارة', CU='مقاطعة', PY='إدارة', SC='مقاطعة', SM='بلدية',
            SR='مقاطعة', MV='جزر', CV='بلدية', BS='مقاطعة', TT='إقليم', MU='مقاطعة', NZ='إقليم', HR='مقاطعة', RS='مقاطعة', LA='مقاطعة', PG='مقاطعة', NI='إدارة', UG='مقاطعة', HT='إدارة', CR='مقاطعة', CI='إقليم', BT='مقاطعة',
            ZA='مقاطعة', ZW='إقليم', ZM='إقليم', TZ='إقليم', KE='مقاطعة', GH='إقليم', GA='إقليم', AO='مقاطعة', MZ='مقاطعة', MG='إقليم', ER='إقليم', BI='مقاطعة', BW='مقاطعة', NA='إقليم', LS='مقاطعة', SZ='إقليم', IS='إقليم',
            CY='مقاطعة', AL='مقاطعة', BY='مقاطعة', LT='مقاطعة', EE='مقاطعة', LI='بلدية', AD='أبرشية')
COMPASS = set(map(fold, '''شمال جنوب شرق غرب وسط الشمال الجنوب الشرق الغرب الوسط الشمالية الجنوبية الشرقية الغربية الوسطى المركزية العليا السفلى الشمالي الجنوبي الشرقي الغربي الأوسط المركزي العاصمة
المدينة الساحل الجبل الجزيرة البحيرات النهر الجديدة القديمة الكبرى الصغرى العالي الهضبة الهضاب البحر البحرية الداخلية الإدارية شمالية جنوبية شرقية غربية وسطى مركزية الأعلى الأدنى المنخفضة
الشمال الشرقي الغرب الجنوب الغربي الوحدة الأولى الثانية ليتورال سنترال سنتر سنترال نورد سود أوتونومو'''.split()))
DROPWORD = {'تصنيف', 'شركة', 'بوابة'}
# first names and saints' names are no names of places by themselves
MANUAL = {  # CLDR code -> (name, variants): corrected by hand
 'sddc': ('ولاية وسط دارفور', 'وسط دارفور'), 'sdds': ('ولاية جنوب دارفور', 'جنوب دارفور'), 'sddw': ('ولاية غرب دارفور', 'غرب دارفور'), 'sdno': ('الولاية الشمالية', ''), 'sdgz': ('ولاية الجزيرة', ''),
 'sdnr': ('ولاية نهر النيل', ''), 'sdrs': ('ولاية البحر الأحمر', ''), 'sdnb': ('ولاية النيل الأزرق', ''), 'sdnw': ('ولاية النيل الأبيض', ''), 'egba': ('محافظة البحر الأحمر', ''),
 'eggh': ('محافظة الغربية', ''), 'egshr': ('محافظة الشرقية', ''), 'egwad': ('محافظة الوادي الجديد', ''), 'lbas': ('محافظة الشمال', ''), 'lbja': ('محافظة الجنوب', ''), 'lbjl': ('محافظة جبل لبنان', ''),
 'lbbi': ('محافظة البقاع', ''), 'psdeb': ('محافظة الوسطى', 'المحافظة الوسطى'), 'psngz': ('محافظة شمال غزة', 'شمال غزة'), 'psjem': ('محافظة القدس', ''), 'psrbh': ('محافظة رام الله والبيرة', 'محافظة رام الله|رام الله والبيرة'),
 'psrfh': ('محافظة رفح', ''), 'jobal': ('محافظة البلقاء', 'البلقاء'), 'bh14': ('المحافظة الجنوبية', ''), 'bh17': ('المحافظة الشمالية', ''), 'bh13': ('محافظة العاصمة', ''), 'joam': None, 'kwku': None, 'iqsd': ('محافظة صلاح الدين', ''),
 'iqqa': ('محافظة القادسية', 'محافظة الديوانية'), 'yesa': ('أمانة العاصمة', ''), 'yesn': ('محافظة صنعاء', ''), 'qakh': ('بلدية الخور والذخيرة', 'بلدية الخور'), 'soaw': ('إقليم أودل', 'أودل'), 'soga': ('إقليم غلغدود', 'غلغدود|جلجدود'),
 'sowo': ('إقليم وقويي غالبيد', 'وقويي غالبيد'), 'somu': ('إقليم مدغ', ''), 'sonu': ('إقليم نوغال', 'نوغال|نوجال'), 'soto': ('إقليم توغدير', 'توغدير|توجدير'), 'sosa': ('إقليم سناغ', 'سناغ|سناج'), 'soba': ('إقليم باي', ''),
 'soby': ('إقليم باي', ''), 'sobr': ('إقليم بري', 'إقليم باري'), 'sobk': ('إقليم بكول', 'إقليم باكول'), 'soso': ('إقليم سول', ''), 'sobn': ('إقليم بنادر', ''), 'sohi': ('إقليم هيران', ''), 'soge': ('إقليم غدو', ''),
 'lybu': ('بلدية البطنان', 'البطنان|منطقة البطنان'), 'mammn': None, 'frbfc': ('إقليم بورغوني فرانش كونتيه', 'بورغوني فرانش كونتيه|بورغندي فرانش كونتيه'), 'esso': None, 'ruchu': ('تشوكوتكا', 'إقليم تشوكوتكا|مقاطعة تشوكوتكا|منطقة تشوكوتكا'), 'auact': ('إقليم العاصمة الأسترالية', ''), 'lc12': None,
 'esri': ('إقليم لا ريوخا', ''), 'esna': ('إقليم نافارا', 'نافارا'), 'ess': ('إقليم كانتابريا', 'كانتابريا'), 'espm': None, 'cntw': None, 'pkis': ('إقليم العاصمة إسلام آباد', ''), 'pkkp': None, 'iresf': None, 'kn01': None, 'tr52': ('ولاية أوردو', 'أوردو'), 'pkta': ('المناطق القبلية الخاضعة للإدارة الاتحادية', ''), 'cnbj': None, 'cnsh': None, 'cntj': None, 'cncq': None, 'kzast': None, 'kzala': None, 'gbukm': None, 'gbnir': None, 'gnbk': ('منطقة بوكي', ''), 'aunt': ('الإقليم الشمالي الأسترالي', ''), 'bf02': ('إقليم الشلالات', ''), 'bf05': ('إقليم الوسط الشمالي', ''), 'mv20': ('جزيرة با المرجانية', ''), 'mt51': None, 'pspbh': None,
 'muvp': ('فاكوا فينيكس', ''), 'itge': ('مقاطعة جنوة', ''), 'uswa': None, 'usga': None, 'usny': None, 'uzqr': ('قرقل باغستان', 'جمهورية قراقل باغستان|قراقل باغستان|قره قل باغستان'),
}
SKIP_ARAB_BARE = set('EG SA IQ SY LB JO PS YE OM AE KW QA BH SD SS LY TN DZ MA MR SO DJ KM'.split())

def tsv(path):
    hdr = None
    for l in open(path, encoding='utf-8'):
        if l.startswith('#') or not l.strip(): continue
        c = l.rstrip('\n').split('\t')
        if hdr is None: hdr = c; continue
        yield dict(zip(hdr, c + [''] * (len(hdr) - len(c))))
def common():
    s = set()
    p = '/usr/share/hunspell/ar.dic'
    if os.path.exists(p):
        for l in open(p, encoding='utf-8', errors='ignore'):
            w = re.sub('[\u064b-\u0652\u0640]', '', l.split('/')[0].strip())
            if OK.match(w): s.add(fold(w))
    for f in ('lexicon/common-words.tsv', 'places/nationalities.tsv'):
        p = os.path.join(GAZ, f)
        if os.path.exists(p): s.update(fold(r['form']) for r in tsv(p))
    return s
def names():
    s = set(map(fold, 'جورج بيتر جون ماري مارك ديفيد باتريك أندرو فيليب توماس جوزيف جيمس لوك بول مايكل آن لويس لورانس كاثرين ألبرت ميخائيل نيكولاس سانتياغو كلارا'.split()))
    d = os.path.join(GAZ, 'people')
    for f in sorted(os.listdir(d)) if os.path.isdir(d) else []:
        if f.endswith('.tsv'):
            for r in tsv(os.path.join(d, f)):
                for x in [r.get('name', '')] + (r.get('variants') or '').split('|') + [r.get('form') or '']:
                    for w in x.split(): s.add(fold(w))
    return s
def clean(n):
    n = unicodedata.normalize('NFC', n)
    n = re.sub('[\u064b-\u0652\u0670\u0640\u200b-\u200f²]', '', n).translate(str.maketrans({'ی': 'ي', 'ک': 'ك', 'ە': 'ه'}))
    n = n.replace('تصنيف:', '')
    m = re.match('شركة (.+) الإقليمية$', n)
    if m: n = 'إقليم ' + m.group(1)
    n = re.sub('^لإقلين ', 'إقليم ', n); n = re.sub(' (الاقتصادية|الذاتية)$', '', n)
    n = re.split('[(،]', n)[0] if not n.startswith('سبانش') else 'سبانش ويلز'
    n = re.sub(r'[-–]', ' ', n); n = re.sub(' +', ' ', n).strip()
    n = re.sub('^(مقاطغة) ', 'مقاطعة ', n); n = re.sub('^(اقليم) ', 'إقليم ', n); n = re.sub('^(امارة) ', 'إمارة ', n); n = re.sub('^(ادارة|أدارة) ', 'إدارة ', n); n = re.sub('^(ابرشية) ', 'أبرشية ', n)
    return n
def main():
    ar = [(x.get('type'), x.text) for x in ET.parse(XML + 'ar.xml').getroot().iter('subdivision')]
    en = {x.get('type'): x.text for x in ET.parse(XML + 'en.xml').getroot().iter('subdivision')}
    taken = set(); cw = common(); nm = names(); st = collections.Counter()
    for f in OTHER:
        p = os.path.join(GAZ, 'places', f + '.tsv')
        if os.path.exists(p):
            for r in tsv(p): taken.update(fold(x) for x in [r['name']] + r['variants'].split('|') if x)
    hand = set(taken); used = {}; rows = []; odd = []
    def bad_bare(b):
        ws = b.split()
        return ws[0] in ('القديس', 'القديسة') or all(fold(w) in COMPASS for w in ws) or len(b.replace(' ', '')) < 4 or len(ws) == 1 and (fold(b) in cw or fold(b) in nm or fold(b).startswith('ال') and fold(b)[2:] in cw) or \
            len(ws) > 1 and all(fold(w) in cw or fold(w) in nm or fold(w) in COMPASS or len(w) < 3 or fold(w).startswith('ال') and fold(w)[2:] in cw for w in ws)
    mended = corrections('subdivisions-corrections.tsv')
    for t, raw in sorted(ar):
        cc = t[:2].upper()
        key = t[:2] + '-' + t[2:]
        if key in mended:
            if mended[key] is None: st['left out by hand'] += 1; continue
            name, vs = mended[key]
        elif t in MANUAL:
            if MANUAL[t] is None: st['dropped by hand'] += 1; continue
            name, vs = MANUAL[t][0], [v for v in MANUAL[t][1].split('|') if v]
        else:
            n = clean(raw)
            if not OK.match(n) or n.split()[0] in DROPWORD and cc != 'TT': st['letters'] += 1; continue
            m = re.match('(.+) (أوبلاست|أوبلاستي|كراي|أوكروغ)$', n)
            if m: n = {'أ': 'مقاطعة ', 'ك': 'إقليم '}[m.group(2)[0]] + m.group(1)
            n = re.sub('^أوبلاست ', 'مقاطعة ', n)
            w = n.split(); head, bare = (w[0], ' '.join(w[1:])) if w[0] in HEADS and len(w) > 1 else ('', n)
            if head in ('شعبية', 'أوبليس'): head = 'بلدية' if head == 'شعبية' else ''
            if not head and w[0] in ('أوبليس',): head = 'مقاطعة'
            if bare.split()[0] in ('المحافظة', 'المنطقة', 'المقاطعة', 'الإقليم', 'الإدارة', 'القسم', 'الجهة') and not head: name, vs, head = bare, [], '-'
            elif head:
                name = head + ' ' + bare; vs = [] if bad_bare(bare) or cc in SKIP_ARAB_BARE and fold(bare) in hand else [bare]
                h2 = HEAD.get(cc)
                if bare in HEADS: st['head alone'] += 1; continue
                if h2 and h2 != head and len(bare) > 3 and cc not in ('IT', 'ES', 'FR', 'GB', 'RU') and fold(bare.split()[0]) not in COMPASS: vs.append(h2 + ' ' + bare)
            else:
                h2 = HEAD.get(cc, 'إقليم')
                if bare.split()[0] in ('جزر', 'جزيرة', 'شبه', 'أتول', 'جمهورية', 'وادي', 'جبل') or bare.endswith('أتول'): name, vs = bare, []
                elif bad_bare(bare) or fold(bare) in taken: name, vs = h2 + ' ' + bare, []
                else: name, vs = bare, [h2 + ' ' + bare]
        # مقاطعة الغربية: the compass alone after a head is a common phrase; the country is not in it
        tail = name.split()[1:]
        flags = []
        if tail and name.split()[0] in HEADS and all(fold(x) in COMPASS for x in tail) or (name.split()[0][:2] == 'ال' and all(fold(x) in COMPASS or fold(x)[2:] in set(map(fold, HEADS)) for x in name.split())): flags.append('common-word')
        forms = [name] + vs
        free = [x for x in dict.fromkeys(forms) if fold(x) not in taken]
        seen = set(); free = [x for x in free if not (fold(x) in seen or seen.add(fold(x)))]
        if not free:                                  # all forms taken: another head may still be free (مقاطعة، إقليم)
            b = name.split(' ', 1)[1] if name.split()[0] in HEADS and ' ' in name else name
            alt = HEAD.get(cc, '')
            if alt and fold(alt + ' ' + b) not in taken and (t not in MANUAL): free = [alt + ' ' + b]
        if free and re.match(r'\S+ (ال(إقليم|منطقة|محافظة|مقاطعة|جهة|إدارة|قسم)|إقليم|منطقة) ', free[0] + ' '): free = []
        if not free: st['taken by another list or row'] += 1; continue
        name, vs = free[0], free[1:]
        taken.update(map(fold, free))
        lat = (en.get(t) or '').replace('²', '').strip(); core = ' '.join(w for w in name.split() if w not in HEADS) or name
        if sim(core, [norm_lat(lat)]) < 0.42 and cc not in SKIP_ARAB_BARE: st['latin left out (unlike)'] += 1; odd.append((t, lat, name)); lat = ''
        heads = [x for x in free if x.split()[0] not in HEADS]
        if any(x[0] in 'وفبلك' for x in heads): flags.append('no-clitic')
        rows.append(dict(id='loc.sub-%s-%s' % (t[:2], t[2:]), type='LOC', subtype='region', name=name, variants='|'.join(vs), flags='|'.join(flags), country=cc, latin=lat))
    rows.sort(key=lambda r: r['id'])
    s = '\t'.join(HDR) + '\n' + ''.join('\t'.join(r.get(h, '') for h in HDR) + '\n' for r in rows)
    tmp = OUT + '.tmp'; open(tmp, 'w', encoding='utf-8', newline='\n').write(s); os.replace(tmp, OUT)
    print('subdivisions.tsv', len(rows), dict(st), collections.Counter(x for r in rows for x in r['flags'].split('|')))
    if '--odd' in sys.argv:
        for o in odd: print(*o, sep='\t')
    if '--sample' in sys.argv:
        random.seed(int(os.environ.get('SEED', '1')))
        for r in random.sample(rows, int(sys.argv[sys.argv.index('--sample') + 1])): print(r['country'], r['latin'], r['name'], r['variants'], r['flags'], sep='\t')

if __name__ == '__main__':
    main()
