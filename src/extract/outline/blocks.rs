//! Tables and long lists: runs of lines whose form is plain before a word of them is read.

use super::figures;
use super::lines::{Cells, Line};

/// A run of table-like or list-like lines.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Block {
    Table,
    List,
}

/// Ends an address or the name of a place to live.
fn is_address_end(c: char) -> bool {
    matches!(
        c,
        '路' | '街'
            | '巷'
            | '弄'
            | '号'
            | '村'
            | '区'
            | '苑'
            | '园'
            | '坊'
            | '栋'
            | '幢'
            | '楼'
            | '元'
            | '组'
            | '寓'
            | '场'
            | '厦'
            | '店'
            | '宅'
            | '浜'
            | '庭'
            | '府'
            | '队'
            | '院'
            | '层'
            | '室'
            | '里'
            | '镇'
            | '庄'
            | '屯'
            | '湾'
            | '道'
    )
}

/// Longest cell of a table that is set one cell a line, and longest line of a list.
const CELL_CHARS: usize = 16;
const ITEM_CHARS: usize = 60;

/// The block that each line belongs to, if any.
pub(super) fn blocks(lines: &[Line]) -> Vec<Option<Block>> {
    let mut blocks = vec![None; lines.len()];
    ruled_tables(lines, &mut blocks);
    spaced_tables(lines, &mut blocks);
    cell_tables(lines, &mut blocks);
    for (line, block) in lines.iter().zip(&mut blocks) {
        if block.is_none() && line.is_flat_table() {
            *block = Some(Block::Table);
        }
    }
    name_tables(lines, &mut blocks);
    case_lists(lines, &mut blocks);
    item_lists(lines, &mut blocks);
    blocks
}

/// 表1 …, 附:…: the line over a table that names it is part of it.
fn name_tables(lines: &[Line], blocks: &mut [Option<Block>]) {
    for index in 1..lines.len() {
        let names = |line: &Line| {
            let numbered = line
                .read
                .strip_prefix('表')
                .is_some_and(|rest| rest.starts_with(|c: char| c.is_ascii_digit()));
            (numbered || line.read.starts_with("附:") || line.read.starts_with("附表")) && !line.has_full_stop() && line.chars <= ITEM_CHARS
        };
        if blocks[index] == Some(Block::Table) && blocks[index - 1].is_none() && names(&lines[index - 1]) {
            blocks[index - 1] = Some(Block::Table);
        }
    }
}

/// Rows set with tabs or bars, two or more, with at most two short lines between them.
fn ruled_tables(lines: &[Line], blocks: &mut [Option<Block>]) {
    const GAP: usize = 2;
    let is_row = |line: &Line| line.cells() >= 2 && !(line.has_full_stop() && line.chars > ITEM_CHARS && line.cells() < 4);
    let mut last: Option<usize> = None;
    for index in 0..lines.len() {
        if !is_row(&lines[index]) {
            continue;
        }
        let joined = last.filter(|last| {
            index - last <= GAP + 1
                && lines[last + 1..index]
                    .iter()
                    .all(|line| line.chars <= CELL_CHARS * 2 && !line.is_prose())
        });
        if let Some(last) = joined {
            blocks[last..=index].fill(Some(Block::Table));
        }
        last = Some(index);
    }
}

/// Rows set with spaces: three or more of one width, each with a number, and the row of names above them.
fn spaced_tables(lines: &[Line], blocks: &mut [Option<Block>]) {
    const LEAST_ROWS: usize = 3;
    let cells: Vec<Option<Cells>> = lines.iter().map(Line::spaced_cells).collect();
    let width = |index: usize| cells[index].map(|cells| cells.count);
    let row_width = |index: usize| cells[index].filter(|cells| cells.numbers > 0).map(|cells| cells.count);
    let mut start = 0;
    while start < lines.len() {
        let own = row_width(start);
        let rows = (start..lines.len())
            .take_while(|row| own.is_some() && row_width(*row) == own)
            .count();
        if rows >= LEAST_ROWS {
            let named = start > 0 && width(start - 1) == own;
            blocks[start - usize::from(named)..start + rows].fill(Some(Block::Table));
        }
        start += rows.max(1);
    }
}

/// One cell a line: six short lines or more of which a third are numbers.
fn cell_tables(lines: &[Line], blocks: &mut [Option<Block>]) {
    const LEAST_LINES: usize = 6;
    const HEADER_LINES: usize = 6;
    let is_cell = |line: &Line| line.chars <= CELL_CHARS && !line.is_prose() && !line.is_date();
    let mut start = 0;
    while start < lines.len() {
        let len = lines[start..].iter().take_while(|line| is_cell(line)).count();
        let run = &lines[start..start + len];
        let numbers = run.iter().filter(|line| line.is_number()).count();
        let (first, last) = (run.iter().position(Line::is_number), run.iter().rposition(Line::is_number));
        if let (Some(first), Some(last)) = (first, last) {
            let from = first.saturating_sub(HEADER_LINES);
            if last + 1 - from >= LEAST_LINES && numbers * 10 >= (last + 1 - from) * 3 {
                blocks[start + from..=start + last].fill(Some(Block::Table));
            }
        }
        start += len.max(1);
    }
}

/// Numbered cases, each with what follows it up to the full stop.
fn case_lists(lines: &[Line], blocks: &mut [Option<Block>]) {
    let mut open = false;
    for (line, block) in lines.iter().zip(blocks) {
        if block.is_some() {
            open = false;
            continue;
        }
        if open || figures::is_case_line(line) {
            *block = Some(Block::List);
            open = line.read.ends_with([',', '、', ';']);
        }
    }
}

/// Runs of short lines that end in commas, or of addresses; and one line that is a chain of addresses.
fn item_lists(lines: &[Line], blocks: &mut [Option<Block>]) {
    const LEAST_ITEMS: usize = 3;
    const LEAST_ADDRESSES: usize = 4;
    let is_free = |index: usize, blocks: &[Option<Block>]| {
        blocks[index].is_none() && lines[index].chars <= ITEM_CHARS && lines[index].cases().is_empty()
    };
    let is_measure = |line: &Line| {
        let words = line.read.trim_start_matches(|c: char| "一二三四五六七八九十".contains(c));
        words.starts_with('是')
    };
    let is_item = |line: &Line| {
        line.breaks > 0
            && !line.has_full_stop()
            && line.read.ends_with([',', '、', ';'])
            && !is_measure(line)
            && (!line.read.ends_with(';') || is_address(line.read))
    };
    let is_bare = |index: usize, blocks: &[Option<Block>]| is_free(index, blocks) && !lines[index].is_prose();
    let mut start = 0;
    while start < lines.len() {
        let items = (start..lines.len())
            .take_while(|index| is_free(*index, blocks) && is_item(&lines[*index]))
            .count();
        if items >= LEAST_ITEMS {
            let end = start + items;
            let closes = lines
                .get(end)
                .is_some_and(|line| is_free(end, blocks) && (line.chars <= ITEM_CHARS / 2 || is_address(line.read)));
            blocks[start..end + usize::from(closes)].fill(Some(Block::List));
            start = end + usize::from(closes);
            continue;
        }
        let counted = (start..lines.len())
            .take_while(|index| {
                let line = &lines[*index];
                // (1)拨付全市5000万元;: a numbered point is a sentence.
                let is_point = line.read.starts_with('(') && line.read.ends_with(';');
                line.digits > 0 && is_bare(*index, blocks) && has_amount(line.read) && !is_point
            })
            .count();
        let bare = (start..lines.len())
            .take_while(|index| is_bare(*index, blocks) && is_address(lines[*index].read))
            .count();
        if bare.max(counted) >= LEAST_ADDRESSES {
            blocks[start..start + bare.max(counted)].fill(Some(Block::List));
        } else if blocks[start].is_none() && is_address_chain(&lines[start]) {
            blocks[start] = Some(Block::List);
        }
        start += bare.max(counted).max(1);
    }
}

fn is_address(item: &str) -> bool {
    item.trim_end_matches(['等', '。', ')', ',', '、', ';']).ends_with(is_address_end) && item.chars().count() >= 3
}

/// A number with a measure word for goods or money (口罩2000只).
fn has_amount(item: &str) -> bool {
    let is_measure = |c: char| {
        matches!(
            c,
            '吨' | '斤'
                | '只'
                | '件'
                | '箱'
                | '套'
                | '盒'
                | '瓶'
                | '台'
                | '份'
                | '包'
                | '袋'
                | '桶'
                | '元'
                | '辆'
                | '床'
                | '副'
                | '双'
                | '支'
                | '个'
                | '克'
        )
    };
    let mut number = false;
    item.chars().any(|c| {
        let found = number && is_measure(c);
        number = c.is_ascii_digit() || (number && matches!(c, '万' | '余' | '多' | '公'));
        found
    })
}

/// A long enumeration of which most members are addresses.
fn is_address_chain(line: &Line) -> bool {
    const LEAST_MEMBERS: usize = 8;
    if line.members().len() + 1 < LEAST_MEMBERS {
        return false;
    }
    let (mut members, mut addresses, mut from) = (0, 0, 0);
    let ends = line.members().iter().map(|end| *end as usize - line.at);
    for end in ends.chain([line.read.len()]) {
        let member = line.read[from..end].trim_start_matches([',', '、', ';', '。']);
        members += usize::from(!member.is_empty());
        addresses += usize::from(is_address(member));
        from = end;
    }
    members >= LEAST_MEMBERS && addresses * 10 >= members * 6
}
