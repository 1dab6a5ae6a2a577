//! A numeral with its markers and its unit: 近6.8万余份.
//!
//! In: folded text and the byte where a numeral may begin. Out: a [`Figure`]; `reasons` tells where it counts nothing.
//! Always: `span` holds the number only, as `gold/GUIDE.md` cuts it; markers and unit are outside it.

use super::any_of::{AnyOf, any_of};
use super::lexicon::{Lexicon, UnitClass};
use super::numeral::{self, AFTER, BEFORE, Form, Numeral};
use super::phrases;
use crate::model::{Amount, Approx, Quantity, Span};

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

const SHARE_SIGNS: AnyOf = any_of!["%", "％"];

/// Signs between the two ends of a range.
const JOINTS: AnyOf = any_of!["至", "到", "-", "—", "–", "~", "～", "－"];

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
    let misread = is_one_character && phrases::NOT_A_MARKER.ends(trimmed);
    (!misread).then_some((before.len() - trimmed.len() + marker.len(), numeral::meaning(marker)))
}

/// 至少|预留|20张: a bound before the verb of the number.
fn bound_before_verb(trimmed: &str) -> Option<Approx> {
    let verb = any_of!["可支撑", "可供应", "可满足", "可保障", "可使用", "可供", "可用"]
        .at_end(trimmed)
        .map(|verb| trimmed.len() - verb.len());
    // 至少有2至3家; 最多时的870辆 is no bound.
    let short = || trimmed.strip_suffix(['有', '需', '设', '配']).map(str::len);
    let long = || {
        let at = trimmed.char_indices().rev().nth(1)?.0;
        (!trimmed[at..].contains(['时', '的', '、', '，', ','])).then_some(at)
    };
    let verb = verb
        .or_else(|| short().filter(|at| any_of!["至少", "最多"].ends(&trimmed[..*at])))
        .or_else(long)?;
    let bound = any_of!["至少", "最多"].at_end(&trimmed[..verb])?;
    // 单日最多检测9100人次: the most that there were is no bound.
    if any_of!["单日最多", "一天最多", "日均最多"].ends(&trimmed[..verb]) {
        return None;
    }
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

/// The unit of tenths: 七成.
const TENTHS: &str = "成";

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

    /// 七成, 三成半, 八成七, 七八成: tenths are written as one word, as 百分之七十 is. Returns the byte after it.
    fn take_tenths(&mut self, text: &str, at: usize) -> usize {
        let tenfold = |amount: Amount| amount.checked_mul(Amount::from_int(10));
        self.value = self.value.and_then(tenfold);
        self.low = self.low.and_then(tenfold);
        self.high = self.high.and_then(tenfold);
        let half = text[at..]
            .strip_prefix('半')
            .filter(|rest| self.value.is_some() && !rest.starts_with('数'));
        // 八成七。: hundredths, where nothing is counted behind them.
        let digit = || {
            let (_, digit) = text[at..].char_indices().next()?;
            let rest = &text[at + digit.len_utf8()..];
            let is_last = rest.is_empty() || rest.starts_with(['，', ',', '。', '；', ';', '、', '）', ')', '\n', '的', '左', '以']);
            numeral::han_digit(digit)
                .filter(|_| is_last && self.value.is_some())
                .map(|value| (value, rest))
        };
        let end = match half.map(|rest| (5, rest)).or_else(digit) {
            Some((hundredths, rest)) => {
                self.add(Some(Amount::from_int(hundredths)));
                text.len() - rest.len()
            }
            None => at,
        };
        self.span.end = end as u32;
        self.unit = "%";
        self.form = Form::Share;
        self.is_composed = true;
        end
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
    // 丹麦 1 日本 1: the next row of a table.
    if start > at
        && trimmed
            .strip_prefix("日本")
            .is_some_and(|rest| !rest.starts_with(char::is_alphabetic))
    {
        return None;
    }
    // 14支援藏医疗队: teams that help a province.
    let is_team = trimmed
        .strip_prefix("支援")
        .is_some_and(|rest| rest.chars().nth(1).is_some_and(|c| matches!(c, '医' | '抗' | '队')));
    let (unit, class) = if is_team {
        lexicon.unit_at("支")?
    } else if phrases::FIRST_IS_UNIT.starts(trimmed) {
        let unit = trimmed.chars().next().map_or(0, char::len_utf8);
        lexicon.unit_at(&trimmed[..unit])?
    } else if phrases::NO_UNITS.starts(trimmed) {
        return None;
    } else {
        lexicon
            .unit_at(trimmed)
            .filter(|(unit, class)| *class != UnitClass::None || *unit == "人均")?
    };
    // 8人均在定点医院: all of them, not per head.
    let per_head = any_of![
        "收入",
        "消费",
        "可支配",
        "生产",
        "国内",
        "GDP",
        "面积",
        "住房",
        "预期",
        "每",
        "年",
        "月",
        "日",
        "用",
        "拥有",
        "占有",
        "持有",
        "产值",
        "产出",
        "补助",
        "补贴",
        "费用",
        "支出",
        "纯收入"
    ];
    let (unit, class) = if unit == "人均" && !trimmed[unit.len()..].is_empty() && !per_head.starts(&trimmed[unit.len()..]) {
        lexicon.unit_at("人")?
    } else {
        (unit, class)
    };
    // 3mol: a longer word of letters is no metre.
    let is_letters = unit.ends_with(|c: char| c.is_ascii_alphanumeric());
    let goes_on = is_letters && trimmed[unit.len()..].starts_with(|c: char| c.is_ascii_alphanumeric());
    if class == UnitClass::None || goes_on {
        return None;
    }
    // 12名次密接: persons, and of which contacts.
    let (unit, class) = match unit.strip_suffix('次').filter(|_| trimmed[unit.len()..].starts_with('密')) {
        Some("名") => lexicon.unit_at("名")?,
        Some("人") => lexicon.unit_at("人")?,
        _ => (unit, class),
    };
    // 2387例次之: the next in rank.
    let (unit, class) = if unit == "例次" && trimmed[unit.len()..].starts_with('之') {
        lexicon.unit_at("例")?
    } else {
        (unit, class)
    };
    // 12个点位: places, and no percentage points.
    let (unit, class) = if unit == "个点" && trimmed[unit.len()..].starts_with('位') {
        lexicon.unit_at("个")?
    } else {
        (unit, class)
    };
    // 12345、12301两条热线: the next number, and no weight.
    if unit == "两"
        && lexicon
            .unit_at(&trimmed[unit.len()..])
            .is_some_and(|(_, class)| class != UnitClass::None)
    {
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
    // 15%至20%: the first sign is told once more.
    let share = SHARE_SIGNS.at_start(&text[end..]).map_or(0, str::len);
    let range = range_end(text, end, lexicon).or_else(|| {
        let range = (share > 0).then(|| range_end(text, end + share, lexicon)).flatten();
        range.filter(|(_, end)| SHARE_SIGNS.starts(&text[*end..]))
    });
    if let Some((other, other_end)) = range {
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
        end = if unit == TENTHS {
            figure.take_tenths(text, end)
        } else {
            figure.take_smaller_parts(text, end)
        };
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
    // 收治2100人不到: at the end of its clause; 5个小时不到就赶到.
    if let Some(rest) = trimmed
        .strip_prefix("不到")
        .filter(|rest| ends_clause(rest) || rest.starts_with(['就', '便', '增']))
    {
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
    let misread = at > 0
        && !text[..at].ends_with(|c: char| c.is_ascii_digit() || super::letters::is_han_numeral(c))
        && phrases::NOT_A_MARKER_AFTER.starts(trimmed);
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
    // 力争零感染的目标, 并不是追求完全零感染: nothing is counted.
    let is_goal = any_of!["感染的", "感染目标", "死亡的", "死亡目标"].starts(rest)
        || any_of!["追求", "完全", "绝对", "力争", "争取", "确保", "实现", "做到"].ends(&text[..figure.span.start as usize]);
    figure.span.of(text) == "零"
        && !is_goal
        && any_of!["报告", "新增", "感染", "病例", "确诊", "阳性", "检出", "重症", "危重", "死亡"].starts(rest)
}
