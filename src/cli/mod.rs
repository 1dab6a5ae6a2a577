//! The command line.
//!
//! In: arguments. Out: an exit code, and for `extract` one JSON object for each file on standard output.
//! Always: exit codes and output as in the contract of `tongbao extract`: 0 when all went well, 1 when some file could not be
//! read or no window could be opened, 2 for wrong usage; each failure is one line on standard error.

mod extract;

use std::path::PathBuf;
use std::process::ExitCode;

use clap::{Parser, Subcommand, ValueEnum};

use crate::ui::launch;

/// From press briefing to clean series, with every number traceable to its sentence.
#[derive(Debug, Parser)]
#[command(version, args_conflicts_with_subcommands = true, subcommand_negates_reqs = true)]
struct Arguments {
    #[command(subcommand)]
    door: Option<Door>,
    /// Briefings, and folders of briefings, to open in the window
    #[arg(value_name = "PATH")]
    paths: Vec<PathBuf>,
    /// The workspace file that keeps documents and corrections; made if there is none
    #[arg(long, value_name = "FILE")]
    workspace: Option<PathBuf>,
}

#[derive(Debug, Subcommand)]
enum Door {
    /// Print what is read out of briefings, as JSON
    Extract {
        #[arg(required = true, value_name = "FILE")]
        files: Vec<PathBuf>,
        /// One object a line, or one array
        #[arg(long, value_enum, default_value_t = Format::Ndjson)]
        format: Format,
        /// Add the canonical text to each object
        #[arg(long)]
        with_text: bool,
        /// The folder of word tables to read by, instead of the one beside the settings
        #[arg(long, value_name = "FOLDER")]
        words: Option<PathBuf>,
    },
}

#[derive(Clone, Copy, Debug, PartialEq, Eq, ValueEnum)]
enum Format {
    Ndjson,
    Json,
}

/// Does what the arguments of this process say.
pub fn run() -> ExitCode {
    let Arguments { door, paths, workspace } = match Arguments::try_parse() {
        Ok(arguments) => arguments,
        Err(error) => {
            error.print().ok();
            return ExitCode::from(u8::try_from(error.exit_code()).unwrap_or(2));
        }
    };
    match door {
        Some(Door::Extract {
            files,
            format,
            with_text,
            words,
        }) => {
            let (output, errors) = (std::io::stdout().lock(), std::io::stderr().lock());
            extract::run(&files, format, with_text, words, output, errors)
        }
        None => match launch::run(paths, workspace) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => {
                eprintln!("{error}");
                ExitCode::FAILURE
            }
        },
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn parsed(arguments: &[&str]) -> Result<Arguments, clap::error::ErrorKind> {
        Arguments::try_parse_from([&["tongbao"], arguments].concat()).map_err(|error| error.kind())
    }

    #[test]
    fn paths_open_the_window_and_extract_does_not() {
        let arguments = parsed(&["a.txt", "folder", "--workspace", "w.tongbao"]).unwrap();
        assert!(arguments.door.is_none());
        assert_eq!(arguments.paths, [PathBuf::from("a.txt"), PathBuf::from("folder")]);
        assert_eq!(arguments.workspace, Some(PathBuf::from("w.tongbao")));
        let arguments = parsed(&["extract", "--format", "json", "--with-text", "a.txt"]).unwrap();
        assert!(matches!(
            arguments.door,
            Some(Door::Extract {
                format: Format::Json,
                with_text: true,
                ..
            })
        ));
    }

    #[test]
    fn wrong_usage_is_refused() {
        for wrong in [&["extract"][..], &["extract", "--format", "xml", "a.txt"], &["--nonsense"]] {
            assert!(parsed(wrong).is_err(), "{wrong:?}");
        }
    }
}
