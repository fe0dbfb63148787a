package dev.jonah.image;

import java.io.IOException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Tells compiled programs from other files by as little reading as possible. */
final class ProgramHead {
    private static final int LENGTH = 4;
    private static final int ELF = 0x7f454c46;
    private static final int MACH_O_32 = 0xfeedface;
    private static final int MACH_O_64 = 0xfeedfacf;
    // Of Java classes too: those have a name with a suffix of theirs.
    private static final int MACH_O_FAT = 0xcafebabe;
    private static final String[] SUFFIXES = {".so", ".dll", ".exe", ".dylib", ".node", ".bin", ".pyd", ".ko", ".o"};

    private ProgramHead() {}

    static boolean isProgram(FileEntry entry) {
        Content content = entry.content();
        if (content == null || !entry.type().isRegular() || entry.size() < LENGTH || !mayBe(entry)) {
            return false;
        }
        byte[] head = head(content);
        if (head == null || head.length < LENGTH) {
            return false;
        }
        int magic = (head[0] & 0xff) << 24 | (head[1] & 0xff) << 16 | (head[2] & 0xff) << 8 | head[3] & 0xff;
        return switch (magic) {
            case ELF, MACH_O_32, MACH_O_64, MACH_O_FAT -> true;
            default ->
                Integer.reverseBytes(magic) == MACH_O_32
                        || Integer.reverseBytes(magic) == MACH_O_64
                        || magic >>> 16 == ('M' << 8 | 'Z');
        };
    }

    private static boolean mayBe(FileEntry entry) {
        String path = entry.path().latin1();
        String name = path.substring(path.lastIndexOf('/') + 1);
        if (name.endsWith(".class")) {
            return false;
        }
        if ((entry.mode() & 0111) != 0 || name.indexOf('.') < 0 || name.contains(".so.")) {
            return true;
        }
        String lower = name.toLowerCase(Locale.ROOT);
        for (String suffix : SUFFIXES) {
            if (lower.endsWith(suffix)) {
                return true;
            }
        }
        return false;
    }

    /** The first bytes; null if they cannot be read, which is reported where the file itself is needed. */
    private static byte @Nullable [] head(Content content) {
        try {
            return content.head(LENGTH);
        } catch (IOException e) {
            return null;
        }
    }
}
