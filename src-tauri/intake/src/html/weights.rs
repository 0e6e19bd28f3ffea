//! How much each measured thing says for a block, in the order of `choose::features`: printed by
//! the test `html::fit`.

use super::choose::Features;

#[rustfmt::skip]
pub const WEIGHTS: Features = [
    -2.09, 0.77, 0.46, 0.63, -0.62, 0.66, 0.31, 1.03,
    0.74, 0.58, -0.49, 0.75, -0.70, -0.35, 0.42, 0.64,
    -1.09, -0.81, 0.92, -0.46, -1.15, -0.70, 0.82, 0.39,
    -0.50, 0.51, -0.66, -1.23, -0.38, -0.13, 0.68, -0.50,
    -0.31, -0.69, -0.88, -1.43, -1.28, -0.14, -1.10, 0.53,
    -0.35, 0.10, 0.68, -0.72, -0.26,
];
