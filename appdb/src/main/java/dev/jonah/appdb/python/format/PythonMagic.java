package dev.jonah.appdb.python.format;

import org.jspecify.annotations.Nullable;

/**
 * The Python that a {@code .pyc} file is for, told by the magic number at its start: two bytes, little-endian, then
 * carriage return and line feed. CPython lists its numbers in {@code Include/internal/pycore_magic_number.h} (before 3.14
 * in {@code Lib/importlib/_bootstrap_external.py}); since 3.11 those of 3.n are from 2900 + 50 n on.
 *
 * @param major 2 or 3
 * @param minor 7, 11, …
 */
public record PythonMagic(int major, int minor) {
    // First and last number of each version whose header has one form in all of them, then the minor version.
    private static final int[][] PYTHON_3 = {
        {3160, 3180, 2},
        {3210, 3230, 3},
        {3250, 3310, 4},
        {3320, 3351, 5},
        {3360, 3379, 6},
        {3392, 3394, 7},
        {3400, 3413, 8},
        {3420, 3425, 9},
        {3430, 3439, 10},
    };
    private static final int PYTHON_2_7_FIRST = 62171;
    private static final int PYTHON_2_7_LAST = 62211;
    private static final int REGULAR_BASE = 2900;
    private static final int REGULAR_STEP = 50;
    private static final int REGULAR_FIRST = 11;
    private static final int REGULAR_LAST = 15;

    /** The Python that the first four bytes of {@code file} name; null if they name none that is known. */
    public static @Nullable PythonMagic of(byte[] file) {
        if (file.length < 4 || file[2] != '\r' || file[3] != '\n') {
            return null;
        }
        int number = (file[0] & 0xff) | (file[1] & 0xff) << 8;
        if (number >= PYTHON_2_7_FIRST && number <= PYTHON_2_7_LAST) {
            return new PythonMagic(2, 7);
        }
        for (int[] range : PYTHON_3) {
            if (number >= range[0] && number <= range[1]) {
                return new PythonMagic(3, range[2]);
            }
        }
        int minor = (number - REGULAR_BASE) / REGULAR_STEP;
        return number >= REGULAR_BASE && minor >= REGULAR_FIRST && minor <= REGULAR_LAST
                ? new PythonMagic(3, minor)
                : null;
    }

    /** Bytes before the code. */
    public int headerLength() {
        if (major == 2 || minor < 3) {
            return 8;
        }
        return minor < 7 ? 12 : 16;
    }

    /** What stands in file names (PEP 3147): {@code cpython-311}. */
    public String tag() {
        return "cpython-" + major + minor;
    }

    /** {@code 3.11}. */
    @Override
    public String toString() {
        return major + "." + minor;
    }
}
