//! Places: what 全市 means in this document, and the full names and codes of those that it names.
//!
//! In: the title, the lead and the gazetteer. Out: [`Places`], asked by name or by level.
//! Always: a place that the document does not let one know is `None`.

use super::lexer::Tok;
use super::lexicon::{Level, Lexicon, Role, Whole};
use super::page::Page;
use crate::model::{Section, SectionKind};

/// Name, level, score and token of a place that the document names, and whether a headline or the lead names it.
type Candidate = (String, Level, u32, usize, bool);

fn is_municipality(name: &str) -> bool {
    matches!(name, "北京市" | "上海市" | "天津市" | "重庆市")
}

/// The city or province that most of the named counties belong to, where no headline names whose figures they are.
fn common_parent(page: &Page, named: &[Candidate]) -> Option<(String, Level)> {
    let places = &page.lexicon.places;
    let codes: Vec<&str> = named.iter().filter(|c| c.1 == Level::County).filter_map(|c| places.iter().find(|p| p.name == c.0 || c.0.starts_with(p.name)).map(|p| p.code)).collect();
    if codes.len() < 4 {
        return None;
    }
    for digits in [4, 2] {
        for code in &codes {
            let prefix = &code[..digits];
            if codes.iter().filter(|c| c.starts_with(prefix)).count() * 4 >= codes.len() * 3 {
                let whole = format!("{prefix:0<6}");
                let level = if digits == 4 { Level::City } else { Level::Province };
                if let Some(parent) = places.iter().find(|p| p.code == whole) {
                    return Some((parent.name.to_owned(), if is_municipality(parent.name) { Level::Province } else { level }));
                }
            }
        }
    }
    None
}

/// The document's own place at each level.
#[derive(Clone, Debug, Default)]
pub struct Places {
    nation: bool,
    province: Option<String>,
    city: Option<String>,
    county: Option<String>,
    /// Level of the office that speaks.
    chief: Option<Level>,
}

impl Places {
    /// Finds whose briefing it is: places in the title and in the sentences that name the meeting count most.
    pub fn find(page: &Page, sections: &[Section]) -> Self {
        let (mut best, mut everywhere): (Vec<Candidate>, Vec<Candidate>) = (Vec::new(), Vec::new());
        let mut nation_score = 0;
        // Whose briefing it is shows near its head; a bound keeps the time linear.
        let mut budget = 6000_usize;
        let tokens = &page.lexed.tokens;
        for section in sections {
            let weight = match section.kind {
                SectionKind::Title => 3,
                SectionKind::Lead => 3,
                SectionKind::Byline => 1,
                SectionKind::Figures => 2,
                SectionKind::Furniture | SectionKind::Credits => 0,
                _ => 1,
            };
            if weight == 0 {
                continue;
            }
            let from = tokens.partition_point(|t| t.span.start < section.span.start);
            let to = tokens.partition_point(|t| t.span.start < section.span.end).min(from + budget);
            budget -= to - from;
            for index in from..to {
                let Tok::Word(_) = tokens[index].tok else { continue };
                let Some(word) = page.word(index) else { continue };
                if word.is(Role::NationIssuer) {
                    nation_score += weight * 2;
                }
                if !word.is(Role::Place) {
                    continue;
                }
                let Some(place) = page.lexicon.place_of(word) else { continue };
                let rest = &page.text[tokens[index].span.end as usize..];
                // Where travellers come from is not whose figures these are; where they land is.
                let comes_from = ["来自", "自", "在", "从", "赴", "由", "经", "返"].iter().any(|w| page.text[..tokens[index].span.start as usize].ends_with(w));
                let lands = rest.starts_with("浦东国际机场") || rest.chars().take(8).collect::<String>().contains("机场");
                if comes_from && !lands {
                    continue;
                }
                let opens = ["新冠", "新型冠状", "疫情防控", "举行", "召开", "人民政府", "政府新闻", "卫生健康委", "卫健委", "应对新", "“疫情", "“郑州", "新增", "报告", "累计", "本轮", "两级"].iter().any(|w| rest.starts_with(w))
                    || (section.kind == SectionKind::Title && tokens[index].span.end == section.span.end);
                let written = tokens[index].span.of(page.text);
                let name = if place.name.ends_with("特别行政区") {
                    written.to_owned()
                } else if written.ends_with(['省', '市', '州', '盟', '区', '县', '旗']) && written != place.name && place.level != Level::Province { written.to_owned() } else { place.name.to_owned() };
                let score = weight * if opens { 6 } else { 1 } + u32::from(written == place.name);
                let is_list = matches!(section.kind, SectionKind::List | SectionKind::Table);
                if !everywhere.iter().any(|c| c.0 == name) {
                    everywhere.push((name.clone(), place.level, score, index, false));
                }
                if is_list {
                    continue;
                }
                match best.iter_mut().find(|(n, l, ..)| *n == name && *l == place.level) {
                    Some(entry) => (entry.2, entry.4) = (entry.2 + score, entry.4 || weight == 3),
                    None => best.push((name, place.level, score, index, weight == 3)),
                }
            }
        }
        let mut places = Self::default();
        let of = |level: Level| best.iter().filter(|b| b.1 == level).max_by(|a, b| a.2.cmp(&b.2).then(b.3.cmp(&a.3)));
        let (province, city, county) = (of(Level::Province), of(Level::City), of(Level::County));
        let named_in_headline = best.iter().any(|b| b.4);
        let parent = if named_in_headline { None } else { common_parent(page, &everywhere) };
        let top = [province, city, county].into_iter().flatten().max_by(|a, b| a.2.cmp(&b.2).then(b.1.cmp(&a.1)));
        if let Some((name, level)) = parent {
            places.province = Some(name.clone()).filter(|_| level == Level::Province);
            places.city = Some(name).filter(|_| level == Level::City || places.province.as_deref().is_some_and(is_municipality));
            places.chief = Some(level);
            return places;
        }
        places.province = province.map(|b| b.0.clone());
        places.city = city.map(|b| b.0.clone());
        places.county = county.map(|b| b.0.clone());
        places.nation = nation_score > 0 && top.is_none_or(|t| nation_score * 2 > t.2);
        places.chief = if places.nation { Some(Level::Nation) } else { top.map(|t| t.1) };
        if let Some(province) = &places.province
            && is_municipality(province)
            && (places.city.is_none() || places.chief == Some(Level::Province))
        {
            places.city = Some(province.clone());
        }
        places
    }

    /// The place whose briefing this is.
    pub fn chief(&self) -> Option<String> {
        match self.chief? {
            Level::Nation => Some("全国".to_owned()),
            Level::Province => self.province.clone(),
            Level::City => self.city.clone(),
            Level::County => self.county.clone(),
        }
    }

    /// What 全市, 我省 … stand for.
    pub fn whole(&self, whole: Whole) -> Option<String> {
        if whole.nation {
            return Some("全国".to_owned());
        }
        let region = self.province.as_ref().filter(|p| p.ends_with('区'));
        if whole.province && whole.county {
            return match self.chief {
                Some(Level::County) => self.county.clone(),
                _ => region.cloned().or_else(|| self.county.clone()),
            };
        }
        let of_level = |is: bool, place: &Option<String>| if is { place.clone() } else { None };
        of_level(whole.city, &self.city).or_else(|| of_level(whole.county, &self.county)).or_else(|| of_level(whole.province, &self.province)).or_else(|| self.chief().filter(|p| whole.city && p.ends_with('市')))
    }

    /// A place's name as fully as the text lets one know.
    pub fn full(&self, name: &str) -> String {
        for known in [&self.province, &self.city, &self.county].into_iter().flatten() {
            let stem = known.trim_end_matches(['省', '市', '县', '区', '州', '盟', '旗']);
            if stem == name && stem.chars().count() >= 2 {
                return known.clone();
            }
        }
        name.to_owned()
    }

    /// Code of a place by its name in the gazetteer.
    pub fn code(name: &str, lexicon: &Lexicon) -> Option<String> {
        let (entry, len) = lexicon.word_at(name)?;
        let word = &lexicon.words[entry];
        (len == name.len()).then(|| lexicon.place_of(word)).flatten().map(|place| place.code.to_owned())
    }
}
