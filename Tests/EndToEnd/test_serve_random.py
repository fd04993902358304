"""After any changes, `etalase serve` answers what a build of the same folder writes."""

import json
import os
import random
import shutil

import pytest

from harness import Project, files_of, tree
from preview import serving

EDITS = 300
KEPT = {"getuk-tiga-warna", "getuk-gulung-kelapa", "wajik-pandan", "wajik-ketan-gula-jawa", "besek-bambu", "tampah-hias"}


@pytest.fixture
def small(project) -> Project:
    """A part of the sample, so that there is time for many builds."""
    site = project()
    makers = set()
    for folder in (site / "content/products").iterdir():
        if folder.name not in KEPT:
            shutil.rmtree(folder)
            continue
        for file in folder.glob("*.md"):
            head, _, _ = file.read_text().partition("\n---\n")
            makers.update(line.split()[1] for line in head.splitlines() if line.startswith("business: "))
            site.edit({file.relative_to(site.folder): f"{head}\n---\nTeks tentang produk ini.\n"})
    for file in (site / "content/businesses").glob("*.md"):
        if file.name.split(".")[0] not in makers:
            file.unlink()
        else:
            head, _, _ = file.read_text().partition("\n---\n")
            site.edit({file.relative_to(site.folder): f"{head}\n---\nTeks tentang usaha ini.\n"})
    for file in (site / "content/pages").glob("*.md"):
        head, _, _ = file.read_text().partition("\n---\n")
        site.edit({file.relative_to(site.folder): f"{head}\n---\nTeks halaman.\n"})
    return site


class Editor:
    """Changes a project at random: well, badly, and back."""

    def __init__(self, site: Project, seed: int):
        self.site, self.random, self.number = site, random.Random(seed), 0
        self.good = {str(file.relative_to(site.folder)): file.read_bytes()
                     for folder in ("content", "templates") for file in (site / folder).rglob("*") if file.is_file()}
        self.texts = [path for path in self.good if path.endswith((".md", ".yaml", ".html", ".css", ".js"))]

    def edit(self) -> str:
        """One change.
        - Returns: what it was.
        """
        self.number += 1
        act = self.random.choice([
            self.add_line, self.add_line, self.change_price, self.change_template, self.change_style, self.misspell,
            self.cut_off, self.link, self.new_product, self.new_product, self.rename_product, self.delete,
            self.delete_folder, self.draft, self.new_static, self.symlink, self.hide, self.fill_in_place, self.tidy,
            self.restore, self.restore, self.restore_all,
        ])
        return f"{act.__name__} {act()}"

    def save(self, path: str, data: bytes):
        file = self.site / path
        file.parent.mkdir(parents=True, exist_ok=True)
        if file.is_symlink() or file.is_dir():
            return
        new = file.with_name(f".{file.name}.swp")
        new.write_bytes(data)
        new.replace(file)

    def existing(self, ending: str, folder="content") -> str | None:
        found = sorted(str(file.relative_to(self.site.folder)) for file in (self.site / folder).rglob(f"*{ending}")
                       if file.is_file() and not file.is_symlink() and not file.name.startswith("."))
        return self.random.choice(found) if found else None

    def change(self, path: str | None, function) -> str | None:
        if path:
            self.save(path, function((self.site / path).read_text(errors="replace")).encode())
        return path

    def add_line(self):
        return self.change(self.existing(".md"), lambda text: f"{text}\nKalimat {self.number}.\n")

    def change_price(self):
        return self.change(self.existing("index.md"), lambda text: text.replace("price: ", f"price: {self.number}", 1))

    def change_template(self):
        return self.change(self.existing(".html", "templates"), lambda text: text.replace("</h1>", f" {self.number}</h1>", 1))

    def change_style(self):
        return self.change(self.existing(".css", "templates"), lambda text: f"{text}\np {{ margin: {self.number}px; }}\n")

    def misspell(self):
        return self.change(self.existing(self.random.choice([".md", ".yaml"])), lambda text: text.replace("name:", "nmae:", 1))

    def cut_off(self):
        path = self.existing(self.random.choice([".md", ".yaml", ".html"]), self.random.choice(["content", "templates"]))
        return self.change(path, lambda text: text[:self.random.randrange(len(text) + 1)])

    def link(self):
        other = self.random.choice(["../wajik-pandan/index.md", "../besek-bambu/index.md", "/produk/", "../nowhere/index.md"])
        return self.change(self.existing("index.md"), lambda text: f"{text}\nLihat [ini]({other}).\n")

    def new_product(self):
        name = f"content/products/kue-{self.random.randrange(4)}"
        source = self.site / "content/products/wajik-pandan"
        if (self.site / name).exists() or not (source / "index.md").is_file():
            return None
        # Step by step, as a person does.
        (self.site / name).mkdir()
        for file in sorted(source.iterdir()):
            if file.is_file() and file.suffix == ".jpg":
                shutil.copy(file, self.site / name)
        text = (source / "index.md").read_text().replace("Wajik Pandan", f"Kue {self.number}")
        (self.site / name / "index.md").write_text(text)
        return name

    def rename_product(self):
        folders = sorted(folder.name for folder in (self.site / "content/products").iterdir() if folder.is_dir())
        if not folders:
            return None
        name, new = self.random.choice(folders), f"nama-{self.random.randrange(4)}"
        if not (self.site / "content/products" / new).exists():
            (self.site / "content/products" / name).rename(self.site / "content/products" / new)
        return f"{name} {new}"

    def delete(self):
        path = self.existing("", self.random.choice(["content", "templates"]))
        if path:
            (self.site / path).unlink()
        return path

    def delete_folder(self):
        folders = sorted(folder for folder in (self.site / "content/products").iterdir() if folder.is_dir())
        if len(folders) > 2:
            shutil.rmtree(self.random.choice(folders))

    def draft(self):
        return self.change(self.existing("index.md"), lambda text: text.replace("updated:", "draft: true\nupdated:", 1))

    def new_static(self):
        path = f"content/static/{self.random.choice(['a.txt', 'b/c.txt', 'b', 'robots.txt', '.well-known/x', 'produk'])}"
        if (self.site / path).parent.is_dir() or not (self.site / path).parent.exists():
            self.save(path, f"{self.number}".encode())
        return path

    def symlink(self):
        link = self.site / f"content/products/{self.random.choice(['tautan', 'wajik-pandan/x.jpg', 'besek-bambu'])}"
        if link.is_symlink():
            link.unlink()
        elif not link.exists() and link.parent.is_dir():
            link.symlink_to(self.random.choice(["/etc", "wajik-pandan", "nowhere"]))
        return link

    def hide(self):
        self.save(self.random.choice(["content/.x.md", "content/_catatan/a.md", "templates/.x.html"]), b"{% x")

    def fill_in_place(self):
        """Truncates and writes, as editors do that don't save by renaming."""
        path = self.existing("index.md")
        if path:
            text = (self.site / path).read_text(errors="replace")
            (self.site / path).unlink()
            with open(self.site / path, "w") as file:
                file.write(text[:50])
                file.flush()
                file.write(text[50:] + "\nDitulis di tempat.\n")
        return path

    def tidy(self):
        """Takes away what isn't among the good files."""
        for folder in ("content", "templates"):
            for file in sorted((self.site / folder).rglob("*"), reverse=True):
                if file.is_symlink() or file.is_file() and str(file.relative_to(self.site.folder)) not in self.good:
                    file.unlink()
                elif file.is_dir() and not any(file.iterdir()):
                    file.rmdir()

    def restore(self):
        path = self.random.choice(sorted(self.good))
        if not (self.site / path).parent.is_symlink():
            self.save(path, self.good[path])
        return path

    def restore_all(self):
        self.tidy()
        for path in self.good:
            self.restore_one(path)

    def restore_one(self, path):
        file = self.site / path
        if not file.is_file() or file.read_bytes() != self.good[path]:
            self.save(path, self.good[path])


def problems_of(build: str) -> list:
    found = json.loads(build)["diagnostics"]
    return sorted((p["file"], p["line"], p["code"]) for p in found if p["severity"] == "error")


@pytest.mark.parametrize("seed", [1, 2])
def test_after_any_changes_it_answers_what_a_build_writes(small, seed):
    editor, done, compared, failed, in_a_row = Editor(small, seed), [], 0, 0, 0
    with serving(small) as preview:
        paths = set(files_of(small.built("--drafts")))
        while len(done) < EDITS // 2:
            done += [editor.edit() for _ in range(editor.random.randint(1, 3))]
            recent = "\n".join(done[-8:])
            state = preview.state
            build = small.build("--drafts", "--format", "json")
            assert build.returncode in (0, 1), build.stderr
            found = sorted((p["file"], p["line"], p["code"]) for p in state["problems"])
            assert found == problems_of(build.stdout)[:len(found)], recent
            assert bool(found) == (build.returncode == 1), recent
            if build.returncode == 1:
                failed, in_a_row = failed + 1, in_a_row + 1
                # The last good site stays.
                for path in editor.random.sample(sorted(paths), 3):
                    if path.endswith(".html"):
                        assert preview.file(path).status == 200, recent
                if in_a_row > 3:
                    editor.restore_all()
                continue
            written = files_of(tree(small.output))
            for path in written:
                answer = preview.file(path)
                body = answer.page if path.endswith(".html") and not path.startswith("b/") else answer.body
                assert (answer.status, body) == (200, (small.output / path).read_bytes()), f"{path}\n{recent}"
            for path in paths - set(written):
                assert preview.get("/" + path).status == 404, f"{path}\n{recent}"
            paths, compared, in_a_row = set(written), compared + 1, 0
    assert compared > 15 and failed > 15, f"{compared} sites compared, {failed} with errors"
