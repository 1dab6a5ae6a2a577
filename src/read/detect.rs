//! Suggests the encoding of a file: by its byte-order mark, by being UTF-8, or else by which reading of it looks most
//! like a Chinese text.

use std::collections::HashSet;
use std::sync::LazyLock;

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::CoderResult;

use super::{charset, content};
use crate::model::Encoding;

/// What briefings are mostly written with: punctuation, simplified forms, then the traditional forms that differ. Five of
/// six characters of a real text are among them, but of a text read in a wrong encoding one in twenty at most.
static COMMON: LazyLock<HashSet<char>> = LazyLock::new(|| {
    "\
    ，。、：；（）“”的一是了在不有和人中大为上以时来用地到年月日对于就分会可主发动同工也能下过生产方多定行学法所民\
    得经进着部度家电力里如水化自二理起加量都两体制机当使点从业本去性好应开合还因由其全表样关各重新线内数正心反又但质\
    此变条没结解问建公系军情最立提题党员活设及管特件求头资基级统接知将组见计期强决必先任处南北东西保治区市省县州乡镇\
    村街路社世增急济达报通病例疫感染者无症状确诊阳核酸检测隔离防控院疗出居住轨迹消毒卫健委康疑似境外输入土累现零口罩\
    万千百亿元吨份箱套台名个辆户批次约余共场物捐赠收运企复供障采访记答介绍布议局长团限司医护志愿服务请谢三四五六七八\
    九十天号女男岁均已被按照他与等至截今昨明前后第小高未风险周边食品蔬菜肉粮油药商店校城交车站室门早午晚始止愈国际航\
    班闭环集排查转归著我要们作成子说种面而之实把它些然政那义事平形相间你看原么利比或气向道命只意很代想并直程展果料象\
    革位常文总式老流少图山较别她手角根论农指几放干做战回则取据队给色光即造规热领海导器压金争阶思术极受联什认权证改清\
    己美再更单切打白教速花带安身真具每目走积示声斗完类华才科张信马节话米整空况温传许步群广石需段研界拉林律叫且究观越\
    织装影算低持音众书容儿须非验连断深难近矿素技备半办青列习响支般史劳便往历克何除构府称太准精值率族维划选标写存候毛\
    亲快效斯江型眼王格养易置派层片却专育厂京识适属圆包火调满参红细引听该铁价严副铺楼弄栋幢察密触筛阴弹静默封\
    為時來對於會發動產學經進電裡現兩體機當點從業應開還關線內數質變條沒結問軍題黨員設頭資級統將組見計強決處東區縣鄉鎮\
    報無狀確診陽檢測離療軌跡衛輸萬億噸個輛戶約餘場贈運復採訪記紹議長團醫護願務請謝號歲與樣導師風險週邊糧藥際環轉歸國\
    車門說種實義間爲該樂養續達連過遠戰總標壓熱術聯認權證單帶鬥類華張馬節話溫傳許廣樓觀觸篩陰彈靜滿嚴價鐵紅細聽專準構\
    選劃歷勞響習備辦勢難斷"
        .chars()
        .collect()
});

/// So many characters beyond ASCII are enough to tell the encodings apart.
const ENOUGH_CHARACTERS: usize = 1000;

/// How much text is decoded at a time, in bytes of UTF-8.
const WINDOW_BYTES: usize = 4096;

/// How many bytes are shown to `chardetng`.
const PRIOR_BYTES: usize = 64 * 1024;

/// The likeliest encoding of the file, or `None` where no reading of it is a text.
pub(super) fn encoding(bytes: &[u8]) -> Option<Encoding> {
    if let Some(marked) = Encoding::ALL.iter().copied().find(|encoding| charset::is_marked(bytes, *encoding)) {
        return Some(marked);
    }
    // UTF-16 may be valid UTF-8 too; its NULs and other control characters betray it.
    if str::from_utf8(bytes).is_ok_and(|text| !content::is_noise(text)) {
        return Some(Encoding::Utf8);
    }
    let [likelier, other] = double_byte_candidates(bytes);
    // UTF-8 is among them for the file that was cut or damaged. Of equals the first is taken.
    let mut best = (Reading::of(bytes, Encoding::Utf8), Encoding::Utf8);
    for candidate in [likelier, other, Encoding::Utf16Le, Encoding::Utf16Be] {
        let reading = Reading::of(bytes, candidate);
        if reading.plausibility > best.0.plausibility {
            best = (reading, candidate);
        }
    }
    let (reading, encoding) = best;
    reading.is_text().then_some(encoding)
}

/// GB18030 and Big5, the one that `chardetng` would take first: it decides where both readings are as plausible.
fn double_byte_candidates(bytes: &[u8]) -> [Encoding; 2] {
    let start = bytes.iter().position(|byte| !byte.is_ascii()).unwrap_or(0);
    let telling = &bytes[start..bytes.len().min(start + PRIOR_BYTES)];
    let mut detector = EncodingDetector::new(Iso2022JpDetection::Deny);
    detector.feed(telling, start + telling.len() == bytes.len());
    // No top-level domain is given: with `cn` it takes Big5 for GBK.
    if detector.guess(None, Utf8Detection::Deny) == encoding_rs::BIG5 {
        [Encoding::Big5, Encoding::Gb18030]
    } else {
        [Encoding::Gb18030, Encoding::Big5]
    }
}

/// The beginning of a file as it reads in one encoding.
struct Reading {
    /// How much it looks like a Chinese text. Only to be compared with other readings of the same file.
    plausibility: i64,
    characters: i64,
}

impl Reading {
    /// Reads until there is enough to tell the encodings apart.
    fn of(bytes: &[u8], encoding: Encoding) -> Self {
        let mut decoder = charset::codec(encoding).new_decoder_without_bom_handling();
        let mut window = String::with_capacity(WINDOW_BYTES);
        let mut rest = bytes;
        let mut telling = 0;
        let mut reading = Self {
            plausibility: 0,
            characters: 0,
        };
        loop {
            window.clear();
            let (result, read, _) = decoder.decode_to_string(rest, &mut window, true);
            rest = &rest[read..];
            for char in window.chars() {
                reading.plausibility += weight(char);
                reading.characters += 1;
                telling += usize::from(!is_plain_ascii(char));
            }
            if result == CoderResult::InputEmpty || telling >= ENOUGH_CHARACTERS {
                return reading;
            }
        }
    }

    /// Noise falls below in every encoding: too many of its characters are such as no text holds.
    fn is_text(&self) -> bool {
        self.plausibility >= -2 * self.characters
    }
}

fn is_plain_ascii(char: char) -> bool {
    matches!(char, '\t'..='\r' | ' '..='~')
}

/// What one character says for a reading. A common character outweighs the two or three ASCII characters that its bytes
/// may be in another reading; a character that no text holds outweighs any that came out well by chance.
fn weight(char: char) -> i64 {
    match char {
        _ if is_plain_ascii(char) => 1,
        _ if COMMON.contains(&char) => 6,
        // The rest of punctuation, signs and full-width forms are where they are in every encoding's table.
        '\u{a0}' | '·' | '\u{2010}'..='\u{2027}' | '℃' | '\u{3000}'..='\u{3017}' | '\u{ff01}'..='\u{ff5e}' => 0,
        '\u{3400}'..='\u{9fff}' => -1,
        '\0'..='\u{9f}' | '\u{e000}'..='\u{f8ff}' | '\u{fff0}'..='\u{ffff}' | '\u{f0000}'.. => -10,
        _ => -2,
    }
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::super::charset::encoded;
    use super::*;

    /// That `text`, written in the encoding without a mark, is taken for what it is.
    fn check(text: &str, encoding: Encoding) {
        assert_eq!(super::encoding(&encoded(text, encoding)), Some(encoding), "{text}");
    }

    #[test]
    fn short_texts_are_told_apart() {
        for text in ["新增1例", "本市无新增", "共3.5万份，已发放", "截至9月1日24时"] {
            for encoding in [Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be, Encoding::Gb18030] {
                check(text, encoding);
            }
        }
        for text in ["新增1例", "本市無新增", "共3.5萬份，已發放", "確診2例。"] {
            check(text, Encoding::Big5);
        }
    }

    #[test]
    fn readings_without_a_decoding_error_are_told_apart_by_what_they_say() {
        let traditional = encoded("今日本市新增病例，各區已經開始檢測", Encoding::Big5);
        assert!(!encoding_rs::GB18030.decode_without_bom_handling(&traditional).1);
        assert_eq!(encoding(&traditional), Some(Encoding::Big5));

        let simplified = encoded("今日本市新增病例，各区已开始检测", Encoding::Gb18030);
        assert!(!encoding_rs::BIG5.decode_without_bom_handling(&simplified).1);
        assert_eq!(encoding(&simplified), Some(Encoding::Gb18030));
    }

    #[test]
    fn traditional_text_may_be_gb18030_too() {
        check("今日本市確診病例，各區已經開始檢測", Encoding::Gb18030);
    }

    #[test]
    fn four_byte_sequences_are_no_errors() {
        check("㐀𠀀😀新增2例", Encoding::Gb18030);
    }

    #[test]
    fn ascii_alone_is_utf8_and_with_nuls_utf16() {
        for text in ["3 cases, 12 contacts\r\n", "7"] {
            for encoding in [Encoding::Utf8, Encoding::Utf16Le, Encoding::Utf16Be] {
                check(text, encoding);
            }
        }
    }

    #[test]
    fn a_long_stretch_of_ascii_does_not_hide_what_follows() {
        check(&format!("{}今日新增", "a table of figures\n".repeat(20_000)), Encoding::Gb18030);
        check(&format!("{}今日確診", "a table of figures\n".repeat(20_000)), Encoding::Big5);
    }

    #[test]
    fn marks_decide() {
        let check = |bytes: &[u8], encoding| assert_eq!(super::encoding(bytes), Some(encoding), "{}", bytes.escape_ascii());
        check(b"\xEF\xBB\xBF\xFF", Encoding::Utf8);
        check(b"\xFF\xFE", Encoding::Utf16Le);
        check(b"\xFE\xFFab", Encoding::Utf16Be);
        check(b"\x84\x31\x95\x33ab", Encoding::Gb18030);
    }

    #[test]
    fn a_damaged_file_keeps_its_encoding() {
        let whole = encoded("今日新增3例，均在隔离点", Encoding::Utf8);
        for length in whole.len() - 8..whole.len() {
            assert_eq!(encoding(&whole[..length]), Some(Encoding::Utf8), "{length}");
        }
        let odd = [encoded("今日新增3例", Encoding::Utf16Le).as_slice(), b"\x0D"].concat();
        assert_eq!(encoding(&odd), Some(Encoding::Utf16Le));
        let mut struck = encoded("今日新增3例，均在隔离点", Encoding::Gb18030);
        struck[4] = 0xFF;
        assert_eq!(encoding(&struck), Some(Encoding::Gb18030));
    }

    #[test]
    fn other_alphabets_are_not_taken_for_utf16() {
        for bytes in [
            b"Le caf\xE9 noir est bon".as_slice(),
            b"Gr\xFC\xDFe aus K\xF6ln",
            b"one \x93quoted\x94 word",
        ] {
            let found = encoding(bytes);
            assert!(
                !matches!(found, Some(Encoding::Utf16Le | Encoding::Utf16Be)),
                "{} as {found:?}",
                bytes.escape_ascii()
            );
        }
    }

    #[test]
    fn what_no_reading_makes_a_text_of_is_none() {
        assert_eq!(encoding(b"\xFF"), None);
        assert_eq!(encoding(b"\0\x01\0\x02\0\x03\0\0\0\0\0\x01\xFF\xFF\xFF\xFF"), None);
        assert_eq!(encoding(b""), Some(Encoding::Utf8));
    }

    proptest! {
        #[test]
        fn any_text_of_common_characters_is_told(
            encoding in prop::sample::select(Encoding::ALL),
            picks in prop::collection::vec(any::<prop::sample::Index>(), 16..200),
        ) {
            let mut writable: Vec<char> = COMMON.iter().copied().filter(|char| !encoding_rs::BIG5.encode(&char.to_string()).2).collect();
            // The set has no order of its own, and a failure must be the same at the next run.
            writable.sort_unstable();
            let text: String = picks.iter().map(|pick| writable[pick.index(writable.len())]).collect();
            prop_assert_eq!(super::encoding(&encoded(&text, encoding)), Some(encoding), "{}", text);
        }
    }
}
