//! Find and run: one field over commands, briefings and facts.

use eframe::egui::{
    Align2, Area, Context, CornerRadius, Frame, Id, Key, Margin, Modal, Modifiers, Rect, RichText, Role, ScrollArea, Sense, Stroke,
    TextEdit, TextStyle, Ui, WidgetInfo, vec2,
};

use super::controls::shortcut_text;
use crate::app::theme::{self, Tokens};
use crate::app::{App, Command, Language, OpenBriefing, Pane, Words, words};
use crate::ledger::DocId;
use crate::model::FactId;

/// Most that is listed; what is not found among these is found by typing more.
const LISTED_MAX: usize = 60;
/// Facts looked at for each letter that is typed; the chosen briefing's come first. More would be felt.
const FACTS_SEARCHED_MAX: usize = 20_000;
const ROW: f32 = 34.0;
const WIDTH: f32 = 620.0;

/// What a row stands for.
#[derive(Clone, Debug, PartialEq)]
enum Target {
    Command(Command),
    Briefing(DocId),
    Fact(DocId, FactId),
}

/// A row: what it says on the left, and where it belongs on the right (a command has its key there).
#[derive(Clone, Debug, PartialEq)]
struct Row {
    target: Target,
    name: String,
    note: String,
}

/// What the list was made from; another key makes it anew.
#[derive(PartialEq)]
struct ListKey {
    query: String,
    generation: u64,
    language: Language,
}

/// The palette while it is open.
#[derive(Default)]
pub struct Palette {
    query: String,
    chosen: usize,
    is_open: bool,
    rows: Vec<Row>,
    made_from: Option<ListKey>,
}

impl Palette {
    pub fn open(&mut self) {
        *self = Self {
            is_open: true,
            ..Self::default()
        };
    }

    pub fn is_open(&self) -> bool {
        self.is_open
    }

    pub fn show(&mut self, ctx: &Context, app: &App, commands: &mut Vec<Command>) {
        if !self.is_open {
            return;
        }
        let tokens = Tokens::for_theme(ctx.theme());
        let words = words(app.settings.language);
        let area: Area = Modal::default_area(Id::unique("palette")).anchor(Align2::CENTER_TOP, vec2(0.0, 64.0));
        let frame = Frame::new()
            .fill(tokens.raised)
            .stroke(Stroke::new(1.0, tokens.line))
            .corner_radius(CornerRadius::same(theme::RADIUS + 4))
            .inner_margin(Margin::same(10));
        let modal = Modal::new(Id::unique("palette"))
            .area(area)
            .frame(frame)
            .backdrop_color(tokens.veil);
        let shown = modal.show(ctx, |ui| {
            ui.set_width(WIDTH.min(ctx.content_rect().width() - 40.0));
            self.contents_ui(ui, app, words, commands);
        });
        if shown.should_close() {
            self.is_open = false;
        }
    }

    fn contents_ui(&mut self, ui: &mut Ui, app: &App, words: &Words, commands: &mut Vec<Command>) {
        // Before the field, which would take the arrows for its cursor.
        let step = ui.input_mut(|input| {
            let down = input.count_and_consume_key(Modifiers::NONE, Key::ArrowDown);
            let up = input.count_and_consume_key(Modifiers::NONE, Key::ArrowUp);
            down as isize - up as isize
        });
        let edit = TextEdit::singleline(&mut self.query)
            .hint_text(words.search_hint)
            .desired_width(f32::INFINITY)
            .margin(Margin::symmetric(10, 8));
        let field = ui.add(edit);
        field.widget_info(|| WidgetInfo::labeled(Role::SearchInput, true, words.palette));
        let is_entered = field.lost_focus() && ui.input(|input| input.key_pressed(Key::Enter));
        if !field.has_focus() && !is_entered {
            field.request_focus();
        }
        if field.changed() {
            self.chosen = 0;
        }
        self.refresh(app, words);
        self.chosen = self.chosen.saturating_add_signed(step).min(self.rows.len().saturating_sub(1));

        ui.add_space(6.0);
        if self.rows.is_empty() {
            ui.label(RichText::new(words.palette_none).color(Tokens::of(ui).ink_soft));
        }
        let mut taken = None;
        ui.spacing_mut().item_spacing.y = 0.0;
        ScrollArea::vertical().id_salt("found").max_height(ROW * 11.5).show(ui, |ui| {
            for (index, row) in self.rows.iter().enumerate() {
                let is_chosen = index == self.chosen;
                let rect = row_ui(ui, row, is_chosen, || taken = Some(index));
                if is_chosen && step != 0 {
                    ui.scroll_to_rect(rect, None);
                }
            }
        });
        if is_entered {
            taken = Some(self.chosen);
        }
        if let Some(row) = taken.and_then(|index| self.rows.get(index)) {
            commands.push(row.target.clone().command());
            self.is_open = false;
        }
    }

    fn refresh(&mut self, app: &App, words: &Words) {
        let key = ListKey {
            query: self.query.trim().to_lowercase(),
            generation: app.generation,
            language: app.settings.language,
        };
        if self.made_from.as_ref() != Some(&key) {
            self.rows = found(&key.query, app, words);
            self.made_from = Some(key);
        }
    }
}

impl Target {
    fn command(self) -> Command {
        match self {
            Self::Command(command) => command,
            Self::Briefing(doc) => Command::ChooseBriefing(doc),
            Self::Fact(doc, fact) => Command::ChooseFact {
                doc,
                fact,
                from: Pane::Palette,
            },
        }
    }
}

fn row_ui(ui: &mut Ui, row: &Row, is_chosen: bool, on_click: impl FnOnce()) -> Rect {
    let tokens = Tokens::of(ui);
    let (rect, response) = ui.allocate_exact_size(vec2(ui.available_width(), ROW), Sense::CLICK);
    response.widget_info(|| WidgetInfo::selected(Role::ListBoxOption, true, is_chosen, &row.name));
    if is_chosen || response.hovered() {
        ui.painter().rect_filled(
            rect,
            f32::from(theme::RADIUS),
            if is_chosen { tokens.accent_soft } else { tokens.hover },
        );
    }
    let (body, small) = (TextStyle::Body.resolve(ui.style()), TextStyle::Small.resolve(ui.style()));
    let note = match &row.target {
        Target::Command(command) => shortcut_text(ui, command),
        Target::Briefing(_) | Target::Fact(..) => row.note.clone(),
    };
    let note = ui.painter().text(
        rect.right_center() - vec2(14.0, 0.0),
        Align2::RIGHT_CENTER,
        note,
        small,
        tokens.ink_soft,
    );
    let clip = rect.with_max_x(note.left() - 8.0).intersect(ui.clip_rect());
    ui.painter().with_clip_rect(clip).text(
        rect.left_center() + vec2(10.0, 0.0),
        Align2::LEFT_CENTER,
        &row.name,
        body,
        tokens.ink,
    );
    if response.clicked() {
        on_click();
    }
    rect
}

/// The rows for a query, best first. Without a query: the commands that apply now, then the briefings.
fn found(query: &str, app: &App, words: &Words) -> Vec<Row> {
    let mut found: Vec<(u32, Row)> = Vec::new();
    let mut consider = |known: &str, penalty: u32, row: &mut dyn FnMut() -> Row| {
        if let Some(distance) = distance(query, known) {
            found.push((distance + penalty, row()));
        }
    };
    for command in Command::LISTED
        .iter()
        .filter(|command| command.enabled(app) && **command != Command::OpenPalette)
    {
        let names = [Language::Chinese, Language::English].map(|language| crate::app::words(language).command(command).0);
        consider(&names.join(" "), 0, &mut || Row {
            target: Target::Command(command.clone()),
            name: words.command(command).0.to_owned(),
            note: String::new(),
        });
    }
    for open in &app.briefings {
        let name = briefing_name(open, words);
        let known = format!(
            "{name} {} {}",
            open.source.name(),
            open.briefing.meta.title.as_deref().unwrap_or_default()
        );
        consider(&known, 10, &mut || Row {
            target: Target::Briefing(open.doc),
            name: name.clone(),
            note: words.palette_briefings.to_owned(),
        });
    }
    if !query.is_empty() {
        let mut searched = FACTS_SEARCHED_MAX;
        let chosen_first = app
            .chosen_briefing()
            .into_iter()
            .chain(app.briefings.iter().filter(|open| Some(open.doc) != app.chosen));
        for open in chosen_first {
            for fact in open.briefing.facts_in_force().take(searched) {
                searched -= 1;
                let name = words.fact_name(fact);
                let plain = fact.quantity.value.map(|value| value.to_string()).unwrap_or_default();
                let known = format!("{name} {plain} {}", open.words(fact.quote));
                consider(&known, 20, &mut || Row {
                    target: Target::Fact(open.doc, fact.id),
                    name: name.clone(),
                    note: briefing_name(open, words),
                });
            }
        }
    }
    found.sort_by_key(|(distance, _)| *distance);
    found.into_iter().take(LISTED_MAX).map(|(_, row)| row).collect()
}

fn briefing_name(open: &OpenBriefing, words: &Words) -> String {
    let meta = &open.briefing.meta;
    let day = meta.date.map(|date| words.day(date));
    let session = meta.session.map(|session| words.session(session));
    let name = [day, meta.place.clone(), session]
        .into_iter()
        .flatten()
        .collect::<Vec<_>>()
        .join(" ");
    if name.is_empty() { open.source.name() } else { name }
}

/// How far a text is from a query: every word of the query must be in it, as a whole or letter after letter. Less is nearer.
fn distance(query: &str, known: &str) -> Option<u32> {
    let known = known.to_lowercase();
    query.split_whitespace().map(|word| word_distance(word, &known)).sum()
}

fn word_distance(word: &str, known: &str) -> Option<u32> {
    if let Some(at) = known.find(word) {
        return Some(at.min(40) as u32 / 4);
    }
    // Letters in order with gaps, as in `opfo` for “open folder”: for short words only, or everything would match everything.
    let mut rest = known.char_indices();
    let mut gaps = 0;
    let mut last = None;
    for letter in word.chars() {
        let (at, _) = rest.find(|(_, c)| *c == letter)?;
        gaps += last.map_or(0, |last: usize| (at - last).min(20) as u32);
        last = Some(at);
    }
    (gaps <= 6 * word.chars().count() as u32).then_some(50 + gaps)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_found_whole_in_any_order_or_letter_by_letter() {
        let known = "打开文件夹… Open folder…";
        for query in ["", "文件夹", "folder open", "opfo", "OPEN".to_lowercase().as_str()] {
            assert!(distance(query, known).is_some(), "{query}");
        }
        for query in ["文件袋", "folder close", "xyz"] {
            assert_eq!(distance(query, known), None, "{query}");
        }
    }

    #[test]
    fn a_whole_word_is_nearer_than_scattered_letters() {
        assert!(distance("undo", "undo") < distance("undo", "under the dome"));
    }
}
