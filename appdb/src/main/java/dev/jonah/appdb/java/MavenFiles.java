package dev.jonah.appdb.java;

import dev.jonah.appdb.java.format.Coordinates;
import dev.jonah.appdb.java.format.Pom;
import dev.jonah.value.ImagePath;
import org.jspecify.annotations.Nullable;

/** One {@code META-INF/maven/GROUP/ARTIFACT/} of an archive. */
final class MavenFiles {
    private static final Coordinates NONE = new Coordinates(null, null, null);

    /** The directory's name in the archive. */
    final String directory;

    /** The file of the image that has them; null inside an archive. */
    @Nullable
    ImagePath file;

    @Nullable
    Coordinates properties;

    @Nullable
    Pom pom;

    MavenFiles(String directory) {
        this.directory = directory;
    }

    /** Those of {@code pom.properties}, which has them resolved; else those of {@code pom.xml}. */
    Coordinates coordinates() {
        if (properties != null && properties.isComplete()) {
            return properties;
        }
        return pom == null ? NONE : pom.coordinates();
    }

    String source() {
        return directory + (properties != null && properties.isComplete() ? "/pom.properties" : "/pom.xml");
    }
}
