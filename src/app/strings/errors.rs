//! What went wrong or happened, in a sentence: the cause, and what a person can do.

use super::Words;
use crate::app::event::Event;
use crate::app::vocabulary::{TableFault, TableTrouble};
use crate::extract::numeral::NumeralError;
use crate::extract::taught::Fault;
use crate::ledger::{BoundaryError, Refusal, SelectionError, SlotError, WorkspaceError, WorkspaceErrorKind};
use crate::read::{Content, ReadError, ReadErrorKind};

impl Words {
    pub fn event(&self, event: &Event) -> String {
        match event {
            Event::Opened { new, known: 0 } => self.say(format!("读入 {new} 份简报"), format!("Read {new} briefing{}", if *new == 1 { "" } else { "s" })),
            Event::Opened { new: 0, known } => {
                self.say(format!("{known} 份简报已在工作区"), format!("{known} already in the workspace"))
            }
            Event::Opened { new, known } => {
                self.say(format!("读入 {new} 份简报，另有 {known} 份已在工作区"), format!("Read {new}; {known} already in the workspace"))
            }
            Event::Cancelled => self.pick("已取消；读入的简报保留", "Cancelled; what was read stays").to_owned(),
            Event::Copied => self.pick("已复制", "Copied").to_owned(),
            Event::TakenOut { name, .. } => self.say(format!("已移出“{name}”；更正仍保留"), format!("“{name}” was taken out; its corrections stay")),
            Event::Undone(edit) => self.say(format!("已撤销：{}", self.edit(edit)), format!("Undone: {}", self.edit(edit))),
            Event::Redone(edit) => self.say(format!("已重做：{}", self.edit(edit)), format!("Redone: {}", self.edit(edit))),
            Event::NothingToOpen => self.pick("那里没有可读的 txt 或 md 文件", "No txt or md file was found there").to_owned(),
            Event::Unreadable(error) => self.read_error(error),
            Event::JobFailed { path } => {
                let path = path.display();
                self.say(format!("程序在处理这个文件时出错，其余文件不受影响：{path}"), format!("The program failed on this file; the others went on: {path}"))
            }
            Event::DialogMissing { cause } => self.say(
                format!("这台电脑没有可用的文件对话框（可安装 zenity 或 xdg-desktop-portal）。也可以把文件拖进窗口、在命令行写上路径，或从“最近打开”里选。原因：{cause}"),
                format!("No file dialog can be shown on this computer (install zenity or xdg-desktop-portal). You can drop files on the window, name them on the command line, or take them from the recent list. Cause: {cause}"),
            ),
            Event::SettingsSetAside { aside } => {
                let aside = aside.display();
                self.say(format!("设置文件读不懂，已另存，现用默认设置：{aside}"), format!("The settings could not be understood; they were set aside and defaults are used: {aside}"))
            }
            Event::SettingsNotSaved { cause } => self.say(format!("设置没有存上：{cause}"), format!("The settings could not be saved: {cause}")),
            Event::WorkspaceClosed { path, error } => {
                let (cause, path) = (self.workspace_error(error), path.display());
                self.say(
                    format!("工作区打不开，简报可以阅读但更正无法保存。{cause} 请用 --workspace 指定另一个文件。{path}"),
                    format!("The workspace cannot be opened: briefings can be read, corrections cannot be kept. {cause} Name another file with --workspace. {path}"),
                )
            }
            Event::NotRecorded(error) => {
                let cause = self.workspace_error(error);
                self.say(format!("没有存上，未作更改。{cause}"), format!("Not saved, so nothing was changed. {cause}"))
            }
            Event::NotRestored(error) => {
                let cause = self.workspace_error(error);
                self.say(format!("工作区里有一份简报读不出来。{cause}"), format!("A briefing of the workspace could not be read. {cause}"))
            }
            Event::NoWorkspace => self.pick("工作区没有打开，更正无法保存，未作更改", "There is no workspace to keep the correction, so nothing was changed").to_owned(),
            Event::SelectionRefused(SelectionError::Nothing) => self.pick("先在原文中选中一个数字", "Select a number in the text first").to_owned(),
            Event::SelectionRefused(SelectionError::NoNumber) => self.pick("所选文字里没有数字", "The selected words hold no number").to_owned(),
            Event::TableTrouble(TableTrouble { path, cause }) => {
                let path = path.display();
                let cause = match cause {
                    TableFault::Line(malformed) => {
                        let (line, why) = (malformed.line, self.table_fault(malformed.fault));
                        self.say(format!("第 {line} 行“{}”：{why}", malformed.text), format!("line {line}, “{}”: {why}", malformed.text))
                    }
                    TableFault::Unreadable(cause) => cause.clone(),
                };
                self.say(
                    format!("自加的词表有一处没有采用。{cause} 请改这个文件后重新启动：{path}"),
                    format!("Something in your word tables is left out. {cause} Mend the file and start again: {path}"),
                )
            }
            Event::Taught { word } => self.say(format!("已学会“{word}”，简报正在重读"), format!("“{word}” is learnt; the briefings are read anew")),
            Event::NotTaught { cause } => self.say(
                format!("这个词没有存上，未采用：{cause}"),
                format!("The word could not be kept, so it is not in force: {cause}"),
            ),
            Event::BoundaryRefused(error) => {
                let (zh, en) = match error {
                    BoundaryError::UnknownSection => ("这个段落已经不在了", "This section is no longer there"),
                    BoundaryError::OutsideText => ("段落不能从字的中间分开", "A section cannot be cut inside a character"),
                    BoundaryError::NothingLeft => ("这样段落就空了，边界未动", "Nothing of the section would be left; the boundary stays"),
                };
                self.pick(zh, en).to_owned()
            }
        }
    }

    /// Why a line of a word table is left out.
    pub fn table_fault(&self, fault: Fault) -> &'static str {
        let (zh, en) = match fault {
            Fault::NoWord => ("没有词，或词里有空格", "there is no word, or it holds a blank"),
            Fault::NoClass => ("缺少类别", "its class is missing"),
            Fault::UnknownClass => ("没有这个类别", "there is no such class"),
            Fault::BeginsWithNumber => ("单位不能以数字开头", "a unit cannot begin with a number"),
            Fault::TooLong => ("词太长", "the word is too long"),
        };
        self.pick(zh, en)
    }

    pub fn read_error(&self, error: &ReadError) -> String {
        let name = error
            .path
            .file_name()
            .map_or_else(|| error.path.display().to_string(), |name| name.to_string_lossy().into_owned());
        self.say(
            format!("{name}：{}", self.read_error_cause(&error.kind)),
            format!("{name}: {}", self.read_error_cause(&error.kind)),
        )
    }

    fn read_error_cause(&self, kind: &ReadErrorKind) -> String {
        let (zh, en) = match kind {
            ReadErrorKind::Empty => ("文件是空的；请选有文字的文件", "the file is empty; choose one that holds text"),
            ReadErrorKind::TooLarge { .. } => (
                "文件超过 64 MiB;请拆成较小的文件",
                "the file is larger than 64 MiB; split it into smaller ones",
            ),
            ReadErrorKind::NotText { what } => {
                let what = self.content(*what);
                return self.say(
                    format!("这是{what}，不是文本；请把文字另存为 txt 或 md 再打开"),
                    format!("this is {what}, not text; save its text as txt or md and open that"),
                );
            }
            ReadErrorKind::Vanished => (
                "文件已不在原处；请找到它再打开",
                "there is no such file any more; open it from where it is now",
            ),
            ReadErrorKind::Denied => (
                "没有读取权限；请改权限或打开副本",
                "reading it is not permitted; change its permissions or open a copy",
            ),
            ReadErrorKind::IsFolder => ("这是文件夹；请打开其中的文件", "this is a folder; open the files in it"),
            ReadErrorKind::NotAFile => (
                "这是设备或管道；请先把内容存成文件",
                "this is a device or a pipe; save what it holds as a file",
            ),
            ReadErrorKind::FolderWithoutTexts => ("文件夹里没有 txt 或 md 文件", "the folder holds no txt or md file"),
            ReadErrorKind::Undecodable { encoding } => {
                let encoding = encoding.as_str();
                return self.say(
                    format!("大部分内容不是有效的 {encoding}；请换编码，或另存为 UTF-8"),
                    format!("too much of it is not valid {encoding}; choose another encoding or save it as UTF-8"),
                );
            }
            ReadErrorKind::Io(cause) => {
                return self.say(
                    format!("读不出来（{cause}）；请检查磁盘或网络后再试"),
                    format!("it cannot be read ({cause}); check the disk or the connection and try again"),
                );
            }
        };
        self.pick(zh, en).to_owned()
    }

    fn content(&self, content: Content) -> &'static str {
        match content {
            Content::Image => self.pick("图片", "an image"),
            Content::Pdf => self.pick(" PDF ", "a PDF"),
            Content::OfficeDocument => self.pick("办公文档", "an office document"),
            Content::Archive => self.pick("压缩包", "an archive"),
            Content::Program => self.pick("程序", "a program"),
            Content::Binary => self.pick("二进制数据", "binary data"),
        }
    }

    fn workspace_error(&self, error: &WorkspaceError) -> String {
        let (zh, en) = match &error.kind {
            WorkspaceErrorKind::IsFolder => ("那是一个文件夹，请指定文件。", "That is a folder; name a file."),
            WorkspaceErrorKind::NotAWorkspace => ("那不是工作区文件，已原样保留。", "That is no workspace; it was left as it is."),
            WorkspaceErrorKind::Newer { .. } => (
                "工作区由更新版本的程序写成，请用那个版本打开。",
                "The workspace was written by a newer program; use that one.",
            ),
            WorkspaceErrorKind::Busy => (
                "另一个程序正在写这个工作区，请稍后再试。",
                "Another program is writing to the workspace; try again.",
            ),
            WorkspaceErrorKind::Denied => (
                "没有写入权限，请检查权限。",
                "The file or its folder cannot be written; check the permissions.",
            ),
            WorkspaceErrorKind::Full => ("磁盘已满，请腾出空间再试。", "The disk is full; make room and try again."),
            WorkspaceErrorKind::UnknownDocument(_) => ("工作区里没有这份简报。", "The briefing is not in the workspace."),
            WorkspaceErrorKind::Damaged(cause) => {
                return self.say(
                    format!("工作区已损坏（{cause}），请从副本恢复。"),
                    format!("The workspace is damaged ({cause}); restore it from a copy."),
                );
            }
            WorkspaceErrorKind::Io(cause) => {
                return self.say(
                    format!("文件读写失败：{cause}。"),
                    format!("The file could not be read or written: {cause}."),
                );
            }
        };
        self.pick(zh, en).to_owned()
    }

    /// Why a value was refused; shown beside its field.
    pub fn slot_error(&self, error: &SlotError) -> String {
        let (zh, en) = match &error.reason {
            Refusal::Required => ("不能空着", "It cannot be empty"),
            Refusal::Number(NumeralError::Empty) => ("请输入数字", "Type a number"),
            Refusal::Number(NumeralError::NoNumber(typed)) => {
                return self.say(
                    format!("“{typed}”里没有数字；可写 6.8万余、约5万、1,100"),
                    format!("No number in “{typed}”; write 6.8万余, 约5万 or 1,100"),
                );
            }
            Refusal::Number(NumeralError::Trailing(rest)) => {
                return self.say(
                    format!("数字后面的“{rest}”看不懂；单位另填"),
                    format!("“{rest}” after the number is not understood; the unit has its own field"),
                );
            }
            Refusal::Number(NumeralError::TooLong) => ("数字太长，无法精确保存", "The number has more digits than can be kept exactly"),
            Refusal::RangeBackwards => ("范围前大后小", "The range runs backwards"),
            Refusal::UnknownName => ("不是这一项可选的值", "Not one of the values of this field"),
            Refusal::NotYesOrNo => ("请写 是 或 否", "Write yes or no (是, 否)"),
            Refusal::NotADay => ("看不懂的日期；可写 9月28日 或 2022-09-28", "Not a day; write 2022-09-28 or 9月28日"),
            Refusal::NoSuchDay => ("没有这一天", "There is no such day"),
            Refusal::NotAWindow => (
                "看不懂的时段；可写 9月28日、9月28日0—14时、截至9月28日24时",
                "Not a window; write 9月28日, 9月28日0—14时 or 截至9月28日24时",
            ),
            Refusal::WindowBackwards => ("时段的终点早于起点", "The window ends before it begins"),
            Refusal::NotASession => ("请写场次的数字，如 52", "Write the number of the session, such as 52"),
            Refusal::NotAYear => ("请写四位数的年份", "Write a year of four digits"),
        };
        self.pick(zh, en).to_owned()
    }
}
