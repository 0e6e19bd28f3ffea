//! Figures beside those of other programs and of the literature.

use super::*;

fn near(found: f64, expected: f64, why: &str) {
    assert!(
        (found - expected).abs() < 1e-9,
        "{why}: {found}, not {expected}"
    );
}

fn table(rows: [[u32; 4]; 4]) -> Table {
    Table(rows)
}

/// Kappa and the bounds of its interval by statsmodels 0.14, `cohens_kappa`.
#[test]
fn kappa_is_that_of_statsmodels() {
    let cases = [
        (
            "two tags",
            [[20, 5, 0, 0], [10, 15, 0, 0], [0; 4], [0; 4]],
            [0.4, 0.151_092_290_476_661, 0.648_907_709_523_338_9],
        ),
        (
            "three tags",
            [[44, 7, 7, 0], [5, 20, 9, 0], [1, 3, 13, 0], [0; 4]],
            [
                0.532_940_546_331_012_3,
                0.403_584_321_702_119_3,
                0.662_296_770_959_905_2,
            ],
        ),
        (
            "all four",
            [[12, 1, 3, 0], [2, 7, 0, 1], [4, 0, 9, 0], [0, 0, 1, 5]],
            [
                0.628_099_173_553_718_9,
                0.444_101_393_514_640_2,
                0.812_096_953_592_797_5,
            ],
        ),
    ];
    for (why, rows, [value, low, high]) in cases {
        let kappa = table(rows).kappa().unwrap();
        near(kappa.value, value, why);
        near(kappa.low, low, why);
        near(kappa.high, high, why);
    }
}

#[test]
fn kappa_at_the_ends() {
    let all = table([[5, 0, 0, 0], [0, 5, 0, 0], [0; 4], [0; 4]])
        .kappa()
        .unwrap();
    near(all.value, 1.0, "full agreement");
    near(all.low, 1.0, "nothing speaks against it");
    let none = table([[0, 5, 0, 0], [5, 0, 0, 0], [0; 4], [0; 4]])
        .kappa()
        .unwrap();
    near(none.value, -1.0, "as far apart as can be");
    assert_eq!(Table::default().kappa(), None, "nothing was compared");
    let one = table([[9, 0, 0, 0], [0; 4], [0; 4], [0; 4]]);
    assert_eq!(one.kappa(), None, "one tag throughout tells nothing");
    assert_eq!((one.total(), one.agreed()), (9, 9), "and yet they agree");
    let chance = table([[25, 25, 0, 0], [25, 25, 0, 0], [0; 4], [0; 4]])
        .kappa()
        .unwrap();
    near(chance.value, 0.0, "no more than chance");
}

#[test]
fn agreement_on_one_tag() {
    let table = table([[44, 7, 7, 0], [5, 20, 9, 0], [1, 3, 13, 0], [0; 4]]);
    assert_eq!(table.given(Tag::Verified), (58, 50));
    near(
        table.of_tag(Tag::Verified).unwrap(),
        88.0 / 108.0,
        "verified",
    );
    near(
        table.of_tag(Tag::Disputed).unwrap(),
        40.0 / 64.0,
        "disputed",
    );
    assert_eq!(table.of_tag(Tag::NoClaim), None, "neither gave it");
}

fn tags(numbers: &[i32]) -> Vec<Tag> {
    let known = numbers.iter().filter(|n| **n >= 0);
    known.map(|n| TAGS[usize::try_from(*n).unwrap()]).collect()
}

/// Krippendorff (2011), “Computing Krippendorff's Alpha-Reliability”, example B: two observers, ten
/// units, two values. The other by the Python package krippendorff 0.8: four observers, twelve units,
/// four values, some missing.
#[test]
fn alpha_is_that_of_the_literature() {
    let one = [0, 1, 0, 0, 0, 0, 0, 0, 1, 0];
    let other = [1, 1, 1, 0, 0, 1, 0, 0, 0, 0];
    let units: Vec<Vec<Tag>> = one.iter().zip(other).map(|(a, b)| tags(&[*a, b])).collect();
    near(
        alpha(&units).unwrap().value,
        0.095_238_095_238_095_34,
        "two observers",
    );
    let four = [
        [0, 1, 2, 2, 1, 0, 3, 0, 1, -1, -1, -1],
        [0, 1, 2, 2, 1, 1, 3, 0, 1, 3, -1, 2],
        [-1, 2, 2, 2, 1, 2, 3, 1, 1, 3, 0, -1],
        [0, 1, 2, 2, 1, 3, 3, 0, 1, 3, 0, -1],
    ];
    let units: Vec<Vec<Tag>> = (0..12)
        .map(|unit| tags(&four.map(|observer| observer[unit])))
        .collect();
    near(
        alpha(&units).unwrap().value,
        0.736_930_860_033_726_9,
        "four observers",
    );
}

/// The bounds beside those of a bootstrap of 4,000 samples with numpy: 0.642 and 0.889.
#[test]
fn alpha_has_an_interval() {
    let one = [
        3, 2, 2, 3, 2, 3, 3, 0, 0, 1, 1, 3, 3, 0, 1, 3, 0, 3, 0, 1, 3, 1, 1, 1, 2, 1, 3, 1, 1, 2,
        2, 2, 2, 3, 3, 3, 2, 2, 1, 3, 1, 0, 3, 0, 3, 2, 0, 0, 1, 0, 0, 2, 3, 1, 3, 3, 3, 2, 1, 2,
    ];
    let other = [
        3, 2, 2, 3, 2, 3, 3, 0, 1, 1, 1, 3, 3, 0, 1, 1, 0, 3, 0, 0, 3, 1, 1, 1, 2, 1, 0, 1, 1, 2,
        2, 2, 2, 3, 3, 3, 2, 2, 3, 3, 1, 0, 3, 0, 3, 0, 1, 3, 1, 0, 0, 3, 3, 1, 2, 3, 3, 2, 1, 2,
    ];
    let units: Vec<Vec<Tag>> = one.iter().zip(other).map(|(a, b)| tags(&[*a, b])).collect();
    let found = alpha(&units).unwrap();
    near(found.value, 0.776_021_080_368_906_5, "the estimate");
    assert!((found.low - 0.642).abs() < 0.02, "{found:?}");
    assert!((found.high - 0.889).abs() < 0.02, "{found:?}");
    assert_eq!(
        alpha(&units),
        Some(found),
        "the same figures for the same tags"
    );
}

#[test]
fn alpha_where_nothing_can_be_told() {
    assert_eq!(alpha(&[]), None, "no sentence");
    assert_eq!(
        alpha(&[tags(&[1]), tags(&[2])]),
        None,
        "nobody read the same"
    );
    assert_eq!(
        alpha(&[tags(&[1, 1]), tags(&[1, 1])]),
        None,
        "one tag throughout"
    );
    let full = alpha(&[tags(&[1, 1]), tags(&[0, 0])]).unwrap();
    near(full.value, 1.0, "full agreement");
    near(full.low, 1.0, "in every sample");
}

#[test]
fn numbers_fall_everywhere_and_within_bounds() {
    let mut draw = Draw::new(7);
    let mut hits = [0; 5];
    for _ in 0..5_000 {
        hits[draw.below(5)] += 1;
    }
    assert!(hits.iter().all(|n| (850..1150).contains(n)), "{hits:?}");
}
