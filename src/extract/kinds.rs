//! Which kind of thing a figure counts.
//!
//! In: a figure, its phrases and the words around it. Out: a [`Kind`] and the name of the rule that decided.
//! Always: the unit decides where it can; then the noun that is counted; then the verbs of the clause; `other` when nothing does.

use super::any_of::{AnyOf, any_of};
use super::evidence::Evidence;
use super::lexicon::{Role, UnitClass};
use super::page::{Around, Page, is_clause_end};
use super::persons;
use super::served::served;
use crate::model::{Kind, Span};

/// Decides the kind; the second value names the rule.
pub fn classify(e: &Evidence) -> (Kind, &'static str) {
    if super::figure::is_zero_report(e.page.text, e.figure) {
        return (Kind::Cases, "zero_report");
    }
    // 在院较9日增加131人: more of those just counted, in the same unit.
    if let Some(kind @ (Kind::Cases | Kind::Contacts)) = e.carried.kind
        && e.carried.unit == Some(e.figure.unit)
        && super::cases::compared(e.left_text()).is_some()
        && !e.near_metric()
    {
        return (kind, "compared");
    }
    // 话务员从200名扩充到506名: the same, later.
    if let Some(kind) = e
        .carried
        .kind
        .filter(|_| e.carried.unit == Some(e.figure.unit) && e.is_next_state())
    {
        return (kind, "next_state");
    }
    match e.figure.class {
        UnitClass::Share => (Kind::Ratio, "unit"),
        UnitClass::Money => (Kind::Money, "unit"),
        UnitClass::Duration => (Kind::Duration, "unit"),
        UnitClass::Vaccination
            if any_of![
                "配送",
                "配发",
                "还剩",
                "剩余",
                "现有疫苗",
                "库存",
                "储备",
                "到货",
                "到苗",
                "分配",
                "调拨",
                "下发",
                "采购",
                "购买",
                "供应"
            ]
            .within(e.left_text())
                || any_of!["配送", "运抵", "抵达", "到货", "入库"].within(e.right_text())
                || e.near_text(&any_of!["抗原", "试剂", "测试剂"])
                || e.carried.whole == Some(Kind::Supply) =>
        {
            (Kind::Supply, "unit.doses_as_goods")
        }
        UnitClass::Vaccination => (Kind::Vaccination, "unit"),
        UnitClass::Area | UnitClass::Energy | UnitClass::Length => (Kind::Other, "unit"),
        UnitClass::Testing => testing_unit(e),
        UnitClass::Case => case_unit(e),
        UnitClass::Person => persons::person_unit(e),
        UnitClass::Vehicle => vehicle_unit(e),
        UnitClass::Mass => mass_unit(e),
        UnitClass::Goods => goods_unit(e),
        UnitClass::Count | UnitClass::Act | UnitClass::Place | UnitClass::Part => count_unit(e),
        UnitClass::None | UnitClass::Age | UnitClass::Ordinal => no_unit(e),
    }
}

/// 人份 counts kits where kits are supplied: 供应检测试剂2.34亿人份.
fn testing_unit(e: &Evidence) -> (Kind, &'static str) {
    let kits = e.near_text(&any_of!["试剂", "抗原", "疫苗", "药物", "药品", "中药", "库存", "储备"]);
    if kits && e.figure.unit == "人份" {
        (Kind::Supply, "unit.kits")
    } else {
        (Kind::Testing, "unit")
    }
}

fn case_unit(e: &Evidence) -> (Kind, &'static str) {
    const SAMPLES: AnyOf = any_of!["标本", "样本", "核酸检测样", "份样"];
    let samples = e.figure.form != super::numeral::Form::Share
        && (SAMPLES.within(e.right_text()) || (SAMPLES.within(e.left_text()) && !e.near_metric()));
    if samples && !e.has_metric(&e.around.right) {
        return (Kind::Testing, "case_unit.samples");
    }
    if any_of!["查询", "求助", "咨询", "投诉", "举报", "代购", "代买", "代办"].within(e.left_text()) && !e.near_metric() {
        return (Kind::Service, "case_unit.calls");
    }
    // 一般反应61例: after a vaccination.
    if any_of!["一般反应", "不良反应", "异常反应"].within(e.left_text()) {
        return (Kind::Other, "case_unit.reactions");
    }
    if e.near_text(&any_of!["案件", "手术", "分娩", "接生", "检控", "检举", "票控"]) {
        return (Kind::Service, "case_unit.acts");
    }
    // 通报(含328104例排除), 另11例移除为空号.
    if any_of!["排除", "移除"].starts(e.right_text()) || (any_of!["排除"].within(e.left_text()) && !any_of!["待排除"].within(e.left_text()))
    {
        return (Kind::Other, "case_unit.excluded");
    }
    // 密接中排查发现28例: who was found among them is a case.
    let found = || e.near_text(&any_of!["发现", "检出", "筛出", "查出", "阳性"]);
    if e.near_has(Role::Contact) && !e.near_metric() && !found() && e.carried.whole != Some(Kind::Cases) {
        return (Kind::Contacts, "case_unit.contacts");
    }
    (Kind::Cases, "case_unit")
}

fn vehicle_unit(e: &Evidence) -> (Kind, &'static str) {
    let unit = e.figure.unit;
    // 查验货车28600台: what is done to vehicles is a service.
    if any_of![
        "查验",
        "检查",
        "检测过往",
        "检测车辆",
        "登记车辆",
        "排查车辆",
        "劝返",
        "消杀",
        "消毒",
        "接送",
        "检修",
        "骑行"
    ]
    .within(e.left_text())
    {
        return (Kind::Service, "vehicle_unit.act");
    }
    // 日产量达到800辆, 下线汽车1200辆: made, not driven.
    if any_of!["产量达", "产量达到", "日产量", "下线", "产量为", "生产汽车"].ends(e.left_text().trim_end()) {
        return (Kind::Supply, "vehicle_unit.made");
    }
    // 支援挂面3车, 援助的22车蔬菜: so much of goods.
    if unit == "车" && e.head() == Some(Kind::Supply) {
        return (Kind::Supply, "vehicle_unit.loads");
    }
    if unit == "车" && e.near_head(Kind::Testing) {
        return (Kind::Testing, "vehicle_unit.testing_word");
    }
    (Kind::Vehicle, "unit")
}

fn mass_unit(e: &Evidence) -> (Kind, &'static str) {
    if e.is_waste() {
        return (Kind::Service, "mass_unit.waste");
    }
    if e.is_crop() || any_of!["货运量", "吞吐量", "运量", "周转量"].ends(e.left_text().trim_end()) {
        return (Kind::Other, "mass_unit.crop");
    }
    if any_of!["集中检测"].within(e.left_text()) || (e.carried.kind == Some(Kind::Testing) && e.left_text().trim().is_empty()) {
        return (Kind::Testing, "mass_unit.testing_word");
    }
    (Kind::Supply, "unit")
}

/// Verbs of acts whose objects are no supplies: 检修锅炉36台, 办理退改签31.5万张.
fn is_act(e: &Evidence) -> bool {
    any_of![
        "检修",
        "更换",
        "抢修",
        "维修",
        "办理",
        "投递",
        "处理",
        "受理",
        "转派",
        "派发工单",
        "办结",
        "签发",
        "开方",
        "审批",
        "核发",
        "寄递",
        "解决",
        "揽收",
        "接单",
        "立案",
        "开庭",
        "调解",
        "审结",
        "审理",
        "执结",
        "查办",
        "查处",
        "侦办",
        "查获",
        "查扣",
        "收缴",
        "查验",
        "劝返",
        "发放通行证",
        "发放车辆通行证"
    ]
    .within(e.left_text())
}

/// 通行证1.4万张, 健康证明5.38万份: issued by an office, they are an act of it.
fn is_permit(e: &Evidence) -> bool {
    let ends = |phrase: Span| {
        any_of![
            "证",
            "证”",
            "证明",
            "证明”",
            "证照",
            "通知书",
            "承诺书",
            "决定书",
            "告知书",
            "协查函"
        ]
        .ends(phrase.of(e.page.text))
    };
    e.after.or(e.before).is_some_and(ends)
}

fn goods_unit(e: &Evidence) -> (Kind, &'static str) {
    let head = e.head();
    // 抢修队伍38支: a team, whatever it does.
    let grows = any_of!["队由", "队伍由", "小组由", "专班由"].within(e.left_text())
        || (e.is_next_state() && e.carried.kind == Some(Kind::Personnel));
    if matches!(e.figure.unit, "支" | "组") && (grows || any_of!["队", "队伍", "小组"].ends(e.left_text().trim_end())) {
        return (Kind::Personnel, "goods_unit.team");
    }
    if is_permit(e) {
        return (Kind::Service, "goods_unit.permits");
    }
    if matches!(e.figure.unit, "头" | "羽" | "只") && e.is_crop() {
        return (Kind::Other, "goods_unit.livestock");
    }
    if is_act(e) {
        return (Kind::Service, "goods_unit.act");
    }
    if e.figure.unit == "支" && (e.left_text().trim_end().ends_with('队') || e.right_text().contains('队')) {
        return (Kind::Personnel, "goods_unit.team");
    }
    // 诉求20件,其中甲类12件.
    let is_sort = e.before.is_some_and(|before| before.of(e.page.text).ends_with('类'));
    if e.carried.whole == Some(Kind::Service)
        && e.carried.unit == Some(e.figure.unit)
        && (matches!(head, None | Some(Kind::Service)) || is_sort || e.left_text().trim_end().ends_with('的'))
    {
        return (Kind::Service, "goods_unit.part_of_whole");
    }
    if e.carried.kind == Some(Kind::Testing) && e.after.is_none() && e.figure.unit == "份" {
        return (Kind::Testing, "goods_unit.carried");
    }
    // 核酸共采16.4万份.
    if e.figure.unit == "份"
        && e.near_head(Kind::Testing)
        && any_of!["共采", "已采", "共检", "已检", "采集", "采样"].ends(e.left_text().trim_end())
    {
        return (Kind::Testing, "goods_unit.sampled");
    }
    // 检测118.2万份,其中6份阳性.
    if e.carried.whole == Some(Kind::Testing) && e.carried.unit == Some(e.figure.unit) {
        return (Kind::Testing, "goods_unit.part_of_whole");
    }
    // 承运防疫物资7.6万吨、包裹152万件: parcels of goods; an express firm's are an act of it.
    let are_parcels = e.after.or(e.before).is_some_and(|name| name.of(e.page.text).ends_with("包裹"));
    if head == Some(Kind::Service) && are_parcels && e.governed_by_goods {
        return (Kind::Supply, "goods_unit.parcels");
    }
    // 床位5.2万张,已投用1.8万张: more of those just counted.
    if head.is_none() && e.figure.unit == "张" && e.carried.of_unit == Some(Kind::Facility) {
        return (Kind::Facility, "goods_unit.carried");
    }
    match head {
        Some(Kind::Vehicle | Kind::Facility | Kind::RiskArea | Kind::Service) => (head.unwrap_or(Kind::Supply), "goods_unit.noun"),
        Some(Kind::Personnel) if e.after.is_some() => (Kind::Personnel, "goods_unit.noun"),
        Some(Kind::Testing) if !e.near_text(&any_of!["试剂", "抗原", "采样管", "仪", "设备", "机"]) => {
            (Kind::Testing, "goods_unit.noun")
        }
        // 62台四轮车.
        _ if e.figure.unit == "台" && e.after.is_some_and(|after| after.of(e.page.text).ends_with('车')) => {
            (Kind::Vehicle, "goods_unit.vehicle")
        }
        Some(Kind::Other) if e.after.is_some() => (Kind::Other, "goods_unit.noun"),
        _ if e.is_waste() => (Kind::Service, "goods_unit.waste"),
        _ => (Kind::Supply, "unit"),
    }
}

fn count_unit(e: &Evidence) -> (Kind, &'static str) {
    let (kind, rule) = count_unit_alone(e);
    // 检查点163处,其中高速出口57处; 由210个增加到326个: parts and later states count what was counted in the same unit.
    let lent = e.carried.whole.or(e.carried.kind.filter(|_| e.is_next_state()));
    match lent {
        Some(lent @ (Kind::Facility | Kind::Service | Kind::WorkResumption | Kind::RiskArea))
            if kind == Kind::Other && e.carried.unit == Some(e.figure.unit) =>
        {
            (lent, "count_unit.carried")
        }
        // 发送6.2万批次、38.6万吨,其中甲省1.8万批次: a part of what was counted in its unit.
        _ if kind == Kind::Other && e.carried.whole == Some(Kind::Supply) && e.carried.of_unit == Some(Kind::Supply) => {
            (Kind::Supply, "count_unit.part_of_whole")
        }
        _ => (kind, rule),
    }
}

/// 检查各类场所5.3万处: what is inspected is an act, whatever it is done to.
fn is_inspected(e: &Evidence) -> bool {
    let clause = e.left_text().rsplit(['、', '；']).next().unwrap_or_default().trim_start();
    let clause = clause.trim_start_matches(['共', '已', '累', '计', '先', '后']);
    any_of![
        "约谈",
        "捣毁",
        "封停",
        "取缔",
        "查封",
        "检查",
        "巡查",
        "排查",
        "督查",
        "督导检查",
        "监督检查",
        "暗访",
        "抽查",
        "走访",
        "核查",
        "检修",
        "消杀",
        "抢修",
        "维修",
        "更换",
        "清洗",
        "整治",
        "疏通"
    ]
    .starts(clause)
        && e.after.is_none()
        && matches!(e.figure.unit, "处" | "家" | "个" | "户" | "次" | "座" | "所" | "间" | "批次")
        && (e.left_text().trim_end().ends_with("窝点") || !any_of!["点", "站", "组", "队"].ends(e.left_text().trim_end()))
}

fn count_unit_alone(e: &Evidence) -> (Kind, &'static str) {
    let head = e.head();
    let unit = e.figure.unit;
    if e.figure.class == UnitClass::Place && head != Some(Kind::RiskArea) {
        return (Kind::Other, "place_unit");
    }
    let risk = |text: &str| any_of!["风险", "封控", "管控区", "防范区", "管控小区"].within(text);
    // 封控小区物资接收点58处, 因封控停产871家: the risk tells only where or why.
    let is_premises = |name: &str| ends_like_premises(name) && !name.ends_with("场所");
    let is_area = e
        .before
        .is_none_or(|before| !is_premises(before.of(e.page.text)) && !any_of!["停产", "停业", "影响"].within(before.of(e.page.text)));
    // 两家医院收治封控区病人: firms and institutions are none.
    let may_be_area = !matches!(unit, "家" | "座" | "所" | "名" | "户" | "条" | "次" | "单" | "份" | "件" | "起");
    let counts_premises = || {
        let near = e.after.map(|after| first_noun(e, after));
        near.flatten()
            .is_some_and(|kind| matches!(kind, Kind::Facility | Kind::Personnel | Kind::Vehicle))
            || (e.after.is_none() && e.before.is_some_and(|before| last_noun(e, before) == Some(Kind::Facility)))
    };
    let tells_risk = head == Some(Kind::RiskArea) && is_area
        || (risk(e.right_text()) && e.after.is_some())
        || (e.after.is_none()
            && any_of!["调整为", "升级为", "划定为", "划为", "列为", "定为", "降为", "确定为"]
                .at_start(clause_right(e.page, e.around))
                .is_some_and(|_| risk(clause_right(e.page, e.around))))
        || any_of!["封控的", "封控的有", "解封的", "解封的有", "管控的", "管控的有"].ends(e.left_text().trim_end())
        || (e.after.is_none() && risk(e.left_text()) && is_area);
    // 75个县(市、区)已是低风险区域: what they are.
    let are_areas = || {
        const REACH_CHARS: usize = 30;
        // Past the brackets of 县(市、区).
        let rest = &e.page.text[e.around.right_start..];
        let near = rest.char_indices().nth(REACH_CHARS).map_or(rest, |(end, _)| &rest[..end]);
        let clause = near.split(['，', ',', '。', '；', ';', '\n']).next().unwrap_or_default();
        let named = any_of!["县", "区", "市", "街道", "乡镇", "镇街", "小区", "村"].starts(clause);
        named && any_of!["已是", "均为", "都是", "属于", "全部为"].within(clause) && any_of!["风险区", "风险地区"].within(clause)
    };
    // 26个街道划定高风险区118个: where they are.
    let counts_districts = any_of!["街道", "乡镇", "镇街", "街镇"].starts(e.right_text()) && e.page.figure(e.around.right.end).is_some();
    if (tells_risk || are_areas()) && may_be_area && !counts_districts && !counts_premises() {
        return (Kind::RiskArea, "count_unit.risk_area");
    }
    if ((e.resumes() && !e.resumes_another()) || e.resumes_in_list())
        && (matches!(head, Some(Kind::Other | Kind::Facility | Kind::WorkResumption)) || head.is_none())
        && matches!(unit, "家" | "个" | "项" | "户" | "间" | "处" | "所" | "条" | "座")
        // 恢复公交线路32条: lines are no premises.
        && !(unit == "条" && e.near_text(&any_of!["线路", "航线", "公交", "班线"]))
        && !e.near_text(&any_of!["没有开工", "未开工", "未复工", "没有复工", "未复产", "未营业"])
    {
        return (Kind::WorkResumption, "count_unit.resumption");
    }
    // 57个菜市场正常营业49个: of those counted, so many are open.
    if any_of!["正常营业", "正常生产"].ends(e.left_text().trim_end()) {
        return (Kind::WorkResumption, "count_unit.open");
    }
    // 已恢复营业的超市4家、药店112家: the list goes on under the same verb.
    if e.carried.kind == Some(Kind::WorkResumption)
        && e.carried.unit == Some(unit)
        && e.around.follows_figure
        && matches!(head, Some(Kind::Other | Kind::Facility))
        && !e.resumes()
    {
        return (Kind::WorkResumption, "count_unit.resumption_goes_on");
    }
    if is_inspected(e) {
        return (Kind::Service, "count_unit.inspected");
    }
    // 每日可开行26班.
    let runs = any_of![
        "开出", "开行", "执飞", "增开", "加开", "航班", "班列", "航线", "每日", "每天", "日均", "日增", "发送", "执行", "恢复"
    ];
    if unit == "班" && runs.within(e.left_text()) {
        return (Kind::Vehicle, "unit.runs");
    }
    // 立即抽查了1263个小区: an act, whatever it is done to.
    let verb = e.left_text().trim_end().trim_end_matches(['了', '共', '已']);
    if any_of!["抽查", "检查", "巡查", "走访", "约谈", "整治", "关停", "取缔"].ends(verb)
        && matches!(unit, "个" | "家" | "处" | "户" | "所")
    {
        return (Kind::Service, "count_unit.inspected");
    }
    // 检查商超1.1万家次.
    if matches!(unit, "家次" | "户次" | "处次") {
        return (Kind::Service, "unit.visits");
    }
    // 先后派出5批共74名: so many teams.
    if unit == "批" && any_of!["派出", "选派", "派遣", "组派", "派"].ends(e.left_text().trim_end()) {
        return (Kind::Personnel, "count_unit.teams");
    }
    if matches!(unit, "种" | "类" | "大类" | "小类") {
        return (Kind::Other, "unit.sorts");
    }
    if unit == "次" && e.left_text().ends_with("连续") {
        return (Kind::Other, "unit.times_running");
    }
    if unit == "轮" && (clause_right(e.page, e.around).contains("检测") || e.carried.kind == Some(Kind::Testing)) {
        return (Kind::Testing, "count_unit.testing_word");
    }
    if unit == "轮" || (unit == "次" && e.near_head(Kind::Testing)) {
        return if e.near_head(Kind::Testing) {
            (Kind::Testing, "count_unit.testing_word")
        } else {
            (Kind::Other, "count_unit")
        };
    }
    // 开通22条就医热线: a line is no call.
    let named = e.after.or(e.before).map(|phrase| phrase.of(e.page.text));
    let is_answered = any_of!["接听", "拨打", "接到", "呼入"].within(e.left_text());
    if named.is_some_and(|name| any_of!["热线", "电话"].ends(name)) && matches!(unit, "条" | "部" | "个" | "路") && !is_answered {
        return (Kind::Other, "count_unit.hotlines");
    }
    // 组建代购药品专班279个: teams, whatever they do.
    if named.is_some_and(|name| any_of!["专班", "工作组", "小分队", "突击队", "服务队", "志愿队", "配送队"].ends(name))
    {
        return (Kind::Personnel, "count_unit.team");
    }
    // 为居民代购1.5万单, 呼入1.4万个: orders and calls.
    let is_call = any_of!["呼入", "接电", "来电", "接听", "拨打", "代购", "代买", "代办", "接生"].within(e.left_text());
    if unit == "单" || (is_call && matches!(unit, "个" | "次" | "件" | "条" | "起" | "通")) {
        return (Kind::Service, "unit.orders");
    }
    match head {
        Some(Kind::WorkResumption | Kind::Ratio | Kind::Money) | None => {}
        Some(Kind::Service) if matches!(unit, "户" | "家" | "个" | "次" | "起" | "件" | "条" | "单" | "笔" | "篇") => {
            return (Kind::Service, "count_unit.noun");
        }
        Some(Kind::Testing) if e.near_metric() && unit == "个" => return (Kind::Testing, "count_unit.noun"),
        // 重点用户设备特巡1.27万次: times are acts, whatever they are done to.
        Some(Kind::Other | Kind::Facility | Kind::Supply) if unit == "次" && e.after.is_none() => return (Kind::Service, "unit.acts"),
        // 困难人员2.3万户, 153户村民喝地窖水: households, whoever lives there.
        Some(Kind::Other | Kind::Personnel | Kind::Supply) if unit == "户" => return (served(e, Kind::Other), "count_unit.noun"),
        // 18间社区检测中心, 11座农贸城: rooms and buildings, unless firms are counted by them.
        Some(Kind::Other) if matches!(unit, "间" | "座" | "所") && !named.is_some_and(|name| any_of!["企业", "公司", "厂"].ends(name)) =>
        {
            return (Kind::Facility, "unit.premises");
        }
        // 1426家社区便民店: the last noun names the premises.
        Some(Kind::Other | Kind::Supply | Kind::Testing) if e.after.is_some() && is_premises_of(unit, named) => {
            return (Kind::Facility, "count_unit.premises");
        }
        Some(kind) => return (served(e, kind), "count_unit.noun"),
    }
    if e.carried.kind == Some(Kind::RiskArea) && e.after.is_none() && unit != "户" {
        return (Kind::RiskArea, "count_unit.carried");
    }
    // 收集需求3862条: what people asked for.
    if matches!(unit, "条" | "件" | "个" | "项" | "处")
        && any_of!["需求", "诉求", "线索", "建议", "问题", "隐患"].ends(e.left_text().trim_end())
    {
        return (Kind::Service, "count_unit.requests");
    }
    // 捐赠血氧仪1000个: goods that no table names, under a verb of goods.
    let is_no_goods = named.is_some_and(|name| any_of!["行业", "领域", "工程", "社团", "侨团", "机构", "群体", "环节", "方面"].ends(name));
    if unit == "个" && head.is_none() && e.governed_by_goods && (e.before.is_some() || e.after.is_some()) && !is_no_goods {
        return (Kind::Supply, "count_unit.goods_verb");
    }
    // 方舱医院9个,目前已启用5个.
    let is_used = any_of!["启用", "投用", "使用", "投入使用"].ends(e.left_text().trim_end());
    if e.carried.of_unit == Some(Kind::Facility) && e.after.is_none() && is_used {
        return (Kind::Facility, "count_unit.carried");
    }
    if e.carried.kind == Some(Kind::Facility) && e.after.is_none() && matches!(unit, "间" | "张" | "家") {
        return (Kind::Facility, "count_unit.carried");
    }
    if e.carried.kind == Some(Kind::Service) && e.after.is_none() && matches!(unit, "条" | "件" | "起" | "单" | "次" | "户" | "个") {
        return (Kind::Service, "count_unit.carried");
    }
    if is_premises_of(unit, named) {
        return (Kind::Facility, "count_unit.premises");
    }
    match unit {
        "间" | "座" | "所" | "栋" | "幢" | "间(套)" | "套(间)" => (Kind::Facility, "unit.premises"),
        "户" if any_of!["涉及", "共有居民", "居民", "辖", "住着", "居住着", "常住", "现住"].ends(e.left_text().trim()) => {
            (served(e, Kind::Other), "unit.households")
        }
        // 143户规模以上工业企业: firms as such.
        "户" if e.near_text(&any_of!["企业", "商户", "工商户", "商家"]) => (served(e, Kind::Other), "unit.households"),
        "户" => (served(e, Kind::Service), "unit.households"),
        "起" if e.left_text().trim_end().ends_with("疫情") => (Kind::Other, "unit.outbreaks"),
        "次" | "起" | "单" | "通" | "条次" | "人头" | "票" | "场" | "场次" | "笔" if e.figure.class == UnitClass::Act && unit != "笔" => {
            (Kind::Service, "unit.acts")
        }
        _ => (served(e, Kind::Other), "count_unit"),
    }
}

/// What the first noun of a phrase after a figure counts.
fn first_noun(e: &Evidence, phrase: Span) -> Option<Kind> {
    e.tokens_within(phrase).find_map(|i| e.page.word(i).and_then(|w| w.head))
}

/// What the last noun of a phrase before a figure counts.
fn last_noun(e: &Evidence, phrase: Span) -> Option<Kind> {
    e.tokens_within(phrase).rev().find_map(|i| e.page.word(i).and_then(|w| w.head))
}

/// Ends of names of shops, sites and offices that the public goes to.
pub(super) fn ends_like_premises(name: &str) -> bool {
    any_of![
        "店",
        "站",
        "所",
        "设施",
        "点",
        "院",
        "馆",
        "仓",
        "台",
        "药局",
        "超市",
        "食堂",
        "食肆",
        "中心",
        "服务区"
    ]
    .ends(name)
        && !any_of![
            "热点",
            "重点",
            "特点",
            "难点",
            "风险点",
            "疫点",
            "平台",
            "优点",
            "焦点",
            "支点",
            "节点"
        ]
        .ends(name)
}

fn is_premises_of(unit: &str, name: Option<&str>) -> bool {
    matches!(unit, "家" | "个" | "处" | "座" | "所") && name.is_some_and(ends_like_premises)
}

/// The words from a figure to the end of its clause, past the figures listed with it.
pub(super) fn clause_right<'a>(page: &Page<'a>, around: &Around) -> &'a str {
    let mut index = around.right.start;
    let reach = index + super::page::REACH_TOKENS;
    while index < reach && page.token(index).is_some() && !page.punct(index).is_some_and(is_clause_end) {
        index += 1;
    }
    page.slice(
        around.right_start,
        page.token(index).map_or(page.text.len(), |t| t.span.start as usize),
    )
}

fn no_unit(e: &Evidence) -> (Kind, &'static str) {
    if e.is_half_of_both_classes() {
        return (Kind::Cases, "no_unit.both_classes");
    }
    if e.has_metric(&e.around.right) || (e.near_metric() && e.figure.is_composed) {
        return (Kind::Cases, "no_unit.metric_word");
    }
    // 确诊病例48例,重症4,危重0; 新增确诊3、无症状19: listed without a unit.
    let last = e.around.left.clone().next_back();
    let says_measure = || e.page.words_in(e.around.left.clone()).any(|(_, word)| word.measure.is_some());
    let names_class = || last.is_some_and(|last| e.has_metric(&(last..last + 1)));
    if e.after.is_none() && (e.carried.kind == Some(Kind::Cases) || says_measure()) && names_class() {
        return (Kind::Cases, "no_unit.class_before");
    }
    if e.after.is_none() && last.and_then(|last| e.page.word(last)).is_some_and(|word| word.is(Role::Contact)) {
        return (Kind::Contacts, "no_unit.contact_word");
    }
    if e.near_head(Kind::Vaccination) {
        return (Kind::Vaccination, "no_unit.vaccination_word");
    }
    if e.carried.kind == Some(Kind::Vaccination) && e.after.is_none() {
        return (Kind::Vaccination, "no_unit.carried");
    }
    // 确诊病例中,甲区22,乙区6: parts of a count, without their unit.
    if e.carried.whole == Some(Kind::Cases) && e.after.is_none() && (1..=10).contains(&e.left_text().trim().chars().count()) {
        return (Kind::Cases, "no_unit.part_of_whole");
    }
    // 今增251例确诊、26死: who died, in a headline.
    if e.carried.kind == Some(Kind::Cases) && e.right_text().trim() == "死" {
        return (Kind::Cases, "no_unit.dead");
    }
    match e.head_of(e.after) {
        Some(kind) => (kind, "no_unit.noun"),
        None => (Kind::Other, "no_unit"),
    }
}
