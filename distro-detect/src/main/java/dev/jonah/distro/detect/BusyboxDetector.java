package dev.jonah.distro.detect;

import dev.jonah.distro.Distro;
import dev.jonah.distro.Distro.Confidence;
import dev.jonah.distro.DistroDetector;
import dev.jonah.image.Content;
import dev.jonah.image.FileEntry;
import dev.jonah.image.FileTree;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Tells images that consist of BusyBox and no distribution: without an os-release or an {@code /etc/alpine-release}, the
 * banner inside {@code /bin/busybox} names the version.
 */
public final class BusyboxDetector implements DistroDetector {
    private static final List<ImagePath> PROGRAMS = List.of(
            ImagePath.of("/bin/busybox"),
            ImagePath.of("/usr/bin/busybox"),
            ImagePath.of("/sbin/busybox"),
            ImagePath.of("/busybox/busybox"));
    private static final List<ImagePath> DISTRIBUTIONS = List.of(
            ImagePath.of("/etc/os-release"), ImagePath.of("/usr/lib/os-release"), ImagePath.of("/etc/alpine-release"));
    private static final Pattern BANNER = Pattern.compile("BusyBox v(\\d+(?:\\.\\d+){1,3})[^0-9.]");
    private static final int OVERLAP = 64;

    /** Found as a service. */
    public BusyboxDetector() {}

    @Override
    public String id() {
        return "jonah.distro.busybox";
    }

    @Override
    public void detect(Scan scan, Consumer<Distro> out) throws IOException {
        FileTree tree = scan.tree();
        if (DISTRIBUTIONS.stream().anyMatch(path -> tree.resolveFile(path).isPresent())) {
            return;
        }
        for (ImagePath program : PROGRAMS) {
            FileEntry entry = tree.resolveFile(program).orElse(null);
            Content content = entry == null ? null : entry.content();
            String version = content == null ? null : version(content);
            if (version != null) {
                out.accept(new Opinion("busybox", Confidence.HINT, program)
                        .name("BusyBox")
                        .version(version)
                        .prettyName("BusyBox " + version)
                        .distro());
                return;
            }
        }
    }

    /** Looks through the program in pieces that overlap by more than a banner is long. */
    private static @Nullable String version(Content content) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        int kept = 0;
        try (InputStream in = content.open()) {
            int n;
            while ((n = in.readNBytes(buffer, kept, buffer.length - kept)) > 0) {
                int filled = kept + n;
                Matcher banner = BANNER.matcher(new String(buffer, 0, filled, StandardCharsets.ISO_8859_1));
                if (banner.find()) {
                    return banner.group(1);
                }
                kept = Math.min(OVERLAP, filled);
                System.arraycopy(buffer, filled - kept, buffer, 0, kept);
            }
        }
        return null;
    }
}
