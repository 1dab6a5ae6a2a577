//! One place under several names: a text writes 宁夏 and says 全区, another writes 贵阳 and a third 贵阳市.
//!
//! In: the facts of every open briefing. Out: for a name the one under which the place's figures are gathered, the longest that any text
//! gives it. Always: only names with the same code of the gazetteer are one place; a name without a code, or one that a person typed and no
//! text writes, is a place of its own.

use std::collections::BTreeMap;

use super::Reported;

/// The name under which a place is known, by the names that texts give it.
#[derive(Debug, Default)]
pub(super) struct KnownAs<'a>(BTreeMap<&'a str, &'a str>);

impl<'a> KnownAs<'a> {
    pub fn of(reported: &[Reported<'a>]) -> Self {
        let coded = || {
            let facts = reported.iter().flat_map(|briefing| briefing.facts.iter().copied());
            facts.filter_map(|fact| Some((fact.place_code.as_deref()?, fact.place.as_deref()?)))
        };
        let mut longest: BTreeMap<&str, &str> = BTreeMap::new();
        for (code, name) in coded() {
            let known = longest.entry(code).or_insert(name);
            // Of names as long as each other the first by its characters, so that the order of briefings changes nothing.
            if (name.len(), *known) > (known.len(), name) {
                *known = name;
            }
        }
        Self(coded().filter_map(|(code, name)| Some((name, *longest.get(code)?))).collect())
    }

    /// The name for all figures of the place that is called `name` here.
    pub fn name<'n>(&self, name: &'n str) -> &'n str
    where
        'a: 'n,
    {
        self.0.get(name).copied().unwrap_or(name)
    }
}

#[cfg(test)]
mod tests {
    use super::super::samples::{briefing, case};
    use super::*;
    use crate::model::Fact;

    fn placed(id: u64, place: &str, code: Option<&'static str>) -> Fact {
        Fact {
            place_code: code.map(Into::into),
            ..case(id, &format!("confirmed 3 2022-05-03 {place}"))
        }
    }

    #[test]
    fn names_of_one_code_are_one_place() {
        let first = [placed(1, "宁夏", Some("640000")), placed(2, "银川", Some("640100"))];
        let second = [placed(1, "宁夏回族自治区", Some("640000")), placed(2, "东湖区", None)];
        for order in [[&first, &second], [&second, &first]] {
            let reported = order.map(|facts| briefing(1, "2022-05-04", None, facts));
            let known = KnownAs::of(&reported);
            assert_eq!(known.name("宁夏"), "宁夏回族自治区");
            assert_eq!(known.name("宁夏回族自治区"), "宁夏回族自治区");
            assert_eq!(known.name("银川"), "银川");
            assert_eq!(known.name("东湖区"), "东湖区");
            assert_eq!(known.name("西宁"), "西宁");
        }
    }
}
