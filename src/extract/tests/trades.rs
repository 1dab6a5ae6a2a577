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
        &["9人 service 县检察院起诉", "12人 service 训诫造谣者", "6人 service 搜救被困村民"],
    );
    check(
        "县公安局约谈商铺老板23人，慰问一线民警300名，组织民警180名上路。",
        &["23人 service 约谈商铺老板", "300名 service 慰问一线民警", "180名 personnel 民警"],
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
        &["3000只 supply 假口罩", "8起 service 破获案件"],
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

#[test]
fn files_programmes_and_verbs_within_names() {
    check(
        "热线接获查询58万宗，当中21万宗与通行证有关；工会调处劳资纠纷96宗。",
        &[
            "580000宗 service 热线接获查询",
            "210000宗 service 热线接获查询",
            "96宗 service 工会调处劳资纠纷",
        ],
    );
    check(
        "学院上线网络课程426门，人社局举办直播带岗64场，推出健身视频130期。",
        &[
            "426门 service 上线网络课程",
            "64场 service 人社局举办直播带岗",
            "130期 service 推出健身视频",
        ],
    );
    check(
        "供电所为1.2万户居民恢复供电，对420座公厕每日消毒。",
        &["12000户 service 供电居民", "420座 service 公厕"],
    );
    check(
        "市金融监管局联合15家银行支持企业，检疫专班登临检疫航班54架次。",
        &["15家 other 银行", "54架次 service 检疫专班登临检疫航班"],
    );
    check(
        "向全国药店发货5.6万件，库存仍有3万件；每天发往甲市的蔬菜达1600吨。",
        &[
            "56000件 supply delivered 药店发货",
            "30000件 supply stocked 药店发货",
            "1600吨 supply daily delivered 蔬菜",
        ],
    );
    check(
        "药厂煎制汤剂6.7万袋，免费送给工人；县里调运帐篷2000顶，支援隔离点建设。",
        &["67000袋 supply delivered 汤剂", "2000顶 supply raised 帐篷"],
    );
    check("甲县销售公司库存汽油4100吨。", &["4100吨 supply stocked 汽油"]);
}

#[test]
fn whom_it_was_done_for_and_what_the_words_only_name() {
    check(
        "某慈善基金会捐资5000万元，校友总会筹得善款526万元。",
        &["50000000元 money 捐资", "5260000元 money 筹得善款"],
    );
    check(
        "抓获在逃人员41名，慰问值守人员200名，转运中心到岗员工1100人。",
        &["41名 service 抓获在逃人员", "200名 service 慰问值守人员", "1100人 personnel 员工"],
    );
    check(
        "1260个行政村设置劝返点1483个，两大批发市场日均上市蔬菜2600吨。",
        &[
            "1260个 other 行政村",
            "1483个 facility 劝返点",
            "2 facility 批发市场",
            "2600吨 supply daily delivered 蔬菜",
        ],
    );
    check(
        "将2.1万名困难群众纳入低保，覆盖学生1.1万人。",
        &["21000名 service 困难群众纳入低保", "11000人 service 覆盖学生"],
    );
    check(
        "公布4起典型案件，15秒接通率达91%。",
        &["4起 other 典型案件", "91% ratio 15秒接通率"],
    );
    check(
        "每户获发10个抗原检测试剂，检出19个混样阳性。",
        &["10个 supply delivered 抗原检测", "19个 testing 混样阳性"],
    );
    check("预计下周复产的化纤企业有27家。", &["27家 work_resumption planned 化纤企业"]);
}
