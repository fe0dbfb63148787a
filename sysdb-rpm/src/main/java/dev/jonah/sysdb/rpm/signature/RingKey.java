package dev.jonah.sysdb.rpm.signature;

import org.bouncycastle.openpgp.PGPPublicKey;

/** A key, and what it takes to check signatures with it. */
record RingKey(KnownKey known, PGPPublicKey key) {}
