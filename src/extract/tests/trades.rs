//! Phrasings of trades and services: acts, callings, sums and what resumed, as firms and bureaus report them.

use super::check;

#[test]
fn acts_and_what_they_are_done_to() {
    check(
        "抢修队修复漏水管14处，劝导摊贩260人次，复核通行手续31项。",
        &[
            "14处 service 抢修队修复漏水管",
            "260人次 service 劝导摊贩",
            "31项 service 复核通行手续",
        ],
    );
    check(
        "养护班疏通管道7.2公里，维保电梯920台次，邮寄证照700份。",
        &[
            "7.2公里 service 养护班疏通管道",
            "920台次 service 维保电梯",
            "700份 service 邮寄证照",
        ],
    );
    check(
        "园区设消毒通道2条，测温点设登记台20个，排查出隐患12处。",
        &["2条 facility 消毒通道", "20个 facility 登记台", "12处 service 排查出隐患"],
    );
    check(
        "县检察院起诉9人，训诫造谣者12人，搜救被困村民6人。",
        &["9人 service 县检察院起诉", "12人 service 训诫造谣者", "6人 service 困村民"],
    );
    check(
        "县公安局约谈商铺老板23人，慰问一线民警300名，组织民警180名上路。",
        &["23人 service 商铺老板", "300名 service 一线民警", "180名 personnel 民警"],
    );
}

#[test]
fn who_profits_what_is_written_what_is_seized() {
    check(
        "减租1200万元，惠及商户410家；稳岗返还惠及职工5.1万人。",
        &["12000000元 money 减租", "410家 other 商户", "51000人 other 职工"],
    );
    check(
        "村民递交请战书58份，社区印发宣传单6000份，工厂印制口罩袋2万个。",
        &["58份 other 村民递交请战书", "6000份 other 宣传单", "20000个 supply produced 口罩袋"],
    );
    check(
        "县市场监管局查获假口罩3000只，破获案件8起。",
        &["3000只 supply 假口罩", "8起 service 案件"],
    );
}

#[test]
fn sums_that_say_little_and_their_bounds() {
    check(
        "向困难户发放临时生活补助，每人补助1500元，累计支出830万元。",
        &["1500元 money 临时生活补助", "8300000元 money 临时生活补助"],
    );
    check(
        "民政局发放特困母亲慰问金28万元，每瓶补贴15元。",
        &["280000元 money 特困母亲慰问金", "15元 money 特困母亲慰问金"],
    );
}

#[test]
fn what_resumed_what_was_sold_and_what_lasts() {
    check(
        "甲市重点建设项目全面复工36个，A级景区有序复业31家，矿山达到复产条件的64座。",
        &[
            "36个 work_resumption resumed 甲市重点建设项目",
            "31家 work_resumption resumed A级景区",
            "64座 work_resumption ready 矿山",
        ],
    );
    check(
        "超市卖出菜包9.4万份，只剩120份；果农无偿向医院提供脐橙25吨。",
        &[
            "94000份 supply delivered 菜包",
            "120份 supply stocked 菜包",
            "25吨 supply donated 脐橙",
        ],
    );
    check(
        "食用油6120吨，可供应90天；粮库现有冬储菜1.5万吨。",
        &["6120吨 supply 食用油", "90天 duration 可供应", "15000吨 supply stocked 冬储菜"],
    );
    check(
        "市里无偿送来液氧26吨、奶渣30吨。",
        &["26吨 supply donated 液氧", "30吨 supply donated 奶渣"],
    );
    check(
        "每人限购口罩10只，客座率不得超过75%，额度最高200万元。",
        &["10只 supply 口罩", "75% at_most ratio 客座率", "2000000元 money 额度"],
    );
}

#[test]
fn names_with_numbers_callings_and_samples() {
    check(
        "工厂生产75%酒精2万瓶，运-20运输机6架，2022届毕业生1076万人。",
        &[
            "20000瓶 supply produced 75%酒精",
            "6架 vehicle 运-20运输机",
            "10760000人 other 2022届毕业生",
        ],
    );
    check(
        "19名厨师凌晨开灶，12名药师提供咨询，37个疏导小组入驻小区。",
        &["19名 personnel 厨师", "12名 personnel 药师", "37个 personnel 疏导小组"],
    );
    check(
        "采集咽拭子98万份，手部拭子复检27个。",
        &["980000份 testing 采集咽拭子", "27个 testing 手部拭子复检"],
    );
    check("解封61个小区，暂停开放景区138个。", &["61个 risk_area 小区", "138个 facility 景区"]);
    check(
        "近400万社区工作者，千余村干部。",
        &["4000000 under personnel 社区工作者", "1000 over personnel 村干部"],
    );
    check(
        "中药汤剂4.5万剂，疫苗4.5万剂。",
        &["45000剂 supply 中药汤剂", "45000剂 vaccination 疫苗"],
    );
}
