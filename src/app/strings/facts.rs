//! A fact in a line: its figure, what it counts, its name for a screen reader.

use super::Words;
use crate::app::settings::Language;
use crate::ledger::Edge;
use crate::model::{Approx, Fact, Kind, Quantity, SectionKind};

impl Words {
    /// `> 7,100 吨`, `2–3 倍`.
    pub fn figure(&self, quantity: &Quantity) -> String {
        let figure = self.number(quantity);
        if quantity.unit.is_empty() {
            figure
        } else {
            format!("{figure} {}", quantity.unit)
        }
    }

    /// The figure of a fact: `20,000 头/日` where so much is of each day.
    pub fn figure_of(&self, fact: &Fact) -> String {
        let figure = self.figure(&fact.quantity);
        if fact.per_day {
            self.say(format!("{figure}/日"), format!("{figure} a day"))
        } else {
            figure
        }
    }

    /// The figure without its unit.
    pub fn number(&self, quantity: &Quantity) -> String {
        let number = match (quantity.value, quantity.low, quantity.high) {
            (Some(value), _, _) => value.grouped(),
            (None, Some(low), Some(high)) => format!("{}–{}", low.grouped(), high.grouped()),
            (None, Some(low), None) => format!("≥ {}", low.grouped()),
            (None, None, Some(high)) => format!("≤ {}", high.grouped()),
            (None, None, None) => self.not_stated.to_owned(),
        };
        match quantity.approx {
            Approx::Exact => number,
            approx => format!("{} {number}", self.approx_sign(approx)),
        }
    }

    /// What a fact counts, without its figure and window: `新增 无症状 · 本土 · 日喀则市`, `盒饭 · 珠峰农投 配送 → 医务人员`.
    pub fn describe(&self, fact: &Fact) -> String {
        let mut parts = Vec::new();
        if fact.kind == Kind::Cases {
            let measure = fact.measure.map(|measure| self.measure(measure));
            let metric = fact.metric.map(|metric| self.metric(metric));
            let class = [measure, metric, fact.item.as_deref()]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" ");
            parts.push(if class.is_empty() { self.kind(fact.kind).to_owned() } else { class });
            parts.extend(fact.origin.map(|origin| self.origin_name(origin).to_owned()));
        } else {
            let state = fact.state.map(|state| self.state(state));
            let item = fact.item.as_deref().unwrap_or_else(|| self.kind(fact.kind));
            parts.push([state, Some(item)].into_iter().flatten().collect::<Vec<_>>().join(" "));
            let action = fact.action.map(|action| self.action(action));
            let recipient = fact.recipient.as_ref().map(|recipient| format!("→ {recipient}"));
            let done = [fact.actor.as_deref(), action, recipient.as_deref()]
                .into_iter()
                .flatten()
                .collect::<Vec<_>>()
                .join(" ");
            parts.push(done);
        }
        parts.extend(fact.place.as_deref().map(str::to_owned));
        parts.retain(|part| !part.is_empty());
        parts.join(" · ")
    }

    /// The rule that made a fact, and the word of the text that decided it.
    pub fn why_read(&self, fact: &Fact, text: &str) -> String {
        let word = fact.word.map(|word| word.of(text)).filter(|word| !word.is_empty());
        match word {
            Some(word) => self.say(
                format!("{} {} · 词 “{word}”", self.rule, fact.rule),
                format!("{} {} · word “{word}”", self.rule, fact.rule),
            ),
            None => format!("{} {}", self.rule, fact.rule),
        }
    }

    /// The fact in a line, for screen readers and tests.
    pub fn fact_name(&self, fact: &Fact) -> String {
        let window = fact.window.map(|window| format!(" · {}", self.window(&window))).unwrap_or_default();
        format!("{} {}{window}", self.figure_of(fact), self.describe(fact))
    }

    /// What moving a section's edge to a place in the text is called.
    pub fn boundary_here(&self, section: SectionKind, edge: Edge) -> String {
        let name = self.section(section);
        match (self.language, edge) {
            (Language::Chinese, Edge::Start) => format!("“{name}”从这句开始"),
            (Language::Chinese, Edge::End) => format!("“{name}”到这句为止"),
            (Language::English, Edge::Start) => format!("“{name}” begins with this sentence"),
            (Language::English, Edge::End) => format!("“{name}” ends with this sentence"),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::words;
    use super::*;
    use crate::model::{Action, Amount, FactId, Measure, Metric, Origin, Span};

    fn fact(value: i64, unit: &str, approx: Approx) -> Fact {
        let quantity = Quantity {
            value: Some(Amount::from_int(value)),
            low: None,
            high: None,
            unit: unit.to_owned().into(),
            approx,
        };
        Fact::bare(FactId(1), Span::new(0, 1), quantity)
    }

    #[test]
    fn a_case_count_reads_as_measure_class_origin_and_place() {
        let mut fact = fact(1, "例", Approx::Exact);
        fact.kind = Kind::Cases;
        fact.measure = Some(Measure::New);
        fact.metric = Some(Metric::Asymptomatic);
        fact.origin = Some(Origin::Local);
        fact.place = Some("云岭市".into());
        assert_eq!(words(Language::Chinese).fact_name(&fact), "1 例 新增 无症状 · 本土 · 云岭市");
        assert_eq!(words(Language::English).fact_name(&fact), "1 例 New Asymptomatic · Local · 云岭市");
    }

    #[test]
    fn a_delivery_reads_as_goods_and_who_to_whom() {
        let mut fact = fact(7100, "吨", Approx::Over);
        fact.kind = Kind::Supply;
        fact.item = Some("面粉".into());
        fact.actor = Some("粮食集团".into());
        fact.action = Some(Action::Delivered);
        fact.recipient = Some("北湖县".into());
        assert_eq!(
            words(Language::Chinese).fact_name(&fact),
            "> 7,100 吨 面粉 · 粮食集团 配送 → 北湖县"
        );
    }

    #[test]
    fn what_comes_each_day_says_so_in_its_unit() {
        let mut fact = fact(300, "吨", Approx::About);
        fact.kind = Kind::Supply;
        fact.item = Some("蔬菜".into());
        fact.per_day = true;
        assert_eq!(words(Language::Chinese).fact_name(&fact), "≈ 300 吨/日 蔬菜");
        assert_eq!(words(Language::English).fact_name(&fact), "≈ 300 吨 a day 蔬菜");
    }

    #[test]
    fn a_range_shows_both_ends_and_nothing_stated_says_so() {
        let mut fact = fact(0, "倍", Approx::Exact);
        fact.quantity = Quantity {
            value: None,
            low: Some(Amount::from_int(2)),
            high: Some(Amount::from_int(3)),
            ..fact.quantity
        };
        assert_eq!(words(Language::Chinese).figure(&fact.quantity), "2–3 倍");
        fact.quantity = Quantity {
            low: None,
            high: None,
            unit: "".into(),
            ..fact.quantity
        };
        assert_eq!(words(Language::Chinese).figure(&fact.quantity), "未述");
    }
}
