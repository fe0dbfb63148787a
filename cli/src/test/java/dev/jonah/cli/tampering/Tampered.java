package dev.jonah.cli.tampering;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * A file that was changed.
 *
 * @param path as in the root file system
 * @param how what was done to it
 */
record Tampered(String path, Tampering how) {
    /** Changes {@code count} of these files of a root file system, each once, in an order and ways that the seed tells. */
    static List<Tampered> at(Path root, List<String> files, Set<Tampering> among, int count, long seed)
            throws IOException {
        Random random = new Random(seed);
        List<String> left = new ArrayList<>(files);
        List<Tampered> done = new ArrayList<>();
        List<Tampering> ways = List.copyOf(EnumSet.copyOf(among));
        while (done.size() < count && !left.isEmpty()) {
            String path = left.remove(random.nextInt(left.size()));
            Path file = root.resolve(path.substring(1));
            Tampering how = ways.get(random.nextInt(ways.size()));
            boolean there = Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                    && !Files.isDirectory(file, LinkOption.NOFOLLOW_LINKS);
            if (there && how.apply(file, random)) {
                done.add(new Tampered(path, how));
            }
        }
        return done;
    }
}
