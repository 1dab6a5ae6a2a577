//! The invented briefings that come with the program, so that a newcomer has something to look at from anywhere.

/// One file of `assets/samples`.
macro_rules! sample {
    ($name:literal) => {
        ($name, include_bytes!(concat!("../../assets/samples/", $name)))
    };
}

/// File name and bytes.
pub static ALL: &[(&str, &[u8])] = &[
    sample!("2022-10-11-第12场.txt"),
    sample!("2022-10-12-第13场.txt"),
    sample!("2022-10-13-第14场.txt"),
    sample!("2022-10-14-第15场.txt"),
    sample!("2022-10-15-第16场.txt"),
    sample!("2022-10-16-第17场.txt"),
    sample!("2022-10-18-第18场.md"),
    sample!("2022-10-19-第19场.txt"),
    sample!("2022-10-20-第20场.txt"),
    sample!("2022-10-21-第21场.txt"),
];

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_sample_of_the_folder_is_here() {
        let folder = concat!(env!("CARGO_MANIFEST_DIR"), "/assets/samples");
        let is_briefing = |name: &String| name != "README.md" && (name.ends_with(".txt") || name.ends_with(".md"));
        let mut names: Vec<String> = std::fs::read_dir(folder)
            .unwrap()
            .map(|entry| entry.unwrap().file_name().to_string_lossy().into_owned())
            .filter(is_briefing)
            .collect();
        names.sort();
        assert_eq!(ALL.iter().map(|(name, _)| *name).collect::<Vec<_>>(), names);
    }
}
