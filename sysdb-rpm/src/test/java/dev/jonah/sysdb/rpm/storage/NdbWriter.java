package dev.jonah.sysdb.rpm.storage;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.zip.Adler32;

/** Writes ndb databases as rpm does: the fixture's headers, with free slots between them. */
final class NdbWriter {
    private NdbWriter() {}

    static byte[] database(int last) {
        ByteBuffer file = ByteBuffer.allocate(4 << 20).order(ByteOrder.LITTLE_ENDIAN);
        file.putInt(0x506d7052).putInt(0).putInt(7).putInt(1).putInt(last + 1);
        for (int slot = 2; slot < 256; slot++) {
            file.putInt(slot * 16, 0x746f6c53);
        }
        int block = 256;
        for (int number = 1; number <= last; number++) {
            byte[] blob = Fixtures.text(number).getBytes(StandardCharsets.US_ASCII);
            int blocks = (16 + blob.length + 12 + 15) / 16;
            int slot = (1 + 2 * number) * 16;
            file.putInt(slot + 4, number).putInt(slot + 8, block).putInt(slot + 12, blocks);
            int start = block * 16;
            file.putInt(start, 0x53626c42)
                    .putInt(start + 4, number)
                    .putInt(start + 8, 7)
                    .putInt(start + 12, blob.length);
            file.put(start + 16, blob);
            int tail = start + blocks * 16 - 12;
            Adler32 checksum = new Adler32();
            checksum.update(file.slice(start, tail - start));
            file.putInt(tail, (int) checksum.getValue())
                    .putInt(tail + 4, blob.length)
                    .putInt(tail + 8, 0x45626c42);
            block += blocks;
        }
        byte[] bytes = new byte[block * 16];
        file.get(0, bytes);
        return bytes;
    }
}
