//! A numeral with its markers and its unit: 近6.8万余份.
//!
//! In: folded text and the byte where a numeral may begin. Out: a [`Figure`], or the [`Reason`] why the numeral counts nothing.
//! Always: `span` holds the number only, as `gold/GUIDE.md` cuts it; markers and unit are outside it.

use super::any_of::{AnyOf, any_of};
use super::lexicon::{Lexicon, UnitClass};
use super::numeral::{self, AFTER, BEFORE, Form, Numeral};
use crate::model::{Amount, Approx, Reason, Span};

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
const JOINTS: AnyOf = AnyOf::words(&["至", "到", "-", "—", "–", "~", "～", "－"]);

/// Words that end in a marker's character and mean something else.
const NOT_A_MARKER: AnyOf = AnyOf::words(&[
    "附近", "最近", "临近", "邻近", "靠近", "新近", "商超", "预约", "节约", "签约", "合约", "履约", "条约", "特约", "高超", "赶超", "中超",
    "就近", "卖超", "约谈", "反超",
]);

/// Words that begin with a marker's character and mean something else.
const OTHER_WORDS: AnyOf = AnyOf::words(&[
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
]);

/// Markers right before a byte: how many bytes they take and what they mean.
fn marker_before(text: &str, line_start: usize, at: usize) -> Option<(usize, Approx)> {
    let before = &text[line_start..at];
    let trimmed = before.trim_end_matches([' ', '\u{a0}']);
    let marker = BEFORE.at_end(trimmed)?;
    let is_one_character = marker.chars().count() == 1;
    let misread = is_one_character && NOT_A_MARKER.ends(trimmed);
    (!misread).then_some((before.len() - trimmed.len() + marker.len(), numeral::meaning(marker)))
}

/// Blanks, then the measure word after a number. Returns it, the byte after it and its class.
fn unit_after(text: &str, at: usize, lexicon: &Lexicon) -> Option<(&'static str, usize, UnitClass)> {
    let rest = &text[at..];
    let trimmed = rest.trim_start_matches([' ', '\u{a0}']);
    let start = at + rest.len() - trimmed.len();
    let (unit, class) = lexicon.unit_at(trimmed).filter(|(_, class)| *class != UnitClass::None)?;
    Some((if unit == "％" { "%" } else { unit }, start + unit.len(), class))
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
    let marker = marker_before(text, line_start, at);
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
    if !is_plain_multiplier_start(&found, text, at, marker.is_some()) {
        // A lone 万 or 千 that nothing makes a number.
        figure.form = Form::HanPositional;
        return Some(figure);
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
    let percent = found.form == Form::Share && figure.span.of(text).starts_with("百分");
    if percent {
        (figure.unit, figure.class) = ("%", UnitClass::Share);
    } else if let Some((unit, unit_end, class)) = unit_after(text, end, lexicon) {
        (figure.unit, figure.class) = (unit, class);
        end = unit_end;
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
    Some(figure)
}

fn marker_after(text: &str, at: usize) -> Option<(usize, Approx)> {
    let rest = &text[at..];
    let trimmed = rest.trim_start_matches([' ', '\u{a0}']);
    let marker = AFTER.at_start(trimmed)?;
    // 20多个 is twenty and more; 3.5吨多种 is several kinds.
    let misread =
        at > 0 && !text[..at].ends_with(|c: char| c.is_ascii_digit() || super::lexer::is_han_numeral(c)) && OTHER_WORDS.starts(trimmed);
    (!misread).then_some((rest.len() - trimmed.len() + marker.len(), numeral::meaning(marker)))
}

/// 万, 千, 百 alone are a number only beside a marker: 万余名, 近千名.
fn is_plain_multiplier_start(found: &Numeral, text: &str, at: usize, is_marked: bool) -> bool {
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
    if matches!(figure.form, Form::Han) && !is_zero {
        if figure.class == UnitClass::None && !figure.is_composed {
            let enumerates = at_number_end.starts_with(['、', '是', '要', ')', '）', '.', '．'])
                && (before.is_empty() || before.ends_with(['。', '；', ';', '，', ',', '：', ':', '(', '（', '!', '！']));
            return Some(if enumerates { Reason::Ordinal } else { Reason::Idiom });
        }
        if written == "一" && !matches!(figure.class, UnitClass::Share | UnitClass::Case) {
            let repeats =
                figure.class == UnitClass::Act && (before.ends_with("进行") || before.ends_with("开展") || before.ends_with("做"));
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
        rest.strip_prefix(['-', '—', '–', '－', '*', '/'])
            .is_some_and(|r| r.starts_with(|c: char| c.is_ascii_digit()))
    };
    let digit_before_joint = before
        .strip_suffix(['-', '—', '–', '－', '*', '/'])
        .is_some_and(|b| b.ends_with(|c: char| c.is_ascii_digit()));
    if digit_after_joint(after) || digit_before_joint {
        return Some(Reason::Identifier);
    }
    let bullet = before.is_empty() || before.ends_with(['(', '（', '。', '；', ';', '\t', '|', '#', '*', '-']);
    if bullet && figure.digits <= 2 && after.starts_with(['.', '．', '、', ')', '）']) && !figure.is_composed {
        return Some(Reason::Ordinal);
    }
    let is_year =
        figure.digits == 4 && !figure.is_composed && figure.value.and_then(Amount::to_i64).is_some_and(|v| (1949..=2049).contains(&v));
    if is_year && figure.start == figure.span.start as usize {
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
    .ends(before);
    if is_code && !figure.is_composed {
        return Some(Reason::Identifier);
    }
    None
}

/// 24小时值班 is an idiom; 过去24小时 and 近4年 are windows; the others are durations that the text states.
fn duration_reason(text: &str, before: &str, after: &str, figure: &Figure) -> Option<Reason> {
    let unit = figure.unit;
    let written = figure.span.of(text);
    let window = any_of!["过去", "最近", "此前", "近期", "未来", "今后"].ends(before)
        || (figure.approx == Approx::Under
            && text[..figure.span.start as usize].ends_with('近')
            && matches!(unit, "年" | "月" | "日" | "天" | "周")
            && !after.starts_with("的时间")
            && !after.starts_with("时间"));
    if window || after.starts_with('来') || after.starts_with("以来") {
        return Some(Reason::Window);
    }
    if matches!(written, "24" | "廿四" | "二十四") && matches!(unit, "小时" | "个小时") {
        let bounded = figure.approx != Approx::Exact
            || after.starts_with('后')
            || after.starts_with("之内")
            || after.starts_with("核酸")
            || after.starts_with("有效");
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
