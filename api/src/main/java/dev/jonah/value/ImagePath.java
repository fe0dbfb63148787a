package dev.jonah.value;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An absolute, normalised path inside an image: {@code /}-separated, without empty, {@code .} or {@code ..} parts. It is
 * never a path of the host. Names are bytes; two paths are equal, and ordered, by their bytes.
 *
 * <p>Immutable and safe for any thread.
 */
public final class ImagePath implements Comparable<ImagePath> {
    /** {@code /}. */
    public static final ImagePath ROOT = new ImagePath("/");

    private final String latin1;

    private ImagePath(String latin1) {
        this.latin1 = latin1;
    }

    /** The path of a Java string, normalised; relative ones start at the root, and {@code ..} of the root is the root. */
    public static ImagePath of(String path) {
        return of(RawText.of(path));
    }

    /** The path of raw bytes, normalised as in {@link #of(String)}. */
    public static ImagePath of(RawText path) {
        return ROOT.resolve(path);
    }

    /**
     * What a link target or relative name means from this directory: absolute ones start at the root, {@code .} and
     * {@code ..} are taken away lexically. Links are not followed; {@code FileTree} does that.
     */
    public ImagePath resolve(RawText path) {
        String text = path.latin1();
        if (isNormalised(text)) {
            return new ImagePath(text);
        }
        StringBuilder out = new StringBuilder(text.startsWith("/") ? "" : asPrefix());
        int start = 0;
        while (start <= text.length()) {
            int slash = text.indexOf('/', start);
            int end = slash < 0 ? text.length() : slash;
            int length = end - start;
            if (length == 2 && text.charAt(start) == '.' && text.charAt(start + 1) == '.') {
                out.setLength(Math.max(0, out.lastIndexOf("/")));
            } else if (length > 0 && !(length == 1 && text.charAt(start) == '.')) {
                out.append('/').append(text, start, end);
            }
            start = end + 1;
        }
        return out.length() == 0 ? ROOT : new ImagePath(out.toString());
    }

    /** As {@link #resolve(RawText)}, with a Java string. */
    public ImagePath resolve(String path) {
        return resolve(RawText.of(path));
    }

    /** Whether a relative name, taken from this directory, leaves the root somewhere on its way. Links are not followed. */
    public boolean escapes(RawText relative) {
        int depth = parts().size();
        for (String part : relative.latin1().split("/")) {
            depth += part.equals("..") ? -1 : part.isEmpty() || part.equals(".") ? 0 : 1;
            if (depth < 0) {
                return true;
            }
        }
        return false;
    }

    /**
     * The entry of that name in this directory.
     *
     * @throws IllegalArgumentException if the name is empty, {@code .}, {@code ..} or holds a slash
     */
    public ImagePath child(RawText name) {
        String text = name.latin1();
        if (text.isEmpty() || text.equals(".") || text.equals("..") || text.indexOf('/') >= 0) {
            throw new IllegalArgumentException("not the name of an entry: '" + name + "'");
        }
        return new ImagePath(asPrefix() + "/" + text);
    }

    /** The directory that holds this entry, or null for the root. */
    public @Nullable ImagePath parent() {
        if (isRoot()) {
            return null;
        }
        int slash = latin1.lastIndexOf('/');
        return slash == 0 ? ROOT : new ImagePath(latin1.substring(0, slash));
    }

    /** The last part; empty for the root. */
    public RawText name() {
        return RawText.ofBytes(latin1.substring(latin1.lastIndexOf('/') + 1));
    }

    /** The last part as text for people and for comparison with ASCII names. */
    public String fileName() {
        return name().toString();
    }

    /** The parts from the root down; empty for the root. */
    public List<RawText> parts() {
        List<RawText> parts = new ArrayList<>();
        for (int start = 1; start < latin1.length(); ) {
            int slash = latin1.indexOf('/', start);
            int end = slash < 0 ? latin1.length() : slash;
            parts.add(RawText.ofBytes(latin1.substring(start, end)));
            start = end + 1;
        }
        return parts;
    }

    /** Whether this is {@code /}. */
    public boolean isRoot() {
        return latin1.length() == 1;
    }

    /** Whether this is {@code directory} or lies below it. */
    public boolean startsWith(ImagePath directory) {
        return directory.isRoot()
                || latin1.startsWith(directory.latin1)
                        && (latin1.length() == directory.latin1.length()
                                || latin1.charAt(directory.latin1.length()) == '/');
    }

    /** The bytes of the path, leading slash included. */
    public RawText raw() {
        return RawText.ofBytes(latin1);
    }

    /** One character per byte, leading slash included. */
    public String latin1() {
        return latin1;
    }

    /** The path as text; bytes that are not UTF-8 stand as {@code \xNN}. */
    @Override
    public String toString() {
        return RawText.isAscii(latin1) ? latin1 : raw().toString();
    }

    @Override
    public int compareTo(ImagePath other) {
        return latin1.compareTo(other.latin1);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof ImagePath path && path.latin1.equals(latin1);
    }

    @Override
    public int hashCode() {
        return latin1.hashCode();
    }

    private String asPrefix() {
        return isRoot() ? "" : latin1;
    }

    private static boolean isNormalised(String text) {
        if (text.length() < 2 || text.charAt(0) != '/') {
            return false;
        }
        for (int start = 1; start <= text.length(); ) {
            int slash = text.indexOf('/', start);
            int end = slash < 0 ? text.length() : slash;
            int length = end - start;
            if (length == 0 || length <= 2 && text.charAt(start) == '.' && text.charAt(end - 1) == '.') {
                return false;
            }
            start = end + 1;
        }
        return true;
    }
}
