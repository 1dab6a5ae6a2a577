//! Why a numeral counts nothing: what its own neighbourhood tells of houses, grades, codes, years and idioms; of stretches of time,
//! `stretches` tells.
//!
//! In: a figure and its line up to it. Out: the reason that explains it, or nothing where it is a quantity.
//! Always: a figure with a measure word is a quantity unless its words say otherwise; no look goes past the line.

use super::any_of::{AnyOf, any_of};
use super::figure::{Figure, is_zero_report};
use super::lexicon::UnitClass;
use super::numeral::Form;
use super::phrases;
use super::stretches;
use crate::model::{Amount, Approx, Reason};

/// A figure and what stands around it in its line.
pub(super) struct Neighbours<'a> {
    pub figure: &'a Figure,
    /// The numeral as it is written, without its unit.
    pub written: &'a str,
    /// The line up to the numeral, without blanks at its end.
    pub before: &'a str,
    /// What follows the unit.
    pub after: &'a str,
    /// What follows the numeral, its unit included.
    pub at_number_end: &'a str,
}

/// What the neighbours of a Chinese numeral decide.
enum Verdict {
    Counts,
    Because(Reason),
}

/// Why a figure counts nothing, as far as its own neighbourhood tells.
pub fn reason(text: &str, line_start: usize, figure: &Figure) -> Option<Reason> {
    let near = Neighbours {
        figure,
        written: figure.span.of(text),
        before: text[line_start..figure.span.start as usize].trim_end_matches([' ', '\u{a0}', '\u{3000}']),
        after: &text[figure.end..],
        at_number_end: &text[figure.span.end as usize..],
    };
    // 近一半, 占了一半 are shares; 一半是山 is a way of speaking.
    if near.written == "一半" {
        let is_share = figure.approx != Approx::Exact || near.before.ends_with(['占', '达']) || near.before.ends_with("占了");
        return (!is_share).then_some(Reason::Idiom);
    }
    match figure.class {
        UnitClass::Age => return Some(Reason::Age),
        UnitClass::Ordinal => return Some(Reason::Address),
        UnitClass::Duration => return stretches::reason(&near),
        _ => {}
    }
    let told = told_by_unit(&near)
        .or_else(|| is_kind_of_thing(&near))
        .or_else(|| names_a_place(&near))
        .or_else(|| is_time_or_word(&near));
    if told.is_some() {
        return told;
    }
    if is_size_of_container(&near) || is_pool(&near) {
        return Some(Reason::Spec);
    }
    if figure.form == Form::Han && !is_zero_report(text, figure) {
        let verdict = han_alone(&near).or_else(|| han_with_unit(&near)).or_else(|| one_of_it(&near));
        match verdict {
            Some(Verdict::Counts) => return None,
            Some(Verdict::Because(reason)) => return Some(reason),
            None => {}
        }
    }
    let has_unit = figure.class != UnitClass::None;
    match figure.form {
        Form::HanPositional if has_unit => Some(Reason::Other),
        Form::HanPositional => Some(Reason::Idiom),
        Form::Digits if !has_unit => digits_without_unit(text, &near),
        _ => None,
    }
}

/// 3级医院, 三班轮转, 2022届, 前三轮: units that grade, share out or tell which one.
fn told_by_unit(near: &Neighbours) -> Option<Reason> {
    let Neighbours { figure, before, after, .. } = near;
    match figure.unit {
        // 市镇两级 counts, and is told below.
        "级" if figure.form != Form::Han => Some(Reason::Ordinal),
        // 513弄13支弄, 申港二支路: lanes and roads.
        "支" if after.starts_with(['弄', '路', '巷', '街', '河', '渠']) => Some(Reason::Address),
        // （16车06F）, 3车56号: a seat. “人民”二字: of the words quoted.
        "车" if names_seat(after) => Some(Reason::Identifier),
        "座" | "排" if before.strip_suffix('车').is_some_and(ends_with_digit) => Some(Reason::Identifier),
        "字" | "个字" if before.ends_with(['”', '’', '"']) => Some(Reason::Idiom),
        // How a work is shared out.
        "班" if after.starts_with(['轮', '倒']) => Some(Reason::Idiom),
        "届" if figure.digits == 4 => Some(Reason::Date),
        // Which, not how many.
        "轮" | "批" | "期" | "季度" if before.ends_with('前') && !any_of!["目前", "当前", "此前", "日前", "提前"].ends(before) => {
            Some(Reason::Ordinal)
        }
        _ => None,
    }
}

/// 10千伏线路, 十只装, 75%酒精, 未接种满3剂: what a line, a pack or a mixture is, what was prescribed.
fn is_kind_of_thing(near: &Neighbours) -> Option<Reason> {
    let Neighbours { figure, before, after, .. } = near;
    let is_told = match figure.class {
        UnitClass::Goods | UnitClass::Mass => names_pack(after),
        UnitClass::Share => any_of!["酒精", "乙醇", "医用酒精", "消毒酒精", "葡萄糖", "氯化钠", "次氯酸"].starts(after),
        UnitClass::Vaccination => before.ends_with(['满', '滿']),
        _ => false,
    };
    let is_strength = figure.unit == "度" && any_of!["酒精", "医用酒精", "消毒酒精"].starts(after);
    (is_told || is_strength || matches!(figure.unit, "千伏" | "伏")).then_some(Reason::Spec)
}

/// 东楼三层, 301国道, 三里屯, 3502公司: where a room is, and numbers that are part of a name.
fn names_a_place(near: &Neighbours) -> Option<Reason> {
    let Neighbours { figure, before, after, .. } = near;
    if figure.unit == "层" && before.ends_with(['楼', '厦', '座']) {
        return Some(Reason::Address);
    }
    // 八家子市场, 二十家子镇, 王五镇4例: how places are called.
    let is_settlement = figure.unit == "家" && figure.form == Form::Han && after.starts_with('子');
    let is_town = matches!(figure.unit, "镇" | "乡" | "村")
        && figure.form == Form::Han
        && !figure.is_composed
        && near.written != "两"
        && after.starts_with(|c: char| c.is_ascii_digit())
        && before.ends_with(|c: char| ('\u{4e00}'..='\u{9fff}').contains(&c))
        && !before.ends_with([
            '各', '等', '共', '有', '在', '及', '和', '与', '对', '为', '涉', '其', '全', '下', '辖', '的',
        ]);
    if is_settlement || is_town {
        return Some(Reason::Name);
    }
    let is_road = matches!(figure.unit, "国" | "省" | "县") && after.starts_with('道');
    // 廿三里街道, 八里台镇: a place, however far it once was.
    let is_village = figure.unit == "里"
        && figure.form == Form::Han
        && (any_of!["街道", "镇", "乡", "村"].starts(after)
            || !figure.is_composed
                && after.starts_with([
                    '台', '屯', '店', '庄', '河', '桥', '铺', '沟', '湾', '营', '墩', '堡', '坪', '坡', '甸',
                ]));
    let is_firm =
        figure.class == UnitClass::None && figure.digits >= 3 && any_of!["公司", "工厂", "厂", "医院", "部队", "项目"].starts(after);
    if is_road || is_village || is_firm {
        return Some(Reason::Name);
    }
    is_address(before, figure).then_some(Reason::Address)
}

/// 付拾花工, 正月二十六, 晚上十点: a verb, a day of the old calendar, an hour.
fn is_time_or_word(near: &Neighbours) -> Option<Reason> {
    let Neighbours { figure, before, after, .. } = near;
    if figure.class != UnitClass::None {
        None
    } else if near.written == "拾" {
        Some(Reason::Idiom)
    } else if figure.form == Form::Han && any_of!["正月", "腊月", "冬月"].ends(before) {
        Some(Reason::Date)
    } else {
        is_hour(before, after, figure).then_some(Reason::Time)
    }
}

/// 两大批发市场 counts; 一、 and 一是 enumerate; any other is part of a word.
fn han_alone(near: &Neighbours) -> Option<Verdict> {
    let Neighbours { figure, before, after, .. } = near;
    if figure.class != UnitClass::None {
        return None;
    }
    let premises = any_of![
        "批发市场",
        "农贸市场",
        "市场",
        "农批市场",
        "商超",
        "超市",
        "机场",
        "车站",
        "火车站",
        "医院",
        "基地",
        "运营商",
        "通信运营商",
        "电信运营商",
        "整车工厂",
        "工厂",
        "车企",
        "物流园",
        "商圈"
    ];
    // 按十混一计.
    if near.at_number_end.starts_with("混一") {
        return Some(Verdict::Because(Reason::Spec));
    }
    if after.strip_prefix('大').is_some_and(|rest| premises.starts(rest)) {
        return Some(Verdict::Counts);
    }
    if figure.is_composed {
        return None;
    }
    // 答案是四,不是五: a number and nothing else is what something is.
    let ends = near.at_number_end.is_empty()
        || near
            .at_number_end
            .starts_with(['，', ',', '。', '；', ';', '不', '而', '却', '这', '那']);
    if before.ends_with('是') && ends {
        return Some(Verdict::Counts);
    }
    let enumerates = near.at_number_end.starts_with(['、', '是', '要', ')', '）', '.', '．'])
        && (before.is_empty() || before.ends_with(['。', '；', ';', '，', ',', '：', ':', '(', '（', '!', '！']));
    let reason = if enumerates { Reason::Ordinal } else { Reason::Idiom };
    Some(Verdict::Because(reason))
}

/// 市镇两级, 一天能出1.6万件, 无一例推诿, 两剂覆盖率: none is counted.
fn han_with_unit(near: &Neighbours) -> Option<Verdict> {
    let Neighbours { figure, before, after, .. } = near;
    let is_rate = near.written == "一"
        && figure.unit == "天"
        && (before.is_empty() || before.ends_with(['，', ',', '。', '；', ';']))
        && after.starts_with(['能', '可', '从', '出', '产']);
    let is_none = near.written == "一" && before.ends_with('无');
    let is_scheme = figure.class == UnitClass::Vaccination && any_of!["覆盖率", "接种率", "之间", "全程", "疫苗之间"].starts(after);
    let reason = if figure.unit == "级" {
        Reason::Idiom
    } else if is_rate || is_none {
        Reason::Article
    } else if is_scheme {
        Reason::Spec
    } else {
        return None;
    };
    Some(Verdict::Because(reason))
}

/// 一批医院 is any; 每户一袋米 and 每天一次 are so much and so often.
fn one_of_it(near: &Neighbours) -> Option<Verdict> {
    let Neighbours { figure, before, after, .. } = near;
    // 13.5元一斤: what a price is for.
    let is_price = || {
        before
            .strip_suffix(['元', '块', '角'])
            .is_some_and(|price| price.ends_with(super::letters::is_numeral))
    };
    let is_measured = matches!(
        figure.class,
        UnitClass::Share | UnitClass::Case | UnitClass::Mass | UnitClass::Money | UnitClass::Area
    );
    if near.written != "一" || (is_measured && !is_price()) {
        return None;
    }
    let is_goods = matches!(figure.class, UnitClass::Goods | UnitClass::Count);
    // 每户一袋米、一桶油.
    let is_for_each = any_of!["每户", "每人", "每家", "每天", "每日", "每户发放", "每户配送", "人均", "每个家庭"].ends(before)
        || before.ends_with('、') && any_of!["每户一", "每人一", "每家一"].within(clause_before(before));
    // 各送去大礼包一个.
    let is_last =
        any_of!["，", ",", "。", "；", ";"].starts(after) && before.ends_with(['包', '品', '箱', '套', '料', '器', '机', '车', '罩']);
    let often = any_of![
        "进行",
        "开展",
        "做",
        "每天",
        "每日",
        "每周",
        "每月",
        "每晚",
        "至少检测",
        "至少",
        "不少于",
        "检测",
        "采样",
        "消毒"
    ];
    let repeats = figure.class == UnitClass::Act && often.ends(before) || (figure.unit == "次" && is_interval(before));
    Some(if is_goods && (is_for_each || is_last) || repeats {
        Verdict::Counts
    } else {
        Verdict::Because(Reason::Article)
    })
}

/// Why bare digits count nothing, by the first rule that applies.
fn digits_without_unit(text: &str, near: &Neighbours) -> Option<Reason> {
    let figure = near.figure;
    let is_bare = !figure.is_composed;
    let is_long_or_led_by_zero = figure.digits >= 7 || (figure.digits >= 2 && near.written.starts_with(['0', '０']));
    if figure.value.is_none() || (is_bare && is_long_or_led_by_zero) {
        return Some(Reason::Identifier);
    }
    // 2.1馆、1.1馆: halls of a fair.
    if near.written.contains('.') && near.at_number_end.starts_with('馆') {
        return Some(Reason::Name);
    }
    if is_version(near) || is_last_of_cases(near) {
        return Some(if is_version(near) { Reason::Name } else { Reason::Ordinal });
    }
    if (is_bare && is_half_of_telephone(text, near)) || is_joined_to_digits(near) {
        return Some(Reason::Identifier);
    }
    if figure.digits <= 3 && (is_regiment(near) || is_road(near)) {
        return Some(Reason::Name);
    }
    if is_model(near) {
        return Some(Reason::Spec);
    }
    if is_bare && figure.digits <= 2 && is_bullet(near) {
        return Some(Reason::Ordinal);
    }
    if near.at_number_end.starts_with("年代") {
        return Some(Reason::Date);
    }
    if is_emergency_line(near.written) && any_of!["联系", "呼叫", "拨通", "打"].ends(near.before) {
        return Some(Reason::Identifier);
    }
    if is_bare && is_dialled(near) {
        return Some(Reason::Identifier);
    }
    if is_bare && is_year(text, figure) {
        return Some(Reason::Date);
    }
    if is_bare && (is_code(near) || names_what_follows(near) || is_line(near)) {
        return Some(Reason::Identifier);
    }
    let is_numbered = is_bare && figure.digits <= 2 && near.before.ends_with(['表', '图']);
    is_numbered.then_some(Reason::Ordinal)
}

/// 16车|06F, 3车|56号; but 18车|460吨蔬菜.
fn names_seat(text: &str) -> bool {
    let rest = text.trim_start_matches(|c: char| c.is_ascii_digit());
    rest.len() < text.len() && rest.starts_with(['A', 'B', 'C', 'D', 'F', '号', '座', '排', '）', ')', '、'])
}

fn begins_with_digit(text: &str) -> bool {
    text.starts_with(|c: char| c.is_ascii_digit())
}

fn ends_with_digit(text: &str) -> bool {
    text.ends_with(|c: char| c.is_ascii_digit())
}

/// 10合1混检, （20混1）, 5:1混采: how many samples in a tube.
fn is_pool(near: &Neighbours) -> bool {
    const MIXED: [char; 2] = ['合', '混'];
    const TO: [char; 3] = [':', '：', '∶'];
    const SAMPLED: AnyOf = any_of!["混采", "混检", "混样", "混管", "单采", "单检", "单管"];
    let after_digits = |text: &str| SAMPLED.starts(text.trim_start_matches(|c: char| c.is_ascii_digit()));
    let joins = |rest: &str| begins_with_digit(rest) && after_digits(rest);
    let is_first =
        || near.at_number_end.strip_prefix(MIXED).is_some_and(begins_with_digit) || near.at_number_end.strip_prefix(TO).is_some_and(joins);
    let is_second = || {
        near.before.strip_suffix(MIXED).is_some_and(ends_with_digit)
            || (near.before.strip_suffix(TO).is_some_and(ends_with_digit) && SAMPLED.starts(near.at_number_end))
    };
    near.figure.form == Form::Digits && (is_first() || is_second())
}

/// 七个四十呎货柜, 40尺集装箱: how long one is.
fn is_size_of_container(near: &Neighbours) -> bool {
    let thing = any_of!["英尺", "呎", "尺"]
        .at_start(near.at_number_end)
        .map(|unit| &near.at_number_end[unit.len()..]);
    thing.is_some_and(|thing| any_of!["货柜", "集装箱", "柜", "标箱"].starts(thing))
}

/// 纾困4.0方案: which of several.
fn is_version(near: &Neighbours) -> bool {
    near.written.ends_with(".0") && any_of!["方案", "版", "计划", "时代", "模式", "系统", "平台"].starts(near.at_number_end)
}

/// 病例126至|136: the last of those numbered.
fn is_last_of_cases(near: &Neighbours) -> bool {
    let first = near.before.strip_suffix(['至', '到']).unwrap_or_default();
    let named = first.trim_end_matches(|c: char| c.is_ascii_digit());
    named.len() < first.len() && any_of!["病例", "感染者", "确诊", "无症状"].ends(named)
}

/// （5394 6723）, 热线5394 6723: four digits beside four others.
fn is_half_of_telephone(text: &str, near: &Neighbours) -> bool {
    const HALF: usize = 4;
    const CALLED: AnyOf = any_of!["热线", "电话"];
    if near.figure.digits as usize != HALF {
        return false;
    }
    let before = near.before;
    let is_first = near
        .at_number_end
        .strip_prefix(' ')
        .is_some_and(|rest| rest.bytes().take_while(u8::is_ascii_digit).count() == HALF);
    if is_first && (before.ends_with(['（', '(']) || CALLED.ends(before.trim_end())) {
        return true;
    }
    let is_second =
        text[..near.figure.span.start as usize].ends_with(' ') && before.bytes().rev().take_while(u8::is_ascii_digit).count() == HALF;
    let called = || CALLED.ends(before.trim_end_matches(|c: char| c.is_ascii_digit()).trim_end());
    is_second && (near.at_number_end.starts_with(['）', ')']) || called())
}

/// 请拨打12345或12320, 热线为2125 1111及1833 019: numbers to be called.
fn is_dialled(near: &Neighbours) -> bool {
    const LEAST_DIGITS: u32 = 3;
    const CALLS: AnyOf = any_of!["拨打", "致电", "请拨", "请电", "热线为", "电话为", "热线是", "电话是"];
    near.figure.digits >= LEAST_DIGITS && CALLS.within(clause_before(near.before))
}

/// 0431-8851, 2022/15: a joint between digits.
fn is_joined_to_digits(near: &Neighbours) -> bool {
    const JOINTS: [char; 7] = ['-', '—', '–', '－', '*', '/', '×'];
    near.at_number_end.strip_prefix(JOINTS).is_some_and(begins_with_digit) || near.before.strip_suffix(JOINTS).is_some_and(ends_with_digit)
}

/// 143团7例: a regiment's town.
fn is_regiment(near: &Neighbours) -> bool {
    let rest = near.at_number_end.strip_prefix('团');
    rest.is_some_and(|rest| begins_with_digit(rest) || any_of!["场", "、", "新增", "镇", "和"].starts(rest))
}

/// 国道109线, G15高速, 国道109、110线.
fn is_road(near: &Neighbours) -> bool {
    const ROADS: AnyOf = any_of!["国道", "省道", "县道"];
    let goes_on = near.before.ends_with('、') && near.at_number_end.starts_with('线');
    ROADS.ends(near.before) || (goes_on && ROADS.within(clause_before(near.before)))
}

/// 运-20大型运输机: the model of a machine.
fn is_model(near: &Neighbours) -> bool {
    let name = near.before.strip_suffix('-');
    name.is_some_and(|name| name.ends_with(['运', '歼', '直', '轰', '安', '伊', '米', '翼', '鹰', '星']))
}

/// 1. 2、 3）: the number of what follows it.
fn is_bullet(near: &Neighbours) -> bool {
    let opens = near.before.is_empty() || near.before.ends_with(['(', '（', '。', '；', ';', '\t', '|', '#', '*', '-']);
    opens && near.at_number_end.starts_with(['.', '．', '、', ')', '）'])
}

fn is_year(text: &str, figure: &Figure) -> bool {
    let value = figure.value.and_then(Amount::to_i64);
    figure.digits == 4
        && value.is_some_and(|year| (1949..=2049).contains(&year))
        && figure.start == figure.span.start as usize
        && !is_row_of_counts(text, figure)
}

/// 编号7, but 3+7: a letter or a word before the number makes it a code.
fn is_code(near: &Neighbours) -> bool {
    // 个案编号:6230及7114: the next of several.
    let lists_on = near.before.strip_suffix(['、', '及', '和']).filter(|first| ends_with_digit(first));
    let before = lists_on.map_or(near.before, |first| first.trim_end_matches(|c: char| c.is_ascii_digit()));
    phrases::CODES.ends(before.trim_end_matches([':', '：'])) && !before.strip_suffix('+').is_some_and(ends_with_digit)
}

fn first_chars(text: &str, count: usize) -> &str {
    text.char_indices().nth(count).map_or(text, |(end, _)| &text[..end])
}

/// 12345热线, 120救护车, 84消毒液: a number that names what follows it.
fn names_what_follows(near: &Neighbours) -> bool {
    const MOST_CHARS: usize = 6;
    let next = first_chars(near.at_number_end, MOST_CHARS);
    let next = next.split(['，', ',', '。', '、', ' ']).next().unwrap_or_default();
    phrases::NAMED_BY_NUMBER.starts(near.at_number_end)
        || any_of!["防疫专线", "咨询专线", "服务专线", "便民热线", "政务热线", "电话中心"].within(next)
}

fn is_emergency_line(written: &str) -> bool {
    matches!(written, "110" | "119" | "120" | "122")
}

/// 12345便民服务热线, 受理12315投诉409件, 95598客服代表, 120呼入电话: the numbers of offices and firms.
fn is_line(near: &Neighbours) -> bool {
    let Neighbours { figure, written, .. } = near;
    let answers = phrases::ANSWERS_CALLS.within(first_chars(near.at_number_end, MAX_LINE_NAME_CHARS));
    let stands_alone = near.at_number_end.is_empty() || near.at_number_end.starts_with(['，', ',', '。', '”', '、']);
    if phrases::PUBLIC_LINES.is(written) && (answers || stands_alone) {
        return true;
    }
    let is_short = is_emergency_line(written)
        || (matches!(written.len(), 5 | 6) && any_of!["12", "95", "96"].starts(written) && figure.digits as usize == written.len());
    is_short && figure.class == UnitClass::None && answers
}

/// 上午9点, 晚上十点.
fn is_hour(before: &str, after: &str, figure: &Figure) -> bool {
    after.starts_with(['点', '时'])
        && any_of!["上午", "下午", "凌晨", "中午", "晚上", "早上"].ends(before)
        && figure.value.and_then(Amount::to_i64).is_some_and(|hour| (0..=24).contains(&hour))
}

/// 十只|装口罩, but 20吨|装车待发.
fn names_pack(after: &str) -> bool {
    let loads = any_of![
        "装有", "装满", "装车", "装船", "装机", "装载", "装运", "装卸", "装箱", "装入", "装袋", "装备", "装货", "装配", "装上"
    ];
    after.starts_with('装') && !loads.starts(after)
}

/// 每3天, 每两小时.
fn is_interval(before: &str) -> bool {
    let number = before
        .strip_suffix('天')
        .or_else(|| before.strip_suffix("小时"))
        .or_else(|| before.strip_suffix('周'));
    number.is_some_and(|rest| rest.trim_end_matches(super::letters::is_numeral).ends_with(['每', '隔']))
}

/// 万民村四组, 龙门小区7栋、8栋: where somebody lives.
fn is_address(before: &str, figure: &Figure) -> bool {
    // 腾出人才公寓3栋: so many.
    let is_counted = || any_of!["腾出", "改造", "新建", "建成", "征用", "启用"].within(clause_before(before));
    // 长顺路二段; 3栋2单元; 化工路116号（7栋、8栋）.
    if figure.unit == "段" && before.ends_with(['路', '街', '道', '线']) {
        return true;
    }
    let before = before.trim_end_matches(['（', '(']);
    matches!(figure.unit, "组" | "栋" | "幢" | "队" | "社" | "座")
        && (phrases::HOUSES.ends(before) || (figure.unit != "组" && any_of!["栋、", "幢、", "座、", "栋和", "栋及"].ends(before)))
        && !is_counted()
}

/// The end of the clause before a figure, as far as a bound reaches: a line may be one clause of any length.
fn clause_before(before: &str) -> &str {
    let near = &before[before.ceil_char_boundary(before.len().saturating_sub(MAX_CLAUSE_BYTES))..];
    near.rsplit(['，', ',', '。', '；', ';']).next().unwrap_or_default()
}

/// A line of names with their numbers, parted by blanks: 徐汇 2042, 合计 30 1989.
fn is_row_of_counts(text: &str, figure: &Figure) -> bool {
    let at = figure.span.start as usize;
    let bytes = text.as_bytes();
    let back = bytes[at.saturating_sub(MAX_ROW_BYTES)..at].iter().rposition(|b| *b == b'\n');
    let ahead = bytes[at..].iter().take(MAX_ROW_BYTES).position(|b| *b == b'\n');
    let start = match back {
        Some(i) => at.saturating_sub(MAX_ROW_BYTES) + i + 1,
        None if at <= MAX_ROW_BYTES => 0,
        None => return false,
    };
    let end = match ahead {
        Some(i) => at + i,
        None if text.len() - at <= MAX_ROW_BYTES => text.len(),
        None => return false,
    };
    let is_name = |cell: &str| cell.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)) && !cell.ends_with(['年', '号']);
    let is_number = |cell: &str| cell.bytes().all(|b| b.is_ascii_digit());
    let (mut cells, mut after_name, mut is_row) = (0, false, true);
    for cell in text[start..end].split_whitespace().take(MAX_ROW_CELLS + 1) {
        // A name is followed by a number; the line begins with a name.
        is_row &= if is_name(cell) { !after_name } else { is_number(cell) && cells > 0 };
        after_name = is_name(cell);
        cells += 1;
    }
    is_row && !after_name && (2..=MAX_ROW_CELLS).contains(&cells)
}

/// How far before a figure its clause is looked through.
const MAX_CLAUSE_BYTES: usize = 180;
/// A longer line is none of a table.
const MAX_ROW_BYTES: usize = 200;
/// How far after its number a telephone line may be called one.
const MAX_LINE_NAME_CHARS: usize = 8;
/// Most cells of one row.
const MAX_ROW_CELLS: usize = 16;
