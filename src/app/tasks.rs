//! Background work: one thread that reads, extracts and adds to the workspace.
//!
//! Jobs go in, reports come out, both over channels; the drawing thread never waits. The thread has its own connection to the
//! workspace file. A job that panics is reported, and the thread goes on with the next file.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};

use super::documents::forced_year;
use super::event::Event;
use super::samples;
use super::state::{OpenBriefing, Progress};
use super::teaching::{Lesson, Outcome};
use crate::extract::lexicon::Lexicon;
use crate::extract::taught::Taught;
use crate::ledger::{self, Briefing, DocId, Recorded, Review, Workspace};
use crate::model::{Encoding, Extraction, Source, Span};
use crate::{extract, read};

/// Asks the window for another frame; called from the worker's thread.
pub type Wake = Arc<dyn Fn() + Send + Sync>;

pub enum Job {
    /// The documents of the workspace, or one of them.
    Restore {
        only: Option<DocId>,
    },
    /// Files and folders.
    Open(Vec<PathBuf>),
    OpenSamples,
    /// A known document's bytes, decoded anew.
    Reread {
        doc: DocId,
        path: PathBuf,
        bytes: Arc<[u8]>,
        encoding: Option<Encoding>,
        edits: Vec<Recorded>,
    },
    /// A known text, because the edits set another year.
    Reextract {
        doc: DocId,
        source: Arc<Source>,
        forced_encoding: Option<Encoding>,
        edits: Vec<Recorded>,
    },
    /// These words are in force from now on; the briefings are read anew with them.
    Learn {
        taught: Taught,
        briefings: Vec<OpenBriefing>,
    },
    /// What these words would change in the briefings.
    Try {
        lesson: Lesson,
        taught: Taught,
        briefings: Vec<OpenBriefing>,
    },
}

/// A document as read, extracted and corrected.
pub struct Reading {
    pub source: Arc<Source>,
    pub machine: Arc<Extraction>,
    /// The edits that `briefing` was made with.
    pub edits: Vec<Recorded>,
    pub briefing: Arc<Briefing>,
    pub accounted_percent: u32,
}

impl Reading {
    fn of(source: Arc<Source>, edits: Vec<Recorded>, lexicon: &Lexicon) -> Self {
        let machine = Arc::new(extract::briefing(&source, forced_year(&edits), lexicon));
        let briefing = Arc::new(ledger::apply(&machine, &source.text, edits.iter().map(|recorded| &recorded.edit)));
        let accounted_percent = accounted_percent(&source.text, &machine);
        Self {
            source,
            machine,
            edits,
            briefing,
            accounted_percent,
        }
    }
}

/// A document that has come in.
pub struct Arrival {
    /// `None` without a workspace.
    pub doc: Option<DocId>,
    pub reading: Reading,
    pub review: Review,
    pub forced_encoding: Option<Encoding>,
    /// A person opened it just now, as against found in the workspace.
    pub is_new: bool,
}

pub enum Report {
    Progress(Progress),
    Arrived(Box<Arrival>),
    /// The document that a person opened is in the workspace already.
    Known(DocId),
    /// A person cancelled while the file was being read; nothing of it was kept.
    GivenUp,
    ReadAgain {
        doc: DocId,
        reading: Reading,
        forced_encoding: Option<Encoding>,
    },
    Tried {
        lesson: Lesson,
        outcome: Outcome,
    },
    Trouble(Event),
    /// The last report of every job.
    Finished {
        was_cancelled: bool,
        new: usize,
        known: usize,
    },
}

/// The handle that the drawing thread holds.
pub struct Worker {
    jobs: Sender<Job>,
    reports: Receiver<Report>,
    cancel: Arc<AtomicBool>,
    /// Jobs handed over whose last report has not come.
    pending: usize,
}

impl Worker {
    /// `workspace` is the file to add documents to; without one, documents are read and kept in memory only.
    pub fn start(workspace: Option<PathBuf>, wake: Wake) -> Self {
        let (jobs, job_receiver) = channel();
        let (report_sender, reports) = channel();
        let cancel = Arc::new(AtomicBool::new(false));
        let bench = Bench {
            reports: report_sender,
            cancel: cancel.clone(),
            wake,
            lexicon: None,
        };
        std::thread::Builder::new()
            .name("tongbao-worker".into())
            .spawn(move || bench.work(&job_receiver, workspace.as_deref()))
            .ok();
        Self {
            jobs,
            reports,
            cancel,
            pending: 0,
        }
    }

    pub fn hand_over(&mut self, job: Job) {
        if self.pending == 0 {
            self.cancel.store(false, Ordering::Relaxed);
        }
        if self.jobs.send(job).is_ok() {
            self.pending += 1;
        }
    }

    pub fn is_busy(&self) -> bool {
        self.pending > 0
    }

    /// Ends the job in hand after the file in hand, and the ones behind it.
    pub fn cancel(&self) {
        self.cancel.store(true, Ordering::Relaxed);
    }

    /// What has been reported since the last call.
    pub fn reports(&mut self) -> Vec<Report> {
        let reports: Vec<_> = self.reports.try_iter().collect();
        self.pending -= reports.iter().filter(|report| matches!(report, Report::Finished { .. })).count();
        reports
    }
}

/// A file to read, or bytes that are at hand.
struct Item {
    path: PathBuf,
    bytes: Option<Arc<[u8]>>,
    /// It is in the workspace, and its bytes too.
    known: Option<DocId>,
}

/// What a job came to.
#[derive(Default)]
struct Tally {
    was_cancelled: bool,
    new: usize,
    known: usize,
}

/// The worker's own side.
struct Bench {
    reports: Sender<Report>,
    cancel: Arc<AtomicBool>,
    wake: Wake,
    /// With the words that a person has added; `None` where there are none.
    lexicon: Option<Lexicon>,
}

impl Bench {
    fn lexicon(&self) -> &Lexicon {
        self.lexicon.as_ref().unwrap_or_else(|| Lexicon::built_in())
    }

    fn report(&self, report: Report) {
        self.reports.send(report).ok();
        (self.wake)();
    }

    fn work(mut self, jobs: &Receiver<Job>, workspace_path: Option<&Path>) {
        let mut workspace = workspace_path.and_then(|path| match Workspace::open(path) {
            Ok(workspace) => Some(workspace),
            Err(error) => {
                self.report(Report::Trouble(Event::WorkspaceClosed {
                    path: path.to_owned(),
                    error,
                }));
                None
            }
        });
        while let Ok(job) = jobs.recv() {
            // The drawing thread's connection may have taken documents out since.
            if let Some(Err(error)) = workspace.as_mut().map(Workspace::refresh) {
                self.report(Report::Trouble(Event::NotRestored(error)));
            }
            let Tally { was_cancelled, new, known } = self.run(job, &mut workspace);
            self.report(Report::Finished { was_cancelled, new, known });
        }
    }

    fn run(&mut self, job: Job, workspace: &mut Option<Workspace>) -> Tally {
        match job {
            Job::Restore { only } => {
                let documents = workspace
                    .iter()
                    .flat_map(Workspace::documents)
                    .filter(|document| only.is_none_or(|only| only == document.id));
                let items = documents
                    .map(|document| Item {
                        path: document.path.clone(),
                        bytes: None,
                        known: Some(document.id),
                    })
                    .collect();
                self.take_in(items, workspace)
            }
            Job::Open(given) => {
                let (paths, failures) = read::briefing_paths(&given);
                if paths.is_empty() && failures.is_empty() {
                    self.report(Report::Trouble(Event::NothingToOpen));
                }
                for failure in failures {
                    self.report(Report::Trouble(Event::Unreadable(failure)));
                }
                self.take_in(
                    paths
                        .into_iter()
                        .map(|path| Item {
                            path,
                            bytes: None,
                            known: None,
                        })
                        .collect(),
                    workspace,
                )
            }
            Job::OpenSamples => {
                let item = |(name, bytes): &(&str, &[u8])| Item {
                    path: PathBuf::from(name),
                    bytes: Some(Arc::from(*bytes)),
                    known: None,
                };
                self.take_in(samples::ALL.iter().map(item).collect(), workspace)
            }
            Job::Reread {
                doc,
                path,
                bytes,
                encoding,
                edits,
            } => {
                let read_again = || {
                    let source = read::bytes(&path, bytes, encoding).map_err(Event::Unreadable)?;
                    Ok(Report::ReadAgain {
                        doc,
                        reading: Reading::of(Arc::new(source), edits, self.lexicon()),
                        forced_encoding: encoding,
                    })
                };
                self.report(guarded(&path, read_again));
                Tally::default()
            }
            Job::Reextract {
                doc,
                source,
                forced_encoding,
                edits,
            } => {
                self.read_again(doc, source, forced_encoding, edits);
                Tally::default()
            }
            Job::Learn { taught, briefings } => {
                self.lexicon = Some(Lexicon::with(&taught));
                self.for_each(briefings, |bench, open| {
                    let OpenBriefing {
                        doc,
                        source,
                        forced_encoding,
                        edits,
                        ..
                    } = open;
                    bench.read_again(doc, source, forced_encoding, edits);
                })
            }
            Job::Try { lesson, taught, briefings } => {
                let lexicon = Lexicon::with(&taught);
                let mut outcome = Outcome::default();
                let tally = self.for_each(briefings, |_, open| {
                    let anew = extract::briefing(&open.source, forced_year(&open.edits), &lexicon);
                    outcome.compare(open.doc, &open.machine, &anew);
                });
                self.report(Report::Tried { lesson, outcome });
                tally
            }
        }
    }

    /// A known text, extracted anew by the words and edits in force.
    fn read_again(&self, doc: DocId, source: Arc<Source>, forced_encoding: Option<Encoding>, edits: Vec<Recorded>) {
        let path = source.path.clone();
        self.report(guarded(&path, || {
            Ok(Report::ReadAgain {
                doc,
                reading: Reading::of(source, edits, self.lexicon()),
                forced_encoding,
            })
        }));
    }

    /// Does something with one briefing after the other, told and cancelled like any long work.
    fn for_each(&self, briefings: Vec<OpenBriefing>, mut work: impl FnMut(&Self, OpenBriefing)) -> Tally {
        let mut tally = Tally::default();
        let total = briefings.len();
        for (done, open) in briefings.into_iter().enumerate() {
            if self.cancel.load(Ordering::Relaxed) {
                tally.was_cancelled = true;
                break;
            }
            let name = open.source.name();
            self.report(Report::Progress(Progress {
                done,
                total,
                name,
                is_cancelling: false,
            }));
            work(self, open);
        }
        tally
    }

    fn take_in(&self, items: Vec<Item>, workspace: &mut Option<Workspace>) -> Tally {
        let mut tally = Tally::default();
        let total = items.len();
        for (done, item) in items.into_iter().enumerate() {
            if self.cancel.load(Ordering::Relaxed) {
                tally.was_cancelled = true;
                break;
            }
            let name = item
                .path
                .file_name()
                .map(|name| name.to_string_lossy().into_owned())
                .unwrap_or_default();
            self.report(Report::Progress(Progress {
                done,
                total,
                name,
                is_cancelling: false,
            }));
            let path = item.path.clone();
            let outcome = guarded(&path, || take_in_one(item, workspace.as_mut(), &self.cancel, self.lexicon()));
            match &outcome {
                Report::GivenUp => {
                    tally.was_cancelled = true;
                    break;
                }
                Report::Arrived(arrival) if arrival.is_new => tally.new += 1,
                Report::Known(_) => tally.known += 1,
                _ => {}
            }
            self.report(outcome);
        }
        tally
    }
}

/// Runs one piece of work; a panic in it becomes a report.
fn guarded(path: &Path, work: impl FnOnce() -> Result<Report, Event>) -> Report {
    match catch_unwind(AssertUnwindSafe(work)) {
        Ok(Ok(report)) => report,
        Ok(Err(event)) => Report::Trouble(event),
        Err(_) => Report::Trouble(Event::JobFailed { path: path.to_owned() }),
    }
}

/// Reads and extracts a file, then keeps it. What is cancelled before it is kept leaves nothing behind.
fn take_in_one(item: Item, workspace: Option<&mut Workspace>, cancel: &AtomicBool, lexicon: &Lexicon) -> Result<Report, Event> {
    let is_cancelled = || cancel.load(Ordering::Relaxed);
    let Item { path, bytes, known } = item;
    let Some(workspace) = workspace else {
        let reading = Reading::of(Arc::new(source(&path, bytes, None)?), Vec::new(), lexicon);
        return Ok(Report::Arrived(Box::new(Arrival {
            doc: None,
            reading,
            review: Review::Unread,
            forced_encoding: None,
            is_new: true,
        })));
    };
    let (doc, read) = match known {
        Some(doc) => (doc, None),
        None => {
            let source = source(&path, bytes, None)?;
            if let Some(document) = workspace.documents().iter().find(|document| document.sha256 == source.sha256) {
                return Ok(Report::Known(document.id));
            }
            if is_cancelled() {
                return Ok(Report::GivenUp);
            }
            let source = Arc::new(source);
            let reading = Reading::of(source.clone(), Vec::new(), lexicon);
            if is_cancelled() {
                return Ok(Report::GivenUp);
            }
            (workspace.add(&source).map_err(Event::NotRecorded)?, Some(reading))
        }
    };
    // A document that had been taken out comes back as it was left: with its encoding, state and edits.
    let document = workspace.document(doc);
    let (review, forced_encoding) = document.map_or((Review::Unread, None), |document| (document.review, document.encoding));
    let edits = workspace.edits(doc);
    let reading = match read {
        Some(reading) if forced_encoding.is_none() && edits.is_empty() => reading,
        _ => {
            let source = source(&path, Some(workspace.bytes(doc).map_err(Event::NotRestored)?), forced_encoding)?;
            Reading::of(Arc::new(source), edits, lexicon)
        }
    };
    Ok(Report::Arrived(Box::new(Arrival {
        doc: Some(doc),
        reading,
        review,
        forced_encoding,
        is_new: known.is_none(),
    })))
}

fn source(path: &Path, bytes: Option<Arc<[u8]>>, forced: Option<Encoding>) -> Result<Source, Event> {
    match bytes {
        Some(bytes) => read::bytes(path, bytes, forced),
        None => read::file(path, forced),
    }
    .map_err(Event::Unreadable)
}

/// Share of the text's digit runs that lie in a fact or in an explanation, rounded down; 100 for a text without digits.
fn accounted_percent(text: &str, machine: &Extraction) -> u32 {
    let mut accounted: Vec<Span> = machine
        .facts
        .iter()
        .map(|fact| fact.span)
        .chain(machine.explained.iter().map(|it| it.span))
        .collect();
    accounted.sort_unstable();
    let mut accounted = accounted.into_iter().peekable();
    let (mut runs, mut found) = (0_u64, 0_u64);
    let mut covered_to = 0;
    let mut at = 0;
    let is_digit = |c: char| c.is_ascii_digit() || ('０'..='９').contains(&c);
    while let Some(start) = text.get(at..).and_then(|rest| rest.find(is_digit)).map(|offset| at + offset) {
        let end = text
            .get(start..)
            .and_then(|rest| rest.find(|c| !is_digit(c)))
            .map_or(text.len(), |len| start + len);
        while let Some(span) = accounted.next_if(|span| span.start as usize <= start) {
            covered_to = covered_to.max(span.end as usize);
        }
        runs += 1;
        found += u64::from(covered_to >= end);
        at = end;
    }
    (found * 100).checked_div(runs).unwrap_or(100) as u32
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::model::{Explained, Fact, FactId, Quantity, Reason};

    fn check(text: &str, facts: &[&str], explained: &[&str], percent: u32) {
        let span = |part: &&str| text.find(part).map(|at| Span::new(at, at + part.len())).unwrap();
        let quantity = Quantity::ZERO;
        let machine = Extraction {
            facts: facts
                .iter()
                .map(|part| Fact::bare(FactId(0), span(part), quantity.clone()))
                .collect(),
            explained: explained
                .iter()
                .map(|part| Explained {
                    span: span(part),
                    reason: Reason::Date,
                })
                .collect(),
            ..Extraction::default()
        };
        assert_eq!(accounted_percent(text, &machine), percent, "{text}");
    }

    #[test]
    fn a_cancelled_job_begins_no_further_file() {
        let (reports, received) = channel();
        let mut bench = Bench {
            reports,
            cancel: Arc::new(AtomicBool::new(true)),
            wake: Arc::new(|| ()),
            lexicon: None,
        };
        let tally = bench.run(Job::OpenSamples, &mut None);
        assert!(tally.was_cancelled);
        assert!(received.try_recv().is_err());
    }

    #[test]
    fn a_panic_in_a_job_is_reported_with_its_file() {
        let report = guarded(Path::new("a.txt"), || panic!("a fault of the program"));
        assert!(matches!(report, Report::Trouble(Event::JobFailed { path }) if path == Path::new("a.txt")));
    }

    #[test]
    fn numbers_in_facts_and_explanations_are_accounted_for() {
        check("没有数字", &[], &[], 100);
        check("9月3日新增12例", &["12"], &["9月3日"], 100);
        check("9月3日新增12例", &["12"], &[], 33);
        check("9月3日新增12例", &[], &[], 0);
        check("共１５３５名", &["１５３５"], &[], 100);
        check("共1535名", &["35"], &[], 0);
        check("32万5303例", &["32万5303"], &[], 100);
    }
}
