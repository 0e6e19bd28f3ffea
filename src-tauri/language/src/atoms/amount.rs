//! Numbers as they are written: exact, never floating.

/// An exact decimal number: `digits` × 10^-`places`, without zeros at the end of the places.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Decimal {
    /// All digits.
    pub digits: i64,
    /// How many of them stand behind the decimal mark.
    pub places: u8,
}

/// A number, or a range, and what it is a number of.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub struct Quantity {
    /// The number, or the lower end of a range.
    pub low: Decimal,
    /// The upper end of a range, else the same.
    pub high: Decimal,
    /// `%`, a currency or a unit of measure, in one spelling per unit; none for a bare number.
    pub unit: Option<&'static str>,
}

impl Decimal {
    /// A whole number.
    #[must_use]
    pub const fn whole(digits: i64) -> Self {
        Self { digits, places: 0 }
    }

    /// The number times `factor`; none where it does not fit.
    #[must_use]
    pub fn times(self, factor: i64) -> Option<Self> {
        Some(
            Self {
                digits: self.digits.checked_mul(factor)?,
                places: self.places,
            }
            .short(),
        )
    }

    fn short(mut self) -> Self {
        while self.places > 0 && self.digits % 10 == 0 {
            self.digits /= 10;
            self.places -= 1;
        }
        self
    }

    /// Digits with separators: `1,234.5`, `1 234`, `.5`. A single mark before three last digits
    /// groups thousands unless it is the language's decimal mark.
    pub(super) fn parse(text: &str, decimal_comma: bool) -> Option<Self> {
        let decimal = if decimal_comma { ',' } else { '.' };
        let marks: Vec<(usize, char)> = text
            .char_indices()
            .filter(|(_, c)| !c.is_ascii_digit())
            .collect();
        let point = match marks.as_slice() {
            [] => None,
            [(at, mark)] if matches!(mark, '.' | ',') => {
                let thousands = text.len() - at == 4 && *at > 0 && *at < 4;
                (!thousands || *mark == decimal).then_some(*at)
            }
            // Several different marks: the last one is the decimal mark.
            [.., (_, before), (at, mark)] if mark != before => {
                matches!(mark, '.' | ',').then_some(*at)
            }
            _ => None,
        };
        let groups = |c: char| matches!(c, '.' | ',' | '\'' | '’' | '\u{a0}' | '\u{202f}' | ' ');
        let mut digits = 0_i64;
        let mut places = 0_u8;
        let mut any = false;
        for (at, c) in text.char_indices() {
            if let Some(digit) = c.to_digit(10) {
                digits = digits.checked_mul(10)?.checked_add(i64::from(digit))?;
                places = places.checked_add(u8::from(point.is_some_and(|point| at > point)))?;
                any = true;
            } else if !groups(c) {
                return None;
            }
        }
        any.then(|| Self { digits, places }.short())
    }

    /// The whole number it is.
    pub(super) fn integer(self) -> Option<i64> {
        (self.places == 0).then_some(self.digits)
    }

    /// Both numbers with the same count of places.
    pub(super) fn aligned(self, other: Self) -> Option<(i128, i128)> {
        let places = self.places.max(other.places);
        let raise = |n: Self| {
            let factor = 10_i128.checked_pow(u32::from(places - n.places))?;
            i128::from(n.digits).checked_mul(factor)
        };
        Some((raise(self)?, raise(other)?))
    }
}

impl std::fmt::Display for Decimal {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        let places = usize::from(self.places);
        if places == 0 {
            return write!(f, "{}", self.digits);
        }
        let sign = if self.digits < 0 { "-" } else { "" };
        let digits = format!(
            "{:0>width$}",
            self.digits.unsigned_abs(),
            width = places + 1
        );
        let (whole, part) = digits.split_at(digits.len() - places);
        write!(f, "{sign}{whole}.{part}")
    }
}

/// The one spelling of a unit of measure, a currency or a share, by word or sign.
pub(super) fn unit(word: &str) -> Option<&'static str> {
    Some(match word {
        "%" | "percent" | "pc" | "per-cent" => "%",
        "$" | "dollar" | "dollars" | "usd" | "us$" => "$",
        "€" | "euro" | "euros" | "eur" => "€",
        "£" | "pound" | "pounds" | "gbp" => "£",
        "¥" | "yen" | "jpy" => "¥",
        "₹" | "rupee" | "rupees" => "₹",
        "₽" | "rouble" | "roubles" | "ruble" | "rubles" => "₽",
        "km" | "kilometer" | "kilometers" | "kilometre" | "kilometres" => "km",
        "m" | "meter" | "meters" | "metre" | "metres" => "m",
        "cm" | "centimeter" | "centimeters" | "centimetre" | "centimetres" => "cm",
        "mm" | "millimeter" | "millimeters" | "millimetre" | "millimetres" => "mm",
        "mile" | "miles" | "mi" => "mi",
        "foot" | "feet" | "ft" => "ft",
        "inch" | "inches" => "in",
        "kg" | "kilogram" | "kilograms" | "kilo" | "kilos" => "kg",
        "g" | "gram" | "grams" => "g",
        "mg" | "milligram" | "milligrams" => "mg",
        "ton" | "tons" | "tonne" | "tonnes" => "t",
        "lb" | "lbs" => "lb",
        "litre" | "litres" | "liter" | "liters" => "l",
        "hectare" | "hectares" | "ha" => "ha",
        "acre" | "acres" => "acre",
        "mph" => "mph",
        "kph" | "km/h" => "km/h",
        "mw" | "megawatt" | "megawatts" => "MW",
        "gw" | "gigawatt" | "gigawatts" => "GW",
        "°" | "degree" | "degrees" | "°c" | "°f" => "°",
        _ => return None,
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn digits_are_read_exactly() {
        for (why, text, comma, expected) in [
            ("plain", "312", false, Some("312")),
            ("thousands", "1,234,567", false, Some("1234567")),
            (
                "thousands and a fraction",
                "1,234.50",
                false,
                Some("1234.5"),
            ),
            ("one comma groups", "12,000", false, Some("12000")),
            ("one point does not", "1.125", false, Some("1.125")),
            ("nor a comma before two digits", "3,14", false, Some("3.14")),
            ("the other way round", "1.234,5", true, Some("1234.5")),
            ("one point groups", "12.000", true, Some("12000")),
            ("one comma does not", "1,125", true, Some("1.125")),
            ("thin spaces", "10\u{202f}000", true, Some("10000")),
            ("a small part", "0.05", false, Some("0.05")),
            ("too many digits", "99999999999999999999", false, None),
            ("words", "a1", false, None),
            ("no digit", ",", false, None),
        ] {
            let found = Decimal::parse(text, comma).map(|n| n.to_string());
            assert_eq!(found.as_deref(), expected, "{why}");
        }
    }
}
