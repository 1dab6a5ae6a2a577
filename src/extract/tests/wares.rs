//! Wares, teams, sums and rules: rows of names and figures, later states, shares for each, gifts that are received.

use super::check;

#[test]
fn names_and_figures_in_a_row() {
    check(
        "粮食、食用油、肉类、鸡蛋日均销售1420吨、310吨、560吨和390吨。",
        &[
            "1420吨 supply daily delivered 粮食",
            "310吨 supply daily delivered 食用油",
            "560吨 supply daily delivered 肉类",
            "390吨 supply daily delivered 鸡蛋",
        ],
    );
    check(
        "牦牛肉、奶渣、酥油等特需食品库存分别为85吨、6.2吨和41吨。",
        &[
            "85吨 supply stocked 牦牛肉",
            "6.2吨 supply stocked 奶渣",
            "41吨 supply stocked 酥油",
        ],
    );
    check(
        "关停的收费站、服务区仍有18个和32个。",
        &["18个 facility 收费站", "32个 other 服务区"],
    );
    check(
        "全市蔬菜、水果日均上市1400吨，储备300吨。",
        &["1400吨 supply daily delivered 蔬菜、水果", "300吨 supply stocked 蔬菜、水果"],
    );
}

#[test]
fn later_states_and_what_grew() {
    check(
        "全市护边员增至2617名，海湾医院床位扩充至700张。",
        &["2617名 personnel 护边员", "700张 facility 海湾医院床位"],
    );
    check(
        "云湖口岸滞留货车从最多时的870多辆降到96辆。",
        &["870辆 over vehicle 货车", "96辆 vehicle 货车"],
    );
    check(
        "外卖平台在岗骑手由解封前的320名恢复到1150名。",
        &["320名 personnel 外卖平台在岗骑手", "1150名 personnel 外卖平台在岗骑手"],
    );
}

#[test]
fn so_much_for_each_and_before_an_act() {
    check(
        "按照每户一袋米、一桶油的标准给2.6万户配送。",
        &["1袋 supply delivered 米", "1桶 supply delivered 油", "26000户 service 油的标准给"],
    );
    check(
        "总工会给90家企业各送去防疫大礼包一个。",
        &["90家 service 企业各送去防疫大礼包", "1个 supply delivered 防疫大礼包"],
    );
    check(
        "旅客登机前48小时内做核酸检测，须提前24小时向社区报备，监考教师考前14天开始健康监测。",
        &[
            "48小时 at_most duration 旅客登机前",
            "24小时 duration 须提前",
            "14天 duration 监考教师考前",
        ],
    );
    check(
        "货车司机每24小时检测一次；违者处行政拘留10日。",
        &["24小时 duration 货车司机", "1次 testing 检测", "10日 duration 违者处"],
    );
    check(
        "载客不超过核定人数的50%，宴席控制在5桌以内。",
        &["50% at_most ratio 超过核定人数", "5桌 at_most other 宴席"],
    );
}

#[test]
fn lines_roads_and_grades() {
    check(
        "市监局受理12315投诉举报409件，车辆从301国道和国道109线驶入，两级法院依托平台办案。",
        &["409件 service 受理12315投诉举报"],
    );
    check("配发75度酒精200吨。", &["200吨 supply delivered 75度酒精"]);
}

#[test]
fn gifts_that_are_received() {
    check(
        "截至5月3日，县红十字会收到款物合计2031.7万元，其中口罩112万只，防护服3.8万套。",
        &[
            "20317000元 money 款物",
            "1120000只 supply donated 口罩",
            "38000套 supply donated 防护服",
        ],
    );
    check(
        "县粮食和物资储备局紧急下拨帐篷50顶、棉大衣2000件。",
        &["50顶 supply delivered 帐篷", "2000件 supply delivered 棉大衣"],
    );
    check(
        "油库存油1.02万吨，供热企业现存煤9.6万吨。",
        &["10200吨 supply stocked 油", "96000吨 supply stocked 煤"],
    );
}

#[test]
fn teams_tests_and_lodgers() {
    check(
        "城中区组建“跑腿队”56支，配送队伍有8支、355人。",
        &["56支 personnel “跑腿队”", "8支 personnel 配送队伍", "355人 personnel 配送队伍"],
    );
    check("对快递从业人员实施核酸检测，已测10.4万名。", &["104000名 testing"]);
    check(
        "全县设集中隔离点60个，入住5328人。",
        &["60个 facility 集中隔离点", "5328人 contacts current observed 入住"],
    );
    check(
        "检察机关提前介入妨害传染病防治案4件7人。",
        &[
            "4件 service 检察机关提前介入妨害传染病防治案",
            "7人 service 检察机关提前介入妨害传染病防治案",
        ],
    );
    check(
        "抽调抢修人员620人、应急发电车18台，调集收运车辆47台。",
        &["620人 personnel 抢修人员", "18台 vehicle 应急发电车", "47台 vehicle 车辆"],
    );
    check(
        "已向封控大厦居民派发物资包1.28万个，设34个无接触取菜点。",
        &["12800个 supply delivered 物资包", "34个 facility 无接触取菜点"],
    );
}

#[test]
fn sums_by_what_follows_them() {
    check("市财政按每人每天50元补助闭环员工食宿。", &["50元 money daily 补助闭环员工食宿"]);
    check("对保供企业给予奖励，单家不超过80万元。", &["800000元 at_most money 奖励"]);
    check(
        "银行为种菜大户发放“战疫贷”27笔、1350万元。",
        &["27笔 service “战疫贷”", "13500000元 money “战疫贷”"],
    );
}

#[test]
fn rooms_roads_buses_and_cups() {
    check(
        "县里腾出2栋公租房、340套房间，9个乡镇下沉干部780名。",
        &[
            "2栋 facility 公租房",
            "340套 facility 房间",
            "9个 other 乡镇",
            "780名 personnel 乡镇下沉干部",
        ],
    );
    check(
        "国道318线、317线设防疫检查站13个，检测机构实行三班轮转。",
        &["13个 facility 防疫检查站"],
    );
    check(
        "调集公交214部、出租90部，协调解决货车滞留41起。",
        &["214部 vehicle 公交", "90部 vehicle 出租", "41起 service 解决货车滞留"],
    );
    check(
        "做放化疗115例次，核查人员9.3万人次，发放慰问果篮960个。",
        &[
            "115例次 service 做放化疗",
            "93000人次 service 核查人员",
            "960个 supply delivered 果篮",
        ],
    );
    check(
        "香梨滞销3.1万吨，供应姜茶6000杯、试剂3.2万管。",
        &[
            "31000吨 other 香梨滞销",
            "6000杯 supply delivered 姜茶",
            "32000管 supply delivered 试剂",
        ],
    );
}

#[test]
fn gifts_listed_below_a_line() {
    check(
        "社会捐赠明细（截至5月3日18时）\n云湖商会：方便面5000箱、矿泉水3200箱\n爱心人士刘女士：红薯10吨",
        &[
            "5000箱 supply donated 方便面",
            "3200箱 supply donated 矿泉水",
            "10吨 supply donated 红薯",
        ],
    );
}
