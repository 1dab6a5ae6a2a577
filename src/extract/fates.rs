//! What became of all cases so far: 累计确诊404例,治愈出院385例,在院治疗12例,死亡7例 add up, so that they are its parts.
//!
//! In: all drafts in text order. Out: the same, those who left, who died and who are still in hospital tied to the cumulative count of
//! their sentence. Always: those still in hospital are among the parts, and the parts add up to the whole exactly; where they do not
//! (some were struck off, some moved away), each count stays a whole of its own. What a sentence goes on to tell after a local count so far is
//! of local cases, too. Nothing but `whole` and a missing origin changes.

use super::walk::Draft;
use crate::model::{Amount, Approx, Fact, Kind, Measure, Metric, Origin};

/// How many counts away a fate may stand: parts of the fates stand between.
const REACH_DRAFTS: usize = 16;

pub fn tie(drafts: &mut [Draft]) {
    for at in 0..drafts.len() {
        if !is_of_all_so_far(&drafts[at]) {
            continue;
        }
        let after = at + 1..drafts.len().min(at + 1 + REACH_DRAFTS);
        let before = at.saturating_sub(REACH_DRAFTS)..at;
        let fates = fates(drafts, at, after).or_else(|| fates(drafts, at, before.rev()));
        let origin = drafts[at].fact.origin;
        for fate in fates.into_iter().flatten() {
            drafts[fate].whole = Some(at);
            lend_origin(drafts, fate, origin);
        }
        if origin == Some(Origin::Local) {
            lend_to_sentence(drafts, at);
        }
    }
}

/// 累计报告本土确诊病例486例,现有在院478例,其中轻型251例,无死亡病例: what the sentence goes on to tell is of those just counted, add up or not.
fn lend_to_sentence(drafts: &mut [Draft], all: usize) {
    let (sentence, place) = (drafts[all].sentence, drafts[all].fact.place.clone());
    let end = drafts.len().min(all + 1 + REACH_DRAFTS);
    let of_sentence = (all + 1..end).take_while(|at| drafts[*at].sentence == sentence && drafts[*at].fact.kind == Kind::Cases);
    let told: Vec<usize> = of_sentence.take_while(|at| tells_on(&drafts[*at].fact)).collect();
    for at in told {
        let fact = &mut drafts[at].fact;
        if fact.place == place {
            fact.origin = fact.origin.or(Some(Origin::Local));
        }
    }
}

/// A fate or a state of illness; another count so far, or one of the day, speaks of others.
fn tells_on(fact: &Fact) -> bool {
    let is_fate = matches!(
        fact.metric,
        Some(Metric::Discharged | Metric::Dead | Metric::Severe | Metric::Critical)
    );
    fact.origin != Some(Origin::Imported) && (is_fate && fact.measure != Some(Measure::New) || fact.measure == Some(Measure::Current))
}

/// 累计境外输入325例,出院1例,现有324例,其中重型5例: those whom the sum makes parts, and their own, came the same way.
fn lend_origin(drafts: &mut [Draft], fate: usize, origin: Option<Origin>) {
    let end = drafts.len().min(fate + 1 + REACH_DRAFTS);
    let is_own = |(at, draft): &(usize, &mut Draft)| *at == fate || draft.whole == Some(fate);
    for (_, draft) in (fate..end).zip(&mut drafts[fate..end]).filter(is_own) {
        draft.fact.origin = draft.fact.origin.or(origin);
    }
}

fn is_of_all_so_far(draft: &Draft) -> bool {
    let fact = &draft.fact;
    draft.whole.is_none()
        && fact.kind == Kind::Cases
        && fact.measure == Some(Measure::Cumulative)
        && fact.quantity.approx == Approx::Exact
        && matches!(fact.metric, Some(Metric::Confirmed | Metric::Asymptomatic | Metric::Infected))
}

/// The counts on one side of the whole that add up to it, each of another fate.
fn fates(drafts: &[Draft], whole: usize, side: impl Iterator<Item = usize>) -> Option<Vec<usize>> {
    let (all, sentence) = (&drafts[whole].fact, drafts[whole].sentence);
    let mut found: Vec<usize> = Vec::new();
    let mut sum = Amount::ZERO;
    for at in side
        .take_while(|at| drafts[*at].sentence == sentence)
        .filter(|at| drafts[*at].whole.is_none())
    {
        let fact = &drafts[at].fact;
        let is_known = found.iter().any(|known| drafts[*known].fact.metric == fact.metric);
        if is_known || !is_fate(fact, all) {
            break;
        }
        sum = sum.checked_add(fact.quantity.value?)?;
        found.push(at);
    }
    let is_in_hospital = |at: &usize| drafts[*at].fact.measure == Some(Measure::Current);
    (found.len() > 1 && found.iter().any(is_in_hospital) && Some(sum) == all.quantity.value).then_some(found)
}

/// Left, died or is still there, of the same place and origin.
fn is_fate(fact: &Fact, all: &Fact) -> bool {
    let is_of_them = match fact.metric {
        Some(Metric::Discharged | Metric::Dead) => fact.measure == Some(Measure::Cumulative),
        metric => metric == all.metric && fact.measure == Some(Measure::Current),
    };
    let is_of_origin = fact.origin.is_none() || fact.origin == all.origin;
    fact.kind == Kind::Cases && is_of_them && is_of_origin && fact.place == all.place && fact.quantity.approx == Approx::Exact
}
