//! Places: what 全市 means in this document, and the full names and codes of those that it names.
//!
//! In: the title, the lead and the gazetteer. Out: [`Places`], asked by name or by level.
//! Always: a place that the document does not let one know is `None`.

use super::any_of::{AnyOf, any_of};
use super::lexicon::{Level, Lexicon, Place, Role, Whole};
use super::page::{Page, Part};
use super::phrases;
use crate::model::{Amount, Section, SectionKind};

/// A place that the document names.
#[derive(Clone, Debug)]
struct Candidate {
    name: Box<str>,
    level: Level,
    /// How much speaks for its being the place whose briefing this is.
    score: u32,
    /// Byte of its first mention.
    at: usize,
    /// A headline or the lead names it.
    is_in_headline: bool,
    /// Its code in the gazetteer, where that has it.
    code: Option<&'static str>,
}

/// What no briefing is only of: the world, and regions beside the nation's.
fn is_beyond(name: &str) -> bool {
    matches!(name, "全球" | "港澳台地区")
}

fn is_municipality(name: &str) -> bool {
    matches!(name, "北京市" | "上海市" | "天津市" | "重庆市")
}

/// Characters that may stand right before a place's short form.
const BEFORE_PLACES: &[char] = &[
    '在', '从', '于', '和', '及', '与', '到', '赴', '抵', '日', '时', '省', '市', '区', '县', '州', '为', '是', '对', '向', '由', '国',
    '往', '援', '助', '外', '报', '湾', '除', '据', '的', '达', '驰', '离', '入', '返', '来', '自', '社',
];

/// Whose briefing it is shows near its head; a bound keeps the time linear.
const MAX_TOKENS: usize = 6000;

/// The beginning of a text, at most so many characters of it.
fn first_chars(text: &str, count: usize) -> &str {
    text.char_indices().nth(count).map_or(text, |(end, _)| &text[..end])
}

/// A letter or a Chinese character: most characters are such, and the table of all letters is slow to ask.
fn is_letter(c: char) -> bool {
    ('\u{4e00}'..='\u{9fff}').contains(&c) || c.is_alphabetic()
}

/// How much a mention in a section counts.
fn weight(kind: SectionKind) -> u32 {
    match kind {
        SectionKind::Title | SectionKind::Lead => 3,
        SectionKind::Figures => 2,
        SectionKind::Furniture | SectionKind::Credits => 0,
        _ => 1,
    }
}

/// What follows a country's name where its own office speaks.
const FOREIGN_OFFICES: AnyOf = any_of![
    "卫生部",
    "卫生局",
    "卫生当局",
    "卫生署",
    "民防局",
    "民防部",
    "疾控",
    "疾病预防",
    "疾病控制",
    "厚生",
    "防疫",
    "中央防疫"
];

/// What the sections name: places for whose figures these may be, all places, and how much speaks for the whole nation.
#[derive(Default)]
struct Named {
    candidates: Vec<Candidate>,
    everywhere: Vec<Candidate>,
    /// Where travellers of case lines land.
    landings: Vec<Candidate>,
    nation_score: u32,
    country: Option<Box<str>>,
    has_figures: bool,
    read: PartsRead,
}

impl Named {
    fn find(page: &Page, parts: &[Part]) -> Self {
        let mut named = Self::default();
        let mut budget = MAX_TOKENS;
        for Part { section, tokens } in parts.iter().filter(|p| weight(p.section.kind) > 0) {
            if budget == 0 {
                break;
            }
            let tokens = tokens.start..tokens.end.min(tokens.start + budget);
            budget -= tokens.len();
            // Headings inside the text name parts, not the whole.
            let is_subheading = section.kind == SectionKind::Title && named.has_figures;
            named.has_figures |= section.kind == SectionKind::Figures;
            let weight = if is_subheading { 0 } else { weight(section.kind) };
            for index in tokens {
                named.mention(page, index, section, weight);
            }
        }
        named
    }

    fn mention(&mut self, page: &Page, index: usize, section: &Section, weight: u32) {
        if let Some(figure) = page.figure(index) {
            // 31个省: the nation's figures.
            let rest = &page.text[figure.span.end as usize..];
            let of_provinces = rest.trim_start_matches('个').starts_with('省');
            let of_nation = figure.value.is_some_and(|v| v >= Amount::from_int(30)) || page.before(figure.start).ends_with("国内");
            if of_provinces && of_nation {
                self.nation_score += weight * 12;
            }
            return;
        }
        let Some(word) = page.word(index) else { return };
        // 接到国家卫生健康委的指令: it is named, and does not speak.
        if word.is(Role::NationIssuer)
            && !page.text[page.span(index).end as usize..].starts_with('的')
            && !any_of!["接到", "按照", "根据", "依据", "遵照", "向", "报"].ends(page.before(page.span(index).start as usize))
        {
            self.nation_score += weight * 2;
        }
        let after = &page.text[page.span(index).end as usize..];
        if word.is(Role::Country) && !word.is(Role::Place) && self.country.is_none() && FOREIGN_OFFICES.starts(after) {
            self.country = Some(page.span(index).of(page.text).into());
        }
        if let Some(alias) = word.alias.filter(|alias| !is_beyond(alias)) {
            let at = page.span(index).start as usize;
            self.add(Candidate {
                name: alias.into(),
                level: Level::Province,
                score: weight * 6,
                at,
                is_in_headline: weight == 3,
                code: None,
            });
            return;
        }
        // 全州 is all of a prefecture before it is short for 全州县.
        let Some(place) = page.lexicon.place_of(word).filter(|_| word.is(Role::Place) && word.whole.is_none()) else {
            return;
        };
        let span = page.span(index);
        let (before, rest) = (&page.text[..span.start as usize], &page.text[span.end as usize..]);
        // 31个省和新疆生产建设兵团: the nation.
        if place.name.ends_with("兵团") && before.ends_with(['和', '及']) {
            self.nation_score += weight * 6;
            return;
        }
        if self.read.is_part(page.text, span.start as usize) {
            return;
        }
        // Streets are named after places: 镇宁路.
        if phrases::STREETS.starts(rest) {
            return;
        }
        // Where travellers come from is not whose figures these are; where they land is.
        let lands = || first_chars(rest, 8).contains("机场");
        // 记者从甲市卫健委获悉: the office that speaks.
        let is_source = || before.ends_with('从') && first_chars(rest, 20).contains("获悉");
        if phrases::COMES_FROM.ends(before) && !lands() && !is_source() {
            return;
        }
        let is_whole_title = section.kind == SectionKind::Title && span.end == section.span.end;
        // 德宏州4月5日疫情通报; but 江西援沪医疗队出征.
        let heads_title = section.kind == SectionKind::Title
            && weight == 3
            && span.start == section.span.start
            && !any_of!["援", "支援", "驰援", "籍", "：", ":"].starts(rest);
        let opens = is_whole_title || heads_title || phrases::AFTER_OFFICE_PLACE.starts(rest);
        let written = span.of(page.text);
        // 贺临川 is a person: a short form within other words names no place.
        let stands_alone = level_of(written).is_some()
            || before
                .chars()
                .next_back()
                .is_none_or(|c| !is_letter(c) || BEFORE_PLACES.contains(&c));
        if !stands_alone {
            return;
        }
        // 甘南州 and 香港 are called as the text calls them; 西藏 by its full name.
        let as_written =
            place.name.ends_with("特别行政区") || place.code == "710000" || (place.level != Level::Province && level_of(written).is_some());
        let name = if as_written || !names_region(page.text, place.name) {
            written
        } else {
            place.name
        };
        let candidate = Candidate {
            name: name.into(),
            level: place.level,
            score: weight * if opens { 6 } else { 1 } + u32::from(written == place.name),
            at: span.start as usize,
            is_in_headline: weight == 3,
            code: Some(place.code),
        };
        if !self.everywhere.iter().any(|c| *c.name == *name) {
            self.everywhere.push(candidate.clone());
        }
        if !matches!(section.kind, SectionKind::List | SectionKind::Table) {
            self.add(candidate);
        } else if lands() && any_of!["抵达", "到达", "至", "抵"].ends(before) {
            add_to(&mut self.landings, candidate);
        }
    }

    fn add(&mut self, candidate: Candidate) {
        add_to(&mut self.candidates, candidate);
    }

    /// The likeliest place of a level; of two equal ones the one named first.
    fn best(&self, level: Level) -> Option<&Candidate> {
        // The corps is a part of its region where that is named too.
        let of_region = self
            .candidates
            .iter()
            .any(|c| c.name.starts_with("新疆") && !c.name.ends_with("兵团"));
        self.candidates
            .iter()
            .filter(|c| c.level == level && !(of_region && c.name.ends_with("兵团")))
            .max_by(|a, b| a.score.cmp(&b.score).then(b.at.cmp(&a.at)))
    }

    /// The city or province that most of the named counties belong to.
    fn common_parent(&self, page: &Page) -> Option<(Box<str>, Level)> {
        let counties = self.everywhere.iter().filter(|c| c.level == Level::County);
        let mut codes: Vec<&str> = counties.filter_map(|c| c.code).collect();
        if codes.len() < 4 {
            return None;
        }
        codes.sort_unstable();
        for (digits, level) in [(4, Level::City), (2, Level::Province)] {
            let alike = codes
                .chunk_by(|a, b| a.get(..digits) == b.get(..digits))
                .max_by_key(|codes| codes.len())?;
            if alike.len() * 4 >= codes.len() * 3
                && let Some(prefix) = alike[0].get(..digits)
                && let Some(parent) = place_by_code(page.lexicon, prefix)
            {
                return Some((
                    parent.name.into(),
                    if is_municipality(parent.name) { Level::Province } else { level },
                ));
            }
        }
        None
    }
}

fn add_to(candidates: &mut Vec<Candidate>, candidate: Candidate) {
    let known = candidates
        .iter_mut()
        .find(|c| c.name == candidate.name && c.level == candidate.level);
    match known {
        Some(known) => {
            known.score += candidate.score;
            known.is_in_headline |= candidate.is_in_headline;
        }
        None => candidates.push(candidate),
    }
}

/// The city or province that the first digits of a code stand for.
fn place_by_code<'a>(lexicon: &'a Lexicon, digits: &str) -> Option<&'a Place> {
    let is_it = |place: &&Place| place.code.strip_prefix(digits).is_some_and(|rest| rest.bytes().all(|b| b == b'0'));
    lexicon.places.iter().find(is_it)
}

/// How far the text has been read for what stands in brackets or after 其中: each byte is looked at once, for a list of addresses is one
/// long sentence.
#[derive(Default)]
struct PartsRead {
    /// Byte up to which the text has been read.
    to: usize,
    is_open: bool,
    lists_parts: bool,
}

impl PartsRead {
    const LISTS_PARTS: AnyOf = any_of!["其中", "病例中，", "病例中,", "患者中，", "患者中,", "感染者中，", "感染者中,"];
    /// A word of the list may begin before the byte up to which was read.
    const LONGEST_BYTES: usize = "感染者中，".len();

    /// Whether what stands at a byte is part of a figure. Asked from left to right.
    fn is_part(&mut self, text: &str, at: usize) -> bool {
        let mut from = text.floor_char_boundary(self.to.saturating_sub(Self::LONGEST_BYTES));
        if let Some(end) = text[self.to..at].rfind(['。', '；', ';', '\n']) {
            self.to += end;
            from = self.to;
            (self.is_open, self.lists_parts) = (false, false);
        }
        if let Some(bracket) = text[self.to..at].rfind(['（', '(', '）', ')']) {
            self.is_open = text[self.to + bracket..].starts_with(['（', '(']);
        }
        self.lists_parts |= Self::LISTS_PARTS.within(&text[from..at]);
        self.to = at;
        self.is_open || self.lists_parts
    }
}

/// Whether a text lets one know an autonomous region's full name: 宁夏 stays 宁夏 where no 宁夏回族自治区 stands near the head.
fn names_region(text: &str, name: &str) -> bool {
    !name.ends_with("自治区") || text[..text.floor_char_boundary(REGION_BYTES)].contains(name)
}

/// An autonomous region, by its full name or by its short one.
fn is_region(name: &str) -> bool {
    name.ends_with('区') || matches!(name, "内蒙古" | "广西" | "西藏" | "宁夏" | "新疆")
}

/// How far a text is looked through for a region's full name.
const REGION_BYTES: usize = 32 << 10;

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
    let mut end = None;
    for (count, (at, c)) in text.char_indices().enumerate() {
        if count > 5 || !('\u{4e00}'..='\u{9fff}').contains(&c) {
            break;
        }
        let stop = at + c.len_utf8();
        let is_division = || level_of(&text[..stop]).is_some() || any_of!["街道", "街", "镇", "乡"].ends(&text[..stop]);
        let rest = &text[stop..];
        // 上饶市铅山县5日新增: two names, both known.
        let is_one = || !text[..at].contains(['市', '县', '州', '省']);
        if count >= 2 && (phrases::AFTER_OFFICE_PLACE.starts(rest) || tells_day(rest) && is_one()) && is_division() {
            end = Some(stop);
            break;
        }
    }
    let name = &text[..end?];
    (!phrases::NOT_NAMES.starts(name) && !name.contains(['的', '在', '日', '全', '份', '月', '年', '以', '来', '由', '据'])).then_some(name)
}

/// 民和县|2日新增, 孟定镇|3月29日报告: a day and what was counted on it.
fn tells_day(text: &str) -> bool {
    let number = |text: &str| text.bytes().take_while(u8::is_ascii_digit).count();
    let after = |text: &str, mark: char| {
        let digits = number(text);
        let rest = text[digits..].strip_prefix(mark)?;
        (1..=2).contains(&digits).then(|| text.len() - rest.len())
    };
    let month = after(text, '月').unwrap_or(0);
    let day = after(&text[month..], '日').map(|len| &text[month + len..]);
    day.is_some_and(|rest| any_of!["新增", "无新增", "报告", "累计", "0", "零时"].starts(rest))
}

/// Places that the gazetteer does not have, where headlines, leads and figures name whose meeting it is.
fn unlisted(page: &Page, parts: &[Part]) -> Vec<Candidate> {
    let mut found = Vec::new();
    let heads = parts.iter().map(|p| p.section).filter(|s| {
        matches!(
            s.kind,
            SectionKind::Title | SectionKind::Lead | SectionKind::Figures | SectionKind::Byline
        )
    });
    for section in heads.take(12) {
        let text = section.span.of(page.text);
        let mut at_boundary = true;
        for (at, c) in text.char_indices().take(600) {
            if at_boundary
                && let Some(name) = name_at_start(&text[at..])
                && let Some(level) = level_of(name)
                && !page
                    .lexicon
                    .word_at(name)
                    .is_some_and(|(entry, len)| len == name.len() && page.lexicon.words[entry].is(Role::Place))
            {
                found.push(Candidate {
                    name: name.into(),
                    level,
                    score: weight(section.kind) * 6,
                    at: section.span.start as usize + at,
                    is_in_headline: true,
                    code: None,
                });
            }
            let before = &text[..at + c.len_utf8()];
            at_boundary =
                !is_letter(c) || any_of!["上午", "下午", "今天", "今日", "从", "在", "由", "据", "日", "时", "通报", "获悉"].ends(before);
        }
    }
    found
}

/// The province in which a city of the gazetteer lies.
fn province_of(city: &str, lexicon: &Lexicon) -> Option<Box<str>> {
    let code = lexicon.places.iter().find(|place| place.name == city)?.code;
    place_by_code(lexicon, code.get(..2)?).map(|place| place.name.into())
}

/// The document's own place at each level.
#[derive(Clone, Debug, Default)]
pub struct Places {
    nation: bool,
    province: Option<Box<str>>,
    city: Option<Box<str>>,
    county: Option<Box<str>>,
    /// Level of the office that speaks.
    chief: Option<Level>,
    /// The region's name in full: 全区 in a text that writes 广西.
    region: Option<Box<str>>,
    /// The city's, where the text writes less: 全市 in a text of 广州.
    city_in_full: Option<Box<str>>,
    /// Where the document's city lies: 我省 in a text that names no province.
    province_of_city: Option<Box<str>>,
    /// The country whose office speaks, where none of this country's places is named: 新加坡卫生部.
    country: Option<Box<str>>,
    /// The region in which a town lies that is a city of its own: 全区 in a text of 东兴市.
    region_of_town: Option<Box<str>>,
}

impl Places {
    /// Finds whose briefing it is: places in the title and in the sentences that name the meeting count most.
    pub fn find(page: &Page, parts: &[Part]) -> Self {
        let mut named = Named::find(page, parts);
        // Where no headline names whose figures these are, the districts in them do.
        let parent = if named.candidates.iter().any(|c| c.is_in_headline) {
            None
        } else {
            named.common_parent(page)
        };
        for candidate in unlisted(page, parts) {
            named.add(candidate);
        }
        // 于2月17日抵达上海浦东国际机场: a list of cases and nothing else names its place by where they land.
        if named.candidates.is_empty() {
            named.candidates = std::mem::take(&mut named.landings);
        }
        let mut places = Self {
            country: named.country.take(),
            ..Self::default()
        };
        if let Some((name, level)) = parent {
            places.city = Some(name.clone()).filter(|_| level == Level::City || is_municipality(&name));
            places.province = Some(name).filter(|_| level == Level::Province);
            places.chief = Some(level);
            return places;
        }
        let [province, city, county] = [Level::Province, Level::City, Level::County].map(|level| named.best(level));
        let top = [province, city, county]
            .into_iter()
            .flatten()
            .max_by(|a, b| a.score.cmp(&b.score).then(b.level.cmp(&a.level)));
        places.nation = named.nation_score > 0 && top.is_none_or(|t| named.nation_score * 2 > t.score);
        places.chief = if places.nation { Some(Level::Nation) } else { top.map(|t| t.level) };
        [places.province, places.city, places.county] = [province, city, county].map(|c| c.map(|c| c.name.clone()));
        places.province_of_city = places.city.as_deref().and_then(|city| province_of(city, page.lexicon));
        let town = places.county.as_deref().filter(|county| county.ends_with('市'));
        let region_of_town = town.and_then(|town| province_of(town, page.lexicon));
        places.region_of_town = region_of_town.filter(|province| is_region(province) && !is_municipality(province));
        let in_full = |name: &str| Some(page.lexicon.place_of(page.lexicon.whole(name)?)?.name);
        let region = places.province.as_deref().filter(|name| is_region(name));
        places.region = region.and_then(in_full).map(Into::into);
        if let Some(province) = places.province.clone().filter(|p| is_municipality(p))
            && (places.city.is_none() || places.chief == Some(Level::Province))
        {
            places.city = Some(province);
        }
        let city = places
            .city
            .as_deref()
            .and_then(|city| in_full(city).filter(|full| full.strip_prefix(city) == Some("市")));
        places.city_in_full = city.map(Into::into);
        places
    }

    /// The place whose briefing this is.
    pub fn chief(&self) -> Option<Box<str>> {
        let Some(chief) = self.chief else {
            return self.country.clone();
        };
        match chief {
            Level::Nation => Some("全国".into()),
            Level::Province => self.province.clone(),
            Level::City => self.city.clone(),
            Level::County => self.county.clone(),
        }
    }

    /// What 全市, 我省 … stand for.
    pub fn whole(&self, whole: Whole) -> Option<Box<str>> {
        if whole.nation {
            // 國內 in a briefing of Taiwan's own centre.
            let own = self.province.as_deref().filter(|p| *p == "台湾" && !self.nation);
            return Some(own.unwrap_or("全国").into());
        }
        let region = self.region.as_ref().or(self.province.as_ref()).filter(|p| is_region(p));
        if whole.province && whole.county {
            return match self.chief {
                // 全区 is none of a city, whatever its level.
                Some(Level::County) if !self.county.as_ref().is_some_and(|county| county.ends_with('市')) => self.county.clone(),
                _ => region
                    .or(self.county.as_ref().filter(|county| county.ends_with('区')))
                    .or(self.province_of_city.as_ref().filter(|region| is_region(region)))
                    .or(self.region_of_town.as_ref())
                    .cloned(),
            };
        }
        let of_level = |is: bool, place: &Option<Box<str>>| if is { place.clone() } else { None };
        // 全市 in a county-level city's briefing.
        let own_city = self
            .county
            .as_ref()
            .filter(|county| whole.city && self.chief == Some(Level::County) && county.ends_with('市'));
        own_city
            .cloned()
            .or_else(|| of_level(whole.city, &self.city_in_full))
            .or_else(|| of_level(whole.city, &self.city))
            .or_else(|| of_level(whole.county, &self.county))
            // 全縣 of 彰化縣, which stands beside the cities.
            .or_else(|| of_level(whole.county, &self.city).filter(|city| city.ends_with('县')))
            .or_else(|| of_level(whole.province, &self.province))
            .or_else(|| self.chief().filter(|p| whole.city && p.ends_with('市')))
            .or_else(|| {
                let is_named = self.province.is_some() || self.nation;
                self.province_of_city.clone().filter(|_| whole.province && !is_named)
            })
    }

    /// A place's name with the end that the text lets one know: 贵阳 as 贵阳市, 西藏 as 西藏自治区.
    pub fn full(&self, name: &str) -> Box<str> {
        if let Some(corps) = self.province.as_ref().filter(|own| name == "兵团" && own.ends_with(name)) {
            return corps.clone();
        }
        for known in [&self.province, &self.city, &self.county].into_iter().flatten() {
            // 新疆 stays as it is written at the spot (guide, decision 10): its full name is another word, not a longer one.
            let stem = known
                .strip_suffix("自治区")
                .unwrap_or(known)
                .trim_end_matches(['省', '市', '县', '区', '州', '盟', '旗']);
            if stem == name && stem.chars().count() >= 2 {
                return known.clone();
            }
        }
        name.into()
    }

    /// Code of a place by its name in the gazetteer.
    pub fn code(name: &str, lexicon: &Lexicon) -> Option<&'static str> {
        let (entry, len) = lexicon.word_at(name)?;
        let word = &lexicon.words[entry];
        (len == name.len())
            .then(|| lexicon.place_of(word))
            .flatten()
            .map(|place| place.code)
    }
}
