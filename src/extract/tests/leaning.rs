//! What leans on what was said before it: parts, later states, what each of several did, what is yet to come; and numbers within names.

use super::check;

#[test]
fn counts_that_lean_on_those_before() {
    check(
        "截至5月3日24时，东山省累计报告确诊病例38例。其中，外来人员23例，本省人口15例；治愈出院2例，病情平稳28例，重症6例，危重症2例。",
        &[
            "38例 cases confirmed cumulative @东山省 ../2022-05-04",
            "23例 cases confirmed cumulative 外来人员 @东山省 ../2022-05-04",
            "15例 cases confirmed cumulative @东山省 ../2022-05-04",
            "2例 cases discharged cumulative @东山省 ../2022-05-04",
            "28例 cases confirmed current @东山省 ../2022-05-04",
            "6例 cases severe current @东山省 ../2022-05-04",
            "2例 cases critical current @东山省 ../2022-05-04",
        ],
    );
    check(
        "目前在院治疗病例34例，其中危重1例、重症1例、普通32例。",
        &[
            "34例 cases confirmed current",
            "1例 cases critical current",
            "1例 cases severe current",
            "32例 cases confirmed current 普通",
        ],
    );
    check(
        "累计追踪密切接触者567人，12人转为确诊病例，3人转为疑似病例，已解除医学观察53人。",
        &[
            "567人 contacts cumulative traced 密切接触者",
            "12人 cases confirmed",
            "3人 cases suspected cumulative",
            "53人 contacts cumulative released 密切接触者",
        ],
    );
    check(
        "临江市累计报告本土确诊病例220例，分型为轻型53例、普通型149例、重型13例、危重型5例。",
        &[
            "220例 cases confirmed cumulative local @临江市",
            "53例 cases confirmed cumulative local 轻型 @临江市",
            "149例 cases confirmed cumulative local 普通型 @临江市",
            "13例 cases severe cumulative local @临江市",
            "5例 cases critical cumulative local @临江市",
        ],
    );
    check(
        "在院的1815例里重型12例、危重型3例。",
        &[
            "1815例 cases confirmed current",
            "12例 cases severe current",
            "3例 cases critical current",
        ],
    );
    check(
        "5月3日0—24时，3例本土、1例境外输入无症状感染者转归为确诊病例。",
        &[
            "3例 cases converted new local 2022-05-03/2022-05-04",
            "1例 cases converted new imported 2022-05-03/2022-05-04",
        ],
    );
    check(
        "5月3日0—24时，临江市新增本土确诊病例21例，其中4例由无症状感染者订正；新增本土无症状感染者6例。21例确诊病例按居住地划分：磨街乡9例、方山镇12例。",
        &[
            "21例 cases confirmed new local @临江市 2022-05-03/2022-05-04",
            "4例 cases converted new local @临江市 2022-05-03/2022-05-04",
            "6例 cases asymptomatic new local @临江市 2022-05-03/2022-05-04",
            "21例 cases confirmed new local @临江市 2022-05-03/2022-05-04",
            "9例 cases confirmed new local @磨街乡 2022-05-03/2022-05-04",
            "12例 cases confirmed new local @方山镇 2022-05-03/2022-05-04",
        ],
    );
    check(
        "临江市累计报告本土确诊病例246例、无症状感染者27例。当前，273例感染者均在定点医院治疗，其中重型2例、危重型1例。",
        &[
            "246例 cases confirmed cumulative local @临江市",
            "27例 cases asymptomatic cumulative local @临江市",
            "273例 cases infected current local @临江市",
            "2例 cases severe current local @临江市",
            "1例 cases critical current local @临江市",
        ],
    );
    check(
        "临江市新增病亡3例（东湖区、西山区、南河县各1例），其中2人生前合并有高血压等基础疾病。",
        &[
            "3例 cases dead new @临江市",
            "1例 cases dead new @东湖区",
            "1例 cases dead new @西山区",
            "1例 cases dead new @南河县",
            "2人 cases dead new @临江市",
        ],
    );
    check(
        "29日0时至24时，东山省新增确诊病例8例。截至5月29日24时，累计确诊病例35例。",
        &[
            "8例 cases confirmed new @东山省 2022-05-29/2022-05-30",
            "35例 cases confirmed cumulative @东山省 ../2022-05-30",
        ],
    );
    check(
        "当日排查密切接触者1289人，累计26817人，现有19743人在集中隔离点接受医学观察。",
        &[
            "1289人 contacts new traced 密切接触者",
            "26817人 contacts cumulative traced 密切接触者",
            "19743人 contacts current observed 密切接触者",
        ],
    );
    check(
        "在隔密接437人、次密接112人。累计转运隔离密接936人、次密接540人。",
        &[
            "437人 contacts current observed 密接",
            "112人 contacts current observed 次密接",
            "936人 contacts cumulative observed 密接",
            "540人 contacts cumulative observed 次密接",
        ],
    );
    check(
        "居前三位的是临江市386例、南山市323例。现有确诊病例3例，现无疑似病例、无重症病例。",
        &[
            "386例 cases infected @临江市",
            "323例 cases infected @南山市",
            "3例 cases confirmed current @临江市",
            "0 cases suspected current @临江市",
            "0 cases severe current @临江市",
        ],
    );
    check(
        "采样67.7万人，其中65.9万人结果为阴性。二十三名患者痊愈离院。",
        &["677000人 testing 采样", "659000人 testing 结果", "23名 cases discharged cumulative"],
    );
}

#[test]
fn what_each_of_several_did() {
    check(
        "东湖、西山、南河三地各捐蔬菜50吨。",
        &[
            "3地 other",
            "50吨 supply donated 蔬菜",
            "50吨 supply donated 蔬菜",
            "50吨 supply donated 蔬菜",
        ],
    );
    check(
        "临江酒店协会、临江餐饮协会、南山商会各捐30万元。",
        &[
            "300000元 money 临江酒店协会捐款",
            "300000元 money 临江餐饮协会捐款",
            "300000元 money 南山商会捐款",
        ],
    );
    check(
        "东湖、西山、北岭、南河四区各分得牛奶600箱。",
        &[
            "4区 other",
            "600箱 supply delivered 牛奶",
            "600箱 supply delivered 牛奶",
            "600箱 supply delivered 牛奶",
            "600箱 supply delivered 牛奶",
        ],
    );
    check(
        "甲邮政公司、乙邮政公司各包下2000亩滞销的莲藕。",
        &["2000亩 other 莲藕", "2000亩 other 莲藕"],
    );
}

#[test]
fn the_same_things_later_or_in_part() {
    check(
        "市急救中心每天的呼入量一度由平时的3500个蹿到9800个，三院新增的床位由20张扩到了100张。",
        &[
            "3500个 service daily 呼入量",
            "9800个 service daily 呼入量",
            "20张 facility 床位",
            "100张 facility 床位",
        ],
    );
    check(
        "配送人员也由3700人增加到1.8万人。",
        &["3700人 personnel 配送人员", "18000人 personnel 配送人员"],
    );
    check(
        "重点项目复工218个，开发区一地就占了57个。",
        &["218个 work_resumption resumed 重点项目", "57个 work_resumption resumed 重点项目"],
    );
    check(
        "蔬菜均价每公斤8.06元，比节前高出0.57元，进场9642吨，高出平日1900吨。",
        &[
            "8.06元 money 蔬菜均价",
            "0.57元 money 蔬菜均价",
            "9642吨 supply raised 蔬菜",
            "1900吨 supply raised 蔬菜",
        ],
    );
    check(
        "市场蔬菜进场2215吨、出货1987吨，库存3640吨。",
        &[
            "2215吨 supply raised 蔬菜",
            "1987吨 supply delivered 蔬菜",
            "3640吨 supply stocked 蔬菜",
        ],
    );
    check(
        "14家医院接收孕产妇、8家接收血透患者。",
        &["14家 facility 医院", "8家 facility 孕产妇"],
    );
    check("比市场价低15%至20%。", &["15~20% ratio 比市场价低"]);
    check(
        "南山市捐了300吨蔬菜，临江市东湖区捐了220吨。",
        &["300吨 supply donated 蔬菜", "220吨 supply donated 蔬菜"],
    );
}

#[test]
fn ready_to_open_and_yet_to_come() {
    check(
        "另有132户企业完成备案，具备复工条件；31家具备了复工条件，96家方案已经备案，随时可以复工。",
        &[
            "132户 work_resumption ready 企业",
            "31家 work_resumption ready 企业",
            "96家 work_resumption ready 方案",
        ],
    );
    check(
        "下一步，临江市将再筹措口罩100万只、额温枪2万支，并采购门磁1.5万套。",
        &[
            "1000000只 supply planned 口罩",
            "20000支 supply planned 额温枪",
            "15000套 supply planned 门磁",
        ],
    );
    check(
        "45家打馕店恢复营业，每天供馕38万个。",
        &["45家 work_resumption resumed 打馕店", "380000个 supply daily delivered 馕"],
    );
}

#[test]
fn names_that_hold_a_number() {
    check(
        "八家子市场照常营业。77国集团成员。12345、12301两条热线累计接听诉求9.3万件。",
        &["2条 other 热线", "93000件 service 接听诉求"],
    );
    check(
        "代送高考录取通知书1178封，31封控区解封。",
        &["1178封 other 高考录取通知书", "31 risk_area 封控区"],
    );
    check(
        "手里还备着2.3万间房，定点医院腾出床位3400余张。",
        &["23000间 facility 房", "3400张 over facility 定点医院床位"],
    );
    check(
        "价格仍是每份15元。抢修水电气暖故障4310起，制售假劣口罩类212起，被处以30万元罚款。",
        &[
            "15元 money 价格",
            "4310起 service 抢修水电气暖故障",
            "212起 service 制售假劣口罩类",
            "300000元 money 罚款",
        ],
    );
    check(
        "46趟动车组在三个车站临时办客，18辆配送专车天天跑村，代购代送药品累计9.4万单。",
        &[
            "46趟 vehicle 动车组",
            "3个 facility 车站",
            "18辆 vehicle 配送专车",
            "94000单 service 代购代送药品",
        ],
    );
    check(
        "消杀学校、港口等场所210余处，累计发放179批，粮食产量保持在1.3万亿斤以上。",
        &[
            "210处 over service 消杀学校、港口等场所",
            "179批 supply delivered",
            "1300000000000斤 at_least other 粮食",
        ],
    );
}

#[test]
fn stocks_and_noughts_of_a_stretch() {
    check(
        "5月1日以来，临江市累计报告确诊病例156例，已治愈出院41例，现有在院115例。",
        &[
            "156例 cases confirmed cumulative @临江市 2022-05-01/..",
            "41例 cases discharged cumulative @临江市 2022-05-01/..",
            "115例 cases confirmed current @临江市 2022-05-01/..",
        ],
    );
    check(
        "尚有41人在定点医院和方舱接受治疗，其中重型无。全天没有新增境外输入确诊病例。",
        &[
            "41人 cases confirmed current",
            "0 cases severe current",
            "0 cases confirmed new imported",
        ],
    );
    check(
        "5月3日0—24时，宁夏新增确诊病例6例。截至5月3日24时，全区现有确诊病例64例。",
        &[
            "6例 cases confirmed new @宁夏 2022-05-03/2022-05-04",
            "64例 cases confirmed current @宁夏回族自治区 ../2022-05-04",
        ],
    );
    check(
        "临江市新增感染者97例。北街镇最多，达61例，东街镇12例。",
        &[
            "97例 cases infected new @临江市",
            "61例 cases infected new @北街镇",
            "12例 cases infected new @东街镇",
        ],
    );
    check(
        "5月3日0—24时，新增3例本土确诊病例、2例富平县本土无症状感染者。",
        &[
            "3例 cases confirmed new local @富平县 2022-05-03/2022-05-04",
            "2例 cases asymptomatic new local @富平县 2022-05-03/2022-05-04",
        ],
    );
    check(
        "新增本土确诊22例、本土无症状感染者32例：拉萨35例，阿里19例。以上感染者38例为管控中发现。",
        &[
            "22例 cases confirmed new local @拉萨市",
            "32例 cases asymptomatic new local @拉萨市",
            "35例 cases infected new local @拉萨市",
            "19例 cases infected new local 阿里 @拉萨市",
            "38例 cases infected new @拉萨市",
        ],
    );
    check(
        "2月1日0时至24时，东山省新增确诊病例34例，新增出院病例1例。截至2月1日24时，东山省累计报告确诊病例236例，其中出院病例6例。出院病例中，临江市4例、南山市2例。",
        &[
            "34例 cases confirmed new @东山省 2022-02-01/2022-02-02",
            "1例 cases discharged new @东山省 2022-02-01/2022-02-02",
            "236例 cases confirmed cumulative @东山省 ../2022-02-02",
            "6例 cases discharged cumulative @东山省 ../2022-02-02",
            "4例 cases discharged cumulative @临江市 ../2022-02-02",
            "2例 cases discharged cumulative @南山市 ../2022-02-02",
        ],
    );
    check(
        "检出10合1混管阳性6管。王五镇4例，雅星镇2例。采集环境样本430份，仅1份外环境呈阳性。",
        &[
            "6管 testing 检出10合1混管阳性",
            "4例 cases infected @王五镇",
            "2例 cases infected @雅星镇",
            "430份 testing 采集环境样本",
            "1份 testing 外环境呈阳性",
        ],
    );
}

#[test]
fn later_states_by_any_verb() {
    check(
        "骑手从三百多名补到1630名，进场货车从最少时的六十多台慢慢爬到四百台。",
        &[
            "300名 over personnel 骑手",
            "1630名 personnel 骑手",
            "60台 over vehicle 货车",
            "400台 vehicle 货车",
        ],
    );
    check(
        "商铺的小白菜，每斤从4元卖到9元，药房将进价0.8元的口罩卖到6元。",
        &["4元 money 小白菜价格", "9元 money 小白菜价格", "0.8元 money 口罩", "6元 money 口罩"],
    );
    check("这两天回升到5400吨，数九天最怕停暖，电费只能补回零头。", &["5400吨 supply"]);
    check(
        "东湖、西山、北岭三区未受影响，三大运营商赠送流量，近一半话务员居家接线。",
        &["3区 other 东湖、西山、北岭", "3 other 运营商", "0.5 under ratio 话务员居家接线"],
    );
    check(
        "返岗15.6万人，首批闭环返岗3600人，在岗职工2000人。",
        &["156000人 personnel 返岗人员", "3600人 personnel 返岗人员", "2000人 personnel 职工"],
    );
    check(
        "另有4所在建，两支队伍已有86名队员轮休，签下承诺书的酒店有48家。",
        &[
            "4所 facility 在建",
            "2支 personnel 队伍",
            "86名 personnel 队员",
            "48家 facility 酒店",
        ],
    );
    check(
        "医务人员超过1万名，江西、湖南分别为1200名和860名。",
        &[
            "10000名 over personnel 医务人员",
            "1200名 personnel 医务人员",
            "860名 personnel 医务人员",
        ],
    );
    check(
        "方舱累计收治患者6512人，给货车司机做核酸4.4万人次，送盒饭6.7万份。",
        &[
            "6512人 cases confirmed cumulative",
            "44000人次 testing 给货车司机做核酸",
            "67000份 supply delivered 盒饭",
        ],
    );
    check(
        "农商行20万元的“虾稻贷”到账，低保金连同临时补贴提前发放，总共7846万元。",
        &["200000元 money 虾稻贷", "78460000元 money 低保金连同临时补贴"],
    );
    check(
        "正在给楼组发600盒牛奶，早稻种子备了1300吨，拉走番茄1260吨。",
        &[
            "600盒 supply delivered 牛奶",
            "1300吨 supply stocked 早稻种",
            "1260吨 supply delivered 番茄",
        ],
    );
}
