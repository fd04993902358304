"""Kerajinan: wooden buses, woven bamboo."""
from lib import *

PICTURES, picture = registry()

PINE = "#d9a866"
OAK = "#a8703c"


def wood_lines(p, w, h, c, n=7, op=.35):
    r = p.rng
    d = ""
    for k in range(n):
        y = h * (k + .5) / n + r.uniform(-4, 4)
        d += "M0 %sC%s %s %s %s %s %s" % tuple(f(v) for v in (y, w * .3, y + r.uniform(-7, 7), w * .6, y + r.uniform(-7, 7), w, y + r.uniform(-3, 3)))
    p.path(d, stroke=c, sw=2.4, op=op)


# ------------------------------------------------------------------ vehicles
def wheel(p, x, y, z, r, t, yaw, c="#3a2a22", hub=PINE):
    """A wooden wheel whose near face looks at the viewer; (x, y) is the near face's centre."""
    A, B, Z = axes(yaw)
    prof = [(r * math.cos(k), r * math.sin(k)) for k in [2 * math.pi * i / 32 for i in range(32)]]
    p.prism((x, y, z), A, Z, B, t, prof, c)
    p.group(p.matrix((x, y, z), A, Z))
    p.add('<circle r="%s" fill="%s"/>' % (f(r), c))
    p.add('<circle r="%s" fill="none" stroke="%s" stroke-width="%s"/>' % (f(r * .9), lift(c, .25), f(r * .06)))
    p.add('<circle r="%s" fill="%s"/>' % (f(r * .62), p.lin(((0, sink(hub, .2)), (1, lift(hub, .35))), 0, 0, .4, 1)))
    p.add('<circle r="%s" fill="none" stroke="%s" stroke-width="%s" opacity=".5"/><circle r="%s" fill="none" stroke="%s" stroke-width="%s" opacity=".35"/>' % (f(r * .42), OAK, f(r * .04), f(r * .26), OAK, f(r * .04)))
    p.add('<circle r="%s" fill="%s"/>' % (f(r * .15), sink(OAK, .3)))
    p.end()


def side_plane(x, y, yaw, L, Wd, z):
    A, B, Z = axes(yaw)
    return (x - A[0] * L / 2 - B[0] * Wd / 2, y - A[1] * L / 2 - B[1] * Wd / 2, z)


def glasspane(p, pts, d=None):
    d = d or poly(pts)
    p.path(d, p.lin(((0, "#6f93a0"), (.45, "#3b5a68"), (1, "#27404c")), 0, 0, .6, 1))


def bus(p, x, y, yaw, L, Wd, H, body, trim, roof, kind="city", z=0, scale=1.0, wheels=True, bare=False, rear=False):
    """A wooden bus. kind: city or coach. It drives toward its left end (or its right end when yaw < 0)."""
    A, B, Z = axes(yaw)
    gap = 46 * scale           # ground clearance
    wr = 66 * scale
    left = yaw > 0              # the lit end is the left one
    z0 = z + gap
    p.shadow_of([(x + A[0] * a + B[0] * b, y + A[1] * a + B[1] * b, e) for a in (-L / 2, L / 2) for b in (-Wd / 2, Wd / 2) for e in (z, z + H + gap)])
    # chassis
    p.box(x, y, z + 28 * scale, L * .97, Wd * .92, 40 * scale, yaw, "#4a3222", shadow=False)
    # far wheels peep out under the body
    r1, r2 = 74 * scale, 40 * scale
    front_r = 60 * scale
    # body profile in (A, Z)
    if kind == "coach":
        pr = [(L - 18 * scale, 0), (L, 20 * scale), (L, H - 70 * scale)]
        pr += [(L - r1 + r1 * math.cos(t), H - r1 + r1 * math.sin(t)) for t in [math.pi / 2 * i / 8 for i in range(1, 9)]]
        pr += [(150 * scale, H)]
        pr += [(90 * scale + 60 * scale * 0, H - 8 * scale), (52 * scale, H - 40 * scale), (0 + 26 * scale, H - 110 * scale), (4 * scale, H * .42), (0, 30 * scale), (14 * scale, 0)]
    else:
        pr = [(L - 14 * scale, 0), (L, 16 * scale)]
        pr += [(L - r2 + r2 * math.cos(t), H - r2 + r2 * math.sin(t)) for t in [math.pi / 2 * i / 8 for i in range(0, 9)]]
        pr += [(front_r + front_r * math.cos(t), H - front_r + front_r * math.sin(t)) for t in [math.pi / 2 + math.pi / 2 * i / 8 for i in range(0, 9)]]
        pr += [(0, 16 * scale), (14 * scale, 0)]
    if not left:
        pr = [(L - u, v) for u, v in pr][::-1]
    o = side_plane(x, y, yaw, L, Wd, z0)

    def ec(a, b):
        m = (a[1] + b[1]) / 2
        return roof if m > H - 30 * scale else body
    p.prism(o, A, Z, B, Wd, pr, body, edge_c=ec)
    wood = lift(PINE, .1)
    # roof lines
    # ---- art on the near side: local u right from the left end, v down from the top
    o2 = (o[0], o[1], z0 + H)
    p.group(p.matrix(o2, A, (0, 0, -1)))
    clipd = poly([(u, H - v) for u, v in pr])
    p.group(p.clip(clipd))
    s = scale

    def X(u, w=0):
        return u if left else L - u - w
    p.path(rect(0, 0, L, H), shade(body, .66))
    if bare:
        wood_lines(p, L, H, OAK, 9, .5)
    p.path(rect(0, 0, L, 30 * s), shade(roof, .7))
    if not bare:
        if kind == "coach":
            # sweeping bands
            for c, k in ((trim, 0), ("#f0c65a", 46), (sink(trim, .2), 78)):
                pts = [(X(0), H * .98 - k * s), (X(L * .25), H * .86 - k * s), (X(L * .5), H * .5 - k * .6 * s), (X(L * .75), H * .16 - k * .5 * s), (X(L), H * -.1 - k * s), (X(L), H * .05 - k * s + 60 * s), (X(L * .75), H * .3 - k * .5 * s + 30 * s), (X(L * .5), H * .66 - k * .6 * s + 20 * s), (X(L * .25), H * .98 - k * s + 10 * s), (X(0), H * 1.1 - k * s)]
                p.path(smooth(pts, True, .8), c)
            for q in range(4):
                a = math.pi / 4 + q * math.pi / 2
                cx, cy = X(L * .3), H * .7
                p.path(smooth(ell(cx + 24 * s * math.cos(a), cy + 24 * s * math.sin(a), 22 * s, 11 * s, a, 10)), "#f0c65a")
        else:
            p.path(rect(0, H * .62, L, H * .38), trim)
            p.path(rect(0, H * .6, L, 12 * s), "#f0c65a")
            p.path(rect(0, H * .655, L, 6 * s), "#fff3d6")
            for k in range(int(L / (70 * s))):
                for q in range(4):
                    a = math.pi / 4 + q * math.pi / 2
                    p.path(smooth(ell(35 * s + k * 70 * s + 13 * s * math.cos(a), H * .77 + 13 * s * math.sin(a), 11 * s, 5.5 * s, a, 8)), lift(trim, .4), op=.7)
    # windows
    y1, y2 = (H * .14, H * .5) if kind == "city" else (H * .16, H * .5)
    if kind == "coach":
        d = rrect(min(X(70 * s), X(L - 40 * s)), y1, L - 110 * s, y2 - y1, 26 * s)
        p.path(d, "#1f2f38")
        p.group(p.clip(poly(d)))
        p.path(d, p.lin(((0, "#7da0ac"), (.4, "#3b5a68"), (1, "#22343e")), 0, 0, .3, 1))
        n = 7
        for k in range(1, n):
            u = min(X(70 * s), X(L - 40 * s)) + (L - 110 * s) * k / n
            p.path(rect(u - 3 * s, y1, 6 * s, y2 - y1), "#18262e")
        for k in (0.1, .38, .66):
            u = L * k
            p.path([(u, y2 + 10), (u + 90 * s, y1 - 10), (u + 150 * s, y1 - 10), (u + 60 * s, y2 + 10)], "#ffffff", op=.16)
        p.end()
    else:
        n = 6 if left else 7
        w0 = 46 * s
        door = 96 * s if left else 0
        uw = (L - w0 - door - 60 * s) / n
        for k in range(n):
            u = X(w0 + door + 20 * s + k * uw, uw - 14 * s)
            d = rrect(u, y1, uw - 14 * s, y2 - y1, 12 * s)
            glasspane(p, d)
            p.path([(u + 8 * s, y2), (u + (uw - 14 * s) * .5, y1), (u + (uw - 14 * s) * .75, y1), (u + (uw - 14 * s) * .34, y2)], "#ffffff", op=.18)
            p.path(poly(d), stroke=sink(body, .3), sw=4 * s)
            p.path(rect(u, y1 + (y2 - y1) * .3, uw - 14 * s, 4 * s), sink(body, .3))
        # doors, on the left side of the bus only
        u = X(w0, door)
        if left:
            p.path(rrect(u, H * .13, door, H * .8, 10 * s), sink(trim, .25))
        for k in (0, 1) if left else ():
            d = rrect(u + 8 * s + k * (door / 2 - 4 * s), H * .16, door / 2 - 14 * s, H * .7, 8 * s)
            glasspane(p, d)
        if left:
            p.path(rect(u + door / 2 - 2 * s, H * .13, 4 * s, H * .8), sink(trim, .5))
    # wheel arches
    for u in (.2, .78):
        cx = X(L * u)
        p.path(smooth(ell(cx, H + 4 * s, 88 * s, 88 * s, 0, 16)), sink(body if kind == "coach" else trim, .62))
    # lamps and small lines
    p.path(rect(0, H - 14 * s, L, 14 * s), sink(trim, .45) if not bare else sink(PINE, .4))
    p.path(rect(0, 0, L, H), p.lin(((0, "#fff3d6", .22), (.3, "#fff3d6", 0), (.75, "#1c0c08", .04), (1, "#1c0c08", .26)), 0, 0, 0, 1))
    if not bare:
        wood_lines(p, L, H, "#5a2e14", 8, .12)
    p.end()
    p.path(clipd, stroke="#fff3d6", sw=3, op=.5)
    p.end()
    # ---- art on the lit end
    if left:
        oe = (x - A[0] * L / 2 + B[0] * Wd / 2, y - A[1] * L / 2 + B[1] * Wd / 2, z0)
        U = tuple(-k for k in B)
    else:
        oe = (x + A[0] * L / 2 - B[0] * Wd / 2, y + A[1] * L / 2 - B[1] * Wd / 2, z0)
        U = B
    inset = 0
    if kind == "coach" and not rear:
        # the raked front: two planes, so draw through real points
        def E(t, v):
            # t across 0..1, v height 0..1 → screen
            hh = v * H
            prof = [(0, 30 * s), (4 * s, H * .42), (26 * s, H - 110 * s), (52 * s, H - 40 * s), (90 * s, H - 8 * s)]
            u = 0
            for (u0, h0), (u1, h1) in zip(prof, prof[1:]):
                if h0 <= hh <= h1:
                    u = u0 + (u1 - u0) * (hh - h0) / (h1 - h0)
            k = u if left else -u
            return P(oe[0] + U[0] * t * Wd + A[0] * k, oe[1] + U[1] * t * Wd + A[1] * k, z0 + hh)
        g = [E(.06, .42), E(.94, .42), E(.93, .62), E(.92, .78), E(.9, .9), E(.1, .9), E(.08, .78), E(.07, .62)]
        p.path(smooth(g, True, .3), p.lin(((0, "#86a9b4"), (.5, "#41616e"), (1, "#22343e")), 0, 0, .5, 1))
        p.path(poly([E(.5, .42), E(.5, .9)], False), stroke="#18262e", sw=5 * s)
        p.path([E(.16, .44), E(.3, .88), E(.4, .88), E(.26, .44)], "#ffffff", op=.22)
        p.path([E(0, .1), E(1, .1), E(1, .2), E(0, .2)], trim)
        p.path([E(.25, .24), E(.75, .24), E(.75, .34), E(.25, .34)], sink(body, .25))
        for t in (.13, .87):
            cx, cy = E(t, .28)
            p.path(smooth(ell(cx, cy, 22 * s, 26 * s, 0, 12)), sink(body, .5))
            p.path(smooth(ell(cx, cy, 17 * s, 21 * s, 0, 12)), p.ball("#f6dc90"))
        for t in (-.07, 1.04):
            a, b = E(t if t < 0 else t, .74), E(t if t < 0 else t, .56)
            p.path(poly([E(.04 if t < 0 else .96, .86), a], False), stroke="#2c1a12", sw=8 * s)
            p.path(poly([a, b], False), stroke="#2c1a12", sw=22 * s)
    else:
        p.group(p.matrix((oe[0], oe[1], z0 + H), U, (0, 0, -1)))
        w = Wd
        l = .78 if left else .5
        if not bare:
            p.path(rect(0, H * .62, w, H * .36), shade(trim, l - .06))
            p.path(rect(0, H * .6, w, 12 * s), shade("#f0c65a", l))
        d = rrect(w * .07, H * .2, w * .86, H * .36, 16 * s)
        glasspane(p, d)
        p.path(poly(d), stroke=sink(body, .35), sw=5 * s)
        p.path(rect(w / 2 - 3 * s, H * .2, 6 * s, H * .36), sink(body, .35))
        p.path([(w * .14, H * .56), (w * .3, H * .2), (w * .42, H * .2), (w * .26, H * .56)], "#ffffff", op=.2)
        # board above the window: a plain light strip
        p.path(rrect(w * .2, H * .105, w * .6, H * .07, 6 * s), "#fff3d6" if not bare else sink(PINE, .3))
        for t in (.16, .84):
            if rear:
                p.path(rrect(w * t - 15 * s, H * .68, 30 * s, 44 * s, 8 * s), p.ball("#d8402c"))
            else:
                p.path(smooth(ell(w * t, H * .76, 25 * s, 25 * s, 0, 14)), "#4a3222")
                p.path(smooth(ell(w * t, H * .76, 19 * s, 19 * s, 0, 14)), p.ball("#f6dc90"))
        if not rear:
            p.path(rrect(w * .32, H * .7, w * .36, H * .1, 6 * s), sink(trim, .4) if not bare else OAK)
            p.path("".join("M%s %sH%s" % (f(w * .34), f(H * (.72 + .025 * k)), f(w * .66)) for k in range(3)), stroke="#f0dcae", sw=3 * s, op=.7)
        else:
            p.path(rrect(w * .3, H * .68, w * .4, H * .16, 8 * s), sink(trim, .2))
            p.path("".join("M%s %sH%s" % (f(w * .34), f(H * (.71 + .03 * k)), f(w * .66)) for k in range(4)), stroke=sink(trim, .5), sw=4 * s)
        p.path(rect(0, H - 20 * s, w, 20 * s), "#4a3222")
        p.end()
    # roof furniture
    zt = z0 + H
    if not bare:
        if kind == "city":
            p.box(x + A[0] * L * .1, y + A[1] * L * .1, zt, L * .26, Wd * .5, 36 * s, yaw, sink(roof, .12), shadow=False, top=mix(roof, sink(roof, .2), .3))
        else:
            p.box(x + A[0] * L * .12, y + A[1] * L * .12, zt, L * .3, Wd * .56, 38 * s, yaw, sink(roof, .14), shadow=False, top=sink(roof, .08))
    # roof gloss
    a = P(x - A[0] * L * .38 + B[0] * Wd * .2, y - A[1] * L * .38 + B[1] * Wd * .2, zt)
    b = P(x + A[0] * L * .38 + B[0] * Wd * .2, y + A[1] * L * .38 + B[1] * Wd * .2, zt)
    p.path(poly([a, b], False), stroke="#fffaf0", sw=16 * s, op=.3, extra=p.blur(6))
    # near wheels
    if wheels:
        for u in (.2, .78):
            uu = L * u if left else L - L * u
            wx = o[0] + A[0] * uu - B[0] * 16 * s
            wy = o[1] + A[1] * uu - B[1] * 16 * s
            wheel(p, wx, wy, z + wr, wr, 40 * s, yaw)


def plinth(p, x, y, w, d, h, yaw, c=OAK):
    f_ = p.box(x, y, 0, w, d, h, yaw, c)
    for k in ("F", "T"):
        a, ww, hh = f_[k]
        p.group(a)
        wood_lines(p, ww, hh, sink(c, .4), 3 if k == "F" else 9, .4)
        p.end()
    return h


GREEN, CREAMC = "#3f7a5c", "#f6e8c8"


@picture("miniatur-bus-kota", "kerajinan", "parang", 1.1, 20)
def _(p):
    h = plinth(p, 10, 110, 1180, 520, 46, 24)
    bus(p, 0, 110, 24, 980, 290, 330, CREAMC, GREEN, "#f0dcae", "city", h)


@picture("miniatur-bus-kota-2", "kerajinan", "parang", 1.14, 10)
def _(p):
    bus(p, 30, 200, -30, 900, 280, 320, CREAMC, "#b5452f", "#f0dcae", "city", 0, 1)
    bus(p, -330, -340, 20, 420, 128, 146, CREAMC, GREEN, "#f0dcae", "city", 0, .44)
    # a coin-sized wooden disc and a ruler for the scale
    A, B, _z = axes(-12)
    f_ = p.box(330, -360, 0, 480, 74, 12, -12, "#e9c98d")
    a, w, h = f_["T"]
    p.group(a)
    p.path("".join("M%s %sV%s" % (f(12 + k * 12), f(h), f(h - (34 if k % 5 == 0 else 20))) for k in range(39)), stroke="#5a2e14", sw=3)
    p.end()


@picture("miniatur-bus-kota-3", "kerajinan", "parang", 1.08, 10)
def _(p):
    # in the workshop: bare body, wheels, sandpaper, brush, paint pots
    bus(p, 40, 240, 24, 860, 260, 300, PINE, PINE, lift(PINE, .2), "city", 0, .9, wheels=False, bare=True)
    for x, y in ((-470, -230), (-330, -330), (-180, -250), (-40, -360)):
        p.shadow_disc(x, y, 62, 30, .36, 10)
        p.lathe(x, y, [(64, 0), (64, 36)], "#3a2a22", smoothit=False)
        p.disc(x, y, 36, 64, "#4a382e")
        p.disc(x, y, 38, 42, PINE)
        p.disc(x, y, 39, 10, sink(OAK, .4), False)
    for x, y, c in ((330, -210, GREEN), (480, -120, "#b5452f"), (455, -320, "#f0c65a")):
        p.shadow_disc(x, y, 70, 90, .36, 12)
        p.lathe(x, y, [(70, 0), (70, 96)], "#d8d2c4", smoothit=False)
        p.disc(x, y, 96, 72, "#efe9dc")
        p.disc(x, y, 92, 62, c)
    brush(p, 830, 1395, -24)
    # shavings and sandpaper
    cx, cy = P(140, -300, 4)
    q = [P(80, -180, 6), P(250, -150, 6), P(270, -260, 6), P(100, -290, 6)]
    p.soft(poly(q), .4, 7, 6, 10)
    p.path(q, "#8a5a3c")
    p.path("".join("M%s %sh2" % (f(a), f(b)) for a, b in p.quad_spots((q[0], q[1], q[3]), 260)), stroke="#c99a6c", sw=3, op=.6)
    for _ in range(16):
        a, b = p.disc_spots(*P(60, -30, 0), 520, 60, 1)[0]
        r = p.rng.uniform(10, 20)
        b += 150
        p.path("M%s %sa%s %s 0 1 1 %s %s" % (f(a), f(b), f(r), f(r * .7), f(r * .8), f(r * .9)), stroke="#6b4426", sw=7, op=.3, extra='transform="translate(3 6)"')
        p.path("M%s %sa%s %s 0 1 1 %s %s" % (f(a), f(b), f(r), f(r * .7), f(r * .8), f(r * .9)), stroke=lift(PINE, .35), sw=7)


def brush(p, x, y, a):
    p.group('transform="translate(%s %s)rotate(%s)"' % (f(x), f(y), f(a)))
    p.soft(rect(0, -16, 420, 32), .4, 9, 8, 16)
    p.path(smooth([(96, -20), (200, -16), (400, -9), (424, 0), (400, 9), (200, 16), (96, 20)]), p.lin(((0, "#e58a6a"), (.5, "#b5452f"), (1, "#6b2418")), 0, 0, 0, 1))
    p.path(rect(52, -25, 62, 50), p.lin(((0, "#f0e9dc"), (.4, "#b8b0a2"), (1, "#6b655c")), 0, 0, 0, 1))
    p.path(smooth([(56, -24), (10, -25), (-40, -8), (-58, 4), (-30, 18), (10, 25), (56, 24)], True, .7), p.lin(((0, GREEN), (.5, GREEN), (.62, "#5a3a22"), (1, "#8a5a34"))))
    p.end()


@picture("miniatur-bus-wisata", "kerajinan", "kawung", 1.1, 40)
def _(p):
    h = plinth(p, 10, 110, 1200, 520, 46, 24)
    bus(p, 0, 110, 24, 1020, 280, 380, "#f3efe4", "#2f5f8a", "#f8f4ea", "coach", h)


@picture("miniatur-truk-kayu", "kerajinan", "lereng", 1.24, 30)
def _(p):
    yaw, L, Wd = 24, 960, 290
    x, y = 0, 120
    A, B, Z = axes(yaw)
    red, yel, blue = "#b83a2a", "#efc04e", "#2f6a86"

    def at(u, b, z):   # u from the left end, b from the near side
        return (x + A[0] * (u - L / 2) + B[0] * (b - Wd / 2), y + A[1] * (u - L / 2) + B[1] * (b - Wd / 2), z)
    p.shadow_of([at(u, b, e) for u in (0, L) for b in (0, Wd) for e in (0, 330)])
    cx, cy, _z = at(L / 2, Wd / 2, 0)
    p.box(cx, cy, 60, L * .98, Wd * .5, 46, yaw, "#4a3222", shadow=False)
    # bed: floor and far boards first
    b0, b1 = 330, L
    bw = b1 - b0
    c0 = at((b0 + b1) / 2, Wd / 2, 0)
    fb = p.box(c0[0], c0[1], 106, bw, Wd, 26, yaw, OAK, shadow=False)
    a, w, h = fb["T"]
    p.group(a)
    wood_lines(p, w, h, sink(OAK, .5), 8, .5)
    p.end()

    def boards(o, U, w, n, hh, cols, l, post=blue):
        p.group(p.matrix(o, U, (0, 0, -1)))
        bh = hh / n
        for k in range(n):
            c = shade(cols[k % len(cols)], l)
            p.path(rrect(0, k * bh + 3, w, bh - 6, 6), p.lin(((0, lift(c, .16)), (1, sink(c, .14))), 0, 0, 0, 1))
            p.path("M8 %sC%s %s %s %s %s %s" % tuple(f(v) for v in (k * bh + bh * .45, w * .3, k * bh + bh * .35, w * .6, k * bh + bh * .6, w - 8, k * bh + bh * .5)), stroke=sink(c, .4), sw=2.5, op=.4)
        m = max(2, int(w / 150))
        for k in range(m + 1):
            u = 6 + (w - 34) * k / m
            p.path(rect(u, -14, 22, hh + 18), p.lin(((0, lift(shade(post, l), .25)), (1, sink(shade(post, l), .3)))))
            for yy in range(n):
                p.add('<circle cx="%s" cy="%s" r="4" fill="#f3e6c8"/>' % (f(u + 11), f(yy * bh + bh / 2)))
        p.end()
    hh = 190
    zb = 132
    o = at(b0, Wd, zb + hh)
    boards(o, A, bw, 4, hh, ("#8a5a30",), .46)
    o = at(b1, 0, zb + hh)
    boards(o, B, Wd, 4, hh, ("#8a5a30",), .62)
    # load: sacks
    for u, b, z, r in ((440, 200, 160, 92), (600, 210, 160, 96), (770, 200, 160, 98), (890, 180, 150, 80), (500, 110, 200, 92), (680, 110, 200, 98), (850, 100, 190, 88), (590, 150, 280, 92), (760, 150, 280, 90)):
        sx, sy = P(*at(u, b, z + 40))
        d = p.blob(sx, sy, r, r * .66, "#e3c690", p.rng.uniform(-14, 14), .06, 12, .4, .35, .4)
        p.path(poly([(sx - r * .7, sy - 4), (sx + r * .7, sy + 2)], False), stroke="#a8824c", sw=4, op=.5, extra='stroke-dasharray="10 8"')
        p.path(poly([(sx + r * .84, sy - 16), (sx + r * 1.06, sy - 34), (sx + r * 1.08, sy + 4)]), "#cfae74")
    # near side and front board
    o = at(b0, 0, zb + hh)
    boards(o, A, bw, 4, hh, (yel, blue, yel, blue), .66, red)
    o = at(b0, Wd, zb + hh + 70)
    # cab
    cw, ch = 300, 330
    cc = at(cw / 2, Wd / 2, 0)
    pr = [(cw - 10, 0), (cw, 10), (cw, ch - 26), (cw - 26, ch), (86, ch), (62, ch - 14), (20, ch * .52), (0, ch * .46), (0, 14), (14, 0)]
    oc = at(0, 0, 70)
    p.prism(oc, A, Z, B, Wd, pr, red, edge_c=lambda a, b: "#d8523a" if (a[1] + b[1]) / 2 > ch - 20 else red)
    p.group(p.matrix((oc[0], oc[1], 70 + ch), A, (0, 0, -1)))
    d = poly([(u, ch - v) for u, v in pr])
    p.group(p.clip(d))
    p.path(rect(0, 0, cw, ch), shade(red, .66))
    p.path(rect(0, ch * .56, cw, 34), yel)
    p.path(rect(0, ch * .56 + 40, cw, 6), "#fff3d6")
    wn = smooth([(92, 40), (236, 36), (244, 60), (244, 150), (52, 150), (56, 120)], True, .25)
    p.path(wn, p.lin(((0, "#7da0ac"), (.5, "#3b5a68"), (1, "#22343e")), 0, 0, .4, 1))
    p.path([(110, 150), (160, 36), (196, 36), (150, 150)], "#ffffff", op=.2)
    p.path(rect(40, 30, 5, ch), sink(red, .4), op=.0)
    p.path("M256 30V300M46 160V300", stroke=sink(red, .45), sw=4)
    p.path(rrect(206, 206, 34, 12, 5), "#f3e6c8")
    p.path(smooth(ell(150, ch + 10, 92, 92, 0, 16)), sink(red, .65))
    p.path(rect(0, 0, cw, ch), p.lin(((0, "#fff3d6", .25), (.35, "#fff3d6", 0), (1, "#1c0c08", .24)), 0, 0, 0, 1))
    wood_lines(p, cw, ch, "#3a120a", 8, .14)
    p.end()
    p.path(d, stroke="#ffe0c0", sw=3, op=.5)
    p.end()

    def E(t, v):
        hh_ = v * ch
        prof = [(0, 0), (0, ch * .46), (20, ch * .52), (62, ch - 14), (86, ch)]
        u = 0
        for (u0, h0), (u1, h1) in zip(prof, prof[1:]):
            if h0 <= hh_ <= h1 and h1 > h0:
                u = u0 + (u1 - u0) * (hh_ - h0) / (h1 - h0)
        return P(*at(u, Wd * (1 - t), 70 + hh_))
    p.path([E(.08, .54), E(.92, .54), E(.9, .93), E(.1, .93)], p.lin(((0, "#86a9b4"), (.5, "#41616e"), (1, "#22343e")), 0, 0, .5, 1))
    p.path(poly([E(.5, .54), E(.5, .93)], False), stroke=sink(red, .5), sw=6)
    p.path([E(.18, .55), E(.32, .92), E(.42, .92), E(.28, .55)], "#ffffff", op=.22)
    p.path([E(.3, .16), E(.7, .16), E(.7, .36), E(.3, .36)], "#2c1a12")
    for k in range(4):
        p.path(poly([E(.32, .19 + k * .047), E(.68, .19 + k * .047)], False), stroke="#f3e6c8", sw=5)
    for t in (.15, .85):
        sx, sy = E(t, .26)
        p.path(smooth(ell(sx, sy, 25, 29, 0, 12)), "#f3e6c8")
        p.path(smooth(ell(sx, sy, 19, 23, 0, 12)), p.ball("#f6dc90"))
    p.path([E(-.02, .0), E(1.02, .0), E(1.02, .1), E(-.02, .1)], "#f3e6c8")
    p.path(poly([E(.02, .8), E(-.1, .8)], False), stroke="#2c1a12", sw=8)
    p.path(poly([E(-.1, .86), E(-.1, .66)], False), stroke="#2c1a12", sw=20)
    # wheels
    for u in (150, 620, 800):
        w = at(u, -14, 0)
        wheel(p, w[0], w[1], 74, 74, 44, yaw)


@picture("gantungan-kunci-bus", "kerajinan", "ceplok", 1.04, 30)
def _(p):
    # a little rack: three key rings hang from pegs, one lies before it
    wd = OAK
    f_ = p.box(0, 260, 0, 1080, 220, 50, -6, wd)
    for s in (-1, 1):
        A, B, Z = axes(-6)
        p.box(A[0] * s * 480, 260 + A[1] * s * 480, 50, 56, 56, 760, -6, wd, shadow=False)
    fb = p.box(0, 256, 770, 1060, 60, 90, -6, wd, shadow=False)
    a, w, h = fb["F"]
    p.group(a)
    wood_lines(p, w, h, sink(wd, .4), 4, .4)
    p.end()
    for k, (body, trim, knd) in enumerate(((CREAMC, GREEN, 0), ("#efc04e", "#b83a2a", 0), ("#f3efe4", "#2f5f8a", 1))):
        A, B, Z = axes(-6)
        u = -325 + k * 325
        x, y = P(A[0] * u, 226 + A[1] * u, 815)
        p.add('<circle cx="%s" cy="%s" r="17" fill="%s"/>' % (f(x), f(y), p.ball("#d9b060")))
        p.group('transform="translate(%s %s)scale(1.07)translate(%s %s)"' % (f(x), f(y), f(-x), f(-y)))
        tag(p, x, y + 4, body, trim, 0, knd)
        p.end()
    # the one on the table
    p.group('transform="translate(880 1300)rotate(78)scale(1.1)"')
    tag(p, 0, -330 + 70, "#d98a6a", "#7a2f4a", 0, 0, True)
    p.end()


def tag(p, x, y, body, trim, ang, kind, flat=False):
    """Key ring with a small flat wooden bus."""
    m = "#c9c2b4"
    p.group('transform="translate(%s %s)rotate(%s)"' % (f(x), f(y), f(ang)))
    for dx, dy, w_ in ((10, 14, 13),):
        p.add('<circle cx="%s" cy="%s" r="62" fill="none" stroke="#2c140a" stroke-width="12" opacity=".3" %s/>' % (f(dx), f(56 + dy), p.blur(6)))
    p.add('<circle cy="56" r="62" fill="none" stroke="%s" stroke-width="13"/>' % sink(m, .35))
    p.add('<circle cy="55" r="62" fill="none" stroke="%s" stroke-width="8"/>' % lift(m, .4))
    # chain
    for k in range(4):
        yy = 130 + k * 27
        p.add('<ellipse cy="%s" rx="%s" ry="17" fill="none" stroke="%s" stroke-width="7"/>' % (f(yy), "10" if k % 2 else "5", sink(m, .25)))
        p.add('<ellipse cx="-1" cy="%s" rx="%s" ry="17" fill="none" stroke="%s" stroke-width="3"/>' % (f(yy), "10" if k % 2 else "5", lift(m, .6)))
    # the bus, cut from a board: it hangs by the middle of the roof
    w, h = 266, 176
    p.group('transform="translate(%s 238)"' % f(-w / 2))
    out = smooth([(14, 10), (40, 0), (w - 26, 0), (w - 4, 12), (w, 40), (w, h - 14), (w - 10, h), (8, h), (0, h - 12), (0, 70), (6, 36)], True, .5)
    p.soft(out, .42, 12, 16, 22)
    for k in range(5, 0, -1):
        p.add('<path d="%s" transform="translate(%s %s)" fill="%s"/>' % (out, f(k * 2.4), f(k * 2.8), sink(PINE, .28 if k > 1 else .1)))
        for u in (62, w - 64):
            p.add('<circle cx="%s" cy="%s" r="30" fill="%s"/>' % (f(u + k * 2.4), f(h + k * 2.8), sink(PINE, .34)))
    p.path(out, body)
    p.group(p.clip(out))
    p.path(rect(0, h * .6, w, h * .4), trim)
    p.path(rect(0, h * .57, w, 8), "#f0c65a")
    if kind:
        p.path(smooth([(0, h), (w * .4, h * .7), (w, h * .1), (w, h * .5), (w * .6, h * .86), (w * .3, h)], True, .8), lift(trim, .2), op=.8)
    n = 5
    for k in range(n):
        d = rrect(14 + k * 49, 32, 41, 52, 8)
        p.path(d, p.lin(((0, "#7da0ac"), (.5, "#3b5a68"), (1, "#22343e")), 0, 0, .4, 1))
    p.path(rect(0, 0, w, h), p.lin(((0, "#fff3d6", .35), (.5, "#fff3d6", 0), (1, "#1c0c08", .22)), 0, 0, 1, 1))
    p.end()
    p.path(out, stroke="#fff3d6", sw=3, op=.6)
    p.add('<circle cx="%s" cy="14" r="9" fill="#4a2c18"/>' % f(w / 2))
    for u in (62, w - 64):
        p.add('<circle cx="%s" cy="%s" r="30" fill="#3a2a22"/><circle cx="%s" cy="%s" r="17" fill="%s"/><circle cx="%s" cy="%s" r="4" fill="#5a3a22"/>' % (f(u), f(h), f(u), f(h), p.ball(PINE), f(u), f(h)))
    p.add('<circle cx="10" cy="%s" r="9" fill="#f6dc90"/>' % f(h * .74))
    p.end()
    p.end()


# ------------------------------------------------------------------ bamboo
BAM1, BAM2 = "#e6c47c", "#cfa255"


def besek(p, x, y, z, w, d, h, yaw, c1=BAM1, c2=BAM2, lid=.42, s=24, shadow=True, deco=None):
    """A closed woven box: the lid reaches over the upper part."""
    fb = p.box(x, y, z, w, d, h * (1 - lid) + 6, yaw, c2, shadow=shadow, grad=False)
    for k in ("S", "F"):
        a, ww, hh = fb[k]
        l = .78 if (k == "S") == (yaw > 0) else .6
        if yaw < 0:
            l = .72 if k == "F" else .42
        else:
            l = .8 if k == "S" else .56
        p.group(a)
        p.weave(ww, hh, s, shade(c1, l), shade(c2, l), 2)
        p.path(rect(0, hh - 18, ww, 18), shade(c2, l - .06))
        p.path(rect(0, 0, ww, hh), p.lin(((0, "#1c0c08", .5), (.35, "#1c0c08", .06), (1, "#1c0c08", .26)), 0, 0, 0, 1))
        p.end()
    fl = p.box(x, y, z + h * (1 - lid), w + 22, d + 22, h * lid, yaw, c2, shadow=False, grad=False)
    for k in ("S", "F", "T"):
        a, ww, hh = fl[k]
        if k == "T":
            l = .8
        elif yaw < 0:
            l = .74 if k == "F" else .44
        else:
            l = .82 if k == "S" else .58
        p.group(a)
        if k == "T":
            # diagonal twill on the lid
            p.group(p.clip(rect(0, 0, ww, hh)))
            p.group('transform="rotate(45 %s %s)translate(%s %s)"' % (f(ww / 2), f(hh / 2), f(ww / 2 - (ww + hh) * .37), f(hh / 2 - (ww + hh) * .37)))
            p.weave((ww + hh) * .74, (ww + hh) * .74, s, shade(c1, l), shade(c2, l), 2)
            p.end()
            p.path(rect(0, 0, ww, hh), p.lin(((0, "#fff3d6", .34), (.5, "#fff3d6", 0), (1, "#1c0c08", .16)), 0, 0, 1, .8))
            p.end()
            p.path(poly(rect(7, 7, ww - 14, hh - 14)), stroke=shade(lift(c1, .1), l), sw=14)
            p.path(poly(rect(15, 15, ww - 30, hh - 30)), stroke=sink(c2, .5), sw=3, op=.6)
            if deco:
                deco(ww, hh)
        else:
            p.weave(ww, hh, s, shade(c1, l), shade(c2, l), 2)
            p.path(rect(0, 0, ww, 14), shade(lift(c1, .12), l))
            p.path(rect(0, hh - 20, ww, 20), shade(lift(c1, .05), l))
            p.path("".join("M%s %sl9 20" % (f(u), f(hh - 20)) for u in range(14, int(ww), 64)), stroke=sink(shade(c2, l), .4), sw=5)
            p.path(rect(0, 0, ww, hh), p.lin(((0, "#1c0c08", 0), (1, "#1c0c08", .2)), 0, 0, 0, 1))
        p.end()


@picture("besek-bambu", "kerajinan", "kawung", 1.06, 40)
def _(p):
    besek(p, 0, 150, 0, 720, 640, 290, -20)
    besek(p, -6, 156, 290, 560, 500, 230, -26, shadow=False)
    besek(p, 4, 150, 520, 400, 360, 180, -14, shadow=False, deco=lambda w, h: p.figures([(petal(w / 2 + 8 * math.cos(a), h / 2 + 8 * math.sin(a), 74, 40, a), "#3f7a5c" if k % 2 else "#a3402c", None, 0) for k, a in enumerate([q * math.pi / 4 for q in range(8)])]))
    besek(p, 400, -230, 0, 300, 270, 130, 22, s=18)


@picture("besek-bambu-2", "kerajinan", "kawung", 1.08, 0)
def _(p):
    import food
    food.open_box(p, -120, 120, 760, 620, 210, -18, BAM1, BAM2, 26, True)
    A, B, _z = axes(-18)
    for j in (1, 0):
        for i in range(4):
            u, v = -276 + i * 184, -150 + j * 280
            x, y = -120 + A[0] * u + B[0] * v, 120 + A[1] * u + B[1] * v
            food.wajik(p, x, y, 90, 104, 138, 110, -18, ("#8a4a1f", "#6d9a33")[(i + j) % 2], shadow=False)
    food.front_wall(p, -120, 120, 760, 620, 210, -18, BAM1, BAM2)
    # the lid leans against it
    besek(p, 350, -150, 0, 450, 420, 120, -34, lid=.98, s=24)


@picture("tampah-hias", "kerajinan", "lereng", 1.04, 20)
def _(p):
    # a round tray that leans, seen nearly full
    cx, cy, R = 800, 770, 540
    sq = .97
    p.soft(smooth(ell(cx + 70, cy + 60, R, R * sq, 0, 20)), .42, 40)
    p.add('<ellipse cx="%d" cy="%s" rx="420" ry="40" fill="#2c140a" opacity=".45" %s/>' % (cx + 40, f(cy + R * sq + 2), p.blur(18)))
    p.group('transform="translate(%s %s)scale(1 %s)"' % (f(cx), f(cy), f2(sq)))
    p.path(smooth(ell(9, 12, R, R, 0, 28)), sink(BAM2, .5))
    p.path(smooth(ell(0, 0, R, R, 0, 28)), p.lin(((0, lift(BAM1, .2)), (.5, BAM2), (1, sink(BAM2, .4))), 0, 0, 1, 1))
    ring = smooth(ell(0, 0, R * .92, R * .92, 0, 28))
    p.group(p.clip(ring))
    p.group('transform="rotate(45)translate(%s %s)"' % (f(-R * .93), f(-R * .93)))
    p.weave(R * 1.86, R * 1.86, 30, BAM1, BAM2, 2)
    p.end()
    # painted ceplok in the middle
    pal = ("#a3402c", "#f3e3c3", "#2f5f5a", "#d9a441")

    def pet(n, r0, l, w, c, off=0.0, stroke=None):
        for k in range(n):
            a = 2 * math.pi * k / n + off
            d = petal(r0 * math.cos(a), r0 * math.sin(a), l, w, a, 10)
            p.path(d, c, stroke, 5 if stroke else 0)
    p.path(smooth(ell(0, 0, R * .7, R * .7, 0, 28)), stroke=pal[2], sw=16)
    p.path(smooth(ell(0, 0, R * .745, R * .745, 0, 28)), stroke=pal[0], sw=7)
    for k in range(36):
        a = 2 * math.pi * k / 36
        p.path(poly(ell(R * .81 * math.cos(a), R * .81 * math.sin(a), 21, 13, a, 4)), pal[0] if k % 2 else pal[3])
    pet(8, R * .3, R * .37, R * .2, pal[2], math.pi / 8, "#f3e3c3")
    pet(8, R * .2, R * .46, R * .24, pal[0], 0, "#f3e3c3")
    pet(8, R * .26, R * .27, R * .09, pal[3])
    pet(8, R * .34, R * .24, R * .07, pal[1], math.pi / 8)
    p.path(smooth(ell(0, 0, R * .21, R * .21, 0, 20)), pal[2], "#f3e3c3", 6)
    for k in range(4):
        a = math.pi / 4 + k * math.pi / 2
        p.path(smooth(ell(R * .095 * math.cos(a), R * .095 * math.sin(a), R * .085, R * .045, a, 10)), pal[3])
    # the weave shows through the paint
    p.path(ring, p.lin(((0, "#1c0c08", .42), (.22, "#1c0c08", .06), (.6, "#fff3d6", .1), (1, "#fff3d6", .24)), 0, 0, 1, 1))
    p.end()
    for r, sw, c in ((.965, 34, BAM1), (.93, 8, sink(BAM2, .45))):
        p.add('<circle r="%s" fill="none" stroke="%s" stroke-width="%s"/>' % (f(R * r), p.lin(((0, lift(c, .45)), (.5, c), (1, sink(c, .4))), 0, 0, 1, 1), f(sw)))
    b = ""
    for i in range(48):
        t = 2 * math.pi * i / 48
        for dt in (-.016, .004):
            b += "M%s %sL%s %s" % tuple(f(v) for v in (R * 1.0 * math.cos(t + dt), R * 1.0 * math.sin(t + dt), R * .925 * math.cos(t + dt + .03), R * .925 * math.sin(t + dt + .03)))
    p.path(b, stroke=sink(BAM2, .5), sw=6)
    p.end()


def woven_round(p, x, y, prof, rows, cols, c1, c2, z=0, half=True, gapc=None, inside=False):
    """Woven body of revolution: over one, under one, the near half (or the far half seen from inside)."""
    def rad_at(t):
        k = t * (len(prof) - 1)
        i = min(int(k), len(prof) - 2)
        a = k - i
        return prof[i][0] + (prof[i + 1][0] - prof[i][0]) * a, prof[i][1] + (prof[i + 1][1] - prof[i][1]) * a
    tones = {}
    n = 2 * cols
    for j in range(rows):
        r0, h0 = rad_at(j / rows)
        r1, h1 = rad_at((j + 1) / rows)
        for i in range(n):
            a0, a1 = 2 * math.pi * i / n, 2 * math.pi * (i + 1) / n
            am = (a0 + a1) / 2
            ny = math.sin(am)
            if (ny > .12) != inside:
                continue
            over = (i + j) % 2 == 0
            l = lum((math.cos(am) * (-1 if inside else 1), ny * (-1 if inside else 1), .15))
            l = l * (.8 if inside else 1) + (.07 if over else -.1)
            key = (round(l * 14), over)
            g = .06
            q = []
            for t, (rr, hh) in ((g, (r0, h0)), (1 - g, (r0, h0)), (1 - g, (r1, h1)), (g, (r1, h1))):
                a = a0 + (a1 - a0) * t
                hg = h0 + (h1 - h0) * (g if hh == h0 else 1 - g)
                rr = rr + (5 if over else 0)
                q.append(P(x + rr * math.cos(a), y + rr * math.sin(a), z + hg))
            tones[key] = tones.get(key, "") + compact(q)
    for (l, over), d in sorted(tones.items()):
        p.path(d, shade(c1 if over else c2, max(0, min(1, l / 14))))


@picture("lampu-gantung-bambu", "kerajinan", "ceplok", 1.08, 60)
def _(p):
    cx, top, R, H = 800, 330, 430, 620
    # glow on wall and table
    p.add('<circle cx="800" cy="700" r="760" fill="%s"/>' % p.rad(((0, "#ffe9a8", .8), (.45, "#ffd27a", .36), (1, "#ffd27a", 0))))
    p.add('<ellipse cx="800" cy="1330" rx="620" ry="190" fill="%s"/>' % p.rad(((0, "#fff0b8", .75), (1, "#ffe9a8", 0))))
    p.path(rect(795, -200, 10, top + 170), "#2c1a12")
    p.path(rect(797, -200, 3, top + 170), "#8a6a4a")

    def rad_at(t):   # t 0 top … 1 bottom
        return R * (.26 + .74 * math.sin(math.pi * (t * .62)) ** .9) if t < .8 else R * (.26 + .74 * math.sin(math.pi * (.8 * .62)) ** .9) * (1 - (t - .8) * .75)
    sp = .34

    def Q(a, t, k=1.0):
        r = rad_at(t) * k
        return (cx + r * math.cos(a), top + H * t - r * math.sin(a) * sp)
    n = 22
    # far half: strips against the light
    for s in (1, -1):
        d = ""
        for i in range(n):
            a0 = 2 * math.pi * i / n
            pts = []
            for k in range(25):
                t = k / 24
                a = a0 + s * t * 1.75
                if math.sin(a) > 0:
                    pts.append(Q(a, t))
                elif len(pts) > 1:
                    d += smooth(pts, False)
                    pts = []
                else:
                    pts = []
            if len(pts) > 1:
                d += smooth(pts, False)
        p.path(d, stroke="#9a6a30", sw=13, op=.9)
    # the bulb
    p.add('<circle cx="800" cy="640" r="330" fill="%s"/>' % p.rad(((0, "#fffbe6", 1), (.3, "#fff0b8", .85), (1, "#ffd87a", 0))))
    p.path(rect(766, 430, 68, 110), p.roll("#6b4a2e"))
    p.add('<circle cx="800" cy="620" r="96" fill="%s"/>' % p.rad(((0, "#ffffff"), (.7, "#fff6d0"), (1, "#ffe08a"))))
    # near half
    for s, c in ((1, "#d9a650"), (-1, "#c08a3a")):
        segs = {}
        for i in range(n):
            a0 = 2 * math.pi * i / n
            pts = []
            for k in range(25):
                t = k / 24
                a = a0 + s * t * 1.75
                if math.sin(a) <= 0.05:
                    pts.append((Q(a, t), math.cos(a)))
                else:
                    if len(pts) > 1:
                        m = round(sum(v for _, v in pts) / len(pts) * 3)
                        segs[m] = segs.get(m, "") + smooth([v for v, _ in pts], False)
                    pts = []
            if len(pts) > 1:
                m = round(sum(v for _, v in pts) / len(pts) * 3)
                segs[m] = segs.get(m, "") + smooth([v for v, _ in pts], False)
        for m, d in sorted(segs.items()):
            col = lift(c, .3) if m < -1 else (c if m < 2 else sink(c, .3))
            p.path(d, stroke=sink(col, .5), sw=21)
            p.path(d, stroke=col, sw=16)
            p.path(d, stroke=lift(col, .4), sw=4, op=.6)
    # rings
    for t, w, k in ((0, 26, 1), (.18, 15, 1.01), (.5, 15, 1.012), (.8, 18, 1.012), (1, 30, 1.01)):
        r = rad_at(t) * k
        y = top + H * t
        d = "M%s %sA%s %s 0 0 0 %s %s" % tuple(f(v) for v in (cx - r, y, r, r * sp, cx + r, y))
        back = "M%s %sA%s %s 0 0 1 %s %s" % tuple(f(v) for v in (cx - r, y, r, r * sp, cx + r, y))
        if t in (0, 1):
            p.path(back, stroke="#8a5a26", sw=w * .8)
        p.path(d, stroke="#5a3616", sw=w + 6)
        p.path(d, stroke=p.lin(((0, "#f6d890"), (.3, "#e0b25a"), (.7, "#b9843a"), (1, "#7a4f20"))), sw=w)
        m = ""
        for q in range(2, 30):
            a = math.pi + math.pi * q / 31
            px, py = cx + r * math.cos(a), y - r * sp * math.sin(a)
            m += "M%s %sl6 %s" % (f(px - 3), f(py - w * .45), f(w * .9))
        p.path(m, stroke="#7a4f20", sw=3, op=.6)
    p.path(smooth([(cx - 112, top + 4), (cx - 70, top - 34), (cx - 20, top - 52), (cx + 20, top - 52), (cx + 70, top - 34), (cx + 112, top + 4), (cx, top + 40)], True, .6), p.roll("#8a5a2c"))
    p.path(rect(cx - 16, top - 90, 32, 46), p.roll("#5a3a22"))


@picture("keranjang-buah-bambu", "kerajinan", "kawung", 1.06, 30)
def _(p):
    x, y = 0, 130
    prof = [(300, 0), (340, 60), (400, 150), (450, 250), (470, 300)]
    p.shadow_disc(x, y, 360, 300, .38, 26)
    p.disc(x, y, 300, 470, sink(BAM2, .5), False)
    # arched handle, far part
    sx, sy = P(x, y, 300)
    woven_round(p, x, y, prof, 9, 30, BAM1, BAM2, inside=True)
    p.add('<ellipse cx="%s" cy="%s" rx="455" ry="%s" fill="#2c140a" opacity=".35"/>' % (f(sx), f(sy + 20), f(455 * SP)))
    hd = "M%s %sC%s %s %s %s %s %s" % tuple(f(v) for v in (sx - 462, sy - 6, sx - 440, sy - 700, sx + 440, sy - 700, sx + 462, sy - 6))
    # fruit behind the handle
    r = p.rng

    def orange(a, b, s, c="#e8913a"):
        p.blob(a, b, s, s * .96, c, 0, .015, 14, .45, .4, .42, 10)
        q = "".join("M%s %sh2" % (f(u), f(v)) for u, v in p.disc_spots(a, b, s * .85, s * .85, 40))
        p.path(q, stroke=sink(c, .3), sw=3, op=.35)
        p.add('<ellipse cx="%s" cy="%s" rx="9" ry="6" fill="#5c7a34"/>' % (f(a + s * .1), f(b - s * .72)))

    def mango(a, b, s, ang):
        d = p.blob(a, b, s * 1.3, s * .92, "#b8bf4a", ang, .05, 12, .45, .4, .4, 10)
        p.path(d, p.rad(((0, "#e8893a", .85), (1, "#e8893a", 0)), .3, .35, .5))

    def salak(a, b, s, ang=0):
        c = "#7a4524"
        pts = [(0, -s * 1.25), (s * .5, -s * .5), (s * .86, s * .2), (s * .6, s * .8), (0, s), (-s * .6, s * .8), (-s * .86, s * .2), (-s * .5, -s * .5)]
        pts = [(a + rot(u, v, math.radians(ang))[0], b + rot(u, v, math.radians(ang))[1]) for u, v in pts]
        d = smooth(pts)
        p.soft(d, .45, 9, 8, 12)
        p.path(d, p.ball(c, .35, .5))
        p.group(p.clip(d))
        g = ""
        for j in range(-6, 7):
            for i in range(-5, 6):
                u, v = rot((i + (j % 2) * .5) * s * .24, j * s * .19, math.radians(ang))
                g += "M%s %sq%s %s %s 0" % (f(a + u), f(b + v), f(s * .12), f(s * .16), f(s * .24))
        p.path(g, stroke=sink(c, .5), sw=3, op=.7)
        p.end()

    for a, b, s in ((-250, -40, 120), (-20, -80, 124), (230, -50, 122)):
        orange(sx + a, sy + b + 24, s)
    mango(sx + 130, sy - 140, 128, -30)
    mango(sx - 130, sy - 140, 132, 24)
    for a, b, sz in ((-330, 60, 104), (-110, 130, 112), (140, 140, 112), (340, 80, 100)):
        orange(sx + a, sy + b, sz)
    # bananas
    for k in range(4):
        ox, oy = sx - 350 + k * 34, sy - 60 - k * 22
        d = "M%s %sC%s %s %s %s %s %sC%s %s %s %s %s %sz" % tuple(f(v) for v in (
            ox, oy, ox + 20, oy + 150, ox + 170, oy + 210, ox + 330, oy + 130,
            ox + 200, oy + 130, ox + 110, oy + 70, ox + 60, oy - 6))
        p.soft(d, .4, 8, 6, 10)
        p.path(d, p.lin(((0, "#f8e07a"), (.5, "#eec23e"), (1, "#a8761e")), 0, 0, .3, 1))
        p.path("M%s %sC%s %s %s %s %s %s" % tuple(f(v) for v in (ox + 30, oy - 2, ox + 66, oy + 110, ox + 180, oy + 160, ox + 320, oy + 132)), stroke="#b5842a", sw=4, op=.5)
        p.add('<circle cx="%s" cy="%s" r="11" fill="#4a3418"/>' % (f(ox + 326), f(oy + 130)))
    p.path(smooth([(sx - 360, sy - 50), (sx - 320, sy - 130), (sx - 234, sy - 136), (sx - 200, sy - 110), (sx - 260, sy - 70)]), "#8a7a30")
    salak(sx + 40, sy + 50, 100, 10)
    salak(sx + 190, sy + 70, 100, -16)
    orange(sx + 310, sy + 10, 104)
    # basket, near half
    woven_round(p, x, y, prof, 9, 30, BAM1, BAM2)
    bx, by = P(x, y, 0)
    # rims
    for zz, rr, w in ((300, 472, 40), (6, 304, 26)):
        qx, qy = P(x, y, zz)
        d = "M%s %sA%s %s 0 0 0 %s %s" % tuple(f(v) for v in (qx - rr, qy, rr, rr * SP, qx + rr, qy))
        p.path(d, stroke=sink(BAM2, .55), sw=w + 8)
        p.path(d, stroke=p.lin(((0, lift(BAM1, .5)), (.3, BAM1), (.7, BAM2), (1, sink(BAM2, .45)))), sw=w)
        m = ""
        for q in range(1, 44):
            a = math.pi * q / 44
            px, py = qx - rr * math.cos(a), qy + rr * SP * math.sin(a)
            m += "M%s %sl14 %s" % (f(px - 7), f(py - w * .48), f(w * .96))
        p.path(m, stroke=sink(BAM2, .4), sw=4.5, op=.8)
    # handle
    p.path(hd, stroke="#2c140a", sw=44, op=.28, extra=p.blur(12) + ' transform="translate(26 26)"')
    p.path(hd, stroke=sink(BAM2, .55), sw=52)
    p.path(hd, stroke=BAM2, sw=44)
    p.path(hd, stroke=lift(BAM1, .2), sw=20, extra='stroke-dasharray="34 10"')
    for s in (-1, 1):
        p.path(rrect(sx + s * 462 - 34, sy - 40, 68, 84, 18), p.roll(BAM1))
        p.path("M%s %sl56 70M%s %sl-56 70" % (f(sx + s * 462 - 28), f(sy - 34), f(sx + s * 462 + 28), f(sy - 34)), stroke=sink(BAM2, .45), sw=8)
    salak(1210, 1270, 80, 60)
    salak(1100, 1330, 78, -70)
    p.leaf(330, 1270, 190, 90, 14, "#5c8a44")
