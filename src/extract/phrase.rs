//! Noun phrases around a figure: what is counted.
//!
//! In: a figure and its surroundings. Out: the phrase that names what it counts, as a span of the text.
//! Always: a phrase never holds a figure, a time or a clause mark, and is never empty.

use super::any_of::any_of;
use super::evidence;
use super::lexer::Tok;
use super::lexicon::{Role, UnitClass, Word};
use super::page::{Around, Page};
use super::phrases;
use crate::model::{Action, Kind, Span};

/// Fewer characters after a noun are the end of a compound: 医院楼.
const LEAST_PREDICATE_CHARS: usize = 2;

/// The end of a compound that no list knows is at most this long: 采样站, 中转接驳站.
const MOST_COMPOUND_CHARS: usize = 5;

fn ends_phrase(word: &Word) -> bool {
    let closes = word.resumption.is_some()
        || word.is(Role::Verb)
        || word.is(Role::Stop)
        || word.action.is_some()
        || word.is(Role::UpTo)
        || word.is(Role::Now)
        || word.is(Role::EpidemicSince)
        || word.is(Role::Since)
        || word.is(Role::Cumulative)
        || word.is(Role::Part);
    closes && !word.is(Role::Plain) && word.head.is_none()
}

/// The phrase right after the figure: 130吨肉类 → 肉类; 10吨来自新疆的羊肉等 → 羊肉; 5家农批市场蔬菜到货 → 农批市场.
pub fn after(page: &Page, around: &Around, class: UnitClass) -> Option<Span> {
    let mut start = around.right_start;
    let right = page.slice(start, around.right_end);
    // 由68个扩充至147个: what follows is the next state.
    // 1500台给某医院, 3000瓶空运新疆: to whom and where they went, not what they are.
    let is_goal = right.starts_with('给') && class != UnitClass::Person;
    let is_whither = matches!(class, UnitClass::Goods | UnitClass::Mass) && {
        let first = around.right.start;
        let touches = page.span(first).start as usize == around.right_start;
        let goes = page
            .word(first)
            .is_some_and(|word| word.action.is_some() && !word.is(Role::Plain) && word.head.is_none());
        touches
            && goes
            && page
                .word(first + 1)
                .is_some_and(|word| word.is(Role::Place) || word.is(Role::Country))
    };
    // 纸尿裤1.2万片连夜装车, 约1900吨发往外省: what happened to the goods, not what they are.
    let first = around.right.start;
    let is_told = matches!(class, UnitClass::Goods | UnitClass::Mass) && {
        let goes = page.span(first).start as usize == around.right_start
            && page
                .word(first)
                .is_some_and(|word| word.action == Some(Action::Delivered) && word.head.is_none());
        // 12支保供突击队: the verb is part of a name.
        let is_name = || page.words_in(around.right.clone()).any(|(_, word)| word.head.is_some()) || phrases::TASK_GROUPS.within(right);
        phrases::HOW_IT_WENT.starts(right) || goes && !is_name()
    };
    if is_told {
        return None;
    }
    // 东湖、西山两地各捐蔬菜50吨: what follows is of each.
    let is_of_each = right.starts_with('各') && !any_of!["各类", "各种", "各级", "各项", "各地", "各界", "各族"].starts(right);
    if right.starts_with(['和', '及', '与'])
        || is_of_each
        || is_goal
        || is_whither
        || (evidence::is_next_state(right) && !right.starts_with('的'))
        || evidence::leads_from(page.before(around.right_start), right)
    {
        return None;
    }
    if let Some(rest) = page.slice(start, around.right_end).strip_prefix('的') {
        start = around.right_end - rest.len();
    }
    // 其中2436人为流调、检验人员: who they are.
    if class == UnitClass::Person
        && let Some(rest) = page
            .slice(start, around.right_end)
            .strip_prefix('为')
            .filter(|rest| names_staff(page, around, rest))
    {
        start = around.right_end - rest.len();
    }
    let mut end = around.right_end;
    let mut cursor = start;
    let mut head_end = None;
    let mut names_persons = false;
    let mut last_head = None;
    for index in around.right.clone() {
        let span = page.span(index);
        let (from, to) = (span.start as usize, span.end as usize);
        if from < start {
            continue;
        }
        if let Some(of) = page.slice(cursor, from).rfind('的').filter(|_| from > cursor) {
            // Persons and premises are named before 的: 3个厂家的防护服.
            // 42家急诊不停诊的医院: an act is not what is counted.
            let is_act = matches!(last_head, Some(Kind::Service | Kind::Testing));
            match head_end.filter(|_| counts_premises_or_persons(class) && !is_act) {
                Some(head) => return trimmed(page, start, head),
                None => start = cursor + of + '的'.len_utf8(),
            }
        }
        let is_joint = page.punct(index) == Some('、') || joins_persons(page, index);
        let is_past = |head: usize| head < from && !page.slice(head, from).starts_with(JOINTS) && !is_joint;
        if class == UnitClass::Person && names_persons && head_end.is_some_and(is_past) {
            end = head_end.unwrap_or(from);
            break;
        }
        let stops = match page.token(index)?.tok {
            // 90名话务员三班倒.
            Tok::Word(_) if class == UnitClass::Person && from > start && page.word(index).is_some_and(|word| word.idiom.is_some()) => true,
            Tok::Word(_) if class == UnitClass::Person && names_persons && joins_persons(page, index) => false,
            Tok::Word(_) => page
                .word(index)
                .is_some_and(|word| closes_after(page, around, index, word, head_end == Some(from), head_end.is_some(), from == start)),
            Tok::Time(_) | Tok::Figure(_) | Tok::Ordinal => true,
            Tok::Punct(c) => !matches!(c, '“' | '”' | '‘' | '’' | '"' | '+' | '-' | '·' | '/' | '、'),
            Tok::Latin => false,
        };
        if stops {
            end = from;
            break;
        }
        if let Some(head) = page.word(index).and_then(|w| w.head) {
            last_head = Some(head);
            // 口罩、防护服生产企业; 社区干部、“访惠聚”队员: the enumeration goes on.
            let joins = head_end.is_some_and(|end| end <= from && page.slice(end, from).starts_with(JOINTS));
            let is_enumerated = page.punct(index.wrapping_sub(1)) == Some('、') || joins;
            if is_enumerated {
                head_end = Some(to);
                cursor = to;
                continue;
            }
            if head_end.is_some() && counts_premises_or_persons(class) && head == Kind::Supply && head_end != Some(from) {
                end = from;
                break;
            }
            if counts_premises_or_persons(class) && head_end == Some(from) && matches!(head, Kind::Supply) {
                end = from;
                break;
            }
            // 三个车站|临时办客, 18辆货车|天天跑村.
            if phrases::BEGINS_PREDICATE.starts(page.slice(to, around.right_end)) {
                return trimmed(page, start, to);
            }
            head_end = Some(to);
            names_persons |= head == Kind::Personnel;
        }
        cursor = to;
    }
    if let Some(of) = page.slice(cursor.min(end), end).rfind('的') {
        let at = cursor.min(end) + of;
        let tail_is_empty = page.slice(at + '的'.len_utf8(), end).trim().is_empty();
        match head_end.filter(|_| counts_premises_or_persons(class)) {
            Some(head) => end = head,
            None if tail_is_empty => end = at,
            // 一桶油的标准给…: by which measure, not what.
            None if page.text[at + '的'.len_utf8()..].starts_with("标准") => end = at,
            None => start = at + '的'.len_utf8(),
        }
    }
    // 15家医院专门接诊…: past the noun, words that no list knows are what it does.
    if let Some(head) = head_end.filter(|head| counts_premises_or_persons(class) && *head > start) {
        let rest = page.slice(head, end);
        let is_within = |i: usize| page.span(i).start as usize >= head && page.span(i).end as usize <= end;
        let names = |word: &Word| word.head.is_some() || word.is(Role::Plain) || word.is(Role::Place);
        let goes_on = !page.words_in(around.right.clone()).any(|(i, word)| is_within(i) && names(word));
        // 核酸检测采样站: the compound ends in a noun of its own.
        let is_compound =
            rest.chars().count() <= MOST_COMPOUND_CHARS && super::counted::ends_like_premises(rest.trim_end().trim_end_matches(JOINTS));
        if goes_on && rest.chars().count() >= LEAST_PREDICATE_CHARS && !is_compound {
            end = head;
        }
    }
    trimmed(page, start, end)
}

/// What may stand between the members of an enumeration.
const JOINTS: [char; 4] = ['、', '和', '及', '与'];

/// 教师和村医: a joint with persons behind it.
fn joins_persons(page: &Page, index: usize) -> bool {
    let is_joint = matches!(page.span(index).of(page.text), "和" | "及" | "与");
    is_joint && page.word(index + 1).is_some_and(|next| next.head == Some(Kind::Personnel))
}

/// Whether the words end in a noun for persons at work.
fn names_staff(page: &Page, around: &Around, words: &str) -> bool {
    let last = page.words_in(around.right.clone()).next_back();
    let end = around.right_end - (words.len() - words.trim_end().len());
    last.is_some_and(|(index, word)| word.head == Some(Kind::Personnel) && page.span(index).end as usize == end)
}

fn counts_premises_or_persons(class: UnitClass) -> bool {
    matches!(class, UnitClass::Count | UnitClass::Person | UnitClass::None | UnitClass::Place)
}

/// Whether a word of the phrase after a figure is already its predicate.
fn closes_after(page: &Page, around: &Around, index: usize, word: &Word, follows_head: bool, has_head: bool, is_first: bool) -> bool {
    let is_verb = word.is(Role::Verb) && !word.is(Role::Plain);
    if !ends_phrase(word) {
        return is_verb && follows_head;
    }
    // 应急供应网点: a verb within a compound; the noun follows at once.
    let next_is_noun = index + 1 < around.right.end
        && page.span(index + 1).start == page.span(index).end
        && page
            .word(index + 1)
            .is_some_and(|next| next.head.is_some() || next.is(Role::Plain) || (is_first && next.is(Role::Place)));
    // 下沉|党员干部: a verb that tells which persons they are.
    let tells_which = is_first && page.word(index + 1).is_some_and(|next| next.head == Some(Kind::Personnel));
    // 定点接诊医院.
    // 1260个行政村|设置劝返点: what sets up is the predicate.
    let sets_up = any_of!["设置", "设立", "建设", "开设", "增设", "启用", "布设", "建立"].is(page.span(index).of(page.text));
    let tells_what_for = !sets_up && page.word(index + 1).is_some_and(|next| next.head == Some(Kind::Facility)) && word.is(Role::Verb);
    let compound = next_is_noun && !word.is(Role::Stop) && ((!has_head && (word.action.is_some() || tells_which)) || tells_what_for);
    !compound
}

/// The phrase before the figure: 配送盒饭累计达149.91万份 → 盒饭.
pub fn before(page: &Page, around: &Around, class: UnitClass) -> Option<Span> {
    let mut end = around.left_end;
    // What links the thing to its number.
    loop {
        let text = page.slice(around.left_start, end).trim_end();
        end = around.left_start + text.len();
        // 货车从最少时的六十台: when it was so, between the thing and its number.
        if let Some(at) = earlier_state(text) {
            end = around.left_start + at;
            continue;
        }
        // 床位(新建)540张: the gloss is no part of the name.
        let gloss = text.strip_suffix([')', '）']).and_then(|open| open.rfind(['(', '（']));
        if let Some(at) = gloss {
            end = around.left_start + at;
            continue;
        }
        let len = if text.ends_with('、') {
            '、'.len_utf8()
        } else {
            let base = if class == UnitClass::Money { price_base(page, text) } else { None };
            base.or_else(|| page.lexicon.edges.link(text)).unwrap_or(0)
        };
        if len == 0 || is_inside_word(page, around, end - len, end) {
            break;
        }
        end -= len;
    }
    if end <= around.left_start {
        return None;
    }
    let mut start = around.left_start;
    let mut act = None;
    let mut fallback = None;
    let mut is_quoted = false;
    for index in around.left.clone() {
        let span = page.span(index);
        if span.start as usize >= end {
            break;
        }
        match page.punct(index) {
            Some('“') => is_quoted = page.slice(span.end as usize, end).contains('”'),
            Some('”') => is_quoted = false,
            _ => {}
        }
        let breaks = match page.token(index)?.tok {
            // “保供套餐”17款: a name in quotes is one word.
            Tok::Word(_) if is_quoted => false,
            Tok::Word(_) => page.word(index).is_some_and(|word| {
                // 临时供应点16个 is a compound; 库存大米32万吨 is a verb and its object.
                let joined = page
                    .word(index + 1)
                    .is_some_and(|next| next.head.is_some_and(|head| head != Kind::Supply) && !ends_phrase(next))
                    && page.span(index + 1).start == span.end
                    && page.span(index + 1).len() <= '点'.len_utf8()
                    && (word.action.is_some() || word.is(Role::Act));
                // 慰问金, 补贴款: a verb within the name of a sum.
                let names_sum = class == UnitClass::Money && {
                    let rest = page.slice(span.end as usize, end);
                    rest.chars().count() == 1 && rest.starts_with(['金', '款', '费', '额', '税', '险', '券', '贷'])
                };
                ends_phrase(word) && !joined && !names_sum && !is_attribute(page, index, end)
            }),
            Tok::Time(_) | Tok::Figure(_) | Tok::Ordinal => true,
            Tok::Punct(c) => !matches!(c, '“' | '”' | '‘' | '’' | '"' | '+' | '-' | '·' | '/' | '、'),
            Tok::Latin => false,
        };
        if breaks {
            // Money is named with what is done with it: 免缴房屋租金, 租金减免.
            let names_act = class == UnitClass::Money
                && page.word(index).is_some_and(|w| {
                    let is_act = w.is(Role::Verb) && !w.is(Role::Stop) && !w.is(Role::Cumulative);
                    (is_act || w.action == Some(Action::Donated)) && span.len() >= 6
                });
            act = names_act.then_some(span.start as usize);
            if names_act && span.end as usize >= end {
                // 某慈善基金会|捐资5000万元: who gives is not what for; 租金减免 is.
                let giver = page.slice(start, span.start as usize).trim();
                let is_giver = giver.chars().count() > MOST_COMPOUND_CHARS
                    && giver.ends_with(['会', '司', '团', '行', '校', '院', '局', '厅', '委', '府', '社'])
                    && !page.before(start).ends_with(['为', '给', '对', '向']);
                if is_giver {
                    start = span.start as usize;
                }
                break;
            }
            if span.end as usize >= end {
                // 市政保洁投入195人次: the noun before the last verb; 抢修56次: the verb itself.
                // 为居民代购1500单: for whom it was done is not what.
                let is_goal = page.before(start).ends_with(['为', '给', '向', '替', '对']);
                let noun = trimmed(page, start, span.start as usize)
                    .filter(|_| !is_goal)
                    .filter(|_| span.start as usize > start && page.word(index).is_some_and(|w| !w.is(Role::Plain)));
                fallback = Some(noun.map_or((start, end), |n| (n.start as usize, n.end as usize)));
                break;
            }
            start = span.end as usize;
            if page.token(index).is_some_and(|token| token.tok == Tok::Ordinal) {
                // 第二轮|采样: the measure word of the ordinal names nothing.
                let rest = page.slice(start, end);
                start += page.lexicon.unit_at(rest).map_or(0, |(unit, _)| unit.len()).min(rest.len());
            }
        }
    }
    let chosen = match fallback {
        // The verb itself names the act: 抢修56次.
        Some((from, to)) => {
            let last = around
                .left
                .clone()
                .rev()
                .find(|i| page.span(*i).end as usize <= to && page.word(*i).is_some_and(|w| !w.is(Role::Stop)));
            trimmed(page, from, to).or_else(|| last.map(|i| page.span(i)))
        }
        None => trimmed(page, act.filter(|at| *at < start).unwrap_or(start), end),
    }?;
    Some(list_owner(page, chosen).unwrap_or(chosen))
}

/// Where 从最少时的, 由疫情前的 begins at the end of a text.
fn earlier_state(text: &str) -> Option<usize> {
    const MOST_CHARS: usize = 6;
    let told = text.strip_suffix('的').unwrap_or(text);
    let (at, _) = told.char_indices().rev().take(MOST_CHARS).find(|(_, c)| matches!(c, '从' | '由'))?;
    let when = &told[at + '从'.len_utf8()..];
    (at > 0 && phrases::EARLIER_STATES.ends(when)).then_some(at)
}

/// 务工人员返岗专列, 蔬菜保障基地: a verb that tells which vehicles or premises they are, right before their noun, which ends the phrase.
fn is_attribute(page: &Page, verb: usize, end: usize) -> bool {
    let next = page.span(verb + 1);
    let is_noun = page
        .word(verb + 1)
        .is_some_and(|noun| matches!(noun.head, Some(Kind::Vehicle | Kind::Facility | Kind::Service)));
    is_noun && next.start == page.span(verb).end && next.end as usize == end && phrases::ATTRIBUTES.is(page.span(verb).of(page.text))
}

/// Length of what a price is told for, at the end of a text: 零售价每吨, 按每人, 每家.
fn price_base(page: &Page, text: &str) -> Option<usize> {
    let at = text.rfind('每')?;
    // 鸡蛋每斤涨0.2元.
    let base = text[at + '每'.len_utf8()..].trim_end_matches(['涨', '降', '贵']);
    let is_unit =
        page.lexicon.unit_at(base).is_some_and(|(unit, _)| unit.len() == base.len()) || matches!(base, "人每天" | "人每月" | "人份");
    is_unit.then_some(text.len() - at)
}

/// Within a phrase before a number, the goods themselves: 长春市蔬菜企业库存 → 蔬菜. `None` where no goods are named.
pub fn goods(page: &Page, around: &Around) -> Option<Span> {
    let mut goods: Option<(usize, usize)> = None;
    let mut from = around.left_start;
    for index in around.left.clone() {
        let span = page.span(index);
        let (start, end) = (span.start as usize, span.end as usize);
        if page
            .punct(index)
            .is_some_and(|c| !matches!(c, '、' | '“' | '”' | '‘' | '’' | '"' | '-'))
        {
            from = end;
            goods = None;
            continue;
        }
        let Some(word) = page.word(index) else {
            // 4月9日|蔬菜.
            if matches!(page.token(index)?.tok, Tok::Time(_)) {
                from = end;
            }
            continue;
        };
        if word.whole.is_some() {
            from = end;
        } else if word.head == Some(Kind::Supply) {
            goods = Some((from, end));
        } else if (ends_phrase(word) && !word.is(Role::Plain))
            || word.is(Role::Place)
            || word.head.is_some_and(|head| head != Kind::Testing)
        {
            if goods.is_some_and(|(_, goods_end)| goods_end == start) && !word.is(Role::Stop) {
                from = end;
                continue;
            }
            from = end;
        }
    }
    let (start, end) = goods?;
    // “保供套餐”17款: the quotes around a name belong to it.
    let opened = page.slice(around.left_start, start).rfind('“').map(|at| around.left_start + at);
    let is_closed = page.slice(end, around.left_end).starts_with('”');
    let (start, end) = match opened.filter(|_| is_closed && !page.slice(start, end).contains('“')) {
        Some(open) => (open, end + '”'.len_utf8()),
        None => (start, end),
    };
    trimmed(page, start, compound_end(page, around, end))
}

/// 液|氧2600立方米, 奶|渣30吨: where a noun's compound ends that no list knows.
fn compound_end(page: &Page, around: &Around, end: usize) -> usize {
    const MOST_CHARS: usize = 2;
    let rest = page.slice(end, around.left_end);
    let is_known = page
        .words_in(around.left.clone())
        .any(|(index, _)| page.span(index).end as usize > end);
    let is_noun = rest.chars().count() <= MOST_CHARS
        && rest.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c))
        && !rest.ends_with([
            '量', '额', '价', '率', '达', '为', '共', '约', '有', '已', '各', '等', '的', '中', '近', '逾', '超', '是', '均', '到', '至',
            '于', '仅', '还', '又', '再',
        ])
        && page.lexicon.edges.link(rest).is_none();
    if is_known || !is_noun { end } else { around.left_end }
}

/// 企业有甲公司、乙公司等8家 counts 企业: what is listed after 有 are examples.
fn list_owner(page: &Page, phrase: Span) -> Option<Span> {
    let text = phrase.of(page.text);
    for verb in ["包括", "有"] {
        if let Some(at) = text.find(verb)
            && text[at..].contains('、')
            && at > 0
        {
            let owner = text[..at].trim_end_matches(['主', '要']);
            let owner_start = owner.rfind('的').map_or(0, |i| i + '的'.len_utf8());
            return trimmed(page, phrase.start as usize + owner_start, phrase.start as usize + owner.len());
        }
    }
    None
}

/// Whether the bytes lie inside a longer word that is no link: 共 in 公共.
fn is_inside_word(page: &Page, around: &Around, start: usize, end: usize) -> bool {
    around.left.clone().any(|index| {
        let span = page.span(index);
        let covers = (span.start as usize) < start && end <= span.end as usize;
        covers && page.word(index).is_some_and(|word| !ends_phrase(word) || word.head.is_some())
    })
}

/// Marks that may stand at the edge of a phrase and never belong to it.
fn is_edge_mark(c: char) -> bool {
    c.is_whitespace() || matches!(c, '、' | '，' | ',' | '-' | '—' | '－' | '*' | '•' | '·' | '…' | '/' | '（' | '(')
}

/// A phrase without the words and marks at its edges that name nothing.
fn trimmed(page: &Page, mut start: usize, mut end: usize) -> Option<Span> {
    let edges = &page.lexicon.edges;
    loop {
        let text = page.slice(start, end);
        let first = text.chars().next()?;
        // 一、封控区: the number of a heading.
        let heading = text
            .trim_start_matches(super::letters::is_han_numeral)
            .strip_prefix('、')
            .map_or(0, |rest| text.len() - rest.len());
        if heading > '、'.len_utf8() && heading < text.len() {
            start += heading;
            continue;
        }
        let is_opening_quote = matches!(first, '“' | '"') && !text.contains('”');
        let len = if is_edge_mark(first) || is_opening_quote {
            first.len_utf8()
        } else if edges.is_whole(text) {
            // 各类, 新鲜, 个人: the opener is part of a word.
            break;
        } else {
            edges.opener(text).filter(|len| *len < text.len()).unwrap_or(0)
        };
        if len == 0 {
            break;
        }
        start += len;
    }
    loop {
        let text = page.slice(start, end);
        let last = text.chars().next_back()?;
        let len = if is_edge_mark(last) || last == '“' {
            last.len_utf8()
        } else {
            edges.closer(text).unwrap_or(0)
        };
        if len == 0 {
            break;
        }
        end -= len;
    }
    (start < end).then(|| Span::new(start, end))
}
