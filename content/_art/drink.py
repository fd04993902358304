"""Minuman: coffee, ginger syrup, spices."""
from lib import *

PICTURES, picture = registry()

KRAFT = "#c9975c"
BEAN = "#5a2e18"


def bean_symbols(p, c=BEAN):
    out = []
    for k in range(3):
        cc = (c, lift(c, .1), sink(c, .2))[k]

        def fn():
            d = smooth(ell(0, 0, 30, 20, 0, 12))
            p.path(d, p.ball(cc, .3, .55))
            if k != 1:
                p.path("M-27 2C-14 -8 -4 6 8 -1S22 -2 27 1", stroke=sink(cc, .75), sw=4.5)
                p.path("M-26 5C-14 -4 -4 9 8 3S22 1 26 4", stroke=lift(cc, .3), sw=1.8, op=.6)
            else:
                p.path("M-16 -9C-6 -14 6 -14 15 -9", stroke=lift(cc, .6), sw=4, op=.6)
        out.append(p.symbol(("bean", c, k), p.capture(fn)))
    return out


def beans(p, syms, spots, k=1.0, shadow=True):
    r = p.rng
    spots = sorted(spots, key=lambda q: q[1])
    if shadow:
        d = "".join(smooth(ell(x + 6 * k, y + 9 * k, 31 * k, 21 * k, 0, 6)) for x, y in spots)
        p.path(d, "#2c140a", op=.4, extra=p.blur(6))
    for x, y in spots:
        p.use(r.choice(syms), x, y, r.uniform(0, 360), k, k * r.uniform(.82, 1))


def saucer_cup(p, x, y, r, h, c, drink, z=0, saucer=True, side=1, crema=None):
    if saucer:
        zz = p.plate(x, y, r * 1.75, c, z) - 14
    else:
        zz = z
        p.shadow_disc(x, y, r * .8, h * .9, .34, 18)
    # handle
    sx, sy = P(x, y, zz + h * .62)
    d = "M%s %sc%s %s %s %s %s %s" % tuple(f(k) for k in (sx + side * r * .84, sy - h * .12, side * r * .62, -h * .16, side * r * .6, h * .52, -side * r * .06, h * .4))
    p.path(d, stroke=sink(c, .42), sw=r * .2)
    p.path(d, stroke=sink(c, .12), sw=r * .13)
    p.lathe(x, y, [(r * .58, 0), (r * .74, h * .1), (r * .9, h * .45), (r, h)], c, z=zz, deep=.5)
    p.disc(x, y, zz + h, r, p.lin(((0, lift(c, .5)), (1, sink(c, .15))), 0, 0, 1, .5))
    p.disc(x, y, zz + h - 3, r * .94, sink(c, .45))
    p.disc(x, y, zz + h - 9, r * .9, p.rad(((0, drink), (.7, drink), (.93, crema or lift(drink, .25)), (1, sink(drink, .4)))))
    sx, sy = P(x, y, zz + h - 9)
    p.path(smooth([(sx - r * .6, sy - r * .12), (sx - r * .3, sy - r * .3), (sx + r * .05, sy - r * .36)], False), stroke="#fff0d0", sw=r * .06, op=.45, extra=p.blur(3))
    return zz + h


def steam(p, x, y, h=260):
    for dx, k in ((-44, 1), (18, 1.2), (70, .8)):
        d = "M%s %sc-50 -%s 50 -%s 0 -%s" % (f(x + dx), f(y), f(h * k * .35), f(h * k * .6), f(h * k))
        p.path(d, stroke="#fffaf0", sw=24, op=.5, extra=p.blur(13))


def leaf_badge(p, c, kind="mountain"):
    """Wordless badge for a label: a mountain with rows, or a bean."""
    if kind == "mountain":
        p.path("M-150 60L-40 -92L-8 -56L34 -118L150 60z", c)
        p.path("M34 -118L62 -74L40 -60L26 -72L8 -52z", "#fff8e6", op=.9)
        for k in range(3):
            p.path("M%d %dQ0 %d %d %d" % (-150 + k * 22, 82 + k * 22, 60 + k * 22, 150 - k * 22, 82 + k * 22), stroke=c, sw=8)
    else:
        p.path(smooth(ell(0, 0, 104, 70, -.6, 14)), c)
        p.path("M-86 58C-40 40 -50 0 0 0S50 -40 86 -58", stroke="#fff8e6", sw=15)


@picture("kopi-arabika-sumbing", "minuman", "parang", 1.0, 120)
def _(p):
    s = bean_symbols(p)
    pouch(p, -160, 230, 620, 1010, KRAFT, "#fff8e6", art=lambda q: leaf_badge(q, "#4f7a5a"), band="#4f7a5a")
    saucer_cup(p, 320, -60, 178, 190, "#f6efe2", "#4a2414", crema="#a8713c")
    steam(p, 1130, 810, 230)
    sp = [P(a, b, 10) for a, b in p.packed(lambda a, b: (a + 60) ** 2 / 420 ** 2 + (b + 300) ** 2 / 110 ** 2 < 1, 560, 430, 48, 900)]
    beans(p, s, sp)
    sp = [P(a - 150, b - 300, 34) for a, b in p.packed(lambda a, b: a * a / 180 ** 2 + b * b / 60 ** 2 < 1, 300, 300, 46, 300)]
    beans(p, s, sp)


@picture("kopi-arabika-sumbing-2", "minuman", "parang", 1.14, 90)
def _(p):
    # pour-over: glass server with a cone, a wooden scoop of beans before it
    x, y = -60, 190
    p.shadow_disc(x, y, 250, 520, .3, 26)
    body = [(230, 0), (252, 40), (240, 150), (168, 290), (120, 350)]
    cof = "#4a2010"
    p.lathe(x, y, body, "#ffffff", fill=p.lin(((0, "#ffffff", .6), (.2, "#fff6e6", .2), (.8, "#fff6e6", .16), (1, "#fff3da", .5))))
    p.lathe(x, y, [(220, 8), (242, 42), (231, 150), (214, 190)], cof, fill=p.lin(((0, sink(cof, .2)), (.2, lift(cof, .26)), (.5, cof), (.85, sink(cof, .3)), (1, lift(cof, .12)))))
    p.disc(x, y, 190, 214, p.lin(((0, "#6a3418"), (1, "#a86a38")), 0, 0, 1, .6))
    d = p.lathe(x, y, body, "#ffffff", fill=p.lin(((0, "#ffffff", .35), (.07, "#ffffff", .02), (.12, "#ffffff", .45), (.17, "#ffffff", .02), (1, "#ffffff", .16))))
    # wooden collar, cone, filter
    p.lathe(x, y, [(126, 0), (126, 74)], "#a8703c", z=342, smoothit=False, top="#c08a52")
    sx, sy = P(x, y, 380)
    p.path("M%s %sc-26 30 -20 60 -46 86M%s %sc10 34 -10 60 12 92" % (f(sx + 10), f(sy + 70), f(sx + 14), f(sy + 70)), stroke="#6a3a1c", sw=9)
    p.lathe(x, y, [(92, 0), (240, 250)], "#f7efe0", z=416, smoothit=False, deep=.35)
    p.disc(x, y, 666, 240, p.lin(((0, "#e8dcc2"), (1, "#fffaf0")), 0, 0, 1, .6))
    p.disc(x, y, 650, 214, p.lin(((0, "#3c1c10"), (1, "#6d3d20")), 0, 0, 1, .6))
    sx, sy = P(x, y, 660)
    for a, b in p.disc_spots(sx, sy + 6, 150, 60, 26):
        p.add('<circle cx="%s" cy="%s" r="%s" fill="#b5834e" opacity=".7"/>' % (f(a), f(b), f(p.rng.uniform(3, 9))))
    steam(p, sx, sy - 20, 210)
    # handle
    sx, sy = P(x, y, 210)
    p.path("M%s %sc150 -60 190 190 10 220" % (f(sx + 196), f(sy - 60)), stroke="#ffffff", sw=26, op=.55)
    p.path("M%s %sc150 -60 190 190 10 220" % (f(sx + 196), f(sy - 60)), stroke="#d8b98a", sw=5, op=.6)
    s = bean_symbols(p)
    scoop(p, s, 210, -300)
    sp = [P(a - 240, b - 340, 10) for a, b in p.packed(lambda a, b: a * a / 300 ** 2 + b * b / 90 ** 2 < 1, 330, 130, 54, 300)]
    beans(p, s, sp)


def scoop(p, s, x, y):
    c = "#b5793f"
    sx, sy = P(x, y, 40)
    p.soft(smooth(ell(sx + 30, sy + 74, 230, 80, -.1, 16)), .45, 16)
    d = smooth([(sx + 130, sy - 30), (sx + 330, sy - 92), (sx + 420, sy - 112), (sx + 430, sy - 70), (sx + 340, sy - 36), (sx + 150, sy + 50)])
    p.path(d, p.lin(((0, lift(c, .3)), (1, sink(c, .35))), 0, 0, .3, 1))
    d = smooth([(sx - 190, sy), (sx - 160, sy + 84), (sx, sy + 128), (sx + 150, sy + 84), (sx + 190, sy)])
    p.path(d, p.roll(c))
    p.add('<ellipse cx="%s" cy="%s" rx="192" ry="86" fill="%s"/>' % (f(sx), f(sy), lift(c, .2)))
    p.add('<ellipse cx="%s" cy="%s" rx="172" ry="72" fill="%s"/>' % (f(sx), f(sy), sink(c, .5)))
    sp = p.packed(lambda a, b: a * a / 150 ** 2 + b * b / 58 ** 2 < 1, 160, 70, 34, 500)
    beans(p, s, [(sx + a, sy + b - 6) for a, b in sp], 1, False)
    sp = p.packed(lambda a, b: a * a / 100 ** 2 + b * b / 36 ** 2 < 1, 160, 70, 36, 300)
    beans(p, s, [(sx + a, sy + b - 34) for a, b in sp])


@picture("kopi-robusta-temanggung", "minuman", "parang", 1.0, 120)
def _(p):
    s = bean_symbols(p, "#43210f")
    pouch(p, 170, 240, 620, 1010, "#4a3a34", "#f3dcae", art=lambda q: leaf_badge(q, "#a3402c", "bean"), band="#d2943a")
    # enamel mug
    x, y, r, h, c = -330, -40, 185, 300, "#3f6f5c"
    p.shadow_disc(x, y, r, h, .36, 20)
    sx, sy = P(x, y, h * .55)
    d = "M%s %sc-150 -40 -160 220 -4 190" % (f(sx - r + 8), f(sy - 60))
    p.path(d, stroke=sink(c, .4), sw=38)
    p.path(d, stroke=lift(c, .12), sw=26)
    p.lathe(x, y, [(r * .95, 0), (r, 14), (r, h)], c, deep=.5, smoothit=False)
    sp = [(a, b) for a, b in [(p.rng.uniform(sx - r * .9, sx + r * .9), p.rng.uniform(sy - 120, sy + 190)) for _ in range(90)]]
    p.path("".join("M%s %sh%s" % (f(a), f(b), f(p.rng.uniform(1, 5))) for a, b in sp), stroke="#f3ead6", sw=5, op=.75)
    p.disc(x, y, h, r + 6, "#f3ead6")
    p.disc(x, y, h - 2, r * .95, "#d8c9a8")
    p.disc(x, y, h - 16, r * .93, p.lin(((0, "#1f0d06"), (1, "#4a2412")), 0, 0, 1, .6))
    tx, ty = P(x, y, h)
    steam(p, tx, ty, 300)
    sp = [P(a + 60, b - 320, 10) for a, b in p.packed(lambda a, b: a * a / 430 ** 2 + b * b / 100 ** 2 < 1, 460, 140, 48, 800)]
    beans(p, s, sp)
    sp = [P(a + 160, b - 300, 34) for a, b in p.packed(lambda a, b: a * a / 200 ** 2 + b * b / 56 ** 2 < 1, 300, 140, 46, 300)]
    beans(p, s, sp)


@picture("kopi-drip-isi-tujuh", "minuman", "parang", 1.06, 70)
def _(p):
    s = bean_symbols(p)
    c = "#a3402c"
    fc = p.box(-190, 260, 0, 560, 260, 640, 22, c)
    a, w, h = fc["F"]
    p.group(a)
    p.path(rect(0, h * .12, w, 14), "#f3dcae")
    p.path(rect(0, h * .84, w, 14), "#f3dcae")
    p.add('<circle cx="%s" cy="%s" r="168" fill="#fff3dc"/>' % (f(w / 2), f(h * .48)))
    p.group('transform="translate(%s %s)scale(.86)"' % (f(w / 2), f(h * .5)))
    drip_icon(p, c)
    p.end()
    # seven dots: seven sachets
    for k in range(7):
        p.add('<circle cx="%s" cy="%s" r="13" fill="#f3dcae"/>' % (f(w / 2 - 120 + k * 40), f(h * .925)))
    p.end()
    a, w, h = fc["S"]
    p.group(a)
    p.path(rect(0, h * .12, w, 14), "#f3dcae", op=.8)
    p.path(rect(0, h * .84, w, 14), "#f3dcae", op=.8)
    p.figures([(ell(w * .5, h * (.25 + k * .12), 40, 22, (k % 2) * 1.57 - .78, 12), "#e7b98a", None, 0) for k in range(5)])
    p.end()
    # cup with a hanging drip bag
    zz = saucer_cup(p, 330, 60, 190, 230, "#f6efe2", "#3f1c0e", crema="#9a6230")
    sx, sy = P(330, 60, zz)
    for k in (-1, 1):
        p.path(poly([(sx + k * 80, sy - 40), (sx + k * 196, sy + 6), (sx + k * 190, sy + 58), (sx + k * 164, sy + 52), (sx + k * 160, sy + 22), (sx + k * 80, sy + 8)]), p.lin(((0, "#d9a866"), (1, "#a8733c"))))
    d = poly([(sx - 128, sy - 206), (sx + 128, sy - 206), (sx + 108, sy + 22), (sx + 60, sy + 44), (sx - 60, sy + 44), (sx - 108, sy + 22)])
    p.path(d, p.lin(((0, "#fffaf0"), (.3, "#fbf3e2"), (1, "#d8c6a4"))))
    p.add('<ellipse cx="%s" cy="%s" rx="126" ry="38" fill="#e9dcc0"/><ellipse cx="%s" cy="%s" rx="106" ry="28" fill="#4a2412"/>' % (f(sx), f(sy - 206), f(sx), f(sy - 202)))
    p.path(poly([(sx - 112, sy - 90), (sx + 112, sy - 90), (sx + 104, sy + 20), (sx + 58, sy + 40), (sx - 58, sy + 40), (sx - 104, sy + 20)]), "#6b3a1c", op=.5)
    steam(p, sx, sy - 220, 190)
    # sachets lying in front
    for x, y, a in ((-330, -250, -10), (-90, -300, 8)):
        sachet(p, x, y, a, c)
    sp = [P(a + 330, b - 330, 10) for a, b in p.packed(lambda a, b: a * a / 190 ** 2 + b * b / 60 ** 2 < 1, 230, 90, 52, 200)]
    beans(p, s, sp)


def drip_icon(p, c):
    p.path("M-90 -70H90L62 20H-62z", c)
    p.path("M-110 -86H110V-66H-110z", c)
    p.path("M0 30C16 58 18 66 0 74C-18 66 -16 58 0 30z", c)
    p.path("M-74 92H74V110C74 140 44 150 0 150S-74 140 -74 110z", c)


def sachet(p, x, y, a, c):
    A, B, _ = axes(a)
    q = [P(x + A[0] * u + B[0] * v, y + A[1] * u + B[1] * v, 16) for u, v in ((-130, -110), (130, -110), (130, 110), (-130, 110))]
    p.soft(poly(q), .45, 9, 8, 16)
    p.path(q, p.lin(((0, "#fff8ea"), (.5, "#efe1c4"), (1, "#d2bd94")), 0, 0, 1, 1))
    p.group(p.matrix((x, y, 16), A, tuple(-k for k in B)))
    p.path(rect(-130, -110, 260, 26), c)
    p.path(rect(-130, 84, 260, 26), c)
    p.path("M-120 -104V-90M-100 -104V-90M-80 -104V-90M-60 -104V-90M-40 -104V-90M-20 -104V-90M0 -104V-90M20 -104V-90M40 -104V-90M60 -104V-90M80 -104V-90M100 -104V-90M120 -104V-90", stroke="#fff0d8", sw=3, op=.6)
    p.path(smooth(ell(0, 0, 62, 44, -.6, 12)), c)
    p.path("M-50 34C-24 24 -30 0 0 0S30 -24 50 -34", stroke="#fff3dc", sw=9)
    p.end()


# ------------------------------------------------------------------ ginger
def ginger(p, x, y, k=1.0, ang=0, c="#d9ab6a", red=False):
    c = "#c4785a" if red else c
    r = p.rng
    p.group('transform="translate(%s %s)rotate(%s)scale(%s)"' % (f(x), f(y), f(ang), f2(k)))
    parts = [(-110, -40, 62, 44, -40), (120, -58, 66, 40, 30), (52, 62, 44, 60, 20), (-40, 60, 40, 46, -20), (-150, 26, 60, 42, 10), (190, -8, 58, 40, -14), (0, 0, 120, 66, -8), (90, 4, 84, 56, 8), (-80, 6, 74, 54, 0)]
    for px, py, rx, ry, a in parts:
        p.soft(smooth(ell(px + 12, py + 20, rx, ry, math.radians(a), 10)), .32, 10)
    for px, py, rx, ry, a in parts:
        p.blob(px, py, rx, ry, c, a, .06, 12, 0, .42, .36)
    for px, py, rx, ry, a in parts:
        for q in (-.5, 0, .5):
            t = math.radians(a)
            u = [rot(rx * q + 6 * s * s / 400, s * ry / 22, t) for s in (-16, 0, 16)]
            p.path(smooth([(px + a_, py + b_) for a_, b_ in u], False), stroke=sink(c, .4), sw=3, op=.32)
    # a cut end
    p.add('<ellipse cx="226" cy="-12" rx="22" ry="36" fill="%s"/><ellipse cx="226" cy="-12" rx="15" ry="27" fill="%s"/>' % (sink(c, .1), "#f3a58a" if red else "#f6df98"))
    p.end()


def slices(p, spots, red=False):
    for x, y, r in spots:
        sx, sy = P(x, y, 10)
        p.soft(smooth(ell(sx + 6, sy + 10, r, r * SP, 0, 12)), .4, 6)
        p.path(smooth([(sx + r * (1 + .08 * math.sin(3 * t + x)) * math.cos(t), sy + 5 + r * SP * (1 + .08 * math.sin(3 * t + x)) * math.sin(t)) for t in [2 * math.pi * i / 16 for i in range(16)]]), "#a8673c")
        p.path(smooth([(sx + r * (1 + .08 * math.sin(3 * t + x)) * math.cos(t), sy + r * SP * (1 + .08 * math.sin(3 * t + x)) * math.sin(t)) for t in [2 * math.pi * i / 16 for i in range(16)]]), p.lin(((0, "#fbeab0"), (1, "#e6b866")), 0, 0, 1, 1) if not red else p.lin(((0, "#f9cfae"), (1, "#dd8a62")), 0, 0, 1, 1))
        p.add('<ellipse cx="%s" cy="%s" rx="%s" ry="%s" fill="none" stroke="#b5793f" stroke-width="3" opacity=".5"/>' % (f(sx), f(sy), f(r * .7), f(r * .7 * SP)))


def syrup(p, x, y, drink, label, cap, art, r=150, h=760, z=0):
    """A glass bottle of syrup with a wordless label."""
    p.shadow_disc(x, y, r, h * .85, .34, 24)
    k = r / 150
    prof = [(r * .96, 0), (r, 14 * k), (r, 40 * k), (r, h * .3), (r, h * .52), (r * .985, h * .57), (r * .92, h * .625), (r * .78, h * .68), (r * .6, h * .725), (r * .45, h * .765), (r * .37, h * .81), (r * .345, h * .86), (r * .34, h * .94)]
    p.lathe(x, y, prof, drink, fill=p.lin(((0, sink(drink, .35)), (.07, lift(drink, .2)), (.15, lift(drink, .42)), (.22, drink), (.55, drink), (.8, sink(drink, .35)), (.94, sink(drink, .5)), (1, lift(drink, .15)))))
    # light that comes through at the foot on the right
    sx, sy = P(x, y, h * .3)
    p.path(smooth([(sx + r * .3, sy + h * .22), (sx + r * .8, sy + h * .14), (sx + r * .78, sy - h * .18), (sx + r * .6, sy - h * .1)]), lift(drink, .5), op=.35, extra=p.blur(14))
    # air in the neck
    p.lathe(x, y, [(r * .42, h * .8), (r * .33, h * .86), (r * .31, h * .93)], "#ffffff", fill=p.lin(((0, "#fff6e0", .6), (.3, "#fff6e0", .25), (1, "#fff6e0", .4))))
    # label
    d1 = []
    lw, l0, l1 = r * .985, h * .12, h * .5
    bx, by = P(x, y, l0)
    tx, ty = P(x, y, l1)
    d = "M%s %sA%s %s 0 0 0 %s %sL%s %sA%s %s 0 0 1 %s %sz" % tuple(f(q) for q in (bx - lw, by, lw, lw * SP, bx + lw, by, tx + lw, ty, lw, lw * SP, tx - lw, ty))
    p.path(d, p.lin(((0, sink(label, .14)), (.2, lift(label, .5)), (.5, label), (.85, sink(label, .22)), (1, sink(label, .4)))))
    for zz, w in ((l0 + 26, 8), (l1 - 22, 8)):
        qx, qy = P(x, y, zz)
        p.path("M%s %sA%s %s 0 0 0 %s %s" % tuple(f(q) for q in (qx - lw, qy, lw, lw * SP, qx + lw, qy)), stroke=cap, sw=w)
    cx, cy = P(x, y, (l0 + l1) / 2)
    p.group('transform="translate(%s %s)scale(%s)"' % (f(cx - r * .06), f(cy + r * SP * .95), f2(k)))
    art(p)
    p.end()
    # cap
    p.lathe(x, y, [(r * .4, 0), (r * .41, 6), (r * .41, h * .09)], cap, z=h * .91, smoothit=False, top=lift(cap, .15))
    sx, sy = P(x, y, h * .97)
    p.path("".join("M%s %sv%s" % (f(sx + r * .4 * math.sin(a)), f(sy + 4 + r * .4 * SP * math.cos(a)), f(h * .045)) for a in [math.radians(q) for q in range(-80, 81, 10)]), stroke=sink(cap, .4), sw=3, op=.6)
    # long highlight
    a, b = P(x, y, h * .06), P(x, y, h * .6)
    p.path(poly([(a[0] - r * .78, a[1] + r * SP * .5), (b[0] - r * .76, b[1] + r * SP * .5)], False), stroke="#ffffff", sw=r * .09, op=.5, extra=p.blur(3))


def ginger_badge(c):
    def art(p):
        bits = ((0, 0, 58, 30, -.1), (-62, -8, 38, 25, -.3), (62, -12, 40, 26, .3), (28, -44, 22, 32, .25), (-26, 36, 23, 28, -.2), (88, 22, 20, 26, -.4), (-92, 18, 24, 19, .2), (-56, -38, 19, 22, -.3))
        p.path("".join(smooth(ell(px, py, rx, ry, a, 10)) for px, py, rx, ry, a in bits), c)
        p.path("M-86 -20Q-80 -8 -84 6M-40 -24Q-32 -2 -38 18M8 -26Q16 0 8 26M50 -32Q58 -12 50 8M84 -30Q90 -14 84 0M14 -58Q28 -52 42 -58M-42 44Q-26 52 -12 44", stroke="#fff3dc", sw=4, op=.85)
    return art


RED = "#a8261c"


@picture("sirup-jahe-merah", "minuman", "kawung", 1.04, 130)
def _(p):
    syrup(p, -150, 200, RED, "#fbeed0", "#d9a441", ginger_badge("#a3402c"), 205, 1000)
    glass(p, 300, 120, 150, 360, "#c8452a", .74)
    ginger(p, 1180, 1150, .92, -8, red=True)
    slices(p, ((-420, -230, 78), (-270, -300, 70), (-80, -330, 74), (90, -300, 60)), True)


@picture("sirup-jahe-merah-2", "minuman", "kawung", 1.08, 60)
def _(p):
    syrup(p, -400, 420, RED, "#fbeed0", "#d9a441", ginger_badge("#a3402c"), 150, 740)
    # a hot cup, the syrup runs from a spoon
    c = "#f6efe2"
    zz = saucer_cup(p, 60, 20, 270, 320, c, "#b3392a", crema="#d9714a")
    sx, sy = P(60, 20, zz)
    steam(p, sx - 120, sy - 30, 300)
    for px, py in ((-110, 20), (-20, 62), (60, 10)):
        p.add('<ellipse cx="%s" cy="%s" rx="52" ry="28" fill="#f6cf9a" stroke="#c9844e" stroke-width="5"/>' % (f(sx + px), f(sy + py)))
    # spoon
    m = "#d8d2c4"
    p.path("M%s %sC%s %s %s %s %s %s" % tuple(f(k) for k in (sx + 150, sy - 190, sx + 300, sy - 260, sx + 420, sy - 330, sx + 560, sy - 380)), stroke=sink(m, .2), sw=24)
    p.path("M%s %sC%s %s %s %s %s %s" % tuple(f(k) for k in (sx + 150, sy - 196, sx + 300, sy - 266, sx + 420, sy - 336, sx + 560, sy - 386)), stroke=lift(m, .6), sw=9)
    p.path(smooth(ell(sx + 80, sy - 170, 104, 52, -.35, 14)), p.lin(((0, lift(m, .5)), (1, sink(m, .4))), 0, 0, 1, 1))
    p.path(smooth(ell(sx + 80, sy - 174, 86, 38, -.35, 14)), p.lin(((0, lift(RED, .3)), (.5, RED), (1, sink(RED, .3))), 0, 0, 1, 1))
    p.path(smooth([(sx - 18, sy - 156), (sx - 4, sy - 150), (sx - 6, sy - 70), (sx - 3, sy + 4), (sx - 12, sy + 4), (sx - 14, sy - 70)]), RED)
    p.path(smooth([(sx + 30, sy - 196), (sx + 70, sy - 206), (sx + 110, sy - 204)], False), stroke="#ffffff", sw=7, op=.6)
    ginger(p, 350, 1330, .62, 12, red=True)
    slices(p, ((330, -340, 66), (450, -290, 58)), True)


def lemongrass(p, x, y, l, ang, k=1.0):
    p.group('transform="translate(%s %s)rotate(%s)scale(%s)"' % (f(x), f(y), f(ang), f2(k)))
    d = smooth([(0, -30), (60, -34), (180, -24), (l, -12), (l + 4, 10), (180, 22), (60, 32), (0, 28), (-10, 0)])
    p.soft(d, .4, 9, 8, 16)
    p.path(d, p.lin(((0, "#f3e4ee"), (.12, "#f6efd6"), (.35, "#dbe3a4"), (1, "#7fa650"))))
    p.path(d, p.lin(((0, "#ffffff", .4), (.4, "#ffffff", 0), (1, "#2c3a0a", .4)), 0, 0, 0, 1))
    p.path("M30 -30C120 -10 %s -8 %s -4M10 8C100 20 %s 8 %s 4M60 -34C140 -22 %s -14 %s -10" % tuple(f(q) for q in (l * .6, l, l * .6, l, l * .5, l * .9)), stroke="#8a9a4a", sw=3, op=.55)
    p.add('<ellipse cx="-2" cy="0" rx="14" ry="28" fill="#fbf4e4"/><ellipse cx="-2" cy="0" rx="9" ry="19" fill="none" stroke="#d8a8bc" stroke-width="4"/><ellipse cx="-2" cy="0" rx="4" ry="9" fill="#c98aa4"/>')
    p.end()


def sereh_badge(c):
    def art(p):
        for a in (-24, 0, 24):
            p.group('transform="rotate(%d 0 60)"' % a)
            p.path("M-7 66L-5 -20C-8 -50 4 -66 10 -84C12 -58 8 -40 7 -20L9 66z", c)
            p.end()
        p.path("M-34 30H34V42H-34z", "#d9a441")
    return art


@picture("sirup-jahe-sereh", "minuman", "kawung", 1.04, 130)
def _(p):
    syrup(p, 150, 220, "#c9862a", "#fbf3da", "#4f7a5a", sereh_badge("#4f7a5a"), 205, 1000)
    glass(p, -300, 120, 150, 350, "#dba040", .74)
    for x, y, a, l in ((300, 1230, -14, 640), (360, 1300, -6, 700), (330, 1365, 3, 660)):
        lemongrass(p, x, y, l, a)
    ginger(p, 1190, 1230, .72, 10)


@picture("wedang-uwuh-kering", "minuman", "kawung", 1.08, 20)
def _(p):
    r = p.rng
    glass(p, 330, 560, 170, 520, "#b8321f", .8)
    tray(p, -30, 20, 600, s=34)
    cx, cy = P(-30, 20, 16)
    p.group('transform="translate(%s %s)scale(1.22 1.2)translate(%s %s)"' % (f(cx), f(cy - 8), f(-cx + 26), f(-cy - 24)))
    # secang shavings
    d = {}
    for a, b in p.disc_spots(cx - 230, cy - 60, 210, 96, 240):
        k = r.randrange(3)
        t = r.uniform(-1, 1)
        d[k] = d.get(k, "") + "M%s %sq%s %s %s %s" % (f(a), f(b), f(r.uniform(-16, 16)), f(r.uniform(-16, 6)), f(46 * math.cos(t)), f(34 * math.sin(t)))
    p.soft(smooth(ell(cx - 220, cy - 46, 215, 100, 0, 12)), .5, 14)
    for k, c in enumerate(("#b8452a", "#d9714a", "#8f2f1c")):
        p.path(d[k], stroke=c, sw=8)
    # dry leaves
    for _ in range(17):
        a, b = p.disc_spots(cx + 210, cy - 70, 200, 80, 1)[0]
        p.leaf(a, b, r.uniform(110, 170), r.uniform(46, 66), r.uniform(0, 360), r.choice(["#8f7a3c", "#a3884a", "#75692f", "#9a6f3a", "#7d8a45"]))
    # cinnamon
    for x, y, a, l in ((cx - 330, cy + 110, -14, 330), (cx - 300, cy + 150, -4, 340), (cx - 260, cy + 84, -22, 320)):
        cinnamon(p, x, y, l, a)
    # dried ginger, cloves, cardamom, rock sugar
    for a, b in p.packed(lambda u, v: u * u / 190 ** 2 + v * v / 80 ** 2 < 1, 200, 100, 66, 200):
        p.blob(cx + 220 + a, cy + 120 + b, 38, 26, "#d9b176", r.uniform(0, 180), .14, 10, .4, .4, .35)
        p.add('<ellipse cx="%s" cy="%s" rx="22" ry="13" fill="none" stroke="#a87a44" stroke-width="3" opacity=".6"/>' % (f(cx + 220 + a), f(cy + 120 + b)))
    for a, b in p.packed(lambda u, v: u * u / 130 ** 2 + v * v / 60 ** 2 < 1, 140, 70, 34, 400):
        clove(p, cx + 10 + a, cy + 40 + b, r.uniform(0, 360))
    for x, y, s in ((-20, -150, 60), (60, -120, 50), (-70, -110, 46), (10, -90, 54)):
        d = poly([(cx + x - s, cy + y), (cx + x - s * .4, cy + y - s * .8), (cx + x + s * .5, cy + y - s * .7), (cx + x + s, cy + y - s * .1), (cx + x + s * .5, cy + y + s * .5), (cx + x - s * .5, cy + y + s * .5)])
        p.soft(d, .4, 8, 6, 12)
        p.path(d, p.lin(((0, "#fffaf0"), (.5, "#f0dfb8"), (1, "#c9a56a")), 0, 0, 1, 1))
        p.path(poly([(cx + x - s, cy + y), (cx + x - s * .1, cy + y - s * .1), (cx + x + s * .5, cy + y - s * .7)], False) + poly([(cx + x - s * .1, cy + y - s * .1), (cx + x + s * .5, cy + y + s * .5)], False), stroke="#ffffff", sw=4, op=.7)
    star(p, cx + 60, cy + 130, 50)
    star(p, cx - 330, cy + 40, 44)
    p.end()
    # in front of the tray
    cinnamon(p, 980, 1400, 320, -10)
    star(p, 300, 1400, 56)
    for x, y in ((420, 1420), (470, 1390), (520, 1430)):
        clove(p, x, y, x)


def cinnamon(p, x, y, l, a):
    c = "#a8683a"
    p.group('transform="translate(%s %s)rotate(%s)"' % (f(x), f(y), f(a)))
    p.soft(rect(0, -24, l, 48), .45, 9, 8, 14)
    p.path(rect(0, -26, l, 52), p.lin(((0, sink(c, .1)), (.22, lift(c, .36)), (.48, c), (.52, sink(c, .55)), (.6, lift(c, .15)), (1, sink(c, .45))), 0, 0, 0, 1))
    p.path("M8 -14H%s M30 12H%s" % (f(l * .6), f(l * .8)), stroke=sink(c, .35), sw=2.5, op=.6)
    p.add('<ellipse cx="0" cy="-12" rx="7" ry="14" fill="%s"/><ellipse cx="0" cy="13" rx="7" ry="13" fill="%s"/><ellipse cx="0" cy="-12" rx="3" ry="8" fill="%s"/><ellipse cx="0" cy="13" rx="3" ry="7" fill="%s"/>' % (lift(c, .3), lift(c, .2), sink(c, .7), sink(c, .7)))
    p.end()


def clove(p, x, y, a):
    p.group('transform="translate(%s %s)rotate(%s)"' % (f(x), f(y), f(a)))
    p.path("M-30 0L8 -1", stroke="#2c140a", sw=11, op=.4, extra='transform="translate(4 6)"')
    p.path("M-30 0L8 0", stroke="#6b3a20", sw=8)
    p.path("M8 0L20 -11M8 0L24 0M8 0L20 11", stroke="#57301a", sw=5)
    p.add('<circle cx="14" cy="0" r="8" fill="#8f5a34"/>')
    p.end()


def star(p, x, y, r):
    c = "#8a4f2a"
    for k in range(8):
        a = k * math.pi / 4 + .2
        d = poly([(x + rot(u, v, a)[0], y + rot(u, v, a)[1] * .72) for u, v in petal(4, 0, r, r * .42, 0)])
        p.soft(d, .35, 5, 5, 8)
        p.path(d, p.lin(((0, lift(c, .3)), (1, sink(c, .3))), 0, 0, 1, 1))
        q = (x + rot(r * .55, 0, a)[0], y + rot(r * .55, 0, a)[1] * .72)
        p.add('<circle cx="%s" cy="%s" r="%s" fill="#d98a4a"/>' % (f(q[0]), f(q[1]), f(r * .1)))
