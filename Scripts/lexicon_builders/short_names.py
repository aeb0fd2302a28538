"""The short forms of a unit's name: what is left without the suffix, and the forms papers use for autonomous units."""
import re

# Ethnic groups as they stand in the names of autonomous units: with 族, and the few that stand without it.
_WITHOUT_ZU = ("哈萨克", "柯尔克孜", "蒙古", "锡伯", "塔吉克")
_AUTONOMOUS = re.compile(r"(.+?)自治(区|州|县|旗)$")
_WHOLE = {"神农架林区": "神农架", "内蒙古自治区": "内蒙古", "广西壮族自治区": "广西", "西藏自治区": "西藏", "宁夏回族自治区": "宁夏",
          "新疆维吾尔自治区": "新疆", "香港特别行政区": "香港", "澳门特别行政区": "澳门"}
_PROVINCE_VARIANTS = {"广西壮族自治区": ["广西自治区"], "宁夏回族自治区": ["宁夏自治区"],
                      "新疆维吾尔自治区": ["新疆自治区"], "香港特别行政区": ["香港特区"],
                      "澳门特别行政区": ["澳门特区"], "台湾省": ["台湾地区"]}
_SUFFIXES = ("工农区", "行政区", "特区", "地区", "新区", "矿区", "市", "县", "区", "旗", "盟", "省", "镇")


def core(name: str, ethnic_groups: set[str]) -> str:
    """A unit's name without suffix and ethnic groups: 红河哈尼族彝族自治州 → 红河, 曹妃甸区 → 曹妃甸."""
    if name in _WHOLE:
        return _WHOLE[name]
    autonomous = _AUTONOMOUS.match(name)
    if autonomous:
        return _without_groups(autonomous.group(1), ethnic_groups)
    for suffix in _SUFFIXES:
        # 新区 and 林区 are suffixes only after a name: 浦东新区 → 浦东, but 清新区 → 清新.
        if name.endswith(suffix) and (len(suffix) == 1 or len(name) >= len(suffix) + 2):
            rest = name.removesuffix(suffix)
            if suffix == "旗" and len(rest) > 2 and rest[-1] in "左右前后中":
                return ""  # 科尔沁左翼中 is said by nobody; the papers' 科左中旗 is written by hand
            return _without_groups(rest, ethnic_groups) if suffix == "区" else rest
    return name


def _without_groups(stem: str, ethnic_groups: set[str]) -> str:
    if stem in ethnic_groups:  # 东乡族自治县, 鄂温克族自治旗: the group is the name
        return stem.removesuffix("族")
    stem = stem.removesuffix("各族")
    changed = True
    while changed:
        changed = False
        for group in sorted(ethnic_groups | set(_WITHOUT_ZU), key=len, reverse=True):
            if stem.endswith(group) and len(stem) > len(group):
                stem = stem.removesuffix(group)
                changed = True
                break
    return stem


def forms(name: str, ethnic_groups: set[str]) -> list[tuple[str, str]]:
    """(alias, kind) of a coded unit; kind `short` drops the suffix, `variant` shortens it (红河州, 峨边县)."""
    short = core(name, ethnic_groups)
    found = [(short, "short")] if short and short != name else []
    autonomous = _AUTONOMOUS.match(name)
    if autonomous and autonomous.group(2) != "区":
        found.append((short + autonomous.group(2), "short"))
    found.extend((variant, "variant") for variant in _PROVINCE_VARIANTS.get(name, []))
    return [(alias, kind) for alias, kind in found if alias != name]
