#!/usr/bin/env python3
"""Makes assets/icon/*.png from tongbao.svg. Needs cairosvg (python3 -m pip install cairosvg==2.9.1).

Usage: python3 scripts/make_icon.py
"""

import cairosvg

from packages import ASSETS

SIZES = (64, 256)


def main() -> None:
    folder = ASSETS / "icon"
    for size in SIZES:
        out = folder / f"tongbao-{size}.png"
        cairosvg.svg2png(url=str(folder / "tongbao.svg"), write_to=str(out), output_width=size, output_height=size)


if __name__ == "__main__":
    main()
