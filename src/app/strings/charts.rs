//! What the charts say besides: days on the axis, why a figure is not drawn, names of bars.

use super::Words;
use crate::app::settings::Language;
use crate::model::{Amount, Approx, Metric, Moment, Origin, Quantity};
use crate::series::{AsideReason, By, Coverage, Hours, ResumptionCount, Standing, Tally};

impl Words {
    /// A day under the axis: 9/28.
    pub fn axis_day(&self, day: Moment) -> String {
        match self.language {
            Language::Chinese => format!("{}/{}", day.month, day.day),
            Language::English => self.day(day),
        }
    }

    /// 2022年9月10日—9月28日; without the year where it is not known.
    pub fn days_range(&self, first: Moment, last: Moment) -> String {
        let with_year = |day: Moment| match day.year {
            Some(year) => self.say(format!("{year}年{}", self.day(day)), format!("{} {year}", self.day(day))),
            None => self.day(day),
        };
        if first == last {
            with_year(first)
        } else if first.year == last.year {
            match self.language {
                Language::Chinese => format!("{}—{}", with_year(first), self.day(last)),
                Language::English => format!("{} – {}", self.day(first), with_year(last)),
            }
        } else {
            self.say(
                format!("{}—{}", with_year(first), with_year(last)),
                format!("{} – {}", with_year(first), with_year(last)),
            )
        }
    }

    /// 截至9月28日.
    pub fn up_to_day(&self, day: Moment) -> String {
        let day = self.day(day);
        self.say(format!("截至{day}"), format!("up to {day}"))
    }

    /// What a class of new infections is called.
    pub fn class(&self, metric: Metric) -> &'static str {
        match metric {
            Metric::Infected => self.infected_unspecified,
            other => self.metric(other),
        }
    }

    /// A number with the sign of its bound: > 7,100.
    pub fn amount(&self, value: Amount, approx: Approx) -> String {
        match approx {
            Approx::Exact => value.grouped(),
            approx => format!("{} {}", self.approx_sign(approx), value.grouped()),
        }
    }

    /// Which hours of its day a figure counts: 截至14时, 14—24时.
    pub fn day_part(&self, hours: Hours) -> String {
        let clock = |minutes: i16| match (minutes / 60, minutes % 60) {
            (hour, 0) => hour.to_string(),
            (hour, minute) => format!("{hour}:{minute:02}"),
        };
        let to = clock(hours.to);
        if hours.from <= 0 {
            return self.say(format!("截至{to}时"), format!("until {to} h"));
        }
        let from = clock(hours.from);
        self.say(format!("{from}—{to}时"), format!("{from}–{to} h"))
    }

    /// Which origins are counted, where it is not what was asked for.
    pub fn coverage(&self, coverage: Coverage) -> Option<&'static str> {
        match coverage {
            Coverage::Stated(_) => None,
            Coverage::Summed => Some(self.pick("本土与境外输入之和", "Local and imported, added")),
            Coverage::Only(Origin::Local) => Some(self.pick("仅本土", "Local only")),
            Coverage::Only(Origin::Imported) => Some(self.pick("仅境外输入", "Imported only")),
        }
    }

    pub fn standing(&self, standing: Standing) -> &'static str {
        match standing {
            Standing::Superseded => self.superseded,
            Standing::OtherHours => self.pick("同日另一时段，不相加", "Other hours of the day, not added"),
            Standing::Whole => self.pick("合计，已按类别绘出", "The whole, drawn by class"),
            Standing::Part => self.pick("合计之中，不另加", "Within the whole, not added"),
            Standing::Conversion => self.pick(
                "转确诊，原已计入，无法扣除",
                "Conversions, counted before; nothing to take them off",
            ),
        }
    }

    pub fn aside_reason(&self, reason: AsideReason) -> &'static str {
        match reason {
            AsideReason::NoWindow => self.pick("没有时间", "No window is stated"),
            AsideReason::NotOneDay => self.pick("不是一天之内的数", "Not of a single day"),
            AsideReason::NotACount => self.pick("不是单一的人数", "Not a single count"),
            AsideReason::Part => self.pick("是其他数的一部分", "A part of another figure"),
            AsideReason::Split => self.pick("分类数，总数未述", "A split whose total is not stated"),
            AsideReason::NoPlace => self.pick("没有地点", "No place is stated"),
            AsideReason::BriefingWithoutPlace => self.pick("简报的地点不明", "The place of its briefing is unknown"),
        }
    }

    /// A figure with conversions in it, which the bar leaves out.
    pub fn without_conversions(&self, stated: &str, converted: &str) -> String {
        self.say(
            format!("新增 {stated}，其中转确诊 {converted} 不重复计"),
            format!("{stated} new, of which {converted} converted were counted before"),
        )
    }

    pub fn aside_count(&self, n: usize) -> String {
        self.say(format!("{n} 条未入图"), format!("{n} not in the chart"))
    }

    pub fn by(&self, by: By) -> &'static str {
        match by {
            By::Item => self.by_item,
            By::Actor => self.by_actor,
            By::Recipient => self.by_recipient,
        }
    }

    /// 企业 resumed or ready: 已复工 企业.
    pub fn resumption_name(&self, count: &ResumptionCount) -> String {
        let state = count.state.map(|state| self.state(state));
        let item = count.item.as_deref().unwrap_or(self.item_none);
        [state, Some(item)].into_iter().flatten().collect::<Vec<_>>().join(" ")
    }

    /// The accessible name of a bar of supplies: 盒饭 1,499,100 份 累计.
    pub fn supply_name(&self, label: &str, quantity: &Quantity, tally: Tally) -> String {
        let figure = self.figure(quantity);
        match self.tally(tally) {
            Some(tally) => format!("{label} {figure} {tally}"),
            None => format!("{label} {figure}"),
        }
    }

    /// What sets figures apart from those of one occasion.
    pub fn tally(&self, tally: Tally) -> Option<&'static str> {
        match tally {
            Tally::Occasion => None,
            Tally::PerDay => Some(self.per_day),
            Tally::Cumulative => Some(self.cumulative),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::words;
    use super::*;

    #[track_caller]
    fn check_hours(from: i16, to: i16, zh: &str, en: &str) {
        let hours = Hours { from, to };
        assert_eq!(words(Language::Chinese).day_part(hours), zh);
        assert_eq!(words(Language::English).day_part(hours), en);
    }

    #[test]
    fn a_part_of_a_day_is_named_by_its_end() {
        check_hours(0, 840, "截至14时", "until 14 h");
        check_hours(-540, 900, "截至15时", "until 15 h");
        check_hours(0, 870, "截至14:30时", "until 14:30 h");
        check_hours(840, 1440, "14—24时", "14–24 h");
    }

    #[track_caller]
    fn check_range(first: &str, last: &str, zh: &str, en: &str) {
        let (first, last) = (Moment::parse(first).unwrap(), Moment::parse(last).unwrap());
        assert_eq!(words(Language::Chinese).days_range(first, last), zh);
        assert_eq!(words(Language::English).days_range(first, last), en);
    }

    #[test]
    fn a_range_of_days_names_each_year_once() {
        check_range("2022-09-10", "2022-09-28", "2022年9月10日—9月28日", "10 Sep – 28 Sep 2022");
        check_range(
            "2022-12-31",
            "2023-01-01",
            "2022年12月31日—2023年1月1日",
            "31 Dec 2022 – 1 Jan 2023",
        );
        check_range("--09-10", "--09-28", "9月10日—9月28日", "10 Sep – 28 Sep");
        check_range("2022-09-10", "2022-09-10", "2022年9月10日", "10 Sep 2022");
    }
}
