//! What commands are called, and what their tooltips say.

use super::Words;
use crate::app::command::Command;
use crate::app::state::View;

impl Words {
    /// Name and tooltip of a command that needs nothing else to be said.
    pub fn command(&self, command: &Command) -> (&'static str, &'static str) {
        let ((zh, zh_tip), (en, en_tip)) = match command {
            Command::OpenDialog => (
                ("打开文件…", "选择一份或几份通报"),
                ("Open files…", "Choose one briefing or several"),
            ),
            Command::OpenFolderDialog => (
                ("打开文件夹…", "打开其中所有 txt 与 md 文件"),
                ("Open folder…", "Open every txt and md file in it"),
            ),
            Command::OpenSamples => (
                ("打开样例", "打开随程序附带的虚构通报"),
                ("Open the samples", "Open the invented briefings that come with the program"),
            ),
            Command::ClearRecent => (
                ("清除最近打开", "忘记打开过的路径"),
                ("Clear recent", "Forget the paths that were opened"),
            ),
            Command::Quit => (
                ("退出", "更正早已保存，随时可以退出"),
                ("Quit", "Corrections are saved already; leave at any time"),
            ),
            Command::CloseChosenBriefing => (
                ("移出这份简报", "从列表移出；更正仍保留，再次打开即恢复"),
                (
                    "Take out this briefing",
                    "Out of the list; its corrections stay, and come back when it is opened again",
                ),
            ),
            Command::NextBriefing => (("下一份简报", "列表中的下一份"), ("Next briefing", "The next one in the list")),
            Command::PreviousBriefing => (
                ("上一份简报", "列表中的上一份"),
                ("Previous briefing", "The previous one in the list"),
            ),
            Command::MarkReviewedAndNext => (
                ("审完并下一份", "标为已审，转到下一份待审的简报"),
                ("Reviewed, next", "Mark as reviewed and go to the next one to do"),
            ),
            Command::ClearChoice => (
                ("取消选择", "放下所选的数据和文字"),
                ("Clear the choice", "Let go of the chosen fact and words"),
            ),
            Command::NextFact => (("下一条数据", "按原文次序"), ("Next fact", "In the order of the text")),
            Command::PreviousFact => (("上一条数据", "按原文次序"), ("Previous fact", "In the order of the text")),
            Command::AddFactFromSelection => (
                ("添加所选为数据", "把原文中选中的数字添加为一条数据"),
                ("Add the selection as a fact", "Make a fact of the number selected in the text"),
            ),
            Command::AcceptLesson => (
                ("学会", "存进自加的词表，重读所有打开的简报；更正保留"),
                (
                    "Learn it",
                    "Keep it in your word tables and read every open briefing anew; corrections stay",
                ),
            ),
            Command::TeachSelection => (
                ("教这个词…", "让程序认得所选的词；先看会改变什么"),
                (
                    "Teach this word…",
                    "Let the program know the selected word; see first what it changes",
                ),
            ),
            Command::RemoveChosenFact => (("删去这条数据", "可以撤销"), ("Remove this fact", "Can be undone")),
            Command::RevertChosenFact => (
                ("还原这条数据", "放弃对这一条的全部更正"),
                ("Revert this fact", "Give up every correction of this one fact"),
            ),
            Command::CopyQuote => (
                ("复制引文", "复制数据的原句"),
                ("Copy the quote", "Copy the words that state the fact"),
            ),
            Command::Undo => (("撤销", "收回上一步更正"), ("Undo", "Take back the last correction")),
            Command::Redo => (("重做", "再次作出收回的更正"), ("Redo", "Make the correction again")),
            Command::ShowView(View::Review) => (("审阅", "对照原文核对数据"), ("Review", "Check the facts against the text")),
            Command::ShowView(View::Charts) => (("图表", "疫情曲线与物资"), ("Charts", "The epidemic curve and the supplies")),
            Command::ToggleLanguage => (("English", "Switch to English"), ("中文", "切换为中文")),
            Command::CycleTheme => (("换配色", "浅色、深色、跟随系统"), ("Change theme", "Light, dark, as the system")),
            Command::OpenPalette => (
                ("查找与命令", "查找简报、数值或命令"),
                ("Find and run", "Find a briefing, a figure or a command"),
            ),
            Command::FocusFilter => (
                ("筛选简报", "把光标放进简报列表的筛选框"),
                ("Filter the briefings", "Put the cursor into the filter of the list"),
            ),
            Command::EditValue => (
                ("改数量", "把光标放进所选数据的数量栏"),
                ("Edit the value", "Put the cursor into the value of the chosen figure"),
            ),
            Command::ZoomIn => (("放大", "文字和界面都变大"), ("Larger", "Words and controls grow")),
            Command::ZoomOut => (("缩小", "文字和界面都变小"), ("Smaller", "Words and controls shrink")),
            Command::ZoomReset => (("原始大小", "恢复为原来的大小"), ("Actual size", "Back to the first size")),
            Command::ShowProblems => (
                ("查看消息", "列出尚未清除的消息和问题"),
                ("Show messages", "List the messages and problems that are left"),
            ),
            Command::DismissAllNotices => (("清除消息", "清除全部消息"), ("Dismiss messages", "Dismiss every message")),
            Command::CancelTask => (
                ("取消后台任务", "已经读入的仍然保留"),
                ("Cancel background work", "What has been read stays"),
            ),
            Command::About => (
                ("关于通报", "版本、许可与工作区位置"),
                ("About Tongbao", "Version, licence, and where the workspace is"),
            ),
            Command::BringBack(_) => (
                ("放回", "连同更正一起放回列表"),
                ("Bring back", "Back into the list, with its corrections"),
            ),
            _ => return ("", ""),
        };
        (self.pick(zh, en), self.pick(zh_tip, en_tip))
    }
}
