package dev.jonah.provenance.signals;

import dev.jonah.image.Image;
import dev.jonah.image.LinkResolver;
import dev.jonah.value.ImagePath;
import java.util.ArrayList;
import java.util.List;

/** Where a shell of the image looks for commands, in its order: by the environment of the image, else the usual places. */
final class SearchPath {
    private static final String NAME = "PATH=";
    private static final String USUAL = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";
    private static final int MOST = 64;

    private SearchPath() {}

    /** Real directories, none twice. */
    static List<ImagePath> of(Image image) {
        String value = USUAL;
        for (String variable : image.config().environment()) {
            if (variable.startsWith(NAME)) {
                value = variable.substring(NAME.length());
            }
        }
        List<ImagePath> directories = new ArrayList<>();
        for (String part : value.split(":", MOST + 1)) {
            if (part.startsWith("/") && directories.size() < MOST) {
                LinkResolver.Resolution real = image.tree().links().resolve(ImagePath.of(part));
                if (!directories.contains(real.path())) {
                    directories.add(real.path());
                }
            }
        }
        return directories;
    }
}
