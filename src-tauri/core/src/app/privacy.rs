//! Asks the operating system to keep the memory of this program private. Called first, before the memory contains
//! secrets.
use crate::error::Result;

/// Disables core dumps, because `systemd-coredump` would store keys and personal data on disk. Also stops other
/// programs of the same user from reading this memory or attaching a debugger (Linux: `PR_SET_DUMPABLE` of prctl(2),
/// which ptrace(2) and `/proc/self/mem` obey). Does nothing on Windows, which writes no dump by default.
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
