//! One pass over the text: words, figures with their units, times and punctuation, each with its span.
//!
//! In: folded text. Out: [`Lexed`]: tokens in order, and a reason for every numeral that can be seen to count nothing.
//! Always: tokens do not overlap; every numeral of the text is in a figure, a time, an ordinal, a word or an explanation.
//! Text between tokens is kept by position only; rules read it as the words of a name.

use super::any_of::any_of;
use super::figure::{self, Figure};
use super::letters::{Letter, closing_quote, is_han_numeral, is_numeral, is_punctuation};
use super::lexicon::{Level, Lexicon, Role, UnitClass, Word};
use super::numeral::{self, Form};
use super::phrases;
use super::reasons;
use super::solitary;
use super::time::{self, TimeExpression};
use crate::model::{Approx, Explained, Reason, Span};

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Tok {
    /// Index into [`Lexed::figures`].
    Figure(u32),
    /// Index into [`Lexed::times`].
    Time(u32),
    /// Index into [`Lexicon::words`].
    Word(u32),
    Punct(char),
    /// A run of Latin letters and digits: KN95, BA.2.76, an address on the web.
    Latin,
    /// 第五十二.
    Ordinal,
}

#[derive(Clone, Copy, Debug)]
pub struct Token {
    pub span: Span,
    pub tok: Tok,
}

#[derive(Debug, Default)]
pub struct Lexed {
    pub tokens: Vec<Token>,
    pub figures: Vec<Figure>,
    pub times: Vec<TimeExpression>,
    pub explained: Vec<Explained>,
}

/// Bytes of two Chinese characters.
const TWO_CHARACTERS: usize = 6;

/// Briefings have a token for about so many bytes, or for more.
const BYTES_A_TOKEN: usize = 8;

/// The number of a house has no more digits.
const MAX_HOUSE_DIGITS: usize = 6;

/// Chinese characters begin with this byte or a greater one.
const FIRST_BYTE_OF_HAN: u8 = 0xe4;

/// Names in quotes are at most this long; longer ones are speech.
const MAX_NAME_CHARS: usize = 40;

struct Lexer<'a> {
    text: &'a str,
    lexicon: &'a Lexicon,
    at: usize,
    /// End of the quoted name that holds the position.
    name_until: usize,
    line_start: usize,
    out: Lexed,
}

/// Cuts a folded text into tokens.
pub fn lex(text: &str, lexicon: &Lexicon) -> Lexed {
    let mut lexer = Lexer {
        text,
        lexicon,
        at: 0,
        name_until: 0,
        line_start: 0,
        out: Lexed {
            tokens: Vec::with_capacity(text.len() / BYTES_A_TOKEN),
            ..Lexed::default()
        },
    };
    let words = text.len() - text.trim_start().len()..text.trim_end().len();
    if let Some(figure) = solitary::scan(text, words, lexicon) {
        lexer.figure(figure);
        return lexer.out;
    }
    while let Some((c, letter)) = lexer.next() {
        lexer.step(c, letter);
    }
    lexer.out
}

impl Lexer<'_> {
    fn rest(&self) -> &str {
        &self.text[self.at..]
    }

    fn push(&mut self, len: usize, tok: Tok) {
        self.out.tokens.push(Token {
            span: Span::new(self.at, self.at + len),
            tok,
        });
        self.at += len;
    }

    fn explain(&mut self, span: Span, reason: Reason) {
        self.out.explained.push(Explained { span, reason });
    }

    /// Moves to the next character that a token may begin with. Most begin longer words only, and none with the character after them.
    fn next(&mut self) -> Option<(char, Letter)> {
        let mut rest = self.rest().char_indices();
        let mut ahead = rest.next();
        while let Some((offset, c)) = ahead {
            ahead = rest.next();
            let letter = self.lexicon.letter(c);
            let is_idle = letter == Letter::WORD && !ahead.is_some_and(|(_, next)| self.lexicon.may_begin_word(c, next));
            if !(letter.is_gap() || is_idle) {
                self.at += offset;
                return Some((c, letter));
            }
        }
        None
    }

    fn step(&mut self, c: char, letter: Letter) {
        if letter.is(Letter::OTHER) && self.mark(c) {
            return;
        }
        let word = if letter.is(Letter::WORD) {
            self.lexicon.word_at(self.rest())
        } else {
            None
        };
        if letter.is(Letter::NUMERAL) {
            if let Some((entry, len)) = word.filter(|(entry, len)| self.outranks_numeral(*entry, *len)) {
                self.word(entry, len);
            } else if !self.numeral(c) {
                self.word_or_gap(c, word);
            }
            return;
        }
        self.word_or_gap(c, word);
    }

    /// Takes punctuation, white space, Latin letters, an ordinal, a day told from the writer's. `false` where it is a character as others.
    fn mark(&mut self, c: char) -> bool {
        if c == '\n' {
            self.push(1, Tok::Punct('\n'));
            self.line_start = self.at;
        } else if c.is_whitespace() {
            self.at += c.len_utf8();
        } else if c.is_ascii_alphabetic() {
            self.latin(0);
        } else if is_punctuation(c) {
            if self.at >= self.name_until
                && let Some(close) = closing_quote(c)
            {
                self.name_until = self
                    .quoted_name_end(c, close)
                    .filter(|end| !self.is_quoted_sum(c, *end))
                    .unwrap_or(self.name_until);
            }
            self.push(c.len_utf8(), Tok::Punct(c));
        } else {
            return match c {
                '第' => self.ordinal(),
                _ => self.time(false),
            };
        }
        true
    }

    fn word_or_gap(&mut self, c: char, word: Option<(usize, usize)>) {
        // 62例中|重症3例: no 中重症.
        let follows_figure = || {
            let last = self.out.tokens.last();
            let counts_cases = |figure: u32| {
                self.out
                    .figures
                    .get(figure as usize)
                    .is_some_and(|figure| figure.class == UnitClass::Case)
            };
            last.is_some_and(|token| matches!(token.tok, Tok::Figure(figure) if counts_cases(figure)) && token.span.end as usize == self.at)
        };
        // 233例|中重症个案: one word, where no number follows it.
        let counts_on = || word.is_some_and(|(_, len)| self.text[self.at + len..].starts_with(is_numeral));
        if c == '中' && counts_on() && follows_figure() {
            self.at += c.len_utf8();
            return;
        }
        match word.filter(|(entry, len)| !self.only_looks_like_place(*entry, *len) && !self.passes_a_count(*entry, *len)) {
            Some((entry, len)) => self.word(entry, len),
            None => self.at += c.len_utf8(),
        }
    }

    /// 首破|千宗, 突破|百万件: with its unit behind it the size that was passed is a count; 破千 alone is a way of speaking.
    fn passes_a_count(&self, entry: usize, len: usize) -> bool {
        if self.lexicon.words[entry].idiom.is_none() {
            return false;
        }
        let Some(passed) = self.text[self.at..self.at + len].find('破') else {
            return false;
        };
        let number = self.at + passed + '破'.len_utf8();
        numeral::scan(self.text, number).is_some_and(|n| figure::unit_after(self.text, number + n.len, self.lexicon).is_some())
    }

    /// 当天全省 holds no 天全省, 高新县区 no 新县: a county's short form before 省, a name of two characters within other words.
    fn only_looks_like_place(&self, entry: usize, len: usize) -> bool {
        let word = &self.lexicon.words[entry];
        // 较前一日本土确诊病例增加: no Japan.
        if word.is(Role::Country)
            && &self.text[self.at..self.at + len] == "日本"
            && self.text[self.at + len..].starts_with(['土', '澳', '港', '市', '县', '区', '省', '轮'])
        {
            return true;
        }
        let Some(place) = self
            .lexicon
            .place_of(word)
            .filter(|_| word.is(Role::Place) && !word.is(Role::Plain))
        else {
            return false;
        };
        let (before, after) = (&self.text[self.line_start..self.at], &self.text[self.at + len..]);
        let stands_alone = || {
            let last = before.chars().next_back();
            last.is_none_or(|c| !c.is_alphabetic() || matches!(c, '省' | '市' | '州' | '日' | '时'))
        };
        // 贵安新增5例 holds no 安新: the second character begins a word of the field.
        let shares_character = || {
            let word = self.lexicon.word_at(&self.text[self.at + len / 2..]);
            word.is_some_and(|(entry, _)| {
                let word = &self.lexicon.words[entry];
                word.measure.is_some() || word.metric.is_some() || word.is(Role::Report)
            })
        };
        (after.starts_with('省') && place.level != Level::Province)
            || (len == TWO_CHARACTERS && place.level == Level::County && shares_character())
            || (len == TWO_CHARACTERS && place.name.len() == TWO_CHARACTERS && !stands_alone())
    }

    /// Idioms and places that begin with a numeral: 一手抓, 三亚市.
    fn outranks_numeral(&self, entry: usize, len: usize) -> bool {
        let word = &self.lexicon.words[entry];
        (word.idiom.is_some() && !self.begins_longer_figure(len) && !self.sums_up_places(len))
            || (word.is(Role::Place) && !figure::is_counted(&self.text[self.at..self.at + len], self.lexicon))
            || (is_han_numeral(self.rest().chars().next().unwrap_or(' ')) && word.roles != 0 && !word.is(Role::Place) && len > 6)
    }

    /// 黄埔、南沙、花都|三区: how many those just listed are, and no name of kinds of areas.
    fn sums_up_places(&self, len: usize) -> bool {
        const MOST_NAME_CHARS: usize = 4;
        let is_count = figure::is_counted(&self.text[self.at..self.at + len], self.lexicon);
        let before = &self.text[self.line_start..self.at];
        let name = || before.rsplit(['，', ',', '。', '；']).next().unwrap_or_default().rsplit_once('、');
        is_count && name().is_some_and(|(_, name)| (2..=MOST_NAME_CHARS).contains(&name.chars().count()))
    }

    /// 十分钟, 三公里, 一点二万人: a figure with its unit reaches over the idiom that it begins with.
    fn begins_longer_figure(&self, len: usize) -> bool {
        let is_count = self
            .rest()
            .starts_with(['一', '二', '两', '三', '四', '五', '六', '七', '八', '九', '十'])
            || self.rest().starts_with("百万")
            || self.rest().starts_with("千万");
        is_count
            && figure::scan(self.text, self.at, self.line_start, self.lexicon).is_some_and(|f| {
                f.class != UnitClass::None && f.end > self.at + len && reasons::reason(self.text, self.line_start, &f).is_none()
            })
    }

    fn word(&mut self, entry: usize, len: usize) {
        let word: Word = self.lexicon.words[entry];
        let mut len = len;
        if word.is(Role::Place) && !word.is(Role::Plain) {
            len += self.place_suffix(len, &word);
        }
        let span = Span::new(self.at, self.at + len);
        if let Some(reason) = word.idiom {
            self.explain(span, reason);
        } else if word.has_numeral {
            self.explain(span, Reason::Name);
        }
        self.push(len, Tok::Word(entry as u32));
    }

    /// A short form may be followed by the kind of division: 甘南州, 新疆自治区.
    fn place_suffix(&self, len: usize, word: &Word) -> usize {
        let full = self
            .lexicon
            .place_of(word)
            .is_some_and(|place| place.name == &self.text[self.at..self.at + len]);
        let rest = &self.text[self.at + len..];
        if full {
            return 0;
        }
        let suffix = rest
            .chars()
            .next()
            .filter(|c| matches!(c, '省' | '市' | '州' | '盟' | '区' | '县' | '旗'));
        // 西安市场 is a market.
        let is_other_word = rest.starts_with("市场") || rest.starts_with("市民") || rest.starts_with("区域") || rest.starts_with("县级");
        suffix.filter(|_| !is_other_word).map_or(0, char::len_utf8)
    }

    fn latin(&mut self, from: usize) {
        let mut len = from;
        let bytes = self.rest().as_bytes();
        while let Some(b) = bytes.get(len) {
            let joins = matches!(b, b'.' | b'-' | b'/' | b':' | b'@' | b'_' | b'=' | b'?' | b'&' | b'#' | b'%' | b'~')
                && bytes.get(len + 1).is_some_and(|n| n.is_ascii_alphanumeric() || *n == b'/');
            if !(b.is_ascii_alphanumeric() || joins) {
                break;
            }
            len += 1;
        }
        let len = self.latin_name(from, len);
        let span = Span::new(self.at, self.at + len);
        let text = span.of(self.text);
        if text.bytes().any(|b| b.is_ascii_digit()) {
            let is_address = text.contains("://") || text.contains('@') || text.contains("www.");
            self.explain(span, if is_address { Reason::Identifier } else { Reason::Spec });
        }
        self.push(len, Tok::Latin);
    }

    /// ECMO|3台, CT|2台: a name in capitals before the number of such machines. The bytes of the name, or all where it is a code.
    fn latin_name(&self, from: usize, len: usize) -> usize {
        let text = &self.text[self.at..self.at + len];
        let name = text.bytes().take_while(u8::is_ascii_uppercase).count();
        let counts = name >= 2 && name < len && text[name..].bytes().all(|b| b.is_ascii_digit());
        let is_machine = from == 0 && counts && self.text[self.at + len..].starts_with(['台', '辆', '架', '套']);
        if is_machine { name } else { len }
    }

    fn ordinal(&mut self) -> bool {
        let start = self.at;
        let after = start + '第'.len_utf8();
        let blanks = self.text[after..].len() - self.text[after..].trim_start_matches([' ', '\u{a0}']).len();
        let Some(found) = numeral::scan(self.text, after + blanks).filter(|n| n.form != Form::Share) else {
            return false;
        };
        let len = after + blanks + found.len - start;
        self.explain(Span::new(start, start + len), Reason::Ordinal);
        self.push(len, Tok::Ordinal);
        self.further_ordinals();
        true
    }

    /// 第21、22例, 第139—151例: the numbers listed with an ordinal are such, too.
    fn further_ordinals(&mut self) {
        while let Some(joint) = any_of!["、", "和", "及", "至", "到", "—", "–", "-", "~", "～"].at_start(self.rest()) {
            let start = self.at + joint.len();
            let Some(found) = numeral::scan(self.text, start).filter(|found| found.form == Form::Digits && !found.is_composed) else {
                return;
            };
            self.at = start;
            self.explain(Span::new(start, start + found.len), Reason::Ordinal);
            self.push(found.len, Tok::Ordinal);
        }
    }

    fn quoted_name_end(&self, open: char, close: char) -> Option<usize> {
        let mut inside = self.rest().char_indices().skip(1).take(MAX_NAME_CHARS);
        let end = inside.find(|(_, c)| *c == close || matches!(c, '，' | ',' | '。' | '；' | ';' | '：' | ':' | '\n'))?;
        // A title in 《》 is a name whatever it holds.
        if end.1 == close {
            return Some(self.at + end.0);
        }
        (open == '《')
            .then(|| inside.find(|(_, c)| *c == close).map(|(i, _)| self.at + i))
            .flatten()
    }

    /// 新增“8+11”: both classes, as headlines write them.
    fn is_quoted_sum(&self, open: char, end: usize) -> bool {
        let inside = &self.text[self.at + open.len_utf8()..end];
        let are_digits = |part: &str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
        any_of!["新增", "通报", "报告", "本土"].ends(&self.text[self.line_start..self.at])
            && inside
                .split_once('+')
                .is_some_and(|(first, second)| are_digits(first) && are_digits(second))
    }

    /// A written time at the position. `false` where none begins there.
    fn time(&mut self, is_running_count: bool) -> bool {
        let Some(time) = time::scan(self.text, self.at).filter(|t| !self.is_not_a_time(t, is_running_count)) else {
            return false;
        };
        let span = Span::new(self.at, self.at + time.len);
        let reason = match (
            time.last.is_some(),
            time.first.hour.is_some(),
            time.first.month.is_some() || time.first.day.is_some(),
        ) {
            (true, ..) => Reason::Window,
            (false, true, false) => Reason::Time,
            _ => Reason::Date,
        };
        if span.of(self.text).contains(is_numeral) {
            self.explain(span, reason);
        }
        let index = self.out.times.len() as u32;
        self.out.times.push(time);
        self.push(time.len, Tok::Time(index));
        true
    }

    /// A time, a figure or an explained numeral at the position. `false` where none begins there.
    fn numeral(&mut self, c: char) -> bool {
        if c.is_ascii_digit() && self.house_number() {
            return true;
        }
        let before = &self.text[self.line_start..self.at];
        let is_running_count = phrases::LASTS.ends(before);
        if self.time(is_running_count) {
            return true;
        }
        let Some(found) = figure::scan(self.text, self.at, self.line_start, self.lexicon) else {
            return false;
        };
        // “48小时内送到家门口”: what is promised is counted.
        let is_promise = found.class == UnitClass::Duration && found.approx == Approx::AtMost;
        if self.at < self.name_until && !is_promise && !figure::is_zero_report(self.text, &found) {
            self.explain(found.span, Reason::Name);
            self.at = found.end.min(self.name_until).max(found.span.end as usize);
            return true;
        }
        if c.is_ascii_digit()
            && found.class == UnitClass::None
            && self.text[found.span.end as usize..].starts_with(|n: char| n.is_ascii_alphabetic())
        {
            let len = found.span.len();
            self.latin(len);
            return true;
        }
        if let Some(reason) = self.counts_nothing(&found) {
            self.explain(found.span, reason);
            self.at = found.span.end as usize;
            return true;
        }
        self.figure(found);
        true
    }

    /// 1010弄, 398号楼: the number of a house, told by what follows its digits. Long lists hold little else, so it is looked for first;
    /// a day of the month (28号) is left to be read as a time.
    fn house_number(&mut self) -> bool {
        let bytes = &self.text.as_bytes()[self.at..];
        let run = bytes.iter().take_while(|b| b.is_ascii_digit()).count();
        if run > MAX_HOUSE_DIGITS || bytes.get(run).is_none_or(|b| *b < FIRST_BYTE_OF_HAN) {
            return false;
        }
        let unit = self.lexicon.unit_at(&self.text[self.at + run..]);
        let is_house = unit.is_some_and(|(unit, class)| class == UnitClass::Ordinal && !(run <= 2 && unit.starts_with('号')));
        if is_house {
            let reason = if self.at < self.name_until { Reason::Name } else { Reason::Address };
            let span = Span::new(self.at, self.at + run);
            self.explain(span, reason);
            self.at += run;
        }
        is_house
    }

    fn figure(&mut self, found: Figure) {
        let end = found.end;
        let index = self.out.figures.len() as u32;
        self.out.tokens.push(Token {
            span: Span::new(self.at.max(found.start), end),
            tok: Tok::Figure(index),
        });
        self.out.figures.push(found);
        self.at = end;
    }

    /// A numeral right after the word for a case is the case's number: 病例12, 无症状感染者3.
    fn counts_nothing(&self, found: &Figure) -> Option<Reason> {
        let previous = self.out.tokens.last().filter(|t| t.span.end as usize == self.at).map(|t| t.tok);
        if found.class == UnitClass::None
            && let Some(Tok::Word(entry)) = previous
        {
            let word = &self.lexicon.words[entry as usize];
            // 确诊3、无症状19: a class without its noun is followed by a count.
            let names_persons = self.text[..self.at].ends_with(['例', '者', '人', '号']);
            let is_of_case = word.metric.is_some() || word.is(Role::CaseNoun);
            // 新增确诊病例零: no case bears that number.
            let ends = |rest: &str| rest.starts_with(['，', ',', '。', '；', ';']) || figure::is_zero_report(self.text, found);
            if is_of_case && found.span.of(self.text) == "零" && ends(&self.text[found.end..]) {
                return None;
            }
            if is_of_case && names_persons && !self.counts_without_unit(found) {
                return Some(Reason::Ordinal);
            }
        }
        // （案7183、案7431）: the number of a case; 案例2.
        let names_one = self.text[..self.at].ends_with('案') || self.text[self.line_start..self.at].ends_with("案例");
        if found.class == UnitClass::None && found.form == Form::Digits && names_one {
            return Some(Reason::Ordinal);
        }
        reasons::reason(self.text, self.line_start, found)
    }

    /// 新增治愈出院病例2。 追踪到密切接触者1040。 With a word that counts, and nothing told of the one that it would name.
    fn counts_without_unit(&self, found: &Figure) -> bool {
        const REACH_TOKENS: usize = 4;
        let ends = self.text[found.end..].trim_start_matches([' ', '\u{3000}']);
        // 新增本土确诊病例3,其中甲区2例.
        let is_cut = any_of!["，其中", ",其中"].starts(ends);
        let is_last = ends.is_empty() || is_cut || ends.starts_with(['。', '；', ';', '\n']);
        let clause = self.out.tokens.iter().rev().take(REACH_TOKENS).map_while(|token| match token.tok {
            Tok::Word(entry) => Some(&self.lexicon.words[entry as usize]),
            _ => None,
        });
        is_last && { clause }.any(|word| word.measure.is_some() || word.contact_state.is_some() || word.is(Role::Cumulative))
    }

    /// 连续17日 is a duration; 5日内 too.
    fn is_not_a_time(&self, time: &TimeExpression, is_running_count: bool) -> bool {
        // 前一日, 上一日, 每一日: no day of the month.
        let before = &self.text[self.line_start..self.at];
        let counts_days = any_of!["前", "上", "首", "每", "近", "某", "这", "那", "同"].ends(before);
        let is_relative = counts_days
            && time.first.month.is_none()
            && time.first.hour.is_none()
            && self.text[self.at..].starts_with(|c: char| is_han_numeral(c));
        let only_day = time.last.is_none()
            && time.first.day.is_some()
            && time.first.month.is_none()
            && time.first.hour.is_none()
            && time.first.relative.is_none();
        let after = &self.text[self.at + time.len..];
        let counts = after.starts_with('内')
            || after.starts_with("以上")
            || after.starts_with("以内")
            || after.starts_with("时间")
            || after.starts_with("左右");
        is_relative || (only_day && (is_running_count || counts))
    }
}
