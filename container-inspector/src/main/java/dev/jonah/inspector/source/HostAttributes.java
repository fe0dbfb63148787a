package dev.jonah.inspector.source;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * What the host knows of a path, no link followed.
 *
 * @param values the attributes of the JDK's {@code unix} view
 */
record HostAttributes(Map<String, Object> values) {
    // Not all: the names of owners would be looked up for every file.
    private static final String WANTED = "unix:mode,dev,rdev,nlink,uid,gid,size,lastModifiedTime,fileKey";

    static HostAttributes of(Path path) throws IOException {
        try {
            return new HostAttributes(Files.readAttributes(path, WANTED, LinkOption.NOFOLLOW_LINKS));
        } catch (UnsupportedOperationException e) {
            throw new IOException("the file system keeps no owners and modes: " + path, e);
        }
    }

    int mode() {
        return (Integer) value("mode");
    }

    Object device() {
        return value("dev");
    }

    /** Equal for the names of one file. */
    Object inode() {
        return value("fileKey");
    }

    int links() {
        return (Integer) value("nlink");
    }

    long uid() {
        return Integer.toUnsignedLong((Integer) value("uid"));
    }

    long gid() {
        return Integer.toUnsignedLong((Integer) value("gid"));
    }

    long size() {
        return (Long) value("size");
    }

    long modified() {
        return ((FileTime) value("lastModifiedTime")).to(TimeUnit.SECONDS);
    }

    /** The number of a device node in Linux's encoding. */
    long deviceNumber() {
        return (Long) value("rdev");
    }

    private Object value(String name) {
        return Objects.requireNonNull(values.get(name), name);
    }
}
