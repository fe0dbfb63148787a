package dev.jonah.provenance;

import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.support.LazyPattern;
import dev.jonah.value.Digest;
import java.io.IOException;
import java.util.Locale;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;

/**
 * A file whose path holds the checksum of its content. That proves that it is what the cache stored, not where that came
 * from; so programs and scripts are not explained by it.
 *
 * @param what the file, for a person
 * @param path what the whole path must match: the groups, joined, are the checksum
 * @param algorithm of the checksum
 */
record NamedAfterContent(String what, LazyPattern path, Digest.Algorithm algorithm) implements Check {
    static NamedAfterContent of(String what, String path, Digest.Algorithm algorithm) {
        return new NamedAfterContent(what, LazyPattern.of(path), algorithm);
    }

    @Override
    public @Nullable Finding look(FileEntry entry, Books books) throws IOException {
        Content content = entry.content();
        Matcher matcher = path.matcher(entry.path().latin1());
        if (content == null || !matcher.matches() || isProgram(content.head(4))) {
            return null;
        }
        StringBuilder hex = new StringBuilder();
        for (int i = 1; i <= matcher.groupCount(); i++) {
            hex.append(matcher.group(i));
        }
        return content.digest(algorithm).hex().contentEquals(hex)
                ? Finding.of(
                        what + ", named after the " + algorithm.name().toLowerCase(Locale.ROOT) + " that it has",
                        entry.path())
                : null;
    }

    private static boolean isProgram(byte[] head) {
        if (head.length < 2) {
            return false;
        }
        boolean elf = head.length == 4 && head[0] == 0x7f && head[1] == 'E' && head[2] == 'L' && head[3] == 'F';
        boolean machO = head.length == 4 && (head[0] & 0xfe) == 0xce && (head[3] & 0xff) == 0xfe
                || head.length == 4 && (head[0] & 0xff) == 0xca && (head[1] & 0xff) == 0xfe;
        return elf || machO || head[0] == '#' && head[1] == '!' || head[0] == 'M' && head[1] == 'Z';
    }
}
