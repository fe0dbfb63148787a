package dev.jonah.appdb.java.zip;

import dev.jonah.image.Blob;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.SeekableByteChannel;

/**
 * A zip archive, read where it lies: its central directory through {@link #entries()}, single entries through {@link #open}
 * and {@link #data}. Zip64, anything before the archive, and a comment after it are understood. What the directory says is
 * held against the size of the archive before it is believed. For one thread.
 */
public final class ZipArchive {
    private static final int LOCAL = 0x04034b50;
    private static final int LOCAL_LENGTH = 30;

    private final Blob blob;
    private final ZipEnd end;

    private ZipArchive(Blob blob, ZipEnd end) {
        this.blob = blob;
        this.end = end;
    }

    /**
     * The archive in these bytes.
     *
     * @throws DamagedZipException if they are none
     */
    public static ZipArchive in(Blob bytes) throws IOException {
        return new ZipArchive(bytes, ZipEnd.find(bytes));
    }

    /** As {@link #in(Blob)}, from a channel, which stays the caller's to close. */
    public static ZipArchive in(SeekableByteChannel channel) throws IOException {
        return in(ZipBytes.over(channel));
    }

    /** A channel's bytes as a blob, for one thread; the channel stays the caller's to close. */
    public static Blob over(SeekableByteChannel channel) throws IOException {
        return ZipBytes.over(channel);
    }

    /** Bytes before the archive: a script that starts it, for example. */
    public long prefix() {
        return end.start();
    }

    /** The entries from the first on, in the order of the directory; one name may come several times. */
    public ZipCursor entries() {
        return new ZipCursor(blob, end);
    }

    /**
     * The bytes of an entry as they lie in the archive: of a stored entry its content.
     *
     * @throws DamagedZipException if they are not there
     */
    public Blob data(ZipEntryHead entry) throws IOException {
        ByteBuffer local = local(entry);
        long offset = end.start()
                + entry.offset()
                + LOCAL_LENGTH
                + Short.toUnsignedInt(local.getShort(26))
                + Short.toUnsignedInt(local.getShort(28));
        long length = entry.method() == ZipEntryHead.STORED ? entry.size() : entry.compressedSize();
        if (length < 0 || length > blob.size() - offset) {
            throw new DamagedZipException("it is said to have " + Long.toUnsignedString(length) + " bytes at " + offset
                    + ", and the archive has " + blob.size());
        }
        return blob.slice(offset, length);
    }

    /** Whether the entry has another name in its own header than in the directory; readers then disagree. */
    public boolean isNamedTwice(ZipEntryHead entry) throws IOException {
        int length = Short.toUnsignedInt(local(entry).getShort(26));
        if (length != entry.name().length()) {
            return true;
        }
        ByteBuffer name = ZipBytes.at(blob, end.start() + entry.offset() + LOCAL_LENGTH, length);
        return !name.equals(ByteBuffer.wrap(entry.name().bytes()));
    }

    /**
     * The content of an entry; see {@link ZipEntryStream} for what happens where it is damaged. Close it: it holds memory
     * outside of the heap.
     *
     * @throws DamagedZipException if it is encrypted, not there, or packed in a way that is not understood
     */
    public ZipEntryStream open(ZipEntryHead entry) throws IOException {
        if (entry.isEncrypted()) {
            throw new DamagedZipException("it is encrypted");
        }
        if (entry.method() != ZipEntryHead.STORED && entry.method() != ZipEntryHead.DEFLATED) {
            throw new DamagedZipException("it is packed by the unknown method " + entry.method());
        }
        if (entry.size() < 0) {
            throw new DamagedZipException("it is said to have " + Long.toUnsignedString(entry.size()) + " bytes");
        }
        return new ZipEntryStream(entry, data(entry));
    }

    private ByteBuffer local(ZipEntryHead entry) throws IOException {
        if (entry.offset() < 0 || entry.offset() > blob.size() - end.start()) {
            throw new DamagedZipException("it is said to lie at " + Long.toUnsignedString(entry.offset())
                    + ", and the archive has " + blob.size() + " bytes");
        }
        ByteBuffer local = ZipBytes.at(blob, end.start() + entry.offset(), LOCAL_LENGTH);
        if (local.getInt(0) != LOCAL) {
            throw new DamagedZipException("there is no entry at " + entry.offset());
        }
        return local;
    }
}
