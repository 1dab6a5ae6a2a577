//! Who says what: officials, moderators, questions and answers, plans.

use super::*;

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
fn headings_tell_whose_report_begins() {
    check(&[
        ("title", "", TITLE),
        (
            "lead",
            "",
            "5月6日,发布会召开。市卫健委主任周文发布疫情数据,市商务局局长吴迪介绍市场供应工作。",
        ),
        ("title", "", "一、疫情数据"),
        ("figures", "市卫健委主任周文", FIGURES),
        ("title", "", "二、市场供应"),
        ("statement", "市商务局局长吴迪", "全市货源充足,价格平稳,每天投放蔬菜300吨。"),
    ]);
}

#[test]
fn who_introduces_himself_speaks() {
    check(&[
        ("title", "", TITLE),
        (
            "lead",
            "青川市副市长孙立",
            "各位记者朋友,大家上午好!我是青川市副市长孙立。现在,由我通报疫情防控情况。",
        ),
        ("figures", "青川市副市长孙立", FIGURES),
        ("statement", "青川市副市长孙立", MEASURES),
    ]);
}

/// What the city plans, at the end of a report in which several spoke, is nobody's words; what we plan is the speaker's.
#[test]
fn plans_of_a_place_are_nobodys() {
    let spoken = |plans: &'static str, who: &'static str| {
        check(&[
            ("title", "", TITLE),
            ("lead", "", LEAD),
            ("statement", "市商务局局长吴迪", "市商务局局长吴迪介绍,全市货源充足,价格平稳。"),
            (
                "statement",
                "市交通运输局副局长孙立",
                "市交通运输局副局长孙立说,累计发放通行证8000张。",
            ),
            ("next_steps", who, plans),
        ]);
    };
    spoken("下一步,青川市将坚持精准防控,尽快恢复秩序。", "");
    spoken("下一步,市指挥部将优化核酸频次。", "");
    spoken("下一步,我们将增设中转站。", "市交通运输局副局长孙立");
    spoken("下一步,将增设中转站。", "市交通运输局副局长孙立");
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
fn who_presides_leads_through_the_briefing() {
    check(&[
        ("title", "", TITLE),
        ("lead", "", "5月6日,发布会召开。市委宣传部副部长郑小川主持。"),
        (
            "lead",
            "市委宣传部副部长郑小川",
            "郑小川:各位记者朋友,大家好。首先请周文主任介绍情况。",
        ),
        ("statement", "市卫健委主任周文", "市卫健委主任周文:全市准备了床位800张,人手充足。"),
        ("lead", "市委宣传部副部长郑小川", "郑小川:谢谢周主任。下面请记者朋友提问。"),
        ("question", "青川日报", "[青川日报记者]请介绍一下市场供应的情况。"),
        ("answer", "市卫健委主任周文", "[周文]感谢提问。全市货源充足,价格平稳。"),
    ]);
}

#[test]
fn who_speaks_before_a_colon_or_behind_a_name() {
    check(&[
        ("title", "", TITLE),
        ("lead", "", LEAD),
        (
            "statement",
            "市商务局局长吴迪",
            "菜篮子牵动人心。市商务局局长吴迪掰着指头算账:每天到货蔬菜300吨,够全市吃。",
        ),
        (
            "statement",
            "孙立(市交通运输局副局长)",
            "孙立(市交通运输局副局长):全市开行班车30趟,路网畅通。",
        ),
    ]);
}

#[test]
fn what_several_report_together_is_nobodys_alone() {
    check(&[
        ("title", "", TITLE),
        (
            "lead",
            "",
            "5月6日,发布会召开。\n\n市卫健委主任周文,市商务局局长吴迪通报有关情况、回答提问。",
        ),
        ("statement", "市卫健委主任周文", "周文介绍,全市准备了床位800张。"),
        ("statement", "市商务局局长吴迪", "吴迪介绍,每天投放蔬菜300吨。"),
    ]);
}

#[test]
fn what_is_told_next_is_no_plan() {
    check(&[
        ("title", "", TITLE),
        ("lead", "", LEAD),
        (
            "statement",
            "",
            "全市准备了床位800张。\n\n接下来说供应。每天投放蔬菜300吨,价格平稳。",
        ),
    ]);
}

#[test]
fn those_whom_the_lead_names_speak_in_its_line() {
    check(&[
        ("title", "", TITLE),
        (
            "lead",
            "",
            "5月6日下午,青川市召开疫情防控工作第二十一场新闻发布会,市政府副秘书长陈立、市商务局局长吴迪通报有关情况并答记者问。",
        ),
        (
            "figures",
            "市政府副秘书长陈立",
            "+陈立介绍,5月5日0—24时,全市新增本土确诊病例3例、无症状感染者12例。",
        ),
        ("statement", "市商务局局长吴迪", "+吴迪介绍,全市生活必需品货源充足、价格稳定。"),
    ]);
}

#[test]
fn heads_in_brackets_open_turns() {
    check(&[
        ("title", "", TITLE),
        (
            "lead",
            "市委宣传部副部长周文",
            "[市委宣传部副部长 周文]\n各位朋友下午好!今天的发布会通报最新情况。出席发布会的有市经济和信息化局党组书记、局长吴迪。",
        ),
        (
            "statement",
            "市经济和信息化局党组书记、局长吴迪",
            "[市经济和信息化局党组书记、局长 吴迪]\n全市各级各部门迅速行动,保障企业生产。",
        ),
        ("question", "山城社", "[山城社记者]\n市民很关心蔬菜供应,能否介绍一下情况?"),
        (
            "answer",
            "市经济和信息化局党组书记、局长吴迪",
            "[吴迪]\n谢谢您的提问。货源充足,价格平稳。",
        ),
    ]);
}

#[test]
fn doses_behind_counts_are_figures() {
    check(&[
        ("title", "", TITLE),
        (
            "figures",
            "",
            "5月5日0—24时,全省新增本土确诊病例3例。截至5月5日,各地累计报告接种新冠病毒疫苗343.1万剂次。",
        ),
    ]);
}
