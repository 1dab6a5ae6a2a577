//! Which kind of thing a figure by 人 and 名 counts: cases, contacts, those tested or vaccinated, those at work, those served.
//!
//! In: [`Evidence`]. Out: a [`Kind`] and the name of the rule that decided. Always: the noun that is counted decides before the verbs of
//! its clause, and both before what earlier figures lend.

use std::ops::Range;

use super::any_of::any_of;
use super::evidence::Evidence;
use super::kinds::clause_right;
use super::lexicon::Role;
use super::page::is_clause_end;
use super::phrases;
use crate::model::{Kind, Measure, Span, State};

/// 话务员, 护理员, 心理咨询师: what those are called who do a work.
pub(super) fn names_occupation(phrase: &str) -> bool {
    phrases::OCCUPATIONS.ends(phrase) && !phrases::NO_OCCUPATION.ends(phrase)
}

/// 湖北籍务工人员从荆州驶往…: where the noun of persons must stand.
fn first_chars(right: &str) -> &str {
    const MOST_CHARS: usize = 8;
    let near = right.char_indices().nth(MOST_CHARS).map_or(right, |(end, _)| &right[..end]);
    near.split(['，', ',', '、', '。']).next().unwrap_or_default()
}

/// 19名|厨师凌晨开灶, 12名|临床药师提供用药咨询: the calling right behind a number, whatever follows it.
pub(super) fn occupation_after(right: &str) -> Option<&str> {
    const MOST_CHARS: usize = 8;
    let ends = right.char_indices().take(MOST_CHARS).map(|(at, c)| at + c.len_utf8());
    let named = ends
        .map(|end| &right[..end])
        .find(|name| phrases::OCCUPATIONS.ends(name) && !phrases::NO_OCCUPATION.ends(name))?;
    let goes_on = phrases::LENGTHENS_OCCUPATIONS.starts(&right[named.len()..]);
    let is_name = named.chars().count() >= 2 && named.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c));
    (is_name && !goes_on).then_some(named)
}

/// 昨日康复出院: a longer clause tells of more.
const MOST_LEAVING_CHARS: usize = 12;

/// After a count of cases: 62人在管控中发现, 目前在院586人, 涉及133名学生.
fn tells_of_counted(e: &Evidence) -> bool {
    let (left, right) = (e.left_text().trim(), e.right_text());
    (phrases::TOLD_OF_CASES.within(right) && e.head_of(e.after).is_none_or(|kind| kind != Kind::Personnel) && !e.near_has(Role::Contact))
        || phrases::IN_HOSPITAL.ends(left)
        || any_of!["涉及"].ends(left)
        || (e.around.follows_figure && (left.is_empty() || left.ends_with(['和', '及', '、'])) && concerns(e))
}

/// 涉及133名学生及35名教职员: the verb before the first of a list governs the others.
fn concerns(e: &Evidence) -> bool {
    let before = e.page.before(e.around.left_end);
    before.rsplit(is_clause_end).next().is_some_and(|clause| clause.contains("涉及"))
}

/// 热带风暴造成45人死亡: lost to what the sentence names, and that is no disease.
fn is_of_accident(e: &Evidence) -> bool {
    let is_lost = any_of!["死亡", "遇难", "丧生", "身亡", "受伤", "失踪"].starts(e.right_text());
    let caused = || any_of!["造成", "导致", "致", "致使"].ends(e.left_text().trim_end());
    let before = e.page.before(e.around.left_end);
    let sentence = || before.rsplit(['。', '\n']).next().unwrap_or_default();
    is_lost && caused() && !phrases::OF_DISEASE.within(sentence())
}

pub(super) fn person_unit(e: &Evidence) -> (Kind, &'static str) {
    match person_unit_alone(e) {
        // 确诊和疑似患者医保结算13.4万人次: so many times something was done.
        (Kind::Cases, _) if e.figure.unit.starts_with("人次") => (Kind::Service, "person_unit.visits"),
        decided => decided,
    }
}

/// A kind, and the rule that decided.
type Decision = (Kind, &'static str);

/// What persons counted by 人 or 名 are, by the first rule that applies.
fn person_unit_alone(e: &Evidence) -> Decision {
    let named = stand_out(e)
        .or_else(|| in_care(e))
        .or_else(|| moved_or_kept(e))
        .or_else(|| brought_or_named(e))
        .or_else(|| of_a_list(e))
        .or_else(|| staff_before(e))
        .or_else(|| by_class(e))
        .or_else(|| by_sex_age_or_goal(e))
        .or_else(|| of_whole_or_verb(e));
    named.unwrap_or_else(|| by_noun(e))
}

/// Those whom the words name at once: at work, lost to an accident, parts of cases, dealt with.
fn stand_out(e: &Evidence) -> Option<Decision> {
    // 骑手2.1万人,比封控初期增加9000人: more of those.
    if e.carried.kind == Some(Kind::Personnel) && super::measures::compared(e.left_text()).is_some() {
        return Some((Kind::Personnel, "compared"));
    }
    // 派出两批共312名医务人员,首批186人…;第二批126人进驻…: of those sent.
    let clause = e.page.before(e.around.left_end).rsplit(is_clause_end).next().unwrap_or_default();
    let batch = clause.trim_start_matches("其中").trim();
    let is_batch = batch.ends_with('批') && batch.starts_with(['第', '首', '另']);
    let lent = [e.carried.kind, e.carried.whole, e.carried.of_unit];
    if is_batch && lent.contains(&Some(Kind::Personnel)) {
        return Some((Kind::Personnel, "person_unit.of_those_sent"));
    }
    // 服务队12支360余人走村入户: how many the teams are.
    let are_of_teams = e.carried.kind == Some(Kind::Personnel) && matches!(e.carried.unit, Some("支" | "组"));
    if are_of_teams && e.around.follows_figure && matches!(e.left_text().trim(), "" | "共" | "、") {
        return Some((Kind::Personnel, "person_unit.of_those_sent"));
    }
    if is_of_accident(e) {
        return Some((Kind::Other, "person_unit.of_accident"));
    }
    // 43名普通病例经医护团队救治: the ill, whoever treats them.
    let severity = any_of!["普通型", "普通", "轻症", "轻型", "重症", "重型", "危重症", "危重"].at_start(e.right_text());
    if severity.is_some_and(|severity| {
        phrases::PATIENTS.starts(&e.right_text()[severity.len()..]) || e.right_text()[severity.len()..].starts_with("病例")
    }) {
        return Some((Kind::Cases, "person_unit.case_noun"));
    }
    // 抽检人员, 执法人员360人次上街检查: those at work stand right before their number; what they do follows.
    let does = |after: Span| {
        e.tokens_within(after)
            .next()
            .and_then(|i| e.page.word(i))
            .is_some_and(|w| w.head == Some(Kind::Service) || w.is(Role::Verb))
    };
    if e.head_of(e.before) == Some(Kind::Personnel)
        && e.before.is_some_and(|b| b.end as usize == e.around.left_end)
        && e.after.is_some_and(does)
    {
        return Some((Kind::Personnel, "person_unit.noun_before"));
    }
    // 1063人采样支援队: the team that they are.
    let is_team = |after: Span| phrases::TEAMS_OF_STAFF.ends(after.of(e.page.text));
    if e.after.is_some_and(is_team) {
        return Some((Kind::Personnel, "person_unit.teams"));
    }
    // 小学生36人,工厂职工31人,幼儿园儿童8人: parts of cases, whatever their work.
    let goes_on_with_parts = e.carried.whole == Some(Kind::Cases) && e.after.is_none() && !phrases::TRACED.within(e.left_text());
    // 感染者87人,其中79人在管控人员中检出: how they were found.
    let how = clause_right(e.page, e.around);
    let is_found = any_of!["检出", "发现", "筛出", "查出"].ends(how.trim_end()) && how.starts_with(['在', '系', '为', '由', '经', '于']);
    if e.carried.whole == Some(Kind::Cases) && is_found {
        return Some((Kind::Cases, "person_unit.part_of_whole"));
    }
    if goes_on_with_parts && e.after.is_none() && !phrases::MOBILISES.within(e.left_text()) {
        return Some((Kind::Cases, "person_unit.part_of_whole"));
    }
    // 上述19人中,14人为市场员工: who they are.
    if e.carried.whole == Some(Kind::Cases) && e.right_text().starts_with(['为', '系', '是']) {
        return Some((Kind::Cases, "person_unit.part_of_whole"));
    }
    // 已对其中3人刑事拘留, 1人取保候审: what was done to them.
    if phrases::VOLUNTEERS.within(clause_right(e.page, e.around)) {
        return Some((Kind::Personnel, "person_unit.volunteers"));
    }
    if phrases::DEALT_WITH.starts(e.right_text()) || phrases::PROSECUTED.within(clause_right(e.page, e.around)) {
        return Some((Kind::Service, "person_unit.dealt_with"));
    }
    None
}

/// Those in hospitals and cabins, after cases were counted or by what is told of them.
fn in_care(e: &Evidence) -> Option<Decision> {
    // 转运隔离密接6312人: contacts, wherever they were brought.
    let ends_in_contact = e
        .page
        .word(e.around.left.end.wrapping_sub(1))
        .is_some_and(|word| word.is(Role::Contact));
    if ends_in_contact && e.after.is_none() && e.left_text().contains("隔离") {
        return Some((Kind::Contacts, "person_unit.contact_word"));
    }
    if phrases::CARRIES.within(e.left_text()) && !phrases::TRANSFER_PLACES.within(e.left_text()) {
        return Some((Kind::Service, "person_unit.carried_or_sent"));
    }
    // 在舱患者5318人: none but cases are in a cabin hospital.
    if phrases::PATIENTS_IN_HOSPITAL.ends(e.left_text().trim()) && e.figure.unit != "人次" {
        return Some((Kind::Cases, "person_unit.in_hospital"));
    }
    // 境外输入的4人全部由缅甸入境: after cases were counted.
    if any_of!["境外输入的", "输入的", "本土的"].ends(e.left_text().trim_end())
        && e.after.is_none_or(|after| e.head_of(Some(after)).is_none())
    {
        return Some((Kind::Cases, "person_unit.of_origin"));
    }
    // 方舱累计收治患者6512人: who is taken in is ill.
    if phrases::TAKES_IN_PATIENTS.ends(e.left_text().trim_end()) && e.figure.unit != "人次" {
        return Some((Kind::Cases, "person_unit.in_hospital"));
    }
    if phrases::IN_CABINS.ends(e.left_text().trim()) {
        return Some((Kind::Cases, "person_unit.in_cabins"));
    }
    // 在省医院救治的97人病情平稳; 另有24人昨日康复出院: after cases were counted.
    let is_treated = phrases::TREATED_ONES.ends(e.left_text().trim_end()) || phrases::STATES_OF_ILLNESS.starts(e.right_text());
    let has_left = || {
        let clause = clause_right(e.page, e.around).trim_end();
        phrases::RECOVERS_AND_LEAVES.ends(clause) && clause.chars().count() <= MOST_LEAVING_CHARS
    };
    if e.carried.kind == Some(Kind::Cases) && e.figure.unit != "人次" && is_treated {
        return Some((Kind::Cases, "person_unit.in_hospital"));
    }
    if e.carried.kind == Some(Kind::Cases) && e.figure.unit != "人次" && has_left() && e.head_of(e.after) != Some(Kind::Personnel) {
        return Some((Kind::Cases, "person_unit.left_hospital"));
    }
    // 新增确诊9万例,…;住院1.1万人: of a sentence that counts the ill.
    let tells_of_ill = || {
        let before = e.page.before(e.around.left_start);
        phrases::OF_THE_ILL.within(before.rsplit(['。', '\n']).next().unwrap_or_default())
    };
    if e.left_text().trim() == "住院" && e.figure.unit != "人次" && tells_of_ill() {
        return Some((Kind::Cases, "person_unit.in_hospital"));
    }
    // 仍有367人在院.
    if matches!(e.right_text().trim(), "在院" | "住院" | "留医" | "在院治疗" | "住院治疗") {
        return Some((Kind::Cases, "person_unit.in_hospital"));
    }
    // 44名在治患者均在定点医院: who is cared for.
    if phrases::PRESENT_PATIENTS.starts(e.right_text()) && e.right_has(Role::CaseNoun) {
        return Some((Kind::Cases, "person_unit.patients"));
    }
    // 2846名病人在公立医院留医.
    if any_of!["留医"].within(e.right_text())
        || (e.carried.whole == Some(Kind::Cases) && any_of!["未曾", "没有", "未完成", "从未"].starts(e.right_text()))
    {
        return Some((Kind::Cases, "person_unit.in_hospital"));
    }
    if e.carried.kind == Some(Kind::Cases) && tells_of_counted(e) {
        return Some((Kind::Cases, "person_unit.told_of_cases"));
    }
    None
}

/// Those taken somewhere, kept apart or under treatment.
fn moved_or_kept(e: &Evidence) -> Option<Decision> {
    // 2.09万名群众已全部转运到集中隔离点.
    let counts_cases = e.right_has(Role::CaseNoun) || e.has_metric(&e.around.right);
    if !counts_cases && phrases::TAKEN_TO.within(e.right_text()) {
        return Some((Kind::Service, "person_unit.carried_or_sent"));
    }
    if !counts_cases && phrases::TAKEN_AWAY.within(clause_right(e.page, e.around)) {
        return Some((Kind::Service, "person_unit.carried_or_sent"));
    }
    // 第一批137名患者23日治愈出舱.
    if phrases::PATIENTS.starts(e.right_text()) && phrases::LEAVES_CARE.ends(clause_right(e.page, e.around).trim_end()) {
        return Some((Kind::Cases, "person_unit.left_hospital"));
    }
    // 现有疑似病例9028人,当日排除3317人,集中隔离6126人: suspects that are kept apart.
    let sentence = e.page.before(e.around.left_start);
    let sentence = &sentence[sentence.rfind(['。', '\n']).unwrap_or(0)..];
    if e.left_text().trim() == "集中隔离" && sentence.contains("疑似病例") && !phrases::SPEAKS_OF_CONTACTS.within(sentence) {
        return Some((Kind::Cases, "person_unit.suspects_kept"));
    }
    // 1400余名员工已全部集中隔离观察: whoever they are.
    let kept = clause_right(e.page, e.around);
    let are_kept = phrases::OBSERVATION.ends(kept.trim_end()) && any_of!["已", "全部", "均", "正在"].within(kept);
    if are_kept && !counts_cases {
        return Some((Kind::Contacts, "person_unit.observed"));
    }
    // 跨市隔离人员6810人, 正在居家留验3250人.
    if phrases::ISOLATED_PERSONS.ends(e.left_text().trim()) && e.after.is_none() {
        return Some((Kind::Contacts, "person_unit.observed"));
    }
    // 在隔离2.41万人, 4186人在十二间酒店接受医学观察; 1103人在治疗中心接受治疗.
    // 1326人接受检疫.
    if phrases::ACCEPTS_QUARANTINE.starts(e.right_text()) {
        return Some((Kind::Contacts, "person_unit.observed"));
    }
    let (left, clause) = (e.left_text().trim_end(), clause_right(e.page, e.around));
    let stays = clause.starts_with('在') && e.after.is_none_or(|after| e.head_of(Some(after)) != Some(Kind::Personnel));
    // 集中隔离点60个,入住5328人.
    let lodges = phrases::LODGES_AT.ends(left) && phrases::ISOLATION_SITES.within(sentence);
    if lodges || phrases::IN_ISOLATION.ends(left) || (stays && phrases::OBSERVATION.within(clause)) {
        return Some((Kind::Contacts, "person_unit.observed"));
    }
    if stays && phrases::UNDER_TREATMENT.within(clause) {
        return Some((Kind::Cases, "person_unit.in_hospital"));
    }
    None
}

/// Those who travel and are served; those whom the noun behind the number names.
fn brought_or_named(e: &Evidence) -> Option<Decision> {
    let (left, clause) = (e.left_text().trim_end(), clause_right(e.page, e.around));
    let head_after = e.head_of(e.after);
    // 满载632名务工人员, 125名旅客搭乘包机: who is carried.
    let travels = phrases::TRAVELLERS.within(first_chars(e.right_text()));
    if (travels && (phrases::CARRIES_TRAVELLERS.ends(left) || phrases::TRAVELS.within(clause))) || phrases::TRAVELLERS_CARRIED.ends(left) {
        return Some((Kind::Service, "person_unit.carried_or_sent"));
    }
    // 保障7.8万名考生顺利应考; 有序返程2579人.
    // 人道救助1187名患病医务人员: what is done to persons at work.
    if phrases::AIDS_AND_VISITS.ends(left) && head_after == Some(Kind::Personnel) {
        return Some((Kind::Service, "person_unit.act"));
    }
    // 开行专列14趟,送达2.1万人.
    if phrases::BRINGS_PERSONS.ends(left) && e.after.is_none() {
        return Some((Kind::Service, "person_unit.carried_or_sent"));
    }
    let is_served = left.ends_with("保障") && e.after.is_some() && head_after != Some(Kind::Personnel);
    if is_served || phrases::RETURNING_TRAVELLERS.ends(left) {
        return Some((Kind::Service, "person_unit.carried_or_sent"));
    }
    if e.near_has(Role::Contact) {
        return Some((Kind::Contacts, "person_unit.contact_word"));
    }
    if head_after == Some(Kind::Personnel) {
        return Some((Kind::Personnel, "person_unit.noun_after"));
    }
    if let Some(name) = occupation_after(e.right_text())
        && e.after.is_some()
        && !name.is_empty()
    {
        return Some((Kind::Personnel, "person_unit.occupation_after"));
    }
    None
}

/// Those who go on a list under the same verb.
fn of_a_list(e: &Evidence) -> Option<Decision> {
    // 采样67.7万人,其中65.9万人结果为阴性; 当日排查密接1289人,累计26817人: of the same, whatever is told of them.
    if e.carried.whole == Some(Kind::Testing) && any_of!["结果为", "结果均为", "结果阴性", "阴性", "均为阴性"].starts(e.right_text())
    {
        return Some((Kind::Testing, "person_unit.part_of_whole"));
    }
    // 医务人员超过1万名,江西、湖南分别为1200名和860名: how many of them are whose.
    let of_names = e.left_text().trim_end().ends_with("分别为") || (e.around.follows_figure && e.left_text().trim() == "和");
    if e.carried.kind == Some(Kind::Personnel) && e.carried.unit == Some(e.figure.unit) && of_names && e.after.is_none() {
        return Some((Kind::Personnel, "person_unit.carried"));
    }
    let is_total = any_of!["累计", "共计", "合计"].is(e.left_text().trim()) && e.after.is_none();
    if is_total && e.around.left_start > 0 && e.carried.kind == Some(Kind::Contacts) {
        return Some((Kind::Contacts, "person_unit.carried"));
    }
    let head_after = e.head_of(e.after);
    // 检查车辆6辆次、人员14人次, 采样4万人、5万人: the list goes on under the same verb.
    let goes_on = e.around.follows_figure && e.after.is_none();
    if goes_on
        && e.carried.kind == Some(Kind::Service)
        && (phrases::PERSONS_CHECKED.ends(e.left_text().trim()) || e.head_of(e.before).is_none())
    {
        return Some((Kind::Service, "person_unit.carried"));
    }
    // 医疗队4批443人, 抢修队伍38支514人: how many those are.
    let is_same_staff = e.around.follows_figure && head_after.is_none();
    if is_same_staff && e.carried.kind == Some(Kind::Personnel) && e.left_text().trim().is_empty() {
        return Some((Kind::Personnel, "person_unit.carried"));
    }
    // 首轮采样1612万人,第二轮1625万人.
    let round = e.left_text().trim();
    if e.carried.kind == Some(Kind::Testing) && e.after.is_none() && round.starts_with('第') && round.ends_with('轮') {
        return Some((Kind::Testing, "person_unit.carried"));
    }
    if goes_on && e.carried.kind == Some(Kind::Testing) && e.before.is_none() {
        return Some((Kind::Testing, "person_unit.carried"));
    }
    None
}

/// Whether a noun for persons at work stands right before the number.
fn ends_in_staff(e: &Evidence) -> bool {
    let last = e.page.word(e.around.left.end.wrapping_sub(1)).filter(|_| !e.around.left.is_empty());
    last.is_some_and(|word| word.head == Some(Kind::Personnel))
}

/// Staff named before the number, whatever is done by them or for them.
fn staff_before(e: &Evidence) -> Option<Decision> {
    // 重症专业医务人员近1.1万名: who treats them is not one of them.
    let ends_in_staff = ends_in_staff(e);
    // 惠及职工86.4万人: who profits, not who works.
    let profits = phrases::PROFITS.within(e.left_text());
    let examines = e.figure.unit == "人次" && phrases::EXAMINES.within(e.left_text());
    if examines {
        return Some((Kind::Service, "person_unit.service_verb"));
    }
    if profits || phrases::PROFITS.starts(e.right_text()) {
        return Some((Kind::Other, "person_unit.profits"));
    }
    // 抓获在逃人员41名, 摸排返乡人员3.3万人: persons of no calling.
    let is_anybody = phrases::PERSONS_AT_LARGE.ends(e.left_text().trim_end())
        && !e.left_text().contains('、')
        && !phrases::STAFF_ON_DUTY.ends(e.left_text().trim_end());
    let is_done_for_staff =
        (phrases::DONE_FOR_STAFF.within(e.left_text()) || is_anybody) && e.is_object_of_act() && e.carried.whole.is_none();
    // 服务医护人员逾20万人次: so many times.
    let is_served_in_turn = e.figure.unit == "人次" && phrases::SERVES_IN_TURN.within(e.left_text());
    if ends_in_staff && e.after.is_none() && (is_done_for_staff || is_served_in_turn) {
        return Some((Kind::Service, "person_unit.act"));
    }
    if ends_in_staff && e.after.is_none() && e.carried.whole.is_none() && !e.has_metric(&e.around.right) && !e.has_class(&e.around.left) {
        return Some((Kind::Personnel, "person_unit.staff"));
    }
    // 其中重症救治专家46名: what they treat is none of them.
    let names_staff = e.after.is_none() && e.before.is_some_and(|before| names_occupation(before.of(e.page.text)));
    if names_staff && e.carried.whole != Some(Kind::Cases) && !e.has_metric(&e.around.right) {
        return Some((Kind::Personnel, "person_unit.staff"));
    }
    None
}

/// Persons with a class, a test or a state.
fn by_class(e: &Evidence) -> Option<Decision> {
    let state = |tokens: Range<usize>| {
        e.page
            .words_in(tokens)
            .any(|(_, w)| matches!(w.contact_state, Some(State::Observed)))
    };
    if e.has_metric(&e.around.right) || (e.has_metric(&e.around.left) && e.after.is_none()) {
        let served = phrases::TESTS_OR_VACCINATES.ends(e.left_text()) || (e.figure.unit == "人次" && !e.has_class(&e.around.left));
        if !served {
            return Some((Kind::Cases, "person_unit.metric_word"));
        }
    }
    if phrases::TESTED.ends(e.left_text().trim_end()) {
        return Some((Kind::Testing, "person_unit.testing_verb"));
    }
    // 累计公布11842例确诊个案,已有5916人解除隔离: of those.
    if e.carried.kind == Some(Kind::Cases) && e.right_text().starts_with("解除隔离") && !e.near_has(Role::Contact) {
        return Some((Kind::Cases, "person_unit.released_case"));
    }
    if state(e.around.left.clone()) || state(e.around.right.clone()) {
        let kept_home = phrases::STAYS_WATCHED.within(e.left_text());
        return Some(if kept_home {
            (Kind::Other, "person_unit.kept")
        } else {
            (Kind::Contacts, "person_unit.observed")
        });
    }
    // 配送队伍1450人, 省级专家组42人.
    if phrases::TEAMS_BEFORE_STAFF.ends(e.left_text().trim()) && !e.has_metric(&e.around.right) {
        return Some((Kind::Personnel, "person_unit.teams"));
    }
    // 抽出126人组成两支医疗队.
    if phrases::DRAWS_STAFF.ends(e.left_text().trim()) {
        return Some((Kind::Personnel, "person_unit.work_verb"));
    }
    // 在院治疗63人, 目前收治517人: who lies in a hospital of a briefing.
    if phrases::LIES_IN_HOSPITAL.ends(e.left_text().trim()) && e.after.is_none() {
        return Some((Kind::Cases, "person_unit.in_hospital"));
    }
    if e.carried.whole == Some(Kind::Cases) && e.near_has(Role::Release) {
        return Some((Kind::Cases, "person_unit.released_case"));
    }
    if any_of!["隔离"].within(e.right_text()) {
        return Some((Kind::Contacts, "person_unit.observed"));
    }
    // 以上5名病例已由负压救护车转运; 861例,其中402人已解除隔离.
    if e.right_text().starts_with("病例") || (e.carried.whole == Some(Kind::Cases) && e.near_has(Role::Release)) {
        return Some((Kind::Cases, "person_unit.case_noun"));
    }
    if e.near_has(Role::Release) {
        return Some((Kind::Contacts, "person_unit.released"));
    }
    // 完成2.8万名学生的补种; 15日起为长者接种,首日完成12万7311人次: told by the clause before.
    let is_told_before = || {
        let before = e.page.before(e.around.left_start);
        let clause = before
            .trim_end_matches(['，', ','])
            .rsplit(is_clause_end)
            .next()
            .unwrap_or_default();
        e.left_text().trim_end().ends_with("完成") && clause.contains("接种")
    };
    if e.near_head(Kind::Vaccination) || any_of!["的补种", "的接种"].within(e.right_text()) || is_told_before() {
        return Some((Kind::Vaccination, "person_unit.vaccination_word"));
    }
    if e.carried.kind == Some(Kind::Cases) && e.right_text().starts_with("严重") {
        return Some((Kind::Cases, "person_unit.grave"));
    }
    None
}

/// Whether the paragraph has counted cases before a figure, and nobody else.
fn follows_cases(e: &Evidence) -> bool {
    let before = e.page.before(e.around.left_start);
    let paragraph = before.rsplit('\n').next().unwrap_or_default();
    phrases::OF_THE_ILL.within(paragraph) && !phrases::OF_OTHERS.within(paragraph)
}

/// Persons told by sex or age, or as those for whom something is done.
fn by_sex_age_or_goal(e: &Evidence) -> Option<Decision> {
    let head_after = e.head_of(e.after);
    if e.carried.kind == Some(Kind::Cases)
        && e.after.is_none_or(|after| any_of!["男", "女"].starts(after.of(e.page.text)))
        && e.near_text(&phrases::BY_SEX)
    {
        return Some((Kind::Cases, "person_unit.by_sex"));
    }
    // 男性15人,女性18人。70岁以上5人: of the ill whom the sentences before have counted.
    let by_sex = any_of!["男性", "女性", "男", "女"].is(e.left_text().trim_matches(|c: char| c.is_whitespace() || c == '、'));
    let by_age = || phrases::AGES_BOUNDED.ends(e.left_text().trim_end()) && e.left_text().contains('岁');
    if e.after.is_none() && (by_sex || by_age()) && follows_cases(e) {
        return Some((Kind::Cases, if by_sex { "person_unit.by_sex" } else { "person_unit.by_age" }));
    }
    if e.left_text().contains('岁') && (e.carried.kind == Some(Kind::Cases) || phrases::THE_ILL.ends(e.left_text().trim())) {
        return Some((Kind::Cases, "person_unit.by_age"));
    }
    let head_before = e.head_of(e.before);
    if e.carried.kind == Some(Kind::Vaccination) && head_after.is_none() && head_before.is_none() {
        return Some((Kind::Vaccination, "person_unit.carried"));
    }
    if phrases::ESCORTS.within(e.left_text()) {
        return Some((Kind::Service, "person_unit.carried_or_sent"));
    }
    // 劳动监察支队为1043名农民工追回欠薪: whose goal they are.
    if head_after != Some(Kind::Personnel) && e.left_text().trim_end().ends_with(['为', '给', '向', '对']) && super::served::is_given_to(e)
    {
        return Some((Kind::Service, "person_unit.given_to"));
    }
    // 教师送教上门870人次: so many times something was done, unless nobody but those who did it is named.
    let are_turns = e.figure.unit == "人次" && !ends_in_staff(e) && e.after.is_none();
    if are_turns && phrases::DONE_IN_TURNS.within(e.left_text()) {
        return Some((Kind::Service, "person_unit.visits"));
    }
    if head_before == Some(Kind::Personnel) && e.after.is_none_or(|_| matches!(head_after, None | Some(Kind::Service))) {
        return Some((Kind::Personnel, "person_unit.noun_before"));
    }
    // 已将2.1万名困难群众纳入低保.
    if e.left_text().trim_end().ends_with('将') && clause_right(e.page, e.around).contains("纳入") && head_after != Some(Kind::Personnel)
    {
        return Some((Kind::Service, "person_unit.given_to"));
    }
    // 为1.7万余名行动不便老人、孕产妇等提供上门采样: for whom it is done.
    if e.left_text().trim_end().ends_with(['为', '给'])
        && head_after != Some(Kind::Personnel)
        && phrases::SERVES_AT_HOME.within(clause_right(e.page, e.around))
    {
        return Some((Kind::Service, "person_unit.given_to"));
    }
    // 125名滞留旅客经核酸检测后,乘坐航班…: what they went through first.
    let were_tested = any_of!["经核酸", "经检测", "经抗原"].within(e.right_text());
    if (e.near_head(Kind::Testing) && !were_tested) || phrases::SCREENING.within(e.left_text()) {
        return Some((Kind::Testing, "person_unit.testing_word"));
    }
    None
}

/// Parts of a whole, occupations, and verbs that say what persons do or what is done for them.
fn of_whole_or_verb(e: &Evidence) -> Option<Decision> {
    let head_after = e.head_of(e.after);
    if matches!(e.carried.whole, Some(Kind::Cases | Kind::Contacts)) && e.after.is_none() {
        return Some((e.carried.whole.unwrap_or(Kind::Cases), "person_unit.part_of_whole"));
    }
    if e.carried.kind == Some(Kind::Cases)
        && (e.near_has(Role::Rest)
            || e.page.words_in(e.around.right.clone()).any(|(_, w)| w.measure.is_some())
            || (e.after.is_none() && e.page.words_in(e.around.left.clone()).any(|(_, w)| w.measure == Some(Measure::New))))
    {
        return Some((Kind::Cases, "person_unit.carried"));
    }
    let is_watched = || e.near_text(&phrases::WATCHED_OR_LET_GO);
    if e.carried.kind == Some(Kind::Contacts) && (e.near_has(Role::Rest) || (is_watched() && head_after.is_none())) {
        return Some((Kind::Contacts, "person_unit.carried"));
    }
    if [e.after, e.before]
        .into_iter()
        .flatten()
        .any(|phrase| names_occupation(phrase.of(e.page.text)))
    {
        return Some((Kind::Personnel, "person_unit.occupation"));
    }
    if let Some(whole @ (Kind::Personnel | Kind::Service)) = e.carried.whole
        && head_after.is_none()
        && (whole == Kind::Personnel || e.after.is_none())
    {
        return Some((whole, "person_unit.part_of_whole"));
    }
    let verbs = e.left_text();
    if phrases::AT_WORK.within(verbs) || phrases::AT_WORK.starts(e.right_text()) || any_of!["参与"].within(e.right_text()) {
        return Some((Kind::Personnel, "person_unit.work_verb"));
    }
    if phrases::DONE_FOR_PERSONS.within(verbs) || e.is_object_of_act() {
        return Some((Kind::Service, "person_unit.service_verb"));
    }
    // 为47名血透病人、15名临产孕妇建立台账: the preposition before the first of a list governs the others.
    let is_listed = e.around.follows_figure && e.left_text().trim_end().ends_with(['、', '和', '及']);
    if is_listed && e.carried.kind == Some(Kind::Service) && head_after != Some(Kind::Personnel) && e.after.is_some() {
        return Some((Kind::Service, "person_unit.given_to"));
    }
    if head_after != Some(Kind::Personnel) && super::served::is_given_to(e) {
        return Some((Kind::Service, "person_unit.given_to"));
    }
    None
}

/// The noun that is counted, or nothing that is known.
fn by_noun(e: &Evidence) -> Decision {
    let (head_after, head_before) = (e.head_of(e.after), e.head_of(e.before));
    match head_after.or(head_before) {
        Some(kind @ (Kind::Personnel | Kind::Testing | Kind::Vaccination | Kind::Service)) => (kind, "person_unit.noun"),
        _ if e.figure.unit.starts_with("人次") => (Kind::Service, "person_unit.visits"),
        _ => (Kind::Other, "person_unit"),
    }
}
