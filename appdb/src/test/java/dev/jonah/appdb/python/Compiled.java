package dev.jonah.appdb.python;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/**
 * One small source file and what interpreters made of it, by {@code py_compile.compile("greet.py", cfile,
 * "/usr/lib/python/greet.py")} after {@code touch -d @1700000000 greet.py}; {@code hash-…} with {@code
 * PycInvalidationMode.CHECKED_HASH}.
 */
public final class Compiled {
    /** When the source was changed, in seconds since 1970. */
    public static final long SOURCE_TIME = 1_700_000_000;

    private Compiled() {}

    /** The source. */
    public static byte[] source() {
        return resource("greet.py");
    }

    /** The compiled file of this kind: {@code cpython-311}, {@code hash-312}. */
    public static byte[] file(String kind) {
        return resource("greet." + kind + ".pyc");
    }

    private static byte[] resource(String name) {
        try (InputStream in = Compiled.class.getResourceAsStream("bytecode/" + name)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
