package dev.jonah.testkit;

import dev.jonah.distro.Distro;
import dev.jonah.distro.DistroDetector;
import dev.jonah.value.ImagePath;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** The presence of one file makes a distribution. */
public final class MarkDetector implements DistroDetector {
    private static final ImagePath MARK = ImagePath.of("/etc/acme-release");

    @Override
    public String id() {
        return "acme.mark";
    }

    @Override
    public void detect(Scan scan, Consumer<Distro> out) throws IOException {
        if (scan.tree().resolveFile(MARK).isPresent()) {
            out.accept(new Distro(
                    "acme",
                    List.of(),
                    null,
                    null,
                    null,
                    null,
                    null,
                    null,
                    "acme",
                    null,
                    Distro.Confidence.STRONG,
                    MARK));
        }
    }
}
