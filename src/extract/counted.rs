//! Which kind of thing a figure by 个, 家, 处, 户, 次 … counts: premises, areas of risk, households, firms reopened, acts.
//!
//! In: [`Evidence`]. Out: a [`Kind`] and the name of the rule that decided. Always: areas of risk and what has reopened come first, then
//! acts, then the noun that is counted, then what earlier figures lend; the measure word alone decides last.

use super::any_of::any_of;
use super::evidence::{self, Evidence};
use super::kinds::clause_right;
use super::lexicon::{Role, UnitClass};
use super::phrases;
use super::served::served;
use crate::model::{Kind, Span};

/// Rule of firms that may open as soon as they are let.
pub(super) const READY_TO_OPEN: &str = "count_unit.ready";

/// 3994起冠病病例, 本土病例3978起: cases, as Singapore counts them.
fn is_of_cases(e: &Evidence) -> bool {
    const MOST_CHARS: usize = 10;
    let right = e.right_text();
    let near = right.char_indices().nth(MOST_CHARS).map_or(right, |(end, _)| &right[..end]);
    let named = near.split(['，', ',', '、', '。', ' ']).next().unwrap_or_default();
    let left = e.left_text().trim_end().trim_end_matches(['共', '达', '增', '至']);
    e.figure.unit == "起" && (named.contains("病例") || left.ends_with("病例"))
}

pub(super) fn count_unit(e: &Evidence) -> (Kind, &'static str) {
    if is_of_cases(e) {
        return (Kind::Cases, "count_unit.cases");
    }
    let (kind, rule) = count_unit_alone(e);
    // 检查点163处,其中高速出口57处; 由210个增加到326个: parts and later states count what was counted in the same unit.
    let lends = e.is_next_state() || evidence::is_share_of(e.left_text()) || (e.after.is_none() && evidence::is_done_with(e.left_text()));
    let lent = e.carried.whole.or(e.carried.kind.filter(|_| lends));
    match lent {
        Some(lent @ (Kind::Facility | Kind::Service | Kind::WorkResumption | Kind::RiskArea))
            if (kind == Kind::Other || is_of_those(e)) && e.carried.unit == Some(e.figure.unit) =>
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

/// 高新区178户: nothing but whose they are.
fn is_of_place(e: &Evidence) -> bool {
    let name = e
        .left_text()
        .trim_matches(|c: char| c.is_whitespace() || matches!(c, '、' | '，' | ',' | '和'));
    e.after.is_none() && names_division(name)
}

/// 经开区, 安宁市, and no 景区, 超市.
pub(super) fn names_division(name: &str) -> bool {
    let ends = name.ends_with(['区', '县', '市', '镇', '乡', '州', '盟', '旗']);
    ends && name.chars().count() <= MOST_PLACE_CHARS && !phrases::NO_DIVISIONS.ends(name)
}

/// A longer name is no district's.
const MOST_PLACE_CHARS: usize = 8;

/// 来电1904个,其中涉及就医用药的688个: those of the whole that are so.
fn is_of_those(e: &Evidence) -> bool {
    e.carried.whole.is_some() && e.after.is_none() && e.left_text().trim_end().ends_with('的')
}

/// 检查各类场所5.3万处: what is inspected is an act, whatever it is done to.
fn is_inspected(e: &Evidence) -> bool {
    let clause = e.left_text().rsplit(['、', '；']).next().unwrap_or_default().trim_start();
    let clause = clause.trim_start_matches(['共', '已', '累', '计', '先', '后']);
    // 会同市场监管等部门约谈电商平台23家: the last verb before the number.
    let last_verb = e
        .page
        .words_in(e.around.left.clone())
        .rfind(|(_, word)| word.is(Role::Verb) && !word.is(Role::Plain) && word.head.is_none())
        .map(|(index, _)| &e.page.text[e.page.span(index).start as usize..e.around.left_end]);
    // 排查出风险点12个: what was found is counted, not what was searched.
    let is_verb = |text: &str| {
        phrases::INSPECTS
            .at_start(text)
            .or_else(|| phrases::DISINFECTS.at_start(text))
            .is_some_and(|verb| !text[verb.len()..].starts_with(['出', '到', '的']))
    };
    // 消杀学校、港口等场所210处: the verb before a list.
    let disinfects = phrases::DISINFECTS.starts(e.left_text().trim_start());
    (is_verb(clause) || last_verb.is_some_and(is_verb) || disinfects)
        && e.after.is_none()
        && matches!(e.figure.unit, "处" | "家" | "个" | "户" | "次" | "座" | "所" | "间" | "批次" | "条")
        && (e.left_text().trim_end().ends_with("窝点") || !phrases::POINTS_AND_TEAMS.ends(e.left_text().trim_end()))
}

/// A kind, and the rule that decided.
type Decision = (Kind, &'static str);

/// What a figure by a count's unit counts, by the first rule that applies.
fn count_unit_alone(e: &Evidence) -> Decision {
    let decided = risk_areas(e)
        .or_else(|| resumed(e))
        .or_else(|| inspected_or_run(e))
        .or_else(|| shops(e))
        .or_else(|| turns_and_sorts(e))
        .or_else(|| lines_teams_and_profits(e))
        .or_else(|| acts(e))
        .or_else(|| by_noun(e))
        .or_else(|| by_what_was_counted(e));
    decided.unwrap_or_else(|| by_unit(e))
}

/// Areas of risk, and districts that are such.
fn risk_areas(e: &Evidence) -> Option<Decision> {
    let head = e.head();
    let unit = e.figure.unit;
    // 中风险地区9个:⏎甲镇（6个）:…: how many of them are in the town.
    let heads_areas = e.left_text().trim().is_empty() && e.page.text[e.figure.end..].starts_with(['）', ')']);
    let in_brackets = || {
        let before = e.page.before(e.around.left_end).strip_suffix(['（', '(']);
        before.is_some_and(|town| any_of!["镇", "乡", "街道", "区", "县", "市"].ends(town))
    };
    let heads_list = || {
        const REACH_BYTES: usize = 1200;
        let before = e.page.before(e.around.left_end);
        let near = &before[before.floor_char_boundary(before.len().saturating_sub(REACH_BYTES))..];
        any_of!["风险地区", "风险区"].within(near) && e.page.text[e.figure.end..].trim_start_matches(['）', ')']).starts_with(['：', ':'])
    };
    if heads_areas && in_brackets() && heads_list() {
        return Some((Kind::RiskArea, "count_unit.risk_area"));
    }
    if e.figure.class == UnitClass::Place && head != Some(Kind::RiskArea) {
        return Some((Kind::Other, "place_unit"));
    }
    // 封控以来累计接听983个: since when.
    let risk = |text: &str| {
        let text = text.rsplit_once("以来").map_or(text, |(_, rest)| rest);
        phrases::RISK_WORDS.within(text) || (phrases::CLOSED_OFF.within(text) && !e.left_text().trim_end().ends_with('对'))
    };
    // 封控小区物资接收点58处, 因封控停产871家: the risk tells only where or why.
    let is_premises = |name: &str| ends_like_premises(name) && !name.ends_with("场所");
    let is_area = e
        .before
        .is_none_or(|before| !is_premises(before.of(e.page.text)) && !phrases::STOPPAGES.within(before.of(e.page.text)));
    // 向封控大厦居民派发物资包1.28万个, 34个取菜点: goods and premises are none, wherever they are.
    let is_thing = (e.after.is_none() && e.before.is_some_and(|before| last_noun(e, before) == Some(Kind::Supply)))
        || e.after.is_some_and(|after| ends_like_premises(after.of(e.page.text)));
    // 两家医院收治封控区病人: firms and institutions are none.
    let may_be_area = !is_thing
        && !matches!(
            unit,
            "家" | "座" | "所" | "名" | "户" | "条" | "次" | "单" | "份" | "件" | "起" | "通"
        );
    let counts_premises = || {
        let near = e.after.map(|after| e.first_head_of(after));
        near.flatten()
            .is_some_and(|kind| matches!(kind, Kind::Facility | Kind::Personnel | Kind::Vehicle))
            || (e.after.is_none() && e.before.is_some_and(|before| last_noun(e, before) == Some(Kind::Facility)))
    };
    let tells_risk = head == Some(Kind::RiskArea) && is_area
        || (risk(e.right_text()) && e.after.is_some())
        || (e.after.is_none()
            && phrases::RANKED_AS
                .at_start(clause_right(e.page, e.around))
                .is_some_and(|_| risk(clause_right(e.page, e.around))))
        || phrases::SEALED_OR_LIFTED.ends(e.left_text().trim_end())
        || phrases::LIFTS_CONTROL.starts(e.left_text().trim_start_matches('已'))
        || (e.after.is_none() && risk(e.left_text()) && is_area);
    // 75个县(市、区)已是低风险区域: what they are.
    let are_areas = || {
        const REACH_CHARS: usize = 30;
        // Past the brackets of 县(市、区).
        let rest = &e.page.text[e.around.right_start..];
        let near = rest.char_indices().nth(REACH_CHARS).map_or(rest, |(end, _)| &rest[..end]);
        let clause = near.split(['，', ',', '。', '；', ';', '\n']).next().unwrap_or_default();
        let named = phrases::DISTRICTS_COUNTED.starts(clause);
        named && any_of!["已是", "均为", "都是", "属于", "全部为"].within(clause) && phrases::AREAS_OF_RISK.within(clause)
    };
    // 26个街道划定高风险区118个: where they are.
    let sets_up = phrases::DESIGNATES.within(clause_right(e.page, e.around));
    let counts_districts = phrases::TOWNS_AND_STREETS.starts(e.right_text()) && (e.page.figure(e.around.right.end).is_some() || sets_up);
    if (tells_risk || are_areas()) && may_be_area && !counts_districts && !counts_premises() {
        return Some((Kind::RiskArea, "count_unit.risk_area"));
    }
    None
}

/// What is at work again, or open.
fn resumed(e: &Evidence) -> Option<Decision> {
    let head = e.head();
    let unit = e.figure.unit;
    // 为1.2万户居民恢复供电, 恢复供电1.6万户: done for them.
    let is_supplied =
        || any_of!["供电", "供水", "供热", "供暖", "供气", "通电", "通水"].ends(e.left_text().trim_end().trim_end_matches('了'));
    let is_household = unit == "户" && (phrases::HOUSEHOLDS.starts(e.right_text()) || is_supplied());
    // 45家打馕店恢复营业: shops, whatever they sell.
    let are_premises = is_premises_of(unit, e.after.map(|after| after.of(e.page.text)));
    if ((e.resumes() && !e.resumes_another()) || e.resumes_in_list())
        && !is_household
        && (matches!(head, Some(Kind::Other | Kind::Facility | Kind::WorkResumption)) || head.is_none() || are_premises)
        && matches!(unit, "家" | "个" | "项" | "户" | "间" | "处" | "所" | "条" | "座")
        // 恢复公交线路32条: lines are no premises.
        && !(unit == "条" && e.near_text(&phrases::LINES_OF_TRANSPORT))
        && !e.near_text(&phrases::NOT_RESUMED)
    {
        return Some((Kind::WorkResumption, "count_unit.resumption"));
    }
    // 132户企业完成备案,具备复工条件: not at work yet, but nothing is left to do.
    if evidence::is_ready_to_open(e.page, e.around) && matches!(unit, "家" | "个" | "项" | "户" | "条" | "座") {
        return Some((Kind::WorkResumption, READY_TO_OPEN));
    }
    // 57个菜市场正常营业49个: of those counted, so many are open.
    if phrases::OPEN_AS_USUAL.ends(e.left_text().trim_end()) && matches!(unit, "家" | "个" | "户" | "间" | "处" | "座" | "所") {
        return Some((Kind::WorkResumption, "count_unit.open"));
    }
    // 已恢复营业的超市4家、药店112家: the list goes on under the same verb.
    if e.carried.kind == Some(Kind::WorkResumption)
        && e.carried.unit == Some(unit)
        && e.around.follows_figure
        && (matches!(head, Some(Kind::Other | Kind::Facility)) || is_of_place(e))
        && !e.resumes()
    {
        return Some((Kind::WorkResumption, "count_unit.resumption_goes_on"));
    }
    None
}

/// 粮油店62家: shops, whatever they sell.
fn shops(e: &Evidence) -> Option<Decision> {
    let are_shops = matches!(e.figure.unit, "家" | "间" | "个") && e.after.is_none() && e.left_text().trim_end().ends_with('店');
    are_shops.then_some((Kind::Facility, "count_unit.shops"))
}

/// What is inspected or disinfected, whom it concerns, what runs.
fn inspected_or_run(e: &Evidence) -> Option<Decision> {
    let unit = e.figure.unit;
    // 对420余座公厕每日消杀4次.
    let is_treated = e.left_text().trim_end().ends_with('对') && phrases::DISINFECTS.within(clause_right(e.page, e.around));
    if is_inspected(e) || (is_treated && !matches!(unit, "例" | "名" | "种")) {
        return Some((Kind::Service, "count_unit.inspected"));
    }
    // 调集公交214部、出租90部.
    if unit == "部" && phrases::BUSES_AND_TAXIS.ends(e.left_text().trim_end()) {
        return Some((Kind::Vehicle, "count_unit.vehicle"));
    }
    // 涉及3个村、1128户: whom it concerns.
    let concerns = || {
        let clause = e.page.before(e.around.left_end).rsplit(['，', ',', '。', '；', ';', '\n']).next();
        clause.is_some_and(|clause| clause.contains("涉及"))
    };
    if unit == "户" && e.around.follows_figure && e.left_text().trim().is_empty() && concerns() {
        return Some((Kind::Other, "count_unit.profits"));
    }
    // 每日可开行26班.
    if unit == "班" && phrases::LINES_RUN.within(e.left_text()) {
        return Some((Kind::Vehicle, "unit.runs"));
    }
    // 病例活动场所终末消毒89处, 消毒89处,面积31.7万平方米: the act right before the number, wherever it was done.
    if phrases::DISINFECTS.ends(e.left_text().trim_end()) && e.after.is_none() && matches!(unit, "处" | "个" | "家" | "户" | "所") {
        return Some((Kind::Service, "count_unit.disinfected"));
    }
    // 立即抽查了1263个小区: an act, whatever it is done to.
    let verb = e.left_text().trim_end().trim_end_matches(['了', '共', '已']);
    if phrases::CHECKS_SITES.ends(verb) && matches!(unit, "个" | "家" | "处" | "户" | "所") {
        return Some((Kind::Service, "count_unit.inspected"));
    }
    // 检查商超1.1万家次.
    if matches!(unit, "家次" | "户次" | "处次") {
        return Some((Kind::Service, "unit.visits"));
    }
    None
}

/// In how many turns, sorts and rounds.
fn turns_and_sorts(e: &Evidence) -> Option<Decision> {
    let unit = e.figure.unit;
    // 分19批支援蔬菜412吨: in how many turns.
    if unit == "批" && e.left_text().trim_end().ends_with('分') {
        return Some((Kind::Other, "count_unit.turns"));
    }
    // 累计发放179批, 到货疫苗12批次: goods, by how often they were given out or came.
    let are_given_out = phrases::GIVES_OUT_BATCHES.ends(e.left_text().trim_end()) || phrases::ARRIVALS.within(e.left_text());
    if matches!(unit, "批" | "批次") && e.after.is_none() && are_given_out {
        return Some((Kind::Supply, "count_unit.batches"));
    }
    // 先后派出5批共74名: so many teams.
    if matches!(unit, "批" | "批次") && phrases::SENDS_OUT.ends(e.left_text().trim_end()) {
        return Some((Kind::Personnel, "count_unit.teams"));
    }
    if matches!(unit, "种" | "类" | "大类" | "小类") {
        return Some((Kind::Other, "unit.sorts"));
    }
    if unit == "次" && e.left_text().ends_with("连续") {
        return Some((Kind::Other, "unit.times_running"));
    }
    if unit == "轮"
        && (any_of!["检测", "筛查", "采样", "核酸"].within(clause_right(e.page, e.around)) || e.carried.kind == Some(Kind::Testing))
    {
        return Some((Kind::Testing, "count_unit.testing_word"));
    }
    if unit == "轮" || (unit == "次" && e.near_head(Kind::Testing)) {
        return Some(if e.near_head(Kind::Testing) {
            (Kind::Testing, "count_unit.testing_word")
        } else {
            (Kind::Other, "count_unit")
        });
    }
    None
}

/// Telephone lines, teams, those who profit, pools.
fn lines_teams_and_profits(e: &Evidence) -> Option<Decision> {
    let head = e.head();
    let unit = e.figure.unit;
    // 开通22条就医热线: a line is no call.
    let named = e.after.or(e.before).map(|phrase| phrase.of(e.page.text));
    let is_answered = phrases::TAKES_CALLS.within(e.left_text());
    if named.is_some_and(|name| phrases::TELEPHONE_LINES.ends(name)) && matches!(unit, "条" | "部" | "个" | "路") && !is_answered {
        return Some((Kind::Other, "count_unit.hotlines"));
    }
    // 37个心理疏导小组入驻: a verb stands within the team's name.
    if matches!(unit, "个" | "支") && team_after(e.right_text()).is_some() {
        return Some((Kind::Personnel, "count_unit.team"));
    }
    // 组建代购药品专班279个: teams, whatever they do.
    if named.is_some_and(|name| phrases::TEAMS_FORMED.ends(name) && !phrases::NOT_TEAMS.ends(name)) {
        return Some((Kind::Personnel, "count_unit.team"));
    }
    // 为居民代购1.5万单, 呼入1.4万个: orders and calls.
    if (phrases::PROFITS.within(e.left_text()) || phrases::PROFITS.starts(clause_right(e.page, e.around)))
        && matches!(unit, "户" | "家" | "个" | "户次")
        && !matches!(head, Some(Kind::Facility))
    {
        return Some((Kind::Other, "count_unit.profits"));
    }
    // 检出十九个混样阳性.
    if unit == "个" && phrases::POOLED_SAMPLES.starts(e.right_text()) {
        return Some((Kind::Testing, "count_unit.pools"));
    }
    if super::pieces::is_sampled(e) {
        return Some((Kind::Testing, "count_unit.sampled"));
    }
    None
}

/// Acts by their object, orders, programmes, entries.
fn acts(e: &Evidence) -> Option<Decision> {
    let head = e.head();
    let unit = e.figure.unit;
    let may_be_object = matches!(
        head,
        None | Some(Kind::Other | Kind::Supply | Kind::Service | Kind::Vehicle | Kind::Personnel)
    );
    if may_be_object && e.is_object_of_act() && e.figure.class != UnitClass::Part && !matches!(unit, "种" | "类" | "轮" | "批") {
        return Some((Kind::Service, "count_unit.act"));
    }
    let is_call = phrases::CALLS_AND_ERRANDS.within(e.left_text());
    if unit == "单" || (is_call && matches!(unit, "个" | "次" | "件" | "条" | "起" | "通")) {
        return Some((Kind::Service, "unit.orders"));
    }
    // 公布4起典型案例: told, not dealt with.
    if phrases::TELLING_CASES.starts(e.right_text()) {
        return Some((Kind::Other, "unit.examples"));
    }
    // 上线网络课程426门, 举办直播带岗64场, 推出视频130期: what is told or taught is an act.
    let is_programme = phrases::PROGRAMMES.within(e.left_text()) || phrases::HOLDS_EVENTS.within(e.left_text());
    if is_programme && matches!(unit, "门" | "场" | "场次" | "期" | "档" | "节" | "堂") {
        return Some((Kind::Service, "unit.programmes"));
    }
    // 办理缓缴申请219笔; a gift stays what it is.
    let clause = e.page.before(e.around.left_end).rsplit(['。', '\n']).next().unwrap_or_default();
    if unit == "笔" && !phrases::GIFTS_OF_MONEY.within(clause) && (!matches!(head, Some(Kind::Money)) || e.left_text().contains('贷')) {
        return Some((Kind::Service, "unit.entries"));
    }
    None
}

/// The noun that is counted.
fn by_noun(e: &Evidence) -> Option<Decision> {
    let head = e.head();
    let unit = e.figure.unit;
    let named = e.after.or(e.before).map(|phrase| phrase.of(e.page.text));
    // 14家医院接收孕产妇、8家接收血透患者: more of those, and what they do.
    let does = e
        .page
        .word(e.around.right.start)
        .is_some_and(|word| word.is(Role::Verb) || word.action.is_some());
    let touches = e.page.span(e.around.right.start).start as usize == e.around.right_start;
    if e.carried.kind == Some(Kind::Facility)
        && e.carried.unit == Some(unit)
        && e.around.follows_figure
        && does
        && touches
        && e.left_text().trim_end().ends_with(['、', '，'])
    {
        return Some((Kind::Facility, "count_unit.carried"));
    }
    match head {
        Some(Kind::WorkResumption | Kind::Ratio | Kind::Money) | None => {}
        Some(Kind::Service) if matches!(unit, "户" | "家" | "个" | "次" | "起" | "件" | "条" | "单" | "笔" | "篇") => {
            return Some((Kind::Service, "count_unit.noun"));
        }
        // 19家核酸检测机构日最大检测能力…: who tests.
        Some(Kind::Testing) if matches!(unit, "家" | "所") && premises_after(e.right_text()).is_some() => {
            return Some((Kind::Facility, "count_unit.premises_after"));
        }
        Some(Kind::Testing) if e.near_metric() && unit == "个" => {
            return Some((Kind::Testing, "count_unit.noun"));
        }
        // 每户获发10个抗原检测试剂: kits, not tests.
        Some(Kind::Testing) if unit == "个" && phrases::TEST_KITS.within(e.right_text()) => {
            return Some((Kind::Supply, "count_unit.kits"));
        }
        // 协调解决货车滞留41起, 制售假劣口罩类212起: what was settled, whatever it was about.
        Some(Kind::Vehicle | Kind::Supply) if unit == "起" => return Some((Kind::Service, "unit.acts")),
        // 9个乡镇下沉干部6780名: districts.
        Some(Kind::Personnel) if unit == "个" && phrases::DISTRICTS_COUNTED.starts(e.right_text()) => {
            return Some((Kind::Other, "count_unit.districts"));
        }
        // 在3个乡镇建成集中隔离点9处: where they were set up.
        Some(Kind::Facility)
            if unit == "个"
                && phrases::DISTRICTS_COUNTED
                    .at_start(e.right_text())
                    .is_some_and(|district| phrases::SETS_UP_SITES.starts(&e.right_text()[district.len()..])) =>
        {
            return Some((Kind::Other, "count_unit.districts"));
        }
        // 重点用户设备特巡1.27万次: times are acts, whatever they are done to.
        Some(Kind::Other | Kind::Facility | Kind::Supply | Kind::Personnel) if unit == "次" && e.after.is_none() => {
            return Some((Kind::Service, "unit.acts"));
        }
        // 困难人员2.3万户, 153户村民喝地窖水: households, whoever lives there.
        Some(Kind::Other | Kind::Personnel | Kind::Supply | Kind::RiskArea) if unit == "户" => {
            return Some((served(e, Kind::Other), "count_unit.noun"));
        }
        // 18间社区检测中心, 11座农贸城: rooms and buildings, unless firms are counted by them.
        Some(Kind::Other) if matches!(unit, "间" | "座" | "所") && !named.is_some_and(|name| phrases::FIRMS.ends(name)) => {
            return Some((Kind::Facility, "unit.premises"));
        }
        // 1426家社区便民店: the last noun names the premises.
        Some(Kind::Other | Kind::Supply | Kind::Testing) if e.after.is_some() && is_premises_of(unit, named) => {
            return Some((Kind::Facility, "count_unit.premises"));
        }
        // 与11家设备厂合作, 4个蔬菜直供基地每天…: the firm or the site right behind its number, whatever it makes.
        Some(Kind::Supply | Kind::Personnel | Kind::Service) if factory_after(e.right_text()) && matches!(unit, "家" | "个") => {
            return Some((served(e, Kind::Other), "count_unit.firms"));
        }
        Some(Kind::Supply | Kind::Personnel | Kind::Service | Kind::Other)
            if matches!(unit, "家" | "个" | "处" | "座") && premises_after(e.right_text()).is_some() =>
        {
            return Some((Kind::Facility, "count_unit.premises_after"));
        }
        // 37座恒温库照常收菜, 图书角35处: no goods are counted by such units.
        Some(Kind::Supply) if matches!(unit, "处" | "座" | "所" | "栋" | "间") => return Some((Kind::Facility, "unit.premises")),
        Some(kind) => return Some((served(e, kind), "count_unit.noun")),
    }
    None
}

/// What earlier figures of the sentence lend.
fn by_what_was_counted(e: &Evidence) -> Option<Decision> {
    let head = e.head();
    let unit = e.figure.unit;
    let named = e.after.or(e.before).map(|phrase| phrase.of(e.page.text));
    if e.carried.kind == Some(Kind::RiskArea) && e.after.is_none() && unit != "户" {
        return Some((Kind::RiskArea, "count_unit.carried"));
    }
    // 收集需求3862条: what people asked for.
    if matches!(unit, "条" | "件" | "个" | "项" | "处") && phrases::REQUESTS.ends(e.left_text().trim_end()) {
        return Some((Kind::Service, "count_unit.requests"));
    }
    // 捐赠血氧仪1000个: goods that no table names, under a verb of goods.
    let is_no_goods = named.is_some_and(|name| phrases::NO_GOODS.ends(name));
    if unit == "个" && head.is_none() && e.governed_by_goods && (e.before.is_some() || e.after.is_some()) && !is_no_goods {
        return Some((Kind::Supply, "count_unit.goods_verb"));
    }
    // 方舱医院9个,目前已启用5个.
    let is_used = phrases::PUT_TO_USE.ends(e.left_text().trim_end());
    if e.carried.of_unit == Some(Kind::Facility) && e.after.is_none() && is_used {
        return Some((Kind::Facility, "count_unit.carried"));
    }
    if e.carried.kind == Some(Kind::Facility) && e.after.is_none() && matches!(unit, "间" | "张" | "家") {
        return Some((Kind::Facility, "count_unit.carried"));
    }
    if e.carried.kind == Some(Kind::Service) && e.after.is_none() && matches!(unit, "条" | "件" | "起" | "单" | "次" | "户" | "个") {
        return Some((Kind::Service, "count_unit.carried"));
    }
    if is_premises_of(unit, named) {
        return Some((Kind::Facility, "count_unit.premises"));
    }
    if matches!(unit, "家" | "个" | "处" | "座" | "间") && premises_after(e.right_text()).is_some() {
        return Some((Kind::Facility, "count_unit.premises_after"));
    }
    None
}

/// Nothing but the unit.
fn by_unit(e: &Evidence) -> Decision {
    let unit = e.figure.unit;
    match unit {
        "间" | "座" | "所" | "栋" | "幢" | "间(套)" | "套(间)" => (Kind::Facility, "unit.premises"),
        "户" if phrases::LIVES_THERE.ends(e.left_text().trim()) => (served(e, Kind::Other), "unit.households"),
        // 143户规模以上工业企业: firms as such.
        "户" if e.near_text(&phrases::BUSINESSES) => (served(e, Kind::Other), "unit.households"),
        "户" => (served(e, Kind::Service), "unit.households"),
        "起" if e.left_text().trim_end().ends_with("疫情") || e.right_text().trim_end().ends_with("疫情") => {
            (Kind::Other, "unit.outbreaks")
        }
        "次" | "起" | "单" | "通" | "条次" | "人头" | "票" | "场" | "场次" | "笔" if e.figure.class == UnitClass::Act && unit != "笔" => {
            (Kind::Service, "unit.acts")
        }
        _ => (served(e, Kind::Other), "count_unit"),
    }
}

/// What the last noun of a phrase before a figure counts.
fn last_noun(e: &Evidence, phrase: Span) -> Option<Kind> {
    e.tokens_within(phrase).rev().find_map(|i| e.page.word(i).and_then(|w| w.head))
}

/// 37个|心理疏导小组入驻小区: the team right behind a number, whatever verb stands within its name.
pub(super) fn team_after(right: &str) -> Option<&str> {
    const REACH_CHARS: usize = 8;
    let near = right.char_indices().nth(REACH_CHARS).map_or(right, |(end, _)| &right[..end]);
    let near = near.split(['，', ',', '、', '的', '。']).next().unwrap_or_default();
    let at = phrases::TASK_GROUPS.position(near)?;
    let name = &near[..at + phrases::TASK_GROUPS.at_start(&near[at..])?.len()];
    let is_other = phrases::GROUPS_OF_RESIDENTS.ends(name) || phrases::FORMS_TEAMS.within(name);
    (!is_other).then_some(name)
}

/// Ends of names of shops, sites and offices that the public goes to.
pub(super) fn ends_like_premises(name: &str) -> bool {
    phrases::PREMISES.ends(name) && !phrases::NOT_PREMISES.ends(name)
}

/// 1214家|便民店坚持线上营业, 2处|接驳换车点: the premises right behind a number, whatever is told of them.
pub(super) fn premises_after(right: &str) -> Option<&str> {
    const REACH_CHARS: usize = 9;
    const LEAST_CHARS: usize = 2;
    let near = right.char_indices().nth(REACH_CHARS).map_or(right, |(end, _)| &right[..end]);
    let near = near
        .split(['，', ',', '、', '的', '。', '；', '：', ' ', '（', '(', '从', '在', '到'])
        .next()
        .unwrap_or_default();
    let ends = near.char_indices().map(|(at, c)| at + c.len_utf8());
    let name = { ends }
        .map(|end| &near[..end])
        .find(|name| name.chars().count() >= LEAST_CHARS && ends_like_premises(name))?;
    let rest = &right[name.len()..];
    // 超市货架, 医院院长, 站点: the name goes on.
    let goes_on =
        phrases::AFTER_PREMISES.starts(rest) || ends_like_premises(&right[..name.len() + rest.chars().next().map_or(0, char::len_utf8)]);
    (!goes_on && !phrases::DISTRICTS_COUNTED.starts(right)).then_some(name)
}

/// 11家|设备厂, 8700多家|规模饲料厂复工: a factory right behind its number.
fn factory_after(right: &str) -> bool {
    const REACH_CHARS: usize = 6;
    let near = right.char_indices().nth(REACH_CHARS).map_or(right, |(end, _)| &right[..end]);
    let near = near.split(['，', ',', '、', '的', '。']).next().unwrap_or_default();
    near.rfind('厂')
        .is_some_and(|at| !near[..at].ends_with('工') && !near[at..].starts_with("厂区"))
}

fn is_premises_of(unit: &str, name: Option<&str>) -> bool {
    matches!(unit, "家" | "个" | "处" | "座" | "所") && name.is_some_and(ends_like_premises)
}
