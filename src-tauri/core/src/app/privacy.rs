//! What the operating system can do so that nobody else sees the memory of this program. Called first, before anything secret
//! is in it.
use crate::error::Result;

/// Leaves no core file when the program crashes, for `systemd-coredump` would keep keys and people on the disk, and lets no
/// other program of the same user read its memory or attach a debugger to it (Linux: `PR_SET_DUMPABLE` of prctl(2), which
/// ptrace(2) and `/proc/self/mem` follow). Does nothing on Windows, which writes no dump by itself.
///
/// # Errors
/// When the system refuses.
pub fn keep_memory_private() -> Result<()> {
    #[cfg(unix)]
    forbid_core_files()?;
    #[cfg(target_os = "linux")]
    {
        use crate::error::OrError;
        use rustix::process::{DumpableBehavior, set_dumpable_behavior};
        set_dumpable_behavior(DumpableBehavior::NotDumpable).or_broken()?;
    }
    Ok(())
}

#[cfg(unix)]
fn forbid_core_files() -> Result<()> {
    use crate::error::OrError;
    use rustix::process::{Resource, Rlimit, setrlimit};
    setrlimit(Resource::Core, Rlimit { current: Some(0), maximum: Some(0) }).or_broken()
}

#[cfg(all(test, target_os = "linux"))]
mod tests {
    use super::*;
    use rustix::process::{DumpableBehavior, Resource, dumpable_behavior, getrlimit};

    #[test]
    fn no_core_file_and_no_debugger() {
        keep_memory_private().unwrap();
        assert_eq!(dumpable_behavior().unwrap(), DumpableBehavior::NotDumpable);
        let core = getrlimit(Resource::Core);
        assert_eq!((core.current, core.maximum), (Some(0), Some(0)));
    }
}
