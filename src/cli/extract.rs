//! `tongbao extract`: files in, JSON out.

use std::io::{self, BufWriter, Write};
use std::path::PathBuf;
use std::process::ExitCode;

use super::Format;
use crate::app::vocabulary::Vocabulary;
use crate::app::{Event, Language, Settings, words};
use crate::extract::lexicon::Lexicon;
use crate::extract::taught::Taught;
use crate::{export, extract, read};

/// Prints one object for each file that can be read, in the order given, and one line for each that cannot.
pub fn run(
    files: &[PathBuf],
    format: Format,
    with_text: bool,
    words: Option<PathBuf>,
    output: impl Write,
    mut errors: impl Write,
) -> ExitCode {
    let taught = taught(words, &mut errors);
    let own = (!taught.is_empty()).then(|| Lexicon::with(&taught));
    let lexicon = own.as_ref().unwrap_or_else(|| Lexicon::built_in());
    match print(files, format, with_text, lexicon, BufWriter::new(output), &mut errors) {
        Ok(true) => ExitCode::SUCCESS,
        Ok(false) => ExitCode::FAILURE,
        // Whoever reads has read enough.
        Err(error) if error.kind() == io::ErrorKind::BrokenPipe => ExitCode::SUCCESS,
        Err(error) => {
            writeln!(errors, "the output cannot be written: {error}").ok();
            ExitCode::FAILURE
        }
    }
}

/// The words that a person has added, from the folder named or from the one beside the settings: the window reads by them too.
fn taught(folder: Option<PathBuf>, errors: &mut impl Write) -> Taught {
    let folder = folder.or_else(|| Vocabulary::folder_beside(&Settings::default_path()?));
    let (vocabulary, troubles) = Vocabulary::load(folder);
    for trouble in troubles {
        writeln!(errors, "{}", words(Language::English).event(&Event::TableTrouble(trouble))).ok();
    }
    vocabulary.taught
}

/// Whether every file was read.
fn print(
    files: &[PathBuf],
    format: Format,
    with_text: bool,
    lexicon: &Lexicon,
    mut output: impl Write,
    mut errors: impl Write,
) -> io::Result<bool> {
    let mut is_whole = true;
    let mut is_first = true;
    if format == Format::Json {
        output.write_all(b"[")?;
    }
    for file in files {
        let source = match read::file_or_blank(file, None) {
            Ok(source) => source,
            Err(error) => {
                writeln!(errors, "{error}").ok();
                is_whole = false;
                continue;
            }
        };
        let object = export::json::to_string(&source, &extract::briefing(&source, None, lexicon), with_text)?;
        if format == Format::Json && !is_first {
            output.write_all(b",\n")?;
        }
        is_first = false;
        output.write_all(object.as_bytes())?;
        if format == Format::Ndjson {
            output.write_all(b"\n")?;
        }
    }
    if format == Format::Json {
        output.write_all(b"]\n")?;
    }
    output.flush()?;
    Ok(is_whole)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// What is printed for two readable files with a missing one between them.
    fn printed(format: Format) -> (String, String, bool) {
        let folder = tempfile::tempdir().unwrap();
        let file = |name: &str, text: &str| {
            let path = folder.path().join(name);
            std::fs::write(&path, text).unwrap();
            path
        };
        let files = [
            file("a.txt", "新增2例。\n"),
            folder.path().join("gone.txt"),
            file("b.txt", "配送蔬菜3吨。\n"),
            file("blank.txt", ""),
        ];
        let (mut output, mut errors) = (Vec::new(), Vec::new());
        let is_whole = print(&files, format, false, Lexicon::built_in(), &mut output, &mut errors).unwrap();
        (String::from_utf8(output).unwrap(), String::from_utf8(errors).unwrap(), is_whole)
    }

    #[test]
    fn a_file_that_cannot_be_read_is_one_line_and_the_others_are_printed() {
        let (output, errors, is_whole) = printed(Format::Ndjson);
        let objects: Vec<serde_json::Value> = output.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
        assert_eq!(objects.len(), 3, "a file without words has an extraction too");
        assert!(objects.iter().all(|object| object["schema"] == "tongbao.briefing/1"));
        assert_eq!(errors.lines().count(), 1);
        assert!(errors.contains("gone.txt"), "{errors}");
        assert!(!is_whole);
    }

    #[test]
    fn json_is_one_array() {
        let (output, _, _) = printed(Format::Json);
        let array: serde_json::Value = serde_json::from_str(&output).unwrap();
        assert_eq!(array.as_array().map(Vec::len), Some(3));
    }
}
