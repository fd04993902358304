"""Photos: what is published of them, and what is said of those that can't be."""

import io
import os
import re
import resource
import shutil
import struct
import subprocess
import zlib
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from harness import BINARY, CACHE, PROJECT, differences, environment, product, tree

PRODUCT = "content/products/uji/index.md"
CANARY = b"rahasia-8c1f"


def with_photo(name="uji.jpg", *more: str, body="Kue untuk uji.") -> str:
    """A product's file that names the photo on its line 8."""
    return product("photos:", f'  - {{file: "{name}", alt: "Kue di atas piring putih"}}', *more, body=body)


def picture(width=1000, height=1000, mode="RGB", format="JPEG", **options) -> bytes:
    """A picture with something to see in it: colours run across and down."""
    gradient = Image.merge("RGB", [
        Image.linear_gradient("L").resize((width, height)).rotate(90, expand=False),
        Image.linear_gradient("L").resize((width, height)), Image.new("L", (width, height), 90)])
    file = io.BytesIO()
    gradient.convert(mode).save(file, format, **options)
    return file.getvalue()


def published(site, name: str) -> dict[str, bytes]:
    """The files that were made of a photo, by what comes after its name: `360.webp`, `1200x630.jpg`."""
    found = {}
    for file in (site.output / "assets/foto").glob(f"{name}-*"):
        size = re.fullmatch(rf"{name}-(\d+|\d+x\d+)\.[0-9a-f]{{16}}(\.\w+)", file.name)
        if size:
            found[size[1] + size[2]] = file.read_bytes()
    return found


def shape(bytes_: bytes) -> tuple[str, int, int]:
    with Image.open(io.BytesIO(bytes_)) as image:
        image.load()
        return image.mode, *image.size


def test_a_photo_comes_in_every_width_in_two_formats_and_cut_for_others(project):
    site = project({PRODUCT: with_photo(), "content/products/uji/uji.jpg": picture(1500, 1000)})
    site.built()
    found = published(site, "uji")
    assert {name: shape(bytes_)[1:] for name, bytes_ in found.items()} == {
        **{f"{width}.{ending}": (width, round(width / 1.5)) for width in (165, 360, 533, 720, 1066)
           for ending in ("jpg", "webp")},
        "1200x630.jpg": (1200, 630), "800x800.jpg": (800, 800)}
    assert len(found["1200x630.jpg"]) <= 300_000


def test_a_photo_is_never_enlarged_for_pages(project):
    site = project({PRODUCT: with_photo(), "content/products/uji/uji.jpg": picture(400, 300)})
    result = site.build()
    assert set(published(site, "uji")) == {
        "165.jpg", "165.webp", "360.jpg", "360.webp", "400.jpg", "400.webp", "1200x630.jpg", "800x800.jpg"}
    assert f"{PRODUCT}:8:12: warning: this photo is small (400 × 300 pixels)" in result.stderr


def test_a_detailed_picture_for_previews_is_not_too_large_for_messengers(project):
    noise = Image.effect_noise((1600, 900), 120).convert("RGB")
    file = io.BytesIO()
    noise.save(file, "JPEG", quality=95)
    site = project({PRODUCT: with_photo(), "content/products/uji/uji.jpg": file.getvalue()})
    site.built()
    assert len(published(site, "uji")["1200x630.jpg"]) <= 300_000


def full_of_metadata() -> bytes:
    exif = Image.Exif()
    exif[0x010F], exif[0x8298], exif[0x0112] = CANARY.decode(), CANARY.decode(), 1
    exif.get_ifd(0x8825).update({1: "S", 2: (7.0, 28.0, 11.5), 3: "E", 4: (110.0, 13.0, 4.2)})
    jpeg = picture(exif=exif, comment=CANARY, xmp=b"<x:xmpmeta>" + CANARY + b"</x:xmpmeta>",
                   icc_profile=ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes())
    iptc = b"Photoshop 3.0\x008BIM\x04\x04\x00\x00\x00\x00\x00\x12\x1c\x02\x5a\x00\x0c" + CANARY
    return jpeg[:2] + b"\xff\xed" + struct.pack(">H", len(iptc) + 2) + iptc + jpeg[2:]


def chunks(bytes_: bytes) -> set[str]:
    """What a JPEG or WebP file is made of: the markers up to the scan, or the names of the chunks."""
    found, index = set(), 2
    if bytes_.startswith(b"RIFF"):
        index = 12
        while index + 8 <= len(bytes_):
            name, length = bytes_[index:index + 4].decode(), int.from_bytes(bytes_[index + 4:index + 8], "little")
            found.add(name.strip())
            index += 8 + length + length % 2
        return found
    while bytes_[index + 1] != 0xDA:
        found.add(f"{bytes_[index + 1]:02X}")
        index += 2 + int.from_bytes(bytes_[index + 2:index + 4], "big")
    return found


@pytest.mark.parametrize("name, format", [("uji.jpg", "JPEG"), ("uji.png", "PNG"), ("uji.webp", "WEBP")])
def test_nothing_that_a_camera_wrote_is_published(project, name, format):
    source = full_of_metadata()
    if format != "JPEG":
        with Image.open(io.BytesIO(source)) as image:
            file = io.BytesIO()
            image.save(file, format, exif=image.info["exif"], icc_profile=image.info["icc_profile"],
                       **({"xmp": image.info["xmp"]} if format == "WEBP" else {}))
            source = file.getvalue()
    assert CANARY in source
    site = project({PRODUCT: with_photo(name), f"content/products/uji/{name}": source})
    site.built()
    found = published(site, "uji")
    assert len(found) == 12
    # APP0 (JFIF), tables, frame: no APP1 (Exif, XMP), APP2 (ICC), APP13 (IPTC) and no comment.
    allowed = {"E0", "DB", "C0", "C2", "C4", "VP8", "VP8L"}
    assert {name: chunks(bytes_) - allowed for name, bytes_ in found.items() if chunks(bytes_) - allowed} == {}
    everything = [path for path in tree(site.output) if (site.output / path).is_file()
                  and CANARY in (site.output / path).read_bytes()]
    assert everything == []


def test_a_photo_taken_on_its_side_stands_upright(project):
    exif = Image.Exif()
    exif[0x0112] = 6
    site = project({PRODUCT: with_photo(), "content/products/uji/uji.jpg": picture(1200, 900, exif=exif)})
    site.built()
    assert shape(published(site, "uji")["360.webp"]) == ("RGB", 360, 480)


@pytest.mark.parametrize("mode, name, options", [
    ("CMYK", "uji.jpg", {"format": "JPEG"}), ("L", "uji.jpg", {"format": "JPEG"}), ("I;16", "uji.png", {}),
    ("P", "uji.png", {"format": "PNG"}), ("RGBA", "uji.png", {"format": "PNG"}), ("1", "uji.png", {"format": "PNG"}),
    ("RGBA", "uji.webp", {"format": "WEBP"}),
])
def test_whatever_the_photo_is_in_pages_get_srgb(project, mode, name, options):
    if mode == "I;16":
        file = io.BytesIO()
        Image.frombytes("I;16", (1000, 1000), struct.pack("<H", 40_000) * 1_000_000).save(file, "PNG")
        source = file.getvalue()
    else:
        source = picture(mode=mode, **options)
    site = project({PRODUCT: with_photo(name), f"content/products/uji/{name}": source})
    site.built()
    found = published(site, "uji")
    assert shape(found["360.webp"]) == shape(found["360.jpg"]) == ("RGB", 360, 360)


def test_what_is_transparent_is_white(project):
    file = io.BytesIO()
    Image.new("RGBA", (900, 900), (200, 0, 0, 0)).save(file, "PNG")
    site = project({PRODUCT: with_photo("uji.png"), "content/products/uji/uji.png": file.getvalue()})
    site.built()
    with Image.open(io.BytesIO(published(site, "uji")["360.jpg"])) as image:
        assert image.getpixel((180, 180)) == (255, 255, 255)


def png(width: int, height: int) -> bytes:
    """A black PNG that is small as a file, whatever its size."""
    def chunk(name, data):
        return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
    row = zlib.compressobj(9)
    data = b"".join(row.compress(bytes(1 + width // 8)) for _ in range(height)) + row.flush()
    header = struct.pack(">IIBBBBB", width, height, 1, 0, 0, 0, 0)
    return b"\x89PNG\r\n\x1a\n" + chunk(b"IHDR", header) + chunk(b"IDAT", data) + chunk(b"IEND", b"")


def animation(format: str) -> bytes:
    file = io.BytesIO()
    frames = [Image.new("RGB", (900, 900), color) for color in ("red", "blue")]
    frames[0].save(file, format, save_all=True, append_images=frames[1:])
    return file.getvalue()


HALF = "this photo is damaged or incomplete"
BAD = {
    "empty": ("uji.jpg", b"", "this photo's file is empty [photo.empty]"),
    "half": ("uji.jpg", picture()[:9_000], HALF),
    "half, progressive": ("uji.jpg", picture(progressive=True)[:9_000], HALF),
    "half a PNG": ("uji.png", picture(format="PNG")[:2_000], HALF),
    "half a WebP": ("uji.webp", picture(format="WEBP", quality=90)[:2_000], HALF),
    "a header only": ("uji.jpg", b"\xff\xd8\xff", HALF),
    "text": ("uji.jpg", b"bukan gambar", "this is not a picture [photo.format]"),
    "PNG named JPEG": ("uji.jpg", picture(format="PNG"),
                       "this is a PNG picture, but its name ends in .jpg [photo.ending]"),
    "HEIC": ("uji.jpg", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC cannot be shown; JPEG, PNG and WebP can"),
    "HEIC by its name": ("IMG_0001.HEIC", b"\0\0\0\x18ftypheic\0\0\0\0mif1heic", "HEIC cannot be shown; JPEG, PNG and WebP can"),
    "GIF by its name": ("uji.gif", animation("GIF"), "GIF cannot be shown; JPEG, PNG and WebP can"),
    "SVG by its name": ("uji.svg", b"<svg xmlns='http://www.w3.org/2000/svg'/>", "SVG cannot be shown; JPEG, PNG and WebP can"),
    "JPEG with an unusual ending": ("uji.jfif", picture(), "this is a JPEG picture, but its name ends in .jfif [photo.ending]"),
    "a video": ("uji.jpg", b"\0\0\0\x18ftypisom\0\0\2\0isomiso2", "a video cannot be shown; JPEG, PNG and WebP can"),
    "long and narrow": ("uji.png", picture(10, 5000, format="PNG"), "this picture is too long and narrow: 10 × 5000 pixels [photo.shape]"),
    "GIF": ("uji.png", animation("GIF"), "GIF cannot be shown; JPEG, PNG and WebP can"),
    "TIFF": ("uji.jpg", picture(format="TIFF"), "TIFF cannot be shown; JPEG, PNG and WebP can"),
    "SVG with a script": ("uji.png", b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>",
                          "SVG cannot be shown; JPEG, PNG and WebP can"),
    "a bomb": ("uji.png", png(30_000, 30_000),
               "this picture has 30000 × 30000 pixels, more than can be decoded safely [photo.pixels]"),
}


@pytest.mark.parametrize("command", ["build", "check"])
@pytest.mark.parametrize("name, source, message", BAD.values(), ids=BAD.keys())
def test_a_bad_picture_is_named_where_the_catalog_names_it(project, name, source, message, command):
    site = project({PRODUCT: with_photo(name), f"content/products/uji/{name}": source})
    result = site.run(command)
    assert result.returncode == 1
    assert f"{PRODUCT}:8:12: error: {message}" in result.stderr
    assert not site.output.exists()


def test_heic_is_refused_with_what_to_do_on_the_phone(project):
    site = project({PRODUCT: with_photo(), "content/products/uji/uji.jpg": BAD["HEIC"][1]})
    assert "Settings › Camera › Formats › Most Compatible" in site.check().stderr
    assert "Pengaturan › Kamera › Format › Paling Kompatibel" in site.check("--lang", "id").stderr


def test_a_photo_that_may_not_be_read_is_named(sample, memory_folder):
    for name in ("content", "templates", CACHE):
        shutil.copytree(sample / name, memory_folder / name)
    photo = memory_folder / "content/products/besek-bambu/besek-bambu.jpg"
    photo.chmod(0)
    program = shutil.copy(BINARY, memory_folder / "etalase")
    nobody = []
    if not os.getuid():
        nobody = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"]
        for path, _, names in os.walk(memory_folder / CACHE):
            for entry in [path, *(Path(path, name) for name in names)]:
                os.chown(entry, 65534, 65534)
    result = subprocess.run(
        [*nobody, program, "check"], cwd=memory_folder, env=environment(), capture_output=True, text=True, timeout=60)
    assert result.returncode == 1
    assert "error: this photo cannot be read: Permission denied [photo.unreadable]" in result.stderr


@pytest.mark.parametrize("width, height, message", [
    (790, 790, "this photo is small"), (1000, 2100, "is no shape for a cover"), (2100, 1000, "is no shape for a cover"),
])
def test_there_is_advice_on_photos_that_look_poor(project, width, height, message):
    site = project({PRODUCT: with_photo(), "content/products/uji/uji.jpg": picture(width, height)})
    result = site.check()
    assert result.returncode == 0
    assert re.search(rf"^{PRODUCT}:8:12: warning: .*{message}", result.stderr, re.M)


def test_there_is_advice_on_a_photo_that_is_heavy(project):
    source = picture()
    site = project({PRODUCT: with_photo(), "content/products/uji/uji.jpg": source + bytes(15_000_001 - len(source))})
    assert "warning: this photo has 15 MB" in site.check().stderr


def test_of_an_animation_the_first_picture_is_shown(project):
    site = project({PRODUCT: with_photo("uji.webp"), "content/products/uji/uji.webp": animation("WEBP")})
    assert "warning: only the first picture of this animation is shown" in site.build().stderr
    with Image.open(io.BytesIO(published(site, "uji")["360.jpg"])) as image:
        red, _, blue = image.getpixel((180, 180))
        assert red > 200 and blue < 50


def test_a_picture_in_a_text_comes_in_sizes_and_loads_late(project):
    text = "Kue.\n\n![Kue dipotong](lain.png)\n\n![Gudang](../../static/gudang.jpg)"
    site = project({
        PRODUCT: with_photo(body=text), "content/products/uji/uji.jpg": picture(),
        "content/products/uji/lain.png": picture(1200, 600, format="PNG"), "content/static/gudang.jpg": picture(900, 900),
        "content/businesses/usaha-uji.md": "---\nname: Usaha Uji\nplace:\n  kelurahan: kemirirejo\n  rw: 3\n---\n"
                                           "![Gudang](../static/gudang.jpg)\n"})
    result = site.build()
    assert result.returncode == 0, result.stderr
    page = (site.output / "produk/uji/index.html").read_text()
    shown = re.search(r"<picture><source type=\"image/webp\" srcset=\"([^\"]*)\" sizes=\"([^\"]*)\">(<img [^>]*lain[^>]*>)",
                      page)
    assert len(shown[1].split(", ")) == 5 and "42rem" in shown[2]
    assert 'width="1066" height="533"' in shown[3] and 'loading="lazy"' in shown[3] and 'alt="Kue dipotong"' in shown[3]
    assert set(published(site, "lain")) == {
        f"{width}.{ending}" for width in (165, 360, 533, 720, 1066) for ending in ("jpg", "webp")}
    assert "assets/foto/gudang-360." in (site.output / "usaha/usaha-uji/index.html").read_text()
    site.edit({PRODUCT: with_photo(), "content/products/uji/lain.png": None})
    site.built()
    assert published(site, "lain") == {}


def test_the_first_picture_of_a_page_loads_first(project):
    site = project({
        "content/pages/tentang.md": lambda text: text + "\n![Gedung](../static/a.jpg)\n\n![Rak](../static/b.jpg)\n",
        "content/static/a.jpg": picture(), "content/static/b.jpg": picture(900, 1000)})
    site.built()
    pages = [path for path in tree(site.output) if path.endswith(".html")]
    urgent = {path: re.findall(r"<img [^>]*fetchpriority=\"high\"[^>]*>", (site.output / path).read_text())
              for path in pages}
    assert {path: len(found) for path, found in urgent.items() if len(found) > 1} == {}
    assert "assets/foto/a-" in urgent["tentang/index.html"][0]
    product_page = (site.output / "produk/getuk-tiga-warna/index.html").read_text()
    first = re.search(r"<picture>.*?</picture>", product_page)[0]
    assert 'fetchpriority="high"' in first
    later = [image for image in re.findall(r"<img [^>]*assets/foto[^>]*>", product_page) if "fetchpriority" not in image]
    assert later and all('loading="lazy"' in image for image in later)


def test_a_bad_picture_in_a_text_is_named_at_its_place(project):
    site = project({
        PRODUCT: with_photo(body="Kue.\n\n![Kue dipotong](lain.jpg) ![](baik.jpg)"),
        "content/products/uji/uji.jpg": picture(), "content/products/uji/lain.jpg": picture()[:5_000],
        "content/products/uji/baik.jpg": picture()})
    result = site.check()
    assert result.returncode == 1
    assert f"{PRODUCT}:12:17: error: {HALF}" in result.stderr
    assert f"{PRODUCT}:12:31: warning: picture without a description" in result.stderr


@pytest.mark.parametrize("command", ["build", "check"])
def test_an_unchanged_photo_is_not_opened_and_nothing_is_decoded(project, strace, tmp_path, command):
    site = project()
    site.built()
    # Photos whose last change is seconds old are read once more: another change might not show.
    subprocess.run(["sleep", "2.1"], check=True)
    site.built()
    log = tmp_path / "log"
    site.run(command, before=strace(log, "-y", "-e", "trace=openat,open,openat2"))
    opened = re.findall(r"= \d+<(/[^>]*)>", log.read_text())
    assert [path for path in opened if re.search(r"content/.*\.jpg$|assets/foto/|libvips|/photos/[0-9a-f]{2}/", path)] == []
    assert any(path.endswith(f"{CACHE}/photos/index") for path in opened)


def test_a_build_elsewhere_makes_the_same_pictures(project):
    edits = {PRODUCT: with_photo(), "content/products/uji/uji.jpg": picture(1300, 1100, quality=91)}
    site, other = project(edits), project(edits)
    moved = other.folder.rename(other.folder.with_name("di tempat lain"))
    other.folder, other.output = moved, moved / "public"
    first, second = site.built(), other.built("--jobs", "1", env={"VIPS_NOVECTOR": "1", "TZ": "Asia/Jakarta"})
    assert len(published(site, "uji")) == 12
    assert differences(first, second) == []


def test_a_picture_in_the_output_that_was_changed_is_put_right(project):
    site = project()
    before = site.built()
    file = next((site.output / "assets/foto").glob("getuk-tiga-warna-360.*"))
    bytes_ = file.read_bytes()
    file.write_bytes(bytes_[:-9] + b"rusak" + bytes_[-4:])
    assert differences(site.built(), before) == []
    file.unlink()
    assert differences(site.built(), before) == []


def test_a_photo_that_lies_beside_two_products_is_published_once(project):
    photo, other = picture(1300, 1100), "content/products/uji-lagi"
    site = project({PRODUCT: with_photo(), "content/products/uji/uji.jpg": photo})
    site.built()
    before = (site.output / ".etalase-manifest").read_text().splitlines()
    site.edit({f"{other}/index.md": with_photo(), f"{other}/uji.jpg": photo})
    site.built()
    after = (site.output / ".etalase-manifest").read_text().splitlines()
    ours = "assets/foto/uji-"
    assert len(published(site, "uji")) == 12
    assert [path for path in after if path.startswith(ours)] == [path for path in before if path.startswith(ours)]


def test_a_decoder_that_crashes_costs_one_photo(project, strace, tmp_path):
    names = ["a.jpg", "b.jpg", "c.jpg"]
    lines = [f'  - {{file: {name}, alt: "Kue di atas piring putih"}}' for name in names]
    site = project({PRODUCT: product("photos:", *lines),
                    **{f"content/products/uji/{name}": picture(900 + i, 900) for i, name in enumerate(names)}})
    # Each worker sets its alarm when it begins with a photo and takes it back when it is done: the third time is the
    # beginning of its second photo.
    tracer = strace(tmp_path / "log", "-e", "trace=alarm", "-e", "inject=alarm:signal=SEGV:when=3")
    result = site.check("--jobs", "1", before=tracer, timeout=60)
    assert result.returncode == 1
    errors = [line for line in result.stderr.splitlines() if "error:" in line]
    assert errors == [f"{PRODUCT}:9:12: error: decoding this photo failed: it is damaged, or made to do harm [photo.crash]"]
    assert site.check().returncode == 0


def test_a_bomb_fills_neither_memory_nor_time(project):
    site = project({PRODUCT: with_photo("uji.png"), "content/products/uji/uji.png": png(60_000, 60_000)})
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert site.check(timeout=20).returncode == 1
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    assert after.ru_utime - before.ru_utime < 5
    assert after.ru_maxrss < 400_000


def test_the_program_runs_without_libvips_until_there_is_a_photo_to_decode(project, tmp_path):
    linked = subprocess.run(["ldd", BINARY], capture_output=True, text=True).stdout
    assert "libvips" not in linked


def test_our_declarations_of_libvips_are_its_own(tmp_path):
    flags = subprocess.run(["pkg-config", "--cflags", "vips"], capture_output=True, text=True) \
        if shutil.which("pkg-config") else None
    compiler = shutil.which("cc") or shutil.which("clang")
    if not compiler or not flags or flags.returncode != 0:
        pytest.skip("needs a C compiler and libvips-dev")
    pairs = {"SIZE_DOWN": "VIPS_SIZE_DOWN", "INTERPRETATION_SRGB": "VIPS_INTERPRETATION_sRGB",
             "FORMAT_UCHAR": "VIPS_FORMAT_UCHAR", "INTERESTING_ATTENTION": "VIPS_INTERESTING_ATTENTION"}
    checks = "".join(f'_Static_assert((int) {ours} == (int) {theirs}, "{ours}");\n' for ours, theirs in pairs.items())
    source = tmp_path / "check.c"
    source.write_text(f'#include <vips/vips.h>\n#include "{PROJECT}/Sources/CVips/vips.h"\n{checks}')
    done = subprocess.run([compiler, "-fsyntax-only", *flags.stdout.split(), source], capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
