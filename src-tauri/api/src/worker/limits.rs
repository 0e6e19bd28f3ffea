//! What a worker takes away from itself before it looks at a byte. A system that lacks one of
//! these means goes on with the others: the one who asked ends a worker that takes too long
//! anyhow.

/// Lowers the limits of this process, which may take so many seconds, and takes away everything
/// but reading, writing what is open, and memory.
pub(super) fn lower(seconds: u64) {
    #[cfg(unix)]
    resources(seconds);
    #[cfg(target_os = "linux")]
    system_calls();
}

#[cfg(unix)]
fn resources(seconds: u64) {
    use rustix::process::{Resource, Rlimit, setrlimit};

    let limits = [
        (Resource::As, super::MEMORY_BYTES),
        (Resource::Cpu, seconds),
        (Resource::Core, 0),
        // No file can grow: what it writes to is a pipe.
        (Resource::Fsize, 0),
        (Resource::Nofile, 16),
        #[cfg(target_os = "linux")]
        (Resource::Nproc, 0),
    ];
    for (resource, most) in limits {
        let both = Rlimit {
            current: Some(most),
            maximum: Some(most),
        };
        let _ = setrlimit(resource, both);
    }
    // It does not outlive the one who asked.
    #[cfg(target_os = "linux")]
    let _ = rustix::process::set_parent_process_death_signal(Some(rustix::process::Signal::KILL));
}

/// Leaves what reading needs. All else fails as if it were not permitted: opening a file, making
/// a socket or a process, and whatever a later kernel brings.
#[cfg(target_os = "linux")]
fn system_calls() {
    use seccompiler::{BpfProgram, SeccompAction, SeccompFilter, apply_filter};

    let left = LEFT.iter().map(|call| (*call, Vec::new())).collect();
    let Ok(machine) = std::env::consts::ARCH.try_into() else {
        return;
    };
    let filter = SeccompFilter::new(
        left,
        SeccompAction::Errno(libc::EPERM.unsigned_abs()),
        SeccompAction::Allow,
        machine,
    );
    let program = filter.and_then(BpfProgram::try_from);
    if let Ok(program) = program {
        let _ = apply_filter(&program);
    }
}

#[cfg(target_os = "linux")]
const LEFT: &[libc::c_long] = &[
    // The pipes, and the copy of a share.
    libc::SYS_read,
    libc::SYS_pread64,
    libc::SYS_readv,
    libc::SYS_write,
    libc::SYS_writev,
    libc::SYS_close,
    libc::SYS_fstat,
    libc::SYS_lseek,
    // Memory.
    libc::SYS_brk,
    libc::SYS_mmap,
    libc::SYS_munmap,
    libc::SYS_mremap,
    libc::SYS_mprotect,
    libc::SYS_madvise,
    // Its own threads and signals: faults have to end it in good order.
    libc::SYS_futex,
    libc::SYS_sched_yield,
    libc::SYS_gettid,
    libc::SYS_getpid,
    libc::SYS_tgkill,
    libc::SYS_rt_sigaction,
    libc::SYS_rt_sigprocmask,
    libc::SYS_rt_sigreturn,
    libc::SYS_sigaltstack,
    libc::SYS_restart_syscall,
    libc::SYS_exit,
    libc::SYS_exit_group,
    // Clock and randomness (hash maps are seeded).
    libc::SYS_clock_gettime,
    libc::SYS_clock_nanosleep,
    libc::SYS_nanosleep,
    libc::SYS_getrandom,
];
