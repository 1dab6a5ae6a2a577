//! Which kind of thing a figure counts.
//!
//! In: a figure, its phrases and the words around it. Out: a [`Kind`] and the name of the rule that decided.
//! Always: the unit decides where it can; then the noun that is counted; then the verbs of the clause; `other` when nothing does.

use super::any_of::any_of;
use super::counted;
use super::evidence::Evidence;
use super::lexicon::{Role, UnitClass};
use super::page::{Around, Page, is_clause_end};
use super::persons;
use super::phrases;
use super::pieces;
use crate::model::{Amount, Kind};

/// Decides the kind; the second value names the rule.
pub fn classify(e: &Evidence) -> (Kind, &'static str) {
    if super::figure::is_zero_report(e.page.text, e.figure) {
        return (Kind::Cases, "zero_report");
    }
    // 在院较9日增加131人: more of those just counted, in the same unit.
    if let Some(kind @ (Kind::Cases | Kind::Contacts)) = e.carried.kind
        && e.carried.unit == Some(e.figure.unit)
        && super::measures::compared(e.left_text()).is_some()
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
    // 受理诉求42.6万件,日均3.04万件: of the same.
    if let Some(kind @ (Kind::Service | Kind::Supply | Kind::Vehicle | Kind::Testing | Kind::Personnel)) = e.carried.kind
        && e.carried.unit == Some(e.figure.unit)
        && phrases::DAILY_AVERAGES.is(e.left_text().trim())
        && e.after.is_none()
    {
        return (kind, "daily_mean");
    }
    // 从三个方面介绍, 三组情况, 两件事: what is told, and none of the things told of.
    if matches!(e.figure.class, UnitClass::Count | UnitClass::Goods | UnitClass::Part)
        && (phrases::MATTERS.starts(e.right_text()) || e.right_text().trim_end() == "事")
    {
        return (Kind::Other, "matters");
    }
    match e.figure.class {
        UnitClass::Share => (Kind::Ratio, "unit"),
        UnitClass::Money => (Kind::Money, "unit"),
        UnitClass::Duration => (Kind::Duration, "unit"),
        UnitClass::Vaccination
            if (phrases::VACCINE_GOODS.within(e.left_text()) && !e.left_text().contains("接种"))
                || phrases::ARRIVALS.within(e.right_text())
                || e.near_text(&phrases::TESTS_AND_REMEDIES)
                || e.carried.whole == Some(Kind::Supply)
                || are_doses_delivered(e) =>
        {
            (Kind::Supply, "unit.doses_as_goods")
        }
        UnitClass::Vaccination => (Kind::Vaccination, "unit"),
        // 日均消杀150万平方米; 环境消杀,作业面积47万平方米.
        UnitClass::Area if phrases::DISINFECTS.ends(e.left_text().trim_end()) || e.is_area_of_act() => (Kind::Service, "unit.area_of_act"),
        UnitClass::Area | UnitClass::Length if e.is_object_of_act() => (Kind::Service, "unit.act"),
        UnitClass::Area | UnitClass::Energy | UnitClass::Length => (Kind::Other, "unit"),
        UnitClass::Testing => testing_unit(e),
        UnitClass::Case => case_unit(e),
        UnitClass::Person => persons::person_unit(e),
        UnitClass::Vehicle => vehicle_unit(e),
        // 冷库容积60立方米: what holds, not what is held.
        UnitClass::Mass if any_of!["容积", "库容", "容量"].ends(e.left_text().trim_end()) => (Kind::Other, "unit.capacity"),
        UnitClass::Mass => mass_unit(e),
        UnitClass::Goods => pieces::piece_unit(e),
        UnitClass::Count | UnitClass::Act | UnitClass::Place | UnitClass::Part => counted::count_unit(e),
        UnitClass::None | UnitClass::Age | UnitClass::Ordinal => no_unit(e),
    }
}

/// 日本捐赠的124万剂疫苗, 到货疫苗共12批次432.5万剂: given or brought, not injected.
fn are_doses_delivered(e: &Evidence) -> bool {
    let given = || any_of!["捐赠的", "援助的", "调拨的", "到货的"].ends(e.left_text());
    let is_of_batches = || e.around.follows_figure && e.left_text().trim().is_empty() && e.carried.kind == Some(Kind::Supply);
    given() || is_of_batches()
}

/// 人份 counts kits where kits are supplied: 供应检测试剂2.34亿人份.
fn testing_unit(e: &Evidence) -> (Kind, &'static str) {
    let kits = e.near_text(&phrases::KITS);
    // 试剂3.2万管; 日产能从800万人份提升到1亿人份.
    let are_made = phrases::OUTPUT_AND_SUPPLY.within(e.left_text()) || e.carried.kind == Some(Kind::Supply);
    let are_kits = e.figure.unit == "人份" && (kits || are_made) || phrases::REAGENTS.ends(e.left_text().trim_end());
    if are_kits {
        (Kind::Supply, "unit.kits")
    } else {
        (Kind::Testing, "unit")
    }
}

fn case_unit(e: &Evidence) -> (Kind, &'static str) {
    // 做肿瘤放化疗115例次.
    if e.figure.unit == "例次" {
        return (Kind::Service, "case_unit.acts");
    }
    let samples = e.figure.form != super::numeral::Form::Share
        && (phrases::SAMPLES_BY_CASE.within(e.right_text()) || (phrases::SAMPLES_BY_CASE.within(e.left_text()) && !e.near_metric()));
    if samples && !e.has_metric(&e.around.right) {
        return (Kind::Testing, "case_unit.samples");
    }
    if phrases::ENQUIRIES.within(e.left_text()) && !e.near_metric() {
        return (Kind::Service, "case_unit.calls");
    }
    // 社区筛查9例, 正在救治8例: who was found or is treated is a case.
    let is_found_or_treated = phrases::FINDS_CASES.ends(e.left_text().trim_end()) || super::class_of_count::is_treated(e.left_text());
    // 调处劳资纠纷96宗, 58.3万宗查询,当中21万宗…: files, and no cases.
    let is_file = e.is_object_of_act()
        // 普通型47例(含剖宫产术后1例).
        && e.carried.whole != Some(Kind::Cases)
        && !e.near_metric()
        && !is_found_or_treated
        && (!e.near_has(Role::CaseNoun) || e.left_text().trim_end().ends_with("个案"));
    let is_more_of_files = e.carried.kind == Some(Kind::Service) && e.carried.unit == Some(e.figure.unit) && !e.near_metric();
    if is_file || is_more_of_files {
        return (Kind::Service, "case_unit.act");
    }
    // 一般反应61例: after a vaccination.
    if phrases::REACTIONS.within(e.left_text()) {
        return (Kind::Other, "case_unit.reactions");
    }
    if e.near_text(&phrases::ACTS_BY_CASE) && e.carried.whole != Some(Kind::Cases) {
        return (Kind::Service, "case_unit.acts");
    }
    // 通报(含328104例排除), 另11例移除为空号.
    let told = super::telling::without_disease(e.right_text());
    if phrases::RULES_OUT.starts(told.strip_prefix("相关").unwrap_or(told))
        || (any_of!["排除"].within(e.left_text()) && !any_of!["待排除"].within(e.left_text()))
    {
        return (Kind::Other, "case_unit.excluded");
    }
    // 追踪密切接触者353例,已解除医学观察21例,尚在接受医学观察327例: contacts, whatever they are counted by.
    let of_contacts = || {
        let sentence = e.page.before(e.around.left_start).rsplit(['。', '\n']).next().unwrap_or_default();
        phrases::CLOSE_CONTACTS.within(sentence) && !phrases::INFECTED_PERSONS.within(sentence)
    };
    if e.left_text().trim_end().ends_with("医学观察") && !e.near_metric() && of_contacts() {
        return (Kind::Contacts, "case_unit.contacts");
    }
    // 密接中排查发现28例: who was found among them is a case.
    let found = || e.near_text(&phrases::FINDS_POSITIVES);
    // 新增病例3例 密接人数下降: past the blank something else is told.
    let is_told_apart = e.right_text().starts_with([' ', '\u{3000}']) && !e.page.has(e.around.left.clone(), Role::Contact);
    if e.near_has(Role::Contact) && !is_told_apart && !e.near_metric() && !found() && e.carried.whole != Some(Kind::Cases) {
        return (Kind::Contacts, "case_unit.contacts");
    }
    (Kind::Cases, "case_unit")
}

fn vehicle_unit(e: &Evidence) -> (Kind, &'static str) {
    let unit = e.figure.unit;
    // 查验货车28600台: what is done to vehicles is a service.
    let own = e.left_text().trim_end();
    let compound = any_of!["消杀车", "消毒车", "检测车", "检修车", "洒水消毒车", "检验车"].at_end(own);
    let acted_on = &own[..own.len() - compound.map_or(0, str::len)];
    if phrases::DONE_TO_VEHICLES.within(acted_on) || (unit.ends_with('次') && e.is_object_of_act() && e.head() != Some(Kind::Vehicle)) {
        return (Kind::Service, "vehicle_unit.act");
    }
    // 日产量达到800辆, 下线汽车1200辆: made, not driven.
    if phrases::MADE_VEHICLES.ends(e.left_text().trim_end()) {
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

/// 小麦已全部收割完毕,产量68万吨; 今年松茸产量预计780吨; but 消毒液日产量260吨 is made.
fn is_harvest(e: &Evidence) -> bool {
    let own = e.left_text().trim_end().trim_end_matches(['预', '计', '达', '到', '约', '为']);
    let is_rate = || any_of!["日产量", "月产量", "周产量", "班产量"].ends(own);
    let sentence = e.page.before(e.around.left_end);
    let sentence = sentence.rsplit(['。', '\n']).next().unwrap_or_default();
    own.ends_with("产量") && !is_rate() && (phrases::CROPS.within(sentence) || any_of!["今年", "全年", "年产量"].within(sentence))
}

fn mass_unit(e: &Evidence) -> (Kind, &'static str) {
    if e.is_waste() {
        return (Kind::Service, "mass_unit.waste");
    }
    // 封存冷冻海产品1860吨, 无害化处理26吨: taken out of trade.
    if phrases::SEIZES.within(e.left_text()) {
        return (Kind::Service, "mass_unit.seized");
    }
    // 香梨滞销3.1万吨, 芒果积压260吨: what nobody bought.
    if phrases::UNSOLD.ends(e.left_text().trim_end()) {
        return (Kind::Other, "mass_unit.unsold");
    }
    if e.is_crop() || is_harvest(e) || phrases::TRANSPORT_VOLUMES.ends(e.left_text().trim_end()) {
        return (Kind::Other, "mass_unit.crop");
    }
    if any_of!["集中检测"].within(e.left_text()) || (e.carried.kind == Some(Kind::Testing) && e.left_text().trim().is_empty()) {
        return (Kind::Testing, "mass_unit.testing_word");
    }
    (Kind::Supply, "unit")
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
    // 重症、死亡病例均为0.
    let is_each = |index: &usize| e.page.word(*index).is_some_and(|word| word.is(Role::Each));
    let last = e.around.left.clone().rfind(|index| !is_each(index));
    let is_nought_of_each = e.figure.value == Some(Amount::ZERO) && last != e.around.left.clone().next_back();
    let says_measure = || e.page.words_in(e.around.left.clone()).any(|(_, word)| word.measure.is_some());
    let names_class = || last.is_some_and(|last| e.has_metric(&(last..last + 1)));
    if e.after.is_none() && (e.carried.kind == Some(Kind::Cases) || is_nought_of_each || says_measure()) && names_class() {
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
    // 新增246名病人离世,当中包括140男106女.
    if e.carried.kind == Some(Kind::Cases) && matches!(e.right_text().trim(), "男" | "女") {
        return (Kind::Cases, "no_unit.sex");
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
