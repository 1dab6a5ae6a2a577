//! What holds for the reading of any text, shared by the property tests and the fuzz target.

use tongbao::extract::{self, Hints};
use tongbao::model::{Extraction, Span};

fn is_numeral(c: char) -> bool {
    c.is_ascii_digit() || ('０'..='９').contains(&c) || "零〇一二两三四五六七八九十百千万亿".contains(c)
}

/// Reads a text twice and checks offsets, order, names and that every numeral is accounted for.
pub fn holds(text: &str) -> Extraction {
    let found = extract::text(text, &Hints::default());
    let fits = |span: Span| span.start <= span.end && text.get(span.range()).is_some();
    let mut covered = vec![false; text.len()];
    for fact in &found.facts {
        assert!(
            fits(fact.span) && !fact.span.is_empty() && fits(fact.quote) && fact.quote.covers(fact.span),
            "{fact:?}"
        );
        covered[fact.span.range()].fill(true);
    }
    for explained in &found.explained {
        assert!(fits(explained.span), "{explained:?}");
        covered[explained.span.range()].fill(true);
    }
    for (at, c) in text.char_indices().filter(|(_, c)| is_numeral(*c)) {
        assert!(covered[at], "{c} at {at} is dropped in silence");
    }
    let mut end = 0;
    for section in &found.sections {
        assert!(fits(section.span) && section.span.start >= end, "{section:?}");
        end = section.span.end;
    }
    assert!(found.facts.windows(2).all(|pair| pair[0].span.start <= pair[1].span.start));
    let mut ids: Vec<_> = found.facts.iter().map(|f| f.id).collect();
    ids.sort();
    ids.dedup();
    assert_eq!(ids.len(), found.facts.len(), "two facts share a name");
    assert_eq!(found, extract::text(text, &Hints::default()));
    found
}
