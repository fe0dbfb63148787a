package dev.jonah.sysdb.rpm;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.zip.Adler32;

/** Puts headers into an ndb database, the simplest of the three formats. */
final class Ndb {
    private Ndb() {}

    static byte[] of(byte[]... headers) {
        int size = 4096;
        for (byte[] header : headers) {
            size += blocks(header) * 16;
        }
        ByteBuffer file = ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0x506d7052).putInt(0).putInt(1).putInt(1).putInt(headers.length + 1);
        for (int slot = 2; slot < 256; slot++) {
            file.putInt(slot * 16, 0x746f6c53);
        }
        int block = 256;
        for (int i = 0; i < headers.length; i++) {
            int start = block * 16;
            int blocks = blocks(headers[i]);
            int tail = start + blocks * 16 - 12;
            file.putInt((i + 2) * 16 + 4, i + 1).putInt((i + 2) * 16 + 8, block).putInt((i + 2) * 16 + 12, blocks);
            file.putInt(start, 0x53626c42).putInt(start + 4, i + 1).putInt(start + 8, 1);
            file.putInt(start + 12, headers[i].length).put(start + 16, headers[i]);
            Adler32 checksum = new Adler32();
            checksum.update(file.slice(start, tail - start));
            file.putInt(tail, (int) checksum.getValue())
                    .putInt(tail + 4, headers[i].length)
                    .putInt(tail + 8, 0x45626c42);
            block += blocks;
        }
        return file.array();
    }

    private static int blocks(byte[] header) {
        return (16 + header.length + 12 + 15) / 16;
    }
}
