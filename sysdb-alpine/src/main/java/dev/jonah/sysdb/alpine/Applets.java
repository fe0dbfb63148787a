package dev.jonah.sysdb.alpine;

import dev.jonah.diagnostic.Limits;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;

/**
 * The applets that a busybox binary has compiled in. busybox looks a name up in one block of names, each ended by a zero
 * byte, in strictly ascending order; the longest such block of a binary is taken for it. {@code bbsuid} has instead the
 * whole paths of the links that it serves.
 *
 * @param names names of applets
 * @param paths whole paths of links
 */
record Applets(Set<String> names, Set<String> paths) {
    private static final int MOST_BYTES = 16 << 20;
    private static final int LONGEST_NAME = 32;
    private static final int FEWEST_NAMES = 10;

    static Applets of(FileEntry binary, Limits limits) throws IOException {
        Content content = binary.content();
        if (content == null || content.size() > MOST_BYTES) {
            return new Applets(Set.of(), Set.of());
        }
        limits.check(Limits.Name.PARSER_BYTES, content.size(), binary.path().toString());
        byte[] bytes = content.head(MOST_BYTES);
        return binary.path().fileName().equals("bbsuid")
                ? new Applets(Set.of(), paths(bytes))
                : new Applets(names(bytes), Set.of());
    }

    boolean contains(ImagePath link) {
        return names.contains(link.fileName()) || paths.contains(link.toString());
    }

    private static Set<String> names(byte[] bytes) {
        Set<String> longest = Set.of();
        Set<String> block = new HashSet<>();
        String before = "";
        int start = 0;
        for (int end = 0; end < bytes.length; end++) {
            if (bytes[end] != 0) {
                continue;
            }
            String name = string(bytes, start, end);
            if (!isName(name) || name.compareTo(before) <= 0) {
                longest = block.size() > longest.size() ? Set.copyOf(block) : longest;
                block.clear();
            }
            if (isName(name)) {
                block.add(name);
            }
            before = name;
            start = end + 1;
        }
        longest = block.size() > longest.size() ? block : longest;
        return longest.size() < FEWEST_NAMES ? Set.of() : Set.copyOf(longest);
    }

    private static Set<String> paths(byte[] bytes) {
        Set<String> paths = new HashSet<>();
        int start = 0;
        for (int end = 0; end < bytes.length; end++) {
            if (bytes[end] == 0) {
                String path = string(bytes, start, end);
                int name = path.lastIndexOf('/') + 1;
                if (name > 1 && path.startsWith("/") && isName(path.substring(name))) {
                    paths.add(path);
                }
                start = end + 1;
            }
        }
        return paths;
    }

    private static String string(byte[] bytes, int start, int end) {
        // Longer ones are no names; cutting them keeps this linear.
        int last = Math.min(end, start + 2 * LONGEST_NAME);
        return new String(bytes, start, last - start, StandardCharsets.ISO_8859_1);
    }

    private static boolean isName(String name) {
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            return false;
        }
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!(c >= 'a' && c <= 'z' || c >= 'A' && c <= 'Z' || c >= '0' && c <= '9' || "[]._-+".indexOf(c) >= 0)) {
                return false;
            }
        }
        return true;
    }
}
