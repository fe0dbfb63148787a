package dev.jonah.appdb.python.format;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Walks over marshalled objects (CPython's {@code Python/marshal.c}, versions 2 to 5) and keeps what is text. Any bytes
 * are safe: counts are held against the bytes that are left, nesting against a bound.
 */
final class MarshalReader {
    private static final int DEEPEST = 400;
    private static final int REFERABLE = 0x80;
    /** Stands for every object that is neither text nor a sequence of texts. */
    private static final Object OTHER = new Object();

    private final PythonMagic python;
    private final byte[] bytes;
    private final List<Object> references = new ArrayList<>();
    private final Set<String> names = new HashSet<>();
    private int next;
    private int depth;
    private @Nullable String fileName;

    MarshalReader(PythonMagic python, byte[] bytes, int offset) {
        this.python = python;
        this.bytes = bytes;
        this.next = offset;
    }

    CodeSummary readModule() throws IOException {
        if (next >= bytes.length || (bytes[next] & ~REFERABLE & 0xff) != 'c') {
            throw new IOException("no code object");
        }
        object();
        if (next != bytes.length || fileName == null) {
            throw new IOException(bytes.length - next + " bytes follow the code");
        }
        return new CodeSummary(fileName, names);
    }

    private Object object() throws IOException {
        int tag = octet();
        int type = tag & ~REFERABLE;
        int reference = -1;
        if ((tag & REFERABLE) != 0 || type == 't' && python.major() == 2) {
            reference = references.size();
            references.add(OTHER);
        }
        if (++depth > DEEPEST) {
            throw new IOException("objects are nested too deeply");
        }
        Object value = body(type);
        depth--;
        if (reference >= 0) {
            references.set(reference, value);
        }
        return value;
    }

    private Object body(int type) throws IOException {
        return switch (type) {
            case 'N', 'F', 'T', '.', 'S' -> OTHER;
            case 'i' -> skip(4);
            case 'I', 'g' -> skip(8);
            case 'y' -> skip(16);
            case 'f' -> skip(octet());
            case 'x' -> {
                skip(octet());
                yield skip(octet());
            }
            case 'l' -> skip(2L * Math.abs((long) int32()));
            case 's', 't', 'u', 'a', 'A' -> text(int32());
            case 'z', 'Z' -> text(octet());
            case 'r', 'R' -> reference(int32());
            case ')' -> sequence(octet());
            case '(', '[', '<', '>' -> sequence(int32());
            case ':' -> sequence(3);
            case '{' -> dictionary();
            case 'c' -> code();
            default -> throw new IOException("unknown kind of object: " + type);
        };
    }

    private Object code() throws IOException {
        boolean three = python.major() == 3;
        boolean merged = three && python.minor() >= 11;
        int numbers = 4 + (three ? 1 : 0) + (three && python.minor() >= 8 ? 1 : 0) - (merged ? 1 : 0);
        skip(4L * numbers);
        object(); // instructions
        object(); // constants
        collect(object()); // names of globals, attributes and modules
        collect(object()); // names of variables
        Object rest = object(); // free variables, or since 3.11 the kinds of variables
        if (!merged) {
            collect(rest);
            collect(object());
        }
        Object file = object();
        if (fileName == null && file instanceof String path) {
            fileName = path;
        } else if (!file.equals(fileName)) {
            throw new IOException("code of several source files");
        }
        collect(object());
        if (merged) {
            object(); // qualified name
        }
        skip(4);
        object(); // line numbers
        if (merged) {
            object(); // exception table
        }
        return OTHER;
    }

    private void collect(Object value) throws IOException {
        if (value instanceof String name) {
            names.add(name);
        } else if (value instanceof List<?> many) {
            many.forEach(one -> names.add((String) one));
        } else {
            throw new IOException("names that are no text");
        }
    }

    private Object dictionary() throws IOException {
        while (bytes.length > next && bytes[next] != '0') {
            object();
            object();
        }
        return skip(1);
    }

    private Object sequence(int count) throws IOException {
        if (count < 0 || count > bytes.length - next) {
            throw new IOException("a sequence is longer than the file");
        }
        List<String> texts = new ArrayList<>(Math.min(count, 16));
        for (int i = 0; i < count; i++) {
            if (object() instanceof String text) {
                texts.add(text);
            }
        }
        // Others are of no interest, and keeping them would let small files take much memory.
        return texts.size() == count ? texts : OTHER;
    }

    private Object reference(int index) throws IOException {
        if (index < 0 || index >= references.size()) {
            throw new IOException("a reference leads nowhere");
        }
        return references.get(index);
    }

    private Object text(int length) throws IOException {
        int start = next;
        skip(length);
        return new String(bytes, start, length, StandardCharsets.ISO_8859_1);
    }

    private int octet() throws IOException {
        skip(1);
        return bytes[next - 1] & 0xff;
    }

    private int int32() throws IOException {
        skip(4);
        return bytes[next - 4] & 0xff
                | (bytes[next - 3] & 0xff) << 8
                | (bytes[next - 2] & 0xff) << 16
                | (bytes[next - 1] & 0xff) << 24;
    }

    private Object skip(long count) throws IOException {
        if (count < 0 || count > bytes.length - next) {
            throw new IOException("the file ends inside an object");
        }
        next += (int) count;
        return OTHER;
    }
}
