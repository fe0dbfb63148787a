package dev.jonah.appdb.python;

import dev.jonah.image.FileTree;
import dev.jonah.value.ImagePath;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Where a distribution's metadata lies.
 *
 * @param form which of the forms it has
 * @param manifest the file that was found
 * @param directory the {@code .dist-info}, {@code .egg-info} or {@code EGG-INFO} directory; null for a single file
 * @param base the directory that the distribution's paths are relative to: {@code site-packages} or an {@code .egg}
 * @param label name and version as the directory or file is called: {@code requests-2.31.0}
 */
record Place(Form form, ImagePath manifest, @Nullable ImagePath directory, ImagePath base, String label) {
    /** The forms of installed distributions. */
    enum Form {
        /** A wheel: {@code x-1.dist-info/}. */
        DIST_INFO,
        /** A legacy installation or a source tree in use: {@code x-1-py3.11.egg-info/}. */
        EGG_INFO,
        /** What distutils left: one file {@code x-1.egg-info}. */
        EGG_INFO_FILE,
        /** An unzipped egg: {@code x-1-py3.11.egg/EGG-INFO/}. */
        EGG;

        /** Names of the manifest, best first; each is looked at only where the ones before it are not. */
        List<String> manifests() {
            return switch (this) {
                case DIST_INFO -> List.of("METADATA", "PKG-INFO", "RECORD");
                case EGG_INFO, EGG -> List.of("PKG-INFO", "METADATA");
                case EGG_INFO_FILE -> List.of();
            };
        }
    }

    /** What a file is the manifest of; null if it is of none. */
    static @Nullable Place of(ImagePath manifest) {
        ImagePath directory = manifest.parent();
        String name = manifest.fileName();
        if (directory == null) {
            return null;
        }
        String egg = before(name, ".egg-info");
        if (egg != null) {
            return new Place(Form.EGG_INFO_FILE, manifest, null, directory, egg);
        }
        ImagePath base = directory.parent();
        if (base == null) {
            return null;
        }
        String directoryName = directory.fileName();
        String label = before(directoryName, ".dist-info");
        Form form = Form.DIST_INFO;
        if (label == null) {
            label = before(directoryName, ".egg-info");
            form = Form.EGG_INFO;
        }
        if (label == null && directoryName.equalsIgnoreCase("EGG-INFO")) {
            label = before(base.fileName(), ".egg");
            form = Form.EGG;
        }
        return label == null || !form.manifests().contains(name)
                ? null
                : new Place(form, manifest, directory, base, label);
    }

    /** Whether the directory holds a better manifest, which is asked instead of this one. */
    boolean isSecondary(FileTree tree) {
        for (String better : form.manifests()) {
            if (manifest.fileName().equals(better)) {
                return false;
            }
            ImagePath path = beside(better);
            if (path != null && tree.resolveFile(path).isPresent()) {
                return true;
            }
        }
        return false;
    }

    /** Whether {@link #manifest()} holds core metadata, rather than the list of files. */
    boolean hasMetadata() {
        return !manifest.fileName().equals("RECORD");
    }

    /** The file of this name in {@link #directory()}; null for a single file. */
    @Nullable
    ImagePath beside(String name) {
        return directory == null ? null : directory.resolve(name);
    }

    /** The name of the distribution as its directory is called, or null. */
    @Nullable
    String labelName() {
        int hyphen = versionHyphen();
        return empty(hyphen < 0 ? label : label.substring(0, hyphen));
    }

    /** The version of the distribution as its directory is called, or null. */
    @Nullable
    String labelVersion() {
        int hyphen = versionHyphen();
        if (hyphen < 0) {
            return null;
        }
        String rest = label.substring(hyphen + 1);
        int python = form == Form.DIST_INFO ? -1 : rest.indexOf("-py");
        return empty(python < 0 ? rest : rest.substring(0, python));
    }

    /** Names hold no hyphen that a digit follows: installers write them as underscores. */
    private int versionHyphen() {
        for (int i = label.indexOf('-'); i >= 0; i = label.indexOf('-', i + 1)) {
            if (i + 1 < label.length() && Character.isDigit(label.charAt(i + 1))) {
                return i;
            }
        }
        return form == Form.DIST_INFO ? label.indexOf('-') : -1;
    }

    private static @Nullable String empty(String text) {
        return text.isEmpty() ? null : text;
    }

    private static @Nullable String before(String name, String suffix) {
        return name.toLowerCase(Locale.ROOT).endsWith(suffix) && name.length() > suffix.length()
                ? name.substring(0, name.length() - suffix.length())
                : null;
    }
}
