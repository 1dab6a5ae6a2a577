//! What the review panes say besides: short windows for a column, names of marks, times of edits.

use super::Words;
use crate::app::settings::Language;
use crate::ledger::Edit;
use crate::model::{Action, Fact, Kind, Measure, Metric, Moment, Origin, Slot, State, Window};

impl Words {
    /// The accessible name of a marked number in the text: `病例 1 例`.
    pub fn mark_name(&self, fact: &Fact) -> String {
        format!("{} {}", self.kind(fact.kind), self.figure(&fact.quantity))
    }

    /// The heading of a fact: what it counts, in a word or two.
    pub fn fact_title(&self, fact: &Fact) -> String {
        match (fact.kind, fact.item.as_deref(), fact.metric) {
            (Kind::Cases, None, Some(metric)) => {
                let measure = fact.measure.map(|measure| self.measure(measure));
                [measure, Some(self.metric(metric))]
                    .into_iter()
                    .flatten()
                    .collect::<Vec<_>>()
                    .join(" ")
            }
            (_, Some(item), _) => item.to_owned(),
            (kind, None, _) => self.kind(kind).to_owned(),
        }
    }

    /// A window in a column of a list: `27日 0—24时`. The month is left out where it is that of the briefing.
    pub fn window_short(&self, window: &Window, briefing: Option<Moment>) -> String {
        let day = |moment: Moment| {
            let is_same_month = briefing.is_some_and(|briefing| briefing.month == moment.month);
            if is_same_month && self.language == Language::Chinese {
                format!("{}日", moment.day)
            } else {
                self.day(moment)
            }
        };
        let is_midnight = |moment: Moment| (moment.hour, moment.minute) == (0, 0);
        let clock = |moment: Moment| match moment.minute {
            0 => moment.hour.to_string(),
            minute => format!("{}:{minute:02}", moment.hour),
        };
        let at = |moment: Moment| self.at_clock(&day(moment), &clock(moment));
        // Midnight at an end is 24时 of the day before.
        let last = |end: Moment| if is_midnight(end) { end.plus_days(-1) } else { end };
        let until = |end: Moment| {
            if is_midnight(end) {
                self.at_clock(&day(last(end)), "24")
            } else {
                at(end)
            }
        };
        match (window.start, window.end) {
            (Some(start), Some(end)) if start == end => at(start),
            (Some(start), Some(end)) if (last(end).month, last(end).day) == (start.month, start.day) => {
                let end = if is_midnight(end) { "24".to_owned() } else { clock(end) };
                self.at_clock(&day(start), &format!("{}—{end}", clock(start)))
            }
            (Some(start), Some(end)) if is_midnight(start) && is_midnight(end) => format!("{}—{}", day(start), day(last(end))),
            (Some(start), Some(end)) => format!("{}—{}", at(start), until(end)),
            (None, Some(end)) if is_midnight(end) => self.say(format!("截至{}", day(last(end))), format!("to {}", day(last(end)))),
            (None, Some(end)) => self.say(format!("截至{}", at(end)), format!("to {}", at(end))),
            (Some(start), None) if is_midnight(start) => self.say(format!("{}以来", day(start)), format!("since {}", day(start))),
            (Some(start), None) => self.say(format!("{}以来", at(start)), format!("since {}", at(start))),
            (None, None) => self.window_kind(window.kind).to_owned(),
        }
    }

    fn at_clock(&self, day: &str, clock: &str) -> String {
        self.say(format!("{day} {clock}时"), format!("{day} {clock} h"))
    }

    /// Goods without a number, counted in a section's heading.
    pub fn provisions_count(&self, n: usize) -> String {
        self.say(format!("{} {n} 项", self.provisions), format!("{n} provided without a number"))
    }

    /// How long ago something was done.
    pub fn ago(&self, seconds: i64) -> String {
        let plural = |n: i64| if n == 1 { "" } else { "s" };
        let (minutes, hours, days) = (seconds / 60, seconds / 3600, seconds / 86_400);
        match seconds {
            ..60 => self.pick("刚刚", "just now").to_owned(),
            60..3_600 => self.say(format!("{minutes} 分钟前"), format!("{minutes} minute{} ago", plural(minutes))),
            3_600..86_400 => self.say(format!("{hours} 小时前"), format!("{hours} hour{} ago", plural(hours))),
            _ => self.say(format!("{days} 天前"), format!("{days} day{} ago", plural(days))),
        }
    }

    /// The canonical text of a slot in words.
    pub fn slot_value(&self, slot: Slot, text: &str) -> String {
        let name = match slot {
            Slot::Kind => Kind::parse(text).map(|name| self.kind(name)),
            Slot::Metric => Metric::parse(text).map(|name| self.metric(name)),
            Slot::Measure => Measure::parse(text).map(|name| self.measure(name)),
            Slot::Origin => Origin::parse(text).map(|name| self.origin_name(name)),
            Slot::State => State::parse(text).map(|name| self.state(name)),
            Slot::Action => Action::parse(text).map(|name| self.action(name)),
            Slot::Cumulative | Slot::PerDay => text.parse().ok().map(|holds: bool| if holds { self.yes } else { self.no }),
            Slot::Window => return Window::parse_interval(text).map_or_else(|| text.to_owned(), |window| self.window(&window)),
            Slot::Value | Slot::Unit | Slot::Item | Slot::Actor | Slot::Recipient | Slot::Place => None,
        };
        name.unwrap_or(text).to_owned()
    }

    /// An edit in the history of a fact: `数量 7100余 → 6800`.
    pub fn edit_line(&self, edit: &Edit) -> String {
        let Edit::SetSlot { slot, from, to, .. } = edit else {
            return self.edit(edit);
        };
        let shown = |text: &Option<String>| match text {
            Some(text) => self.slot_value(*slot, text),
            None => self.not_stated.to_owned(),
        };
        format!("{} {} → {}", self.slot(*slot), shown(from), shown(to))
    }
}

#[cfg(test)]
mod tests {
    use super::super::words;
    use super::*;

    #[track_caller]
    fn check(interval: &str, zh: &str, en: &str) {
        let window = Window::parse_interval(interval).unwrap();
        let briefing = Some(Moment::midnight(Some(2022), 9, 28));
        assert_eq!(words(Language::Chinese).window_short(&window, briefing), zh);
        assert_eq!(words(Language::English).window_short(&window, briefing), en);
    }

    #[test]
    fn windows_in_a_column_leave_out_what_is_known() {
        check("2022-09-27T00:00/2022-09-28T00:00", "27日 0—24时", "27 Sep 0—24 h");
        check("2022-09-28T00:00/2022-09-28T14:00", "28日 0—14时", "28 Sep 0—14 h");
        check("2022-09-28T08:30/2022-09-28T14:00", "28日 8:30—14时", "28 Sep 8:30—14 h");
        check("2022-08-31T00:00/2022-09-01T00:00", "8月31日 0—24时", "31 Aug 0—24 h");
        check("../2022-09-19T00:00", "截至18日", "to 18 Sep");
        check("../2022-09-19T15:00", "截至19日 15时", "to 19 Sep 15 h");
        check("2022-03-01T00:00/..", "3月1日以来", "since 1 Mar");
        check("2022-09-01T00:00/2022-09-16T00:00", "1日—15日", "1 Sep—15 Sep");
        check(
            "2022-09-26T15:00/2022-09-27T15:00",
            "26日 15时—27日 15时",
            "26 Sep 15 h—27 Sep 15 h",
        );
    }

    #[test]
    fn the_month_is_named_where_the_briefing_has_no_date() {
        let window = Window::parse_interval("2022-09-27T00:00/2022-09-28T00:00").unwrap();
        assert_eq!(words(Language::Chinese).window_short(&window, None), "9月27日 0—24时");
    }

    #[test]
    fn slots_are_told_in_words() {
        let words = words(Language::Chinese);
        let told = |slot, text| words.slot_value(slot, text);
        assert_eq!(told(Slot::Metric, "asymptomatic"), "无症状");
        assert_eq!(told(Slot::Cumulative, "true"), "是");
        assert_eq!(told(Slot::PerDay, "false"), "否");
        assert_eq!(told(Slot::Window, "2022-09-27T00:00/2022-09-28T00:00"), "9月27日0—24时");
        assert_eq!(told(Slot::Value, "7100余"), "7100余");
        assert_eq!(told(Slot::Kind, "what was a kind once"), "what was a kind once");
    }

    #[test]
    fn times_of_edits_are_told_from_now() {
        let words = words(Language::Chinese);
        assert_eq!(
            [0, 59, 60, 7_300, 90_000].map(|seconds| words.ago(seconds)),
            ["刚刚", "刚刚", "1 分钟前", "2 小时前", "1 天前"]
        );
    }
}
