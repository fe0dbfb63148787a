package com.example.altlinux.format;

import dev.jonah.diagnostic.Limits;
import dev.jonah.sysdb.rpm.format.RpmEntry;
import dev.jonah.sysdb.rpm.format.RpmHeader;
import dev.jonah.value.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.StreamCorruptedException;
import java.nio.ByteBuffer;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/**
 * A package file: a lead of 96 bytes, a header of signatures padded to eight bytes, the header of the package, and the
 * payload.
 *
 * @param header the header of the package
 * @param whole whether header and payload have the checksum that the signatures name; false if they name none
 */
public record PackageArchive(RpmHeader header, boolean whole) {
    private static final int LEAD = 96;
    private static final int LEAD_MAGIC = 0xedabeedb;
    // Of everything behind the signatures.
    private static final int SIGNATURE_MD5 = 1004;

    /**
     * Reads {@code in} to its end and does not close it. The payload is only passed over.
     *
     * @throws StreamCorruptedException if it is no package file
     * @throws dev.jonah.sysdb.rpm.format.RpmFormatException if a header in it cannot be read
     * @throws IOException if it cannot be read or ends too early
     */
    public static PackageArchive read(InputStream in, Limits limits) throws IOException {
        byte[] lead = in.readNBytes(LEAD);
        if (lead.length < LEAD || ByteBuffer.wrap(lead).getInt() != LEAD_MAGIC) {
            throw new StreamCorruptedException("does not begin as packages do");
        }
        HeaderStream stream = new HeaderStream(in, limits);
        RpmHeader signatures = present(stream.next());
        in.skipNBytes(-stream.position() & 7);
        MessageDigest md5 = Digest.Algorithm.MD5.newMessageDigest();
        DigestInputStream checked = new DigestInputStream(in, md5);
        RpmHeader header = present(new HeaderStream(checked, limits).next());
        checked.transferTo(java.io.OutputStream.nullOutputStream());
        RpmEntry recorded = signatures.entry(SIGNATURE_MD5);
        boolean whole = recorded != null && MessageDigest.isEqual(signatures.bytes(recorded), md5.digest());
        return new PackageArchive(header, whole);
    }

    private static RpmHeader present(@Nullable RpmHeader header) throws StreamCorruptedException {
        if (header == null) {
            throw new StreamCorruptedException("ends before a header");
        }
        return header;
    }
}
