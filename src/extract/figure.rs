//! A numeral with its markers and its unit: 近6.8万余份.
//!
//! In: folded text and the byte where a numeral may begin. Out: a [`Figure`], or the [`Reason`] why the numeral counts nothing.
//! Always: `span` holds the number only, as `gold/GUIDE.md` cuts it; markers and unit are outside it.

use super::any_of::{AnyOf, any_of};
use super::lexicon::{Lexicon, UnitClass};
use super::numeral::{self, AFTER, BEFORE, Form, Numeral};
use crate::model::{Amount, Approx, Quantity, Reason, Span};

#[derive(Clone, Debug)]
pub struct Figure {
    /// The number itself, or both ends of a range.
    pub span: Span,
    /// Byte where the markers before the number begin.
    pub start: usize,
    /// Byte after unit and markers.
    pub end: usize,
    /// Measure word as the table spells it; `%` for 百分之 and ％.
    pub unit: &'static str,
    pub class: UnitClass,
    pub value: Option<Amount>,
    pub low: Option<Amount>,
    pub high: Option<Amount>,
    pub approx: Approx,
    pub form: Form,
    pub is_composed: bool,
    pub digits: u32,
}

/// Signs between the two ends of a range.
const JOINTS: AnyOf = any_of!["至", "到", "-", "—", "–", "~", "～", "－"];

/// Words that end in a marker's character and mean something else.
const NOT_A_MARKER: AnyOf = any_of![
    "附近", "最近", "临近", "邻近", "靠近", "新近", "商超", "预约", "节约", "签约", "合约", "履约", "条约", "特约", "高超", "赶超", "中超",
    "就近", "卖超", "约谈", "反超",
];

/// Words that begin with a marker's character and mean something else.
const OTHER_WORDS: AnyOf = any_of![
    "多种",
    "多个",
    "多家",
    "多元",
    "多数",
    "多地",
    "多方",
    "多部门",
    "多次",
    "多样",
    "余下",
    "多年来",
    "多措",
    "余杭",
    "余姚",
    "多名",
    "多项",
    "多条",
];

/// The text without the blanks at its start; the first byte tells that there are none.
fn without_blanks(text: &str) -> &str {
    match text.as_bytes() {
        [b' ' | 0xc2, ..] => text.trim_start_matches([' ', '\u{a0}']),
        _ => text,
    }
}

/// Markers right before a byte: how many bytes they take and what they mean.
fn marker_before(text: &str, line_start: usize, at: usize) -> Option<(usize, Approx)> {
    let before = &text[line_start..at];
    let trimmed = before.trim_end_matches([' ', '\u{a0}']);
    let Some(marker) = BEFORE.at_end(trimmed) else {
        return marker_before_verb(before, trimmed);
    };
    let is_one_character = marker.chars().count() == 1;
    let misread = is_one_character && NOT_A_MARKER.ends(trimmed);
    (!misread).then_some((before.len() - trimmed.len() + marker.len(), numeral::meaning(marker)))
}

/// 至少|预留|20张: a bound before the verb of the number.
fn bound_before_verb(trimmed: &str) -> Option<Approx> {
    let verb = trimmed.char_indices().rev().nth(1)?.0;
    let bound = any_of!["至少", "最多"].at_end(&trimmed[..verb])?;
    Some(numeral::meaning(bound))
}

/// 约有6206间, 约占58%, 至少预留20张: a marker that a short verb parts from its number. It stays outside the figure.
fn marker_before_verb(before: &str, trimmed: &str) -> Option<(usize, Approx)> {
    if let Some(bound) = bound_before_verb(trimmed) {
        return Some((before.len() - trimmed.len(), bound));
    }
    let told = trimmed.strip_suffix(['有', '为', '占', '达', '需'])?;
    let marker = any_of!["大约", "约"].at_end(told)?;
    let is_word = any_of!["节约", "预约", "签约", "合约", "条约", "履约", "特约"].ends(told);
    (!is_word).then_some((before.len() - trimmed.len(), numeral::meaning(marker)))
}

/// 1.2 万份: a multiplier set apart from its digits by a blank. Returns its factor and the byte after it.
fn spaced_multiplier(text: &str, at: usize, lexicon: &Lexicon) -> Option<(i64, usize)> {
    let rest = &text[at..];
    let trimmed = without_blanks(rest);
    let blanks = rest.len() - trimmed.len();
    if blanks == 0 {
        return None;
    }
    let multiplier = any_of!["万亿", "千万", "百万", "万", "亿"]
        .at_start(trimmed)
        .filter(|_| blanks <= 4)?;
    // 3 万州区: the blank parts two words.
    let is_word = lexicon.word_at(trimmed).is_some_and(|(_, len)| len > multiplier.len());
    let end = at + blanks + multiplier.len();
    let is_counted = || unit_after(text, end, lexicon).is_some() || text[end..].starts_with(['余', '多']);
    let factor = match multiplier {
        "万亿" => 1_000_000_000_000,
        "千万" => 10_000_000,
        "百万" => 1_000_000,
        "亿" => 100_000_000,
        _ => 10_000,
    };
    (!is_word && is_counted()).then_some((factor, end))
}

/// 两天半, 一个半月: the half belongs to the number.
fn unit_without_half(unit: &str) -> Option<&'static str> {
    Some(match unit {
        "个半月" => "个月",
        "个半小时" => "个小时",
        "天半" => "天",
        "岁半" => "岁",
        _ => return None,
    })
}

/// 3个多小时: more than three.
fn unit_without_more(unit: &str) -> Option<&'static str> {
    match unit {
        "个多小时" => Some("个小时"),
        "个多月" => Some("个月"),
        _ => None,
    }
}

/// 零下70℃, 负三十, 增长-3.2%: the length of a sign that touches its number and joins it to nothing before it.
fn sign_before(before: &str, after: &str) -> Option<usize> {
    if let Some(sign) = any_of!["负", "零下"].at_end(before) {
        let rest = &before[..before.len() - sign.len()];
        let is_word = any_of!["不", "肩", "担", "背", "抱", "辜", "胜", "自", "减"].ends(rest);
        return (!is_word).then_some(sign.len());
    }
    let rest = before.strip_suffix(['-', '－', '−'])?;
    // At the head of a line it is a bullet, unless the line holds nothing else.
    let stands_free = if rest.trim().is_empty() {
        after.trim_start_matches(' ').is_empty() || after.starts_with('\n')
    } else {
        rest.ends_with([' ', '(', '（', ':', '：']) || any_of!["为", "是", "达", "增长", "同比", "环比"].ends(rest)
    };
    stands_free.then(|| before.len() - rest.len())
}

/// Units of money of which 角 and 分 are parts.
const MONEY_OF_PARTS: &[&str] = &["元", "块", "圆"];

impl Figure {
    /// What the figure states, without what it counts.
    pub fn quantity(&self) -> Quantity {
        Quantity {
            value: self.value,
            low: self.low,
            high: self.high,
            unit: self.unit.into(),
            approx: self.approx,
        }
    }

    fn add(&mut self, part: Option<Amount>) {
        self.value = self.value.zip(part).and_then(|(value, part)| value.checked_add(part));
    }

    /// 三天半, 3元5角: what smaller parts add to a whole that is written with its unit. Returns the byte after them.
    fn take_smaller_parts(&mut self, text: &str, at: usize) -> usize {
        if self.value.is_none() {
            return at;
        }
        let half = text[at..].strip_prefix('半');
        let measures = matches!(
            self.class,
            UnitClass::Duration | UnitClass::Mass | UnitClass::Length | UnitClass::Area
        );
        if let Some(rest) = half.filter(|rest| measures && !any_of!["数", "成品", "径", "价", "封"].starts(rest)) {
            self.add(Amount::new(5, 1));
            return text.len() - rest.len();
        }
        if !MONEY_OF_PARTS.contains(&self.unit) {
            return at;
        }
        let Some((coins, len)) = coins(&text[at..]) else {
            return at;
        };
        // 三块 are bricks, 三块五 is a price.
        self.class = UnitClass::Money;
        self.add(Some(coins));
        at + len
    }
}

/// 5角, 九毛九, 零壹分, 九|钱 after 块: what is written in 角 and 分, in yuan, and its bytes.
pub(super) fn coins(text: &str) -> Option<(Amount, usize)> {
    let (mut sum, mut end, mut decimals) = (None::<Amount>, 0, 1);
    while decimals <= 2 {
        let zero = text[end..].strip_prefix('零').map_or(0, |_| '零'.len_utf8());
        let Some(part) = numeral::scan(text, end + zero).filter(|n| !n.is_composed && n.digits <= 1) else {
            break;
        };
        let after = &text[end + zero + part.len..];
        let (place, name) = match after.chars().next() {
            Some(c @ ('角' | '毛')) => (1, c.len_utf8()),
            Some(c @ '分') => (2, c.len_utf8()),
            // 九块九: the last digit goes without its name where the sum ends with it.
            next if part.form == Form::Han && next.is_none_or(|c| c == '钱' || c.is_ascii_alphabetic() || !c.is_alphanumeric()) => {
                (decimals, 0)
            }
            _ => break,
        };
        let digit = part
            .value
            .and_then(Amount::to_i64)
            .filter(|v| place >= decimals && (0..=9).contains(v));
        let Some(value) = digit.and_then(|v| Amount::new(v.into(), place)) else {
            break;
        };
        sum = sum.unwrap_or_default().checked_add(value);
        end += zero + part.len + name;
        decimals = place + 1;
    }
    Some((sum?, end))
}

/// Blanks, then the measure word after a number. Returns it, the byte after it and its class.
pub(super) fn unit_after(text: &str, at: usize, lexicon: &Lexicon) -> Option<(&'static str, usize, UnitClass)> {
    let rest = &text[at..];
    let trimmed = without_blanks(rest);
    let start = at + rest.len() - trimmed.len();
    // 14支援藏医疗队: teams that help a province.
    let is_team = trimmed
        .strip_prefix("支援")
        .is_some_and(|rest| rest.chars().nth(1).is_some_and(|c| matches!(c, '医' | '抗' | '队')));
    let (unit, class) = if is_team {
        lexicon.unit_at("支")?
    } else {
        lexicon
            .unit_at(trimmed)
            .filter(|(unit, class)| *class != UnitClass::None || *unit == "人均")?
    };
    // 8人均在定点医院: all of them, not per head.
    let (unit, class) = if unit == "人均"
        && trimmed[unit.len()..].starts_with(['在', '已', '为', '系', '无', '未', '由', '经', '来', '是', '有', '居'])
    {
        lexicon.unit_at("人")?
    } else {
        (unit, class)
    };
    if class == UnitClass::None {
        return None;
    }
    // 1000张床位: the thing begins with the unit's last character.
    let unit = unit.strip_suffix('床').filter(|rest| !rest.is_empty()).unwrap_or(unit);
    Some((if unit == "％" { "%" } else { unit }, start + unit.len(), class))
}

/// The unit that a share carries in its own spelling: 百分之三, 千分之三.
pub(super) fn unit_of_share(written: &str) -> Option<&'static str> {
    let bottom = any_of!["百分之", "佰分之", "千分之", "仟分之"].at_start(written)?;
    Some(if bottom.starts_with(['百', '佰']) { "%" } else { "‰" })
}

/// Whether a word that is also a place is used as number and unit: 两区, 三县.
pub fn is_counted(text: &str, lexicon: &Lexicon) -> bool {
    numeral::scan(text, 0).is_some_and(|n| {
        n.len < text.len()
            && lexicon
                .unit_at(&text[n.len..])
                .is_some_and(|(unit, _)| n.len + unit.len() == text.len())
            && text.chars().count() == 2
    })
}

/// The figure that begins at the byte. `line_start` bounds the look back for markers.
pub fn scan(text: &str, at: usize, line_start: usize, lexicon: &Lexicon) -> Option<Figure> {
    let found = numeral::scan(text, at)?;
    let marker = marker_before(text, line_start, at).filter(|(len, _)| !is_peak(&text[line_start..at], *len));
    let mut end = at + found.len;
    let mut figure = Figure {
        span: Span::new(at, end),
        start: at - marker.map_or(0, |(len, _)| len),
        end,
        unit: "",
        class: UnitClass::None,
        value: found.value,
        low: found.low,
        high: found.high,
        approx: found.approx,
        form: found.form,
        is_composed: found.is_composed,
        digits: found.digits,
    };
    let mut after_marker = None;
    // 病例过千例, 第二个破千: passed, beside a number that is nothing but its size.
    let passed =
        text[line_start..at].ends_with(['过', '破']) && !any_of!["通过", "经过", "不过", "度过", "路过"].ends(&text[line_start..at]);
    let passed = passed && matches!(figure.span.of(text), "百" | "千" | "万" | "亿" | "百万" | "千万");
    if passed {
        figure.approx = Approx::Over;
        figure.form = Form::Magnitude;
    }
    if !passed && !is_plain_multiplier_start(&found, text, at, marker.is_some()) {
        // A lone 万 or 千 that nothing makes a number.
        figure.form = Form::HanPositional;
        return Some(figure);
    }
    if let Some((factor, factor_end)) = spaced_multiplier(text, end, lexicon).filter(|_| found.form == Form::Digits) {
        figure.value = found.value.and_then(|v| v.checked_mul(Amount::from_int(factor)));
        figure.is_composed = true;
        end = factor_end;
        figure.span = Span::new(at, end);
    }
    if let Some((other, other_end)) = range_end(text, end, lexicon) {
        figure.value = None;
        figure.low = found.value;
        figure.high = other.value;
        figure.approx = Approx::Exact;
        end = other_end;
        figure.span = Span::new(at, end);
        figure.is_composed |= other.is_composed;
    }
    if let Some((word, meaning)) = marker_after(text, end) {
        after_marker = Some(meaning);
        end += word;
    }
    if found.form == Form::Share
        && let Some(unit) = unit_of_share(figure.span.of(text))
    {
        (figure.unit, figure.class) = (unit, UnitClass::Share);
    } else if let Some((unit, unit_end, class)) = unit_after(text, end, lexicon) {
        (figure.unit, figure.class) = (unit, class);
        if let Some(whole) = unit_without_more(unit) {
            figure.unit = whole;
            after_marker = after_marker.or(Some(Approx::Over));
        }
        if let Some(whole) = unit_without_half(unit) {
            figure.unit = whole;
            figure.add(Amount::new(5, 1));
        }
        end = unit_end;
        end = figure.take_smaller_parts(text, end);
    } else if found.form == Form::Share {
        figure.class = UnitClass::Share;
    }
    figure.end = end;
    if let Some((word, meaning)) = marker_after(text, end) {
        // 多 and 余 after a unit belong to it only where a unit stands: 3年多.
        after_marker = after_marker.or(Some(meaning));
        figure.end += word;
    } else if figure.class == UnitClass::Duration && text[end..].starts_with('内') {
        after_marker = after_marker.or(Some(Approx::AtMost));
        figure.end += '内'.len_utf8();
    }
    if let Some(meaning) = marker.map(|(_, meaning)| meaning).or(after_marker) {
        figure.approx = meaning;
    }
    if figure.class != UnitClass::Ordinal
        && let Some(sign) = sign_before(&text[line_start..at], &text[figure.end..])
    {
        figure.value = figure.value.map(|value| -value);
        figure.start = figure.start.min(at - sign);
    }
    Some(figure)
}

/// 单日最高1.53万件: the most that there was, not a limit.
fn is_peak(before: &str, marker: usize) -> bool {
    let (before, marker) = before.split_at(before.len() - marker);
    marker == "最高" && before.ends_with(['日', '史', '月', '峰', '天'])
}

fn marker_after(text: &str, at: usize) -> Option<(usize, Approx)> {
    let rest = &text[at..];
    let trimmed = without_blanks(rest);
    // 收治2100人不到: at the end of its clause.
    if let Some(rest) = trimmed.strip_prefix("不到").filter(|rest| ends_clause(rest)) {
        return Some((text.len() - at - rest.len(), Approx::Under));
    }
    // 80来个: about so many; 80来自 is none.
    if let Some(rest) = trimmed.strip_prefix('来').filter(|rest| rest.starts_with(COUNTED_BY)) {
        return Some((text.len() - at - rest.len(), Approx::About));
    }
    let marker = AFTER.at_start(trimmed)?;
    // 13+8: a sum.
    if marker == "+" && trimmed[marker.len()..].starts_with(|c: char| c.is_ascii_digit()) {
        return None;
    }
    // 20多个 is twenty and more; 3.5吨多种 is several kinds.
    let misread =
        at > 0 && !text[..at].ends_with(|c: char| c.is_ascii_digit() || super::lexer::is_han_numeral(c)) && OTHER_WORDS.starts(trimmed);
    (!misread).then_some((rest.len() - trimmed.len() + marker.len(), numeral::meaning(marker)))
}

/// Measure words that 来 may stand before.
const COUNTED_BY: [char; 17] = [
    '个', '人', '名', '天', '岁', '家', '吨', '斤', '户', '次', '辆', '里', '亩', '年', '位', '台', '张',
];

fn ends_clause(rest: &str) -> bool {
    rest.is_empty() || rest.starts_with(['，', ',', '。', '；', ';', '、', '\n', '）', ')'])
}

/// 万, 千, 百 alone are a number only beside a marker: 万余名, 近千名.
fn is_plain_multiplier_start(found: &Numeral, text: &str, at: usize, is_marked: bool) -> bool {
    if found.form == Form::Digits {
        return true;
    }
    let written = &text[at..at + found.len];
    let lone = matches!(
        written,
        "万" | "千" | "百" | "亿" | "千万" | "百万" | "十万" | "上百" | "上千" | "上万"
    );
    if !lone || written.starts_with('上') || written.chars().count() > 1 {
        return true;
    }
    is_marked || text[at + found.len..].starts_with(['余', '多'])
}

/// The second number of a range, where a joint and a unit make it one: 2至3倍, 5-8例.
fn range_end(text: &str, at: usize, lexicon: &Lexicon) -> Option<(Numeral, usize)> {
    let rest = &text[at..];
    let joint = JOINTS.at_start(rest)?;
    let start = at + joint.len();
    let other = numeral::scan(text, start).filter(|n| n.value.is_some() && n.form != Form::Share)?;
    let end = start + other.len;
    unit_after(text, end + marker_after(text, end).map_or(0, |(len, _)| len), lexicon)?;
    Some((other, end))
}

/// 零报告, 零新增: a stated zero, also inside quotes.
pub fn is_zero_report(text: &str, figure: &Figure) -> bool {
    let rest = &text[figure.span.end as usize..];
    figure.span.of(text) == "零" && any_of!["报告", "新增", "感染", "病例", "确诊", "阳性"].starts(rest)
}

/// Why a figure counts nothing, as far as its own neighbourhood tells.
pub fn reason(text: &str, line_start: usize, figure: &Figure) -> Option<Reason> {
    let written = figure.span.of(text);
    let before = text[line_start..figure.span.start as usize].trim_end_matches([' ', '\u{a0}', '\u{3000}']);
    let after = &text[figure.end..];
    let at_number_end = &text[figure.span.end as usize..];
    let is_zero = is_zero_report(text, figure);
    match figure.class {
        UnitClass::Age => return Some(Reason::Age),
        UnitClass::Ordinal => return Some(Reason::Address),
        UnitClass::Duration => return duration_reason(text, before, after, figure),
        _ => {}
    }
    // 高血压3级, 3级医院: a grade. 市镇两级 counts, and is told below.
    if figure.unit == "级" && figure.form != Form::Han {
        return Some(Reason::Ordinal);
    }
    // 10千伏线路, 十只装: what a line or a pack is, not how many.
    if matches!(figure.unit, "千伏" | "伏") || (figure.class == UnitClass::Goods && after.starts_with('装') && !after.starts_with("装有"))
    {
        return Some(Reason::Spec);
    }
    // 八里台镇, 三里屯: a place, however far it once was.
    let names_place = figure.unit == "里" && figure.form == Form::Han && !figure.is_composed;
    if names_place
        && after.starts_with([
            '台', '屯', '店', '庄', '河', '桥', '铺', '沟', '湾', '营', '墩', '堡', '坪', '坡', '甸',
        ])
    {
        return Some(Reason::Name);
    }
    if is_address(before, figure) {
        return Some(Reason::Address);
    }
    if matches!(figure.form, Form::Han) && !is_zero {
        if figure.class == UnitClass::None && !figure.is_composed {
            let enumerates = at_number_end.starts_with(['、', '是', '要', ')', '）', '.', '．'])
                && (before.is_empty() || before.ends_with(['。', '；', ';', '，', ',', '：', ':', '(', '（', '!', '！']));
            return Some(if enumerates { Reason::Ordinal } else { Reason::Idiom });
        }
        // 13.5元一斤: what a price is for.
        let is_price = before
            .strip_suffix(['元', '块', '角'])
            .is_some_and(|price| price.ends_with(super::lexer::is_numeral));
        // 无一例推诿, 一天能出1.6万件, 两剂覆盖率: none is counted.
        let is_rate = written == "一"
            && figure.unit == "天"
            && (before.is_empty() || before.ends_with(['，', ',', '。', '；', ';']))
            && after.starts_with(['能', '可']);
        let is_none = written == "一" && before.ends_with('无');
        // 市镇两级, 省市县三级.
        if figure.unit == "级" && before.ends_with(['省', '市', '县', '区', '镇', '乡', '村', '州', '盟', '旗', '街', '社']) {
            return Some(Reason::Idiom);
        }
        if is_rate || is_none {
            return Some(Reason::Article);
        }
        let is_scheme = figure.class == UnitClass::Vaccination && any_of!["覆盖率", "接种率", "之间", "全程", "疫苗之间"].starts(after);
        if is_scheme {
            return Some(Reason::Spec);
        }
        let is_measured = matches!(
            figure.class,
            UnitClass::Share | UnitClass::Case | UnitClass::Mass | UnitClass::Money | UnitClass::Area
        );
        if written == "一" && (is_price || !is_measured) {
            // 每天一次, 每3天一次: how often is a quantity.
            let repeats = figure.class == UnitClass::Act
                && any_of!["进行", "开展", "做", "每天", "每日", "每周", "每月", "每晚"].ends(before)
                || (figure.unit == "次" && is_interval(before));
            return (!repeats).then_some(Reason::Article);
        }
    }
    match figure.form {
        Form::HanPositional => {
            return Some(if figure.class == UnitClass::None {
                Reason::Idiom
            } else {
                Reason::Other
            });
        }
        Form::Magnitude | Form::Share => return None,
        _ => {}
    }
    if figure.class != UnitClass::None || figure.form != Form::Digits {
        return None;
    }
    digits_without_unit(text, before, at_number_end, figure)
}

fn digits_without_unit(text: &str, before: &str, after: &str, figure: &Figure) -> Option<Reason> {
    let written = figure.span.of(text);
    if figure.value.is_none() || (figure.digits >= 7 && !figure.is_composed) {
        return Some(Reason::Identifier);
    }
    if figure.digits >= 2 && written.starts_with(['0', '０']) && !figure.is_composed {
        return Some(Reason::Identifier);
    }
    let digit_after_joint = |rest: &str| {
        rest.strip_prefix(['-', '—', '–', '－', '*', '/', '×'])
            .is_some_and(|r| r.starts_with(|c: char| c.is_ascii_digit()))
    };
    let digit_before_joint = before
        .strip_suffix(['-', '—', '–', '－', '*', '/', '×'])
        .is_some_and(|b| b.ends_with(|c: char| c.is_ascii_digit()));
    if digit_after_joint(after) || digit_before_joint {
        return Some(Reason::Identifier);
    }
    let bullet = before.is_empty() || before.ends_with(['(', '（', '。', '；', ';', '\t', '|', '#', '*', '-']);
    if bullet && figure.digits <= 2 && after.starts_with(['.', '．', '、', ')', '）']) && !figure.is_composed {
        return Some(Reason::Ordinal);
    }
    if after.starts_with("年代") {
        return Some(Reason::Date);
    }
    let is_year =
        figure.digits == 4 && !figure.is_composed && figure.value.and_then(Amount::to_i64).is_some_and(|v| (1949..=2049).contains(&v));
    if is_year && figure.start == figure.span.start as usize && !is_row_of_counts(text, figure) {
        return Some(Reason::Date);
    }
    let is_code = any_of![
        "电话",
        "热线",
        "拨打",
        "№",
        "编号",
        "No.",
        "邮编",
        "QQ",
        "证号",
        "号",
        "联系120",
        "股票代码",
        "©",
        "浏览",
        "热度",
        "阅读",
        "+"
    ]
    .ends(before.trim_end_matches([':', '：']))
        && !before
            .strip_suffix('+')
            .is_some_and(|sum| sum.ends_with(|c: char| c.is_ascii_digit()));
    // 12345热线, 120救护车, 84消毒液: a number that names what follows it; 表2.
    let names_next = any_of!["热线", "救护", "急救", "消毒液", "客服", "专线", "服务热线", "平台", "工作室"].starts(after);
    // 12345便民服务热线.
    let near = after
        .char_indices()
        .nth(MAX_LINE_NAME_CHARS)
        .map_or(after, |(end, _)| &after[..end]);
    let is_called = any_of!["热线", "平台"].within(near) || after.starts_with(['，', ',', '。', '”', '、']) || after.is_empty();
    let is_line = matches!(written, "12345" | "12320" | "12328" | "12315" | "12333" | "12358") && is_called;
    // 上午9点,位于…: an hour.
    let is_hour =
        figure.digits <= 2 && after.starts_with(['点', '时']) && any_of!["上午", "下午", "凌晨", "中午", "晚上", "早上"].ends(before);
    if is_hour && !figure.is_composed {
        return Some(Reason::Time);
    }
    if (is_code || names_next || is_line) && !figure.is_composed {
        return Some(Reason::Identifier);
    }
    if before.ends_with(['表', '图']) && figure.digits <= 2 && !figure.is_composed {
        return Some(Reason::Ordinal);
    }
    None
}

/// 每3天, 每两小时.
fn is_interval(before: &str) -> bool {
    let number = before
        .strip_suffix('天')
        .or_else(|| before.strip_suffix("小时"))
        .or_else(|| before.strip_suffix('周'));
    number.is_some_and(|rest| rest.trim_end_matches(super::lexer::is_numeral).ends_with(['每', '隔']))
}

/// 万民村四组, 龙门小区7栋、8栋: where somebody lives.
fn is_address(before: &str, figure: &Figure) -> bool {
    matches!(figure.unit, "组" | "栋" | "幢" | "队" | "社" | "座")
        && (any_of![
            "村", "社区", "小区", "庄", "屯", "委会", "家园", "花园", "苑", "园", "公寓", "新村", "组团"
        ]
        .ends(before)
            || (figure.unit != "组" && any_of!["栋、", "幢、", "座、", "栋和", "栋及"].ends(before)))
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

/// A longer line is none of a table.
const MAX_ROW_BYTES: usize = 200;
/// How far after its number a telephone line may be called one.
const MAX_LINE_NAME_CHARS: usize = 8;
/// How far before it a stretch of time is called an age.
const MAX_AGE_CHARS: usize = 8;
/// Most cells of one row.
const MAX_ROW_CELLS: usize = 16;

/// 24小时值班 is an idiom; 过去24小时 and 近4年 are windows; the others are durations that the text states.
fn duration_reason(text: &str, before: &str, after: &str, figure: &Figure) -> Option<Reason> {
    let unit = figure.unit;
    let written = figure.span.of(text);
    // 年龄最小的只有8个月.
    let near = before
        .char_indices()
        .rev()
        .nth(MAX_AGE_CHARS)
        .map_or(before, |(at, _)| &before[at..]);
    let near = near.rsplit(['，', ',']).next().unwrap_or_default();
    if near.contains("年龄") || any_of!["孩子刚满", "宝宝刚满", "刚满月", "孩子才", "孩子仅", "孩子只有"].within(near)
    {
        return Some(Reason::Age);
    }
    // 接听前两个月, 三天前: a stretch told from the day of the text.
    let told_from_now = (before.ends_with(['前', '头']) && !any_of!["提前", "目前", "之前", "日前", "以前", "眼前", "当前"].ends(before))
        || (after.starts_with('前') && !after.starts_with("前后"));
    let window = told_from_now
        || any_of!["过去", "最近", "此前", "近期", "未来", "今后"].ends(before)
        || (figure.approx == Approx::Under
            && text[..figure.span.start as usize].ends_with('近')
            && matches!(unit, "年" | "月" | "日" | "天" | "周")
            && !after.starts_with("的时间")
            && !after.starts_with("时间"));
    // 7天平均日增: over how many days a mean is taken.
    if after.starts_with("平均") && matches!(unit, "天" | "日" | "周") {
        return Some(Reason::Window);
    }
    if window || after.starts_with('来') || after.starts_with("以来") {
        return Some(Reason::Window);
    }
    if matches!(written, "24" | "廿四" | "二十四") && matches!(unit, "小时" | "个小时") {
        let bounded = figure.approx != Approx::Exact
            || after.starts_with('后')
            || after.starts_with("之内")
            || after.starts_with("核酸")
            || after.starts_with("有效")
            || before.ends_with("间隔");
        return (!bounded).then_some(Reason::Idiom);
    }
    if unit == "年" && figure.digits == 4 && !figure.is_composed {
        return Some(Reason::Date);
    }
    if unit == "夜"
        || (written == "一" && (after.starts_with('天') || any_of!["每", "那", "这", "同", "某", "有", "前", "后", "的"].ends(before)))
    {
        return Some(Reason::Article);
    }
    if unit == "秒" && written == "一" {
        return Some(Reason::Article);
    }
    if unit == "日" && written == "一" {
        return Some(if before.ends_with("过去") {
            Reason::Window
        } else {
            Reason::Idiom
        });
    }
    None
}
