//! The phrase right behind a figure: 130吨肉类 → 肉类; 10吨来自新疆的羊肉等 → 羊肉; 5家农批市场蔬菜到货 → 农批市场.
//!
//! In: a figure, its surroundings and the class of its unit. Out: the span of what it counts. Always: read word by word, up to what
//! happened to those counted, another thing, or the clause's end.

use super::super::any_of::any_of;
use super::super::counted::ends_like_premises;
use super::super::evidence;
use super::super::lexer::Tok;
use super::super::lexicon::{Role, UnitClass, Word};
use super::super::page::{Around, Page};
use super::super::phrases;
use super::{MOST_COMPOUND_CHARS, ends_phrase, trimmed};
use crate::model::{Action, Kind, Span};

/// Fewer characters after a noun are the end of a compound: 医院楼.
const LEAST_PREDICATE_CHARS: usize = 2;

/// What may stand between the members of an enumeration.
const JOINTS: [char; 4] = ['、', '和', '及', '与'];

/// 教师和村医: a joint with persons behind it.
fn joins_persons(page: &Page, index: usize) -> bool {
    let is_joint = matches!(page.span(index).of(page.text), "和" | "及" | "与");
    is_joint && page.word(index + 1).is_some_and(|next| next.head == Some(Kind::Personnel))
}

/// The phrase right after the figure. `None` where what follows tells of it and names nothing.
pub fn after(page: &Page, around: &Around, class: UnitClass) -> Option<Span> {
    let right = page.slice(around.right_start, around.right_end);
    // 东湖、西山两地各捐蔬菜50吨: what follows is of each.
    let is_of_each = right.starts_with('各') && !any_of!["各类", "各种", "各级", "各项", "各地", "各界", "各族"].starts(right);
    // 由68个扩充至147个: what follows is the next state.
    let is_next_state =
        (evidence::is_next_state(right) && !right.starts_with('的')) || evidence::leads_from(page.before(around.right_start), right);
    let is_told_when = phrases::TOLD_WHEN.starts(right) && !page.words_in(around.right.clone()).any(|(_, word)| word.head.is_some());
    // 口罩1.5万个等医疗物资: what ends the list is not what this one is.
    if is_told_when || right.starts_with(['和', '及', '与', '等']) || is_of_each || is_next_state || goes_somewhere(page, around, class)
    {
        return None;
    }
    let mut phrase = Behind::new(page, around, class);
    let mut end = around.right_end;
    for index in around.right.clone() {
        if (page.span(index).start as usize) < phrase.start {
            continue;
        }
        match phrase.step(index)? {
            Step::GoesOn => {}
            Step::EndsAt(at) => {
                end = at;
                break;
            }
            Step::IsUpTo(at) => return trimmed(page, phrase.start, at),
        }
    }
    phrase.up_to(end)
}

/// 1500台给某医院, 3000瓶空运新疆, 1.2万片连夜装车, 约1900吨发往外省: what happened to the goods, not what they are.
fn goes_somewhere(page: &Page, around: &Around, class: UnitClass) -> bool {
    let right = page.slice(around.right_start, around.right_end);
    if class != UnitClass::Person && right.starts_with('给') {
        return true;
    }
    if !matches!(class, UnitClass::Goods | UnitClass::Mass) {
        return false;
    }
    let first = around.right.start;
    let act = page
        .word(first)
        .filter(|word| page.span(first).start as usize == around.right_start && word.action.is_some() && word.head.is_none());
    let is_to_place = act.is_some_and(|word| !word.is(Role::Plain))
        && page
            .word(first + 1)
            .is_some_and(|word| word.is(Role::Place) || word.is(Role::Country));
    // 12支保供突击队: the verb is part of a name.
    let is_name = || page.words_in(around.right.clone()).any(|(_, word)| word.head.is_some()) || phrases::TASK_GROUPS.within(right);
    // 110万只送到医护人员手中: past a verb of direction stands the goal.
    let has_goal = || page.span(first).of(page.text).ends_with(['到', '至', '往', '给']);
    let is_delivered = || act.is_some_and(|word| word.action == Some(Action::Delivered)) && (has_goal() || !is_name());
    is_to_place || phrases::HOW_IT_WENT.starts(right) || is_delivered()
}

/// What a word does to the phrase.
enum Step {
    GoesOn,
    /// The phrase is over before it, as far as its words go.
    EndsAt(usize),
    /// The phrase is what stands up to a byte.
    IsUpTo(usize),
}

/// The phrase, as far as it has been read.
struct Behind<'a, 'p> {
    page: &'a Page<'p>,
    around: &'a Around,
    class: UnitClass,
    /// Byte where it begins, past 的.
    start: usize,
    /// Byte where the last word ends.
    read_to: usize,
    /// Byte where the last noun ends.
    head_end: Option<usize>,
    last_head: Option<Kind>,
    names_persons: bool,
}

impl<'a, 'p> Behind<'a, 'p> {
    fn new(page: &'a Page<'p>, around: &'a Around, class: UnitClass) -> Self {
        let right = page.slice(around.right_start, around.right_end);
        let behind_of = right.strip_prefix('的').unwrap_or(right);
        // 其中2436人为流调、检验人员: who they are.
        let staff = behind_of
            .strip_prefix('为')
            .filter(|rest| class == UnitClass::Person && names_staff(page, around, rest));
        let start = around.right_end - staff.unwrap_or(behind_of).len();
        Self {
            page,
            around,
            class,
            start,
            read_to: start,
            head_end: None,
            last_head: None,
            names_persons: false,
        }
    }

    /// `None` past the last token.
    fn step(&mut self, index: usize) -> Option<Step> {
        let page = self.page;
        let span = page.span(index);
        let (from, to) = (span.start as usize, span.end as usize);
        if let Some(of) = page.slice(self.read_to, from).rfind('的').filter(|_| from > self.read_to) {
            // Persons and premises are named before 的: 3个厂家的防护服; but in 42家急诊不停诊的医院 an act is not what is counted.
            let is_act = matches!(self.last_head, Some(Kind::Service | Kind::Testing));
            match self.head_end.filter(|_| self.counts_premises_or_persons() && !is_act) {
                Some(head) => return Some(Step::IsUpTo(head)),
                None => self.start = self.read_to + of + '的'.len_utf8(),
            }
        }
        if let Some(head) = self.persons_named_before(index) {
            return Some(Step::EndsAt(head));
        }
        if self.stops(index)? {
            return Some(Step::EndsAt(from));
        }
        let step = match page.word(index).and_then(|word| word.head) {
            Some(head) => self.noun(index, head),
            None => Step::GoesOn,
        };
        self.read_to = to;
        Some(step)
    }

    /// Where those persons end whose noun was read, when no joint leads on to others.
    fn persons_named_before(&self, index: usize) -> Option<usize> {
        let page = self.page;
        let from = page.span(index).start as usize;
        let head = self.head_end.filter(|_| self.class == UnitClass::Person && self.names_persons)?;
        let is_joint = page.punct(index) == Some('、') || joins_persons(page, index);
        (head < from && !is_joint && !page.slice(head, from).starts_with(JOINTS)).then_some(head)
    }

    fn stops(&self, index: usize) -> Option<bool> {
        let page = self.page;
        let from = page.span(index).start as usize;
        let counts_persons = self.class == UnitClass::Person;
        // 4100多名“买菜专员”: a name in quotes is one word.
        let is_in_quotes = || page.slice(self.start, from).rfind('“') > page.slice(self.start, from).rfind('”');
        if is_in_quotes() && matches!(page.token(index)?.tok, Tok::Word(_)) {
            return Some(false);
        }
        Some(match page.token(index)?.tok {
            // 90名话务员三班倒.
            Tok::Word(_) if counts_persons && from > self.start && page.word(index).is_some_and(|word| word.idiom.is_some()) => true,
            Tok::Word(_) if counts_persons && self.names_persons && joins_persons(page, index) => false,
            Tok::Word(_) => page.word(index).is_some_and(|word| self.is_predicate(index, word)),
            Tok::Time(_) | Tok::Figure(_) | Tok::Ordinal => true,
            Tok::Punct(c) => !matches!(c, '“' | '”' | '‘' | '’' | '"' | '+' | '-' | '·' | '/' | '、'),
            Tok::Latin => false,
        })
    }

    fn noun(&mut self, index: usize, head: Kind) -> Step {
        let page = self.page;
        let span = page.span(index);
        let (from, to) = (span.start as usize, span.end as usize);
        self.last_head = Some(head);
        // 口罩、防护服生产企业; 社区干部、“访惠聚”队员: the enumeration goes on.
        let joins = |end: usize| end <= from && page.slice(end, from).starts_with(JOINTS);
        if page.punct(index.wrapping_sub(1)) == Some('、') || self.head_end.is_some_and(joins) {
            self.head_end = Some(to);
            return Step::GoesOn;
        }
        // 5家农批市场|蔬菜到货: past premises or persons, goods are another thing.
        if head == Kind::Supply && self.head_end.is_some() && self.counts_premises_or_persons() {
            return Step::EndsAt(from);
        }
        // 三个车站|临时办客, 18辆货车|天天跑村.
        if phrases::BEGINS_PREDICATE.starts(page.slice(to, self.around.right_end)) {
            return Step::IsUpTo(to);
        }
        self.head_end = Some(to);
        self.names_persons |= head == Kind::Personnel;
        Step::GoesOn
    }

    /// The phrase, when its words are over at a byte.
    fn up_to(&self, end: usize) -> Option<Span> {
        let page = self.page;
        let (mut start, mut end) = (self.start, end);
        let premises_or_persons = self.head_end.filter(|_| self.counts_premises_or_persons());
        let read_to = self.read_to.min(end);
        if let Some(of) = page.slice(read_to, end).rfind('的') {
            let (at, past) = (read_to + of, read_to + of + '的'.len_utf8());
            let tail_is_empty = page.slice(past, end).trim().is_empty();
            match premises_or_persons {
                Some(head) => end = head,
                None if tail_is_empty => end = at,
                // 一桶油的标准给…: by which measure, not what.
                None if page.text[past..].starts_with("标准") => end = at,
                None => start = past,
            }
        }
        // 15家医院专门接诊…: past the noun, words that no list knows are what it does.
        if let Some(head) = premises_or_persons.filter(|head| *head > start && self.is_predicate_between(*head, end)) {
            end = head;
        }
        // 1140名志愿者分|286组: into how many.
        let is_cut_into = page.slice(start, end).ends_with('分') && page.text[end..].starts_with(|c: char| c.is_ascii_digit());
        trimmed(page, start, if is_cut_into { end - '分'.len_utf8() } else { end })
    }

    fn is_predicate_between(&self, head: usize, end: usize) -> bool {
        let page = self.page;
        let rest = page.slice(head, end);
        let is_within = |i: usize| page.span(i).start as usize >= head && page.span(i).end as usize <= end;
        let names = |word: &Word| word.head.is_some() || word.is(Role::Plain) || word.is(Role::Place);
        let names_more = || {
            page.words_in(self.around.right.clone())
                .any(|(i, word)| is_within(i) && names(word))
        };
        // 核酸检测采样站: the compound ends in a noun of its own.
        let is_compound = || ends_like_premises(rest.trim_end().trim_end_matches(JOINTS));
        let chars = rest.chars().count();
        // 1.3万名透析、放化疗患者: the enumeration goes on, known words or not.
        let goes_on = rest.starts_with('、') || (chars <= MOST_COMPOUND_CHARS && is_compound());
        chars >= LEAST_PREDICATE_CHARS && !goes_on && !names_more()
    }

    fn counts_premises_or_persons(&self) -> bool {
        matches!(
            self.class,
            UnitClass::Count | UnitClass::Person | UnitClass::None | UnitClass::Place
        )
    }

    /// Whether a word is already the predicate.
    fn is_predicate(&self, index: usize, word: &Word) -> bool {
        let page = self.page;
        let from = page.span(index).start as usize;
        if !ends_phrase(word) {
            return self.head_end == Some(from) && word.is(Role::Verb) && !word.is(Role::Plain);
        }
        let is_first = from == self.start;
        let next = page.word(index + 1);
        // 应急供应网点: a verb within a compound; the noun follows at once.
        let next_is_noun = index + 1 < self.around.right.end
            && page.span(index + 1).start == page.span(index).end
            && next.is_some_and(|next| next.head.is_some() || next.is(Role::Plain) || (is_first && next.is(Role::Place)));
        // 下沉|党员干部: a verb that tells which persons they are.
        let tells_which = is_first && next.is_some_and(|next| next.head == Some(Kind::Personnel));
        // 定点接诊医院; but 1260个行政村|设置劝返点: what sets up is the predicate.
        let sets_up = any_of!["设置", "设立", "建设", "开设", "增设", "启用", "布设", "建立"].is(page.span(index).of(page.text));
        let tells_what_for = !sets_up && next.is_some_and(|next| next.head == Some(Kind::Facility)) && word.is(Role::Verb);
        let opens_compound = self.head_end.is_none() && (word.action.is_some() || tells_which);
        let is_compound = next_is_noun && !word.is(Role::Stop) && (opens_compound || tells_what_for);
        !is_compound
    }
}

/// Whether the words end in a noun for persons at work.
fn names_staff(page: &Page, around: &Around, words: &str) -> bool {
    let last = page.words_in(around.right.clone()).next_back();
    let end = around.right_end - (words.len() - words.trim_end().len());
    last.is_some_and(|(index, word)| word.head == Some(Kind::Personnel) && page.span(index).end as usize == end)
}
