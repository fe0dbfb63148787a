package dev.jonah.support;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** Characters of UTF-8, where a byte that is none of it stands for the character of that number, as in Latin-1. */
final class Utf8OrLatin1 extends Reader {
    private static final int PIECE = 8192;

    private final InputStream in;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer bytes = ByteBuffer.allocate(PIECE).flip();
    private final CharBuffer characters = CharBuffer.allocate(PIECE).flip();
    private boolean ended;

    Utf8OrLatin1(InputStream in) {
        this.in = in;
    }

    @Override
    public int read(char[] into, int offset, int length) throws IOException {
        while (!characters.hasRemaining()) {
            if (!decode()) {
                if (ended) {
                    return -1;
                }
                fill();
            }
        }
        int count = Math.min(length, characters.remaining());
        characters.get(into, offset, count);
        return count;
    }

    /** Decodes what is at hand; whether that gave characters. */
    private boolean decode() {
        characters.clear();
        CoderResult result = decoder.decode(bytes, characters, ended);
        while (result.isError() && characters.hasRemaining()) {
            characters.put((char) (bytes.get() & 0xff));
            result = decoder.decode(bytes, characters, ended);
        }
        characters.flip();
        return characters.hasRemaining();
    }

    private void fill() throws IOException {
        bytes.compact();
        int got = in.read(bytes.array(), bytes.position(), bytes.remaining());
        bytes.position(bytes.position() + Math.max(got, 0)).flip();
        ended = got < 0;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
