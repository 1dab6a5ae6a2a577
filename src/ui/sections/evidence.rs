//! Where a fact comes from: its sentence, its rule, and what a person has done to it.

use std::time::{SystemTime, UNIX_EPOCH};

use eframe::egui::epaint::text::{LayoutJob, TextFormat};
use eframe::egui::{FontId, Frame, Label, Margin, Rect, RichText, TextStyle, Ui, pos2};

use crate::app::theme::{self, Tokens};
use crate::app::{OpenBriefing, Words};
use crate::ledger::{Entry, Subject};
use crate::model::Span;

/// How much of a sentence is shown on either side of the quote, in characters.
const AROUND: usize = 48;

/// The sentence, the quote in it in full ink and the number in bold.
pub fn quote_ui(ui: &mut Ui, open: &OpenBriefing, entry: &Entry) {
    let tokens = Tokens::of(ui);
    let text = &open.source.text;
    let small = TextStyle::Body.resolve(ui.style());
    let strong = theme::strong_style().resolve(ui.style());
    let format = |font_id: &FontId, color| TextFormat {
        font_id: font_id.clone(),
        color,
        line_height: Some(21.0),
        ..TextFormat::default()
    };
    let mut job = LayoutJob::default();
    match &entry.lost {
        Some(lost) if entry.fact.span.is_empty() => job.append(&lost.quote, 0.0, format(&small, tokens.ink_soft)),
        _ => {
            for (words, role) in passage(text, entry.fact.quote, entry.fact.span) {
                let format = match role {
                    Role::Around => format(&small, tokens.ink_soft),
                    Role::Quote => format(&small, tokens.ink),
                    Role::Number => format(&strong, tokens.kind(entry.fact.kind).text),
                };
                job.append(&words, 0.0, format);
            }
        }
    }
    let frame = Frame::new().fill(tokens.page).inner_margin(Margin {
        left: 13,
        right: 10,
        top: 7,
        bottom: 7,
    });
    let shown = frame.show(ui, |ui| {
        ui.set_width(ui.available_width());
        job.wrap.max_width = ui.available_width();
        ui.add(Label::new(job).selectable(true));
    });
    let rect = shown.response.rect;
    let band = Rect::from_min_max(rect.min, pos2(rect.left() + 3.0, rect.bottom()));
    ui.painter().rect_filled(band, 0.0, tokens.kind(entry.fact.kind).underline);
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
enum Role {
    Around,
    Quote,
    Number,
}

/// The sentence around a quote, cut into what is quote, what is number and what is neither.
fn passage(text: &str, quote: Span, number: Span) -> Vec<(String, Role)> {
    let inside = quote.union(number);
    if text.get(inside.range()).is_none() {
        return Vec::new();
    }
    let ends = |c: char| matches!(c, '。' | '!' | '?' | '\u{ff01}' | '\u{ff1f}' | '\n');
    let before: Vec<char> = text[..inside.start as usize]
        .chars()
        .rev()
        .take_while(|c| !ends(*c))
        .take(AROUND + 1)
        .collect();
    let after: Vec<char> = text[inside.end as usize..]
        .chars()
        .take_while(|c| *c != '\n')
        .take(AROUND + 1)
        .collect();
    let sentence_end = after.iter().position(|c| ends(*c)).map_or(after.len(), |at| at + 1);
    let mut head: String = before.iter().take(AROUND).rev().collect();
    if before.len() > AROUND {
        head.insert(0, '…');
    }
    let mut tail: String = after.iter().take(sentence_end.min(AROUND)).collect();
    if sentence_end > AROUND {
        tail.push('…');
    }
    let part = |start: u32, end: u32| Span { start, end }.of(text).replace('\n', " ");
    [
        (head.trim_start().to_owned(), Role::Around),
        (part(inside.start, number.start), Role::Quote),
        (part(number.start, number.end), Role::Number),
        (part(number.end, inside.end), Role::Quote),
        (tail, Role::Around),
    ]
    .into_iter()
    .filter(|(words, _)| !words.is_empty())
    .collect()
}

/// Why: the rule that made the fact, and the word that decided it.
pub fn rule_ui(ui: &mut Ui, entry: &Entry, text: &str, words: &Words) {
    if !entry.fact.rule.is_empty() {
        let color = Tokens::of(ui).ink_soft;
        ui.label(RichText::new(words.why_read(&entry.fact, text)).small().color(color))
            .on_hover_text(words.why);
    }
}

/// What a person did to the fact, newest first.
pub fn history_ui(ui: &mut Ui, open: &OpenBriefing, entry: &Entry, words: &Words) {
    let subject = Subject::Fact(entry.fact.id);
    let mut past = open
        .edits
        .iter()
        .rev()
        .filter(|recorded| recorded.edit.subject() == subject)
        .peekable();
    if past.peek().is_none() {
        return;
    }
    let color = Tokens::of(ui).ink_soft;
    ui.label(RichText::new(words.history).small().color(color));
    #[allow(clippy::disallowed_methods, reason = "how long ago an edit was made is told by the clock")]
    let now = SystemTime::now()
        .duration_since(UNIX_EPOCH)
        .map_or(0, |since| since.as_secs() as i64);
    for recorded in past {
        let line = format!("{}  {}", words.ago(now - recorded.at), words.edit_line(&recorded.edit));
        ui.add(Label::new(RichText::new(line).small().color(color)).wrap());
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// `[` and `]` around the quote, `<` and `>` around the number in it.
    #[track_caller]
    fn check(marked: &str, expected: &str) {
        let at = |mark: char| marked.split(mark).next().unwrap().replace(['[', ']', '<', '>'], "").len();
        let (quote, number) = (Span::new(at('['), at(']')), Span::new(at('<'), at('>')));
        let text = marked.replace(['[', ']', '<', '>'], "");
        let shown: String = passage(&text, quote, number)
            .into_iter()
            .map(|(words, role)| match role {
                Role::Around => words,
                Role::Quote => format!("[{words}]"),
                Role::Number => format!("<{words}>"),
            })
            .collect();
        assert_eq!(shown, expected);
    }

    #[test]
    fn the_sentence_is_shown_and_no_other() {
        check("上一句。当日,[配送蔬菜<31>吨],共三车。下一句。", "当日,[配送蔬菜]<31>[吨],共三车。");
        check("[<7>天]", "<7>[天]");
        check("一行\n[配送<3>份]\n二行", "[配送]<3>[份]");
    }

    #[test]
    fn a_long_sentence_is_cut_short() {
        let long = "字".repeat(60);
        let cut = "字".repeat(48);
        check(&format!("{long}[<3>份]{long}"), &format!("…{cut}<3>[份]{cut}…"));
    }

    #[test]
    fn a_quote_off_the_text_shows_nothing() {
        assert_eq!(passage("甲", Span::new(0, 90), Span::new(1, 2)), []);
    }
}
