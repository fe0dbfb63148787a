package dev.jonah.image;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.jonah.value.ImagePath;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Random trees of links, resolved by the operating system and by {@link LinkResolver}. */
class LinkResolverKernelTest {
    private static final String[] NAMES = {"a", "b", "c"};

    @Test
    void theOperatingSystemAgrees(@TempDir Path temporary) throws IOException {
        assumeTrue(File.separatorChar == '/', "skipped: needs a POSIX file system");
        Random random = new Random(5);
        int found = 0;
        for (int round = 0; round < 150; round++) {
            // Deep enough that a few ".." do not leave the temporary directory.
            Path base = Files.createDirectories(temporary.toRealPath().resolve("1/2/3/4/" + round));
            Links model = new Links().directory(base.toString());
            List<Path> paths = fill(base, model, random);
            for (Path path : paths) {
                String real = realPath(path);
                LinkResolver.Resolution resolution = model.resolver().resolve(ImagePath.of(path.toString()));
                assertThat(resolution.entry() == null ? null : resolution.path().toString())
                        .as("%s in round %d", path, round)
                        .isEqualTo(real);
                found += real == null ? 0 : 1;
            }
        }
        assertThat(found).as("paths that lead somewhere").isGreaterThan(300);
    }

    private static List<Path> fill(Path base, Links model, Random random) throws IOException {
        List<Path> directories = new ArrayList<>(List.of(base));
        List<Path> asked = new ArrayList<>();
        for (int i = 0; i < 14; i++) {
            Path path = pick(directories, random).resolve(NAMES[random.nextInt(NAMES.length)]);
            asked.add(path.resolve(NAMES[random.nextInt(NAMES.length)]));
            if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
                continue;
            }
            asked.add(path);
            switch (random.nextInt(4)) {
                case 0 -> {
                    Files.createFile(path);
                    model.file(path.toString());
                }
                case 1 -> {
                    Files.createDirectory(path);
                    model.directory(path.toString());
                    directories.add(path);
                }
                default -> {
                    String target = target(base, random);
                    Files.createSymbolicLink(path, Path.of(target));
                    // Java drops a slash at the end of a target.
                    model.link(path.toString(), Path.of(target).toString());
                }
            }
        }
        return asked;
    }

    private static String target(Path base, Random random) {
        StringBuilder target = new StringBuilder(random.nextInt(4) == 0 ? base + "/" : "");
        for (int n = 1 + random.nextInt(3); n > 0; n--) {
            int kind = random.nextInt(6);
            target.append(kind == 0 ? ".." : kind == 1 ? "." : NAMES[random.nextInt(NAMES.length)]);
            target.append(n > 1 ? "/" : "");
        }
        return target.toString();
    }

    private static Path pick(List<Path> paths, Random random) {
        return paths.get(random.nextInt(paths.size()));
    }

    private static @Nullable String realPath(Path path) {
        try {
            return path.toRealPath().toString();
        } catch (IOException e) {
            return null;
        }
    }
}
