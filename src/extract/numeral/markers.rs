//! Words beside a number that bound it: 近, 超过, 不少于; 余, 以上, 左右.
//!
//! In: a marker as it is written. Out: what it says of its number. Always: of two that begin alike the longer stands first.

use crate::extract::any_of::{AnyOf, any_of};
use crate::model::Approx;

/// Markers before a number, longest first.
pub const BEFORE: AnyOf = any_of![
    "不少于",
    "不低于",
    "不得少于",
    "不得低于",
    "不得超过",
    "不得高于",
    "不得多于",
    "不能超过",
    "未超过",
    "不超过",
    "不高于",
    "不多于",
    "至少",
    "最多",
    "不到",
    "不足",
    "接近",
    "将近",
    "逼近",
    "超过了",
    "突破了",
    "超过",
    "突破",
    "大约",
    "大概",
    "折合约",
    "约折合",
    "约合",
    "约",
    "近",
    "超",
    "逾",
    "≥",
    "≤",
    ">",
    "<",
    "≈",
];

/// Markers after a number or its unit, longest first.
pub const AFTER: AnyOf = any_of![
    "及以上",
    "及以下",
    "以上",
    "以下",
    "以内",
    "之内",
    "左右",
    "上下",
    "有余",
    "还多",
    "余",
    "多",
    "+",
    "＋",
];

/// What a marker of either side says of its number.
pub fn meaning(marker: &str) -> Approx {
    match marker {
        "不少于" | "不低于" | "不得少于" | "不得低于" | "至少" | "≥" | "及以上" | "以上" => Approx::AtLeast,
        "不超过" | "不高于" | "不多于" | "不得超过" | "不得高于" | "不得多于" | "不能超过" | "未超过" | "最多" | "≤" | "及以下"
        | "以下" | "以内" | "之内" => Approx::AtMost,
        "不到" | "不足" | "接近" | "将近" | "逼近" | "近" | "<" => Approx::Under,
        "大约" | "大概" | "折合约" | "约折合" | "约合" | "约" | "≈" | "左右" | "上下" => Approx::About,
        _ => Approx::Over,
    }
}
