"""Makanan: market sweets, crackers, tofu."""
from lib import *

PICTURES, picture = registry()

BRONZE = "#7a4320"


# ------------------------------------------------------------------ getuk
def getuk_block(p, x, y, z, w, d, lh, yaw, cols, shadow=True, coco=26):
    for i, c in enumerate(cols):
        fc = p.box(x, y, z + i * lh, w, d, lh, yaw, c, shadow=False if i or not shadow else True)
        for k in ("F", "S"):
            a, fw, fh = fc[k]
            crumbs(p, a, fw, fh, 34, lift(c, .5), (3, 7), .4)
            crumbs(p, a, fw, fh, 24, sink(c, .35), (3, 6), .3)
    a, fw, fh = fc["T"]
    crumbs(p, a, fw, fh, 40, sink(cols[-1], .3), (3, 7), .25)
    if coco:
        A, B, _ = axes(yaw)
        zt = z + len(cols) * lh
        r = p.rng
        sp = []
        for _ in range(coco):
            u, v = r.gauss(0, w * .2), r.gauss(0, d * .2)
            u, v = max(-w * .42, min(w * .42, u)), max(-d * .42, min(d * .42, v))
            sp.append(P(x + A[0] * u + B[0] * v, y + A[1] * u + B[1] * v, zt + r.uniform(0, 16)))
        p.strands(sp)


PINK, CREAM, BROWN = "#e0788a", "#f6e6bd", "#8a5230"
TRI = (BROWN, CREAM, PINK)


@picture("getuk-tiga-warna", "makanan", "kawung", 1.1, -20)
def _(p):
    coconut(p, -420, 640, 190)
    coconut(p, 430, 560, 165, True)
    p.banana(20, 40, 1240, 900, -6)
    for x, y in ((-290, 200), (10, 235), (310, 200)):
        getuk_block(p, x, y, 4, 250, 230, 66, -24, TRI, coco=30)
    for x, y in ((-160, -130), (165, -115)):
        getuk_block(p, x, y, 4, 250, 230, 66, -24, TRI, coco=36)
    getuk_block(p, 20, 130, 4 + 198, 245, 225, 66, -30, TRI, shadow=False, coco=60)


def coconut(p, x, y, r, shell=False):
    """Half a coconut, its white side toward the viewer (or a whole brown one)."""
    sx, sy = P(x, y, r * .9)
    c = "#7d5233"
    p.shadow_disc(x, y, r * .7, r * 1.2, .36, 18)
    if shell:
        p.blob(sx, sy, r, r * .94, c, 0, .015, 14, 0, .3, .5)
        h = ""
        for a, b in p.disc_spots(sx, sy, r * .92, r * .86, 150):
            h += "M%s %sq%s %s %s %s" % (f(a), f(b), f(p.rng.uniform(4, 12)), f(p.rng.uniform(-14, 2)), f(p.rng.uniform(16, 34)), f(p.rng.uniform(-8, 12)))
        p.path(h, stroke=sink(c, .4), sw=3, op=.5)
        for k in (-1, 0, 1):
            p.add('<ellipse cx="%s" cy="%s" rx="%s" ry="%s" fill="%s"/>' % (f(sx + k * r * .22), f(sy - r * (.5 if k else .32)), f(r * .09), f(r * .11), sink(c, .6)))
        return
    p.path(smooth(ell(sx + 5, sy + 8, r, r * .94, 0, 18)), p.ball(c, .2, .5))
    p.path(smooth(ell(sx - 4, sy - 4, r * .95, r * .88, 0, 18)), sink(c, .3))
    p.path(smooth(ell(sx - 4, sy - 4, r * .91, r * .84, 0, 18)), p.lin(((0, "#fffdf6"), (1, "#e9dfc8")), 0, 0, 1, 1))
    p.path(smooth(ell(sx + 2, sy + 4, r * .66, r * .6, 0, 18)), p.lin(((0, "#b9a98a"), (.4, "#e6dabf"), (1, "#fffaf0")), 0, 0, 1, 1))


@picture("getuk-tiga-warna-2", "makanan", "kawung", 1.14, -30)
def _(p):
    # a woven box lined with leaf, filled with small cubes
    open_box(p, 0, 60, 900, 640, 190, -18)
    A, B, _ = axes(-18)
    p.rng.seed(5)
    k = 0
    for j in range(2, -1, -1):
        for i in range(4):
            u, v = -300 + i * 200, -190 + j * 190
            x, y = A[0] * u + B[0] * v, 60 + A[1] * u + B[1] * v
            c = (TRI, (CREAM, PINK, BROWN), (PINK, BROWN, CREAM))[(i + j) % 3]
            getuk_block(p, x, y, 75, 168, 158, 48, -18, c, shadow=False, coco=22)
            k += 1
    front_wall(p, 0, 60, 900, 640, 190, -18)


def open_box(p, x, y, w, d, h, yaw, c1="#dcb76e", c2="#c79a52", s=26, leaf=True):
    A, B, Z = axes(yaw)

    def at(a, b, e):
        return (x + A[0] * a + B[0] * b, y + A[1] * a + B[1] * b, e)
    p.shadow_of([at(a, b, e) for a in (-w / 2, w / 2) for b in (-d / 2, d / 2) for e in (0, h)])
    # inner faces: back, left, right, floor
    for o, U, ww, tone in ((at(-w / 2, d / 2, h), A, w, .15), (at(-w / 2, -d / 2, h), B, d, .45)):
        p.group(p.matrix(o, U, (0, 0, -1)))
        p.weave(ww, h, s, sink(c1, tone), sink(c2, tone), 2)
        p.end()
    o = at(w / 2, -d / 2, h)
    p.group(p.matrix(o, B, (0, 0, -1)))
    p.weave(d, h, s, sink(c1, .05), sink(c2, .05), 2)
    p.end()
    q = [P(*at(a, b, 12)) for a, b in ((-w / 2, -d / 2), (w / 2, -d / 2), (w / 2, d / 2), (-w / 2, d / 2))]
    p.path(q, sink(c2, .4))
    if leaf:
        g = "#57a04f"
        q = [P(*at(a, b, 70)) for a, b in ((-w / 2 + 6, -d / 2 + 6), (w / 2 - 6, -d / 2 + 6), (w / 2 - 6, d / 2 - 6), (-w / 2 + 6, d / 2 - 6))]
        p.path(q, p.lin(((0, sink(g, .3)), (1, lift(g, .2))), 0, 0, 1, .6))
        # leaf standing up along the back walls
        pts = [P(*at(-w / 2 + 8 + (w - 16) * i / 10, d / 2 - 8, h + p.rng.uniform(6, 42))) for i in range(11)]
        p.path(poly(pts + [q[2], q[3]]), p.lin(((0, lift(g, .2)), (1, sink(g, .3))), 0, 0, .3, 1))
        v = ""
        for i in range(1, 40):
            a = P(*at(-w / 2 + 8 + (w - 16) * i / 40, d / 2 - 8, h + 6))
            b = P(*at(-w / 2 + 8 + (w - 16) * i / 40, d / 2 - 8, 72))
            v += "M%s %sL%s %s" % tuple(f(k) for k in a + b)
        p.path(v, stroke=sink(g, .3), sw=2, op=.4)
        pts = [P(*at(w / 2 - 8, -d / 2 + 8 + (d - 16) * i / 8, h + p.rng.uniform(-8, 26))) for i in range(9)]
        p.path(poly(pts + [q[2], q[1]]), p.lin(((0, lift(g, .1)), (1, sink(g, .35))), 0, 0, .3, 1))


def front_wall(p, x, y, w, d, h, yaw, c1="#dcb76e", c2="#c79a52", s=26):
    A, B, Z = axes(yaw)
    side = 1 if yaw < 0 else -1

    def at(a, b, e):
        return (x + A[0] * a + B[0] * b, y + A[1] * a + B[1] * b, e)
    walls = [(at(-w / 2, -d / 2, h), A, w, lum(tuple(-k for k in B)))]
    if side > 0:
        walls.insert(0, (at(w / 2, -d / 2, h), B, d, lum(A)))
    else:
        walls.insert(0, (at(-w / 2, d / 2, h), tuple(-k for k in B), d, lum(tuple(-k for k in A))))
    for o, U, ww, l in walls:
        p.group(p.matrix(o, U, (0, 0, -1)))
        p.weave(ww, h, s, shade(c1, l), shade(c2, l), 2)
        # rim strip
        p.path(rect(-4, -8, ww + 8, 30), shade(lift(c1, .1), l))
        p.path(rect(-4, 20, ww + 8, 4), sink(c2, .5), op=.6)
        b = "".join("M%s -8l10 30" % f(k) for k in range(20, int(ww), 90))
        p.path(b, stroke=sink(shade(c2, l), .3), sw=6)
        p.path(rect(0, h - 26, ww, 26), shade(c2, l), op=.9)
        p.path(rect(0, 0, ww, h), p.lin(((0, "#2c140a", 0), (.55, "#2c140a", .05), (1, "#2c140a", .32)), 0, 0, .35, 1))
        p.end()


@picture("getuk-gulung-kelapa", "makanan", "kawung", 1.06, 10)
def _(p):
    z = 4
    coconut(p, -400, 600, 175)
    p.banana(10, 30, 1250, 880, 5)
    logs = [(-330, 250, 760, 120), (-130, -20, 640, 120)]
    for x, y, l, r in logs:
        roll_log(p, x, y, z, l, r, -38)
    for x, y in ((-380, -150), (-190, -290), (330, -210)):
        roll_slice(p, x, y, z, 118, 92)


def roll_log(p, x, y, z, l, r, yaw):
    A, B, Z = axes(yaw)
    prof = [(r * math.cos(t), r + r * math.sin(t)) for t in [2 * math.pi * i / 40 for i in range(40)]]
    pts = [(x + A[0] * u + B[0] * e, y + A[1] * u + B[1] * e, z + v) for u, v in prof for e in (0, l)]
    flat = [(x + A[0] * u + B[0] * e, y + A[1] * u + B[1] * e, 0) for u in (-r * .6, r * .6) for e in (0, l)]
    p.shadow_of(pts + flat)
    p.prism((x, y, z), A, Z, B, l, prof, "#f3dfb2", cap=PINK)
    # coconut coat over the visible side
    sp = []
    R = p.rng
    for _ in range(430):
        t = R.uniform(-.15, math.pi * 1.02)
        e = R.uniform(6, l - 4)
        u, v = r * math.cos(t), r + r * math.sin(t)
        q = (x + A[0] * u + B[0] * e, y + A[1] * u + B[1] * e, z + v)
        n = tuple(A[k] * math.cos(t) + Z[k] * math.sin(t) for k in range(3))
        if dot(n, CAM) > -.05:
            sp.append(P(*q))
    p.strands(sp, "#fff8ea", (18, 34), 4.4)
    spiral(p, (x, y, z + r), A, Z, r)


def spiral(p, o, U, V, r):
    p.group(p.matrix(o, U, V))
    p.add('<circle r="%s" fill="%s"/>' % (f(r), CREAM))
    p.add('<circle r="%s" fill="%s"/>' % (f(r * .93), p.lin(((0, lift(PINK, .25)), (1, sink(PINK, .12))), 0, 1, 1, 0)))
    pts = []
    for i in range(90):
        t = i / 89 * 2 * math.pi * 2.4
        k = r * (.06 + .8 * i / 89)
        pts.append((k * math.cos(t), k * math.sin(t)))
    p.path(smooth(pts, False), stroke=CREAM, sw=r * .17)
    p.path(smooth([(a * 1.05, b * 1.05) for a, b in pts], False), stroke=BROWN, sw=r * .045, op=.8)
    d = "".join("M%s %sh4" % (f(a), f(b)) for a, b in p.disc_spots(0, 0, r * .88, r * .88, 70))
    p.path(d, stroke=lift(CREAM, .5), sw=5, op=.4)
    p.end()


def roll_slice(p, x, y, z, r, h):
    """A slice lying on its cut face."""
    p.shadow_disc(x, y, r, h, .36, 16)
    p.lathe(x, y, [(r, 0), (r, h)], "#f3dfb2", z=z, smoothit=False, deep=.35)
    sp = []
    for _ in range(120):
        t = p.rng.uniform(-math.pi, 0)
        sp.append(P(x + r * math.cos(t), y + r * math.sin(t), z + p.rng.uniform(4, h - 4)))
    p.strands(sp, "#fff8ea", (14, 28), 4.2)
    spiral(p, (x, y, z + h), (1, 0, 0), (0, 1, 0), r)


@picture("getuk-goreng-gula-jawa", "makanan", "ceplok", 1.12, -30)
def _(p):
    z = tray(p, 0, 60, 560, s=34)
    lf = "#5aa352"
    sx, sy = P(0, 60, z)
    p.path(smooth(ell(sx, sy, 430, 430 * SP, 0, 20)), p.lin(((0, lift(lf, .2)), (1, sink(lf, .3))), 0, 0, 1, 1))
    r = p.rng
    spots = []
    for k, (n, rad, zz) in enumerate(((13, 330, 30), (9, 215, 120), (5, 105, 205), (1, 0, 280))):
        for i in range(n):
            t = 2 * math.pi * i / n + k * .4
            spots.append((rad * math.cos(t) + r.uniform(-14, 14), 60 + rad * math.sin(t) + r.uniform(-14, 14), zz))
        if k == 0:
            for i in range(5):
                spots.append((150 * math.cos(i * 1.256), 60 + 150 * math.sin(i * 1.256), 30))
    for x, y, zz in sorted(spots, key=lambda q: (q[2], -q[1])):
        sx, sy = P(x, y, zz + 40)
        c = r.choice(["#8f4a1c", "#7c3c16", "#a05a26", "#6e3414"])
        d = p.blob(sx, sy, r.uniform(84, 104), r.uniform(62, 76), c, r.uniform(-35, 35), .13, 11, .45, .32, .55, 9)
        p.path(smooth([(sx - 52, sy - 14), (sx - 30, sy - 38), (sx + 6, sy - 46)], False), stroke="#ffdca0", sw=9, op=.55, extra=p.blur(3))
        q = "".join("M%s %sh3" % (f(a), f(b)) for a, b in p.disc_spots(sx, sy, 64, 44, 16))
        p.path(q, stroke="#e3a455", sw=6, op=.55)
        q = "".join("M%s %sh4" % (f(a), f(b)) for a, b in p.disc_spots(sx + 10, sy + 12, 60, 40, 10))
        p.path(q, stroke="#4a1f0a", sw=6, op=.4)
    # palm sugar
    sugar(p, 430, -330, 120)
    sugar(p, 250, -430, 105)


def sugar(p, x, y, r, z=0):
    c = "#8a4a1e"
    p.shadow_disc(x, y, r, r * .7, .36, 14)
    p.lathe(x, y, [(r, 0), (r * .97, r * .3), (r * .82, r * .62), (r * .6, r * .74)], c, z=z, top=lift(c, .12), deep=.6)
    q = "".join("M%s %sh3" % (f(a), f(b)) for a, b in p.disc_spots(*P(x, y, r * .4), r * .8, r * .5, 40))
    p.path(q, stroke=lift(c, .4), sw=4, op=.4)


# ------------------------------------------------------------------ wajik
def wajik(p, x, y, z, a, b, h, yaw, c, shadow=True, gl=19, gw=13):
    A, B, Z = axes(yaw)
    prof = [(a, 0), (0, b), (-a, 0), (0, -b)]
    W = [(x + A[0] * u + B[0] * v, y + A[1] * u + B[1] * v) for u, v in prof]
    if shadow:
        p.shadow_of([(u, v, e) for u, v in W for e in (0, h)], .5, 14)
    else:
        p.under([(u, v, z) for u, v in W] + [(u + 40, v, z) for u, v in W], .6, 12)
    p.prism((x, y, z), A, B, Z, h, prof, c)
    tones = [c, lift(c, .16), sink(c, .16), lift(c, .28)]
    dark = sink(c, .62)
    e = math.hypot(a, b)
    # the two near sides
    order = sorted(range(4), key=lambda i: W[i][1])
    n = len(W)
    for i in range(4):
        q0, q1 = W[i], W[(i + 1) % 4]
        dx, dy = q1[0] - q0[0], q1[1] - q0[1]
        nrm = (dy, -dx, 0)
        if dot(nrm, CAM) <= 0:
            continue
        U = (dx / e, dy / e, 0)
        l = lum(nrm)
        l = l * .78 - .08
        p.group(p.matrix((q0[0], q0[1], z + h), U, (0, 0, -1)) + " " + p.clip(rect(0, 0, e, h)))
        sp = p.packed(lambda u, v: True, e / 2, h / 2, gw * 1.12, 700)
        grains(p, [(u + e / 2, v + h / 2) for u, v in sp], gl, gw, [shade(t, l) for t in tones], sink(dark, .1), lift(shade(c, l), .4))
        p.path(rect(0, 0, e, h), p.lin(((0, "#1c0a04", 0), (.5, "#1c0a04", .06), (1, "#1c0a04", .45)), 0, 0, 0, 1))
        p.end()
    p.group(p.matrix((x, y, z + h), A, tuple(-k for k in B)) + " " + p.clip(poly(prof)))
    sp = p.packed(lambda u, v: abs(u) / a + abs(v) / b < 1.02, a, b, gw * 1.12, 1200)
    grains(p, sp, gl, gw, [shade(t, .84) for t in tones], sink(c, .5), lift(c, .8))
    p.end()
    pts = [P(u, v, z + h) for u, v in W]
    p.path(pts, p.lin(((0, "#fff3d0", .4), (.5, "#fff3d0", .08), (1, "#fff3d0", 0)), 0, 0, 1, .7))
    near = sorted(pts, key=lambda q: q[1])
    p.path(poly([min(pts), max(pts, key=lambda q: q[1]), max(pts)], False), stroke=lift(c, .6), sw=4, op=.55)


def wajik_set(p, c):
    for x, y, w in ((10, 300, 0), (-350, 160, 0), (370, 170, 0), (10, 20, 0)):
        wajik(p, x, y, 8, 215, 160, 125, -4, c)
    wajik(p, 10, 170, 133, 215, 160, 125, 10, c, shadow=False)
    for x, y, w in ((-335, -190, 0), (350, -190, 0)):
        wajik(p, x, y, 8, 215, 160, 125, -4, c)


@picture("wajik-ketan-gula-jawa", "makanan", "kawung", 1.12, -70)
def _(p):
    glass(p, -400, 660, 120, 300, "#8a3206", .8)
    sugar(p, 300, 690, 120)
    sugar(p, 480, 600, 105)
    p.banana(20, 40, 1280, 900, 6)
    wajik_set(p, "#8a4a1f")


@picture("wajik-ketan-gula-jawa-2", "makanan", "kawung", 1.12, -60)
def _(p):
    p.plate(0, 60, 540, "#f3ead8", rim="#3f6b57")
    p.banana(0, 60, 800, 560, 8, 34)
    c = "#8a4a1f"
    wajik(p, -10, 110, 40, 430, 285, 190, -10, c, gl=32, gw=21)
    # a wrapped one and a knotted leaf strip in front
    wrapped(p, 385, -235, 230, 150)
    wrapped(p, -410, -255, 210, 140)


def wrapped(p, x, y, w, h):
    """A small parcel in banana leaf."""
    f_ = p.box(x, y, 0, w, w * .62, h * .55, -22, "#6fae5c")
    for k in ("F", "T", "S"):
        a, fw, fh = f_[k]
        p.group(a)
        p.path("".join("M%s 0V%s" % (f(i), f(fh)) for i in range(8, int(fw), 13)), stroke="#3f7a3a", sw=2, op=.5)
        if k != "S":
            p.path(rect(fw * .44, 0, fw * .12, fh), "#e6d08c")
            p.path(rect(fw * .44, 0, fw * .03, fh), "#fff2c0", op=.7)
        p.end()


@picture("wajik-pandan", "makanan", "kawung", 1.05, 20)
def _(p):
    pandan(p, 40, 330, -170, 3)
    tray(p, 0, 40, 590, s=34)
    for x, y in ((0, 310), (-310, 160), (310, 160), (0, 20), (-300, -140), (310, -150)):
        wajik(p, x, y, 12, 200, 145, 115, -4, "#7fa83a")
    wajik(p, 0, 175, 127, 200, 145, 115, 10, "#7fa83a", shadow=False)


def pandan(p, x, y, ang, n):
    r = p.rng
    for i in range(7):
        a = math.radians(-90 + (i - 3) * 17)
        bx, by = P(x - 40 + i * 12, y, 0)
        l = 640 + r.uniform(-50, 60)
        bend = (i - 3) * 26
        c = r.choice(["#3f8a3a", "#56a046", "#2f7536"])
        tip = (bx + l * math.cos(a) + bend, by + l * math.sin(a) * .98)
        mid = (bx + l * .5 * math.cos(a), by + l * .52 * math.sin(a))
        w = 34
        d = "M%s %sQ%s %s %s %sQ%s %s %s %sz" % tuple(f(k) for k in (bx - w, by, mid[0] - w * 1.1, mid[1], tip[0], tip[1], mid[0] + w * 1.1, mid[1], bx + w, by))
        p.soft(d, .3, 12, 22, 14)
        p.path(d, p.lin(((0, lift(c, .3)), (.48, c), (.52, sink(c, .28)), (1, sink(c, .1)))))


@picture("jenang-ketan", "makanan", "kawung", 1.12, -60)
def _(p):
    c = "#5a2c17"
    glass(p, -340, 640, 120, 310, "#8a3206", .8)
    f_ = p.box(0, 60, 0, 1120, 640, 56, -10, "#c08a52")
    a, w, h = f_["T"]
    p.group(a)
    p.path("".join("M0 %sC%s %s %s %s %s %s" % (f(y), f(w * .3), f(y + p.rng.uniform(-14, 14)), f(w * .6), f(y + p.rng.uniform(-14, 14)), f(w), f(y)) for y in range(20, int(h), 34)), stroke="#8a5a2c", sw=3, op=.4)
    p.end()
    # a loaf, cut slices, wrapped sweets
    def slab(x, y, z, w, d, h, yaw):
        top = rbox(p, x, y, z, w, d, h, yaw, 26, c, shadow=z < 80)
        p.group(top)
        p.path(rrect(-w * .44, -d * .4, w * .8, d * .22, 12), "#ffe6bd", op=.34, extra=p.blur(5))
        p.path(rrect(-w * .42, -d * .36, w * .3, d * .1, 8), "#fff6e0", op=.6, extra=p.blur(2))
        sp = p.packed(lambda u, v: True, w * .44, d * .4, 40, 60)
        grains(p, sp, 14, 7, [lift(c, .3)], sink(c, .5), lift(c, .6))
        p.end()
    slab(-170, 210, 56, 520, 300, 150, -10)
    for i in range(4):
        slab(230 + i * 62, 150 - i * 8, 56, 44, 290, 145, -14)
    for i, (x, y) in enumerate(((-380, -110), (-170, -150), (40, -120))):
        slab(x, y, 56, 170, 150, 84, -20 + i * 14)
    slab(-270, -125, 140, 165, 145, 80, 8)
    for x, y, a, col in ((230, -165, -12, "#d9a441"), (430, -90, 20, "#c8553d"), (380, -330, -30, "#4f8a5a"), (120, -330, 14, "#d9a441")):
        sweet(p, x, y, a, col, 56 if y > -250 else 0)


def sweet(p, x, y, a, c, z=0):
    sx, sy = P(x, y, z + 34)
    p.group('transform="translate(%s %s)rotate(%s)"' % (f(sx), f(sy), f(a)))
    d = smooth([(-70, -34), (0, -42), (70, -34), (80, 0), (70, 36), (0, 44), (-70, 36), (-80, 0)])
    for s in (-1, 1):
        t = poly([(s * 66, -10), (s * 138, -48), (s * 128, -16), (s * 146, 4), (s * 126, 22), (s * 136, 50), (s * 66, 12)])
        p.soft(t, .4, 8, 8, 14)
        p.path(t, p.lin(((0, lift(c, .4)), (1, sink(c, .3))), 0, 0, 1, 1))
        p.path("M%d 0L%d -30M%d 0L%d 0M%d 0L%d 32" % (s * 70, s * 128, s * 70, s * 134, s * 70, s * 126), stroke=sink(c, .4), sw=3, op=.5)
    p.soft(d, .4, 9, 8, 16)
    p.path(d, p.lin(((0, lift(c, .5)), (.4, c), (1, sink(c, .4))), 0, 0, .25, 1))
    p.path("M-50 -20C-20 -30 20 -30 50 -20", stroke="#fff6e0", sw=9, op=.7)
    p.path("M-40 -36L-34 40M0 -40L2 42M40 -36L36 40", stroke=sink(c, .4), sw=3, op=.35)
    p.end()


# ------------------------------------------------------------------ rengginang
def cracker(p, key, c, dots=None, R=100):
    """Symbols of one round cracker: (face, dark edge)."""
    r = random.Random(key)

    def draw(kind):
        def fn():
            keep, p.rng = p.rng, random.Random(key)
            out = [(R * (.93 + p.rng.uniform(-.05, .05)) * math.cos(t), R * (.93 + p.rng.uniform(-.05, .05)) * math.sin(t)) for t in [2 * math.pi * i / 22 for i in range(22)]]
            warm = "#7a3a16" if c[1] in "cde" else "#2a1016"
            base = mix(sink(c, .5 if kind else .34), warm, .45)
            p.path(smooth(out), base)
            sp = p.packed(lambda x, y: x * x + y * y < (R * .97) ** 2, R, R, 9, 2200)
            if kind:
                tones = [mix(sink(c, .3), warm, k) for k in (.25, .4, .15)]
                grains(p, sp, 8.5, 9.2, tones, mix(sink(c, .7), warm, .4), sink(c, .1))
            else:
                tones = [c, lift(c, .34), lift(c, .6), sink(c, .12)]
                grains(p, sp, 8.5, 9, tones, mix(sink(c, .5), warm, .6), lift(c, .9))
                if dots:
                    q = "".join("M%s %sh3" % (f(a), f(b)) for a, b in p.disc_spots(0, 0, R * .85, R * .85, 34))
                    p.path(q, stroke=dots, sw=6, op=.75)
            p.rng = keep
        return p.capture(fn)
    return p.symbol(key + "f", draw(0)), p.symbol(key + "e", draw(1))


def lay_cracker(p, sym, x, y, z, r, rotn, shadow=.4, thick=26):
    face, edge = sym
    sx, sy = P(x, y, z)
    p.add('<ellipse cx="%s" cy="%s" rx="%s" ry="%s" fill="#3a1a0a" opacity="%s" %s/>' % (f(sx + r * .12), f(sy + 6), f(r), f(r * SP), f2(min(.75, shadow + .2)), p.blur(11)))
    k = r / 100
    for t in range(0, thick, 9):
        x1, y1 = P(x, y, z + t)
        p.group('transform="translate(%s %s)scale(%.3f %.3f)"' % (f(x1), f(y1), k, k * SP))
        p.use(edge, 0, 0, rotn)
        p.end()
    x1, y1 = P(x, y, z + thick)
    p.group('transform="translate(%s %s)scale(%.3f %.3f)"' % (f(x1), f(y1), k, k * SP))
    p.use(face, 0, 0, rotn)
    p.end()
    p.add('<ellipse cx="%s" cy="%s" rx="%s" ry="%s" fill="%s"/>' % (f(x1), f(y1), f(r * .98), f(r * .98 * SP), p.lin(((0, "#fff3d0", .3), (.5, "#fff3d0", 0), (1, "#3a1a0a", .22)), 0, 0, 1, .6)))


def stand_cracker(p, sym, sx, sy, r, rotn, tilt=0, squash=.93):
    """A cracker that leans, nearly facing the viewer; (sx, sy) is its centre on the screen."""
    face, edge = sym
    k = r / 100
    p.add('<ellipse cx="%s" cy="%s" rx="%s" ry="%s" fill="#3a1a0a" opacity=".4" %s/>' % (f(sx + 46), f(sy + 26), f(r * .96), f(r * squash), p.blur(22)))
    for t in range(3, 0, -1):
        p.group('transform="translate(%s %s)scale(%.3f %.3f)"' % (f(sx + t * 7), f(sy + t * 5), k, k * squash))
        p.use(edge, 0, 0, rotn)
        p.end()
    p.group('transform="translate(%s %s)scale(%.3f %.3f)"' % (f(sx), f(sy), k, k * squash))
    p.use(face, 0, 0, rotn)
    p.end()
    p.add('<ellipse cx="%s" cy="%s" rx="%s" ry="%s" fill="%s"/>' % (f(sx), f(sy), f(r * .97), f(r * squash * .97), p.lin(((0, "#fff3d0", .32), (.5, "#fff3d0", 0), (1, "#3a1a0a", .26)), 0, 0, 1, 1)))


def rengginang_set(p, c, key, dots=None, n=6):
    a, b = cracker(p, key + "1", c, dots), cracker(p, key + "2", c, dots)
    return a, b


@picture("rengginang-original", "makanan", "ceplok", 1.1, -10)
def _(p):
    a, b = rengginang_set(p, "#e6ad48", "ori")
    cotton(p, 0, 20, 1240, 820, -8, "#c9573f", "#f3dcae")
    for i in range(6):
        lay_cracker(p, (a, b)[i % 2], -190 + p.rng.uniform(-14, 14), 180 + p.rng.uniform(-8, 8), i * 46, 270, p.rng.uniform(0, 360))
    stand_cracker(p, b, 1090, 830, 285, 40)
    lay_cracker(p, b, 330, -200, 0, 235, 120)
    lay_cracker(p, a, -90, -300, 0, 250, 20)


@picture("rengginang-original-2", "makanan", "ceplok", 1, 110)
def _(p):
    a, b = rengginang_set(p, "#e6ad48", "ori")
    # a glass jar full of crackers
    jar(p, -60, 160, 360, 640, lambda: jar_fill(p, a, b))
    lay_cracker(p, a, 360, -210, 0, 225, 20)
    lay_cracker(p, b, 300, -260, 40, 215, 70)
    lay_cracker(p, b, -330, -360, 0, 215, 80)


def jar_fill(p, a, b):
    r = p.rng
    for i in range(9):
        for j in (-1, 1):
            lay_cracker(p, (a, b)[(i + (j > 0)) % 2], -60 + j * 135 + r.uniform(-18, 18), 160 + r.uniform(-40, 40), 10 + i * 60 + (20 if j > 0 else 0), 182, r.uniform(0, 360), .45, 20)


def jar(p, x, y, r, h, fill):
    p.shadow_disc(x, y, r * .95, h * .75, .3, 26)
    sx, sy = P(x, y, 0)
    tx, ty = P(x, y, h)
    p.disc(x, y, 0, r, "#d8cdb4", op=.7)
    p.lathe(x, y, [(r * .94, 0), (r, 30), (r, h - 40), (r * .9, h)], "#ffffff", fill=p.lin(((0, "#ffffff", .3), (.3, "#ffffff", .12), (1, "#e6d2a8", .3))))
    fill()
    d = p.lathe(x, y, [(r * .94, 0), (r, 30), (r, h - 40), (r * .9, h)], "#ffffff", fill=p.lin(
        ((0, "#ffffff", .55), (.06, "#ffffff", .12), (.12, "#ffffff", .42), (.2, "#ffffff", .06), (.75, "#ffffff", .02), (.93, "#fff3d6", .3), (1, "#ffffff", .5))))
    p.path(d, stroke="#ffffff", sw=4, op=.5)
    # red lid with a knob
    c = "#c0452f"
    p.lathe(x, y, [(r * .95, 0), (r * .97, 20), (r * .97, 74)], c, z=h - 8, smoothit=False)
    p.disc(x, y, h + 66, r * .97, c)
    p.disc(x, y, h + 72, r * .78, lift(c, .06))
    p.lathe(x, y, [(60, 0), (52, 20), (66, 50), (50, 74)], c, z=h + 70, top=lift(c, .2))


@picture("rengginang-terasi", "makanan", "ceplok", 1.14, -70)
def _(p):
    a, b = rengginang_set(p, "#cf7f4e", "ter", "#7a2f1c")
    z = p.plate(0, 100, 560, "#f4ecdc", rim="#35607a")
    pos = [(-230, 230, 0), (180, 260, 0), (-250, 0, 0), (230, 20, 0), (0, 120, 50), (-120, 150, 100), (110, 90, 130), (-20, 40, 180)]
    for i, (x, y, zz) in enumerate(pos):
        lay_cracker(p, (a, b)[i % 2], x, y, 40 + zz, 225, p.rng.uniform(0, 360))
    # blocks of shrimp paste and dried shrimps
    for x, y, yaw, s in ((-400, -330, -20, 120), (-270, -390, 16, 105)):
        rbox(p, x, y, 0, s, s * .8, s * .55, yaw, 10, "#6d3a2c")
    for x, y, ang in ((150, -420, 10), (300, -380, -30), (420, -300, 35), (60, -440, 60)):
        shrimp(p, *P(x, y, 14), ang)


def shrimp(p, x, y, ang, k=1.0):
    c = "#e58a63"
    p.group('transform="translate(%s %s)rotate(%s)scale(%s)"' % (f(x), f(y), f(ang), f2(k)))
    pts = [(-46, 20), (-40, -18), (0, -40), (44, -22), (50, 16), (34, 26), (26, 0), (0, -10), (-18, 8), (-26, 28)]
    d = smooth(pts)
    p.soft(d, .4, 6, 5, 10)
    p.path(d, p.lin(((0, lift(c, .4)), (.5, c), (1, sink(c, .3))), 0, 0, .4, 1))
    p.path("M-34 -20L-16 8M-14 -34L-4 -6M12 -40L10 -8M34 -30L24 2", stroke=sink(c, .35), sw=4, op=.6)
    p.path("M50 16L70 30M50 16L64 40M-46 20Q-70 10 -84 -14", stroke=c, sw=5)
    p.add('<circle cx="-38" cy="0" r="5" fill="#2c140a"/>')
    p.end()


@picture("rengginang-ketan-hitam", "makanan", "ceplok", 1.12, -70)
def _(p):
    a, b = rengginang_set(p, "#5d3540", "hit")
    tray(p, 0, 40, 600, s=34)
    for i, (x, y, zz) in enumerate(((0, 330, 0), (-330, 190, 0), (330, 190, 0), (-290, -150, 0), (290, -160, 0), (0, 60, 20), (0, 75, 62), (0, 90, 104))):
        lay_cracker(p, (a, b)[i % 2], x, y, 14 + zz, 215, p.rng.uniform(0, 360), .55)


# ------------------------------------------------------------------ tofu
def tofu(p, x, y, z, s, h, yaw, c="#f8f1df", shadow=True):
    top = rbox(p, x, y, z, s, s * .92, h, yaw, 18, c, shadow=shadow)
    p.group(top)
    p.path(rrect(-s * .44, -s * .4, s * .88, s * .8, 16), "none", sink(c, .16), 3, .5)
    q = "".join("M%s %sh2" % (f(a), f(b)) for a, b in [(p.rng.uniform(-s * .4, s * .4), p.rng.uniform(-s * .36, s * .36)) for _ in range(16)])
    p.path(q, stroke=sink(c, .25), sw=4, op=.5)
    p.end()


def ketupat(p, x, y, s, ang=0, c1="#dcd87e", c2="#a9bd55"):
    """A rice cake in its woven palm-leaf case, on the screen."""
    p.group('transform="translate(%s %s)rotate(%s)"' % (f(x), f(y), f(ang)))
    d = smooth([(0, -s), (s * .55, -s * .52), (s * .95, 0), (s * .55, s * .5), (0, s * .92), (-s * .55, s * .5), (-s * .95, 0), (-s * .55, -s * .52)])
    p.path("M%s %sC%s %s %s %s %s %s" % tuple(f(k) for k in (0, -s * .9, s * .3, -s * 1.3, s * .7, -s * 1.2, s * .9, -s * 1.5)), stroke=c2, sw=s * .09)
    p.path("M%s %sC%s %s %s %s %s %s" % tuple(f(k) for k in (0, -s * .9, -s * .2, -s * 1.3, -s * .6, -s * 1.3, -s * .7, -s * 1.6)), stroke=c1, sw=s * .09)
    p.soft(d, .42, 18, s * .14, s * .2)
    p.group(p.clip(d))
    p.group('transform="rotate(45)"')
    k = s * 1.7 / 8
    p.group('transform="translate(%s %s)"' % (f(-4 * k), f(-4 * k)))
    p.weave(8 * k, 8 * k, k, c1, c2, 1, gap=.06)
    p.end()
    p.end()
    p.path(d, p.rad(((0, "#fffbe0", .5), (.45, "#fffbe0", .06), (1, "#2c3a0a", .55)), .4, .4, .7, .3, .25))
    p.end()
    p.end()


@picture("tahu-putih-kupat", "makanan", "lereng", 1.08, 0)
def _(p):
    ketupat(p, 1130, 640, 210, 12)
    ketupat(p, 1290, 830, 170, -14)
    f_ = p.box(-20, 60, 0, 1150, 700, 50, -12, "#b98650")
    a, w, h = f_["T"]
    p.group(a)
    p.path("".join("M0 %sC%s %s %s %s %s %s" % (f(y), f(w * .3), f(y + p.rng.uniform(-14, 14)), f(w * .6), f(y + p.rng.uniform(-14, 14)), f(w), f(y)) for y in range(20, int(h), 38)), stroke="#7d5128", sw=3, op=.4)
    p.end()
    p.banana(-40, 80, 980, 600, -12, 52)
    for x, y in ((-290, 240), (0, 190), (270, 130)):
        tofu(p, x, y, 54, 250, 165, -16)
    for x, y in ((-250, 0), (40, -50)):
        tofu(p, x, y, 54, 250, 165, -16)
    tofu(p, -100, 150, 219, 245, 160, -24, shadow=False)
    tofu(p, 300, -130, 54, 180, 120, -30)
    for x, y, a in ((-420, -330, -10), (-330, -390, 18)):
        chili(p, *P(x, y, 16), 170, 34, a, "#c62f22")


@picture("tahu-putih-kupat-2", "makanan", "lereng", 1.05, 20)
def _(p):
    ketupat(p, 330, 640, 190, -14)
    bottle_prop(p, 420, 420)
    z = p.plate(0, 40, 590, "#f6efe2", rim="#3f6b57")
    sx, sy = P(0, 40, z)
    p.path(smooth(ell(sx, sy + 4, 410, 410 * SP, 0, 20)), p.lin(((0, "#5a2a12"), (.5, "#8a4a20"), (1, "#6a3416")), 0, 0, 1, 1))
    p.path(smooth([(sx - 360, sy + 40), (sx - 260, sy + 130), (sx - 80, sy + 196), (sx - 60, sy + 170), (sx - 240, sy + 100)]), "#ffe0ae", op=.35, extra=p.blur(6))
    r = p.rng
    def on(x, y, zz=0):
        return x, y + 40, z + zz
    # rice cake to the left, fried tofu to the right, cabbage and sprouts between
    for x, y, zz in ((-250, 110, 0), (-130, 205, 0), (-300, -30, 0), (-150, 60, 40)):
        rbox(p, *on(x, y, zz), 150, 124, 80, r.uniform(-40, 40), 24, "#edf0cf", shadow=False)
    for x, y, zz in ((60, 210, 0), (210, 130, 0), (310, 0, 0), (110, 90, 60), (230, 20, 70)):
        fried(p, *on(x, y, zz), 146, 96, r.uniform(-50, 50), False)
    for _ in range(16):
        a, b = p.disc_spots(sx - 50, sy - 62, 170, 70, 1)[0]
        p.leaf(a, b, 86, 50, r.uniform(0, 360), r.choice(["#a8c86a", "#c6d98e", "#8fb85a"]), False, True)
    for x, y, zz in ((-250, -140, 0), (-70, -150, 0), (110, -150, 0), (250, -130, 0)):
        fried(p, *on(x, y, zz), 140, 92, r.uniform(-50, 50), False)
    for _ in range(64):
        a, b = p.disc_spots(sx - 30, sy - 40, 210, 90, 1)[0]
        q = (r.uniform(-26, 26), r.uniform(-34, 8), r.uniform(-64, 64), r.uniform(-12, 26))
        d = "M%s %sq%s %s %s %s" % tuple(f(v) for v in (a, b) + q)
        p.path(d, stroke="#5a3a1c", sw=9, op=.3, extra='transform="translate(3 6)"')
        p.path(d, stroke="#fdf8e4", sw=8)
        p.add('<circle cx="%s" cy="%s" r="8" fill="#e6d48a"/>' % (f(a), f(b)))
    for _ in range(60):
        a, b = p.disc_spots(sx, sy - 60, 300, 130, 1)[0]
        p.blob(a, b, 11, 8, r.choice(["#c98a3c", "#b5732f", "#dca95a"]), r.uniform(0, 180), .1, 8, .3, blur=3)
    for _ in range(24):
        a, b = p.disc_spots(sx, sy - 60, 260, 120, 1)[0]
        p.leaf(a, b, 34, 18, r.uniform(0, 360), "#4f8f3d", False, False)


def bottle_prop(p, x, y):
    c = "#2a130c"
    p.shadow_disc(x, y, 90, 300, .3, 20)
    p.lathe(x, y, [(88, 0), (94, 20), (94, 270), (80, 320), (38, 380), (34, 450)], c, gloss=.35)
    p.lathe(x, y, [(40, 0), (40, 50)], "#c0452f", z=446, top="#c0452f", smoothit=False)
    sx, sy = P(x, y, 150)
    p.path(rect(sx - 86, sy - 70, 150, 120), "#f0dcae", op=.95)
    p.path(smooth(ell(sx - 10, sy - 10, 40, 40, 0, 12)), "#c0452f")


def fried(p, x, y, z, s, h, yaw, shadow=True, c="#d99a3a"):
    c = mix(c, p.rng.choice(["#c07a26", "#e6b04e", "#b96f24"]), .4)
    top = rbox(p, x, y, z, s, s * .9, h, yaw, s * .16, c, shadow=shadow)
    A, B, _ = axes(yaw)
    p.group(top)
    p.path(rrect(-s * .4, -s * .36, s * .8, s * .7, s * .14), lift(c, .22), op=.5, extra=p.blur(5))
    q = "".join("M%s %sh3" % (f(a), f(b)) for a, b in [(p.rng.uniform(-s * .42, s * .42), p.rng.uniform(-s * .38, s * .38)) for _ in range(30)])
    p.path(q, stroke=sink(c, .3), sw=s * .035, op=.4)
    q = "".join("M%s %sh3" % (f(a), f(b)) for a, b in [(p.rng.uniform(-s * .4, s * .4), p.rng.uniform(-s * .36, s * .3)) for _ in range(22)])
    p.path(q, stroke=lift(c, .6), sw=s * .03, op=.55)
    p.end()
    sx, sy = P(x, y, z + h * .45)
    q = "".join("M%s %sh3" % (f(a), f(b)) for a, b in [(sx + p.rng.uniform(-s * .5, s * .5), sy + s * SP * .3 + p.rng.uniform(-h * .1, h * .4)) for _ in range(26)])
    p.path(q, stroke=sink(c, .4), sw=s * .035, op=.35)


@picture("tahu-goreng-kulit", "makanan", "lereng", 1.1, 0)
def _(p):
    tray(p, 0, 60, 590, s=34)
    sx, sy = P(0, 60, 12)
    lf = "#5aa352"
    p.path(smooth([(sx + 470 * (1 + .05 * math.sin(9 * t)) * math.cos(t), sy + 470 * SP * (1 + .05 * math.sin(9 * t)) * math.sin(t)) for t in [2 * math.pi * i / 36 for i in range(36)]]), p.lin(((0, lift(lf, .2)), (1, sink(lf, .3))), 0, 0, 1, 1))
    r = p.rng
    spots = []
    for n, rad, z in ((9, 335, 14), (4, 140, 14), (6, 215, 140), (3, 95, 262)):
        for i in range(n):
            t = 2 * math.pi * (i + .3 * n) / n
            spots.append((rad * math.cos(t), 70 + rad * math.sin(t), z))
    for x, y, z in sorted(spots, key=lambda q: (q[2], -q[1])):
        fried(p, x + r.uniform(-10, 10), y, z, 205, 140, r.uniform(-45, 45), z < 20)
    # one torn open in front, with chillies
    for x, y, a in ((-330, -330, 14), (-140, -420, -8), (220, -400, 170), (400, -330, 200)):
        chili(p, *P(x, y, 16), 165, 34, a, "#6f9a34" if a < 100 else "#5d8a2c", .12)


# ------------------------------------------------------------------ tempe chips
def chip(p, key, c, specks=None, R=100):
    def fn():
        keep, p.rng = p.rng, random.Random(key)
        r = p.rng
        ph = [r.uniform(0, 6.28) for _ in range(4)]
        out = [(R * (1 + .035 * math.sin(3 * t + ph[0]) + .02 * math.sin(7 * t + ph[1])) * math.cos(t), R * (1 + .035 * math.sin(3 * t + ph[0]) + .02 * math.sin(7 * t + ph[1])) * math.sin(t)) for t in [2 * math.pi * i / 30 for i in range(30)]]
        d = smooth(out)
        p.path(d, p.rad(((0, lift(c, .2)), (.6, c), (.9, sink(c, .12)), (1, sink(c, .32)))))
        sp = p.packed(lambda x, y: x * x + y * y < (R * .86) ** 2, R, R, 25, 700)
        bl, hi, sh = "", "", ""
        bean = lift(c, .45)
        for x, y in sp:
            t = r.uniform(0, math.pi)
            e = smooth(ell(x, y, 13.5, 9, t, 7))
            bl += e
            sh += smooth(ell(x + 1.6, y + 2.6, 14.6, 10.2, t, 7))
            hi += "M%s %sl%s %s" % (f(x - 4), f(y - 3), f(5), f(-1))
        p.path(sh, sink(c, .45), op=.75)
        p.path(bl, bean)
        p.path(hi, stroke="#fffbe8", sw=3, op=.7)
        q = "".join("M%s %sh2" % (f(a), f(b)) for a, b in p.disc_spots(0, 0, R * .95, R * .95, 46))
        p.path(q, stroke=sink(c, .3), sw=4, op=.4)
        if specks:
            for col, n, sz in specks:
                q = "".join("M%s %sl%s %s" % (f(a), f(b), f(r.uniform(-sz, sz)), f(r.uniform(-sz, sz))) for a, b in p.disc_spots(0, 0, R * .85, R * .85, n))
                p.path(q, stroke=col, sw=5)
        p.path(d, stroke=lift(c, .5), sw=3, op=.7)
        p.rng = keep
    return p.symbol(key, p.capture(fn))


def lay_chip(p, sym, sx, sy, r, rotn, tilt, sq, c="#d9a441"):
    """A chip on the screen: squash sq along the direction tilt."""
    k = r / 100
    tr = 'transform="translate(%s %s)rotate(%s)scale(%.3f %.3f)rotate(%s)"'
    p.add('<g %s><ellipse rx="100" ry="100" fill="#3a1a0a" opacity=".42" %s/></g>' % (tr % (f(sx + r * .09), f(sy + r * .12), f(tilt), k, k * sq, "0"), p.blur(9)))
    p.add('<g %s><ellipse rx="99" ry="99" fill="%s"/></g>' % (tr % (f(sx + 3), f(sy + 7), f(tilt), k, k * sq, "0"), sink(c, .45)))
    p.group(tr % (f(sx), f(sy), f(tilt), k, k * sq, f(rotn)))
    p.use(sym, 0, 0)
    p.end()
    p.add('<g %s><ellipse rx="99" ry="99" fill="%s"/></g>' % (tr % (f(sx), f(sy), f(tilt), k, k * sq, "0"), p.lin(((0, "#fff6d8", .34), (.5, "#fff6d8", 0), (1, "#3a1a0a", .25)), 0, 0, 1, .8)))


def heap(p, syms, cx, cy, layers, r, c):
    R = p.rng
    for n, rx, ry, dz in layers:
        for i in range(n):
            t = 2 * math.pi * i / n + R.uniform(-.2, .2) - 1.57
            x, y = cx + rx * math.cos(t), cy - dz + ry * math.sin(t)
            lay_chip(p, R.choice(syms), x, y, r * R.uniform(.92, 1.08), R.uniform(0, 360), R.uniform(-28, 28), R.uniform(.5, .86), c)


TEMPE = "#d9a548"


@picture("keripik-tempe-original", "makanan", "ceplok", 1.05, 40)
def _(p):
    s = [chip(p, "a%d" % i, TEMPE) for i in range(3)]
    p.bowl(0, 120, 530, 300, "#3f5f7a", inside="#2f4a60", rim="#e9dcc0")
    cx, cy = P(0, 120, 300)
    heap(p, s, cx, cy - 44, ((13, 330, 120, 0), (9, 240, 84, 70), (6, 140, 46, 140), (2, 55, 14, 195)), 146, TEMPE)
    for x, y, a in ((-430, -330, -8), (-200, -400, 10), (400, -330, 4)):
        lay_chip(p, s[0 if x < 0 else 1], *P(x, y, 6), 150, a * 20, a, .56, TEMPE)


@picture("keripik-tempe-original-2", "makanan", "ceplok", 0.97, 130)
def _(p):
    s = [chip(p, "a%d" % i, TEMPE) for i in range(3)]

    def art(p):
        p.use(s[0], 0, 6, 0, 1.25)
        p.path(rrect(-120, 190, 240, 26, 13), "#c0452f")
        p.path(rrect(-80, 232, 160, 16, 8), "#c99a5a")
    pouch(p, -70, 190, 640, 960, "#ead6ad", "#fff8e6", art=art, band="#c0452f")
    for x, y, a in ((-330, -260, -8), (-120, -330, 10), (330, -190, 4), (430, -330, -14), (200, -360, 12)):
        lay_chip(p, s[p.rng.randrange(3)], *P(x, y, 6), 148, a * 20, a, .56, TEMPE)
    lay_chip(p, s[2], 1180, 1010, 150, 30, 60, .86, TEMPE)


@picture("keripik-tempe-daun-jeruk", "makanan", "ceplok", 1.06, -10)
def _(p):
    s = [chip(p, "b%d" % i, TEMPE, [("#3f7a34", 16, 9)]) for i in range(3)]
    tray(p, 0, 60, 590, s=34)
    cx, cy = P(0, 60, 20)
    heap(p, s, cx, cy, ((14, 400, 190, 20), (11, 300, 130, 95), (7, 195, 80, 175), (4, 95, 34, 240), (1, 0, 0, 275)), 160, TEMPE)
    g = "#3f8038"
    for x, y, a in ((560, 880, -30), (1010, 760, 30), (700, 1120, 200), (830, 620, -70), (1060, 1060, 15)):
        lime(p, x, y, a, g)
    lime(p, 250, 1340, -16, g)
    lime(p, 1190, 1400, 190, g)


def lime(p, x, y, a, g):
    """A double kaffir lime leaf."""
    t = math.radians(a)
    p.leaf(x, y, 92, 62, a, lift(g, .08))
    p.leaf(x + 84 * math.cos(t), y + 84 * math.sin(t), 130, 78, a, g)


@picture("keripik-tempe-pedas", "makanan", "ceplok", 1.05, 40)
def _(p):
    c = "#cf7a35"
    s = [chip(p, "c%d" % i, c, [("#b3231a", 26, 7), ("#7d1710", 10, 5), ("#f0c860", 12, 3)]) for i in range(3)]
    p.bowl(0, 120, 530, 300, "#f0e4cc", inside="#e0cfae", rim="#c0452f")
    cx, cy = P(0, 120, 300)
    heap(p, s, cx, cy - 44, ((13, 330, 120, 0), (9, 240, 84, 70), (6, 140, 46, 140), (2, 55, 14, 195)), 146, c)
    for x, y, a in ((700, 800, -30), (900, 690, 24), (560, 900, 12)):
        chili(p, x, y, 190, 38, a)
    for x, y, a in ((-480, -300, 12), (-330, -390, -8), (250, -410, 4), (300, -330, -14)):
        chili(p, *P(x, y, 16), 220, 44, a)
