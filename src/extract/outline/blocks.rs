//! Tables and long lists: runs of lines whose form is plain before a word of them is read.

use super::figures;
use super::lines::{Cells, Line};
use crate::extract::any_of::{AnyOf, any_of};

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
            | '邨'
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
    area_lists(lines, &mut blocks);
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
        let end = start + items;
        let closes = lines
            .get(end)
            .is_some_and(|line| is_free(end, blocks) && (line.chars <= ITEM_CHARS / 2 || is_address(line.read)));
        // 1.甲街3188号9号楼;⏎2.乙街468号;⏎3.丙街62号院。
        let numbered = || lines[start..=end].iter().all(|line| is_numbered_address(line.read));
        if items >= LEAST_ITEMS || (items + 1 >= LEAST_ITEMS && closes && numbered()) {
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

/// What a heading over areas of risk names.
const AREAS: AnyOf = any_of![
    "高风险",
    "中风险",
    "低风险",
    "风险区",
    "封控区",
    "管控区",
    "防范区",
    "封控点",
    "管控点"
];

/// 封控区: over (1)某镇某村, …; 武侯区: over 1.某街道某号院; 高风险地区:甲街某小区,乙镇某村 in one line.
fn area_lists(lines: &[Line], blocks: &mut [Option<Block>]) {
    const LEAST_AREAS: usize = 2;
    /// A chain of areas is no shorter.
    const CHAIN_CHARS: usize = 18;
    let mut start = 0;
    while start < lines.len() {
        let is_chain = |line: &Line| (line.chars >= CHAIN_CHARS && is_area_chain(line.read)) || is_town_of_addresses(line.read);
        if blocks[start].is_none() && is_chain(&lines[start]) {
            blocks[start] = Some(Block::List);
        }
        if !heads_areas(&lines[start]) {
            start += 1;
            continue;
        }
        let is_of_list = |line: &&Line| is_area(line) || heads_areas(line);
        let len = 1 + lines[start + 1..].iter().take_while(is_of_list).count();
        let run = &lines[start..start + len];
        let areas = run.iter().filter(|line| is_area(line)).count();
        // 一、高风险区: a numbered heading is a title over the list.
        let numbered = run.iter().take_while(|line| line.read.starts_with(is_han_numeral)).count();
        let ends = run.iter().rposition(is_area).map_or(0, |last| last + 1);
        if areas >= LEAST_AREAS && numbered < ends {
            blocks[start + numbered..start + ends].fill(Some(Block::List));
        }
        start += len;
    }
}

fn is_han_numeral(c: char) -> bool {
    "一二三四五六七八九十".contains(c)
}

/// 封控区:, 附:高风险区名单(3个), 武侯区:.
fn heads_areas(line: &Line) -> bool {
    const HEAD_CHARS: usize = 20;
    const DISTRICT_CHARS: usize = 8;
    let read = line.read;
    // Most lines end otherwise, and a text of addresses has thousands.
    if !read.ends_with([':', ')', '区', '单', '下']) {
        return false;
    }
    let names_areas = AREAS.within(read) && (read.ends_with([':', ')', '区']) || any_of!["名单", "如下"].ends(read));
    let names_district = line.chars <= DISTRICT_CHARS && any_of!["区:", "县:", "市:", "镇:", "乡:", "街道:"].ends(read);
    (names_areas && line.chars <= HEAD_CHARS || names_district) && !line.has_full_stop()
}

/// 某镇某村(含两个自然村,412户1683人);, 2.某街道某社区置信路22号院。
fn is_area(line: &Line) -> bool {
    line.chars <= ITEM_CHARS && names_area(line.read)
}

fn names_area(text: &str) -> bool {
    let text = text.trim_end_matches([';', '。', ',', '、']);
    let text = match text.strip_suffix(')').and_then(|open| open.rfind('(')) {
        Some(open) if open > 0 => &text[..open],
        _ => text,
    };
    any_of!["街道", "镇", "乡", "办事处", "苏木", "社区", "路", "街", "村", "邨", "小区", "号"].within(text)
        && text.ends_with(|c| is_address_end(c) || matches!(c, '户' | '人'))
        && !any_of!["为", "将", "已", "请", "实行"].within(text)
}

/// 高风险地区:甲区某街道某小区,乙区某镇某村。
fn is_area_chain(read: &str) -> bool {
    const LEAST_MEMBERS: usize = 3;
    const LEAST_OF_DISTRICT: usize = 2;
    const HEAD_BYTES: usize = CELL_CHARS * "区".len() + ":".len();
    let near = read.len().min(HEAD_BYTES);
    let Some(colon) = read.as_bytes()[..near].iter().position(|byte| *byte == b':') else {
        return false;
    };
    let (head, rest) = (&read[..colon], &read[colon + 1..]);
    let members = || rest.split([',', ';', '、', '。']).filter(|member| !member.is_empty());
    let is_short = head.chars().count() <= CELL_CHARS;
    // 小店区(4个):某街11号院2号楼;….
    let counts_district = head
        .strip_suffix("个)")
        .and_then(|head| head.split_once('('))
        .is_some_and(|(name, number)| name.ends_with(['区', '县', '市']) && number.bytes().all(|b| b.is_ascii_digit()));
    let least = if counts_district { LEAST_OF_DISTRICT } else { LEAST_MEMBERS };
    is_short && (counts_district || AREAS.within(head)) && members().count() >= least && members().all(names_area)
}

/// 甲镇:万安街786弄,金龙新街528弄;: where in a town.
fn is_town_of_addresses(read: &str) -> bool {
    const LEAST_MEMBERS: usize = 2;
    const TOWN_CHARS: usize = 10;
    let Some((town, rest)) = read.split_once(':') else {
        return false;
    };
    if !any_of!["街道", "镇", "乡", "办事处"].ends(town) || town.chars().count() > TOWN_CHARS {
        return false;
    }
    let members = || rest.split([',', ';', '、', '。']).filter(|member| !member.is_empty());
    let addresses = members().filter(|member| names_area(member)).count();
    let has_number = rest.contains(|c: char| c.is_ascii_digit()) && rest.contains(['弄', '号', '组', '队', '栋', '幢', '楼']);
    has_number && members().count() >= LEAST_MEMBERS && addresses * 3 >= members().count() * 2
}

fn is_address(item: &str) -> bool {
    item.trim_end_matches(['等', '。', ')', ',', '、', ';']).ends_with(is_address_end) && item.chars().count() >= 3
}

fn is_numbered_address(item: &str) -> bool {
    let rest = item.trim_start_matches(|c: char| c.is_ascii_digit());
    let place = rest.strip_prefix(['.', '、']).filter(|_| rest.len() < item.len());
    place.is_some_and(|place| is_address(place) && names_area(place))
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
