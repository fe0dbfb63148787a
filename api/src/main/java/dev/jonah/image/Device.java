package dev.jonah.image;

/**
 * The number of a device node.
 *
 * @param major the driver
 * @param minor the device of that driver
 */
public record Device(long major, long minor) {
    /** {@code major:minor}. */
    @Override
    public String toString() {
        return major + ":" + minor;
    }
}
