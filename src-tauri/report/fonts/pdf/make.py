"""Makes the faces of the PDF. Needs fonttools, and the npm packages @expo-google-fonts/literata and
@expo-google-fonts/inter unpacked as `lit/package` and `int/package`; writes to `fonts/`.
Literata and Inter are cut to the scripts they have and the signs of a report. Stet Signs has the
marks; Stet Absent has a box for every other character, so that no text is lost from the PDF."""
from fontTools import subset
from fontTools.ttLib import TTFont, newTable
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib.tables._c_m_a_p import CmapSubtable
import os
R="U+0020-007E,U+00A0-024F,U+0259,U+02B0-02FF,U+0300-036F,U+0370-03FF,U+0400-052F,U+1E00-1EFF,U+1F00-1FFF,U+2000-206F,U+2070-209F,U+20A0-20CF,U+2100-214F,U+2150-218F,U+2190-2199,U+2200-22FF,U+25A0-25FF,U+2E17,U+FB00-FB06"
def sub(src,dst,extra=[],drop=False):
    o=subset.Options(); o.layout_features=['kern','mark','mkmk','ccmp','locl','liga','onum','lnum'] if not drop else ['ccmp','kern','locl','mark','mkmk']; o.hinting=False; o.name_IDs=[0,1,2,3,4,5,6,13,14,16,17]; o.notdef_outline=True; o.glyph_names=False
    f=subset.load_font(src,o); s=subset.Subsetter(o); s.populate(unicodes=subset.parse_unicodes(R)+extra); s.subset(f); subset.save_font(f,dst,o); print(dst,os.path.getsize(dst),len(f.getBestCmap()))
P="lit/package/"
sub(P+"400Regular/Literata_400Regular.ttf","fonts/literata-regular.ttf")
sub(P+"600SemiBold/Literata_600SemiBold.ttf","fonts/literata-semibold.ttf")
sub(P+"400Regular_Italic/Literata_400Regular_Italic.ttf","fonts/literata-italic.ttf")
sub("int/package/400Regular/Inter_400Regular.ttf","fonts/inter-regular.ttf",drop=True)
# signs: marks drawn by hand, and a box for every other character
EM=1000
def glyphs():
    g={}
    def poly(*contours):
        p=TTGlyphPen(None)
        for c in contours:
            p.moveTo(c[0]); [p.lineTo(q) for q in c[1:]]; p.closePath()
        return p.glyph()
    def rect(x0,y0,x1,y1): return [(x0,y0),(x0,y1),(x1,y1),(x1,y0)]
    def hole(x0,y0,x1,y1): return rect(x0,y0,x1,y1)[::-1]
    box=poly(rect(60,0,540,660),hole(100,40,500,620))
    g['.notdef']=(box,600); g['absent']=(box,600); g['space']=(TTGlyphPen(None).glyph(),250)
    g['check']=(poly([(60,300),(120,360),(240,235),(560,660),(625,610),(250,120)]),680)
    g['cross']=(poly([(90,140),(290,345),(90,550),(150,610),(350,405),(550,610),(610,550),(410,345),(610,140),(550,80),(350,285),(150,80)]),700)
    import math
    def circle(cx,cy,r,ccw=False):
        pts=[(round(cx+r*math.cos(2*math.pi*k/32)),round(cy+r*math.sin(2*math.pi*k/32))) for k in range(32)]
        return pts if ccw else pts[::-1]
    g['ring']=(poly(circle(320,330,230),circle(320,330,180,True)),640)
    def quote(x): # a heavy turned comma
        return [circle(x+100,360,100), [(x,360),(x+12,480),(x+70,590),(x+165,660),(x+195,620),(x+125,560),(x+95,490),(x+90,440)]]
    g['quote']=(poly(*(quote(60)+quote(330))),600)
    g['lwhite']=(poly(rect(90,-150,130,760),[(130,720),(130,760),(340,760),(340,720)],[(130,-150),(130,-110),(340,-110),(340,-150)],rect(210,-110,250,720)),360)
    g['rwhite']=(poly(rect(230,-150,270,760),[(20,720),(20,760),(230,760),(230,720)],[(20,-150),(20,-110),(230,-110),(230,-150)],rect(110,-110,150,720)),360)
    g['empty']=(TTGlyphPen(None).glyph(),0)
    return g
G=glyphs(); order=['.notdef','space','check','cross','ring','quote','lwhite','rwhite','empty','absent']
fb=FontBuilder(EM,isTTF=True); fb.setupGlyphOrder(order)
M={0x20:'space',0xa0:'space',0x2713:'check',0x2717:'cross',0x25cb:'ring',0x275d:'quote',0x27e6:'lwhite',0x27e7:'rwhite'}
fb.setupCharacterMap(M); fb.setupGlyf({n:G[n][0] for n in order}); fb.setupHorizontalMetrics({n:(G[n][1],0) for n in order})
gl=fb.font['glyf']
fb.setupHorizontalMetrics({n:(G[n][1],getattr(gl[n],'xMin',0)) for n in order})
fb.setupHorizontalHeader(ascent=1000,descent=-250); fb.setupNameTable({'familyName':'Stet Signs','styleName':'Regular','licenseDescription':'SIL Open Font License 1.1'}); fb.setupOS2(sTypoAscender=1000,sTypoDescender=-250,usWinAscent=1000,usWinDescent=250); fb.setupPost(keepGlyphNames=False)
fb.font['head'].created=fb.font['head'].modified=0
signs=fb.font; signs.recalcTimestamp=False
signs.save("fonts/signs.ttf")
# everything else: one box, format 13
t=CmapSubtable.newSubtable(13); t.platformID=3; t.platEncID=10; t.language=0; t.format=13; t.length=0; t.nGroups=0; t.reserved=0
m={}
import unicodedata
inv={0x200b,0x200c,0x200d,0xfe0e,0xfe0f}|set(range(0x2060,0x2070))
cov=set(M)
for c in range(0x21,0x110000):
    if 0xd800<=c<0xe000 : continue
    m[c]='empty' if c in inv else M.get(c,'absent')
t.cmap=m
signs['cmap'].tables=[t]
signs['name'].setName('Stet Absent',1,3,1,0x409); signs['name'].setName('Stet Absent Regular',4,3,1,0x409); signs['name'].setName('StetAbsent-Regular',6,3,1,0x409)
signs.save("fonts/absent.ttf")
for f in ("signs","absent"): print(f, os.path.getsize(f"fonts/{f}.ttf"))
