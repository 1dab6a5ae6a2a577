//! Money: prices by goods and unit, and sums that take their topic from the words around them.

use super::check;

#[test]
fn goods_with_the_word_for_their_price() {
    check(
        "菜心每公斤批发价为9.8元，较前一日回落0.6元。",
        &["9.8元 money 菜心批发价", "0.6元 money 菜心批发价回落"],
    );
    check(
        "尿素出厂价每吨1680元；上海青每斤3.5元，前腿肉12.8元。",
        &["1680元 money 尿素出厂价", "3.5元 money 上海青价格", "12.8元 money 前腿肉价格"],
    );
    check(
        "蔬菜批发均价每公斤4.87元，猪肉47.3元，鸡蛋每公斤6.75元。",
        &[
            "4.87元 money 蔬菜批发均价",
            "47.3元 money 猪肉批发均价",
            "6.75元 money 鸡蛋批发均价",
        ],
    );
    check(
        "农户售粮850吨，每斤2.15元；涨幅最大的是豇豆，每斤6元。",
        &["850吨 supply delivered 粮", "2.15元 money 粮价格", "6元 money 豇豆价格"],
    );
    check(
        "商贩将进价每斤1.8元的大白菜以每斤5.9元出售。",
        &["1.8元 money 大白菜进价", "5.9元 money 大白菜"],
    );
    check(
        "上线“保供套餐”17款，最便宜的售价39元。",
        &["17款 supply delivered “保供套餐”", "39元 money “保供套餐”售价"],
    );
    check("每人每天30元，每户200元。", &["30元 money daily", "200元 money"]);
}

#[test]
fn sums_that_say_little_with_whom_or_what_they_are_for() {
    check(
        "为快递员每人每天补助150元，困难群众每人发放300元补贴。",
        &["150元 money daily 快递员补助", "300元 money 困难群众补贴"],
    );
    check(
        "推出“抗疫贷”，单户不超过300万元，两天里办妥215笔，余额3.4亿元。",
        &[
            "3000000元 at_most money “抗疫贷”",
            "2天 duration 里办妥",
            "215笔 service 办妥",
            "340000000元 money “抗疫贷”余额",
        ],
    );
    check(
        "垫付饲料460吨，折款156万元。",
        &["460吨 supply 垫付饲料", "1560000元 money 垫付饲料折款"],
    );
    check("每人限购口罩10只，额度最高200万元。", &["10只 supply 口罩", "2000000元 money 额度"]);
    check(
        "市财政以每单补贴2.5元的办法支持冷链邮路60条。",
        &["2.5元 money 补贴", "60条 other 冷链邮路"],
    );
    check(
        "临江药业、北山水泥各捐款100万元。",
        &["1000000元 money 临江药业捐款", "1000000元 money 北山水泥捐款"],
    );
    check(
        "截至5月3日，收到社会捐款，资金物资总计132万元，其中资金97万元、物资35万元。",
        &["1320000元 money 资金物资", "970000元 money 捐赠资金", "350000元 money 捐赠物资"],
    );
}
