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

/// What an office's or a meeting's place is followed by.
const OPENS: &[&str] = &[
    "新冠",
    "新型冠状",
    "疫情防控",
    "举行",
    "召开",
    "人民政府",
    "政府",
    "卫生健康委",
    "卫健委",
    "应对新",
    "“疫情",
    "新增",
    "报告",
    "累计",
    "本轮",
    "两级",
    "第",
    "融媒",
    "委",
    "疾控",
    "防控",
    "发布",
    "通报",
    "无新增",
];

/// The kind of division that a name ends in.
fn level_of(name: &str) -> Option<Level> {
    Some(match name.chars().next_back()? {
        '省' => Level::Province,
        '市' | '州' | '盟' => Level::City,
        '县' | '区' | '旗' => Level::County,
        _ => return None,
    })
}

/// A name of a division at the beginning of the text, known or not: two to five characters and 市, 县 …, followed by what offices do.
pub fn name_at_start(text: &str) -> Option<&str> {
    const NOT_NAMES: &[&str] = &[
        "全", "我", "本", "该", "各", "社", "城", "封控", "管控", "防范", "风险", "主城", "市辖", "疫", "小", "地", "园", "街", "郊", "辖",
        "两", "外", "等", "及", "和", "与",
    ];
    let mut end = None;
    for (count, (at, c)) in text.char_indices().enumerate() {
        if count > 5 || !('\u{4e00}'..='\u{9fff}').contains(&c) {
            break;
        }
        let stop = at + c.len_utf8();
        if count >= 2 && level_of(&text[..stop]).is_some() && OPENS.iter().any(|w| text[stop..].starts_with(w)) {
            end = Some(stop);
            break;
        }
    }
    let name = &text[..end?];
    (!NOT_NAMES.iter().any(|w| name.starts_with(w)) && !name.contains(['的', '在', '日'])).then_some(name)
}

/// Places that the gazetteer does not have, where headlines, leads and figures name whose meeting it is.
fn unlisted(page: &Page, sections: &[Section]) -> Vec<(String, Level, u32, usize)> {
    let mut found = Vec::new();
    for section in sections
        .iter()
        .filter(|s| {
            matches!(
                s.kind,
                SectionKind::Title | SectionKind::Lead | SectionKind::Figures | SectionKind::Byline
            )
        })
        .take(12)
    {
        let text = section.span.of(page.text);
        let weight = if matches!(section.kind, SectionKind::Title | SectionKind::Lead) {
            18
        } else {
            6
        };
        let mut at_boundary = true;
        for (at, c) in text.char_indices().take(600) {
            if at_boundary
                && let Some(name) = name_at_start(&text[at..])
                && let Some(level) = level_of(name)
            {
                found.push((name.to_owned(), level, weight, section.span.start as usize + at));
            }
            let before = &text[..at + c.len_utf8()];
            at_boundary = !c.is_alphabetic()
                || ["上午", "下午", "今天", "今日", "从", "在", "由", "据", "日", "时", "通报", "获悉"]
                    .iter()
                    .any(|w| before.ends_with(w));
        }
    }
    found
}

/// The city or province that most of the named counties belong to, where no headline names whose figures they are.
fn common_parent(page: &Page, named: &[Candidate]) -> Option<(String, Level)> {
    let places = &page.lexicon.places;
    let codes: Vec<&str> = named
        .iter()
        .filter(|c| c.1 == Level::County)
        .filter_map(|c| places.iter().find(|p| p.name == c.0 || c.0.starts_with(p.name)).map(|p| p.code))
        .collect();
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
                    return Some((
                        parent.name.to_owned(),
                        if is_municipality(parent.name) { Level::Province } else { level },
                    ));
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
                let comes_from = ["来自", "自", "在", "从", "赴", "由", "经", "返"]
                    .iter()
                    .any(|w| page.text[..tokens[index].span.start as usize].ends_with(w));
                let lands = rest.starts_with("浦东国际机场") || rest.chars().take(8).collect::<String>().contains("机场");
                if comes_from && !lands {
                    continue;
                }
                let opens = [
                    "新冠",
                    "新型冠状",
                    "疫情防控",
                    "举行",
                    "召开",
                    "人民政府",
                    "政府新闻",
                    "卫生健康委",
                    "卫健委",
                    "应对新",
                    "“疫情",
                    "“郑州",
                    "新增",
                    "报告",
                    "累计",
                    "本轮",
                    "两级",
                ]
                .iter()
                .any(|w| rest.starts_with(w))
                    || (section.kind == SectionKind::Title && tokens[index].span.end == section.span.end);
                let written = tokens[index].span.of(page.text);
                let name = if place.name.ends_with("特别行政区") {
                    written.to_owned()
                } else if written.ends_with(['省', '市', '州', '盟', '区', '县', '旗'])
                    && written != place.name
                    && place.level != Level::Province
                {
                    written.to_owned()
                } else {
                    place.name.to_owned()
                };
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
        for (name, level, score, at) in unlisted(page, sections) {
            match best.iter_mut().find(|c| c.0 == name) {
                Some(entry) => (entry.2, entry.4) = (entry.2 + score, true),
                None => best.push((name, level, score, at, true)),
            }
        }
        let mut places = Self::default();
        let of = |level: Level| {
            best.iter()
                .filter(|b| b.1 == level)
                .max_by(|a, b| a.2.cmp(&b.2).then(b.3.cmp(&a.3)))
        };
        let (province, city, county) = (of(Level::Province), of(Level::City), of(Level::County));
        let named_in_headline = best.iter().any(|b| b.4);
        let parent = if named_in_headline {
            None
        } else {
            common_parent(page, &everywhere)
        };
        let top = [province, city, county]
            .into_iter()
            .flatten()
            .max_by(|a, b| a.2.cmp(&b.2).then(b.1.cmp(&a.1)));
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
        of_level(whole.city, &self.city)
            .or_else(|| of_level(whole.county, &self.county))
            .or_else(|| of_level(whole.province, &self.province))
            .or_else(|| self.chief().filter(|p| whole.city && p.ends_with('市')))
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
        (len == name.len())
            .then(|| lexicon.place_of(word))
            .flatten()
            .map(|place| place.code.to_owned())
    }
}
