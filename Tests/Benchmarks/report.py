"""The results as Markdown tables: medians, ratios, and the goals that the design sets."""


def markdown(results):
    """One table for each size, then one for growth if the sizes 10,000 and 100,000 were both measured."""
    parts = [_size_table(size, results["hugo"]) for size in results["sizes"]]
    by_count = {size["products"]: size for size in results["sizes"]}
    if 10_000 in by_count and 100_000 in by_count:
        parts.append(_growth_table(by_count[10_000], by_count[100_000]))
    return "\n".join(parts)


def _size_table(size, hugo_version):
    etalase, hugo = size["medians"]["etalase"], size["medians"].get("hugo")
    pages, megabytes = size["output"]["etalase"]["pages"], size["output"]["etalase"]["bytes"] / 1e6
    goals = size["products"] == 10_000
    rows = [
        _row("full build, wall", etalase, hugo, "full", "wall", least=10 if goals else None),
        _row("full build, processor", etalase, hugo, "full", "cpu"),
        _row("full build, peak memory", etalase, hugo, "full", "peak_mb", most=150 if goals else None),
        _row("rebuild, wall", etalase, hugo, "rebuild", "wall", least=12 if goals else None),
        _row("rebuild, processor", etalase, hugo, "rebuild", "cpu"),
        _row("rebuild, peak memory", etalase, hugo, "rebuild", "peak_mb", most=150 if goals else None),
    ]
    raw = size["raw_write_seconds"]
    ratio = etalase["full"]["wall"] / raw
    rows.append(f"| same bytes written raw, 2 threads | {raw:.3f} s | – | Etalase / raw {ratio:.1f}× | "
                + (_goal("≤ 4×", ratio <= 4) if goals else "") + " |")
    return "\n".join([
        f"### {size['products']:,} products: {pages:,} pages, {megabytes:.0f} MB, medians of {size['runs']}\n",
        f"| work | Etalase | Hugo {hugo_version} | Hugo / Etalase | goal |",
        "|---|---:|---:|---:|---|",
        *rows,
        "",
    ])


def _row(title, etalase, hugo, work, figure, least=None, most=None):
    """One figure of both generators. `least`: goal for the ratio; `most`: goal for Etalase's own figure."""
    ours = etalase[work][figure]
    theirs = hugo[work][figure] if hugo else None
    ratio = f"{theirs / ours:.1f}×" if theirs else "–"
    goal = ""
    if least and theirs:
        goal = _goal(f"≥ {least}×", theirs / ours >= least)
    if most:
        goal = _goal(f"≤ {most} MB", ours <= most)
    return f"| {title} | {_amount(ours, figure)} | {_amount(theirs, figure)} | {ratio} | {goal} |"


def _growth_table(small, large):
    ours, theirs = small["medians"]["etalase"]["full"], large["medians"]["etalase"]["full"]
    time, memory = theirs["wall"] / ours["wall"], theirs["peak_mb"] / ours["peak_mb"]
    return "\n".join([
        "### Growth from 10,000 to 100,000 products\n",
        "| full build | Etalase | goal |",
        "|---|---:|---|",
        f"| time | {time:.1f}× | {_goal('≤ 10.5×', time <= 10.5)} |",
        f"| memory | {memory:.1f}× | {_goal('≤ 6×', memory <= 6)} |",
        "",
    ])


def _amount(value, figure):
    if value is None:
        return "–"
    return f"{value:.0f} MB" if figure == "peak_mb" else f"{value:.3f} s"


def _goal(text, reached):
    return f"{text}: {'reached' if reached else 'missed'}"
