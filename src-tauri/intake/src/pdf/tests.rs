//! Tests of PDF reading.
