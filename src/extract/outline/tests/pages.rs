//! What surrounds the text: titles, bylines, credits, furniture, tables and lists.

use super::*;

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
fn areas_of_risk_below_their_heading() {
    check(&[
        ("title", "", TITLE),
        ("lead", "", LEAD),
        ("figures", "", FIGURES),
        ("list", "", "封控区:\n(1)柳树镇前桥村(含两个自然村,12户);\n(2)河东路68号院。"),
        ("statement", "", MEASURES),
        (
            "list",
            "",
            "高风险地区:东山区河西街道桃源小区,西山区柳树镇后桥村,南山区青石街道12号院。",
        ),
        ("credits", "", "编辑:何某某"),
    ]);
    // What is done in an area is no area.
    check(&[
        ("title", "", TITLE),
        ("lead", "", LEAD),
        ("figures", "", FIGURES),
        (
            "statement",
            "",
            "封控区:\n组织机关干部下沉社区,做好居民生活物资配送。\n保障就医用药需求。",
        ),
        ("credits", "", "编辑:何某某"),
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
fn a_table_set_with_spaces() {
    check(&[
        ("title", "", "青川市重点企业库存情况"),
        ("table", "", "品种 库存(吨) 可供天数\n大米 3200 25\n面粉 1400 18\n蔬菜 560 4"),
        ("statement", "", "备注:数据由市商务局提供。"),
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
fn near_misses_in_headings() {
    check(&[
        ("title", "", "青川市新版防控指南今日发布"),
        ("byline", "", "青川发布"),
        ("lead", "", LEAD),
        ("title", "", "统筹疫情防控和经济社会发展:复工过半"),
        ("statement", "", MEASURES),
        ("title", "", "全市发放车辆通行许可证8000张"),
        ("statement", "", MEASURES),
        ("title", "", "记者手记:一线见闻"),
        ("statement", "", MEASURES),
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
fn numbered_headings_and_issues_right_above_the_text() {
    check(&[
        ("title", "", "青川县疫情防控情况通报\n\n(2022年第9号)"),
        ("byline", "", "发布日期:2022-05-06 16:05 来源:县疫情防控指挥部办公室"),
        ("title", "", "一、疫情概况"),
        (
            "figures",
            "",
            "(一)本土疫情。5月5日0—24时,青川县新增本土确诊病例3例,均在隔离点发现。",
        ),
        ("title", "", "二、处置情况"),
        ("statement", "", MEASURES),
    ]);
}

#[test]
fn emoji_before_names_are_no_part_of_them() {
    check(&[
        ("title", "", TITLE),
        ("lead", "", LEAD),
        ("question", "青川日报", "❓青川日报记者:\n\n居民买菜方便吗?"),
        (
            "answer",
            "青川县商务局局长郑小川",
            "💬青川县商务局局长郑小川:\n\n请大家放心!\n\n✅ 蔬菜日均上市量1.1万吨,比上周增长两成。",
        ),
    ]);
}

#[test]
fn streets_of_a_town_are_a_list() {
    check(&[
        ("title", "", TITLE),
        (
            "figures",
            "",
            "5月5日0—24时,青川县新增本土确诊病例3例、本土无症状感染者21例,分别居住于:",
        ),
        ("list", "", "城关镇:万安街786弄,金龙街528弄;\n\n石化街道:卫零路485弄,十二村。"),
        ("statement", "", MEASURES),
    ]);
}

#[test]
fn counters_below_the_text_are_furniture() {
    check(&[
        ("title", "", TITLE),
        ("lead", "", LEAD),
        ("statement", "", MEASURES),
        ("furniture", "", "阅读 (3.2万)\n\n[打印本页][关闭窗口]"),
    ]);
}

#[test]
fn lines_that_begin_with_contacts_report_work() {
    check(&[
        ("title", "", TITLE),
        ("lead", "", LEAD),
        ("figures", "", FIGURES),
        (
            "statement",
            "",
            "截至5月6日8时,累计排查密切接触者521人、次密切接触者308人,均已集中隔离。全市完成核酸采样61.2万人,检出混管阳性23管。",
        ),
    ]);
    check(&[
        ("title", "", TITLE),
        ("lead", "", LEAD),
        (
            "figures",
            "",
            "5月5日0—24时,全市新增本土确诊病例3例。\n\n累计追踪到密切接触者521人,尚有308人正在接受医学观察。",
        ),
    ]);
}

#[test]
fn numbered_streets_are_a_list() {
    check(&[
        ("title", "", TITLE),
        ("lead", "", LEAD),
        ("statement", "", MEASURES),
        (
            "list",
            "",
            "1.城关区雁南街道雁滩路3188号9号楼;\n\n2.城关区广武门街道甘南路468号1单元;\n\n3.七里河区西湖街道西街62号院。",
        ),
    ]);
}

#[test]
fn a_dateline_with_two_names_of_one_newsroom() {
    check(&[
        ("title", "", TITLE),
        ("byline", "", "青川网、青川网客户端青川5月6日消息(记者 丁一)"),
        ("lead", "", "+5月6日下午,青川市召开疫情防控工作第二十一场新闻发布会,通报最新情况。"),
        ("statement", "", MEASURES),
    ]);
}
