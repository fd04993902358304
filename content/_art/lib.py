"""Reusable pieces for the product pictures: projection, light, solids, cloth, motifs.

World axes: x to the right, y away from the viewer, z up; the table is z = 0.
The camera is orthographic and looks down by PITCH. Light comes from the upper left.
"""
import math
import random

SIZE = 1600
PITCH = math.radians(33)
SP, CP = math.sin(PITCH), math.cos(PITCH)
OX, OY = 800, 1040
HORIZON = 600
LIGHT = (-0.62, -0.16, 0.77)
SHADOW_DIR = (0.62, -0.10)

# wall (light, deep), pattern tint, accent
ROOM = {
    "makanan": ("#7f9c79", "#4f6f58", "#e9edcf", "#d9a441"),
    "minuman": ("#eebf66", "#d2943a", "#fff0c8", "#a3402c"),
    "fesyen": ("#e7c4ab", "#cd9a80", "#fff1e2", "#2f4a6b"),
    "kerajinan": ("#c87452", "#984a34", "#ffd9b4", "#4f7a5a"),
    "jasa": ("#a86d7c", "#744455", "#ffdfe0", "#e0a648"),
}
TABLE = ("#f3e4c8", "#dcc097")
DEEP = "#2c1710"
WARM = "#fff6e0"


# ---------------------------------------------------------------- colour
def rgb(c):
    return tuple(int(c[i:i + 2], 16) for i in (1, 3, 5))


def mix(a, b, t):
    return "#%02x%02x%02x" % tuple(round(x + (y - x) * t) for x, y in zip(rgb(a), rgb(b)))


def lift(c, t):
    return mix(c, WARM, t)


def sink(c, t):
    """Darker, still saturated: multiply, then a little toward the deep brown."""
    m = "#%02x%02x%02x" % tuple(round(v * (1 - t * 0.72)) for v in rgb(c))
    return mix(m, DEEP, t * 0.28)


def shade(c, lum):
    """lum 0 (in shadow) … 0.62 (own colour) … 1 (lit)."""
    if lum >= 0.62:
        return lift(c, (lum - 0.62) * 0.75)
    return sink(c, (0.62 - lum) * 1.05)


# ---------------------------------------------------------------- geometry
def P(x, y, z=0.0):
    return (OX + x, OY - y * SP - z * CP)


def rot(x, y, a):
    c, s = math.cos(a), math.sin(a)
    return (x * c - y * s, x * s + y * c)


def f(v):
    s = "%.1f" % v
    if s.endswith(".0"):
        s = s[:-2]
    return "0" if s == "-0" else s


def poly(pts, close=True):
    out, last = [], None
    for x, y in pts:
        out.append(f(x) + " " + f(y))
    return "M" + "L".join(out) + ("z" if close else "")


def compact(pts, close=True):
    """Like poly, in relative steps of a tenth: shorter text for the many figures of a cloth."""
    px, py = round(pts[0][0] * 10), round(pts[0][1] * 10)
    d = "M%s %s" % (f(px / 10), f(py / 10))
    first = True
    for x, y in pts[1:]:
        qx, qy = round(x * 10), round(y * 10)
        if (qx, qy) == (px, py):
            continue
        a, b = f((qx - px) / 10), f((qy - py) / 10)
        a, b = a.replace("0.", ".", 1) if a.lstrip("-").startswith("0.") else a, b.replace("0.", ".", 1) if b.lstrip("-").startswith("0.") else b
        d += ("l" if first else ("" if a[0] == "-" else " ")) + a + ("" if b[0] == "-" else " ") + b
        first = False
        px, py = qx, qy
    return d + ("z" if close else "")


def smooth(pts, close=True, k=1.0):
    """Catmull-Rom through the points, as cubic curves."""
    n = len(pts)
    d = "M%s %s" % (f(pts[0][0]), f(pts[0][1]))
    rng = range(n) if close else range(n - 1)
    for i in rng:
        p0 = pts[(i - 1) % n] if close or i > 0 else pts[i]
        p1, p2 = pts[i], pts[(i + 1) % n]
        p3 = pts[(i + 2) % n] if close or i + 2 < n else p2
        d += "C%s %s %s %s %s %s" % tuple(f(v) for v in (
            p1[0] + (p2[0] - p0[0]) * k / 6, p1[1] + (p2[1] - p0[1]) * k / 6,
            p2[0] - (p3[0] - p1[0]) * k / 6, p2[1] - (p3[1] - p1[1]) * k / 6, p2[0], p2[1]))
    return d + ("z" if close else "")


def ell(cx, cy, rx, ry=None, r=0.0, n=18):
    ry = rx if ry is None else ry
    out = []
    for i in range(n):
        t = 2 * math.pi * i / n
        x, y = rot(rx * math.cos(t), ry * math.sin(t), r)
        out.append((cx + x, cy + y))
    return out


def petal(cx, cy, length, width, r, n=9):
    """A pointed petal that starts in (cx, cy) and runs in the direction r."""
    up = [(length * i / n, width / 2 * math.sin(math.pi * (i / n) ** 0.9)) for i in range(n + 1)]
    pts = up + [(x, -y) for x, y in reversed(up[1:-1])]
    return [(cx + rot(x, y, r)[0], cy + rot(x, y, r)[1]) for x, y in pts]


def rect(x, y, w, h):
    return [(x, y), (x + w, y), (x + w, y + h), (x, y + h)]


def rrect(x, y, w, h, r, n=5):
    out = []
    for cx, cy, a in ((x + w - r, y + h - r, 0), (x + r, y + h - r, 90), (x + r, y + r, 180), (x + w - r, y + r, 270)):
        for i in range(n + 1):
            t = math.radians(a + 90 * i / n)
            out.append((cx + r * math.cos(t), cy + r * math.sin(t)))
    return out


def hull(pts):
    pts = sorted(set((round(x, 2), round(y, 2)) for x, y in pts))
    if len(pts) < 3:
        return pts

    def half(seq):
        h = []
        for q in seq:
            while len(h) > 1 and (h[-1][0] - h[-2][0]) * (q[1] - h[-2][1]) - (h[-1][1] - h[-2][1]) * (q[0] - h[-2][0]) <= 0:
                h.pop()
            h.append(q)
        return h[:-1]
    return half(pts) + half(pts[::-1])


def densify(pts, step, close=True):
    out, n = [], len(pts)
    for i in range(n if close else n - 1):
        a, b = pts[i], pts[(i + 1) % n]
        m = max(1, int(math.hypot(b[0] - a[0], b[1] - a[1]) / step))
        out += [(a[0] + (b[0] - a[0]) * j / m, a[1] + (b[1] - a[1]) * j / m) for j in range(m)]
    if not close:
        out.append(pts[-1])
    return out


def vec(*v):
    return v


def dot(a, b):
    return sum(x * y for x, y in zip(a, b))


def cross(a, b):
    return (a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0])


def axes(yaw):
    """Right-hand unit vectors of something that stands on the table, turned by yaw degrees."""
    t = math.radians(yaw)
    return (math.cos(t), math.sin(t), 0), (-math.sin(t), math.cos(t), 0), (0, 0, 1)


def lum(n):
    l = math.sqrt(dot(n, n)) or 1
    return 0.34 + 0.52 * max(0.0, dot(n, LIGHT) / l) + 0.07 * max(0, n[2] / l) + 0.06 * max(0, -n[1] / l)


CAM = (0, -CP, SP)


class Pic:
    def __init__(self, name):
        self.name = name
        self.rng = random.Random(name)
        self.defs, self.body, self.cache = [], [], {}
        self.n = 0

    # -------------------------------------------------- plumbing
    def _def(self, key, make):
        if key not in self.cache:
            self.n += 1
            i = "d%d" % self.n
            self.cache[key] = i
            self.defs.append(make(i))
        return self.cache[key]

    def add(self, s):
        self.body.append(s)

    def path(self, d, fill="none", stroke=None, sw=0, op=1, extra=""):
        if isinstance(d, list):
            d = poly(d)
        s = '<path d="%s" fill="%s"' % (d, fill)
        if stroke:
            s += ' stroke="%s" stroke-width="%s" stroke-linejoin="round" stroke-linecap="round"' % (stroke, f(sw))
        if op != 1:
            s += ' opacity="%s"' % ("%.3g" % op)
        self.add(s + (" " + extra if extra else "") + "/>")

    def group(self, attrs):
        self.add("<g %s>" % attrs)

    def end(self):
        self.add("</g>")

    def matrix(self, o, u, v):
        """Attribute that lays local (u, v) coordinates onto the plane o + u·U + v·V."""
        x, y = P(*o)
        a, b = u[0], -u[1] * SP - u[2] * CP
        c, d = v[0], -v[1] * SP - v[2] * CP
        return 'transform="matrix(%.4f %.4f %.4f %.4f %.1f %.1f)"' % (a, b, c, d, x, y)

    def blur(self, n):
        i = self._def(("b", n), lambda i: '<filter id="%s" x="-60%%" y="-60%%" width="220%%" height="220%%">'
                      '<feGaussianBlur stdDeviation="%s"/></filter>' % (i, f(n)))
        return 'filter="url(#%s)"' % i

    def lin(self, stops, x1=0, y1=0, x2=1, y2=0, user=False):
        def mk(i):
            s = "".join('<stop offset="%.3g" stop-color="%s"%s/>' % (
                st[0], st[1], "" if len(st) < 3 else ' stop-opacity="%.3g"' % st[2]) for st in stops)
            return '<linearGradient id="%s" x1="%s" y1="%s" x2="%s" y2="%s"%s>%s</linearGradient>' % (
                i, f2(x1), f2(y1), f2(x2), f2(y2), ' gradientUnits="userSpaceOnUse"' if user else "", s)
        return "url(#%s)" % self._def(("l", tuple(stops), x1, y1, x2, y2, user), mk)

    def rad(self, stops, cx=.5, cy=.5, r=.5, fx=None, fy=None, user=False, tr=""):
        def mk(i):
            s = "".join('<stop offset="%.3g" stop-color="%s"%s/>' % (
                st[0], st[1], "" if len(st) < 3 else ' stop-opacity="%.3g"' % st[2]) for st in stops)
            return '<radialGradient id="%s" cx="%s" cy="%s" r="%s" fx="%s" fy="%s"%s%s>%s</radialGradient>' % (
                i, f2(cx), f2(cy), f2(r), f2(cx if fx is None else fx), f2(cy if fy is None else fy),
                ' gradientUnits="userSpaceOnUse"' if user else "",
                ' gradientTransform="%s"' % tr if tr else "", s)
        return "url(#%s)" % self._def(("r", tuple(stops), cx, cy, r, fx, fy, user, tr), mk)

    def ball(self, c, gloss=.35, deep=.42):
        """Fill of something rounded, lit from the upper left."""
        return self.rad(((0, lift(c, gloss)), (.42, c), (1, sink(c, deep))), .42, .38, .72, .32, .26)

    def roll(self, c, deep=.5, gloss=.3):
        """Fill of something cylindrical that stands upright."""
        return self.lin(((0, sink(c, .16)), (.16, lift(c, gloss)), (.34, lift(c, gloss * .35)), (.6, sink(c, .1)),
                         (.9, sink(c, deep)), (1, sink(c, deep * .72))))

    def clip(self, d):
        if isinstance(d, list):
            d = poly(d)
        i = self._def(("c", d), lambda i: '<clipPath id="%s"><path d="%s"/></clipPath>' % (i, d))
        return 'clip-path="url(#%s)"' % i

    def symbol(self, key, content):
        return self._def(("s", key), lambda i: '<g id="%s">%s</g>' % (i, content))

    def use(self, i, x, y, rot=0, sx=1, sy=None, extra=""):
        sy = sx if sy is None else sy
        t = "translate(%s %s)" % (f(x), f(y))
        if rot:
            t += "rotate(%s)" % f(rot)
        if sx != 1 or sy != 1:
            t += "scale(%.3g %.3g)" % (sx, sy)
        self.add('<use href="#%s" transform="%s"%s/>' % (i, t, " " + extra if extra else ""))

    def capture(self, fn):
        """The markup that fn draws, instead of drawing it here."""
        keep, self.body = self.body, []
        fn()
        got, self.body = "".join(self.body), keep
        return got

    def svg(self):
        return ('<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 %d %d" width="%d" height="%d">\n<defs>\n%s\n</defs>\n%s\n</svg>\n'
                % (SIZE, SIZE, SIZE, SIZE, "\n".join(self.defs), "\n".join(self.body)))

    # -------------------------------------------------- room
    def room(self, cat, pattern, scale=1.0):
        lightc, deep, tint, accent = ROOM[cat]
        self.accent = accent
        self.add('<rect width="1600" height="1600" fill="%s"/>' % self.rad(
            ((0, lift(lightc, .22)), (.45, lightc), (1, deep)), 420, 200, 1350, user=True))
        i = self._def(("wall", pattern), lambda i: wall_pattern(i, pattern, tint, sink(deep, .3)))
        self.add('<rect width="1600" height="%d" fill="url(#%s)" opacity=".22"/>' % (HORIZON, i))
        # the wall darkens toward the table and the far corner
        self.add('<rect width="1600" height="%d" fill="%s"/>' % (HORIZON, self.lin(
            ((0, deep, 0), (.72, deep, 0), (1, sink(deep, .45), .55)), 0, 0, 0, 1)))
        t0, t1 = TABLE
        self.add('<rect y="%d" width="1600" height="%d" fill="%s"/>' % (HORIZON, SIZE - HORIZON, self.rad(
            ((0, lift(t0, .4)), (.5, t0), (1, t1)), 430, 980, 1300, user=True, tr="translate(0 420) scale(1 .57)")))
        # planks, very quiet
        r = random.Random("planks")
        d = ""
        for k in range(26):
            y = HORIZON + 8 + (SIZE - HORIZON) * (k / 26) ** 1.25 + r.uniform(-6, 6)
            x = r.uniform(-200, 1200)
            d += "M%s %sc%s %s %s %s %s 0" % (f(x), f(y), f(150), f(r.uniform(-9, 9)), f(380), f(r.uniform(-9, 9)), f(r.uniform(400, 800)))
        self.path(d, stroke=sink(t1, .12), sw=2.2, op=.3)
        self.add('<rect y="%d" width="1600" height="5" fill="%s" opacity=".75"/>' % (HORIZON, lift(t0, .7)))
        self.add('<rect y="%d" width="1600" height="90" fill="%s"/>' % (HORIZON + 5, self.lin(
            ((0, sink(t1, .4), .26), (1, t1, 0)), 0, 0, 0, 1)))

    def finish(self):
        self.add('<rect width="1600" height="1600" fill="%s"/>' % self.rad(
            ((0, "#fff4d2", .26), (.6, "#fff4d2", .05), (1, "#fff4d2", 0)), 180, 60, 1250, user=True))
        self.add('<rect width="1600" height="1600" fill="%s"/>' % self.rad(
            ((0, DEEP, 0), (.62, DEEP, 0), (1, DEEP, .27)), 690, 690, 1230, user=True))

    # -------------------------------------------------- shadow
    def shadow_of(self, pts3, op=.36, blur=22, contact=True):
        """Cast shadow on the table of a convex bunch of world points."""
        g = []
        for x, y, z in pts3:
            g.append(P(x + SHADOW_DIR[0] * z, y + SHADOW_DIR[1] * z))
        low = [P(x, y) for x, y, z in pts3 if z < 6]
        h = hull(g + low)
        self.path(h, "#4a2410", op=op, extra=self.blur(blur))
        if contact and len(low) > 2:
            c = hull(low)
            self.path([(x + 5, y + 9) for x, y in c], "#2c140a", op=.5, extra=self.blur(9))

    def shadow_disc(self, x, y, r, z=30, op=.36, blur=20, ry=None):
        ry = r if ry is None else ry
        pts = [(x + r * math.cos(t), y + ry * math.sin(t), h) for h in (0, z)
               for t in [i * math.pi / 16 for i in range(32)]]
        self.shadow_of(pts, op, blur)

    def soft(self, d, op=.35, blur=16, dx=0, dy=0, c="#3a1a0c"):
        if isinstance(d, list):
            d = poly(d)
        self.add('<path d="%s" fill="%s" opacity="%s" transform="translate(%s %s)" %s/>' % (d, c, f2(op), f(dx), f(dy), self.blur(blur)))

    # -------------------------------------------------- solids
    def prism(self, o, U, V, E, depth, profile, c, cap=None, edge_c=None, seam=True, grad=True):
        """Extrude a profile (counter-clockwise in U, V) along E. Returns the visible cap's plane (o, U, V)."""
        def at(u, v, e):
            return tuple(o[k] + u * U[k] + v * V[k] + e * E[k] for k in range(3))
        area = sum(a[0] * b[1] - b[0] * a[1] for a, b in zip(profile, profile[1:] + profile[:1]))
        if area < 0:
            profile = profile[::-1]
        n = len(profile)
        hand = dot(cross(U, V), E)  # >0: cap at +E looks along +E with this winding
        quads = []
        for i in range(n):
            a, b = profile[i], profile[(i + 1) % n]
            du, dv = b[0] - a[0], b[1] - a[1]
            nrm = tuple(dv * U[k] - du * V[k] for k in range(3))
            if dot(nrm, CAM) <= 1e-6:
                continue
            mid = at((a[0] + b[0]) / 2, (a[1] + b[1]) / 2, depth / 2)
            quads.append((dot(mid, CAM), nrm, a, b))
        quads.sort(key=lambda q: q[0])
        for _, nrm, a, b in quads:
            cc = edge_c(a, b) if edge_c else c
            col = shade(cc, lum(nrm))
            q = [P(*at(*a, 0)), P(*at(*b, 0)), P(*at(*b, depth)), P(*at(*a, depth))]
            self.path(q, col, stroke=col if seam else None, sw=1.5)
        front = dot(E, CAM) < 0
        e = 0 if front else depth
        nrm = tuple(-k for k in E) if front else E
        col = shade(cap or c, lum(nrm))
        pts = [P(*at(u, v, e)) for u, v in profile]
        self.path(pts, col, stroke=col, sw=1)
        return at(0, 0, e), pts, col

    def box(self, x, y, z, w, d, h, yaw, c, shadow=True, top=None, grad=True):
        """Box with its base centre in (x, y, z). Returns {'T','F','S'}: group attributes of the visible faces
        (local origin upper left as seen, v downward; T: v toward the viewer) and their sizes."""
        A, B, Z = axes(yaw)

        def at(a, b, e):
            return (x + A[0] * a + B[0] * b, y + A[1] * a + B[1] * b, z + e)
        if shadow:
            self.shadow_of([at(a, b, e) for a in (-w / 2, w / 2) for b in (-d / 2, d / 2) for e in (0, h)])
        side = 1 if yaw < 0 else -1     # which end shows
        faces = {}
        na = tuple(k * side for k in A)
        nb = tuple(-k for k in B)

        def face(q, nrm, col):
            l = lum(nrm)
            if grad:
                x0, y0 = P(*q[0])
                x1, y1 = P(*q[2])
                fill = self.lin(((0, shade(col, min(1, l + .05))), (1, shade(col, l - .07))), round(x0), round(y0), round(x1), round(y1), True)
            else:
                fill = shade(col, l)
            self.path([P(*k) for k in q], fill, stroke=shade(col, l), sw=1)
        # side
        if side > 0:
            s = [at(w / 2, -d / 2, h), at(w / 2, d / 2, h), at(w / 2, d / 2, 0), at(w / 2, -d / 2, 0)]
            faces["S"] = (self.matrix(s[0], B, (0, 0, -1)), d, h)
        else:
            s = [at(-w / 2, d / 2, h), at(-w / 2, -d / 2, h), at(-w / 2, -d / 2, 0), at(-w / 2, d / 2, 0)]
            faces["S"] = (self.matrix(s[0], tuple(-k for k in B), (0, 0, -1)), d, h)
        face(s, na, c)
        fr = [at(-w / 2, -d / 2, h), at(w / 2, -d / 2, h), at(w / 2, -d / 2, 0), at(-w / 2, -d / 2, 0)]
        faces["F"] = (self.matrix(fr[0], A, (0, 0, -1)), w, h)
        face(fr, nb, c)
        tp = [at(-w / 2, d / 2, h), at(w / 2, d / 2, h), at(w / 2, -d / 2, h), at(-w / 2, -d / 2, h)]
        faces["T"] = (self.matrix(tp[0], A, tuple(-k for k in B)), w, d)
        face(tp, (0, 0, 1), top or c)
        # a light edge where the top meets the front
        self.path(poly([P(*fr[0]), P(*fr[1])], False), stroke=lift(top or c, .5), sw=2.5, op=.55)
        return faces

    def lathe(self, x, y, prof, c, z=0, top=None, fill=None, inner=None, deep=.5, gloss=.3, op=1, smoothit=True):
        """Body of revolution from (radius, height) pairs, bottom to top. top: colour of the upper disc."""
        L, R = [], []
        for r, h in prof:
            sx, sy = P(x, y, z + h)
            L.append((sx - r, sy))
            R.append((sx + r, sy))
        r0, h0 = prof[0]
        r1, h1 = prof[-1]
        d = smooth(R, False, .9) if smoothit else poly(R, False)
        sx, sy = P(x, y, z + h1)
        d += "A%s %s 0 0 0 %s %s" % (f(r1), f(r1 * SP), f(sx - r1), f(sy))
        ll = (smooth(L[::-1], False, .9) if smoothit else poly(L[::-1], False))
        d += "L" + ll[1:]
        bx, by = P(x, y, z + h0)
        d += "A%s %s 0 0 0 %s %sz" % (f(r0), f(r0 * SP), f(bx + r0), f(by))
        self.path(d, fill or self.roll(c, deep, gloss), op=op)
        if top:
            self.disc(x, y, z + h1, r1, top)
        return d

    def disc(self, x, y, z, r, c, grad=True, stroke=None, sw=0, op=1):
        sx, sy = P(x, y, z)
        fill = c if (c.startswith("url") or not grad) else self.lin(((0, lift(c, .28)), (.55, c), (1, sink(c, .2))), 0, 0, 1, .8)
        self.add('<ellipse cx="%s" cy="%s" rx="%s" ry="%s" fill="%s"%s%s/>' % (
            f(sx), f(sy), f(r), f(r * SP), fill, ' stroke="%s" stroke-width="%s"' % (stroke, f(sw)) if stroke else "",
            ' opacity="%s"' % f2(op) if op != 1 else ""))

    def plate(self, x, y, r, c="#f6efe2", z=0, rim=None):
        self.shadow_disc(x, y, r * .93, 40, .36, 22)
        self.lathe(x, y, [(r * .56, 0), (r * .78, 12), (r, 34)], c, z=z, deep=.4)
        self.disc(x, y, z + 34, r, self.lin(((0, lift(c, .6)), (.5, c), (1, sink(c, .14))), 0, 0, 1, .7))
        if rim:
            sx, sy = P(x, y, z + 34)
            for k in (.965, .92):
                self.add('<ellipse cx="%s" cy="%s" rx="%s" ry="%s" fill="none" stroke="%s" stroke-width="%s"/>' % (
                    f(sx), f(sy), f(r * k), f(r * k * SP), rim, "7" if k > .95 else "2.5"))
        self.disc(x, y - 6, z + 24, r * .72, self.lin(((0, sink(c, .2)), (.4, sink(c, .06)), (1, lift(c, .5))), 0, 0, 1, .8))
        return z + 24

    def under(self, pts, op=.5, blur=12, dx=10, dy=8):
        """Dark line where something rests on something else: world points, softened."""
        self.path(hull([(a + dx, b + dy) for a, b in (P(*q) for q in pts)]), "#1c0a04", op=op, extra=self.blur(blur))

    def bowl(self, x, y, r, h, c, z=0, inside=None, rim=None, foot=.45):
        rim_pts = [(x + rr * math.cos(t), y + rr * math.sin(t), hh) for rr, hh in ((r * foot, 0), (r * .95, h)) for t in [i * math.pi / 12 for i in range(24)]]
        self.shadow_of(rim_pts, .34, 26)
        self.lathe(x, y, [(r * foot, 0), (r * foot, 12), (r * .72, h * .3), (r * .93, h * .65), (r, h)], c, z=z, deep=.55)
        i = inside or c
        self.disc(x, y, z + h, r, self.lin(((0, sink(i, .5)), (.45, sink(i, .2)), (1, lift(i, .3))), 0, 0, 1, .6))
        sx, sy = P(x, y, z + h)
        self.add('<ellipse cx="%s" cy="%s" rx="%s" ry="%s" fill="none" stroke="%s" stroke-width="8"/>' % (
            f(sx), f(sy), f(r - 2), f(r * SP - 2), self.lin(((0, lift(rim or c, .7)), (.6, rim or c), (1, sink(rim or c, .3))))))

    # -------------------------------------------------- leaves
    def banana(self, x, y, length, width, yaw, z=2, c="#4f9a4a", wav=.04):
        """A cut piece of banana leaf lying on the table."""
        t = math.radians(yaw)
        r = self.rng
        up, dn = [], []
        n = 16
        for i in range(n + 1):
            u = -length / 2 + length * i / n
            k = (1 - abs(2 * i / n - 1) ** 5) ** .45
            up.append((u, width / 2 * k * (1 + r.uniform(-wav, wav))))
            dn.append((u, -width / 2 * k * (1 + r.uniform(-wav, wav))))
        out = up + dn[::-1]

        def W(u, v):
            a, b = rot(u, v, t)
            return P(x + a, y + b, z)
        pts = [W(*q) for q in out]
        d = smooth(pts)
        self.soft(d, .42, 14, 14, 18)
        self.path(d, self.lin(((0, lift(c, .26)), (.45, c), (1, sink(c, .34))), 0, 0, 1, .7))
        self.group(self.clip(d))
        v = ""
        for i in range(-2, 44):
            u = -length / 2 + length * i / 40
            for s in (1, -1):
                a, m, b = W(u, 0), W(u + width * .06, s * width * .25), W(u + width * .16, s * width * .55)
                v += "M%s %sQ%s %s %s %s" % tuple(f(k) for k in a + m + b)
        self.path(v, stroke=sink(c, .3), sw=2, op=.45)
        self.path(poly([W(-length / 2, width * .0), W(length / 2, width * .0)], False), stroke=lift(c, .35), sw=9)
        self.path(poly([W(-length / 2, -width * .016), W(length / 2, -width * .016)], False), stroke=sink(c, .35), sw=3, op=.7)
        self.end()
        self.path(d, stroke=lift(c, .4), sw=2.5, op=.6)

    def leaf(self, x, y, length, width, ang, c, veins=True, shadow=True):
        """Small leaf in screen space, ang in degrees."""
        a = math.radians(ang)
        pts = [(x + px, y + py) for px, py in (rot(u, v, a) for u, v in (
            (0, 0), (length * .2, -width * .42), (length * .5, -width * .5), (length * .8, -width * .27), (length, 0),
            (length * .8, width * .27), (length * .5, width * .5), (length * .2, width * .42)))]
        d = smooth(pts)
        if shadow:
            self.soft(d, .38, 7, 7, 10)
        self.path(d, self.lin(((0, lift(c, .3)), (.5, c), (1, sink(c, .35))), 0, 0, 1, 1))
        e = (x + rot(length, 0, a)[0], y + rot(length, 0, a)[1])
        self.path(poly([(x, y), e], False), stroke=lift(c, .45), sw=max(1.5, width * .035), op=.8)
        if veins:
            v = ""
            for k in (.22, .38, .54, .7):
                for s in (1, -1):
                    p0 = rot(length * k, 0, a)
                    p1 = rot(length * (k + .13), s * width * .36 * (1.15 - k), a)
                    v += "M%s %sL%s %s" % (f(x + p0[0]), f(y + p0[1]), f(x + p1[0]), f(y + p1[1]))
            self.path(v, stroke=lift(c, .4), sw=max(1, width * .018), op=.6)

    # -------------------------------------------------- organic bits
    def blob(self, x, y, rx, ry, c, ang=0, rough=.0, n=12, shadow=.35, gloss=.35, deep=.42, blur=8):
        r = self.rng
        pts = []
        for i in range(n):
            t = 2 * math.pi * i / n
            k = 1 + r.uniform(-rough, rough)
            u, v = rot(rx * k * math.cos(t), ry * k * math.sin(t), math.radians(ang))
            pts.append((x + u, y + v))
        d = smooth(pts)
        if shadow:
            self.soft(d, shadow, blur, rx * .12 + 4, ry * .16 + 4)
        self.path(d, self.ball(c, gloss, deep))
        return d

    def strands(self, spots, c="#fffaf0", length=(16, 34), sw=4.2, shadow=True):
        """Grated coconut: short curls at the given screen spots."""
        r = self.rng
        a, b = "", ""
        for x, y in spots:
            t = r.uniform(0, math.pi)
            l = r.uniform(*length)
            dx, dy = l / 2 * math.cos(t), l / 2 * math.sin(t) * .7
            bx, by = r.uniform(-8, 8), r.uniform(-8, 8)
            q = (x - dx, y - dy, x + bx, y + by, x + dx, y + dy)
            a += "M%s %sQ%s %s %s %s" % tuple(f(k) for k in q)
            b += "M%s %sQ%s %s %s %s" % tuple(f(k) for k in (q[0] + 2, q[1] + 3.5, q[2] + 2, q[3] + 3.5, q[4] + 2, q[5] + 3.5))
        if shadow:
            self.path(b, stroke="#6b4a2e", sw=sw, op=.4)
        self.path(a, stroke=c, sw=sw)

    def disc_spots(self, cx, cy, rx, ry, n, power=.5):
        r = self.rng
        out = []
        for _ in range(n):
            t, k = r.uniform(0, 2 * math.pi), r.random() ** power
            out.append((cx + rx * k * math.cos(t), cy + ry * k * math.sin(t)))
        return out

    def quad_spots(self, q, n):
        """Random spots inside a parallelogram given by three screen corners o, a, b."""
        r = self.rng
        o, a, b = q
        out = []
        for _ in range(n):
            u, v = r.random(), r.random()
            out.append((o[0] + (a[0] - o[0]) * u + (b[0] - o[0]) * v, o[1] + (a[1] - o[1]) * u + (b[1] - o[1]) * v))
        return out

    def packed(self, test, w, h, dist, tries=4000):
        """Spots at least dist apart inside test(x, y) over the box -w..w, -h..h."""
        r = self.rng
        out, cell = [], {}
        for _ in range(tries):
            x, y = r.uniform(-w, w), r.uniform(-h, h)
            if not test(x, y):
                continue
            k = (int(x // dist), int(y // dist))
            if any((x - a) ** 2 + (y - b) ** 2 < dist * dist for i in (-1, 0, 1) for j in (-1, 0, 1)
                   for a, b in cell.get((k[0] + i, k[1] + j), ())):
                continue
            cell.setdefault(k, []).append((x, y))
            out.append((x, y))
        return out

    # -------------------------------------------------- drawn figures (motifs)
    def figures(self, figs, warp=None, step=None, closed=True):
        """Draw motif figures [(points, fill, stroke, width)], neighbours of one style merged, warped if asked."""
        style, d = None, ""

        def flush():
            if style and d:
                self.path(d, style[0] or "none", style[1], style[2])
        for pts, fill, stroke, sw in figs:
            if warp:
                long = step and max(q[0] for q in pts) - min(q[0] for q in pts) > 250
                q = densify(pts, step * (.3 if long else 1), bool(fill)) if step else pts
                pts = [warp(*k) for k in q]
            s = (fill, stroke, sw)
            if s != style:
                flush()
                style, d = s, ""
            d += compact(pts, bool(fill))
        flush()

    def weave(self, w, h, s, c1, c2, twill=2, jitter=.05, gap=.12, slope=1):
        """Real twill weave in local coordinates 0..w × 0..h with strip width s: over `twill`, under `twill`."""
        r = self.rng
        dark = sink(mix(c1, c2, .5), .62)
        self.path(rect(0, 0, w, h), dark)
        nx, ny = math.ceil(w / s), math.ceil(h / s)
        per = 2 * twill
        tones = {}
        g = s * gap / 2
        # floats: runs of cells where the warp (vertical) or the weft (horizontal) lies on top
        for j in range(ny):
            i = 0
            while i < nx:
                k = (i + slope * j) % per
                if k < twill:      # weft on top, run to the end of the float
                    run = min(twill - k, nx - i)
                    t = r.randrange(3)
                    tones.setdefault(("h", t), []).append(
                        rect(i * s + g * .3, j * s + g, min(run * s, w - i * s) - g * .6, min(s, h - j * s) - 2 * g))
                    i += run
                else:
                    i += 1
        for i in range(nx):
            j = 0
            while j < ny:
                k = (i + slope * j) % per
                if k >= twill:
                    run = 0
                    while j + run < ny and (i + slope * (j + run)) % per >= twill:
                        run += 1
                    t = r.randrange(3)
                    tones.setdefault(("v", t), []).append(
                        rect(i * s + g, j * s + g * .3, min(s, w - i * s) - 2 * g, min(run * s, h - j * s) - g * .6))
                    j += run
                else:
                    j += 1
        for (o, t), rs in sorted(tones.items()):
            base = c1 if o == "h" else c2
            col = (lift(base, .12), base, sink(base, .1))[t]
            self.path("".join("M%s %sh%sv%sh-%sz" % (f(q[0][0]), f(q[0][1]), f(q[1][0] - q[0][0]), f(q[2][1] - q[1][1]), f(q[1][0] - q[0][0]))
                              for q in rs if q[1][0] > q[0][0] and q[2][1] > q[1][1]), col)


def f2(v):
    s = "%.3f" % v
    return s.rstrip("0").rstrip(".") if "." in s else s


# ---------------------------------------------------------------- backdrops
def wall_pattern(i, kind, tint, dark):
    if kind == "kawung":
        s = 200
        b = []
        for cx, cy in ((0, 0), (s, 0), (0, s), (s, s), (s / 2, s / 2)):
            for k in range(4):
                a = math.pi / 4 + k * math.pi / 2
                x, y = cx + math.cos(a) * s * .25, cy + math.sin(a) * s * .25
                b.append('<path d="%s" fill="%s"/>' % (smooth(ell(x, y, s * .2, s * .115, a, 12)), tint))
                b.append('<path d="%s" fill="%s" opacity=".55"/>' % (smooth(ell(x, y, s * .09, s * .028, a, 8)), dark))
            b.append('<circle cx="%s" cy="%s" r="7" fill="%s"/>' % (f(cx), f(cy), tint))
        for cx, cy in ((s / 2, 0), (0, s / 2), (s, s / 2), (s / 2, s)):
            b.append('<path d="%s" fill="%s" opacity=".8"/>' % (poly(ell(cx, cy, 9, 9, 0, 4)), tint))
        return '<pattern id="%s" width="%d" height="%d" patternUnits="userSpaceOnUse">%s</pattern>' % (i, s, s, "".join(b))
    if kind == "ceplok":
        s = 200
        b = []
        for cx, cy in ((s / 2, s / 2),):
            b.append('<path d="%s" fill="none" stroke="%s" stroke-width="4"/>' % (smooth(ell(cx, cy, 84, 84, 0, 16)), tint))
            for k in range(8):
                a = k * math.pi / 4
                b.append('<path d="%s" fill="%s"/>' % (poly(petal(cx + 14 * math.cos(a), cy + 14 * math.sin(a), 56 if k % 2 == 0 else 46, 26, a)), tint))
            b.append('<circle cx="%s" cy="%s" r="9" fill="%s"/>' % (f(cx), f(cy), tint))
        for cx, cy in ((0, 0), (s, 0), (0, s), (s, s)):
            b.append('<path d="%s" fill="%s"/>' % (poly(ell(cx, cy, 46, 46, 0, 4)), tint))
            b.append('<path d="%s" fill="%s" opacity=".7"/>' % (poly(ell(cx, cy, 24, 24, 0, 4)), dark))
        return '<pattern id="%s" width="%d" height="%d" patternUnits="userSpaceOnUse">%s</pattern>' % (i, s, s, "".join(b))
    if kind == "parang":
        w, h = 120, 160
        b = ['<rect x="0" y="0" width="%d" height="6" fill="%s"/><rect x="0" y="%d" width="%d" height="6" fill="%s"/>' % (w, tint, h - 40, w, tint)]
        for ox in (-w, 0, w):
            pts = [(ox + 6, 16), (ox + 66, 20), (ox + 96, 48), (ox + 84, 78), (ox + 112, 96), (ox + 118, 112),
                   (ox + 70, 110), (ox + 44, 86), (ox + 54, 56), (ox + 30, 38)]
            b.append('<path d="%s" fill="%s"/>' % (smooth(pts), tint))
        for k in range(3):
            b.append('<path d="%s" fill="%s"/>' % (poly(ell(20 + k * 40, h - 17, 15, 9, 0, 4)), tint))
        return ('<pattern id="%s" width="%d" height="%d" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">%s</pattern>'
                % (i, w, h, "".join(b)))
    # lereng: slanting rows, thin and broad in turn
    w, h = 80, 130
    b = []
    for y, t in ((0, 4), (34, 3), (96, 3)):
        b.append('<rect x="0" y="%d" width="%d" height="%d" fill="%s"/>' % (y, w, t, tint))
    for k in range(2):
        b.append('<path d="%s" fill="%s"/>' % (smooth(ell(20 + 40 * k, 19, 14, 7, .0, 8)), tint))
    b.append('<path d="%s" fill="%s"/>' % (poly(petal(8, 66, 64, 34, 0)), tint))
    b.append('<circle cx="0" cy="66" r="6" fill="%s"/><circle cx="%d" cy="66" r="6" fill="%s"/>' % (tint, w, tint))
    for k in range(4):
        b.append('<circle cx="%d" cy="113" r="5" fill="%s"/>' % (10 + 20 * k, tint))
    return ('<pattern id="%s" width="%d" height="%d" patternUnits="userSpaceOnUse" patternTransform="rotate(-45)">%s</pattern>'
            % (i, w, h, "".join(b)))


# ---------------------------------------------------------------- motifs (lists of figures)
def tower(cx, base, s, c, ground, line=None):
    """The water tower: a round drum under a low roof, carried by a ring of arched pillars. s = height."""
    k = s / 192.0
    g = []

    def bow(x, y):
        """Level rings of a round tower, seen from below: the higher, the more they arch."""
        return y + (y / 192.0) * 9 * (1 - min(1, (x / 60.0) ** 2))

    def F(pts, fill):
        g.append(([(cx + x * k, base - bow(x, y) * k) for x, y in pts], fill, None, 0))

    def band(w, y0, y1, fill=c, w1=None):
        w1 = w if w1 is None else w1
        xs = [-1, -.6, -.2, .2, .6, 1]
        F([(x * w, y0) for x in xs] + [(x * w1, y1) for x in reversed(xs)], fill)

    def arch(a, b, y0, y1, fill=ground):
        m, r = (a + b) / 2, (b - a) / 2
        F([(a, y0), (a, y1)] + [(m - r * math.cos(t), y1 + r * 1.2 * math.sin(t)) for t in [math.pi * q / 6 for q in range(1, 6)]] + [(b, y1), (b, y0)], fill)
    band(60, 0, 7)
    band(55, 7, 12)
    band(50, 12, 88)
    for a, b in ((-45, -39), (-32, -21), (-13, 13), (21, 32), (39, 45)):     # the arcade, narrower toward the edges
        arch(a, b, 12, 60 if b - a > 20 else 66)
    band(59, 88, 94)
    band(52, 97, 146)                                                        # the drum
    for x, w in ((-44, 3), (-30, 4.5), (-10.5, 6), (10.5, 6), (30, 4.5), (44, 3)):
        arch(x - w, x + w, 106, 126)
    band(52, 137, 139.5, ground)
    band(60, 148, 154, c, 57)
    xs = [-54, -40, -24, -8, 8, 24, 40, 54]
    g.append(([(cx + x * k, base - bow(x, 157) * k) for x in xs] + [(cx + x * k, base - (157 + 25 * math.cos(x / 54 * math.pi / 2) ** .75) * k) for x in reversed(xs[1:-1])], c, None, 0))
    F([(-8, 174), (8, 174), (7, 182), (-7, 182)], c)
    F([(-9, 183.5), (0, 194), (9, 183.5)], c)
    return g


def kemiri(cx, cy, s, nut, leafc, ground, r=0.0):
    """A candlenut between its lobed leaves. s = radius of the whole figure."""
    g = []
    for k in range(3):
        a = r - math.pi / 2 + k * 2 * math.pi / 3 + math.pi / 3
        for da, l, w in ((-.42, .78, .26), (.42, .78, .26), (0, 1.0, .34)):
            b = a + da
            g.append((petal(cx + s * .2 * math.cos(b), cy + s * .2 * math.sin(b), s * l * .8, s * w, b), leafc, None, 0))
    for k in range(3):
        a = r - math.pi / 2 + k * 2 * math.pi / 3 + math.pi / 3
        for da, l in ((-.42, .7), (.42, .7), (0, .88)):
            b = a + da
            g.append(([(cx + s * .42 * math.cos(b), cy + s * .42 * math.sin(b)), (cx + s * l * math.cos(b), cy + s * l * math.sin(b))], None, ground, s * .025))
    body = [(cx + s * .36 * math.cos(t) * (1 - .12 * math.sin(t)), cy + s * .38 * math.sin(t) - s * .02 * math.cos(2 * t)) for t in [2 * math.pi * i / 24 for i in range(24)]]
    g.append(([(cx + (x - cx) * 1.16, cy + (y - cy) * 1.16) for x, y in body], ground, None, 0))
    g.append((body, nut, None, 0))
    for q in (-.26, -.1, .1, .26):
        g.append(([(cx + s * q * (1 - v * v) ** .7, cy + s * .3 * v) for v in (-.9, -.6, -.3, 0, .3, .6, .9)], None, ground, s * .03))
    g.append(([(cx + s * .09 * math.cos(t), cy - s * .36 + s * .05 * math.sin(t)) for t in [2 * math.pi * i / 8 for i in range(8)]], ground, None, 0))
    return g


def kawung_figs(w, h, s, c, eye):
    g = []
    for j in range(-1, int(h / s * 2) + 3):
        for i in range(-1, int(w / s) + 2):
            cx, cy = i * s + (s / 2 if j % 2 else 0), j * s / 2
            for k in range(4):
                a = math.pi / 4 + k * math.pi / 2
                g.append((ell(cx + math.cos(a) * s * .25, cy + math.sin(a) * s * .25, s * .2, s * .12, a, 12), c, None, 0))
    e = []
    for j in range(-1, int(h / s * 2) + 3):
        for i in range(-1, int(w / s) + 2):
            cx, cy = i * s + (s / 2 if j % 2 else 0), j * s / 2
            for k in range(4):
                a = math.pi / 4 + k * math.pi / 2
                e.append((ell(cx + math.cos(a) * s * .25, cy + math.sin(a) * s * .25, s * .085, s * .028, a, 6), eye, None, 0))
    return g + e


def merge_style(figs):
    """Stable order by style, so that one path holds all figures of a style."""
    seen = []
    for q in figs:
        k = q[1:]
        if k not in seen:
            seen.append(k)
    return [q for k in seen for q in figs if q[1:] == k]


def batik_tower(w, h, s=190, c="#f3e3c3", ground="#23385a", acc="#b5672f", whole=False):
    """Cloth of w × h: towers in a half-drop, small kawung crosses and dots between, border at both ends."""
    lay = [[], [], []]
    dx, dy = s * .86, s * 1.14
    for j in range(0, int(h / dy) + 1):
        for i in range(-1, int(w / dx) + 1):
            x = i * dx + (dx / 2 if j % 2 else 0) + dx / 2
            y = j * dy + dy
            if y - (s * .12 if whole else s) > h or x < -s * .5 or x > w + s * .5:
                continue
            lay[1] += tower(x, y, s * .92, c, ground)
            # small star between
            xx, yy = x + dx / 2, y - s * .42
            for k in range(8):
                a = k * math.pi / 4
                lay[0].append((petal(xx + s * .03 * math.cos(a), yy + s * .03 * math.sin(a), s * (.17 if k % 2 == 0 else .12), s * .06, a, 6), acc, None, 0))
            for k in range(10):
                lay[0].append((ell(x - s * .387 + k * s * .086, y + s * .075, s * .016, n=6), acc, None, 0))
    order = []
    order += lay[0]
    body = merge_tower(lay[1], c, ground)
    return [(rect(0, 0, w, h), ground, None, 0)] + order + body


def merge_tower(figs, c, ground):
    return [q for q in figs if q[1] == c] + [q for q in figs if q[1] != c]


def batik_kemiri(w, h, s=92, nut="#f0d9a8", leafc="#c98a3c", ground="#5a2a1c", dots="#e9c98d"):
    parts = []
    d = []
    dx, dy = s * 2.0, s * 1.74
    for j in range(-1, int(h / dy) + 2):
        for i in range(-1, int(w / dx) + 2):
            x, y = i * dx + (dx / 2 if j % 2 else 0), j * dy + dy * .5
            parts.append(kemiri(x, y, s * .98, nut, leafc, ground, math.pi if (i + j) % 2 else 0))
            for k in range(6):
                a = k * math.pi / 3 + math.pi / 6
                d.append((ell(x + s * 1.02 * math.cos(a), y + s * 1.02 * math.sin(a), s * .05, n=7), dots, None, 0))
    n = max(len(q) for q in parts)
    out = [(rect(0, 0, w, h), ground, None, 0)] + d
    lv, l2, bd, nt, ln = [], [], [], [], []
    for q in parts:
        lv += [k for k in q if k[1] == leafc]
        l2 += [k for k in q if k[2] and abs(k[3] - s * .98 * .025) < 1e-6]
        bd += [k for k in q if k[1] == ground]
        nt += [k for k in q if k[1] == nut]
        ln += [k for k in q if k[2] and abs(k[3] - s * .98 * .03) < 1e-6]
    return out + lv + l2 + bd + nt + ln


def lurik(w, h, cols, unit=10, seed=1, vertical=True):
    """Stripes: list of (colour, width in units) repeated."""
    out, x = [], 0
    i = 0
    lim = w if vertical else h
    while x < lim:
        c, k = cols[i % len(cols)]
        ww = min(k * unit, lim - x)
        out.append((rect(x, 0, ww, h) if vertical else rect(0, x, w, ww), c, None, 0))
        x += ww
        i += 1
    return out


def goyor(w, h, ground, c1, c2, s=120):
    """Tied-weft ikat: broad bands with feathered diamonds."""
    out = [(rect(0, 0, w, h), ground, None, 0)]
    r = random.Random("goyor")

    def dia(cx, cy, rx, ry, c):
        pts = []
        n = 7
        for q in ((0, -1), (1, 0), (0, 1), (-1, 0)):
            pts.append(q)
        rows = 12
        L, R = [], []
        for k in range(rows + 1):
            v = -1 + 2 * k / rows
            ww = (1 - abs(v)) * rx
            L.append((cx - ww - r.uniform(0, .09) * rx, cy + v * ry))
            R.append((cx + ww + r.uniform(0, .09) * rx, cy + v * ry))
            v2 = min(1, v + 1.0 / rows)
            L.append((cx - ww + r.uniform(0, .09) * rx, cy + v2 * ry))
            R.append((cx + ww - r.uniform(0, .09) * rx, cy + v2 * ry))
        return (R + L[::-1], c, None, 0)
    a, b, e = [], [], []
    for j in range(-1, int(h / s) + 2):
        for i in range(-1, int(w / s) + 2):
            cx, cy = i * s + (s / 2 if j % 2 else 0), j * s
            a.append(dia(cx, cy, s * .46, s * .84, c1))
            b.append(dia(cx, cy, s * .28, s * .52, ground))
            e.append(dia(cx, cy, s * .15, s * .28, c2))
    return out + a + b + e


# ---------------------------------------------------------------- registry
def registry():
    """A dictionary of pictures and the decorator that fills it."""
    pictures = {}

    def picture(name, cat, wall, zoom=1.0, dy=0):
        def wrap(fn):
            def draw(nm):
                p = Pic(nm)
                p.room(cat, wall)
                p.group('transform="translate(%s %s)scale(%s)"' % (f(800 - 800 * zoom), f(1000 - 1000 * zoom + dy), f2(zoom)))
                fn(p)
                p.end()
                p.finish()
                return p.svg()
            pictures[name] = draw
            return fn
        return wrap
    return pictures, picture


# ---------------------------------------------------------------- shared props
def rbox(p, x, y, z, w, d, h, yaw, r, c, shadow=True, top=None):
    """A block with rounded upright edges. Returns the top face's group attributes (origin in its centre)."""
    A, B, Z = axes(yaw)
    prof = rrect(-w / 2, -d / 2, w, d, r)
    world = [(x + A[0] * u + B[0] * v, y + A[1] * u + B[1] * v) for u, v in prof]
    if shadow:
        p.shadow_of([(a, b, e) for a, b in world for e in (z, z + h)])
    p.prism((x, y, z), A, B, Z, h, prof, c, cap=top)
    pts = [P(a, b, z + h) for a, b in world]
    p.path(pts, p.lin(((0, lift(top or c, .38)), (.6, top or c), (1, sink(top or c, .08))), 0, 0, 1, 1))
    p.path(poly(pts), stroke=lift(top or c, .6), sw=3, op=.6)
    return p.matrix((x, y, z + h), A, tuple(-k for k in B))


def grains(p, spots, length, width, tones, dark, hi, ang=None, flat=1.0):
    """Rice grains as short round-ended strokes: shade beneath, body in several tones, a glint."""
    r = p.rng
    under, body, glint = "", {}, ""
    for x, y in spots:
        t = r.uniform(0, math.pi) if ang is None else ang + r.uniform(-.5, .5)
        l = length * r.uniform(.75, 1.2)
        dx, dy = l / 2 * math.cos(t), l / 2 * math.sin(t) * flat
        seg = "M%s %sL%s %s" % (f(x - dx), f(y - dy), f(x + dx), f(y + dy))
        k = r.randrange(len(tones))
        body[k] = body.get(k, "") + seg
        under += "M%s %sL%s %s" % (f(x - dx + width * .2), f(y - dy + width * .38), f(x + dx + width * .2), f(y + dy + width * .38))
        glint += "M%s %sL%s %s" % (f(x - dx * .5 - width * .12), f(y - dy * .5 - width * .17), f(x + dx * .3 - width * .12), f(y + dy * .3 - width * .17))
    p.path(under, stroke=dark, sw=width * 1.08, op=.75)
    for k in sorted(body):
        p.path(body[k], stroke=tones[k], sw=width)
    p.path(glint, stroke=hi, sw=width * .26, op=.8)


def crumbs(p, attrs, w, h, n, c, size=(3, 8), op=.5):
    """Specks on a face."""
    r = p.rng
    d = ""
    for _ in range(n):
        s = r.uniform(*size)
        x, y = r.uniform(s, w - s), r.uniform(s, h - s)
        d += "M%s %sh%s" % (f(x), f(y), f(s * .6))
    p.group(attrs)
    p.path(d, stroke=c, sw=sum(size) / 2, op=op)
    p.end()


def cotton(p, x, y, w, d, yaw, c, border=None, z=0, figs=None):
    """A table runner or napkin lying flat."""
    A, B, _ = axes(yaw)
    q = [P(x + A[0] * u + B[0] * v, y + A[1] * u + B[1] * v, z) for u, v in rrect(-w / 2, -d / 2, w, d, 14)]
    p.soft(poly(q), .3, 10, 8, 10)
    p.path(q, p.lin(((0, lift(c, .25)), (1, sink(c, .12))), 0, 0, 1, 1))
    p.group(p.matrix((x, y, z), A, tuple(-k for k in B)))
    if figs:
        p.figures(figs)
    if border:
        for k in (26, 44):
            p.path(poly(rect(-w / 2 + k, -d / 2 + k, w - 2 * k, d - 2 * k)), stroke=border, sw=7 if k == 26 else 3)
    p.end()


def tray(p, x, y, r, z=0, c1="#d9b36a", c2="#c4954a", rim=46, s=30, inside=True):
    """Tampah: a round woven tray seen from the viewer's side."""
    p.shadow_disc(x, y, r, rim, .38, 24)
    p.lathe(x, y, [(r * .93, 0), (r * .97, rim * .5), (r, rim)], c2, z=z, deep=.5)
    sx, sy = P(x, y, z + rim)
    p.disc(x, y, z + rim, r, lift(c2, .1))
    p.disc(x, y, z + rim, r * .955, sink(c2, .5))
    ix, iy = P(x, y, z + 10)
    R = r * .94
    d = smooth(ell(ix, iy, R, R * SP, 0, 24))
    lip = smooth(ell(sx, sy, r * .95, r * .95 * SP, 0, 24))
    p.group(p.clip(lip))
    p.group(p.clip(d))
    A, B, _ = axes(38)
    k = R * 1.02
    p.group(p.matrix((x - A[0] * k - B[0] * -k, y - A[1] * k - B[1] * -k, z + 10), A, tuple(-q for q in B)))
    p.weave(2 * k, 2 * k, s, c1, c2, 2)
    p.end()
    p.path(d, p.lin(((0, "#3a1a0a", .5), (.3, "#3a1a0a", .12), (.7, "#fff0c8", .1), (1, "#fff0c8", .28)), 0, 0, .8, 1))
    p.end()
    p.end()
    for kk, sw, col in ((.985, 16, lift(c1, .15)), (.955, 5, sink(c2, .35))):
        p.add('<ellipse cx="%s" cy="%s" rx="%s" ry="%s" fill="none" stroke="%s" stroke-width="%s"/>' % (
            f(sx), f(sy), f(r * kk), f(r * kk * SP), p.lin(((0, lift(col, .4)), (.6, col), (1, sink(col, .3)))), f(sw)))
    # bindings on the rim
    b = ""
    n = 44
    for i in range(n):
        t = 2 * math.pi * i / n
        for dt in (-.012, .012):
            a1, a2 = t + dt - .014, t + dt + .014
            b += "M%s %sL%s %s" % (f(sx + r * 1.0 * math.cos(a1)), f(sy + r * 1.0 * SP * math.sin(a1)), f(sx + r * .955 * math.cos(a2)), f(sy + r * .955 * SP * math.sin(a2)))
    p.path(b, stroke=sink(c2, .42), sw=4.5)
    return z + 10


def chili(p, x, y, l, w, ang, c="#c62f22", bend=.2):
    a = math.radians(ang)
    top = [(l * t, -w / 2 * math.sin(math.pi * min(1, (t * .9 + .12))) - bend * l * math.sin(math.pi * t)) for t in (0, .2, .4, .6, .8, 1)]
    bot = [(l * t, w / 2 * math.sin(math.pi * min(1, (t * .9 + .12))) - bend * l * math.sin(math.pi * t)) for t in (.8, .6, .4, .2, 0)]
    pts = [(x + rot(u, v, a)[0], y + rot(u, v, a)[1]) for u, v in top + bot]
    d = smooth(pts)
    p.soft(d, .4, 7, 5, 10)
    p.path(d, p.lin(((0, lift(c, .25)), (.5, c), (1, sink(c, .45))), 0, 0, .3, 1))
    hl = [(x + rot(l * t, -bend * l * math.sin(math.pi * t) - w * .16, a)[0], y + rot(l * t, -bend * l * math.sin(math.pi * t) - w * .16, a)[1]) for t in (.12, .3, .5, .66)]
    p.path(smooth(hl, False), stroke="#fff0dc", sw=w * .13, op=.6)
    s0 = (x, y)
    s1 = (x + rot(-l * .16, -w * .3, a)[0], y + rot(-l * .16, -w * .3, a)[1])
    p.path(poly([s0, s1], False), stroke="#4d6b2c", sw=w * .26)
    p.add('<circle cx="%s" cy="%s" r="%s" fill="#5c7d34"/>' % (f(x), f(y), f(w * .3)))


def glass(p, x, y, r, h, drink, level=.78, z=0, taper=.8, foam=None):
    """A tumbler with something in it."""
    p.shadow_disc(x, y, r * taper, h * .8, .26, 22)
    sx, sy = P(x, y, z + h)
    body = [(r * taper, 0), (r * (taper + (1 - taper) * .5), h * .5), (r, h)]
    p.lathe(x, y, body, "#ffffff", z=z, fill=p.lin(((0, "#ffffff", .5), (.2, "#ffffff", .12), (.8, "#ffffff", .1), (1, "#fff3da", .42))), smoothit=False)
    rl = r * (taper + (1 - taper) * level) - 9
    p.lathe(x, y, [(r * taper - 9, 16), (rl, h * level)], drink, z=z, fill=p.lin(
        ((0, sink(drink, .3), .94), (.16, lift(drink, .3), .8), (.45, drink, .9), (.82, sink(drink, .3), .95), (1, lift(drink, .2), .8))), smoothit=False)
    p.disc(x, y, z + h * level, rl, p.lin(((0, sink(drink, .25), .95), (.5, drink, .9), (1, lift(drink, .3), .9)), 0, 0, 1, .6))
    p.add('<ellipse cx="%s" cy="%s" rx="%s" ry="%s" fill="none" stroke="#ffffff" stroke-width="6" opacity=".8"/>' % (f(sx), f(sy), f(r), f(r * SP)))
    bx, by = P(x, y, z)
    p.path(poly([(sx - r * .72, sy + r * SP * .9), (bx - r * taper * .72, by - 6)], False), stroke="#ffffff", sw=r * .09, op=.55)
    p.path(poly([(sx + r * .8, sy + r * SP * .7), (bx + r * taper * .8, by - 20)], False), stroke="#ffffff", sw=r * .04, op=.4)


def pouch(p, x, y, w, h, c, label=None, yaw=0, band=None, z=0, art=None, window=None, lean=0, shadow=True):
    """A stand-up pouch facing the viewer. art(p) draws on the label in local coordinates (0, 0 = its centre)."""
    bx, by = P(x, y, z)
    if shadow:
        p.shadow_of([(x + u, y + v, e) for u in (-w * .46, w * .46) for v in (-w * .14, w * .16) for e in (0, h)])
    t, b = by - h * .93, by
    pts = [(bx - w * .47, t), (bx + w * .47, t), (bx + w * .485, t + h * .22), (bx + w * .5, b - h * .28), (bx + w * .47, b - 12),
           (bx + w * .25, b + w * .055), (bx, b + w * .075), (bx - w * .25, b + w * .055), (bx - w * .47, b - 12), (bx - w * .5, b - h * .28), (bx - w * .485, t + h * .22)]
    d = "M%s %sL%s %s" % tuple(f(k) for k in pts[0] + pts[1]) + smooth(pts[1:], False)[1:].replace(f(pts[1][0]) + " " + f(pts[1][1]), "", 1) + "L%s %sz" % tuple(f(k) for k in pts[0])
    p.path(d, p.lin(((0, sink(c, .12)), (.1, lift(c, .3)), (.3, lift(c, .08)), (.62, c), (.86, sink(c, .26)), (1, sink(c, .46)))))
    p.group(p.clip(d))
    if window:
        wd = smooth(window(bx, by, w, h)) if callable(window) else None
    # soft creases
    p.path(smooth([(bx - w * .5, t + h * .1), (bx - w * .2, t + h * .17), (bx + w * .1, t + h * .13), (bx + w * .5, t + h * .2)], False), stroke=sink(c, .35), sw=9, op=.22, extra=p.blur(6))
    p.path(smooth([(bx - w * .5, b - h * .12), (bx - w * .1, b - h * .055), (bx + w * .5, b - h * .14)], False), stroke=sink(c, .5), sw=14, op=.35, extra=p.blur(8))
    p.path(smooth([(bx - w * .5, b - h * .14), (bx - w * .1, b - h * .075), (bx + w * .5, b - h * .16)], False), stroke=lift(c, .5), sw=5, op=.35, extra=p.blur(3))
    p.path(poly([(bx - w * .4, t + h * .14), (bx - w * .42, b - h * .12)], False), stroke=lift(c, .8), sw=w * .035, op=.4, extra=p.blur(8))
    if band:
        p.path(rect(bx - w * .6, t + h * .13, w * 1.2, h * .02), band, op=.9)
    p.end()
    # sealed top
    p.path(rect(bx - w * .47, t - h * .005, w * .94, h * .075), p.lin(((0, lift(c, .3)), (.3, lift(c, .1)), (1, sink(c, .4)))))
    s = ""
    for k in range(6):
        yy = t + h * (.008 + .0115 * k)
        s += "M%s %sH%s" % (f(bx - w * .465), f(yy), f(bx + w * .465))
    p.path(s, stroke=sink(c, .4), sw=2, op=.5)
    if label or art:
        p.group('transform="translate(%s %s)"' % (f(bx), f(by - h * .43)))
        if label:
            p.path(smooth(ell(6, 9, w * .33, w * .33, 0, 16)), "#2c140a", op=.22, extra=p.blur(6))
            p.path(smooth(ell(0, 0, w * .33, w * .33, 0, 16)), p.lin(((0, lift(label, .4)), (1, sink(label, .12))), 0, 0, 1, 1))
        if art:
            art(p)
        p.end()
