//! Whole documents, all invented: what the parts are, who speaks, and what is not taken for what it is not.

use super::*;
use crate::model::SectionKind;

/// Checks the outline of a document given as its parts: kind, speaker or newsroom, text. A part is on a line of its own
/// unless its text begins with `+`, which glues it to the part before.
fn check(parts: &[(&str, &str, &str)]) {
    let mut text = String::new();
    let mut expected = Vec::new();
    for (kind, who, words) in parts {
        let glued = words.strip_prefix('+');
        if glued.is_none() && !text.is_empty() {
            text.push_str("\n\n");
        }
        let words = glued.unwrap_or(words);
        expected.push(((*kind).to_owned(), (*who).to_owned(), words.to_owned()));
        text.push_str(words);
    }
    let outline = outline(&text);
    let found: Vec<(String, String, String)> = outline
        .sections
        .iter()
        .map(|s| {
            let who = s.speaker.clone().or_else(|| s.outlet.clone()).unwrap_or_default();
            (s.kind.as_str().to_owned(), who, s.span.of(&text).to_owned())
        })
        .collect();
    assert_eq!(found, expected, "\n{found:#?}");
    holds(&text, &outline);
}

/// What holds for every outline.
fn holds(text: &str, outline: &Outline) {
    let mut last = 0;
    let mut covered = 0;
    let visible = |words: &str| words.chars().filter(|c| !reading::is_blank(*c)).count();
    for section in &outline.sections {
        let words = &text[section.span.range()];
        assert!(section.span.start >= last && !words.is_empty() && words.trim_matches(reading::is_blank) == words);
        last = section.span.end;
        covered += visible(words);
    }
    assert_eq!(covered, visible(text), "every character lies in a section");
    let mut ids: Vec<_> = outline.sections.iter().map(|s| s.id).collect();
    ids.sort_unstable();
    ids.dedup();
    assert_eq!(ids.len(), outline.sections.len(), "no two sections share a name");
}

const TITLE: &str = "青川市召开疫情防控工作第二十一场新闻发布会";
const LEAD: &str = "5月6日下午,青川市召开疫情防控工作第二十一场新闻发布会,通报最新情况。";
const FIGURES: &str = "5月5日0—24时,全市新增本土确诊病例3例、无症状感染者12例,均在隔离管控人员中发现。";
const MEASURES: &str = "全市各级各部门迅速行动,组织机关干部下沉社区,做好居民生活物资配送,保障就医用药需求。";

#[test]
fn a_briefing_with_page_furniture() {
    check(&[
        ("furniture", "", "首页\n新闻中心\n当前位置:首页 > 新闻中心 > 正文"),
        ("title", "", TITLE),
        ("byline", "", "发布时间:2022-05-06 18:20 来源:青川发布 浏览次数:128"),
        ("furniture", "", "字号:[大 中 小]"),
        ("lead", "", LEAD),
        ("figures", "", FIGURES),
        ("statement", "", MEASURES),
        ("next_steps", "", "下一步,我市将继续做好各项工作。"),
        ("credits", "", "责任编辑:林某某"),
        (
            "furniture",
            "",
            "分享到:\n上一篇:某区发放蔬菜包\n下一篇:某县复工\n主办:青川市人民政府 某ICP备00000000号",
        ),
    ]);
}

#[test]
fn officials_speak_in_turn() {
    check(&[
        ("title", "", "青川全力保障生活物资供应"),
        ("byline", "", "青川日报讯(记者 何某 通讯员 林某)"),
        ("lead", "", "+5月6日,记者从青川市疫情防控新闻发布会上获悉,全市生活物资供应平稳。"),
        (
            "statement",
            "青川市商务局局长吴迪",
            "青川市商务局局长吴迪介绍,全市组织了12家商超参与保供。每天投放蔬菜300吨。\n\n在线上,各平台增加配送人员500名。",
        ),
        (
            "statement",
            "青川市交通运输局副局长孙立",
            "“我们开辟了绿色通道。”青川市交通运输局副局长孙立说,累计发放通行证8000张。",
        ),
        ("next_steps", "青川市交通运输局副局长孙立", "+下一步,将增设中转站。"),
    ]);
}

#[test]
fn a_lead_names_the_one_who_reported() {
    check(&[
        ("title", "", TITLE),
        (
            "lead",
            "",
            "5月6日,发布会召开。市政府副秘书长郑小川主持,市卫健委主任周文通报疫情防控情况。",
        ),
        ("figures", "市卫健委主任周文", FIGURES),
        ("statement", "市卫健委主任周文", MEASURES),
    ]);
}

#[test]
fn questions_and_answers_with_headings() {
    check(&[
        ("title", "", TITLE),
        ("lead", "", LEAD),
        (
            "question",
            "青川融媒体中心",
            "青川融媒体中心记者提问:请问目前蔬菜供应情况如何?价格是否稳定?",
        ),
        (
            "answer",
            "市商务局党组书记、局长吴迪",
            "市商务局党组书记、局长  吴迪:\n\n感谢您的提问。\n\n全市蔬菜库存2300吨,可满足7天需要。累计确诊病例所在的3个小区每天配送两次。",
        ),
        ("next_steps", "市商务局党组书记、局长吴迪", "+下一步,我们将加大投放。"),
        ("question", "山城晚报", "山城晚报记者:老年人就医怎么保障?"),
        ("answer", "市卫健委副主任周文", "市卫健委副主任周文:谢谢。我们为老年人开通了热线。"),
    ]);
}

#[test]
fn questions_and_answers_in_one_paragraph() {
    check(&[
        ("lead", "", LEAD),
        ("question", "", "+问:蔬菜够不够?"),
        ("answer", "", "+答:够。全市库存2300吨。"),
        ("question", "", "+问:怎么配送?"),
        ("answer", "", "+答:由社区统一配送,每天两次。"),
    ]);
}

#[test]
fn a_reporter_is_answered_in_prose() {
    check(&[
        ("byline", "", "[山城网综合报道]"),
        ("lead", "", "+6日下午,青川市召开新闻发布会。"),
        ("question", "", "+有记者提问,学校什么时候复课?家长怎么准备?"),
        (
            "answer",
            "市教育局局长钱进",
            "+市教育局局长钱进表示,将分批复课。目前已有20所学校通过验收。",
        ),
    ]);
}

#[test]
fn a_moderated_transcript() {
    check(&[
        (
            "lead",
            "市委宣传部副部长梁音",
            "主持人:\n\n各位媒体朋友:\n\n大家下午好!\n\n我是市委宣传部副部长梁音。欢迎参加今天的发布会。我们请来了市卫健委主任周文女士和市商务局局长吴迪先生。",
        ),
        (
            "figures",
            "市卫健委主任周文",
            "周文:\n\n5月5日0时至24时,全市新增确诊病例3例。累计报告确诊病例40例,出院12例。",
        ),
        ("statement", "市卫健委主任周文", "全市设置采样点200个,做到应检尽检。"),
        ("lead", "市委宣传部副部长梁音", "主持人:谢谢周主任。下面请记者提问。"),
        ("question", "山城日报", "山城日报记者:请问药品供应如何?"),
        ("answer", "市商务局局长吴迪", "吴迪:药店全部营业。"),
        ("lead", "市委宣传部副部长梁音", "主持人:今天的发布会到此结束,谢谢大家。"),
    ]);
}

#[test]
fn a_live_transcript_with_bare_names() {
    check(&[
        (
            "lead",
            "省政府新闻办副主任寿文",
            "省政府新闻办副主任 寿文:\n女士们、先生们,上午好!欢迎出席今天的新闻发布会。我们邀请到了省卫健委副主任曾立先生,请他介绍医务人员保障情况。",
        ),
        ("byline", "", "2022-02-14 10:01:22"),
        (
            "figures",
            "省卫健委副主任曾立",
            "曾立:\n截至2月11日24时,全省报告医务人员确诊病例16例。",
        ),
        ("statement", "省卫健委副主任曾立", "在物资方面,我们统一调配防护服7万件。"),
        ("question", "山城日报", "山城日报记者:\n请问采取了哪些关爱措施?谢谢。"),
        ("byline", "", "2022-02-14 10:30:00"),
        ("answer", "省卫健委副主任曾立", "曾立:\n谢谢你的提问。我们提高了补助标准。"),
        ("question", "远洋社", "远洋社:\n轮休怎样安排?"),
        ("answer", "省卫健委副主任曾立", "曾立:\n每两周轮休一次。"),
        ("lead", "省政府新闻办副主任寿文", "寿文:\n今天的发布会到此结束,谢谢大家。"),
    ]);
}

#[test]
fn a_quotation_takes_its_speaker_along() {
    check(&[
        ("title", "", TITLE),
        ("lead", "", LEAD),
        (
            "statement",
            "青川镇党委书记孙强",
            "“群众的事就是我们的事。”青川镇党委书记孙强在接受采访时表示。",
        ),
        ("next_steps", "青川镇党委书记孙强", "“下一步,我们将继续优化服务。”孙强说。"),
    ]);
}

#[test]
fn a_wire_report_with_subheadings() {
    check(&[
        ("title", "", "青川:多措并举保民生"),
        ("byline", "", "新华社青川5月6日电(记者李某)"),
        ("lead", "", "+青川市近日多措并举保障民生。"),
        ("title", "", "菜篮子供应充足"),
        ("statement", "", "全市12家商超正常营业,每天投放蔬菜300吨。"),
        ("title", "", "绿色通道畅通"),
        ("statement", "", "交通部门发放通行证8000张。物资车辆优先通行。"),
        ("credits", "", "+(完)"),
    ]);
}

#[test]
fn markdown() {
    check(&[
        ("title", "", "# 青川市第八场疫情防控新闻发布会"),
        ("lead", "", LEAD),
        ("title", "", "## 疫情情况"),
        ("figures", "", FIGURES),
        ("title", "", "**物资保障**"),
        ("statement", "", MEASURES),
        ("table", "", "| 区 | 确诊 |\n|---|---|\n| 东区 | 2 |\n| 西区 | 1 |"),
    ]);
}

#[test]
fn lists_of_addresses_and_cases() {
    check(&[
        ("title", "", "5月5日青川市各区病例居住地信息"),
        ("byline", "", "(2022-05-06)"),
        (
            "figures",
            "",
            "市卫健委今早通报:5月5日0—24时,新增本土确诊病例3例和无症状感染者12例。",
        ),
        ("title", "", "东山区"),
        ("figures", "", "5月5日,东山区新增2例确诊病例,分别居住于:"),
        ("list", "", "青石路12号,\n柳树村,\n桃源小区,\n河东路300弄。"),
        ("statement", "", "已对相关居住地落实消毒措施。"),
        (
            "list",
            "",
            "病例1—病例3,居住于东山区,均为闭环管控人员,诊断为确诊病例。\n病例4,女,30岁,居住于西山区。",
        ),
        ("figures", "", "以上病例已转至定点医院,追踪到密切接触者37人。"),
        ("credits", "", "来源:青川发布"),
    ]);
}

#[test]
fn a_table_set_one_cell_a_line() {
    check(&[
        ("figures", "", "截至5月5日24时,累计确诊病例40例,出院12例,在院28例。"),
        ("table", "", "区域\n在院确诊病例\n东山区\n12\n西山区\n10\n南山区\n6\n合计\n28"),
        ("credits", "", "编辑:何某某"),
        ("furniture", "", "微信扫一扫\n关注该公众号\n,轻点两下取消赞"),
    ]);
}

#[test]
fn a_bulletin_without_full_stops() {
    check(&[
        ("byline", "", "5月5日24时"),
        ("title", "", "青川省"),
        (
            "figures",
            "",
            "确诊病例40例,重症病例2例,死亡病例0例\n\n确诊病例中,东山市20例、西山市15例、南山市5例\n\n目前追踪到密切接触者353人",
        ),
    ]);
}

#[test]
fn credits_glued_to_the_last_sentence() {
    check(&[
        ("lead", "", LEAD),
        ("statement", "", MEASURES),
        ("credits", "", "+主编:高某编审:何某编辑:林某 赵某记者:郑某"),
    ]);
    check(&[
        ("lead", "", LEAD),
        ("statement", "", MEASURES),
        ("credits", "", "+(青川日报记者 何某 林某)"),
    ]);
    check(&[
        ("lead", "", LEAD),
        ("statement", "", MEASURES),
        ("credits", "", "+(完)(责任编辑:何某)"),
    ]);
    check(&[("lead", "", LEAD), ("statement", "", MEASURES), ("credits", "", "文/何某 图/林某")]);
}

#[test]
fn captions_and_pictures() {
    check(&[
        ("title", "", TITLE),
        ("lead", "", LEAD),
        ("furniture", "", "微信图片_20220506123456.jpg"),
        ("caption", "", "图为发布会现场。山城日报记者何某摄"),
        ("statement", "", MEASURES),
        ("caption", "", "5月6日拍摄的青川河口岸。某社发"),
    ]);
}

#[test]
fn a_message_account_copy() {
    check(&[
        ("title", "", "5月5日青川新增3例本土确诊病例"),
        ("byline", "", "青川发布"),
        (
            "furniture",
            "",
            "微信号\nqingchuanfabu\n功能介绍\n生活在这座山城,与它共同成长。\n收录于合集",
        ),
        ("figures", "", FIGURES),
        ("title", "", "本土病例情况"),
        ("figures", "", "5月5日,全市新增本土确诊病例3例。治愈出院2例。"),
        ("credits", "", "资料:市卫健委\n\n编辑:何某某"),
        ("furniture", "", "预览时标签不可点\n上一篇\n下一篇\n微信扫一扫\n知道了"),
    ]);
}

#[test]
fn near_misses_in_prose() {
    check(&[
        ("title", "", TITLE),
        ("lead", "", LEAD),
        (
            "statement",
            "",
            "会前,记者提问的渠道已经公布。编辑制作短视频30条,问题线索逐条核实。在“下一步”怎么走上,干部群众想到了一起。\n\n\
             问题导向是各部门的工作方法。编辑部的同志也走进社区。\n\n\
             来源清楚、去向明白,是物资管理的要求。答好民生答卷,离不开每个人的努力。\n\n\
             各区设立服务点40个,图为便民。首页新闻也刊发了办事指南。记者的镜头记录了这一切。",
        ),
    ]);
}

#[test]
fn a_short_sentence_is_no_heading() {
    check(&[
        ("title", "", TITLE),
        ("lead", "", LEAD),
        ("statement", "", "全市一盘棋。\n\n干部下沉社区。\n\n这一切,都为了群众平安。"),
    ]);
}

#[test]
fn testing_is_not_case_figures() {
    check(&[
        ("title", "", TITLE),
        ("lead", "", LEAD),
        ("figures", "", FIGURES),
        ("statement", "", "第三轮全员核酸采样1200万人,检出阳性5人。全市共设采样点900个。"),
    ]);
}

#[test]
fn plans_run_over_numbered_lines() {
    check(&[
        ("title", "", TITLE),
        ("lead", "", LEAD),
        ("statement", "", MEASURES),
        ("next_steps", "", "下一步,我市将做好以下工作:\n\n一是加强排查。\n\n二是保障供应。"),
    ]);
    check(&[
        ("title", "", TITLE),
        ("lead", "", LEAD),
        ("statement", "", "下一步的成效要看今天的努力。下一步棋怎么走?大家都很关心。"),
    ]);
}

#[test]
fn a_first_line_may_be_cut_where_the_news_begins() {
    check(&[
        ("lead", "", "5月6日,在青川市疫情防控新闻发布会上,青川市卫健委副主任周文通报,"),
        (
            "figures",
            "青川市卫健委副主任周文",
            "+5月5日新增28例阳性感染者,其中确诊病例23例,无症状感染者5例。",
        ),
        ("statement", "青川市卫健委副主任周文", "各定点医院做好了准备。"),
    ]);
    check(&[
        ("lead", "", "青川市6日召开新闻发布会,市商务局副局长吴迪会上介绍:"),
        ("statement", "市商务局副局长吴迪", "+粮油价格保持稳定。"),
    ]);
}

#[test]
fn a_pull_quote_is_a_title() {
    check(&[
        ("title", "", TITLE),
        ("lead", "", LEAD),
        ("title", "", "青川市政府副秘书长郑小川:\n\n目前已有20例患者治愈,\n\n治愈率过半"),
        ("lead", "", "市政府副秘书长郑小川作情况介绍。"),
        (
            "figures",
            "市政府副秘书长郑小川",
            "+截至5月5日24时,全市累计确诊病例40例,治愈出院20例。",
        ),
    ]);
}

#[test]
fn nothing_and_next_to_nothing() {
    for text in [
        "",
        " ",
        "\n\n",
        "。",
        "?",
        "一",
        "1",
        "记者:",
        "问",
        "(",
        "【",
        "\u{feff}",
        "----",
        "\t|\t|",
        "下一步",
        "表示",
        "主任表示",
        "第场",
        "“”",
        "图",
        "编辑:",
    ] {
        holds(text, &outline(text));
    }
}

#[test]
fn any_text_at_all() {
    let pieces = [
        "主任",
        "张",
        "表示",
        ",",
        "。",
        "\n",
        "“",
        "”",
        "(",
        ")",
        ":",
        "记者",
        "问",
        "1",
        "例",
        "确诊病例",
        "下一步",
        " ",
        "\t",
        "|",
        "编辑",
        "电",
        "讯",
        "日",
        "第",
        "场",
        "发布会",
        "é",
        "𠀀",
        "#",
    ];
    let mut state = 0x2545_f491_4f6c_dd1du64;
    for _ in 0..4000 {
        let mut text = String::new();
        for _ in 0..40 {
            state ^= state << 13;
            state ^= state >> 7;
            state ^= state << 17;
            text.push_str(pieces[(state % pieces.len() as u64) as usize]);
        }
        holds(&text, &outline(&text));
    }
}

#[test]
fn names_survive_edits_elsewhere() {
    let text = format!("{TITLE}\n{LEAD}\n{FIGURES}\n{MEASURES}\n");
    let edited = format!("{TITLE}\n{LEAD}\n{FIGURES}\n{MEASURES}\n又来一段新的措施。\n(责任编辑:何某)");
    let (before, after) = (outline(&text), outline(&edited));
    let figures = |outline: &Outline| outline.sections.iter().find(|s| s.kind == SectionKind::Figures).map(|s| s.id);
    assert_eq!(figures(&before), figures(&after));
}

#[test]
fn names_are_quoted_as_written() {
    let written = "青川市衛健委主任周文表示,供應平穩。";
    let folded = "青川市卫健委主任周文表示,供应平稳。";
    let outline = outline_as_written(folded, written);
    assert_eq!(outline.sections[0].speaker.as_deref(), Some("青川市衛健委主任周文"));
}

#[test]
fn title_and_session() {
    let text = format!("{TITLE}_青川市人民政府\n首页\n{TITLE}\n{LEAD}");
    let outline = outline(&text);
    assert_eq!(outline.title.map(|title| title.of(&text)), Some(TITLE));
    assert_eq!(outline.session, Some(21));
    let meta = meta(&text, &outline.sections);
    assert_eq!((meta.title.as_deref(), meta.session), (Some(TITLE), Some(21)));
}

#[test]
fn headings_are_kept() {
    let text = format!("{TITLE}\n{LEAD}\n## 物资保障\n{MEASURES}");
    let outline = outline(&text);
    assert_eq!(outline.sections.last().and_then(|s| s.heading.as_deref()), Some("物资保障"));
}
