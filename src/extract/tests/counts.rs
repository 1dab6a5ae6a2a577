//! Counts of cases as provinces, cities and counties tell them: figures that classes or places share, outcomes, counts told once more.

use super::check;

#[test]
fn classes_and_places_that_share_a_figure() {
    check(
        "2022年5月3日0时至24时，云湖市新增确诊病例、新增死亡病例、现有疑似病例均为0，新增出院12例。",
        &[
            "0 cases confirmed new @云湖市 2022-05-03/2022-05-04",
            "0 cases dead new @云湖市 2022-05-03/2022-05-04",
            "0 cases suspected current @云湖市 ../2022-05-04",
            "12例 cases discharged new @云湖市 2022-05-03/2022-05-04",
        ],
    );
    check(
        "2022年5月3日，云湖市通报：重症、死亡病例均为0。",
        &["0 cases severe current ../2022-05-04", "0 cases dead new 2022-05-03/2022-05-04"],
    );
    check(
        "2022年5月3日0时至24时，云湖市新增本土确诊病例零，新增境外输入确诊病例3例。",
        &[
            "0 cases confirmed new local @云湖市 2022-05-03/2022-05-04",
            "3例 cases confirmed new imported @云湖市 2022-05-03/2022-05-04",
        ],
    );
    check(
        "2022年5月3日，云湖市新增9例，其中河西区、和平区各1例。",
        &[
            "9例 cases infected new @云湖市 2022-05-03/2022-05-04",
            "1例 cases infected new @河西区 2022-05-03/2022-05-04",
            "1例 cases infected new @和平区 2022-05-03/2022-05-04",
        ],
    );
    check(
        "2022年5月3日，云湖市中心城区中，东湖区、南桥区当日报告数均超过500例。",
        &[
            "500例 over cases infected new @东湖区 2022-05-03/2022-05-04",
            "500例 over cases infected new @南桥区 2022-05-03/2022-05-04",
        ],
    );
    check(
        "2022年5月3日，云湖市新增38例，其中东湖区最多、为17例，南桥区、柳林区次之，均为8例。",
        &[
            "38例 cases infected new @云湖市 2022-05-03/2022-05-04",
            "17例 cases infected new @东湖区 2022-05-03/2022-05-04",
            "8例 cases infected new @南桥区 2022-05-03/2022-05-04",
            "8例 cases infected new @柳林区 2022-05-03/2022-05-04",
        ],
    );
    check(
        "2022年5月3日，云湖市现有重型、危重型分别为9例、4例。",
        &["9例 cases severe current ../2022-05-04", "4例 cases critical current ../2022-05-04"],
    );
}

#[test]
fn who_was_found_and_who_is_treated() {
    check(
        "截至2022年5月3日24时，云湖市累计报告确诊病例10例，其中痊愈出院2例，正在集中救治8例（重型1例、普通型7例）。",
        &[
            "10例 cases confirmed cumulative @云湖市 ../2022-05-04",
            "2例 cases discharged cumulative @云湖市 ../2022-05-04",
            "8例 cases confirmed current @云湖市 ../2022-05-04",
            "1例 cases severe current @云湖市 ../2022-05-04",
            "7例 cases confirmed current 普通型 @云湖市 ../2022-05-04",
        ],
    );
    check(
        "2022年5月3日，云湖市新增81例，密接排查检出41例，社区筛查40例。",
        &[
            "81例 cases infected new @云湖市 2022-05-03/2022-05-04",
            "41例 cases infected new 密接排查检出 @云湖市 2022-05-03/2022-05-04",
            "40例 cases infected new 社区筛查 @云湖市 2022-05-03/2022-05-04",
        ],
    );
    check(
        "2022年5月3日，云湖市法院调解纠纷9宗，疾控人员排查隐患12处。",
        &["9宗 service 云湖市法院调解纠纷", "12处 service 排查隐患"],
    );
    check(
        "2022年5月3日，云湖市仍有2例重症患者核酸尚未转阴。",
        &["2例 cases severe current ../2022-05-04"],
    );
    check(
        "目前，我县无确诊和疑似病例，无重症。",
        &["0 cases confirmed current", "0 cases suspected current", "0 cases severe current"],
    );
}

#[test]
fn parts_of_those_who_left_and_of_both_origins() {
    check(
        "2022年5月3日，云湖市新增出院1023例，其中确诊病例391例、无症状感染者632例。",
        &[
            "1023例 cases discharged new @云湖市 2022-05-03/2022-05-04",
            "391例 cases discharged new 确诊病例 @云湖市 2022-05-03/2022-05-04",
            "632例 cases discharged new 无症状感染者 @云湖市 2022-05-03/2022-05-04",
        ],
    );
    check(
        "2022年5月3日，云湖市新增本土无症状感染者4例；确诊病例治愈出院12例（本土8例、境外输入4例）。",
        &[
            "4例 cases asymptomatic new local @云湖市 2022-05-03/2022-05-04",
            "12例 cases discharged new @云湖市 2022-05-03/2022-05-04",
            "8例 cases discharged new local @云湖市 2022-05-03/2022-05-04",
            "4例 cases discharged new imported @云湖市 2022-05-03/2022-05-04",
        ],
    );
    check(
        "2022年5月3日，云湖市新增确诊病例20例，其中15例为本土病例，另外5例属境外输入。",
        &[
            "20例 cases confirmed new @云湖市 2022-05-03/2022-05-04",
            "15例 cases confirmed new local @云湖市 2022-05-03/2022-05-04",
            "5例 cases confirmed new imported @云湖市 2022-05-03/2022-05-04",
        ],
    );
    check(
        "全省现有确诊病例59例（境外输入32例、省外输入2例、本土25例）。",
        &[
            "59例 cases confirmed current",
            "32例 cases confirmed current imported",
            "2例 cases confirmed current",
            "25例 cases confirmed current local",
        ],
    );
    check(
        "2022年5月3日，云湖市新增33例感染者，均为轻型或无症状。其中，东湖区9例、南桥区24例。",
        &[
            "33例 cases infected new @云湖市 2022-05-03/2022-05-04",
            "9例 cases infected new @东湖区 2022-05-03/2022-05-04",
            "24例 cases infected new @南桥区 2022-05-03/2022-05-04",
        ],
    );
}

#[test]
fn what_began_when() {
    check(
        "自2022年4月3日发现首例阳性后，云湖市本轮疫情共报告71例感染者：东湖区38例、南桥区33例。",
        &[
            "71例 cases infected cumulative @云湖市 2022-04-03/..",
            "38例 cases infected cumulative @东湖区 2022-04-03/..",
            "33例 cases infected cumulative @南桥区 2022-04-03/..",
        ],
    );
    check(
        "2022年5月3日0时至24时，云湖市新增本土确诊病例9例，较5月2日的7例增加2例。",
        &[
            "9例 cases confirmed new local @云湖市 2022-05-03/2022-05-04",
            "7例 cases confirmed new local @云湖市 2022-05-02/2022-05-03",
            "2例 cases confirmed change local @云湖市 2022-05-03/2022-05-04",
        ],
    );
    check(
        "2022年5月3日0-24时，云湖市连续第七天无新增确诊病例。",
        &["0 cases confirmed new 2022-05-03/2022-05-04"],
    );
    check(
        "截至2022年5月3日24时，云湖市现有在院本土确诊病例101例，当日无出院病例。",
        &[
            "101例 cases confirmed current local ../2022-05-04",
            "0 cases discharged new 2022-05-03/2022-05-04",
        ],
    );
}

#[test]
fn counts_told_once_more() {
    check(
        "2022年5月3日，云湖市新增本土确诊病例5例、无症状感染者27例。32例感染者居住地涉及两个县：东湖县20例、南桥县12例。",
        &[
            "5例 cases confirmed new local @云湖市 2022-05-03/2022-05-04",
            "27例 cases asymptomatic new local @云湖市 2022-05-03/2022-05-04",
            "32例 cases infected new local @云湖市 2022-05-03/2022-05-04",
            "2个 other 县",
            "20例 cases infected new local @东湖县 2022-05-03/2022-05-04",
            "12例 cases infected new local @南桥县 2022-05-03/2022-05-04",
        ],
    );
    check(
        "2022年5月3日，云湖市新增本土病例8例。8例均在隔离点发现。",
        &[
            "8例 cases confirmed new local @云湖市 2022-05-03/2022-05-04",
            "8例 cases confirmed new local @云湖市 2022-05-03/2022-05-04",
        ],
    );
    check(
        "2022年5月3日，云湖市新增感染者990例。平山县为重点区域，报告964例，南桥县26例。",
        &[
            "990例 cases infected new @云湖市 2022-05-03/2022-05-04",
            "964例 cases infected new @平山县 2022-05-03/2022-05-04",
            "26例 cases infected new @南桥县 2022-05-03/2022-05-04",
        ],
    );
    check(
        "截至2022年5月3日，云湖市累计确诊1010例，死亡4例，在院治疗423例。确诊病例中，东湖县242例、南桥县155例。",
        &[
            "1010例 cases confirmed cumulative @云湖市 ../2022-05-04",
            "4例 cases dead cumulative @云湖市 ../2022-05-04",
            "423例 cases confirmed current @云湖市 ../2022-05-04",
            "242例 cases confirmed cumulative @东湖县 ../2022-05-04",
            "155例 cases confirmed cumulative @南桥县 ../2022-05-04",
        ],
    );
    check(
        "2022年5月3日，云湖市新增确诊病例20例和无症状感染者60例。确诊病例中，15例在隔离管控中发现，5例在筛查中发现；无症状感染者中，50例在隔离管控中发现，10例在筛查中发现。",
        &[
            "20例 cases confirmed new @云湖市 2022-05-03/2022-05-04",
            "60例 cases asymptomatic new @云湖市 2022-05-03/2022-05-04",
            "15例 cases confirmed new @云湖市 2022-05-03/2022-05-04",
            "5例 cases confirmed new @云湖市 2022-05-03/2022-05-04",
            "50例 cases asymptomatic new @云湖市 2022-05-03/2022-05-04",
            "10例 cases asymptomatic new @云湖市 2022-05-03/2022-05-04",
        ],
    );
}

#[test]
fn noughts_and_parts_behind_their_words() {
    check(
        "截至2022年5月3日24时，云湖市累计报告确诊病例123例，已连续5日零新增，出院61例，在院62例中重症3例。",
        &[
            "123例 cases confirmed cumulative @云湖市 ../2022-05-04",
            "5日 duration 连续",
            "0 cases confirmed new @云湖市 2022-05-03/2022-05-04",
            "61例 cases discharged cumulative @云湖市 ../2022-05-04",
            "62例 cases confirmed current @云湖市 ../2022-05-04",
            "3例 cases severe current @云湖市 ../2022-05-04",
        ],
    );
    check(
        "2022年5月3日，云湖市新增确诊5例；新增无症状感染者无。",
        &[
            "5例 cases confirmed new @云湖市 2022-05-03/2022-05-04",
            "0 cases asymptomatic new @云湖市 2022-05-03/2022-05-04",
        ],
    );
    check(
        "2022年5月3日，云湖市新增确诊病例40例、无症状感染者138例，有2例确诊由无症状转归。",
        &[
            "40例 cases confirmed new @云湖市 2022-05-03/2022-05-04",
            "138例 cases asymptomatic new @云湖市 2022-05-03/2022-05-04",
            "2例 cases converted new @云湖市 2022-05-03/2022-05-04",
        ],
    );
    check(
        "2022年5月3日，云湖市新增确诊病例244例（含39例此前报告的无症状感染者）、无症状感染者2629例。按发现方式分，集中隔离1752例、居家隔离604例。",
        &[
            "244例 cases confirmed new @云湖市 2022-05-03/2022-05-04",
            "39例 cases converted new @云湖市 2022-05-03/2022-05-04",
            "2629例 cases asymptomatic new @云湖市 2022-05-03/2022-05-04",
            "1752例 cases infected new 集中隔离 @云湖市 2022-05-03/2022-05-04",
            "604例 cases infected new 居家隔离 @云湖市 2022-05-03/2022-05-04",
        ],
    );
    check(
        "2022年5月3日，云湖市新增确诊病例8例和无症状感染者3例，大柳、小河、西坡依次为6例、3例、2例。",
        &[
            "8例 cases confirmed new @云湖市 2022-05-03/2022-05-04",
            "3例 cases asymptomatic new @云湖市 2022-05-03/2022-05-04",
            "6例 cases infected new @大柳 2022-05-03/2022-05-04",
            "3例 cases infected new @小河 2022-05-03/2022-05-04",
            "2例 cases infected new @西坡 2022-05-03/2022-05-04",
        ],
    );
    check(
        "2022年5月3日，云湖市新增确诊65例，学生48例、教师17例。",
        &[
            "65例 cases confirmed new @云湖市 2022-05-03/2022-05-04",
            "48例 cases confirmed new 学生 @云湖市 2022-05-03/2022-05-04",
            "17例 cases confirmed new 教师 @云湖市 2022-05-03/2022-05-04",
        ],
    );
    check(
        "2022年5月3日，云湖市社会面阳性病例零报告。",
        &["0 cases infected new @云湖市 2022-05-03/2022-05-04"],
    );
}

#[test]
fn what_lists_and_days_leave_to_what_follows() {
    check(
        "2022年5月3日，通辽市新增本土确诊病例6例、本土无症状感染者183例。其中，科尔沁区102例、开鲁县87例；社会面检出8例。当日治愈出院13例。",
        &[
            "6例 cases confirmed new local @通辽市 2022-05-03/2022-05-04",
            "183例 cases asymptomatic new local @通辽市 2022-05-03/2022-05-04",
            "102例 cases infected new local @科尔沁区 2022-05-03/2022-05-04",
            "87例 cases infected new local @开鲁县 2022-05-03/2022-05-04",
            "8例 cases infected new @通辽市 2022-05-03/2022-05-04",
            "13例 cases discharged new @通辽市 2022-05-03/2022-05-04",
        ],
    );
    check(
        "2022年5月3日，云湖市新增本土确诊病例3，其中东湖区2例、南桥区1例。",
        &[
            "3 cases confirmed new local @云湖市 2022-05-03/2022-05-04",
            "2例 cases confirmed new local @东湖区 2022-05-03/2022-05-04",
            "1例 cases confirmed new local @南桥区 2022-05-03/2022-05-04",
        ],
    );
    check(
        "2022年5月3日，云湖市无新增确诊病例；当日解除隔离医学观察22例。",
        &[
            "0 cases confirmed new @云湖市 2022-05-03/2022-05-04",
            "22例 cases discharged new @云湖市 2022-05-03/2022-05-04",
        ],
    );
}

#[test]
fn a_head_with_a_mark_in_its_brackets() {
    check(
        "2022年9月11日0—24时，贵阳市新增本土确诊病例3例、本土无症状感染者156例。各区（市、县）新增情况见下表：\n区（市、县）　确诊病例　无症状感染者\n云岩区　2　84\n南明区　1　43\n花溪区　0　29\n合计　3　156",
        &[
            "3例 cases confirmed new local @贵阳市 2022-09-11/2022-09-12",
            "156例 cases asymptomatic new local @贵阳市 2022-09-11/2022-09-12",
            "2 cases confirmed new local @云岩区 2022-09-11/2022-09-12",
            "84 cases asymptomatic new local @云岩区 2022-09-11/2022-09-12",
            "1 cases confirmed new local @南明区 2022-09-11/2022-09-12",
            "43 cases asymptomatic new local @南明区 2022-09-11/2022-09-12",
            "0 cases confirmed new local @花溪区 2022-09-11/2022-09-12",
            "29 cases asymptomatic new local @花溪区 2022-09-11/2022-09-12",
            "3 cases confirmed new local @贵阳市 2022-09-11/2022-09-12",
            "156 cases asymptomatic new local @贵阳市 2022-09-11/2022-09-12",
        ],
    );
}
