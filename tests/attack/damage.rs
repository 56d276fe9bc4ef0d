//! Accidental damage: flipped bits. That is what the second header is for.
use acceptance::requests::unlock;
use acceptance::{Calls, Computer, PASSPHRASE};
use ledenkluis_core::api::call;
use ledenkluis_core::api::types::{Nothing, Unlock};
use ledenkluis_core::error::Code;
use std::fs::OpenOptions;
use std::io::{Seek, SeekFrom, Write};
use std::path::Path;

fn look(computer: &mut Computer) -> Option<Code> {
    call::vault_unlock(computer.app(), Unlock { read_only: true, ..unlock(PASSPHRASE) }).err().map(|e| e.code())
}

/// Overwrites one byte in place. Rewriting the file would be slow on file systems that then wait for the disk.
fn set(path: &Path, at: usize, byte: u8) {
    let mut file = OpenOptions::new().write(true).open(path).unwrap();
    file.seek(SeekFrom::Start(at as u64)).unwrap();
    file.write_all(&[byte]).unwrap();
}

/// Every bit of the header, one at a time. Flipped in both headers, it is reported as damage and never as a wrong
/// passphrase. Flipped in one, the other opens: checked on the unlock screen for every bit, and by unlocking for many.
#[test]
fn a_flipped_bit_in_one_header_locks_nobody_out() {
    let mut computer = Computer::with_vault();
    let folder = computer.folder();
    computer.lock();
    let paths = [folder.join("header.json"), folder.join("header.bak")];
    let mut right = std::fs::read(&paths[0]).unwrap();
    assert_eq!(right, std::fs::read(&paths[1]).unwrap());
    let (bits, mut told, mut opened, mut shown) = (right.len() * 8, 0, 0, 0);
    for bit in 0..bits {
        let (at, turned) = (bit / 8, 1 << (bit % 8));
        for path in &paths {
            set(path, at, right[at] ^ turned);
        }
        let refused = look(&mut computer);
        assert_eq!(refused, Some(Code::VaultHeaderDamaged), "bit {bit} of both");
        told += 1;
        let one = bit % 2;
        set(&paths[1 - one], at, right[at]);
        let state = computer.ask(call::vault_state, Nothing {});
        assert_eq!(state.users.len(), 1, "bit {bit} of header {one}");
        shown += 1;
        set(&paths[one], at, right[at]);
        if bit % 61 == 0 {
            for path in &paths {
                set(path, at, right[at] ^ turned);
                assert_eq!(look(&mut computer), None, "bit {bit} of {}", path.display());
                computer.lock();
                opened += 1;
                // The read-only session left a row, and both headers are intact again.
                right = std::fs::read(&paths[0]).unwrap();
                assert_eq!(right, std::fs::read(&paths[1]).unwrap());
            }
        }
    }
    assert!(told == bits && shown == told && opened > 200, "{told} {shown} {opened}");
    // A header that is truncated or missing is treated like a damaged one.
    for length in [0, 1, right.len() / 2, right.len() - 1] {
        for one in [0, 1] {
            std::fs::write(&paths[one], &right[..length]).unwrap();
            std::fs::write(&paths[1 - one], &right).unwrap();
            assert_eq!(look(&mut computer), None, "{length} bytes of header {one}");
            computer.lock();
            right = std::fs::read(&paths[0]).unwrap();
        }
    }
    for one in [0, 1] {
        std::fs::write(&paths[1 - one], &right).unwrap();
        std::fs::remove_file(&paths[one]).unwrap();
        assert_eq!(look(&mut computer), None, "header {one} gone");
        computer.lock();
        right = std::fs::read(&paths[0]).unwrap();
    }
    // After an unlock for writing, both are intact again.
    computer.enter(unlock(PASSPHRASE));
    assert!(computer.ask(call::vault_verify, Nothing {}).findings.is_empty());
}
