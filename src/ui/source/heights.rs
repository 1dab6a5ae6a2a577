//! How high the pages are: known for those that were laid out, estimated for the others.

use super::pages::Pages;

/// Sizes by which a page that was never laid out is estimated, in points.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Metrics {
    pub line: f32,
    /// Advance of a Chinese character.
    pub em: f32,
    pub width: f32,
    /// Mean space that a paragraph takes besides its lines.
    pub gap: f32,
}

impl Metrics {
    /// Height of what spans so many half-em columns and paragraphs. Linear, so that the height of any run of
    /// pages is a difference, whatever the width; a paragraph's last line is half empty on average.
    fn of(&self, columns: u32, paragraphs: u32) -> f64 {
        let columns_in_line = (f64::from(self.width) / (f64::from(self.em) / 2.0)).max(2.0);
        let lines = f64::from(columns) / columns_in_line + f64::from(paragraphs) * 0.5;
        lines * f64::from(self.line) + f64::from(paragraphs) * f64::from(self.gap)
    }
}

/// Offsets are `f64`: a long text is higher than `f32` can count in points.
#[derive(Debug, Default)]
pub struct Heights {
    metrics: Option<Metrics>,
    /// Fenwick tree of what each laid-out page is higher than its estimate.
    corrections: Vec<f64>,
    /// Correction of each page alone; NaN where the page was never laid out.
    known: Vec<f32>,
}

impl Heights {
    /// Forgets everything where the sizes have changed; whether they have.
    pub fn prepare(&mut self, metrics: Metrics, pages: &Pages) -> bool {
        let is_new = self.metrics != Some(metrics) || self.known.len() != pages.len();
        if is_new {
            self.metrics = Some(metrics);
            self.corrections = vec![0.0; pages.len() + 1];
            self.known = vec![f32::NAN; pages.len()];
        }
        is_new
    }

    pub fn is_known(&self, page: usize) -> bool {
        self.known.get(page).is_some_and(|correction| !correction.is_nan())
    }

    /// Notes the height of a page that has been laid out.
    pub fn learn(&mut self, pages: &Pages, page: usize, height: f32) {
        let correction = (f64::from(height) - self.estimate(pages, page)) as f32;
        let Some(known) = self.known.get_mut(page) else { return };
        let before = if known.is_nan() { 0.0 } else { *known };
        *known = correction;
        if correction != before {
            let difference = f64::from(correction) - f64::from(before);
            let mut node = page + 1;
            while let Some(sum) = self.corrections.get_mut(node) {
                *sum += difference;
                node += node & node.wrapping_neg();
            }
        }
    }

    /// Distance from the top of the text to the top of a page; the height of all for the page after the last.
    pub fn top(&self, pages: &Pages, page: usize) -> f64 {
        let Some(metrics) = self.metrics else { return 0.0 };
        let (columns, paragraphs) = pages.before(page.min(pages.len()));
        let mut top = metrics.of(columns, paragraphs);
        let mut node = page.min(pages.len());
        while node > 0 {
            top += self.corrections.get(node).copied().unwrap_or_default();
            node &= node - 1;
        }
        top
    }

    /// The page at a distance from the top, and how far into it.
    pub fn page_at(&self, pages: &Pages, y: f64) -> (usize, f64) {
        let (mut low, mut high) = (0, pages.len());
        while low < high {
            let middle = (low + high) / 2;
            if self.top(pages, middle + 1) <= y {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        let page = low.min(pages.len().saturating_sub(1));
        (page, (y - self.top(pages, page)).max(0.0))
    }

    fn estimate(&self, pages: &Pages, page: usize) -> f64 {
        let Some(metrics) = self.metrics else { return 0.0 };
        let (columns, paragraphs) = pages.before(page);
        let (columns_after, paragraphs_after) = pages.before(page + 1);
        metrics.of(columns_after - columns, paragraphs_after - paragraphs)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const METRICS: Metrics = Metrics {
        line: 20.0,
        em: 16.0,
        width: 320.0,
        gap: 4.0,
    };

    fn prepared(text: &str) -> (Pages, Heights) {
        let pages = Pages::of(text);
        let mut heights = Heights::default();
        heights.prepare(METRICS, &pages);
        (pages, heights)
    }

    #[test]
    fn unknown_pages_are_estimated_from_their_characters() {
        let (pages, heights) = prepared(&"字".repeat(200));
        assert_eq!(heights.top(&pages, 1), 200.0 / 20.0 * 20.0 + 10.0 + 4.0);
    }

    #[test]
    fn known_pages_correct_everything_below_them() {
        let (pages, mut heights) = prepared(&format!("{}\n", "字".repeat(400)).repeat(50));
        let before: Vec<f64> = (0..=pages.len()).map(|page| heights.top(&pages, page)).collect();
        heights.learn(&pages, 7, 1_000.0);
        heights.learn(&pages, 3, 10.0);
        heights.learn(&pages, 3, 50.0);
        let each = before[1];
        for (page, before) in before.iter().enumerate() {
            let expected = before + if page > 7 { 1_000.0 - each } else { 0.0 } + if page > 3 { 50.0 - each } else { 0.0 };
            assert!((heights.top(&pages, page) - expected).abs() < 0.01, "page {page}");
        }
        assert!(heights.is_known(3) && heights.is_known(7) && !heights.is_known(4));
    }

    #[test]
    fn a_distance_leads_to_its_page() {
        let (pages, mut heights) = prepared(&format!("{}\n", "字".repeat(400)).repeat(50));
        heights.learn(&pages, 1, 100.0);
        for page in 0..pages.len() {
            let (found, within) = heights.page_at(&pages, heights.top(&pages, page) + 1.5);
            assert_eq!(found, page);
            assert!((within - 1.5).abs() < 1e-6);
        }
        assert_eq!(heights.page_at(&pages, 1e12).0, pages.len() - 1);
        assert_eq!(heights.page_at(&pages, -5.0), (0, 0.0));
    }

    #[test]
    fn another_width_forgets_what_was_known() {
        let (pages, mut heights) = prepared("通报");
        heights.learn(&pages, 0, 99.0);
        assert!(!heights.prepare(METRICS, &pages));
        assert!(heights.is_known(0));
        let is_new = heights.prepare(Metrics { width: 200.0, ..METRICS }, &pages);
        assert!(is_new && !heights.is_known(0));
    }
}
