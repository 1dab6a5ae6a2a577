//! Sentences with something in them: counts, days, windows, edits.

use super::Words;
use crate::app::settings::Language;
use crate::ledger::Edit;
use crate::model::{Moment, Window};

impl Words {
    pub(super) fn say(&self, zh: String, en: String) -> String {
        match self.language {
            Language::Chinese => zh,
            Language::English => en,
        }
    }

    pub fn facts_count(&self, n: usize) -> String {
        let plural = if n == 1 { "" } else { "s" };
        self.say(format!("{n} 条"), format!("{n} fact{plural}"))
    }

    pub fn edits_count(&self, n: usize) -> String {
        self.say(format!("{n} 改"), format!("{n} edited"))
    }

    pub fn chars_count(&self, n: usize) -> String {
        let grouped = crate::model::Amount::from_int(n as i64).grouped();
        self.say(format!("{grouped} 字"), format!("{grouped} characters"))
    }

    pub fn briefings_count(&self, shown: usize, all: usize) -> String {
        if shown == all {
            format!("{} {all}", self.briefings)
        } else {
            format!("{} {shown}/{all}", self.briefings)
        }
    }

    pub fn session(&self, session: u32) -> String {
        self.say(format!("第{session}场"), format!("No. {session}"))
    }

    /// A session as anyone may look for it.
    pub fn session_in_every_language(session: u32) -> String {
        super::EVERY.map(|words| words.session(session)).join(" ")
    }

    /// A day as anyone may look for it, as a file writes it and in words.
    pub fn day_in_every_language(day: Moment) -> String {
        let [zh, en] = super::EVERY.map(|words| words.day(day));
        format!("{day} {zh} {en}")
    }

    /// 9月28日; the year is left out.
    pub fn day(&self, day: Moment) -> String {
        const MONTHS: [&str; 12] = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
        let month = usize::try_from(day.month)
            .ok()
            .and_then(|month| MONTHS.get(month.checked_sub(1)?))
            .unwrap_or(&"?");
        self.say(format!("{}月{}日", day.month, day.day), format!("{} {month}", day.day))
    }

    fn moment(&self, moment: Moment) -> String {
        let time = match (moment.hour, moment.minute) {
            (0, 0) => String::new(),
            (hour, 0) => self.say(format!("{hour}时"), format!(" {hour}:00")),
            (hour, minute) => self.say(format!("{hour}时{minute:02}分"), format!(" {hour}:{minute:02}")),
        };
        format!("{}{time}", self.day(moment))
    }

    /// An end at midnight is 24时 of the day before.
    fn end_of(&self, end: Moment) -> String {
        if (end.hour, end.minute) == (0, 0) {
            let day = self.day(end.plus_days(-1));
            self.say(format!("{day}24时"), format!("{day} 24:00"))
        } else {
            self.moment(end)
        }
    }

    /// A reporting window as the texts write it: 9月27日0—24时, 9月28日0—14时, 截至9月18日24时.
    pub fn window(&self, window: &Window) -> String {
        match (window.start, window.end) {
            (Some(start), Some(end)) if start == end => self.moment(start),
            (Some(start), Some(end)) => {
                let ends_same_day = (start.month, start.day) == (end.month, end.day);
                let is_one_day = start.plus_days(1)
                    == Moment {
                        hour: start.hour,
                        minute: start.minute,
                        ..end
                    };
                if (start.hour, start.minute, end.hour, end.minute) == (0, 0, 0, 0) && is_one_day {
                    let day = self.day(start);
                    self.say(format!("{day}0—24时"), format!("{day} 0–24 h"))
                } else if ends_same_day && (start.minute, end.minute) == (0, 0) {
                    let day = self.day(start);
                    self.say(
                        format!("{day}{}—{}时", start.hour, end.hour),
                        format!("{day} {}–{} h", start.hour, end.hour),
                    )
                } else {
                    let (start, end) = (self.moment(start), self.end_of(end));
                    self.say(format!("{start}—{end}"), format!("{start} – {end}"))
                }
            }
            (None, Some(end)) => {
                let end = self.end_of(end);
                self.say(format!("截至{end}"), format!("up to {end}"))
            }
            (Some(start), None) => {
                let start = self.moment(start);
                self.say(format!("{start}以来"), format!("since {start}"))
            }
            (None, None) => String::new(),
        }
    }

    /// 截至14时, under a partial day.
    pub fn until(&self, end: Moment) -> String {
        let time = if end.minute == 0 {
            end.hour.to_string()
        } else {
            format!("{}:{:02}", end.hour, end.minute)
        };
        self.say(format!("截至{time}时"), format!("until {time} h"))
    }

    /// Share of the numerals that are in a fact or in an explanation, 0–100.
    pub fn numerals_accounted(&self, percent: u32) -> String {
        self.say(
            format!("数字 {percent}% 有着落"),
            format!("{percent}% of the numbers accounted for"),
        )
    }

    pub fn year_with_origin(&self, year: i16, from: &str) -> String {
        self.say(format!("{} {year} ({from})", self.year), format!("{} {year} ({from})", self.year))
    }

    pub fn undo_what(&self, edit: &Edit) -> String {
        format!("{}: {}", self.undo_short, self.edit(edit))
    }

    pub fn redo_what(&self, edit: &Edit) -> String {
        format!("{}: {}", self.redo_short, self.edit(edit))
    }

    /// An edit in a few words: 改主体.
    pub fn edit(&self, edit: &Edit) -> String {
        let change = |what: &str| self.say(format!("改{what}"), format!("change {}", what.to_lowercase()));
        match edit {
            Edit::SetSlot { slot, .. } => change(self.slot(*slot)),
            Edit::AddFact { .. } => self.pick("添加数据", "add a fact").to_owned(),
            Edit::RemoveFact { .. } => self.pick("删去数据", "remove a fact").to_owned(),
            Edit::RevertFact { .. } => self.pick("还原数据", "revert a fact").to_owned(),
            Edit::SetSectionKind { .. } => self.pick("改段落类别", "change the kind of a section").to_owned(),
            Edit::MoveBoundary { .. } => self.pick("移段落边界", "move a section boundary").to_owned(),
            Edit::RevertSection { .. } => self.pick("还原段落", "revert a section").to_owned(),
            Edit::SetMeta { slot, .. } => change(self.meta_slot(*slot)),
            Edit::RevertMeta { slot } => {
                let slot = self.meta_slot(*slot);
                self.say(format!("还原{slot}"), format!("revert {}", slot.to_lowercase()))
            }
        }
    }

    /// 正在读 3/8 · 文件名
    pub fn progress(&self, done: usize, total: usize, name: &str) -> String {
        self.say(
            format!("正在读 {done}/{total} · {name}"),
            format!("Reading {done} of {total} · {name}"),
        )
    }

    pub fn problems_count(&self, n: usize) -> String {
        let plural = if n == 1 { "" } else { "s" };
        self.say(format!("{n} 条消息"), format!("{n} message{plural}"))
    }

    pub fn samples_note(&self, n: usize) -> String {
        self.say(
            format!("样例是 {n} 份虚构的通报，几分钟就能看懂这个程序"),
            format!("The samples are {n} invented briefings that show in minutes what this program does"),
        )
    }

    /// Names of what a row or button acts on, for screen readers and tests.
    pub fn open_recent(&self, path: &str) -> String {
        self.say(format!("打开 {path}"), format!("Open {path}"))
    }
}
