//! Words of the window in which a word is taught.

use super::Words;
use crate::extract::taught::Table;
use crate::model::{Fact, Kind};

impl Words {
    /// What kind of word belongs into a table.
    pub fn table(&self, table: Table) -> &'static str {
        let (zh, en) = match table {
            Table::Units => ("单位", "Unit"),
            Table::Words => ("所数之物", "What is counted"),
            Table::Places => ("地名", "Place"),
            Table::Actors => ("行事者", "Actor"),
            Table::Cues => ("段落用语", "Section cue"),
        };
        self.pick(zh, en)
    }

    pub fn table_hint(&self, table: Table) -> &'static str {
        let (zh, en) = match table {
            Table::Units => ("量词：筐、板、托盘", "A measure word: crate, pallet"),
            Table::Words => ("名词或动词，决定数字说的是什么", "A noun or verb that decides what a number counts"),
            Table::Places => ("地名，可写全称", "The name of a place"),
            Table::Actors => (
                "行事者名称的结尾：联盟、合作社",
                "How names of those who act end: union, cooperative",
            ),
            Table::Cues => ("说明句子属于哪种段落的用语", "Words that tell to which section a sentence belongs"),
        };
        self.pick(zh, en)
    }

    /// A class of a table; one that is not offered is called by its own name.
    pub fn table_class(&self, table: Table, class: &str) -> String {
        let (zh, en) = match (table, class) {
            (Table::Units, "goods") => ("物资", "Goods"),
            (Table::Units, "count") => ("个数", "Things"),
            (Table::Units, "person") => ("人", "Persons"),
            (Table::Units, "mass") => ("重量", "Weight"),
            (Table::Units, "act") => ("次数", "Acts"),
            (Table::Units, "vehicle") => ("车辆", "Vehicles"),
            (Table::Units, "case") => ("病例", "Cases"),
            (Table::Units, "money") => ("金额", "Money"),
            (Table::Units, "duration") => ("时长", "Time"),
            (Table::Units, "length") => ("长度", "Length"),
            (Table::Units, "area") => ("面积", "Area"),
            (Table::Words, "plain") => ("普通词，不拆开", "A plain word, not to be cut"),
            (Table::Words, "verb") => ("动词", "A verb"),
            (Table::Words, "stop") => ("虚词", "A function word"),
            (Table::Places, "county") => ("县、区", "County or district"),
            (Table::Places, "prefecture") => ("市、州", "City or prefecture"),
            (Table::Places, "province") => ("省、自治区", "Province"),
            (Table::Cues, "case") => ("疫情数据", "Figures of the epidemic"),
            (Table::Cues, "next") => ("下一步工作", "Next steps"),
            (Table::Cues, "test") => ("检测", "Testing"),
            (Table::Cues, "risk") => ("风险区", "Risk areas"),
            (Table::Cues, "speech") => ("发言动词", "A verb of saying"),
            (Table::Cues, "briefing") => ("发布会", "A press briefing"),
            (Table::Cues, "office") => ("职务", "An office"),
            _ => {
                let kind = Kind::parse(class);
                return kind.map_or_else(|| class.to_owned(), |kind| self.kind(kind).to_owned());
            }
        };
        self.pick(zh, en).to_owned()
    }

    /// A fact with its kind, as a change of it is shown.
    pub fn described(&self, fact: &Fact) -> String {
        format!("{} · {}", self.kind(fact.kind), self.fact_name(fact))
    }

    /// What a word would change.
    pub fn teach_outcome(&self, facts: usize, sections: usize) -> String {
        match (facts, sections) {
            (0, 0) => self
                .pick("打开的简报里什么都不会改变", "Nothing would change in the open briefings")
                .to_owned(),
            (facts, 0) => self.say(format!("会改变 {facts} 条数据："), format!("It would change {facts} fact(s):")),
            (facts, sections) => self.say(
                format!("会改变 {facts} 条数据、{sections} 个段落："),
                format!("It would change {facts} fact(s) and {sections} section(s):"),
            ),
        }
    }

    pub fn teach_more(&self, more: usize) -> String {
        self.say(format!("另有 {more} 条"), format!("and {more} more"))
    }
}
