//! Exact decimal numbers: 1.63万 is 16300, never 16299.999….

use std::cmp::Ordering;
use std::fmt;
use std::num::NonZeroU8;

/// `mantissa × 10^-scale`, always in lowest terms, so equal numbers compare and hash equal.
///
/// Sixteen bytes, as an `Option` too: a document of 20 MB holds several hundred thousand of them.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Amount {
    mantissa: i64,
    /// Never zero, so that `None` needs no byte of its own.
    scale_plus_one: NonZeroU8,
}

impl Default for Amount {
    fn default() -> Self {
        Self::ZERO
    }
}

impl Amount {
    pub const ZERO: Self = Self {
        mantissa: 0,
        scale_plus_one: NonZeroU8::MIN,
    };
    /// Beyond this many decimals a figure is not one that a briefing states.
    const MAX_SCALE: u32 = 18;

    /// The whole number (the least `i64`, which has no positive twin, as the one after it).
    pub const fn from_int(value: i64) -> Self {
        Self {
            mantissa: if value == i64::MIN { -i64::MAX } else { value },
            ..Self::ZERO
        }
    }

    /// `mantissa × 10^-scale`; `None` where it leaves the range that is kept exactly: 18 digits, 18 decimals.
    pub fn new(mut mantissa: i128, mut scale: u32) -> Option<Self> {
        while scale > 0 && mantissa % 10 == 0 {
            mantissa /= 10;
            scale -= 1;
        }
        if scale > Self::MAX_SCALE {
            return None;
        }
        Some(Self {
            mantissa: i64::try_from(mantissa).ok().filter(|m| *m != i64::MIN)?,
            scale_plus_one: NonZeroU8::MIN.saturating_add(scale as u8),
        })
    }

    /// Decimals.
    fn scale(self) -> u32 {
        u32::from(self.scale_plus_one.get()) - 1
    }

    fn wide(self) -> i128 {
        self.mantissa.into()
    }

    /// Reads plain ASCII digits with at most one point and an optional sign: `-156`, `149.91`.
    pub fn parse_plain(text: &str) -> Option<Self> {
        let (negative, digits) = match text.strip_prefix('-') {
            Some(rest) => (true, rest),
            None => (false, text),
        };
        let (whole, fraction) = digits.split_once('.').unwrap_or((digits, ""));
        let plain = |part: &str| part.bytes().all(|b| b.is_ascii_digit());
        if whole.is_empty() || !plain(whole) || !plain(fraction) || digits.ends_with('.') {
            return None;
        }
        let mut mantissa: i128 = 0;
        for digit in whole.bytes().chain(fraction.bytes()) {
            mantissa = mantissa.checked_mul(10)?.checked_add((digit - b'0').into())?;
        }
        Self::new(if negative { -mantissa } else { mantissa }, fraction.len() as u32)
    }

    pub fn checked_add(self, other: Self) -> Option<Self> {
        if let (Some(a), Some(b)) = (self.to_i64(), other.to_i64()) {
            return a.checked_add(b).filter(|sum| *sum != i64::MIN).map(Self::from_int);
        }
        let scale = self.scale().max(other.scale());
        let lift = |a: Self| a.wide().checked_mul(10_i128.checked_pow(scale - a.scale())?);
        Self::new(lift(self)?.checked_add(lift(other)?)?, scale)
    }

    pub fn checked_mul(self, other: Self) -> Option<Self> {
        if let (Some(a), Some(b)) = (self.to_i64(), other.to_i64()) {
            return a.checked_mul(b).filter(|product| *product != i64::MIN).map(Self::from_int);
        }
        Self::new(self.wide().checked_mul(other.wide())?, self.scale() + other.scale())
    }

    /// Exact quotient, where there is one within the decimals that are kept.
    pub fn checked_div(self, by: Self) -> Option<Self> {
        if by.mantissa == 0 {
            return None;
        }
        let top = self.wide().checked_mul(10_i128.checked_pow(by.scale())?)?;
        let bottom = by.wide().checked_mul(10_i128.checked_pow(self.scale())?)?;
        let mut shifted = top;
        for scale in 0..=Self::MAX_SCALE {
            if shifted % bottom == 0 {
                return Self::new(shifted / bottom, scale);
            }
            shifted = shifted.checked_mul(10)?;
        }
        None
    }

    pub fn is_zero(self) -> bool {
        self.mantissa == 0
    }

    pub fn is_negative(self) -> bool {
        self.mantissa < 0
    }

    /// The nearest floating-point number, for drawing only.
    pub fn to_f64(self) -> f64 {
        self.to_string().parse().unwrap_or(f64::NAN)
    }

    /// The whole number, where it is one and fits.
    pub fn to_i64(self) -> Option<i64> {
        (self.scale() == 0).then_some(self.mantissa)
    }

    /// With thousands commas: `1,499,100`.
    pub fn grouped(self) -> String {
        let plain = self.to_string();
        let (sign, digits) = plain.strip_prefix('-').map_or(("", plain.as_str()), |d| ("-", d));
        let (whole, fraction) = digits.split_once('.').map_or((digits, None), |(w, f)| (w, Some(f)));
        let mut out = String::from(sign);
        for (i, digit) in whole.chars().enumerate() {
            if i > 0 && (whole.len() - i).is_multiple_of(3) {
                out.push(',');
            }
            out.push(digit);
        }
        if let Some(fraction) = fraction {
            out.push('.');
            out.push_str(fraction);
        }
        out
    }
}

impl std::ops::Neg for Amount {
    type Output = Self;

    fn neg(self) -> Self {
        Self {
            mantissa: -self.mantissa,
            ..self
        }
    }
}

impl PartialOrd for Amount {
    fn partial_cmp(&self, other: &Self) -> Option<Ordering> {
        Some(self.cmp(other))
    }
}

impl Ord for Amount {
    fn cmp(&self, other: &Self) -> Ordering {
        match self.checked_add(-*other) {
            Some(difference) => difference.mantissa.cmp(&0),
            None => self.to_f64().total_cmp(&other.to_f64()),
        }
    }
}

impl fmt::Display for Amount {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let scale = self.scale() as usize;
        if scale == 0 {
            return write!(f, "{}", self.mantissa);
        }
        let digits = format!("{:0>width$}", self.mantissa.unsigned_abs(), width = scale + 1);
        let (whole, fraction) = digits.split_at(digits.len() - scale);
        let sign = if self.mantissa < 0 { "-" } else { "" };
        write!(f, "{sign}{whole}.{fraction}")
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[track_caller]
    fn check(text: &str, shown: &str) {
        assert_eq!(Amount::parse_plain(text).map(|a| a.to_string()).as_deref(), Some(shown));
    }

    #[test]
    fn reads_and_shows_plain_decimals() {
        check("0", "0");
        check("007", "7");
        check("1.50", "1.5");
        check("-0.05", "-0.05");
        check("-156", "-156");
        check("9223372036854775807", "9223372036854775807");
        for refused in [
            "",
            "-",
            "1.",
            ".5",
            "1.2.3",
            "１",
            "1e5",
            "9223372036854775808",
            "99999999999999999999999999999999999999999",
        ] {
            assert_eq!(Amount::parse_plain(refused), None, "{refused}");
        }
    }

    #[test]
    fn computes_exactly() {
        let of = |t| Amount::parse_plain(t).unwrap();
        assert_eq!(of("1.63").checked_mul(of("10000")), Some(of("16300")));
        assert_eq!(of("0.1").checked_add(of("0.2")), Some(of("0.3")));
        assert_eq!(of("1").checked_div(of("4")), Some(of("0.25")));
        assert_eq!(of("1").checked_div(of("3")), None);
        assert!(of("-2") < of("0.5") && of("10") > of("9.99"));
        assert_eq!(of("1499100.5").grouped(), "1,499,100.5");
        assert_eq!(of("-156").grouped(), "-156");
        assert_eq!(of("9223372036854775807").checked_add(of("1")), None);
        assert_eq!(size_of::<Option<Amount>>(), 16);
    }
}
