#!/usr/bin/env python3
"""Makes assets/fonts/*.ttf: Noto Sans SC cut down to the characters that briefings and the window use.

Needs fonttools (python3 -m pip install fonttools==4.68.0). The result is the same, byte for byte, for the same version.

Usage: python3 scripts/make_font.py
"""

import shutil
import sys
from collections.abc import Iterator

from fontTools import subset
from fontTools.ttLib import TTFont

from packages import ASSETS, npm

PACKAGE = ("@expo-google-fonts/noto-sans-sc", "0.4.3")
OUT = ASSETS / "fonts"

# Blocks taken whole, as far as the font has them.
BLOCKS = [
    (0x0020, 0x007E),  # ASCII
    (0x00A0, 0x017F),  # Latin-1, Latin Extended-A
    (0x0391, 0x03C9),  # Greek
    (0x2000, 0x206F),  # general punctuation
    (0x20A0, 0x20BF),  # currency
    (0x2100, 0x218F),  # letterlike, Roman numerals
    (0x2190, 0x21FF),  # arrows
    (0x2200, 0x22FF),  # mathematical operators
    (0x2300, 0x23FF),  # technical
    (0x2460, 0x24FF),  # enclosed figures
    (0x2500, 0x25FF),  # box drawing, blocks, geometric shapes
    (0x2600, 0x27BF),  # symbols, dingbats
    (0x3000, 0x303F),  # CJK punctuation
    (0x3200, 0x33FF),  # enclosed and squared CJK
    (0xFE30, 0xFE4F),  # vertical punctuation
    (0xFF01, 0xFFEF),  # full-width forms
]
# Pinyin vowels, and characters of names and places outside GB 2312.
EXTRA = "ǎǐǒǔǖǘǚǜ蕰溇滧邨玙喆堃祎珺瑄翀旻犇垚燚赟禛莀虓谞镕飏"

# What an interface may be tempted to draw; the README says which of them the font lacks.
TEMPTING = "←→↑↓↔↕↗↘↩↪↵⇒⇧⇥⌃⌘⌥⌫⎋⏎⟲⟳↺↻▲△▴▶▷▸▹►▼▽▾◀◁◂◃◄●○◉◌◎◐◑◆◇■□▪▫★☆✓✔✗✘✕✖✎✏✚➕➖➜☐☑☒☰⋮⋯⚠ℹ⚙⚑⌕🔍📂📄💾🗑⏴⏵⏸⏹…—–·•‣※≥≤≈≠±×÷−∞µ‰℃½¼⅓⁰¹²₀₁①⑳Ⅳ"


def encodable(first: range, second: range, encoding: str) -> Iterator[int]:
    """Code points of a double-byte character set, by ranges of lead and trail bytes."""
    for lead in first:
        for trail in second:
            try:
                yield ord(bytes([lead, trail]).decode(encoding))
            except UnicodeDecodeError:
                continue


def text_characters() -> set[int]:
    wanted = {code for start, end in BLOCKS for code in range(start, end + 1)} | set(map(ord, EXTRA))
    wanted.update(encodable(range(0xA1, 0xF8), range(0xA1, 0xFF), "gb2312"))
    big5_level_1 = [*range(0x40, 0x7F), *range(0xA1, 0xFF)]
    wanted.update(encodable(range(0xA4, 0xC7), big5_level_1, "big5"))
    for path in [ASSETS / "lexicon" / "places.tsv", *sorted(ASSETS.glob("samples/*"))]:
        wanted.update(map(ord, decoded(path.read_bytes())))
    return wanted


def heading_characters() -> set[int]:
    level_1 = encodable(range(0xB0, 0xD8), range(0xA1, 0xFF), "gb2312")
    symbols = encodable(range(0xA1, 0xA4), range(0xA1, 0xFF), "gb2312")
    return {*level_1, *symbols, *range(0x20, 0x7F), *map(ord, TEMPTING)}


def decoded(content: bytes) -> str:
    """A sample's text: one of them is GB 18030 on purpose."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("gb18030")


def cut(source: str, wanted: set[int], name: str) -> set[int]:
    """Writes the subset and gives the characters it has."""
    options = subset.Options()
    options.layout_features = []
    options.hinting = False
    options.notdef_outline = True
    options.drop_tables += ["GSUB", "GPOS", "GDEF", "BASE", "STAT", "vhea", "vmtx", "gasp"]
    options.name_IDs = ["*"]
    font = TTFont(source, recalcTimestamp=False)
    subsetter = subset.Subsetter(options)
    subsetter.populate(unicodes=wanted)
    subsetter.subset(font)
    font.save(OUT / name)
    print(f"{OUT / name}: {len(font.getBestCmap())} characters, {(OUT / name).stat().st_size:,} bytes", file=sys.stderr)
    return set(font.getBestCmap())


def main() -> None:
    package = npm(*PACKAGE)
    has = cut(f"{package}/400Regular/NotoSansSC_400Regular.ttf", text_characters(), "tongbao-sc.ttf")
    cut(f"{package}/500Medium/NotoSansSC_500Medium.ttf", heading_characters(), "tongbao-sc-medium.ttf")
    shutil.copyfile(package / "LICENSE_FONT", OUT / "OFL.txt")
    lacking = [char for char in TEMPTING if ord(char) not in has]
    print("in the font:    ", *(char for char in TEMPTING if ord(char) in has))
    print("not in the font:", *lacking)


if __name__ == "__main__":
    main()
