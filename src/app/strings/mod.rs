//! Every word that a person sees, in Chinese and in English.
//!
//! In: data. Out: words. Always: one place for each word, both languages side by side, and no word anywhere else.
//! Words that stand alone are fields of [`Words`]; names of the model's variants are its methods in `names`; sentences
//! with something in them are its methods in `sentences`; facts in a line are in `facts`, what the review panes say besides in `review`; what went wrong is in `errors`, commands in `commands`.

mod charts;
mod commands;
mod errors;
mod facts;
mod names;
mod review;
mod sentences;
mod teaching;

use super::settings::Language;

/// Makes the struct and one constant for each language, so that no word can lack its other half.
macro_rules! words {
    ($($name:ident: $zh:literal, $en:literal;)+) => {
        /// The words of one language.
        #[derive(Debug)]
        pub struct Words {
            pub language: Language,
            $(pub $name: &'static str,)+
        }

        static ZH: Words = Words { language: Language::Chinese, $($name: $zh,)+ };
        static EN: Words = Words { language: Language::English, $($name: $en,)+ };
    };
}

/// The window's title, in both languages at once: a task bar shows it before anything else is known.
pub const WINDOW_TITLE: &str = "通报 Tongbao";

/// Both languages, for what is looked for and not shown.
static EVERY: [&Words; 2] = [&ZH, &EN];

/// The words of a language.
pub fn words(language: Language) -> &'static Words {
    match language {
        Language::Chinese => &ZH,
        Language::English => &EN,
    }
}

impl Words {
    /// The button that changes the language: the one that is shown comes first.
    pub fn language_switch(shown: Language) -> &'static str {
        match shown {
            Language::Chinese => "中 / EN",
            Language::English => "EN / 中",
        }
    }

    /// The one or the other, for words that are used once.
    fn pick(&self, zh: &'static str, en: &'static str) -> &'static str {
        match self.language {
            Language::Chinese => zh,
            Language::English => en,
        }
    }
}

words! {
    // Window and top bar
    app_name_zh: "通报", "通报";
    app_name: "Tongbao", "Tongbao";
    menu: "菜单", "Menu";
    menu_edit: "编辑", "Edit";
    menu_go: "浏览", "Go";
    menu_view: "显示", "View";
    theme: "配色", "Theme";
    recent: "最近打开", "Recent";
    search_hint: "查找简报、数值或命令", "Find a briefing, a figure or a command";
    workspace_default: "默认工作区", "Default workspace";

    // Tabs of a narrow window
    tab_briefings: "简报", "Briefings";
    tab_source: "原文", "Text";
    tab_sections: "数据", "Facts";

    // Briefings
    briefings: "简报", "Briefings";
    by_date: "按日期", "By date";
    filter_hint: "筛选", "Filter";
    filter_clear: "清除筛选", "Clear the filter";
    no_match: "没有符合的简报", "No briefing matches";
    no_date: "日期不明", "No date";
    review_state: "审阅状态", "Review state";

    // Source pane
    source: "原文", "Text";
    encoding: "编码", "Encoding";
    encoding_detected: "自动识别", "As detected";
    year: "年份", "Year";
    year_unknown: "年份不明", "Year unknown";
    choose_briefing: "在左侧选择一份简报", "Choose a briefing on the left";

    copy: "复制", "Copy";
    scroll_bar: "滚动条", "Scroll bar";
    source_text: "通报原文", "Text of the briefing";
    revert_section: "还原此段", "Revert this section";

    // Teaching a word
    teach_title: "教一个词", "Teach a word";
    teach_word: "词", "Word";
    teach_class: "类别", "Class";
    teach_trying: "正在试读打开的简报…", "Trying it on the open briefings…";
    teach_gone: "这条数据不再读出", "This fact is no longer read";

    // Sections and inspector
    sections: "段落与数据", "Sections and facts";
    section_kind: "段落类别", "Kind of section";
    speaker: "发言人", "Speaker";
    outlet: "媒体", "Newsroom";
    no_facts: "没有数据", "No facts";
    outside_sections: "段落之外", "Outside the sections";
    provisions: "无数量供给", "Provided without a number";
    no_fact_chosen: "点选一条数据，在这里核对和更正", "Choose a fact to check and correct it here";
    briefing_details: "简报信息", "About this briefing";
    not_stated: "未述", "Not stated";
    machine_value: "机读值", "As read";
    revert: "还原此条", "Revert this fact";
    remove: "删去此条", "Remove this fact";
    restore: "恢复此条", "Restore this fact";
    removed: "已删去", "Removed";
    added: "人工添加", "Added by hand";
    edited: "已更正", "Corrected";
    orphaned: "原句已不在", "Its sentence has gone";
    rule: "规则", "Rule";
    why: "依据", "Why";
    quote: "引文", "Quote";
    history: "更正记录", "History";
    part_of: "其中", "Part of";
    yes: "是", "Yes";
    no: "否", "No";
    explained: "非数据的数字", "Numbers that are no facts";
    remarks: "提示", "Remarks";
    parts: "含", "Parts";
    more_slots: "更多栏位", "More fields";
    fewer_slots: "收起", "Fewer fields";
    only_edited: "只看人工更正", "Corrections only";

    // Charts
    charts: "图表", "Charts";
    infections: "每日新增感染者", "New infections by day";
    by_report_date: "按报告日期", "By report date";
    supplies: "物资", "Supplies";
    one_facet_per_unit: "按单位分面", "One facet for each unit";
    place: "地区", "Place";
    all_places: "所有地区", "All places";
    origin: "来源", "Origin";
    all_origins: "本土与输入", "Local and imported";
    confirmed: "确诊", "Confirmed";
    asymptomatic: "无症状", "Asymptomatic";
    infected_unspecified: "感染者（未分类）", "Infected, class not stated";
    partial_day: "半日", "Part of a day";
    no_briefing: "无通报", "No briefing";
    no_count: "未报数", "No count";
    mean_7_days: "7日均值（不含半日）", "7-day mean without partial days";
    by_item: "按品名", "By goods";
    by_actor: "按主体", "By actor";
    by_recipient: "按对象", "By recipient";
    group_by: "分组", "Group by";
    over_time: "按时间", "Over time";
    one_briefing: "单份简报", "One briefing";
    cumulative: "累计", "Running total";
    per_day: "每日", "Per day";
    conflict: "说法不一", "Briefings disagree";
    superseded: "已被更全的时段取代", "Replaced by a longer window";
    no_infections: "打开的简报里没有每日新增病例", "No daily new cases in the open briefings";
    no_supplies: "打开的简报里没有物资数据", "No supplies in the open briefings";
    unit_none: "（无单位）", "(no unit)";
    item_none: "（未述）", "(not stated)";
    as_table: "表格", "As a table";
    reset_zoom: "还原视野", "Reset the view";
    net_infections: "净增 = 确诊 + 无症状 − 转确诊", "Net of conversions to confirmed";
    stated_zero: "明述为零", "Stated as none";
    year_assumed: "年份据其他简报推定", "Year taken from the other briefings";
    some_years_assumed: "未写年份的据其他简报推定", "Where no year is stated, taken from the other briefings";
    note: "备注", "Note";
    day_of_report: "报告日期", "Day";
    side_by_side: "各地并列，不相加", "Places side by side, never added";

    // Status bar
    all_saved: "已全部保存", "Everything is saved";
    not_saved: "更正无法保存", "Corrections cannot be saved";
    undo_short: "撤销", "Undo";
    redo_short: "重做", "Redo";
    cancel: "取消", "Cancel";
    cancelling: "正在取消…", "Cancelling…";

    // Notices
    notices: "消息", "Messages";
    dismiss: "知道了", "Dismiss";
    dismiss_all: "全部清除", "Dismiss all";
    close: "关闭", "Close";

    // Empty state
    empty_title: "从新闻发布会通报，到可核对的数据", "From press briefings to figures you can check";
    empty_body: "打开疫情防控通报的文本。每个数字都会连着它的原句：看着原文核对，改正读错的，再看曲线和物资。", "Open the text of epidemic-control briefings. Every figure stays tied to its sentence: check it against the text, correct what was misread, then look at the curve and the supplies.";
    empty_drop: "也可以把文件或文件夹拖到这里", "Or drop files or a folder here";
    empty_formats: "txt、md 文件；UTF-8、UTF-16、GB18030、Big5", "txt and md files in UTF-8, UTF-16, GB18030 or Big5";
    empty_private: "文件只留在这台电脑上；程序不连接网络", "Your files stay on this computer; the program never goes online";
    drop_here: "松开即可打开", "Drop to open";

    // Palette
    palette: "查找与命令", "Find and run";
    palette_briefings: "简报", "Briefing";
    palette_none: "没有找到", "Nothing found";

    // Dialogs
    file_filter: "通报文本", "Briefing texts";
    all_files: "所有文件", "All files";
    about_title: "关于通报 Tongbao", "About Tongbao";
    about_body: "把疫情防控新闻发布会通报读成可核对的数据。每个数字都能回到原句。", "Reads epidemic-control press briefings into figures that can be checked, each traceable to its sentence.";
    about_licence: "许可：MIT 或 Apache-2.0；字体：思源黑体（Noto Sans SC）子集，SIL OFL 1.1", "Licence: MIT or Apache-2.0; typeface: a subset of Source Han / Noto Sans SC (SIL OFL 1.1)";
    about_workspace: "工作区", "Workspace";
    about_version: "版本", "Version";
}
