"""Develops generated photos, cold and warm, and compares with vipsthumbnail. See README.md."""

import argparse
import os
import re
import shutil
import statistics
import subprocess
import sys
import threading
import time
from pathlib import Path

import numpy
from PIL import Image

PROJECT = Path(__file__).resolve().parents[3]
SCRATCH = Path("/dev/shm/etalase-photos")
WIDTHS = [165, 360, 533, 720, 1066]
WEBP, JPEG = "webp[Q=75,effort=4,strip]", "jpg[Q=75,optimize_coding,interlace,strip]"
CATALOG = 10_000


def photo(number: int) -> Image.Image:
    """12 megapixels with large shapes, edges and grain, all different."""
    random = numpy.random.default_rng(number)
    layers = numpy.zeros((3000, 4000, 3), numpy.float32)
    for cells, weight in ((6, 130), (60, 60), (750, 40)):
        noise = random.random((cells * 3 // 4 + 1, cells, 3), numpy.float32) * 255
        layers += weight / 255 * numpy.asarray(
            Image.fromarray(noise.astype(numpy.uint8)).resize((4000, 3000), Image.Resampling.BICUBIC))
    grain = random.integers(0, 12, (3000, 4000, 1), numpy.uint8)
    return Image.fromarray((layers + grain).clip(0, 255).astype(numpy.uint8))


def product(number: int, has_photo: bool) -> str:
    photos = f'photos:\n  - {{file: foto.jpg, alt: "Kue nomor {number}"}}\n' if has_photo else ""
    return (f'---\nname: "Kue {number}"\nbusiness: getuk-mbah-sarinem\ncategory: makanan/jajanan-pasar\n'
            f'summary: "Kue yang hanya ada di sini."\nupdated: 2026-11-18\n{photos}---\nKue nomor {number}.\n')


def make_project(folder: Path, products: int, photos: list[Path]):
    """The sample without its own products, and as many others; the first ones have the photos."""
    shutil.copytree(PROJECT / "templates", folder / "templates")
    shutil.copytree(PROJECT / "content", folder / "content", ignore=shutil.ignore_patterns("products", "_art", "pages"))
    for path in (folder / "content/businesses").iterdir():
        path.write_text(re.sub(r"\[([^]]*)\]\([^)]*\)", r"\1", path.read_text()))
    for number in range(products):
        place = folder / f"content/products/kue-{number}"
        place.mkdir(parents=True)
        (place / "index.md").write_text(product(number, number < len(photos)))
        if number < len(photos):
            os.link(photos[number], place / "foto.jpg")


def etalase(binary: Path, folder: Path, jobs: int, command="build"):
    subprocess.run([binary, command, "--quiet", "--date", "2026-11-24", "--jobs", str(jobs)], cwd=folder, check=True,
                   stderr=subprocess.PIPE)


def timed(work) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


class MemoryWatch(threading.Thread):
    """The largest sum of proportional set sizes of all processes of a name, in MB."""

    def __init__(self, name: str):
        super().__init__(daemon=True)
        self.name_, self.peak, self.ended = name, 0, threading.Event()

    def run(self):
        while not self.ended.wait(0.05):
            self.peak = max(self.peak, sum(map(self.size, Path("/proc").glob("[0-9]*"))))

    def size(self, process: Path) -> float:
        try:
            if (process / "comm").read_text().strip() != self.name_:
                return 0
            return int(re.search(r"^Pss:\s+(\d+)", (process / "smaps_rollup").read_text(), re.M)[1]) / 1000
        except OSError:
            return 0


def vipsthumbnail(photos: list[Path], folder: Path, jobs: int):
    kinds = [([f"{width}x"], f"{folder}/%s-{width}.{format}") for width in WIDTHS for format in (WEBP, JPEG)]
    kinds += [([f"{w}x{h}", "--smartcrop", "attention"], f"{folder}/%s-{w}x{h}.{JPEG.replace('75', '80')}")
              for w, h in ((1200, 630), (800, 800))]
    commands = [["vipsthumbnail", "--export-profile", "srgb", "-s", *size, "-o", output, *map(str, photos)]
                for size, output in kinds]
    running = []
    for command in commands:
        if len(running) == jobs:
            os_wait(running)
        running.append(subprocess.Popen(command, env={**os.environ, "VIPS_CONCURRENCY": "1"}))
    while running:
        os_wait(running)


def os_wait(running: list[subprocess.Popen]):
    process, status = os.waitpid(-1, 0)
    if os.waitstatus_to_exitcode(status) != 0:
        sys.exit("vipsthumbnail failed")
    running[:] = [one for one in running if one.pid != process]


def alternate(works, runs: int) -> list[float]:
    """The median time of each, done in turn."""
    for work in works:
        work()
    times = [[timed(work) for work in works] for _ in range(runs)]
    return [statistics.median(column) for column in zip(*times)]


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--photos", type=int, default=200)
    parser.add_argument("--runs", type=int, default=9, help="timed warm builds of each kind")
    parser.add_argument("--jobs", type=int, default=os.cpu_count())
    parser.add_argument("--etalase", type=Path, default=PROJECT / ".build/release/etalase")
    options = parser.parse_args()
    shutil.rmtree(SCRATCH, ignore_errors=True)
    (SCRATCH / "photos").mkdir(parents=True)
    try:
        measure(options)
    finally:
        shutil.rmtree(SCRATCH)


def measure(options):
    photos = []
    for number in range(options.photos):
        photos.append(SCRATCH / f"photos/{number}.jpg")
        photo(number).save(photos[-1], quality=88)
    print(f"{len(photos)} photos of 12 megapixels, {sum(p.stat().st_size for p in photos) / 1e6 / len(photos):.1f} MB each, "
          f"{options.jobs} processors\n")
    with_photos, without, large, large_without = (SCRATCH / name for name in ("a", "b", "c", "d"))
    make_project(with_photos, len(photos), photos)
    make_project(without, len(photos), [])
    make_project(large, CATALOG, photos)
    make_project(large_without, CATALOG, [])

    # In four turns each, so that whatever else the machine does falls on both.
    ours = theirs = 0.0
    watch = MemoryWatch("etalase")
    watch.start()
    turns = [photos[start::4] for start in range(4)]
    for number, turn in enumerate(turns):
        part = SCRATCH / f"part-{number}"
        make_project(part, len(turn), turn)
        ours += timed(lambda: etalase(options.etalase, part, options.jobs, "check"))
        target = SCRATCH / f"thumbnails-{number}"
        target.mkdir()
        theirs += timed(lambda: vipsthumbnail(turn, target, options.jobs))
        made = len(list(target.iterdir()))
        etalase(options.etalase, part, options.jobs)
        if made != len(list((part / "public/assets/foto").iterdir())):
            sys.exit("not the same files")
        shutil.rmtree(target)
        shutil.rmtree(part)
    watch.ended.set()
    watch.join()
    print("| cold | seconds | a photo |\n|---|---|---|")
    for name, seconds in (("etalase", ours), ("vipsthumbnail", theirs)):
        print(f"| {name} | {seconds:.1f} | {seconds / len(photos) * 1000:.0f} ms |")
    print(f"\nratio {ours / theirs:.2f}; largest memory {watch.peak:.0f} MB\n")

    # The two cold catalogs share one cache: the second finds everything there.
    etalase(options.etalase, with_photos, options.jobs)
    shutil.copytree(with_photos / ".etalase", large / ".etalase")
    time.sleep(2.5)
    print("| warm | with photos | without | more |\n|---|---|---|---|")
    for name, a, b in ((f"{len(photos)} products", with_photos, without),
                       (f"{CATALOG} products", large, large_without)):
        first, second = alternate(
            [lambda: etalase(options.etalase, a, options.jobs), lambda: etalase(options.etalase, b, options.jobs)],
            options.runs)
        print(f"| {name} | {first * 1000:.0f} ms | {second * 1000:.0f} ms | {(first / second - 1) * 100:+.1f} % |")


if __name__ == "__main__":
    main()
