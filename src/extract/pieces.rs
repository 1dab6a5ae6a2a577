//! Which kind of thing a figure by 件, 份, 套, 支, 台 … counts: goods, unless its words tell of teams, rooms, papers, samples, acts.
//!
//! In: [`Evidence`]. Out: a [`Kind`] and the name of the rule that decided. Always: what the pieces are called decides before the verbs
//! of their clause, and both before what earlier figures lend; supplies when nothing does.

use super::any_of::any_of;
use super::evidence::Evidence;
use super::kinds::clause_right;
use super::lexicon::Role;
use super::phrases;
use crate::model::{Action, Kind, Span};

/// A kind, and the rule that decided.
type Decision = (Kind, &'static str);

/// What pieces are, by the first rule that applies.
pub(super) fn piece_unit(e: &Evidence) -> Decision {
    let named = sent(e)
        .or_else(|| teams(e))
        .or_else(|| papers_or_rooms(e))
        .or_else(|| no_supplies(e))
        .or_else(|| acts(e))
        .or_else(|| parts_of_acts(e))
        .or_else(|| samples(e))
        .or_else(|| of_those_counted(e));
    named.unwrap_or_else(|| by_noun(e))
}

/// The words before the figure, to its very number.
fn own_words<'a>(e: &'a Evidence) -> &'a str {
    e.left_text().trim_end()
}

/// What the pieces are called, behind their number or before it.
fn name<'a>(e: &'a Evidence) -> Option<&'a str> {
    e.after.or(e.before).map(|name| name.of(e.page.text))
}

/// Pieces brought to somebody: the verb holds the goods, what stands before it is the goal.
fn sent(e: &Evidence) -> Option<Decision> {
    let last = e.around.left.clone().next_back()?;
    let word = e.page.word(last).filter(|word| word.action.is_some())?;
    // 向隔离酒店供餐28.6万份.
    let span = e.page.span(last);
    let are_meals = span.of(e.page.text).ends_with('餐') && span.end as usize == e.around.left_end;
    // 向全国药店发货5.6万件.
    let are_sent = !word.is(Role::Plain) && e.left_text().contains(['向', '给']) && e.head_of(e.before) == Some(Kind::Facility);
    (e.after.is_none() && (are_meals || are_sent)).then_some((Kind::Supply, "goods_unit.meals"))
}

/// 抢修队伍38支, “跑腿队”56支, 配送队伍有8支: a team, whatever it does.
fn teams(e: &Evidence) -> Option<Decision> {
    let grows = phrases::TEAMS_GROWING.within(e.left_text()) || (e.is_next_state() && e.carried.kind == Some(Kind::Personnel));
    let named = own_words(e).trim_end_matches(['有', '共', '达', '已', '”', '"']);
    let are_teams = matches!(e.figure.unit, "支" | "组") && (grows || phrases::TEAMS_BY_UNIT.ends(named));
    are_teams.then_some((Kind::Personnel, "goods_unit.team"))
}

/// Cases at law, permits, rooms.
fn papers_or_rooms(e: &Evidence) -> Option<Decision> {
    // 妨害传染病防治案4件.
    if matches!(e.figure.unit, "件" | "宗") && phrases::CASES_AT_LAW.ends(own_words(e)) {
        return Some((Kind::Service, "goods_unit.act"));
    }
    // 通行证1.4万张, 健康证明5.38万份: issued by an office, they are an act of it.
    if name(e).is_some_and(|name| phrases::PERMITS.ends(name)) {
        return Some((Kind::Service, "goods_unit.permits"));
    }
    // 隔离用房606套交付, 集成式卫生间96组: rooms, whatever is done with them.
    let names_rooms = |phrase: Span| phrases::ROOMS.ends(phrase.of(e.page.text));
    let are_rooms = matches!(e.figure.unit, "套" | "组") && (e.before.is_some_and(names_rooms) || e.after.is_some_and(names_rooms));
    are_rooms.then_some((Kind::Facility, "goods_unit.rooms"))
}

/// Books on a shelf, parcels that lie, herds, letters: things, but nobody is supplied with them.
fn no_supplies(e: &Evidence) -> Option<Decision> {
    // 图书800册任人翻阅: those given are supplies.
    let are_given = e.governed_by_goods || phrases::GIVES_BOOKS.within(e.left_text());
    let are_books = e.figure.unit == "册" || name(e).is_some_and(|name| phrases::BOOKS.ends(name));
    if matches!(e.figure.unit, "册" | "本") && are_books && !are_given && e.head() != Some(Kind::Supply) {
        return Some((Kind::Other, "goods_unit.books"));
    }
    // 27台锅炉全部正常运行: they are there, and nobody got them.
    if matches!(e.figure.unit, "台" | "套" | "组") && e.after.is_some() && phrases::RUNS_WELL.within(clause_right(e.page, e.around)) {
        return Some((Kind::Other, "goods_unit.at_work"));
    }
    // 滞留快件60万件, 积压快件64万件: what is not brought.
    if e.figure.unit == "件" && e.after.is_none() && phrases::UNDELIVERED.within(e.left_text()) {
        return Some((Kind::Other, "goods_unit.undelivered"));
    }
    // 日均屠宰供应生猪2万头: supplied, however it was slaughtered.
    let are_supplied = || {
        let mut words = e.page.words_in(e.around.left.clone());
        words.any(|(_, word)| word.action == Some(Action::Delivered))
    };
    // 存栏肉牛12.4万头、羊21.7万只、家禽63万羽.
    let goes_on = e.around.follows_figure && e.carried.kind == Some(Kind::Other) && e.left_text().trim_start().starts_with('、');
    if matches!(e.figure.unit, "头" | "羽" | "只" | "株" | "棵") && (e.is_crop() || (goes_on && !e.governed_by_goods)) && !are_supplied()
    {
        return Some((Kind::Other, "goods_unit.livestock"));
    }
    // 签署采购合同192份: papers, whatever they are about.
    let are_papers = || name(e).is_some_and(|name| any_of!["合同", "协议", "意向书", "文件"].ends(name));
    let are_letters = name(e).is_some_and(|name| phrases::LETTERS.ends(name)) && (!e.governed_by_goods || are_papers());
    are_letters.then_some((Kind::Other, "goods_unit.letters"))
}

/// What was settled, what tests brought, what was done with the pieces.
fn acts(e: &Evidence) -> Option<Decision> {
    let names_goods = |after: Span| {
        e.tokens_within(after)
            .any(|i| e.page.word(i).is_some_and(|word| word.head == Some(Kind::Supply)))
    };
    // 最急的2130件当天办结.
    if phrases::SETTLED.starts(e.right_text()) && !e.after.is_some_and(names_goods) {
        return Some((Kind::Service, "goods_unit.act"));
    }
    // 已采样203378份,出具结果196741份.
    if e.carried.kind == Some(Kind::Testing) && matches!(e.figure.unit, "份" | "管") && e.left_text().contains("结果") {
        return Some((Kind::Testing, "goods_unit.results"));
    }
    // 检修锅炉36台, 办理退改签31.5万张; but 寄递防疫物资6.2万件: goods brought, no letters.
    let brings_goods = || e.head() == Some(Kind::Supply) && phrases::POSTS_AND_RECOVERS.within(e.left_text());
    if (phrases::ACTS.within(e.left_text()) || e.is_object_of_act()) && !brings_goods() {
        return Some((Kind::Service, "goods_unit.act"));
    }
    // 1140名志愿者分286组.
    let is_cut_into =
        matches!(e.figure.unit, "组" | "队" | "路") && e.carried.kind == Some(Kind::Personnel) && own_words(e).ends_with('分');
    if is_cut_into {
        return Some((Kind::Personnel, "goods_unit.team"));
    }
    let are_teams = e.figure.unit == "支" && (own_words(e).ends_with('队') || e.right_text().contains('队'));
    are_teams.then_some((Kind::Personnel, "goods_unit.team"))
}

/// Sorts of what was dealt with before, and what came of it.
fn parts_of_acts(e: &Evidence) -> Option<Decision> {
    // 诉求20件,其中甲类12件.
    let is_sort = e.before.is_some_and(|before| before.of(e.page.text).ends_with('类'));
    let may_be_part = matches!(e.head(), None | Some(Kind::Service)) || is_sort || own_words(e).ends_with('的');
    let is_part = e.carried.whole == Some(Kind::Service) && e.carried.unit == Some(e.figure.unit) && may_be_part;
    // 投诉共3317件,口罩类占2042件,已办结2980件.
    let is_of_those = e.figure.unit == "件"
        && e.carried.of_unit == Some(Kind::Service)
        && e.after.is_none()
        && any_of!["类", "类占", "已结", "办结", "已办结", "结案"].ends(own_words(e));
    (is_part || is_of_those).then_some((Kind::Service, "goods_unit.part_of_whole"))
}

/// 采集咽拭子98.7万份, 手部拭子复检27个.
pub(super) fn is_sampled(e: &Evidence) -> bool {
    phrases::SWABS_AND_SAMPLES.within(e.left_text()) && phrases::TAKES_SAMPLES.within(e.left_text())
}

/// Samples taken and tested; 核酸检测三轮,发放抗原检测盒31.6万份 are kits.
fn samples(e: &Evidence) -> Option<Decision> {
    let follows_tests = e.carried.kind == Some(Kind::Testing) && e.after.is_none();
    let goods_before = e.head_of(e.before) == Some(Kind::Supply);
    let are_kits = || goods_before && phrases::TESTING_DEVICES.within(e.left_text());
    let are_goods = || goods_before && e.before.is_some_and(|before| before.end as usize == e.around.left_end);
    let by_portion = || {
        if e.right_text().contains("阳性") {
            // 采集环境样本430份,仅1份呈阳性.
            Some("goods_unit.positive")
        } else if follows_tests && !are_kits() && !are_goods() {
            Some("goods_unit.carried")
        } else if (e.near_head(Kind::Testing) && phrases::SAMPLED_OR_TESTED.ends(own_words(e))) || phrases::SPECIMENS.ends(own_words(e)) {
            // 核酸共采16.4万份.
            Some("goods_unit.sampled")
        } else {
            None
        }
    };
    let portion = if e.figure.unit == "份" { by_portion() } else { None };
    // 14日检验2万5817件,单日量能可达12.6万件: as Taiwan counts samples.
    let tells_of_tests = || {
        let before = e.page.before(e.around.left_start);
        phrases::TELLS_OF_SAMPLES.within(before.rsplit('\n').next().unwrap_or_default())
    };
    let is_piece = e.figure.unit == "件" && phrases::EXAMINES_SAMPLES.ends(own_words(e).trim_end_matches(['可', '达'])) && tells_of_tests();
    if is_piece {
        return Some((Kind::Testing, "goods_unit.examined"));
    }
    let rule = portion.or_else(|| is_sampled(e).then_some("goods_unit.sampled")).or_else(|| {
        // 检测118.2万份,其中6份阳性.
        let is_part = e.carried.whole == Some(Kind::Testing) && e.carried.unit == Some(e.figure.unit);
        is_part.then_some("goods_unit.part_of_whole")
    })?;
    Some((Kind::Testing, rule))
}

/// Parcels that hold goods, more beds, vehicles behind their number.
fn of_those_counted(e: &Evidence) -> Option<Decision> {
    // 承运防疫物资7.6万吨、包裹152万件: parcels of goods; an express firm's are an act of it.
    let are_parcels = name(e).is_some_and(|name| name.ends_with("包裹"));
    if e.head() == Some(Kind::Service) && are_parcels && e.governed_by_goods {
        return Some((Kind::Supply, "goods_unit.parcels"));
    }
    // 床位5.2万张,已投用1.8万张.
    if e.head().is_none() && matches!(e.figure.unit, "张" | "套" | "组") && e.carried.of_unit == Some(Kind::Facility) {
        return Some((Kind::Facility, "goods_unit.carried"));
    }
    // 88台公交车编入应急保障车队.
    let are_vehicles = matches!(e.figure.unit, "台" | "辆") && e.after.is_some_and(|after| e.first_head_of(after) == Some(Kind::Vehicle));
    are_vehicles.then_some((Kind::Vehicle, "goods_unit.vehicle"))
}

fn by_noun(e: &Evidence) -> Decision {
    match e.head() {
        Some(kind @ (Kind::Vehicle | Kind::Facility | Kind::RiskArea | Kind::Service)) => (kind, "goods_unit.noun"),
        Some(Kind::Personnel) if e.after.is_some() => (Kind::Personnel, "goods_unit.noun"),
        Some(Kind::Testing) if name(e).is_some_and(|name| any_of!["检测能力", "采样能力"].ends(name)) => {
            (Kind::Testing, "goods_unit.noun")
        }
        Some(Kind::Testing) if !e.near_text(&phrases::TESTING_DEVICES) => (Kind::Testing, "goods_unit.noun"),
        // 62台四轮车, 应急发电车18台驻守甲区.
        _ if e.figure.unit == "台"
            && (e.after.is_some_and(|after| after.of(e.page.text).ends_with('车')) || own_words(e).ends_with('车')) =>
        {
            (Kind::Vehicle, "goods_unit.vehicle")
        }
        Some(Kind::Other) if e.after.is_some() => (Kind::Other, "goods_unit.noun"),
        _ if e.is_waste() => (Kind::Service, "goods_unit.waste"),
        _ => (Kind::Supply, "unit"),
    }
}
