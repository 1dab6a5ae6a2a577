//! So much each day, and days that are named.

use super::check;

#[test]
fn what_comes_each_day() {
    check(
        "全市日均供应蔬菜300吨、猪肉40吨。",
        &["300吨 supply daily delivered 蔬菜", "40吨 supply daily delivered 猪肉"],
    );
    check(
        "每天供应蔬菜300吨，鸡蛋25吨。",
        &["300吨 supply daily delivered 蔬菜", "25吨 supply daily delivered 鸡蛋"],
    );
    check("志愿者每日为居民代购1500单。", &["1500单 service daily 居民代购"]);
    check(
        "供应421吨，略低于疫情前日均供应量428吨。",
        &["421吨 supply delivered", "428吨 supply daily delivered"],
    );
    check("企业日产口罩200万只。", &["2000000只 supply daily produced 口罩"]);
}

#[test]
fn what_came_on_a_day_that_is_named() {
    check("5月3日供应蔬菜300吨。", &["300吨 supply delivered 蔬菜"]);
    check("昨日供应蔬菜300吨。", &["300吨 supply delivered 蔬菜"]);
    check("商超每天开门，已供应蔬菜300吨。", &["300吨 supply delivered 蔬菜"]);
    check("累计供应蔬菜300吨。", &["300吨 supply delivered 蔬菜"]);
}

#[test]
fn what_is_counted_of_goods_with_nobody_doing_anything() {
    check(
        "市场供应蔬菜品种400多个，日均交易量1.2万吨。",
        &["400个 over other 蔬菜品种", "12000吨 supply daily 蔬菜"],
    );
    check(
        "东湖市场向城区配送蔬菜30吨，日交易量达到1230吨。",
        &["30吨 supply delivered 蔬菜", "1230吨 supply daily 蔬菜"],
    );
    check(
        "东湖市场的家禽、鸡蛋日交易量达到1230吨。",
        &["1230吨 supply daily 东湖市场的家禽、鸡蛋"],
    );
}
