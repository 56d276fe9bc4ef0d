//! Erasure: everything or all but what the tax law holds, and the proof of it. A person is gone from the file, and so is
//! the key that could have read what is left on the disk.
mod proof;
mod scan;
