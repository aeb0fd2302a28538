#!/usr/bin/env python3
"""Writes invented articles as JSON Lines, the same ones every time, in eight files.

usage: invent-articles.py NUMBER DIR

The places exist; the people are put together from characters and the events never took place. Some articles state the same
facts, some lines are no articles.
"""
import json
import pathlib
import random
import sys

CITIES = [("漳州市", "福建省"), ("威海市", "山东省"), ("衢州市", "浙江省"), ("宜昌市", "湖北省"), ("遵义市", "贵州省"), ("大理市", "云南省")]
SURNAMES = "尚尹杭古林苏陆沈高顾"
GIVEN = ["云亭", "绍棠", "晓岚", "延清", "知远", "婉禾", "景澄", "砚秋", "望舒", "嘉树", "若谷", "怀瑾"]
SITES = ["海洋牧场展示中心", "城市规划展览馆", "高新技术产业园", "博物馆"]
SOURCES = ["闽南日报", "威海日报", "衢州日报"]


def article(draw, number):
    (guest, _), (host, province) = draw.sample(CITIES, 2)
    leader, secretary, mayor, aide = ("".join(pair) for pair in zip(draw.sample(SURNAMES, 4), draw.sample(GIVEN, 4)))
    month, day = draw.randint(1, 12), draw.randint(2, 27)
    site = host[:-1] + draw.choice(SITES)
    sentences = [
        f"{month}月{day}日，{guest[:-1]}市委书记{leader}率市党政代表团到{province}{host}考察。",
        f"{host[:-1]}市委书记{secretary}，市委副书记、市长{mayor}陪同。",
        f"代表团先后参观了{site}、{host[:-1]}港。",
        f"市委秘书长{aide}随团考察。代表团还将赴北京市考察。",
    ]
    if draw.random() < 0.3:
        sentences.insert(2, f"{host[:-1]}市长{mayor}会见了{leader}一行。")
    return {
        "id": f"invented-{number}",
        "title": f"{guest[:-1]}市党政代表团赴{host[:-1]}考察",
        "published": f"2022-{month:02}-{day + 1:02}",
        "source": draw.choice(SOURCES),
        "text": "\n".join(sentences[: draw.randint(1, len(sentences))]),
    }


def main():
    number, folder = int(sys.argv[1]), pathlib.Path(sys.argv[2])
    draw = random.Random(2022)
    lines = [json.dumps(article(draw, n), ensure_ascii=False).encode() for n in range(number)]
    # What is refused: no JSON, no text, no UTF-8.
    lines[number // 3 : number // 3] = [b'{"id":"broken', b'{"id":"empty"}', b'{"id":"bytes","text":"\xff\xfe"}']
    folder.mkdir(parents=True)
    size = -(-len(lines) // 8)
    for part in range(8):
        path = folder / f"part-{part}.jsonl"
        path.write_bytes(b"".join(line + b"\n" for line in lines[part * size : (part + 1) * size]))


main()
