//! Work on all cores, for whatever is read and written by one.

use std::num::NonZero;

use stet_core::error::{Code, Error, Result};

/// Reads on this thread, works on all cores, takes on this thread: while one batch is worked on,
/// the one before it is taken. What is taken comes in the order in which it was read; an empty
/// batch is the end.
pub(crate) fn in_step<I: Send, O: Send>(
    mut read: impl FnMut() -> Result<Vec<I>>,
    work: impl Fn(I) -> O + Sync,
    mut take: impl FnMut(Vec<O>) -> Result<()>,
) -> Result<()> {
    /// More would not be fed: one reads, and one writes.
    const MOST: usize = 8;
    let cores = std::thread::available_parallelism().map_or(1, NonZero::get);
    let (work, mut ready) = (&work, Vec::new());
    loop {
        let batch = read()?;
        let is_last = batch.is_empty();
        let size = batch.len().div_ceil(cores.min(MOST)).max(1);
        let mut batch = batch.into_iter();
        ready = std::thread::scope(|scope| -> Result<Vec<O>> {
            let mut hands = Vec::new();
            loop {
                let piece: Vec<I> = batch.by_ref().take(size).collect();
                if piece.is_empty() {
                    break;
                }
                hands.push(scope.spawn(move || piece.into_iter().map(work).collect::<Vec<O>>()));
            }
            take(std::mem::take(&mut ready))?;
            let mut done = Vec::new();
            for hand in hands {
                done.extend(
                    hand.join().map_err(|_| {
                        Error::new(Code::Internal, "A thread of a merge stopped.", "")
                    })?,
                );
            }
            Ok(done)
        })?;
        if is_last {
            return Ok(());
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn everything_is_taken_once_and_in_order() {
        let mut batches = vec![
            (0..1000).collect(),
            vec![1000],
            (1001..1999).collect::<Vec<u32>>(),
        ];
        batches.reverse();
        let mut taken = Vec::new();
        in_step(
            || Ok(batches.pop().unwrap_or_default()),
            |n| n * 2,
            |some| {
                taken.extend(some);
                Ok(())
            },
        )
        .unwrap();
        assert_eq!(taken, (0..1999).map(|n| n * 2).collect::<Vec<_>>());
    }

    #[test]
    fn who_takes_may_stop_it() {
        let stopped = in_step(
            || Ok(vec![1]),
            |n: u8| n,
            |some| {
                if some.is_empty() {
                    return Ok(());
                }
                Err(Error::new(Code::Cancelled, "", ""))
            },
        );
        assert_eq!(stopped.unwrap_err().code, Code::Cancelled);
    }
}
