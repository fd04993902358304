"""Fesyen and jasa: batik, woven cloth, bag, tailoring."""
from lib import *

PICTURES, picture = registry()

INDIGO, CREAM, SOGA, RED = "#23385a", "#f3e3c3", "#b5672f", "#a3402c"
WOOD = "#9a6236"


# ------------------------------------------------------------------ cloth
def drape(p, x0, y0, w, h, figs, folds=5, ax=16, by=26, deep=.38, step=60, ph=0.0, fringe=None, flare=.04, back=None):
    """Cloth that hangs from (x0, y0), w wide and h long; figs in cloth coordinates."""
    def warp(u, v):
        t = max(0.0, v / h)
        a = 2 * math.pi * folds * u / w + ph
        return (x0 + u + (u - w / 2) * flare * t + ax * math.sin(a) * (.35 + .65 * t), y0 + v + by * (1 - math.cos(a)) / 2 * t ** 1.5 - 0.5 * by * t)
    n = 64
    top = [warp(w * i / 10, 0) for i in range(11)]
    bot = [warp(w * i / n, h) for i in range(n + 1)]
    left = [warp(0, h * i / 8) for i in range(9)]
    right = [warp(w, h * i / 8) for i in range(9)]
    out = top + right[1:] + bot[::-1][1:] + left[::-1][1:-1]
    d = poly(out)
    p.soft(d, .36, 26, 44, 34)
    if fringe:
        s = ""
        m = int(w / 11)
        for i in range(m + 1):
            q = warp(w * i / m, h)
            l = 64 + p.rng.uniform(-5, 5)
            s += "M%s %sq%s %s %s %s" % (f(q[0]), f(q[1] - 3), f(p.rng.uniform(-5, 5)), f(l * .5), f(p.rng.uniform(-5, 5)), f(l))
        p.path(s, stroke="#2c140a", sw=7, op=.34, extra='transform="translate(16 12)" ' + p.blur(6))
        p.path(s, stroke=fringe, sw=4.5)
        p.path("".join("M%s %sh.1" % (f(warp(w * i / m, h)[0]), f(warp(w * i / m, h)[1] + 16)) for i in range(0, m + 1, 3)), stroke=sink(fringe, .2), sw=11)
    p.group(p.clip(d))
    p.figures(figs, warp, step)
    # light and shade of the folds
    m = folds * 8
    st = []
    for i in range(m + 1):
        a = 2 * math.pi * folds * i / m + ph
        s = math.sin(a + .9)
        st.append((i / m, WARM if s > 0 else "#1c0c08", abs(s) * (.2 if s > 0 else deep)))
    p.path(d, p.lin(tuple(st), x0 - w * flare / 2, 0, x0 + w + w * flare / 2, 0, True))
    p.path(d, p.lin(((0, "#1c0c08", .3), (.06, "#1c0c08", 0), (.7, "#1c0c08", 0), (1, "#1c0c08", .22)), 0, 0, 0, 1))
    p.end()
    p.path(poly(bot, False), stroke=WARM, sw=3, op=.4)
    return warp


def gawangan(p, w=1180, h=1010, y=120, over=lambda: None, top_c=WOOD):
    """The wooden stand on which batik cloth hangs."""
    for s in (-1, 1):
        x = s * w / 2
        p.shadow_of([(x + a, y + b, e) for a in (-22, 22) for b in (-120, 120) for e in (0, 20)], .4, 12)
        p.shadow_of([(x + a, y + b, e) for a in (-18, 18) for b in (-18, 18) for e in (0, 500)], .22, 18, False)
        p.box(x, y, 0, 46, 300, 34, -12 if s < 0 else -12, top_c, shadow=False)
        p.lathe(x, y, [(24, 20), (19, 60), (19, h - 60), (26, h - 40), (20, h - 16), (20, h)], top_c)
        p.lathe(x, y, [(24, 0), (28, 24), (6, 52), (0.5, 60)], lift(top_c, .08), z=h)
    sx, sy = P(-w / 2, y, h - 38)
    return sx, sy


def rail(p, w, h, y, c=WOOD):
    sx, sy = P(-w / 2, y, h - 30)
    p.path(rect(sx - 46, sy - 19, w + 92, 38), p.lin(((0, sink(c, .1)), (.25, lift(c, .38)), (.6, c), (1, sink(c, .5))), 0, 0, 0, 1))
    for k in (-46, w + 46):
        p.add('<circle cx="%s" cy="%s" r="28" fill="%s"/>' % (f(sx + k), f(sy), p.ball(c)))


def hung(p, figs, w, h, folds, gw=1180, gh=1010, y=120, fringe=None, x=None, ph=0.0, **kw):
    """Stand, cloth over its rail."""
    gawangan(p, gw, gh, y)
    rail(p, gw, gh, y)
    sx, sy = P(-gw / 2, y, gh - 30)
    x0 = sx + (gw - w) / 2 if x is None else x
    drape(p, x0, sy - 17, w, h, figs, folds, fringe=fringe, ph=ph, **kw)
    over_rail(p, x0, sy, w)


def over_rail(p, x0, sy, w):
    p.path(rect(x0 - 4, sy - 21, w + 8, 44), p.lin(((0, "#1c0c08", .18), (.3, "#fff3d6", .42), (.65, "#fff3d6", .04), (1, "#1c0c08", .34)), 0, 0, 0, 1))


def folded(p, x, y, z, w, d, h, yaw, figs, c, layers=3, shadow=True, key=None, fig_h=None):
    """Folded cloth: a rounded front edge, layers, the motif on top and over the front."""
    A, B, Z = axes(yaw)
    if shadow:
        p.shadow_of([(x + A[0] * a + B[0] * b, y + A[1] * a + B[1] * b, e) for a in (-w / 2, w / 2) for b in (-d / 2, d / 2) for e in (z, z + h)])
    o = (x - A[0] * w / 2, y - A[1] * w / 2, z)
    lh = h / layers
    for i in range(layers):
        prof = rrect(-d / 2, i * lh + 1, d, lh - 1, lh / 2 - 1, 6)
        p.prism(o, B, Z, A, w, prof, c, cap=sink(c, .12))
        # the end shows the fold as a line
        e = w if dot(A, CAM) > 0 else 0
        q = [(-d / 2 + lh * .6, i * lh + lh / 2), (d / 2 - lh * .6, i * lh + lh / 2)]
        pts = [P(x + A[0] * (e - w / 2) + B[0] * u, y + A[1] * (e - w / 2) + B[1] * u, z + v) for u, v in q]
        p.path(poly(pts, False), stroke=sink(c, .6), sw=3, op=.6)
    sym = p.symbol(("fold", p.name, key or id(figs)), p.capture(lambda: p.figures(figs)))
    top = (x - A[0] * w / 2 + B[0] * d / 2, y - A[1] * w / 2 + B[1] * d / 2, z + h)
    r = lh * .55
    p.group(p.matrix(top, A, tuple(-k for k in B)) + " " + p.clip(rrect(0, 0, w, d - r * .4, 8)))
    if fig_h:
        p.path(rect(0, 0, w, d), c)
    else:
        p.use(sym, 0, 0)
    p.path(rect(0, 0, w, d), p.lin(((0, "#fff3d6", .3), (.5, "#fff3d6", .02), (1, "#1c0c08", .16)), 0, 0, 1, .8))
    p.path(rect(0, d - r * 2.2, w, r * 2.2), p.lin(((0, "#fff3d6", 0), (.6, "#fff3d6", .24), (1, "#fff3d6", .05)), 0, 0, 0, 1))
    p.end()
    # motif over each rounded front edge
    for i in range(layers):
        zt = z + h - i * lh
        fo = (x - A[0] * w / 2 - B[0] * d / 2, y - A[1] * w / 2 - B[1] * d / 2, zt)
        p.group(p.matrix(fo, A, (0, 0, -1)) + " " + p.clip(rrect(2, -r * .3, w - 4, lh + r * .3 - 2, min(12, lh / 2.4))))
        p.use(sym, -i * 37 if not fig_h else 0, -(fig_h or d) + r * .5 + i * (83 if not fig_h else 70))
        p.path(rect(0, -r, w, lh + r), p.lin(((0, "#fff3d6", .2), (.4, "#1c0c08", .12), (1, "#1c0c08", .62)), 0, 0, 0, 1))
        p.end()


def hem(w, h, b, ground, c, acc):
    """The border of a batik cloth: lines and a row of tumpal triangles."""
    y = h - b
    out = [(rect(0, y, w, b), ground, None, 0), (rect(0, y, w, 9), acc, None, 0), (rect(0, y + 16, w, 4), c, None, 0),
           (rect(0, h - 16, w, 16), acc, None, 0), (rect(0, h - 24, w, 3), c, None, 0)]
    n = 12
    k = w / n
    out += [([(i * k + 6, h - 28), ((i + .5) * k, y + 26), ((i + 1) * k - 6, h - 28)], c, None, 0) for i in range(n)]
    out += [([(i * k + 24, h - 33), ((i + .5) * k, y + 46), ((i + 1) * k - 24, h - 33)], acc, None, 0) for i in range(n)]
    return out


@picture("kain-batik-motif-watertoren", "fesyen", "ceplok", 1.1, 200)
def _(p):
    w, h = 960, 960
    hung(p, batik_tower(w, h - 112, 224, CREAM, INDIGO, "#d08a4a", True) + hem(w, h, 112, INDIGO, CREAM, "#d08a4a"), w, h, 4, deep=.34)


@picture("kain-batik-motif-watertoren-2", "fesyen", "ceplok", 1.24, 0)
def _(p):
    w, d = 880, 620
    folded(p, 0, 120, 0, w, d, 90, -16, batik_kemiri(w, 200, 74, "#f0d9a8", "#c98a3c", "#5a2a1c"), "#5a2a1c", 2, fig_h=200)
    folded(p, 14, 126, 90, w - 40, d - 30, 84, -12, batik_tower(w, 230, 150, CREAM, "#7d3424", "#e0a862"), "#7d3424", 2, fig_h=230)
    folded(p, 0, 130, 174, w - 60, d - 50, 96, -20, batik_tower(w - 60, d - 50, 200, CREAM, INDIGO, "#d08a4a"), INDIGO, 2)
    # a paper band around the top cloth
    A, B, Z = axes(-20)
    z, y = 270, 130
    pts = []
    o = lambda a, b, e: P(A[0] * a + B[0] * b, y + A[1] * a + B[1] * b, e)
    hw, dd = 74, (d - 50) / 2
    p.path([o(150 - hw, dd, z + 2), o(150 + hw, dd, z + 2), o(150 + hw, -dd + 14, z + 2), o(150 + hw, -dd, z - 18), o(150 + hw, -dd, 176), o(150 - hw, -dd, 176), o(150 - hw, -dd, z - 18), o(150 - hw, -dd + 14, z + 2)], p.lin(((0, "#fff8e8"), (.6, "#efdfc0"), (1, "#cdb58a")), 0, 0, 0, 1))
    p.group(p.matrix((A[0] * 150, y + A[1] * 150, z + 2), A, tuple(-k for k in B)))
    p.add('<circle r="58" fill="%s"/>' % RED)
    p.figures(merge_tower(tower(0, 34, 76, "#fff3dc", RED), "#fff3dc", RED))
    p.end()


@picture("kain-batik-motif-watertoren-3", "fesyen", "ceplok", 1.06, -10)
def _(p):
    # work on the cloth: half of it still white with wax lines, canting and wax pan
    A, B, _z = axes(-10)
    w, d = 1180, 900
    fin = batik_tower(w, d, 290, CREAM, INDIGO, "#d08a4a")
    raw_c, line = "#f7ecd6", "#7a4a26"
    raw = [(rect(0, 0, w, d), raw_c, None, 0)]
    for q in batik_tower(w, d, 290, "#f7ecd6", "#f0dfbe", "#ecd6ae")[1:]:
        raw.append((q[0] + [q[0][0]], None, line, 4) if q[1] else q)
    o = (-A[0] * w / 2 + B[0] * d / 2, 40 - A[1] * w / 2 + B[1] * d / 2, 6)
    q = [P(-A[0] * w / 2 * s1 + B[0] * d / 2 * s2, 40 - A[1] * w / 2 * s1 + B[1] * d / 2 * s2, 6) for s1, s2 in ((1, 1), (-1, 1), (-1, -1), (1, -1))]
    p.soft(poly(q), .4, 14, 14, 20)
    m = p.matrix(o, A, tuple(-k for k in B))
    p.group(m + " " + p.clip(rrect(0, 0, w, d, 16)))
    p.figures(raw)
    edge = smooth([(0, 0), (w * .62, 0), (w * .56, d * .2), (w * .6, d * .4), (w * .5, d * .6), (w * .52, d * .8), (w * .44, d), (0, d)], True, .6)
    p.group(p.clip(edge))
    p.figures(fin)
    p.end()
    p.path(edge, stroke="#8a9ab0", sw=16, op=.5, extra=p.blur(6))
    # soft waves of the cloth
    for k, x in enumerate((150, 430, 700, 980)):
        p.path(rect(x, 0, 120, d), p.lin(((0, "#1c0c08", 0), (.5, "#1c0c08", .16), (.6, "#fff3d6", .2), (1, "#fff3d6", 0))))
    p.end()
    # wax pan on a small stove
    x, y = -390, 420
    p.shadow_disc(x, y, 150, 190, .36, 18)
    p.lathe(x, y, [(120, 0), (146, 30), (146, 120), (128, 150)], "#b0603a", top="#7a3a22")
    p.lathe(x, y, [(70, 0), (150, 46), (176, 70)], "#4a3a34", z=146)
    p.disc(x, y, 216, 176, "#5a4a42")
    p.disc(x, y, 208, 150, p.lin(((0, "#7a4a18"), (1, "#d99a3a")), 0, 0, 1, .7))
    sx, sy = P(x, y, 210)
    p.path("M%s %sC%s %s %s %s %s %s" % tuple(f(k) for k in (sx + 170, sy - 8, sx + 230, sy - 40, sx + 280, sy - 50, sx + 350, sy - 60)), stroke="#6b4426", sw=26)
    p.add('<ellipse cx="%s" cy="%s" rx="40" ry="10" fill="#fff0c0" opacity=".5"/>' % (f(sx - 50), f(sy - 20)))
    canting(p, 1010, 935, -34)


def canting(p, x, y, a):
    """The wax pen: handle, copper cup, spout; its tip is at (x, y)."""
    p.group('transform="translate(%s %s)rotate(%s)"' % (f(x), f(y), f(a)))
    p.soft(rect(60, -14, 520, 34), .45, 12, 26, 46)
    p.path(smooth([(40, -60), (20, -50), (4, -22), (0, 0)], False), stroke="#8a5228", sw=11)
    p.path(smooth([(40, -62), (20, -54), (2, -24), (-2, 0)], False), stroke="#e0a862", sw=4)
    p.path(smooth([(28, -86), (110, -92), (118, -40), (84, -16), (44, -24), (26, -50)]), p.lin(((0, "#f0b878"), (.5, "#b9733a"), (1, "#6b3a1c")), 0, 0, 1, 1))
    p.add('<ellipse cx="70" cy="-88" rx="44" ry="13" fill="#5a2e14"/><ellipse cx="70" cy="-86" rx="34" ry="8" fill="#d99a3a"/>')
    p.path(poly([(112, -56), (170, -40), (170, -18), (108, -32)]), "#8a5228")
    p.path(smooth([(160, -46), (300, -44), (560, -38), (600, -24), (560, -8), (300, -4), (160, -14)]), p.lin(((0, lift(WOOD, .3)), (.5, WOOD), (1, sink(WOOD, .5))), 0, 0, 0, 1))
    p.path("M190 -36C300 -38 420 -36 540 -30", stroke="#ffe9c4", sw=5, op=.5)
    p.end()


@picture("kain-batik-motif-kemiri", "fesyen", "kawung", 1.1, 200)
def _(p):
    w, h = 960, 960
    hung(p, batik_kemiri(w, h - 112, 118, "#f3dcae", "#c98a3c", "#5a2418", "#e9c98d") + hem(w, h, 112, "#5a2418", "#f3dcae", "#c98a3c"), w, h, 4, deep=.34)


def candlenut(p, x, y, r, shell=True):
    c = "#7a5a3e" if shell else "#f0dcb0"
    p.soft(smooth(ell(x + r * .16, y + r * .3, r, r * .82, 0, 12)), .45, 9)
    d = smooth([(x + r * math.cos(t) * (1 - .08 * math.sin(t)), y + r * .88 * math.sin(t)) for t in [2 * math.pi * i / 14 for i in range(14)]])
    p.path(d, p.ball(c, .4, .5))
    if shell:
        s = ""
        for q in (-.6, -.25, .15, .5):
            s += smooth([(x + r * q * 1.1 * (1 - v * v * .5) + p.rng.uniform(-3, 3), y + r * .8 * v) for v in (-.9, -.45, 0, .45, .9)], False)
        p.path(s, stroke=sink(c, .5), sw=r * .06, op=.5)
    else:
        p.path(smooth([(x - r * .1, y - r * .8), (x + r * .04, y - r * .2), (x - r * .04, y + r * .4)], False), stroke=sink(c, .3), sw=r * .06, op=.6)


@picture("kain-batik-motif-kemiri-2", "fesyen", "kawung", 1.2, 0)
def _(p):
    w, d = 900, 640
    folded(p, 0, 140, 0, w, d, 110, -14, batik_kemiri(w, 220, 92, "#f3e3c3", "#8fa0b8", INDIGO, "#d9c49a"), INDIGO, 2, fig_h=220)
    folded(p, 0, 150, 110, w - 40, d - 40, 110, -20, batik_kemiri(w - 40, d - 40, 104, "#f3dcae", "#c98a3c", "#5a2418", "#e9c98d"), "#5a2418", 2)
    for x, y, r, s in ((-400, -330, 62, 1), (-270, -380, 56, 0), (-120, -350, 62, 1), (330, -340, 60, 1), (440, -270, 54, 0), (210, -390, 54, 0)):
        candlenut(p, *P(x, y, 30), r, s)
    p.leaf(*P(-560, -260, 4), 190, 110, 20, "#5c8a44")


@picture("syal-batik-kemiri", "fesyen", "kawung", 1.1, 200)
def _(p):
    gw, gh, y = 900, 1010, 120
    gawangan(p, gw, gh, y)
    sx, sy = P(-gw / 2, y, gh - 30)
    T = "#2f5f5a"
    figs = batik_kemiri(330, 940, 96, "#f6e6c4", "#d9a05a", T, "#f0d9a8")
    edge = [(rect(0, 846, 330, 100), T, None, 0), (rect(0, 860, 330, 10), "#f0d9a8", None, 0), (rect(0, 884, 330, 26), "#d9a05a", None, 0)]
    figs2 = batik_kemiri(330, 700, 96, "#f6e6c4", "#d9a05a", T, "#f0d9a8") + [(rect(0, 606, 330, 100), T, None, 0), (rect(0, 620, 330, 10), "#f0d9a8", None, 0), (rect(0, 644, 330, 26), "#d9a05a", None, 0)]
    rail(p, gw, gh, y)
    drape(p, sx + 400, sy - 17, 330, 700, figs2, 2, 12, 20, .4, 60, .6, fringe="#d9a05a", flare=.1)
    over_rail(p, sx + 400, sy, 330)
    drape(p, sx + 170, sy - 17, 330, 900, figs + edge, 2, 12, 20, .34, 60, 0, fringe="#d9a05a", flare=.12)
    over_rail(p, sx + 170, sy, 330)


@picture("tas-batik-watertoren", "fesyen", "lereng", 1.14, 170)
def _(p):
    x, y, w, h = 0, 60, 800, 760
    p.shadow_of([(x + a, y + b, e) for a in (-w * .47, w * .47) for b in (-60, 130) for e in (0, h)])
    bx, by = P(x, y, 0)
    t, b = by - h * .95, by + 14
    c = "#7a4526"
    # back handle
    hd = "M%s %sC%s %s %s %s %s %s" % tuple(f(k) for k in (bx - 150, t + 20, bx - 190, t - 330, bx + 230, t - 330, bx + 190, t + 20))
    p.path(hd, stroke=sink(c, .5), sw=34)
    # side and back of the bag
    p.path([(bx - w * .45, t + 6), (bx - w * .40, t - 44), (bx + w * .47, t - 44), (bx + w * .45, t + 6)], sink(INDIGO, .55))
    p.path([(bx + w * .44, t + 2), (bx + w * .47, t - 44), (bx + w * .5, t + h * .3), (bx + w * .53, b - 60), (bx + w * .49, b - 4)], sink(INDIGO, .6))

    def warp(u, v):
        k = .9 + .1 * v / h
        bulge = 14 * math.sin(math.pi * u / w) * math.sin(math.pi * v / h)
        return (bx + (u - w / 2) * k, t + v + bulge + 10 * math.sin(math.pi * u / w) * (v / h))
    out = [warp(w * i / 20, 0) for i in range(21)] + [warp(w, h * i / 10) for i in range(1, 11)] + [warp(w * i / 20, h) for i in range(19, -1, -1)] + [warp(0, h * i / 10) for i in range(9, 0, -1)]
    d = poly(out)
    p.group(p.clip(d))
    p.figures(batik_tower(w, h * .86, 250, CREAM, INDIGO, "#d08a4a", True), warp, 60)
    p.figures([(rect(0, h * .84, w, h * .16), c, None, 0), (rect(0, 0, w, 40), c, None, 0)], warp, 40)
    p.figures([([(0, h * .855), (w, h * .855)], None, "#e9c98d", 3), ([(0, 30), (w, 30)], None, "#e9c98d", 3)], warp, 40)
    p.path(d, p.lin(((0, "#fff3d6", .1), (.14, "#fff3d6", .26), (.4, "#fff3d6", 0), (.75, "#1c0c08", .14), (1, "#1c0c08", .46))))
    p.path(d, p.lin(((0, "#1c0c08", .1), (.2, "#1c0c08", 0), (.7, "#1c0c08", 0), (1, "#1c0c08", .34)), 0, 0, 0, 1))
    p.path("M%s %sC%s %s %s %s %s %s" % tuple(f(k) for k in (bx - 330, t + 120, bx - 260, t + 330, bx - 300, t + 500, bx - 240, t + 620)), stroke="#1c0c08", sw=30, op=.2, extra=p.blur(14))
    p.path("M%s %sC%s %s %s %s %s %s" % tuple(f(k) for k in (bx + 230, t + 100, bx + 180, t + 300, bx + 240, t + 460, bx + 200, t + 600)), stroke="#1c0c08", sw=34, op=.22, extra=p.blur(14))
    p.end()
    hd = "M%s %sC%s %s %s %s %s %s" % tuple(f(k) for k in (bx - 200, t + 130, bx - 230, t - 400, bx + 230, t - 400, bx + 200, t + 130))
    p.path(hd, stroke="#1c0c08", sw=34, op=.35, extra=p.blur(8) + ' transform="translate(10 14)"')
    p.path(hd, stroke=sink(c, .35), sw=36)
    p.path(hd, stroke=c, sw=28)
    p.path(hd, stroke=lift(c, .5), sw=4, op=.7, extra='stroke-dasharray="14 12"')
    for k in (-200, 200):
        p.path(rrect(bx + k - 34, t + 90, 68, 100, 12), p.lin(((0, lift(c, .2)), (1, sink(c, .3)))))
        for a in (-16, 16):
            for q in (112, 168):
                p.add('<circle cx="%s" cy="%s" r="7" fill="#e9c98d"/>' % (f(bx + k + a), f(t + q)))


# ------------------------------------------------------------------ woven cloth
MAROON = "#6d2433"


@picture("sarung-goyor-klasik", "fesyen", "parang", 1.24, 20)
def _(p):
    w, d = 880, 620
    folded(p, 0, 130, 0, w, d, 100, -12, goyor(w, 240, "#24443f", "#6f9a7c", "#f0e0b4", 140), "#24443f", 2, fig_h=240)
    folded(p, 6, 136, 100, w - 30, d - 30, 100, -20, goyor(w - 30, 240, "#2b3350", "#8a8fb0", "#f0dcae", 150), "#2b3350", 2, fig_h=240)
    folded(p, 0, 140, 200, w - 60, d - 50, 110, -16, goyor(w - 60, d - 50, MAROON, "#d99a55", "#fbeecb", 160), MAROON, 2)


@picture("sarung-goyor-klasik-2", "fesyen", "parang", 1.1, 200)
def _(p):
    w, h = 920, 930
    g = goyor(w, h, MAROON, "#d99a55", "#fbeecb", 165)
    head = [(rect(w * .36, 0, w * .28, h), "#4f1826", None, 0)] + [q for q in goyor(w * .28, h, "#4f1826", "#b5672f", "#f0dcae", 86)[1:]]
    sh = [([(x + w * .36, y) for x, y in q[0]], q[1], q[2], q[3]) for q in head[1:] if max(x for x, y in q[0]) < w * .30 and min(x for x, y in q[0]) > -w * .02]
    hung(p, g + [head[0]] + sh, w, h, 4, deep=.36)
    # shuttle and a bobbin on the table
    shuttle(p, 560, 1270, -8)


def shuttle(p, x, y, a):
    c = "#b5793f"
    p.group('transform="translate(%s %s)rotate(%s)"' % (f(x), f(y), f(a)))
    d = smooth([(-260, 0), (-200, -30), (-80, -46), (80, -46), (200, -30), (260, 0), (200, 30), (80, 46), (-80, 46), (-200, 30)])
    p.soft(d, .45, 11, 12, 20)
    p.path(d, p.lin(((0, lift(c, .4)), (.5, c), (1, sink(c, .45))), 0, 0, .1, 1))
    p.path(rrect(-130, -26, 260, 52, 20), sink(c, .6))
    p.path(rrect(-116, -19, 232, 38, 16), p.lin(((0, "#c9555f"), (.5, "#9a2f42"), (1, "#5a1826")), 0, 0, 0, 1))
    p.path("".join("M%d -18L%d 18" % (k, k + 8) for k in range(-108, 104, 9)), stroke="#e58a8a", sw=2, op=.5)
    p.path("M-240 -4C-200 -18 -160 -26 -140 -28", stroke="#fff3d6", sw=6, op=.6)
    p.end()


LURIK1 = [("#2b3a4a", 5), ("#e9dcc0", 1), ("#2b3a4a", 2), ("#e9dcc0", 1), ("#2b3a4a", 5), ("#b5452f", 1.4), ("#d9a441", .8), ("#b5452f", 1.4)]
LURIK2 = [("#7a3324", 5), ("#f0d9a8", .8), ("#c9803c", 2), ("#f0d9a8", .8), ("#7a3324", 5), ("#2c1a14", 2)]
LURIK3 = [("#4a5f45", 4), ("#e9dcc0", .8), ("#4a5f45", 1.4), ("#e9dcc0", .8), ("#4a5f45", 4), ("#1f2f2a", 2), ("#d9a441", .8), ("#1f2f2a", 2)]


def roll(p, x, y, z, l, r, yaw, cols):
    """A roll of striped cloth, the stripes run around it."""
    A, B, Z = axes(yaw)
    prof = [(r * math.cos(t), r + r * math.sin(t)) for t in [2 * math.pi * i / 36 for i in range(36)]]
    pts = [(x + B[0] * u + A[0] * e, y + B[1] * u + A[1] * e, z + v) for u, v in prof for e in (-l / 2, l / 2)]
    flat = [(x + B[0] * u + A[0] * e, y + B[1] * u + A[1] * e, 0) for u in (-r * .6, r * .6) for e in (-l / 2, l / 2)]
    p.shadow_of(pts + (flat if z < 5 else []), contact=z < 5)
    o = -l / 2
    i = 0
    while o < l / 2:
        c, k = cols[i % len(cols)]
        ww = min(k * 11, l / 2 - o)
        p.prism((x + A[0] * o, y + A[1] * o, z), B, Z, A, ww, prof, c)
        o += ww
        i += 1
    e = l / 2 if dot(A, CAM) > 0 else -l / 2
    p.group(p.matrix((x + A[0] * e, y + A[1] * e, z + r), B, Z))
    p.add('<circle r="%s" fill="%s"/>' % (f(r), sink(cols[0][0], .1)))
    s = [((r * (.08 + .88 * i / 120)) * math.cos(i / 120 * 2 * math.pi * 6), (r * (.08 + .88 * i / 120)) * math.sin(i / 120 * 2 * math.pi * 6)) for i in range(121)]
    p.path(smooth(s, False), stroke=lift(cols[0][0], .3), sw=r * .045)
    p.end()


@picture("sarung-goyor-lurik", "fesyen", "lereng", 1.2, -10)
def _(p):
    w, d = 900, 560
    folded(p, 20, 200, 0, w, d, 100, -16, lurik(w, d, LURIK2, 11), "#7a3324", 2)
    folded(p, 20, 206, 100, w - 30, d - 30, 100, -12, lurik(w - 30, d - 30, LURIK3, 11), "#4a5f45", 2)
    folded(p, 14, 210, 200, w - 50, d - 40, 110, -18, lurik(w - 50, d - 40, LURIK1, 11), "#2b3a4a", 2)
    roll(p, -40, -300, 0, 820, 74, -14, LURIK1)


@picture("selendang-goyor", "fesyen", "parang", 1.1, 200)
def _(p):
    gw, gh, y = 1040, 1010, 120
    gawangan(p, gw, gh, y)
    sx, sy = P(-gw / 2, y, gh - 30)
    rail(p, gw, gh, y)

    def sel(w, h, ground, c1, c2):
        return goyor(w, h, ground, c1, c2, 130) + [(rect(0, h - 118, w, 118), ground, None, 0), (rect(0, h - 96, w, 60), mix(ground, c1, .6), None, 0), (rect(0, h - 116, w, 10), c2, None, 0), (rect(0, h - 28, w, 10), c2, None, 0)]
    drape(p, sx + 560, sy - 17, 330, 740, sel(330, 740, "#24443f", "#7fa487", "#f0e0b4"), 2, 12, 18, .4, 50, .5, fringe="#7fa487", flare=.08)
    over_rail(p, sx + 560, sy, 330)
    drape(p, sx + 140, sy - 17, 460, 900, sel(460, 900, "#a8472f", "#e9ae5f", "#fff0cf"), 3, 12, 20, .34, 50, 0, fringe="#e9ae5f", flare=.08)
    over_rail(p, sx + 140, sy, 460)


# ------------------------------------------------------------------ tailoring
def lace(w, h, c, s=92):
    """Flower lace as figures."""
    g, e = [], []
    for j in range(-1, int(h / (s * .86)) + 2):
        for i in range(-1, int(w / s) + 2):
            x, y = i * s + (s / 2 if j % 2 else 0), j * s * .86
            for k in range(6):
                a = k * math.pi / 3 + (.5 if (i + j) % 2 else 0)
                g.append((petal(x + 6 * math.cos(a), y + 6 * math.sin(a), s * .34, s * .17, a, 6), c, None, 0))
            for k in range(6):
                a = k * math.pi / 3 + math.pi / 6
                e.append((ell(x + s * .42 * math.cos(a), y + s * .42 * math.sin(a), s * .035, n=6), c, None, 0))
    return g + e


def lace_fill(p, c, s=84, t=144):
    """The same lace as a pattern, for upright pieces."""
    b = []
    for x, y, o in ((s / 2, t / 4, 0), (0, t * .75, .5), (s, t * .75, .5)):
        b += [petal(x + 6 * math.cos(a + o), y + 6 * math.sin(a + o), s * .34, s * .17, a + o, 6) for a in [k * math.pi / 3 for k in range(6)]]
        b += [ell(x + s * .42 * math.cos(a), y + s * .42 * math.sin(a), s * .035, n=6) for a in [k * math.pi / 3 + math.pi / 6 for k in range(6)]]
    d = "".join(poly(q) for q in b)
    return "url(#%s)" % p._def(("lace", c), lambda i: '<pattern id="%s" width="%d" height="%d" patternUnits="userSpaceOnUse"><path d="%s" fill="%s"/></pattern>' % (i, s, t, d, c))


def spool(p, x, y, z, c, r=52, h=150):
    p.shadow_disc(x, y, r, h, .36, 12)
    wd = "#d9b27a"
    p.lathe(x, y, [(r, 0), (r, 16)], wd, z=z, top=wd, smoothit=False)
    p.lathe(x, y, [(r * .82, 16), (r * .86, h * .5), (r * .82, h - 16)], c, z=z)
    sx, sy = P(x, y, z)
    s = ""
    for k in range(11):
        zz = 22 + k * (h - 40) / 10
        qx, qy = P(x, y, z + zz)
        s += "M%s %sA%s %s 0 0 0 %s %s" % tuple(f(v) for v in (qx - r * .83, qy, r * .83, r * .83 * SP, qx + r * .83, qy))
    p.path(s, stroke=sink(c, .35), sw=2.5, op=.55)
    p.lathe(x, y, [(r, 0), (r, 16)], wd, z=z + h - 16, top=wd, smoothit=False)
    p.disc(x, y, z + h, r * .26, sink(wd, .6), False)


def scissors(p, x, y, ang, k=1.0):
    m = "#cfc8bb"
    c = "#a3402c"
    p.group('transform="translate(%s %s)rotate(%s)scale(%s)"' % (f(x), f(y), f(ang), f2(k)))
    for s in (1, -1):
        bl = poly([(0, s * -4), (300, s * -46), (306, s * -36), (40, s * 26), (-10, s * 16)])
        p.soft(bl, .4, 8, 8, 14)
    for s in (1, -1):
        h = "M-10 %sC-70 %s -120 %s -150 %s" % (f(0), f(s * 10), f(s * 40), f(s * 60))
        p.path(h, stroke=sink(c, .3), sw=26)
        p.path(smooth(ell(-206, s * 82, 74, 50, s * -.35, 14)), stroke=sink(c, .4), sw=30)
        p.path(smooth(ell(-206, s * 82 - 3, 74, 50, s * -.35, 14)), stroke=c, sw=22)
        p.path(smooth(ell(-208, s * 82 - 9, 72, 48, s * -.35, 14)), stroke=lift(c, .5), sw=5, op=.6)
        bl = poly([(0, s * -6), (300, s * -46), (308, s * -34), (40, s * 26), (-14, s * 18)])
        p.path(bl, p.lin(((0, lift(m, .7)), (.5, m), (1, sink(m, .4))), 0, 0, .1, 1))
        p.path(poly([(10, s * -4), (300, s * -44)], False), stroke="#ffffff", sw=4, op=.8)
    p.add('<circle r="15" fill="#8a8378"/><circle cx="-3" cy="-4" r="8" fill="#e9e2d4"/>')
    p.end()


def tape(p, pts, c="#f0c65a"):
    """A measuring tape along screen points (ticks, no figures)."""
    d = smooth(pts, False)
    p.path(d, stroke="#2c140a", sw=44, op=.35, extra=p.blur(8) + ' transform="translate(6 12)"')
    p.path(d, stroke=sink(c, .25), sw=46)
    p.path(d, stroke=c, sw=42)
    p.path(d, stroke=lift(c, .5), sw=30, op=.5)
    # ticks
    s = ""
    q = pts
    dense = []
    for i in range(len(q) - 1):
        p0, p1, p2, p3 = q[max(0, i - 1)], q[i], q[i + 1], q[min(len(q) - 1, i + 2)]
        for k in range(12):
            t = k / 12
            h = [.5 * (2 * p1[m] + (p2[m] - p0[m]) * t + (2 * p0[m] - 5 * p1[m] + 4 * p2[m] - p3[m]) * t * t + (3 * p1[m] - p0[m] - 3 * p2[m] + p3[m]) * t ** 3) for m in (0, 1)]
            dense.append(h)
    acc, n = 0, 0
    for a, b in zip(dense, dense[1:]):
        l = math.hypot(b[0] - a[0], b[1] - a[1])
        acc += l
        if acc > 17 and l:
            acc = 0
            n += 1
            nx, ny = -(b[1] - a[1]) / l, (b[0] - a[0]) / l
            k0 = 2 if n % 5 == 0 else 10
            s += "M%s %sL%s %s" % (f(a[0] + nx * k0), f(a[1] + ny * k0), f(a[0] + nx * 20), f(a[1] + ny * 20))
    p.path(s, stroke="#5a2e14", sw=3)


def dressform(p, x, base, top):
    wd = WOOD
    # tripod stand
    sx = x
    p.soft(smooth(ell(sx + 60, base, 250, 44, 0, 12)), .4, 18)
    for k in (-1, 1):
        p.path("M%s %sQ%s %s %s %s" % tuple(f(q) for q in (sx, base - 160, sx + k * 60, base - 60, sx + k * 210, base + 6)), stroke=sink(wd, .4), sw=34)
        p.path("M%s %sQ%s %s %s %s" % tuple(f(q) for q in (sx - 4, base - 164, sx + k * 60 - 4, base - 66, sx + k * 210 - 4, base)), stroke=wd, sw=22)
    p.path("M%s %sL%s %s" % tuple(f(q) for q in (sx, base - 170, sx + 10, base + 36)), stroke=sink(wd, .2), sw=32)
    p.path(rect(sx - 17, top + 500, 34, base - top - 640), p.roll(wd))


@picture("jahit-kebaya", "jasa", "kawung", 1.04, 0)
def _(p):
    x = 800
    dressform(p, x, 1450, 300)
    neckc = "#e9d8bc"
    # neck and cap of the form
    p.path(smooth([(x - 62, 330), (x - 56, 270), (x - 60, 232), (x + 60, 232), (x + 56, 270), (x + 62, 330)], True, .6), p.roll(neckc))
    p.add('<ellipse cx="%d" cy="230" rx="62" ry="20" fill="%s"/>' % (x, p.lin(((0, lift(WOOD, .3)), (1, WOOD)))))
    p.path(rect(x - 9, 176, 18, 50), p.roll(WOOD))
    p.add('<circle cx="%d" cy="170" r="22" fill="%s"/>' % (x, p.ball(WOOD)))
    # skirt cloth below
    sk = [(x - 190, 900), (x - 236, 1000), (x - 246, 1100), (x - 220, 1300), (x + 220, 1300), (x + 246, 1100), (x + 236, 1000), (x + 190, 900)]
    dsk = smooth(sk, True, .8)
    p.soft(dsk, .4, 26, 46, 26)
    p.group(p.clip(dsk))
    p.group('transform="translate(%s 880)"' % f(x - 260))
    p.figures(batik_kemiri(520, 440, 62, "#f3dcae", "#c98a3c", "#4a2018", "#e9c98d"))
    p.end()
    p.path(dsk, p.lin(((0, "#1c0c08", .3), (.2, "#fff3d6", .24), (.5, "#1c0c08", .02), (.56, "#1c0c08", .4), (.6, "#fff3d6", .12), (.8, "#1c0c08", .2), (1, "#1c0c08", .6))))
    p.end()
    # kebaya
    K, L = "#3f8f84", "#e9d9a4"
    gold = "#e0b24e"

    def piece(pts, k=.9, dark=0.0, seed=0):
        d = smooth(pts, True, k)
        p.soft(d, .36, 18, 26, 18)
        p.path(d, K)
        p.group(p.clip(d))
        xs, ys = [q[0] for q in pts], [q[1] for q in pts]
        p.path(rect(min(xs) - 9, min(ys) - 9, max(xs) - min(xs) + 18, max(ys) - min(ys) + 18), lace_fill(p, mix(K, L, .55)))
        p.path(d, p.lin(((0, "#1c0c08", .28), (.18, "#fff8e0", .34), (.45, "#fff8e0", .02), (.8, "#1c0c08", .26), (1, "#1c0c08", .52))))
        p.end()
        return d
    # sleeves hang beside the body
    for s in (-1, 1):
        sl = [(x + s * 170, 352), (x + s * 250, 400), (x + s * 292, 520), (x + s * 318, 700), (x + s * 326, 880), (x + s * 262, 892), (x + s * 244, 740), (x + s * 214, 600), (x + s * 176, 500)]
        piece(sl, .9)
        p.path(smooth([(x + s * 328, 880), (x + s * 296, 893), (x + s * 260, 892)], False), stroke=gold, sw=20)
        p.path(smooth([(x + s * 328, 880), (x + s * 296, 893), (x + s * 260, 892)], False), stroke=L, sw=5, extra='stroke-dasharray="3 10"')
    body = [(x - 84, 318), (x - 180, 356), (x - 232, 430), (x - 212, 540), (x - 166, 690), (x - 178, 800), (x - 236, 940), (x - 262, 1040), (x - 110, 1074), (x, 1120), (x + 110, 1074), (x + 262, 1040), (x + 236, 940), (x + 178, 800), (x + 166, 690), (x + 212, 540), (x + 232, 430), (x + 180, 356), (x + 84, 318), (x + 40, 470), (x, 560), (x - 40, 470)]
    piece(body, .8)
    # inner corset shape in the neck
    vneck = smooth([(x - 84, 318), (x - 40, 470), (x, 566), (x + 40, 470), (x + 84, 318), (x + 40, 336), (x, 344), (x - 40, 336)], True, .5)
    p.path(vneck, p.roll(neckc, .35))
    p.path(smooth([(x - 56, 440), (x, 424), (x + 56, 440), (x + 30, 500), (x, 562), (x - 30, 500)], True, .5), p.lin(((0, lift(gold, .3)), (1, sink(gold, .35)))))
    # front edges with gold braid
    for s in (-1, 1):
        e = smooth([(x + s * 86, 316), (x + s * 42, 470), (x + s * 2, 566), (x + s * 3, 760), (x + s * 4, 940), (x + s * 30, 1100)], False)
        p.path(e, stroke=sink(gold, .5), sw=26, op=.5)
        p.path(e, stroke=gold, sw=20)
        p.path(e, stroke=L, sw=6, extra='stroke-dasharray="3 12"')
    hem = smooth([(x - 262, 1038), (x - 110, 1070), (x - 4, 1114)], False)
    hem2 = smooth([(x + 262, 1038), (x + 110, 1070), (x + 4, 1114)], False)
    for q in (hem, hem2):
        p.path(q, stroke=gold, sw=20)
        p.path(q, stroke=L, sw=6, extra='stroke-dasharray="3 12"')
    # brooches
    for k, yy in enumerate((600, 690, 780)):
        for j in range(6):
            a = j * math.pi / 3
            p.path(poly(petal(x + 5 * math.cos(a), yy + 5 * math.sin(a), 24, 15, a)), lift(gold, .4))
        p.add('<circle cx="%d" cy="%d" r="9" fill="%s"/>' % (x, yy, RED))
    # bust and waist modelling
    for s in (-1, 1):
        p.add('<ellipse cx="%s" cy="520" rx="84" ry="76" fill="%s"/>' % (f(x + s * 104), p.rad(((0, "#fff8e0", .3), (.6, "#fff8e0", .04), (1, "#fff8e0", 0)), .42, .36, .6)))
        p.path(smooth([(x + s * 70, 600), (x + s * 110, 606), (x + s * 168, 570)], False), stroke="#1c0c08", sw=20, op=.18, extra=p.blur(10))
    p.path(smooth([(x - 170, 700), (x, 728), (x + 170, 700)], False), stroke="#1c0c08", sw=24, op=.16, extra=p.blur(12))
    spool(p, -520, -260, 0, "#3f8f84")
    spool(p, -410, -340, 0, gold)
    scissors(p, 1210, 1390, 158, .62)


@picture("jahit-kebaya-2", "jasa", "kawung", 1.08, -20)
def _(p):
    # lace panel with its paper pattern, pins, chalk, tape
    K, L, gold = "#3f8f84", "#e9d9a4", "#e0b24e"
    A, B, _z = axes(-12)
    w, d = 1080, 820
    c = lambda a, b, e=4: P(A[0] * a + B[0] * b, 60 + A[1] * a + B[1] * b, e)
    out = densify([c(-w / 2, d / 2), c(w / 2, d / 2), c(w / 2, -d / 2), c(-w / 2, -d / 2)], 70)
    p.soft(poly(out), .4, 12, 12, 18)
    p.path(poly(out), K)
    p.group(p.matrix((-A[0] * w / 2 + B[0] * d / 2, 60 - A[1] * w / 2 + B[1] * d / 2, 4), A, tuple(-k for k in B)) + " " + p.clip(rect(0, 0, w, d)))
    p.figures(lace(w, d, mix(K, L, .6), 108))
    for x in (200, 560, 900):
        p.path(rect(x - 80, 0, 160, d), p.lin(((0, "#1c0c08", 0), (.45, "#1c0c08", .16), (.58, "#fff3d6", .2), (1, "#fff3d6", 0))))
    p.path(rect(0, d - 46, w, 46), gold)
    p.path(rect(0, d - 50, w, 6), L)
    p.path("M0 %dH%d" % (d - 24, w), stroke=L, sw=10, extra='stroke-dasharray="4 18"')
    # paper pattern: bodice front
    pat = smooth([(250, 120), (400, 90), (470, 190), (560, 230), (640, 330), (600, 520), (630, 690), (300, 700), (260, 420)], True, .55)
    p.path(pat, "#1c0c08", op=.3, extra=p.blur(7) + ' transform="translate(8 12)"')
    p.path(pat, "#f3e2bd", op=.96)
    p.path(pat, stroke="#b58a4e", sw=4)
    p.path(pat, stroke="#8a5a2c", sw=3, extra='stroke-dasharray="18 12" transform="translate(34 32)scale(.92)"')
    p.path("M300 400H610M450 140V680", stroke="#b5452f", sw=3, op=.6)
    p.end()
    # pins
    for a, b, col in ((-220, 250, "#a3402c"), (60, 190, "#fff3d6"), (80, -90, "#d9a441"), (-230, -100, "#fff3d6")):
        x0, y0 = c(a, b, 10)
        p.path(poly([(x0 - 40, y0 + 22), (x0 + 26, y0 - 12)], False), stroke="#8a8378", sw=5)
        p.add('<circle cx="%s" cy="%s" r="13" fill="%s"/>' % (f(x0 + 28), f(y0 - 14), p.ball(col)))
    q = lambda a, b: P(a, b, 10)
    tape(p, [q(-620, -150), q(-420, -330), q(-160, -390), q(60, -330), q(240, -400), q(470, -430)])
    scissors(p, 1090, 1010, 205, .95)
    spool(p, 330, 470, 0, gold, 62, 180)
    spool(p, 470, 400, 0, "#a3402c", 62, 180)
    spool(p, 190, 520, 0, K, 62, 180)
    # wrist pincushion
    sx, sy = P(-380, 480, 30)
    p.soft(smooth(ell(sx + 20, sy + 26, 130, 72, 0, 12)), .4, 12)
    p.path(smooth(ell(sx, sy - 14, 126, 84, 0, 14)), p.ball("#a3402c"))
    for k in range(6):
        a = k * math.pi / 3
        p.path("M%s %sQ%s %s %s %s" % tuple(f(v) for v in (sx, sy - 56, sx + 60 * math.cos(a), sy - 50 + 30 * math.sin(a), sx + 124 * math.cos(a), sy - 10 + 70 * math.sin(a))), stroke=sink("#a3402c", .4), sw=4, op=.6)
    for dx, dy, col in ((-50, -80, "#fff3d6"), (10, -96, "#d9a441"), (54, -84, "#7fb0a8"), (-10, -70, "#fff3d6")):
        p.path(poly([(sx + dx * .6, sy - 40), (sx + dx, sy + dy - 20)], False), stroke="#d8d2c4", sw=4)
        p.add('<circle cx="%s" cy="%s" r="12" fill="%s"/>' % (f(sx + dx), f(sy + dy - 22), p.ball(col)))


@picture("seragam-batik-kantor", "jasa", "parang", 1.12, 90)
def _(p):
    x = 800
    g = "#24406b"
    # hook rail on the wall and the hanger
    p.path(rect(420, 196, 760, 44), p.lin(((0, lift(WOOD, .3)), (.5, WOOD), (1, sink(WOOD, .4))), 0, 0, 0, 1))
    p.soft(rect(420, 240, 760, 20), .4, 10)
    for k in (-300, 0, 300):
        p.path("M%s 230v46q0 26 26 20" % f(x + k), stroke="#c9a050", sw=14)
        p.add('<circle cx="%s" cy="228" r="17" fill="%s"/>' % (f(x + k), p.ball("#d9b060")))
    p.path("M%s 330C%s 300 %s 262 %s 268C%s 274 %s 296 %s 290" % tuple(f(v) for v in (x, x, x + 44, x + 6, x - 20, x - 26, x - 20)), stroke="#b8b0a2", sw=10)
    p.path(smooth([(x - 330, 450), (x - 180, 384), (x, 330), (x + 180, 384), (x + 330, 450), (x + 180, 420), (x, 380), (x - 180, 420)], True, .8), p.lin(((0, lift(WOOD, .3)), (1, sink(WOOD, .4))), 0, 0, 0, 1))

    figs = shirt_figs(1000, 1000, g)

    def piece(pts, k, ang=0, ox=0, oy=0, dark=0.0):
        d = smooth(pts, True, k)
        p.soft(d, .42, 24, 36, 26)
        p.path(d, g)
        p.group(p.clip(d))
        p.group('transform="translate(%s %s)rotate(%s)"' % (f(ox), f(oy), f(ang)))
        p.use(sym, 0, 0)
        p.end()
        p.path(d, p.lin(((0, "#1c0c08", .2), (.15, "#fff3d6", .26), (.45, "#fff3d6", 0), (.8, "#1c0c08", .16), (1, "#1c0c08", .44))))
        p.end()
        p.path(d, stroke="#14233d", sw=3, op=.5)
        return d
    sym = p.symbol("shirt", p.capture(lambda: p.figures(figs)))
    for s in (-1, 1):
        sl = [(x + s * 180, 384), (x + s * 330, 446), (x + s * 400, 560), (x + s * 440, 760), (x + s * 330, 800), (x + s * 268, 790), (x + s * 250, 620), (x + s * 220, 500)]
        piece(sl, .7, s * -16, x - 520 if s < 0 else x - 60, 330 if s < 0 else 180)
        p.path(smooth([(x + s * 438, 742), (x + s * 330, 782), (x + s * 268, 772)], False), stroke="#14233d", sw=4, op=.7)
    body = [(x - 110, 356), (x - 200, 390), (x - 286, 436), (x - 270, 620), (x - 272, 900), (x - 280, 1190), (x, 1206), (x + 280, 1190), (x + 272, 900), (x + 270, 620), (x + 286, 436), (x + 200, 390), (x + 110, 356), (x, 410)]
    piece(body, .55, 0, x - 500, 320)
    # folds
    for a, b, c, d in ((-200, 520, -150, 1160), (150, 560, 200, 1160), (-90, 640, -60, 1180), (80, 620, 70, 1180)):
        p.path("M%s %sQ%s %s %s %s" % tuple(f(v) for v in (x + a, b, x + (a + c) / 2 - 26, (b + d) / 2, x + c, d)), stroke="#0d1526", sw=26, op=.26, extra=p.blur(11))
        p.path("M%s %sQ%s %s %s %s" % tuple(f(v) for v in (x + a - 26, b, x + (a + c) / 2 - 52, (b + d) / 2, x + c - 26, d)), stroke="#fff3d6", sw=14, op=.12, extra=p.blur(8))
    # placket, buttons
    p.path(rect(x - 30, 430, 60, 768), sink(g, .12), op=.8)
    p.path(rect(x - 30, 430, 60, 768), p.lin(((0, "#fff3d6", .26), (.2, "#fff3d6", 0), (.85, "#0d1526", .1), (1, "#0d1526", .5))))
    p.path("M%d 430V1198M%d 430V1198" % (x - 22, x + 22), stroke="#c9b07a", sw=2, op=.7, extra='stroke-dasharray="12 8"')
    for yy in (500, 640, 780, 920, 1060):
        p.soft(smooth(ell(x + 3, yy + 6, 16, 16, 0, 10)), .5, 4)
        p.add('<circle cx="%d" cy="%d" r="16" fill="%s"/><circle cx="%d" cy="%d" r="2.5" fill="#5a3a1c"/><circle cx="%d" cy="%d" r="2.5" fill="#5a3a1c"/>' % (x, yy, p.ball("#e9cf9a"), x - 4, yy, x + 5, yy))
    # pocket
    pk = [(x + 96, 590), (x + 226, 590), (x + 226, 740), (x + 161, 770), (x + 96, 740)]
    p.soft(poly(pk), .35, 7, 5, 8)
    p.group(p.clip(pk))
    p.group('transform="translate(%s 300)"' % f(x - 484))
    p.use(sym, 0, 0)
    p.end()
    p.path(rect(x + 96, 590, 130, 34), sink(g, .2))
    p.end()
    p.path(pk, stroke="#c9b07a", sw=2.5, op=.8, extra='stroke-dasharray="12 8"')
    # collar
    p.path(smooth([(x - 108, 352), (x, 328), (x + 108, 352), (x + 60, 400), (x, 430), (x - 60, 400)], True, .6), sink(g, .55))
    for s in (-1, 1):
        cl = [(x + s * 104, 340), (x + s * 140, 384), (x + s * 104, 500), (x + s * 8, 424), (x + s * 50, 400)]
        d = smooth(cl, True, .25)
        p.soft(d, .5, 8, 6, 12)
        p.path(d, g)
        p.group(p.clip(d))
        p.group('transform="translate(%s 300)rotate(%s %s 100)"' % (f(x - 500), f(s * 30), f(500)))
        p.use(sym, 0, 0)
        p.end()
        p.path(d, p.lin(((0, "#fff3d6", .3), (1, "#1c0c08", .25)), 0, 0, 1, 1))
        p.end()
        p.path(d, stroke="#0d1a30", sw=4, op=.6)
    # folded second shirt cloth and spools
    folded(p, -400, -260, 0, 330, 240, 84, -18, batik_tower(330, 240, 120, CREAM, "#7d3424", "#e0a862"), "#7d3424", 2)
    spool(p, 330, -290, 0, "#24406b")
    spool(p, 440, -350, 0, "#e0a648")


def shirt_figs(w, h, g):
    out = [(rect(0, 0, w, h), g, None, 0)]
    out += kawung_figs(w, h, 118, "#e9d4a4", g)
    st = []
    for j in range(int(h / 118 * 2) + 1):
        for i in range(int(w / 118) + 1):
            st.append((ell(i * 118 + (0 if j % 2 else 59), j * 59, 10, 10, 0, 4), "#c9703c", None, 0))
    return out + st


@picture("permak-pakaian", "jasa", "lereng", 1.1, 20)
def _(p):
    k = "#2b2a30"
    gold = "#d9b060"
    # wooden base
    f_ = p.box(-10, 160, 0, 1080, 420, 70, -10, WOOD)
    a, w, h = f_["F"]
    p.group(a)
    p.path("M0 %dH%d" % (h - 12, w), stroke=sink(WOOD, .5), sw=4, op=.6)
    p.path("".join("M0 %sC300 %s 700 %s %s %s" % (f(y), f(y + 8), f(y - 8), f(w), f(y)) for y in (18, 34, 48)), stroke=sink(WOOD, .35), sw=2, op=.4)
    p.end()
    p.box(-10, 160, 70, 1020, 330, 40, -10, k, shadow=False)
    A, B, Z = axes(-10)

    def Q(u, z, b=0):
        return P(-10 + A[0] * u + B[0] * b, 160 + A[1] * u + B[1] * b, z)
    # the machine: arm, pillar and head as one silhouette in the plane of the base, with thickness
    prof = [(330, 110), (330, 420), (318, 520), (270, 570), (150, 580), (-250, 572), (-330, 560), (-372, 510), (-376, 330), (-360, 300), (-250, 300), (-236, 330), (-230, 400), (-190, 432), (20, 424), (110, 400), (138, 340), (140, 110)]
    o = (-10, 160, 0)
    th = 130
    back = [Q(u, z, th / 2) for u, z in prof]
    front = [Q(u, z, -th / 2) for u, z in prof]
    p.soft(hull([(x + 150, y + 120) for x, y in back[:8]] + [Q(330, 112), Q(-330, 112)]), .3, 26)
    for i in range(len(prof)):
        a, b = prof[i], prof[(i + 1) % len(prof)]
        n = (a[1] - b[1], b[0] - a[0])
        nn = (A[0] * (b[1] - a[1]), A[1] * (b[1] - a[1]), -(b[0] - a[0]))
        if dot(nn, CAM) > 0:
            col = shade(k, lum(nn))
            p.path([front[i], front[(i + 1) % len(prof)], back[(i + 1) % len(prof)], back[i]], col, stroke=col, sw=2)
    # wheel at the right end
    wx, wy = Q(350, 450)
    p.add('<ellipse cx="%s" cy="%s" rx="52" ry="118" fill="%s"/><ellipse cx="%s" cy="%s" rx="46" ry="112" fill="%s"/><ellipse cx="%s" cy="%s" rx="30" ry="84" fill="#3a3940"/><ellipse cx="%s" cy="%s" rx="13" ry="34" fill="%s"/>' % (
        f(wx + 16), f(wy + 4), sink(k, .5), f(wx + 34), f(wy + 4), p.lin(((0, "#d8d2c4"), (.4, "#8a8378"), (1, "#4a463f")), 0, 0, 1, 1), f(wx + 36), f(wy + 4), f(wx + 38), f(wy + 4), gold))
    d = smooth(front, True, .55)
    p.path(d, p.lin(((0, "#55535c"), (.3, "#34333a"), (1, "#1c1b20")), 0, 0, .4, 1))
    p.path(smooth([Q(u, z, -th / 2) for u, z in ((-350, 540), (-250, 556), (150, 562), (262, 552))], False), stroke="#ffffff", sw=10, op=.4, extra=p.blur(3))
    # golden ornament: kawung and scrolls, in the plane of the arm
    p.group(p.matrix((-10 - B[0] * th / 2, 160 - B[1] * th / 2, 0), A, Z))
    for cx in (-110, -20, 70):
        for q in range(4):
            a = math.pi / 4 + q * math.pi / 2
            p.path(smooth(ell(cx + 27 * math.cos(a), 502 + 27 * math.sin(a), 24, 12, a, 10)), gold)
    p.path("M-220 470H170M-220 540H170", stroke=gold, sw=5)
    for yy in (220, 300, 380):
        for q in range(4):
            a = math.pi / 4 + q * math.pi / 2
            p.path(smooth(ell(236 + 24 * math.cos(a), yy + 24 * math.sin(a), 21, 10, a, 10)), gold)
    p.path("M172 150V430M300 150V430", stroke=gold, sw=4)
    p.add('<circle cx="-306" cy="470" r="34" fill="#d8d2c4"/><circle cx="-306" cy="470" r="22" fill="#8a8378"/>')
    p.end()
    # needle bar and foot
    nx, ny = Q(-306, 300, -20)
    p.path(rect(nx - 12, ny - 4, 24, 60), p.roll("#c9c2b4"))
    bx, by = Q(-306, 118, -20)
    p.path(poly([(nx, ny + 50), (bx, by - 8)], False), stroke="#e9e2d4", sw=7)
    p.path(poly([(bx - 34, by - 6), (bx + 30, by - 6), (bx + 14, by - 34), (bx - 10, by - 34)]), "#b8b0a2")
    # thread from the spool to the needle
    spx, spy = Q(190, 582)
    wd = "#d9b27a"
    p.path(rect(spx - 40, spy - 110, 80, 100), p.roll("#a3402c"))
    p.path("".join("M%s %sh80" % (f(spx - 40), f(spy - 104 + q * 9)) for q in range(10)), stroke=sink("#a3402c", .4), sw=2, op=.6)
    for q in (-122, -14):
        p.path(rrect(spx - 48, spy + q, 96, 18, 8), p.roll(wd))
    hx, hy = Q(-330, 566)
    p.path("M%s %sL%s %sL%s %sL%s %s" % tuple(f(v) for v in (spx - 36, spy - 60, hx, hy - 6, Q(-352, 430, -66)[0], Q(-352, 430, -66)[1], bx, by - 10)), stroke="#c8553d", sw=4)
    # denim under the needle, falling over the front
    dn = "#3f5f8a"
    e1 = [Q(-500, 116, 120), Q(-60, 116, 120), Q(-40, 116, -165), Q(-70, 60, -215), Q(-110, 0, -300), Q(-230, 0, -390), Q(-420, 0, -360), Q(-560, 0, -300), Q(-560, 60, -215), Q(-540, 116, -165)]
    dd = smooth(e1, True, .6)
    p.soft(dd, .4, 14, 12, 16)
    p.path(dd, p.lin(((0, lift(dn, .3)), (.5, dn), (1, sink(dn, .4))), 0, 0, .7, 1))
    p.group(p.clip(dd))
    xs = [q[0] for q in e1]
    ys = [q[1] for q in e1]
    p.path("".join("M%s %sl340 -300" % (f(v), f(max(ys))) for v in range(int(min(xs)) - 340, int(max(xs)), 9)), stroke=lift(dn, .5), sw=1.6, op=.3)
    p.path(smooth([Q(-470, 116, -170), Q(-480, 60, -230), Q(-470, 0, -350)], False), stroke="#1c2a44", sw=30, op=.4, extra=p.blur(12))
    p.path(smooth([Q(-200, 116, -170), Q(-190, 60, -230), Q(-220, 0, -380)], False), stroke="#1c2a44", sw=30, op=.35, extra=p.blur(12))
    for off in (0, 16):
        p.path(smooth([Q(-306 + off, 118, 120), Q(-306 + off, 118, -165), Q(-318 + off, 60, -222), Q(-330 + off, 0, -390)], False), stroke="#e0a648", sw=5, extra='stroke-dasharray="14 9"')
    # a patch with the kemiri motif
    p.group(p.matrix((-230, -70, 0), A, tuple(-q for q in B)))
    p.end()
    p.end()
    p.path([(bx - 30, by + 2), (bx + 30, by + 2), (bx + 22, by - 12), (bx + 8, by - 16), (bx + 8, by - 64), (bx - 8, by - 64), (bx - 8, by - 16), (bx - 22, by - 12)], p.lin(((0, "#f0e9dc"), (1, "#8a8378"))))
    scissors(p, 1060, 1330, 170, .8)
    spool(p, -20, -330, 0, "#3f5f8a", 46, 130)
    spool(p, 90, -390, 0, "#e0a648", 46, 130)
    for x, y, c in ((-330, -400, "#a3402c"), (-250, -430, "#f0dcae"), (-390, -440, "#3f8f84"), (-200, -395, "#e0a648")):
        sx, sy = P(x, y, 8)
        p.soft(smooth(ell(sx + 4, sy + 7, 24, 14, 0, 10)), .4, 5)
        p.add('<ellipse cx="%s" cy="%s" rx="25" ry="15" fill="%s"/><ellipse cx="%s" cy="%s" rx="17" ry="9" fill="none" stroke="%s" stroke-width="3"/><circle cx="%s" cy="%s" r="2.6" fill="#2c140a"/><circle cx="%s" cy="%s" r="2.6" fill="#2c140a"/>' % (
            f(sx), f(sy), p.ball(c), f(sx), f(sy), sink(c, .3), f(sx - 5), f(sy), f(sx + 5), f(sy)))
