//! The command `stet` as a person or a script meets it: the real binary, in a home of its own.

mod atoms;
mod attribute;
mod brought;
mod contract;
mod ends;
mod extract;
mod job;
mod passed;
mod protected;
mod returned;
mod second;
mod together;
