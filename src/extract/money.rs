//! What a sum of money is for, or of: a fund's own name, an act, the goods that a price is of, what the sentence counted before it.
//!
//! In: a sum's surroundings, the phrase before it and what its words have named. Out: the item, or nothing.
//! Always: a name is words of the sum's own sentence; a verb, a place or a word for a price alone names no purpose.

use super::any_of::any_of;
use super::counted;
use super::page::{Around, is_clause_end};
use super::phrases;
use super::prices;
use super::walk::Walker;
use crate::model::{Kind, Span};

/// A longer purpose is a sentence of its own.
const MOST_PURPOSE_CHARS: usize = 24;

/// A fine is named with what is fined, where that is named by no more characters.
const MOST_FINED_CHARS: usize = 4;

/// Those paid and products are named by no more characters.
const MOST_TOPIC_CHARS: usize = 12;

/// A longer name of a sum is a clause.
pub(super) const MOST_FUND_CHARS: usize = 14;

impl Walker<'_> {
    /// The item of a sum, by what the phrases around it have named (`item`): a price, what came of it, or what it is for.
    pub(super) fn what_for(&self, item: Option<Box<str>>, around: &Around, before: Option<Span>) -> Option<Box<str>> {
        // 三家楼宇企业各捐款10万元: what each did.
        let item = item.map(|item| match item.rsplit_once('各') {
            Some((_, act)) if phrases::DONE_BY_EACH.starts(act) => act.into(),
            _ => item,
        });
        let left = self.page.slice(around.left_start, around.left_end).trim();
        // 失业保险稳岗返还已到账1.27亿元: its own clause names it.
        let arrived = || {
            let done = phrases::SPENT.at_end(left)?;
            // 留抵退税到账4.06亿元: the sum that the clause ends with.
            let told = &left[..left.len() - done.len()];
            let sum = || sum_named_last(told).filter(|sum| told.ends_with(sum));
            self.subject_of_spent(done, around).or_else(|| sum().map(Into::into))
        };
        let item = item.or_else(|| self.total_of_sums(around));
        let named = || {
            self.product_behind(around)
                .or_else(|| self.fund_behind(around))
                .or_else(|| self.granted_by_standard(around))
        };
        arrived().or_else(named).or_else(|| self.price(around)).or_else(|| {
            // 每吨比去年贵980元: with what it is compared is not what it is for.
            let item = item.filter(|item| !(item.starts_with(['比', '较']) && phrases::PRICE_MOVES.ends(item)));
            let told = item.and_then(|item| self.own_words(item, before));
            let told = self.or_of_counts_before(told, around);
            self.completed(told, around)
        })
    }

    /// What the phrase at the sum says it is, without for how many, how often or for whose part.
    fn own_words(&self, item: Box<str>, before: Option<Span>) -> Option<Box<str>> {
        // 每人每月补贴500元, 市财政安排资金1500万元用于…: what for, not for how many or by whom.
        let each = phrases::EACH_TIME
            .at_start(&item)
            .filter(|lead| lead.len() < item.len() && *lead != "月补贴");
        let told = item[each.map_or(0, str::len)..].trim_start_matches("最高");
        // 捐款624万元,其中互助县187万元: whose part it is, of the sum of all.
        let whole = self
            .frame
            .breakdown()
            .and_then(|list| list.whole)
            .map(|whole| &self.drafts[whole].fact);
        let whole = whole.filter(|whole| whole.kind == Kind::Money && counted::names_division(told));
        if let Some(item) = whole.and_then(|whole| whole.item.clone()) {
            return Some(item);
        }
        // 每人补助1500元: 每 is cut off as a link.
        let is_for_each = before.is_some_and(|span| self.page.before(span.start as usize).ends_with('每'));
        let unit = self
            .page
            .lexicon
            .unit_at(told)
            .filter(|_| is_for_each)
            .map_or(0, |(unit, _)| unit.len());
        Some(told.get(unit..).filter(|rest| !rest.is_empty()).unwrap_or(told).into())
    }

    /// What little the phrase says is of what was counted before: entries, a sum that was spent, gifts.
    fn or_of_counts_before(&self, told: Option<Box<str>>, around: &Around) -> Option<Box<str>> {
        let page = self.page;
        let left = page.slice(around.left_start, around.left_end).trim();
        let last_sum = || {
            let sum = self.of_sentence().iter().rev().find(|draft| draft.fact.kind == Kind::Money);
            sum?.fact.item.clone()
        };
        // 捐款417笔286万元: the sum of what was just counted.
        let counted = || {
            let last = self.drafts.last().filter(|_| around.follows_figure && left.is_empty())?;
            last.fact.item.clone().filter(|_| last.fact.kind != Kind::Money)
        };
        // 接收捐款149笔,合计762万元: the sum of the entries.
        let entries = || {
            let last = self.of_sentence().last().filter(|_| phrases::TOTALS.is(left))?;
            let are_entries = matches!(last.fact.quantity.unit.as_ref(), "笔" | "宗");
            last.fact.item.clone().filter(|_| are_entries)
        };
        let told = told.or_else(counted).or_else(entries);
        // 日均出口额从3月上旬的约1亿元增至近日的10亿元: what grew.
        let told = told.filter(|item| !phrases::FROM_WHEN_OR_TO.starts(item));
        let told = told.or_else(|| self.what_grew(around)).or_else(last_sum);
        // 安排防控资金7850万元,已拨付6100万元; 向津南区追加300万元: of the sum before.
        let is_spent = |item: &str| {
            let bare = item.trim_start_matches("已").trim_start_matches("实际").trim_start_matches("其中");
            phrases::SPENT.is(bare) || item.ends_with("追加")
        };
        // 2460万元,其中资金1500万元、物资960万元,已拨付1320万元: of all of it.
        let sum_of_all = || {
            let sums = self.of_sentence().iter().rev().filter(|draft| draft.fact.kind == Kind::Money);
            { sums }.find(|draft| draft.whole.is_none())?.fact.item.clone()
        };
        let told = match told {
            Some(told) if is_spent(&told) => sum_of_all().or_else(last_sum).or(Some(told)),
            told => self.spent_on(around).or(told).or_else(last_sum),
        };
        // 一位老人带头捐了1万元.
        let is_gift = phrases::GIVES_MONEY.ends(left);
        match told {
            Some(item) if !is_gift || phrases::SUMS.ends(&item) => Some(item),
            _ if is_gift => Some("捐款".into()),
            told => told,
        }
    }

    /// The item with those paid, with the product or the sum that the sentence named before, or with what it is of.
    fn completed(&self, told: Option<Box<str>>, around: &Around) -> Option<Box<str>> {
        let page = self.page;
        let left = page.slice(around.left_start, around.left_end).trim();
        // 困难群众每人发放300元补贴: for whom the clause itself tells.
        if let Some(item) = told.as_deref().and_then(|told| self.sum_for_those_paid(told, around)) {
            return Some(item);
        }
        // 房费每间每晚不超过200元: what is paid stands before how often.
        let fee = self.those_paid(around).filter(|paid| paid.ends_with(['费', '金', '款', '租']));
        if let Some(fee) = fee.filter(|_| told.is_none()) {
            return Some(fee.into());
        }
        // 发放临时性工作补助,每人每天300元: the sum that the sentence has named.
        let named = || {
            let before = page.before(around.left_start);
            let sentence = before.rsplit(['。', '；', ';', '\n']).next().unwrap_or_default();
            sum_named_last(sentence).filter(|_| phrases::PER_WHOM.starts(left)).map(Into::into)
        };
        let told = told.or_else(|| self.product_named_before(around)).or_else(named)?;
        let told = self.with_sum_named_before(told, around);
        if phrases::SAYS_NO_SUM.is(&told) {
            return self.product_named_before(around);
        }
        let told = self.with_what_it_is_of(told, around);
        Some(
            self.with_goods_of_price(&told, around)
                .unwrap_or_else(|| self.with_topic(told, around)),
        )
    }

    /// 失业保险稳岗返还|已到账1.27亿元: the subject of what came of it, in its own clause.
    fn subject_of_spent(&self, told: &str, around: &Around) -> Option<Box<str>> {
        const LEAST_SUBJECT_CHARS: usize = 4;
        let clause = self.page.slice(around.left_start, around.left_end).trim();
        let (told_before, _) = clause.rsplit_once(told)?;
        let done = any_of!["均已", "已全部", "全部", "已", "均"].at_end(told_before)?;
        let subject = told_before[..told_before.len() - done.len()].trim_start_matches("其中");
        let is_name = (LEAST_SUBJECT_CHARS..=MOST_TOPIC_CHARS).contains(&subject.chars().count()) && !around.follows_figure;
        is_name.then(|| format!("{subject}{told}").into())
    }

    /// 发放临时生活补助,每人补助1500元,累计支出8360万元: what says little is of the sum that the sentence named before it.
    fn with_sum_named_before(&self, item: Box<str>, around: &Around) -> Box<str> {
        let bare = item
            .trim_start_matches(['已', '共'])
            .trim_start_matches("累计")
            .trim_start_matches("首日")
            .trim_start_matches("当日");
        let bare = match phrases::PAYS_OUT.at_start(bare) {
            Some(verb) if verb.len() < bare.len() => &bare[verb.len()..],
            _ => bare,
        };
        if !phrases::BARE_SUMS.is(bare) {
            return item;
        }
        let before = self.page.before(around.left_start);
        let sentence = before.rsplit(['。', '；', ';', '\n']).next().unwrap_or_default();
        let Some(name) = sum_named_last(sentence) else {
            return item;
        };
        let says_more = !phrases::SAYS_NO_SUM.is(bare) && !matches!(bare, "标准" | "支出" | "发放" | "到账" | "补助" | "补贴" | "奖励");
        let adds = says_more && !name.ends_with(bare);
        if adds { format!("{name}{bare}").into() } else { name.into() }
    }

    /// 推出“抗疫贷”,额度50亿元; 走访企业30家,放款…: a sum that says little with what it is for.
    fn with_topic(&self, told: Box<str>, around: &Around) -> Box<str> {
        let bare = phrases::BEFORE_ACTS.at_start(&told).map_or(&*told, |lead| &told[lead.len()..]);
        let bare = bare.trim_end_matches("人民币");
        if !phrases::LITTLE_SUMS.is(bare) {
            return told;
        }
        let topic = self.product_named_before(around);
        // 每单补贴2.5元: for each, and not for what was counted.
        let clause = self.page.slice(around.left_start, around.left_end);
        let counted = || {
            let tells = |kind: Kind| match kind {
                // 每人限购口罩10只,额度最高200万元: goods have a worth, and no other sum.
                Kind::Supply => phrases::WORTHS.is(bare),
                kind => !matches!(kind, Kind::Ratio | Kind::Duration | Kind::Money | Kind::Cases),
            };
            let last = self.of_sentence().iter().rev().find(|draft| tells(draft.fact.kind))?;
            last.fact.item.clone().filter(|item| item.chars().count() <= MOST_TOPIC_CHARS)
        };
        match topic.or_else(|| if clause.contains('每') { None } else { counted() }) {
            Some(topic) if !topic.ends_with(bare) => format!("{topic}{bare}").into(),
            Some(topic) => topic,
            None => bare.into(),
        }
    }

    fn sum_for_those_paid(&self, told: &str, around: &Around) -> Option<Box<str>> {
        let paid = self.those_paid(around).filter(|_| phrases::LITTLE_SUMS.is(told))?;
        // 公交车每辆补3000元.
        let told = if matches!(told, "补" | "另补") { "补贴" } else { told };
        Some(format!("{paid}{told}").into())
    }

    /// 为快递员|每人每天补助, 困难群众|每人发放: those whom the clause names before it tells how often they are paid.
    fn those_paid(&self, around: &Around) -> Option<&str> {
        let clause = self.page.slice(around.left_start, around.left_end).trim();
        let at = phrases::PER_WHOM.position(clause)?;
        let named = clause[..at].trim_end();
        let named = named.rsplit(['对', '为', '给', '向', '按', '以']).next()?;
        // 给予每名新招员工500元.
        let behind = phrases::PER_WHOM.at_start(&clause[at..]).map(|per| clause[at + per.len()..].trim());
        let behind = behind.filter(|named| !phrases::LITTLE_SUMS.is(named));
        let named = if named.is_empty() || phrases::PER_WHOM.is(named) {
            behind?
        } else {
            named
        };
        let is_name =
            named.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)) && (2..=MOST_TOPIC_CHARS).contains(&named.chars().count());
        is_name.then_some(named)
    }

    /// 低保金连同临时补贴提前发放,总共7846万元: the sums that the clause before names.
    fn total_of_sums(&self, around: &Around) -> Option<Box<str>> {
        let left = self.page.slice(around.left_start, around.left_end).trim();
        let is_clause = self.page.before(around.left_start).ends_with(['，', ',']);
        let is_total = (left.is_empty() && is_clause) || any_of!["总共", "一共", "共计", "合计", "总计", "共", "约"].is(left);
        let before = self.page.before(around.left_start).trim_end_matches(['，', ',']);
        let clause = before.rsplit(is_clause_end).next().filter(|_| is_total)?;
        sum_named_last(clause).filter(|_| !clause.contains('元')).map(Into::into)
    }

    /// 农商行20万元的“虾稻贷”: a product named in quotes behind its sum.
    fn product_behind(&self, around: &Around) -> Option<Box<str>> {
        let rest = self.page.text[around.right_start..].strip_prefix('的')?;
        let name = rest.strip_prefix(['“', '‘', '「'])?.split(['”', '’', '」']).next()?;
        let is_product = name.ends_with(['贷', '险', '券', '保']) && name.chars().count() <= MOST_TOPIC_CHARS;
        is_product.then(|| name.into())
    }

    /// 市财政安排6000万元|专项资金给予支持: the sum's own name, whatever is done with it.
    fn fund_behind(&self, around: &Around) -> Option<Box<str>> {
        const MOST_FUND_CHARS: usize = 6;
        let right = self.page.slice(around.right_start, around.right_end);
        let fund = right.find("资金").map(|at| &right[..at + "资金".len()])?;
        let is_named = (3..=MOST_FUND_CHARS).contains(&fund.chars().count()) && fund.len() < right.trim_end().len();
        let is_plain = fund.chars().all(|c| ('\u{4e00}'..='\u{9fff}').contains(&c)) && !fund.contains(['的', '用', '为', '作']);
        (is_named && is_plain).then(|| fund.into())
    }

    /// 按每人每月50元的标准发放流量补贴: what is granted by it.
    fn granted_by_standard(&self, around: &Around) -> Option<Box<str>> {
        const MOST_GRANT_CHARS: usize = 12;
        let right = self.page.slice(around.right_start, around.right_end);
        let told = right.strip_prefix('的').unwrap_or(right).strip_prefix("标准")?;
        let verb = phrases::PAYS_BY_STANDARD.at_start(told).unwrap_or_default();
        let grant = told[verb.len()..].trim_end();
        let is_named = phrases::SUMS.ends(grant) || any_of!["补助", "补贴", "奖励", "救助", "慰问"].ends(grant);
        (is_named && grant.chars().count() <= MOST_GRANT_CHARS).then(|| grant.into())
    }

    /// 推出“抗疫贷”,单户不超过300万元: a product that the sentence has named in quotes.
    fn product_named_before(&self, around: &Around) -> Option<Box<str>> {
        let before = self.page.before(around.left_end);
        let sentence = before.rsplit(['。', '\n']).next()?;
        let close = sentence.rfind('”')?;
        let open = sentence[..close].rfind('“')?;
        let name = &sentence[open + '“'.len_utf8()..close];
        let is_product = name.ends_with(['贷', '险', '券', '保']) && name.chars().count() <= MOST_TOPIC_CHARS;
        is_product.then(|| sentence[open..close + '”'.len_utf8()].into())
    }

    /// 筹集10亿元用于助企纾困: what the money is for, where the words after it say so.
    pub(super) fn spent_on(&self, around: &Around) -> Option<Box<str>> {
        let right = self.page.slice(around.right_start, around.right_end).trim_start();
        let left = self.page.slice(around.left_start, around.left_end).trim_end();
        let gives = phrases::GRANTS.ends(left);
        // 每人每天50元补助闭环员工食宿, 500元标准奖励…: the verb with its object.
        let grant = right.strip_prefix('的').unwrap_or(right);
        let grant = grant.strip_prefix("标准").unwrap_or(grant).trim_start_matches("给予");
        if let Some(verb) = phrases::SUBSIDISES.at_start(grant)
            && grant.len() > verb.len()
            && grant.chars().count() <= MOST_PURPOSE_CHARS
        {
            return Some(grant.trim_end().into());
        }
        let lead = match phrases::MEANT_FOR.at_start(right) {
            Some(lead) => lead,
            // 县财政安排3000万元向城区居民发放生活物资.
            None if gives && right.starts_with(['向', '支', '保', '补', '为', '对']) => "",
            None => return None,
        };
        let purpose = right[lead.len()..].trim_end();
        (2..=MOST_PURPOSE_CHARS).contains(&purpose.chars().count()).then(|| purpose.into())
    }

    /// 查处案件47起,罚款52万元; 捐赠款物1.2亿元,其中资金9000万元: a sum that says little itself is of what the sentence counted before it.
    fn with_what_it_is_of(&self, item: Box<str>, around: &Around) -> Box<str> {
        const MOST_OWNER_CHARS: usize = 12;
        let last = self.of_sentence().last();
        // 行政拘留58人,罚没11.4万元: whom else they dealt with is not what for.
        let named = last.filter(|last| {
            let counts_persons = last.fact.kind == Kind::Service && matches!(last.fact.quantity.unit.as_ref(), "人" | "名");
            !counts_persons && !matches!(last.fact.kind, Kind::Ratio | Kind::Duration | Kind::Supply | Kind::Money)
        });
        let named = named
            .and_then(|last| last.fact.item.as_deref())
            .filter(|name| name.chars().count() <= MOST_OWNER_CHARS);
        // 受理延期还款申请1.24万笔,涉及本金46亿元.
        if let (Some(sum), Some(name)) = (
            item.strip_prefix("涉及").filter(|sum| !sum.is_empty() && !sum.ends_with("金额")),
            named,
        ) {
            return format!("{name}{sum}").into();
        }
        match (&*item, named) {
            ("资金" | "物资" | "现金" | "物资价值" | "物资折价" | "款物", _) if self.is_of_donations(around) => {
                format!("捐赠{item}").into()
            }
            // 查处哄抬物价案件3起,罚款5万元: what for would say more than how much.
            ("罚款" | "罚没" | "罚没款" | "罚没金额", Some(name)) if name.chars().count() > MOST_FINED_CHARS => item,
            ("金额" | "涉及金额" | "涉案金额" | "总金额" | "罚款" | "罚没" | "罚没款" | "罚没金额" | "投资" | "总投资", Some(name)) =>
            {
                let sum = item.trim_start_matches("涉及");
                if name.ends_with(sum) {
                    name.into()
                } else {
                    format!("{name}{sum}").into()
                }
            }
            _ => {
                // 单价一般控制在60至120元.
                let price = prices::PRICES.iter().find(|price| item.starts_with(**price));
                let is_how = |rest: &str| phrases::HOW_PRICES_STAND.starts(rest);
                match price.filter(|price| is_how(&item[price.len()..])) {
                    Some(price) => (*price).into(),
                    None => item,
                }
            }
        }
    }

    /// Whether the sum is a part of what was donated: 接受社会捐赠1510笔,资金物资总计1318万元,其中资金….
    fn is_of_donations(&self, around: &Around) -> bool {
        let is_part = self.frame.breakdown().is_some_and(|list| list.whole.is_some());
        let before = self.page.before(around.left_start);
        is_part && before.rsplit(['。', '\n']).next().is_some_and(|sentence| sentence.contains('捐'))
    }

    /// 出口额从3月上旬的约1亿元: the subject of a clause that tells from where to where.
    pub(super) fn what_grew(&self, around: &Around) -> Option<Box<str>> {
        let before = self.page.before(around.left_end);
        let clause = before.rsplit(is_clause_end).next()?;
        let (subject, _) = clause.rsplit_once(['从', '由'])?;
        // 甲公司、乙公司等平台在岗人员: examples name no one else.
        let subject = subject.rsplit('等').next().unwrap_or(subject).trim();
        (2..=MOST_PURPOSE_CHARS).contains(&subject.chars().count()).then(|| subject.into())
    }

    /// 捐赠价值|200万元的物资: a verb, a place or a word for a price before a sum.
    pub(super) fn tells_no_purpose(&self, text: &str) -> bool {
        // 捐出价值86万元的纸尿裤.
        let act = prices::PRICES.iter().find_map(|price| text.strip_suffix(price));
        act.is_some_and(|act| act.is_empty() || self.is_bare_act(act)) || self.is_bare_act(text)
    }
}

/// The last phrase of a text that ends like the name of a sum: …发放|临时生活补助.
fn sum_named_last(text: &str) -> Option<&str> {
    const MOST_NAME_CHARS: usize = 10;
    let ends = text.char_indices().rev().map(|(at, c)| at + c.len_utf8());
    let end = { ends }.find(|end| phrases::SUMS.ends(&text[..*end]))?;
    let named = &text[..end];
    let starts = named.char_indices().rev().take(MOST_NAME_CHARS);
    let start = starts
        .take_while(|(_, c)| ('\u{4e00}'..='\u{9fff}').contains(c) || matches!(c, '“' | '”'))
        .last()
        .map_or(end, |(at, _)| at);
    let name = &named[start..];
    let behind_verb = |(at, _): (usize, char)| Some(at + phrases::GIVES_SUMS.at_start(&name[at..])?.len());
    let cut = name.char_indices().filter_map(behind_verb).max().unwrap_or(0);
    // 10亿元|应急转贷引导基金.
    let cut = cut.max(name.rfind('元').map_or(0, |at| at + '元'.len_utf8()));
    let name = name[cut..].trim_start_matches(['了', '的', '各', '类']);
    (name.chars().count() >= 2).then_some(name)
}
