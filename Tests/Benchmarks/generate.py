#!/usr/bin/env python3
"""generate.py N DIR: a catalog of N products and N/4 businesses as DIR/content (Etalase) and DIR/hugo (Hugo)."""

import argparse
from pathlib import Path

import etalase_source
import hugo_source
from catalog import make_catalog

PROJECT = Path(__file__).resolve().parents[2]


def generate(product_count, folder, project=PROJECT):
    """Writes both sources of a catalog of `product_count` products into the new folder `folder`."""
    catalog = make_catalog(product_count)
    etalase_source.write(catalog, project, folder / "content")
    hugo_source.write(catalog, project, folder / "hugo")


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("products", type=int, help="number of products")
    parser.add_argument("folder", type=Path, help="where to write; `content` and `hugo` must not exist in it")
    parser.add_argument("--project", type=Path, default=PROJECT, help="the project whose data files are used")
    arguments = parser.parse_args()
    generate(arguments.products, arguments.folder, arguments.project)


if __name__ == "__main__":
    main()
