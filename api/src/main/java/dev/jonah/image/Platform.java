package dev.jonah.image;

import org.jspecify.annotations.Nullable;

/**
 * What an image runs on, in the names of the OCI image specification (those of Go).
 *
 * @param os {@code linux}, or null if the image does not say
 * @param architecture {@code amd64}, {@code arm64}, …, or null
 * @param variant {@code v8}, or null
 */
public record Platform(
        @Nullable String os,
        @Nullable String architecture,
        @Nullable String variant) {
    /** Nothing known. */
    public static final Platform UNKNOWN = new Platform(null, null, null);

    /**
     * Reads {@code os/architecture[/variant]}.
     *
     * @throws IllegalArgumentException if it has another shape
     */
    public static Platform parse(String text) {
        String[] parts = text.split("/", -1);
        if (parts.length < 2 || parts.length > 3 || parts[0].isEmpty() || parts[1].isEmpty()) {
            throw new IllegalArgumentException("not a platform: '" + text + "', expected os/architecture[/variant]");
        }
        return new Platform(parts[0], parts[1], parts.length == 3 && !parts[2].isEmpty() ? parts[2] : null);
    }

    /** Whether an image of this platform is what {@code wanted} asks for: its variant counts only if it names one. */
    public boolean satisfies(Platform wanted) {
        return java.util.Objects.equals(os, wanted.os)
                && java.util.Objects.equals(architecture, wanted.architecture)
                && (wanted.variant == null || wanted.variant.equals(variant));
    }

    /** {@code linux/arm64/v8}; {@code unknown} for what is not known. */
    @Override
    public String toString() {
        return (os == null ? "unknown" : os)
                + "/"
                + (architecture == null ? "unknown" : architecture)
                + (variant == null ? "" : "/" + variant);
    }
}
