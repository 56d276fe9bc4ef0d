//! The attacker's tools: the published algorithms, called directly.
use crate::format::{Lock, Of, Pages, Public, Roster, SealedKey, Signature, Signed, Slot};
use aes_gcm::aead::{Aead, KeyInit, Payload};
use aes_gcm::{Aes256Gcm, Nonce};
use argon2::{Algorithm, Argon2, Params, Version};
use ed25519_dalek::{Signer, SigningKey};
use hmac::{Hmac, Mac};
use hpke::aead::AesGcm256;
use hpke::kdf::HkdfSha256;
use hpke::kem::X25519HkdfSha256;
use hpke::{Deserializable, Kem, OpModeR, OpModeS, Serializable, single_shot_open, single_shot_seal};
use rusqlite::Connection;
use sha2::{Digest, Sha256};
use std::path::Path;

pub(crate) type Key = [u8; 32];

pub(crate) fn sha256(parts: &[&[u8]]) -> Key {
    parts.iter().fold(Sha256::new(), |digest, part| digest.chain_update(part)).finalize().into()
}

/// A key that only its inventor knows.
pub(crate) fn invented(word: &str) -> Key {
    sha256(&[b"invented by an attacker|", word.as_bytes()])
}

pub(crate) fn hkdf(secret: &[u8], salt: &[u8], purpose: &str) -> Key {
    let mut key = [0; 32];
    hkdf::Hkdf::<Sha256>::new(Some(salt), secret).expand(purpose.as_bytes(), &mut key).unwrap();
    key
}

pub(crate) fn hmac(key: &Key, bytes: &[u8]) -> Vec<u8> {
    let mac = <Hmac<Sha256> as hmac::KeyInit>::new_from_slice(key).unwrap();
    mac.chain_update(bytes).finalize().into_bytes().to_vec()
}

pub(crate) fn uuid(text: &str) -> [u8; 16] {
    *uuid::Uuid::parse_str(text).unwrap().as_bytes()
}

fn json<T: serde::Serialize>(thing: &T) -> String {
    serde_json::to_string(thing).unwrap()
}

/// Both private keys.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Identity {
    pub(crate) seal: Key,
    pub(crate) sign: Key,
}

impl Identity {
    pub(crate) fn invented(word: &str) -> Identity {
        Identity { seal: invented(&format!("{word} seals")), sign: invented(&format!("{word} signs")) }
    }

    pub(crate) fn public(&self) -> Public {
        let private = <X25519HkdfSha256 as Kem>::PrivateKey::from_bytes(&self.seal).unwrap();
        let seal = hex::encode(X25519HkdfSha256::sk_to_pk(&private).to_bytes());
        Public { seal, sign: hex::encode(SigningKey::from_bytes(&self.sign).verifying_key().to_bytes()) }
    }

    pub(crate) fn sign(&self, message: &[u8]) -> String {
        hex::encode(SigningKey::from_bytes(&self.sign).sign(message).to_bytes())
    }

    pub(crate) fn sign_roster(&self, by: Of, roster: &Roster) -> Signed {
        let roster = json(roster);
        let signature = self.sign(&[b"ledenkluis/roster/2|", roster.as_bytes()].concat());
        Signed { roster, signatures: vec![Signature { by, signature }] }
    }
}

/// The pin in a slot.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pin(pub(crate) Vec<u8>);

pub(crate) fn key_of_passphrase(lock: &Lock, passphrase: &str) -> Key {
    let Lock::Passphrase { cost, salt } = lock else { panic!("not a slot of a passphrase") };
    let params = Params::new(cost.memory_kib, cost.passes, cost.lanes, Some(32)).unwrap();
    let (mut key, salt) = ([0; 32], hex::decode(salt).unwrap());
    let argon = Argon2::new(Algorithm::Argon2id, Version::V0x13, params);
    argon.hash_password_into(passphrase.as_bytes(), &salt, &mut key).unwrap();
    key
}

pub(crate) fn key_of_secret(vault: &str, lock: &Lock, secret: &[u8], purpose: &str) -> Key {
    let Lock::Secret { salt } = lock else { panic!("not a slot of a secret") };
    hkdf(secret, &[&uuid(vault)[..], &hex::decode(salt).unwrap()].concat(), purpose)
}

fn slot_aad(vault: &str, slot: &Slot) -> String {
    format!("ledenkluis/slot/2|{vault}|{}|{}|{}|{}", slot.id, json(&slot.of), json(&slot.lock), slot.seen)
}

pub(crate) fn open_slot(vault: &str, slot: &Slot, key: &Key) -> Option<(Identity, Pin)> {
    let wrapped = hex::decode(&slot.wrapped).unwrap();
    let plain = decrypt(key, &wrapped, slot_aad(vault, slot).as_bytes())?;
    let half = |at: usize| Key::try_from(&plain[at..at + 32]).unwrap();
    Some((Identity { seal: half(0), sign: half(32) }, Pin(plain[64..].to_vec())))
}

fn decrypt(key: &Key, sealed: &[u8], aad: &[u8]) -> Option<Vec<u8>> {
    let (nonce, msg) = sealed.split_first_chunk::<12>()?;
    Aes256Gcm::new(key.into()).decrypt(nonce.into(), Payload { msg, aad }).ok()
}

fn key_aad(vault: &str, to: &Of, compartment: &str, version: u32) -> String {
    format!("ledenkluis/data-key/2|{vault}|{}|{compartment}|{version}", json(to))
}

const INFO: &[u8] = b"ledenkluis/data-key/2";

pub(crate) fn seal_key(vault: &str, public: &Public, to: &Of, compartment: &str, version: u32, key: &Key) -> SealedKey {
    let public = hex::decode(&public.seal).unwrap();
    let public = <X25519HkdfSha256 as Kem>::PublicKey::from_bytes(&public).unwrap();
    let aad = key_aad(vault, to, compartment, version);
    let (encapped, sealed) =
        single_shot_seal::<AesGcm256, HkdfSha256, X25519HkdfSha256>(&OpModeS::Base, &public, INFO, key, aad.as_bytes())
            .unwrap();
    let sealed = hex::encode([encapped.to_bytes().as_slice(), &sealed].concat());
    SealedKey { to: to.clone(), compartment: compartment.to_owned(), version, sealed }
}

pub(crate) fn open_key(vault: &str, identity: &Identity, k: &SealedKey) -> Option<Key> {
    let bytes = hex::decode(&k.sealed).unwrap();
    let (encapped, sealed) = bytes.split_first_chunk::<32>()?;
    let private = <X25519HkdfSha256 as Kem>::PrivateKey::from_bytes(&identity.seal).ok()?;
    let encapped = <X25519HkdfSha256 as Kem>::EncappedKey::from_bytes(encapped).ok()?;
    let aad = key_aad(vault, &k.to, &k.compartment, k.version);
    let opened = single_shot_open::<AesGcm256, HkdfSha256, X25519HkdfSha256>(
        &OpModeR::Base,
        &private,
        &encapped,
        INFO,
        sealed,
        aad.as_bytes(),
    );
    opened.ok().and_then(|plain| Key::try_from(plain.as_slice()).ok())
}

pub(crate) fn commitment(vault: &str, compartment: &str, version: u32, key: &Key) -> String {
    hex::encode(sha256(&[format!("ledenkluis/commitment/2|{vault}|{compartment}|{version}|").as_bytes(), key]))
}

/// Opens a sealed value with the key version in front of it.
pub(crate) fn open_blob(compartment: &str, table: &str, row: &[u8], blob: &[u8], key: &Key) -> Option<Vec<u8>> {
    let (version, sealed) = blob.split_first_chunk::<4>()?;
    let head = format!("ledenkluis/column/2|{compartment}|{table}|");
    decrypt(key, sealed, &[head.as_bytes(), row, version].concat())
}

/// Seals a made-up value: its length, the plain bytes, zeros up to a multiple of 256.
pub(crate) fn make_blob(compartment: &str, table: &str, row: &[u8], version: u32, plain: &[u8], key: &Key) -> Vec<u8> {
    let (version, nonce) = (version.to_be_bytes(), *b"never before");
    let head = format!("ledenkluis/column/2|{compartment}|{table}|");
    let aad = [head.as_bytes(), row, &version].concat();
    let length = u32::try_from(plain.len()).unwrap().to_be_bytes();
    let mut padded = [&length[..], plain].concat();
    padded.resize(padded.len().next_multiple_of(256), 0);
    let sealed = Aes256Gcm::new(key.into()).encrypt(&Nonce::from(nonce), Payload { msg: &padded, aad: &aad }).unwrap();
    [&version[..], &nonce, &sealed].concat()
}

/// Opens the database with its raw key; `None` when the key is wrong.
pub(crate) fn database(file: &Path, key: &Key) -> Option<Connection> {
    let conn = Connection::open(file).unwrap();
    conn.execute_batch(&format!("PRAGMA key = \"x'{}'\"; PRAGMA cipher_log_level = NONE;", hex::encode(key))).unwrap();
    conn.query_row("SELECT count(*) FROM sqlite_schema", [], |_| Ok(())).ok().map(|()| conn)
}

pub(crate) fn pages(file: &Path) -> Pages {
    let bytes = std::fs::read(file).unwrap();
    let seals: Vec<&[u8]> = bytes.chunks(4096).map(|page| &page[4032..]).collect();
    Pages { count: seals.len() as u64, hash: hex::encode(sha256(&seals)) }
}

/// The 20 bytes of a recovery sheet: four letters of each group hold 20 bits, the fifth only checks them.
pub(crate) fn sheet_secret(groups: &[String]) -> Vec<u8> {
    let alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
    let letters = groups.iter().flat_map(|g| g.chars().take(4));
    let symbols = letters.map(|c| alphabet.find(c).unwrap());
    let bits: Vec<usize> = symbols.flat_map(|s| (0..5).map(move |b| (s >> (4 - b)) & 1)).collect();
    bits.chunks(8).map(|byte| byte.iter().fold(0, |acc, bit| (acc << 1) | u8::try_from(*bit).unwrap())).collect()
}
