//! The house as it was meant: which part may know which, and what the page may ask for.

mod arrows;
mod capability;
