"""Draws the product pictures: SVG in svg/, JPEG next to each product's text.

    python3 build.py            every picture
    python3 build.py wajik      only the files whose name contains a word
"""
import io
import os
import random
import subprocess
import sys

from PIL import Image, ImageChops

import craft
import cloth
import drink
import food

HERE = os.path.dirname(os.path.abspath(__file__))
PRODUCTS = os.path.join(HERE, "..", "products")
LIMIT = 250_000


def grain(size):
    """A fixed, faint paper grain, so that the flat gradients do not band."""
    r = random.Random("grain")
    t = 400
    tile = Image.frombytes("L", (t, t), bytes(r.randrange(126, 131) for _ in range(t * t)))
    full = Image.new("L", size)
    for x in range(0, size[0], t):
        for y in range(0, size[1], t):
            full.paste(tile, (x, y))
    return full.convert("RGB")


def main():
    words = sys.argv[1:]
    pictures = {}
    for m in (food, drink, cloth, craft):
        pictures.update(m.PICTURES)
    os.makedirs(os.path.join(HERE, "svg"), exist_ok=True)
    g = None
    for name in sorted(pictures):
        if words and not any(w in name for w in words):
            continue
        svg = pictures[name](name)
        path = os.path.join(HERE, "svg", name + ".svg")
        with open(path, "w", encoding="utf-8") as out:
            out.write(svg)
        png = subprocess.run(["rsvg-convert", "-w", "1600", "-h", "1600", path], check=True, stdout=subprocess.PIPE).stdout
        img = Image.open(io.BytesIO(png)).convert("RGB")
        g = g or grain(img.size)
        img = ImageChops.add(img, g, 1, -128)
        slug = name[:-2] if name[-2:] in ("-2", "-3") else name
        folder = os.path.join(PRODUCTS, slug)
        os.makedirs(folder, exist_ok=True)
        for q in (90, 88, 86, 84, 82, 80, 77, 74, 70, 65, 60):
            buf = io.BytesIO()
            img.save(buf, "JPEG", quality=q, optimize=True, progressive=True, subsampling="4:2:0")
            if buf.tell() <= LIMIT:
                break
        with open(os.path.join(folder, name + ".jpg"), "wb") as out:
            out.write(buf.getvalue())
        print("%-36s svg %4d kB  jpg %4d kB  q%d" % (name, len(svg) // 1000, buf.tell() // 1000, q), flush=True)


if __name__ == "__main__":
    main()
