package dev.jonah.cli.tampering;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;

/** Ways to change one file of a root file system. */
enum Tampering {
    /** Another value for one byte; size and time of the file stay. */
    BYTE_FLIP {
        @Override
        boolean apply(Path file, Random random) throws IOException {
            if (!isRegular(file) || Files.size(file) == 0) {
                return false;
            }
            var time = Files.getLastModifiedTime(file);
            byte[] bytes = Files.readAllBytes(file);
            bytes[random.nextInt(bytes.length)] ^= (byte) (1 + random.nextInt(255));
            write(file, bytes);
            Files.setLastModifiedTime(file, time);
            return true;
        }
    },
    /** More bytes at the end. */
    APPEND {
        @Override
        boolean apply(Path file, Random random) throws IOException {
            if (!isRegular(file)) {
                return false;
            }
            byte[] bytes = Files.readAllBytes(file);
            write(file, Arrays.copyOf(bytes, bytes.length + 1 + random.nextInt(9)));
            return true;
        }
    },
    /** Other permission bits, set-id bits among them. */
    MODE {
        @Override
        boolean apply(Path file, Random random) throws IOException {
            if (!isRegular(file)) {
                return false;
            }
            int mode = (int) Files.getAttribute(file, "unix:mode") & 07777;
            Files.setAttribute(file, "unix:mode", mode ^ 1 << random.nextInt(12));
            return true;
        }
    },
    /** Another owner and group. */
    OWNER {
        @Override
        boolean apply(Path file, Random random) throws IOException {
            if (!isRegular(file)) {
                return false;
            }
            int mode = (int) Files.getAttribute(file, "unix:mode") & 07777;
            Files.setAttribute(file, "unix:uid", 1 + random.nextInt(60_000));
            Files.setAttribute(file, "unix:gid", 1 + random.nextInt(60_000));
            // The kernel takes set-id bits away where the owner changes; that would be a second change.
            Files.setAttribute(file, "unix:mode", mode);
            return true;
        }
    },
    /** A link that leads elsewhere. */
    LINK_TARGET {
        @Override
        boolean apply(Path file, Random random) throws IOException {
            if (!Files.isSymbolicLink(file)) {
                return false;
            }
            String target = Files.readSymbolicLink(file) + "." + random.nextInt(10);
            Files.delete(file);
            Files.createSymbolicLink(file, Path.of(target));
            return true;
        }
    },
    /** Nothing in its place. */
    DELETE {
        @Override
        boolean apply(Path file, Random random) throws IOException {
            Files.delete(file);
            return true;
        }
    },
    /** A new file in its place. */
    REPLACE {
        @Override
        boolean apply(Path file, Random random) throws IOException {
            byte[] bytes = new byte[random.nextInt(100)];
            random.nextBytes(bytes);
            Files.delete(file);
            Files.write(file, bytes);
            return true;
        }
    },
    /** A link in its place. */
    TYPE {
        @Override
        boolean apply(Path file, Random random) throws IOException {
            if (!isRegular(file)) {
                return false;
            }
            Files.delete(file);
            Files.createSymbolicLink(file, Path.of(random.nextBoolean() ? "/dev/null" : "nowhere"));
            return true;
        }
    },
    /** A directory in its place. */
    DIRECTORY {
        @Override
        boolean apply(Path file, Random random) throws IOException {
            Files.delete(file);
            Files.createDirectory(file);
            return true;
        }
    };

    /** Changes the file; false if this cannot be done to such a file, which is left as it was. */
    abstract boolean apply(Path file, Random random) throws IOException;

    private static boolean isRegular(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** Keeps the inode's mode and owner, and breaks no hard link: other names change too, which both must notice. */
    private static void write(Path file, byte[] bytes) throws IOException {
        Files.write(file, bytes);
    }
}
